"""Whom a pronoun means."""

from collections.abc import Callable

import pytest

from generator.language.genders import by_given_name
from tests.language.conftest import Read

type Reader = Callable[..., Read]


@pytest.mark.parametrize(
    ("name", "woman"),
    [
        ("Maria Tellmann", True),
        ("Željka Tellmann", True),
        ("Nguyen Thuy Binh", True),
        ("Pak Yong-ho", False),
        ("Jean-Luc Tellmann", False),
        ("Łukasz Tellmann", False),
        ("Kim Tellmann", None),
        ("Tellmann", None),
        ("", None),
    ],
)
def test_a_given_name_tells_women_from_men_where_it_is_not_both(name: str, woman: bool | None) -> None:
    assert by_given_name(name) is woman


def test_he_and_she_go_by_given_names(read: Reader) -> None:
    told = read("Maria Tellmann met Robert Keller in Tokyo. She thanked him.")
    assert told.meaning("She") == ["Maria Tellmann"]
    assert told.meaning("him") == ["Robert Keller"]


def test_a_title_outweighs_the_given_name(read: Reader) -> None:
    told = read("Queen Robert Keller met Daniel Tellmann in Tokyo. She thanked the crowd.")
    assert told.meaning("She") == ["Robert Keller"]


def test_the_subject_of_the_main_clause_is_meant_first(read: Reader) -> None:
    assert read("Robert Keller met Daniel Tellmann. He praised the talks.").meaning("He") == ["Robert Keller"]


def test_whoever_says_that_he_does_something_means_himself(read: Reader) -> None:
    told = read("Daniel Tellmann left Tokyo. Robert Keller said that he would follow.")
    assert told.meaning("he") == ["Robert Keller"]


def test_nobody_is_both_subject_and_object(read: Reader) -> None:
    told = read("Daniel Tellmann arrived in Tokyo. Robert Keller welcomed him.")
    assert told.meaning("him") == ["Daniel Tellmann"]


def test_whom_somebody_speaks_to_is_not_the_one_who_says_it(read: Reader) -> None:
    told = read("Robert Keller resigned. Speaking to Daniel Tellmann, he said the harbour was lost.")
    assert told.meaning("he") == ["Robert Keller"]


def test_he_in_a_quotation_is_not_the_speaker(read: Reader) -> None:
    told = read('Daniel Tellmann resigned. "I warned that he would leave," said Robert Keller.')
    assert told.meaning("he") == ["Daniel Tellmann"]


def test_himself_is_the_name_before_it_or_the_subject(read: Reader) -> None:
    told = read("Robert Keller met Daniel Tellmann himself. Robert Keller blamed himself.")
    assert told.meaning("himself", 1) == ["Daniel Tellmann"]
    assert told.meaning("himself", 2) == ["Robert Keller"]


def test_they_are_those_named_together(read: Reader) -> None:
    told = read("Robert Keller and Maria Tellmann met in Tokyo. They signed a treaty.")
    assert set(told.meaning("They")) == {"Robert Keller", "Maria Tellmann"}


def test_they_are_a_group_rather_than_a_state(read: Reader) -> None:
    assert read("Protesters marched in Japan. They demanded a vote.").meaning("They") == ["protesters"]


def test_its_is_the_state_or_body_that_acts(read: Reader) -> None:
    assert read("Japan recalled its ambassador on Monday.").meaning("its") == ["Japan"]


@pytest.mark.parametrize(
    "text",
    [
        "Japan sent ships. It is possible that the harbour will close.",
        "Japan sent ships. The storm sank the largest vessel because it was old.",
    ],
)
def test_it_is_no_actor_where_it_stands_for_a_clause_or_a_thing(read: Reader, text: str) -> None:
    told = read(text)
    assert told.meaning("It" if " It " in text else "it") == []


def test_both_are_the_two_named_together(read: Reader) -> None:
    told = read("The police arrested Robert Keller and Daniel Tellmann. Both were released in Tokyo.")
    assert told.meaning("Both") == ["Robert Keller", "Daniel Tellmann"]


def test_they_are_both_sides_of_a_meeting(read: Reader) -> None:
    told = read("Maria Tellmann met Robert Keller in Tokyo. They agreed to open the harbour.")
    assert told.meaning("They") == ["Maria Tellmann", "Robert Keller"]


def test_others_are_members_of_the_people_told_of(read: Reader) -> None:
    told = read("Some protesters threw stones, but others shielded themselves with umbrellas.")
    assert told.meaning("others") == ["protesters"]


def test_it_as_an_object_is_the_thing_told_of(read: Reader) -> None:
    assert read("The Japanese parliament passed the bill. Robert Keller vetoed it.").meaning("it") == []


def test_them_is_not_who_speaks(read: Reader) -> None:
    told = read("The police arrested protesters in Tokyo, calling them criminals.")
    assert told.meaning("them") == ["protesters"]


