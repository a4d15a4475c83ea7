"""Every list and chooser of the CMS opens, filters, sorts and searches.

The addresses come from the resolver, so that a new list is looked at by itself.
"""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image
from wagtail.documents.models import Document

from literacy.models import SiteImage
from tests.addresses import addresses
from tests.base import make_adam, make_edda, signed_in
from tests.make import make_activity, make_help, make_help_page, make_lesson

# Parts of their names; a list without its frame is enough, where there is one.
LISTS = ("results", "choose", "listing", "autocomplete", "search", "explore_root")
ARABIC, ENGLISH = "الأخبار المضلِّلة", "Misleading news"
TYPED = [
    ARABIC,
    ENGLISH,
    *('"', '"""', "'", 'a"b', "'a' b\"c", "\\", "%", "(", "*", "a:*", "-", "live:yes"),
    "x AND NOT y",
    "&|!<->",
    "a" * 1000,
    "كلمة " * 200,
    "🙂",
    "\u200f\u2066\ufeff",
]
pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    """Return the administrator's browser, beside something for every list to show."""
    lesson = make_lesson()
    make_help_page()
    make_help()
    make_activity("feed")
    make_edda()
    drawn = BytesIO()
    Image.new("RGB", (40, 30)).save(drawn, "PNG")
    picture = ContentFile(drawn.getvalue(), "red.png")
    SiteImage.objects.create(title=ARABIC, file=picture, width=40, height=30)
    Document.objects.create(title=ENGLISH, file=ContentFile(b"text", "notes.txt"))
    client = signed_in(make_adam())
    client.raise_request_exception = False
    client.arguments = dict.fromkeys(
        ("page_id", "parent_page_id", "page_pk"), lesson.pk
    )
    return client


def opened(client: Client):
    """Yield each list and chooser: its name, its address, and its first answer."""
    for address in addresses("cms/"):
        if any(word in address.name for word in LISTS):
            url = address.url(client.arguments)
            reply = client.get(url)
            if reply.status_code == 200:
                yield address.name, url, reply


def asked_by(name: str) -> str:
    """Return the parameter that a list is searched by."""
    if "autocomplete" in name:
        return "term"
    return "search" if "api" in name else "q"


def ways_to_narrow(reply) -> list[dict[str, str]]:
    """Return each filter with a value, and each way to sort."""
    context = reply.context or {}
    ways = [{"locale": "ar"}, {"p": "2"}]
    filters = context.get("filters")
    for name, field in filters.form.fields.items() if filters else ():
        choices = getattr(field, "choices", [])
        values = [choice[0] for choice in choices if isinstance(choice[0], str)]
        keys = [str(getattr(choice[0], "value", "")) for choice in choices]
        ways += [{name: value} for value in (*values, *keys) if value][:2]
        ways += [{name: "12"}, {f"{name}_from": "2027-02-01"}]
    table = context.get("table")
    for column in table.columns.values() if table else ():
        if column.sort_key:
            ways += [{"ordering": column.sort_key}, {"ordering": f"-{column.sort_key}"}]
    return ways


def faults_of(client: Client, requests) -> list[tuple]:
    """Return what of the requests is answered with an error of the server."""
    answered = [
        (name, query, client.get(url, query).status_code)
        for name, url, query in requests
    ]
    assert len(answered) > 200
    return [one for one in answered if one[2] >= 500]


def test_the_lists_are_found(client):
    names = {name for name, _url, _reply in opened(client)}
    for part in ("quizzes_skill", "quizzes_activity", "literacy_helpresource"):
        assert f"wagtailsnippets_{part}:list_results" in names
        assert f"wagtailsnippetchoosers_{part}:choose_results" in names
    assert names >= {
        "lessons:index_results",
        "wagtailadmin_choose_page_search",
        "wagtailadmin_explore_results",
        "wagtailadmin_pages:search_results",
        "wagtailadmin_pages:history_results",
        "wagtailadmin_reports:aging_pages_results",
        "wagtailadmin_reports:site_history_results",
        "wagtaildocs:index_results",
        "wagtaildocs_chooser:choose_results",
        "wagtailimages:index_results",
        "wagtailimages_chooser:choose_results",
        "wagtailusers_users:index_results",
    }


def test_nothing_that_is_typed_breaks_a_list(client):
    requests = [
        (name, url, {asked_by(name): typed})
        for name, url, _reply in opened(client)
        for typed in TYPED
    ]
    assert faults_of(client, requests) == []


def test_no_filter_and_no_order_breaks_a_search(client):
    requests = [
        (name, url, {asked_by(name): ARABIC, **way})
        for name, url, reply in opened(client)
        for way in ways_to_narrow(reply)
    ]
    assert faults_of(client, requests) == []
