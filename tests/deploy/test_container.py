"""The image runs as a user without rights, and owns what it writes."""

import subprocess

import pytest

from .image import instructions, without_rights
from .serving import ask


def test_a_page_is_served_twice_and_nothing_is_refused(image, server):
    first, second = ask(server.port), ask(server.port)

    assert first.status == second.status == 200
    assert first.text == second.text
    # The second was stored by the first.
    assert any(path.is_file() for path in (image.root / "data/pages").rglob("*"))
    said = server.log.read_text(encoding="utf-8")
    assert "denied" not in said
    assert "Traceback" not in said


def test_static_files_are_part_of_the_image(server):
    address = ask(server.port).text.partition('src="/static/')[2].partition('"')[0]

    assert ask(server.port, f"/static/{address}").status == 200


@pytest.mark.parametrize("place", ["site", "site/literacy", "site/var/static"])
def test_the_user_of_the_site_cannot_change_the_program(image, place):
    done = subprocess.run(
        without_rights(["touch", str(image.root / place / "new")]), check=False
    )

    assert done.returncode != 0


def test_instructions_are_joined_lines():
    text = "FROM a\n# A remark.\nRUN one \\\n    && two\nENV A=1 \\\n  B=2\n"

    assert instructions(text) == [
        ("FROM", "a"),
        ("RUN", "one && two"),
        ("ENV", "A=1 B=2"),
    ]