def test_their_government_is_that_of_the_country_of_the_article(read: Reader) -> None:
    told = read("Protesters marched through Japan. Their government had proposed a law.")
    assert told.meaning("government") == ["Japan"]


@pytest.mark.parametrize(
    ("text", "noun", "whom"),
    [
        (
            "President Robert Keller met Vice President Maria Tellmann. The president spoke.",
            "president",
            "Robert Keller",
        ),
        ("President Robert Keller of Japan rose. The vice president sat.", "president", None),
        ("Japan's Foreign Minister Robert Keller left. The foreign minister of France stayed.", "minister", None),
    ],
)
def test_an_office_is_not_another_one(read: Reader, text: str, noun: str, whom: str | None) -> None:
    assert read(text).meaning(noun) == ([whom] if whom else [])


def test_who_speaks_for_others_does_not_say_it_of_himself(read: Reader) -> None:
    told = read("Daniel Tellmann remains at large. The government spokesman Robert Keller said he had fled to Japan.")
    assert told.meaning("he") == ["Daniel Tellmann"]


@pytest.mark.parametrize(
    ("text", "pronoun", "whom"),
    [
        ('"We (the European Commission) were late," said Robert Keller.', "We", "European Commission"),
        ('"They [Japan] were late," said Robert Keller.', "They", "Japan"),
    ],
)
def test_brackets_tell_whom_a_pronoun_means(read: Reader, text: str, pronoun: str, whom: str) -> None:
    assert read(text).meaning(pronoun) == [whom]


def test_they_are_things_rather_than_a_body_named_in_passing(read: Reader) -> None:
    told = read("The letters appeared in a report of the European Commission. They had been kept secret.")
    assert told.meaning("They") == []


def test_their_belongs_to_the_people_who_do_it(read: Reader) -> None:
    told = read("Japan closed its border. On Monday two bakeries opened their doors.")
    assert told.meaning("their") == []


def test_they_are_people_counted_rather_than_a_state_named_in_passing(read: Reader) -> None:
    told = read("Hundreds protested in Japan. They clashed with security guards.")
    assert told.meaning("They") == []


def test_them_are_two_named_together_rather_than_who_acts_on_them(read: Reader) -> None:
    told = read("Robert Keller and Maria Lindt met. Peter Hansen will push them.")
    assert sorted(told.meaning("them")) == ["Maria Lindt", "Robert Keller"]


def test_they_in_a_quotation_are_no_body_told_of_around_it(read: Reader) -> None:
    told = read('The European Commission was silent. "They never kill a minister," said Robert Keller.')
    assert told.meaning("They") == []


def test_he_in_a_quotation_is_not_who_did_a_thing_and_then_says_it(read: Reader) -> None:
    told = read('Robert Keller began the petition, and stated: "He will be arrested."')
    assert told.meaning("He") == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Prime Minister Robert Keller resigned. The transport minister stayed.", []),
        ("Prime Minister Robert Keller resigned. The minister smiled.", ["Robert Keller"]),
    ],
)
def test_a_minister_of_another_field_is_somebody_else(read: Reader, text: str, whom: list[str]) -> None:
    assert read(text).meaning("minister") == whom


def test_he_in_a_quotation_that_a_verb_introduces_is_not_the_speaker(read: Reader) -> None:
    told = read('Daniel Tellmann resigned. Robert Keller said: "It is over. He lost the vote."')
    assert told.meaning("He") == ["Daniel Tellmann"]


def test_he_may_mean_somebody_without_a_name(read: Reader) -> None:
    told = read("Robert Keller visited Tokyo. Later there was a survivor in the ruins. He was taken to hospital.")
    assert told.meaning("He") == []


def test_it_stands_for_no_body_where_a_clause_follows(read: Reader) -> None:
    told = read("The Kestrel Foundation built the bridge. It is known that the bridge fell in May.")
    assert told.meaning("It") == []


def test_the_country_of_a_person_is_that_of_the_office(read: Reader) -> None:
    told = read("Norwegian president Robert Keller visited Japan. He denied claims that his country helped Peru.")
    assert told.meaning("country") == ["Norway"]


def test_aid_of_a_state_goes_to_another_country(read: Reader) -> None:
    told = read("The pledge to Peru was an increase in annual U.S. arms aid to that country.")
    assert told.meaning("country") == ["Peru"]


def test_an_office_that_somebody_gets_is_not_who_held_it(read: Reader) -> None:
    told = read(
        "Prime minister Robert Keller resigned. The council announced Maria Tellmann as the new prime minister."
    )
    assert told.meaning("minister") == []


def test_a_head_that_is_hurt_is_no_leader(read: Reader) -> None:
    told = read("President Robert Keller spoke in Tokyo. A guard was shot in the head.")
    assert told.meaning("head") == []
