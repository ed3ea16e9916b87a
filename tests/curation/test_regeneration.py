"""Every kind of decision, before and after two more articles: applied, or told in words. Nothing is lost."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.curation.reading import FILES
from generator.model import (
    Actor,
    Agreement,
    Article,
    Brief,
    DateSpan,
    Distillate,
    Event,
    EventType,
    Evidence,
    Kind,
    Participant,
    Question,
    Statement,
    Status,
)
from generator.workspace import InputError, Progress, Workspace, build_brief

ACTORS = {
    "Norland": Kind.STATE,
    "Sudia": Kind.STATE,
    "Anna Berg": Kind.PERSON,
    "Berg Line": Kind.ORGANISATION,
    "Port Guard": Kind.ORGANISATION,
    "Olaf Stern": Kind.PERSON,
    "Fish Market": Kind.ORGANISATION,
}
EVENTS = {
    "Norland and Sudia signed the Ice Treaty in Lorvik": (
        "Norland and Sudia sign treaty",
        EventType.AGREE,
        "2031-03-04",
    ),
    "Anna Berg arrived in Sudia for a visit with Olaf Stern": (
        "Anna Berg visits Sudia with Olaf Stern",
        EventType.CONSULT,
        "2031-03-05",
    ),
    "Anna Berg visited Sudia": ("Anna Berg visits Sudia", EventType.CONSULT, "2031-03-05"),
    "Port Guard seized a trawler of Berg Line": ("Port Guard seizes a trawler", EventType.COERCE, "2031-02-01"),
    "Berg Line protested in Lorvik": ("Berg Line protests in Lorvik", EventType.PROTEST, "2031-02-02"),
    "Fish Market opened": ("Fish Market opens", EventType.OTHER, "2031-02-10"),
    "Fish Market closed": ("Fish Market closes", EventType.OTHER, "2031-05-10"),
    "Olaf Stern accused Norland": ("Olaf Stern accuses Norland", EventType.ACCUSE, "2031-02-20"),
    "Olaf Stern threatened Norland": ("Olaf Stern threatens Norland", EventType.THREATEN, "2031-02-25"),
}
QUESTIONS = {
    "It is open whether Sudia will ratify": "Will Sudia ratify the treaty?",
    "It is open who pays for the trawler": "Who pays for the trawler?",
    "It is open when Anna Berg will return": "When will Anna Berg return?",
    "Nobody says what else happened": "What else happened?",
    "Nobody knows why Fish Market closed": "Why did Fish Market close?",
}
STATEMENTS = ["Olaf Stern said the sea was cold", "Anna Berg said the talks went well"]
AGREEMENTS = ["Ice Treaty", "Fish Pact", "Whale Deal"]

FIRST = {
    "treaty": "Norland and Sudia signed the Ice Treaty in Lorvik. Anna Berg visited Sudia. It is open whether Sudia"
    " will ratify. Anna Berg said the talks went well. The Fish Pact stands.",
    "trawler": "Port Guard seized a trawler of Berg Line. Berg Line protested in Lorvik. It is open who pays for the"
    " trawler. It is open when Anna Berg will return. The Whale Deal is dead. Olaf Stern said the sea was cold.",
    "market": "Fish Market opened. Olaf Stern accused Norland. Olaf Stern threatened Norland. Nobody says what else"
    " happened. Port Guard seized a trawler of Berg Line. Mayor Olaf Stern laughed."
    " It is open whether Sudia will ratify.",
}
LATER = {
    "later": "Anna Berg arrived in Sudia for a visit with Olaf Stern. Fish Market closed.",
    "last": "Anna Berg arrived in Sudia for a visit with Olaf Stern. Nobody knows why Fish Market closed. Berg Line"
    " protested in Lorvik. Norland waits.",
}


def distil(article: Article) -> Distillate:
    """Finds the sentences and names above, word for word."""
    source = article.source

    def found(words: str) -> list[Evidence]:
        start = source.text.find(words)
        if start < 0:
            return []
        return [Evidence(source=source.id, start=start, end=start + len(words), quote=words)]

    def sentences(name: str) -> list[Evidence]:
        return [
            evidence for match in re.findall(r"[^.\n]+\.", source.text) if name in match for evidence in found(match)
        ]

    def named(words: str) -> list[str]:
        return [name.lower().replace(" ", "-") for name in ACTORS if name in words]

    def day(written: str) -> DateSpan:
        return DateSpan.model_validate({"start": written, "end": written, "precision": "day", "basis": "stated"})

    return Distillate(
        source=source,
        actors=[
            Actor(id=name.lower().replace(" ", "-"), name=name, kind=kind, evidence=sentences(name))
            for name, kind in ACTORS.items()
            if found(name)
        ],
        events=[
            Event(
                id=f"e{number}",
                title=title,
                type=kind,
                status=Status.OCCURRED,
                date=day(written),
                participants=[Participant(actor=actor, role="agent") for actor in named(words)],
                evidence=found(words),
            )
            for number, (words, (title, kind, written)) in enumerate(EVENTS.items())
            if found(words)
        ],
        agreements=[
            Agreement(id=name.lower().replace(" ", "-"), title=name, evidence=found(name))
            for name in AGREEMENTS
            if found(name)
        ],
        questions=[
            Question(id=f"q{number}", text=text, about=named(words), evidence=found(words))
            for number, (words, text) in enumerate(QUESTIONS.items())
            if found(words)
        ],
        statements=[
            Statement(
                id=f"{source.id}-s{number}", speaker=named(words)[0], text=words, quoted=False, evidence=found(words)
            )
            for number, words in enumerate(STATEMENTS)
            if found(words)
        ],
    )


VISIT = "Anna Berg visits Sudia"

type Check = Callable[["Shown"], bool]


class Shown:
    """A brief as its decisions are looked for in it: facts by id, "" where there is none."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief

    def __getitem__(self, key: tuple[str, str]) -> Any:
        facts, identifier = key
        return next((fact for fact in getattr(self.brief, facts) if fact.id == identifier), None)

    def titled(self, title: str) -> Any:
        """The event that has or had a title, whatever its id."""
        for event in self.brief.events:
            if title in (event.title, *(report.title for report in event.reports)):
                return event
        return None


