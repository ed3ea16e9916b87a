"""Short articles about invented states, people and companies, and what is distilled from them."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.distil import distil
from generator.language import Pipeline
from generator.model import Article, Block, Distillate, Event, Source

BACKGROUND = "The government of Norland sits in Brenholm. The government of Sudia sits in Tarsk."
"""The last paragraph of every article: it says that both are states, and tells no happening."""


class Told:
    """What one article says, asked as a reader asks."""

    def __init__(self, distillate: Distillate) -> None:
        self.distillate = distillate
        self.text = distillate.source.text
        self._names = {actor.id: actor.name for actor in distillate.actors}

    @property
    def titles(self) -> list[str]:
        """The events' titles in order."""
        return [event.title for event in self.distillate.events]

    def triggers(self, event: Event) -> list[str]:
        """The words of the article that name the happening, one for each piece of evidence."""
        return [self.text[e.trigger_start : e.trigger_end] for e in event.evidence]

    def event(self, word: str) -> Event:
        """The one event that the article tells with this word."""
        found = [event for event in self.distillate.events if word in self.triggers(event)]
        assert len(found) == 1, f"{word!r} tells {len(found)} of {self.titles}"
        return found[0]

    def only(self) -> Event:
        """The one event of the article."""
        assert len(self.distillate.events) == 1, self.titles
        return self.distillate.events[0]

    def parts(self, event: Event) -> dict[str, str]:
        """Who takes part in an event, by name, and as what."""
        return {self._names[participant.actor]: participant.role for participant in event.participants}


def story(*paragraphs: str, headline: str, published: str) -> Article:
    """An article of a headline and paragraphs."""
    blocks: list[Block] = []
    text = ""
    for paragraph in (headline, *paragraphs):
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{paragraph}" if text else paragraph
        blocks.append(Block(start=start, end=len(text), kind="prose" if start else "headline"))
    source = Source(
        id="border",
        path="border.txt",
        sha256="0" * 64,
        title=headline,
        published=date.fromisoformat(published),
        text=text,
    )
    return Article(source=source, blocks=blocks)


@pytest.fixture
def write() -> Callable[..., Article]:
    """Writes an article of some paragraphs, published on a Thursday."""

    def written(*paragraphs: str, headline: str = "A week on the border", published: str = "2031-06-12") -> Article:
        return story(*paragraphs, BACKGROUND, headline=headline, published=published)

    return written


@pytest.fixture
def told(pipeline: Pipeline, write: Callable[..., Article]) -> Callable[..., Told]:
    """What is distilled from an article of some paragraphs."""
    return lambda *paragraphs, **particulars: Told(distil(write(*paragraphs, **particulars), pipeline))
