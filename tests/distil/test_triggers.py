"""Evidence shows the words that name the happening, whole, or names none."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "In the north, Tomas Okeru, re-elected with 60,760 votes, thanked the sailors of the strait.",
        "Gary Holt resigned from his party on Monday and was re-elected in this constituency with 8,000 votes.",
        'Anna Berg stressed the requirement of approval, saying "It is not only a great temple. It belongs to us all. '
        'So any questioning of its status is an insult to the law," as quoted by the Brenholm Post.',
        'Anna Berg told the Brenholm Post: "We have waited. After years without an answer, we demand that Sudia '
        'withdraws its ships in a matter of weeks."',
    ],
)
def test_the_words_that_name_a_happening_stand_in_its_evidence(told: Tell, paragraph: str) -> None:
    article = told("Anna Berg is the governor of Norland.", paragraph)
    assert article.titles
    for evidence in (e for event in article.distillate.events for e in event.evidence):
        if evidence.trigger_start is None or evidence.trigger_end is None:
            continue
        assert evidence.start <= evidence.trigger_start < evidence.trigger_end <= evidence.end
        assert article.text[evidence.start : evidence.end] == evidence.quote


def test_a_hyphenated_word_is_shown_whole(told: Tell) -> None:
    article = told("In the north, Tomas Okeru was re-elected with 60,760 votes.")
    quotes = [e.quote for event in article.distillate.events for e in event.evidence if "elected" in e.quote]
    assert quotes
    assert all("re-elected" in quote for quote in quotes)
