"""What texts are about, by the stems of their words: which sort of happening they name, and what else they share."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import log

import Stemmer  # type: ignore[import-not-found]  # the package has no type hints

from generator.merge.knowledge import knowledge, word_set
from generator.merge.names import Words, words

_STEMMER = Stemmer.Stemmer("english")
_SHORTEST = 3
"""Letters of the shortest word that says anything."""


@cache
def stem(word: str) -> str:
    """The stem of one lower-case English word."""
    return str(_STEMMER.stemWord(word))


@cache
def stems(text: str) -> Words:
    """The stems of all words of a text, in order."""
    return tuple(stem(word) for word in words(text))


@cache
def _empty() -> frozenset[str]:
    return frozenset(stem(word) for word in word_set("wording", "empty"))


def is_empty(found: str) -> bool:
    """Whether a stem says nothing of what a text is about."""
    return len(found) < _SHORTEST or found in _empty()


@cache
def content(text: str) -> frozenset[str]:
    """The stems of the words that carry a text's meaning, numbers included."""
    return frozenset(s for s in stems(text) if not is_empty(s))


@dataclass(frozen=True)
class _Happenings:
    """Words and phrases, as stems, and the sorts of happening that they name."""

    single: dict[str, frozenset[str]]
    phrases: dict[str, list[tuple[Words, str]]]
    """By first stem."""
    once: frozenset[str]
    befalls_once: frozenset[str]
    mutual: frozenset[str]
    of_a_person: frozenset[str]
    of_a_place: frozenset[str]


@cache
def _happenings() -> _Happenings:
    single: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[Words, str]]] = {}
    sorts = knowledge("wording")["happenings"]
    for sort, entry in sorts.items():
        for form in entry["words"]:
            parts = stems(str(form))
            if len(parts) == 1:
                single.setdefault(parts[0], set()).add(sort)
            else:
                phrases.setdefault(parts[0], []).append((parts, sort))
    marked = {
        mark: frozenset(sort for sort, entry in sorts.items() if entry.get(mark))
        for mark in ("once", "befalls_once", "mutual", "of_a_person", "of_a_place")
    }
    return _Happenings({form: frozenset(found) for form, found in single.items()}, phrases, **marked)


@cache
def sorts_in_order(text: str) -> tuple[frozenset[str], ...]:
    """For every place of a text that names a happening, the sorts it may be ("visit", "sign", ...), in order.

    A phrase counts before its single words.
    """
    known, parts, found = _happenings(), stems(text), list[frozenset[str]]()
    i = 0
    while i < len(parts):
        fitting = [(p, sort) for p, sort in known.phrases.get(parts[i], []) if parts[i : i + len(p)] == p]
        longest = max((len(p) for p, _ in fitting), default=1)
        here = frozenset(sort for p, sort in fitting if len(p) == longest) or known.single.get(parts[i], frozenset())
        if here:
            found.append(here)
        i += longest
    return tuple(found)


def is_known(sort: str) -> bool:
    """Whether a sort is one of the knowledge files, not made up for a word that they do not have."""
    return sort in knowledge("wording")["happenings"]


@cache
def sorts_named(text: str) -> frozenset[str]:
    """The sorts of happening that a text names."""
    return frozenset(sort for here in sorts_in_order(text) for sort in here)


@cache
def sort_of_type(kind: str) -> frozenset[str]:
    """The sort of happening that every event of a type is, whatever the verb: troops sent to help are aid."""
    sort = knowledge("wording")["type_sorts"].get(kind)
    return frozenset({sort} if sort else ())


def happens_once(sorts: Iterable[str]) -> bool:
    """Whether the same people do one of these not twice in the same days, such as a visit."""
    return any(sort in _happenings().once for sort in sorts)


def befalls_once(sorts: Iterable[str]) -> bool:
    """Whether one of these befalls one thing only once in a while, such as the passing of a bill."""
    return any(sort in _happenings().befalls_once for sort in sorts)


def befalls_a_person(sorts: Iterable[str]) -> bool:
    """Whether one of these befalls one person only once in a while, such as an arrest."""
    return any(sort in _happenings().of_a_person for sort in sorts)


def befalls_a_place(sorts: Iterable[str]) -> bool:
    """Whether one of these befalls one place only once in a while, such as an earthquake."""
    return any(sort in _happenings().of_a_place for sort in sorts)


@cache
def _stages() -> dict[str, str]:
    return {stem(word): f"stage:{stage}" for stage, listed in knowledge("wording")["stages"].items() for word in listed}


def stage_of(found: str) -> str | None:
    """The sort of a stem that says only at which stage a thing is: "began", "opened"; None for other stems."""
    return _stages().get(found)


def is_stage(sort: str) -> bool:
    """Whether a sort is no happening of its own but the beginning or end of a thing."""
    return sort.startswith("stage:")


def sorts_of_type(sorts: frozenset[str], kind: str) -> frozenset[str]:
    """The sorts that words stand for in an event of a type: the strike of a PROTEST is no attack."""
    meant: dict[str, str] = knowledge("wording")["sorts_by_type"].get(kind, {})
    return frozenset(meant.get(sort, sort) for sort in sorts)


def is_mutual(sorts: Iterable[str]) -> bool:
    """Whether each side does one of these to the other, so that either may be told as the one who acts: a hug."""
    return any(sort in _happenings().mutual for sort in sorts)


@cache
def _anniversary() -> frozenset[str]:
    return frozenset(stem(word) for word in word_set("wording", "anniversary"))


def is_anniversary(text: str) -> bool:
    """Whether a text tells of the day that recalls a happening, not of the happening."""
    return any(s in _anniversary() for s in stems(text))


@cache
def agreement_words() -> frozenset[str]:
    """Stems of the words that any agreement may be called by."""
    return frozenset(stem(word) for word in word_set("wording", "agreement_words"))


class Weights:
    """How much each stem says: the fewer reports use it, the more."""

    def __init__(self, contents: Iterable[frozenset[str]]) -> None:
        counted = list(contents)
        self._count = len(counted)
        self._uses = Counter(s for found in counted for s in found)

    def of(self, found: Iterable[str]) -> float:
        """The weight of some stems together."""
        return sum(log(1 + self._count / max(self._uses[s], 1)) for s in found)

    def rarest(self, found: Iterable[str], number: int) -> list[str]:
        """The stems used least, at most `number`."""
        return sorted(found, key=lambda s: (self._uses[s], s))[:number]

    def similarity(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weight of what two contents share, as a share of the lighter one; 0 to 1."""
        lighter = min(self.of(sorted(a)), self.of(sorted(b)))
        return self.of(sorted(a & b)) / lighter if lighter else 0.0

    def common(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weight of what two contents share, as a share of everything in either; 0 to 1."""
        everything = self.of(sorted(a | b))
        return self.of(sorted(a & b)) / everything if everything else 0.0
