"""The words and marks that proper names are found by, as names.yml lists them."""

from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file
from generator.language.parse import Span, Token
from generator.model import Kind

_BRACKETS = frozenset("[]()<>{}$")
_ELIDED = ("l'", "d'", "l’", "d’", "L'", "D'", "L’", "D’")
"""What is written together with a name: "d'Arc", "l'Automobile"."""
_BEFORE_A_DATE = ("in", "on", "since", "until", "by", "last", "next")
NAME_TAGS = ("NNP", "NNPS")


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = knowledge_file("names")
    return content


@cache
def name_words(section: str) -> frozenset[str]:
    """The words of a section of names.yml that is a list."""
    return frozenset(_content()[section])


@cache
def party_stems() -> dict[str, str]:
    """The word of a party's name for the plural that means its members, folded: "greens" and "green"."""
    stems: dict[str, str] = _content()["party_stems"]
    return stems


def kind_of_label(label: str) -> Kind | None:
    """The kind of actor that the model's label means; None for places, things and no label."""
    kinds: dict[str, str] = _content()["kinds"]
    return Kind(kinds[label]) if label in kinds else None


def names_vessel(span: Span) -> bool:
    """Whether a name is a ship's, a spacecraft's or an aircraft's, most by what it opens with: "HMS Valiant"."""
    if len(span) < 2 or not span[1].text[:1].isupper():
        return False
    if span.text in name_words("vehicles"):
        return True
    return span[0].text in name_words("vessels") or f"{span[0].text} {span[1].text}" in name_words("vessels")


def is_capital(token: Token) -> bool:
    """Whether a token is written like part of a name."""
    text = token.text
    first = text[2:3] if text[:2] in _ELIDED else text[:1]
    if not first.isupper() or not _BRACKETS.isdisjoint(text) or not any(c.isalpha() for c in text):
        return False
    return text not in name_words("never") and not _is_date(token)


def _is_date(token: Token) -> bool:
    if token.text in name_words("calendar"):
        return True
    if token.text not in name_words("months"):
        return False
    return token.ent_type_ == "DATE" or (token.i > 0 and token.nbor(-1).lower_ in _BEFORE_A_DATE)
