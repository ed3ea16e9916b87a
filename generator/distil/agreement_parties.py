"""Who the words around a noun for an agreement give as its parties."""

from generator.distil.agreement_names import knowledge
from generator.language.arguments import subject_is_other, subject_of
from generator.language.coordination import spread
from generator.language.parse import Token

_NAMING = ("amod", "compound", "nmod")


def party_nouns(token: Token) -> list[Token]:
    """The nouns that stand for parties of the agreement that a noun names; whoever they are, if anybody at all."""
    return [*_of_noun(token), *_of_verb(token)]


def _of_noun(token: Token) -> list[Token]:
    """What is said beside the noun: "between A and B", "the A-B pact", "the treaty that A signed", "signed by A"."""
    words, nouns = knowledge(), list[Token]()
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("between", "with", "among"):
            nouns += _objects(child)
        elif child.dep_ in (*_NAMING, "poss"):
            nouns += [child, *child.conjuncts, *(c for c in child.children if c.dep_ in _NAMING)]
        elif child.dep_ == "relcl" and child.lemma_ in words["binding_verbs"] and subject_is_other(child):
            nouns += subject_of(child)
        elif child.dep_ == "acl" and child.lemma_ in words["binding_verbs"]:
            nouns += [n for c in child.children if c.dep_ == "agent" for n in _objects(c)]
    return nouns


def _of_verb(token: Token) -> list[Token]:
    """Who does to the agreement what only a party does: "A and B signed the pact", "A withdrew from the pact"."""
    site = token.head if token.dep_ == "appos" else token  # "the Free Trade Area (ABBR) agreement"
    governor = _governor(site)
    words = knowledge()
    if site.dep_ == "pobj" and governor.lemma_.lower() in words["signing_nouns"]:
        return _of_signing(governor)
    if site.dep_ not in ("dobj", "pobj") or governor.pos_ != "VERB" or any(c.dep_ == "neg" for c in governor.children):
        return []
    if governor.lemma_ in words["binding_verbs"]:
        subjects = subject_of(governor)
        bodies = (c for s in subjects for c in s.children if c.dep_ == "prep" and c.lower_ == "of")
        return [*subjects, *(n for c in bodies for n in _objects(c))]  # "the leaders of A and B"
    if governor.lemma_ in words["leaving_verbs"] and site.head.lower_ in ("from", "of"):
        return [n for c in governor.children if c.dep_ == "dobj" for n in spread(c)] or subject_of(governor)
    if site.dep_ == "dobj" and governor.lemma_ in words["keeping_verbs"]:
        return subject_of(governor)
    return []


def _governor(site: Token) -> Token:
    """What governs a noun above its prepositions: "pulled" of "pulled out of the treaty"."""
    governor = site.head
    while governor.pos_ in ("ADP", "ADV", "SCONJ") and governor.head != governor:
        governor = governor.head
    return governor


def _of_signing(noun: Token) -> list[Token]:
    """The parties of "the signing of the pact between A and B", "signatories of the pact include A and B"."""
    found = [n for c in noun.children if c.dep_ == "prep" and c.lower_ in ("between", "by") for n in _objects(c)]
    if noun.head.lemma_ in ("include", "be") and noun.dep_ == "nsubj":
        found += [n for c in noun.head.children if c.dep_ in ("dobj", "attr") for n in spread(c)]
    return found


def _objects(preposition: Token) -> list[Token]:
    """The nouns that a preposition governs, coordination spread."""
    return [t for p in preposition.children if p.dep_ == "pobj" for t in spread(p)]
