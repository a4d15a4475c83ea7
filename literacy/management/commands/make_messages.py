from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from literacy.management.catalogue import PLURALS, find_messages, load, merge


class Command(BaseCommand):
    help = (
        "Brings the translators' files up to date with the words in the code: adds "
        "new ones, drops those no longer said, keeps every translation. A language "
        "begins when it is named."
    )

    def add_arguments(self, parser):
        parser.add_argument("languages", nargs="*", help=", ".join(PLURALS))

    def handle(self, *args, **options):
        unknown = set(options["languages"]) - set(PLURALS)
        if unknown:
            raise CommandError(f"No plural rule for {', '.join(sorted(unknown))}.")
        messages = find_messages(settings.BASE_DIR)
        paths = {
            language: Path(settings.LOCALE_PATHS[0], language, "LC_MESSAGES/django.po")
            for language in sorted(PLURALS)
        }
        begun = [language for language, path in paths.items() if path.exists()]
        for language in options["languages"] or begun:
            path = paths[language]
            path.parent.mkdir(parents=True, exist_ok=True)
            catalogue = load(path, language)
            merge(catalogue, messages)
            catalogue.save(str(path))
            missing = len(catalogue.untranslated_entries())
            self.stdout.write(f"{language}: {len(catalogue)} messages, {missing} to do")
