"""The volumes of a brief: one, or, where it is very large, one to read and further ones to look things up in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Actor, Agreement, Brief, Event, Question
from generator.render import dates
from generator.render.catalogue import Catalogue
from generator.render.linking import name
from generator.render.text import shorten
from generator.render.visible import visible

MOST_DOSSIERS = 400
"""Of one volume that holds all: one with more takes more memory to set than many a machine has."""
MOST_EVENTS = 3000

_FIRST_DOSSIERS = 150
_FIRST_AGREEMENTS = 80
_FIRST_EVENTS = 300
_FIRST_AHEAD = 60
_FIRST_QUESTIONS = 150
_DOSSIERS = 350
_AGREEMENTS = 350
_EVENTS = 2000
_QUESTIONS = 1500
_LONGEST_NAME = 30


@dataclass(frozen=True)
class Volume:
    """What one file of a brief tells. `number` counts from 1; the first also has the judgements and all sources."""

    name: str
    events: Sequence[Event] = ()
    actors: Sequence[Actor] = ()
    agreements: Sequence[Agreement] = ()
    questions: Sequence[Question] = ()
    number: int = 1
    of: int = 1

    @property
    def first(self) -> bool:
        """Whether it is the one to read first, or the only one."""
        return self.number == 1


def volumes(brief: Brief) -> list[Volume]:
    """The volumes of a brief in their order. Of several, the first holds the weightiest and the newest of everything.

    The others are to look things up in: the timeline and the questions in full, and the rest of the dossiers and the
    agreements in the order of their names.
    """
    catalogue = Catalogue(visible(brief))
    events, actors = catalogue.by_date, catalogue.by_weight
    agreements = catalogue.agreements_in_order
    questions = [*catalogue.open_questions, *catalogue.answered_questions]
    if len(actors) + len(agreements) <= MOST_DOSSIERS and len(events) <= MOST_EVENTS:
        return [Volume("", events, actors, agreements, questions)]
    newest = {event.id for event in [*catalogue.latest[:_FIRST_EVENTS], *catalogue.ahead[:_FIRST_AHEAD]]}
    first = Volume(
        "The brief",
        [event for event in events if event.id in newest],
        actors[:_FIRST_DOSSIERS],
        agreements[:_FIRST_AGREEMENTS],
        questions[:_FIRST_QUESTIONS],
    )
    several = [first]
    if len(events) > _FIRST_EVENTS:
        several += [Volume(_timeline(part), events=part) for part in _parts(events, _EVENTS)]
    for part in _parts(sorted(actors[_FIRST_DOSSIERS:], key=_by_name), _DOSSIERS):
        several.append(Volume(f"Dossiers, {_from_to(part)}", actors=part))
    for agreed in _parts(sorted(agreements[_FIRST_AGREEMENTS:], key=_by_name), _AGREEMENTS):
        several.append(Volume(f"Agreements, {_from_to(agreed)}", agreements=agreed))
    if len(questions) > _FIRST_QUESTIONS:
        asked = [*_parts(questions, _QUESTIONS)]
        numbered = [f", part {number}" for number in range(1, len(asked) + 1)] if len(asked) > 1 else [""]
        several += [Volume(f"Questions{number}", questions=part) for number, part in zip(numbered, asked, strict=True)]
    return [replace(each, number=number, of=len(several)) for number, each in enumerate(several, start=1)]


def where(several: Sequence[Volume], kind: str) -> str:
    """The volumes that tell all of a kind ("events", "questions"): "volume 2", "volumes 2 to 5"; "" if there is one."""
    numbers = [each.number for each in several if not each.first and getattr(each, kind)]
    if not numbers:
        return "volume 1" if len(several) > 1 else ""
    return f"volume {numbers[0]}" if len(numbers) == 1 else f"volumes {numbers[0]} to {numbers[-1]}"


def file_name(name: str, number: int) -> str:
    """The name of a volume's file beside that of the first: "brief.pdf", "brief-2.pdf"."""
    stem, dot, suffix = name.rpartition(".")
    return name if number == 1 else f"{stem}-{number}{dot}{suffix}" if stem else f"{name}-{number}"


def _parts[T](things: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """The things in parts of nearly equal length, none longer than `most`."""
    number = -(-len(things) // most)
    for part in range(number):
        yield things[part * len(things) // number : (part + 1) * len(things) // number]


def _by_name(thing: Actor | Agreement) -> tuple[str, str]:
    return name(thing).casefold(), thing.id


def _from_to(things: Sequence[Actor] | Sequence[Agreement]) -> str:
    """The first and the last name."""
    return " to ".join(dict.fromkeys(shorten(name(thing), _LONGEST_NAME) for thing in (things[0], things[-1])))


def _timeline(events: Sequence[Event]) -> str:
    dated = [event.date for event in events if event.date]
    if not dated:
        return "Timeline, undated"
    first, last = dated[0].start, max(span.end for span in dated)
    return f"Timeline, {' to '.join(dict.fromkeys(map(dates.day, (first, last))))}"
