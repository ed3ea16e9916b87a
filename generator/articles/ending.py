"""Where an article ends: the lives of authors, names and titles of other stories after its last sentence go."""

import re

from generator.articles.bylines import is_likely_person
from generator.articles.furniture import cues_of_a_life
from generator.articles.page import Entry, Page
from generator.articles.wording import ends_sentence, folded, is_title_case, key

_LABEL = 6
"""Words. A shorter line without a full stop after the last sentence belongs to the page."""

_LAST = 4
"""Paragraphs at the end among which the life of an author is looked for."""


def drop_ending(page: Page, body: int) -> None:
    """Drops what stands after the article's last sentence and is no part of it."""
    _drop_life(page, body)
    _drop_trailing_lines(page, body)


def _drop_trailing_lines(page: Page, body: int) -> None:
    kept = list(page.kept(body))
    leads = _leads_of_lists(kept)
    last = next((at for at in reversed(range(len(kept))) if _ends_article(kept[at][1], leads[at])), -1)
    trailing = [entry for _, entry in kept[last + 1 :]]
    if last < 0:
        return
    for entry in trailing:
        if len(trailing) > 1 or entry.words <= _LABEL or is_title_case(entry.text):
            entry.gone = "after the last sentence"


def _ends_article(entry: Entry, lead: str) -> bool:
    """Whether an entry may be an article's last: prose, a short sentence, or an item of a list that belongs to it."""
    if entry.is_prose(least=2):
        return not entry.text.endswith(":")
    if entry.mark != "item":
        return False
    return ends_sentence(entry.text) or lead.endswith(":")


def _leads_of_lists(kept: list[tuple[int, Entry]]) -> list[str]:
    """For each entry, the text before the list that it belongs to; its own where it is no item."""
    leads: list[str] = []
    for _, entry in kept:
        leads.append(leads[-1] if leads and entry.mark == "item" else entry.text)
    return leads


# --- lives of authors


def _drop_life(page: Page, body: int) -> None:
    """Drops the life of an author at the end, with the line of the name above it."""
    kept = list(page.kept(body))
    for position in range(max(1, len(kept) - _LAST), len(kept)):
        index = kept[position][0]
        if page.prose_words(index) > 0.5 * page.prose_words(body, index):
            continue
        if _is_name_above_life(page, kept, position) or _begins_life(page, kept, position):
            page.drop(index, "life of the author")
            return


def _is_name_above_life(page: Page, kept: list[tuple[int, Entry]], position: int) -> bool:
    name = kept[position][1].text
    after = [entry for _, entry in kept[position + 1 :]]
    if not after or not any(entry.is_prose() for entry in after):
        return False
    author = page.particulars.author or page.particulars.beside
    if author is not None and _same_person(name, author):
        return True
    cues = sum(cues_of_a_life(entry.text) for entry in after)
    if not is_likely_person(name) or cues < 2 or not _tells_of(name, after[0].text):
        return False
    page.particulars.author = page.particulars.author or name
    return True


def _begins_life(page: Page, kept: list[tuple[int, Entry]], position: int) -> bool:
    """Whether a paragraph tells the life of the author, or of somebody whom the article named nowhere else."""
    text = kept[position][1].text
    author = page.particulars.author or page.particulars.beside
    if author is not None:
        names = [author, *(part for part in author.split() if len(part) > 2)]
        named = any(re.match(rf"{re.escape(folded(name))}\b", folded(text)) for name in names)
        if named and cues_of_a_life(text):
            return True
    words = text.split()
    name = next((name for length in (3, 2) if is_likely_person(name := " ".join(words[:length]))), None)
    if name is None or cues_of_a_life(text) < 2:
        return False
    surname = key(name.split()[-1])
    return not any(surname in key(entry.text) for _, entry in kept[:position])


def _same_person(line: str, author: str) -> bool:
    return key(line) == key(author)


def _tells_of(name: str, text: str) -> bool:
    """Whether a paragraph speaks of a person by any part of the name, or by a pronoun at its beginning."""
    plain = f" {folded(text)} "
    return any(f" {folded(part)}" in plain for part in name.split()) or plain.startswith((" he ", " she ", " they "))
