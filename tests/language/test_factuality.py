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
        ("Norland refuses to allow marches after ten people were hurt in Tarsk.", "hurt", Status.OCCURRED),
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
        ("Norland does not recognise Sudia.", "recognise", Status.ONGOING),
        ("Sudia is on the brink of war.", "is", Status.ONGOING),
        ("The rain continued through the night.", "rain", Status.OCCURRED),
        ("The sailors have been injured, the minister continued.", "injured", Status.OCCURRED),
        ("Norland was conducting a search of the coast.", "search", Status.ONGOING),
        ("This comes after weeks of protests in Sudia.", "protests", Status.ONGOING),
        ("The airline, owned by Norland, closed an office.", "owned", Status.ONGOING),
        ("The paper reports that the port is closed.", "reports", Status.OCCURRED),
        ("The restrictions were to be lifted in May.", "lifted", Status.PLANNED),
        ("The two states are going to sign an accord.", "sign", Status.PLANNED),
        ("She is a candidate for the election to be held in May.", "election", Status.PLANNED),
        ("When the next ship leaves, the sailors will return.", "leaves", Status.PLANNED),
        ("It depends on when the next ship leaves.", "leaves", Status.PLANNED),
        ("The country is headed for a recount.", "recount", Status.PLANNED),
        ("This is the planned date for the reopening of the port.", "reopening", Status.PLANNED),
        ("On Monday Norland executed a planned shutdown of the port.", "shutdown", Status.OCCURRED),
        ("The police rejected a plan for yesterday's march.", "march", Status.OCCURRED),
        ("Norland was the first state in the region to close its port.", "close", Status.OCCURRED),
        ("If the council votes to close the port, trade will suffer.", "close", Status.POSSIBLE),
        ("The sailor was said to have been injured by soldiers.", "injured", Status.ALLEGED),
        ("Papers have projected that Anna Berg won the race.", "won", Status.OCCURRED),
        ("The planned trip to the coast, which was cancelled, cost a fortune.", "trip", Status.DENIED),
        ("The court asked for papers relating to the visit.", "visit", Status.OCCURRED),
        ("The council wants to cancel all laws passed by Norland.", "passed", Status.OCCURRED),
        ("The minister claimed the attack was an accident.", "attack", Status.OCCURRED),
        ("The police said officers had to close the road.", "close", Status.OCCURRED),
        ("The police have to close the road.", "close", Status.PLANNED),
        ("The storm sank ten ships, causing the captain to close the port.", "close", Status.OCCURRED),
        ("The strike prompted the minister to resign.", "resign", Status.OCCURRED),
        ("Norland wants to force the minister to resign.", "resign", Status.POSSIBLE),
        ("The council attempted to arrest the minister.", "arrest", Status.OCCURRED),
        ("The council is trying to arrest the minister.", "arrest", Status.ONGOING),
        ("The council decided to accept the offer and appointed a captain.", "appointed", Status.OCCURRED),
        ("The boy was hurt in January, allegedly after his brother insulted a girl.", "insulted", Status.ALLEGED),
        ("The minister faces questions about allegations he ordered the raid.", "ordered", Status.ALLEGED),
        ("He spoke of rumours that the captain fled the island.", "fled", Status.ALLEGED),
        ("The minister says the report is under investigation.", "investigation", Status.ONGOING),
        ("The ban came on the tenth day of protests.", "protests", Status.ONGOING),
        ("The president faces criticism for continuing the tour of Sudia.", "tour", Status.ONGOING),
        ("Norland claims the island.", "claims", Status.ONGOING),
        ("Norland claims that the island is safe.", "claims", Status.OCCURRED),
        ("The elections are approaching.", "elections", Status.PLANNED),
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
        ("Norland has yet to sign the accord.", "sign", True),
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
    assert judge("Norland first in the region to close border", "close", headline=True).status == Status.OCCURRED


def test_the_participle_of_a_headline_tells_what_goes_on(judge: Judge) -> None:
    assert judge("Norland investigating bank over sanctions", "investigating", headline=True).status == Status.ONGOING


def test_saying_so_changes_nothing(judge: Judge) -> None:
    assert judge("The minister said that Norland may attack Sudia.", "attack").status == Status.POSSIBLE
    assert judge("The minister said that Norland will attack Sudia.", "attack").status == Status.PLANNED


def test_the_outermost_doubt_decides(judge: Judge) -> None:
    assert judge("Sudia accused Norland of planning to attack the port.", "attack").status == Status.ALLEGED


def test_the_subject_of_a_verb_is_not_in_its_scope(judge: Judge) -> None:
    assert judge("The attack may change the course of the war.", "attack").status == Status.OCCURRED
