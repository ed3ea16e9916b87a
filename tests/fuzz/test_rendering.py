"""Whatever names, titles, quotes and texts hold, what is given out shows it as words: no element, no attribute."""

import json
from datetime import date, timedelta

import icalendar
import markdown as python_markdown
import yaml
from hypothesis import strategies as st
from lxml import etree, html

from generator.check import check_brief
from generator.export import to_json
from generator.model import (
    Actor,
    Agreement,
    Brief,
    DateSpan,
    Event,
    EventType,
    Evidence,
    Judgement,
    Kind,
    Participant,
    Question,
    Role,
    Source,
    Statement,
    Status,
    Topic,
)
from generator.render.catalogue import Catalogue
from generator.render.feeds import feeds
from generator.render.pages import PACKAGE_TEMPLATES, pages
from generator.render.rendering import Addresses
from generator.render.text import attribute, markdown, page_title, plain
from generator.typeset import typeset
from tests.fuzz.inputs import holds_for, words

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "fenced_code", "footnotes", "def_list", "abbr", "admonition"]
"""Those of `mkdocs.yml` and others that other builders turn on."""

TEXT = words(6).filter(lambda text: bool(plain(text).strip()))


def built(page: str) -> html.HtmlElement:
    """The page as a builder makes it."""
    return html.fragment_fromstring(python_markdown.markdown(page, extensions=EXTENSIONS), create_parent="body")


