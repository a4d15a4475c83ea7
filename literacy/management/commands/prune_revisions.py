from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from literacy.services import prune_revisions


class Command(BaseCommand):
    help = (
        "Deletes old drafts that nobody published, signed or submitted. Run it daily."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=settings.REVISION_DAYS)

    def handle(self, *args: Any, **options: Any) -> None:
        count = prune_revisions(days=options["days"])
        self.stdout.write(f"{count} revisions deleted.")
