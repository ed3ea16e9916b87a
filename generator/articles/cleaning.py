"""From a page's paragraphs to an article's: the headline, what the page states about it, and the text without furniture.

Nothing is dropped without a reason that `Page` records. Long paragraphs in the middle of a page always stay.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.articles.bylines import is_likely_person
from generator.articles.dates import find_dates
from generator.articles.ending import drop_ending
from generator.articles.furniture import (
    Furniture,
    describes_picture,
    furniture,
    is_publisher,
    is_section,
    is_writer,
    labels,
    sounds_like_publisher,
    without_end_mark,
)
from generator.articles.headline import find_headline, same_headline, site_line
from generator.articles.page import LONG, Entry, Page
from generator.articles.paragraphs import Paragraph, goes_on, join
from generator.articles.particulars import Particulars, read_particulars
from generator.articles.wording import ends_sentence, folded, has_sentences, is_capitalised, looks_like_name, weight

_LABEL = 3
"""Words of a line at the top that is a label of the page and not a heading of the article."""

_BROKEN_OFF = 40
"""Characters of a line that may break off in mid-sentence where the page put something between."""

_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-zà-öø-ÿ][^\d()\n]{1,60}?)[\s,/—–-]*"
    r"(?P<date>\b[^()/\n—–]{0,30}?\d[^()/\n—–]{0,20}?)?\s*"
    r"(?:[(](?P<agency>[^()]{2,40})[)]|/\s?(?P<slashed>[^/]{2,40}?)\s?/)\.?\s*(?:[-–—:]+\s|[-–—]+|(?<=/)\s|(?<=/\.)\s)"
)
_DATELINE_DAY = re.compile(r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40})[,(/\s]+(?P<date>[^()/—–]{6,30}?\b\d{4})\s*[)/]?\s*(?:[-–—:]+|\.)\s")


def stands_apart(line: str) -> bool:
    """Whether a line is never part of a paragraph that was wrapped: furniture, dates, by-lines."""
    return furniture(line, near_headline=True) is not None or read_particulars(line) is not None


def clean(paragraphs: Sequence[Paragraph], title: str | None = None) -> Page:
    """The page with everything marked as gone that is not the article, in the order of the page.

    `title` is the headline where somebody stated it.
    """
    paragraphs = [replace(paragraph, text=without_end_mark(paragraph.text)) for paragraph in paragraphs]
    page = Page([Entry(paragraph, mark=paragraph.mark) for paragraph in paragraphs])
    start = _take_headline(page, paragraphs, title)
    body = _clean_head(page, start)
    _drop_furniture(page, body)
    drop_ending(page, body)
    _mend(page)
    _read_dateline(page)
    _mark_headings(page)
    return page


# --- the headline and what stands around it


def _take_headline(page: Page, paragraphs: Sequence[Paragraph], title: str | None) -> int:
    """Finds the headline, drops what stands before it and every repetition; the index after it."""
    found = find_headline(paragraphs, title)
    if found is None:
        return 0
    page.headline = found.text
    page.particulars.publisher = found.publisher
    for entry in page.entries[: found.index]:
        if entry.is_prose(least=12) and entry.mark != "heading":
            continue
        if not _read_head_line(page, entry) and sounds_like_publisher(entry.text):
            page.particulars.publisher = page.particulars.publisher or entry.text
        entry.gone = entry.gone or "before the headline"
    page.entries[found.index].gone = "headline"
    for entry in page.entries[found.index + 1 :]:
        if entry.words <= weight(found.text) + 8 and same_headline(entry.text, found.text):
            entry.gone = "headline again"
    return found.index + 1


def _clean_head(page: Page, start: int) -> int:
    """Reads and drops dates, by-lines, labels and captions between the headline and the body; the body's index."""
    seen = long = 0
    body = len(page.entries)
    unsure: list[int] = []
    for index, entry in enumerate(page.entries[start:], start):
        if entry.gone:
            continue
        if _read_head_line(page, entry, after_body=bool(seen)):
            continue
        if not seen and (describes_picture(entry.text) or _credits_picture(entry.text)):
            entry.gone = "description of a picture"
        elif entry.mark == "item" or entry.is_prose():
            seen += 1
            long += entry.words >= LONG
            body = min(body, index)
            if long and seen > 1:
                break
        elif seen == 0:
            unsure.append(index)
        elif long:
            break
    _judge_unsure(page, unsure, body)
    return start if body == len(page.entries) else body


