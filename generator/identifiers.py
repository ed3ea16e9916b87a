"""Stable, readable identifiers: the addresses of pages and the keys that facts refer to each other by."""

from collections.abc import Container

from slugify import slugify


def slug(text: str, limit: int = 72) -> str:
    """A lower-case ASCII identifier for any text, at most `limit` characters, cut between words.

    Text without a letter or digit that can be written in ASCII becomes "item".
    """
    marked = "&" in text  # only then can there be a character reference to look for
    written = slugify(
        text,
        entities=marked,
        decimal=marked,
        hexadecimal=marked,
        max_length=limit,
        word_boundary=True,
        save_order=True,
        backend="text-unidecode",
    )
    return written or "item"


def unused(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or `wanted-2`, `wanted-3`, ...: the first that is not in `taken`."""
    candidate, number = wanted, 1
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate
