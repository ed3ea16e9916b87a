"""What people write in the curation folder, and what becomes of the brief."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from generator.assess.assessing import assess
from generator.curation import CurationError, apply, load_decisions
from generator.model import Brief, EventType, Kind, Status

type Decide = Callable[..., tuple[Brief, list[str]]]


@pytest.fixture
def decide(strait: Brief, tmp_path: Path) -> Decide:
    """The brief about the strait after decisions, each file given as `name=text`."""

    def decided(**files: str) -> tuple[Brief, list[str]]:
        folder = tmp_path / "curation"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / f"{name}.yml").write_text(dedent(text), encoding="utf-8")
        return apply(assess(strait), load_decisions(folder))

    return decided


def test_without_a_folder_nothing_is_decided(strait: Brief, tmp_path: Path) -> None:
    assert apply(strait, load_decisions(tmp_path / "curation")) == (strait, [])


def test_a_renamed_actor_keeps_its_id_and_its_old_name_as_another_form(decide: Decide) -> None:
    brief, notes = decide(actors="- rename: {id: teodor-vance, to: Teodor J. Vance}\n  note: as he signs\n")
    vance = next(actor for actor in brief.actors if actor.id == "teodor-vance")
    assert (vance.name, notes) == ("Teodor J. Vance", [])
    assert "Teodor Vance" in vance.aliases


def test_merged_actors_are_one_wherever_they_are_named(strait: Brief, decide: Decide) -> None:
    brief, notes = decide(actors="- merge: [halden-copper, anselm-brandt]\n")
    assert notes == []
    assert "anselm-brandt" not in {actor.id for actor in brief.actors}
    merged = next(actor for actor in brief.actors if actor.id == "halden-copper")
    old = [actor for actor in strait.actors if actor.id in ("halden-copper", "anselm-brandt")]
    assert "Anselm Brandt" in merged.aliases
    assert len(merged.evidence) == sum(len(actor.evidence) for actor in old)
    assert next(s for s in brief.statements if s.id == "s8").speaker == "halden-copper"
    assert "anselm-brandt" not in brief.model_dump_json().replace("Anselm Brandt", "")


def test_a_rejected_actor_is_gone_and_its_words_are_nobodys(decide: Decide) -> None:
    brief, notes = decide(actors="- reject: petra-dovic\n")
    assert notes == []
    assert "petra-dovic" not in brief.model_dump_json()
    assert next(s for s in brief.statements if s.id == "s5").speaker is None


def test_kind_and_aliases_are_set(decide: Decide) -> None:
    brief, _ = decide(
        actors="""\
        - set: {id: sandrel-fishers-union, kind: organisation}
        - alias: {id: sandrel-fishers-union, add: [SFU]}
        """
    )
    union = next(actor for actor in brief.actors if actor.id == "sandrel-fishers-union")
    assert (union.kind, union.aliases) == (Kind.ORGANISATION, ["SFU"])


def test_fields_of_an_event_are_set_and_the_others_left(strait: Brief, decide: Decide) -> None:
    brief, _ = decide(
        events="""\
        - set: {id: police-arrest-eleven, date: 2031-06-14, type: PROTEST, status: alleged}
        """
    )
    event = next(event for event in brief.events if event.id == "police-arrest-eleven")
    before = next(event for event in strait.events if event.id == "police-arrest-eleven")
    assert (event.type, event.status, event.title) == (EventType.PROTEST, Status.ALLEGED, before.title)
    assert event.date is not None
    assert (event.date.start.isoformat(), event.date.precision) == ("2031-06-14", "day")


@pytest.mark.parametrize(
    ("written", "start", "end", "precision"),
    [
        ("2031", "2031-01-01", "2031-12-31", "year"),
        ("2031-02", "2031-02-01", "2031-02-28", "month"),
        ("2031-06-14/2031-06-16", "2031-06-14", "2031-06-16", "range"),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(
    decide: Decide, written: str, start: str, end: str, precision: str
) -> None:
    brief, _ = decide(agreements=f"- set: {{id: sandrel-accord, signed: {written}}}\n")
    signed = next(agreement for agreement in brief.agreements if agreement.id == "sandrel-accord").signed
    assert signed is not None
    assert (signed.start.isoformat(), signed.end.isoformat(), signed.precision) == (start, end, precision)


def test_a_date_can_be_taken_away(decide: Decide) -> None:
    brief, _ = decide(events="- set: {id: sandrel-accord-is-signed, date: null}\n")
    assert next(event for event in brief.events if event.id == "sandrel-accord-is-signed").date is None


def test_a_rejected_event_answers_nothing_and_is_no_bottom_line(decide: Decide) -> None:
    brief, notes = decide(events="- reject: [marrow-travels-to-dovrin, sandrel-accord-is-signed]\n")
    assert notes == []
    visit = next(question for question in brief.questions if question.id == "when-will-marrow-visit")
    assert (visit.status, visit.answered_by) == ("open", [])
    assert all("marrow-travels-to-dovrin" not in topic.events for topic in brief.topics)
    assert all("sandrel-accord-is-signed" not in judgement.about for judgement in brief.bottom_line)


def test_merged_events_unite_their_reports(strait: Brief, decide: Decide) -> None:
    brief, _ = decide(events="- merge: [survey-ship-ardent-enters-disputed-waters, voyage-of-the-ardent-denied]\n")
    event = next(event for event in brief.events if event.id == "survey-ship-ardent-enters-disputed-waters")
    assert event.status is Status.ALLEGED
    assert len(event.evidence) == 2
    assert len(brief.events) == len(strait.events) - 1


def test_a_question_is_answered_and_another_opened_again(decide: Decide) -> None:
    brief, notes = decide(
        questions="""\
        - answer: {id: will-halden-be-heard, by: court-opens-hearings}
        - reopen: when-will-marrow-visit
        - reject: who-pays-for-the-fund
        """
    )
    assert notes == []
    by_id = {question.id: question for question in brief.questions}
    assert by_id["will-halden-be-heard"].answered_by == ["court-opens-hearings"]
    assert by_id["when-will-marrow-visit"].status == "open"
    assert "who-pays-for-the-fund" not in by_id


def test_sources_are_rated_and_corrected(decide: Decide) -> None:
    brief, _ = decide(
        sources="""\
        - rate: {id: court-hearing, reliability: A}
        - set: {id: after-the-accord, publisher: The Shoal, published: 2031-06-18}
        """
    )
    by_id = {source.id: source for source in brief.sources}
    assert by_id["court-hearing"].reliability == "A"
    assert by_id["after-the-accord"].publisher == "The Shoal"
    assert by_id["after-the-accord"].published_basis == "sidecar"


def test_a_decision_whose_target_is_gone_is_told_with_the_nearest(strait: Brief, decide: Decide) -> None:
    brief, notes = decide(
        events="""\
        # what we know better

        - reject: police-arrest-twelve
        - set: {id: court-opens-hearings, status: planned}
        """
    )
    assert notes == [
        "curation/events.yml:3: reject: the brief has no event 'police-arrest-twelve'; the decision has no effect"
        " (nearest: 'police-arrest-eleven', “Police arrest eleven people near the customs house”)"
    ]
    assert len(brief.events) == len(strait.events)
    assert next(event for event in brief.events if event.id == "court-opens-hearings").status is Status.PLANNED


def test_a_decision_on_what_another_rejects_is_told(decide: Decide) -> None:
    _, notes = decide(actors="- rename: {id: ines-tolland, to: Ines T.}\n- reject: ines-tolland\n")
    assert len(notes) == 1
    assert notes[0].startswith(
        "curation/actors.yml:1: rename: the actor 'ines-tolland' is rejected by another decision"
    )


def test_decisions_follow_what_was_merged(decide: Decide) -> None:
    brief, notes = decide(
        actors="""\
        - rename: {id: anselm-brandt, to: Halden Copper and its chief}
        - merge: [halden-copper, anselm-brandt]
        """
    )
    assert notes == []
    assert next(a for a in brief.actors if a.id == "halden-copper").name == "Halden Copper and its chief"


def test_the_brief_given_is_left_as_it_was(strait: Brief, decide: Decide) -> None:
    before = strait.model_dump_json()
    decide(actors="- merge: [halden-copper, anselm-brandt]\n- reject: petra-dovic\n")
    assert strait.model_dump_json() == before


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("events", "- set: {id: x, status: ocurred}", ["events.yml:1", "status", "'occurred'", "'denied'"]),
        ("events", "- set: {id: x, date: 18.6.2031}", ["events.yml:1", "date", "2024-06-18"]),
        ("events", "- set: {id: x, date: 2031-13}", ["events.yml:1", "date", "no such day or month"]),
        (
            "events",
            "\n- rejct: x",
            ["events.yml:2", "rejct", "did you mean 'reject'?", "merge, split, apart, rename, set, add"],
        ),
        ("events", "- reject: x\n- set: {id: x, dat: 2031}", ["events.yml:2", "dat", "allowed", "place"]),
        ("actors", "- merge: [x]", ["actors.yml:1", "merge", "at least 2"]),
        ("actors", "- reject: x\n  merge: [x, y]", ["actors.yml:1", "exactly one of"]),
        ("sources", "- rate: {id: x, reliability: G}", ["sources.yml:1", "reliability", "'A', 'B'"]),
        ("questions", "- answer: {id: x}", ["questions.yml:1", "by", "missing"]),
        ("events", "- set: {id: x, mode: visti}", ["events.yml:1", "mode", "visit", "phone"]),
        (
            "events",
            "- set: {id: x, participants: {y: agnet}}",
            ["events.yml:1", "participants.y", "'agent'", "'target'"],
        ),
        ("events", "- split: {id: x, title: y}", ["events.yml:1", "split", "sources or quotes"]),
        ("events", "- add: {title: x, type: AID}", ["events.yml:1", "evidence", "missing"]),
        ("events", "- about: x", ["events.yml:1", "about needs a note"]),
        ("events", "- pin:", ["events.yml:1", "pin", "nothing is written after it"]),
        ("questions", "- add: {text: Why, evidence: {source: x, quote: y}}", ["questions.yml:1", "text", "pattern"]),
        ("agreements", "- split: {id: x}", ["agreements.yml:1", "unknown field 'split'", "merge, rename, alias"]),
        ("actors", "reject: x", ["actors.yml:1", "list"]),
        ("actors", "- reject: [x", ["actors.yml:"]),
        ("actor", "- reject: x", ["actor.yml", "did you mean actors.yml?", "sources.yml"]),
    ],
)
def test_a_mistake_is_named_with_file_line_field_and_what_is_allowed(
    decide: Decide, name: str, text: str, words: list[str]
) -> None:
    with pytest.raises(CurationError) as caught:
        decide(**{name: text})
    line = str(caught.value)
    assert "\n" not in line
    assert [word for word in words if word not in line] == []
