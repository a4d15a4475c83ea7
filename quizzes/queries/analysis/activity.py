"""The report's page of one activity in one language, version by version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from quizzes.figures import Figure, figure
from quizzes.formats.registry import format_of
from quizzes.formats.tables import Breakdown
from quizzes.models import Activity, ActivityVersion
from quizzes.scoring import counters
from quizzes.scoring.counters import Counts
from quizzes.scoring.measures import discernment
from quizzes.scoring.measures.discernment import CohortHalves
from quizzes.scoring.measures.effects import Effect, between, describe
from quizzes.scoring.measures.intervals import Estimate
from quizzes.scoring.measures.minimums import (
    EFFECT_PERSONS_PER_GROUP,
    ITEM_DISCRIMINATION,
)

from .items import ItemStats, compared, item_stats
from .passport import Passport, passport
from .places import PageLink, pages_using
from .tallies import counts_of


@dataclass(frozen=True)
class CurvePoint:
    """Of those with this rest score: how many there are, and which share was right."""

    rest: int
    persons: int
    share: float


@dataclass(frozen=True)
class Arm:
    """`name` is "prompt" or "none"."""

    name: str
    halves: Figure[CohortHalves]


@dataclass(frozen=True)
class FeedCohort:
    """Sharing in one feed by arm of the accuracy prompt; `effect` is prompt less none.

    `has_prompt`: the feed asks half of the learners about accuracy first.
    """

    has_prompt: bool
    arms: tuple[Arm, ...]
    effect: Figure[Effect]
    check_rate: Figure[Estimate]


@dataclass(frozen=True)
class VersionAnalysis:
    number: int
    frozen_on: date
    is_current: bool
    stats: ItemStats
    curve: Figure[tuple[CurvePoint, ...]]
    breakdowns: tuple[Breakdown, ...]
    feed: FeedCohort | None


@dataclass(frozen=True)
class ActivityAnalysis:
    """`activity` is None where it was deleted: what was answered stays."""

    key: UUID
    language: str
    title: str
    format: str
    activity: Activity | None
    passport: Passport | None
    versions: tuple[VersionAnalysis, ...]
    pages: tuple[PageLink, ...]
    languages: tuple[str, ...]


def activity_analysis(key: UUID, language: str) -> ActivityAnalysis | None:
    """Return all versions, the current one first. None if there is none."""
    known = list(
        ActivityVersion.objects.filter(activity_key=key).order_by(
            "-is_current", "-number"
        )
    )
    own = [version for version in known if version.language == language]
    if not own:
        return None
    counts = counts_of(version.pk for version in known)
    current = {
        version.language: counts.get(version.pk, {})
        for version in known
        if version.is_current
    }
    versions = tuple(
        version_analysis(version, counts.get(version.pk, {}), current)
        for version in own
    )
    activity = (
        Activity.objects.filter(translation_key=key, locale__language_code=language)
        .select_related("locale", "skill", "reviewed_by")
        .first()
    )
    stats = versions[0].stats if own[0].is_current else None
    return ActivityAnalysis(
        key=key,
        language=language,
        title=activity.title if activity else own[0].content["key"],
        format=own[0].format,
        activity=activity,
        passport=passport(activity, stats) if activity else None,
        versions=versions,
        pages=tuple(pages_using().get(activity.pk, [])) if activity else (),
        languages=tuple(sorted({version.language for version in known})),
    )


def version_analysis(
    version: ActivityVersion, counts: Counts, current: Mapping[str, Counts]
) -> VersionAnalysis:
    """Read one version; only current ones are compared between languages."""
    stats = item_stats(version.format, counts)
    if version.is_current:
        stats = compared(stats, version.language, current)
    return VersionAnalysis(
        number=version.number,
        frozen_on=version.frozen_on,
        is_current=version.is_current,
        stats=stats,
        curve=curve(counts),
        breakdowns=tuple(format_of(version.format).breakdown(version.snapshot, counts)),
        feed=feed_cohort(version, counts) if version.format == "feed" else None,
    )


def curve(counts: Counts) -> Figure[tuple[CurvePoint, ...]]:
    """Return the share that was right at each rest score."""
    sets = counters.joint(counts)
    persons = sets.persons if sets else 0

    def compute() -> tuple[CurvePoint, ...] | None:
        table = sets.table if sets else {}
        points = []
        for rest in range((sets.others if sets else 0) + 1):
            wrong, right = table.get((0, rest), 0), table.get((1, rest), 0)
            share = discernment.rate(right, right + wrong)
            if share is not None:
                points.append(CurvePoint(rest, right + wrong, share))
        return tuple(points) or None

    return figure(persons, ITEM_DISCRIMINATION, compute)


def feed_cohort(version: ActivityVersion, counts: Counts) -> FeedCohort:
    """Return how a feed was shared, by whether accuracy was asked about first."""
    tables = counters.shares(counts)
    checks = counters.checks(counts)
    asked = bool(version.snapshot["body"].get("accuracy_prompt"))
    arms = tuple(
        Arm(name, _halves(tables.get(name, {})))
        for name in (("prompt", "none") if asked else ("none",))
    )
    smaller = min(persons_in(tables.get(name, {})) for name in ("prompt", "none"))
    return FeedCohort(
        has_prompt=asked,
        arms=arms,
        effect=figure(
            smaller,
            EFFECT_PERSONS_PER_GROUP,
            lambda: _effect(tables.get("prompt", {}), tables.get("none", {})),
        ),
        check_rate=figure(
            sum(persons for (_done, of), persons in checks.items() if of),
            EFFECT_PERSONS_PER_GROUP,
            lambda: discernment.mean_rate(checks),
        ),
    )


def persons_in(table: discernment.HalvesTable) -> int:
    """Return how many saw both halves: of nobody else is there a difference."""
    return sum(discernment.both_halves(table).values())


def _halves(table: discernment.HalvesTable) -> Figure[CohortHalves]:
    return figure(
        persons_in(table),
        EFFECT_PERSONS_PER_GROUP,
        lambda: discernment.cohort_share_disc(table),
    )


def _effect(
    prompted: discernment.HalvesTable, plain: discernment.HalvesTable
) -> Effect | None:
    groups = [describe(_discernments(table)) for table in (prompted, plain)]
    first, second = groups
    return between(first, second) if first and second else None


def _discernments(table: discernment.HalvesTable) -> dict[float, int]:
    """Return {ShareDisc: persons} of those who saw both halves."""
    found: dict[float, int] = {}
    for key, persons in table.items():
        value = discernment.share_disc(*key).discernment
        if value is not None:
            found[value] = found.get(value, 0) + persons
    return found
