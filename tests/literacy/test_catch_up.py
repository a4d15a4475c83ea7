"""`catch_up` pays what each app owes, whatever goes wrong with one of them."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail import hooks

from literacy.services import Debt, pay_debts

pytestmark = pytest.mark.django_db


def owing(name: str, things: list, pay=None) -> Debt:
    """Return a debt of some things; by default, paying one takes it off the list."""
    return Debt(name, find=lambda everything: list(things), pay=pay or things.remove)


def broken(*_args):
    raise RuntimeError("no room on the disk")


@pytest.fixture
def owed(monkeypatch):
    """Return a function that lets apps owe these debts and no other."""

    def register(*debts: Debt) -> None:
        found = [lambda debt=debt: debt for debt in debts]
        monkeypatch.setattr(hooks, "get_hooks", lambda name: found)

    return register


def test_everything_owed_is_paid_once(owed):
    owed(owing("Pictures", [1, 2, 3]))
    (first,), (second,) = list(pay_debts()), list(pay_debts())
    assert (first.paid, first.failed) == (3, 0)
    assert second.paid == 0


def test_one_that_cannot_be_paid_stops_no_other(owed, caplog):
    paid = []

    def pay(one):
        paid.append(one)
        if one == 2:
            broken()

    owed(owing("Pictures", [1, 2, 3], pay), owing("Letters", [4]))
    pictures, letters = pay_debts()
    assert paid == [1, 2, 3]
    assert (pictures.paid, pictures.failed) == (2, 1)
    assert (letters.paid, letters.failed) == (1, 0)
    assert "Pictures: one could not be paid" in caplog.text
    assert "no room on the disk" in caplog.text


def test_a_debt_that_cannot_be_found_stops_no_other(owed, caplog):
    owed(Debt("Pictures", find=broken, pay=broken), owing("Letters", [4]))
    pictures, letters = pay_debts()
    assert (pictures.paid, pictures.failed) == (0, 1)
    assert letters.paid == 1
    assert "Pictures: what is owed could not be found" in caplog.text


def test_the_command_prints_what_it_paid_and_fails_for_the_rest(owed):
    out = StringIO()
    owed(owing("Pictures", [1]), owing("Letters", [2, 3], broken))
    with pytest.raises(CommandError, match="2 could not be paid"):
        call_command("catch_up", stdout=out)
    assert out.getvalue() == "Pictures: 1 paid.\nLetters: 0 paid.\n"


@pytest.mark.parametrize(("options", "everything"), [([], False), (["--all"], True)])
def test_the_command_says_how_far_to_look(owed, options, everything):
    asked = []

    def find(everything):
        asked.append(everything)
        return []

    owed(Debt("Pictures", find=find, pay=broken))
    call_command("catch_up", *options, stdout=StringIO())
    assert asked == [everything]
