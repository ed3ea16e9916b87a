"""In which order the lines on a printed page are read: one column after another, what runs across them in between."""

from collections.abc import Callable, Sequence
from typing import Protocol

_OVERLAP = 2.0
"""Points by which lines of two columns may reach into each other."""

_LEADING = 0.25
"""Share of a line's height by which it may reach into the next line."""

_MOST_LINES = 2_000
"""Lines. A page with more is a drawing or a table, and its lines stay as they came."""


class Placed(Protocol):
    """Something with a place on a page, in points counted from the lower left corner."""

    @property
    def left(self) -> float:
        """Its left edge."""

    @property
    def right(self) -> float:
        """Its right edge."""

    @property
    def top(self) -> float:
        """Its upper edge."""

    @property
    def bottom(self) -> float:
        """Its lower edge."""


def in_reading_order[Line: Placed](lines: Sequence[Line]) -> list[Line]:
    """The lines of a page in the order in which they are read."""
    if len(lines) < 2 or len(lines) > _MOST_LINES:
        return list(lines)
    columns = _columns(lines)
    if len(columns) > 1:
        return [line for column in columns for line in in_reading_order(column)]
    bands = _bands(lines)
    if len(bands) == 1:
        return sorted(lines, key=lambda line: (line.left, -line.top))
    return [line for band in _with_columns(bands) for line in in_reading_order(band)]


def _with_columns[Line: Placed](bands: Sequence[list[Line]]) -> list[list[Line]]:
    """Bands from the top, those through which two columns or more run put together."""
    found: list[list[Line]] = []
    for band in bands:
        if found and len(found[-1]) > 1 and len(_columns([*found[-1], *band])) > 1:
            found[-1] += band
        else:
            found.append(list(band))
    return found


def _columns[Line: Placed](lines: Sequence[Line]) -> list[list[Line]]:
    return _parted(lines, lambda line: line.left, lambda line: line.right - _OVERLAP)


def _bands[Line: Placed](lines: Sequence[Line]) -> list[list[Line]]:
    return _parted(
        lines,
        lambda line: -line.top,
        lambda line: -line.bottom - _LEADING * (line.top - line.bottom),
    )


def _parted[Line: Placed](
    lines: Sequence[Line], begins: Callable[[Line], float], ends: Callable[[Line], float]
) -> list[list[Line]]:
    """Lines in groups between which nothing reaches from one to the next, in one direction."""
    groups: list[list[Line]] = []
    reached = 0.0
    for line in sorted(lines, key=begins):
        if groups and begins(line) < reached:
            groups[-1].append(line)
            reached = max(reached, ends(line))
        else:
            groups.append([line])
            reached = ends(line)
    return groups
