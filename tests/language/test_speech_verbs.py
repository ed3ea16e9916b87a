"""Which verbs are speech: comments with "as", words told by somebody, and deeds that only sound like it."""

from collections.abc import Callable

import pytest

from tests.language.conftest import Read

type Reader = Callable[..., Read]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("As Ana Brandt told the Daily Herald, the harbour has shrunk because of the storms.", "Ana Brandt"),
        ("As Ana Brandt noted, the harbour has shrunk because of the storms.", "Ana Brandt"),
        ("Martin Keller was told by a midwife that the operation would not be possible.", "midwife"),
        ("In court, the two converts indicated the fire was an act of revenge.", "converts"),
        ("The vote came after calls by Ana Brandt for a new harbour.", "Ana Brandt"),
    ],
)
def test_words_have_their_speaker(read: Reader, sentence: str, speaker: str) -> None:
    assert read(sentence).speakers() == [speaker]


def test_what_is_commented_is_told_in_whole(read: Reader) -> None:
    told = read("As Ana Brandt noted, the harbour has shrunk because of the storms.")
    assert told.statements()[0][1].rstrip(".").endswith("because of the storms")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Brandt conceded a penalty in the last minute.",
        "Ana Brandt questioned the student for an hour.",
        "As Ana Brandt wrote the letter, the lights went out.",
        "Japan opened a telephone line for calls from the families of the passengers.",
    ],
)
def test_deeds_are_no_statements(read: Reader, sentence: str) -> None:
    assert read(sentence).speakers() == []
