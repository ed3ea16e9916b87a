"""Where an event took place, by the words of its own clause."""

from collections.abc import Callable

import pytest

from tests.distil.conftest import Told

type Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("sentence", "word", "place"),
    [
        ("Police arrested ten dockers in Paris on Monday.", "arrest", "Paris"),
        ("Norland's army evacuated 80 people in the town of Yelsk.", "evacuate", "Yelsk"),
        ("Gunmen killed ten people at a market near Baghdad.", "kill", "Baghdad"),
        ("Sudian jets bombed Hamburg on Monday.", "bomb", "Hamburg"),
        ("Dozens died in the Madrid train bombings.", "bomb", "Madrid"),
        ("Anna Berg flew to Geneva, where a crowd cheered for her.", "cheer", "Geneva"),
        ("Anna Berg arrived in the Middle East.", "arrive", "Middle East"),
        ("A protest was held in the Yelsk Hill district.", "protest", "Yelsk Hill"),
    ],
)
def test_the_place_stands_in_the_clause(told: Tell, sentence: str, word: str, place: str) -> None:
    events = told(sentence).distillate.events
    (event,) = [e for e in events if any(word in evidence.quote.lower() for evidence in e.evidence)][:1]
    assert event.place == place


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland imposed a ban on Norl Air.",  # no place, though it stands behind "on"
        "The Norland airstrike killed ten soldiers.",  # whose it is
        "Anna Berg was elected in March.",
    ],
)
def test_what_is_no_place_is_none(told: Tell, sentence: str) -> None:
    assert [event.place for event in told(sentence).distillate.events] == [None]
