"""The lessons that come with the site, as their files tell them."""

from functools import cache
from typing import Any

from courses.services.loading.reading import load

from .truth import CONTENT


@cache
def read(path: str) -> dict[str, Any]:
    return load((CONTENT / path).read_text(encoding="utf-8"))


def lessons() -> list[tuple[str, str]]:
    """Return module and lesson of each, in the order in which they are learnt."""
    files = [read(f"{path.parent.name}/module.yaml") for path in module_files()]
    ordered = sorted(files, key=lambda file: file["order"])
    return [(file["slug"], key) for file in ordered for key in file["lessons"]]


def module_files() -> list[Any]:
    return list(CONTENT.glob("*/module.yaml"))


def lesson(module: str, key: str) -> dict[str, Any]:
    return read(f"{module}/{key}.yaml")


def practices(format_: str) -> list[tuple[str, str, int]]:
    """Return module, lesson and number of each practice step of a format."""
    found = []
    for module, key in lessons():
        file = lesson(module, key)
        formats = {one["key"]: one["format"] for one in file["activities"]}
        steps = [step for step in file["steps"] if step["type"] == "practice"]
        found += [
            (module, key, number)
            for number, step in enumerate(steps)
            if formats[step["activity"]] == format_
        ]
    return found
