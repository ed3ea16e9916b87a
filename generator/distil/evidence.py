"""Evidence the size of a clause: the words around a happening that tell it, and no more."""

from collections.abc import Iterable

from generator.language.arguments import subject_of
from generator.language.document import Document
from generator.language.parse import Token

LONGEST = 60
"""Words."""


def clause_span(document: Document, token: Token) -> tuple[int, int]:
    """Code-point offsets of the clause that a verb or noun stands in: for a verb with its subject and complements,
    for a noun the
    clause of the verb that governs it, narrowed to the noun's own phrase where that is long."""
    span = document.clauses.get(token.i)
    if span is None:
        span = document.clauses[token.i] = _clause(document, token)
    return span


def _clause(document: Document, token: Token) -> tuple[int, int]:
    if token.pos_ in ("VERB", "AUX"):
        return _verb_clause(document, token)
    phrase = _bounds(_in_sentence(token.subtree, token))
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if verb.pos_ in ("VERB", "AUX"):
        clause = _verb_clause(document, verb)
        if _words(document, clause) <= 30 and clause[0] <= phrase[0] and phrase[1] <= clause[1]:
            return clause
    if _words(document, phrase) < 4:
        return sentence_span(document, token)
    return _limited(document, phrase, token)


def sentence_span(document: Document, token: Token) -> tuple[int, int]:
    """The whole sentence of a token, or the longest part around the token that is small enough."""
    sentence = token.sent
    return _limited(document, (sentence.start_char, sentence.end_char), token)


def is_wish(clause: Token, verb: Token) -> bool:
    """Whether a clause is what a verb calls for ("called for the bill to be dropped"), which parsers take for an
    adverbial."""
    return any(c.dep_ == "mark" and c.lower_ == "for" and c.i == verb.i + 1 for c in clause.children)


def _verb_clause(document: Document, verb: Token) -> tuple[int, int]:
    kept = [verb]
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
            continue
        if (
            child.dep_ in ("advcl", "parataxis")
            and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
            and not is_wish(child, verb)
        ):
            continue
        if child.dep_ == "ccomp" and child.i < verb.i and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
            continue
        if child.dep_ == "punct":
            continue
        kept += list(child.subtree)
    subjects = [t for t in subject_of(verb) if t.sent == verb.sent and t.i < verb.i]
    for subject in subjects:
        if (
            not any(t.pos_ in ("VERB", "AUX") and t.dep_ == "ROOT" and t != verb for t in verb.doc[subject.i : verb.i])
            and verb.i - subject.i < 25
        ):
            kept += [t for t in subject.subtree if t.i < verb.i]
    if not any(t.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr") for t in kept) and verb.head != verb:
        kept += list(verb.head.subtree)
    return _limited(document, _bounds(_in_sentence(kept, verb)), verb)


def _in_sentence(tokens: Iterable[Token], token: Token) -> list[Token]:
    """Those of the tokens that stand in the sentence of a token."""
    sentence = token.sent
    return [t for t in tokens if sentence.start <= t.i < sentence.end]


def _bounds(tokens: list[Token]) -> tuple[int, int]:
    """First to last character of tokens, quotation marks left half inside taken in."""
    ordered = sorted(tokens, key=lambda t: t.i)
    while len(ordered) > 1 and ordered[0].pos_ in ("PUNCT", "CCONJ", "SPACE"):
        ordered.pop(0)
    while len(ordered) > 1 and ordered[-1].pos_ in ("PUNCT", "SPACE", "CCONJ"):
        ordered.pop()
    return ordered[0].idx, ordered[-1].idx + len(ordered[-1].text)


def _words(document: Document, span: tuple[int, int]) -> int:
    return len(document.text[span[0] : span[1]].split())


def _limited(document: Document, span: tuple[int, int], token: Token) -> tuple[int, int]:
    """At most `LONGEST` words, with the token inside."""
    if _words(document, span) <= LONGEST:
        return span
    sentence = token.sent
    left = max(sentence.start, token.i - LONGEST // 2, next(t.i for t in sentence if t.idx + len(t.text) > span[0]))
    right = min(sentence.end - 1, token.i + LONGEST // 2)
    last = token.doc[right]
    return token.doc[left].idx, min(span[1], last.idx + len(last.text))
