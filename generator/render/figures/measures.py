"""How much room words take, and which boxes stand clear of each other at every width a figure is shown at.

A figure is as wide as its reader's screen: a thing in it stands at a part of the width (0 to 1) and reaches a number of
pixels to either side of that place, since text and signs do not shrink with the screen.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.render.figures.placing import Place

TEXT = 12
"""The size of a figure's text in pixels."""
WIDE = (640.0, 1240.0)
"""The widths in pixels of a figure on a page: the narrowest and the widest."""
NARROW = (300.0, 640.0)
"""The widths in pixels of a figure on a phone."""

_NARROW = frozenset("iIjlftr.,:;'’‘|()[]-–· ")
_WIDE = frozenset("mwMWQO@%—…")
_FULL = 0x1100  # From here on, scripts whose signs are mostly as wide as high.


def text_width(text: str, size: float = TEXT) -> float:
    """The width of a line of sans text in pixels, rather too much than too little."""
    return size * sum(map(_breadth, text))


def _breadth(sign: str) -> float:
    if sign in _NARROW:
        return 0.34
    if sign in _WIDE:
        return 0.9
    if ord(sign) >= _FULL and not 0x1E00 <= ord(sign) <= 0x206F:
        return 1.0
    return 0.66 if sign.isupper() else 0.56


@dataclass(frozen=True)
class Box:
    """A thing at a part of the width: `left` and `right` in pixels from there, `top` and `bottom` from the top."""

    x: float
    left: float
    right: float
    top: float
    bottom: float

    def clear_of(self, other: "Box", widths: tuple[float, float]) -> bool:
        """Whether the two do not touch at any width between these two.

        The distance between two edges is linear in the width, so the same order at both ends holds in between.
        """
        if self.bottom <= other.top or other.bottom <= self.top:
            return True
        return all(self._before(other, width) for width in widths) or all(other._before(self, w) for w in widths)

    def clear_of_all(self, others: Iterable["Box"], widths: tuple[float, float]) -> bool:
        """Whether the box touches none of the others at any width between these two."""
        return all(self.clear_of(other, widths) for other in others)

    def inside(self, widths: tuple[float, float], height: float) -> bool:
        """Whether the box is within the figure at any width between these two."""
        across = all(self.x * width + self.left >= 0 and self.x * width + self.right <= width for width in widths)
        return across and self.top >= 0 and self.bottom <= height

    def crossed_by(self, line: tuple[Place, Place], width: float, height: float) -> bool:
        """Whether a line between two places runs through the box in a figure of this size."""
        (x1, y1), (x2, y2) = ((x * width, y * height) for x, y in line)
        middle = self.x * width
        near, far = 0.0, 1.0
        for start, step, low, high in (
            (x1, x2 - x1, middle + self.left, middle + self.right),
            (y1, y2 - y1, self.top, self.bottom),
        ):
            if step == 0:
                if not low < start < high:
                    return False
                continue
            first, last = sorted(((low - start) / step, (high - start) / step))
            near, far = max(near, first), min(far, last)
        return near < far

    def _before(self, other: "Box", width: float) -> bool:
        return self.x * width + self.right <= other.x * width + other.left
