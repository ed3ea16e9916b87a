"""Harm that nobody meant: who was killed or hurt by a crash, a storm, a building, an illness was not attacked, and the
harm is one happening with what caused it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from generator.distil.reports import Report
from generator.knowledge_files import knowledge_file
from generator.language.arguments import is_passive, subject_of
from generator.language.coordination import spread
from generator.language.dependents import keys_of
from generator.language.document import Document
from generator.language.frames import Frame
from generator.language.parse import Token
from generator.model import EventType

_BECAUSE_OF = frozenset({"in", "during", "by", "from", "after", "following", "amid", "under", "through", "of", "as"})
"""Prepositions behind which a harming verb has its cause."""
_NEAR = 40
"""Tokens within which harm without a cause belongs to the mishap told before it."""
_CLAUSES = frozenset({"when", "after", "as", "because", "once"})
"""Words that begin the clause of a cause."""


@cache
def mishap_words(part: str) -> frozenset[str]:
    """The lemmas of one list of the knowledge file on mishaps."""
    return frozenset(knowledge_file("mishaps")[part])


class Mishaps:
    """The mishaps of one document. `frames` are those of its tokens."""

    def __init__(self, document: Document, frames: Mapping[int, Frame]) -> None:
        self._document = document
        self._frames = frames
        self._is_peaceful: bool | None = None

    def unmeant(self) -> dict[int, Frame]:
        """By the tokens of words for violence that tell of harm which nobody meant, their frames as no violence."""
        harm = {i: f for i, f in self._frames.items() if self._is_unmeant(self._document.doc[i], f)}
        return {i: replace(frame, type=EventType.OTHER, mode=None) for i, frame in harm.items()}

    def _is_unmeant(self, token: Token, frame: Frame) -> bool:
        if frame.type != EventType.ASSAULT or frame.kind != "verb" or not is_harm(token):
            return False
        above = self._frames.get(token.head.i)
        if token.dep_ in ("advcl", "conj") and above and above.type == EventType.ASSAULT and not is_harm(token.head):
            return False  # "the aircraft bombed the camp, killing two"
        causes = [*causes_of(token)]
        if any(_is_meant(cause) for cause in causes):
            return False
        return bool(causes) or (_leaves_doer_out(token) and self._tells_no_violence())

    def _tells_no_violence(self) -> bool:
        """Whether an article tells a mishap, and no violence but harm without a doer."""
        if self._is_peaceful is None:
            doc = self._document.doc
            violent = (
                frame.type == EventType.ASSAULT and not (is_harm(doc[i]) and _leaves_doer_out(doc[i]))
                for i, frame in self._frames.items()
            )
            told = (_is_mishap(doc[i]) for i in self._frames)
            self._is_peaceful = not any(violent) and any(told)
        return self._is_peaceful


def is_harm(token: Token) -> bool:
    """Whether a verb tells that people were hurt."""
    lemma = token.lemma_.lower()
    return token.pos_ != "NOUN" and lemma in mishap_words("harming_verbs") | mishap_words("dying")


def causes_of(verb: Token) -> Iterator[Token]:
    """The nouns and verbs of the mishap by which a verb says that people were hurt."""
    for one in (verb, *(c for c in verb.conjuncts if is_harm(c))):
        doers = [] if is_passive(one) else subject_of(one)
        for child in one.children:
            if child.dep_ == "agent":
                doers += [t for p in child.children if p.dep_ == "pobj" for t in spread(p)]
            elif child.dep_ == "prep" and child.lower_ in _BECAUSE_OF:
                nouns = (t for p in child.children if p.dep_ == "pobj" for t in _with_of(p))
                yield from (t for t in nouns if _is_mishap(t) or _is_illness(t))
            elif child.dep_ == "advcl" and any(c.lower_ in _CLAUSES for c in child.children):
                yield from _mishap_of_clause(child)
        yield from (t for t in doers if _is_mishap(t) or _is_illness(t) or _is_thing(t))
        if one.dep_ == "advcl" and one.tag_ == "VBG":
            clauses = [one.head, *([one.head.head] if one.head.dep_ in ("xcomp", "ccomp") else [])]
            yield from (t for clause in clauses for t in _mishap_of_clause(clause))


def _mishap_of_clause(verb: Token) -> Iterator[Token]:
    """A clause's verb or its subject, where it tells a mishap: "the roof collapsed", "a storm hit the town"."""
    if verb.pos_ == "VERB" and verb.lemma_.lower() in mishap_words("mishap_verbs"):
        yield verb
    subjects = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    yield from (s for s in subjects if _is_mishap(s) or _is_illness(s))


def _with_of(noun: Token) -> Iterator[Token]:
    """A noun, and what it is of: "the result of the crash"."""
    yield noun
    for preposition in noun.children:
        if preposition.lower_ == "of":
            yield from (c for c in preposition.children if c.dep_ == "pobj")


