"""Long lists in parts: a page shows so much and no more, and the rest stands one click away."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Actor, Agreement, Discrepancy, Event, Question, Source, Statement
from generator.render import dates

FULL = 240
"""What a page may hold, in units of about half a kilobyte of HTML: see `weight`."""
_BEARABLE = 300
"""What a page may hold at most where that spares a list from being parted."""
SHOWN_PASSAGES = 8
"""Citation marks of one fact on the page where it is told in full; those beyond stand on a page of their own."""
SPOKEN = 40
"""Statements of one speaker that stand on the dossier; where there are more, all of them have pages of their own."""
FIRST = 40
"""How many of everything an index shows where the whole list is in parts."""

_UNDATED = 10_000  # After every year.
_MONTHS = ["", *(dates.month_name(month) for month in range(1, 13))]


@dataclass(frozen=True)
class Part[T]:
    """One page of a list: its path below `docs/`, its title, and what it shows."""

    path: str
    title: str
    items: Sequence[T]


@dataclass(frozen=True)
class Month:
    """The events of one month; without a title for those of which no month is known."""

    anchor: str
    title: str
    events: list[Event]


@dataclass(frozen=True)
class Year:
    """The months of one year in which something is dated; without a year for what is not."""

    anchor: str
    title: str
    months: list[Month]


def weight(item: object) -> int:
    """How much room the line of an item takes, in units of about half a kilobyte of HTML."""
    match item:
        case Event():
            return 3 + min(len(item.evidence), SHOWN_PASSAGES) + len(item.history)
        case Question():
            return 3 + min(len(item.evidence), 4) + 4 * len(item.answered_by)
        case Agreement() | Statement():
            return 2 + min(len(item.evidence), 4)
        case Actor():
            return 3
        case Source():
            return 1
        case Discrepancy():
            return 3 + 2 * sum(len(account.evidence) for account in item.accounts)
        case (_, list(several)):
            return sum(map(weight, several))
        case _:
            return 3


def too_long(items: Iterable[object]) -> bool:
    """Whether these items are more than a page may hold."""
    return sum(map(weight, items)) > _BEARABLE


def chunks[T](items: Sequence[T], more: int = 0) -> list[list[T]]:
    """The items in order on as few pages as hold them; each takes so much more room than its weight."""
    found: list[list[T]] = []
    room = 0
    for item in items:
        room -= weight(item) + more
        if room < 0 or not found:
            found.append([])
            room = FULL - weight(item) - more
        found[-1].append(item)
    return found


def numbered[T](items: Sequence[T], path: str, title: Callable[[int, Sequence[T]], str]) -> list[Part[T]]:
    """The items on pages `PATH/1/index.md` and so on, each with its title, made from its number and its items."""
    return [
        Part(f"{path}/{number}/index.md", title(number, chunk), chunk)
        for number, chunk in enumerate(chunks(items), start=1)
    ]


def by_time(events: Sequence[Event]) -> list[Part[Event]]:
    """Events in the order of their dates, a page for each year; for each month where a year is too long."""
    found: list[Part[Event]] = []
    for year, of_year in _grouped(events, lambda event: month_of(event)[0]):
        name, title = ("undated", "Undated") if year == _UNDATED else (str(year), str(year))
        if not too_long(of_year) or year == _UNDATED:
            found += on_pages(f"events/{name}", title, of_year)
            continue
        for (_, month), of_month in _grouped(sorted(of_year, key=month_of), month_of):
            words = f"{_MONTHS[month]} {title}" if month else f"{title}, no one month"
            found += on_pages(f"events/{name}-{month:02}", words, of_month)
    return found


def _grouped[K](events: Iterable[Event], key: Callable[[Event], K]) -> list[tuple[K, list[Event]]]:
    return [(value, list(group)) for value, group in groupby(events, key)]


def on_pages[T](path: str, title: str, items: Sequence[T]) -> list[Part[T]]:
    """One page, or as many as are needed: the first keeps the path."""
    parts = chunks(items)
    return [
        Part(
            f"{path}/index.md" if number == 1 else f"{path}-{number}/index.md",
            title if len(parts) == 1 else f"{title}, part {number}",
            part,
        )
        for number, part in enumerate(parts, start=1)
    ]


def sources_by_year(sources: Sequence[Source]) -> list[Part[Source]]:
    """Sources in the order of their dates, a page or more for each year of publication."""
    found: list[Part[Source]] = []
    for year, group in groupby(sources, lambda source: str(source.published.year) if source.published else "undated"):
        found += on_pages(f"sources/all/{year}", year.capitalize(), list(group))
    return found


def letters(names: Sequence[str]) -> str:
    """What a list of names in their order goes from and to: "Aa–Be"."""
    first, last = names[0][:2].capitalize(), names[-1][:2].capitalize()
    return first if first == last else f"{first}–{last}"


def years(events: Iterable[Event]) -> list[Year]:
    """The events by year and month, oldest first; those of no one month before the months, the undated last."""
    found: dict[int, dict[int, list[Event]]] = {}
    for event in events:
        year, month = month_of(event)
        found.setdefault(year, {}).setdefault(month, []).append(event)
    return [
        Year(
            f"_{year}" if year < _UNDATED else "_undated",
            str(year) if year < _UNDATED else "Undated",
            [Month(f"_{year}-{month:02}", _MONTHS[month], months[month]) for month in sorted(months)],
        )
        for year, months in sorted(found.items())
    ]


def month_of(event: Event) -> tuple[int, int]:
    """Year and month, 0 for no one month."""
    if not event.date:
        return _UNDATED, 0
    first, last = event.date.start, event.date.end
    return first.year, first.month if (first.year, first.month) == (last.year, last.month) else 0
