"""Which characters can be printed: what has no glyph is replaced and told, what cannot be seen is left out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

REPLACEMENT = "\N{WHITE SQUARE}"
"""Stands where a character has no glyph in the fonts."""

_SPACE = re.compile(r"[\t\n\x0b\x0c\r\x85\u2028\u2029]+ *")
# Controls; marks that turn the direction of what follows; joiners and selectors without a shape of their own; what
# Unicode keeps for no character at all.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U000e0000-\U000e0fff\ud800-\udfff]"
)
_JOINERS = re.compile("[\u200c\u200d]")
_JOINING = re.compile(r"(?<=[\u0600-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff])[\u200c\u200d](?=\w)")
_MARKS = {"Mn", "Me"}


class Printable:
    """Makes texts printable with the fonts at hand, and counts the characters that they lack.

    `fonts` are the sets of code points that each font has a glyph for.
    """

    def __init__(self, fonts: Sequence[frozenset[int]]) -> None:
        self._fonts = fonts
        self._all = frozenset().union(*fonts)
        self.replaced: Counter[str] = Counter()

    def text(self, text: str) -> str:
        """The text with every character printable."""
        if text.isascii() and text.isprintable():
            return text
        text = unicodedata.normalize("NFC", _UNSEEN.sub("", _SPACE.sub(" ", text)))
        text = self._without_idle_joiners(text)
        if all(ord(character) in self._all for character in set(text)):
            return self._with_its_marks(text)
        return self._with_its_marks("".join(map(self._printable, text)))

    def _without_idle_joiners(self, text: str) -> str:
        """Joiners do their work inside words of some scripts; elsewhere, as in emoji, they are only in the way."""
        if not _JOINERS.search(text):
            return text
        kept = {found.start() for found in _JOINING.finditer(text) if ord(found.group()) in self._all}
        return "".join(c for i, c in enumerate(text) if i in kept or not _JOINERS.match(c))

    def _printable(self, character: str) -> str:
        if ord(character) in self._all:
            return character
        self.replaced[character] += 1
        return "" if unicodedata.category(character) in _MARKS else REPLACEMENT

    def _with_its_marks(self, text: str) -> str:
        """The text without marks that no font has together with the letter they stand on, which fails as a whole."""
        if not any(unicodedata.category(character) in _MARKS for character in set(text)):
            return text
        starts = [i for i, c in enumerate(text) if unicodedata.category(c) not in _MARKS]
        bounds = [*starts, len(text)]
        lone = text[: bounds[0]]
        self.replaced.update(lone)
        return "".join(self._cluster(text[start:end]) for start, end in pairwise(bounds))

    def _cluster(self, cluster: str) -> str:
        if len(cluster) == 1:
            return cluster
        codes = {ord(character) for character in cluster}
        if any(codes <= font for font in self._fonts):
            return cluster
        self.replaced.update(cluster[1:])
        return cluster[0]


def named(replaced: Counter[str]) -> list[str]:
    """The characters that had no glyph, as code points with names, those of lowest code first."""
    return [f"U+{ord(c):04X} {unicodedata.name(c, 'without a name').lower()}" for c in sorted(replaced)]
