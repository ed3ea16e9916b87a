"""What would answer a question, in English that can stand on a page."""

import pytest

from generator.merge.indicators import indicators
from generator.model import Actor, Kind

ACTORS = [
    Actor(id="norland", name="Norland", kind=Kind.STATE, evidence=[]),
    Actor(id="anna-berg", name="Anna Berg", kind=Kind.PERSON, aliases=["Berg"], evidence=[]),
    Actor(id="isles", name="United Isles", kind=Kind.STATE, evidence=[]),
    Actor(id="fishers", name="Free Fishers", kind=Kind.GROUP, evidence=[]),
]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Will Anna Berg meet the president of Sudia?", "A report that Anna Berg meets the president of Sudia"),
        ("Will the court rule on the appeal?", "A report that the court rules on the appeal"),
        ("Will the United Isles join the pact?", "A report that the United Isles joins the pact"),
        ("Will the Free Fishers march again?", "A report that the Free Fishers march again"),
        ("Will Norland carry out the threat?", "A report that Norland carries out the threat"),
        ("Will Anna Berg resign or be impeached?", "A report that Anna Berg resigns or is impeached"),
        ("Will the demands of the council be met?", "A report that the demands of the council are met"),
        ("Will a vote be held on 5 May 2031?", "A report that a vote is held on 5 May 2031"),
        ("Could a strategic move realign trade?", "A report that a strategic move realigns trade"),
        ("Will a plan to wear face masks ease fears?", "A report that a plan to wear face masks eases fears"),
        ("Will there be talks on the border?", "A report of talks on the border"),
        ("Should the bridge be closed?", "A decision on whether the bridge should be closed"),
        ("Did Anna Berg order the raid?", "Evidence that shows whether Anna Berg ordered the raid"),
        ("Did the minister wear a mask?", "Evidence that shows whether the minister wore a mask"),
        ("Does Norland have rockets?", "Evidence that shows whether Norland has rockets"),
        ("Is Norland arming the rebels?", "Evidence that shows whether Norland is arming the rebels"),
        ("Are the claims of fraud true?", "Evidence that shows whether the claims of fraud are true"),
        ("Who will win the race?", "A report that says who wins the race"),
        ("Who ordered the raid?", "A report that says who ordered the raid"),
        ("Why did Anna Berg resign?", "A report that says why Anna Berg resigned"),
        ("When will the bridge reopen?", "A report that says when the bridge reopens"),
        ("What will be the outcome of the trial?", "A report on the outcome of the trial"),
        ("How many ships were lost?", "A report that says how many ships were lost"),
    ],
)
def test_the_line_says_in_plain_english_what_would_answer(question: str, line: str) -> None:
    assert indicators(question, ACTORS) == [line]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Are the thirty men sailors?", id="subject and predicate side by side"),
        pytest.param("Will Anna Berg not stand?", id="denied"),
        pytest.param("How many ships did Norland lose?", id="turned round"),
        pytest.param("Will the zorbing frump the glane?", id="no verb known"),
        pytest.param("Will?", id="too short"),
        pytest.param("Will Anna Berg meet the king", id="no question"),
    ],
)
def test_nothing_is_said_where_the_wording_is_not_certain(question: str) -> None:
    assert indicators(question, ACTORS) == []
