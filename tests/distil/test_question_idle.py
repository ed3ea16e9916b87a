"""What has the words of an open question and asks nothing."""

from collections.abc import Callable

import pytest

from tests.distil.conftest import Told

type Tell = Callable[..., Told]


def questions(told: Told) -> list[str]:
    return [question.text for question in told.distillate.questions]


@pytest.mark.parametrize(
    "sentence",
    [
        # vows and courtesies
        '"I will accept the will of the people of Norland," Anna Berg said.',
        '"We will fight until we die," Anna Berg of Norland said.',
        '"We will be here with open arms," Anna Berg of Norland said.',
        "President Anna Berg called for remembrance of the dead of the storm.",
        "President Anna Berg urged the people of Norland to pray.",
        # what could be heard was heard, and what nobody could do was not done
        "Machine guns could be heard throughout the harbour of Tarsk.",
        "Neither team could open the scoring in Norland.",
        # what is held to be right for all there are
        '"All weapons of war should be abolished," Anna Berg said.',
        "Anna Berg said that every country should iodise its salt.",
        "The law of Norland states that an airline must help the families of its passengers.",
        "The programme encourages schools to teach children about the sea.",
        # what is told beside the matter
        "Anna Berg praised the people who try to build a new Norland.",
        "The day was chosen because it is near the day when there will be a meeting of the council.",
    ],
)
def test_what_leaves_nothing_open_is_no_question(told: Tell, sentence: str) -> None:
    assert questions(told(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ('"We will rebuild the bridge," Prime Minister Jon Dahl of Norland said.', "Will Norland rebuild the bridge?"),
        ("The law requires Norland to close the mine.", "Will Norland close the mine?"),
        ("Anna Berg said that the bridge should be closed.", "Should the bridge be closed?"),
        ("President Anna Berg called for an inquiry into the fire.", "Will the fire be investigated?"),
    ],
)
def test_what_is_put_to_somebody_stays_a_question(told: Tell, sentence: str, question: str) -> None:
    assert questions(told(sentence)) == [question]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland had previously planned to join the union.",
        "The council was already scheduled to meet in Tarsk.",
        "Growing hemp is illegal in Norland.",
        "The new law made the trade in ivory illegal.",
        "Norland was the best possible host of the games.",
        "The ball went wide of the goal, missing a chance for Norland.",
        "Despite the council attempting to close the market, the traders stayed.",
    ],
)
def test_what_the_article_tells_as_settled_is_no_question(told: Tell, sentence: str) -> None:
    assert questions(told(sentence)) == []
