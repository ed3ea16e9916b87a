"""Which verbs, in their sentences, are acts of speech: words reported, or a position taken."""

from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file
from generator.language.document import Document
from generator.language.parse import Token

_PREPOSITIONS = ("prep", "prt", "dative", "advmod", "agent")
_OBJECTS = ("dobj", "oprd", "nsubjpass", "pobj")


@cache
def knowledge() -> dict[str, Any]:
    """The verbs and nouns of attribution; lists of lemmas come as sets."""
    content: dict[str, Any] = knowledge_file("speech")
    return {
        key: frozenset(value) if isinstance(value, list) and isinstance(value[0], str) else value
        for key, value in content.items()
    }


def can_carry_words(token: Token) -> bool:
    """Whether a word is a verb that goes with quotations, whatever else stands in its sentence."""
    verbal = token.pos_ in ("VERB", "AUX") or token.tag_ in ("VBD", "VBZ", "VBG")
    return verbal and token.lemma_.lower() in knowledge()["reporting"] and token.lower_ != "according"


def is_act(document: Document, verb: Token) -> bool:
    """Whether a verb, on its own grammar, says or takes a position, and the article vouches that it was done."""
    words = knowledge()
    lemma = verb.lemma_.lower()
    known = any(lemma in words[group] for group in ("reporting", "position", "position_with", "requests"))
    if not known or verb.dep_ in ("amod", "compound") or verb.lower_ == "according":
        return False
    if not _is_vouched(verb) or _is_unhosted_infinitive(verb):
        return False
    if _is_deed(verb, lemma):
        return _has_clause(verb, lemma) and lemma in words["reporting"]
    if _is_quoting(document, verb) and lemma in words["reporting"]:
        return True
    if (
        lemma in words["reporting"] | words["requests"]
        and lemma not in words["quoted_only"]
        and _has_content(verb, lemma)
    ):
        return True
    return _takes_position(verb, lemma) and not _is_aside(verb)


def is_quoting(document: Document, verb: Token) -> bool:
    """Whether a quotation begins behind the verb, within its sentence."""
    return _is_quoting(document, verb)


def is_infinitive(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _is_vouched(verb: Token) -> bool:
    """Whether the verb is neither negated nor only possible nor on a condition."""
    children = list(verb.children)
    if any(
        c.dep_ == "neg" or (c.tag_ == "MD" and c.dep_ == "aux") or c.lower_ in ("never", "if", "unless")
        for c in children
    ):
        return False
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ not in (
        "by",
        "after",
        "in",
        "while",
        "when",
        "upon",
        "as",
        "with",
        "besides",
        "before",
    ):
        return False  # "blamed for encouraging", "without saying"
    following = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if verb.lemma_ == "allege" and verb.tag_ == "VBN" and following.pos_ in ("NOUN", "ADJ"):
        return False  # "has alleged ties": an adjective
    return not (
        verb.dep_ == "xcomp"
        and head.lemma_
        in ("expect", "decline", "refuse", "want", "plan", "seem", "appear", "fail", "likely", "try", "hope", "need")
    )


def _is_aside(verb: Token) -> bool:
    """Whether a participle only describes a noun: "those opposing it"."""
    return verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBG"


def _is_unhosted_infinitive(verb: Token) -> bool:
    """ "Plans to announce", "came to condemn": not yet said. "Went on to say" is."""
    if not is_infinitive(verb) and not (verb.tag_ == "VB" and verb.dep_ in ("xcomp", "conj", "advcl", "acl", "ccomp")):
        return False
    head = verb.head
    while head.dep_ == "conj" and head.tag_ == "VB":
        head = head.head
    return head == verb or head.lemma_.lower() not in knowledge()["infinitive_hosts"] or head.tag_ == "VB"


def _is_deed(verb: Token, lemma: str) -> bool:
    """Whether the object makes the verb a deed: "claimed lives", "denied entry"."""
    deeds = knowledge()["deeds"].get(lemma, ())
    if not deeds:
        return False
    nouns = {c.lemma_.lower() for c in verb.children if c.dep_ in _OBJECTS}
    return "*" in deeds or bool(nouns & set(deeds))


def _has_clause(verb: Token, lemma: str) -> bool:
    """Whether a clause tells what is said."""
    if verb.dep_ == "parataxis":
        return True
    for child in verb.children:
        if child.dep_ == "ccomp":
            return True
        if child.dep_ == "xcomp" and child.i > verb.i and lemma in knowledge()["infinitive"]:
            return True
    return False


def _has_content(verb: Token, lemma: str) -> bool:
    """Whether a clause, or a phrase with "as", tells what is said."""
    if _has_clause(verb, lemma):
        return True
    object_ = any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children)
    for child in verb.children:
        if child.dep_ in ("oprd", "acomp") and lemma not in ("feel", "hold", "think", "project", "sign", "rule"):
            return True
        if child.dep_ == "xcomp" and child.i > verb.i and object_ and lemma in knowledge()["requests"]:
            return True
        if child.dep_ == "dobj" and child.i > verb.i and any(_is_bare_clause(c) for c in child.children):
            return True
        if child.dep_ == "prep" and child.lower_ == "as" and child.i > verb.i and object_:
            return True
    return False


def _is_bare_clause(verb: Token) -> bool:
    """Whether what hangs on an object is in truth a clause without "that": "concluded evidence *supported* it"."""
    return (
        verb.dep_ in ("acl", "relcl")
        and verb.tag_ in ("VBD", "VBZ", "VBP")
        and not any(c.tag_ in ("WDT", "WP", "WRB") or c.dep_ == "nsubj" for c in verb.children)
    )


def _takes_position(verb: Token, lemma: str) -> bool:
    """Whether the verb has the object or preposition that makes it a position."""
    words = knowledge()
    children = list(verb.children)
    objects = [c for c in children if c.dep_ in ("dobj", "ccomp", "xcomp", "oprd", "agent", "nsubjpass")]
    if lemma in words["position"] and objects:
        return True
    wanted = words["position_with"].get(lemma, ())
    found = {c.lower_ for c in children if c.dep_ in _PREPOSITIONS}
    found |= {
        c.lower_
        for child in children
        if child.dep_ in ("advcl", "ccomp")
        for c in child.children
        if c.dep_ == "mark" and c.i == verb.i + 1
    }
    direct = any(c.dep_ == "dobj" for c in children)
    return bool(found & set(wanted)) and not (direct and lemma in ("call", "point", "push", "agree"))


def _is_quoting(document: Document, verb: Token) -> bool:
    doc = verb.doc
    last = min(verb.i + 14, verb.sent.end)
    return any(document.quotation_at(doc[i].idx) is not None for i in range(verb.i + 1, last))
