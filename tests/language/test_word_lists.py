"""Lists of words in the knowledge files hold words, whatever YAML takes "on", "off", "yes" and "no" for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.knowledge_files import FOLDER, knowledge_file


def lists(value: object) -> Iterator[list[object]]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from lists(inner)
    elif isinstance(value, list):
        yield value
        for inner in value:
            yield from lists(inner)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_no_word_of_a_list_is_a_truth(path: Path) -> None:
    assert not [entry for entry in lists(knowledge_file(path.stem)) if any(isinstance(word, bool) for word in entry)]


def test_words_that_yaml_takes_for_truths_stay_words() -> None:
    assert "on" in knowledge_file("past_tense")["prepositions"]
    assert "no" in knowledge_file("event_titles")["quantifiers"]
