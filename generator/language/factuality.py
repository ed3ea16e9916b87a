"""How certain a happening is: by its own word, and by the chain of words that govern it.

The own signs of a word come first, then each governor up to the main clause; the outermost that makes it less
than fact decides. A verb that merely reports ("said") changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.language.factuality_words import knowledge, statuses, words
from generator.language.listed_plans import is_listed_in_plan
from generator.language.own_certainty import (
    adjective_status,
    is_conditional,
    is_named_past,
    is_negated,
    is_past,
    modal_status,
    own_status,
)
from generator.language.parse import Token
from generator.model import Status

__all__ = ["Factuality", "factuality", "knowledge"]

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
_SCOPE_PREPOSITIONS = frozenset({"of", "for", "on", "to", "about", "into", "at", "in", "from", "with", "over"})
_COMPLEMENT_PREPOSITIONS = {"of", "for", "about", "on", "to", "with", "over", "from"}
_INDEFINITE = frozenset({"a", "an", "no", "any"})


@dataclass(frozen=True)
class Factuality:
    """What the wording says of a happening: how certain it is, and whether it is told as not happening."""

    status: Status
    negated: bool


def factuality(token: Token, headline: bool = False) -> Factuality:
    """How certain the happening is that a token (its verb or noun) names. `headline`: present tense tells the past."""
    own = Status.PLANNED if is_listed_in_plan(token) else own_status(token, headline)
    negated = is_negated(token)
    outer: Status | None = None
    below = token
    for governor, relation in _governors(token):
        if relation == "xcomp" and _is_still_due(governor):
            return Factuality(Status.ONGOING, negated=True)
        found = _status_from(governor, relation, below)
        if found in (Status.PLANNED, Status.POSSIBLE) and is_named_past(token):
            found = None
        below = governor
        if is_negated(governor) and relation in ("xcomp", "ccomp", "pcomp", "dobj", "attr"):
            negated = True
        if found is not None and (outer is None or found in (Status.ALLEGED, Status.DENIED)):
            outer = found
    return Factuality(_joined(own, outer, token), negated)


def _joined(own: Status, outer: Status | None, token: Token) -> Status:
    """A word's own certainty with that which its governors give it."""
    if outer is None or own == Status.ALLEGED:
        return own
    if outer == Status.ONGOING:
        return own if own in (Status.PLANNED, Status.POSSIBLE) else Status.ONGOING
    if own == Status.ONGOING and outer in (Status.PLANNED, Status.POSSIBLE):
        said = any(c.dep_ == "amod" and adjective_status(c) == Status.ONGOING for c in token.children)
        return own if said else outer  # "the next phase of the ongoing talks"
    return outer


def _is_still_due(verb: Token) -> bool:
    """ "Has yet to", "is yet to": what follows has not happened so far."""
    return verb.lemma_ in ("have", "be") and any(c.lower_ == "yet" for c in verb.children)


def _told_as_past(verb: Token) -> bool:
    """Whether a clause is finite and in the past: what somebody says or thinks did happen."""
    return is_past(verb) and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _is_finite(verb: Token) -> bool:
    """Whether a clause has a subject and a verb in a tense, or with "will": no "told X to do"."""
    tags = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass"))}
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"}) and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _told_to_have(governor: Token, below: Token) -> bool:
    """ "Was said to have been injured": what others tell."""
    auxiliaries = {c.lower_ for c in below.children if c.dep_ in ("aux", "auxpass")}
    return auxiliaries >= {"to", "have"} and governor.tag_ == "VBN" and governor.lemma_.lower() in words("told_verbs")


def _status_from(governor: Token, relation: str, below: Token) -> Status | None:
    """What a governor makes of the clause or phrase below it, given how that is told."""
    lemma = governor.lemma_.lower()
    if relation in ("xcomp", "advcl") and _told_to_have(governor, below):
        return Status.ALLEGED
    if relation == "xcomp" and lemma == "go" and governor.tag_ == "VBG" and below.tag_ == "VB":
        return Status.PLANNED  # "are going to sign"
    found = _governing_status(governor, relation)
    if found == Status.ONGOING:
        finished = relation == "nsubj" and governor.tag_ == "VBD" and lemma in words("lasting_verbs")
        return None if finished or relation == "ccomp" else found
    if (
        relation == "ccomp"
        and below.i < governor.i
        and found != Status.ALLEGED
        and lemma not in words("believing_verbs")
    ):
        return None  # a quotation before its verb, or a sentence that goes on with another
    if found == Status.POSSIBLE:
        if relation == "ccomp" and lemma == "tell" and _is_finite(below):
            return None  # "told the radio that the ministry will look into it": only reported
        if relation == "ccomp" and _told_as_past(below):
            return Status.ALLEGED if lemma in words("believing_verbs") else None
        if relation in ("xcomp", "ccomp", "dobj") and lemma in words("letting_verbs") and is_past(governor):
            return None
    if found == Status.PLANNED and relation in ("ccomp", "xcomp", "advcl") and _told_as_past(below):
        return None
    return found


