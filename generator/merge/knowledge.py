"""The knowledge files that merging reads, each read once."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent.parent / "knowledge"


@cache
def knowledge(name: str) -> dict[str, Any]:
    """The content of `generator/knowledge/<name>.yml`."""
    content: dict[str, Any] = yaml.load((_FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return content


@cache
def word_set(name: str, part: str) -> frozenset[str]:
    """A list of words of a knowledge file as a set."""
    return frozenset(knowledge(name)[part])
