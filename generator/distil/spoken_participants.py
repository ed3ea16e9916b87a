"""Whom a happening made by words alone is about: "The minister said the company had lied" is about the company."""

from collections.abc import Iterator, Sequence

from generator.language.attribution import SpeechAct
from generator.language.document import Document
from generator.language.noun_phrases import kind_of
from generator.language.parse import Token
from generator.model import Event, Evidence, Kind, Participant

_PARTS = {"nsubj", "nsubjpass", "dobj", "poss"}
"""Where the actors stand whom words are about; behind prepositions stand places and things aside too."""
_MOST = 2


def with_addressees(
    document: Document, events: list[Event], acts: Sequence[SpeechAct], actor_ids: dict[int, str]
) -> list[Event]:
    """The events in which nobody but the speakers takes part, with the first actors that their words are about."""
    by_start = {act.verb.idx: act for act in acts if act.verb is not None}
    for event in events:
        told = [(e, by_start[e.trigger_start]) for e in event.evidence if e.trigger_start in by_start]
        if not told:
            continue
        evidence, act = told[0]
        speakers = {actor_ids[s] for s in act.speakers if s in actor_ids}
        if any(p.actor not in speakers for p in event.participants):
            continue
        named = (actor_ids[e] for e in _named(document, act, evidence) if e in actor_ids)
        others = list(dict.fromkeys(actor for actor in named if actor not in speakers))
        event.participants += [Participant(actor=actor, role="about") for actor in others[:_MOST]]
    return events


def _named(document: Document, act: SpeechAct, evidence: Evidence) -> Iterator[int]:
    """The entities that act or are acted on in the words of a statement, in order of the text."""
    for token in document.doc.char_span(evidence.start, evidence.end, alignment_mode="contract") or ():
        in_words = token.dep_ in _PARTS and any(a <= token.idx < b for a, b in act.spans)
        if in_words and not _is_of_telling(document, token, act):
            yield from _meant(document, token)


def _is_of_telling(document: Document, token: Token, act: SpeechAct) -> bool:
    """Whether a word tells only to whom somebody speaks, or whose kin that is: "Anna Berg's father told the Herald"."""
    below = token
    while below.head not in (act.verb, below):
        below = below.head
    told = below.dep_ in ("dobj", "dative") and (act.quoted or any(c.dep_ == "ccomp" for c in below.head.children))
    kin = below.dep_ == "nsubj" and kind_of(document, document.mention_at(token)) == Kind.PERSON
    return below.head == act.verb and (told or kin)


def _meant(document: Document, token: Token) -> tuple[int, ...]:
    """The entities that a word alone, or a name that it heads, means."""
    mention = document.mention_at(token)
    return mention.entities if mention is not None and mention.head == token.i else ()
