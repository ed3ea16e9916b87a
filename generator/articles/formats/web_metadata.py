"""What a web page states about itself: JSON-LD, then Open Graph and other meta tags, its address, marked elements."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urljoin

from generator.articles.bylines import begins_byline, looks_like_name
from generator.articles.formats.extracted import Found, address, day_of, language_code, names, one_line
from generator.articles.formats.web_knowledge import is_named, page_knowledge
from generator.articles.furniture import is_section
from generator.articles.headline import same_headline, without_site
from generator.articles.particulars import read_particulars
from generator.articles.wording import is_capitalised, key, weight

_ARTICLE_TYPE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$")
_MOST_NODES = 5_000
_PAGE_TYPE = re.compile(r"(?:Web|Item|Faq|FAQ|QA|About)Page$")
_DAY_IN_ADDRESS = re.compile(
    r"(?<=[/_=-])(?P<y>(?:19|20)\d\d)(?P<between>[/_-]?)(?P<m>\d\d?|[a-z]{3})(?P=between)(?P<d>\d\d?)(?=[/_.?&-]|$)"
)
_LONGEST_TITLE = 400
"""Characters of a line that may be a headline."""

_SITE = 5
"""Words that the name of a site has at most."""

_BETWEEN = re.compile(r"(\s+[|»·–—-]+\s+|\s*[|»]\s*|:\s+)")
_MOST_PARTS = 8


def page_metadata(tree: Any, where: str | None = None) -> Found:
    """Title, day of publication, publisher, author, address and language that a page states.

    `where` is the address that it was saved from, which counts where the page does not say its own.
    """
    found = _from_json_ld(tree)
    found.add(_from_meta(tree))
    found.add(_from_properties(tree))
    canonical = next(
        (address(urljoin(where or found.url or "", link.get("href") or "")) for link in _links(tree, "canonical")), None
    )
    found.url = canonical or found.url or where
    found.published = found.published or _day_in_address(found.url)
    found.add(_from_elements(tree))
    _tell_site_from_title(tree, found)
    if found.author and found.publisher and found.author.casefold() == found.publisher.casefold():
        found.author = None
    return found


def _day_in_address(url: str | None) -> date | None:
    for day in _DAY_IN_ADDRESS.finditer((url or "").lower()):
        if day["m"].isdecimal():
            found = (
                day_of(f"{day['y']}-{int(day['m']):02}-{int(day['d']):02}")
                if day["between"] or len(day[0]) == 8
                else None
            )
        else:
            found = day_of(f"{int(day['d'])} {day['m'].title()} {day['y']}")
        if found is not None:
            return found
    return None


def _tell_site_from_title(tree: Any, found: Found) -> None:
    """Takes the name of the site off the title, and takes it for the publisher's where no other is stated."""
    if found.title and found.publisher:
        site = re.escape(found.publisher)
        found.title = re.sub(rf"(?<=\w.)\s*[|·»–—-]\s*{site}$", "", found.title, flags=re.IGNORECASE)
    elif found.title and (whole := _page_title(tree)):
        before, mark, after = whole.partition(found.title)
        beside = [*_BETWEEN.split(before)[::2], *reversed(_BETWEEN.split(after)[::2])] if mark else []
        names_of_site = (part for part in map(str.strip, beside) if _may_be_site(part))
        found.publisher = next(names_of_site, None)


def _may_be_site(part: str) -> bool:
    if not is_capitalised(part) or weight(part) > _SITE or any(map(str.isdecimal, part)):
        return False
    return not is_section(part) and not begins_byline(part) and not part.endswith((".", "!", "?", ":"))


def author_on_page(tree: Any) -> str | None:
    """The author whom a line names that is marked as one, on a page from which other people's names have been taken."""
    for element in tree.iter():
        if is_named(element.get("class", ""), "authors"):
            line = _shown(element)
            particulars = read_particulars(line) if line else None
            found = particulars.author or particulars.beside if particulars else None
            if found or (line and looks_like_name(line)):
                return found or names([line])
    return None


def article_body(tree: Any) -> str | None:
    """The article's whole text where JSON-LD carries it."""
    node = _article(tree)
    body = node.get("articleBody") if node else None
    if not isinstance(body, str) or not body.strip():
        return None
    return re.sub(r"<(?:br|/?p)\b[^>]*>", "\n", body) if "<" in body else body


def page_description(tree: Any) -> str | None:
    """What a page states as the summary of its article, which may stand on it as the standfirst."""
    described = {
        (meta.get("property") or meta.get("name") or "").lower(): meta.get("content") for meta in tree.iter("meta")
    }
    node = _article(tree) or {}
    wanted = [described.get(name) for name in page_knowledge("descriptions")]
    return next(filter(None, map(one_line, [*wanted, node.get("description")])), None)


# --- JSON-LD


def _from_json_ld(tree: Any) -> Found:
    node = _article(tree)
    if node is None:
        pages = (day_of(page.get("datePublished")) for page in _nodes(tree) if _is_of(_PAGE_TYPE, page))
        return Found(published=next(filter(None, pages), None))
    known = {str(each["@id"]): each for each in _nodes(tree) if "@id" in each and len(each) > 1}
    publisher = [one_line(name) for name in _named(node.get("publisher"), known)]
    entity = node.get("mainEntityOfPage")
    return Found(
        title=one_line(node.get("headline")) or one_line(node.get("name")),
        published=day_of(node.get("datePublished")) or day_of(node.get("dateCreated")),
        modified=day_of(node.get("dateModified")),
        publisher=next(filter(None, publisher), None),
        author=names(_named(node.get("author"), known)) or names(_named(node.get("creator"), known)),
        url=address(node.get("url")) or address(entity.get("@id") if isinstance(entity, dict) else entity),
        language=language_code(node.get("inLanguage")),
    )


