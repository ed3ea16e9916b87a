"""One reading for each name of an article: what a sure sign says anywhere, else what most of its mentions say."""

from collections import Counter
from dataclasses import replace

from generator.language.gazetteer import Gazetteer
from generator.language.genders import opens_with_given_name
from generator.language.name_forms import fold, is_first_surname
from generator.language.name_kinds import NamePiece
from generator.language.name_words import name_words, names_vessel
from generator.language.parse import Doc
from generator.model import Kind


def agreed(doc: Doc, pieces: list[NamePiece], gazetteer: Gazetteer) -> list[NamePiece]:
    """The names with one kind for all mentions of each."""
    pieces = _reclaimed(doc, pieces)
    listed = _listed_under_class(doc, pieces)
    kinds = _kinds(doc, pieces, gazetteer, listed)
    named = [p if p.known else replace(p, kind=kinds[_key(doc, p)]) for p in pieces]
    bodies = {name for name in listed if kinds[name] == Kind.ORGANISATION}
    return _namesakes(doc, [replace(p, sure=True) if not p.known and _key(doc, p) in bodies else p for p in named])


def _key(doc: Doc, piece: NamePiece) -> str:
    return fold(doc.span(piece.start, piece.end).text)


def _reclaimed(doc: Doc, pieces: list[NamePiece]) -> list[NamePiece]:
    """Pieces, with bodies that the gazetteer gives to one state but the article to another made unknown ("Senate")."""
    bodies = {_key(doc, p) for p in pieces if not p.known and p.kind == Kind.ORGANISATION}
    states = {p.end: p.known.state for p in pieces if p.known and p.known.state}
    taken: set[str] = set()
    for piece in pieces:
        if piece.known is None or piece.known.kind != Kind.ORGANISATION:
            continue
        if piece.known.of is None and piece.known.domain != "media":
            continue
        name = _key(doc, piece)
        before = piece.start - (doc[piece.start - 1].tag_ == "POS" if piece.start else 0)
        of_another = piece.known.of is not None and states.get(before, piece.known.of) != piece.known.of
        if of_another or any(body.endswith(" " + name) for body in bodies):
            taken.add(name)
    return [
        NamePiece(p.start, p.end, Kind.ORGANISATION, None, True) if p.known and _key(doc, p) in taken else p
        for p in pieces
    ]


def _namesakes(doc: Doc, pieces: list[NamePiece]) -> list[NamePiece]:
    """Pieces, with places that are the surname of somebody named in full before them made that person's.

    "Valeska London" makes "London said" hers; "in London" stays the place.
    """
    bearers: dict[str, int] = {}
    for piece in pieces:
        if piece.kind == Kind.PERSON and not piece.known and piece.end - piece.start > 1:
            bearers.setdefault(doc[piece.end - 1].text, piece.start)
    found = []
    for piece in pieces:
        place = piece.known is not None and piece.known.form in ("capital", "name") and piece.end == piece.start + 1
        if place and piece.start and doc[piece.start - 1].text in name_words("before_given_names"):
            piece = NamePiece(piece.start, piece.end, Kind.PERSON, None, True)  # "Queen Sofia"
        elif place and bearers.get(doc[piece.start].text, piece.start) < piece.start and _is_somebody(doc, piece):
            piece = NamePiece(piece.start, piece.end, Kind.PERSON, None, True)
        found.append(piece)
    return found


def _is_somebody(doc: Doc, piece: NamePiece) -> bool:
    """Whether a name stands where a person's does rather than a place's: no "in", no comma and second place."""
    before = doc[piece.start - 1] if piece.start else None
    return before is None or before.lower_ not in ("in", "near", "from", "to", "into", "outside", "around", "central")


def _kinds(doc: Doc, pieces: list[NamePiece], gazetteer: Gazetteer, under_class: set[str]) -> dict[str, Kind | None]:
    """The kind of each name, by the name folded; `under_class` are those that a list tells to be bodies."""
    votes: dict[str, Counter[Kind | None]] = {}
    for piece in pieces:
        votes.setdefault(_key(doc, piece), Counter())[piece.kind] += 10 if piece.sure else 1
    kinds = {name: counter.most_common(1)[0][0] for name, counter in votes.items()}
    persons = [n for n in kinds if " " in n and kinds[n] == Kind.PERSON]
    certain = {_key(doc, p) for p in pieces if p.known or p.sure}
    kinds.update(dict.fromkeys(name for name in _vessels(doc, pieces) if name in kinds and name not in certain))
    listed = _listed_with_bodies(doc, pieces) | under_class
    owning = {_key(doc, p) for p in pieces if _owns_as_body(doc, p)}
    followed_by_who = {_key(doc, p) for p in pieces if _who_follows(doc, p)}
    for name in kinds:
        if name in certain:
            continue
        if _names_body(name, kinds, gazetteer) or (
            not _names_person(name, persons) and _opens_body(name, kinds, gazetteer)
        ):
            kinds[name] = Kind.ORGANISATION
        elif _names_person(name, persons) or name in followed_by_who:
            kinds[name] = Kind.PERSON
        elif name in owning or name in listed or _is_head_of_body(name, kinds, gazetteer):
            kinds[name] = Kind.ORGANISATION
    return kinds


def _vessels(doc: Doc, pieces: list[NamePiece]) -> set[str]:
    """The names of ships and spacecraft without what stands before them: "Meridian" of "Space Shuttle Meridian"."""
    vessels = (doc.span(p.start, p.end) for p in pieces if p.kind is None and names_vessel(doc.span(p.start, p.end)))
    return {fold(v[-1].text) for v in vessels}


def _names_body(name: str, kinds: dict[str, Kind | None], gazetteer: Gazetteer) -> bool:
    """Whether a name stands for a body that begins with it ("Danvar" of "Danvar Airlines", "Ana Brandt Hospital")."""
    bodies = (n.split() for n in kinds if n.startswith(name + " ") and kinds[n] == Kind.ORGANISATION)
    return any(" " in name or _is_company(b[1], gazetteer) or _is_company(b[-1], gazetteer) for b in bodies)


def _is_head_of_body(name: str, kinds: dict[str, Kind | None], gazetteer: Gazetteer) -> bool:
    """Whether a single word is the word for the sort of a body named in full elsewhere ("the Front")."""
    if " " in name or kinds[name] is not None or not gazetteer.organisation_head(name):
        return False
    return any(name in n.split() for n in kinds if " " in n and kinds[n] == Kind.ORGANISATION)


def _opens_body(name: str, kinds: dict[str, Kind | None], gazetteer: Gazetteer) -> bool:
    """Whether a single word, which is nobody's surname, is a body's whole name but for the word for its sort."""
    bodies = [n.split() for n in kinds if n.startswith(name + " ") and kinds[n] == Kind.ORGANISATION]
    return " " not in name and any(len(b) == 2 and gazetteer.organisation_head(b[1]) for b in bodies)


def _is_company(word: str, gazetteer: Gazetteer) -> bool:
    return gazetteer.organisation_class(word) == "companies" or gazetteer.company_suffix(word.capitalize())


def _names_person(name: str, persons: list[str]) -> bool:
    """Whether a name is the surname or the given name of a person of the article, or shares a person's surname."""
    words = name.split()
    for person in persons:
        parts = person.split()
        if name != person and (parts[-len(words) :] == words or parts[0] == name or is_first_surname(words, parts)):
            return True
        if len(words) > 1 and words[-1] == parts[-1]:
            return True
    return False


def _listed_with_bodies(doc: Doc, pieces: list[NamePiece]) -> set[str]:
    """Names of several words, of no kind yet, in a list of bodies ("the Port Union, North Voice and Free Press")."""
    by_head = {doc.span(p.start, p.end).root.i: p for p in pieces}
    found = set()
    for head, piece in by_head.items():
        if piece.kind is not None or piece.sure or piece.end < piece.start + 2:
            continue
        others = [by_head.get(token.i) for token in doc[head].conjuncts]
        bodies = [p for p in others if p is not None and p.kind == Kind.ORGANISATION]
        if len(bodies) > 1 and 2 * len(bodies) >= len(others):
            found.add(_key(doc, piece))
    return found


def _listed_under_class(doc: Doc, pieces: list[NamePiece]) -> set[str]:
    """Names in a list that a plural for bodies opens ("firms such as X and Y"), or beside a company that is known.

    No known name, and nobody with a given name.
    """
    by_head = {doc.span(p.start, p.end).root.i: p for p in pieces}
    found = set()
    for head, piece in by_head.items():
        if piece.known or piece.sure or opens_with_given_name(doc.span(piece.start, piece.end).text):
            continue
        others = [by_head.get(token.i) for token in doc[head].conjuncts]
        named = [p for p in others if p is not None]
        companies = [p for p in named if p.known and p.known.domain == "organisation" and p.known.of is None]
        unlike = any(p.known and p.known.domain in ("state", "region") for p in named)
        if (companies and not unlike) or _is_under_class(doc, head):
            found.add(_key(doc, piece))
    return found


def _is_under_class(doc: Doc, head: int) -> bool:
    """Whether a plural noun for bodies tells what the names of a list are whose member is at `head`."""
    first = doc[head]
    while first.dep_ in ("conj", "appos") and first.head.i < first.i and first.head.pos_ == "PROPN":
        first = first.head
    above = first.head
    nouns = []
    if first.dep_ == "dobj" and above.lemma_ == "include":
        nouns = [c for c in above.children if c.dep_ == "nsubj"]
    elif first.dep_ == "pobj" and above.lower_ in ("including", "like", "as"):
        such = above.lower_ != "as" or any(c.lower_ == "such" for c in above.children)
        nouns = [above.head] if such else []
    return any(
        n.tag_ == "NNS" and (n.is_lower or n.is_sent_start) and n.lemma_.lower() in name_words("listing_nouns")
        for n in nouns
    )


def _owns_as_body(doc: Doc, piece: NamePiece) -> bool:
    """Whether what a name owns is what only bodies have: "X's shareholders", "X's chief executive"."""
    if piece.known or piece.end >= len(doc) or doc[piece.end].tag_ != "POS":
        return False
    if any(t.ent_type_ in ("GPE", "LOC") for t in doc[piece.start : piece.end]):
        return False
    owned = doc.span(piece.start, piece.end).root.head
    compound = [c.lower_ for c in owned.children if c.dep_ == "compound"]
    return owned.lemma_.lower() in name_words("possessions") and not compound


def _who_follows(doc: Doc, piece: NamePiece) -> bool:
    """Whether a relative clause with "who" tells that a name is a person's."""
    end = piece.end
    return end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ == "who"
