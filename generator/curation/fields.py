"""The kinds of value that entries of curation files hold, with what an editor is told about each."""

import calendar
import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, WithJsonSchema, model_validator
from pydantic_core import CoreSchema
from rapidfuzz import process

from generator.model import DateSpan, Model, Precision

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DATE_FORMS = "a date is written 2024-06-18, 2024-06, 2024 or 2024-06-18/2024-06-20, or null for none"
_ONE_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"


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


def _as_list(value: Any) -> Any:
    """One value alone stands for a list of it."""
    return [value] if isinstance(value, str | dict) else value


class _OneOrMore:
    """Tells editors that one value may stand for a list of it."""

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        schema = handler(core_schema)
        return {"anyOf": [schema["items"], schema]}


Date = Annotated[
    DateSpan | None,
    BeforeValidator(_read_date),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": f"^{_ONE_DATE}(/{_ONE_DATE})?$"},
                {"type": "integer", "minimum": 1, "maximum": 9999},
                {"type": "null"},
            ]
        }
    ),
]
Text = Annotated[str, Field(min_length=1)]
Id = Text
Texts = Annotated[list[Text], BeforeValidator(_as_list), Field(min_length=1), _OneOrMore()]
Ids = Texts
TwoIds = Annotated[list[Id], Field(min_length=2)]
Title = Annotated[str, Field(min_length=1, max_length=90)]
QuestionText = Annotated[str, Field(pattern=r"\?$")]
Part = Literal["agent", "target", "with", "about"]
Parts = dict[Id, Part]
Remembered = Text | dict[Id, Text]
"""Words about the target of a decision, or, where it names several ids, about each."""


class Fields(Model):
    """A part of an entry. An unknown field is reported with the fields that there are."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

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


class Passage(Fields):
    """Words of an article that a fact rests on."""

    source: Id
    """Id of the source: its page's address."""
    quote: Text
    """The exact words; line breaks and the style of quotation marks and dashes do not matter."""
    nth: Annotated[int, Field(ge=1)] | None = None
    """Which one is meant where the words stand several times in the source, from 1."""


Passages = Annotated[list[Passage], BeforeValidator(_as_list), Field(min_length=1), _OneOrMore()]
