"""A learner's browser without scripts: sends what the forms of a lesson send."""

from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from courses.models import LessonPage
from quizzes.models import Activity, ActivityVersion, Attempt
from tests.make import version_of

# What a browser says of a form on one of our own pages.
OURS = {"sec-fetch-site": "same-origin"}


def address(name: str = "answer_new", **kwargs: Any) -> str:
    with override("ar"):
        return reverse(name, kwargs=kwargs)


def fields(lesson: LessonPage, activity: Activity, /, **changes: Any) -> dict[str, Any]:
    """Return the form of an activity, with its first option chosen if it has any."""
    version = version_of(activity)
    body = version.snapshot["body"]
    option = body["options"][0]["id"] if "options" in body else ""
    return {
        "activity": str(version.activity_key),
        "version": version.number,
        "language": "ar",
        "subject": str(lesson.translation_key),
        "uuid": str(uuid4()),
        "options": option,
        **changes,
    }


def send(
    data: dict[str, Any], client: Client | None = None, **headers: str
) -> HttpResponse:
    client = client or Client()
    return client.post(address(), data, headers={**OURS, **headers})


def start_check(client: Client, lesson: LessonPage) -> HttpResponse:
    start = {"subject": str(lesson.translation_key)}
    return client.post(address("check_start"), start, headers=OURS)


def check_fields(attempt: Attempt) -> list[dict[str, Any]]:
    """Return the forms of a check's questions, each with its first option chosen."""
    versions = {
        str(version.activity_key): version
        for version in ActivityVersion.objects.filter(
            activity_key__in=attempt.activities, language="ar", is_current=True
        )
    }
    return [
        {
            "activity": key,
            "version": versions[key].number,
            "language": "ar",
            "subject": str(attempt.subject_key),
            "attempt": attempt.code,
            "uuid": str(uuid4()),
            "options": versions[key].snapshot["body"]["options"][0]["id"],
        }
        for key in attempt.activities
    ]
