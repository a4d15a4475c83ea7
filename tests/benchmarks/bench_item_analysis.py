"""What the reports on answers cost, after 1,000 answers and after 1,000,000.

Synthetic learners answer sets of four of a bank in two languages; their counters are
written in bulk, as `python -m tests.benchmarks.bench_item_analysis`, or `make bench`.
"""

import argparse
import os
import time
from collections.abc import Callable
from typing import Any

import django

ACTIVITIES, SET = 64, 4


def make_place() -> tuple[list[Any], Any]:
    """Return a published bank and a quiz of it."""
    from tests.make import make_bank, make_quiz

    bank = make_bank(ACTIVITIES // 2)
    return bank, make_quiz(bank[:8])


def fill(bank: list[Any], quiz: Any, answers: int) -> None:
    """Write the counters of so many answers anew."""
    from quizzes.models import SetTally, Tally
    from tests.quizzes.counted import count_sets, newest, store

    Tally.objects.all().delete()
    SetTally.objects.all().delete()
    own, page = count_sets(newest(bank), answers // SET, answers, size=SET)
    store(own, page, quiz.translation_key)


def cost(ask: Callable[[], Any]) -> tuple[int, float]:
    """Return how many queries it took, and the best of three times in milliseconds."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times = []
    for _round in range(3):
        with CaptureQueriesContext(connection) as queries:
            start = time.perf_counter()
            ask()
            times.append(time.perf_counter() - start)
    return len(queries), 1000 * min(times)


def reports(bank: list[Any], quiz: Any) -> dict[str, Callable[[], Any]]:
    from quizzes.queries.analysis import (
        activity_analysis,
        item_rows,
        subject_analysis,
        subject_rows,
    )

    key, subject = bank[0].translation_key, quiz.translation_key
    return {
        "all activities": item_rows,
        "one activity": lambda: activity_analysis(key, "ar"),
        "all pages": subject_rows,
        "one page": lambda: subject_analysis(subject, "ar"),
    }


def measure(sizes: list[int]) -> None:
    """Print a line for each report and size."""
    bank, quiz = make_place()
    print(f"{'report':<16}{'answers':>12}{'queries':>9}{'ms':>9}")
    found: dict[str, set[int]] = {}
    for answers in sizes:
        fill(bank, quiz, answers)
        for name, ask in reports(bank, quiz).items():
            queries, milliseconds = cost(ask)
            found.setdefault(name, set()).add(queries)
            print(f"{name:<16}{answers:>12,}{queries:>9}{milliseconds:>9.1f}")
    same = all(len(counts) == 1 for counts in found.values())
    print("The same queries for every size." if same else "Queries grow!")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 1_000_000])
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "literacy.settings.test"
    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    databases = setup_databases(verbosity=0, interactive=False)
    try:
        measure(options.sizes)
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
