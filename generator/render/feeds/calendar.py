"""What lies ahead as a calendar (iCalendar, RFC 5545): planned events and the steps of agreements, by their dates."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.model import DateSpan, Evidence, Status
from generator.render.catalogue import Catalogue
from generator.render.dates import span
from generator.render.feeds.addresses import Addresses
from generator.render.feeds.news import last_day
from generator.render.linking import Linking
from generator.render.text import plain
from generator.render.words import capital, quoted

PATH = "calendar.ics"
_LAST = date.max - timedelta(days=1)
_LINE = 75  # Octets that a line may have before it is folded.


def calendar(catalogue: Catalogue, addresses: Addresses) -> str:
    """The calendar: whole days; of a date that is only known as a month or a year, all its days."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//brief-generator//brief//EN",
        "CALSCALE:GREGORIAN",
        _property("X-WR-CALNAME", catalogue.brief.title),
        *_events(catalogue, addresses),
        *_steps(catalogue, addresses),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _events(catalogue: Catalogue, addresses: Addresses) -> Iterator[str]:
    """Planned and possible events that were not past when the newest article appeared."""
    places = Linking(catalogue, "index.md")
    for event in catalogue.ahead:
        if event.date:
            yield from _entry(
                catalogue,
                addresses,
                ("events", event.id),
                places.target(event),
                event.title,
                event.status.value,
                event.date,
                event.evidence,
                sure=event.status is Status.PLANNED,
            )


def _steps(catalogue: Catalogue, addresses: Addresses) -> Iterator[str]:
    """Stages of agreements that the articles date after the day of the newest of them."""
    places = Linking(catalogue, "index.md")
    for agreement in catalogue.agreements_in_order:
        for step in agreement.steps:
            if step.date and step.date.start > last_day(catalogue):
                yield from _entry(
                    catalogue,
                    addresses,
                    ("agreements", agreement.id, step.status.value),
                    places.target(agreement),
                    f"{capital(agreement.title)}: {step.status.value}",
                    "commitment",
                    step.date,
                    step.evidence,
                    sure=True,
                )


def _entry(
    catalogue: Catalogue,
    addresses: Addresses,
    name: tuple[str, ...],
    target: str,
    title: str,
    label: str,
    when: DateSpan,
    evidence: Iterable[Evidence],
    *,
    sure: bool,
) -> list[str]:
    path, _, anchor = target.partition("#")
    passage = next(iter(evidence))
    source = catalogue.sources[passage.source]
    exact = when.precision == "day"
    said = f"{quoted(passage.quote)} — {source.publisher or source.title}"
    known = "" if exact else f"The articles only say: {span(when)}.\n"
    return [
        "BEGIN:VEVENT",
        f"UID:{addresses.tag(*name)}",
        f"DTSTAMP:{last_day(catalogue):%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{when.start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{min(when.end, _LAST) + timedelta(days=1):%Y%m%d}",
        _property("SUMMARY", title if exact else f"{title} ({span(when)})"),
        _property("DESCRIPTION", f"{capital(label)}.\n{known}{said}"),
        _property("CATEGORIES", label),
        *([f"URL:{addresses.page(path, anchor)}"] if addresses.absolute else []),
        f"STATUS:{'CONFIRMED' if sure else 'TENTATIVE'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _property(name: str, text: str) -> str:
    escaped = "\\n".join(
        plain(line).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in text.split("\n")
    )
    return f"{name}:{escaped}"


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, each after the first behind a space; no character is cut."""
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode("utf-8"))
        if size + octets > _LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += octets
    return "\r\n".join([*pieces, piece])