def _governors(token: Token) -> Iterator[tuple[Token, str]]:
    """The words above a token with the relation that leads to each, up to a relative clause or the root.

    A verb that takes over auxiliaries from the verb it is coordinated with inherits its governors.
    """
    current = _clause_gone_on_with(token)
    while current.head != current:
        relation = current.dep_
        head = current.head
        if _leaves_scope(current, relation, head):
            return
        if relation == "prep" or (relation == "pobj" and head.pos_ == "ADP"):
            if head.lower_ == "without":
                yield head, "without"
            if relation == "pobj" and token.tag_ == "VBG" and head.lower_ == "with":
                return  # "with X winning": told beside the main clause, not under it
            if relation == "prep":
                if head.pos_ in ("VERB", "AUX") and current.lower_ not in _SCOPE_PREPOSITIONS:
                    return
                yield head, "pobj:" + current.lower_
            current = head
            continue
        yield head, relation
        if relation == "nsubj" and head.pos_ == "AUX" and current is token and _is_definite(token):
            return  # "claimed that the attack was an accident": the attack itself is taken for granted
        if relation == "acl" and current is not token and current.tag_ == "VBG" and head.pos_ in ("NOUN", "PROPN"):
            return  # "asked for papers relating to the visit": not the visit is asked for
        current = head


def _clause_gone_on_with(verb: Token) -> Token:
    """The clause that a verb in the past goes on with: "decided to accept the offer and appointed X" goes on with
    "decided". Any other verb itself."""
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or verb.head.tag_ != "VB":
        return verb
    return next((a for a in verb.ancestors if a.tag_ == "VBD"), verb)


def _leaves_scope(current: Token, relation: str, head: Token) -> bool:
    """Whether what stands above a word is no longer said of the happening."""
    if relation not in _CLIMBING or (relation == "pcomp" and head.lower_ == "with"):
        return True
    if relation == "nsubj":
        # the subject of an ordinary verb is not in that verb's scope
        return head.pos_ != "AUX" and statuses("verbs").get(head.lemma_) != Status.ONGOING
    if relation == "advcl" and _told_as_past(current) and _gives_time_or_cause(current):
        return True  # "refuses to allow marches after hundreds were hurt": that they were is no part of what is refused
    if relation == "advcl":
        return current.tag_ != "VBG" and head.lemma_ not in statuses("verbs")
    return relation == "acl" and current.tag_ == "VBN"  # "cancel the laws passed in May"


def _gives_time_or_cause(clause: Token) -> bool:
    """Whether a clause tells a fact by which another is placed or explained."""
    conjunctions = words("fact_conjunctions")
    return any(c.dep_ in ("mark", "advmod") and c.i < clause.i and c.lower_ in conjunctions for c in clause.children)


def _is_definite(noun: Token) -> bool:
    return any(c.dep_ in ("det", "poss") and c.lower_ not in _INDEFINITE for c in noun.children)


def _governing_status(governor: Token, relation: str) -> Status | None:
    """The status that a governor gives to what stands in a relation to it."""
    lemma = governor.lemma_.lower()
    kind, _, preposition = relation.partition(":")
    if governor.pos_ in ("VERB", "AUX"):
        return _verb_scope(governor, lemma, kind, preposition)
    if governor.pos_ in ("NOUN", "PROPN"):
        return _noun_scope(governor, lemma, kind, preposition)
    if governor.pos_ == "ADJ" and kind in ("xcomp", "ccomp", "pobj"):
        return adjective_status(governor)
    return None


def _noun_scope(noun: Token, lemma: str, kind: str, preposition: str) -> Status | None:
    described = [s for c in noun.children if c.dep_ == "amod" and (s := adjective_status(c))]
    if kind == "conj":
        return described[0] if described else None
    if kind not in ("acl", "pobj", "compound", "ccomp", "poss", "xcomp"):
        return None
    if kind == "pobj" and preposition not in _COMPLEMENT_PREPOSITIONS:
        return None
    status = statuses("nouns").get(lemma)
    if status is None and kind == "pobj" and preposition in ("of", "for"):  # "the planned date for the reopening"
        return next((s for s in (Status.PLANNED, Status.POSSIBLE) if s in described), None)
    return status


def _verb_scope(verb: Token, lemma: str, kind: str, preposition: str) -> Status | None:
    status = statuses("verbs").get(lemma)
    if kind == "nsubj":  # subject of "be" with an adjective: "the visit is likely"
        complements = [c for c in verb.children if c.dep_ in ("acomp", "attr", "advmod")]
        found = next((s for c in complements if (s := adjective_status(c))), None)
        return found or (status if lemma != "be" else None) or modal_status(verb)
    if kind == "conj":
        return modal_status(verb)
    if kind == "advcl":
        return status if status == Status.ALLEGED else None
    if is_conditional(verb):
        return Status.POSSIBLE
    if kind == "pobj":
        if preposition == "for" and lemma in words("verbs_before_for"):
            return Status.PLANNED
        asked = preposition in ("for", "of", "to") and status == Status.POSSIBLE
        return status if status in (Status.ALLEGED, Status.DENIED) or asked else modal_status(verb)
    if kind in ("dobj", "nsubjpass", "attr"):
        return status if status and lemma not in words("complement_only") else modal_status(verb)
    return status or modal_status(verb)
