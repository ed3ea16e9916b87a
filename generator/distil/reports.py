"""What a report is: one place where an article tells a happening."""

from dataclasses import dataclass, field

from generator.language.frames import Frame
from generator.language.parse import Token
from generator.model import DateSpan, EventType, Status


@dataclass
class Report:
    """One place where the article tells a happening."""

    token: Token
    frame: Frame
    status: Status
    type: EventType
    participants: list[tuple[int, str]]
    """(entity, role)"""
    date: DateSpan | None
    place: str | None
    span: tuple[int, int]
    trigger: tuple[int, int]
    negated: bool = False
    named: bool = field(default=False)
    """Whether an actor with a proper name takes part."""
    minor: bool = False
    """Whether it only counts where it joins another report: a noun that another happening is about, a participle
    that describes."""
    title: str | None = None
    """Its title where its verb alone would make a poor one: the words said."""
