"""Receivers that die or dawdle in the middle of an answer.

A test says so by a file in the site's folder: "die-inside" kills the process within the
answer's transaction, "die-after" between the commit and what follows it, both once;
"dawdle" holds every transaction of an answer or a merge open for a while.
"""

import os
import signal
import time
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings

SECONDS = 0.6


class CrashesConfig(AppConfig):
    name = "tests.crashes"

    def ready(self) -> None:
        from literacy.signals import learners_merging
        from quizzes.signals import answer_recorded, answer_recording

        # Each once more than a receiver of the site's own: these come last.
        answer_recording.connect(die_inside)
        answer_recorded.connect(die_after)
        answer_recording.connect(dawdle)
        learners_merging.connect(dawdle)


def wanted(name: str) -> Path:
    return Path(settings.DATA_DIR) / name


def die_once(name: str) -> None:
    """Die at once, as by the kernel's hand, if a test asked for it."""
    try:
        wanted(name).unlink()
    except FileNotFoundError:
        return
    os.kill(os.getpid(), signal.SIGKILL)


def die_inside(**kwargs: Any) -> None:
    die_once("die-inside")


def die_after(**kwargs: Any) -> None:
    die_once("die-after")


def dawdle(**kwargs: Any) -> None:
    if wanted("dawdle").exists():
        time.sleep(SECONDS)
