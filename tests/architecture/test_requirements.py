"""Every package is pinned with its hashes, and production gets none of the tools."""

import re
import tomllib

import pytest

from .sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
REQUIREMENTS = (ROOT / "requirements.txt").read_text("utf-8")
RUNTIME, TOOLS = REQUIREMENTS.split("# For tests and tools\n")


def pinned(text: str) -> dict[str, int]:
    """Return each pinned package with the number of its hashes."""
    found: dict[str, int] = {}
    for line in text.splitlines():
        if name := re.match(r"([A-Za-z0-9._-]+)==", line):
            last = normal(name[1])
            found[last] = 0
        elif line.strip().startswith("--hash=sha256:"):
            found[last] += 1
    return found


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked(requirements: list[str]) -> set[str]:
    return {normal(re.match(r"[A-Za-z0-9._-]+", line)[0]) for line in requirements}


def unhashed(text: str) -> list[str]:
    return [name for name, hashes in pinned(text).items() if not hashes]


def test_every_package_has_hashes():
    assert unhashed(REQUIREMENTS) == []


def test_a_package_without_hashes_is_found():
    assert unhashed("anyascii==0.3.3\n") == ["anyascii"]


def test_what_the_project_asks_for_is_pinned():
    assert asked(PROJECT["dependencies"]) <= set(pinned(RUNTIME))
    assert asked(PROJECT["optional-dependencies"]["test"]) <= set(pinned(TOOLS))


@pytest.mark.parametrize("name", ["freezegun", "rq-scheduler", "pytest", "mypy"])
def test_production_gets_no_tools(name):
    assert name not in pinned(RUNTIME)
