import hashlib
import json
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from literacy.services import lock_learner
from quizzes.errors import OtherAnswerError
from quizzes.formats.rules import advance, grade, is_finished, parse, regrade
from quizzes.models import ActivityVersion, Answer, Attempt
from quizzes.offering import OfferingPage
from quizzes.scoring.errors import ResponseError
from quizzes.scoring.mark import Mark
from quizzes.signals import answer_recorded, answer_recording, send_both

from .attempts import finish_attempt, open_practice
from .counting import Names, answer_names, is_first_set, summarise
from .tallies import increment_set_tallies, increment_tallies

Json = dict[str, Any]
# What an answer without a name from the browser is named after.
UNNAMED = UUID("6f2a0c1e-54f0-4f0e-9a54-3c53a1c4f1d7")


@transaction.atomic
def record_answer(
    *,
    attempt: Attempt,
    version: ActivityVersion,
    uuid: UUID | None,
    data: Json,
    page: OfferingPage | None = None,
) -> Answer:
    """Grade and keep a response to an activity that is answered at once.

    An unsaved `attempt` stands for the open practice of its learner and page. The
    first answer wins: the same one sent again returns it unchanged. `page` is the
    page it stands in, where that is known. Raises ResponseError for a response that
    cannot be read, OtherAnswerError when the UUID, or this place of a check, already
    holds another answer, and LearnerGoneError.
    """
    response = parse(version.format, version.snapshot, data)
    attempt = lock(attempt)
    uuid = uuid or name_of(attempt, version, data)
    others = list(answers_beside(attempt, version, uuid))
    earlier = earlier_answer(others, attempt, uuid)
    if earlier:
        if earlier.version_id == version.pk and earlier.response == data:
            return earlier
        raise OtherAnswerError(earlier)
    mark = grade(version.snapshot, response)
    answer = new_answer(attempt, version, uuid, others)
    answer.response = data
    keep_mark(answer, mark)
    answer.save(force_insert=True)
    finalize(answer, answer_names(answer, response, mark), page)
    return answer


@transaction.atomic
def record_move(
    *,
    attempt: Attempt,
    version: ActivityVersion,
    uuid: UUID | None,
    at: int,
    move: Json,
    page: OfferingPage | None = None,
) -> Answer:
    """Add one move to an activity that is answered move by move.

    `at` is how many moves the page had seen. A move sent twice counts once; one
    from a page that lags behind leaves the answer as it is. Raises what
    `record_answer` does.
    """
    attempt = lock(attempt)
    answer = answer_in_progress(attempt, version, uuid)
    is_over = answer.is_finished and answer.uuid != uuid
    if is_over or answer.version_id != version.pk:
        raise OtherAnswerError(answer)
    moves = answer.response["moves"]
    if at != len(moves):
        if answer.pk is None or at > len(moves):
            raise ResponseError("out_of_range", at="at", low=0, high=len(moves))
        return answer
    content = version.snapshot
    moves = advance(content, moves, move, arm=answer.arm)
    answer.response = {"moves": moves}
    answer.is_finished = is_finished(content, moves)
    if not answer.is_finished:
        answer.save()
        return answer
    response, mark = regrade(content, answer.response)
    keep_mark(answer, mark)
    answer.save()
    finalize(answer, answer_names(answer, response, mark), page)
    return answer


def lock(attempt: Attempt) -> Attempt:
    """Lock the learner, and return the attempt; an unsaved one as it is kept."""
    lock_learner(attempt.learner)
    if attempt.pk:
        return attempt
    return open_practice(
        learner=attempt.learner,
        subject_key=attempt.subject_key,
        language=attempt.language,
    )


def name_of(attempt: Attempt, version: ActivityVersion, data: Json) -> UUID:
    """Return the same name for the same answer when a page without scripts sent it."""
    plain = json.dumps(data, sort_keys=True)
    return uuid5(UNNAMED, f"{attempt.code}:{version.pk}:{plain}")


def answers_beside(
    attempt: Attempt, version: ActivityVersion, uuid: UUID | None
) -> QuerySet[Answer]:
    """Return the learner's answers to the activity, and the one of this name."""
    return (
        Answer.objects.filter(learner=attempt.learner)
        .filter(Q(activity_key=version.activity_key) | Q(uuid=uuid))
        .select_related("version", "attempt")
        .order_by("nth")
    )


