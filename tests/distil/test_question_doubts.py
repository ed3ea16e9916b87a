"""What a text calls open in so many words, and what only looks open."""

from collections.abc import Callable

import pytest

from tests.distil.conftest import Told

type Tell = Callable[..., Told]


def questions(told: Told) -> list[str]:
    return [question.text for question in told.distillate.questions]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Doubts remain over the safety of the reactor.", "Are the doubts about the safety of the reactor justified?"),
        ("The question is whether the dam is safe.", "Is the dam safe?"),
        ("The two sides disagree on who should pay for the wall.", "Who should pay for the wall?"),
        ("Experts are divided over the origin of the statue.", "What is the origin of the statue?"),
        ("There is no evidence that the plant leaked.", "Did the plant leak?"),
        ("A verdict is due on Friday.", "What will the verdict be?"),
        ("A ruling is expected in June.", "What will the ruling be?"),
        ("No date has been set for the trial.", "When will the trial take place?"),
        ("Opposition groups dispute the official figure.", "Is the official figure correct?"),
        ("The claim of a second shot could not be verified.", "Is the claim of a second shot true?"),
        ("Anna Berg pleaded not guilty to murder.", "Is Anna Berg guilty of murder?"),
        ("Anna Berg denied the charges of fraud.", "Is Anna Berg guilty of fraud?"),
        ("The talks ended without agreement.", "Will the talks lead to an agreement?"),
        ("The sale must be approved by shareholders.", "Will the sale be approved?"),
        (
            "Estimates of the number of protesters vary.",
            "Which of the estimates of the number of protesters is right?",
        ),
        # what is unknown
        ("It was unclear if the pilot had asked for help.", "Did the pilot ask for help?"),
        ("It was not clear how many people were on board the ferry.", "How many people were on board the ferry?"),
        ("It remains to be seen whether parliament will back Norland.", "Will parliament back Norland?"),
        ("It is too early to say whether the trees will survive.", "Will the trees survive?"),
        ("How the tiger escaped is a mystery.", "How did the tiger escape?"),
        ("Nobody knows where the gold is.", "Where is the gold?"),
        ("The whereabouts of Carl Holm are unknown.", "Where is Carl Holm?"),
        ("The price of the painting was not disclosed.", "What is the price of the painting?"),
        ("Many wonder why the police took so long to respond.", "Why did the police take so long to respond?"),
        (
            "Anna Berg said that she had not received the letter.",
            "Did Anna Berg receive the letter?",
        ),
    ],
)
def test_what_is_called_open_is_asked(told: Tell, sentence: str, question: str) -> None:
    assert questions(told(sentence)) == [question]


@pytest.mark.parametrize(
    "sentence",
    [
        "Berg refused to give details of how the papers came to be on the road in Norland.",
        "The family moved to Norland so they could be closer to the port of Sudia.",
        "Carl Holm had told Anna Berg that he would help her with the rent.",
        "Norland found a chance to show the talent of its engineers.",
        "The Norland Sea Club requires members to sign a contract.",
        "Anna Berg called the Norland Sea Club to complain about the rent.",
        '"In the end I will have one vote in each referendum like every other voter," Anna Berg said.',
        "Voters would then choose between the two flags of Norland.",
        "Carl Holm suspects that Norland will do that on a voluntary basis.",
        "The motto of the Norland Sea Club means search for truth.",
        "Lawsuits have been filed in Norland.",
        "Anna Berg suggested what the flag of Norland should mean.",
    ],
)
def test_rules_purposes_refusals_to_speak_and_provisions_are_not_asked(told: Tell, sentence: str) -> None:
    assert questions(told(sentence)) == []


def test_what_somebody_claims_was_done_to_her_is_one_question(told: Tell) -> None:
    read = told(
        "Anna Berg claims that she was kept in a camp in Norland. "
        "She also claims that she was sent to a ship. She claims that she was beaten by guards."
    )
    assert questions(read) == ["Was Anna Berg kept in a camp in Norland?"]


def test_an_owner_is_named_once_in_a_question(told: Tell) -> None:
    read = told("Anna Berg claims that her passport was taken away from her.")
    assert questions(read) == ["Was Anna Berg's passport taken away from her?"]
