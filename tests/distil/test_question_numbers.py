"""Numbers that nobody is sure of: which of them are asked for, and how."""

from collections.abc import Callable

import pytest

from tests.distil.conftest import Told

type Tell = Callable[..., Told]


def questions(told: Told) -> list[str]:
    return [question.text for question in told.distillate.questions]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Over 300 pilgrims were killed in a stampede.", "How many pilgrims were killed in a stampede?"),
        ("Dozens of people died when a ferry sank.", "How many people died when a ferry sank?"),
        ("The blast injured more than 20 sailors.", "How many sailors were injured?"),
        ("A crane fell, killing 107 or more and wounding 238.", "How many people were killed and wounded?"),
        ("Estimates suggest 8000 migrants may be at sea.", "How many migrants are at sea?"),
        ("Officials estimate that 300 families lost their homes.", "How many families lost their homes?"),
        (
            "By 2050, hunger would increase by either 49 percent or by 27 percent, depending on the weather.",
            "By how much will hunger increase?",
        ),
    ],
)
def test_a_number_that_nobody_is_sure_of_is_asked_for(told: Tell, sentence: str, question: str) -> None:
    assert questions(told(sentence)) == [question]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two sailors were killed in the storm.",
        "The ministry confirmed that the fever infected over 200 people.",
        "Sales rose by 10 percent.",
    ],
)
def test_an_exact_or_confirmed_number_is_not_asked_for(told: Tell, sentence: str) -> None:
    assert questions(told(sentence)) == []


def test_the_dead_are_asked_for_once_and_only_where_the_article_begins(told: Tell) -> None:
    article = told("At least 30 people were killed in the fire.", "The storm killed over 20 people.")
    assert questions(article) == ["How many people were killed in the fire?"]
    late = told("The mayor spoke on Monday.", "The harbour was closed.", "The blast injured more than 20 sailors.")
    assert questions(late) == []
