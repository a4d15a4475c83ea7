from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from literacy.services import forget_idle_learners

# As long as a phone keeps the learner's cookie.
DAYS = 400


class Command(BaseCommand):
    help = "Deletes learners who answered nothing for a long time. Run it daily."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=DAYS)

    def handle(self, *args: Any, **options: Any) -> None:
        count = forget_idle_learners(days=options["days"])
        self.stdout.write(f"{count} learners deleted.")
