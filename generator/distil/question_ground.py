"""What every rule for open questions stands on: what opens a question, how one is made, and where its evidence lies."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Literal

from generator.distil.evidence import clause_span
from generator.distil.question_happenings import HappeningWording
from generator.distil.question_knowledge import knowledge
from generator.distil.question_wording import question_of
from generator.distil.reports import Report
from generator.language.attribution import knowledge as speech_words
from generator.language.document import Document
from generator.language.parse import Token

_LONGEST = 50
"""Words of evidence."""
_NOBODY = ("nobody", "none", "neither", "nothing")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


class Opening(IntEnum):
    """What leaves the matter open; of two that stand on the same words the higher asks."""

    PLAN = 1
    PROPOSAL = 2
    EFFORT = 3
    INQUIRY = 4
    LAWFULNESS = 5
    CLAIM = 6
    DEMAND = 7
    ALLEGATION = 8
    FEELING = 9
    CHANCE = 10
    PENDING = 11
    ASKED = 12


@dataclass
class Raised:
    """A question found: its wording, the word that opens it, the word that says what is open, and the clause."""

    opening: Opening
    text: str
    opener: Token
    content: Token
    span: tuple[int, int]
    core: frozenset[int]
    """The tokens of what is open: its clause without clauses that depend on it."""


type Rule = Callable[[Token], Raised | None]
"""Reads one word; the question that it raises, if it raises one."""
type Trigger = Literal["verb", "noun", "word"]
"""By what a rule is called: the lemma of a verb, the lemma of a noun, or a word as it is written."""


@dataclass
class Ground:
    """What all rules stand on: the document, the happenings by token, the wording, and how a question is made."""

    document: Document
    reports: dict[int, Report]
    wording: HappeningWording

    def rules(self) -> Iterator[tuple[Trigger, Iterable[str], Rule]]:
        """The rules with the words that call them, the more telling first."""
        yield from ()

    def made(self, opening: Opening, text: str, opener: Token, content: Token) -> Raised | None:
        """The question, with the clause from the word that opens it to the end of what is open."""
        question = question_of(text) if text else None
        if question is None or _is_habit(opener) or _is_habit(content):
            return None
        if opening != Opening.ASKED and _is_vague(text):
            return None
        if opening != Opening.ASKED and _asks_itself(content):
            return None
        return Raised(opening, question, opener, content, self._span(opener, content), core_of(content))

    def _span(self, opener: Token, content: Token) -> tuple[int, int]:
        """From the clause that opens the question, or the words that report it, to the end of what is open."""
        inner = clause_span(self.document, content)
        for widest in (self._reporting(opener), clause_span(self.document, opener)):
            wide = min(widest[0], inner[0]), max(widest[1], inner[1])
            if len(self.document.text[wide[0] : wide[1]].split()) <= _LONGEST:
                return wide
        return inner

    def _reporting(self, token: Token) -> tuple[int, int]:
        """The clause that reports what is said: up from the token to the outermost verb of saying of its sentence."""
        if self.document.in_speech(token):
            sentence = token.sent
            return sentence.start_char, sentence.end_char
        current = verb = token
        while current.head != current:
            current = current.head
            if current.lemma_.lower() in reporting() and current.pos_ == "VERB":
                verb = current
        return clause_span(self.document, verb)


def _is_habit(token: Token) -> bool:
    """Whether a word tells what is so in general: "are often accused"."""
    return any(c.lower_ in knowledge()["habitual_adverbs"] for c in token.children if c.dep_ == "advmod")


def _asks_itself(content: Token) -> bool:
    """Whether a clause asks for a part of itself: "suggest what the flag should mean"."""
    return content.dep_ in ("ccomp", "pcomp") and any(
        c.tag_ in ("WP", "WRB") and c.dep_ in ("dobj", "attr", "advmod", "acomp") for c in content.children
    )


def _is_vague(text: str) -> bool:
    """Whether a question ends in a thing that it does not tell: "carry out the plan"."""
    words = text.lower().split()
    return len(words) > 2 and words[-2] == "the" and words[-1].removesuffix("s") in knowledge()["vague_objects"]


def core_of(content: Token) -> frozenset[int]:
    """The tokens of a clause or noun phrase without punctuation and without the finite clauses below it."""
    kept: set[int] = set()
    pending = [content]
    while pending:
        token = pending.pop()
        if token.dep_ != "punct":
            kept.add(token.i)
        pending += [c for c in token.children if not _is_clause(c)]
    return frozenset(kept)


def _is_clause(token: Token) -> bool:
    if token.dep_ in ("advcl", "relcl", "parataxis"):
        return True
    return (
        token.dep_ in ("ccomp", "conj")
        and token.pos_ in ("VERB", "AUX")
        and any(c.dep_ in SUBJECTS for c in token.children)
    )


@cache
def reporting() -> frozenset[str]:
    """Lemmas of the verbs that report words."""
    return frozenset(speech_words()["reporting"])


def has_child(token: Token, dependencies: tuple[str, ...], words: Iterable[str]) -> bool:
    """Whether a token governs one of the words in one of the relations."""
    return any(c.dep_ in dependencies and c.lower_ in words for c in token.children)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to", active or passive."""
    return verb.tag_ in ("VB", "VBN") and has_child(verb, ("aux", "auxpass"), ("to",))


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied, by itself or through its subject."""
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    if any(c.lower_ in _NOBODY for c in subjects):
        return True
    return any(g.dep_ == "det" and g.lower_ in ("no", "neither") for c in subjects for g in c.children)


def content_of(verb: Token) -> Token | None:
    """The clause that tells what a verb of saying or feeling says."""
    clauses = (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i)
    return next((c for c in clauses if any(g.dep_ in SUBJECTS for g in c.children)), None)


def infinitive_of(governor: Token) -> Token | None:
    """The infinitive that completes a verb, noun or adjective."""
    found = (c for c in governor.children if c.i > governor.i and c.dep_ in ("xcomp", "ccomp", "acl", "relcl", "advcl"))
    return next((c for c in found if is_infinitive(c)), None)


def objects_of(verb: Token) -> list[Token]:
    """The nouns that a verb is done to: its object, or the subject of its passive."""
    return [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN")]


def noun_behind(governor: Token, prepositions: Iterable[str]) -> Token | None:
    """The noun that hangs on a verb or noun by one of the prepositions."""
    behind = (p for c in governor.children if c.dep_ == "prep" and c.lower_ in prepositions for p in c.children)
    return next((p for p in behind if p.dep_ == "pobj"), None)
