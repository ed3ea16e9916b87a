"""The source summary, the list of sources with their descriptors and grades, and what the grades mean."""

from collections.abc import Collection, Iterator

from generator.model import Source
from generator.render import dates
from generator.render.standing import CREDIBILITY, RELIABILITY
from generator.render.words import counted
from generator.typeset.blocks import Block, Heading, Line, Link, Listing, Paragraph, Table, Words
from generator.typeset.lines import Lines
from generator.typeset.notes import SourceNumbers, source_anchor, web_address


def source_summary(lines: Lines, numbers: SourceNumbers) -> Iterator[Block]:
    """The summary statement, all sources, and the two scales of grades."""
    if lines.catalogue.brief.source_summary:
        yield Paragraph([([lines.catalogue.brief.source_summary], [])], "lead")
    if lines.catalogue.brief.sources:
        yield sources(lines, numbers, lines.catalogue.sources)
        yield Heading(2, "Grades")
        letters = [[letter, meaning] for letter, meaning in RELIABILITY.items()]
        figures = [[str(figure), meaning] for figure, meaning in CREDIBILITY.items()]
        head = ["", "Reliability of a source", "", "Credibility of a fact"]
        yield Table(head, [[*one, *other] for one, other in zip(letters, figures, strict=True)])


def sources(lines: Lines, numbers: SourceNumbers, wanted: Collection[str]) -> Block:
    """The sources of these ids, newest first."""
    found = [source for source in lines.catalogue.newest_sources if source.id in wanted]
    return Listing([_line(source, lines, numbers) for source in found], "sources")


def _line(source: Source, lines: Lines, numbers: SourceNumbers) -> Line:
    address = web_address(source)
    words: Words = [Link(source.title, url=address) if address else source.title]
    line = Line(numbers.of(source.id), words, anchor=source_anchor(source.id))
    told = [source.publisher, source.author, dates.day(source.published) if source.published else "undated"]
    line.notes = [[part] for part in told if part]
    line.notes.append([f"grade {source.reliability}, {RELIABILITY[source.reliability]}"])
    line.notes.append([f"{counted(lines.catalogue.facts_from(source), 'fact')} rest on it"])
    if source.descriptor:
        copied: Words = (
            [" ", Link(numbers.of(source.copy_of), source_anchor(source.copy_of))]
            if source.copy_of in lines.catalogue.sources and source.copy_of
            else []
        )
        line.lines.append(Line("", [source.descriptor, *copied]))
    if source.notice:
        line.lines.append(Line("", [source.notice]))
    if source.earlier:
        superseded = counted(len(source.earlier), "earlier version")
        line.notes.append([f"supersedes {superseded}"])
    line.notes += lines.by_hand(source)
    return line
