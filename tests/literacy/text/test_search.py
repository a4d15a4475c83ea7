"""Searching in the CMS: any spelling finds any other, and no sign breaks a query."""

import pytest
from django.core.files.base import ContentFile
from hypothesis import given, settings
from hypothesis import strategies as st
from modelsearch.query import MATCH_NONE, And, Phrase, PlainText
from wagtail.documents.models import Document
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.utils import parse_query_string

from literacy.models import HelpResource
from literacy.text.search import MOST_WORDS, compared, indexed
from quizzes.models import Activity, Skill
from tests.make import make_activity, make_help, make_info, make_skill

TITLE = "الأخبارُ المُضلِّلة في ٢٠٢٦: photo of the Café_24"
ASKED = [
    "الأخبار",
    "اخبار",
    "أخبار",
    "والأخبار",
    "الاخب",
    "الأخ",
    "مضلله",
    "المضللة",
    "مــضلـلة",
    "\u200fالمضللة\u061c",
    "الأخبار المضللة",
    "المضللة، الأخبار",
    "«الأخبار»",
    "2026",
    "۲۰۲۶",
    "PHOTO",
    "ｐｈｏｔｏ",
    "cafe",
    "café 24",
]
FOREIGN = ["الأسعار", "photograph", "خبار", "2025", "أخبار photograph"]
pytestmark = pytest.mark.django_db


def found(model, query, **filters):
    backend = get_search_backend()
    return [
        one.pk for one in backend.autocomplete(query, model.objects.filter(**filters))
    ]


MADE = {
    Activity: lambda: make_activity(title=TITLE),
    Skill: lambda: make_skill(title=TITLE),
    HelpResource: lambda: make_help(name=TITLE),
    Page: lambda: make_info(title=TITLE),
    Document: lambda: Document.objects.create(title=TITLE, file=ContentFile(b"x", "x")),
}


@pytest.mark.parametrize("model", MADE, ids=lambda model: model.__name__)
def test_any_spelling_finds_any_other(model):
    made = MADE[model]()
    assert [query for query in ASKED if found(model, query) != [made.pk]] == []
    assert [query for query in FOREIGN if found(model, query)] == []


def test_whole_words_are_found_without_autocompletion():
    skill = make_skill(title=TITLE)
    search = get_search_backend().search
    assert [one.pk for one in search("أخبار cafe", Skill)] == [skill.pk]
    assert list(search("أخبا", Skill)) == []
    assert [one.pk for one in search("أخبا photo", Skill, operator="or")] == [skill.pk]


def test_a_phrase_in_quotes_is_found_in_its_order():
    info = make_info(title=TITLE)
    for quoted, pks in (('"الأخبار المضللة"', [info.pk]), ('"المضللة الأخبار"', [])):
        _filters, query = parse_query_string(quoted, operator="and")
        assert [page.pk for page in Page.objects.search(query)] == pks


def test_a_list_is_searched_within_any_filter():
    arabic = make_skill(title=TITLE)
    assert found(Skill, "أخبار", locale=arabic.locale) == [arabic.pk]
    assert found(Skill, "أخبار", key="other") == []


def test_words_of_tags_and_lists_are_indexed():
    assert indexed(["الأخبار", {"a": "Two_words", "b": None}, 3]) == (
        "الاخبار اخبار two words  3"
    )


@pytest.mark.parametrize("query", ["", '"', "\u200f", "؟!", "🙂", Phrase("«»")])
def test_a_query_without_words_finds_nothing(query):
    assert compared(query) is MATCH_NONE
    make_skill(title=TITLE)
    assert found(Skill, query) == []


def test_a_part_without_words_is_left_out():
    query = compared(And([PlainText('"'), Phrase("الأخبار!")]))
    assert repr(query) == repr(And([Phrase("الاخبار")]))


def test_only_so_many_words_are_asked_for():
    assert len(compared("كلمة " * 999).query_string.split()) == MOST_WORDS


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_no_text_breaks_a_search(text):
    _filters, parsed = parse_query_string(text, operator="and", zero_terms=MATCH_NONE)
    for query in (text, parsed):
        assert isinstance(found(Skill, query), list)
        assert isinstance(list(get_search_backend().search(query, Page)), list)
