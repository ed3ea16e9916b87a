"""Where a happening took place, as the source names it, by the words of its own clause."""

from collections.abc import Iterator
from functools import cache

from generator.knowledge_files import knowledge_file
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import EventType, Kind

_PLACES = ("GPE", "LOC", "FAC")
_CLAUSES = ("ccomp", "relcl", "advcl", "acl", "parataxis", "csubj", "xcomp", "conj")
_BEFORE = ("compound", "nmod", "poss", "amod")
_DEEPEST = 4
"""Prepositions below a happening's word, at most, down to the one of its place: "killed ten at a market in Kelm"."""


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(knowledge_file("places")[part])


class PlaceFinder:
    """Reads the places of happenings off one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def place(self, token: Token, kind: EventType) -> str | None:
        """Where the happening took place that a verb or noun names, as the source writes it; None where it is not said
        in its clause. `kind`: what sort of happening it is."""
        return (
            self._behind(token)
            or self._entered(token)
            or self._before(token, kind)
            or self._where(token)
            or self._below(token)
        )

    def _behind(self, token: Token) -> str | None:
        """ "In Kelm", "at the harbour of Kelm", behind the word, its object, or the verb that governs a noun."""
        for preposition in _prepositions(token):
            going = preposition.lower_ in _words("going_prepositions") and token.lemma_.lower() in _words("going")
            if not going and preposition.lower_ not in _words("prepositions"):
                continue
            if place := self._of(preposition, strict=preposition.lower_ not in _words("holding_prepositions")):
                return place
        return None

    def _entered(self, token: Token) -> str | None:
        """What is visited, stormed or bombed, where that is a place."""
        if token.lemma_.lower() not in _words("entered"):
            return None
        objects = (c for c in token.children if c.dep_ in ("dobj", "nsubjpass"))
        return next((place for noun in objects if (place := self._named(noun, strict=True))), None)

    def _before(self, token: Token, kind: EventType) -> str | None:
        """ "The Kelm bombings": a place right before the noun, where such a happening is of a place."""
        if token.pos_ != "NOUN" or kind.value not in _words("of_place"):
            return None
        for child in token.children:
            if child.dep_ in _BEFORE and child.i < token.i and child.ent_type_ in _PLACES:
                mention = self._document.mention_at(child)
                city = mention is not None and mention.form == "capital"
                if kind.value in _words("of_doers") and self._kind(child) == Kind.STATE and not city:
                    return None  # "the Norland airstrike", "the Norland talks": whose it is
                return self._named(child, strict=True)
        return None

    def _where(self, token: Token) -> str | None:
        """The place that a clause with "where" is about."""
        if token.dep_ != "relcl" or not any(c.lower_ == "where" for c in token.children):
            return None
        return self._named(token.head, strict=True)

    def _below(self, token: Token) -> str | None:
        """ "Killed ten people at a market in Kelm": deeper in the happening's own clause."""
        for preposition in _deeper(token, _DEEPEST):
            if preposition.lower_ in ("in", "near", "outside", "at") and (place := self._of(preposition, strict=True)):
                return place
        return None

    def _of(self, preposition: Token, strict: bool = False) -> str | None:
        nouns = (c for c in preposition.children if c.dep_ == "pobj")
        return next((place for noun in nouns if (place := self._named(noun, strict=strict))), None)

    def _named(self, noun: Token, *, strict: bool = False) -> str | None:
        """The place that a noun names, or leads to: "the city of Kelm", "northern Norland", "the Kelm district".

        `strict`: it must be a place, and not a body that has one.
        """
        document = self._document
        if any(d.start <= noun.idx < d.end for d in document.dates):
            return None
        if noun.ent_type_ in _PLACES and self._kind(noun) in (None, Kind.STATE):
            return self._entity(noun)
        if noun.lemma_.lower() in _words("kinds"):
            return self._own_name(noun) or self._through(noun)
        if strict and self._kind(noun) != Kind.STATE:
            return None
        mention = document.mention_at(noun)
        if mention is None or mention.form not in ("name", "capital", "acronym"):
            return None
        if self._kind(noun) not in (None, Kind.STATE, Kind.ORGANISATION):
            return None
        last = document.doc[mention.end - 1]
        return document.text[document.doc[mention.start].idx : last.idx + len(last.text)]

    def _kind(self, noun: Token) -> Kind | None:
        mention = self._document.mention_at(noun)
        return self._document.entities[mention.entities[0]].kind if mention is not None else None

    def _entity(self, noun: Token) -> str | None:
        document = self._document
        span = next((e for e in document.doc.ents if e.start <= noun.i < e.end), None)
        if span is None:
            return None
        start, end = span.start, span.end
        mention = document.mention_at(noun)
        if mention is not None and mention.form == "name" and mention.start <= start and mention.end > end:
            start, end = mention.start, mention.end  # "Democratic Republic of Congo", not a part of it
        last = document.doc[end - 1]
        text = document.text[document.doc[start].idx : last.idx + len(last.text)].removesuffix("’s").removesuffix("'s")
        return text.removeprefix("the ").strip() or None

    def _own_name(self, noun: Token) -> str | None:
        """The whole name that such a noun ends: "Liberty Square", "Kelm Airport"."""
        mention = self._document.mention_at(noun)
        if noun.pos_ != "PROPN" or mention is None or mention.form != "name" or mention.end - mention.start < 2:
            return None
        return mention.text if self._kind(noun) in (None, Kind.STATE, Kind.ORGANISATION) else None

    def _through(self, noun: Token) -> str | None:
        """The name behind or before a common noun for a place, whether or not it is known for one."""
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "in"):
                if place := self._of(child, strict=True):
                    return place
                named = (c for c in child.children if c.dep_ == "pobj" and child.lower_ == "of")
                if place := next((p for c in named if (p := self._proper(c))), None):
                    return place
        beside = [c for c in noun.children if c.dep_ in (*_BEFORE, "appos")]
        known = next((place for c in beside if c.ent_type_ in _PLACES and (place := self._entity(c))), None)
        return known or next((p for c in reversed(beside) if c.dep_ == "compound" and (p := self._proper(c))), None)

    def _proper(self, noun: Token) -> str | None:
        """A name that is nobody's: the proper nouns up to this one."""
        if noun.pos_ != "PROPN" or self._kind(noun) in (Kind.PERSON, Kind.GROUP, Kind.ORGANISATION):
            return None
        first = noun
        while first.i and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).sent == noun.sent:
            first = first.nbor(-1)
        return self._document.text[first.idx : noun.idx + len(noun.text)]


def _prepositions(token: Token) -> list[Token]:
    """Prepositions on the token, on its object, and on the verb that governs a noun."""
    found = [c for c in token.children if c.dep_ == "prep"]
    for child in token.children:
        if child.dep_ in ("dobj", "prep", "prt", "nsubjpass"):
            found += [c for g in child.children for c in ([g] if g.dep_ == "prep" else [])]
    if token.pos_ in ("NOUN", "PROPN") and token.head.pos_ in ("VERB", "AUX"):
        found += [c for c in token.head.children if c.dep_ == "prep"]
    return found


def _deeper(token: Token, depth: int) -> Iterator[Token]:
    """The prepositions below a word that belong to its own clause, the nearest to it first."""
    level = [token]
    for _ in range(2 * depth):
        level = [c for t in level for c in t.children if c.dep_ not in _CLAUSES and c.dep_ != "nsubj"]
        yield from (t for t in level if t.dep_ == "prep")
