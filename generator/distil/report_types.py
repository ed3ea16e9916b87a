"""Of which type a report is: its frame's, save where it is refused, or where it only makes known or enacts another."""

from collections.abc import Collection, Mapping

from generator.distil.implied_participants import is_crowd
from generator.knowledge_files import knowledge_file
from generator.language.dependents import belongs, is_infinitive, verb_objects
from generator.language.document import Document
from generator.language.factuality import Factuality, factuality
from generator.language.factuality import knowledge as factuality_words
from generator.language.frames import Frame
from generator.language.parse import Token
from generator.model import EventType, Kind, Status

_ENACTED = frozenset(
    {EventType.COERCE, EventType.SANCTION, EventType.RETREAT, EventType.AID, EventType.MOBILIZE, EventType.COOPERATE}
)
"""What a law, decree or order can do by itself."""


def event_type(token: Token, frame: Frame, status: Status, certainty: Factuality) -> EventType | None:
    """The frame's type; consent told as not given is a refusal, and what else did not happen is no happening (None)."""
    if certainty.negated and frame.kind == "verb" and any(c.lower_ == "yet" for c in token.children):
        return None  # "have not yet agreed" refuses nothing
    if not certainty.negated or frame.words[0] == "not" or status == Status.DENIED:
        return frame.type
    told = status in (Status.OCCURRED, Status.ONGOING)
    if told and frame.kind == "verb" and frame.type.value in factuality_words()["refusal_when_negated"]:
        return EventType.REJECT
    return None if told or token.pos_ == "VERB" else frame.type


def doers_type(
    document: Document, kind: EventType, mode: str | None, participants: Collection[tuple[int, str]]
) -> EventType:
    """The type of a happening by who alone takes part: what protesters do, or where they go, is a part of their
    protest; the journeys of tourists and migrants are no visits of state."""
    travels = kind is EventType.CONSULT and mode == "visit"
    if travels and any(role == "agent" for _, role in participants):
        doers = [document.entities[entity] for entity, role in participants if role == "agent"]
        if all(doer.kind is Kind.GROUP and _is_private(doer.name) for doer in doers):
            return EventType.OTHER
    is_open = kind in (EventType.OTHER, EventType.CONSULT)
    alone = bool(participants) and all(role == "agent" and is_crowd(document, e) for e, role in participants)
    return EventType.PROTEST if is_open and alone else kind


def _is_private(group: str) -> bool:
    """Whether a group's name tells people who travel for themselves: "asylum seekers", "young fans"."""
    word = group.split()[-1].lower()
    return not {word, word.removesuffix("s")}.isdisjoint(knowledge_file("arguments")["private_travellers"])


def content_type(token: Token, frame: Frame, frames: Mapping[int, Frame]) -> EventType | None:
    """The type of what an announcement promises or a law does: "announced it would withdraw", "signed a decree banning
    veils". None where the word tells no such content. `frames` are those of the document by token."""
    if frame.type != EventType.OTHER or frame.kind != "verb":
        return None
    if token.lemma_.lower() in knowledge_file("spoken")["announcing"]:
        return next((frames[t.i].type for t in _announced(token) if t.i in frames), None)
    for law in (o for o in verb_objects(token) if belongs(o, ("law",))):
        for child in law.children:
            does = child.dep_ in ("acl", "relcl") and (
                child.tag_ in ("VBG", "VBZ", "VBD", "VBP") or is_infinitive(child)
            )
            if does and child.i in frames and frames[child.i].type in _ENACTED:
                return frames[child.i].type
    return None


def _announced(verb: Token) -> list[Token]:
    """The words for what is said to be coming: infinitives, clauses in the future, plans and their content."""
    found = []
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp"):
            coming = [child, *(c for c in child.children if c.dep_ == "xcomp")]
            found += [c for c in coming if factuality(c).status == Status.PLANNED]
        if child.dep_ == "dobj":
            clauses = [c for c in child.children if c.dep_ in ("acl", "relcl") and is_infinitive(c)]
            found += [t for clause in clauses for t in (clause, *clause.conjuncts)]
            found += [] if child.lemma_.lower() in knowledge_file("factuality")["planned_nouns"] else [child]
    return found
