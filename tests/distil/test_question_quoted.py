"""What somebody quoted only opines asks nothing; garbled wordings are left out."""

from collections.abc import Callable

import pytest

from generator.distil.question_garbled import is_garbled, mended
from tests.distil.conftest import Told

type Tell = Callable[..., Told]


def questions(told: Told) -> list[str]:
    return [question.text for question in told.distillate.questions]


@pytest.mark.parametrize(
    "sentence",
    [
        '"If the army of Sudia attacks Norland, we will resist," Anna Berg said.',
        '"We believe that the treaty is a milestone for Norland," Anna Berg said.',
        '"The rule will be a hardship for the fishers," Anna Berg said.',
        '"We will seek lasting peace," Anna Berg said.',
        '"The ordeal of the miners should be highlighted," Anna Berg said.',
        '"I have ordered the army of Norland to retake the island," Anna Berg said.',
        # told beside the matter, or no deed
        "Anna Berg does not intend to push for an inquiry.",
        "Anna Berg urged the Fishers' League to pay attention to the storm.",
        "The army of Norland has not yet commented on the raid.",
        "In 2006, the Fishers' League sued Norland over the harbour levy.",
        "If parts of the engine are missing, choose another ship.",
    ],
)
def test_opinion_and_what_is_told_beside_the_matter_ask_nothing(told: Tell, sentence: str) -> None:
    assert questions(told(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "Questions remain as to why the ferry sailed over the reef.",
            "Why did the ferry sail over the reef?",
        ),
        ('"We will rebuild the bridge," Prime Minister Jon Dahl of Norland said.', "Will Norland rebuild the bridge?"),
        ("Jon Dahl said Norland should have sent help.", "Should Norland have sent help?"),
    ],
)
def test_what_is_left_open_in_so_many_words_is_asked(told: Tell, sentence: str, question: str) -> None:
    assert questions(told(sentence)) == [question]


@pytest.mark.parametrize(
    "text",
    [
        "Will what other ships be sold",
        "Whom are worse than the raiders",
        "Will Berg has been taught, be queen",
        "Did Berg conceal what she ought which to have told",
        "Will Berg be missed by all those all those's lives she touched",
        "Will the council vote on the",
    ],
)
def test_what_cannot_be_english_is_garbled(text: str) -> None:
    assert is_garbled(text)


@pytest.mark.parametrize(
    "text", ["Will Anna Berg visit Sudia", "Who is behind the raid", "Whom did the court convict", "Has Norland paid"]
)
def test_a_plain_question_is_not_garbled(text: str) -> None:
    assert not is_garbled(text)


def test_what_can_be_mended_is() -> None:
    assert mended("Why am Anna Berg leaving") == "Why is Anna Berg leaving"
    assert mended("Should countries pull together to de") == "Should countries pull together"
