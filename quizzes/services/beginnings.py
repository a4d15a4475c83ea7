"""Who begins with a first answer or check: once, though it may be sent twice."""

from uuid import UUID

from django.core.cache import cache

from literacy.models import Learner
from literacy.models.learners import new_code
from literacy.services import start_learner

# How long a browser that heard no reply may send its first answer again.
SECONDS = 600


def begin_learner(*, uuid: UUID | None, language: str) -> Learner:
    """Return the learner whom this answer's name began just now, or begin one.

    A browser whose first reply was lost has no cookie, but sends the same name, which
    nobody else knows. The cache keeps it for some minutes. It leads to a learner with
    nothing but that one answer or check: whoever heard a reply has gone on since.
    Part of the transaction in which the answer is recorded: of two requests at once
    the second waits for the first.
    """
    if uuid is None:
        return start_learner(language=language)
    key, code = f"began:{uuid}", new_code()
    if cache.add(key, code, SECONDS):
        return start_learner(language=language, code=code)
    found = Learner.objects.filter(code=cache.get(key, "")).first()
    if found and has_only(found, uuid):
        return found
    return start_learner(language=language)


def has_only(learner: Learner, uuid: UUID) -> bool:
    """Return whether the learner did nothing else than begin under this name."""
    is_known = learner.user_id is not None or learner.phrase_hash is not None
    others = learner.answers.exclude(uuid=uuid)
    return not is_known and learner.attempts.count() == 1 and not others.exists()
