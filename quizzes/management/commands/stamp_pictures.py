from typing import Any

from django.core.management.base import BaseCommand

from quizzes.services import stamp_pictures


class Command(BaseCommand):
    help = (
        "Stamps the pictures of all published activities anew, after a change of "
        "SITE_URL or of the words. Safe to run again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        done = stamp_pictures()
        self.stdout.write(
            f"{done.frozen} activities frozen, {done.deleted} old stamps deleted."
        )
