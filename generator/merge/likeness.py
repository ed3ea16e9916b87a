"""How alike two texts are, by the shingles they share, and which of many are near one another.

Two texts are compared only where their MinHash signatures fall into one bucket, so that the time stays near linear. The
signatures are seeded: the same texts give the same answer on every machine.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Shingles = frozenset[bytes]

_PERMUTATIONS = 64
_SEED = 1
_CANDIDATE = 0.5
"""Estimated share of all shingles of two texts that both have, from which they are compared in full."""
_COMPARED = 8
"""Texts that one is compared with, at most: those of the likest signatures."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: without case, punctuation and kinds of apostrophes."""
    return _WORD.findall(text.casefold().replace("’", "'"))


def shingles(text: str) -> Shingles:
    """The runs of three words that a text has."""
    words = words_of(text)
    return frozenset([" ".join(run).encode() for run in zip(words, words[1:], words[2:], strict=False)])


def repeated(a: Shingles, b: Shingles) -> float:
    """The share of the shorter text's shingles that the other has, 0 to 1."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


class Neighbours:
    """Texts by number, of which it finds those that one is probably near to."""

    def __init__(self, texts: Iterable[Shingles], candidate: float = _CANDIDATE) -> None:
        """`candidate` is the estimated share of all shingles of two texts that both have, from which they are near."""
        # Loading it takes a second, which `brief --help` and the like should not.
        from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]  # the package has no type hints

        self._signatures: list[Any] = list(MinHash.bulk(texts, num_perm=_PERMUTATIONS, seed=_SEED))
        self._index = MinHashLSH(threshold=candidate, num_perm=_PERMUTATIONS)

    def insert(self, number: int) -> None:
        """Makes a text one that is found from now on."""
        self._index.insert(number, self._signatures[number])

    def near(self, number: int) -> list[int]:
        """The likest of the inserted texts, the likest first; eight at most."""
        signature = self._signatures[number]
        found = self._index.query(signature)
        return sorted(found, key=lambda other: (-signature.jaccard(self._signatures[other]), other))[:_COMPARED]


@dataclass(frozen=True)
class Text:
    """A text by its key and its shingles."""

    key: str
    shingles: Shingles


def originals(texts: Sequence[Text], enough: float) -> dict[str, str]:
    """For every text the key of the earliest one, in the order given, that it nearly repeats; its own where none is.

    Each is compared with originals only. `enough` is the share of the shorter text's shingles that the other repeats.
    """
    distinct: dict[Shingles, Text] = {}
    for text in texts:
        distinct.setdefault(text.shingles, text)
    firsts = list(distinct.values())
    neighbours = Neighbours([text.shingles for text in firsts])
    found: dict[Shingles, str] = {}
    for rank, text in enumerate(firsts):
        near = neighbours.near(rank)
        copied = [other for other in near if repeated(text.shingles, firsts[other].shingles) >= enough]
        if copied:
            found[text.shingles] = firsts[min(copied)].key
        else:
            found[text.shingles] = text.key
            neighbours.insert(rank)
    return {text.key: found[text.shingles] for text in texts}
