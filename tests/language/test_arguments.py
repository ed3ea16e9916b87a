"""Who did what to whom, read off the parse of one sentence."""

from collections.abc import Callable

import pytest

from generator.language import Pipeline
from generator.language.arguments import arguments, is_passive, noun_agents, subject_of
from generator.language.coordination import counted, spread
from generator.language.parse import Doc, Token

type Find = Callable[[str, str], Token]


@pytest.fixture
def word(pipeline: Pipeline) -> Find:
    """The first token of a sentence that is written so."""
    return lambda sentence, text: next(token for token in Doc([pipeline.nlp(sentence)]) if token.text == text)


def texts(tokens: list[Token]) -> list[str]:
    """The words of tokens."""
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("sentence", "verb", "agents", "targets"),
    [
        ("Norland attacked Sudia.", "attacked", ["Norland"], ["Sudia"]),
        ("Norland and Sudia condemned Vestria and Merrin.", "condemned", ["Norland", "Sudia"], ["Vestria", "Merrin"]),
        ("Sudia was attacked by Norland on Monday.", "attacked", ["Norland"], ["Sudia"]),
        ("The sailors arrested by the police were freed.", "arrested", ["police"], ["sailors"]),
        ("The minister who visited Norland resigned.", "visited", ["minister"], ["Norland"]),
        ("The treaty that Norland signed bans weapons.", "signed", ["Norland"], ["treaty"]),
        ("Thousands of protesters stormed the parliament.", "stormed", ["protesters"], ["parliament"]),
        ("Norland expelled the ambassador and closed the border.", "closed", ["Norland"], ["border"]),
        ("Norland wants to buy the shipyard.", "buy", ["Norland"], ["shipyard"]),
        ("Norland urged Sudia to release the sailors.", "urged", ["Norland"], ["Sudia"]),
        ("Norland urged Sudia to release the sailors.", "release", ["Sudia"], ["sailors"]),
        ("Norland called on Sudia to release the sailors.", "release", ["Sudia"], ["sailors"]),
        ("Sudia was urged to release the sailors.", "release", ["Sudia"], ["sailors"]),
        ("Norland accused Sudia of shelling the port.", "shelling", ["Sudia"], ["port"]),
        ("Norland helped Sudia by sending soldiers.", "sending", ["Norland"], ["soldiers"]),
        ("The talks ended, with Norland leaving the alliance.", "leaving", ["Norland"], ["alliance"]),
        ("Norland, having signed the accord, opened the border.", "signed", ["Norland"], ["accord"]),
        ("Norland drafted and signed the treaty.", "drafted", ["Norland"], ["treaty"]),
        ("Norland supported the envoy in mediating the dispute.", "mediating", ["envoy"], ["dispute"]),
        ("Norland and Sudia, which compete for trade, agreed.", "compete", ["Norland", "Sudia"], []),
        ("It rained.", "rained", ["It"], []),
    ],
)
def test_agents_and_targets_of_a_verb(
    word: Find, sentence: str, verb: str, agents: list[str], targets: list[str]
) -> None:
    found = arguments(word(sentence, verb))
    assert (texts(found.agents), texts(found.targets)) == (agents, targets)


@pytest.mark.parametrize(
    ("sentence", "noun", "agents"),
    [
        ("Norland's attack on Sudia failed.", "attack", ["Norland"]),
        ("The arrival of the minister was delayed.", "arrival", ["minister"]),
        ("The attack by Norland failed.", "attack", ["Norland"]),
        ("Talks between Norland and Sudia failed.", "Talks", ["Norland", "Sudia"]),
        ("Norland launched an attack on the port.", "attack", ["Norland"]),
        ("Norland condemned the attack on the port.", "attack", []),
        ("Police cracked down on protests.", "protests", []),
        ("The minister was appointed during the protests.", "protests", []),
    ],
)
def test_agents_of_a_noun(word: Find, sentence: str, noun: str, agents: list[str]) -> None:
    assert texts(arguments(word(sentence, noun)).agents) == agents


