"""The word lists that tell how certain a happening is."""

from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file
from generator.model import Status


@cache
def knowledge() -> dict[str, Any]:
    """The knowledge file, read once."""
    content: dict[str, Any] = knowledge_file("factuality")
    return content


@cache
def words(part: str) -> frozenset[str]:
    """The words of one list of the knowledge file."""
    return frozenset(knowledge()[part])


@cache
def statuses(part: str) -> dict[str, Status]:
    """Lemma to the status that it gives its complement, for one part of the knowledge file."""
    return {lemma: Status(status) for status, lemmas in knowledge()[part].items() for lemma in lemmas}
