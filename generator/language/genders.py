"""Whether a person is a woman or a man, as far as an article's words and the person's given name tell."""

import unicodedata
from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file
from generator.language.description_words import knowledge as descriptions
from generator.language.document import Entity
from generator.language.parse import Doc
from generator.model import Kind

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "’": "'"}
)


@cache
def _given_names() -> dict[str, bool]:
    """Given name to whether women bear it."""
    content: dict[str, list[str]] = knowledge_file("given_names")
    return {**dict.fromkeys(content["feminine"], True), **dict.fromkeys(content["masculine"], False)}


@cache
def _of_both() -> frozenset[str]:
    """Given names that women and men bear alike."""
    content: dict[str, list[str]] = knowledge_file("given_names")
    return frozenset(content["either"])


@cache
def _surnames_first() -> frozenset[str]:
    """Family names that stand before the given name."""
    content: dict[str, Any] = knowledge_file("identity")
    return frozenset(content["surname_first"])


@cache
def _gendered_words() -> dict[str, bool]:
    """Titles, kin words and forms of address that tell."""
    words = descriptions()
    return {**dict.fromkeys(words["feminine"], True), **dict.fromkeys(words["masculine"], False)}


def feminine(entity: Entity, doc: Doc) -> bool | None:
    """True for a woman, False for a man, None where nothing tells or the actor is no person. Titles outweigh names."""
    if entity.kind != Kind.PERSON:
        return None
    words = {w.lower() for role in entity.roles for w in role.title.split()}
    words |= {doc[m.start - 1].lower_.rstrip(".") for m in entity.mentions if m.start}
    words |= {w.lower().rstrip(".") for w in entity.name.split()[:-1]}
    telling = {gender for word, gender in _gendered_words().items() if word in words}
    return telling.pop() if len(telling) == 1 else by_given_name(entity.name)


def by_given_name(name: str) -> bool | None:
    """What the given name in a full name tells: its first word, or what follows a family name that stands first."""
    return next((known for word in _candidates(name) if (known := _given_names().get(word)) is not None), None)


def opens_with_given_name(name: str) -> bool:
    """Whether a name is written like a person's: its first word, or what follows a family name, is a given name."""
    return any(word in _given_names() or word in _of_both() for word in _candidates(name))


def _candidates(name: str) -> list[str]:
    """The words of a full name, in lower case without accents, that may be the given name."""
    words = [_plain(word) for word in name.split()]
    if not words:
        return []
    if len(words) > 1 and words[0] in _surnames_first():
        candidates = [*words[1:], "-".join(words[1:3])]
    else:
        candidates = [words[0], words[0].split("-")[0]]
        if len(words) > 2 and len(words[0].rstrip(".")) == 1:
            candidates.append(words[1])
    return candidates


def _plain(word: str) -> str:
    """A word in lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", word.lower().translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).strip(".,'\"")
