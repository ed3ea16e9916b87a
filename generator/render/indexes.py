"""The index pages: whole lists on one page, or, of long ones, the first of them and the way to the parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import Actor, Agreement, Event, Evidence, Topic
from generator.render import parting, places
from generator.render.catalogue import Catalogue
from generator.render.continuing import roomy
from generator.render.linking import Linked, name
from generator.render.parting import FIRST, Part
from generator.render.places import KINDS
from generator.render.scope import Scope


@dataclass(frozen=True)
class Index:
    """An index page or a part of one: its path below `docs/`, its template, and what that is given."""

    path: str
    template: str
    values: dict[str, Any]


def indexes(catalogue: Catalogue) -> Iterator[Index]:
    """Every index page with its parts. Templates get `listed`, `parts` and `part`, None on the index itself."""
    brief = catalogue.brief
    yield from _actors(catalogue)
    yield Index("topics/index.md", "topics.md", _shown(catalogue.topics))
    yield from _list("agreements", catalogue.agreements_in_order, _agreements(catalogue))
    yield from _events(catalogue)
    yield from _questions(catalogue)
    yield from _list("discrepancies", catalogue.disputed(), catalogue.places.disputed)
    if brief.comparison:
        yield from _list("changes", brief.comparison.changes, places.changes(brief.comparison.changes))
    yield from _list("sources", catalogue.newest_sources, places.sources(catalogue.newest_sources))


def _shown(listed: Any, parts: Any = (), part: Part[Any] | None = None) -> dict[str, Any]:
    return {"listed": listed, "parts": parts, "part": part}


def _list[T](title: str, items: Sequence[T], parts: Sequence[Part[T]]) -> Iterator[Index]:
    """An index of one list."""
    yield Index(f"{title}/index.md", f"{title}.md", _shown(items[:FIRST] if parts else items, parts))
    for part in parts:
        yield Index(part.path, f"{title}.md", _shown(part.items, parts, part))


def _actors(catalogue: Catalogue) -> Iterator[Index]:
    """The actors by kind: by weight on the index, by name on the parts."""
    of_kind = {kind: catalogue.of_kind(kind) for kind in KINDS}
    long = parting.too_long(catalogue.brief.actors)
    parts = {
        kind: places.by_name(actors, f"actors/all/{kind.value}", KINDS[kind], name)
        if long and len(actors) > FIRST
        else []
        for kind, actors in of_kind.items()
    }
    first = {kind: actors[:FIRST] if parts[kind] else actors for kind, actors in of_kind.items()}
    yield Index("actors/index.md", "actors.md", _shown(first, parts) | {"kinds": KINDS})
    for kind, several in parts.items():
        for part in several:
            listed = {other: part.items if other is kind else [] for other in KINDS}
            yield Index(part.path, "actors.md", _shown(listed, parts, part) | {"kinds": KINDS})


def _agreements(catalogue: Catalogue) -> list[Part[Agreement]]:
    agreements = catalogue.brief.agreements
    return places.by_name(agreements, "agreements/all", "", name) if parting.too_long(agreements) else []


def _events(catalogue: Catalogue) -> Iterator[Index]:
    parts = catalogue.places.events
    years = [] if parts else parting.years(catalogue.by_date)
    yield Index("events/index.md", "events.md", _shown([], parts) | {"years": years})
    for part in parts:
        yield Index(part.path, "events.md", _shown([], parts, part) | {"years": parting.years(part.items)})


def _questions(catalogue: Catalogue) -> Iterator[Index]:
    """The open questions by topic and the answered ones; on the index of parts only the newest of both."""
    parts = catalogue.places.questions
    if not parts:
        listed, answered = catalogue.questions_by_topic, catalogue.answered_questions
        yield Index("questions/index.md", "questions.md", _shown(listed) | {"answered": answered})
        return
    newest = [(None, catalogue.open_questions[:FIRST])]
    yield Index("questions/index.md", "questions.md", _shown(newest, parts) | {"answered": []})
    for part in parts:
        still_open = [question for question in part.items if question.status == "open"]
        answered = [question for question in part.items if question.status == "answered"]
        listed = [(None, still_open)] if still_open else []
        yield Index(part.path, "questions.md", _shown(listed, parts, part) | {"answered": answered})


def continuations(scope: Scope, thing: Linked) -> Iterator[dict[str, Any]]:
    """What the template of a dossier's further pages is given, page by page."""
    cited = scope.by_source(scope.evidence)
    for kind, items in scope.continuations.items():
        parts = places.continued(scope.path, kind, items)
        for part in parts:
            yield {
                "kind": kind,
                "part": part,
                "parts": parts,
                "thing": name(thing),
                "up": scope.path,
                "spoken": isinstance(thing, Actor),
                "cited": cited,
                "most": len(items[0].events) if kind == "relations" else 0,
            }


def passage_parts(event: Event) -> list[Part[Evidence]]:
    """The pages with all passages of an event that has more of them than its line can show; none for others."""
    path = places.passages(event)
    if not path:
        return []
    chunks = parting.chunks(event.evidence)
    folder = path.removesuffix("/index.md")
    return [
        Part(
            path if number == 1 else f"{folder}/{number}/index.md",
            f"Part {number}",
            chunk,
        )
        for number, chunk in enumerate(chunks, start=1)
    ]


def room_of_actor(catalogue: Catalogue, actor: Actor) -> bool:
    """Whether all that belongs to an actor has room on one page."""
    return roomy(
        len(catalogue.sources_of(actor.evidence)),
        catalogue.events_of(actor),
        catalogue.relations(actor),
        catalogue.agreements_of(actor),
        catalogue.statements_by(actor),
        catalogue.questions_about(actor),
    )


def room_of_topic(catalogue: Catalogue, topic: Topic) -> bool:
    """Whether all that belongs to a topic has room on one page."""
    scope = Scope(catalogue, "")
    events, questions = scope.events(topic.events), scope.questions(topic.questions)
    agreements = scope.agreements(topic.agreements)
    sources = catalogue.sources_of(scope.evidence_of(events, agreements, questions))
    return roomy(len(sources), events, agreements, questions, topic.actors)


def room_of_agreement(catalogue: Catalogue, agreement: Agreement) -> bool:
    """Whether all that belongs to an agreement has room on one page."""
    return roomy(
        len(catalogue.sources_of(agreement.evidence)),
        agreement.provisions,
        catalogue.events_around(agreement),
        catalogue.statements_around(agreement),
        catalogue.questions_around(agreement),
    )
