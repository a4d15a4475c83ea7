from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from literacy.management.catalogue import PLURALS, find_messages, load, merge


class Command(BaseCommand):
    help = (
        "Brings the translators' files up to date with the words in the code: adds "
        "new ones, drops those no longer said, keeps every translation."
    )

    def add_arguments(self, parser):
        parser.add_argument("languages", nargs="*", default=sorted(PLURALS))

    def handle(self, *args, **options):
        messages = find_messages(settings.BASE_DIR)
        for language in options["languages"]:
            folder = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES"
            folder.mkdir(parents=True, exist_ok=True)
            catalogue = load(folder / "django.po", language)
            merge(catalogue, messages)
            catalogue.save(str(folder / "django.po"))
            missing = len(catalogue.untranslated_entries())
            self.stdout.write(f"{language}: {len(catalogue)} messages, {missing} to do")
