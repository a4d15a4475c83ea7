"""The home page, however it is opened."""

import pytest

from .checks import assert_sound


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("dark", [False, True])
def test_home_is_sound(page_for, axe, language, width, scripts, dark):
    page = page_for(language, width, scripts=scripts, dark=dark)

    page.goto(f"/{language}/")

    assert_sound(page)
    axe(page)


def test_home_sets_no_cookie_and_is_the_same_for_everybody(page_for):
    pages = [page_for("ar"), page_for("ar")]
    bodies = [page.goto("/ar/").body() for page in pages]

    assert bodies[0] == bodies[1]
    assert [page.context.cookies() for page in pages] == [[], []]
