"""How certain a happening is: tense, modals, negation, adjectives, and the chain of words that govern it.

The own signs of a word come first, then each governor up to the main clause; the outermost that makes it less
than fact decides. A verb that merely reports ("said") changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from generator.knowledge_files import knowledge_file
from generator.model import Status

_CLIMBING = {
    "xcomp",
    "ccomp",
    "pcomp",
    "dobj",
    "pobj",
    "nsubjpass",
    "conj",
    "attr",
    "acl",
    "prep",
    "advcl",
    "nsubj",
    "compound",
    "amod",
    "dative",
    "appos",
    "poss",
}
_NEGATIVE_WORDS = {"not", "n't", "never", "no", "neither", "nor", "without"}


@dataclass(frozen=True)
class Factuality:
    """What the wording says of a happening: how certain it is, and whether it is told as not happening."""

    status: Status
    negated: bool


@cache
def knowledge() -> dict[str, Any]:
    """The knowledge file, read once."""
    content: dict[str, Any] = knowledge_file("factuality")
    return content


@cache
def _classes(part: str) -> dict[str, Status]:
    """Lemma to the status that it gives its complement, for one part of the knowledge file."""
    return {lemma: Status(status) for status, lemmas in knowledge()[part].items() for lemma in lemmas}


def factuality(token: Token, headline: bool = False) -> Factuality:
    """How certain the happening is that a token (its verb or noun) names. `headline`: present tense tells the past."""
    own = _own_status(token, headline)
    negated = _is_negated(token)
    outer: Status | None = None
    below = token
    for governor, relation in _governors(token):
        found = _governing_status(governor, relation)
        if found == Status.POSSIBLE and relation == "ccomp" and _told_as_past(below):
            found = Status.ALLEGED if governor.lemma_.lower() in knowledge()["believing_verbs"] else None
        if (
            found == Status.POSSIBLE
            and relation in ("xcomp", "ccomp", "dobj")
            and governor.lemma_.lower() in knowledge()["letting_verbs"]
            and _is_past(governor)
        ):
            found = None
        below = governor
        if _is_negated(governor) and relation in ("xcomp", "ccomp", "pcomp", "dobj", "attr"):
            negated = True
        if found is not None and (outer is None or found in (Status.ALLEGED, Status.DENIED)):
            outer = found
    if outer is None:
        return Factuality(own, negated)
    if outer == Status.ONGOING:
        return Factuality(own if own in (Status.PLANNED, Status.POSSIBLE, Status.ALLEGED) else Status.ONGOING, negated)
    if own == Status.ALLEGED:
        return Factuality(own, negated)
    return Factuality(outer, negated)


def _is_past(verb: Token) -> bool:
    """Whether a verb tells the past as a fact: no modal, no infinitive."""
    return verb.tag_ in ("VBD", "VBN") and not any(c.tag_ == "MD" for c in verb.children)


def _told_as_past(verb: Token) -> bool:
    """Whether a clause is finite and in the past: what somebody says or thinks did happen."""
    return _is_past(verb) and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _own_status(token: Token, headline: bool) -> Status:
    """From the word's own auxiliaries, adverbs, adjectives and form."""
    for child in token.children:
        word = child.lower_
        if child.dep_ == "aux" and child.tag_ == "MD":
            perfect = any(c.lower_ == "have" for c in token.children if c.dep_ == "aux")
            status = _classes("modals").get(word)
            if word == "would" and not perfect and token.dep_ == "ccomp" and _is_past(token.head):
                return Status.PLANNED  # "said he would resign": the future, told in the past
            if status and not (perfect and status == Status.PLANNED):
                return status
        if (
            child.dep_ in ("advmod", "npadvmod")
            and (status := _classes("adverbs").get(word))
            and status != Status.DENIED
        ):
            return status
        if (
            child.dep_ in ("amod", "nmod", "det")
            and (status := _adjective_status(child))
            and not (status == Status.PLANNED and _has_begun(token))
        ):
            return status
        if child.dep_ in ("mark", "advmod") and word in knowledge()["conditionals"]:
            return Status.POSSIBLE
    if token.pos_ in ("VERB", "AUX"):
        return _tense_status(token, headline)
    return Status.OCCURRED


def _has_begun(noun: Token) -> bool:
    """Whether a noun is the object or subject of a past verb that makes it real ("began a planned shutdown")."""
    verb = noun.head
    return (
        noun.dep_ in ("dobj", "nsubj", "nsubjpass")
        and verb.tag_ == "VBD"
        and verb.lemma_ in knowledge()["realising_verbs"]
    )


def _adjective_status(token: Token) -> Status | None:
    adjectives = _classes("adjectives")
    return adjectives.get(token.lower_) or adjectives.get(token.lemma_.lower())


