"""Pays what the database says is owed: what a crash or an outage left undone."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wagtail import hooks

logger = logging.getLogger(__name__)
# Each function of this hook takes nothing and returns a Debt.
HOOK = "literacy_catch_up"


@dataclass(frozen=True)
class Debt:
    """One kind of thing that an app may owe.

    `find` yields what is owed now: keys of rows, say. Called with True it looks at
    everything, with False it may leave out what nobody touched for some days. `pay`
    pays one of them in a transaction of its own, and may be called twice for the same.
    """

    name: str
    find: Callable[[bool], Iterable[Any]]
    pay: Callable[[Any], object]


@dataclass(frozen=True)
class Payment:
    """How many of one kind were paid, and how many could not be."""

    name: str
    paid: int
    failed: int


def pay_debts(*, everything: bool = False) -> Iterator[Payment]:
    """Pay what each app owes. What cannot be paid is logged and stays owed."""
    for debt_of_app in hooks.get_hooks(HOOK):
        yield pay_debt(debt_of_app(), everything=everything)


def pay_debt(debt: Debt, *, everything: bool) -> Payment:
    paid = failed = 0
    try:
        for one in debt.find(everything):
            if is_paid(debt, one):
                paid += 1
            else:
                failed += 1
    except Exception:
        logger.exception("%s: what is owed could not be found", debt.name)
        failed += 1
    return Payment(debt.name, paid, failed)


def is_paid(debt: Debt, one: Any) -> bool:
    """Pay one, and return whether that worked: a fault does not stop the others."""
    try:
        debt.pay(one)
    except Exception:
        logger.exception("%s: one could not be paid", debt.name)
        return False
    return True
