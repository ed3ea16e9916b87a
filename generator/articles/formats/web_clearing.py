"""Takes out of a page what is no part of its article: by names and roles of elements, by links, by what lines say.

Each step asks how much of the page it would take, and leaves what holds a good part of it: class names and links are
hints, and an article is more often called by a wrong name than not there at all. The headline and what it stands in
always stay.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from generator.articles.formats.web_knowledge import is_named, page_knowledge
from generator.articles.formats.web_measures import BLOCKS, HEADINGS, Measures, is_leaf, stands_on
from generator.articles.furniture import furniture
from generator.articles.headline import same_headline
from generator.articles.wording import weight

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_SHARE_OF_PARAGRAPHS, _SHARE_OF_TEXT = 0.3, 0.5
"""An element with more than these shares of a page holds its article, whatever its class says."""

_FEW = 5
"""Paragraphs. A page with fewer is not made of paragraphs, and shares of them say nothing."""

_BOX, _SHARE_OF_BOX = 80, 0.25
"""Words, and share of a page's words, that a box between the paragraphs has at most."""

_CARD = 60
"""Words of a card: the linked title of another story, with a picture or a summary."""

_CAPTION, _PARAGRAPH = 60, 20
"""Words beside a picture that may be its caption, and of a paragraph among them that is none."""

_CREDIT = 12
"""Words in one paragraph with a picture that may be its caption."""

_LINK = 4
"""Words of a line in a link from which it leads elsewhere and is no name of somebody or something."""

_STORY = 100
"""Words of the article that stand before another headline on the page may begin another article."""

_UNLINKED = 0.3
"""Share of a page's words outside links. With less, a link was never closed, or there is no article at all."""

_MAIN = 0.7
"""Share of the words in all elements called articles from which one of them is the article."""

_ABOVE = 0.5
"""Share of a page's words above its headline from which it is no headline but a line that repeats it."""

_WHOLE_PAGE = frozenset({"html", "head", "body", "article", "main"})
_PICTURES = ("img", "picture", "amp-img")


def clear(tree: Any, title: str | None) -> Any:
    """Removes from a page what is no part of its article, keeping the text after each element.

    `title` is the article's title as the page states it. Returns the heading that is the headline, or None.
    """
    for element in list(tree.iter(*set(page_knowledge("elements")) - {"form"})):
        element.drop_tree()
    kept = _headline_and_around(tree, title)
    _drop_above_headline(tree, kept)
    for drop in (_drop_named_furniture, _drop_cards, _drop_links, _drop_captions, _drop_boxes, _drop_other_articles):
        drop(tree, kept)
    return kept[0] if kept else None


def _headline_and_around(tree: Any, title: str | None) -> list[Any]:
    """The heading that is the headline, and the elements that it stands in, from within; empty if there is none."""
    main = list(tree.iter("h1"))
    found = main[0] if len(main) == 1 else None
    if title:
        same = (each for each in tree.iter(*HEADINGS) if same_headline(_line(each), title))
        found = next(same, found)
    return [] if found is None else [found, *found.iterancestors()]


def _drop_above_headline(tree: Any, kept: list[Any]) -> None:
    """Drops all that stands above the headline, unless it is most of the page."""
    if not kept:
        return
    measures = Measures(tree)
    above: list[Any] = []
    for inner, outer in pairwise(kept):
        children = list(outer)
        above += children[: children.index(inner)]
    if sum(measures.words[each] for each in above) <= _ABOVE * measures.total:
        for each in above:
            if each.tag != "head":
                each.drop_tree()


def _line(element: Any) -> str:
    return " ".join(element.text_content().split())


# --- names and roles


def _drop_named_furniture(tree: Any, kept: list[Any]) -> None:
    paragraphs, length = _paragraphs_in(tree), _length(tree)
    for element in list(tree.iter()):
        if element.tag in _WHOLE_PAGE or element in kept or element.getparent() is None:
            continue
        # Some sites put the whole page into a form.
        if element.tag != "form" and not _is_furniture(element):
            continue
        few = paragraphs >= _FEW and _paragraphs_in(element) <= _SHARE_OF_PARAGRAPHS * paragraphs
        if few or _length(element) <= _SHARE_OF_TEXT * length:
            element.drop_tree()


def _paragraphs_in(element: Any) -> int:
    return sum(1 for _ in element.iter("p"))


def _length(element: Any) -> int:
    return sum(map(len, element.itertext()))


def _is_furniture(element: Any) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style", "")) or element.get("role") in page_knowledge("roles"):
        return True
    return is_named(f"{element.get('class', '')} {element.get('id', '')}", "classes")


# --- links


def _drop_cards(tree: Any, kept: list[Any]) -> None:
    """Drops cards: the linked titles of other stories, with the summaries below them."""
    measures = Measures(tree)
    if measures.unlinked_share < _UNLINKED:
        return
    for title in [*_linked_headings(tree, measures), *_linked_titles_in_rows(tree, measures)]:
        if title not in kept and stands_on(tree, title):
            _around(title, kept, measures, _CARD).drop_tree()


def _linked_headings(tree: Any, measures: Measures) -> Iterator[Any]:
    for heading in list(tree.iter(*HEADINGS - {"h1"})):
        if measures.words[heading] >= _LINK - 1 and measures.is_linked(heading):
            yield heading