def _is_mishap(token: Token) -> bool:
    if token.pos_ in ("VERB", "AUX", "ADJ"):
        return token.pos_ == "VERB" and token.lemma_.lower() in mishap_words("mishap_verbs")
    return any(key in mishap_words("mishaps") for key in keys_of(token))


def _is_illness(token: Token) -> bool:
    return any(key in mishap_words("illnesses") for key in keys_of(token))


def _is_thing(token: Token) -> bool:
    return any(key in mishap_words("things") for key in keys_of(token))


def _is_meant(cause: Token) -> bool:
    """Whether words around a cause tell that somebody meant it: "killed in a bomb blast"."""
    return any(key in mishap_words("intent") for t in cause.subtree for key in keys_of(t))


def _befell(verb: Token) -> bool:
    """Whether a verb tells how many died: "ten people died"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    counted = any(c.dep_ == "nummod" or s.tag_ == "CD" for s in subjects for c in [s, *s.children])
    return verb.lemma_.lower() in mishap_words("dying") and counted


def _leaves_doer_out(verb: Token) -> bool:
    """Whether a verb says of nobody that they did the harm: "ten were killed"."""
    return is_passive(verb) and not any(c.dep_ == "agent" for c in verb.children)


def mishaps_told(reports: Iterable[Report]) -> dict[int, frozenset[str]]:
    """By the position of each word that tells a mishap, that it came about or whom it hurt, the marks of the mishap:
    the lemmas of its nouns, the positions of its verbs.

    Harm told without a cause, and "the accident", are of the mishap told last.
    """
    told: dict[int, frozenset[str]] = {}
    last: Report | None = None
    for report in sorted(reports, key=lambda r: r.token.i):
        if report.type != EventType.OTHER:
            continue
        marks = frozenset(m for t in _mishap_of(report.token) if not _is_another(t) for m in _marks(t))
        bare = not marks and is_harm(report.token) and (_leaves_doer_out(report.token) or _befell(report.token))
        near = last is not None and report.token.i - last.token.i < _NEAR
        general = bool(marks) and marks <= mishap_words("general_mishaps")
        if last is not None and (general or (bare and near)):
            marks = told[last.token.i]
        if marks:
            told[report.token.i] = marks
            last = report
    return told


def _mishap_of(token: Token) -> list[Token]:
    if is_harm(token):
        return [*causes_of(token)]
    if token.pos_ != "VERB":
        return [token] if _is_mishap(token) or _is_general(token) else []
    subjects = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
    found = [token] if _is_mishap(token) and any(_is_thing(s) for s in subjects) else []
    if token.lemma_.lower() in mishap_words("courses"):
        found += [s for s in subjects if _is_mishap(s) or _is_general(s)]
    return found


def _marks(token: Token) -> Iterator[str]:
    """What tells mishaps apart: a noun's lemma, a verb's lemma (of things alone) and position."""
    if token.pos_ != "VERB":
        yield _sort_of(token)
        return
    yield f"{token.lemma_}@{token.i}"
    if any(c.dep_ in ("nsubj", "nsubjpass") and _is_thing(c) for c in token.children):
        yield _sort_of(token)


def _sort_of(token: Token) -> str:
    """The lemma of a mishap, or that which stands for its sort: "collision" for "crash"."""
    lemma = token.lemma_.lower()
    return _sorts().get(lemma, lemma)


@cache
def _sorts() -> dict[str, str]:
    sorts: dict[str, list[str]] = knowledge_file("mishaps")["sorts"]
    return {lemma: sort for sort, lemmas in sorts.items() for lemma in lemmas}


def are_one_mishap(told: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two reports tell one mishap: of one word, or one of them by a word for any ("the accident")."""
    if not told or not others:
        return False
    return bool(told & others) or told <= mishap_words("general_mishaps") or others <= mishap_words("general_mishaps")


def _is_general(noun: Token) -> bool:
    """ "The tragedy", "the incident": a word for whatever was told."""
    definite = any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in noun.children)
    return noun.pos_ == "NOUN" and definite and noun.lemma_.lower() in mishap_words("general_mishaps")


def _is_another(noun: Token) -> bool:
    """Whether a noun means mishaps in general, or another one than the article's: "deadly crashes", "another fire"."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    as_verb = noun.dep_ == "pobj" and noun.head.lower_ == "as"  # "nine killed as bus crashes"
    bare = not as_verb and not any(c.dep_ in ("det", "nummod") for c in noun.children)
    in_general = bare and noun.tag_ in ("NNS", "NNPS")
    described = (c for c in noun.children if c.dep_ in ("amod", "predet", "det"))
    return in_general or any(c.lower_ in mishap_words("other_mishaps") for c in described)