def earlier_answer(
    others: list[Answer], attempt: Attempt, uuid: UUID | None
) -> Answer | None:
    """Return the answer that already stands where this one would go."""
    named = [one for one in others if one.uuid == uuid]
    placed = [one for one in others if one.attempt_id == attempt.pk]
    is_set = attempt.kind != Attempt.PRACTICE
    return next(iter(named or (placed if is_set else [])), None)


def answer_in_progress(
    attempt: Attempt, version: ActivityVersion, uuid: UUID | None
) -> Answer:
    """Return the answer that a move belongs to; unsaved when it is the first move."""
    others = list(answers_beside(attempt, version, uuid))
    earlier = earlier_answer(others, attempt, uuid)
    if earlier is None and uuid is None:
        earlier = begun_here(others, attempt, version)
    if earlier:
        return earlier
    answer = new_answer(attempt, version, uuid or uuid4(), others)
    answer.arm = draw_arm(attempt, version)
    answer.response, answer.is_finished = {"moves": []}, False
    return answer


def new_answer(
    attempt: Attempt, version: ActivityVersion, uuid: UUID, others: list[Answer]
) -> Answer:
    """Return, unsaved, the learner's next answer to the activity."""
    return Answer(
        uuid=uuid,
        learner=attempt.learner,
        attempt=attempt,
        version=version,
        activity_key=version.activity_key,
        language=version.language,
        nth=next_turn(others, version),
    )


def begun_here(
    others: list[Answer], attempt: Attempt, version: ActivityVersion
) -> Answer | None:
    """Return the answer that a move without a name goes on with."""
    begun = [
        one
        for one in others
        if one.attempt_id == attempt.pk
        and one.version_id == version.pk
        and not one.is_finished
    ]
    return begun[-1] if begun else None


def next_turn(others: list[Answer], version: ActivityVersion) -> int:
    """Return which of this learner's answers to the activity comes next."""
    turns = [one.nth for one in others if one.activity_key == version.activity_key]
    return max(turns, default=0) + 1


def draw_arm(attempt: Attempt, version: ActivityVersion) -> str:
    """Return the learner's arm: “prompt” where accuracy is asked before a share.

    Half of the learners are, by a hash of learner and activity, so that the same
    learner always gets the same arm.
    """
    if not version.snapshot["body"].get("accuracy_prompt"):
        return "none"
    seed = f"{attempt.learner.code}:{version.activity_key}".encode()
    return "prompt" if hashlib.sha256(seed).digest()[0] % 2 else "none"


def keep_mark(answer: Answer, mark: Mark[Any]) -> None:
    answer.outcome, answer.points, answer.out_of = (
        mark.outcome,
        mark.points,
        mark.out_of,
    )


def finalize(answer: Answer, names: list[str], page: OfferingPage | None) -> None:
    """Do what follows from a finished answer: tallies, the set's end, signals."""
    counted = {answer.version_id: names} if answer.nth == 1 else {}
    attempt, learner = answer.attempt, answer.learner
    if learner.seen_on != timezone.localdate():
        learner.seen_on = timezone.localdate()
        learner.save(update_fields=["seen_on"])
    if attempt.kind != Attempt.PRACTICE:
        answers = list(
            attempt.answers.filter(is_finished=True).select_related("version")
        )
        answered = {str(answer.activity_key) for answer in answers}
        if answered.issuperset(attempt.activities):
            counted = close_set(attempt, answers, counted)
    increment_tallies(counted)
    step = page.step_of(answer.activity_key) if page else None
    send_both(
        answer_recording, answer_recorded, sender=Answer, answer=answer, step=step
    )


def close_set(attempt: Attempt, answers: list[Answer], counted: Names) -> Names:
    """Finish a check or quiz; return the counters of versions to raise with it."""
    attempt.is_counted = is_first_set(attempt)
    if attempt.is_counted:
        items, names = summarise(answers)
        increment_set_tallies(attempt, names)
        counted = {
            key: counted.get(key, []) + items.get(key, []) for key in counted | items
        }
    finish_attempt(attempt=attempt, answers=answers)
    return counted
