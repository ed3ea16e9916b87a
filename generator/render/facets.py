"""By what the index pages can be filtered: the values of each row, and the choices that a form offers for them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from markupsafe import Markup

from generator.model import Actor, Event, Question, Source
from generator.render.catalogue import Catalogue
from generator.render.text import attribute, plain, shorten

type Filterable = Actor | Event | Question | Source

_LONGEST_CHOICE = 48
_MOST_SOURCES = 40
"""With more sources than these, rows do not carry them: the list would be longer than the fact, and so the choice."""

_ORDER: Mapping[str, tuple[str, ...]] = {
    "status": ("occurred", "ongoing", "planned", "possible", "alleged", "denied", "open", "answered"),
    "confidence": ("high", "moderate", "low"),
    "class": ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict", "other"),
    "grade": ("A", "B", "C", "D", "E", "F"),
}
"""The order of the values of a field where it is not that of the words."""


class Facets:
    """The facets of one brief's facts."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._topics: dict[str, list[str]] = {}
        for topic in catalogue.brief.topics:
            for identifier in (*topic.events, *topic.questions, *topic.actors):
                self._topics.setdefault(identifier, []).append(topic.id)
        self._names = {
            "topic": {topic.id: topic.name for topic in catalogue.brief.topics},
            "source": {source.id: source.title for source in catalogue.brief.sources},
            "publisher": {_token(s.publisher): s.publisher for s in catalogue.brief.sources if s.publisher},
        }

    def of(self, thing: Filterable) -> dict[str, list[str]]:
        """The values of each field by which a row of this thing can be filtered."""
        topics = self._topics.get(thing.id, [])
        told = [] if isinstance(thing, Source) else list(dict.fromkeys(e.source for e in thing.evidence))
        sources = told if len(self._catalogue.sources) <= _MOST_SOURCES else []
        match thing:
            case Event():
                event: dict[str, list[str]] = {
                    "status": [thing.status.value],
                    "class": [thing.type.quad.value.replace(" ", "-") if thing.type.quad else "other"],
                    "topic": topics,
                    "source": sources,
                    "confidence": [thing.assessment.confidence] if thing.assessment else [],
                    "told": [str(len(told))],
                }
                return event | (_between(thing.date.start, thing.date.end) if thing.date else {})
            case Question():
                question: dict[str, list[str]] = {"status": [thing.status], "topic": topics, "source": sources}
                return question | {"told": [str(len(told))]} | _between(thing.raised, thing.raised)
            case Actor():
                return {"kind": [thing.kind.value], "topic": topics, "source": sources}
            case Source():
                publisher = [_token(thing.publisher)] if thing.publisher else []
                known: dict[str, list[str]] = {"grade": [thing.reliability], "publisher": publisher}
                return known | _between(thing.published, thing.published)

    def mark(self, thing: Filterable) -> Markup:
        """An empty element that carries the values of a row, and its words for the search within the page."""
        values = {name: " ".join(found) for name, found in self.of(thing).items() if found}
        words = thing.name if isinstance(thing, Actor) else thing.text if isinstance(thing, Question) else thing.title
        values["words"] = plain(words).lower()
        written = "".join(f' data-{name}="{attribute(value)}"' for name, value in values.items())
        return Markup(f'<span class="facets"{written}></span>')

    def choices(self, field: str, things: Iterable[Filterable]) -> list[tuple[str, str, int]]:
        """The values of a field among these rows: value, words for it, number of rows. None where all are alike."""
        rows = [self.of(thing).get(field, []) for thing in things]
        counted = Counter(value for values in rows for value in dict.fromkeys(values))
        if len(counted) < 2 and all(rows):
            return []
        named = self._names.get(field, {})
        values = self._in_order(field, counted)
        return [(value, self._words(named.get(value, value)), counted[value]) for value in values]

    @staticmethod
    def _words(name: str) -> str:
        return shorten(name.replace("-", " ") if name.islower() else name, _LONGEST_CHOICE)

    def _in_order(self, field: str, counted: Counter[str]) -> Iterator[str]:
        if field in _ORDER:
            return iter([value for value in _ORDER[field] if value in counted])
        named = self._names.get(field, {})
        return iter(sorted(counted, key=lambda value: (-counted[value], named.get(value, value))))


def _between(first: date | None, last: date | None) -> dict[str, list[str]]:
    """The days that a row spans; nothing where they are not known."""
    return {"from": [first.isoformat()], "to": [last.isoformat()]} if first and last else {}


def _token(name: str) -> str:
    """A name as one word, for a list of words parted by spaces."""
    return "-".join(plain(name).lower().split())
