"""The words around titles of office, as roles.yml lists them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent.parent / "knowledge" / "roles.yml"


@cache
def role_words() -> dict[str, frozenset[str]]:
    """The words by section of roles.yml."""
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {section: frozenset(words) for section, words in content.items()}
