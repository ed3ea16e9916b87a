"""Bodies called after the person who leads them: "the Brandt administration", "Brandt's cabinet"."""

from collections.abc import Sequence

from generator.language.name_kinds import NamePiece
from generator.language.name_words import name_words
from generator.language.office_words import OfficeWords
from generator.language.parse import Doc
from generator.model import Kind

_FARTHEST = 4
"""Tokens. No more of an office stand between "the administration of" and the name: "of former Prime Minister X"."""


def with_leaders(doc: Doc, pieces: Sequence[NamePiece], offices: OfficeWords) -> list[NamePiece]:
    """The names of a text with those of persons grown to what is called after them; in order like `pieces`."""
    surnames = {doc[p.end - 1].text for p in pieces if p.kind is Kind.PERSON and (p.sure or p.end > p.start + 1)}
    return [_around(doc, p, offices, surnames) if _may_lead(doc, p, surnames) else p for p in pieces]


def _may_lead(doc: Doc, piece: NamePiece, surnames: set[str]) -> bool:
    """Whether a name is a person's, or one word that is a person's surname elsewhere in the text."""
    if piece.kind is Kind.PERSON:
        return True
    return piece.known is None and piece.end == piece.start + 1 and doc[piece.start].text in surnames


def _around(doc: Doc, piece: NamePiece, offices: OfficeWords, surnames: set[str]) -> NamePiece:
    """The body whose name a person's is part of, or the person's name as it was.

    One word that only the model takes for a person's may be a state's: "the government of Norland".
    """
    certain = piece.sure or piece.end > piece.start + 1 or doc[piece.start].text in surnames
    nouns = name_words("called_after_leaders") if certain else name_words("only_of_leaders")
    noun = piece.end
    if noun < len(doc) and doc[noun].tag_ == "POS":
        noun += 1
        noun += noun < len(doc) and doc[noun].lower_ in name_words("sorts_of_cabinets")
    if noun < len(doc) and doc[noun].lower_ in nouns:
        return NamePiece(piece.start, noun + 1, Kind.ORGANISATION, None, True)
    start = piece.start
    while start > max(1, piece.start - _FARTHEST) and (start - 1 in offices or doc[start - 1].lower_ == "the"):
        start -= 1
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in nouns:
        return NamePiece(start - 2, piece.end, Kind.ORGANISATION, None, True)
    return piece
