"""Brief → pages: which pages there are, and the Markdown of each."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from generator.model import MATTERS, Brief, Event, Source
from generator.own_faults import RefusedError
from generator.render import dates
from generator.render.catalogue import Catalogue
from generator.render.facets import Facets
from generator.render.figures import STATUS_WORDS, Figures, quad_class, relation_anchor
from generator.render.indexes import (
    continuations,
    indexes,
    passage_parts,
    room_of_actor,
    room_of_agreement,
    room_of_topic,
)
from generator.render.linking import Linked
from generator.render.marking import label
from generator.render.parting import FIRST, SHOWN_PASSAGES
from generator.render.passages import (
    MarkedParagraph,
    Shown,
    SourceParagraph,
    cited_stretches,
    marked_paragraphs,
    source_paragraphs,
)
from generator.render.places import KINDS, story
from generator.render.scope import Scope, safe_url, source_line
from generator.render.standing import CREDIBILITY, RELIABILITY
from generator.render.text import attribute, markdown, page_title, shorten
from generator.render.visible import visible
from generator.render.words import capital, counted, quoted

PACKAGE_TEMPLATES = Path(__file__).parents[2] / "templates"


CHANGES = {"new": "New", "changed": "Changed", "answered": "Answered", "withdrawn": "Withdrawn"}

_FIRST_MARK = re.compile(r"(?<=[^\s}]) (?=\[\d+\]\[p\d+\]\{\.cite\})")


class RenderError(RefusedError):
    """A template at fault: file, line, what is wrong."""


@dataclass(frozen=True)
class Page:
    """A page of the site: its path below `docs/` and its Markdown."""

    path: str
    text: str


def pages(
    brief: Brief, templates: Sequence[Path], guide: str | None = None, offered: Container[str] = ()
) -> Iterator[Page]:
    """All pages of the brief. Of templates of one name, the one in the first folder that has it is used.

    `guide` is the path below `docs/` of a page that tells how to read the brief; every page leads to it. `offered` are
    the paths of documents that stand beside the pages.
    """
    brief = visible(brief)
    catalogue = Catalogue(brief)
    figures = Figures(catalogue)
    facets = Facets(catalogue)
    environment = _environment([*templates, PACKAGE_TEMPLATES])

    def page(path: str, template: str, scope: Scope | None = None, **values: object) -> Page:
        scope = scope or Scope(catalogue, path)
        try:
            text = environment.get_template(template).render(
                page=scope,
                catalogue=catalogue,
                brief=brief,
                figures=figures,
                facets=facets,
                guide=guide,
                offered=offered,
                marking=label(brief.tlp),
                **values,
            )
        except TemplateError as error:
            raise RenderError(_fault(error, template)) from error
        return Page(path, _tidy(text))

    def dossier(path: str, template: str, room: bool, **values: Linked) -> Iterator[Page]:
        """A dossier and the pages on which its long lists go on."""
        scope = Scope(catalogue, path, room)
        (thing,) = values.values()
        yield page(path, template, scope, kinds=KINDS, **values)
        for continuation in continuations(scope, thing):
            yield page(continuation["part"].path, "continued.md", **continuation)

    yield page("index.md", "home.md")
    for index in indexes(catalogue):
        yield page(index.path, index.template, **index.values)
    for actor in brief.actors:
        yield from dossier(f"actors/{actor.id}.md", "actor.md", room_of_actor(catalogue, actor), actor=actor)
    for topic in brief.topics:
        yield from dossier(f"topics/{topic.id}.md", "topic.md", room_of_topic(catalogue, topic), topic=topic)
    for agreement in brief.agreements:
        room = room_of_agreement(catalogue, agreement)
        yield from dossier(f"agreements/{agreement.id}.md", "agreement.md", room, agreement=agreement)
    for event in brief.events:
        for path, template, values in _pages_of(event):
            yield page(path, template, None, event=event, **values)
    for source in brief.sources:
        headline, body = _source_text(catalogue, source)
        yield page(f"sources/{source.id}.md", "source.md", source=source, headline=headline, body=body)


def _pages_of(event: Event) -> Iterator[tuple[str, str, dict[str, object]]]:
    """The pages that an event has of its own, beside its line in the timeline: path, template and values."""
    if path := story(event):
        yield path, "story.md", {}
    parts = passage_parts(event)
    for number, part in enumerate(parts, start=1):
        yield part.path, "passages.md", {"part": part, "parts": parts, "number": number}


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
        "relation_anchor": relation_anchor,
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
        "FIRST": FIRST,
        "SHOWN_PASSAGES": SHOWN_PASSAGES,
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


def _source_text(catalogue: Catalogue, source: Source) -> tuple[SourceParagraph, list[SourceParagraph]]:
    """The headline and the paragraphs below it."""
    rests = catalogue.rests_on(source)
    passages, names = catalogue.passages_of(source), catalogue.names_only(source)
    whole = catalogue.brief.source_texts == "full"
    shown = None if whole else Shown(source.text, cited_stretches(source.text, passages, names))
    marked = marked_paragraphs(source.text, passages, names, shown)
    body = source_paragraphs(source.text, marked, rests)
    if marked and source.text[marked[0].start : marked[0].end].split() == source.title.split():
        return body[0], body[1:]
    return SourceParagraph(MarkedParagraph(0, 0, markdown(source.title), []), True, [], []), body
