"""Counts anew from attempts and answers what the tallies should say."""

from collections import Counter
from itertools import groupby

from quizzes.formats.rules import person_names, regrade, set_answer, tally_names
from quizzes.models import Answer, Attempt, SetTally, Tally
from quizzes.scoring.summaries import STARTED, SetAnswer, item_names, set_names

Counts = Counter[tuple]


def stored() -> tuple[Counts, Counts]:
    """Return what the tallies say: of versions, and of pages."""
    versions = Tally.objects.exclude(count=0)
    pages = SetTally.objects.exclude(count=0)
    return (
        Counter({(one.version_id, one.name): one.count for one in versions}),
        Counter(
            {(one.subject_key, one.language, one.name): one.count for one in pages}
        ),
    )


def recounted() -> tuple[Counts, Counts]:
    """Return what they should say by the rows that are there."""
    versions: Counts = Counter()
    pages: Counts = Counter()
    first = Answer.objects.filter(is_finished=True, nth=1).select_related("version")
    for answer in first:
        versions.update((answer.version_id, name) for name in names_of(answer))
    sets = Attempt.objects.exclude(kind=Attempt.PRACTICE).order_by("pk")
    for attempt in first_of_each(list(sets)):
        pages[attempt.subject_key, attempt.language, STARTED] += 1
    for attempt in sets.filter(is_counted=True):
        count_set(attempt, versions, pages)
    return versions, pages


def first_of_each(attempts: list[Attempt]) -> list[Attempt]:
    """Return each learner's first attempt of a kind at each page."""

    def place(attempt: Attempt) -> tuple:
        return attempt.learner_id, str(attempt.subject_key), attempt.kind

    return [next(group) for _, group in groupby(sorted(attempts, key=place), place)]


def count_set(attempt: Attempt, versions: Counts, pages: Counts) -> None:
    """Add what a counted set brings to its page, and to the versions of its answers."""
    answers = attempt.answers.filter(is_finished=True).select_related("version")
    judged = [answer for answer in answers.order_by("pk") if answer.outcome != "done"]
    told = [told_by(answer) for answer in judged]
    place = attempt.subject_key, attempt.language
    pages.update((*place, name) for name in set(set_names(told)))
    for number, answer in enumerate(judged):
        if answer.nth == 1:
            names = set(item_names(told, number))
            versions.update((answer.version_id, name) for name in names)


def names_of(answer: Answer) -> set[str]:
    content = answer.version.snapshot
    response, mark = regrade(content, answer.response)
    names = tally_names(content, response, mark)
    return {*names, *person_names(content, answer.arm, mark)}


def told_by(answer: Answer) -> SetAnswer:
    content = answer.version.snapshot
    response, mark = regrade(content, answer.response)
    return set_answer(str(answer.activity_key), content, response, mark)
