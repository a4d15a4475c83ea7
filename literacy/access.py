"""Finds the learner that a browser belongs to, and the phrase it was just shown."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from .models import Learner
from .services import hash_phrase

COOKIE = "learner"
PHRASE_COOKIE = "phrase"
SECONDS_FOR_A_PHRASE = 600


def get_learner(request: HttpRequest) -> Learner | None:
    """Return the learner of the signed cookie; None without one we made."""
    code = request.get_signed_cookie(
        COOKIE, None, salt=COOKIE, max_age=settings.LEARNER_COOKIE_AGE
    )
    return Learner.objects.filter(code=code).first() if code else None


def has_unknown_cookie(request: HttpRequest, learner: Learner | None) -> bool:
    """Tell whether the browser brought a cookie that stands for nobody."""
    return COOKIE in request.COOKIES and learner is None


def remember_learner(response: HttpResponse, learner: Learner) -> None:
    """Let this browser keep the learner's code."""
    response.set_signed_cookie(
        COOKIE,
        learner.code,
        salt=COOKIE,
        max_age=settings.LEARNER_COOKIE_AGE,
        **kept_from_others(),
    )


def forget_cookie(response: HttpResponse) -> None:
    """Let this browser forget its code."""
    response.delete_cookie(COOKIE, samesite="Lax")
    forget_phrase(response)


def show_again(response: HttpResponse, words: list[str]) -> None:
    """Let this browser show a new return phrase once more for ten minutes.

    Nowhere else are the words kept, so that a reload does not need a new phrase,
    which would end the one that was just written down.
    """
    response.set_cookie(
        PHRASE_COOKIE,
        signing.dumps(words, salt=PHRASE_COOKIE),
        max_age=SECONDS_FOR_A_PHRASE,
        **kept_from_others(),
    )


def shown_phrase(request: HttpRequest, learner: Learner) -> list[str]:
    """Return the learner's phrase if this browser may still show it, else nothing."""
    try:
        words: list[str] = signing.loads(
            request.COOKIES.get(PHRASE_COOKIE, ""),
            salt=PHRASE_COOKIE,
            max_age=SECONDS_FOR_A_PHRASE,
        )
    except signing.BadSignature:
        return []
    return words if hash_phrase(" ".join(words)) == learner.phrase_hash else []


def forget_phrase(response: HttpResponse) -> None:
    response.delete_cookie(PHRASE_COOKIE, samesite="Lax")


def kept_from_others() -> dict[str, Any]:
    """Return what keeps a cookie from scripts and from forms of other sites."""
    return {
        "httponly": True,
        "samesite": "Lax",
        "secure": getattr(settings, "LEARNER_COOKIE_SECURE", False),
    }
