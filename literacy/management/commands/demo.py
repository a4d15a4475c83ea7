from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from courses.services.loading import load_module, load_site, read_file
from literacy.demo import EMAIL, PASSWORD
from literacy.models import User
from literacy.page_store import purge_pages
from literacy.services import make_demo_editor, set_up_editors


class Command(BaseCommand):
    help = "Loads all content, and gives a demo editor a sign-in. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_ALLOWED:
            raise CommandError(
                "The demo editor's password is published, so this is only for "
                "literacy.settings.dev. To load the content alone: load_site, then "
                "load_module for each folder in courses/content."
            )
        content = settings.BASE_DIR / "courses" / "content"
        self.stdout.write("Loading content …")
        loadings = [load_site(folder=content / "site")]
        loadings += [load_module(folder=folder) for folder in module_folders(content)]
        set_up_editors()
        # Whoever changed the demo editor's password keeps it.
        if not User.objects.filter(email=EMAIL).exists():
            make_demo_editor(email=EMAIL, password=PASSWORD)
        purge_pages()
        written = sum(len(loading.written) for loading in loadings)
        left = [name for loading in loadings for name in loading.left_alone]
        self.stdout.write(f"{written} pages and activities written.")
        if left:
            self.stdout.write(f"Left alone, an editor changed them: {', '.join(left)}")
        self.stdout.write(f"\n  Demo editor {EMAIL}, password {PASSWORD}")


def module_folders(content: Path) -> list[Path]:
    """Return the folders of all modules in the order in which they are learnt."""
    files = [read_file(path) for path in content.glob("*/module.yaml")]
    ordered = sorted(files, key=lambda file: file.get("order"))
    return [file.file.parent for file in ordered]