def _tense_status(token: Token, headline: bool) -> Status:
    auxiliaries = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in auxiliaries}
    if token.tag_ == "VBG":
        if words & {"is", "are", "am", "'s", "'re", "been", "be"}:
            return Status.ONGOING
        return Status.OCCURRED
    if token.tag_ == "VB" and "to" in words and "have" not in words:
        if headline and token.dep_ == "ROOT":
            return Status.PLANNED
        if token.dep_ in ("advcl", "relcl", "acl"):
            return Status.POSSIBLE
        if token.dep_ == "xcomp" and token.head.lemma_.lower() in knowledge()["implicative_verbs"]:
            return Status.OCCURRED
        return Status.PLANNED
    if token.tag_ in ("VBZ", "VBP") and token.pos_ == "VERB":
        return Status.OCCURRED if headline else Status.ONGOING
    if token.tag_ == "VBN" and words & {"is", "are", "being"} and "been" not in words:
        return Status.OCCURRED if headline else Status.ONGOING
    if token.tag_ == "VBN" and not words and headline:
        return Status.OCCURRED
    return Status.OCCURRED


def _is_negated(token: Token) -> bool:
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ in ("det", "preconj", "advmod") and child.lower_ in _NEGATIVE_WORDS):
            return True
    if token.dep_ == "pcomp" and token.head.lower_ == "without":
        return True
    subjects = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any(
        g.lower_ in ("no", "neither", "none", "nobody")
        for s in subjects
        for g in [s, *s.children]
        if g.dep_ in ("det", "nsubj", "nsubjpass")
    )


def _governors(token: Token) -> Iterator[tuple[Token, str]]:
    """The words above a token with the relation that leads to each, up to a relative clause or the root.

    A verb that takes over auxiliaries from the verb it is coordinated with inherits its governors.
    """
    current, relation = token, token.dep_
    while current.head != current:
        relation = current.dep_
        if relation not in _CLIMBING or (relation == "pcomp" and current.head.lower_ == "with"):
            return
        head = current.head
        if relation == "nsubj" and head.pos_ not in ("AUX",) and _classes("verbs").get(head.lemma_) != Status.ONGOING:
            # the subject of an ordinary verb is not in that verb's scope
            return
        if relation == "advcl" and not (current.tag_ == "VBG" or head.lemma_ in _classes("verbs")):
            return
        if relation == "advcl" and current.tag_ == "VBG":
            yield head, "advcl"
            current = head
            continue
        if relation == "prep" or (relation == "pobj" and head.pos_ == "ADP"):
            if head.lower_ == "without":
                yield head, "without"
            if relation == "pobj" and token.tag_ == "VBG" and head.lower_ == "with":
                return  # "with X winning": told beside the main clause, not under it
            current = head if relation == "pobj" else current
            if relation == "prep":
                parent = head
                if parent.pos_ in ("VERB", "AUX") and current.lower_ not in (
                    "of",
                    "for",
                    "on",
                    "to",
                    "about",
                    "into",
                    "at",
                    "in",
                    "from",
                    "with",
                    "over",
                ):
                    return
                yield parent, "pobj:" + current.lower_
                current = parent
            continue
        yield head, relation
        current = head


_COMPLEMENT_PREPOSITIONS = {"of", "for", "about", "on", "to", "with", "over", "from"}


def _governing_status(governor: Token, relation: str) -> Status | None:
    """The status that a governor gives to what stands in a relation to it."""
    lemma = governor.lemma_.lower()
    kind, _, preposition = relation.partition(":")
    if governor.pos_ in ("VERB", "AUX"):
        return _verb_scope(governor, lemma, kind, preposition)
    if governor.pos_ in ("NOUN", "PROPN"):
        if kind == "pobj" and preposition not in _COMPLEMENT_PREPOSITIONS:
            return None
        if kind in ("acl", "pobj", "compound", "ccomp", "conj", "poss", "xcomp"):
            status = _classes("nouns").get(lemma) if kind != "conj" else None
            return status or (_adjective_from_children(governor) if kind == "conj" else None)
        return None
    if governor.pos_ == "ADJ" and kind in ("xcomp", "ccomp", "pobj"):
        return _adjective_status(governor)
    return None


def _adjective_from_children(noun: Token) -> Status | None:
    return next((s for c in noun.children if c.dep_ == "amod" and (s := _adjective_status(c))), None)


def _verb_scope(verb: Token, lemma: str, kind: str, preposition: str) -> Status | None:
    if kind == "nsubj":  # subject of "be" with an adjective: "the visit is likely"
        complements = [c for c in verb.children if c.dep_ in ("acomp", "attr", "advmod")]
        found = next((s for c in complements if (s := _adjective_status(c))), None)
        return found or (_classes("verbs").get(lemma) if lemma != "be" else None) or _modal(verb)
    status = _classes("verbs").get(lemma)
    if kind == "conj":
        return _modal(verb)
    if kind == "advcl":
        return status if status == Status.ALLEGED else None
    if kind == "pobj":
        return (
            status
            if status in (Status.ALLEGED, Status.DENIED)
            or (preposition in ("for", "of", "to") and status == Status.POSSIBLE)
            else _modal(verb)
        )
    if kind in ("dobj", "nsubjpass", "attr"):
        if status and lemma not in knowledge()["complement_only"]:
            return status
        return _modal(verb)
    return status or _modal(verb)


def _modal(verb: Token) -> Status | None:
    for child in verb.children:
        if child.dep_ == "aux" and child.tag_ == "MD":
            return _classes("modals").get(child.lower_)
    return None
