"""What earlier pieces of an article tell of its names, for the pieces that follow: who "Brandt" is."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from generator.language.document import Document, Entity
from generator.language.name_forms import fold, is_lasting
from generator.model import Kind

_WORD = re.compile(r"[^\W_]+")


class KnownNames:
    """The persons, bodies and states that the pieces read so far name, but for those that every article knows."""

    def __init__(self) -> None:
        self._entities: dict[tuple[Kind | None, str], Entity] = {}
        self._by_word: dict[str, set[tuple[Kind | None, str]]] = defaultdict(set)

    def add(self, document: Document) -> None:
        """Takes the names of a piece that has been read."""
        for entity in document.entities:
            if not entity.known and _has_name(entity):
                self._add(entity)

    def _add(self, entity: Entity) -> None:
        key = entity.kind, fold(entity.name)
        before = self._entities.get(key)
        kept = replace(entity, aliases={*entity.aliases, *(before.aliases if before else ())}, roles=[], mentions=[])
        if before:
            kept.sure |= before.sure
            kept.feminine = entity.feminine if entity.feminine is not None else before.feminine
            kept.nouns = entity.nouns | before.nouns
        self._entities[key] = kept
        for form in [entity.name, *_lasting(entity.aliases)]:
            for word in _words(_telling_part(entity, form)):
                self._by_word[word].add(key)

    def within(self, text: str) -> list[Entity]:
        """Those of which a text has a word, each as an entity without mentions, in the order in which they came."""
        wanted = {key for word in _words(text) for key in self._by_word.get(word, ())}
        found = [entity for key, entity in self._entities.items() if key in wanted]
        return [replace(e, aliases=_lasting(e.aliases), nouns=set(e.nouns), roles=[], mentions=[]) for e in found]


def _has_name(entity: Entity) -> bool:
    """Whether an entity is one that can be meant by name anywhere in the article."""
    if not any(mention.form in ("name", "acronym") for mention in entity.mentions):
        return False
    return entity.kind in (Kind.ORGANISATION, Kind.STATE) or (entity.kind == Kind.PERSON and " " in entity.name)


def _telling_part(entity: Entity, form: str) -> str:
    """The words of a name that a shorter form of it has: of a person the surname."""
    return form.rpartition(" ")[2] if entity.kind == Kind.PERSON else form


def _lasting(aliases: Iterable[str]) -> set[str]:
    return {alias for alias in aliases if is_lasting(alias)}


def _words(text: str) -> set[str]:
    """The words of a text that begin with a capital, as they are compared."""
    return {word.casefold() for word in _WORD.findall(text) if not word[0].islower()}
