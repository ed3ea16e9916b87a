"""The nouns that one noun or preposition leads to: those coordinated with it, those it counts, those below it."""

from functools import cache

from generator.knowledge_files import knowledge_file
from generator.language.parse import Token

_PLACES_AND_DAYS = ("GPE", "LOC", "FAC", "DATE", "TIME")


@cache
def _quantities() -> frozenset[str]:
    """The lemmas of nouns that count others: "thousand", "group"."""
    return frozenset(knowledge_file("arguments")["quantities"])


def spread(noun: Token) -> list[Token]:
    """A noun with those coordinated with it ("A, B and C"), and what it counts ("thousands of X", "a group of X")."""
    found = [counted(noun)]
    for child in dict.fromkeys([*noun.children, *found[0].children]):
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"):
            found += spread(child)
        elif (child.dep_ == "prep" and child.lower_ in ("including", "like")) or (
            child.lower_ == "as" and any(c.lower_ == "such" for c in child.children)
        ):
            found += [t for p in child.children if p.dep_ == "pobj" for t in [*spread(p), *_behind_semicolons(p)]]
    return found


def _behind_semicolons(noun: Token) -> list[Token]:
    """The members of a list that semicolons part, which the parser hangs elsewhere ("including A; the envoy, B; C")."""
    doc, end = noun.doc, max(t.i for t in noun.subtree) + 1
    if end >= len(doc) or doc[end].text != ";" or end + 1 >= noun.sent.end:
        return []
    heads = [t for t in doc[end + 1 : noun.sent.end] if t.dep_ == "dep" and t.left_edge.i == end + 1]
    return [t for head in heads if head.pos_ in ("NOUN", "PROPN") for t in spread(head)]


def counted(noun: Token) -> Token:
    """The noun that a quantity counts: "thousands of protesters" is about protesters; else the noun itself."""
    if noun.lemma_.lower() in _quantities() or noun.pos_ == "NUM":
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for grandchild in child.children:
                    if grandchild.dep_ == "pobj":
                        return counted(grandchild)
    return noun


def obliques_of(preposition: Token) -> list[tuple[str, Token]]:
    """The nouns below a preposition, and below prepositions that hang on it ("from X to Y")."""
    found: list[tuple[str, Token]] = []
    for child in preposition.children:
        if child.dep_ == "pobj":
            found += [(preposition.lower_, t) for t in spread(child)]
            found += _with_behind(child)
        elif child.dep_ == "prep" or (child.dep_ == "conj" and child.pos_ == "ADP"):
            found += obliques_of(child)
    return found


def _with_behind(place: Token) -> list[tuple[str, Token]]:
    """Companions that the parser hangs on a place or day ("flew from Norland with Anna Berg"): the verb's own."""
    if place.ent_type_ not in _PLACES_AND_DAYS:
        return []
    hosts = [place, *(c for c in place.children if c.dep_ == "appos" and c.ent_type_ in _PLACES_AND_DAYS)]
    behind = [c for host in hosts for c in host.children if c.dep_ == "prep" and c.lower_ == "with"]
    return [("with", t) for c in behind for p in c.children if p.dep_ == "pobj" for t in spread(p)]
