from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from courses.services.loading import read_file
from literacy.page_store import forget_pages


class Command(BaseCommand):
    help = "Load all content, and give a demo editor a sign-in. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        content = settings.BASE_DIR / "courses" / "content"
        call_command("set_up_editors", stdout=self.stdout)
        call_command("load_site", content / "site", stdout=self.stdout)
        for folder in module_folders(content):
            self.stdout.write(f"{folder.name}: ", ending="")
            call_command("load_module", folder, stdout=self.stdout)
        forget_pages()


def module_folders(content: Path) -> list[Path]:
    """Return the folders of all modules in the order in which they are learnt."""
    files = [read_file(path) for path in content.glob("*/module.yaml")]
    return [file.file.parent for file in sorted(files, key=lambda file: file.get("order"))]
