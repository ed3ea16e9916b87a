"""The JSON document has the fields that other programs rely on, whatever the brief holds."""

import json
from datetime import date

from generator.export import FORMATS, to_json
from generator.model import (
    Actor,
    Agreement,
    Brief,
    DateSpan,
    Event,
    EventType,
    Evidence,
    Kind,
    Participant,
    Provision,
    Question,
    Role,
    Source,
    Statement,
    Status,
    Topic,
)

TEXT = "Ministers sign the 🚢 pact\n\nArdania and Belmor signed the pact on 3 May 2030."


def quote(words: str, trigger: str | None = None) -> Evidence:
    """Evidence for these words of the text, and for the words that name the happening."""
    start = TEXT.index(words)
    first = TEXT.index(trigger, start) if trigger else None
    last = first + len(trigger) if trigger and first is not None else None
    end = start + len(words)
    return Evidence(source="pact", start=start, end=end, quote=words, trigger_start=first, trigger_end=last)


def brief() -> Brief:
    """One of each kind of fact."""
    signing = DateSpan(start=date(2030, 5, 3), end=date(2030, 5, 3), precision="day", basis="stated")
    words = [quote("Ardania and Belmor signed the pact", trigger="signed")]
    return Brief(
        title="Pact",
        generated=date(2030, 5, 4),
        sources=[Source(id="pact", path="pact.txt", sha256="00", title="Ministers sign the 🚢 pact", text=TEXT)],
        actors=[
            Actor(
                id="ardania",
                name="Ardania",
                kind=Kind.STATE,
                roles=[Role(title="signatory", of="belmor", evidence=words)],
                evidence=words,
            )
        ],
        events=[
            Event(
                id="signing",
                title="Ardania and Belmor sign the pact",
                type=EventType.AGREE,
                status=Status.OCCURRED,
                date=signing,
                participants=[Participant(actor="ardania", role="agent")],
                evidence=words,
            )
        ],
        agreements=[
            Agreement(
                id="pact",
                title="Pact",
                parties=["ardania"],
                signed=signing,
                provisions=[Provision(text="the pact", evidence=words)],
                evidence=words,
            )
        ],
        questions=[Question(id="why", text="Why?", about=["ardania"], evidence=words)],
        statements=[Statement(id="said", speaker=None, text="the pact", quoted=False, evidence=words)],
        topics=[Topic(id="trade", name="Trade", events=["signing"])],
    )


def test_every_promised_field_is_there() -> None:
    document = json.loads(to_json(brief()))
    assert document["schema_version"] == "1"
    assert document["title"] == "Pact"
    assert document["generated"] == "2030-05-04"
    promised = {
        "sources": "id path sha256 title published published_basis publisher author url language text",
        "actors": "id name kind aliases roles evidence",
        "events": "id title type status date place participants evidence",
        "agreements": "id title parties signed status provisions evidence",
        "questions": "id text status answered_by about evidence",
        "statements": "id speaker text quoted date about evidence",
        "topics": "id name events agreements questions actors",
    }
    for kind, fields in promised.items():
        assert set(fields.split()) <= set(document[kind][0]), kind


def test_what_the_articles_do_not_say_is_null() -> None:
    document = json.loads(to_json(brief()))
    assert document["sources"][0]["published"] is None
    assert document["events"][0]["place"] is None
    assert document["statements"][0]["speaker"] is None


def test_a_date_is_a_span_of_days() -> None:
    assert json.loads(to_json(brief()))["events"][0]["date"] == {
        "start": "2030-05-03",
        "end": "2030-05-03",
        "precision": "day",
        "basis": "stated",
    }


def test_only_events_name_the_words_of_the_happening() -> None:
    document = json.loads(to_json(brief()))
    evidence = document["events"][0]["evidence"][0]
    assert TEXT[evidence["trigger_start"] : evidence["trigger_end"]] == "signed"
    bare = {"source", "start", "end", "quote"}
    for kind in ("actors", "agreements", "questions", "statements"):
        assert set(document[kind][0]["evidence"][0]) == bare
    assert set(document["agreements"][0]["provisions"][0]["evidence"][0]) == bare
    assert set(document["actors"][0]["roles"][0]["evidence"][0]) == bare


def test_offsets_count_characters_even_after_an_emoji() -> None:
    document = json.loads(to_json(brief()))
    evidence = document["actors"][0]["evidence"][0]
    assert document["sources"][0]["text"][evidence["start"] : evidence["end"]] == evidence["quote"]


def test_equal_briefs_give_equal_documents_readable_as_text() -> None:
    assert to_json(brief()) == to_json(brief())
    assert "🚢" in to_json(brief())
    assert to_json(brief()).endswith("}\n")


def test_an_empty_brief_is_a_document_too() -> None:
    assert json.loads(FORMATS["json"](Brief(title="Nothing yet")))["events"] == []
