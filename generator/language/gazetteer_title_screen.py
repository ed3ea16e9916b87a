"""Tells from its words alone that a phrase is no title of office, before anybody reads it closely."""

from collections.abc import Iterable
from functools import lru_cache

from generator.language.gazetteer_title_words import TitleWords
from generator.language.gazetteer_words import fold, tokens

_WORDS_KEPT = 1 << 16
"""Words of which it is remembered where in a title they may stand."""
_AFTER_HEADS = {"elect", "designate", "emeritus"}


class TitleScreen:
    """Names are looked for in every window of words, and nearly all windows are no titles: most begin or end with a
    word that no title does, or hold no word that is a title."""

    def __init__(self, words: TitleWords, names: Iterable[str]) -> None:
        """`names` are the forms of known actors, which may stand in a title as those whose title it is."""
        self._last_words = words.last_words
        self._first = set(words.vocabulary) | {word for phrase in words.determiners for word in phrase}
        self._last = set(words.vocabulary) | _AFTER_HEADS
        for name in names:
            self._first.add(_first(name))
            self._last.add(_last(name))
        self._places = lru_cache(maxsize=_WORDS_KEPT)(self._read)

    def excludes(self, phrase: str) -> bool:
        """Whether the whole phrase is certainly no title."""
        words = phrase.split()
        if not words or not self.may_begin(words[0]) or not self.may_end(words[-1]):
            return True
        return not any(self.may_head(word) for word in words)

    def may_begin(self, word: str) -> bool:
        """Whether a title may begin with a word, which holds no blank and stands between blanks."""
        return self._places(word)[0]

    def may_end(self, word: str) -> bool:
        """Whether a title may end with such a word."""
        return self._places(word)[1]

    def may_head(self, word: str) -> bool:
        """Whether the head of a title may end with such a word."""
        return self._places(word)[2]

    def _read(self, word: str) -> tuple[bool, bool, bool]:
        """Whether a title may begin with a word, end with it, and have a head that ends with it."""
        folded = fold(word)
        first, last = _first(folded), _last(folded)
        parts = {part for token in tokens(folded) for part in (token.text, *_split(token.text))}
        return (
            not first.islower() or first in self._first or not set(_split(first)).isdisjoint(self._first),
            not (last.isalpha() and last.islower()) or last in self._last,
            any(part in self._last_words or part.lower() in self._last_words for part in parts),
        )


def _first(folded: str) -> str:
    """The first word of folded text."""
    return next((token.text.removesuffix(".") for token in tokens(folded)), "")


def _last(folded: str) -> str:
    """The last word of folded text."""
    found = tokens(folded)
    return found[-1].text.removesuffix(".") if found else ""


def _split(word: str) -> list[str]:
    """A word without its full stop, and the two that a first hyphen parts ("ex-president")."""
    whole = word.removesuffix(".")
    return [whole, *whole.split("-", 1)]
