"""Which verbs, in their sentences, are acts of speech: words reported, or a position taken."""

from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file
from generator.language.arguments import is_passive, subject_is_other, subject_of
from generator.language.document import Document
from generator.language.frame_files import read_classes
from generator.language.parse import Token

_PREPOSITIONS = ("prep", "prt", "dative", "advmod", "agent")
_GROUPS = ("reporting", "position", "position_on", "position_with", "requests", "voicing", "documentary", "estimating")
_QUANTIFIERS = ("both", "all", "each", "most", "many", "some")
_LEAST_TOLD = 4
"""Tokens, the comma included, that stand at least before "..., she said"."""
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
    if not verbal or token.lower_ == "according" or relays_only(token):
        return False
    return token.lemma_.lower() in knowledge()["reporting"]


def relays_only(verb: Token) -> bool:
    """Whether a verb only tells who passed words on: "as reported by the Herald"."""
    before = verb.nbor(-1).lower_ if verb.i else ""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in knowledge()["relaying"]:
        return False
    return before == "as" or any(t.tag_ == "VBG" and relayed_by(t) == verb for t in verb.sent if t.i > verb.i)


def relayed_by(saying: Token) -> Token | None:
    """The passive that tells who passed on what a participle tells: "Berg is reported by the Herald saying"."""
    if saying.tag_ != "VBG" or saying.lemma_.lower() != "say" or any(c.dep_ == "nsubj" for c in saying.children):
        return None
    for token in saying.doc[saying.sent.start : saying.i]:
        children = [c.dep_ for c in token.children]
        relays = token.tag_ == "VBN" and token.lemma_.lower() in knowledge()["relaying"]
        if relays and "nsubjpass" in children and "agent" in children:
            return token
    return None


def is_act(document: Document, verb: Token) -> bool:
    """Whether a verb, on its own grammar, says or takes a position, and the article vouches that it was done."""
    words = knowledge()
    lemma = verb.lemma_.lower()
    if is_attitude(verb) or is_comment(verb):
        return _is_vouched(verb)
    if (
        not any(lemma in words[group] for group in _GROUPS)
        or verb.dep_ in ("amod", "compound")
        or verb.lower_ == "according"
        or relays_only(verb)
    ):
        return False
    if not _is_vouched(verb) or _is_unhosted_infinitive(verb) or _is_asked(verb) or _is_said_by_nobody(verb):
        return False
    if _is_deed(verb, lemma):
        return _has_clause(verb, lemma) and lemma in words["reporting"]
    done = verb.tag_ == "VBN" and verb.dep_ == "acl" and lemma in words["quoted_only"]  # "a concert held by"
    if _is_quoting(document, verb) and lemma in words["reporting"] and not done:
        return True
    if lemma in words["quoted_only"]:
        if _has_that_clause(verb):
            return True
    elif lemma in words["reporting"] | words["requests"] and _has_content(verb, lemma):
        return True
    if _is_aside(verb):
        return False
    return _takes_position(verb, lemma) or _voices(verb, lemma) or _document_tells(verb, lemma)


def is_quoting(document: Document, verb: Token) -> bool:
    """Whether a quotation begins behind the verb, within its sentence."""
    return _is_quoting(document, verb)


def is_document(noun: Token) -> bool:
    """Whether a noun names words that stand for whoever issued them."""
    return noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in knowledge()["documents"]


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
    if verb.dep_ == "pcomp" and head.lower_ == "in" and head.i > head.head.i:
        return False  # "played a role in encouraging them", but "In announcing this, she ..."
    if verb.lemma_.lower() in knowledge()["implying"] and verb.tag_ == "VBG" and _goes_with_a_deed(verb):
        return False  # "the choir played on, suggesting a change"
    following = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if verb.lemma_ == "allege" and verb.tag_ == "VBN" and following.pos_ in ("NOUN", "ADJ"):
        return False  # "has alleged ties": an adjective
    return not (
        verb.dep_ == "xcomp"
        and head.lemma_
        in ("expect", "decline", "refuse", "want", "plan", "seem", "appear", "fail", "likely", "try", "hope", "need")
    )