def _read_head_line(page: Page, entry: Entry, after_body: bool = False) -> bool:
    """Drops a line that is no part of the article and takes what it states; False if it may be part of it."""
    particulars = read_particulars(entry.text)
    if particulars is not None and not (after_body and (particulars.weak or _repeats(particulars, page.particulars))):
        page.particulars.add(particulars)
        entry.gone = "particulars"
        return True
    kind = furniture(entry.text, near_headline=not after_body)
    if kind is not None and (not after_body or kind.takes == "line"):
        entry.gone = kind.kind
        if kind.takes == "next":
            _drop_next(page, page.entries.index(entry))
        return True
    if after_body:
        return False
    site = site_line(entry.text)
    if site is not None:
        page.particulars.publisher = page.particulars.publisher or site
    if site is not None or is_section(entry.text):
        entry.gone = "site or section"
        return True
    return False


def _repeats(particulars: Particulars, known: Particulars) -> bool:
    """Whether a line holds a lone day though the day of publication is known: a heading of a chronology."""
    return particulars.is_only_day and known.day is not None and known.day != particulars.dated


def _judge_unsure(page: Page, unsure: list[int], body: int) -> None:
    """Short lines between headline and body: names of writers and labels go, headings and standfirsts stay."""
    for index in unsure:
        entry = page.entries[index]
        if is_writer(entry.text) and entry.words <= 5:
            entry.gone = "author's office"
        elif _names_writer(page, index):
            known = page.particulars.author
            beside_another = known and known != entry.text and page.entries[index - 1].gone == "author"
            page.particulars.author = f"{known}, {entry.text}" if beside_another else known or entry.text
            entry.gone = "author"
        elif sounds_like_publisher(entry.text) and page.entries[index - 1].gone in {"particulars", "author"}:
            page.particulars.publisher = page.particulars.publisher or entry.text
            entry.gone = "site"
        elif index == body - 1 and _is_place(entry.text):
            continue
        elif entry.mark != "heading" and entry.words <= _LABEL and (index != body - 1 or _is_in_head_group(page, index)):
            entry.gone = "label"


def _names_writer(page: Page, index: int) -> bool:
    """Whether a lone name stands beside a date, an office or the word "By"."""
    text = page.entries[index].text
    before = page.entries[index - 1] if index else None
    after = page.entries[index + 1] if index + 1 < len(page.entries) else None
    if before is not None and folded(before.text) in labels("byline"):
        return looks_like_name(text) or is_publisher(text)
    if not is_likely_person(text) or sounds_like_publisher(text):
        return False
    beside = [entry for entry in (before, after) if entry is not None]
    return any(entry.gone in {"particulars", "author"} or (is_writer(entry.text) and entry.words <= 5) for entry in beside)


def _credits_picture(text: str) -> bool:
    """Whether a line before the body ends in an agency's name in brackets, as captions do."""
    credit = re.search(r"\(([^()]{2,40})\)$", text)
    return credit is not None and all(is_publisher(name) for name in credit[1].split("/"))


def _is_in_head_group(page: Page, index: int) -> bool:
    """Whether a line follows furniture or particulars without an empty line between."""
    before = page.entries[index - 1]
    return bool(before.gone) and before.gone != "headline" and before.paragraph.group == page.entries[index].paragraph.group


# --- the body


def _drop_furniture(page: Page, body: int) -> None:
    """Drops furniture from the body on; ends the page where the rest of it is furniture."""
    for index, entry in page.kept(body):
        if entry.gone:  # dropped with a line before it
            continue
        kind = furniture(entry.text)
        if kind is not None:
            _drop_one(page, index, kind)
            continue
        if _is_page_number(page, index):
            entry.gone = "page number"
            continue
        particulars = read_particulars(entry.text)
        if particulars is not None and not particulars.weak and not particulars.is_only_day:
            page.particulars.add(particulars)
            entry.gone = "particulars"


def _is_page_number(page: Page, index: int) -> bool:
    """Whether a line is a number alone between paragraphs of prose; among short lines it may be part of a table."""
    beside = page.entries[max(0, index - 1) : index] + page.entries[index + 1 : index + 2]
    return re.fullmatch(r"\d{1,3}", page.entries[index].text) is not None and all(entry.is_prose() for entry in beside)


