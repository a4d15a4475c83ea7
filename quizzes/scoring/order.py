"""Order: put the steps in a good order."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from quizzes.scoring.errors import ResponseError
from quizzes.scoring.mark import Mark, Outcome
from quizzes.scoring.reading import SHOWN, Json
from quizzes.scoring.responses import OrderResponse


@dataclass(frozen=True)
class StepNote:
    """Places count from 1. In place also where a neighbour it may swap with stands."""

    step: str
    place: int
    right_place: int
    is_in_place: bool


@dataclass(frozen=True)
class OrderDetails:
    """Notes in the right order; pairs (earlier, later) that stood the other way."""

    steps: tuple[StepNote, ...]
    pairs_to_turn: tuple[tuple[str, str], ...]


def grade(snapshot: Json, response: OrderResponse) -> Mark[OrderDetails]:
    """A point for each pair of steps in the right order, out of n(n - 1)/2.

    Kendall-like, activities 5.8. A step that swaps with the next is right on either
    side of that one neighbour. Right if all pairs are; partly if more than half.
    """
    steps = snapshot["body"]["steps"]
    right = [step["id"] for step in steps]
    swaps = {
        (first["id"], second["id"])
        for first, second in zip(steps, steps[1:], strict=False)
        if first.get("swaps_with_next")
    }
    place = {step: number for number, step in enumerate(response.steps, 1)}
    pairs = list(combinations(right, 2))
    wrong = tuple(
        (first, second)
        for first, second in pairs
        if place[first] > place[second] and (first, second) not in swaps
    )
    points, out_of = len(pairs) - len(wrong), len(pairs)
    notes = tuple(
        StepNote(
            step, place[step], number, place[step] in _places(right, number, swaps)
        )
        for number, step in enumerate(right, 1)
    )
    outcome: Outcome = "partly" if 2 * points > out_of else "not_quite"
    return Mark(
        outcome if wrong else "right", points, out_of, OrderDetails(notes, wrong)
    )


def _places(right: list[str], number: int, swaps: set[tuple[str, str]]) -> set[int]:
    """Return the places where the step of this number may stand."""
    places = {number}
    if number < len(right) and (right[number - 1], right[number]) in swaps:
        places.add(number + 1)
    if number > 1 and (right[number - 2], right[number - 1]) in swaps:
        places.add(number - 1)
    return places


def arrange(snapshot: Json, places: Mapping[str, int]) -> dict[str, list[str]]:
    """Make the response data out of a place (from 1) for every step.

    For a form with one select per step. Raise ResponseError: unknown_step(id), or
    not_a_permutation with the `numbers` used twice (or beyond the ends) and the
    `steps` that hold them or hold none.
    """
    known = [step["id"] for step in snapshot["body"]["steps"]]
    for step in places:
        if step not in known:
            raise ResponseError("unknown_step", id=step[:SHOWN])
    used = [places[step] for step in known if step in places]
    wrong = {n for n in used if used.count(n) > 1 or not 1 <= n <= len(known)}
    steps = tuple(s for s in known if s not in places or places[s] in wrong)
    if steps:
        numbers = tuple(sorted(wrong))
        raise ResponseError("not_a_permutation", numbers=numbers, steps=steps)
    return {"steps": sorted(known, key=lambda step: places[step])}
