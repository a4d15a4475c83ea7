from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from courses.services.loading import ContentError, load_module


class Command(BaseCommand):
    help = "Load a module, with its lessons and activities, from a folder."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="Also replace what editors changed since the last time.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loading = load_module(
                folder=options["folder"], overwrite=options["overwrite"]
            )
        except ContentError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(loading.summary())