def _goes_with_a_deed(verb: Token) -> bool:
    """Whether a participle hangs on a verb that is not one of speech."""
    words = knowledge()
    above = verb.head
    while above.dep_ in ("conj", "prep", "pobj", "acl", "dobj") and above.pos_ != "VERB":
        above = above.head
    return verb.dep_ in ("advcl", "conj") and not any(above.lemma_.lower() in words[group] for group in _GROUPS)


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


def is_main(verb: Token) -> bool:
    """Whether a past participle on a noun is the finite verb of its sentence, which has no other: a parser's slip."""
    head = verb.head
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or head.dep_ != "ROOT" or head.pos_ not in ("NOUN", "PROPN"):
        return False
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.dep_ not in ("relcl", "ccomp", "advcl") for t in verb.sent)
    return not finite and verb.sent[-1].text == "." and not any(c.dep_ == "agent" for c in verb.children)


def _is_asked(verb: Token) -> bool:
    """ "Asked whether ..., Berg said": a question put to the speaker by nobody named."""
    asked = verb.tag_ == "VBN" and verb.dep_ == "advcl" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return asked and not any(c.dep_ in ("agent", "nsubj", "mark") for c in verb.children)


def _is_said_by_nobody(verb: Token) -> bool:
    """ "A device called the meter", "both considered to be safe": a participle tells what something is called or held
    to be, and nobody who says it."""
    words = knowledge()
    if verb.lemma_ == "refer" and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in verb.children):
        return True  # "on the form, it is referred to as", "it refers to the database as"
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in ("agent", "aux", "auxpass") for c in verb.children):
        return False
    if verb.dep_ == "acl" and verb.lemma_.lower() in words["naming"] and not is_main(verb):
        return True
    held = any(c.dep_ == "xcomp" and c.lemma_ == "be" and is_infinitive(c) for c in verb.children)
    quantified = any(c.dep_ in ("nsubj", "nsubjpass", "det") and c.lower_ in _QUANTIFIERS for c in verb.children)
    return verb.lemma_.lower() in words["considering"] and held and (quantified or verb.dep_ in ("acl", "advcl"))


def _is_deed(verb: Token, lemma: str) -> bool:
    """Whether the object makes the verb a deed: "claimed lives", "denied entry"."""
    deeds = knowledge()["deeds"].get(lemma, ())
    if not deeds:
        return False
    nouns = {c.lemma_.lower() for c in verb.children if c.dep_ in _OBJECTS}
    return "*" in deeds or bool(nouns & set(deeds))


def is_trailing(verb: Token) -> bool:
    """Whether a comma, a subject and the verb end a sentence: "the port is closed, the ministry said on Monday"."""
    subject = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if not subject or any(c.dep_ in ("ccomp", "dobj", "oprd") and c.i > verb.i for c in verb.children):
        return False
    first = subject[0].left_edge.i
    if first < _LEAST_TOLD or verb.doc[first - 1].text != "," or max(t.i for t in verb.subtree) < verb.sent.end - 2:
        return False
    told = verb.doc[first - _LEAST_TOLD : first - 1]  # the parser may have begun a sentence at the comma
    return not any(t.is_punct or t.is_space for t in told)


def _has_clause(verb: Token, lemma: str) -> bool:
    """Whether a clause tells what is said."""
    if verb.dep_ == "parataxis" or is_trailing(verb):
        return True
    for child in verb.children:
        if child.dep_ == "ccomp" or (child.dep_ == "agent" and _told_by(child)):
            return True
        if child.dep_ == "xcomp" and child.i > verb.i and lemma in knowledge()["infinitive"]:
            return True
    return False


def _told_by(agent: Token) -> bool:
    """Whether the clause that tells what was said hangs on who said it: "was told by a nurse that it was late"."""
    clauses = [c for p in agent.children for c in p.children if c.dep_ in ("relcl", "acl", "ccomp")]
    return any(c.dep_ == "mark" and c.lower_ == "that" for clause in clauses for c in clause.children)


