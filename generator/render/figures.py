"""Figures drawn as SVG for the page they stand in: positions in per cent of the width, so that they fit any screen."""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markupsafe import Markup, escape

from generator.model import DateSpan, Event, Status
from generator.render import dates
from generator.render.catalogue import Catalogue
from generator.render.text import plain, shorten

_MOST_EVENTS = 120
_MOST_LANES = 5
_LANE_HEAD = 19
_ROW = 14
_AXIS = 24
_ROOM = 14 / 760  # Width of a mark as a part of the figure's usual width.
_LABEL_ROOM = 0.075
_GAP = 0.8
_SHORT = 92  # Days; a longer span only has its ends on the axis and does not widen it.
_WORTH_LANES = 12  # Fewer events are seen at a glance in one lane.

# One sign per status, the same as beside each fact: filled, half, outlined, dashed, hatched, struck.
_SIGNS = """\
<symbol id="sign-occurred"><circle cx="7" cy="7" r="5" fill="currentColor"/></symbol>
<symbol id="sign-ongoing"><circle cx="7" cy="7" r="4.25"/>\
<path d="M7 2.75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor"/></symbol>
<symbol id="sign-planned"><circle cx="7" cy="7" r="4.25"/></symbol>
<symbol id="sign-possible"><circle cx="7" cy="7" r="4.25" stroke-dasharray="2.2 2.25"/></symbol>
<symbol id="sign-alleged"><circle cx="7" cy="7" r="4.25"/>\
<path d="M3.4 8.6 8.6 3.4M4.4 10.8l6.4-6.4M6.8 11.3l4.5-4.5"/></symbol>
<symbol id="sign-denied"><circle cx="7" cy="7" r="4.25"/><path d="M2 12 12 2"/></symbol>
"""


@dataclass(frozen=True)
class _Stretch:
    """A run of months on the axis: one with events, or an empty run, which is drawn short and dotted."""

    first: int
    months: int
    left: float
    width: float
    empty: bool


