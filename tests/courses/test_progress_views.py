"""“My progress”: the phrase, forgetting, and whatever goes wrong with them."""

import pytest
from django.core.cache import cache
from django.core.signing import get_cookie_signer
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from literacy.access import COOKIE
from literacy.errors import UnknownPhraseError
from literacy.models import Learner
from literacy.services import give_phrase, return_by_phrase
from tests.make import make_home, make_learner

pytestmark = pytest.mark.django_db
OURS = {"sec-fetch-site": "same-origin"}


@pytest.fixture(autouse=True)
def _site():
    """A site around the page, and no tries counted yet."""
    make_home()
    cache.clear()


def address(name="my_progress"):
    with override("ar"):
        return reverse(name)


def browser(learner=None) -> Client:
    client = Client(headers=OURS)
    if learner:
        signer = get_cookie_signer(salt=COOKIE + COOKIE)
        client.cookies[COOKIE] = signer.sign(learner.code)
    return client


def words_on(reply):
    return reply.context["words"]


def test_a_new_phrase_is_shown_on_a_page_of_its_own():
    client = browser(make_learner())
    reply = client.post(address("phrase_new"))
    assert (reply.status_code, reply.url) == (302, address("my_phrase"))
    page = client.get(reply.url)
    assert len(words_on(page)) == 4
    assert all(word in page.content.decode() for word in words_on(page))
    assert "no-store" in page.headers["Cache-Control"]
    cookie = reply.cookies["phrase"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (
        True,
        "Lax",
        600,
    )


def test_neither_a_reload_nor_the_same_form_again_ends_a_phrase():
    pia = make_learner()
    client = browser(pia)
    first = words_on(client.post(address("phrase_new"), follow=True))
    assert words_on(client.get(address("my_phrase"))) == first
    assert words_on(client.post(address("phrase_new"), follow=True)) == first
    assert return_by_phrase(phrase=" ".join(first), here=None) == pia


def test_later_the_words_are_gone_and_the_phrase_still_works():
    pia = make_learner()
    first = give_phrase(learner=pia, language="ar")
    client = browser(pia)
    later = client.post(address("phrase_new"), follow=True)
    assert words_on(later) == []
    assert "لا يمكن عرضها" in later.content.decode()
    assert return_by_phrase(phrase=" ".join(first), here=None) == pia


def test_a_new_phrase_ends_the_one_that_the_form_names_and_no_other():
    pia = make_learner()
    client = browser(pia)
    first = client.post(address("phrase_new"), follow=True)
    renewal = {"replaces": first.context["mark"]}
    second = client.post(address("phrase_new"), renewal, follow=True)
    assert words_on(second) != words_on(first)
    again = client.post(address("phrase_new"), renewal, follow=True)
    assert words_on(again) == words_on(second)
    assert return_by_phrase(phrase=" ".join(words_on(second)), here=None) == pia
    with pytest.raises(UnknownPhraseError):
        return_by_phrase(phrase=" ".join(words_on(first)), here=None)


@pytest.mark.parametrize("cookie", ["", "forged", "eyJ4Ijp9:1abcde:xyz", "é" * 40])
def test_only_our_own_cookie_shows_words(cookie):
    pia = make_learner()
    give_phrase(learner=pia, language="ar")
    client = browser(pia)
    client.cookies["phrase"] = cookie
    assert words_on(client.get(address("my_phrase"))) == []


def test_words_of_somebody_else_are_not_shown():
    pia, paul = make_learner(), make_learner()
    client = browser(pia)
    client.post(address("phrase_new"))
    give_phrase(learner=paul, language="ar")
    other = browser(paul)
    other.cookies["phrase"] = client.cookies["phrase"].value
    assert words_on(other.get(address("my_phrase"))) == []


def test_that_another_phrase_has_ended_is_said():
    pia, paul = make_learner(), make_learner()
    words = give_phrase(learner=pia, language="ar")
    give_phrase(learner=paul, language="ar")
    reply = browser(paul).post(
        address("phrase_use"), {"phrase": " ".join(words)}, follow=True
    )
    assert len(reply.context["messages"]) == 2


APP = "Mozilla/5.0 (Linux; Android 13; wv) Chrome/120.0 [FB_IAB/FB4A;FBAV/450.0;]"
IPHONE = "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 Instagram 312.0"


@pytest.mark.parametrize(
    ("agent", "link"),
    [
        (APP, "intent://testserver/ar/progress/#Intent;scheme=http;"),
        (IPHONE, "http://testserver/ar/progress/"),
    ],
)
def test_inside_an_app_the_phrase_comes_with_the_way_out(agent, link):
    client = browser(make_learner())
    page = client.post(
        address("phrase_new"), follow=True, headers={**OURS, "user-agent": agent}
    )
    assert f'href="{link}' in page.content.decode()
    assert 'target="_blank"' in page.content.decode()


def test_a_phrase_needs_a_learner():
    reply = browser().post(address("phrase_new"))
    assert reply.status_code == 302
    assert browser().get(address("my_phrase")).status_code == 302
    assert not Learner.objects.exists()


def test_the_phrase_brings_the_learner_to_a_clean_browser():
    pia = make_learner()
    words = give_phrase(learner=pia, language="ar")
    client = browser()
    reply = client.post(address("phrase_use"), {"phrase": " ".join(words)})
    assert reply.status_code == 302
    assert client.get(reply.url).context["progress"]["known"]


@pytest.mark.parametrize(
    "pasted",
    [
        "{}، {}، {}، {}.",
        "1. {}\n2. {}\n3. {}\n4. {}\n",
        "١- {}\r\n٢- {}\r\n٣- {}\r\n٤- {}",
        "«{}» «{}» «{}» «{}»",
        "\u2067{}\u2069 – {}\u061c – {}\ufeff – \u00ad{}",
    ],
)
def test_a_phrase_is_taken_as_it_is_pasted(pasted):
    pia = make_learner()
    words = give_phrase(learner=pia, language="ar")
    typed = pasted.format(*(word.replace("ء", "") for word in words))
    reply = browser().post(address("phrase_use"), {"phrase": typed})
    assert reply.status_code == 302


@pytest.mark.parametrize("typed", ["", "نهر باب", "واحد اثنان ثلاثة أربعة خمسة"])
def test_half_a_phrase_comes_back_with_what_to_do(typed):
    reply = browser().post(address("phrase_use"), {"phrase": typed})
    assert reply.status_code == 400
    assert reply.context["phrase_form"].errors["phrase"]
    assert typed in reply.content.decode()


def test_a_wrong_phrase_is_refused_and_kept_in_the_field():
    typed = "نهر باب شمس كتاب"
    reply = browser().post(address("phrase_use"), {"phrase": typed})
    assert reply.status_code == 400
    assert f'value="{typed}"' in reply.content.decode()
    assert COOKIE not in reply.cookies


def test_guessing_phrases_is_stopped(settings):
    assert "phrase" in settings.ACCOUNT_RATE_LIMITS
    settings.ACCOUNT_RATE_LIMITS = {"phrase": "3/m/ip"}
    client, guess = browser(), {"phrase": "نهر باب شمس كتاب"}
    replies = [client.post(address("phrase_use"), guess) for _guess in range(4)]
    assert [reply.status_code for reply in replies] == [400, 400, 400, 429]
    assert guess["phrase"] in replies[-1].content.decode()


def test_forgetting_needs_a_yes():
    pia = make_learner()
    reply = browser(pia).post(address("forget_me"), {})
    assert reply.status_code == 400
    assert reply.context["forget_form"].errors["sure"]
    assert Learner.objects.get() == pia


def test_forgetting_deletes_the_learner_and_the_cookie():
    client = browser(make_learner())
    reply = client.post(address("forget_me"), {"sure": "on"})
    assert not Learner.objects.exists()
    assert reply.cookies[COOKIE].value == ""
    assert not client.get(reply.url).context["progress"]["known"]


def test_a_forged_cookie_is_explained_and_taken_away():
    client = browser()
    client.cookies[COOKIE] = "forged:value"
    reply = client.get(address())
    assert reply.status_code == 200
    assert reply.context["progress"]["notice"]
    assert reply.cookies[COOKIE].value == ""


def test_an_expired_cookie_is_nobodys(settings):
    client = browser(make_learner())
    settings.LEARNER_COOKIE_AGE = -1
    assert not client.get(address()).context["progress"]["known"]


@pytest.mark.parametrize("name", ["phrase_new", "phrase_use", "forget_me"])
def test_other_sites_and_other_methods_are_refused(name):
    client = browser(make_learner())
    assert client.get(address(name)).status_code == 405
    elsewhere = client.post(address(name), headers={"sec-fetch-site": "cross-site"})
    assert elsewhere.status_code == 403
    assert Learner.objects.exists()


def test_the_page_is_private():
    reply = browser(make_learner()).get(address())
    assert "no-store" in reply.headers["Cache-Control"]
    assert "private" in reply.headers["Cache-Control"]


def test_scripts_can_tell_what_is_mine_from_a_strange_reply():
    assert browser().get(address("me")).headers["X-Part"]
