"""The words for actors without names, as descriptions.yml lists them."""

from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file


@cache
def knowledge() -> dict[str, Any]:
    """The words by section."""
    content: dict[str, Any] = knowledge_file("descriptions")
    return content
