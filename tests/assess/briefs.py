"""Briefs told in few words: every quote is found in its source's text."""

from collections.abc import Mapping, Sequence
from datetime import date

from generator.model import (
    Actor,
    Agreement,
    Basis,
    Brief,
    DateSpan,
    Discrepancy,
    Event,
    EventReport,
    EventType,
    Evidence,
    Kind,
    Participant,
    Reliability,
    Source,
    Status,
)


def source(
    identifier: str,
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    reliability: Reliability = "F",
) -> Source:
    return Source(
        id=identifier,
        path=f"{identifier}.txt",
        sha256="0" * 64,
        title=text.split("\n", 1)[0],
        text=text,
        published=date.fromisoformat(published) if published else None,
        published_basis="stated" if published else None,
        publisher=publisher,
        author=author,
        language="en",
        reliability=reliability,
    )


def quotes(sources: Sequence[Source], told: Mapping[str, str]) -> list[Evidence]:
    """The quotes that `told` gives for every source's id; several are parted by a bar."""
    texts = {one.id: one.text for one in sources}
    found = []
    for identifier, words in told.items():
        for quote in words.split("|"):
            start = texts[identifier].index(quote)
            found.append(Evidence(source=identifier, start=start, end=start + len(quote), quote=quote))
    return found


def event(
    sources: Sequence[Source],
    told: Mapping[str, str],
    title: str = "Norland shells Port Ilsa",
    kind: EventType = EventType.ASSAULT,
    status: Status = Status.OCCURRED,
    agent: str | None = None,
    reports: Sequence[EventReport] = (),
) -> Event:
    return Event(
        id=title.lower().replace(" ", "-"),
        title=title,
        type=kind,
        status=status,
        participants=[Participant(actor=agent, role="agent")] if agent else [],
        reports=list(reports),
        evidence=quotes(sources, told),
    )


def report(
    identifier: str,
    day: str | None = None,
    *,
    until: str | None = None,
    basis: Basis = "stated",
    status: Status = Status.OCCURRED,
    place: str | None = None,
    agent: str | None = None,
) -> EventReport:
    return EventReport(
        source=identifier,
        title="Norland shells Port Ilsa",
        status=status,
        date=span(day, until, basis) if day else None,
        place=place,
        participants=[Participant(actor=agent, role="agent")] if agent else [],
    )


def span(day: str, until: str | None = None, basis: Basis = "stated") -> DateSpan:
    return DateSpan(
        start=date.fromisoformat(day),
        end=date.fromisoformat(until or day),
        precision="month" if until else "day",
        basis=basis,
    )


def brief(
    sources: Sequence[Source], events: Sequence[Event] = (), agreements: Sequence[Agreement] = (), actors: str = ""
) -> Brief:
    """A brief; `actors` are the names of its states, parted by blanks."""
    first = Evidence(source=sources[0].id, start=0, end=1, quote=sources[0].text[:1]) if sources else None
    states = [
        Actor(id=name.lower(), name=name, kind=Kind.STATE, evidence=[first] if first else []) for name in actors.split()
    ]
    return Brief(
        title="Port Ilsa", sources=list(sources), actors=states, events=list(events), agreements=list(agreements)
    )


def sides(discrepancies: Sequence[Discrepancy]) -> dict[str, dict[str, list[str]]]:
    """For every discrepancy its accounts: the sources behind each value."""
    return {
        found.id: {account.value: sorted({e.source for e in account.evidence}) for account in found.accounts}
        for found in discrepancies
    }
