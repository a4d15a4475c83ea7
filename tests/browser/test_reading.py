"""Each format as a screen reader tells it: the question, the state, the feedback.

The reader of reader.py goes through the activity from its first to its last stop:
once untouched, once when something is chosen, once when it is answered.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from . import course
from .hands import Touch
from .player import Player
from .reader import first, read
from .test_every_lesson import play

FORMATS = [
    "choice",
    "confidence",
    "order",
    "spotter",
    "inspector",
    "sort",
    "feed",
    "chat",
    "search",
]
CONTROLS = ("radio", "checkbox", "combobox", "button")
# What is said of a control that is ticked or chosen, or of a status that changed.
CHOSEN = ", checked"


@pytest.fixture
def place_of(page_for) -> Callable[[str, str], tuple[Player, Locator]]:
    """Return a function that goes to the first practice of a format."""

    def go(format_: str, language: str) -> tuple[Player, Locator]:
        module, lesson, number = course.practices(format_)[0]
        page = page_for(language, 390)
        player = Player(page, Touch(page), scripts=True)
        player.open(f"/{language}/modules/{module}/{lesson}/")
        step = player.step_of("practice").nth(number)
        while "is-now" not in (step.get_attribute("class") or ""):
            player.next_step()
        return player, step.locator("live-fragment")

    return go


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("format_", FORMATS)
def test_question_then_state_then_feedback(place_of, format_, language):
    player, place = place_of(format_, language)
    untouched = read(place)
    question = first(untouched, "heading", "radiogroup", "group")
    assert 0 <= question < first(untouched, *CONTROLS), "question first"
    assert not any(CHOSEN in phrase.replace("not checked", "") for phrase in untouched)
    unnamed = [one for one in untouched if one.strip() in CONTROLS]
    assert unnamed == [], "each control says what it is"

    field = first_field(place)
    if field:
        player.hands.mark(field)
        told = [one.replace("not checked", "") for one in read(place)]
        assert any(CHOSEN in phrase for phrase in told), "the choice is told"
        player.page.reload()
        expect(player.step).to_have_attribute("data-kind", "practice")

    play(player, place, format_)
    answered = read(place)
    verdict = place.locator("#result").inner_text().strip()
    parts = place.locator(".feedback .feedback__part").all_inner_texts()
    rest = answered
    for text in [verdict, *(part.splitlines()[0] for part in parts)]:
        assert where(rest, text) >= 0, f"“{text}” comes after what is before it"
        rest = rest[where(rest, text) :]


def first_field(place: Locator) -> Locator | None:
    """Return the first box or radio that is shown; there may be none."""
    fields = place.locator("input[type=radio], input[type=checkbox]").all()
    labels = ((one, one.locator("xpath=ancestor::label")) for one in fields)
    return next((one for one, label in labels if label.is_visible()), None)


def where(phrases: list[str], text: str) -> int:
    """Return the first stop that says the text, by its letters."""
    wanted = "".join(text.split())
    said = ("".join(phrase.split()) for phrase in phrases)
    return next((place for place, one in enumerate(said) if wanted in one), -1)