def _linked_titles_in_rows(tree: Any, measures: Measures) -> Iterator[Any]:
    """Cards of which several of one form stand beside each other, each beginning with a line within a link."""
    for parent in list(tree.iter(*BLOCKS)):
        alike: dict[tuple[str, str], list[Any]] = defaultdict(list)
        for child in parent:
            if child.tag in BLOCKS and 0 < measures.words[child] <= _CARD and not is_leaf(child):
                alike[child.tag, child.get("class", "")].append(child)
        for cards in alike.values():
            if len(cards) > 1 and all(_begins_with_link(card, measures) for card in cards):
                yield from cards


def _begins_with_link(card: Any, measures: Measures) -> bool:
    first = next((each for each in card.iter(*BLOCKS) if is_leaf(each) and measures.words[each]), None)
    return first is not None and measures.words[first] >= _LINK - 1 and measures.is_linked(first)


def _drop_links(tree: Any, kept: list[Any]) -> None:
    """Drops lines and lists that are nothing but links to other pages; lines that name the author stay."""
    measures = Measures(tree)
    if measures.unlinked_share < _UNLINKED:
        return
    for element in list(tree.iter(*BLOCKS)):
        if element in kept or measures.words[element] < _LINK or not stands_on(tree, element):
            continue
        if measures.is_linked(element) and not _names_author(element):
            element.drop_tree()


def _names_author(element: Any) -> bool:
    return any("author" in each.get("rel", "") or is_named(each.get("class", ""), "authors") for each in element.iter())


def _around(element: Any, kept: list[Any], measures: Measures, most: int) -> Any:
    """The largest element around one that has no more words than `most`, and no large share of the page's."""
    most = min(most, int(_SHARE_OF_BOX * measures.total))
    while (
        (parent := element.getparent()) is not None
        and parent not in kept
        and parent.tag not in _WHOLE_PAGE - {"article"}
    ):
        if measures.words[parent] > most:
            break
        element = parent
    return element


# --- captions and boxes


def _drop_captions(tree: Any, kept: list[Any]) -> None:
    """Drops short texts that stand in one element with a picture."""
    measures = Measures(tree)
    for picture in list(tree.iter(*_PICTURES)):
        if not stands_on(tree, picture):
            continue
        around = picture
        for parent in picture.iterancestors():
            if parent in kept or parent.tag in _WHOLE_PAGE or not _may_be_caption(parent, measures):
                break
            around = parent
        if around is not picture:
            around.drop_tree()


def _may_be_caption(element: Any, measures: Measures) -> bool:
    if measures.words[element] > min(_CAPTION, int(_SHARE_OF_BOX * measures.total)):
        return False
    if element.tag == "p":
        return measures.words[element] <= _CREDIT
    longest = max((measures.words[each] for each in element.iter("p", "li")), default=0)
    return longest < _PARAGRAPH and next(element.iter(*HEADINGS), None) is None


def _drop_boxes(tree: Any, kept: list[Any]) -> None:
    """Drops boxes between the paragraphs of which two lines or more are known furniture, such as sign-ups."""
    measures = Measures(tree)
    kinds = page_knowledge("boxes")
    lines: dict[Any, int] = defaultdict(int)
    for element in list(tree.iter(*BLOCKS, "span", "label")):
        if not 0 < measures.words[element] <= _BOX or element in kept or not is_leaf(element):
            continue
        kind = furniture(_line(element))
        if kind is not None and kind.kind in kinds:
            lines[_around(element, kept, measures, _BOX)] += 1
    for box, count in lines.items():
        if count > 1 and stands_on(tree, box):
            box.drop_tree()


# --- other articles


def _drop_other_articles(tree: Any, kept: list[Any]) -> None:
    """Drops other articles that stand on the page in full, and makes one text of an article in several pieces."""
    measures = Measures(tree)
    articles = list(tree.iter("article"))
    own = next((each for each in kept if each.tag == "article"), None)
    if own is not None and measures.words[own] >= _STORY:
        for article in articles:
            if article not in kept and own not in article.iterancestors() and stands_on(tree, article):
                article.drop_tree()
    elif len(articles) > 1:
        own = max(articles, key=lambda each: measures.words[each])
        if measures.words[own] < _MAIN * sum(measures.words[each] for each in articles):
            own = None
    for article in articles[:] if len(articles) > 1 else []:
        if article is not own:
            article.tag = "div"  # a piece of a report that goes on, such as a live blog
    if kept:
        _drop_after_other_headlines(tree, kept)


def _drop_after_other_headlines(tree: Any, kept: list[Any]) -> None:
    """Drops elements that begin with a main heading of their own after the article has come to its end."""
    seen = 0
    is_below = False
    for element in list(tree.iter()):
        if element is kept[0]:
            is_below = True
        elif element.tag == "h1" and is_below and seen >= _STORY and stands_on(tree, element):
            story = element
            while (parent := story.getparent()) is not None and parent not in kept:
                story = parent
            if story is not element and _words_before(story, element) < _LINK * 3:
                story.drop_tree()
        if is_below:
            seen += weight(element.text or "") + weight(element.tail or "")


def _words_before(element: Any, heading: Any) -> int:
    """Words in an element before a heading in it."""
    words = 0
    for each in element.iter():
        if each is heading:
            break
        words += weight(each.text or "")
    return words
