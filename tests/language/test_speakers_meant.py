"""Whose words they are, where several people stand near: who is meant by "he", by "who", by a participle."""

from collections.abc import Callable

import pytest

from tests.language.conftest import Read

type Reader = Callable[..., Read]


def words_of(told: Read, speaker: str) -> str:
    """All that somebody says."""
    return " / ".join(words for name, words in told.statements() if name == speaker)


def test_an_according_to_that_opens_the_next_sentence_does_not_name_who_was_quoted(read: Reader) -> None:
    told = read(
        'Martin Keller stated that "the harbour has never been closed to the ships of Japan", drawing laughter. '
        '"The harbour has always been open to you, I know of no other harbour." '
        "According to Ana Brandt, forty ships have been turned away."
    )
    assert "always been open" in words_of(told, "Martin Keller")
    assert "always been open" not in words_of(told, "Ana Brandt")


def test_who_adds_something_is_who_spoke_before(read: Reader) -> None:
    told = read(
        'Martin Keller stated: "Mr Brandt is in Japan for talks on the harbour. He met the captains on Monday."',
        "He also added that Brandt did not like the harbour.",
    )
    assert "did not like the harbour" in words_of(told, "Martin Keller")


def test_he_says_within_what_somebody_says_is_the_same_speaker(read: Reader) -> None:
    told = read(
        "Ivan Brandt opened the harbour on Monday.",
        "Martin Keller, a spokesman for the dockers, suggested that the police should stop using water cannons against "
        "dockers, which he says would calm the port.",
    )
    assert set(told.speakers()) == {"Martin Keller"}


def test_a_participle_goes_on_with_who_spoke_in_the_clause_before_it(read: Reader) -> None:
    told = read(
        "Ana Brandt discussed the matter with Martin Keller, who argued for a new harbour; stating: "
        '"The danger of waiting is greater than that of building."'
    )
    assert "danger of waiting" in words_of(told, "Martin Keller")
    assert "Ana Brandt" not in told.speakers()


def test_who_is_accused_in_what_is_said_does_not_accuse(read: Reader) -> None:
    told = read("Japan insists the Harbour Front is a terrorist organisation, accusing it of an attack in Norway.")
    assert set(told.speakers()) == {"Japan"}


def test_who_says_is_the_person_and_not_the_body_named_before(read: Reader) -> None:
    told = read("Ana Brandt quotes Martin Keller, a botanist with the Harbour Department, who said he was shocked.")
    assert "he was shocked" in words_of(told, "Martin Keller")


@pytest.mark.parametrize(
    "text",
    [
        'Resident Ana Brandt is reported by the Daily Herald saying about the port: "I like the old one better".',
        'Resident Ana Brandt is quoted by the Daily Herald as saying: "I like the old harbour far better".',
    ],
)
def test_who_is_reported_saying_something_says_it(read: Reader, text: str) -> None:
    assert set(read(text).speakers()) == {"Ana Brandt"}


def test_what_a_message_reads_is_not_said_by_whom_its_sentence_names(read: Reader) -> None:
    told = read(
        "Ana Brandt copied the page, leaving out part of a sentence saying Martin Keller was "
        '"a man who has repeatedly sold ships that were not his own".'
    )
    assert "Ana Brandt" not in told.speakers()


def test_who_comments_on_a_statement_has_not_issued_it(read: Reader) -> None:
    told = read(
        "Ivan Brandt released a statement on Monday.",
        "Commenting on the statement, Martin Keller said that the harbour needed it.",
        'The statement said: "The ships will sail on every second Monday of the year."',
    )
    assert "every second Monday" in words_of(told, "Ivan Brandt")
    assert "every second Monday" not in words_of(told, "Martin Keller")


def test_who_holds_a_concert_says_nothing(read: Reader) -> None:
    assert read('Money from the concert held by Ana Brandt was "siphoned off" by dockers.').speakers() == []


def test_reports_of_the_press_are_not_those_of_the_last_study(read: Reader) -> None:
    told = read(
        "A study by the Harbour Institute found that ships leak.",
        "The news comes as media reports of recent weeks have highlighted leaks in the port.",
    )
    assert told.speakers() == ["Harbour Institute"]


def test_a_body_and_a_person_named_without_a_comma_between_are_two(read: Reader) -> None:
    told = read(
        "Ana Brandt joined Amnesty International.", "According to Amnesty International Ana Brandt was arrested."
    )
    assert told.speakers() == ["Amnesty International"]


def test_a_person_behind_the_state_of_an_office_speaks(read: Reader) -> None:
    told = read("According to Norwegian ambassador to Japan Ana Brandt, the harbour is open.")
    assert told.speakers() == ["Ana Brandt"]
