"""The facts of a brief as messages name them."""

from collections.abc import Iterator

from generator.model import Actor, Agreement, Brief, Event, Question, Statement

type Fact = Actor | Agreement | Event | Question | Statement


def all_facts(brief: Brief) -> Iterator[tuple[str, str, Fact]]:
    """Every fact with the file it is written to and how that file names it."""
    for name in ("actors", "events", "agreements", "questions", "statements"):
        for fact in getattr(brief, name):
            yield f"{name}.yml", f'{name.removesuffix("s")} "{fact.id}"', fact


def shortened(text: str) -> str:
    """The text in one line of at most 60 characters, for a message."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 60 else one_line[:59] + "…"
