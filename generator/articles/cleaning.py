"""From a page's paragraphs to an article's: the headline, what the page states, and the text without furniture.

Nothing is dropped without a reason that `Page` records. Long paragraphs in the middle of a page always stay.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.articles.ending import drop_ending
from generator.articles.furniture import Furniture, furniture, is_publisher, without_end_mark
from generator.articles.head import clean_head, credits_picture, is_place
from generator.articles.page import Entry, Page
from generator.articles.paragraphs import Paragraph, goes_on, join
from generator.articles.particulars import Particulars, read_dateline, read_particulars
from generator.articles.wording import ends_sentence, has_sentences, weight

_BROKEN_OFF = 40
"""Characters of a line that may break off in mid-sentence where the page put something between."""

_HEADING = 14
"""Words that a heading has at most."""


def stands_apart(line: str) -> bool:
    """Whether a line is never part of a paragraph that was wrapped: furniture, dates, by-lines."""
    return furniture(line, near_headline=True) is not None or read_particulars(line) is not None


def clean(paragraphs: Sequence[Paragraph], title: str | None = None) -> Page:
    """The page with everything marked as gone that is not the article, in the order of the page.

    `title` is the headline where somebody stated it.
    """
    paragraphs = [replace(paragraph, text=without_end_mark(paragraph.text)) for paragraph in paragraphs]
    page = Page([Entry(paragraph, mark=paragraph.mark) for paragraph in paragraphs])
    body = clean_head(page, paragraphs, title)
    _drop_furniture(page, body)
    drop_ending(page, body)
    _mend(page)
    _mark_headings(page)
    page.particulars.add(read_dateline(next((entry.text for _, entry in page.kept() if entry.is_prose()), "")))
    return page


# --- the body


def _drop_furniture(page: Page, body: int) -> None:
    """Drops furniture from the body on; ends the page where the rest of it is furniture."""
    before, after = page.prose_words(end=body), page.prose_words(body)
    for index, entry in page.kept(body):
        words = entry.words if entry.is_prose() else 0
        after -= words
        kind = furniture(entry.text)
        if kind is not None:
            _drop(page, index, kind, before, after)
        elif _is_page_number(page, index):
            entry.gone = "page number"
        elif credits_picture(entry.text):
            entry.gone = "caption"
        elif is_publisher(entry.text):
            page.particulars.add(Particulars(publisher=entry.text))
            entry.gone = "site"
        elif not _take_particulars(page, entry):
            before += words


def _drop(page: Page, index: int, kind: Furniture, before: int, after: int) -> None:
    """Drops a line of furniture and what goes with it; `before` and `after` are the words of prose on either side."""
    page.entries[index].gone = kind.kind
    if kind.takes == "next":
        page.drop_next(index, "caption")
    elif kind.takes == "rest" and before and after <= before:
        page.drop(index, f"after {kind.kind}")
    elif kind.takes == "box" and before:
        if after < 0.25 * before and _is_list_of_stories(page, index):
            page.drop(index, "other stories")
        for _, entry in page.kept(index + 1):
            if not _is_title(entry):
                break
            entry.gone = "other stories"


def _take_particulars(page: Page, entry: Entry) -> bool:
    """Drops a by-line or a labelled date within the body; a lone day there is a heading. False if it is neither."""
    particulars = read_particulars(entry.text)
    if particulars is None or particulars.weak or particulars.is_only_day:
        return False
    page.particulars.add(replace(particulars, dated=None, updated=None, beside=None))
    entry.gone = "particulars"
    return True


def _is_page_number(page: Page, index: int) -> bool:
    """Whether a line is a number alone between paragraphs of prose; among short lines it may be part of a table."""
    beside = page.entries[max(0, index - 1) : index] + page.entries[index + 1 : index + 2]
    return re.fullmatch(r"\d{1,3}", page.entries[index].text) is not None and all(entry.is_prose() for entry in beside)


def _is_title(entry: Entry) -> bool:
    """Whether an entry could be the title of another story, a date or a name under one: short, and no statement."""
    if entry.mark == "heading" or entry.is_prose(least=10):
        return False
    return entry.words < 4 or entry.text.endswith(("?", "!")) or not ends_sentence(entry.text)


def _is_list_of_stories(page: Page, index: int) -> bool:
    """Whether the rest of a page is nothing but titles with a summary each."""
    if index < page.story_without_title:
        return False
    summaries, above_is_title = 0, False
    for position, entry in page.kept(index + 1):
        is_summary = entry.is_prose(least=10)
        if is_summary and not above_is_title:
            if summaries or position > index + 1:
                page.story_without_title = position - 1
            return False
        summaries += is_summary
        above_is_title = not is_summary
    return summaries > 1


# --- what is left


def _mend(page: Page) -> None:
    """Joins a paragraph that breaks off in mid-sentence, or a place on a line of its own, with the one that goes on."""
    first: Entry | None = None
    pieces: list[str] = []
    for _, entry in page.kept():
        if first is not None and first.mark is None and entry.mark is None and _breaks_off(pieces[-1], entry.text):
            pieces.append(entry.text)
            entry.gone = "joined to the paragraph before"
            continue
        _put_together(first, pieces)
        first, pieces = entry, [entry.text]
    _put_together(first, pieces)


def _breaks_off(text: str, following: str) -> bool:
    return is_place(text) or (len(text) >= _BROKEN_OFF and goes_on(text, following))


def _put_together(first: Entry | None, pieces: list[str]) -> None:
    if first is not None and len(pieces) > 1:
        first.paragraph = replace(first.paragraph, text=join(*pieces))
        vars(first).pop("words", None)


def _mark_headings(page: Page) -> None:
    """Marks short lines without a full stop as headings where something follows them."""
    kept = [entry for _, entry in page.kept()]
    for entry in kept[:-1]:
        if entry.mark is None and _reads_as_heading(entry.text):
            entry.mark = "heading"


def _reads_as_heading(text: str) -> bool:
    if weight(text) > _HEADING or has_sentences(text) or text.endswith((":", ",", ";")):
        return False
    if text.startswith(("“", '"', "«", "„")) and text.endswith(("”", '"', "»")):
        return False
    if text.rstrip("”\"'’»)").endswith("?"):
        return weight(text) <= 8
    return not ends_sentence(text)
