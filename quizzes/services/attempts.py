from uuid import UUID

from django.db import connection, transaction
from django.db.models import Sum
from django.utils import timezone

from literacy.models import Learner
from quizzes.errors import NothingToDrawError
from quizzes.models import ActivityVersion, Answer, Attempt
from quizzes.scoring.draw import draw_check
from quizzes.signals import attempt_finished


def lock(learner: Learner) -> None:
    """Let one request of this learner write at a time.

    SQLite lets one request write at a time anyhow.
    """
    if connection.features.has_select_for_update:
        Learner.objects.select_for_update().get(pk=learner.pk)


@transaction.atomic(savepoint=False)
def open_practice(*, learner: Learner, subject_key: UUID, language: str) -> Attempt:
    """Return the learner's practice on this page, begun if need be."""
    attempt, _made = Attempt.objects.get_or_create(
        learner=learner,
        subject_key=subject_key,
        kind=Attempt.PRACTICE,
        finished_on=None,
        defaults={"language": language},
    )
    attempt.learner = learner
    return attempt


@transaction.atomic
def start_check(
    *, learner: Learner, subject_key: UUID, bank: list[UUID], language: str
) -> Attempt:
    """Return the open check on this page, or draw a new one from the bank.

    Two misleading and two accurate activities which this learner has not seen,
    as long as there are such. Raises NothingToDrawError.
    """
    lock(learner)
    checks = Attempt.objects.filter(
        learner=learner, subject_key=subject_key, kind=Attempt.CHECK
    )
    attempt = checks.filter(finished_on=None).first()
    if attempt:
        return attempt
    versions = ActivityVersion.objects.filter(
        activity_key__in=bank, language=language, is_current=True
    )
    items = [
        (
            str(version.activity_key),
            version.snapshot["veracity"],
            version.snapshot["pair"],
        )
        for version in versions
    ]
    earlier = checks.order_by("pk").values_list("activities", flat=True)
    seen = [key for keys in earlier for key in keys]
    seed = f"{learner.code}:{subject_key}:{len(earlier)}"
    drawn = draw_check(items, seen, seed)
    if not drawn:
        raise NothingToDrawError
    return checks.create(
        learner=learner,
        subject_key=subject_key,
        kind=Attempt.CHECK,
        language=language,
        activities=drawn,
    )


@transaction.atomic(savepoint=False)
def finish_attempt(*, attempt: Attempt) -> None:
    """Close a check whose last activity was answered, and add up its points."""
    sums = Answer.objects.filter(attempt=attempt).aggregate(
        points=Sum("points"), out_of=Sum("out_of")
    )
    attempt.points, attempt.out_of = sums["points"] or 0, sums["out_of"] or 0
    attempt.finished_on = timezone.localdate()
    attempt.save(update_fields=["points", "out_of", "finished_on"])
    transaction.on_commit(
        lambda: attempt_finished.send(sender=Attempt, attempt=attempt)
    )