DECISIONS: dict[str, list[tuple[str, Check]]] = {
    "actors": [
        ("merge: [port-guard, fish-market]", lambda b: "Fish Market" in b["actors", "port-guard"].aliases),
        ("split: {id: olaf-stern, forms: [Mayor Olaf Stern], name: Mayor Stern}", lambda b: b["actors", "mayor-stern"]),
        ("apart: [anna-berg, olaf-stern]", lambda b: b["actors", "anna-berg"] and b["actors", "olaf-stern"]),
        ("rename: {id: sudia, to: Republic of Sudia}", lambda b: b["actors", "sudia"].name == "Republic of Sudia"),
        ("alias: {id: norland, add: [the North]}", lambda b: "the North" in b["actors", "norland"].aliases),
        (
            "set: {id: anna-berg, roles: [{title: envoy, evidence: {source: treaty, quote: Anna Berg visited}}]}",
            lambda b: b["actors", "anna-berg"].roles[0].title == "envoy",
        ),
        (
            "add: {name: The Mayor, kind: person, evidence: {source: market, quote: Mayor}}",
            lambda b: b["actors", "the-mayor"].review.added,
        ),
        ("pin: norland", lambda b: b["actors", "norland"].review.pinned),
        ("hide: sudia", lambda b: b["actors", "sudia"].review.hidden),
        ("about: norland\n  note: a kingdom", lambda b: b["actors", "norland"].review.note == "a kingdom"),
        ("reject: berg-line", lambda b: b["actors", "berg-line"] is None),
    ],
    "events": [
        (
            "merge: [olaf-stern-accuses-norland, olaf-stern-threatens-norland]",
            lambda b: b["events", "olaf-stern-threatens-norland"] is None,
        ),
        (
            "split: {id: port-guard-seizes-a-trawler, sources: [market], title: Port Guard seizes another trawler}",
            lambda b: b["events", "port-guard-seizes-another-trawler"].evidence[0].source == "market",
        ),
        (
            "apart: [anna-berg-visits-sudia, norland-and-sudia-sign-treaty]",
            lambda b: b.titled(VISIT) and b.titled("Norland and Sudia sign treaty"),
        ),
        (
            "rename: {id: berg-line-protests-in-lorvik, to: Fishermen protest in Lorvik}",
            lambda b: b.titled("Fishermen protest in Lorvik"),
        ),
        (
            "set: {id: anna-berg-visits-sudia, date: 2031-03-06, place: Lorvik, status: alleged}",
            lambda b: (str(b.titled(VISIT).date.start), b.titled(VISIT).status) == ("2031-03-06", "alleged"),
        ),
        (
            "add: {title: Olaf Stern laughs, type: OTHER, evidence: {source: market, quote: Mayor Olaf Stern laughed}}",
            lambda b: b["events", "olaf-stern-laughs"].review.added,
        ),
        ("pin: anna-berg-visits-sudia", lambda b: b.titled(VISIT).review.pinned),
        ("hide: norland-and-sudia-sign-treaty", lambda b: b.titled("Norland and Sudia sign treaty").review.hidden),
        (
            "about: anna-berg-visits-sudia\n  note: seen on television",
            lambda b: b.titled(VISIT).review.note == "seen on television",
        ),
        ("reject: fish-market-opens", lambda b: b.titled("Fish Market opens") is None),
    ],
    "agreements": [
        ("merge: [fish-pact, whale-deal]", lambda b: "Whale Deal" in b["agreements", "fish-pact"].aliases),
        ("rename: {id: fish-pact, to: Fish Accord}", lambda b: b["agreements", "fish-pact"].title == "Fish Accord"),
        ("alias: {id: fish-pact, add: [the pact]}", lambda b: "the pact" in b["agreements", "fish-pact"].aliases),
        ("set: {id: fish-pact, status: in force}", lambda b: b["agreements", "fish-pact"].status == "in force"),
        (
            "add: {title: Sea Bargain, parties: [norland], evidence: {source: trawler, quote: who pays}}",
            lambda b: b["agreements", "sea-bargain"].parties == ["norland"],
        ),
        ("pin: fish-pact", lambda b: b["agreements", "fish-pact"].review.pinned),
        ("hide: sea-bargain", lambda b: b["agreements", "sea-bargain"].review.hidden),
        ("about: fish-pact\n  note: secret", lambda b: b["agreements", "fish-pact"].review.note == "secret"),
        ("reject: ice-treaty", lambda b: b["agreements", "ice-treaty"] is None),
    ],
    "questions": [
        (
            "merge: [who-pays-for-the-trawler, when-will-anna-berg-return]",
            lambda b: b["questions", "when-will-anna-berg-return"] is None,
        ),
        (
            'split: {id: will-sudia-ratify-the-treaty, sources: [market], text: "Will Sudia ever ratify?"}',
            lambda b: b["questions", "will-sudia-ever-ratify"].evidence[0].source == "market",
        ),
        (
            'rename: {id: who-pays-for-the-trawler, to: "Who pays?"}',
            lambda b: b["questions", "who-pays-for-the-trawler"].text == "Who pays?",
        ),
        (
            "answer: {id: will-sudia-ever-ratify, by: anna-berg-visits-sudia}",
            lambda b: b["questions", "will-sudia-ever-ratify"].status == "answered",
        ),
        (
            "reopen: will-sudia-ratify-the-treaty",
            lambda b: b["questions", "will-sudia-ratify-the-treaty"].status == "open",
        ),
        (
            'set: {id: will-sudia-ratify-the-treaty, text: "Will the Sudian chamber ratify?"}',
            lambda b: b["questions", "will-sudia-ratify-the-treaty"].text.startswith("Will the Sudian"),
        ),
        (
            'add: {text: "Why did the mayor laugh?", evidence: {source: market, quote: Mayor Olaf Stern laughed}}',
            lambda b: b["questions", "why-did-the-mayor-laugh"].review.added,
        ),
        ("pin: who-pays-for-the-trawler", lambda b: b["questions", "who-pays-for-the-trawler"].review.pinned),
        ("hide: who-pays-for-the-trawler", lambda b: b["questions", "who-pays-for-the-trawler"].review.hidden),
        (
            "about: who-pays-for-the-trawler\n  note: ask again",
            lambda b: b["questions", "who-pays-for-the-trawler"].review.note == "ask again",
        ),
        ("reject: what-else-happened", lambda b: b["questions", "what-else-happened"] is None),
    ],
    "statements": [
        (
            "add: {speaker: anna-berg, text: it is over, evidence: {source: trawler, quote: The Whale Deal is dead}}",
            lambda b: b["statements", "it-is-over"].speaker == "anna-berg",
        ),
        (
            "about: treaty-s1\n  note: by telephone",
            lambda b: b["statements", "treaty-s1"].review.note == "by telephone",
        ),
        ("reject: trawler-s1", lambda b: b["statements", "trawler-s1"] is None),
    ],
    "sources": [
        ("rate: {id: treaty, reliability: B}", lambda b: b["sources", "treaty"].reliability == "B"),
        ("set: {id: market, publisher: The Stern}", lambda b: b["sources", "market"].publisher == "The Stern"),
        ("about: trawler\n  note: a rumour", lambda b: b["sources", "trawler"].review.note == "a rumour"),
    ],
}


