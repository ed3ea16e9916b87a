"""Whose words they are where no verb beside the quotation tells: labels, colons, spokespeople, "according to"."""

from collections.abc import Callable

import pytest

from tests.language.conftest import Read

type Reader = Callable[..., Read]


def speaker_of(told: Read, words: str) -> str | None:
    """Who says these words."""
    return next((name for name, said in told.statements() if words in said), None)


@pytest.mark.parametrize(
    "introduction",
    [
        "Ana Brandt, the goalkeeper of Ostmark:",
        "Interior Minister Ana Brandt issued a statement:",
        "Ana Brandt opposed Keller's statement:",
    ],
)
def test_who_stands_before_a_colon_says_what_follows(read: Reader, introduction: str) -> None:
    told = read(
        "Martin Keller met the captains on Monday.",
        f'{introduction} "We knew the harbour was very dangerous in a storm. But compliments to my crew."',
    )
    assert speaker_of(told, "We knew the harbour") == "Ana Brandt"
    assert speaker_of(told, "compliments to my crew") == "Ana Brandt"


def test_a_quotation_may_be_the_paragraph_after_its_colon(read: Reader) -> None:
    told = read(
        "Ana Brandt then gave her opening address, turning to Martin Keller and stating:",
        '"You show all the signs of a petty and cruel man, and so I ask you why the port was shut."',
        '"Why do you close the harbour to the sailors? I doubt that you will answer."',
    )
    assert speaker_of(told, "petty and cruel man") == "Ana Brandt"
    assert speaker_of(told, "I doubt") == "Ana Brandt"


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("A spokeswoman for Ana Brandt", "Ana Brandt"),
        ("A reporter for the Harbour Times", "Harbour Times"),
        ("A representative of the Dockers Union", "Dockers Union"),
    ],
)
def test_who_speaks_for_another_lends_a_voice(read: Reader, subject: str, speaker: str) -> None:
    assert read(f"{subject} said that the port would reopen on Monday.").speakers() == [speaker]


def test_the_owner_of_who_speaks_does_not_speak(read: Reader) -> None:
    told = read("Ana Brandt died on Friday after a storm, according to e-mails sent by her family.")
    assert told.speakers() == ["Ana Brandt's family"]


def test_a_participle_behind_a_quotation_belongs_to_who_was_quoted(read: Reader) -> None:
    told = read(
        'Ana Brandt, an aide to Keller, said, "Keller told us not to leave the harbour except in a storm that could '
        'sink it," referring to the Japanese blockade of the port.'
    )
    assert told.speakers() == ["Ana Brandt"]


def test_who_is_challenged_is_not_who_challenges(read: Reader) -> None:
    told = read(
        "Martin Keller met Ana Brandt in the harbour.",
        'When challenged by Brandt on the port, he stated that "in the harbour we do not have that".',
    )
    assert speaker_of(told, "challenged by Brandt on the port") == "Ana Brandt"
    assert speaker_of(told, "we do not have that") == "Martin Keller"


@pytest.mark.parametrize(
    "sentence",
    [
        "The dockers made clear that the port would stay shut.",
        "The dockers have faulted the record of the port in reform.",
        "The dockers officially notified Parliament Monday of their intention to strike.",
        "The dockers extended their gratitude to the port.",
    ],
)
def test_verbs_that_say_something_with_what_they_govern(read: Reader, sentence: str) -> None:
    assert read(sentence).speakers() == ["dockers"]


def test_what_somebody_believes_while_doing_something_is_not_said(read: Reader) -> None:
    assert read("The police arrested Martin Keller on Monday, believing he had burnt the port down.").statements() == []


def test_two_quotations_by_one_source_in_a_sentence_are_one_statement(read: Reader) -> None:
    told = read(
        'According to Ana Brandt, the port was chosen for its "strong and well organised crew" and because of the '
        '"deep and quiet waters of its harbour" in winter.'
    )
    assert told.speakers() == ["Ana Brandt"]


def test_a_quotation_behind_a_colon_is_part_of_what_leads_in_to_it(read: Reader) -> None:
    told = read('Ana Brandt condemned the plan: "The plan for the harbour evokes the worst of times for all sailors."')
    assert told.speakers() == ["Ana Brandt"]
