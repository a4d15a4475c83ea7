from typing import Any

from django.core.management.base import BaseCommand

from literacy.services import set_up_editors


class Command(BaseCommand):
    help = "Gives the group of editors its rights. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        group = set_up_editors()
        pages = group.page_permissions.values("page").distinct().count()
        self.stdout.write(f"Group “{group}”: may write below {pages} home pages.")
