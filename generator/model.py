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


class Source(Model):
    """One article: where it came from and its cleaned text (headline first, paragraphs parted by a blank line).

    `path` is relative to the articles folder; `sha256` is of the file's bytes; `reliability` is the Admiralty code
    that an analyst gave, F (cannot be judged) until then.
    """

    id: str
    path: str
    sha256: str
    title: str
    published: date | None = None
    published_basis: PublishedBasis | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    reliability: Reliability = "F"
    text: str


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


class Actor(Model):
    """A person, organisation, state or group that the articles speak of. `aliases` are the other forms they use."""

    id: str
    name: str
    kind: Kind
    aliases: list[str] = []
    roles: list[Role] = []
    evidence: list[Evidence]


class Participant(Model):
    """An actor's part in an event: "agent" (who acts), "target" (to whom), "with" (jointly), "about"."""

    actor: str
    role: str


class Event(Model):
    """One happening. `title` reads as a sentence in the present tense without full stop, at most 90 characters."""

    id: str
    title: str
    type: EventType
    mode: str | None = None
    status: Status
    date: DateSpan | None = None
    place: str | None = None
    participants: list[Participant] = []
    evidence: list[Evidence]


class Provision(Model):
    """What an agreement provides, in the words of a source."""

    text: str
    evidence: list[Evidence]


class Agreement(Model):
    """A treaty, pact, deal, ceasefire, contract, ...: `aliases` are the other names the articles give it."""

    id: str
    title: str
    aliases: list[str] = []
    parties: list[str] = []
    signed: DateSpan | None = None
    status: AgreementStatus | None = None
    provisions: list[Provision] = []
    evidence: list[Evidence]


class Question(Model):
    """What the articles leave open. `answered_by` are ids of events; `raised` is when the first source asked it."""

    id: str
    text: str
    status: Literal["open", "answered"] = "open"
    answered_by: list[str] = []
    about: list[str] = []
    raised: date | None = None
    evidence: list[Evidence]


class Statement(Model):
    """Attributed speech or a position. `speaker` is an actor id; `quoted` is true for direct speech."""

    id: str
    speaker: str | None
    text: str
    quoted: bool
    date: DateSpan | None = None
    about: list[str] = []
    evidence: list[Evidence]


class Topic(Model):
    """A subject of the brief and the ids of what belongs to it."""

    id: str
    name: str
    events: list[str] = []
    agreements: list[str] = []
    questions: list[str] = []
    actors: list[str] = []


class Judgement(Model):
    """One sentence that the brief stands for, and the evidence it rests on. `about` are ids of the facts behind it."""

    text: str
    about: list[str]
    evidence: list[Evidence]


class Distillate(Model):
    """What one article says, on its own. Actor ids are local to it; merging gives the final ones."""

    source: Source
    actors: list[Actor] = []
    events: list[Event] = []
    agreements: list[Agreement] = []
    questions: list[Question] = []
    statements: list[Statement] = []


class Brief(Model):
    """What all articles say together."""

    schema_version: Literal["1"] = "1"
    title: str
    generated: date | None = None
    sources: list[Source] = []
    actors: list[Actor] = []
    events: list[Event] = []
    agreements: list[Agreement] = []
    questions: list[Question] = []
    statements: list[Statement] = []
    topics: list[Topic] = []
    bottom_line: list[Judgement] = []
