"""The entries of the curation files, one model for each file.

An entry holds one decision and, if wanted, a `note` that says why.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import ValidationInfo, field_validator, model_validator

from generator.curation.contents import (
    AddAlias,
    Answer,
    NewActor,
    NewAgreement,
    NewEvent,
    NewQuestion,
    NewStatement,
    Rating,
    Rename,
    SetActor,
    SetAgreement,
    SetEvent,
    SetQuestion,
    SetSource,
    SplitActor,
    SplitEvent,
    SplitQuestion,
)
from generator.curation.fields import Fields, Ids, Remembered, Text, TwoIds

_ASIDE = {"note", "was", "quote"}
"""Fields of an entry that are no decision."""


class Decision(Fields):
    """One entry of a curation file: one decision and, if wanted, a note."""

    facts: ClassVar[str]
    """The field of the brief that the decision is about."""
    note: Text | None = None
    """Why; it is shown with the fact."""
    was: Remembered | None = None
    """Name or title of the target when this was decided (of several: for each id), to find it again."""
    quote: Remembered | None = None
    """Words that the target rests on (of several: for each id), to find it again when its id changes."""

    @model_validator(mode="after")
    def _one(self) -> "Decision":
        if len(self.model_fields_set - _ASIDE) != 1:
            raise ValueError(f"expected exactly one of: {', '.join(self.verbs())}")
        if self.verb == "about" and not self.note:
            raise ValueError("about needs a note")
        return self

    @field_validator("*", mode="before")
    @classmethod
    def _not_empty(cls, value: Any, info: ValidationInfo) -> Any:
        if value is None and info.field_name not in _ASIDE:
            raise ValueError("nothing is written after it")
        return value

    @classmethod
    def verbs(cls) -> list[str]:
        """Every decision that an entry of the file may hold."""
        return [name for name in cls.model_fields if name not in _ASIDE]

    @property
    def verb(self) -> str:
        """What the entry decides: "merge", "reject", ..."""
        return next(iter(self.model_fields_set - _ASIDE))

    @property
    def content(self) -> Any:
        """The value under the verb."""
        return getattr(self, self.verb)

    def targets(self) -> list[str]:
        """The ids of the facts that are decided on; none for what is added."""
        content = self.content
        if isinstance(content, list):
            return list(content)
        identifier = getattr(content, "id", None)
        return [identifier] if identifier else []

    def remembered(self, target: str) -> Iterator[tuple[str, str]]:
        """What the entry says about a target besides its id: "was" and "quote" with the words."""
        for name, words in (("was", self.was), ("quote", self.quote)):
            if isinstance(words, str) and self.targets()[:1] == [target]:
                yield name, words
            elif isinstance(words, dict) and target in words:
                yield name, words[target]


class ActorDecision(Decision):
    """An entry of actors.yml."""

    facts = "actors"
    merge: TwoIds = []
    """Ids of actors that are one; the first keeps its id and name."""
    split: SplitActor | None = None
    """One actor that is two."""
    apart: TwoIds = []
    """Ids of actors that are not one, however alike; `brief curate` asks no more."""
    rename: Rename | None = None
    """Another name."""
    alias: AddAlias | None = None
    """Other forms of the name."""
    set: SetActor | None = None
    """Fields as they should be."""
    add: NewActor | None = None
    """An actor that the machine did not find."""
    pin: Ids = []
    """Ids of actors that come first."""
    hide: Ids = []
    """Ids of actors that stay in the data and are not shown."""
    about: Ids = []
    """Ids of actors that the note is about."""
    reject: Ids = []
    """Ids of what is no actor."""


class EventDecision(Decision):
    """An entry of events.yml."""

    facts = "events"
    merge: TwoIds = []
    """Ids of events that are one; the first keeps its id and title."""
    split: SplitEvent | None = None
    """One event that is two."""
    apart: TwoIds = []
    """Ids of events that are not one, however alike; `brief curate` asks no more."""
    rename: Rename | None = None
    """Another title."""
    set: SetEvent | None = None
    """Fields as they should be."""
    add: NewEvent | None = None
    """An event that the machine did not find."""
    pin: Ids = []
    """Ids of events that come first."""
    hide: Ids = []
    """Ids of events that stay in the data and are not shown."""
    about: Ids = []
    """Ids of events that the note is about."""
    reject: Ids = []
    """Ids of what is no event."""


class AgreementDecision(Decision):
    """An entry of agreements.yml."""

    facts = "agreements"
    merge: TwoIds = []
    """Ids of agreements that are one; the first keeps its id and title."""
    rename: Rename | None = None
    """Another title."""
    alias: AddAlias | None = None
    """Other names."""
    set: SetAgreement | None = None
    """Fields as they should be."""
    add: NewAgreement | None = None
    """An agreement that the machine did not find."""
    pin: Ids = []
    """Ids of agreements that come first."""
    hide: Ids = []
    """Ids of agreements that stay in the data and are not shown."""
    about: Ids = []
    """Ids of agreements that the note is about."""
    reject: Ids = []
    """Ids of what is no agreement."""


class QuestionDecision(Decision):
    """An entry of questions.yml."""

    facts = "questions"
    merge: TwoIds = []
    """Ids of questions that are one; the first keeps its id and text."""
    split: SplitQuestion | None = None
    """One question that is two."""
    rename: Rename | None = None
    """The question in other words."""
    answer: Answer | None = None
    """The events that answer it."""
    reopen: Ids = []
    """Ids of questions that are not answered."""
    set: SetQuestion | None = None
    """Fields as they should be."""
    add: NewQuestion | None = None
    """A question that the machine did not find."""
    pin: Ids = []
    """Ids of questions that come first."""
    hide: Ids = []
    """Ids of questions that stay in the data and are not shown."""
    about: Ids = []
    """Ids of questions that the note is about."""
    reject: Ids = []
    """Ids of what is no question."""


class StatementDecision(Decision):
    """An entry of statements.yml."""

    facts = "statements"
    add: NewStatement | None = None
    """A statement that the machine did not find."""
    about: Ids = []
    """Ids of statements that the note is about."""
    reject: Ids = []
    """Ids of what is no statement."""


class SourceDecision(Decision):
    """An entry of sources.yml."""

    facts = "sources"
    rate: Rating | None = None
    """How reliable the source is."""
    set: SetSource | None = None
    """Fields as they should be."""
    about: Ids = []
    """Ids of sources that the note is about."""
