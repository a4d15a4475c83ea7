"""Counters as so many synthetic learners would have raised them, written in bulk.

Learners have abilities from N(0, 1), items difficulties (logits). The names come from
the code that counts real answers; the same seed gives the same counters.
"""

from collections import Counter
from math import exp
from random import Random
from uuid import UUID

from quizzes.formats.confidence.response import ConfidenceResponse
from quizzes.formats.confidence.scoring import grade
from quizzes.models import ActivityVersion, SetTally, Tally
from quizzes.scoring.summaries import STARTED, SetAnswer, item_names, set_names

BATCH = 2000


def answered(version, ability, logit, lots):
    """Return one answer to a choice or a confidence, and its own counters."""
    content = version.snapshot
    is_right = lots.random() < 1 / (1 + exp(logit - ability))
    key, veracity = str(version.activity_key), content["veracity"]
    is_flag = is_right == (veracity == "misleading")
    names = ["answers", "right" if is_right else "not_quite"]
    if content["format"] == "confidence":
        sides = (1, 2) if is_flag else (4, 5)
        step = sides[lots.random() < 0.5]
        assert grade(content, ConfidenceResponse(step)).outcome == names[1]
        return SetAnswer(key, veracity, is_right, is_flag, step=step), [
            *names,
            f"step:{step}",
        ]
    options = content["body"]["options"]
    fitting = [one["id"] for one in options if one["correct"] == is_right]
    option = lots.choice(fitting)
    told = SetAnswer(key, veracity, is_right, is_flag, options=(option,))
    return told, [*names, f"option:{option}"]


def count_sets(versions, learners, seed, logits=None, size=None):
    """Return counters of versions, by key, and of their page, after so many sets.

    `size`: each learner answers so many, drawn; else all answer all.
    """
    lots = Random(seed)
    logits = logits or [lots.uniform(-1.5, 1.0) for _ in versions]
    items = list(zip(versions, logits, strict=True))
    own: dict[int, Counter[str]] = {version.pk: Counter() for version in versions}
    page: Counter[str] = Counter()
    for _ in range(learners):
        ability = lots.gauss(0, 1)
        drawn = lots.sample(items, size) if size else items
        found = [answered(one, ability, logit, lots) for one, logit in drawn]
        told = [one for one, _ in found]
        for place, (version, _) in enumerate(drawn):
            own[version.pk].update([*found[place][1], *item_names(told, place)])
        page.update([STARTED, *set_names(told)])
    return own, page


def store(own, page=None, subject: UUID | None = None, language="ar"):
    """Write counters, in bulk."""
    Tally.objects.bulk_create(
        (
            Tally(version_id=version, name=name, count=count)
            for version, counts in own.items()
            for name, count in counts.items()
        ),
        batch_size=BATCH,
    )
    if subject and page:
        SetTally.objects.bulk_create(
            (
                SetTally(subject_key=subject, language=language, name=name, count=count)
                for name, count in page.items()
            ),
            batch_size=BATCH,
        )


def newest(activities, language="ar") -> list[ActivityVersion]:
    """Return the current versions of activities, in their order."""
    found = {
        version.activity_key: version
        for version in ActivityVersion.objects.filter(
            is_current=True, language=language
        )
    }
    return [found[one.translation_key] for one in activities]