class _Axis:
    """Days → places from 0 to 1. Months in which much happened are wide, empty runs are cut short."""

    def __init__(self, spans: Iterable[DateSpan]) -> None:
        everything = list(spans)
        told = Counter(m for span in everything if span.days <= _SHORT for m in {_month(span.start), _month(span.end)})
        months = sorted({_month(day) for span in everything for day in (span.start, span.end)})
        widths = [(first, 1, told[first] ** 0.6 or _GAP / 2, False) for first in months]
        widths += [(a + 1, b - a - 1, min(_GAP, (b - a - 1) / 2), True) for a, b in pairwise(months) if b - a > 1]
        total = sum(width for _, _, width, _ in widths)
        self.stretches: list[_Stretch] = []
        left = 0.0
        for first, count, width, empty in sorted(widths):
            self.stretches.append(_Stretch(first, count, left, width / total, empty))
            left += width / total

    def place(self, day: date) -> float:
        month = _month(day)
        stretch = next(s for s in self.stretches if s.first <= month < s.first + s.months)
        inside = (month - stretch.first + (day.day - 0.5) / 31) / stretch.months
        return stretch.left + inside * stretch.width

    def labels(self) -> list[tuple[float, str]]:
        """The names of the months that have room, with the year where it changes."""
        found: list[tuple[float, str]] = []
        year = 0
        for stretch in self.stretches:
            if stretch.empty or (found and stretch.left - found[-1][0] < _LABEL_ROOM) or stretch.left > 1 - _LABEL_ROOM:
                continue
            first = date(stretch.first // 12, stretch.first % 12 + 1, 1)
            words = dates.span(DateSpan(start=first, end=_last_day(first), precision="month", basis="stated"))
            found.append((stretch.left, words if first.year != year else words.split(" ")[0]))
            year = first.year
        return found


def timeline(catalogue: Catalogue, page: str) -> Markup:
    """The dated events as marks in lanes by topic; each mark links to its event on `page`. Empty for under three."""
    dated = [event for event in catalogue.by_date if event.date]
    if len(dated) < 3:
        return Markup()
    most_told = {event.id for event in sorted(dated, key=lambda event: -len(event.evidence))[:_MOST_EVENTS]}
    chosen = [event for event in dated if event.id in most_told]
    axis = _Axis(event.date for event in chosen if event.date)
    top, drawn = 0, []
    for title, events in _lanes(catalogue, chosen):
        head = _LANE_HEAD if title else 6
        rows, marks = _marks(axis, events, top + head, page)
        drawn.append(f'<text class="lane" x="0" y="{top + 13}">{escape(shorten(title, 48))}</text>' + marks)
        top += head + rows * _ROW + 8
    height = top + _AXIS
    return Markup(
        '<figure class="timeline" role="group" aria-label="Timeline of the dated events">\n'
        f'<svg width="100%" height="{height}" font-size="12">\n{_SIGNS}{_ruler(axis, top)}{"".join(drawn)}</svg>\n'
        "</figure>"
    )


def _lanes(catalogue: Catalogue, events: Sequence[Event]) -> list[tuple[str, list[Event]]]:
    """The events by their first topic, largest lane first; the topics beyond a handful and the rest share the last."""
    if len(events) < _WORTH_LANES:
        return [("", list(events))]
    first_topic: dict[str, str] = {}
    for topic in catalogue.brief.topics:
        for identifier in topic.events:
            first_topic.setdefault(identifier, topic.name)
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[first_topic.get(event.id, "")].append(event)
    by_size = sorted((title for title in found if title), key=lambda title: (-len(found[title]), title))
    lanes = [(title, found[title]) for title in by_size[:_MOST_LANES]]
    named = {event.id for _, members in lanes for event in members}
    rest = [event for event in events if event.id not in named]
    return [*lanes, ("Other events" if lanes else "Events", rest)] if rest else lanes


def _marks(axis: _Axis, events: Sequence[Event], top: int, page: str) -> tuple[int, str]:
    """How many rows the events need, and their marks: a sign in the middle of the date, a line as long as the date."""
    ends: list[float] = []
    drawn = []
    for event in events:
        if not event.date:
            continue
        start, end = axis.place(event.date.start), axis.place(event.date.end)
        middle = min(max((start + end) / 2, _ROOM / 2), 1 - _ROOM / 2)
        row = next((row for row, taken in enumerate(ends) if middle - taken >= _ROOM), len(ends))
        ends[row:] = [middle, *ends[row + 1 :]]
        y = top + row * _ROW + _ROW // 2
        words = f"{dates.span(event.date)} · {event.status.value} · {plain(event.title)}"
        line = ""
        if end - start > _ROOM:
            line = f'<line x1="{_percent(start)}" x2="{_percent(end)}" y1="{y}" y2="{y}"/>'
        link = f'<a href="{escape(page)}#{escape(event.id)}" class="{quad_class(event)}">'
        sign = f'<use href="#sign-{event.status.value}" x="{_percent(middle)}" y="{y - 7}" transform="translate(-7)"/>'
        drawn.append(f"{link}<title>{escape(words)}</title>{line}{sign}</a>\n")
    return len(ends), "".join(drawn)


def _ruler(axis: _Axis, top: int) -> str:
    drawn = [
        f'<line class="{"gap" if s.empty else "axis"}" x1="{_percent(s.left)}" x2="{_percent(s.left + s.width)}" '
        f'y1="{top}" y2="{top}"/>'
        for s in axis.stretches
    ]
    for left, words in axis.labels():
        drawn.append(f'<line class="axis" x1="{_percent(left)}" x2="{_percent(left)}" y1="{top}" y2="{top + 5}"/>')
        drawn.append(f'<text class="month" x="{_percent(left)}" y="{top + 18}">{words}</text>')
    return "".join(drawn) + "\n"


def quad_class(event: Event) -> str:
    """The style class for the nature of an event: "material-conflict", ..., or "other"."""
    return event.type.quad.value.replace(" ", "-") if event.type.quad else "other"


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _last_day(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def _percent(place: float) -> str:
    return f"{place * 100:.2f}%"


STATUS_WORDS = {
    Status.OCCURRED: "reported as a fact",
    Status.ONGOING: "under way",
    Status.PLANNED: "announced or scheduled",
    Status.POSSIBLE: "may happen or may have happened",
    Status.ALLEGED: "claimed by a party, not established",
    Status.DENIED: "said not to have happened",
}
"""What each status says, for the reader."""
