"""The words around titles of office, as roles.yml lists them."""

from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file


@cache
def role_words() -> dict[str, frozenset[str]]:
    """The words by section of roles.yml."""
    content: dict[str, Any] = knowledge_file("roles")
    return {section: frozenset(words) for section, words in content.items()}
