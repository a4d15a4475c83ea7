"""The help page: what it shows, to whom, and for how long."""

import time
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from literacy import help as rules
from literacy.help_findings import help_findings
from literacy.models import HelpResource
from literacy.page_store import page_store, purge_pages
from literacy.services import share_facts
from tests.base import make_edda, signed_in
from tests.make import make_help, make_help_page, make_home, make_info, make_locale

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 1)
LIST = "/cms/snippets/literacy/helpresource/"


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """Let it be a day that a test can move."""
    days = [TODAY]
    monkeypatch.setattr(timezone, "localdate", lambda *given: days[-1])
    return days


def days_ago(days):
    return TODAY - timedelta(days=days)


def shown(query="", page=None):
    reply = Client().get((page or make_help_page()).url + query)
    assert reply.status_code == 200
    return [card.name for card in reply.context["resources"]]


# What is shown


@pytest.mark.parametrize(("age", "is_shown"), [(0, True), (89, True), (90, False)])
def test_after_90_days_nobody_sees_it(age, is_shown):
    make_help(name="خطّ ضفاف", verified_on=days_ago(age))
    assert (shown() == ["خطّ ضفاف"]) is is_shown


def test_what_was_never_verified_is_not_shown():
    make_help(verified_on=None)
    assert shown() == []


def test_a_draft_is_not_shown():
    make_help().unpublish()
    assert shown() == []


def test_an_example_is_shown_and_says_so():
    make_help(is_example=True, phone="", verified_on=None)
    page = Client().get(make_help_page().url)
    assert page.context["resources"][0].is_example
    assert 'class="tag tag--sun"' in page.content.decode()


def test_the_state_comes_last_and_examples_behind_it():
    make_help(name="أ", is_example=True, phone="", kind="civil")
    make_help(name="ب", kind="state")
    make_help(name="ج", kind="civil")
    assert shown() == ["ج", "ب", "أ"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?region=kurdistan", ["كردستان", "كلّ مكان"]),
        ("?region=outside", ["كلّ مكان"]),
        ("?topic=account", ["كردستان", "كلّ مكان"]),
        ("?topic=talk", ["كلّ مكان"]),
        ("?under18=on", ["كلّ مكان"]),
        ("?region=kurdistan&topic=account", ["كردستان", "كلّ مكان"]),
        ("?region=&topic=", ["كردستان", "كلّ مكان"]),
        ("?region=mars&topic='--&under18=", ["كردستان", "كلّ مكان"]),
        ("?region=kurdistan&region=outside&x=%00", ["كلّ مكان"]),
    ],
)
def test_the_choice(query, names):
    make_help(name="كردستان", regions=["kurdistan"], topics=["account"])
    make_help(name="كلّ مكان", under18_ok=True)
    assert shown(query) == names


def test_nothing_found_is_said_kindly():
    page = Client().get(make_help_page().url + "?region=outside").content.decode()
    assert "الخطوات أعلاه صحيحة دائمًا" in page
    assert "لا ندفع" in page


def test_the_other_language_shows_its_own():
    make_help(name="خطّ ضفاف")
    make_help(name="Dhifaf line", locale=make_locale("en"))
    assert shown() == ["خطّ ضفاف"]


def test_numbers_and_addresses_read_from_left_to_right():
    make_help(phone="+964 770 000 0000", url="https://help.example/ask/")
    page = Client().get(make_help_page().url).content.decode()
    assert 'href="tel:+9647700000000"' in page
    assert '<bdi dir="ltr">+964 770 000 0000</bdi>' in page
    assert '<bdi dir="ltr">help.example/ask</bdi>' in page
    assert 'href="https://help.example/ask/" rel="noreferrer nofollow"' in page


def test_it_costs_the_same_for_few_and_many(django_assert_num_queries):
    page = make_help_page()
    make_help()
    Client().get(page.url + "?topic=talk")
    with django_assert_num_queries(9) as few:
        Client().get(page.url + "?topic=talk")
    for _n in range(5):
        make_help()
    with django_assert_num_queries(len(few)):
        assert len(Client().get(page.url + "?topic=talk").context["resources"]) == 6


