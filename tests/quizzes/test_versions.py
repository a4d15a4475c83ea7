"""Which version of an activity a page shows."""

from uuid import uuid4

import pytest

from quizzes.models import ActivityVersion
from quizzes.queries import newest_versions

pytestmark = pytest.mark.django_db


def freeze(key, *versions):
    """Store versions of an activity by their language, the current one with a star."""
    for number, (language, star) in enumerate((one[:2], one[2:]) for one in versions):
        ActivityVersion.objects.create(
            activity_key=key,
            language=language,
            number=number,
            digest=f"{key}{number}",
            content={},
            is_current=bool(star),
        )


@pytest.mark.parametrize(
    ("versions", "shown"),
    [
        (["ar", "ar*", "en*"], 1),
        (["ar*", "en*"], 0),
        # Withdrawn in the visitor's language: the last that stood there.
        (["ar", "ar", "en*"], 1),
        # Never there at all.
        (["en", "en*", "ku"], 1),
        (["en", "ku"], 1),
    ],
)
def test_the_visitors_language_comes_first_then_what_is_current(versions, shown):
    key = uuid4()
    freeze(key, *versions)
    assert newest_versions([str(key)], "ar")[str(key)].number == shown


def test_a_long_history_costs_no_more_than_a_short_one(django_assert_num_queries):
    keys = [uuid4() for _ in range(3)]
    for key in keys:
        freeze(key, *["ar"] * 9, "ar*")
    with django_assert_num_queries(2) as asked:
        found = newest_versions(keys, "ar")
    assert {one.number for one in found.values()} == {9}
    ranking = asked.captured_queries[0]["sql"]
    assert '"content"' not in ranking, "only what is shown is read whole"