class Listener(Progress):
    """Remembers what a person would have seen."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def note(self, line: str) -> None:
        self.notes.append(line)


def written(workspace: Workspace, articles: dict[str, str]) -> tuple[Brief, list[str]]:
    """The brief after these articles were added, and the notes."""
    workspace.articles.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        heading = f"{name.title()} news from the harbour of Lorvik"
        (workspace.articles / f"{name}.txt").write_text(f"{heading}\n\n{text}\n", encoding="utf-8")
    listener = Listener()
    return build_brief(workspace, listener, distil), listener.notes


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with all the decisions above."""
    workspace = Workspace(tmp_path / "data")
    workspace.curation.mkdir(parents=True)
    for name, entries in DECISIONS.items():
        text = "".join(f"- {entry}\n" for entry, _ in entries)
        (workspace.curation / f"{name}.yml").write_text(text, encoding="utf-8")
    return workspace


def unheard(brief: Brief, notes: list[str]) -> list[str]:
    """Decisions that are neither applied nor reported."""
    missing = []
    for name, entries in DECISIONS.items():
        line = 1
        for entry, check in entries:
            told = any(note.startswith(f"curation/{name}.yml:{line}: ") for note in notes)
            try:
                applied = bool(check(Shown(brief)))
            except AttributeError:  # the fact is not there
                applied = False
            if not applied and not told:
                missing.append(f"{name}.yml:{line}: {entry}")
            line += entry.count("\n") + 1
    return missing