def _drop_one(page: Page, index: int, kind: Furniture) -> None:
    page.entries[index].gone = kind.kind
    before, after = page.prose_words(end=index), page.prose_words(index)
    if kind.takes == "next":
        _drop_next(page, index)
    elif kind.takes == "rest" and before and after <= before:
        page.drop(index, None, f"after {kind.kind}")
    elif kind.takes == "box" and before:
        _drop_box(page, index)


def _drop_next(page: Page, index: int) -> None:
    """Drops the caption that stands after its label."""
    following = next(page.kept(index + 1), None)
    if following is not None and following[0] == index + 1 and following[1].words <= 2 * LONG:
        following[1].gone = "caption"


def _drop_box(page: Page, index: int) -> None:
    """Drops the titles of other stories after a line such as "Read more"; the article may go on after them."""
    if _is_list_of_stories(page, index):
        page.drop(index, None, "other stories")
        return
    for _, entry in list(page.kept(index + 1)):
        if not _is_title(entry):
            break
        entry.gone = "other stories"


def _is_title(entry: Entry) -> bool:
    """Whether an entry could be the title of another story, a date or a name under one: short, and no statement."""
    if entry.mark == "heading" or entry.is_prose(least=10):
        return False
    return entry.words < 4 or entry.text.endswith(("?", "!")) or not ends_sentence(entry.text)


def _is_list_of_stories(page: Page, index: int) -> bool:
    """Whether the rest of a page is titles with a summary each, and little of it beside what came before."""
    rest = [entry for _, entry in page.kept(index + 1)]
    summaries = [position for position, entry in enumerate(rest) if entry.is_prose(least=10)]
    titled = all(position and not rest[position - 1].is_prose(least=10) for position in summaries)
    return len(summaries) > 1 and titled and page.prose_words(index) < 0.25 * page.prose_words(end=index)


# --- what is left


def _mend(page: Page) -> None:
    """Joins a paragraph that breaks off in mid-sentence with the one that takes it up."""
    previous: Entry | None = None
    for _, entry in page.kept():
        plain = previous is not None and previous.mark is None and entry.mark is None
        if previous is not None and plain and (_breaks_off(previous.text, entry.text) or _is_place(previous.text)):
            previous.paragraph = Paragraph(join(previous.text, entry.text), previous.paragraph.group)
            entry.gone = "joined to the paragraph before"
        else:
            previous = entry


def _breaks_off(first: str, second: str) -> bool:
    return len(first) >= _BROKEN_OFF and goes_on(first, second)


def _is_place(text: str) -> bool:
    """Whether a line is a dateline on its own: "NORBURG, NORLAND —", "Norburg:"."""
    if weight(text) > 6 or not text.rstrip().endswith(("—", "–", "-", ":")):
        return False
    place = text.rstrip(" —–-:")
    return place.isupper() or (text.endswith(":") and weight(place) <= 2 and all(map(is_capitalised, place.split())))


def _read_dateline(page: Page) -> None:
    """Takes agency and day from "NORBURG, June 19, 2024 (Agency) - " at the beginning; the words stay in the text."""
    first = next((entry.text for _, entry in page.kept() if entry.is_prose()), "")
    match = _DATELINE.match(first)
    agency = (match["agency"] or match["slashed"] or "").strip() if match else ""
    if is_publisher(agency):
        page.particulars.publisher = page.particulars.publisher or agency
    day = _DATELINE_DAY.match(first)
    dates = find_dates(day["date"]) if day else find_dates(match["date"] or "") if match and is_publisher(agency) else []
    if dates and page.particulars.day is None:
        page.particulars.dated = dates[0].day


def _mark_headings(page: Page) -> None:
    """Marks short lines without a full stop as headings where something follows them."""
    kept = [entry for _, entry in page.kept()]
    for position, entry in enumerate(kept):
        follows = position + 1 < len(kept)
        if entry.mark is None and follows and _reads_as_heading(entry.text):
            entry.mark = "heading"


def _reads_as_heading(text: str) -> bool:
    words = weight(text)
    if words > 14 or has_sentences(text) or text.endswith((":", ",", ";")) or text.startswith(("“", '"', "«", "„")) and text.endswith(("”", '"', "»")):
        return False
    plain = text.rstrip("”\"'’»)")
    if plain.endswith("?"):
        return words <= 8
    return not plain.endswith((".", "!", "…", "。", "！", "؟", "۔", "।"))
