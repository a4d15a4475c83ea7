"""The screen of an inspector: a picture with numbered places, and their list."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quizzes.formats.inspector.remarks import inspector_sentences
from quizzes.formats.inspector.scoring import InspectorDetails
from quizzes.formats.question import Question
from quizzes.scoring.mark import Mark

# The drawing is this wide, whatever the picture: so that circles keep their size.
WIDE = 700
# At 350 px this is 24 px; the list has the same places at full height.
TARGET = 48
# Around a crop, in units of the drawing.
MARGIN = 24

# What a place was, by whether it is a clue and whether it was picked.
STATES = {
    (True, True): "found",
    (True, False): "missed",
    (False, True): "false",
    (False, False): "plain",
}

Box = dict[str, int]


@dataclass(frozen=True)
class InspectorScreen(Question):
    """Where each place is in the picture, and what was said of it."""

    @property
    def frame(self) -> Box:
        """The size of the drawing over the picture, which has the same shape."""
        picture = self.body["picture"] or {"width": 7, "height": 4}
        high = WIDE * picture["height"] // max(1, picture["width"])
        return {"width": WIDE, "height": high}

    @property
    def height_of_places(self) -> int:
        """The height without the picture's stamp: places are per cent of this."""
        picture = self.body["picture"] or {}
        stamp = int(WIDE * picture.get("strip", 0) // max(1, picture.get("width", 1)))
        return self.frame["height"] - stamp

    @property
    def view_box(self) -> str:
        return "0 0 {width} {height}".format(**self.frame)

    @cached_property
    def spots(self) -> list[dict[str, Any]]:
        """The places with number and area and, once answered, what each one was."""
        picked = self.given.get("spots", [])
        notes = self.mark.details.spots if self.mark else ()
        was = {note.spot: STATES[note.is_clue, note.is_picked] for note in notes}
        return [
            {
                **spot,
                "number": number,
                "field": self._box_id(spot, number),
                "is_picked": spot["id"] in picked,
                "area": self.box(spot, least=TARGET),
                "crop_box": "{x} {y} {width} {height}".format(
                    **self.box(spot, margin=MARGIN)
                ),
                "was": was.get(spot["id"]),
            }
            for number, spot in enumerate(self.body["spots"], 1)
        ]

    def _box_id(self, spot: dict[str, Any], number: int) -> str:
        """Return the id of a place's box; a fault's link leads to the first."""
        leads_here = number == 1 and not self.lacks_verdict
        return f"field-{self.key}" if leads_here else f"spot-{self.key}-{spot['id']}"

    def box(self, spot: dict[str, Any], *, least: int = 0, margin: int = 0) -> Box:
        """Return a place in units of the drawing, within it, at least so large."""
        x, width = side(spot["x"], spot["width"], WIDE, least, margin)
        high = self.height_of_places
        y, height = side(spot["y"], spot["height"], high, least, margin)
        return {"x": x, "y": y, "width": width, "height": height}

    @property
    def lacks_verdict(self) -> bool:
        """Tell whether what has to be mended is the verdict."""
        asks = bool(self.body["asks_verdict"])
        return asks and bool(self.fault) and not self.given.get("verdict")


def side(
    start: int | None, size: int | None, whole: int, least: int, margin: int
) -> tuple[int, int]:
    """Return start and size of one side, from per cent of the whole."""
    begin, long = (start or 0) * whole // 100, (size or 0) * whole // 100
    wanted = min(whole, max(least, long) + 2 * margin)
    begin += (long - wanted) // 2
    return max(0, min(begin, whole - wanted)), wanted

    def remarks(self, mark: Mark[InspectorDetails]) -> list[str]:
        return inspector_sentences(mark.details)
