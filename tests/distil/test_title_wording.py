"""A title is understood alone: it names what is done to whom, in words that its sentence vouches for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


def assert_told(told: Tell, sentence: str, title: str) -> None:
    """That one of the titles of an article of a sentence is this one."""
    titles = told(sentence).titles
    assert title in titles, titles


def assert_not_told(told: Tell, sentence: str, words: str) -> None:
    """That no title of an article of a sentence holds these words."""
    titles = told(sentence).titles
    assert not any(words in title for title in titles), titles


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Two sailors lost their lives in Tarsk on Sunday.", "Two sailors lose their lives in Tarsk"),
        (
            "Norland defeated Sudia 30-0 on Sunday to record their first victory.",
            "Norland defeats Sudia 30-0 to record their first victory",
        ),
        ("Anna Berg thanked Carl Dahl for his support on Sunday.", "Anna Berg thanks Carl Dahl for his support"),
    ],
)
def test_a_possessive_that_the_title_itself_explains_stays(told: Tell, sentence: str, title: str) -> None:
    titles = told(sentence).titles
    assert any(one in title for one in titles), titles


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "Anna Berg condemned and rejected the decisions of the court on Sunday.",
            "Anna Berg condemns the decisions of the court",
        ),
        (
            "The minister attacked what Norland called errors of policy.",
            "The minister attacks what Norland called errors of policy",
        ),
        (
            "The explosion caused significant destruction on Sunday, and the port was shut.",
            "The explosion causes significant destruction",
        ),
        (
            "Four aftershocks hit the port on Sunday.",
            "Four aftershocks hit the port",
        ),
    ],
)
def test_a_title_says_what_its_verb_acts_on(told: Tell, sentence: str, title: str) -> None:
    assert_told(told, sentence, title)


def test_words_before_their_verb_of_speech_stand_in_its_title(told: Tell) -> None:
    titles = told("Anna Berg, the acting prime minister, has resigned, the Supreme Council announced.").titles
    assert not any(title.endswith("announces") for title in titles), titles


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "Anna Berg received fifteen years and had all the houses of the company confiscated.",
            "All the houses of the company are confiscated",
        ),
        (
            "A witness reported four girls being taken into a hut and raped at gunpoint by soldiers of Sudia.",
            "Four girls are raped at gunpoint by soldiers of Sudia",
        ),
    ],
)
def test_what_is_done_to_its_subject_is_told_so(told: Tell, sentence: str, title: str) -> None:
    assert_told(told, sentence, title)


def test_the_second_part_of_a_headline_has_its_own_subject(told: Tell) -> None:
    titles = told(
        "It was a sad day.", headline="Dozens killed in plane crash in Sudia, transport minister fired"
    ).titles
    assert not any("Dozens" in title and "fired" in title for title in titles), titles


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Troops of Sudia, instead of attacking the rebels, withdrew from Tarsk on Sunday.", "attack"),
        ("As revealed at the trial, the Dahls had kept their children indoors.", "reveal"),
    ],
)
def test_what_was_not_done_has_no_title(told: Tell, sentence: str, words: str) -> None:
    assert_not_told(told, sentence, words)


def test_what_is_kept_from_happening_is_told_of_its_own_subject(told: Tell) -> None:
    titles = told("The government of Norland acted to prevent the rebels from attacking the port.").titles
    assert not any("Norland attacks" in title for title in titles), titles


def test_an_exception_belongs_to_what_it_limits(told: Tell) -> None:
    assert_told(
        told,
        "Carl Dahl was jailed in Tarsk for torturing all but the youngest of the children.",
        "Carl Dahl tortures all but the youngest of the children",
    )


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            'After the vote, Anna Berg said, "Thank you for celebrating diversity in Norland." She wept.',
            "Anna Berg says: “Thank you for celebrating diversity in Norland.”",
        ),
        (
            'Anna Berg called on Sudia "to continue the discussions with us and to show restraint".',
            "Anna Berg calls on Sudia “to continue the discussions with us and to show restraint”",
        ),
    ],
)
def test_words_of_a_speaker_stand_in_quotation_marks(told: Tell, sentence: str, title: str) -> None:
    assert_told(told, sentence, title)


def test_what_somebody_calls_it_is_what_she_speaks_of(told: Tell) -> None:
    assert_not_told(
        told,
        'In what the growers association calls "an attack on national dignity", Norland questioned the coffee.',
        "association calls an attack",
    )


def test_a_letter_says_what_it_asks_and_not_its_reader(told: Tell) -> None:
    titles = told("The federal agency issued a Notice to Airmen prohibiting flight operations over Sudia.").titles
    assert any(title.startswith("A Notice prohibits flight operations") for title in titles), titles


def test_a_noun_s_title_leaves_out_when_it_was(told: Tell) -> None:
    titles = told("Anna Berg spoke after a three-day visit to Sudia late on Wednesday.").titles
    assert not any("Wednesday" in title for title in titles), titles


def test_a_list_cut_to_its_first_takes_a_singular_verb(told: Tell) -> None:
    titles = told(
        "Violence, stuffing of ballot boxes in several towns and a shortage of voting slips marred the vote in Norland."
    ).titles
    assert not any(title.startswith("Violence mar ") for title in titles), titles


def test_quoted_words_in_the_middle_of_a_sentence_are_no_title_of_their_own(told: Tell) -> None:
    titles = told(
        'Anna Berg went on to say she would not fine them because they had "accepted the blame at an early stage".'
    ).titles
    assert not any("says: “accepted" in title for title in titles), titles


def test_members_of_a_body_are_not_the_body(told: Tell) -> None:
    titles = told(
        "Carl Dahl said that about 25 staff members of the Tarsk Harbour Council, which runs it, died in the attack."
    ).titles
    assert any(title.startswith("About 25 staff members") for title in titles), titles
