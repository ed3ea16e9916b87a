"""Brief → pages: which pages there are, and the Markdown of each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from generator.model import Brief, Event, Kind, Source
from generator.render import dates
from generator.render.catalogue import Catalogue
from generator.render.figures import STATUS_WORDS, quad_class, timeline
from generator.render.marking import label
from generator.render.passages import (
    MarkedParagraph,
    Shown,
    SourceParagraph,
    cited_stretches,
    marked_paragraphs,
    source_paragraph,
)
from generator.render.scope import Scope, safe_url, source_line
from generator.render.standing import CREDIBILITY, MATTERS
from generator.render.text import attribute, markdown, page_title, shorten
from generator.render.visible import visible
from generator.render.words import capital, counted, quoted

PACKAGE_TEMPLATES = Path(__file__).parents[2] / "templates"

KINDS = {
    Kind.STATE: "States",
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.GROUP: "Groups",
}


RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""What the Admiralty code's letters say of a source."""

CHANGES = {"new": "New", "changed": "Changed", "answered": "Answered", "withdrawn": "Withdrawn"}

_FIRST_MARK = re.compile(r"(?<=[^\s}]) (?=\[\d+\]\[p\d+\]\{\.cite\})")
_UNDATED = 10_000  # After every year.
_MONTHS = ["", *(dates.month_name(month) for month in range(1, 13))]


class RenderError(Exception):
    """A template at fault: file, line, what is wrong."""


@dataclass(frozen=True)
class Page:
    """A page of the site: its path below `docs/` and its Markdown."""

    path: str
    text: str


@dataclass(frozen=True)
class Month:
    """The events of one month; without a title for those of which no month is known."""

    anchor: str
    title: str
    events: list[Event]


@dataclass(frozen=True)
class Year:
    """The months of one year in which something is dated; without a year for what is not."""

    anchor: str
    title: str
    months: list[Month]


def pages(brief: Brief, templates: Sequence[Path], guide: str | None = None) -> Iterator[Page]:
    """All pages of the brief. Of templates of one name, the one in the first folder that has it is used.

    `guide` is the path below `docs/` of a page that tells how to read the brief; every page leads to it.
    """
    brief = visible(brief)
    catalogue = Catalogue(brief)
    environment = _environment([*templates, PACKAGE_TEMPLATES])

    def page(path: str, template: str, **values: object) -> Page:
        scope = Scope(catalogue, path)
        try:
            text = environment.get_template(template).render(
                page=scope, catalogue=catalogue, brief=brief, guide=guide, marking=label(brief.tlp), **values
            )
        except TemplateError as error:
            raise RenderError(_fault(error, template)) from error
        return Page(path, _tidy(text))

    yield page("index.md", "home.md", figure=timeline(catalogue, "events/index.html"))
    yield page("actors/index.md", "actors.md", kinds=KINDS)
    for actor in brief.actors:
        yield page(f"actors/{actor.id}.md", "actor.md", actor=actor, kinds=KINDS)
    yield page("topics/index.md", "topics.md")
    for topic in brief.topics:
        yield page(f"topics/{topic.id}.md", "topic.md", topic=topic)
    yield page("agreements/index.md", "agreements.md")
    for agreement in brief.agreements:
        yield page(f"agreements/{agreement.id}.md", "agreement.md", agreement=agreement)
    yield page("events/index.md", "events.md", years=_years(catalogue.by_date), figure=timeline(catalogue, ""))
    yield page("questions/index.md", "questions.md")
    yield page("discrepancies/index.md", "discrepancies.md")
    if brief.comparison:
        yield page("changes/index.md", "changes.md")
    yield page("sources/index.md", "sources.md")
    for source in brief.sources:
        headline, body = _source_text(catalogue, source)
        yield page(f"sources/{source.id}.md", "source.md", source=source, headline=headline, body=body)


def _environment(folders: Sequence[Path]) -> Environment:
    """Templates whose every value is Markdown-escaped, unless it is markup that this package made."""
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        finalize=markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "attribute": attribute,
        "capital": capital,
        "counted": counted,
        "quoted": quoted,
        "day": dates.day,
        "quad_class": quad_class,
        "safe_url": safe_url,
        "shorten": shorten,
        "source_line": source_line,
        "span": dates.span,
        "title": page_title,
    }
    environment.globals |= {
        "CHANGES": CHANGES,
        "CREDIBILITY": CREDIBILITY,
        "BASIS": dates.BASIS,
        "PUBLISHED_BASIS": dates.PUBLISHED_BASIS,
        "RELIABILITY": RELIABILITY,
        "STATUS_WORDS": STATUS_WORDS,
        "MATTERS": MATTERS,
    }
    return environment


def _fault(error: TemplateError, template: str) -> str:
    place = getattr(error, "filename", None) or getattr(error, "name", None) or template
    line = getattr(error, "lineno", None)
    return f"{place}{f':{line}' if line else ''}: the template cannot be used: {error.message}"


def _tidy(text: str) -> str:
    """The page with single blank lines and one newline at its end, and no citation mark alone on a new line."""
    text = _FIRST_MARK.sub("\N{NO-BREAK SPACE}", text)
    lines = [line.rstrip() for line in text.splitlines()]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept).strip("\n") + "\n"


def _years(events: Iterable[Event]) -> list[Year]:
    """The events by year and month, oldest first; those of no one month before the months, the undated last."""
    years: dict[int, dict[int, list[Event]]] = {}
    for event in events:
        year, month = _month_of(event)
        years.setdefault(year, {}).setdefault(month, []).append(event)
    return [
        Year(
            f"_{year}" if year < _UNDATED else "_undated",
            str(year) if year < _UNDATED else "Undated",
            [Month(f"_{year}-{month:02}", _MONTHS[month], months[month]) for month in sorted(months)],
        )
        for year, months in sorted(years.items())
    ]


def _month_of(event: Event) -> tuple[int, int]:
    """Year and month, 0 for no one month."""
    if not event.date:
        return _UNDATED, 0
    first, last = event.date.start, event.date.end
    return first.year, first.month if (first.year, first.month) == (last.year, last.month) else 0


def _source_text(catalogue: Catalogue, source: Source) -> tuple[SourceParagraph, list[SourceParagraph]]:
    """The headline and the paragraphs below it."""
    rests = catalogue.rests_on(source)
    passages, names = catalogue.passages_of(source), catalogue.names_only(source)
    whole = catalogue.brief.source_texts == "full"
    shown = None if whole else Shown(source.text, cited_stretches(source.text, passages, names))
    marked = marked_paragraphs(source.text, passages, names, shown)
    body = [source_paragraph(source.text, paragraph, rests) for paragraph in marked]
    if marked and source.text[marked[0].start : marked[0].end].split() == source.title.split():
        return body[0], body[1:]
    return SourceParagraph(MarkedParagraph(0, 0, markdown(source.title), []), True, [], []), body