# Nothing is kept


def test_it_sets_no_cookie_and_is_not_for_search_engines():
    url = make_help_page().url
    asked = Client().get(url + "?topic=blackmail")
    assert not asked.cookies
    assert '<meta name="robots" content="noindex">' in asked.content.decode()
    assert "public" not in asked.headers.get("Cache-Control", "")
    plain = Client().get(url)
    assert not plain.cookies
    assert 'name="robots"' not in plain.content.decode()
    assert plain.headers["Cache-Control"].startswith("public")


@pytest.mark.parametrize("query", ["?fbclid=1", "?utm_source=chat&ref=a"])
def test_a_link_that_was_passed_on_is_the_plain_page(query):
    """It is stored for everybody: what an app added must not hide the page."""
    url = make_help_page().url
    for address in (url + query, url):
        assert 'name="robots"' not in Client().get(address).content.decode()


def test_what_ran_out_is_gone_on_the_next_day(clock, monkeypatch):
    """A stored page lasts until midnight, whatever it shows."""
    make_help(verified_on=days_ago(89))
    url = make_help_page().url
    monkeypatch.setattr("literacy.models.help.seconds_left", lambda: 1_234)
    assert len(Client().get(url).context["resources"]) == 1
    kept = page_store().read(f"http:{url}")[1]
    assert kept.expires == pytest.approx(time.time() + 1_234, abs=60)

    purge_pages()
    clock.append(TODAY + timedelta(days=1))
    assert Client().get(url).context["resources"] == []


def test_today_ends_at_midnight_in_baghdad(monkeypatch):
    late = datetime(2027, 3, 1, 20, 59, 30, tzinfo=ZoneInfo("UTC"))
    local = timezone.localtime(late, ZoneInfo("Asia/Baghdad"))
    monkeypatch.setattr(timezone, "localtime", lambda: local)
    assert rules.seconds_left() == 30


def test_other_pages_keep_their_usual_time():
    assert make_info().seconds_to_keep() is None


# The way there


def test_the_menu_and_the_foot_lead_there():
    page = make_help_page()
    home = Client().get(make_home().url)
    assert page.url in [link.url for link in home.context["navigation"]]
    assert page.url == home.context["footer_links"][0]["url"]
    assert home.context["help_url"] == page.url


def test_without_a_help_page_nothing_leads_there():
    home = Client().get(make_home().url)
    assert home.context["help_url"] == ""


# Writing it


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"url": "http://help.example/"}, "url"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"phone": "call me"}, "phone"),
        ({"phone": "", "url": ""}, "phone"),
        ({"is_example": True}, "phone"),
        ({"verified_on": TODAY + timedelta(days=1)}, "verified_on"),
        ({"verified_on": TODAY.replace(year=2037)}, "verified_on"),
        ({"verified_by": ""}, "verified_by"),
        ({"topics": ["politics"]}, "topics"),
        ({"regions": "federal"}, "regions"),
    ],
)
def test_what_is_refused(changes, field):
    resource = make_help()
    for name, value in changes.items():
        setattr(resource, name, value)
    with pytest.raises(ValidationError) as refused:
        resource.full_clean()
    assert field in refused.value.error_dict


def test_every_language_has_the_same_facts():
    arabic = make_help(phone="123", under18_ok=True)
    english = arabic.copy_for_translation(make_locale("en"))
    english.phone, english.live = "999", True
    english.save()
    share_facts(resource=english)
    english.refresh_from_db()
    assert english.phone == "123"

    arabic.phone, arabic.verified_on = "456", days_ago(1)
    arabic.save_revision().publish()
    english.refresh_from_db()
    assert (english.phone, english.verified_on) == ("456", days_ago(1))


def test_the_list_begins_with_who_waits_longest():
    make_home()
    edda = signed_in(make_edda())
    make_help(name="حديث", verified_on=days_ago(3))
    make_help(name="قديم", verified_on=days_ago(95))
    make_help(name="قريب", verified_on=days_ago(70))
    make_help(name="مثال", is_example=True, phone="")
    make_help(name="جديد", verified_on=None)

    def names(query=""):
        found = edda.get(LIST + query).context["object_list"]
        return [resource.name for resource in found]

    assert names() == ["جديد", "قديم", "قريب", "حديث", "مثال"]
    assert names("?state=asked") == ["جديد", "قديم", "قريب"]
    assert names("?state=hidden") == ["جديد", "قديم"]
    assert names("?state=fresh") == ["حديث"]
    assert names("?state=example") == ["مثال"]
    assert names("?kind=state") == []


