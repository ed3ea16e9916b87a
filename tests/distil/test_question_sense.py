"""Questions that say what their article says: nothing denied is asked as done, nothing past as to come."""

from collections.abc import Callable

import pytest

from tests.distil.conftest import Told

type Tell = Callable[..., Told]


def questions(told: Told) -> list[str]:
    return [question.text for question in told.distillate.questions]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        # a negation is kept behind a question word
        (
            "A reporter asked why the President of Norland did not go to Sudia.",
            "Why did the President of Norland not go to Sudia?",
        ),
        # who does it is who is told to
        (
            "Jon Dahl faces allegations he ordered his soldiers to shoot protesters.",
            "Did Jon Dahl order his soldiers to shoot protesters?",
        ),
        (
            "Anna Berg will fly to Sudia. The purpose of her going is to back the talks.",
            "Will Anna Berg back the talks?",
        ),
        # what belongs together stays together
        (
            "Protesters demanded the removal of ministers with ties to the old regime.",
            "Will the ministers with ties to the old regime be removed?",
        ),
        # names keep their capitals, and "at this point" says nothing
        (
            "South Sudian authorities are refusing to allow more protests.",
            "Will South Sudian authorities allow more protests?",
        ),
        (
            '"President Anna Berg of Norland does not need to go to Sudia at this point," Jon Dahl said.',
            "Does Anna Berg need to go to Sudia?",
        ),
        # numbers that nobody counts
        ("Around 100 000 Norlanders worship the old gods.", "How many Norlanders worship the old gods?"),
        ("Around 3000 people attended the rally in Tarsk.", "How many people attended the rally in Tarsk?"),
    ],
)
def test_a_question_asks_what_its_sentence_says(told: Tell, sentence: str, question: str) -> None:
    assert question in questions(told(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        # told as it was
        "Around 300 buses blocked the harbour of Norland.",
        "Figures issued on Monday showed that 367 sailors had died in attacks, the highest number this year.",
        "Guards had made an attempt to stop the bomber in Norland.",
        "Anna Berg kept trying to leave Norland but was unable to.",
        "Anna Berg was trying to slow the match down.",
        "Norland lost the ball before Sudia could capitalize on it.",
        "Anna Berg asked Jon Dahl to turn. Dahl turned the wheel, and the ship hit the pier.",
        "Anna Berg had wanted to leave Norland.",
        "A vigil was scheduled for that night in Norland.",
        # ruled out, or put right at once
        "Anna Berg said she would not return to Norland.",
        "Anna Berg said the remarks were not aimed at the people of Norland but at the press.",
        "Jon Dahl said that Anna Berg did not appreciate reading about Norland.",
        # held of anything of the sort
        '"Such a state will provide the people of Norland with hope," Anna Berg said.',
        "The agency recommends that every country should iodise all salt.",
        # put to somebody, not in doubt
        "President Anna Berg was asked a question about her life in Norland.",
        '"I do not know who told you that Norland has it," Anna Berg said.',
        # said of nothing
        "Norland disputes these claims.",
        "The article named the people of Norland whom they seek to persuade.",
        "There was speculation in Norland about her condition.",
        "Anna Berg claimed it was left to Norland to help.",
    ],
)
def test_what_is_told_or_ruled_out_is_no_question(told: Tell, sentence: str) -> None:
    assert questions(told(sentence)) == []
