"""The knowledge files hold what they seem to: words, whatever YAML takes "on" and "no" for, and each list once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

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


def keys_told_twice(node: yaml.Node | None) -> Iterator[str]:
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        yield from {key for key in keys if keys.count(key) > 1}
        for _, value in node.value:
            yield from keys_told_twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from keys_told_twice(value)


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.yml")), ids=lambda path: path.stem)
def test_no_list_replaces_another_of_its_name(path: Path) -> None:
    assert list(keys_told_twice(yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))) == []
