"""Names beside their signs, none on top of another: tried place by place, heaviest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.render.figures.measures import NARROW, TEXT, WIDE, Box, text_width
from generator.render.figures.placing import Place
from generator.render.text import shorten

_USUAL = {WIDE: 860.0, NARROW: 360.0}  # The widths for which lines are kept clear of.
_CROSSED = 2.0  # A line through a name is as bad as a place this much further down the list.
_LONGEST = {WIDE: 34, NARROW: 22}
_GAP = 3.0
_ASCENT, _DESCENT = 10.0, 3.0
_LEADERS = (15.0, 29.0, 43.0)  # Lengths of the line to a name that has no room beside its sign.


@dataclass(frozen=True)
class Label:
    """A name beside a sign: its baseline's start, middle or end (`anchor`) in pixels from the sign's middle.

    With `leader`, a line leads down or up to it from the sign.
    """

    text: str
    dx: float
    dy: float
    anchor: str
    leader: bool = False


def shown_name(name: str, widths: tuple[float, float]) -> str:
    """The name as a figure of these widths has room for it."""
    return shorten(name, _LONGEST[widths])


def labels(
    names: Sequence[str],
    places: Sequence[Place],
    reaches: Sequence[float],
    lines: Sequence[tuple[Place, Place]],
    height: int,
    widths: tuple[float, float],
) -> list[Label | None]:
    """A label for each sign at these places, None for those that have no room at some width between these two.

    Of the free places, one that none of the lines crosses is taken.
    """
    signs = [sign_box(place, reach, height) for place, reach in zip(places, reaches, strict=True)]
    usual = _USUAL[widths]
    taken: list[Box] = []
    found: list[Label | None] = []
    for number, name in enumerate(names):
        others = [*signs[:number], *signs[number + 1 :], *taken]
        best: tuple[float, Label, Box] | None = None
        for order, label in enumerate(_candidates(shown_name(name, widths), places[number], reaches[number])):
            box = label_box(label, places[number], height)
            if best and order >= best[0]:
                break
            if not box.inside(widths, height) or not box.clear_of_all(others, widths):
                continue
            cost = order + _CROSSED * sum(box.crossed_by(line, usual, height) for line in lines)
            if not best or cost < best[0]:
                best = cost, label, box
        found.append(best[1] if best else None)
        if best:
            taken.append(best[2])
    return found


def sign_box(place: Place, reach: float, height: int) -> Box:
    """The room that a sign takes."""
    x, y = place[0], place[1] * height
    return Box(x, -reach - 1, reach + 1, y - reach - 1, y + reach + 1)


def label_box(label: Label, place: Place, height: int) -> Box:
    """The room that a label takes, with its leader's end left out."""
    width = text_width(label.text)
    left = {"start": label.dx, "middle": label.dx - width / 2, "end": label.dx - width}[label.anchor]
    baseline = place[1] * height + label.dy
    return Box(place[0], left - 1, left + width + 1, baseline - _ASCENT, baseline + _DESCENT)


def _candidates(text: str, place: Place, reach: float) -> Iterator[Label]:
    """Where the name may stand: outwards first, then below and above, aslant too, and at the end of a leader."""
    middle, below, above = 4.0, reach + TEXT, -reach - _GAP - 1
    sides = [("start", reach + _GAP), ("end", -reach - _GAP)]
    if place[0] < 0.5:
        sides.reverse()
    for anchor, dx in sides:
        yield Label(text, round(dx, 1), middle, anchor)
    yield Label(text, 0, round(below, 1), "middle")
    yield Label(text, 0, round(above, 1), "middle")
    for anchor, dx in sides:
        yield Label(text, round(dx / 3, 1), round(below, 1), anchor)
        yield Label(text, round(dx / 3, 1), round(above, 1), anchor)
    for length in _LEADERS:
        for dy in (below + length, above - length):
            for anchor in ("middle", *(anchor for anchor, _ in sides)):
                dx = {"start": -4.0, "middle": 0.0, "end": 4.0}[anchor]
                yield Label(text, dx, round(dy, 1), anchor, leader=True)
