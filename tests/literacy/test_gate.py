"""The whole site is asked: all that is published, in a few queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail import hooks
from wagtail.models import DraftStateMixin, Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from literacy.gate import SUBJECTS, site_findings
from tests.make import (
    make_activity,
    make_help,
    make_help_page,
    make_info,
    make_lesson,
    make_module,
    make_quiz,
    make_skill,
)

pytestmark = pytest.mark.django_db


def subjects() -> list:
    return [one for ask in hooks.get_hooks(SUBJECTS) for one in ask()]


def test_whatever_can_be_published_is_asked():
    make_lesson()
    make_info()
    make_help_page()
    make_help()
    make_quiz(quiz_activities())
    published = {model for model in get_page_models() if model is not Page} | {
        model for model in get_snippet_models() if issubclass(model, DraftStateMixin)
    }
    assert {type(one) for one in subjects()} == published


def test_what_is_not_published_is_not_asked():
    page, resource = make_info(), make_help()
    page.unpublish()
    resource.unpublish()
    assert not {page, resource} & set(subjects())


def quiz_activities():
    skill = make_skill()
    kinds = ("misleading", "accurate")
    return [make_activity(veracity=kind, skill=skill, sensitivity=2) for kind in kinds]


def test_the_site_is_asked_in_as_many_queries_however_much_there_is():
    activities = quiz_activities()
    make_quiz(activities)
    make_quiz(skills=[activities[0].skill], count=2)
    counts = []
    for number in (1, 4):
        for _number in range(number):
            make_activity("order", sensitivity=2)
            make_module()
        with CaptureQueriesContext(connection) as queries:
            site_findings()
        counts.append(len(queries))
    assert counts[0] == counts[1] < 30
