"""Which line of a page is its headline, and the name of the site that stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.articles.furniture import furniture, is_publisher, is_section, sounds_like_publisher
from generator.articles.paragraphs import Paragraph
from generator.articles.particulars import read_particulars
from generator.articles.wording import ends_sentence, folded, has_sentences, is_capitalised, key, weight

_BODY = 30
"""Words. A longer paragraph is body, and what stands after it is no headline."""

_SENTENCE = 8
"""Words. A longer sentence with a full stop is no headline."""

_SHORT = 3
"""Words. So short a line is a headline only if no longer one stands above a date or a by-line."""

_LONGEST = 400
"""Characters that a headline has at most."""

_FURTHEST = 40
"""Paragraphs before the body among which a headline is looked for."""

_ALIKE = 92
"""Similarity in per cent above which two long lines are the same headline with other punctuation."""

_SUFFIX = re.compile(r"^(?P<title>.{12,}?)\s*(?P<mark>\s[|–—-]\s|\s?[|»]\s?)\s*(?P<site>[^|»]{2,45})$")
_SITE_AND_SECTION = re.compile(r"^(?P<left>.{2,40}?)\s*(?:\s[-–—:·]\s|[|»›>/·])\s*(?P<right>.{2,40})$")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+){0,3}\.(?:com|org|net|info|news|online|[a-z]{2})/?", re.IGNORECASE)


@dataclass(frozen=True)
class Headline:
    """The headline as printed, without a site's name after it, and the index of its paragraph."""

    index: int
    text: str
    publisher: str | None = None


def find_headline(paragraphs: Sequence[Paragraph], stated: str | None = None) -> Headline | None:
    """The headline; None if the text begins with the article itself.

    The line that equals the `stated` title is it, else a marked heading of the first level, else a line that stands
    there twice, else the first line that is not furniture, a label, a name of a site or (where a title is stated) a
    sentence.
    """
    candidates = _candidates(paragraphs)
    if stated:
        for index in candidates:
            if same_headline(paragraphs[index].text, stated):
                return _headline(index, paragraphs[index].text)
        candidates = [index for index in candidates if not paragraphs[index].text.endswith(".")]
    for index in candidates:
        if paragraphs[index].mark == "heading" and paragraphs[index].level == 1:
            return _headline(index, paragraphs[index].text)
    for index in candidates:
        text = paragraphs[index].text
        again = (other.text for other in paragraphs[index + 1 :] if weight(other.text) <= _BODY)
        if (
            weight(text) > _SHORT
            and (index == candidates[0] or not text.endswith("."))
            and any(same_headline(text, other) for other in again)
        ):
            return _headline(index, text)
    if not candidates:
        return None
    first = _first_real(paragraphs, candidates)
    return _headline(first, paragraphs[first].text)


def _first_real(paragraphs: Sequence[Paragraph], candidates: list[int]) -> int:
    """The first candidate, or where that is a label of the page, the first longer line that can be a headline."""
    first, *others = candidates
    text = paragraphs[first].text
    longer = [index for index in others if weight(paragraphs[index].text) > _SHORT]
    if longer and _is_label(text) and not ends_sentence(paragraphs[longer[0]].text):
        return longer[0]
    if weight(text) > _SHORT or _stands_above_particulars(paragraphs, first):
        return first
    return next((index for index in longer if _stands_above_particulars(paragraphs, index)), first)


def _stands_above_particulars(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the line below one is a date or a by-line."""
    return index + 1 < len(paragraphs) and read_particulars(paragraphs[index + 1].text) is not None


def same_headline(first: str, second: str) -> bool:
    """Whether two lines are one headline: punctuation, a few letters and a site's name after it aside."""
    first, second = without_site(first)[0], without_site(second)[0]
    a, b = key(first), key(second)
    return a == b or (min(len(a), len(b)) >= 20 and fuzz.ratio(a, b) >= _ALIKE)


def without_site(text: str) -> tuple[str, str | None]:
    """A headline without the names of section and site after it, and the name of the site if there was one."""
    site = None
    if len(text) > _LONGEST:
        return text, None
    while match := _SUFFIX.match(text):
        name, bar = match["site"].strip(), match["mark"].strip() in "|»"
        if not (
            sounds_like_publisher(name) or _DOMAIN.fullmatch(name) or (bar and (is_section(name) or weight(name) <= 3))
        ):
            break
        if not is_section(name) or is_publisher(name):
            site = site or name
        text = match["title"].strip()
    return text, site


def site_line(line: str) -> str | None:
    """The name of the site in a line such as "EXAMPLE - World" or "www.example.org"; None if the line is none."""
    text = line.strip(" -–—|•*")
    if is_publisher(text) or _DOMAIN.fullmatch(text):
        return text
    name, comma, place = text.partition(",")
    if comma and is_publisher(name) and weight(place) <= 3 and is_capitalised(place.strip()):
        return name
    match = _SITE_AND_SECTION.match(text)
    if match is None:
        return None
    for name, section in ((match["left"], match["right"]), (match["right"], match["left"])):
        if is_section(section) and not is_section(name) and _could_be_site(name):
            return name.strip()
    return None


def _could_be_site(name: str) -> bool:
    words = name.split()
    capitals = sum(letter.isupper() for letter in name)
    return sounds_like_publisher(name) or (len(words) == 1 and capitals >= 2) or (len(words) <= 3 and name.isupper())


def _headline(index: int, text: str) -> Headline:
    title, site = without_site(text)
    return Headline(index, title, site)


def _candidates(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Paragraphs before the body that could be a headline."""
    found = []
    for index, paragraph in enumerate(paragraphs[:_FURTHEST]):
        if paragraph.mark != "heading" and _is_body(paragraph.text):
            break
        if paragraph.mark != "item" and (_may_be_headline(paragraph.text)):
            found.append(index)
    return found


def _is_body(text: str) -> bool:
    """Whether a paragraph is too long for a headline, or ends in a full stop and is no short sentence."""
    if text.endswith((".", "。", "।")) and (has_sentences(text) or weight(text) > _SENTENCE):
        return True
    return len(text) > _LONGEST or weight(text) > _BODY


def _may_be_headline(text: str) -> bool:
    kind = furniture(text, near_headline=True)
    if kind and kind.kind != "pointer":
        return False
    if is_section(text) or site_line(text) is not None or not any(map(str.isalpha, text)):
        return False
    particulars = read_particulars(text)
    return particulars is None or (particulars.weak and weight(text) > 3)


def _is_label(text: str) -> bool:
    """Whether a line labels a page where a longer line follows: "Foreign Desk", but not "Thousands protest"."""
    words = weight(text)
    if words == 2:
        return is_capitalised(text.split()[-1])
    return words < 2 or (words <= 4 and sounds_like_publisher(text)) or folded(text).endswith(" desk")
