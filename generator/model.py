"""The vocabulary of the product: what a brief is made of.

Every class is a plain value. Offsets count Unicode code points in the cleaned text of a source, from 0, end
exclusive, and `text[start:end] == quote` holds for every piece of evidence. Dates are spans of whole days.
The field names are fixed by the JSON document that other programs read; see the page "Data format" in `docs/`.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

SCHEMA_VERSION = "1"


class Model(BaseModel):
    """Base of all values: unknown fields are errors, so that a typing mistake in YAML is found."""

    model_config = ConfigDict(extra="forbid")


class Kind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"


class EventType(StrEnum):
    """The sixteen event types of PLOVER, and OTHER for what none of them covers."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OTHER = "OTHER"

    @property
    def quad(self) -> "Quad | None":
        """The quad class the type belongs to; None for OTHER."""
        return _QUADS.get(self)


class Quad(StrEnum):
    """PLOVER's four classes: words or deeds, cooperative or conflictual."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


_QUADS = {
    **dict.fromkeys(
        [EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE], Quad.VERBAL_COOPERATION
    ),
    **dict.fromkeys([EventType.COOPERATE, EventType.AID, EventType.RETREAT], Quad.MATERIAL_COOPERATION),
    **dict.fromkeys([EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN], Quad.VERBAL_CONFLICT),
    **dict.fromkeys(
        [EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT],
        Quad.MATERIAL_CONFLICT,
    ),
}


class Status(StrEnum):
    """How certain an event is, as its source words it."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    DENIED = "denied"


class AgreementStatus(StrEnum):
    """Where an agreement stands."""

    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    SIGNED = "signed"
    IN_FORCE = "in force"
    SUSPENDED = "suspended"
    BROKEN = "broken"
    EXPIRED = "expired"


