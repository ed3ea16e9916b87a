"""The words that titles of office are made of, as titles.yml lists them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

from generator.language.gazetteer_entries import read_yaml
from generator.language.gazetteer_words import Token, fold, phrase_key, plural, tokens

Time = Literal["former", "acting", "incoming", "outgoing", "then"]

_TIMES: dict[str, Time | None] = {
    "former": "former",
    "acting": "acting",
    "incoming": "incoming",
    "outgoing": "outgoing",
    "then": "then",
    "rank": None,
}


class TitleWords:
    """What titles.yml holds, as tuples of folded words.

    `modifiers` gives what each says of the time of holding the office, None where it says nothing; `vocabulary` is
    every single word; `last_words` are those that the titles themselves end with, as they are compared.
    """

    def __init__(self, folder: Path) -> None:
        """Raises ValueError naming the section of titles.yml that is at fault."""
        content = read_yaml(folder / "titles.yml")
        self._heads: dict[tuple[str, ...], tuple[str, bool]] = {}
        self._exact: dict[tuple[str, ...], tuple[str, bool]] = {}
        self._read_heads(content)
        self.modifiers: dict[tuple[str, ...], Time | None] = {}
        for time, words in _mapping(content, "modifiers").items():
            if time not in _TIMES:
                raise ValueError(f"titles.yml: modifiers, {time}: should be one of {', '.join(_TIMES)}")
            for word in _strings(words, f"titles.yml: modifiers, {time}"):
                self.modifiers.setdefault(phrase_key(word), _TIMES[time])
        self.fields = _phrases(content, "fields")
        self.determiners = _phrases(content, "determiners")
        self.owner_prepositions = _phrases(content, "owner_prepositions")
        self.no_owners = {word.lower() for word in _strings(content.get("no_owners"), "titles.yml: no_owners")}
        self.title_prepositions = _phrases(content, "title_prepositions")
        honorifics = _strings(content.get("honorifics"), "titles.yml: honorifics")
        self.honorifics = {word.lower().rstrip(".") for word in honorifics}
        kin = _strings(content.get("kin"), "titles.yml: kin")
        self.kin = {fold(word): fold(word) for word in kin} | {fold(plural(word)): fold(word) for word in kin}
        phrases: list[tuple[str, ...]] = [*self._heads, *self._exact, *self.modifiers, *self.fields]
        self.vocabulary = {word.lower() for phrase in phrases for word in phrase}
        self._lengths = _lengths([*phrases, *self.determiners, *self.owner_prepositions, *self.title_prepositions])
        self.last_words = {phrase[-1] for phrase in [*self._heads, *self._exact]}

    def lengths(self, first: Token, most: int) -> list[int]:
        """How many words the phrases have that begin with a word, the longest first and none longer than `most`."""
        return [length for length in self._lengths.get(first.key, ()) if length <= most]

    def head(self, words: Sequence[Token]) -> tuple[str, bool] | None:
        """The title in the singular that the words are, and whether they are its plural.

        Acronyms and abbreviations count only as they are spelled: "PM" and "Gen.", not "pm" and "gen".
        """
        exact = self._exact.get(tuple(word.text for word in words))
        return exact or self._heads.get(tuple(word.key for word in words))

    def _read_heads(self, content: dict[str, Any]) -> None:
        irregular = _mapping(content, "plurals")
        seen: set[tuple[str, ...]] = set()
        for section, titles in _mapping(content, "titles").items():
            for title in _strings(titles, f"titles.yml: titles, {section}"):
                if phrase_key(title) in seen:
                    raise ValueError(f"titles.yml: titles, {section}: {title!r} stands twice; delete one")
                seen.add(phrase_key(title))
                many = irregular.get(title, plural(title))
                if title.isupper():
                    self._exact |= {(title,): (title, False), (many,): (title, True)}
                else:
                    self._heads[phrase_key(title)] = (title, False)
                    self._heads.setdefault(phrase_key(many), (title, True))
        for short, title in _mapping(content, "abbreviations").items():
            named = self._heads.get(phrase_key(title))
            if named is None:
                raise ValueError(f"titles.yml: abbreviations, {short}: {title!r} is no title; add it under titles")
            with_stops = tuple(token.text for token in tokens(fold(short)))
            self._exact[with_stops] = named
            self._exact.setdefault(tuple(word.removesuffix(".") for word in with_stops), named)


def _lengths(phrases: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0].lower(), set()).add(len(phrase))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


def _mapping(content: dict[str, Any], key: str) -> dict[str, Any]:
    value = content.get(key)
    if not isinstance(value, dict):
        raise ValueError(f"titles.yml: {key}: should hold names with values")
    return value


def _strings(value: object, where: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ValueError(f"{where}: should be a list of words; put words such as on, no and yes in quotes")
    return value


def _phrases(content: dict[str, Any], key: str) -> frozenset[tuple[str, ...]]:
    return frozenset(phrase_key(phrase) for phrase in _strings(content.get(key), f"titles.yml: {key}"))
