"""Two learners' attempts and answers become one learner's."""

from uuid import uuid4

from django.db import transaction
from django.db.models import F, Max

from literacy.models import Learner
from quizzes.models import Answer, Attempt

from .counting import counted
from .tallies import decrement_tallies


@transaction.atomic
def merge_answers(*, kept: Learner, gone: Learner) -> None:
    """Give the kept learner the other's attempts and answers.

    Turns are numbered anew in the order in which they began. What was a first answer
    or a first set of both is one of one learner now, so the counters count it once.
    Expects both learners to be locked.
    """
    (versions, pages), (more_versions, more_pages) = counted(kept), counted(gone)
    close_doubles(kept, gone)
    keep_one_counted(kept, gone)
    drop_repeats(kept, gone)
    move_answers(kept, gone)
    gone.attempts.update(learner=kept)
    versions_now, pages_now = counted(kept)
    decrement_tallies(
        versions + more_versions - versions_now, pages + more_pages - pages_now
    )


def close_doubles(kept: Learner, gone: Learner) -> None:
    """Leave one open attempt for each page and kind.

    Two practices become one; of two checks or quizzes the one with fewer answers is
    closed.
    """
    mine = {place_of(one): one for one in kept.attempts.filter(finished_on=None)}
    for other in gone.attempts.filter(finished_on=None):
        own = mine.get(place_of(other))
        if own is None:
            continue
        if own.kind == Attempt.PRACTICE:
            other.answers.update(attempt=own)
            other.delete()
            continue
        fewer = min(own, other, key=lambda attempt: attempt.answers.count())
        fewer.finished_on, fewer.closed_as = fewer.started_on, Attempt.MERGED
        fewer.save(update_fields=["finished_on", "closed_as"])


def place_of(attempt: Attempt) -> tuple[object, str]:
    return attempt.subject_key, attempt.kind


def keep_one_counted(kept: Learner, gone: Learner) -> None:
    """Leave one counted attempt for each page and kind: the one finished first."""
    mine = {place_of(one): one for one in kept.attempts.filter(is_counted=True)}
    for other in gone.attempts.filter(is_counted=True):
        own = mine.get(place_of(other))
        if own:
            later = max(own, other, key=lambda one: (one.finished_on, one.pk))
            later.is_counted = False
            later.save(update_fields=["is_counted"])


def drop_repeats(kept: Learner, gone: Learner) -> None:
    """Leave one of two answers of the same name, if they are the same practice.

    A browser that never heard of its first learner sends its answer again. Of two
    different answers the other one gets a name of its own.
    """
    named = kept.answers.filter(uuid__in=gone.answers.values("uuid"))
    mine = {answer.uuid: answer for answer in named}
    for other in gone.answers.filter(uuid__in=mine):
        if what(other) == what(mine[other.uuid]):
            other.delete()
        else:
            other.uuid = uuid4()
            other.save(update_fields=["uuid"])


def what(answer: Answer) -> tuple[object, ...]:
    return answer.attempt_id, answer.version_id, answer.is_finished, answer.response


def move_answers(kept: Learner, gone: Learner) -> None:
    """Give the kept learner the other's answers, in turns without gaps."""
    mine = kept.answers.values("activity_key")
    shared = gone.answers.filter(activity_key__in=mine)
    keys = set(shared.values_list("activity_key", flat=True))
    both = Answer.objects.filter(learner__in=[kept, gone], activity_key__in=keys)
    most = both.aggregate(most=Max("nth"))["most"] or 0
    # Out of the way first: a turn is taken once, at every moment.
    shared.update(nth=F("nth") + most)
    gone.answers.update(learner=kept)
    both.update(nth=F("nth") + 2 * most)
    turns: dict[object, int] = {}
    numbered = list(both.order_by("pk"))
    for answer in numbered:
        answer.nth = turns[answer.activity_key] = turns.get(answer.activity_key, 0) + 1
    Answer.objects.bulk_update(numbered, ["nth"], batch_size=200)
