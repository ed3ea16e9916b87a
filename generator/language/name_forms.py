"""Forms of one name: how they are compared, and whether a short one belongs to a longer one."""

import re
import unicodedata
from functools import lru_cache

from generator.language.name_kinds import NamePiece
from generator.language.parse import Doc

_LETTERS = re.compile(r" \([A-Z][A-Za-z]*\)(?= )")


@lru_cache(maxsize=16_384)
def fold(name: str) -> str:
    """A name for comparing: case, accents, "the", hyphens and apostrophes aside."""
    text = unicodedata.normalize("NFKD", name.replace("’", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    text = re.sub(r"'s\b|'", "", text)
    words = re.findall(r"[^\W_]+", text)
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def is_lasting(alias: str) -> bool:
    """Whether a form of a name means the same everywhere in an article: one of several words, or an acronym."""
    return " " in alias or (alias.isupper() and len(alias) > 1)


def surface(doc: Doc, piece: NamePiece) -> str:
    """A name as the text writes it, without letters in brackets in its middle ("United Nations (UN) Council")."""
    return _LETTERS.sub("", doc.span(piece.start, piece.end).text).removesuffix("'s").strip()


def is_part(words: list[str], parts: list[str]) -> bool:
    """Whether a short name's words are the last, or the first, or the outer words of a full name, or open it and stand
    in it in the same order ("Ana Brandt" of "Ana Maria Brandt Quintana")."""
    if parts[-len(words) :] == words or parts[: len(words)] == words or is_first_surname(words, parts):
        return True
    if len(words) < 2 or words[0] != parts[0]:
        return False
    rest = iter(parts)
    return words[-1] == parts[-1] or all(word in rest for word in words)


def is_first_surname(words: list[str], parts: list[str]) -> bool:
    """Whether a word is the first of two surnames, by which their bearer goes: "Marrero", "Elena Marrero Quintana"."""
    return len(words) == 1 and len(parts) > 2 and len(words[0]) > 3 and words[0] in parts[1:-1]


def spelled_alike(words: list[str], parts: list[str]) -> bool:
    """Whether two full names are one with a letter spelled otherwise: "Alexei Brandt", "Alexey Brandt"."""
    if len(words) != len(parts) or len(words) < 2 or words == parts:
        return False
    unlike = [(a, b) for a, b in zip(words, parts, strict=True) if a != b]
    return len(unlike) == 1 and _one_letter_apart(*unlike[0])


def _one_letter_apart(a: str, b: str) -> bool:
    """Whether one letter is another, or one too many, in words of five letters or more; a last "a" is a woman's."""
    short, long = sorted((a, b), key=len)
    if len(short) < 5 or a[0] != b[0] or len(long) - len(short) > 1 or (long != short and long == short + "a"):
        return False
    same = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def misspelt(word: str, surname: str) -> bool:
    """Whether a word is a surname with one letter other, too many, left out or swapped; two in a surname of eight."""
    if min(len(word), len(surname)) < 5 or word[0] != surname[0] or word == surname:
        return False
    if sorted(word) == sorted(surname):
        return sum(a != b for a, b in zip(word, surname, strict=True)) == 2
    return _slips(word, surname, 2 if min(len(word), len(surname)) > 7 else 1)


def _slips(a: str, b: str, most: int) -> bool:
    """Whether one word becomes the other with at most so many letters changed, added or left out."""
    if a == b:
        return True
    if most == 0 or abs(len(a) - len(b)) > most:
        return False
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    a, b = a[same:], b[same:]
    return _slips(a[1:], b[1:], most - 1) or _slips(a[1:], b, most - 1) or _slips(a, b[1:], most - 1)
