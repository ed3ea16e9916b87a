"""A long article is distilled piece by piece: exact evidence, and one actor for one name through all of it."""

from collections.abc import Callable

import pytest

from generator.distil import distil
from generator.language import Pipeline, pieces
from generator.model import Article, Distillate

OPENING = (
    "Norland's Defence Minister Anna Berg signed a pact with Sudia in Tarsk on Monday.",
    "The Harbour Watch Society (HWS) criticised the pact, and its chair Tomas Lindqvist called it a mistake.",
)
LATER = (
    "Berg met the president of Sudia in Brenholm on Wednesday.",
    "“The pact will hold,” Lindqvist said. The HWS accused the government of Norland of haste.",
    "Norland's Defence Minister Anna Berg signed a pact with Sudia in Tarsk on Monday.",
)
BETWEEN = (
    "The weather was mild along the coast that week, and the ferries between the islands ran as they do in spring."
)


@pytest.fixture
def long(write: Callable[..., Article], monkeypatch: pytest.MonkeyPatch) -> Article:
    """An article of several pieces: names stand in full in the first one."""
    monkeypatch.setattr(pieces, "WHOLE", 600)
    monkeypatch.setattr(pieces, "_PIECE", 400)
    return write(*OPENING, *[BETWEEN] * 6, *LATER)


@pytest.fixture
def told(long: Article, pipeline: Pipeline) -> Distillate:
    """What it tells."""
    assert len(pieces.pieces(long)) > 3
    return distil(long, pipeline)


def test_all_evidence_is_exact_in_the_whole_text(told: Distillate) -> None:
    text = told.source.text
    held = [e for actor in told.actors for e in actor.evidence]
    held += [e for event in told.events for e in event.evidence]
    held += [e for agreement in told.agreements for e in agreement.evidence]
    held += [e for question in told.questions for e in question.evidence]
    held += [e for statement in told.statements for e in statement.evidence]
    held += [e for actor in told.actors for role in actor.roles for e in role.evidence]
    held += [e for agreement in told.agreements for provision in agreement.provisions for e in provision.evidence]
    assert max(e.start for e in held) > 1000
    for e in held:
        assert text[e.start : e.end] == e.quote
        if e.trigger_start is not None and e.trigger_end is not None:
            assert e.start <= e.trigger_start < e.trigger_end <= e.end


def test_a_surname_in_a_later_piece_means_the_person_of_the_first(told: Distillate) -> None:
    persons = {actor.name: actor for actor in told.actors if actor.kind == "person"}
    assert {"Anna Berg", "Tomas Lindqvist"} <= persons.keys()
    assert not {"Berg", "Lindqvist"} & persons.keys()
    assert any("Berg met the president" in e.quote for e in persons["Anna Berg"].evidence)
    [statement] = [s for s in told.statements if "will hold" in s.text]
    assert statement.speaker == persons["Tomas Lindqvist"].id


def test_an_acronym_in_a_later_piece_means_the_body_of_the_first(told: Distillate) -> None:
    [society] = [actor for actor in told.actors if "HWS" in (actor.name, *actor.aliases)]
    assert any("accused" in e.quote for e in society.evidence)


def test_what_two_pieces_tell_in_the_same_words_is_one_event(told: Distillate) -> None:
    signed = [event for event in told.events if "sign" in event.title.lower()]
    assert len(signed) == 1
    assert len({e.start for e in signed[0].evidence}) == 2


def test_ids_differ_and_every_reference_leads_to_an_actor(told: Distillate) -> None:
    actors = {actor.id for actor in told.actors}
    assert len(actors) == len(told.actors)
    for facts in (told.events, told.agreements, told.questions, told.statements):
        assert len({fact.id for fact in facts}) == len(facts)
    assert {p.actor for event in told.events for p in event.participants} <= actors
    assert {party for agreement in told.agreements for party in agreement.parties} <= actors
    assert {statement.speaker for statement in told.statements if statement.speaker} <= actors
    assert {role.of for actor in told.actors for role in actor.roles if role.of} <= actors


def test_the_same_article_gives_the_same_result_again(long: Article, told: Distillate, pipeline: Pipeline) -> None:
    assert distil(long, pipeline) == told
