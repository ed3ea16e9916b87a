"""Which names of an article mean the same actor: full names, short names, acronyms and what the gazetteer knows."""

import re
from collections.abc import Sequence

from generator.language.body_names import is_short_for, only_adds_legal_form
from generator.language.couples import family
from generator.language.description_words import knowledge as descriptions
from generator.language.document import Document, Entity, Form, Mention
from generator.language.gazetteer import Gazetteer, Known
from generator.language.name_agreement import agreed
from generator.language.name_forms import fold, is_part, misspelt, spelled_alike, surface
from generator.language.name_kinds import NamePiece, known_kind
from generator.language.name_words import name_words, party_stems
from generator.language.national_teams import recognise_teams
from generator.language.parse import Doc
from generator.model import Kind

_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9]*[A-Z]s?\b|[A-Z]{2,}")
_SHARED_BODIES = ("government", "parliament", "courts", "forces")
"""Classes of bodies that every state has, so that a name needs to say whose one is."""


_LEAST_MISSPELT = 5
"""Letters. Shorter words with two letters swapped are mostly other words."""
_OBJECTS = ("dobj", "ccomp", "xcomp", "prep")
_ORGANS = ("government", "parliament", "courts", "forces", "international")
"""Classes of bodies that larger ones have for organs."""


class EntityBuilder:
    """Collects the names of one document into entities."""

    def __init__(self, document: Document, gazetteer: Gazetteer, carried: Sequence[Entity] = ()) -> None:
        """`carried` are entities that an earlier piece of the article named; they become the document's first."""
        self._document = document
        self._doc: Doc = document.doc
        self._gazetteer = gazetteer
        self._by_name: dict[str, int] = {}
        self._carried = len(carried)
        for index, entity in enumerate(carried):
            document.entities.append(entity)
            for form in [entity.name, *sorted(entity.aliases)]:
                self._by_name.setdefault(fold(form), index)
        self._owners: dict[int, str] = {}
        """Token behind a state's name to the state's name."""
        self._states: dict[int, str] = {}
        """Entity of a body to the state that the article gives it to."""
        self._introduced: dict[int, int] = {}
        """Entity to the token where its full name first stands."""

    def build(self, pieces: list[NamePiece]) -> None:
        """Add every name as a mention. Long names come first, so that short ones find them."""
        pieces = agreed(self._doc, pieces, self._gazetteer)
        for piece in pieces:
            if piece.known and piece.known.domain == "state" and piece.known.form == "name":
                self._owners[piece.end] = piece.known.name
        placed = [(piece, self._place(piece)) for piece in sorted(pieces, key=self._rank)]
        self._merge_acronyms(placed)
        for piece, index in sorted(placed, key=lambda pair: pair[0].start):
            if index is not None:
                self._mention(piece, index)
        for entity in self._document.entities:
            _show_fullest(entity)
            _call_by_title(entity, self._doc)
        recognise_teams(self._document, self._gazetteer)
        self._document.drop_unnamed(self._carried)

    def _rank(self, piece: NamePiece) -> tuple[bool, bool, bool, int, int]:
        """What is known goes first, bodies with their owner before those without, long names before short ones."""
        without_owner = piece.kind == Kind.ORGANISATION and piece.start - 1 not in self._owners
        group = piece.kind == Kind.GROUP
        words = len(surface(self._doc, piece).split()) if piece.kind == Kind.PERSON else min(piece.end - piece.start, 2)
        return (not piece.known, group, without_owner, -words, piece.start)

    def _place(self, piece: NamePiece) -> int | None:
        """The entity of a name, made where there is none yet."""
        index = self._known_entity(piece.known) if piece.known else self._unknown_entity(piece)
        if index is not None:
            if piece.kind == Kind.ORGANISATION and (state := self._state_of_body(piece)) is not None:
                self._states.setdefault(index, state)
            self._introduced.setdefault(index, piece.start)
            self._document.entities[index].sure |= piece.sure
        return index

    def _unknown_entity(self, piece: NamePiece) -> int | None:
        text = self._owned_name(piece)
        key = fold(text)
        if not key:
            return None
        found = self._by_name.get(key)
        if found is None and (slip := self._letters_swapped(text)) is not None:
            return self._known_entity(slip)
        if found is None and piece.kind == Kind.PERSON:
            found = self._full_name(key, piece.start)
        if found is None and piece.kind == Kind.ORGANISATION:
            acronym = piece.end == piece.start + 1 and text.isupper()
            found = self._spelled_by(text) if acronym else None
            found = found if found is not None else self._longer_body(piece, key)
            if found is None:
                found = self._shorter_body(key)
                if found is not None and not self._document.entities[found].known:
                    self._rename(found, text)
        if found is None and piece.kind == Kind.GROUP:
            found = self._party_of(key)
        return found if found is not None else self._new(text, key, piece.kind, known=False)

    def _letters_swapped(self, text: str) -> Known | None:
        """The known body or state that a name of several words is but for two letters in the wrong order."""
        words = text.split()
        if not 2 <= len(words) <= 4 or not all(w.isalpha() for w in words):
            return None
        for number, word in enumerate(words):
            for i in range(1, len(word) - 1 if len(word) >= _LEAST_MISSPELT else 0):
                slip = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
                known = self._gazetteer.lookup(" ".join([*words[:number], slip, *words[number + 1 :]]))
                if slip != word and known is not None and known.form == "name" and known.kind is not Kind.PERSON:
                    return known
        return None

    def _rename(self, index: int, name: str) -> None:
        """Give an entity its fuller name."""
        entity = self._document.entities[index]
        entity.aliases.add(entity.name)
        entity.name = name
        self._by_name[fold(name)] = index

    def _known_entity(self, known: Known) -> int:
        """The entity of a known name; capitals and seats of government mean their state."""
        stands_for = known.of if known.form in ("capital", "seat") else None
        name = stands_for or known.name
        key = fold(name)
        if key not in self._by_name:
            kind = Kind.STATE if known.form in ("capital", "seat") else known_kind(known)
            index = self._new(name, key, kind, known=True)
            self._document.entities[index].part = known.domain == "region"
        return self._by_name[key]

    def _new(self, name: str, key: str, kind: Kind | None, known: bool) -> int:
        self._document.entities.append(Entity(name, kind, known))
        index = len(self._document.entities) - 1
        self._by_name[key] = index
        return index

    def _owned_name(self, piece: NamePiece) -> str:
        """A body's name with whose it is, where its own words leave that open: "Norland's Defence Ministry"."""
        text = surface(self._doc, piece)
        words = text.split()
        shared = bool(words) and self._gazetteer.organisation_class(words[-1]) in _SHARED_BODIES
        if piece.kind != Kind.ORGANISATION or not shared or len(words) > 3 or piece.start < 2:
            return text
        owner = self._owners.get(piece.start - 1) if self._doc[piece.start - 1].tag_ == "POS" else None
        return f"{owner}'s {text}" if owner else text

    def _full_name(self, key: str, position: int) -> int | None:
        """The person whose full name a short one belongs to: by the surname, or by another part once introduced."""
        words = key.split()
        candidates = []
        for name, index in self._by_name.items():
            parts = name.split()
            if self._document.entities[index].kind != Kind.PERSON:
                continue
            by_surname = words[-1] == parts[-1]
            if spelled_alike(words, parts):
                return index
            if len(parts) <= len(words):
                continue
            if self._is_misspelt(words, parts, index, position):
                candidates.append((True, True, index))
            elif is_part(words, parts) and not self._is_too_early(words, by_surname, index, position):
                candidates.append((not by_surname, index < self._carried, index))
        return min(candidates)[2] if candidates else None

    def _is_misspelt(self, words: list[str], parts: list[str], index: int, position: int) -> bool:
        """Whether a single word is the surname of somebody named in full before it, but for a slip of the pen."""
        named_before = self._introduced.get(index, position) < position
        return len(words) == 1 and len(parts) > 1 and named_before and misspelt(words[0], parts[-1])

    def _is_too_early(self, words: list[str], by_surname: bool, index: int, position: int) -> bool:
        """Whether a single word stands before the full name, so that it means somebody else.

        Only a surname may, and not just before the name ("Brandt's sister Eva Brandt"); a headline's word always may.
        """
        if len(words) > 1 or self._document.block_of(self._doc[position]).kind != "prose":
            return False
        introduced = self._introduced.get(index, 0)
        return introduced > position and (not by_surname or introduced <= position + 4)

    def _longer_body(self, piece: NamePiece, key: str) -> int | None:
        """An organisation whose full name holds a shorter one, unless both say that they are of different states."""
        head = self._gazetteer.organisation_head
        state = self._state_of_body(piece)
        bare = key.partition(" ")[2] if self._gazetteer.state_of_adjective(self._doc[piece.start].text) else ""
        for name, index in self._by_name.items():
            entity = self._document.entities[index]
            if entity.kind != Kind.ORGANISATION or (entity.known and not head(key)):
                continue
            if is_short_for(key, name, head) and not self._is_part_of(piece, name):
                return index
            if " " in bare and state == self._states.get(index) and (bare == name or is_short_for(bare, name, head)):
                return index  # "Norlandish Foreign Ministry" and "Norland's Ministry of Foreign Affairs"
        return None

    def _is_part_of(self, piece: NamePiece, name: str) -> bool:
        """Whether a folded name is that of an organ of the body whose acronym it opens with ("HWS Council")."""
        rest = name.split()[1:]
        organ = any(self._gazetteer.organisation_class(w) in _ORGANS for w in rest)
        return piece.end == piece.start + 1 and self._doc[piece.start].is_upper and organ

    def _state_of_body(self, piece: NamePiece) -> str | None:
        """The state that a body's name opens with, or that stands before it."""
        if self._doc[piece.start - 1].tag_ == "POS" and piece.start:
            return self._owners.get(piece.start - 1)
        return self._gazetteer.state_of_adjective(self._doc[piece.start].text)

    def _shorter_body(self, key: str) -> int | None:
        """An organisation named before without the legal form that a name adds ("Danvar", "Danvar Corp.")."""
        for name, index in self._by_name.items():
            if self._document.entities[index].kind == Kind.ORGANISATION and only_adds_legal_form(key, name):
                return index
        return None

    def _party_of(self, key: str) -> int | None:
        """The party whose members a plural means: "the Greens" of the "Green Party"."""
        stem = party_stems().get(key)
        for name, index in self._by_name.items() if stem else ():
            words = name.split()
            if self._document.entities[index].kind == Kind.ORGANISATION and stem in words and "party" in words:
                return index
        return None

    def _spelled_by(self, acronym: str) -> int | None:
        """The body whose capitals an acronym spells that the article never explains: "HWS", "Harbour Watch Society"."""
        for entity in dict.fromkeys(self._by_name.values()):
            words = self._document.entities[entity].name.split()
            capitals = "".join(w[0] for w in words if w[0].isupper())
            if self._document.entities[entity].kind == Kind.ORGANISATION and len(acronym) > 2 and capitals == acronym:
                return entity
        return None

    def _merge_acronyms(self, placed: list[tuple[NamePiece, int | None]]) -> None:
        """ "African Union (AU)": the acronym in brackets is the body before it."""
        starts = {piece.start: number for number, (piece, _) in enumerate(placed)}
        ends = {piece.end: number for number, (piece, _) in enumerate(placed)}
        for token in self._doc[1:-1]:
            inside = starts.get(token.i + 1)
            if token.text != "(" or inside is None:
                continue
            piece, old = placed[inside]
            if not _ACRONYM.fullmatch(self._doc[token.i + 1].text):
                self._spell_out(placed, ends, token.i, piece, old)
                continue
            before = placed[ends[token.i]][1] if token.i in ends else None
            if before is None and piece.known:
                continue
            if before is not None and self._document.entities[before].kind is Kind.PERSON:
                if not piece.known:  # "Ana Brandt (NOR)": where the person is from
                    placed[inside] = (piece, None)
                continue
            # without a name before it, it is the acronym of a common term, not of an actor
            placed[:] = [(other, before if index == old else index) for other, index in placed]

    def _spell_out(
        self,
        placed: list[tuple[NamePiece, int | None]],
        ends: dict[int, int],
        bracket: int,
        full: NamePiece,
        index: int | None,
    ) -> None:
        """ "the NUR union (National Union of Rail Workers)": the acronym before a bracket is the body named in it."""
        short = next((ends[i] for i in (bracket, bracket - 1) if i in ends), None)
        if short is None or index is None or full.kind != Kind.ORGANISATION or self._doc[full.end].text != ")":
            return
        piece, old = placed[short]
        initials = iter([t.text[0] for t in self._doc[full.start : full.end]])
        acronym = self._doc[piece.start].text
        if piece.end - piece.start > 1 or piece.known or not _ACRONYM.fullmatch(acronym):
            return
        if all(letter in initials for letter in acronym if letter.isupper()):
            placed[:] = [(other, index if n == old else n) for other, n in placed]

    def _mention(self, piece: NamePiece, index: int) -> None:
        text = surface(self._doc, piece)
        if (
            not piece.known
            and piece.end == piece.start + 1
            and (both := family(self._document, self._doc[piece.start]))
        ):
            self._document.add(Mention(piece.start, piece.end, piece.start, "description", text, both))
            return
        form: Form = piece.known.form if piece.known else "name"
        head = self._doc.span(piece.start, piece.end).root.i
        entity = self._document.entities[index]
        if fold(text) != fold(entity.name):
            if entity.kind == Kind.PERSON and len(text) > len(entity.name) and not entity.known:
                entity.aliases.add(entity.name)
                entity.name = text
            else:
                entity.aliases.add(text)
        if entity.kind is None and piece.known and piece.known.media == "platform" and self._acts(head):
            entity.kind = Kind.ORGANISATION
        if entity.kind == Kind.ORGANISATION:
            entity.nouns |= self._common_nouns(piece)
        self._document.add(Mention(piece.start, piece.end, head, form, text, (index,)))

    def _acts(self, i: int) -> bool:
        """Whether a platform does something by itself ("Viddo removed the film"), and does not only show it."""
        name = self._doc[i]
        verb = name.head
        if name.dep_ != "nsubj" or verb.pos_ != "VERB" or verb.lemma_ in descriptions()["states_of_being"]:
            return False
        return verb.lemma_ not in descriptions()["showing"] and any(c.dep_ in _OBJECTS for c in verb.children)

    def _common_nouns(self, piece: NamePiece) -> set[str]:
        """The common nouns beside an organisation's name that tell what it is ("airline X", "X, a bank")."""
        doc, found = self._doc, set()
        if (before := self._noun_set_off(piece)) is not None:
            found.add(before)
        if piece.start and doc[piece.start - 1].pos_ == "NOUN" and doc[piece.start - 1].tag_ == "NN":
            found.add(doc[piece.start - 1].lemma_.lower())
        if piece.end + 1 < len(doc) and doc[piece.end].text == "," and doc[piece.end + 1].lower_ in ("a", "an", "the"):
            behind = doc[piece.end + 2 : piece.end + 6]
            found |= {t.lemma_.lower() for t in behind if t.pos_ == "NOUN" and t.dep_ == "appos"}
        return found

    def _noun_set_off(self, piece: NamePiece) -> str | None:
        """The noun for a body whose name a comma sets off behind it: "the legislature of Norland, the High Yuan"."""
        doc, comma = self._doc, piece.start - 1
        if comma > 0 and doc[comma].lower_ == "the":
            comma -= 1
        if comma < 2 or doc[comma].text != ",":
            return None
        for i in range(comma - 1, max(0, comma - 7), -1):
            if doc[i].pos_ in ("VERB", "AUX", "PUNCT", "PRON"):
                return None
            determined = doc[i - 1].lower_ in ("the", "its", "their") or doc[i - 1].tag_ == "POS"
            if doc[i].tag_ == "NN" and determined and self._gazetteer.organisation_class(doc[i].lower_) is not None:
                return doc[i].lemma_.lower()
        return None


def _call_by_title(entity: Entity, doc: Doc) -> None:
    """Name a person who goes by a given name alone with the title before it: "Pope Marius", "Queen Ana"."""
    if entity.kind != Kind.PERSON or entity.known or " " in entity.name:
        return
    titles = (doc[m.start - 1].text for m in entity.mentions if m.start and m.form == "name")
    title = next((t for t in titles if t in name_words("before_given_names")), None)
    if title is not None:
        entity.aliases.add(entity.name)
        entity.name = f"{title} {entity.name}"


def _show_fullest(entity: Entity) -> None:
    """Name a body by the fullest form that the article itself uses; states keep their usual names."""
    if not entity.known or entity.kind == Kind.STATE:
        return
    forms = [m for m in entity.mentions if m.form in ("name", "acronym", "demonym")]
    usual = fold(entity.name)
    forms = [m for m in forms if fold(m.text) == usual or sorted(fold(m.text)) != sorted(usual)]  # no slip of the pen
    if not forms:
        return
    best = max(forms, key=lambda m: (usual in fold(m.text), m.form != "acronym", len(m.text), -m.start))
    name = best.text.removeprefix("the ")
    entity.aliases = ((entity.aliases - {entity.name}) | {m.text for m in forms}) - {name}
    entity.name = name
