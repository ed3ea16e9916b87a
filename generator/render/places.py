"""Where things are told: the page of every event, question, statement and discrepancy, and how long lists are parted.

A brief of ordinary size has one page for all events, one for all questions and so on; only a list that is too long for
one page is parted, and its index then shows the first of it and leads to the parts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.model import Actor, Agreement, Change, Discrepancy, Event, Kind, Question, Source, Statement, Topic
from generator.render import parting
from generator.render.parting import Part

_EVENTS = "events/index.md"
_QUESTIONS = "questions/index.md"
_DISCREPANCIES = "discrepancies/index.md"
_CITED_SOURCE = 5
"""What a source weighs more where its passages are cited beside it."""

KINDS = {
    Kind.STATE: "States",
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.GROUP: "Groups",
}


class Places:
    """Pages by what they tell. Every list is given in the order in which readers want it."""

    def __init__(
        self,
        events: Sequence[Event],
        questions: Sequence[tuple[Topic | None, Sequence[Question]]],
        answered: Sequence[Question],
        disputed: Sequence[tuple[Event | Agreement, Sequence[Discrepancy]]],
        spoken: Mapping[str, Sequence[Statement]],
    ) -> None:
        """`questions` are the open ones by topic, `spoken` the statements by the id of their speaker."""
        self.events = parting.by_time(events) if parting.too_long(events) else []
        asked = [question for _, several in questions for question in several]
        self.questions = _questions(questions, answered) if parting.too_long([*asked, *answered]) else []
        differing = [each for _, several in disputed for each in several]
        self.disputed = _numbered_disputes(disputed) if parting.too_long(differing) else []
        self._of_event = _paths(self.events)
        self._of_question = _paths(self.questions)
        self._of_discrepancy = {
            each.id: part.path for part in self.disputed for _, several in part.items for each in several
        }
        self._of_statement = {
            statement.id: part.path
            for speaker, several in spoken.items()
            if len(several) > parting.SPOKEN
            for part in continued(f"actors/{speaker}.md", "statements", several)
            for statement in part.items
        }

    def event_of(self, identifier: str) -> str:
        """The page of the timeline that tells the event of this id."""
        return self._of_event.get(identifier, _EVENTS)

    def question(self, question: Question) -> str:
        """The page that asks the question."""
        return self._of_question.get(question.id, _QUESTIONS)

    def discrepancy(self, discrepancy: Discrepancy) -> str:
        """The page that shows the accounts side by side."""
        return self._of_discrepancy.get(discrepancy.id, _DISCREPANCIES)

    def statement(self, statement: Statement) -> str:
        """The page of its speaker that has the statement."""
        return self._of_statement.get(statement.id, f"actors/{statement.speaker}.md")


def passages(event: Event) -> str | None:
    """The page with all passages of an event that has more than its line can show; None for all others."""
    return f"events/passages/{event.id}/index.md" if len(event.evidence) > parting.SHOWN_PASSAGES else None


def story(event: Event) -> str | None:
    """The page of an event that more than one source tells, or that has gone through stages; None for all others."""
    several = len({passage.source for passage in event.evidence}) > 1 or len(event.history) > 1
    return f"stories/{event.id}.md" if several else None


def continued[T](dossier: str, kind: str, items: Sequence[T]) -> list[Part[T]]:
    """The pages that a dossier's list goes on: all of it, from its first item."""
    stem = dossier.removesuffix(".md")
    parts = parting.chunks(items, _CITED_SOURCE if kind == "sources" else 0)
    return [
        Part(
            f"{stem}/{kind}/{number}/index.md",
            kind if len(parts) == 1 else f"{kind}, part {number} of {len(parts)}",
            part,
        )
        for number, part in enumerate(parts, start=1)
    ]


def by_name[T: Actor | Agreement](items: Iterable[T], path: str, title: str, name: Callable[[T], str]) -> list[Part[T]]:
    """The items by name, on as many pages as are needed, each titled by the letters it goes from and to."""
    ordered = sorted(items, key=lambda item: (name(item).casefold(), item.id))
    return parting.numbered(
        ordered, path, lambda _, chunk: f"{title} {parting.letters([name(item) for item in chunk])}"
    )


def changes(several: Sequence[Change]) -> list[Part[Change]]:
    """The changes since an edition on pages of their own, where they are more than one page holds."""
    if not parting.too_long(several):
        return []
    return parting.numbered(several, "changes/all", lambda number, _: f"Part {number}")


def sources(several: Sequence[Source]) -> list[Part[Source]]:
    """The sources by year of publication, where they are more than one page holds."""
    return parting.sources_by_year(several) if parting.too_long(several) else []


def _questions(
    questions: Sequence[tuple[Topic | None, Sequence[Question]]], answered: Sequence[Question]
) -> list[Part[Question]]:
    lists = [
        (f"topics/{topic.id}" if topic else "other", topic.name if topic else "Other", several)
        for topic, several in questions
    ]
    return [
        part
        for path, title, several in [*lists, ("answered", "Answered", answered)]
        if several
        for part in parting.on_pages(f"questions/{path}", title, several)
    ]


def _numbered_disputes(
    disputed: Sequence[tuple[Event | Agreement, Sequence[Discrepancy]]],
) -> list[Part[tuple[Event | Agreement, Sequence[Discrepancy]]]]:
    return parting.numbered(disputed, "discrepancies/all", lambda number, _: f"Part {number}")


def _paths[T: Event | Question](parts: Iterable[Part[T]]) -> dict[str, str]:
    return {item.id: part.path for part in parts for item in part.items}
