"""Content files are YAML 1.2, and every part knows its line."""

import datetime

import pytest

from courses.services.loading.reading import Error, load


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # Words and numbers that YAML 1.1 reads as something else.
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("true", True),
        ("False", False),
        ("9000", 9000),
        ("-3", -3),
        ("0.5", 0.5),
        ("2028-11-23", datetime.date(2028, 11, 23)),
        ("~", None),
        ("", None),
        ("«نعم»", "«نعم»"),
    ],
)
def test_plain_values(text, value):
    assert load(f"a: {text}")["a"] == value
    assert type(load(f"a: {text}")["a"]) is type(value)


def test_every_part_knows_its_line():
    read = load("# one\na:\n  b: 1\n\n  c:\n    - x\n    -\n      d: 2\n")
    assert read.lines == {"a": 2}
    assert read["a"].lines == {"b": 3, "c": 5}
    assert read["a"]["c"].lines == [6, 8]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", 3),
        ("a: {b: ]\n", 1),
        ("a: !!python/name:os.system x\n", 1),
    ],
)
def test_what_is_wrong_names_its_line(text, line):
    with pytest.raises(Error) as found:
        load(text)
    assert found.value.problem_mark.line + 1 == line
