"""Agencies and outlets by the names that articles give them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file
from generator.model import Source

_TOKEN = re.compile(r"\w+(?:[.'’/&-]\w+)*")
_LONGEST_NAME = 6
"""Words of the longest name of an outlet that is looked for."""
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True)
class Outlet:
    """An agency or outlet. `state` is the name of the state whose government runs it."""

    name: str
    state: str | None = None


@dataclass(frozen=True)
class Mention:
    """A place of a text that names an outlet. `ambiguous` where the name may also be something else."""

    outlet: Outlet
    start: int
    end: int
    ambiguous: bool


def tokens(text: str) -> list[re.Match[str]]:
    """The words of a text, with their offsets."""
    return list(_TOKEN.finditer(text))


def _form(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: with case, but for the article that it begins with."""
    words = [_POSSESSIVE.sub("", token.group()) for token in tokens(name)]
    return ("the", *words[1:]) if words and words[0].lower() == "the" else tuple(words)


def _state_name(code: str | None) -> str | None:
    states: dict[str, dict[str, Any]] = knowledge_file("states")
    entry = states.get(code) if code else None
    return str(entry["name"]) if isinstance(entry, dict) else None


def _media() -> list[dict[str, Any]]:
    media: dict[str, list[dict[str, Any]]] = knowledge_file("media")
    return [*media["agencies"], *media["outlets"]]


@cache
def _listed() -> tuple[dict[tuple[str, ...], Outlet], frozenset[tuple[str, ...]]]:
    """Every form of the outlets of the knowledge files, and those forms that may be something else."""
    forms: dict[tuple[str, ...], Outlet] = {}
    ambiguous: set[tuple[str, ...]] = set()
    other = {_form(str(entry["name"])) for entry in _media() if not entry.get("bare", True)}
    publishers = knowledge_file("publishers")
    for entry in _media():
        outlet = Outlet(str(entry["name"]), _state_name(entry.get("state")))
        names = [*([entry["name"]] if entry.get("bare", True) else []), *entry.get("also", [])]
        names += [entry["acronym"]] if "acronym" in entry else []
        for name in map(str, names):
            forms.setdefault(_form(name), outlet)
        ambiguous |= {_form(str(name)) for name in [*entry.get("ambiguous", []), *entry.get("never", [])]}
    for name in map(str, [*publishers["agencies"], *publishers["publishers"]]):
        form = _form(name)
        if len(form) > 1 and form not in forms and form not in other:  # single words mean too much else
            forms[form] = Outlet(name)
            ambiguous |= {form} if form[-1] not in _heads() else set()
    return {form: outlet for form, outlet in forms.items() if form}, frozenset(ambiguous)


class Outlets:
    """The outlets that a brief's articles may name: those of the knowledge files and those that publish its sources."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        listed, self._ambiguous = _listed()
        self._forms = dict(listed)
        for name in sorted({source.publisher for source in sources if source.publisher}):
            if _form(name):
                self._forms.setdefault(_form(name), Outlet(name))

    def named(self, name: str | None) -> Outlet | None:
        """The outlet of a name; None where no name is given."""
        if not name or not _form(name):
            return None
        return self._forms.get(_form(name)) or Outlet(name)

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every place of a text that names an outlet, the longest name at each, in order."""
        words, taken = tokens(text), 0
        for i, word in enumerate(words):
            found = None if word.start() < taken else self._longest(words, i) or _by_its_last_word(words, i)
            if found:
                taken = found.end
                yield found

    def _longest(self, words: list[re.Match[str]], i: int) -> Mention | None:
        first = words[i].group()
        if not (first[:1].isupper() or first[:1].isdigit() or first == "the"):
            return None
        plain = [_POSSESSIVE.sub("", word.group()) for word in words[i : i + _LONGEST_NAME]]
        plain[0] = "the" if plain[0] == "The" else plain[0]
        for number in range(len(plain), 0, -1):
            form = tuple(plain[:number])
            if form in self._forms:
                end = words[i + number - 1].start() + len(plain[number - 1])
                return Mention(self._forms[form], words[i].start(), end, form in self._ambiguous)
        return None


@cache
def _heads() -> frozenset[str]:
    return frozenset(knowledge_file("relays")["heads"])


def _by_its_last_word(words: list[re.Match[str]], i: int) -> Mention | None:
    """An outlet that shows by the last word of its name: "Port Lisse Herald"."""
    last = i
    while last - i < _LONGEST_NAME and last < len(words) and words[last].group()[:1].isupper():
        if last > i and words[i].string[words[last - 1].end() : words[last].start()] != " ":
            break
        last += 1
    last -= 1
    if last <= i or _POSSESSIVE.sub("", words[last].group()) not in _heads():
        return None
    start, end = words[i].start(), words[last].start() + len(_POSSESSIVE.sub("", words[last].group()))
    return Mention(Outlet(words[i].string[start:end].removeprefix("The ")), start, end, ambiguous=False)
