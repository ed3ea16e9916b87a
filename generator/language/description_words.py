"""The words for actors without names, as descriptions.yml lists them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent.parent / "knowledge" / "descriptions.yml"


@cache
def knowledge() -> dict[str, Any]:
    """The words by section."""
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content
