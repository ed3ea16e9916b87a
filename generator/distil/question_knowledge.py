"""The words by which a text leaves something open, and those by which questions are worded."""

from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file
from generator.language.attribution import knowledge as speech_words


@cache
def persons() -> frozenset[str]:
    """Lemmas of the nouns for human beings."""
    classes: dict[str, list[str]] = knowledge_file("classes")
    return frozenset(classes["person"])


@cache
def documents() -> frozenset[str]:
    """Lemmas of the nouns for what words are given out in: statements, letters, speeches."""
    return frozenset(speech_words()["documents"])


@cache
def knowledge() -> dict[str, Any]:
    """Both files of knowledge in one: lists as sets of lemmas, tables as they are."""
    content: dict[str, Any] = {**knowledge_file("questions"), **knowledge_file("question_wording")}
    return {key: value if isinstance(value, dict) else frozenset(value) for key, value in content.items()}