def _article(tree: Any) -> dict[str, Any] | None:
    """The node that describes the article: the one with the page's own title, else the first of an article."""
    nodes = [node for node in _nodes(tree) if _is_of(_ARTICLE_TYPE, node)]
    titles = [meta.get("content") for meta in tree.iter("meta") if meta.get("property") == "og:title"]
    titles = [title for title in [*titles, _page_title(tree), *(_shown(each) for each in tree.iter("h1"))] if title]
    for node in nodes if len(nodes) > 1 else []:
        if any(same_headline(str(node.get("headline")), title) for title in titles):
            return node
    return next(iter(nodes), None)


def _is_of(kinds: re.Pattern[str], node: dict[str, Any]) -> bool:
    stated = node.get("@type")
    names_something = "headline" in node or "datePublished" in node
    every = stated if isinstance(stated, list) else [stated]
    return names_something and any(isinstance(kind, str) and kinds.search(kind) for kind in every)


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """The nodes of all JSON-LD on a page but for those in lists of other stories."""
    waiting: list[Any] = []
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", ""):
            text = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*;?\s*$", "", script.text or "")
            try:
                waiting.append(json.loads(text.strip().rstrip(";"), strict=False))
            except (ValueError, RecursionError):
                continue
    count = 0
    while waiting and count < _MOST_NODES:
        node = waiting.pop(0)
        count += 1
        if isinstance(node, list):
            waiting[:0] = node
        elif isinstance(node, dict):
            yield node
            waiting[:0] = [node[name] for name in ("@graph", "mainEntity") if isinstance(node.get(name), list | dict)]


def _named(value: Any, known: dict[str, dict[str, Any]]) -> list[object]:
    """The names of people and bodies, which JSON-LD gives as texts, as nodes or as references to nodes."""
    found: list[object] = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            node = each if "name" in each else known.get(str(each.get("@id")), each)
            name = node.get("name")
            found += name if isinstance(name, list) else [name]
        else:
            found.append(each)
    return found


# --- meta tags and marked elements


def _from_meta(tree: Any) -> Found:
    tags: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        tags.setdefault(name.strip().lower(), []).append(meta.get("content") or "")

    def first(field: str, read: Any) -> Any:
        values = (read(value) for name in page_knowledge("meta")[field] for value in tags.get(name, []))
        return next((value for value in values if value), None)

    author = next((found for name in page_knowledge("meta")["author"] if (found := names(tags.get(name, [])))), None)
    return Found(
        title=first("title", one_line),
        published=first("published", day_of),
        modified=first("modified", day_of),
        publisher=first("publisher", one_line),
        author=author,
        url=first("url", address),
        language=language_code(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
        or first("language", language_code),
    )


def _from_properties(tree: Any) -> Found:
    """What elements are marked with `itemprop` as."""
    found = Found()
    for element in tree.iter():
        name = element.get("itemprop") if isinstance(element.tag, str) else None
        if name == "datePublished":
            stated = (element.get(each) for each in ("datetime", "content", "title"))
            found.published = found.published or day_of(next(filter(None, stated), None) or _shown(element))
        elif name == "author" and found.author is None:
            inner = [each for each in element.iterdescendants() if each.get("itemprop") == "name"]
            found.author = names(each.get("content") or _shown(each) for each in inner or [element])
    return found


def _from_elements(tree: Any) -> Found:
    """What elements are: `time`, `rel=author`; the title by heading or page title."""
    times = (day_of(time.get("datetime")) for time in tree.iter("time"))
    return Found(
        title=_title(tree),
        published=next(filter(None, times), None),
        author=names(_shown(element) for element in _links(tree, "author")),
    )


def _title(tree: Any) -> str | None:
    """The main heading if there is one alone or the page's title repeats it, else the page's title without its site."""
    whole = _page_title(tree)
    headings = [text for heading in tree.iter("h1") if (text := _shown(heading))]
    repeated = [text for text in headings if whole and same_headline(text, whole)]
    if repeated or len(headings) == 1:
        return (repeated or headings)[0]
    return (_part_shown_again(tree, whole) or without_site(whole)[0]) if whole else None


def _page_title(tree: Any) -> str | None:
    return next((one_line(title.text_content()) for title in tree.iter("title")), None)


def _part_shown_again(tree: Any, whole: str) -> str | None:
    """The longest part of a page's title that is a line of the page: the headline without section and site."""
    parts = _BETWEEN.split(whole)
    if not 1 < len(parts) <= 2 * _MOST_PARTS:
        return None
    lines = {key(line) for element in tree.iter() if element.tag != "title" and (line := _own_line(element))}
    spans = [(start, end) for start in range(0, len(parts), 2) for end in range(start + 1, len(parts) + 1, 2)]
    wanted = ("".join(parts[start:end]) for start, end in spans)
    shown = [part for part in wanted if weight(part) > _SITE - 2 and key(part) in lines]
    return max(shown, key=len, default=None)


def _own_line(element: Any) -> str | None:
    """The text of an element that holds a line and nothing more."""
    if not isinstance(element.tag, str) or len(element) > 3:
        return None
    return "".join(element.itertext())[: _LONGEST_TITLE + 1] if (element.text or "").strip() else None


def _links(tree: Any, relation: str) -> Iterator[Any]:
    for element in tree.iter("a", "link"):
        if relation in (element.get("rel") or "").lower().split():
            yield element


def _shown(element: Any) -> str | None:
    return one_line(element.text_content())
