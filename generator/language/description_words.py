"""The words for actors without names, as descriptions.yml lists them."""

from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file


@cache
def knowledge() -> dict[str, Any]:
    """The words by section."""
    content: dict[str, Any] = knowledge_file("descriptions")
    return content


@cache
def same_people() -> dict[str, frozenset[str]]:
    """A plural for people, in lower case, to all the words that one story uses for the same people."""
    families: list[list[str]] = knowledge()["same_people"]
    return {word: frozenset(family) for family in families for word in family}
