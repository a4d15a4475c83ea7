"""The report's page of one quiz or check: what a cohort did, never one person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from wagtail.models import Page

from quizzes.figures import Figure, figure
from quizzes.models import ActivityVersion, QuizPage
from quizzes.scoring import counters
from quizzes.scoring.counters import Counts, Totals
from quizzes.scoring.measures import calibration, detection, discernment, reliability
from quizzes.scoring.measures.calibration import Bin, Confidence
from quizzes.scoring.measures.cynicism import (
    CynicismAlarm,
    cynicism_alarm,
    smaller_side,
)
from quizzes.scoring.measures.detection import CohortDetection
from quizzes.scoring.measures.discernment import CohortHalves
from quizzes.scoring.measures.minimums import (
    BIN_COHORT,
    DETECTION_PERSONS,
    ITEM_DIFFICULTY,
    RELIABILITY,
)
from quizzes.scoring.summaries import FINISHED, STARTED

from .tallies import Edition, begun_and_finished, set_counts

HALVES = ("all", "misleading", "accurate")
# The counters that a comparison of before and after needs.
COMPARED = ("detect:", "total:all:")


@dataclass(frozen=True)
class Reliability:
    """KR-20 and the standard error of measurement, in items."""

    kr20: float | None
    sem: float | None


@dataclass(frozen=True)
class SetHalf:
    """One half of a set, or all of it; `is_fixed`: all answered the same items."""

    name: str
    items: int
    is_fixed: bool
    totals: Figure[Totals]
    reliability: Figure[Reliability]


@dataclass(frozen=True)
class Sureness:
    """Brier's score, the chart and how sure against how right, of `answers`."""

    answers: int
    brier: Figure[float]
    chart: Figure[tuple[Bin, ...]]
    over: Figure[Confidence]


@dataclass(frozen=True)
class Alarm:
    """The comparison of what comes before a course with what comes after it.

    `same_length` is False where the two sets differ in length: d' and c are then
    drawn towards 0 by different amounts.
    """

    before: str
    after: str
    result: Figure[CynicismAlarm]
    same_length: bool


@dataclass(frozen=True)
class SubjectRow:
    """One page in one language in the list."""

    key: UUID
    language: str
    title: str
    started: int
    finished: int
    is_alarming: bool


@dataclass(frozen=True)
class SubjectAnalysis:
    key: UUID
    language: str
    title: str
    started: int
    finished: int
    halves: tuple[SetHalf, ...]
    detection: Figure[CohortDetection]
    discernment: Figure[CohortHalves]
    sureness: Sureness
    alarm: Alarm | None
    languages: tuple[str, ...]


def subject_rows() -> list[SubjectRow]:
    """Return every page that was begun, those with an alarm first."""
    counts = begun_and_finished()
    titles = titles_of(key for key, _language in counts)
    alarming = alarming_editions()
    rows = [
        SubjectRow(
            key=key,
            language=language,
            title=titles.get((key, language)) or titles.get((key, ""), str(key)),
            started=begun(found),
            finished=found.get(FINISHED, 0),
            is_alarming=(key, language) in alarming,
        )
        for (key, language), found in counts.items()
    ]
    return sorted(rows, key=lambda row: (not row.is_alarming, -row.started, row.title))


def subject_analysis(key: UUID, language: str) -> SubjectAnalysis | None:
    """Return what was counted on a page in a language. None if nothing ever was."""
    everywhere = set_counts([key])
    counts = everywhere.get((key, language))
    if counts is None:
        return None
    titles = titles_of([key])
    table = counters.detections(counts)
    persons = sum(discernment.both_halves(table).values())
    return SubjectAnalysis(
        key=key,
        language=language,
        title=titles.get((key, language)) or titles.get((key, ""), str(key)),
        started=begun(counts),
        finished=counts.get(FINISHED, 0),
        halves=set_halves(counts),
        detection=enough_persons(
            figure(persons, DETECTION_PERSONS, lambda: detection.cohort(table))
        ),
        discernment=figure(
            persons, DETECTION_PERSONS, lambda: discernment.cohort_judged_disc(table)
        ),
        sureness=sureness(counts),
        alarm=alarm_of(key, language),
        languages=tuple(sorted(language for _key, language in everywhere)),
    )


def begun(counts: Counts) -> int:
    """Return how many began: nobody finished without that."""
    return max(counts.get(STARTED, 0), counts.get(FINISHED, 0))


def titles_of(keys: Iterable[UUID]) -> dict[Edition, str]:
    """Return page titles by (key, language), and by (key, "") in any language."""
    titles: dict[Edition, str] = {}
    rows = Page.objects.filter(translation_key__in=set(keys))
    for key, language, title in rows.values_list(
        "translation_key", "locale__language_code", "title"
    ):
        titles[key, language] = titles[key, ""] = title
    return titles


def enough_persons(
    found: Figure[CohortDetection],
) -> Figure[CohortDetection]:
    """Hide a mean of too few: those with fewer than eight items do not count."""
    cohort = found.value
    if cohort is None or cohort.persons >= found.minimum:
        return found
    return Figure(None, cohort.persons, found.minimum)


def set_halves(counts: Counts) -> tuple[SetHalf, ...]:
    """Return the set as a whole, then its misleading and its accurate part."""
    results = counters.item_results(counts)
    halves = halves_of(results)
    found = []
    for name in HALVES:
        lengths = counters.totals(counts, name)
        if lengths:
            keys = [key for key in results if name in ("all", halves.get(key))]
            items = {key: results[key] for key in keys}
            found.append(set_half(name, lengths, items, counts.get(FINISHED, 0)))
    return tuple(found)


def halves_of(keys: Mapping[str, object]) -> dict[str, str]:
    """Return the half, misleading or accurate, of each activity, in one query."""
    rows = ActivityVersion.objects.filter(activity_key__in=list(keys)).order_by(
        "is_current", "number"
    )
    return {
        str(key): veracity
        for key, veracity in rows.values_list("activity_key", "content__veracity")
    }


def set_half(
    name: str,
    lengths: list[Totals],
    items: Mapping[str, tuple[int, int]],
    finished: int,
) -> SetHalf:
    """Describe the most frequent length; reliability is of fixed sets alone."""
    most = max(lengths, key=lambda one: one.persons)
    is_fixed = (
        len(lengths) == 1
        and len(items) == most.items
        and all(answers == finished for _, answers in items.values())
    )
    correct = [right for right, _ in items.values()]

    def reliable() -> Reliability | None:
        if not is_fixed:
            return None
        found = reliability.kr20(correct, most.table)
        return Reliability(found, reliability.sem(most.table, found))

    return SetHalf(
        name=name,
        items=most.items,
        is_fixed=is_fixed,
        totals=figure(most.persons, ITEM_DIFFICULTY, lambda: most),
        reliability=figure(most.persons, RELIABILITY, reliable),
    )


def sureness(counts: Counts) -> Sureness:
    table = counters.confidences(counts)
    answers = table.total()
    steps = {step: sum(told) for step, told in calibration.by_step(table).items()}
    fullest, sure = max(steps.values()), answers - steps[calibration.NOT_SURE]
    return Sureness(
        answers=answers,
        brier=figure(answers, BIN_COHORT, lambda: calibration.brier(table)),
        chart=figure(fullest, BIN_COHORT, lambda: calibration.chart(table, BIN_COHORT)),
        over=figure(sure, BIN_COHORT, lambda: calibration.overconfidence(table)),
    )


def alarm_of(key: UUID, language: str) -> Alarm | None:
    """Compare a quiz before a course with the one after it, if this is one of them."""
    pair = next((one for own, one in pairs() if own == language and key in one), None)
    if pair is None:
        return None
    counts = set_counts(pair, *COMPARED)
    titles = titles_of(pair)
    before, after = (counts.get((one, language), {}) for one in pair)
    names = [titles.get((one, language), "") for one in pair]
    return compare(names[0], names[1], before, after)


def compare(before: str, after: str, first: Counts, last: Counts) -> Alarm:
    tables = [counters.detections(counts) for counts in (first, last)]
    persons = smaller_side(*tables)
    lengths = [
        {one.items for one in counters.totals(counts, "all")}
        for counts in (first, last)
    ]
    return Alarm(
        before=before,
        after=after,
        result=figure(persons, DETECTION_PERSONS, lambda: cynicism_alarm(*tables)),
        same_length=lengths[0] == lengths[1],
    )


def alarming_editions() -> set[Edition]:
    """Return the quizzes between which a cohort moved towards flagging everything."""
    known = pairs()
    counts = set_counts({key for _, pair in known for key in pair}, *COMPARED)
    found: set[Edition] = set()
    for language, pair in known:
        before, after = (counts.get((key, language), {}) for key in pair)
        alarm = compare("", "", before, after).result.value
        if alarm and alarm.is_raised:
            found |= {(key, language) for key in pair}
    return found


def pairs() -> list[tuple[str, tuple[UUID, UUID]]]:
    """Return (language, (before, after)) of quizzes under the same parent."""
    rows = QuizPage.objects.filter(purpose__in=["pre", "post"]).order_by("path")
    above: dict[tuple[str, str], dict[str, UUID]] = {}
    for path, language, purpose, key in rows.values_list(
        "path", "locale__language_code", "purpose", "translation_key"
    ):
        place = (language, path[: -Page.steplen])
        above.setdefault(place, {}).setdefault(purpose, key)
    return [
        (language, (found["pre"], found["post"]))
        for (language, _path), found in above.items()
        if len(found) == 2
    ]
