"""Modules and lessons in lists."""

from dataclasses import dataclass
from typing import Any

from wagtail.query import PageQuerySet

from courses.models import LessonPage, ModuleIndexPage, ModulePage
from literacy.models import HomePage

# Colours of a wall's tiles, in the order in which the lessons stand.
PALETTES = (1, 5, 3, 2, 6, 7, 4, 11, 12)


@dataclass(frozen=True)
class ModuleCard:
    """A module in a list; `key` is the same in every language."""

    key: str
    title: str
    promise: str
    url: str
    is_open: bool
    artwork: str
    lesson_count: int
    minutes: int
    is_first: bool


@dataclass(frozen=True)
class LessonCard:
    """A lesson in a list; `number` counts from 1 within its module."""

    key: str
    number: int
    title: str
    summary: str
    url: str
    minutes: int
    tile: str
    palette: int
    is_sensitive: bool


def modules_below(index: ModuleIndexPage) -> list[ModulePage]:
    """Return the modules of a list, in the order in which they are learnt."""
    modules = ModulePage.objects.child_of(index).live().order_by("path")
    return list(modules.defer_streamfields())


def listed(lessons: PageQuerySet[LessonPage]) -> PageQuerySet[LessonPage]:
    """Keep what lists show: an unlisted lesson is for whoever has its address."""
    return lessons.live().filter(is_unlisted=False)


def lessons_below(index: ModuleIndexPage) -> dict[str, list[LessonPage]]:
    """Return all lessons of a list by their module's path, in one query."""
    lessons = listed(LessonPage.objects.descendant_of(index)).order_by("path")
    found: dict[str, list[LessonPage]] = {}
    for lesson in lessons:
        found.setdefault(lesson.path[: -LessonPage.steplen], []).append(lesson)
    return found


def module_cards(index: ModuleIndexPage) -> list[ModuleCard]:
    """Return the modules under the index, in two queries."""
    return cards_of(modules_below(index), lessons_below(index))


def cards_of(
    modules: list[ModulePage], lessons: dict[str, list[LessonPage]]
) -> list[ModuleCard]:
    """Return each module with how many lessons and minutes it has."""
    return [
        ModuleCard(
            key=str(module.translation_key),
            title=module.title,
            promise=module.promise,
            url=module.url,
            is_open=module.is_open,
            artwork=module.artwork,
            lesson_count=len(lessons.get(module.path, [])),
            minutes=sum(one.minutes for one in lessons.get(module.path, [])),
            is_first=number == 0,
        )
        for number, module in enumerate(modules)
    ]


def home_modules(index: ModuleIndexPage, home: HomePage) -> dict[str, Any]:
    """Return the modules as the home page shows them."""
    cards = module_cards(index)
    return {
        "title": home.modules_title,
        "index_url": index.url,
        "modules": cards,
        "start_url": next((card.url for card in cards if card.is_open), ""),
    }


def lesson_cards(module: ModulePage) -> list[LessonCard]:
    """Return the lessons of a module, in one query."""
    lessons = listed(LessonPage.objects.child_of(module))
    return [
        LessonCard(
            key=str(lesson.translation_key),
            number=number,
            title=lesson.title,
            summary=lesson.summary,
            url=lesson.url,
            minutes=lesson.minutes,
            tile=lesson.tile,
            palette=PALETTES[number % len(PALETTES)],
            is_sensitive=lesson.is_sensitive,
        )
        for number, lesson in enumerate(
            lessons.defer_streamfields().order_by("path"), start=1
        )
    ]
