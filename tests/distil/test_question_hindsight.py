"""What somebody holds against what was done, as a question."""

from collections.abc import Callable

import pytest

from tests.distil.conftest import Told

type Tell = Callable[..., Told]


def questions(told: Told) -> list[str]:
    return [question.text for question in told.distillate.questions]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Anna Berg said that the strike could have been avoided.", "Could the strike have been avoided?"),
        (
            '"The prisoner should never have been released," Jon Dahl said.',
            "Should the prisoner have been released?",
        ),
        ("Jon Dahl said Norland should have sent help.", "Should Norland have sent help?"),
    ],
)
def test_what_should_or_could_have_been_is_asked(told: Tell, sentence: str, question: str) -> None:
    assert questions(told(sentence)) == [question]


@pytest.mark.parametrize(
    "sentence",
    [
        # the article's own word, nobody's opinion
        "By then the ferry should have arrived in Tarsk.",
        # what somebody says of herself
        '"I should have called the coast guard," Anna Berg said.',
        "Anna Berg said that the fire could not have been prevented.",
    ],
)
def test_what_nobody_holds_against_another_is_not_asked(told: Tell, sentence: str) -> None:
    assert questions(told(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Jon Dahl says the broadcasts will continue.", "Will the broadcasts continue?"),
        (
            "Laws banning the trade in ivory are expected in July.",
            "Will the laws banning the trade in ivory be adopted in July 2031?",
        ),
        ("The letter implies that the minister misled the parliament.", "Did the minister mislead the parliament?"),
        (
            "Norland joined a campaign by unions to halve poverty.",
            "Will the effort to halve poverty succeed?",
        ),
    ],
)
def test_what_is_announced_or_implied_is_asked(told: Tell, sentence: str, question: str) -> None:
    assert questions(told(sentence)) == [question]


def test_a_claim_that_only_goes_on_with_another_is_asked_with_it(told: Tell) -> None:
    article = told("Anna Berg claimed she made the decision alone, insisting she was never pressured by Norland.")
    (question,) = article.distillate.questions
    assert question.text == "Did Anna Berg make the decision alone?"


def test_a_wrong_without_a_name_asks_for_the_deed_that_is_alleged(told: Tell) -> None:
    article = told("The alleged misconduct was debated in Tarsk.", "Norland accused Anna Berg of taking bribes.")
    assert questions(article) == ["Did Anna Berg take bribes?"]
