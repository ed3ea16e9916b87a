"""The decisions that people can write, one model for the entries of each file.

An entry holds one decision and, if wanted, a `note` that says why. Ids are those of the brief.
"""

import calendar
import re
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, model_validator
from rapidfuzz import process

from generator.model import AgreementStatus, DateSpan, EventType, Kind, Model, Precision, Reliability, Status

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DATE_FORMS = "a date is written 2024-06-18, 2024-06, 2024 or 2024-06-18/2024-06-20, or null for none"


def _one_date(text: str) -> tuple[date, date, Precision]:
    match = _DATE.fullmatch(text.strip())
    if not match:
        raise ValueError(_DATE_FORMS)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is not None and month and day:
            return date(year, month, day), date(year, month, day), "day"
        if year is not None and month:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month"
        return date(year or 0, 1, 1), date(year or 0, 12, 31), "year"
    except ValueError:
        raise ValueError(f"there is no such day or month; {_DATE_FORMS}") from None


def _read_date(value: Any) -> Any:
    """A date as people write it becomes a span of days.

    People's dates have the basis "inferred", since no article states them.
    """
    if value is None or isinstance(value, DateSpan):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | date):
        raise ValueError(_DATE_FORMS)
    first, _, last = str(value).partition("/")
    start, end, precision = _one_date(first)
    if last:
        end, precision = _one_date(last)[1], "range"
        if end < start:
            raise ValueError("the last day is before the first")
    return DateSpan(start=start, end=end, precision=precision, basis="inferred")


Date = Annotated[DateSpan | None, BeforeValidator(_read_date)]
Id = Annotated[str, Field(min_length=1)]
Ids = Annotated[
    list[Id], BeforeValidator(lambda value: [value] if isinstance(value, str) else value), Field(min_length=1)
]
Text = Annotated[str, Field(min_length=1)]


class _Fields(Model):
    """A part of an entry. An unknown field is reported with the fields that there are."""

    @model_validator(mode="before")
    @classmethod
    def _known_fields(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"expected fields: {', '.join(cls.model_fields)}")
        for field in value:
            if field not in cls.model_fields:
                near = process.extractOne(str(field), list(cls.model_fields), score_cutoff=60)
                hint = f"; did you mean {near[0]!r}?" if near else ""
                raise ValueError(f"unknown field {field!r}{hint} (allowed: {', '.join(cls.model_fields)})")
        return value


class Rename(_Fields):
    """A new name or title for what has the id. The id stays, so that links and other decisions hold."""

    id: Id
    to: Text


class AddAlias(_Fields):
    """Other forms of an actor's or agreement's name."""

    id: Id
    add: Ids


class Answer(_Fields):
    """The events that answer a question."""

    id: Id
    by: Ids


class Rating(_Fields):
    """The reliability of a source, by the Admiralty code."""

    id: Id
    reliability: Reliability


class SetActor(_Fields):
    """What an actor is."""

    id: Id
    kind: Kind


class SetEvent(_Fields):
    """Fields of an event. Only those that are written are set; `date: null` takes the date away."""

    id: Id
    date: Date = None
    type: EventType | None = None
    status: Status | None = None
    title: Text | None = None
    place: str | None = None


class SetAgreement(_Fields):
    """Fields of an agreement. Only those that are written are set."""

    id: Id
    signed: Date = None
    status: AgreementStatus | None = None
    title: Text | None = None


class SetQuestion(_Fields):
    """Fields of a question."""

    id: Id
    text: Annotated[str, Field(pattern=r"\?$")]


class SetSource(_Fields):
    """What the machine could not read from an article."""

    id: Id
    title: Text | None = None
    published: date | None = None
    publisher: str | None = None
    author: str | None = None


class Decision(_Fields):
    """One entry of a curation file: exactly one of its fields besides `note`."""

    facts: ClassVar[str]
    """The field of the brief that the decision is about."""
    note: str | None = None

    @model_validator(mode="after")
    def _one(self) -> "Decision":
        if len(self.model_fields_set - {"note"}) != 1:
            raise ValueError(
                f"expected exactly one of: {', '.join(name for name in type(self).model_fields if name != 'note')}"
            )
        return self

    @property
    def verb(self) -> str:
        """What the entry decides: "merge", "reject", ..."""
        return next(iter(self.model_fields_set - {"note"}))

    @property
    def content(self) -> Any:
        """The value under the verb."""
        return getattr(self, self.verb)


class ActorDecision(Decision):
    """An entry of actors.yml."""

    facts = "actors"
    merge: Annotated[list[Id], Field(min_length=2)] = []
    rename: Rename | None = None
    alias: AddAlias | None = None
    set: SetActor | None = None
    reject: Ids = []


class EventDecision(Decision):
    """An entry of events.yml."""

    facts = "events"
    merge: Annotated[list[Id], Field(min_length=2)] = []
    rename: Rename | None = None
    set: SetEvent | None = None
    reject: Ids = []


class AgreementDecision(Decision):
    """An entry of agreements.yml."""

    facts = "agreements"
    merge: Annotated[list[Id], Field(min_length=2)] = []
    rename: Rename | None = None
    alias: AddAlias | None = None
    set: SetAgreement | None = None
    reject: Ids = []


class QuestionDecision(Decision):
    """An entry of questions.yml."""

    facts = "questions"
    merge: Annotated[list[Id], Field(min_length=2)] = []
    answer: Answer | None = None
    reopen: Ids = []
    set: SetQuestion | None = None
    reject: Ids = []


class StatementDecision(Decision):
    """An entry of statements.yml."""

    facts = "statements"
    reject: Ids = []


class SourceDecision(Decision):
    """An entry of sources.yml."""

    facts = "sources"
    rate: Rating | None = None
    set: SetSource | None = None
