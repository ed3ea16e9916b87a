"""What a plan is said to include is still to come."""

from collections.abc import Callable

import pytest

from generator.language import Pipeline
from generator.language.factuality import factuality
from generator.language.parse import Doc
from generator.model import Status


@pytest.fixture
def status(pipeline: Pipeline) -> Callable[[str, str], Status]:
    """The status of the first token of a sentence that is written so."""

    def judged(sentence: str, text: str) -> Status:
        return factuality(next(t for t in Doc([pipeline.nlp(sentence)]) if t.text == text)).status

    return judged


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Anna Berg announced a plan that includes closing three mines.", "closing"),
        ("The plan of Norland includes deploying 200 soldiers to the border.", "deploying"),
        ("He outlined his priorities, which included disarming the militia and putting Dahl on trial.", "putting"),
    ],
)
def test_what_a_plan_includes_is_planned(status: Callable[[str, str], Status], sentence: str, word: str) -> None:
    assert status(sentence, word) == Status.PLANNED


def test_what_measures_included_was_done(status: Callable[[str, str], Status]) -> None:
    assert status("The measures included banning meetings in May.", "banning") == Status.OCCURRED