def _has_that_clause(verb: Token) -> bool:
    """Whether a clause with "that" tells what is said: "replied that it was late"."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    return any(c.dep_ == "mark" and c.lower_ == "that" for clause in clauses for c in clause.children)


def _has_content(verb: Token, lemma: str) -> bool:
    """Whether a clause, or a phrase with "as", tells what is said."""
    if _has_clause(verb, lemma):
        return True
    object_ = any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children)
    by_whom = any(c.dep_ == "agent" for c in verb.children)
    for child in verb.children:
        if child.dep_ in ("oprd", "acomp") and lemma not in ("feel", "hold", "think", "project", "sign", "rule"):
            return True
        if child.dep_ == "xcomp" and child.i > verb.i and object_ and lemma in knowledge()["requests"]:
            return True
        if (
            child.dep_ in ("xcomp", "advcl")
            and child.i > verb.i
            and by_whom
            and any(c.lower_ == "to" for c in child.lefts)
        ):
            return True  # "is said by X to have fled"
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
    gap = verb.dep_ == "relcl" and not is_passive(verb) and subject_is_other(verb)  # "a move that Norland condemned"
    if lemma in words["position"] and (objects or gap):
        return True
    nouns = {c.lemma_.lower() for c in children if c.dep_ in _OBJECTS}
    if lemma in words["position_on"] and nouns & matters():
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


@cache
def matters() -> frozenset[str]:
    """Nouns for what one can hold an opinion on, rather than keep or fight with the hands: laws, plans, claims."""
    listed: frozenset[str] = knowledge()["matters"]
    return listed.union(*(read_classes()[name] for name in ("law", "plan", "agreement", "charge")))


def is_attitude(verb: Token) -> bool:
    """Whether somebody is said to be for or against something: "was critical of the law", "is opposed to it"."""
    attitudes = knowledge()["attitudes"]
    passive = verb.lower_ in attitudes and any(c.dep_ == "auxpass" for c in verb.children)
    if not passive and (verb.lemma_ != "be" or verb.dep_ in ("aux", "auxpass")):
        return False
    for state in [verb] if passive else [c for c in verb.children if c.dep_ == "acomp"]:
        wanted = attitudes.get(state.lower_, ())
        found = {c.lower_ for c in state.children if c.dep_ in ("prep", "agent")}
        clauses = [c for c in state.children if c.dep_ == "ccomp"]
        found |= {c.lower_ for clause in clauses for c in clause.children if c.dep_ == "mark"}
        if found & set(wanted):
            return True
    return False


def _voices(verb: Token, lemma: str) -> bool:
    """Whether verb and object together say something: "raised concerns", "issued a warning", "put the toll at 300"."""
    words = knowledge()
    nouns = {c.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "nsubjpass")}
    if nouns & set(words["voicing"].get(lemma, ())) or _makes_known(verb, lemma):
        return True
    prepositions = {c.lower_ for c in verb.children if c.dep_ == "prep"}
    return bool(prepositions & set(words["estimating"].get(lemma, ())) and nouns & words["estimates"])


def _makes_known(verb: Token, lemma: str) -> bool:
    """ "Made clear that it would leave", "made it known that", "let it be known that"."""
    for known in (c for c in verb.children if lemma in ("make", "let") and c.i > verb.i):
        clause = any(c.dep_ in ("ccomp", "advcl") for c in (*known.children, *verb.children) if c != known)
        if known.lower_ in knowledge()["made_known"] and clause:
            return True
    return False


def _document_tells(verb: Token, lemma: str) -> bool:
    """Whether a report, study or law says what the verb's object is: "the report found no sign of it"."""
    if lemma not in knowledge()["documentary"] or not any(is_document(t) for t in subject_of(verb)):
        return False
    return any(c.dep_ in ("dobj", "ccomp", "oprd") and c.i > verb.i for c in verb.children) and not is_passive(verb)


def is_comment(verb: Token) -> bool:
    """Whether a clause with "as" only tells whose word its sentence is: "As Berg told the Herald, prices fell"."""
    lemma = verb.lemma_.lower()
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBD", "VBZ", "VBP") or lemma not in knowledge()["commenting"]:
        return False
    children = list(verb.children)
    said = any(c.dep_ in ("ccomp", "xcomp") or (c.dep_ == "dobj" and lemma != "tell") for c in children)
    named = any(c.dep_ == "nsubj" for c in children)
    beside = verb.head.i > verb.i and "," in verb.doc.span(verb.i, verb.head.i).text
    return named and not said and beside and any(c.lower_ == "as" and c.i < verb.i for c in children)


def _is_quoting(document: Document, verb: Token) -> bool:
    doc = verb.doc
    last = min(verb.i + 14, verb.sent.end)
    return any(document.quotation_at(doc[i].idx) is not None for i in range(verb.i + 1, last))
