"""Whom concerns what somebody does a thing for, in it or by it: "travelled to the coast to meet Anna Berg"."""

from collections.abc import Iterator, Mapping

from generator.language.arguments import arguments, is_passive
from generator.language.dependents import is_infinitive
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import Event, Kind, Participant

_TO_OTHERS = ("with", "against", "to")
_ACTORS = (Kind.PERSON, Kind.ORGANISATION, Kind.GROUP, Kind.STATE)


def with_aims(
    document: Document, events: list[Event], words: Mapping[int, Token], actor_ids: Mapping[int, str]
) -> list[Event]:
    """The events that name nobody but their doer with those to whom the doer means to do something, as "target".

    `words` are those that tell happenings, by the offset where their triggers start.
    """
    for event in events:
        if len(event.participants) != 1 or event.participants[0].role != "agent":
            continue
        starts = [e.trigger_start for e in event.evidence if e.trigger_start is not None]
        told = [words[start] for start in starts if start in words and words[start].pos_ == "VERB"]
        found = [n for verb in told[:1] for n in _concerned(document, verb)]
        new = [actor_ids[n] for n in dict.fromkeys(found) if n in actor_ids]
        event.participants += [Participant(actor=a, role="target") for a in new if a != event.participants[0].actor]
    return events


def _concerned(document: Document, verb: Token) -> Iterator[int]:
    """The actors that the clauses of a verb tell as those to whom something is to be done."""
    if is_passive(verb):
        return
    for clause in _clauses(verb):
        args = arguments(clause)
        for argument in [*args.targets, *(noun for preposition, noun in args.obliques if preposition in _TO_OTHERS)]:
            mention = document.mention_at(argument)
            if mention is not None and mention.form not in ("adjective", "capital"):
                yield from (n for n in mention.entities if document.entities[n].kind in _ACTORS)


def _clauses(verb: Token) -> list[Token]:
    """The clauses without a tense that tell what a verb's subject aims at: its own, its object's, its prepositions'."""
    hosts = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "prep"))]
    hosts += [c for p in hosts if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
    hosts += [c for noun in hosts[1:] if noun.pos_ == "NOUN" for c in noun.children if c.dep_ == "prep"]
    found = [c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"]
    for host in hosts:
        found += [c for c in host.children if c.dep_ in ("advcl", "acl") and is_infinitive(c)]
        found += [c for c in host.children if c.dep_ == "pcomp" and c.tag_ == "VBG"]
    return found
