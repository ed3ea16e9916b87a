"""The state that an article is about, whose government "the government" is."""

from generator.language.document import Document
from generator.language.parse import Token
from generator.model import Kind

_HEADLINE = 4
"""Mentions that one in the headline is worth."""
_ACTING = 1.5
"""Mentions that one by which a state or its people do something is worth: "Norland", "Norlandish police" as subject."""
_MARGIN = 1.5
"""How many times the weight of the next state makes the first one certain, where no headline names it."""


def home_state(document: Document, certain: bool = False) -> int | None:
    """The state that the article names most, as one that acts and by its headline before all; None where none is named.

    With `certain`, None too where another state comes near and the headline does not tell them apart.
    """
    weights: dict[int, float] = {}
    headlined: dict[int, tuple[bool, int]] = {}
    for index, entity in enumerate(document.entities):
        if entity.kind != Kind.STATE or not entity.mentions:
            continue
        heads = [document.doc[m.head] for m in entity.mentions]
        weights[index] = sum(_ACTING if _acts(head) else 1 for head in heads)
        in_headline = [(_modifies(head), head.i) for head in heads if document.block_of(head).kind == "headline"]
        if in_headline:
            headlined[index] = min(in_headline)
    first = min((place for _, place in headlined.values()), default=0)
    for index, (modifies, place) in headlined.items():
        weights[index] += _HEADLINE / 2 if modifies and place != first else _HEADLINE  # "police ban Norlandish beef"
    ranked = sorted(weights, key=lambda n: (-weights[n], n))
    if not ranked:
        return None
    alone = len(ranked) == 1 or weights[ranked[0]] >= _MARGIN * weights[ranked[1]] or headlined.keys() == {ranked[0]}
    return ranked[0] if alone or not certain else None


def _acts(head: Token) -> bool:
    """Whether a mention is the subject of a clause, or stands before the noun that is: "Norlandish police said"."""
    noun = head.head if _modifies(head) else head
    return noun.dep_ in ("nsubj", "nsubjpass")


def _modifies(head: Token) -> bool:
    """Whether a mention stands before a noun: "Norlandish police", "Norland's ports"."""
    return head.dep_ in ("amod", "compound", "poss", "nmod")
