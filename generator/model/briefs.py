"""All that one article says, and all that they say together, with what lies between them."""

from datetime import date
from typing import Literal

from generator.model.codes import Matter, SourceTexts, Tlp
from generator.model.evidence import Evidence, Model
from generator.model.facts import Actor, Agreement, Event, Judgement, Question, Statement, Topic
from generator.model.sources import Source


class Account(Model):
    """What one side of a discrepancy says: the value in words, and the quotes that give it."""

    value: str
    evidence: list[Evidence]


class Discrepancy(Model):
    """A matter on which sources differ. `about` is the id of the event or agreement; two accounts or more."""

    id: str
    about: str
    matter: Matter
    accounts: list[Account]


class Change(Model):
    """What is different about one item since an edition; `text` is its title, `details` say what changed, in words.

    `item` is "event", "actor", "agreement", "question", "judgement" or "source"; `id` is that in the brief now, or,
    of what was withdrawn, in the edition.
    """

    what: Literal["new", "changed", "answered", "withdrawn"]
    item: Literal["actor", "event", "agreement", "question", "judgement", "source"]
    id: str
    text: str
    details: list[str] = []


class Comparison(Model):
    """The brief against an edition recorded earlier: `since` is the edition's name."""

    since: str
    changes: list[Change] = []


class Distillate(Model):
    """What one article says, on its own. Actor ids are local to it; merging gives the final ones."""

    source: Source
    actors: list[Actor] = []
    events: list[Event] = []
    agreements: list[Agreement] = []
    questions: list[Question] = []
    statements: list[Statement] = []


class Brief(Model):
    """What all articles say together.

    `tlp` says with whom it may be shared; `source_texts` whether the site shows whole articles or only what is cited.
    """

    schema_version: Literal["1"] = "1"
    title: str
    generated: date | None = None
    tlp: Tlp | None = None
    source_texts: SourceTexts = "full"
    sources: list[Source] = []
    actors: list[Actor] = []
    events: list[Event] = []
    agreements: list[Agreement] = []
    questions: list[Question] = []
    statements: list[Statement] = []
    topics: list[Topic] = []
    discrepancies: list[Discrepancy] = []
    bottom_line: list[Judgement] = []
    judgements: list[Judgement] = []
    source_summary: str | None = None
    comparison: Comparison | None = None