def shown(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def expected(text: str) -> str:
    return " ".join(plain(text).split())


@holds_for(600, text=TEXT)
def test_a_paragraph_shows_the_words_and_nothing_else(text: str) -> None:
    body = built(str(markdown(text)))
    assert [element.tag for element in body.iterdescendants()] == ["p"]
    assert shown(body) == expected(text)


@holds_for(400, text=TEXT, title=TEXT)
def test_a_link_has_its_own_target_and_title_and_no_attribute_more(text: str, title: str) -> None:
    body = built(
        f'x [{markdown(text)}](page.md#p "{attribute(title)}"){{.cite}}\n\n<span title="{attribute(title)}">x</span>'
    )
    (link,) = body.iter("a")
    assert dict(link.attrib) == {"href": "page.md#p", "class": "cite", "title": link.get("title")}
    assert " ".join(link.get("title").split()) == expected(title)
    (span,) = body.iter("span")
    assert list(span.attrib) == ["title"]
    assert shown(link) == expected(text)


@holds_for(300, text=TEXT)
def test_front_matter_holds_one_text(text: str) -> None:
    read = yaml.safe_load(f"title: {page_title(text)}\nother: 1")
    assert list(read) == ["title", "other"]
    assert isinstance(read["title"], str)
    assert not set(read["title"]) & set("<>\"'\n")


DAY = date(2031, 6, 18)


def a_brief(texts: list[str], ahead: int) -> Brief:
    """A brief in which every word that an article or a person can choose is one of these texts."""
    some = iter(texts * 9)
    body = "\n\n".join(plain(text).strip() for text in texts)
    quote = body.split("\n\n")[0]
    evidence = [Evidence(source="story", start=0, end=len(quote), quote=quote)]
    day = DateSpan(start=DAY + timedelta(ahead), end=DAY + timedelta(ahead), precision="day", basis="stated")
    source = Source(
        id="story", path=next(some), sha256="0" * 64, title=next(some), published=DAY, published_basis="stated",
        publisher=next(some), author=next(some), url=next(some), text=body,
    )  # fmt: skip
    role = Role(title=next(some), of="two", evidence=evidence)
    actors = [
        Actor(id=each, name=next(some), kind=Kind.STATE, aliases=[next(some)], roles=[role], evidence=evidence)
        for each in ("one", "two")
    ]
    parts = [Participant(actor="one", role="agent"), Participant(actor="two", role="with")]
    events = [
        Event(
            id=each, title=next(some), type=EventType.CONSULT, status=status, date=day, place=next(some),
            participants=parts, evidence=evidence,
        )
        for each, status in (("e", Status.PLANNED), ("f", Status.OCCURRED))
    ]  # fmt: skip
    return Brief(
        title=next(some),
        generated=DAY,
        sources=[source],
        actors=actors,
        events=events,
        agreements=[Agreement(id="a", title=next(some), parties=["one", "two"], status="signed", evidence=evidence)],
        questions=[Question(id="q", text=next(some), status="open", about=["one"], evidence=evidence)],
        statements=[Statement(id="s", speaker="one", text=next(some), quoted=True, about=["two"], evidence=evidence)],
        topics=[
            Topic(id="t", name=next(some), events=["e", "f"], agreements=["a"], questions=["q"], actors=["one", "two"])
        ],
        bottom_line=[Judgement(text=next(some), about=["e"], evidence=evidence)],
        source_summary=next(some),
    )


BRIEFS = st.builds(a_brief, st.lists(TEXT, min_size=3, max_size=24), st.integers(-9, 9))

PLAIN = a_brief(["Norland", "Sudia visits Norland", "Anna Berg said that ships came."], 2)


def markup_of(brief: Brief) -> tuple[set[str], set[str]]:
    """Every element and every attribute on the pages of a brief, with the pages' own targets left out."""
    elements, attributes = set[str](), set[str]()
    for page in pages(brief, [PACKAGE_TEMPLATES], "about/reading.md"):
        _, front, text = page.text.split("---\n", 2)
        assert isinstance(yaml.safe_load(front)["title"], str)
        for element in built(text).iter():
            if isinstance(element.tag, str):
                elements.add(element.tag)
                attributes |= {str(name) for name in element.attrib}
                for name in ("href", "src", "xlink:href", "action"):
                    address = element.get(name, "")
                    assert ":" not in address.split("/")[0] or address.startswith(("http://", "https://")), address
            else:
                assert not element.text or "alert" not in element.text
    return elements, attributes


OWN = markup_of(PLAIN)


@holds_for(25, brief=BRIEFS)
def test_pages_have_no_element_and_no_attribute_that_is_not_their_own(brief: Brief) -> None:
    assert check_brief(brief) == []
    elements, attributes = markup_of(brief)
    assert elements <= OWN[0] | {"span", "bdi"}
    assert attributes <= OWN[1] | {"dir", "title", "lang"}


@holds_for(40, brief=BRIEFS)
def test_feeds_calendar_and_lists_hold_the_words_as_words(brief: Brief) -> None:
    made = feeds(Catalogue(brief), Addresses("https://brief.example/"))
    read = {name: content.encode() for name, content in made}
    atom = etree.fromstring(read["feed.xml"], etree.XMLParser(resolve_entities=False))
    assert {etree.QName(element).localname for element in atom.iter()} <= {
        "feed", "title", "id", "updated", "link", "author", "name", "entry", "summary", "content", "category",
        "published", "subtitle", "generator",
    }  # fmt: skip
    assert all("content_html" not in item for item in json.loads(read["feed.json"])["items"])
    calendar = icalendar.Calendar.from_ical(read["calendar.ics"])
    assert {part.name for part in calendar.walk()} <= {"VCALENDAR", "VEVENT"}
    assert len(calendar.walk("VEVENT")) <= 1
    listed = built(read["llms.txt"].decode())
    assert not list(listed.iter("script", "img", "svg", "style"))
    assert all(link.get("href", "").startswith("https://brief.example/") for link in listed.iter("a"))


@holds_for(60, brief=BRIEFS)
def test_the_document_for_programs_gives_back_every_word(brief: Brief) -> None:
    document = json.loads(to_json(brief))
    assert [actor["name"] for actor in document["actors"]] == [actor.name for actor in brief.actors]
    for event in document["events"]:
        for words_of in event["evidence"]:
            assert document["sources"][0]["text"][words_of["start"] : words_of["end"]] == words_of["quote"]


@holds_for(3, brief=BRIEFS)
def test_a_pdf_is_set_whatever_the_words(brief: Brief) -> None:
    assert typeset(brief, note=lambda _: None).startswith(b"%PDF-")
