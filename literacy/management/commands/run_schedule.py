import logging
import os
import signal
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections

from literacy.processes import end_with
from literacy.services import run_due_jobs

MINUTE = 60
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Runs the jobs of literacy/schedule.py when they are due. Any number of these "
        "may run: each job is done by one of them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        how = parser.add_mutually_exclusive_group()
        how.add_argument(
            "--once", action="store_true", help="Run what is due now, then end."
        )
        how.add_argument(
            "--beside", type=int, help="End with this process, which started it."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            run_due_jobs()
            return
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *received: sys.exit())
        if options["beside"]:
            end_with(options["beside"], signal.SIGTERM)
        for _minute in minutes(options["beside"]):
            # The database may have been restarted in the last minute.
            close_old_connections()
            try:
                run_due_jobs()
            except Error:
                logger.exception("The database did not answer the schedule")


def minutes(beside: int | None) -> Iterator[None]:
    """Yield now and at the start of each minute, as long as the parent is there."""
    while beside is None or os.getppid() == beside:
        yield
        time.sleep(MINUTE - time.time() % MINUTE)