def test_every_kind_of_decision_is_among_them() -> None:
    kinds = {name: {entry.split(":")[0] for entry, _ in entries} for name, entries in DECISIONS.items()}
    assert kinds == {name: set(model.verbs()) for name, model in FILES.items()}


def test_all_decisions_hold_at_first(workspace: Workspace) -> None:
    brief, notes = written(workspace, FIRST)
    assert notes == []
    assert unheard(brief, notes) == []


def test_after_two_more_articles_each_decision_is_applied_or_reported(workspace: Workspace) -> None:
    before, _ = written(workspace, FIRST)
    files = {path: path.read_bytes() for path in workspace.curation.iterdir()}
    brief, notes = written(workspace, LATER)
    assert len(brief.sources) == len(before.sources) + 2
    assert unheard(brief, notes) == []
    assert {path: path.read_bytes() for path in workspace.curation.iterdir()} == files
    # the title of the visit is a fuller one now, and so is its id: the decisions are still about it
    visit = Shown(brief).titled(VISIT)
    assert visit.id == "anna-berg-visits-sudia-with-olaf-stern"
    assert (visit.status, visit.review.pinned, visit.place) == ("alleged", True, "Lorvik")
    assert (
        f"curation/events.yml:7: pin: the event 'anna-berg-visits-sudia' is now '{visit.id}', “{visit.title}”" in notes
    )
    assert [note for note in notes if "has no effect" in note] == []


def test_when_an_article_is_taken_out_what_it_alone_told_is_reported(workspace: Workspace) -> None:
    written(workspace, FIRST)
    (workspace.articles / "market.txt").unlink()
    brief, notes = written(workspace, {})
    assert unheard(brief, notes) == []
    assert any("the brief has no source 'market'" in note for note in notes)
    assert any("the brief has no event 'fish-market-opens'" in note for note in notes)


def test_a_mistyped_decision_is_named_with_file_line_field_and_what_is_allowed(workspace: Workspace) -> None:
    path = workspace.curation / "events.yml"
    path.write_text(path.read_text(encoding="utf-8") + "- set: {id: x, type: AGREEE}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        written(workspace, FIRST)
    (line,) = caught.value.faults
    number = len(path.read_text(encoding="utf-8").splitlines())
    assert f"events.yml:{number}: " in line
    assert "set.type" in line
    assert "'AGREE'" in line
    assert "'AGREEE'" in line
