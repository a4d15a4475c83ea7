"""Tables of the item analysis, filled with numbers of every kind."""

from collections import Counter

import pytest

from quizzes.formats import rules
from quizzes.formats.registry import format_of
from quizzes.formats.rules import grade, parse, tally_names
from tests.base import make_edda, signed_in
from tests.make import (
    BODIES,
    feed_body,
    make_activity,
    make_home,
    make_locale,
    version_of,
)
from tests.quizzes.counted import store

HEADINGS = {
    "choice": "Options chosen",
    "confidence": "How sure they were",
    "order": "Where each step was put",
    "feed": "What was done with each post",
    "chat": "Ends that were reached",
    "spotter": "Pieces that were marked",
    "inspector": "Places that were picked",
    "sort": "Where each card was put",
    "search": "Verdicts",
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def edda():
    make_home()
    user = make_edda()
    user.wagtail_userprofile.preferred_language = "en"
    user.wagtail_userprofile.save()
    return signed_in(user)


def report_of(client, activity, language="ar") -> str:
    key = activity.translation_key
    response = client.get(f"/cms/reports/items/activities/{key}/{language}/")
    assert response.status_code == 200
    return response.content.decode()


def panel_of(text: str, heading: str) -> str:
    """Return the section under a heading."""
    start = text.index(f"<h3>{heading}</h3>")
    return text[start : text.index("</section>", start)]


def names_of(version, is_right: bool) -> list[str]:
    """Return the counters that one answer raises."""
    content = version.snapshot
    data = format_of(content["format"]).example(content, is_right)
    if "moves" in data:
        data = rules.fold(content, data["moves"])
    response = parse(content["format"], content, data)
    return tally_names(content, response, grade(content, response))


def count_answers(version, right: int, wrong: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for is_right, times in ((True, right), (False, wrong)):
        found.update(dict.fromkeys(names_of(version, is_right), times))
    return found


@pytest.mark.parametrize("format_", BODIES)
def test_every_format_has_a_page_with_its_table(edda, format_):
    activity = make_activity(format_)
    version = version_of(activity)
    store({version.pk: count_answers(version, right=30, wrong=10)})
    text = report_of(edda, activity)
    assert activity.title in text
    assert "75%" in panel_of(text, HEADINGS[format_])
    assert "do not fit together" not in text


def count_sets_of_four(right: int) -> dict[str, int]:
    """Return counters of a hundred persons at each rest score, so many right."""
    counts = {"answers": 400, "right": 4 * right}
    for rest in range(4):
        counts |= {f"set:3:{rest}:1": right, f"set:3:{rest}:0": 100 - right}
    return counts


def test_an_activity_in_two_languages_is_compared(edda):
    arabic = make_activity("choice")
    english = make_activity(
        "choice", translation_key=arabic.translation_key, locale=make_locale("en")
    )
    counts = {arabic: count_sets_of_four(50), english: count_sets_of_four(80)}
    store({version_of(one).pk: found for one, found in counts.items()})
    for language, delta in {"ar": "−3.26", "en": "3.26"}.items():
        text = report_of(edda, arabic, language)
        panel = panel_of(text, "Compared with other languages")
        assert f"<b>{delta}</b>" in panel
        assert "rewrite one of them" in panel
        assert "Different from another language" in text
        assert f"/activities/{arabic.translation_key}/en/" in text


def test_a_feed_shows_how_both_arms_shared(edda):
    activity = make_activity("feed", body=feed_body(accuracy_prompt=True))
    version = version_of(activity)
    store(
        {
            version.pk: count_answers(version, right=30, wrong=30)
            | {
                "discern:prompt:1:1:0:1": 20,
                "discern:prompt:1:1:1:1": 10,
                "discern:none:1:1:0:1": 10,
                "discern:none:1:1:1:1": 20,
                "checks:1:1": 45,
                "checks:0:1": 15,
            }
        }
    )
    panel = panel_of(report_of(edda, activity), "Sharing, person by person")
    asked = panel[panel.index("asked about accuracy first") : panel.index("not asked")]
    assert "<td>33%</td>" in asked
    assert "<b>0.67</b>" in asked
    assert "<td>67%</td>" in panel[panel.index("not asked") :]
    assert "d = 0.70" in panel
    assert "Learners were assigned by lot" in panel
    assert "75%" in panel
    assert "needs more answers" not in panel
