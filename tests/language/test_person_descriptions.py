"""Whom a noun means that tells somebody's age, sex, origin or work."""

from collections.abc import Callable

import pytest

from tests.language.conftest import Read

type Reader = Callable[..., Read]

_OPENING = "Foreign Minister Robert Keller of Japan defended the trial of Maria Tellmann in Tokyo on Monday."


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        pytest.param("The 31-year-old French-born woman was arrested in 2029.", "woman", id="age, origin and sex"),
        pytest.param("The 31-year-old was arrested in 2029.", "old", id="age alone"),
        pytest.param("The 31-year-old singer was arrested in 2029.", "singer", id="age and work"),
        pytest.param("The teenager was arrested in 2029.", "teenager", id="who holds no office"),
    ],
)
def test_a_description_means_the_person_who_is_talked_about(read: Reader, text: str, noun: str) -> None:
    told = read(f"{_OPENING} {text} She was freed last year.", headline="Court tries Maria Tellmann")
    assert told.meaning(noun) == ["Maria Tellmann"]
    assert told.meaning("She") == ["Maria Tellmann"]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        pytest.param("The man was arrested in 2029.", "man", id="the other sex"),
        pytest.param("The singer was arrested in 2029.", "singer", id="work without age or origin"),
        pytest.param("The woman who sued him was arrested in 2029.", "woman", id="told apart by what she did"),
        pytest.param("A woman was arrested in 2029.", "woman", id="somebody new"),
    ],
)
def test_a_description_of_somebody_else_is_not_that_person(read: Reader, text: str, noun: str) -> None:
    told = read(f"{_OPENING} {text}", headline="Court tries Maria Tellmann")
    assert told.meaning(noun) != ["Maria Tellmann"]


def test_an_age_tells_two_people_apart(read: Reader) -> None:
    told = read("Maria Tellmann, 31, met Ana Keller, 54, in Tokyo. The 54-year-old was arrested on Monday.")
    assert told.meaning("old") == ["Ana Keller"]


def test_somebody_without_a_name_stays_so(read: Reader) -> None:
    told = read("Maria Tellmann left Tokyo. A 24-year-old woman was shot. The 24-year-old died.")
    assert told.meaning("old", 2) == []


def test_a_title_means_the_name_behind_the_state_that_it_is_of(read: Reader) -> None:
    told = read("President Robert Keller of France criticised the president of Japan Maria Tellmann on Monday.")
    assert told.meaning("president") == ["Maria Tellmann"]
