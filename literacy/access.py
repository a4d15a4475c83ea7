"""Finds the learner that a browser belongs to."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .models import Learner

COOKIE = "learner"


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
        httponly=True,
        samesite="Lax",
        secure=getattr(settings, "LEARNER_COOKIE_SECURE", False),
    )


def forget_cookie(response: HttpResponse) -> None:
    """Let this browser forget its code."""
    response.delete_cookie(COOKIE, samesite="Lax")
