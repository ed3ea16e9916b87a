"""What is one statement: one speaker on one matter."""

from collections.abc import Callable

import pytest

from tests.language.conftest import Read

type Reader = Callable[..., Read]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Ana Brandt condemned the raid and called on Japan to release the ships.",),
        ("Ana Brandt said that she had disclosed the fire in May.",),
        ('Ana Brandt emphasized the need for calm, saying "We will rebuild it", as quoted by the Daily Herald.',),
        ("Ana Brandt announced a second harbour for the island. She announced this plan in a speech on Monday.",),
        ("Ana Brandt said the law was too late. She went on to say that thousands of ships could have been saved.",),
        ("According to Ana Brandt, Brandt disclosed in May that the cranes were rusty.",),
    ],
)
def test_one_speaker_on_one_matter_is_one_statement(read: Reader, paragraphs: tuple[str, ...]) -> None:
    assert read(*paragraphs).speakers()[0] == "Ana Brandt"
    assert len(read(*paragraphs).acts) == 1


def test_a_quotation_tells_in_full_what_a_sentence_shortly_before_it_reports(read: Reader) -> None:
    island = "The island has two harbours. Ships call there on Sundays. Most of its people fish. Winters are mild."
    told = read(
        "Ana Brandt announced that the old lighthouse on the cliff will be torn down.",
        '"The lighthouse on the cliff is old and will be torn down," Ana Brandt said on television.',
        island,
    )
    assert told.speakers() == ["Ana Brandt"]
    assert len(told.acts[0].spans) == 2


def test_verbs_of_one_sentence_are_told_in_one_piece(read: Reader) -> None:
    told = read("Ana Brandt condemned the raid and called on Japan to release the ships.")
    assert told.statements() == [
        ("Ana Brandt", "Ana Brandt condemned the raid and called on Japan to release the ships")
    ]


def test_what_somebody_is_said_to_have_said_is_the_statement_of_who_says_so(read: Reader) -> None:
    assert read("Ana Brandt said that Martin Keller had denied the fire.").speakers() == ["Ana Brandt"]


def test_a_newspaper_only_relays(read: Reader) -> None:
    assert read("The Daily Herald reported that Ana Brandt had denied the fire.").speakers() == ["Ana Brandt"]


def test_two_matters_are_two_statements(read: Reader) -> None:
    told = read("Ana Brandt said that the harbour would reopen. She also said that taxes on fish would fall.")
    assert told.speakers() == ["Ana Brandt", "Ana Brandt"]


def test_two_quotations_on_one_matter_stay_apart(read: Reader) -> None:
    told = read(
        '"The lighthouse on the cliff is old and will be torn down," Ana Brandt said on Monday.',
        "The island has two harbours.",
        '"The lighthouse on the cliff was old and had to be torn down," Ana Brandt said on Friday.',
    )
    assert told.speakers() == ["Ana Brandt", "Ana Brandt"]


def test_the_own_words_for_what_was_just_told_in_brief_are_one_statement(read: Reader) -> None:
    told = read('Ana Brandt denounced the raid. "There was no need for ships and soldiers," she said.')
    assert told.speakers() == ["Ana Brandt"]
    assert len(told.acts) == 1


def test_own_words_after_a_long_report_are_a_statement_of_their_own(read: Reader) -> None:
    told = read(
        "Ana Brandt said that the harbour would reopen in spring, once the cranes had been repaired, the old customs"
        " house had been sold to the town, and the last of the ships that were held there since the autumn had left."
        ' "There was no need for soldiers," she said.'
    )
    assert told.speakers() == ["Ana Brandt", "Ana Brandt"]
