"""What a web page states about itself: JSON-LD first, then Open Graph and other meta tags, then marked elements."""

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.articles.formats.extracted import Found, address, day_of, language_code, names, one_line
from generator.articles.headline import same_headline, without_site

_ARTICLE_TYPE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$")
_MOST_NODES = 5_000
_DAY_IN_ADDRESS = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})(?=[/_.-])")

_META = {
    "title": "og:title twitter:title dc.title dcterms.title citation_title headline parsely-title",
    "published": (
        "article:published_time og:published_time datepublished date.published publishdate pubdate publish-date "
        "publish_date dc.date.issued dcterms.issued dc.date dcterms.date dcterms.created citation_publication_date "
        "parsely-pub-date sailthru.date article.published date"
    ),
    "publisher": "og:site_name dc.publisher dcterms.publisher citation_journal_title publisher application-name",
    "author": (
        "author article:author_name dc.creator dcterms.creator byl parsely-author sailthru.author citation_author "
        "article:author"
    ),
    "url": "og:url twitter:url parsely-link",
    "language": "og:locale dc.language dcterms.language language content-language",
}
"""Names of meta tags, the more dependable first."""


def page_metadata(tree: Any, where: str | None = None) -> Found:
    """Title, day of publication, publisher, author, address and language that a page states.

    `where` is the address that it was saved from, which counts where the page does not say its own.
    """
    found = _from_json_ld(tree)
    found.add(_from_meta(tree))
    found.add(_from_elements(tree))
    canonical = next((address(link.get("href")) for link in _links(tree, "canonical")), None)
    found.url = canonical or found.url or where
    if found.published is None and found.url and (day := _DAY_IN_ADDRESS.search(found.url)):
        found.published = day_of(f"{day['y']}-{int(day['m']):02}-{int(day['d']):02}")
    if found.title and found.publisher:
        ending = re.escape(found.publisher)
        found.title = re.sub(rf"(?<=\w.)\s*[|·»–—-]\s*{ending}$", "", found.title, flags=re.IGNORECASE)
    if found.author and found.publisher and found.author.casefold() == found.publisher.casefold():
        found.author = None
    return found


def article_body(tree: Any) -> str | None:
    """The article's whole text where JSON-LD carries it."""
    node = _article(tree)
    body = node.get("articleBody") if node else None
    if not isinstance(body, str) or not body.strip():
        return None
    return re.sub(r"<(?:br|/?p)\b[^>]*>", "\n", body) if "<" in body else body


# --- JSON-LD


def _from_json_ld(tree: Any) -> Found:
    node = _article(tree)
    if node is None:
        return Found()
    known = {str(each["@id"]): each for each in _nodes(tree) if "@id" in each and len(each) > 1}
    publisher = [one_line(name) for name in _named(node.get("publisher"), known)]
    entity = node.get("mainEntityOfPage")
    return Found(
        title=one_line(node.get("headline")) or one_line(node.get("name")),
        published=day_of(node.get("datePublished")) or day_of(node.get("dateCreated")),
        publisher=next(filter(None, publisher), None),
        author=names(_named(node.get("author"), known)) or names(_named(node.get("creator"), known)),
        url=address(node.get("url")) or address(entity.get("@id") if isinstance(entity, dict) else entity),
        language=language_code(node.get("inLanguage")),
    )


def _article(tree: Any) -> dict[str, Any] | None:
    """The first node that describes an article."""
    for node in _nodes(tree):
        kinds = node.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if isinstance(kind, str) and _ARTICLE_TYPE.search(kind) and ("headline" in node or "datePublished" in node):
                return node
    return None


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
        values = (read(value) for name in _META[field].split() for value in tags.get(name, []))
        return next((value for value in values if value), None)

    author = next((found for name in _META["author"].split() if (found := names(tags.get(name, [])))), None)
    return Found(
        title=first("title", one_line),
        published=first("published", day_of),
        publisher=first("publisher", one_line),
        author=author,
        url=first("url", address),
        language=language_code(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
        or first("language", language_code),
    )


def _from_elements(tree: Any) -> Found:
    """What elements are marked as: `itemprop`, `time`, `rel=author`; the title by heading or page title."""
    found = Found()
    by_property: dict[str, list[Any]] = {}
    for element in tree.iter():
        if isinstance(element.tag, str) and (name := element.get("itemprop")):
            by_property.setdefault(name, []).append(element)
    for element in by_property.get("datePublished", []):
        found.published = found.published or day_of(
            element.get("datetime") or element.get("content") or _shown(element)
        )
    times = [day_of(time.get("datetime")) for time in tree.iter("time")]
    found.published = found.published or next(filter(None, times), None)
    writers = by_property.get("author", []) or list(_links(tree, "author"))
    found.author = names(_shown(element) for element in writers)
    found.title = _title(tree)
    return found


def _title(tree: Any) -> str | None:
    """The main heading if there is one alone or the page's title repeats it, else the page's title without its site."""
    whole = next((one_line(title.text_content()) for title in tree.iter("title")), None)
    headings = [text for heading in tree.iter("h1") if (text := _shown(heading))]
    repeated = [text for text in headings if whole and same_headline(text, whole)]
    if repeated or len(headings) == 1:
        return (repeated or headings)[0]
    return without_site(whole)[0] if whole else None


def _links(tree: Any, relation: str) -> Iterator[Any]:
    for element in tree.iter("a", "link"):
        if relation in (element.get("rel") or "").lower().split():
            yield element


def _shown(element: Any) -> str | None:
    return one_line(element.text_content())