def test_of_names_the_agent_or_the_target_as_the_noun_wants_it(word: Find) -> None:
    noun = word("The arrest of the minister was denied.", "arrest")
    assert texts(arguments(noun).agents) == ["minister"]
    assert texts(arguments(noun, of_is_agent=False).agents) == []
    assert texts(arguments(noun, of_is_agent=False).targets) == ["minister"]


@pytest.mark.parametrize(
    ("sentence", "happening", "obliques"),
    [
        ("Norland's attack on Sudia failed.", "attack", [("on", "Sudia")]),
        ("Norland met with Sudia and Vestria.", "met", [("with", "Sudia"), ("with", "Vestria")]),
        ("Norland launched an attack on the port.", "attack", [("on", "port")]),
        ("Norland held talks within the council and with Sudia.", "talks", [("within", "council"), ("with", "Sudia")]),
        ("According to Sudia, Norland attacked the port.", "attacked", []),
    ],
)
def test_what_hangs_on_by_a_preposition(
    word: Find, sentence: str, happening: str, obliques: list[tuple[str, str]]
) -> None:
    found = arguments(word(sentence, happening)).obliques
    assert [(preposition, token.text) for preposition, token in found] == obliques


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [
        ("Sudia was attacked by Norland.", "attacked", True),
        ("The sailors arrested by the police were freed.", "arrested", True),
        ("Norland attacked Sudia.", "attacked", False),
        ("Norland has attacked Sudia.", "attacked", False),
        ("The man was arrested and jailed.", "jailed", True),
    ],
)
def test_passive(word: Find, sentence: str, verb: str, passive: bool) -> None:
    assert is_passive(word(sentence, verb)) is passive


def test_a_coordination_is_spread_out_with_its_examples(word: Find) -> None:
    assert texts(spread(word("Norland, Sudia and Vestria signed.", "Norland"))) == ["Norland", "Sudia", "Vestria"]
    assert texts(spread(word("States including Norland and Sudia signed.", "States"))) == ["States", "Norland", "Sudia"]


@pytest.mark.parametrize(
    ("sentence", "noun", "who"),
    [
        ("Hundreds of workers protested.", "Hundreds", "workers"),
        ("A group of students protested.", "group", "students"),
        ("The president of Norland resigned.", "president", "president"),
    ],
)
def test_quantities_are_about_what_they_count(word: Find, sentence: str, noun: str, who: str) -> None:
    assert counted(word(sentence, noun)).text == who


@pytest.mark.parametrize(
    ("sentence", "noun", "sufferer"),
    [
        ("The guard was wounded in the raid.", "raid", ["guard"]),
        ("The minister responded to the criticism.", "criticism", ["minister"]),
    ],
)
def test_whom_a_happening_befalls_is_its_target(word: Find, sentence: str, noun: str, sufferer: list[str]) -> None:
    found = arguments(word(sentence, noun))
    assert (texts(found.agents), texts(found.targets)) == ([], sufferer)


def test_a_subject_is_handed_down_through_several_verbs(word: Find) -> None:
    sentence = "Norland decided to try to persuade Sudia to leave the alliance."
    assert texts(subject_of(word(sentence, "persuade"))) == ["Norland"]
    assert texts(subject_of(word(sentence, "leave"))) == ["Sudia"]


def test_a_verb_without_anyone_has_no_subject(word: Find) -> None:
    assert subject_of(word("Close the border!", "Close")) == []


def test_who_has_a_plan_is_who_would_carry_it_out(word: Find) -> None:
    assert texts(noun_agents(word("Norland's plan to close the border failed.", "plan"))) == ["Norland"]
    assert texts(subject_of(word("Norland's plan to close the border failed.", "close"))) == ["Norland"]


def test_all_of_a_list_behind_with_do_it(word: Find) -> None:
    sentence = "Troops landed at dawn, with Norland, Sudia, and Vestria providing support for the operation."
    assert set(texts(subject_of(word(sentence, "providing")))) == {"Norland", "Sudia", "Vestria"}


def test_whom_somebody_beat_in_a_match_is_a_part_of_the_match(word: Find) -> None:
    found = arguments(word("Norland stunned Sudia in a friendly match.", "match"))
    assert (texts(found.agents), texts(found.targets)) == (["Norland"], ["Sudia"])
