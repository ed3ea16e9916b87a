"""What the name of a file says: by which ending it is read, and what it is called without it."""

from pathlib import Path

from generator.articles.formats import COLLECTIONS
from generator.articles.formats import SUFFIXES as FORMATS

SUFFIXES = (".txt", ".md", *FORMATS, *(suffix for suffix in COLLECTIONS if suffix not in FORMATS))
"""File name endings of articles, in any case."""

_LONGEST_FIRST = sorted(SUFFIXES, key=len, reverse=True)


def suffix_of(path: Path) -> str:
    """The ending by which a file is read, in small letters; "" if it is none of `SUFFIXES`."""
    name = path.name.lower()
    return next((suffix for suffix in _LONGEST_FIRST if name.endswith(suffix) and name != suffix), "")


def stem_of(path: Path) -> str:
    """A file's name without the ending by which it is read, of which `.warc.gz` is one."""
    return path.name[: len(path.name) - len(suffix_of(path))] if suffix_of(path) else path.stem
