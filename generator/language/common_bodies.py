"""Bodies without a proper name: "Norland's culture ministry", "police", "the city council"."""

from generator.language.body_names import is_short_for
from generator.language.description_words import knowledge
from generator.language.document import Document, Entity
from generator.language.gazetteer import Gazetteer
from generator.language.name_forms import fold
from generator.language.noun_phrases import add_description, is_definite, owner
from generator.language.parse import Doc, Token
from generator.model import Kind


class CommonBodies:
    """The bodies that one article speaks of by a common noun."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._doc: Doc = document.doc
        self._gazetteer = gazetteer
        self._bodies: dict[tuple[str, str], int] = {}
        """Owner's name ("" for none) and folded phrase to entity."""

    def is_body_noun(self, token: Token) -> bool:
        """Whether a common noun names an organ that acts by itself: "ministry", "court", "army", not "service"."""
        if token.lower_ in knowledge()["no_bodies"]:
            return False
        return self._gazetteer.organisation_class(token.lower_) in knowledge()["body_classes"]

    def add(self, token: Token, lemma: str) -> bool:
        """Lead a noun to the body it means; False where it leaves open which."""
        if token.lower_ in knowledge()["branches"] and (whole := self._whole_of(token)) is not None:
            add_description(self._document, token, whole, "description")
            return True
        field = self._field(token)
        owning = owner(self._document, field[-1] if field else token)
        if owning is None and field:
            owning = owner(self._document, token)
        if owning is not None and self._is_organ_of_body(token, owning):
            owning = None
        modifiers = self._modifiers(token)
        police = token.lower_ == "police"
        if owning is None and not police and not (modifiers and is_definite(token)):
            return False
        words = [token.lower_ if token.is_sent_start else token.text, *(t.text for t in field)]
        common = " ".join([*modifiers, *words])
        key = fold(common)
        owner_name = self._document.entities[owning].name if owning is not None else ""
        index = self._bodies.get((owner_name, key))
        if index is None and owning is None:
            index = next((n for (_, phrase), n in self._bodies.items() if phrase == key), None)
        if index is None and owner_name:
            index = self._adopted(owner_name, key)
        if index is None:
            index = self._named(lemma, key)
        if index is None:
            index = self._new(common, owner_name, police)
        self._bodies[owner_name, key] = index
        add_description(self._document, token, (index,), "group", alias=True)
        return True

    def _is_organ_of_body(self, token: Token, owning: int) -> bool:
        """Whether a pronoun gives a court, a parliament or an army, which only states have, to some other body."""
        pronoun = any(c.tag_ == "PRP$" for c in token.children)
        organ = self._gazetteer.organisation_class(token.lower_) in ("courts", "parliament", "forces")
        return pronoun and organ and self._document.entities[owning].kind == Kind.ORGANISATION

    def _whole_of(self, token: Token) -> tuple[int, ...] | None:
        """The body whose branch a noun means: "the Norlandish garrison of the Harbour Legion"."""
        for prep in token.rights:
            for noun in prep.children if prep.lower_ == "of" else ():
                mention = self._document.mention_at(noun)
                if mention is not None and mention.form in ("name", "acronym"):
                    body = self._document.entities[mention.entities[0]].kind == Kind.ORGANISATION
                    return mention.entities if body else None
        return None

    def _field(self, token: Token) -> list[Token]:
        """The words behind a noun that say what it is for: "ministry | of internal affairs" (of Norland)."""
        doc = self._doc
        if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ not in ("of", "for"):
            return []
        for end in (token.i + 4, token.i + 3):
            field = doc.span(token.i + 2, end)
            if all(t.is_lower for t in field) and self._gazetteer.is_office(f"minister of {field.text}"):
                return [doc[token.i + 1], *field]
        return []

    def _modifiers(self, token: Token) -> list[str]:
        """The words before a noun that say which body it is."""
        return [
            t.text
            for t in self._doc[token.left_edge.i : token.i]
            if t.dep_ in ("compound", "amod", "nmod")
            and (t.head == token or (t.head.dep_ == "compound" and t.head.head == token))
            and self._document.mention_at(t) is None
            and t.lower_ not in knowledge()["dropped_modifiers"]
        ]

    def _new(self, common: str, owner_name: str, police: bool) -> int:
        name = common
        if owner_name:
            name = f"{owner_name} {common}" if police else f"{owner_name}'s {common}"
        entity = Entity(name, Kind.ORGANISATION)
        entity.aliases.add(common)
        self._document.entities.append(entity)
        return len(self._document.entities) - 1

    def _adopted(self, owner_name: str, key: str) -> int | None:
        """A body that was told of before without its owner, named after it now; one word alone may be any state's."""
        index = self._bodies.get(("", key)) if " " in key else None
        if index is not None:
            entity = self._document.entities[index]
            entity.aliases.add(entity.name)
            entity.name = f"{owner_name}'s {entity.name}"
        return index

    def _named(self, lemma: str, phrase: str) -> int | None:
        """An organisation named in full elsewhere that a common noun means: "the police" of the "Norland Police"."""
        head = self._gazetteer.organisation_head
        for index, entity in enumerate(self._document.entities):
            name = fold(entity.name)
            words = name.split()
            if entity.kind != Kind.ORGANISATION or entity.plural or len(words) < 2:
                continue
            police = lemma == "police" and "Police" in entity.name.split()
            if (words[-1] == lemma and phrase == lemma) or police or f" {name}".endswith(" " + phrase):
                return index
            if " " in phrase and entity.name != name and is_short_for(phrase, name, head):
                return index
        return self._parliament(lemma) if phrase == lemma else None

    def _parliament(self, lemma: str) -> int | None:
        """The one parliament that the article names, whatever it is called there: "the National Assembly"."""
        words = set(knowledge()["parliaments"])
        if lemma not in words:
            return None
        named = [
            n
            for n, e in enumerate(self._document.entities)
            if e.kind == Kind.ORGANISATION and words & set(fold(e.name).split()) and "European" not in e.name
        ]
        return named[0] if len(named) == 1 else None
