"""The state that an article is about, whose government "the government" is."""

from generator.language.document import Document
from generator.model import Kind

_HEADLINE = 4
"""Mentions that one in the headline is worth."""
_MARGIN = 1.5
"""How many times the weight of the next state makes the first one certain, where no headline names it."""


def home_state(document: Document, certain: bool = False) -> int | None:
    """The state that the article names most, its headline before all; None where it names none.

    With `certain`, None too where another state comes near and the headline does not tell them apart.
    """
    weights: dict[int, float] = {}
    headlined: set[int] = set()
    for index, entity in enumerate(document.entities):
        if entity.kind != Kind.STATE or not entity.mentions:
            continue
        in_headline = any(document.block_of(document.doc[m.head]).kind == "headline" for m in entity.mentions)
        weights[index] = len(entity.mentions) + _HEADLINE * in_headline
        if in_headline:
            headlined.add(index)
    ranked = sorted(weights, key=lambda n: (-weights[n], n))
    if not ranked:
        return None
    alone = len(ranked) == 1 or weights[ranked[0]] >= _MARGIN * weights[ranked[1]] or headlined == {ranked[0]}
    return ranked[0] if alone or not certain else None
