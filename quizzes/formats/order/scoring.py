"""Order: put the steps in a good order."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from quizzes.formats.order.response import OrderResponse, parse_order
from quizzes.scoring.errors import ResponseError
from quizzes.scoring.mark import Mark, Outcome
from quizzes.scoring.reading import SHOWN, Json, read_whole
from quizzes.scoring.rules import Rules


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

    Kendall-like. A step that swaps with the next is right on either side of that one
    neighbour. Right if all pairs are; partly if more than half.
    """
    steps = snapshot["body"]["steps"]
    right, allowed = [step["id"] for step in steps], places_of(snapshot)
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
        StepNote(step, place[step], number, place[step] in allowed[step])
        for number, step in enumerate(right, 1)
    )
    outcome: Outcome = "partly" if 2 * points > out_of else "not_quite"
    return Mark(
        outcome if wrong else "right", points, out_of, OrderDetails(notes, wrong)
    )


def places_of(snapshot: Json) -> dict[str, set[int]]:
    """Return the places, from 1, where each step may stand."""
    steps = snapshot["body"]["steps"]
    places = {step["id"]: {number} for number, step in enumerate(steps, 1)}
    for number, (first, second) in enumerate(zip(steps, steps[1:], strict=False), 1):
        if first.get("swaps_with_next"):
            places[first["id"]].add(number + 1)
            places[second["id"]].add(number)
    return places


def arrange(snapshot: Json, places: Mapping[str, int]) -> dict[str, list[str]]:
    """Make the response data out of a place (from 1) for every step.

    For a form with one select per step. Raise ResponseError: unknown_step(id),
    out_of_range, or not_a_permutation with the `numbers` used twice and the `steps`
    that hold them or hold none.
    """
    known = [step["id"] for step in snapshot["body"]["steps"]]
    for step, place in places.items():
        if step not in known:
            raise ResponseError("unknown_step", id=step[:SHOWN])
        read_whole(place, at="place", low=1, high=len(known))
    used = [places[step] for step in known if step in places]
    double = {n for n in used if used.count(n) > 1}
    steps = tuple(s for s in known if s not in places or places[s] in double)
    if steps:
        numbers = tuple(sorted(double))
        raise ResponseError("not_a_permutation", numbers=numbers, steps=steps)
    return {"steps": sorted(known, key=lambda step: places[step])}


def tally_names(response: OrderResponse, mark: Mark[OrderDetails]) -> list[str]:
    """Name the counters of where each step was put."""
    return [f"place:{step}:{place}" for place, step in enumerate(response.steps, 1)]


RULES = Rules(OrderResponse, parse_order, grade, tally_names)