Precision = Literal["day", "week", "month", "quarter", "year", "range"]
Basis = Literal["stated", "relative", "inferred"]
PublishedBasis = Literal["stated", "sidecar", "file", "inferred"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Confidence = Literal["low", "moderate", "high"]
Credibility = Literal[1, 2, 3, 4, 5, 6]
Tlp = Literal["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"]
"""The labels of the Traffic Light Protocol 2.0."""
SourceTexts = Literal["full", "passages"]
Matter = Literal["date", "number", "party", "place", "occurrence"]


class DateSpan(Model):
    """A date as exact as the articles give it: first and last day, both included."""

    start: date
    end: date
    precision: Precision
    basis: Basis

    @property
    def days(self) -> int:
        """Number of days in the span, at least 1."""
        return (self.end - self.start).days + 1

    def overlaps(self, other: "DateSpan") -> bool:
        """Whether the two spans have a day in common."""
        return self.start <= other.end and other.start <= self.end


class Evidence(Model):
    """The exact words of a source that a fact rests on.

    `trigger_start` and `trigger_end` (events only) bound the word or words that name the happening, in the same
    offsets.
    """

    source: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(gt=0)]
    quote: Annotated[str, Field(min_length=1)]
    trigger_start: int | None = None
    trigger_end: int | None = None

    @model_serializer(mode="wrap")
    def _without_empty_trigger(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        values: dict[str, Any] = handler(self)
        return {k: v for k, v in values.items() if v is not None or not k.startswith("trigger_")}


class Origin(Model):
    """One independent origin of a fact: the sources that stand on it, since they copy it or relay it.

    `name` is the agency or outlet that the sources relay; None where a source tells on its own account.
    """

    name: str | None = None
    sources: list[str]


class Assessment(Model):
    """How well a fact is borne out, by rule, with the reason of both grades in words.

    `credibility` is the Admiralty code of the information, 1 (confirmed) to 6 (cannot be judged); `confidence` is that
    of ICD 203. The page "How facts are weighed" in `docs/` states the rules.
    """

    origins: list[Origin]
    credibility: Credibility
    credibility_reason: str
    confidence: Confidence
    confidence_reason: str


class Review(Model):
    """What a person did to a fact. `fields` are those that a person set, by their names in this vocabulary."""

    fields: list[str] = []
    added: bool = False
    pinned: bool = False
    hidden: bool = False
    note: str | None = None


class FallenFact(Model):
    """What an earlier version of an article told and the newer one does not: its title, and the words it rested on."""

    kind: Literal["actor", "event", "agreement", "question", "statement"]
    title: str
    quote: str


class EarlierVersion(Model):
    """A text of an article that a newer one superseded. No fact of the brief rests on it.

    `id` is the one that the text had as a source of its own; `path`, `published` and `sha256` are those of its file;
    `files` are the paths of all files that hold it, its own first, where there are several. `reason` says in words
    why it is the earlier one.
    """

    id: str
    path: str
    sha256: str
    published: date | None = None
    files: list[str] = []
    reason: str
    fell: list[FallenFact] = []


class Source(Model):
    """One article: where it came from and its cleaned text (headline first, paragraphs parted by a blank line).

    `path` is relative to the articles folder; `record` is the number of the article's record, from 1, in a file that
    holds several; `sha256` is of the file's bytes, or of the record's; `reliability` is the Admiralty code
    that an analyst gave, F (cannot be judged) until then. `descriptor` says in a sentence what kind of source it is
    (ICD 206), `copy_of` is the id of the source whose text it nearly repeats, and `relays` names the agencies and
    outlets whose reports it passes on. `updated` is the day of the last change that the article states; `supersedes`
    is what a person said of which file it replaces ("none": it is an article of its own, however like another).
    `files` are the paths of all files that hold this text, its own first, where there are several; `earlier` are the
    texts that this one superseded, the newest first; `stands_for` are the ids that all of those would have as sources
    of their own. `notice` tells readers why not all of it could be distilled.
    """

    id: str
    path: str
    record: int | None = None
    sha256: str
    title: str
    published: date | None = None
    published_basis: PublishedBasis | None = None
    updated: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    reliability: Reliability = "F"
    descriptor: str | None = None
    copy_of: str | None = None
    relays: list[str] = []
    review: Review | None = None
    supersedes: str | None = None
    files: list[str] = []
    earlier: list[EarlierVersion] = []
    stands_for: list[str] = []
    notice: str | None = None
    text: str

    @property
    def place(self) -> str:
        """Where it lies, in words: its file, or its record in a file that holds several."""
        return self.path if self.record is None else f"record {self.record} of {self.path}"


class Block(Model):
    """One paragraph of a source's text: its offsets and what it is."""

    start: int
    end: int
    kind: Literal["headline", "heading", "item", "prose"]


class Article(Model):
    """A source as read from disk: the source itself and its text's blocks, in order, covering every paragraph."""

    source: Source
    blocks: list[Block]


class Role(Model):
    """An office or function that a source gives an actor. `of` is the id of the state or body it belongs to."""

    title: str
    of: str | None = None
    evidence: list[Evidence]


class Judgement(Model):
    """One sentence that the brief stands for, and the evidence it rests on. `about` are ids of the facts behind it.

    `likelihood` is a word of ICD 203, which stands in the text of an analyst's judgement; `reason` says in words why
    the confidence is what it is.
    """

    text: str
    about: list[str]
    author: Literal["machine", "analyst"] = "machine"
    likelihood: str | None = None
    confidence: Confidence | None = None
    reason: str | None = None
    evidence: list[Evidence]


class Actor(Model):
    """A person, organisation, state or group that the articles speak of. `aliases` are the other forms they use.

    `part_of` is the id of the state or body that it is part of, as a ministry is of its state.
    """

    id: str
    name: str
    kind: Kind
    part_of: str | None = None
    aliases: list[str] = []
    roles: list[Role] = []
    bottom_line: list[Judgement] = []
    evidence: list[Evidence]
    review: Review | None = None


class Participant(Model):
    """An actor's part in an event: "agent" (who acts), "target" (to whom), "with" (jointly), "about"."""

    actor: str
    role: str


class EventReport(Model):
    """How one source tells an event, before the sources are merged."""

    source: str
    title: str
    status: Status
    date: DateSpan | None = None
    place: str | None = None
    participants: list[Participant] = []


class StatusChange(Model):
    """A stage of one story: the status as told by the articles of one day, with the date they then gave it.

    `reported` is the day of publication, None where the articles have none.
    """

    status: Status
    reported: date | None = None
    date: DateSpan | None = None
    evidence: list[Evidence]


class Event(Model):
    """One happening. `title` reads as a sentence in the present tense without full stop, at most 90 characters.

    `given_by` names, for each of the fields title, type, date and place, the sources that give the value shown.
    `history` are its stages, oldest first, where the articles tell of a change ("planned", then "occurred").
    `reports` are the accounts of single sources, where two or more tell it.
    """

    id: str
    title: str
    type: EventType
    mode: str | None = None
    status: Status
    date: DateSpan | None = None
    place: str | None = None
    participants: list[Participant] = []
    given_by: dict[str, list[str]] = {}
    history: list[StatusChange] = []
    reports: list[EventReport] = []
    evidence: list[Evidence]
    assessment: Assessment | None = None
    review: Review | None = None


class Provision(Model):
    """What an agreement provides, in the words of a source."""

    text: str
    evidence: list[Evidence]


class AgreementStep(Model):
    """A stage that an agreement reached, and when, as the articles say it."""

    status: AgreementStatus
    date: DateSpan | None = None
    evidence: list[Evidence]


class Agreement(Model):
    """A treaty, pact, deal, ceasefire, contract, ...: `aliases` are the other names the articles give it.

    `steps` are the stages it went through, oldest first; `status` is where it stands.
    """

    id: str
    title: str
    aliases: list[str] = []
    parties: list[str] = []
    signed: DateSpan | None = None
    status: AgreementStatus | None = None
    provisions: list[Provision] = []
    steps: list[AgreementStep] = []
    evidence: list[Evidence]
    assessment: Assessment | None = None
    review: Review | None = None


class Question(Model):
    """What the articles leave open. `answered_by` are ids of events; `raised` is when the first source asked it.

    `answer` are the words that answer it, `indicators` what a later article would have to tell to answer it.
    """

    id: str
    text: str
    status: Literal["open", "answered"] = "open"
    answered_by: list[str] = []
    about: list[str] = []
    raised: date | None = None
    answer: list[Evidence] = []
    indicators: list[str] = []
    evidence: list[Evidence]
    review: Review | None = None


class Statement(Model):
    """Attributed speech or a position. `speaker` is an actor id; `quoted` is true for direct speech."""

    id: str
    speaker: str | None
    text: str
    quoted: bool
    date: DateSpan | None = None
    about: list[str] = []
    evidence: list[Evidence]
    review: Review | None = None


class Topic(Model):
    """A subject of the brief and the ids of what belongs to it."""

    id: str
    name: str
    events: list[str] = []
    agreements: list[str] = []
    questions: list[str] = []
    actors: list[str] = []


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
