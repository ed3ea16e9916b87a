"""How certain a verb or noun is told, from its own form and from the words above it."""

from collections.abc import Callable

import pytest

from generator.language import Pipeline
from generator.language.factuality import Factuality, factuality
from generator.language.parse import Doc
from generator.model import Status

type Judge = Callable[..., Factuality]


@pytest.fixture
def judge(pipeline: Pipeline) -> Judge:
    """The factuality of the first token of a sentence that is written so."""

    def judged(sentence: str, text: str, headline: bool = False) -> Factuality:
        return factuality(next(t for t in Doc([pipeline.nlp(sentence)]) if t.text == text), headline)

    return judged


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        ("Norland attacked Sudia.", "attacked", Status.OCCURRED),
        ("Norland has attacked Sudia.", "attacked", Status.OCCURRED),
        ("Sudia was attacked by Norland.", "attacked", Status.OCCURRED),
        ("The minister said Norland had attacked Sudia.", "attacked", Status.OCCURRED),
        ("The attack on Sudia surprised the minister.", "attack", Status.OCCURRED),
        ("Norland managed to close the border.", "close", Status.OCCURRED),
        ("Norland is blockading the port.", "blockading", Status.ONGOING),
        ("Norland has been blockading the port for a year.", "blockading", Status.ONGOING),
        ("Norland occupies the island.", "occupies", Status.ONGOING),
        ("The talks began on Monday.", "talks", Status.ONGOING),
        ("Norland will close the border.", "close", Status.PLANNED),
        ("Norland plans to close the border.", "close", Status.PLANNED),
        ("Norland is expected to close the border.", "close", Status.PLANNED),
        ("The planned visit caused protests.", "visit", Status.PLANNED),
        ("Norland may close the border.", "close", Status.POSSIBLE),
        ("Norland could attack Sudia.", "attack", Status.POSSIBLE),
        ("If Norland closes the border, trade will suffer.", "closes", Status.POSSIBLE),
        ("A possible attack worries Sudia.", "attack", Status.POSSIBLE),
        ("Norland allegedly attacked Sudia.", "attacked", Status.ALLEGED),
        ("Norland reportedly attacked Sudia.", "attacked", Status.ALLEGED),
        ("Sudia condemned the alleged attack.", "attack", Status.ALLEGED),
        ("Sudia accused Norland of attacking the port.", "attacking", Status.ALLEGED),
        ("Norland denied attacking the port.", "attacking", Status.DENIED),
        ("Norland denied that it had attacked the port.", "attacked", Status.DENIED),
    ],
)
def test_status(judge: Judge, sentence: str, word: str, status: Status) -> None:
    assert judge(sentence, word).status == status


@pytest.mark.parametrize(
    ("sentence", "word", "negated"),
    [
        ("Norland did not attack Sudia.", "attack", True),
        ("Norland has never attacked Sudia.", "attacked", True),
        ("Norland left without signing the accord.", "signing", True),
        ("No soldiers entered the port.", "entered", True),
        ("Nobody signed the accord.", "signed", True),
        ("Norland did not agree to close the border.", "close", True),
        ("Norland attacked Sudia.", "attacked", False),
        ("Norland signed the accord, which did not surprise Sudia.", "signed", False),
    ],
)
def test_negation(judge: Judge, sentence: str, word: str, negated: bool) -> None:
    assert judge(sentence, word).negated is negated


def test_the_present_tense_of_a_headline_tells_the_past(judge: Judge) -> None:
    assert judge("Norland closes border with Sudia", "closes", headline=True).status == Status.OCCURRED
    assert judge("Norland closes its border every winter.", "closes").status == Status.ONGOING


def test_the_infinitive_of_a_headline_tells_a_plan(judge: Judge) -> None:
    assert judge("Norland to close border with Sudia", "close", headline=True).status == Status.PLANNED


def test_saying_so_changes_nothing(judge: Judge) -> None:
    assert judge("The minister said that Norland may attack Sudia.", "attack").status == Status.POSSIBLE
    assert judge("The minister said that Norland will attack Sudia.", "attack").status == Status.PLANNED


def test_the_outermost_doubt_decides(judge: Judge) -> None:
    assert judge("Sudia accused Norland of planning to attack the port.", "attack").status == Status.ALLEGED


def test_the_subject_of_a_verb_is_not_in_its_scope(judge: Judge) -> None:
    assert judge("The attack may change the course of the war.", "attack").status == Status.OCCURRED
