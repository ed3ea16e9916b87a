"""The timeline as values: lanes by topic, in them the dated events at their places. Drawing is another module's.

The site draws these values as SVG and the PDF as its own marks, so nothing in here knows either: places are parts of
the figure's width, rows are counted from the top of their lane, links are the ids of events and topics.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import DateSpan, Event, Status
from generator.render import dates
from generator.render.catalogue import AHEAD, Catalogue
from generator.render.figures.axis import Axis, Stretch, Tick
from generator.render.figures.measures import WIDE, text_width
from generator.render.figures.signs import quad_class
from generator.render.text import plain, shorten

FEWEST_EVENTS = 3
"""Fewer events are seen at a glance in the list."""

LONG = 0.3
"""A date without words that takes more of the width than this does not keep other marks off its row."""

_MOST_LANES = 5
_WORTH_LANES = 12  # Fewer events are seen at a glance in one lane.
_ROOM = 15 / 330  # Width of a mark as a part of a figure on a phone.
_ALL_WORDED, _FEW_WORDED = 24, 10  # So many events have words beside their marks; of more, only the few told most.
_LONGEST_WORDS = 46
_LABEL_SIZE = 11.5
_LABEL_START = 10  # Pixels from the end of the date.


@dataclass(frozen=True)
class Mark:
    """A dated event: its middle and the ends of its date from 0 to 1, the row in its lane, its look and its words.

    `label` stands right of the date's end, or left of its start where `before`; "" where there is no room. `contested`
    says that sources differ on the date.
    """

    event: str
    x: float
    start: float
    end: float
    row: int
    status: Status
    quad: str
    contested: bool
    words: str
    label: str = ""
    before: bool = False


@dataclass(frozen=True)
class Lane:
    """The events of one topic, in so many rows. `topic` is its id; None for events of several topics or of none."""

    title: str
    topic: str | None
    rows: int
    marks: list[Mark]


@dataclass(frozen=True)
class Timeline:
    """The lanes over one axis. `edition` is the place and the date of the edition: what lies right of it is ahead.

    `undated` events are in no lane; `further` dated ones are left to the list, being told least.
    """

    lanes: list[Lane]
    stretches: list[Stretch]
    ticks: list[Tick]
    edition: tuple[float, date] | None
    undated: int
    further: int


def timeline(catalogue: Catalogue, events: Sequence[Event], most: int) -> Timeline | None:
    """The dated ones of these events, at most `most`, those that most passages tell; None for under three.

    The edition's date is on the axis where something is planned or possible after it, or where it is near the rest.
    """
    dated = [event for event in events if event.date]
    if len(dated) < FEWEST_EVENTS:
        return None
    by_weight = sorted(dated, key=lambda event: (-len(event.evidence), event.id))
    told_most = {event.id for event in by_weight[:most]}
    chosen = [event for event in catalogue.by_date if event.id in told_most]
    spans = [event.date for event in chosen if event.date]
    today = _edition(catalogue.brief.generated, spans)
    axis = Axis(spans, today)
    worded = {event.id for event in by_weight[: _ALL_WORDED if len(chosen) <= _ALL_WORDED else _FEW_WORDED]}
    lanes = [
        _lane(catalogue, axis, title, topic, members, worded) for title, topic, members in _topics(catalogue, chosen)
    ]
    edition = (round(axis.place(today), 4), today) if today else None
    undated, further = len(events) - len(dated), len(dated) - len(chosen)
    return Timeline(lanes, axis.stretches, axis.ticks(), edition, undated, further)


def _edition(day: date | None, spans: Sequence[DateSpan]) -> date | None:
    """The edition's date if it parts what was from what is to come."""
    return day if day and any(span.end >= day for span in spans) else None


def _topics(catalogue: Catalogue, events: Sequence[Event]) -> list[tuple[str, str | None, list[Event]]]:
    """The events by their first topic, largest lane first; the topics beyond a handful and the rest share the last."""
    if len(events) < _WORTH_LANES:
        return [("", None, list(events))]
    names = {topic.id: topic.name for topic in catalogue.brief.topics}
    first_topic: dict[str, str] = {}
    for topic in catalogue.brief.topics:
        for identifier in topic.events:
            first_topic.setdefault(identifier, topic.id)
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[first_topic.get(event.id, "")].append(event)
    by_size = sorted((topic for topic in found if topic), key=lambda topic: (-len(found[topic]), names[topic], topic))
    lanes: list[tuple[str, str | None, list[Event]]] = [
        (names[topic], topic, found[topic]) for topic in by_size[:_MOST_LANES]
    ]
    if len(lanes) == 1 and len(lanes[0][2]) == len(events):
        return [("", None, list(events))]
    shown = {event.id for _, _, members in lanes for event in members}
    rest = [event for event in events if event.id not in shown]
    return [*lanes, ("Other events" if lanes else "", None, rest)] if rest else lanes


def _lane(
    catalogue: Catalogue, axis: Axis, title: str, topic: str | None, events: Sequence[Event], worded: set[str]
) -> Lane:
    rows: list[list[tuple[float, float]]] = []
    marks = [_mark(catalogue, axis, event, event.date, event.id in worded, rows) for event in events if event.date]
    return Lane(title, topic, len(rows), marks)


def _mark(
    catalogue: Catalogue, axis: Axis, event: Event, span: DateSpan, worded: bool, rows: list[list[tuple[float, float]]]
) -> Mark:
    """The event's mark in the first row with room for it and its words; takes that room."""
    contested = any(each.matter == "date" for each in catalogue.standing.discrepancies(event.id))
    start, end = axis.place(span.start), axis.place(span.end)
    x = min(max((start + end) / 2, _ROOM / 2), 1 - _ROOM / 2)
    left, right = min(start, x - _ROOM / 2), max(end, x + _ROOM / 2)
    label = shorten(plain(event.title), _LONGEST_WORDS) if worded else ""
    reach = (text_width(label, _LABEL_SIZE) + _LABEL_START + 4 * contested) / WIDE[0] if label else 0.0
    before = end + reach > 1
    if before and reach > start:
        label, reach, before = "", 0.0, False
    if label:
        left, right = (start - reach, right) if before else (left, end + reach)
    elif right - left > LONG:
        left, right = x - _ROOM / 2, x + _ROOM / 2
    row = next((n for n, taken in enumerate(rows) if all(right <= a or b <= left for a, b in taken)), len(rows))
    rows[row:] = [[*(rows[row] if row < len(rows) else []), (left, right)], *rows[row + 1 :]]
    ahead = ", ahead" if event.status in AHEAD and _after(span, catalogue.brief.generated) else ""
    words = f"{dates.span(span)} · {event.status.value}{ahead} · {plain(event.title)}"
    if contested:
        words += " · sources differ on the date"
    return Mark(
        event.id, round(x, 4), round(start, 4), round(end, 4), row, event.status, quad_class(event), contested,
        words, label, before,
    )  # fmt: skip


def _after(span: DateSpan, day: date | None) -> bool:
    return day is not None and span.end >= day
