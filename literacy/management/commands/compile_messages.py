from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from literacy.management.catalogue import compile_all


class Command(BaseCommand):
    help = "Compiles the message files; needs no gettext. Safe to run again."

    def handle(self, *args, **options):
        for locale_dir in settings.LOCALE_PATHS:
            for path in compile_all(Path(locale_dir)):
                if options["verbosity"] > 1:
                    self.stdout.write(str(path))
