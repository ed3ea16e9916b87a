"""One reading for each name of an article: what a sure sign says anywhere, else what most of its mentions say."""

from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc

from generator.language.gazetteer import Gazetteer
from generator.language.name_forms import fold
from generator.language.name_kinds import NamePiece
from generator.model import Kind


def agreed(doc: Doc, pieces: list[NamePiece], gazetteer: Gazetteer) -> list[NamePiece]:
    """The names with one kind for all mentions of each."""
    pieces = _reclaimed(doc, pieces)
    kinds = _kinds(doc, pieces, gazetteer)
    return [p if p.known else replace(p, kind=kinds[_key(doc, p)]) for p in pieces]


def _key(doc: Doc, piece: NamePiece) -> str:
    return fold(doc[piece.start : piece.end].text)


def _reclaimed(doc: Doc, pieces: list[NamePiece]) -> list[NamePiece]:
    """Pieces, with bodies that the gazetteer gives to one state but the article to another made unknown ("Senate")."""
    bodies = {_key(doc, p) for p in pieces if not p.known and p.kind == Kind.ORGANISATION}
    states = {p.end: p.known.state for p in pieces if p.known and p.known.state}
    taken: set[str] = set()
    for piece in pieces:
        if piece.known is None or piece.known.kind != Kind.ORGANISATION or piece.known.of is None:
            continue
        name = _key(doc, piece)
        before = piece.start - (doc[piece.start - 1].tag_ == "POS" if piece.start else 0)
        of_another = states.get(before, piece.known.of) != piece.known.of
        if of_another or any(body.endswith(" " + name) for body in bodies):
            taken.add(name)
    return [
        NamePiece(p.start, p.end, Kind.ORGANISATION, None, True) if p.known and _key(doc, p) in taken else p
        for p in pieces
    ]


def _kinds(doc: Doc, pieces: list[NamePiece], gazetteer: Gazetteer) -> dict[str, Kind | None]:
    """The kind of each name, by the name folded."""
    votes: dict[str, Counter[Kind | None]] = {}
    for piece in pieces:
        votes.setdefault(_key(doc, piece), Counter())[piece.kind] += 10 if piece.sure else 1
    kinds = {name: counter.most_common(1)[0][0] for name, counter in votes.items()}
    persons = [n for n in kinds if " " in n and kinds[n] == Kind.PERSON]
    certain = {_key(doc, p) for p in pieces if p.known or p.sure}
    followed_by_who = {_key(doc, p) for p in pieces if _who_follows(doc, p)}
    for name in kinds:
        if name in certain:
            continue
        if _names_body(name, kinds, gazetteer):
            kinds[name] = Kind.ORGANISATION
        elif _names_person(name, persons) or (" " in name and name in followed_by_who):
            kinds[name] = Kind.PERSON
    return kinds


def _names_body(name: str, kinds: dict[str, Kind | None], gazetteer: Gazetteer) -> bool:
    """Whether a name stands for a body that begins with it ("Danvar" of "Danvar Airlines", "Ana Brandt Hospital")."""
    bodies = (n.split() for n in kinds if n.startswith(name + " ") and kinds[n] == Kind.ORGANISATION)
    return any(" " in name or gazetteer.organisation_class(b[1]) == "companies" for b in bodies)


def _names_person(name: str, persons: list[str]) -> bool:
    """Whether a name is the surname or the given name of a person of the article, or shares a person's surname."""
    words = name.split()
    for person in persons:
        parts = person.split()
        if name != person and (parts[-len(words) :] == words or parts[0] == name):
            return True
        if len(words) > 1 and words[-1] == parts[-1]:
            return True
    return False


def _who_follows(doc: Doc, piece: NamePiece) -> bool:
    """Whether a relative clause with "who" tells that a name is a person's."""
    end = piece.end
    return end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in ("who", "whose")
