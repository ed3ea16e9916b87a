"""Which pronouns a title leaves as they are: a reader takes "their" for the title's own subject, and rightly so more
often than the antecedents that are found further off."""

from collections.abc import Collection

from generator.language.document import Document
from generator.language.parse import Token
from generator.model import Kind

_OF_THING, _OF_MANY = "its", "their"
_OF_PERSONS = {"his": False, "her": True}
"""Possessives of one person, with whether that is a woman."""
FIRST_AND_SECOND = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your"))
"""Words by which a speaker means herself and those spoken to: outside quotation marks a title would mean others."""


def of_entities(document: Document, entities: Collection[int]) -> frozenset[str]:
    """The possessives that a reader takes for one of the actors named before."""
    found: set[str] = set()
    for entity in (document.entities[e] for e in entities):
        if entity.kind == Kind.PERSON:
            found.update(word for word, woman in _OF_PERSONS.items() if entity.feminine in (None, woman))
        else:
            found.add(_OF_MANY)
        if entity.kind in (Kind.ORGANISATION, Kind.STATE):
            found.add(_OF_THING)
    if len(entities) > 1 or any(document.entities[e].plural for e in entities):
        found.add(_OF_MANY)
    return frozenset(found)


def of_words(plural: bool, person: bool) -> frozenset[str]:
    """The possessives that a reader takes for a subject told by common words: "two sailors lose their lives"."""
    if plural:
        return frozenset((_OF_MANY,))
    return frozenset(_OF_PERSONS) if person else frozenset((_OF_THING,))


def speaks_of_itself(tokens: Collection[Token]) -> bool:
    """Whether words hold a pronoun of the first or second person."""
    return any(t.lower_ in FIRST_AND_SECOND for t in tokens)
