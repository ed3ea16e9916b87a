"""The words around titles of office, as roles.yml lists them."""

from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file


@cache
def role_words() -> dict[str, frozenset[str]]:
    """The words by section of roles.yml, for the sections that are lists."""
    content: dict[str, Any] = knowledge_file("roles")
    return {section: frozenset(words) for section, words in content.items() if isinstance(words, list)}


@cache
def naming_phrases() -> tuple[tuple[str, ...], ...]:
    """The phrases of several words between a title and a name, as lower-case words, the longest first."""
    phrases = [tuple(phrase.split()) for phrase in role_words()["naming_phrases"]]
    return tuple(sorted(phrases, key=lambda words: (-len(words), words)))
