"""Which names of an article mean the same actor: full names, short names, acronyms and what the gazetteer knows."""

import re

from spacy.tokens import Doc

from generator.language.document import Document, Entity, Form, Mention
from generator.language.gazetteer import Gazetteer
from generator.language.name_agreement import agreed
from generator.language.name_forms import fold, is_part, surface
from generator.language.name_kinds import NamePiece, known_kind
from generator.language.name_words import name_words
from generator.model import Kind

_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]s?\b|[A-Z]{2,}")


class EntityBuilder:
    """Collects the names of one document into entities."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._gazetteer = gazetteer
        self._by_name: dict[str, int] = {}
        self._owners: dict[int, str] = {}
        """Token behind a state's name to the state's name."""
        self._introduced: dict[int, int] = {}
        """Entity to the token where its full name first stands."""

    def build(self, pieces: list[NamePiece]) -> None:
        """Add every name as a mention. Long names of persons come first, so that short ones find them."""
        doc = self._document.doc
        pieces = agreed(doc, pieces)
        self._owners = {p.end: p.known.name for p in pieces if p.known and p.known.domain == "state" and p.known.form == "name"}
        order = sorted(pieces, key=lambda p: (not p.known, p.kind == Kind.ORGANISATION and p.start - 1 not in self._owners, -min(p.end - p.start, 2), p.start))
        placed: list[tuple[NamePiece, int | None]] = []
        for piece in order:
            index = self._place(doc, piece)
            placed.append((piece, index))
            if index is not None and piece.sure:
                self._document.entities[index].sure = True
            if index is not None:
                self._introduced.setdefault(index, piece.start)
        self._acronyms(doc, placed)
        for piece, entity in sorted(placed, key=lambda pair: pair[0].start):
            if entity is not None:
                self._mention(doc, piece, entity)
        for entity_ in self._document.entities:
            _show_fullest(entity_)

    def _owned_name(self, doc: Doc, piece: NamePiece) -> str:
        """A body's name with whose it is, where its own words leave that open: "Norland's Defence Ministry"."""
        text = surface(doc, piece)
        generic = self._gazetteer.organisation_class(text.split()[-1]) in ("government", "parliament", "courts", "forces")
        if piece.kind != Kind.ORGANISATION or piece.known or not generic or len(text.split()) > 3 or piece.start < 2 or doc[piece.start - 1].tag_ != "POS":
            return text
        owner = self._owners.get(piece.start - 1)
        return f"{owner}'s {text}" if owner else text

    def _place(self, doc: Doc, piece: NamePiece) -> int | None:
        text = self._owned_name(doc, piece)
        if piece.known:
            return self._known_entity(piece, text)
        key = fold(text)
        if not key:
            return None
        if key in self._by_name:
            return self._by_name[key]
        if piece.kind == Kind.PERSON:
            found = self._full_name(key, piece.start)
            if found is not None:
                return found
        if piece.kind == Kind.ORGANISATION:
            found = self._longer_body(key)
            if found is not None:
                return found
        return self._new(text, key, piece.kind, known=False)

    def _known_entity(self, piece: NamePiece, text: str) -> int:
        assert piece.known is not None
        key = fold(piece.known.name)
        if piece.known.form in ("capital", "seat") and piece.known.of:
            key = fold(piece.known.of)
            name = piece.known.of
        else:
            name = piece.known.name
        if key not in self._by_name:
            self._new(name, key, known_kind(piece.known) if piece.known.form not in ("capital", "seat") else Kind.STATE, known=True)
            self._document.entities[self._by_name[key]].part = piece.known.domain == "region"
        return self._by_name[key]

    def _new(self, name: str, key: str, kind: Kind | None, known: bool) -> int:
        self._document.entities.append(Entity(name, kind, known))
        index = len(self._document.entities) - 1
        self._by_name[key] = index
        return index

    def _full_name(self, key: str, position: int) -> int | None:
        """The person whose full name a short one belongs to: introduced before, or anywhere for a headline's."""
        words = key.split()
        candidates = []
        for name, index in self._by_name.items():
            entity = self._document.entities[index]
            parts = name.split()
            if entity.kind != Kind.PERSON or len(parts) <= len(words) or not is_part(words, parts):
                continue
            prose = self._document.block_of(self._document.doc[position]).kind == "prose"
            introduced = self._introduced.get(index, 0)
            if len(words) == 1 and prose and introduced > position and (words[-1] != parts[-1] or introduced <= position + 4):
                continue  # before the full name, only the surname is the same person, and not in "X's sister Y X"
            candidates.append((words[-1] != parts[-1], index))
        if len(words) > 1 and len(candidates) > 1:
            return min(candidates)[1]
        return min(candidates)[1] if candidates else None

    def _longer_body(self, key: str) -> int | None:
        """An organisation whose full name ends or begins with a shorter one ("Mahan" of "Mahan Air"), or is made of its words
        and whose it is ("Norland Supreme Court", "Supreme Court of Norland")."""
        head = self._gazetteer.organisation_head
        for name, index in self._by_name.items():
            entity = self._document.entities[index]
            if entity.kind != Kind.ORGANISATION or entity.known and not self._gazetteer.organisation_head(key):
                continue
            words, parts = [w for w in key.split() if w != "of"], [w for w in name.split() if w != "of"]
            if parts[-1] in name_words("party_plurals"):
                continue
            suffix = parts[-len(words) :] == words and (len(words) > 1 or (head(key) and key != parts[-2:][0]))
            if len(words) < len(parts) and (suffix or parts[: len(words)] == words):
                return index
            if len(words) > 1 and set(words) <= set(parts) and {w for w in words if head(w)} == {w for w in parts if head(w)} != set():
                return index
        return None

    def _acronyms(self, doc: Doc, placed: list[tuple[NamePiece, int | None]]) -> None:
        """ "African Union (AU)": the acronym in brackets is the body before it."""
        starts = {piece.start: number for number, (piece, _) in enumerate(placed)}
        ends = {piece.end: number for number, (piece, _) in enumerate(placed)}
        for token in doc[1:-1]:
            if token.text != "(" or not _ACRONYM.fullmatch(doc[token.i + 1].text):
                continue
            before, inside = ends.get(token.i), starts.get(token.i + 1)
            if inside is None:
                continue
            piece, old = placed[inside]
            if before is not None and placed[before][1] is not None:
                entity = placed[before][1]
                for number, (other, index) in enumerate(placed):
                    if index == old:
                        placed[number] = (other, entity)
            elif not piece.known:  # the acronym of a common term, not of an actor
                for number, (other, index) in enumerate(placed):
                    if index == old:
                        placed[number] = (other, None)

    @staticmethod
    def _common_nouns(doc: Doc, piece: NamePiece) -> set[str]:
        """The common nouns beside an organisation's name that tell what it is ("airline X", "X, a bank")."""
        before = doc[piece.start - 1] if piece.start else None
        found = _appositive_noun(doc, piece)
        if before is not None and before.pos_ == "NOUN" and before.tag_ == "NN":
            found.add(before.lemma_.lower())
        return found

    def _mention(self, doc: Doc, piece: NamePiece, entity: int) -> None:
        document = self._document
        text = surface(doc, piece)
        form: Form = piece.known.form if piece.known else "name"
        head = doc[piece.start : piece.end].root.i
        target = document.entities[entity]
        if fold(text) != fold(target.name):
            if target.kind == Kind.PERSON and len(text) > len(target.name) and not target.known:
                target.aliases.add(target.name)
                target.name = text
            else:
                target.aliases.add(text)
        if target.kind == Kind.ORGANISATION:
            target.nouns |= self._common_nouns(doc, piece)
        document.add(Mention(piece.start, piece.end, head, form, text, (entity,)))


def _appositive_noun(doc: Doc, piece: NamePiece) -> set[str]:
    """The noun of "X, an airline" behind a name."""
    if piece.end + 1 < len(doc) and doc[piece.end].text == "," and doc[piece.end + 1].lower_ in ("a", "an", "the"):
        return {t.lemma_.lower() for t in doc[piece.end + 2 : piece.end + 6] if t.pos_ == "NOUN" and t.dep_ == "appos"}
    return set()


def _show_fullest(entity: Entity) -> None:
    """Name a body by the fullest form that the article itself uses; states keep their usual names."""
    if not entity.known or entity.kind == Kind.STATE:
        return
    forms = [m for m in entity.mentions if m.form in ("name", "acronym", "demonym")]
    if not forms:
        return
    best = max(forms, key=lambda m: (m.form != "acronym", len(m.text), -m.start))
    name = best.text[4:] if best.text.startswith("the ") else best.text
    entity.aliases = ((entity.aliases - {entity.name}) | {m.text for m in forms}) - {name}
    entity.name = name
