"""The subjects that a brief's facts are filed under, and the knowledge files that merging reads."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from generator.merge.knowledge import knowledge
from generator.model import Brief, EventType

if TYPE_CHECKING:
    from tests.merge.conftest import Telling

type Begin = Callable[..., "Telling"]
type Merged = Callable[..., Brief]


def test_a_topic_gathers_facts_and_the_actors_in_them(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a")
        .actor("Norland", "state")
        .actor("Sudia", "state")
        .event("Norland expels Sudia's ambassador", "SANCTION", "@expelled@ the ambassador", "Norland", "Sudia")
        .event("Norland holds an election", "OTHER", "the @election@ for parliament", "Norland")
        .question("Will the embassy reopen?", ["Sudia"])
    )
    diplomacy = next(topic for topic in brief.topics if topic.name == "Diplomacy")
    assert diplomacy.events == ["norland-expels-sudia-s-ambassador"]
    assert diplomacy.questions == ["will-the-embassy-reopen"]
    assert diplomacy.actors == ["sudia", "norland"]


def test_a_subject_of_a_single_fact_is_no_topic(telling: Begin, merged: Merged) -> None:
    brief = merged(telling("a").actor("Norland", "state").event("Norland votes", "OTHER", "the @election@", "Norland"))
    assert brief.topics == []


def test_the_newest_article_dates_the_brief_and_statements_are_numbered_by_source(
    telling: Begin, merged: Merged
) -> None:
    brief = merged(
        telling("b", "2031-02-01")
        .actor("Ada Lind", "person")
        .statement("Ada Lind", "It stays.")
        .statement("Ada Lind", "No."),
        telling("a").actor("Lind", "person").statement("Lind", "We shall see."),
    )
    assert brief.generated == date(2031, 2, 1)
    assert [statement.id for statement in brief.statements] == ["a-s1", "b-s1", "b-s2"]


def _scalars(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(inner)
    else:
        yield value


@pytest.mark.parametrize("name", ["identity", "wording", "topics", "answers", "indicators", "agreement_steps"])
def test_no_word_of_a_knowledge_file_is_read_as_something_else(name: str) -> None:
    """YAML reads a bare "no" or "on" as a truth value; in these files such words must be quoted."""
    found = [value for value in _scalars(knowledge(name)) if not isinstance(value, str)]
    assert found == [value for value in found if value is True and name == "wording"]
    lists = [value for key, value in knowledge(name).items() if isinstance(value, list)]
    assert all(isinstance(word, str) for words in lists for word in _scalars(words))


def test_types_in_knowledge_exist() -> None:
    topics = [kind for entry in knowledge("topics").values() for kind in entry.get("types", [])]
    compatible = [kind for group in knowledge("wording")["compatible_types"] for kind in group]
    assert {*topics, *compatible, *knowledge("wording")["type_sorts"]} <= {kind.value for kind in EventType}
    assert set(knowledge("wording")["type_sorts"].values()) <= set(knowledge("wording")["happenings"])
