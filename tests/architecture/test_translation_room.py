"""Only `literacy.translation` knows wagtail-localize: it can be replaced there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from wagtail.models import DraftStateMixin, get_translatable_models

from .sources import APPS, ROOT, files, name_of

ROOM = "literacy/translation/"
# What must stand elsewhere: the list of apps, and templates by the library's names.
ALLOWED = {
    "literacy/settings/base.py",
    "literacy/templates/wagtail_localize/admin/edit_translation.html",
    "literacy/templates/wagtail_localize/admin/submit_translation.html",
}
NAME = re.compile(r"wagtail_localize\b")


def complaints(paths: list[Path], root: Path) -> Iterator[str]:
    for path in paths:
        name = str(path.relative_to(root))
        if name.startswith(ROOM) or name in ALLOWED or "migrations" in path.parts:
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            if NAME.search(line):
                yield f"{name}:{number}: names wagtail_localize"


def product_files() -> list[Path]:
    return files(".py", ".html", ".js", under=(*APPS, "static"))


def test_no_other_room_names_the_library():
    assert list(complaints(product_files(), ROOT)) == []


def test_what_is_allowed_is_needed():
    names = {name_of(path) for path in product_files() if NAME.search(path.read_text())}
    assert names >= ALLOWED


def test_whatever_is_translated_has_drafts():
    """Without them the words of a translation would be live before they are read."""
    models = [one for one in get_translatable_models() if module_of(one) in APPS]
    assert len(models) > 2
    assert [one for one in models if not issubclass(one, DraftStateMixin)] == []


def module_of(model: type) -> str:
    return model.__module__.split(".")[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("quizzes/models.py", "from wagtail_localize.fields import TranslatableField"),
        ("courses/views.py", 'reverse("wagtail_localize:update_translations")'),
        ("literacy/templates/a.html", '{% url "wagtail_localize:stop" %}'),
    ],
)
def test_another_room_that_names_it_is_found(tmp_path, name, text):
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")

    assert len(list(complaints([path], tmp_path))) == 1
    (tmp_path / ROOM).mkdir(parents=True)
    assert not list(complaints([path.rename(tmp_path / ROOM / "x.py")], tmp_path))
