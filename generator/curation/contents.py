"""What stands under the verb of a decision: one model for each shape. Ids are those of the brief."""

from datetime import date

from pydantic import field_validator, model_validator

from generator.curation.fields import (
    Date,
    Fields,
    Id,
    Ids,
    Parts,
    Passages,
    QuestionText,
    Text,
    Texts,
    Title,
)
from generator.knowledge_files import knowledge_file
from generator.model import AgreementStatus, EventType, Kind, Reliability, Status


class Rename(Fields):
    """A new name or title for what has the id. The id stays, so that links and other decisions hold."""

    id: Id
    """Id of what is renamed."""
    to: Text
    """The new name or title."""


class AddAlias(Fields):
    """Other forms of an actor's or agreement's name."""

    id: Id
    """Id of the actor or agreement."""
    add: Texts
    """The other forms."""


class Answer(Fields):
    """The events that answer a question."""

    id: Id
    """Id of the question."""
    by: Ids
    """Ids of the events that answer it."""
    evidence: Passages = []
    """The words that answer it."""


class Rating(Fields):
    """The reliability of a source, by the Admiralty code."""

    id: Id
    """Id of the source."""
    reliability: Reliability
    """A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged."""


class RoleOf(Fields):
    """An office or function of an actor. Without evidence, words of the articles that show it are looked for."""

    title: Text
    """The office, such as "foreign minister"."""
    of: Id | None = None
    """Id of the state or body it belongs to."""
    evidence: Passages = []
    """The words that show it."""


# --- set


def _known_mode(mode: str | None) -> str | None:
    known = {known for modes in knowledge_file("modes").values() for known in modes}
    if mode is not None and mode not in known:
        raise ValueError(f"unknown mode; allowed: {', '.join(sorted(known))}")
    return mode


class SetActor(Fields):
    """Fields of an actor. Only those that are written are set; `roles` replaces all roles."""

    id: Id
    """Id of the actor."""
    kind: Kind | None = None
    """A person, organisation, state or group."""
    roles: list[RoleOf] = []
    """All offices and functions it has; an empty list takes them away."""


class SetEvent(Fields):
    """Fields of an event. Only those that are written are set; `date: null` takes the date away."""

    id: Id
    """Id of the event."""
    date: Date = None
    """A day, month, year or span of days; null for none."""
    type: EventType | None = None
    """The type in PLOVER."""
    mode: str | None = None
    """The mode in PLOVER, such as "visit"; null for none."""
    status: Status | None = None
    """How certain the event is."""
    title: Title | None = None
    """A sentence in the present tense, at most 90 characters."""
    place: str | None = None
    """Where it happened; null for nowhere named."""
    participants: Parts = {}
    """All who took part: the id of each actor with its part."""

    _mode = field_validator("mode")(_known_mode)


class SetAgreement(Fields):
    """Fields of an agreement. Only those that are written are set."""

    id: Id
    """Id of the agreement."""
    signed: Date = None
    """When it was signed; null for not known."""
    status: AgreementStatus | None = None
    """Where it stands."""
    title: Text | None = None
    """Its name."""
    parties: list[Id] = []
    """Ids of all parties."""


class SetQuestion(Fields):
    """Fields of a question."""

    id: Id
    """Id of the question."""
    text: QuestionText
    """The question in other words; it ends in a question mark."""


class SetSource(Fields):
    """What the machine could not read from an article."""

    id: Id
    """Id of the source."""
    title: Text | None = None
    """The headline."""
    published: date | None = None
    """The day of publication."""
    publisher: str | None = None
    """The newspaper, agency or site."""
    author: str | None = None
    """Who wrote it."""


# --- split


class SplitActor(Fields):
    """What some forms of the name stand for goes to an actor of its own."""

    id: Id
    """Id of the actor that is two."""
    forms: Texts
    """The forms of the name that mean the other one, as the articles write them."""
    name: Text
    """Name of the other one. If an actor of this name is there, it gets what is split off."""
    kind: Kind | None = None
    """What sort of actor the other one is; as before if left out."""


class SplitEvent(Fields):
    """Some reports of an event become an event of their own."""

    id: Id
    """Id of the event that is two."""
    sources: Texts = []
    """Ids of the sources whose reports go."""
    quotes: Texts = []
    """Words of the reports that go."""
    title: Title | None = None
    """Title of the other event; the first words that go if left out."""
    date: Date = None
    """When the other one happened."""
    type: EventType | None = None
    """Its type in PLOVER."""
    status: Status | None = None
    """How certain it is."""

    @model_validator(mode="after")
    def _some(self) -> "SplitEvent":
        if not self.sources and not self.quotes:
            raise ValueError("expected sources or quotes: which reports go")
        return self


class SplitQuestion(Fields):
    """What some sources ask becomes a question of its own."""

    id: Id
    """Id of the question that is two."""
    sources: Texts
    """Ids of the sources whose words go."""
    text: QuestionText
    """The other question."""


# --- add


class NewActor(Fields):
    """An actor that the machine did not find."""

    name: Text
    """Its name; its id is made from it."""
    kind: Kind
    """A person, organisation, state or group."""
    aliases: Texts = []
    """Other forms of the name."""
    roles: list[RoleOf] = []
    """Its offices and functions."""
    evidence: Passages
    """The words that name it."""


class NewEvent(Fields):
    """An event that the machine did not find."""

    title: Title
    """A sentence in the present tense, at most 90 characters; the id is made from it."""
    type: EventType
    """The type in PLOVER."""
    mode: str | None = None
    """The mode in PLOVER, such as "visit"."""
    status: Status = Status.OCCURRED
    """How certain it is."""
    date: Date = None
    """A day, month, year or span of days."""
    place: str | None = None
    """Where it happened."""
    participants: Parts = {}
    """Who took part: the id of each actor with its part."""
    evidence: Passages
    """The words that tell of it."""

    _mode = field_validator("mode")(_known_mode)


class NewAgreement(Fields):
    """An agreement that the machine did not find."""

    title: Text
    """Its name; its id is made from it."""
    aliases: Texts = []
    """Other names."""
    parties: list[Id] = []
    """Ids of the parties."""
    signed: Date = None
    """When it was signed."""
    status: AgreementStatus | None = None
    """Where it stands."""
    evidence: Passages
    """The words that tell of it."""


class NewQuestion(Fields):
    """A question that the machine did not find."""

    text: QuestionText
    """The question; it ends in a question mark, and the id is made from it."""
    about: list[Id] = []
    """Ids of the actors, agreements or events it is about."""
    evidence: Passages
    """The words that leave it open."""


class NewStatement(Fields):
    """A statement that the machine did not find."""

    speaker: Id | None = None
    """Id of the actor who says it."""
    text: Text
    """What is said."""
    quoted: bool = False
    """Whether it is direct speech."""
    date: Date = None
    """When it was said."""
    about: list[Id] = []
    """Ids of the actors, agreements or events it is about."""
    evidence: Passages
    """The words of the article."""
