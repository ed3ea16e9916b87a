"""Facts that a person adds: with words of the articles, whose place is looked up here."""

from collections.abc import Sequence

from generator.curation.contents import NewActor, NewAgreement, NewEvent, NewQuestion, NewStatement
from generator.curation.lookup import NOUNS
from generator.curation.merging import Mergeable, merged
from generator.curation.reading import Placed
from generator.curation.refinding import known
from generator.curation.setting import participants
from generator.curation.tables import Tables, reviewed
from generator.identifiers import slug
from generator.model import Actor, Agreement, Event, Evidence, Question, Statement


def add(tables: Tables, placed: Placed) -> None:
    """Add a fact. With no evidence that stands in a source it is not added, and every such quote has its note.

    A fact that the brief has under that very title by now takes up the evidence instead.
    """
    evidence = tables.evidence(placed, placed.decision.content.evidence)
    if not evidence:
        tables.targets.note(placed, "no evidence is left; nothing is added")
        return
    facts = placed.decision.facts
    fact = _new(tables, placed, evidence)
    there = tables.of(facts).get(slug(known(fact).label))
    if there is not None and not isinstance(fact, Statement) and _same(there, fact):
        tables.targets.note(
            placed,
            f"the brief has the {NOUNS[facts]} {there.id!r} by now; it takes up the evidence and keeps its fields",
        )
        fact = reviewed(merged(there, fact), ["evidence"], placed.decision.note)
    else:
        fact = reviewed(fact, note=placed.decision.note, added=True)
        tables.new.add(fact.id)
    tables.made[placed.place] = fact.id
    tables.put(facts, fact)


def _same(there: Mergeable, fact: Mergeable) -> bool:
    """Whether a fact of the same title is the one to be added; events of two times are two."""
    if isinstance(there, Event) and isinstance(fact, Event) and there.date and fact.date:
        return there.date.overlaps(fact.date)
    return True


def _new(
    tables: Tables, placed: Placed, evidence: Sequence[Evidence]
) -> Actor | Agreement | Event | Question | Statement:
    """The fact that an entry describes. Roles of an actor come later, when all actors are there."""
    content = placed.decision.content
    words = list(evidence)
    match content:
        case NewActor():
            return Actor(
                id=tables.unused("actors", content.name),
                name=content.name,
                kind=content.kind,
                aliases=sorted(set(content.aliases) - {content.name}),
                evidence=words,
            )
        case NewEvent():
            return Event(
                id=tables.unused("events", content.title),
                title=content.title,
                type=content.type,
                mode=content.mode,
                status=content.status,
                date=content.date,
                place=content.place,
                participants=participants(tables, placed, content.participants),
                evidence=words,
            )
        case NewAgreement():
            return Agreement(
                id=tables.unused("agreements", content.title),
                title=content.title,
                aliases=sorted(set(content.aliases) - {content.title}),
                parties=tables.ids(placed, content.parties, "actors"),
                signed=content.signed,
                status=content.status,
                evidence=words,
            )
        case NewQuestion():
            return Question(
                id=tables.unused("questions", content.text),
                text=content.text,
                about=tables.subjects(placed, content.about),
                raised=tables.raised(words),
                evidence=words,
            )
        case NewStatement():
            return Statement(
                id=tables.unused("statements", content.text),
                speaker=tables.targets.find(placed, content.speaker, "actors") if content.speaker else None,
                text=content.text,
                quoted=content.quoted,
                date=content.date,
                about=tables.subjects(placed, content.about),
                evidence=words,
            )
    raise TypeError(f"{type(content).__name__} is nothing that can be added")
