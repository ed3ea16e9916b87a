"""What articles say: actors, events, agreements, questions, statements, and the topics that gather them."""

from datetime import date
from typing import Literal

from generator.model.codes import AgreementStatus, Confidence, EventType, Kind, Status
from generator.model.evidence import Assessment, DateSpan, Evidence, Model, Review


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
