"""What a command saves many times is indexed once, at its end."""

import pytest
from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backend

from literacy.indexing import indexing_at_end
from quizzes.models import Activity, Skill
from tests.make import make_activity, make_lesson, make_skill

pytestmark = pytest.mark.django_db


def found(words):
    return list(get_search_backend().search(words, Skill))


def test_what_was_saved_is_found_at_the_end():
    with indexing_at_end():
        skill = make_skill(title="Looking behind the picture")
        skill.title = "Looking twice"
        skill.save()
        assert found("twice") == []
    assert found("twice") == [skill]


def test_uses_are_known_at_the_end():
    with indexing_at_end():
        lesson = make_lesson()
    used = Activity.objects.filter(pk__in=lesson.step_activities("check").popitem()[1])
    for activity in used:
        assert ReferenceIndex.get_references_to(activity).exists()


def test_indexing_goes_on_afterwards_also_after_an_error():
    with pytest.raises(LookupError), indexing_at_end():
        make_skill(title="Lost on the way")
        raise LookupError
    kept = make_skill(title="Kept by the way")
    assert found("Kept") == [kept]
    assert found("Lost") == []


def test_an_object_that_is_gone_again_is_left_out():
    with indexing_at_end():
        make_activity().delete()
