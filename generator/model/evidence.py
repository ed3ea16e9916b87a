"""What every fact carries: its date, the words it rests on, its grades, and what a person did to it."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from generator.model.codes import Basis, Confidence, Credibility, Precision


class Model(BaseModel):
    """Base of all values: unknown fields are errors, so that a typing mistake in YAML is found."""

    model_config = ConfigDict(extra="forbid")


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
