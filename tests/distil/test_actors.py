"""Who and what counts as an actor of an article: states, unnamed groups and unnamed persons."""

from collections.abc import Callable

import pytest

from tests.distil.conftest import Told

Tell = Callable[..., Told]


def names(told: Told) -> set[str]:
    """The names of the article's actors, with their other names; a sentence's capital aside."""
    return {name[0].lower() + name[1:] for actor in told.distillate.actors for name in (actor.name, *actor.aliases)}


@pytest.mark.parametrize(
    "sentence",
    [
        "A dentist of Danish origin won the prize.",
        "The Danish-born man won the prize.",
        "The Danish writer Ana Brandt won the prize.",
        "She spoke on Danish television.",
    ],
)
def test_a_state_that_only_tells_where_something_is_from_is_no_actor(told: Tell, sentence: str) -> None:
    assert "denmark" not in names(told(sentence))


def test_a_state_that_acts_is_one_though_only_its_adjective_names_it(told: Tell) -> None:
    assert "denmark" in names(told("The Danish government arrested two men on Friday."))


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("Feminists discussed a strategy on Friday.", "feminists"),
        ("Voters rejected the plan on Friday. The mayor thanked the voters.", "voters"),
        ("Senior judges arrested him on Friday.", "senior judges"),
        ("Police arrested the hecklers on Friday, and the hecklers criticised the police.", "hecklers"),
    ],
)
def test_an_unnamed_group_that_does_something_is_an_actor(told: Tell, sentence: str, group: str) -> None:
    assert group in names(told(sentence))


def test_one_of_many_who_speaks_is_called_so(told: Tell) -> None:
    assert "one speaker" in names(told('One speaker said that the oil "cured" the cancer.'))


def test_nobody_at_all_is_no_actor(told: Tell) -> None:
    assert "player" not in names(told("Only one player was booked in the match."))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Brandt, who runs a Danish shipping company, won the prize.",
        "Ana Brandt runs a Denmark-based firm and won the prize.",
    ],
)
def test_a_state_that_a_company_is_from_is_no_actor(told: Tell, sentence: str) -> None:
    assert "denmark" not in names(told(sentence))


def test_soldiers_of_a_state_count_though_they_only_stand_there(told: Tell) -> None:
    assert "danish soldiers" in names(told("The attacks on Danish soldiers continue, she said."))


def test_no_soldiers_are_nobody(told: Tell) -> None:
    assert "danish soldiers" not in names(told("There were no Danish soldiers in the port, she said."))


def test_a_part_of_a_state_that_is_sued_is_an_actor(told: Tell) -> None:
    assert "ohio" in names(told("The fishermen sued the state of Ohio on Friday."))


def test_a_part_of_a_state_where_it_happened_is_none(told: Tell) -> None:
    assert "ohio" not in names(told("The fishermen were arrested in Ohio on Friday."))
