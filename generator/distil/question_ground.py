"""What every rule for open questions stands on: what opens a question, how one is made, and where its evidence lies."""

from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Token

from generator.distil.candidates import Report
from generator.distil.evidence import clause_span
from generator.distil.question_wording import QuestionWording, question_of
from generator.language.attribution import knowledge as speech_words
from generator.language.document import Document

_LONGEST = 50
"""Words of evidence."""
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


def reporting() -> frozenset[str]:
    """Lemmas of the verbs that report words."""
    return frozenset(speech_words()["reporting"])


@dataclass
class Raised:
    """A question found: its wording, the word that opens it, the word that says what is open, and the clause."""

    opening: Opening
    text: str
    opener: Token
    content: Token
    span: tuple[int, int]
    core: tuple[int, int]
    """Where what is open stands, without the words that open or report it."""


class Ground:
    """What all rules stand on: the document, its reports of happenings, the wording, and how a question is made."""

    def __init__(self, document: Document, reports: dict[int, Report]) -> None:
        self.document = document
        self.reports = reports
        self.wording = QuestionWording(document)

    def made(self, opening: Opening, text: str, opener: Token, content: Token) -> Raised | None:
        """The question, with the clause from the word that opens it to the end of what is open."""
        question = question_of(text) if text else None
        return (
            Raised(opening, question, opener, content, self._span(opener, content), self._core(opener, content))
            if question
            else None
        )

    def _span(self, opener: Token, content: Token) -> tuple[int, int]:
        """From the clause that opens the question, or the words that report it, to the end of what is open."""
        inner = clause_span(self.document, content)
        for widest in (self._reporting(opener), clause_span(self.document, opener)):
            wide = min(widest[0], inner[0]), max(widest[1], inner[1])
            if len(self.document.text[wide[0] : wide[1]].split()) <= _LONGEST:
                return wide
        return inner

    def _core(self, opener: Token, content: Token) -> tuple[int, int]:
        if content.pos_ in ("VERB", "AUX"):
            return clause_span(self.document, content)
        tokens = [*content.subtree, opener]
        last = max(tokens, key=lambda t: t.i)
        return min(t.idx for t in tokens), last.idx + len(last.text)

    def _reporting(self, token: Token) -> tuple[int, int]:
        """The clause that reports what is said: up from the token to the outermost verb of saying of its sentence."""
        current = verb = token
        while current.head != current:
            current = current.head
            if current.lemma_.lower() in reporting() and current.pos_ == "VERB":
                verb = current
        if self.document.in_speech(token):
            sentence = token.sent
            return sentence.start_char, sentence.end_char
        start, end = clause_span(self.document, verb)
        return start, end

    def has_child(self, token: Token, dependencies: tuple[str, ...], words: frozenset[str] | tuple[str, ...]) -> bool:
        """Whether a token governs one of the words in one of the relations."""
        return any(c.dep_ in dependencies and c.lower_ in words for c in token.children)

    def is_infinitive(self, verb: Token) -> bool:
        """Whether a verb is an infinitive with "to", active or passive."""
        return verb.tag_ in ("VB", "VBN") and self.has_child(verb, ("aux", "auxpass"), ("to",))

    def is_negated(self, verb: Token) -> bool:
        """Whether a verb is denied, by itself or through its subject."""
        if any(c.dep_ == "neg" for c in verb.children):
            return True
        return any(
            g.dep_ == "det" and g.lower_ == "no" for c in verb.children if c.dep_ in SUBJECTS for g in c.children
        )

    def content_of(self, verb: Token) -> Token | None:
        """The clause that tells what a verb of saying or feeling says."""
        return next(
            (
                c
                for c in verb.children
                if c.dep_ == "ccomp" and c.i > verb.i and any(g.dep_ in SUBJECTS for g in c.children)
            ),
            None,
        )
