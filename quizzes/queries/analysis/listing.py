"""The report's list: every published activity of every language, flagged first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models.fields.json import KeyTextTransform

from quizzes.models import Activity, ActivityVersion
from quizzes.scoring.counters import Counts

from .items import ItemStats, compared, item_stats
from .places import Part, pages_using
from .tallies import Edition, current_counts


@dataclass(frozen=True)
class ItemRow:
    """One activity in one language, by what its current version's counters say."""

    key: UUID
    language: str
    title: str
    format: str
    skill_key: UUID
    skill: str
    stats: ItemStats
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to; an empty text is everything."""

    module: str = ""
    format: str = ""
    language: str = ""
    skill: str = ""

    def takes(self, row: ItemRow) -> bool:
        return (
            self.module in ("", *(str(part.key) for part in row.parts))
            and self.format in ("", row.format)
            and self.language in ("", row.language)
            and self.skill in ("", str(row.skill_key))
        )


def current_stats() -> dict[Edition, ItemStats]:
    """Return the statistics of every current version, in two queries."""
    versions = list(
        ActivityVersion.objects.filter(is_current=True)
        .annotate(kind=KeyTextTransform("format", "content"))
        .values_list("pk", "activity_key", "language", "kind")
    )
    counts = current_counts()
    languages: dict[UUID, dict[str, Counts]] = {}
    for pk, key, language, _kind in versions:
        languages.setdefault(key, {})[language] = counts.get(pk, {})
    return {
        (key, language): compared(
            item_stats(kind, counts.get(pk, {})), language, languages[key]
        )
        for pk, key, language, kind in versions
    }


def item_rows() -> list[ItemRow]:
    """Return all rows: urgent ones, then flagged ones, then the most answered."""
    stats, places = current_stats(), pages_using()
    rows = []
    for activity in activities():
        edition = (activity["translation_key"], activity["locale__language_code"])
        found = stats.get(edition)
        if found is None:
            continue
        above = (page.parent for page in places.get(activity["pk"], []))
        rows.append(
            ItemRow(
                key=edition[0],
                language=edition[1],
                title=activity["title"],
                format=activity["format"],
                skill_key=activity["skill__translation_key"],
                skill=activity["skill__title"],
                stats=found,
                parts=tuple(dict.fromkeys(part for part in above if part)),
            )
        )
    return sorted(rows, key=lambda row: (row.stats.rank, -row.stats.answers, row.title))


def activities() -> Iterable[Any]:
    """Return what the list says of each activity, in one query."""
    return Activity.objects.values(
        "pk",
        "translation_key",
        "locale__language_code",
        "title",
        "format",
        "skill__translation_key",
        "skill__title",
    )


def flagged_ids() -> list[int]:
    """Return the primary keys of the activities that statistics flag."""
    stats = current_stats()
    editions = {edition for edition, found in stats.items() if found.is_flagged}
    keys = {key for key, _language in editions}
    rows = Activity.objects.filter(translation_key__in=keys)
    return [
        pk
        for pk, key, language in rows.values_list(
            "pk", "translation_key", "locale__language_code"
        )
        if (key, language) in editions
    ]


def parts_in(rows: Iterable[ItemRow], language: str) -> list[tuple[str, str]]:
    """Return the modules to choose from, each once, named in one language."""
    ranked = sorted(rows, key=lambda row: row.language == language)
    names = {str(part.key): part.title for row in ranked for part in row.parts}
    return sorted(names.items(), key=lambda choice: choice[1])


def skills_in(rows: Iterable[ItemRow], language: str) -> list[tuple[str, str]]:
    ranked = sorted(rows, key=lambda row: row.language == language)
    names = {str(row.skill_key): row.skill for row in ranked}
    return sorted(names.items(), key=lambda choice: choice[1])
