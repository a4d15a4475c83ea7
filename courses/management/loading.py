"""What the commands that load content files share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError, CommandParser

from courses.services.loading import ContentError


class LoadCommand(BaseCommand):
    """Loads a folder through a service; a mistake in a file ends it with one line."""

    load: ClassVar[Callable[..., Any]]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="Also replace what editors changed since the last time.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loading = self.load(
                folder=options["folder"], overwrite=options["overwrite"]
            )
        except ContentError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(loading.summary())