def written(**changes):
    """Return the form of a help resource as an editor fills it in."""
    fields = {
        "name": "خطّ ضفاف",
        "kind": "civil",
        "what_for": "نسمع أوّلًا.",
        "confidentiality_note": "لا نسأل عن الاسم.",
        "hours": "",
        "phone": "+964 770",
        "url": "",
        "regions": ["kurdistan", "federal"],
        "topics": [],
        "languages": ["ar"],
        "under18_ok": "on",
        "verified_on": "2027-02-01",
        "verified_by": "منى",
        "action-publish": "1",
    }
    return {**fields, **changes}


def test_an_editor_writes_one():
    make_home()
    edda = signed_in(make_edda())
    reply = edda.post(f"{LIST}add/?locale=ar", written())
    assert reply.status_code == 302, reply.context["form"].errors
    made = HelpResource.objects.get()
    assert made.live
    assert made.regions == ["kurdistan", "federal"]
    assert "checked" in edda.get(f"{LIST}edit/{made.pk}/").content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        "٠٧٧٠ ٠٠٠ ٠٠٠٠",
        "۰۷۷۰-۰۰۰-۰۰۰۰",
        "\u200e(0770)\u00a0000.0000\u200f",
        "0770 000 0000",
    ],
)
def test_a_telephone_number_is_taken_as_it_is_pasted(typed):
    make_home()
    edda = signed_in(make_edda())
    reply = edda.post(f"{LIST}add/?locale=ar", written(phone=typed))
    assert reply.status_code == 302, reply.context["form"].errors
    assert HelpResource.objects.get().phone == "0770 000 0000"


@pytest.mark.parametrize(
    "typed",
    ["ليلى", "0770 000 0000 / 0780 000 0000", "0770 000 0000 0780 000 0000", "12"],
)
def test_what_is_no_telephone_number_comes_back_with_what_to_do(typed):
    make_home()
    edda = signed_in(make_edda())
    reply = edda.post(f"{LIST}add/?locale=ar", written(phone=typed))
    assert reply.status_code == 200
    assert not HelpResource.objects.exists()
    page = reply.content.decode()
    assert f'value="{typed}"' in page
    assert "اكتبوا رقم هاتف واحدًا" in page


@pytest.mark.parametrize(
    ("age", "is_noted"), [(75, False), (76, True), (89, True), (90, False)]
)
def test_the_first_screen_says_what_will_be_hidden(age, is_noted):
    make_home()
    edda = signed_in(make_edda())
    make_help(verified_on=days_ago(age))
    page = edda.get("/cms/").content.decode()
    assert (f"{LIST}?state=asked" in page) is is_noted


# What the gate says


def codes():
    return sorted(finding.code for finding in help_findings())


def test_the_gate_asks_for_somebody_else_than_the_state_and_for_children():
    make_help_page()
    make_help(kind="state", under18_ok=True)
    assert codes() == ["help_only_state"]
    make_help(kind="civil", verified_on=days_ago(10))
    assert codes() == []


def test_the_gate_names_what_ran_out_and_what_is_an_example():
    make_help_page()
    old = make_help(name="قديم", verified_on=days_ago(90), under18_ok=True)
    make_help(name="مثال", is_example=True, phone="", under18_ok=True)
    assert codes() == [
        "help_example",
        "help_expired",
        "help_no_child",
        "help_only_state",
    ]
    (expired,) = [one for one in help_findings() if one.code == "help_expired"]
    assert expired.subject.title == "قديم"
    assert expired.subject.url == f"{LIST}edit/{old.pk}/"
    assert not any(one.is_error for one in help_findings())


def test_without_a_help_page_there_is_nothing_to_say():
    make_help(verified_on=None)
    assert codes() == []
