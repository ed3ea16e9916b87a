"""Who takes part in a happening, however the sentence is built."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("sentence", "word", "parts"),
    [
        pytest.param(
            "The accord was signed by Norland and Sudia on Tuesday.",
            "signed",
            {"Norland": "agent", "Sudia": "agent"},
            id="passive",
        ),
        pytest.param(
            "Corvane Energy was fined by the court on Monday.",
            "fined",
            {"Corvane Energy": "target"},
            id="passive: whom it happens to",
        ),
        pytest.param(
            "Tomas Okeru, who visited Norland on Monday, praised the harbour workers.",
            "visited",
            {"Tomas Okeru": "agent", "Norland": "target"},
            id="relative clause",
        ),
        pytest.param(
            "Prime Minister Lena Hartwig, who was elected in 2029, resigned on Monday.",
            "elected",
            {"Lena Hartwig": "target"},
            id="passive relative clause",
        ),
        pytest.param(
            "Halden Marine, which Corvane Energy bought last year, has dismissed 300 workers.",
            "bought",
            {"Corvane Energy": "agent", "Halden Marine": "target"},
            id="relative clause about whom it happens to",
        ),
        pytest.param(
            "Marta Quill, arrested on Monday by the police of Sudia, is a journalist.",
            "arrested",
            {"Sudia police": "agent", "Marta Quill": "target"},
            id="participle",
        ),
        pytest.param(
            "President Tomas Okeru of Sudia plans to visit Norland next week.",
            "visit",
            {"Tomas Okeru": "agent", "Norland": "target"},
            id="the subject of the governing verb",
        ),
        pytest.param(
            "Norland ordered Corvane Energy to leave the island.",
            "ordered",
            {"Norland": "agent", "Corvane Energy": "target"},
            id="who is ordered",
        ),
        pytest.param(
            "Norland urged Sudia to release the sailors.",
            "urged",
            {"Norland": "agent", "Sudia": "target"},
            id="who is urged",
        ),
        pytest.param(
            "Foreign Minister Lena Hartwig called on Sudia to withdraw its troops from Brenholm.",
            "called on",
            {"Lena Hartwig": "agent", "Sudia": "target"},
            id="who is called on",
        ),
        pytest.param(
            "Norland accused Sudia of shelling Brenholm on Sunday.",
            "shelling",
            {"Sudia": "agent"},
            id="who is accused",
        ),
        pytest.param(
            "The meeting ended on Wednesday, with Norland urging Sudia to withdraw its troops.",
            "urging",
            {"Norland": "agent", "Sudia": "target"},
            id="with X urging",
        ),
        pytest.param(
            "Norland, Sudia and Corvane Energy signed a contract on Tuesday.",
            "signed",
            {"Norland": "agent", "Sudia": "agent", "Corvane Energy": "agent"},
            id="coordinated subjects",
        ),
        pytest.param(
            "President Tomas Okeru and Prime Minister Lena Hartwig met in Brenholm on Tuesday.",
            "met",
            {"Tomas Okeru": "agent", "Lena Hartwig": "agent"},
            id="coordinated persons with titles",
        ),
        pytest.param(
            "Foreign Minister Lena Hartwig met Tomas Okeru, Pavel Drun and Marta Quill on Tuesday.",
            "met",
            {"Lena Hartwig": "agent", "Tomas Okeru": "target", "Pavel Drun": "target", "Marta Quill": "target"},
            id="coordinated objects",
        ),
        pytest.param(
            "Norland expelled the ambassador of Sudia and closed the border on Monday.",
            "closed",
            {"Norland": "agent"},
            id="the second of two verbs",
        ),
        pytest.param(
            "Thousands of protesters marched through Brenholm on Saturday.",
            "marched",
            {"protesters": "agent"},
            id="thousands of",
        ),
        pytest.param(
            "A group of students occupied the university in Tarsk on Saturday.",
            "occupied",
            {"students": "agent"},
            id="a group of",
        ),
        pytest.param(
            "Norland held talks with Sudia on Monday.",
            "held",
            {"Norland": "agent", "Sudia": "target"},
            id="light verb",
        ),
        pytest.param(
            "Norland has been holding naval exercises with Sudia since 2 June.",
            "holding",
            {"Norland": "agent", "Sudia": "with"},
            id="with a partner",
        ),
        pytest.param(
            "President Tomas Okeru's visit to Norland began on Monday.",
            "visit",
            {"Tomas Okeru": "agent", "Norland": "target"},
            id="X's visit to Y",
        ),
        pytest.param(
            "A meeting between Tomas Okeru and Lena Hartwig is planned for next week.",
            "meeting",
            {"Tomas Okeru": "agent", "Lena Hartwig": "agent"},
            id="a meeting between A and B",
        ),
        pytest.param(
            "The resignation of President Tomas Okeru surprised Norland.",
            "resignation",
            {"Tomas Okeru": "agent"},
            id="the resignation of X",
        ),
        pytest.param(
            "The trial of Marta Quill began on Monday.",
            "trial",
            {"Marta Quill": "target"},
            id="the trial of X",
        ),
        pytest.param(
            "Norland demanded that Sudia release the sailors.",
            "demanded",
            {"Norland": "agent", "Sudia": "target"},
            id="of whom it is demanded",
        ),
        pytest.param(
            "President Tomas Okeru promised to send medicine to Sudia.",
            "promised",
            {"Tomas Okeru": "agent", "Sudia": "target"},
            id="to whom it is promised",
        ),
        pytest.param(
            "Prime Minister Lena Hartwig introduced key members of her cabinet including Foreign Minister Tomas Okeru; "
            "the envoy, Pavel Drun; and her sister, Marta Quill.",
            "introduced",
            {"Lena Hartwig": "agent", "Tomas Okeru": "target", "Pavel Drun": "target", "Marta Quill": "target"},
            id="a list that semicolons part",
        ),
        pytest.param(
            "Norland's recent spate of missile tests has raised global concern.",
            "missile tests",
            {"Norland": "agent"},
            id="X's series of",
        ),
        pytest.param(
            "The treaty was signed under President Tomas Okeru in 2029.",
            "signed",
            {"Tomas Okeru": "agent"},
            id="in whose term of office",
        ),
        pytest.param(
            "Reporters wrote from Sudia, where a civil war is underway.",
            "civil war",
            {"Sudia": "about"},
            id="where it happens",
        ),
        pytest.param(
            "As part of an election rally, Tomas Okeru said that taxes would fall.",
            "election rally",
            {"Tomas Okeru": "agent"},
            id="as part of what somebody does",
        ),
        pytest.param(
            "The minister's decision drew criticism from Sudia and Norland.",
            "drew",
            {"Sudia": "agent", "Norland": "agent"},
            id="from whom it comes",
        ),
        pytest.param(
            "Lena Hartwig, an envoy for the Council of Europe who had visited Norland, praised the harbour workers.",
            "visited",
            {"Lena Hartwig": "agent", "Norland": "target"},
            id="who behind a body",
        ),
        pytest.param(
            "Three workers, Marta Quill, Pavel Drun and Tomas Okeru, sued Corvane Energy on Monday.",
            "sued",
            {
                "Marta Quill": "agent",
                "Pavel Drun": "agent",
                "Tomas Okeru": "agent",
                "Corvane Energy": "target",
            },
            id="people and their names",
        ),
        pytest.param(
            "Norland arrested two envoys of the European Union, Marta Quill and Pavel Drun, on Monday.",
            "arrested",
            {"Norland": "agent", "Marta Quill": "target", "Pavel Drun": "target"},
            id="names behind what people are of",
        ),
        pytest.param(
            "Marta Quill testified before the Council of Europe on Monday.",
            "testified",
            {"Marta Quill": "agent", "Council of Europe": "target"},
            id="before whom",
        ),
        pytest.param(
            "Tomas Okeru demanded an apology from Lena Hartwig on Monday.",
            "demanded",
            {"Tomas Okeru": "agent", "Lena Hartwig": "target"},
            id="from whom it is wanted",
        ),
        pytest.param(
            "The war was started by Norland in 2029.",
            "war",
            {"Norland": "agent"},
            id="by whom it was started",
        ),
        pytest.param(
            "The mastermind of the attack, Pavel Drun, lives in Tarsk.",
            "attack",
            {"Pavel Drun": "agent"},
            id="whose part in it is told",
        ),
        pytest.param(
            "Pavel Drun was ordered by Norland to apologise to Marta Quill on Monday.",
            "ordered",
            {"Norland": "agent", "Pavel Drun": "target", "Marta Quill": "target"},
            id="what somebody is ordered to do",
        ),
    ],
)
def test_who_does_it_and_to_whom(told: Tell, sentence: str, word: str, parts: dict[str, str]) -> None:
    article = told(sentence)
    assert article.parts(article.event(word)) == parts


def test_a_pronoun_stands_for_whom_it_means(told: Tell) -> None:
    article = told("Police arrested Marta Quill, a journalist, on Monday. The following day, Norland released her.")
    release = article.event("released")
    assert release.title == "Norland releases Marta Quill"
    assert article.parts(release) == {"Norland": "agent", "Marta Quill": "target"}


def test_the_two_leaders_are_the_two_who_were_named(told: Tell) -> None:
    article = told(
        "President Tomas Okeru met Prime Minister Lena Hartwig in Brenholm on Tuesday.",
        "The two leaders signed an accord.",
    )
    assert article.parts(article.event("signed")) == {"Lena Hartwig": "agent", "Tomas Okeru": "agent"}


def test_every_participant_is_an_actor_of_the_article(told: Tell) -> None:
    article = told(
        "Workers of Corvane Energy blocked the port of Tarsk on Monday.",
        "Sudia's soldiers killed three fishermen. Norland and its allies condemned the killing.",
    )
    actors = {actor.id for actor in article.distillate.actors}
    parts = [part.actor for event in article.distillate.events for part in event.participants]
    assert parts
    assert set(parts) <= actors


def test_where_a_trip_led_to_did_nothing(told: Tell) -> None:
    article = told("President Tomas Okeru's trip to Norland has concluded.")
    assert article.parts(article.only())["Norland"] == "target"


def test_a_state_before_protests_is_where_they_are(told: Tell) -> None:
    article = told("The sailors met on Monday.", "The Norland protests began on Tuesday.")
    assert article.parts(article.event("protests"))["Norland"] == "about"


def test_who_did_what_a_gerund_tells_of_stands_behind_it(told: Tell) -> None:
    article = told("Anna Berg was banned from holding meetings in parks by the Norlandish Ministry of Culture.")
    assert article.parts(article.event("banned"))["Norlandish Ministry of Culture"] == "agent"


def test_whom_a_decision_concerns_takes_part(told: Tell) -> None:
    article = told("Carl Dahl decided to treat Anna Berg himself on Monday.")
    assert article.parts(article.event("decided")) == {"Carl Dahl": "agent", "Anna Berg": "target"}
