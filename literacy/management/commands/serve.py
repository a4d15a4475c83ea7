import os
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DEFAULT_DB_ALIAS, connections

from literacy.server import WORKERS, server_command


class Command(BaseCommand):
    help = "Checks the settings and the database, then becomes the server."
    # With the database among them, below.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=WORKERS)
        parser.add_argument(
            "--with-schedule",
            action="store_true",
            help="Also runs the scheduled jobs, in a process that ends with it.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.check(databases=[DEFAULT_DB_ALIAS])
        connections.close_all()
        if options["with_schedule"]:
            start_schedule()
        command = server_command(
            host=options["host"], port=options["port"], workers=options["workers"]
        )
        os.execv(command[0], command)  # noqa: S606


def start_schedule() -> None:
    """Start the scheduled jobs beside this process, which keeps its number."""
    subprocess.Popen(  # noqa: S603
        [sys.executable, settings.BASE_DIR / "manage.py", "run_schedule"]
        + ["--beside", str(os.getpid())],
        # Ctrl+C is for the server; this ends with it.
        process_group=0,
    )
