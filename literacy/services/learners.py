import secrets
import time
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from literacy.errors import LearnerGoneError, UnknownPhraseError
from literacy.models import Learner
from literacy.models.learners import new_code
from literacy.signals import learners_merging
from literacy.text.phrases import WORDS_IN_PHRASE, phrase_words, read_phrase

MARK_LENGTH = 12
# How many idle learners are deleted at once, and the seconds until the next ones.
BATCH, PAUSE = 100, 0.1


def hash_phrase(phrase: str) -> str:
    """Return what is stored of a phrase: keyed, and blind to how it is spelled."""
    plain = " ".join(read_phrase(phrase))
    return salted_hmac("literacy.phrase", plain, algorithm="sha256").hexdigest()


def lock_learners(*learners: Learner) -> set[int]:
    """Let one request at a time write for these learners, until its transaction ends.

    They are locked in the order of their keys, so that two requests cannot wait for
    each other. SQLite lets one transaction write at a time anyhow. Returns the keys
    of those who are still there.
    """
    keys = {learner.pk for learner in learners}
    locked = Learner.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    return set(locked.values_list("pk", flat=True))


def lock_learner(learner: Learner) -> None:
    """Lock one learner. Raises LearnerGoneError."""
    if not lock_learners(learner):
        raise LearnerGoneError


def start_learner(*, language: str, code: str = "") -> Learner:
    """Make a learner for somebody who answers for the first time."""
    return Learner.objects.create(language=language, code=code or new_code())


@transaction.atomic
def give_phrase(*, learner: Learner, language: str) -> list[str]:
    """Give the learner a new return phrase, shown this once; the old one ends.

    2^40 phrases with 1,024 words a language; wrong ones are rate limited. Raises
    LearnerGoneError.
    """
    lock_learner(learner)
    words = phrase_words(language)
    while True:
        chosen = [secrets.choice(words) for _ in range(WORDS_IN_PHRASE)]
        phrase_hash = hash_phrase(" ".join(chosen))
        if not Learner.objects.filter(phrase_hash=phrase_hash).exists():
            learner.phrase_hash = phrase_hash
            learner.save(update_fields=["phrase_hash"])
            return chosen


@transaction.atomic
def renew_phrase(*, learner: Learner, language: str, mark: str) -> list[str]:
    """Give the learner a phrase, unless it has one that `mark` does not name.

    Returns nothing where the old phrase stays: a form that is sent twice, or a page
    that is older than the phrase, ends none. Raises LearnerGoneError.
    """
    lock_learner(learner)
    learner.refresh_from_db(fields=["phrase_hash"])
    if mark != phrase_mark(learner):
        return []
    return give_phrase(learner=learner, language=language)


def phrase_mark(learner: Learner) -> str:
    """Return what names the learner's phrase without telling it; empty for none."""
    return (learner.phrase_hash or "")[:MARK_LENGTH]


@transaction.atomic
def return_by_phrase(*, phrase: str, here: Learner | None) -> Learner:
    """Return the learner of the phrase, merged with the one on this phone.

    Coming back is a sign of life: the learner counts as seen today. Raises
    UnknownPhraseError.
    """
    found = Learner.objects.filter(phrase_hash=hash_phrase(phrase)).first()
    if found is None:
        raise UnknownPhraseError
    there = lock_learners(found, here or found)
    if found.pk not in there:
        raise UnknownPhraseError
    if here and here != found and here.pk in there:
        merge_learners(kept=found, gone=here)
    found.seen_on = timezone.localdate()
    found.save(update_fields=["seen_on"])
    return found


@transaction.atomic
def merge_learners(*, kept: Learner, gone: Learner) -> None:
    """Make two learners one. Every app keeps the better of the two.

    Raises LearnerGoneError.
    """
    if len(lock_learners(kept, gone)) < 2:
        raise LearnerGoneError
    # What was read before the lock may be old.
    for learner in (kept, gone):
        learner.refresh_from_db()
    learners_merging.send(sender=Learner, kept=kept, gone=gone)
    gone.delete()
    kept.created_on = min(kept.created_on, gone.created_on)
    kept.seen_on = max(kept.seen_on, gone.seen_on)
    kept.user = kept.user or gone.user
    kept.phrase_hash = kept.phrase_hash or gone.phrase_hash
    kept.save(update_fields=["created_on", "seen_on", "user", "phrase_hash"])


@transaction.atomic
def forget_learner(*, learner: Learner) -> None:
    """Delete the learner and everything under it."""
    learner.delete()


def forget_idle_learners(*, days: int) -> int:
    """Delete whoever answered nothing for so many days, and return how many.

    Few at a time, with a pause after each few: answers go on meanwhile.
    """
    last = timezone.localdate() - timedelta(days=days)
    count = 0
    while forgotten := forget_some(last):
        count += forgotten
        time.sleep(PAUSE)
    return count


@transaction.atomic
def forget_some(last: date) -> int:
    """Delete a batch of those last seen before a day; who answers just now stays."""
    idle = Learner.objects.select_for_update(skip_locked=True)
    batch = list(idle.filter(seen_on__lt=last, user=None).order_by("pk")[:BATCH])
    Learner.objects.filter(pk__in=[learner.pk for learner in batch]).delete()
    return len(batch)
