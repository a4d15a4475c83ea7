from django.db import transaction
from django.db.models import Exists, F, OuterRef

from literacy.models import Learner
from quizzes.models import Answer, Attempt


@transaction.atomic
def merge_answers(*, kept: Learner, gone: Learner) -> None:
    """Give the kept learner the other's attempts and answers.

    Of two open attempts at the same page the one with fewer answers is closed,
    never lost. Turns are numbered on, so each learner's first answer stays first
    only once; tallies do not move.
    """
    close_doubles(kept, gone)
    taken = set(Answer.objects.filter(learner=kept).values_list("uuid", flat=True))
    Answer.objects.filter(learner=gone, uuid__in=taken).delete()
    most = Answer.objects.filter(learner=kept).order_by("-nth").first()
    if most:
        Answer.objects.filter(learner=gone).update(nth=F("nth") + most.nth)
    Answer.objects.filter(learner=gone).update(learner=kept)
    keep_one_counted(kept, gone)
    Attempt.objects.filter(learner=gone).update(learner=kept)


def close_doubles(kept: Learner, gone: Learner) -> None:
    """Leave one open attempt for each page and kind."""
    mine = {
        (attempt.subject_key, attempt.kind): attempt
        for attempt in kept.attempts.filter(finished_on=None)
    }
    for other in gone.attempts.filter(finished_on=None):
        own = mine.get((other.subject_key, other.kind))
        if own is None:
            continue
        if own.kind == Attempt.PRACTICE:
            other.answers.update(attempt=own)
            other.delete()
            continue
        fewer = min(own, other, key=lambda attempt: attempt.answers.count())
        fewer.finished_on, fewer.closed_as = fewer.started_on, Attempt.MERGED
        fewer.save(update_fields=["finished_on", "closed_as"])


def keep_one_counted(kept: Learner, gone: Learner) -> None:
    """Leave one counted attempt for each page and kind: the kept learner's."""
    counted = Attempt.objects.filter(learner=kept, is_counted=True)
    same = counted.filter(subject_key=OuterRef("subject_key"), kind=OuterRef("kind"))
    gone.attempts.filter(Exists(same)).update(is_counted=False)
