"""Positions told by a noun: "the protesters' demands include ...", "criticism by X", "X's claim that ..."."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.language.coordination import spread
from generator.language.document import Document
from generator.language.parse import Token
from generator.language.speech_documents import Speakers
from generator.language.speech_verbs import knowledge

_POSSESSOR = "'s"
_ABOUT = ("nsubj", "attr", "nsubjpass")


@dataclass(frozen=True)
class NounSpeech:
    """Who takes a position by a noun, and the characters that tell it: code-point offsets of the source's text."""

    speakers: Speakers
    start: int
    end: int


@cache
def _readings() -> dict[str, dict[str, Any]]:
    """Each noun of attribution with how its speaker is told and where it counts."""
    return {word: reading for reading in knowledge()["nouns"] for word in reading["words"]}


def said_by(document: Document, noun: Token) -> NounSpeech | None:
    """The position that a noun tells; None where it tells none, or nobody known takes it."""
    reading = _readings().get(noun.lemma_.lower())
    if reading is None:
        return None
    if reading["where"] == "phrase":
        return _framing(document, noun, reading["owners"])
    thesis = _thesis_of(noun) if reading["where"] == "clause" else None
    if thesis is None and reading["where"] != "anywhere" and noun.dep_ not in _ABOUT:
        return None
    last = max(thesis.subtree, key=lambda t: t.i) if thesis is not None else noun.sent[-1]
    speakers = _owners(document, noun, reading["owners"])
    if noun.lemma_.lower() == "call" and not _is_for_something(noun):
        return None
    return NounSpeech(speakers, noun.left_edge.idx, last.idx + len(last.text)) if speakers else None


def _framing(document: Document, noun: Token, ways: list[str]) -> NounSpeech | None:
    """The sentence that is said "in the words of X"."""
    preposition = noun.head
    speakers = _owners(document, noun, ways)
    if noun.dep_ != "pobj" or preposition.lower_ not in ("in", "by") or not speakers:
        return None
    return NounSpeech(speakers, noun.sent.start_char, noun.sent.start_char + len(noun.sent.text.rstrip()))


def _owners(document: Document, noun: Token, ways: list[str]) -> Speakers:
    """The actors whose position it is; nobody where one of them is no actor."""
    owners = [t for c in noun.children if c.dep_ == "poss" and _POSSESSOR in ways for t in spread(c)]
    prepositions = [c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in ways]
    owners += [t for c in prepositions for p in c.children if p.dep_ == "pobj" for t in spread(p)]
    mentions = [m for o in owners if (m := document.actor_at(o)) is not None]
    speakers = tuple(dict.fromkeys(e for m in mentions for e in m.entities))
    return () if any(document.entities[s].kind is None for s in speakers) else speakers


def _is_for_something(noun: Token) -> bool:
    """Whether a call asks for something, rather than being one by telephone: "calls from parents for a new school"."""
    on_owner = [p for c in noun.children if c.dep_ in ("prep", "agent") for p in c.children]
    below = [c for t in (noun, *on_owner) for c in t.children]
    return any(c.lower_ in ("for", "on", "upon", "to", "that") or c.dep_ in ("acl", "relcl") for c in below)


def _thesis_of(noun: Token) -> Token | None:
    """The clause that says what a claim claims: "the claim that the vote was stolen"."""
    for child in noun.children:
        marks = [c for c in child.children if c.dep_ == "mark" and c.lower_ == "that"]
        if child.dep_ in ("acl", "relcl", "ccomp") and marks:
            return child
    return None
