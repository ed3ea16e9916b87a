"""What is new as an Atom feed (RFC 4287)."""

from xml.etree import ElementTree

from generator.render.catalogue import Catalogue
from generator.render.feeds.addresses import Addresses
from generator.render.feeds.news import last_day, news
from generator.render.text import plain

PATH = "feed.xml"
_SPACE = "http://www.w3.org/2005/Atom"


def atom(catalogue: Catalogue, addresses: Addresses) -> str:
    """The feed. Its dates are those of the articles: equal input gives equal bytes."""
    brief = catalogue.brief
    feed = ElementTree.Element("feed", xmlns=_SPACE)
    _text(feed, "id", addresses.tag("feed"))
    _text(feed, "title", plain(brief.title))
    _text(feed, "updated", f"{last_day(catalogue)}T00:00:00Z")
    _text(ElementTree.SubElement(feed, "author"), "name", plain(brief.title))
    _link(feed, "self", addresses.file(PATH), "application/atom+xml")
    _link(feed, "alternate", addresses.page("index.md"), "text/html")
    for item in news(catalogue):
        entry = ElementTree.SubElement(feed, "entry")
        _text(entry, "id", addresses.tag(*item.name))
        _text(entry, "title", item.title)
        _text(entry, "updated", f"{item.day}T00:00:00Z")
        _link(entry, "alternate", addresses.page(item.path, item.anchor), "text/html")
        ElementTree.SubElement(entry, "category", term=item.label)
        _text(entry, "summary", item.text)
    ElementTree.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, encoding="unicode") + "\n"


def _text(parent: ElementTree.Element, name: str, words: str) -> None:
    ElementTree.SubElement(parent, name).text = words


def _link(parent: ElementTree.Element, relation: str, address: str, kind: str) -> None:
    ElementTree.SubElement(parent, "link", rel=relation, href=address, type=kind)
