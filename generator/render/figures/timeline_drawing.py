"""A timeline's values as SVG: places in per cent of the width, so that it fits any screen, and every mark a link."""

from collections.abc import Callable

from markupsafe import Markup, escape

from generator.model import Status
from generator.render import dates
from generator.render.figures.axis import Stretch
from generator.render.figures.signs import STATUS_SIGNS
from generator.render.figures.timeline import LONG, Lane, Mark, Timeline
from generator.render.text import shorten

_HEAD = 21
_ROW = 18
_BETWEEN = 9
_AXIS = 25
_TOP = 17  # Room for the date of the edition.
_SHORTEST_LINE = 16 / 760
_TITLE_LENGTH = 48
_AHEAD_WORD = 0.93  # Right of here there is no room for the word.

TopicAddress = Callable[[str], str]
EventAddress = Callable[[str], str]


def timeline_svg(timeline: Timeline, event_address: EventAddress, topic_address: TopicAddress, key: str) -> Markup:
    """The drawing. The addresses give the link to an event and to a topic's page by id; `key` parts ids of figures."""
    top = _TOP if timeline.edition else 0
    lanes = []
    for lane in timeline.lanes:
        lanes.append(_lane(lane, top, event_address, topic_address, key))
        top += (_HEAD if lane.title else 6) + lane.rows * _ROW + _BETWEEN
    used = {mark.status for lane in timeline.lanes for mark in lane.marks}
    signs = "".join(
        f'<symbol id="{key}-{status}" viewBox="0 0 14 14">{STATUS_SIGNS[status]}</symbol>\n'
        for status in Status
        if status in used
    )
    ground = _edition(timeline, top) + _ruler(timeline, top)
    return Markup(f'<svg width="100%" height="{top + _AXIS}" font-size="12">\n{signs}{ground}{"".join(lanes)}</svg>\n')


def _edition(timeline: Timeline, top: int) -> str:
    """A line at the edition's date, its name, and a ground for what is ahead of it."""
    if not timeline.edition:
        return ""
    place, day = timeline.edition
    x = _percent(place)
    anchor, dx = ("end", -5) if place > 0.5 else ("start", 5)
    return (
        f'<rect class="ahead" x="{x}" y="0" width="{_percent(1 - place)}" height="{top}"/>'
        f'<line class="edition" x1="{x}" x2="{x}" y1="0" y2="{top}"/>'
        f'<text class="month" x="{x}" y="11" dx="{dx}" text-anchor="{anchor}">edition of {dates.day(day)}</text>'
        + (f'<text class="month wide" x="{x}" y="11" dx="5">ahead</text>\n' if 0.5 < place < _AHEAD_WORD else "\n")
    )


def _ruler(timeline: Timeline, top: int) -> str:
    drawn = [_stretch(stretch, top) for stretch in timeline.stretches]
    for tick in timeline.ticks:
        x = _percent(tick.x)
        shown = "" if tick.narrow else " wide"
        drawn.append(f'<line class="axis{shown}" x1="{x}" x2="{x}" y1="{top}" y2="{top + 5}"/>')
        drawn.append(f'<text class="month{shown}" x="{x}" y="{top + 18}">{tick.words}</text>')
    return "".join(drawn) + "\n"


def _stretch(stretch: Stretch, top: int) -> str:
    ends = f'x1="{_percent(stretch.left)}" x2="{_percent(stretch.left + stretch.width)}"'
    return f'<line class="{"gap" if stretch.empty else "axis"}" {ends} y1="{top}" y2="{top}"/>'


def _lane(lane: Lane, top: int, event_address: EventAddress, topic_address: TopicAddress, key: str) -> str:
    title = escape(shorten(lane.title, _TITLE_LENGTH))
    named = f'<text class="lane" x="0" y="{top + 13}">{title}</text>' if title else ""
    if lane.topic and named:
        named = f'<a href="{escape(topic_address(lane.topic))}" class="topic">{named}</a>\n'
    first = top + (_HEAD if lane.title else 6)
    return named + "".join(_mark(mark, first + mark.row * _ROW + _ROW // 2, event_address, key) for mark in lane.marks)


def _mark(mark: Mark, y: int, event_address: EventAddress, key: str) -> str:
    """A sign in the middle of the date, a line as long as the date, and words where there is room."""
    x, words = _percent(mark.x), escape(mark.words)
    parts = [f"<title>{words}</title>"]
    if mark.end - mark.start > _SHORTEST_LINE:
        long = ' class="long"' if mark.end - mark.start > LONG else ""
        parts.append(f'<line{long} x1="{_percent(mark.start)}" x2="{_percent(mark.end)}" y1="{y}" y2="{y}"/>')
    parts.append(
        f'<use href="#{key}-{mark.status}" x="{x}" y="{y - 7}" width="14" height="14" transform="translate(-7)"/>'
    )
    if mark.contested:
        parts.append(f'<text class="contested" x="{x}" y="{y - 3}" dx="4">≠</text>')
    if mark.label:
        dx, anchor = (-10, ' text-anchor="end"') if mark.before else (14 if mark.contested else 10, "")
        side = _percent(min(mark.start, mark.x) if mark.before else max(mark.end, mark.x))
        parts.append(f'<text class="wide" x="{side}" y="{y + 4}" dx="{dx}"{anchor}>{escape(mark.label)}</text>')
    link = f'<a href="{escape(event_address(mark.event))}" class="mark {mark.quad}">'
    return f"{link}{''.join(parts)}</a>\n"


def _percent(place: float) -> str:
    return f"{place * 100:.2f}%"
