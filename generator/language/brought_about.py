"""What an infinitive tells as done: "was forced to resign", "had to close the port", "prompting officials to leave".

The verb above it brings it about, or is its manner; then it came about when that did, and as surely.
"""

from generator.language.factuality_words import words
from generator.language.parse import Token

_PAST_FORMS = ("VBD", "VBN")


def brings_about(verb: Token) -> Token | None:
    """The verb by which an infinitive came about, None where nothing tells that it did."""
    above = verb.head
    lemma = above.lemma_.lower()
    if verb.dep_ == "xcomp" and lemma == "have" and above.tag_ in _PAST_FORMS:
        return above  # "had to close"
    if verb.dep_ not in ("xcomp", "ccomp") or above.i > verb.i or any(c.dep_ == "mark" for c in verb.children):
        return None
    return above if lemma in words("implicative_verbs") | words("attempting_verbs") else None
