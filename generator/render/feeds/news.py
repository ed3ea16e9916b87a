"""What is new: since the last edition, or, where none was recorded, what the newest articles tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from slugify import slugify

from generator.model import Actor, Agreement, Change, Event, Evidence, Question, Source
from generator.render.catalogue import Catalogue
from generator.render.dates import span
from generator.render.linking import Linking
from generator.render.text import plain
from generator.render.words import capital, quoted

MOST = 40
"""Items of a feed."""

type _Told = Actor | Agreement | Event | Question


@dataclass(frozen=True)
class Item:
    """One thing that is new. `name` are the parts that name it for ever, `path` and `anchor` where it is told."""

    name: tuple[str, ...]
    path: str
    anchor: str
    title: str
    text: str
    day: date
    label: str


def news(catalogue: Catalogue) -> list[Item]:
    """The newest first, at most `MOST`; all text plain, in lines."""
    places = Linking(catalogue, "index.md")
    found = _changes(catalogue, places) if catalogue.brief.comparison else _newest(catalogue, places)
    named: dict[tuple[str, ...], Item] = {}
    for item in found:
        named.setdefault(item.name, item)
        if len(named) == MOST:
            break
    return list(named.values())


def last_day(catalogue: Catalogue) -> date:
    """The day of the brief; the first of all days where no article has a date."""
    return catalogue.brief.generated or date(1970, 1, 1)


def _changes(catalogue: Catalogue, places: Linking) -> Iterator[Item]:
    comparison = catalogue.brief.comparison
    for change in comparison.changes if comparison else ():
        thing = _thing(catalogue, change)
        path, _, anchor = (places.target(thing) if thing else "changes/index.md").partition("#")
        lines = [capital(detail) + "." for detail in change.details]
        if thing and not isinstance(thing, Source):
            lines += _support(catalogue, thing.evidence)
        yield Item(
            name=("changes", comparison.since if comparison else "", change.what, change.item, _named(change)),
            path=path,
            anchor=anchor,
            title=plain(f"{change.what.capitalize()} {change.item}: {change.text}"),
            text="\n".join(map(plain, lines)),
            day=last_day(catalogue),
            label=change.item,
        )


def _named(change: Change) -> str:
    """What parts the change from others: its id; of a judgement, whose id is that of a fact behind it, its words."""
    return slugify(change.text) if change.item == "judgement" else change.id


def _thing(catalogue: Catalogue, change: Change) -> _Told | Source | None:
    """What the change is about, if it is still in the brief."""
    facts: Mapping[str, Mapping[str, _Told | Source]] = {
        "actor": catalogue.actors,
        "event": catalogue.events,
        "agreement": catalogue.agreements,
        "question": catalogue.questions,
        "source": catalogue.sources,
    }
    return facts.get(change.item, {}).get(change.id)


def _newest(catalogue: Catalogue, places: Linking) -> Iterator[Item]:
    """The events by the day of the newest article that tells them."""
    told = [(catalogue.seen(event.evidence), event) for event in catalogue.brief.events]
    dated = [((seen[1] if seen else last_day(catalogue)), event) for seen, event in told]
    for day, event in sorted(dated, key=lambda pair: (-pair[0].toordinal(), -len(pair[1].evidence), pair[1].id)):
        path, _, anchor = places.target(event).partition("#")
        about = (
            f"{capital(span(event.date))}, {event.status.value}." if event.date else f"{capital(event.status.value)}."
        )
        yield Item(
            name=("events", event.id),
            path=path,
            anchor=anchor,
            title=plain(event.title),
            text="\n".join(map(plain, [about, *_support(catalogue, event.evidence)])),
            day=day,
            label="event",
        )


def _support(catalogue: Catalogue, evidence: list[Evidence]) -> list[str]:
    """The words that the fact rests on, with their source."""
    passage = evidence[0]
    source = catalogue.sources[passage.source]
    return [f"{quoted(passage.quote)} — {source.publisher or source.title}"]
