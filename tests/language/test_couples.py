"""Persons and groups that a story speaks of in other words: a couple, a family, people by a second noun."""

from collections.abc import Callable

from tests.language.conftest import Read

Reader = Callable[..., Read]

COUPLE = "Erik Brandt, 42, and his wife Mira Brandt, 36, from Norburg, are on trial in Norland."


def test_the_couple_and_the_parents_are_the_two(read: Reader) -> None:
    story = read(f"{COUPLE} The couple denied the charge. The parents were told to send the child to a doctor.")
    assert story.meaning("couple") == ["Erik Brandt", "Mira Brandt"]
    assert story.meaning("parents") == ["Erik Brandt", "Mira Brandt"]


def test_parents_of_others_are_not_the_couple(read: Reader) -> None:
    story = read(f"{COUPLE} The parents of the victims protested outside the court.")
    assert "Erik Brandt" not in story.meaning("parents")


def test_a_surname_in_the_plural_means_those_who_bear_it(read: Reader) -> None:
    story = read(f"{COUPLE} On Monday the Brandts shunned all treatment.")
    assert story.meaning("Brandts") == ["Erik Brandt", "Mira Brandt"]


def test_somebodys_family_is_a_group_called_after_the_person(read: Reader) -> None:
    story = read("Mira Corvin fell ill in Norburg. Her family said the singer was at home.")
    assert story.meaning("family") == ["Mira Corvin's family"]


def test_a_trade_without_a_name_is_a_person_who_speaks(read: Reader) -> None:
    story = read("Mira Corvin fell ill in Norburg. Her publicist denied the report.")
    assert [e.kind for e in story.document.entities if e.name == "publicist"] == ["person"]


def test_demonstrators_are_the_protesters_told_of_before(read: Reader) -> None:
    story = read("Over 700 protesters marched to the port on Friday. The police drove the demonstrators away.")
    assert story.meaning("demonstrators") == ["protesters"]


def test_they_who_were_found_are_those_saved_not_who_saved_them(read: Reader) -> None:
    story = read(
        "On Friday, fishermen rescued over 700 asylum seekers whose boat sank, and the navy saved 200 more after they"
        " were found swimming along the coast."
    )
    assert story.meaning("they") == ["asylum seekers"]


def test_a_verb_taken_for_a_noun_is_no_part_of_a_groups_name(read: Reader) -> None:
    story = read("Norland has changed the routes by which people-smugglers transport migrants.")
    assert story.meaning("migrants") == ["migrants"]
    story = read("The stampede began when luggage from a bus tripped pilgrims at the wall.")
    assert story.meaning("pilgrims") == ["pilgrims"]


def test_a_branch_of_a_body_is_the_body(read: Reader) -> None:
    story = read("The Norlandish garrison of the Harbour Legion returned with a stall on Monday.")
    assert story.meaning("garrison") == ["Harbour Legion"]


def test_governments_are_their_states_or_a_group(read: Reader) -> None:
    story = read("The governments of Norway and Japan signed a treaty on Monday.")
    assert story.meaning("governments") == ["Norway", "Japan"]
    story = read("Norway spoke. Ana Brandt urged the governments of the region to work together.")
    assert story.meaning("governments") == ["governments of the region"]
