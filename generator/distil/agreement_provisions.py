"""What an agreement lays down: the clauses that the article gives as its content."""

from generator.distil.agreement_names import knowledge
from generator.distil.evidence import clause_span
from generator.distil.wording import words_of
from generator.language.arguments import subject_of
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import Provision

_REACH = 25
"""Tokens from the agreement's last mention within which "it" stands for it."""


def provisions(document: Document, own: set[int]) -> list[Provision]:
    """The provisions of the agreement whose mentions have the token positions `own`, in order of the text."""
    found: dict[tuple[int, int], Provision] = {}
    for verb in document.doc:
        if verb.pos_ != "VERB" or any(c.dep_ == "neg" for c in verb.children) or not _lays_down(verb, own):
            continue
        if any(start <= verb.idx < end for start, end in found):
            continue  # told within another provision
        text = _text(document, verb)
        if len(text.split()) > 2:
            span = clause_span(document, verb)
            found[span] = Provision(text=text, evidence=[document.evidence(*span)])
    return list(found.values())


def _lays_down(verb: Token, own: set[int]) -> bool:
    """Whether a verb tells what the agreement does: as its subject, or as what was agreed in it."""
    if _agreed_in(verb, own):
        return True
    if verb.lemma_.lower() not in knowledge()["provision_verbs"]:
        return False
    if any(s.i in own or _stands_for(s, own) for s in subject_of(verb)):
        return True
    relative = verb.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ == "WDT" for c in verb.children)
    return relative and any(a.i in own for a in verb.ancestors if a.sent == verb.sent and a.pos_ in ("NOUN", "PROPN"))


def _agreed_in(verb: Token, own: set[int]) -> bool:
    """ "In the deal, A and B agreed on a line"; "the memoranda in which A allowed B"."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ == "VERB":
        clause = clause.head
    for child in clause.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "under"):
            for noun in child.children:
                if noun.i in own and child.i < clause.i:
                    return True
                if noun.tag_ == "WDT" and clause.dep_ == "relcl":
                    return any(a.i in own for a in clause.ancestors)
    return False


def _stands_for(subject: Token, own: set[int]) -> bool:
    """ "It provides ..." or "one of the goals of the agreement is": the subject leads to the agreement."""
    if subject.lower_ == "it":
        before = [i for i in own if i < subject.i]
        return bool(before) and subject.i - max(before) < _REACH
    if subject.lemma_.lower() in knowledge()["aims"]:
        return any(t.i in own for t in subject.subtree)
    return False


def _text(document: Document, verb: Token) -> str:
    """The verb with what follows it in its clause."""
    after = [c for c in verb.children if c.i > verb.i and c.dep_ not in ("conj", "cc", "punct", "advcl")]
    tokens = [verb, *(t for c in after for t in c.subtree)]
    return words_of(document, sorted(tokens, key=lambda t: t.i), replaced=False)
