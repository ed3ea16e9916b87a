"""How the gazetteer compares words: folding, tokens and plurals of English nouns."""

import re
import unicodedata
from dataclasses import dataclass

# Replaced one character for one, so that offsets into the folded text are offsets into the text.
_FOLDED = {"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"} | dict.fromkeys("\u00a0\u202f\n\t", " ")
_FOLDABLE = re.compile(f"[{''.join(_FOLDED)}]")

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|'s\b"  # the possessive stands alone
    r"|\w+(?:[-&/.'](?!s\b)\w+)*\.?"  # secretary-general, d'affaires, Gen.
    r"|'(?=\s|$)|&"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: how it is written, and its code-point offsets there."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word as phrases are compared by: in lower case."""
        return self.text.lower()


def fold(text: str) -> str:
    """`text` with plain quotes, hyphens and spaces; of the same length, so that offsets stay good."""
    plain = text.isascii() and text.isprintable()
    return text if plain else _FOLDABLE.sub(lambda mark: _FOLDED[mark[0]], text)


def unaccented(text: str) -> str:
    """`text` without accents ("Élysée" becomes "Elysee")."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain.translate(str.maketrans("ıøØłŁ", "ioOlL"))


def tokens(folded: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of folded text between two offsets. A full stop belongs to its word; see `without_stop`."""
    found = _TOKEN.finditer(folded, start, len(folded) if end is None else end)
    return [Token(match.group(), match.start(), match.end()) for match in found]


def without_stop(token: Token) -> Token:
    """The token without a full stop at its end, unless it is an abbreviation made of letters and stops."""
    if token.text.endswith(".") and token.text.count(".") == 1:
        return Token(token.text[:-1], token.start, token.end - 1)
    return token


def phrase_key(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as they are compared: folded, in lower case, without stops."""
    return tuple(without_stop(token).key for token in tokens(fold(phrase)))


def plural(noun: str) -> str:
    """The regular plural of an English noun or noun phrase, whose last word is its head."""
    for singular, many in (("man", "men"), ("child", "children"), ("person", "people"), ("wife", "wives")):
        if noun.endswith(singular):
            return noun[: -len(singular)] + many
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    if re.search(r"(s|x|z|ch|sh)$", noun):
        return noun + "es"
    return noun + "s"
