"""A brief as a document: which sections there are, in which order, and what each holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model import Actor, Agreement, Brief, Event, Question, Topic
from generator.render import dates
from generator.render.catalogue import Catalogue
from generator.render.figures import STATUS_WORDS
from generator.render.text import shorten
from generator.render.visible import visible
from generator.render.words import counted
from generator.typeset.anchors import without_dead_links
from generator.typeset.blocks import (
    Block,
    Cover,
    Heading,
    Judgements,
    Legend,
    Listing,
    Notes,
    Paragraph,
    Section,
    as_json,
)
from generator.typeset.design import Design
from generator.typeset.discrepancies import discrepancies
from generator.typeset.dossiers import QUESTIONS, TIMELINE, Dossiers
from generator.typeset.figures import network_drawing, timeline_drawing
from generator.typeset.lines import Lines
from generator.typeset.method import method
from generator.typeset.notes import Citing, Endnotes, SourceCitations, SourceNumbers
from generator.typeset.sources import source_summary, sources
from generator.typeset.volumes import volumes, where

MOST_DOSSIERS_WITH_NOTES = 200
"""With more dossiers a claim cites its sources by their numbers: an endnote for each would outweigh the brief."""

NATURES = [
    ("verbal-cooperation", "verbal cooperation"),
    ("material-cooperation", "material cooperation"),
    ("verbal-conflict", "verbal conflict"),
    ("material-conflict", "material conflict"),
]
_LOW = "Where a line names no confidence it is low, as that of most facts that a single source tells."
_NEWEST = 4
_ASKED = 3
_LONGEST_TITLE = 300


@dataclass
class Document:
    """What the templates set: what stands on every page, the cover, the judgements' page, the sections."""

    title: str
    subject: str
    author: str
    edition: str
    tlp: str
    paper: str
    cover: Cover | None
    contents: bool
    compact: bool
    opening: list[Block]
    sections: list[Section] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The document as plain values, with no link that leads nowhere."""
        values: dict[str, Any] = without_dead_links(as_json(self))
        return {"opening": [], "sections": [], "contents": False, **values}


def document(brief: Brief, design: Design, number: int = 1) -> Document:
    """The document that the design asks for: the executive page, one dossier, or the volume of this number.

    Raises LookupError if `design.only` names nothing of the brief.
    """
    return _Composition(visible(brief), design, number).document()


class _Composition:
    """One document on its way; sections are written in their order, since citations are numbered in it."""

    def __init__(self, brief: Brief, design: Design, number: int) -> None:
        self._brief = brief
        self._design = design
        self._in_part = bool(design.only or design.one_page)
        self._volumes = volumes(brief)
        self._volume = self._volumes[number - 1]
        self._catalogue = Catalogue(brief)
        numbers = SourceNumbers(self._catalogue)
        self._numbers = numbers
        notes = Endnotes(self._catalogue, numbers, design.site)
        self._citing: Citing = notes
        self._in_dossiers: Citing = notes
        if len(brief.actors) > MOST_DOSSIERS_WITH_NOTES and not self._in_part:
            self._citing, self._in_dossiers = SourceCitations(numbers, True), SourceCitations(numbers, False)
        elsewhere = self._elsewhere()
        self._lines = Lines(self._catalogue, self._citing, elsewhere)
        self._dossiers = Dossiers(Lines(self._catalogue, self._in_dossiers, elsewhere))

    def _elsewhere(self) -> dict[str, str]:
        """Where the sections are told in full that this document does not tell in full, in words."""
        if self._in_part:
            return dict.fromkeys((TIMELINE, QUESTIONS), "of the whole brief")
        found = {TIMELINE: where(self._volumes, "events"), QUESTIONS: where(self._volumes, "questions")}
        return {anchor: f"({words})" for anchor, words in found.items() if words}

    def document(self) -> Document:
        if self._design.one_page:
            return self._document(None, False, self._executive(), ())
        if self._design.only:
            return self._document(None, False, [], self._only(self._thing(self._design.only)))
        opening = list(self._judgements()) if self._volume.first else []
        return self._document(self._cover(), True, opening, self._sections())

    def _document(
        self, cover: Cover | None, contents: bool, opening: list[Block], sections: Sequence[Section] | Iterator[Section]
    ) -> Document:
        brief = self._brief
        found = [section for section in sections if section.blocks]
        found += [section for section in self._end() if section.blocks]
        edition = f"Edition of {dates.day(brief.generated)}" if brief.generated else ""
        return Document(
            self._title(),
            self._articles(),
            self._design.prepared_by or "",
            edition,
            brief.tlp or "",
            self._design.paper,
            cover,
            contents,
            self._design.one_page,
            opening,
            found,
        )

    def _title(self) -> str:
        title = shorten(self._brief.title, _LONGEST_TITLE)
        return title if self._in_part or self._volume.first else f"{title}, volume {self._volume.number}"

    def _articles(self) -> str:
        period = self._catalogue.period
        spanned = f", {' to '.join(dict.fromkeys(map(dates.day, period)))}" if period else ""
        return f"{counted(len(self._brief.sources), 'article')}{spanned}"

    def _cover(self) -> Cover:
        brief, period = self._brief, self._catalogue.period
        about = [("Edition", dates.day(brief.generated))] if brief.generated else []
        if period:
            about.append(("Period covered", " to ".join(dict.fromkeys(map(dates.day, period)))))
        about.append(("Sources", counted(len(brief.sources), "article")))
        about.append(("Holds", self._holds()))
        about += self._place_among_volumes()
        if self._design.prepared_by:
            about.append(("Prepared by", self._design.prepared_by))
        by_people = any(judgement.author == "analyst" for judgement in brief.judgements)
        made = "Facts found and sentences composed by rule, by a machine; every one cites the words it rests on."
        return Cover(about, made + (" Judgements of analysts are marked." if by_people else ""))

    def _holds(self) -> str:
        numbers = {
            "event": len(self._volume.events),
            "actor": len(self._volume.actors),
            "agreement": len(self._volume.agreements),
            "question": len(self._volume.questions),
        }
        return ", ".join(counted(number, noun) for noun, number in numbers.items() if number)

    def _place_among_volumes(self) -> list[tuple[str, str]]:
        """Which volume this is, and what the first has to say of the others."""
        this, several = self._volume, self._volumes
        if this.of == 1:
            return []
        if not this.first:
            return [("Volume", f"{this.number} of {this.of}: {this.name}")]
        labels = ["Others", *[""] * len(several)]
        others = [(label, f"{each.number}  {each.name}") for label, each in zip(labels, several[1:], strict=False)]
        return [("Volume", f"1 of {this.of}: what weighs most and what is newest"), *others]

    # Bottom line and judgements

    def _judgements(self) -> Iterator[Block]:
        if self._brief.bottom_line:
            yield Heading(1, "Bottom line", "bottom line")
            yield Paragraph([self._lines.sentence(line) for line in self._brief.bottom_line], "bottom")
        if self._brief.judgements:
            yield Heading(1, "Key judgements", "judgements")
            yield Judgements([self._lines.judged(judgement) for judgement in self._brief.judgements])

    def _executive(self) -> list[Block]:
        blocks = list(self._judgements())
        newest = self._catalogue.latest[:_NEWEST]
        if newest:
            blocks += [Heading(1, "Latest"), *timeline_drawing(self._lines, self._brief.events, 24)]
            blocks.append(Listing([self._lines.event(event) for event in newest]))
        asked = self._catalogue.open_questions[:_ASKED]
        if asked:
            blocks += [Heading(1, "Open questions"), Listing([self._lines.question(each) for each in asked])]
        return blocks

    # Sections

    def _sections(self) -> Iterator[Section]:
        volume, lines = self._volume, self._lines
        yield Section("Timeline", TIMELINE, list(self._timeline()))
        if volume.first:
            yield Section("Network", "network", list(network_drawing(lines)), False)
        yield Section("Dossiers", "dossiers", [b for actor in volume.actors for b in self._dossiers.actor(actor)])
        agreed = [block for each in volume.agreements for block in self._dossiers.agreement(each)]
        yield Section("Agreements", "agreements", agreed)
        yield Section("Questions", QUESTIONS, list(self._questions(volume.questions)))
        if volume.first:
            yield Section("Discrepancies", "discrepancies", list(discrepancies(lines)), False)

    def _timeline(self) -> Iterator[Block]:
        events = self._volume.events
        yield from timeline_drawing(self._lines, events)
        used = {event.status for event in events}
        if events:
            yield Legend(
                _LOW, [(status.value, words) for status, words in STATUS_WORDS.items() if status in used], NATURES
            )
        of_year: dict[str, list[Event]] = {}
        for event in events:
            of_year.setdefault(str(event.date.start.year) if event.date else "Undated", []).append(event)
        for year, told in of_year.items():
            if len(of_year) > 1:
                yield Heading(2, year)
            yield Listing([self._lines.event(event, here=True) for event in told])

    def _questions(self, questions: Sequence[Question]) -> Iterator[Block]:
        wanted = {question.id for question in questions}
        groups = (("Open", self._catalogue.open_questions), ("Answered", self._catalogue.answered_questions))
        for title, several in groups:
            shown = [question for question in several if question.id in wanted]
            if shown:
                yield Heading(2, title)
                yield Listing([self._lines.question(question, here=True) for question in shown], "questions")

    # One dossier

    def _thing(self, identifier: str) -> Actor | Agreement | Topic:
        topics = {topic.id: topic for topic in self._brief.topics}
        tables = (self._catalogue.actors, self._catalogue.agreements, topics)
        for table in tables:
            if identifier in table:
                return table[identifier]
        raise LookupError(f"{identifier}: no actor, agreement or topic of this brief has this id")

    def _only(self, thing: Actor | Agreement | Topic) -> Iterator[Section]:
        match thing:
            case Actor():
                yield Section("Dossier", "dossiers", list(self._dossiers.actor(thing)), False)
            case Agreement():
                yield Section("Agreement", "agreements", list(self._dossiers.agreement(thing)), False)
            case Topic():
                yield Section(thing.name, TIMELINE, list(self._topic(thing)), False)
                asked = [each for each in self._brief.questions if each.id in set(thing.questions)]
                yield Section("Questions", QUESTIONS, list(self._questions(asked)), False)

    def _topic(self, topic: Topic) -> Iterator[Block]:
        events = [event for event in self._catalogue.by_date if event.id in set(topic.events)]
        yield from timeline_drawing(self._lines, events)
        if events:
            yield Listing([self._lines.event(event, here=True) for event in events])
        agreements = [self._lines.agreement(each) for each in self._lines.scope.agreements(topic.agreements)]
        if agreements:
            yield Heading(2, "Agreements")
            yield Listing(agreements)

    # The end of every document

    def _end(self) -> Iterator[Section]:
        notes = self._citing.notes()
        if self._volume.first and not self._in_part:
            yield Section("Sources", "sources", list(source_summary(self._lines, self._numbers)))
            yield Section("Method", "method", list(method(self._brief)), False)
        else:
            cited = self._citing.sources() | self._in_dossiers.sources()
            listed = [sources(self._lines, self._numbers, cited)] if cited else []
            yield Section("Sources", "sources", listed, self._design.one_page or not self._in_part)
        yield Section("Notes", "notes", [Notes(notes)] if notes else [], not self._in_part)
