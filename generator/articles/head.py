"""The head of a page: the headline, and the dates, by-lines, labels and captions between it and the article's body."""

import re
from collections.abc import Sequence

from generator.articles.bylines import is_likely_person, looks_like_name
from generator.articles.furniture import (
    describes_picture,
    furniture,
    is_publisher,
    is_section,
    is_writer,
    labels,
    sounds_like_publisher,
)
from generator.articles.headline import find_headline, same_headline, site_line
from generator.articles.page import LONG, Entry, Page
from generator.articles.paragraphs import Paragraph
from generator.articles.particulars import Particulars, read_particulars
from generator.articles.wording import folded, is_capitalised, weight

_LABEL = 3
"""Words of a line that is a label of the page and not a heading of the article."""

_CAPTION = 500
"""Characters at the end of a line that are looked at."""

_REPEATED = 8
"""Words that a repeated headline may be longer, by the name of a site."""


def clean_head(page: Page, paragraphs: Sequence[Paragraph], title: str | None) -> int:
    """Finds the headline and drops what is not the article around it; the index at which the body begins.

    What the lines after the headline state comes before what stands above it, where a page has the day of the visit.
    """
    found = find_headline(paragraphs, title)
    if found is None:
        return _clean_below(page, 0)
    page.headline = found.text
    _clean_above(page, found.index)
    above, page.particulars = page.particulars, Particulars(publisher=found.publisher)
    page.entries[found.index].gone = "headline"
    for _, entry in page.kept(found.index + 1):
        if entry.words <= weight(found.text) + _REPEATED and same_headline(entry.text, found.text):
            entry.gone = "headline again"
    body = _clean_below(page, found.index + 1)
    page.particulars.add(above)
    return body


def is_place(text: str) -> bool:
    """Whether a line is a dateline on its own: "NORBURG, NORLAND —", "Norburg:"."""
    if weight(text) > 6 or not text.rstrip().endswith(("—", "–", "-", ":")):
        return False
    place = text.rstrip(" —–-:")
    return place.isupper() or (text.endswith(":") and weight(place) <= 2 and all(map(is_capitalised, place.split())))


def credits_picture(text: str) -> bool:
    """Whether a line that is no sentence ends in an agency's name in brackets, as captions do."""
    if not text.endswith(")"):
        return False
    credit = re.search(r"(?P<shown>[^()]{10,}[^()\s.!?”\"'])\s*\((?P<credit>[^()]{2,40})\)$", text[-_CAPTION:])
    return credit is not None and all(is_publisher(name) for name in credit["credit"].split("/"))


def _clean_above(page: Page, headline: int) -> None:
    for index, entry in page.kept(end=headline):
        if entry.is_prose(least=12):
            continue
        if not _read_line(page, index) and sounds_like_publisher(entry.text):
            page.particulars.add(Particulars(publisher=entry.text))
        entry.gone = entry.gone or "before the headline"


def _clean_below(page: Page, start: int) -> int:
    """Goes on until the second paragraph of prose: a by-line may stand below the first, a standfirst."""
    prose = 0
    is_long = False
    body = len(page.entries)
    unsure: list[int] = []
    for index, entry in page.kept(start):
        if entry.gone or _read_line(page, index, in_body=bool(prose)):
            continue
        if not prose and (describes_picture(entry.text) or credits_picture(entry.text)):
            entry.gone = "description of a picture"
        elif entry.mark == "item" or entry.is_prose():
            prose += 1
            is_long = is_long or entry.words >= LONG
            body = min(body, index)
            if is_long and prose > 1:
                break
        elif not prose:
            unsure.append(index)
        elif is_long:
            break
    for index in unsure:
        _judge(page, index, last=index == body - 1)
    return start if body == len(page.entries) else body


def _read_line(page: Page, index: int, in_body: bool = False) -> bool:
    """Drops a line that is no part of the article and takes what it states; False if it may be part of it.

    In the body only lines that can be nothing else are dropped.
    """
    entry = page.entries[index]
    particulars = read_particulars(entry.text)
    if particulars is not None and not (
        (in_body and (particulars.weak or _is_chronology(particulars, page.particulars)))
        or _begins_chronology(page, index)
    ):
        page.particulars.add(particulars)
        entry.gone = "particulars"
        return True
    site = None if in_body else site_line(entry.text)
    if site is not None or (not in_body and is_section(entry.text)):
        page.particulars.add(Particulars(publisher=site))
        entry.gone = "site or section"
        return True
    kind = furniture(entry.text, near_headline=not in_body)
    if kind is None or (in_body and kind.takes != "line"):
        return False
    entry.gone = kind.kind
    if kind.takes == "next":
        page.drop_next(index, "caption")
    return True


def _is_chronology(particulars: Particulars, known: Particulars) -> bool:
    """Whether a line holds another day alone though the day of publication is known: a heading of a chronology."""
    return particulars.is_only_day and known.day is not None and known.day != particulars.dated


def _begins_chronology(page: Page, index: int) -> bool:
    """Whether a line before all prose holds the first of several days that part the article into sections."""
    first = read_particulars(page.entries[index].text)
    if first is None or not _is_chronology(first, page.particulars):
        return False
    following = [entry for _, entry in page.kept(index + 1)]
    if page.entries[index].mark == "heading" and any(entry.mark == "heading" for entry in following):
        return True
    others = (other for entry in following if (other := read_particulars(entry.text)) is not None)
    return any(other.is_only_day and other.dated != first.dated for other in others)


def _judge(page: Page, index: int, last: bool) -> None:
    """A short line between headline and body: names of writers and labels go, headings and standfirsts stay.

    `last` says that the body follows at once: a short line there may be its first heading.
    """
    entry = page.entries[index]
    before = page.entries[index - 1] if index else None
    if is_writer(entry.text) and entry.words <= 5:
        entry.gone = "author's office"
    elif _names_writer(page, index):
        known = page.particulars.author
        second = known and known != entry.text and before is not None and before.gone == "author"
        page.particulars.author = f"{known}, {entry.text}" if second else known or entry.text
        entry.gone = "author"
    elif before is not None and before.gone in {"particulars", "author"} and sounds_like_publisher(entry.text):
        page.particulars.add(Particulars(publisher=entry.text))
        entry.gone = "site"
    elif entry.mark == "heading" or entry.words > _LABEL or (last and is_place(entry.text)):
        return
    elif not last or _is_in_group_of_furniture(before, entry):
        entry.gone = "label"


def _names_writer(page: Page, index: int) -> bool:
    """Whether a lone name stands beside a date, an office, another writer or the word "By"."""
    text = page.entries[index].text
    beside = [page.entries[other] for other in (index - 1, index + 1) if 0 <= other < len(page.entries)]
    if index and folded(page.entries[index - 1].text) in labels("byline"):
        return looks_like_name(text) or is_publisher(text)
    if not is_likely_person(text) or sounds_like_publisher(text):
        return False
    return any(
        entry.gone in {"particulars", "author"} or (is_writer(entry.text) and entry.words <= 5) for entry in beside
    )


def _is_in_group_of_furniture(before: Entry | None, entry: Entry) -> bool:
    """Whether a line follows furniture or particulars without an empty line between."""
    if before is None or not before.gone or before.gone == "headline":
        return False
    return before.paragraph.group == entry.paragraph.group
