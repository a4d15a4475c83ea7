from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from literacy.findings import Finding, errors_in
from literacy.gate import speaking
from literacy.reports import check_site


class Command(BaseCommand):
    help = "Prints what is wrong with all published content; fails on errors."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--language", default="en", help="Of what is printed.")

    def handle(self, *args: Any, **options: Any) -> None:
        with speaking(options["language"]):
            findings = check_site()
            for finding in findings:
                self.stdout.write(line_of(finding))
        errors = len(errors_in(findings))
        self.stdout.write(f"{errors} errors, {len(findings) - errors} warnings.")
        if errors:
            raise CommandError("Published content has errors.")


def line_of(finding: Finding) -> str:
    """Return one finding on one line."""
    subject = finding.subject
    where = f"{subject.kind} “{subject.title}” ({subject.language})" if subject else ""
    parts = (finding.severity, finding.code, where, finding.text, finding.remedy)
    return " | ".join(part for part in parts if part)
