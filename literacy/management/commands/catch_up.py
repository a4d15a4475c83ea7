from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from literacy.services import pay_debts


class Command(BaseCommand):
    help = (
        "Pays what the database says is owed, such as progress that an answer should "
        "have brought. Safe to run twice; run it every few minutes."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--all",
            action="store_true",
            help="Look at everything, also at what nobody touched for days.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        failed = 0
        for payment in pay_debts(everything=options["all"]):
            failed += payment.failed
            self.stdout.write(f"{payment.name}: {payment.paid} paid.")
        if failed:
            raise CommandError(f"{failed} could not be paid; the log says why.")
