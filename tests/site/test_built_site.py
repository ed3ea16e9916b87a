"""The site as built: read as HTML, page by page."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from generator.model import Brief
from generator.render.text import plain

type Builder = Callable[[Brief], Path]


def read(site: Path) -> dict[str, html.HtmlElement]:
    """Every page by its address on the site."""
    return {
        f"/{path.relative_to(site).as_posix()}".removesuffix("index.html"): html.parse(str(path)).getroot()
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def site(strait_site: Path) -> dict[str, html.HtmlElement]:
    return read(strait_site)


@pytest.fixture(scope="module")
def attacked(hostile_site: Path) -> dict[str, html.HtmlElement]:
    return read(hostile_site)


def content(page: html.HtmlElement) -> html.HtmlElement:
    (article,) = page.iterfind(".//article")
    return article


def words(text: str) -> str:
    return " ".join(plain(text).split())


def cited(pages: dict[str, html.HtmlElement], brief: Brief) -> set[tuple[str, str]]:
    """Follows every citation of every page; returns which passages were landed on, as source and exact words."""
    texts = {source.id: source.text for source in brief.sources}
    landed = set()
    for address, page in pages.items():
        for mark in content(page).iterfind(".//a[@class='cite']") if address != "/404.html" else []:
            target = urlsplit(urljoin(address, mark.get("href")))
            source = target.path.split("/")[2]
            start, end = map(int, re.findall(r"\d+", target.fragment))
            pieces = pages[target.path].xpath(f"//mark[@id='{target.fragment}' or @data-of='{target.fragment}']")
            assert [piece.get("id") for piece in pieces if piece.get("id")] == [target.fragment]
            shown = re.sub(r"\s", "", "".join(piece.text_content() for piece in pieces))
            assert shown == re.sub(r"\s", "", plain(texts[source][start:end])), mark.get("href")
            landed.add((source, texts[source][start:end]))
    return landed


def test_every_citation_lands_on_its_exact_words(site: dict[str, html.HtmlElement], strait: Brief) -> None:
    landed = cited(site, strait)

    evidence = [fact.evidence for fact in strait.events] + [question.evidence for question in strait.questions]
    evidence += [agreement.evidence for agreement in strait.agreements] + [line.evidence for line in strait.bottom_line]
    assert {(passage.source, passage.quote) for passages in evidence for passage in passages} <= landed


def test_dossiers_are_reached_from_their_index_and_stay_out_of_the_navigation(
    site: dict[str, html.HtmlElement],
) -> None:
    navigation = {link.get("href") for link in site["/"].iterfind(".//nav[@class='md-tabs']//a")}
    assert navigation == {
        ".",
        *(f"{each}/" for each in ("actors", "topics", "agreements", "events", "questions", "discrepancies", "sources")),
    } | {href for href in navigation if href.startswith("about/")}
    linked = {link.get("href") for link in content(site["/actors/"]).iterfind(".//a")}
    assert {"karsk/", "ilsa-marrow/", "sandrel-fishers-union/"} <= linked


def test_every_page_has_a_title_of_its_own(site: dict[str, html.HtmlElement]) -> None:
    titles = [page.findtext(".//title") for address, page in site.items() if address not in ("/", "/404.html")]
    assert len(titles) == len(set(titles))
    assert site["/actors/karsk/"].findtext(".//title").startswith("Karsk")


def test_nothing_is_loaded_from_elsewhere(site: dict[str, html.HtmlElement], strait_site: Path) -> None:
    for address, page in site.items():
        loaded = page.xpath("//link[not(@rel='canonical')]/@href | //script/@src | //img/@src | //iframe/@src")
        assert not [each for each in loaded if urlsplit(each).netloc], address
    for sheet in strait_site.rglob("*.css"):
        assert not re.findall(r"url\([\"']?(?:https?:)?//", sheet.read_text(encoding="utf-8")), sheet


def test_a_dossier_is_light(strait_site: Path) -> None:
    assert (strait_site / "actors" / "karsk" / "index.html").stat().st_size < 60_000


def test_status_is_told_in_words_too(site: dict[str, html.HtmlElement]) -> None:
    line = next(li for li in site["/events/"].iter("li") if "Ardent makes" in li.text_content())
    assert words(line.text_content()).startswith("Apr 2031 denied The Ardent makes a voyage in April")


def test_marks_of_the_timeline_lead_to_their_events(site: dict[str, html.HtmlElement]) -> None:
    marks = content(site["/"]).xpath(".//figure//*[local-name()='a'][starts-with(@class, 'mark ')]")

    assert len(marks) == 16
    for mark in marks:
        path, _, anchor = mark.get("href").partition("#")
        assert path == "events/index.html"
        assert site["/events/"].xpath(f"//*[@id='{anchor}']")


def test_the_words_of_a_hostile_article_are_only_words(attacked: dict[str, html.HtmlElement], hostile: Brief) -> None:
    cited(attacked, hostile)
    source = words(content(attacked["/sources/hostile/"]).text_content())

    for paragraph in hostile.sources[0].text.split("\n\n")[1:]:
        assert words(paragraph) in source
    assert words(hostile.title) in content(attacked["/"]).text_content()
    assert hostile.actors[0].name in content(attacked["/actors/bobby/"]).findtext(".//h1")


OWN_ELEMENTS = {
    *(
        "a",
        "article",
        "details",
        "div",
        "h1",
        "h2",
        "h3",
        "li",
        "mark",
        "nav",
        "ol",
        "p",
        "span",
        "style",
        "summary",
        "ul",
    ),
    *("figure", "svg", "symbol", "circle", "path", "line", "text", "title", "use"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def test_no_markup_of_a_hostile_article_reaches_a_page(
    attacked: dict[str, html.HtmlElement], site: dict[str, html.HtmlElement]
) -> None:
    scripts = {script.text or "" for page in site.values() for script in page.iter("script")}
    for address, page in attacked.items():
        assert all("alert" not in (script.text or "") for script in page.iter("script")), address
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), address
        assert not [href for href in page.xpath("//@href | //@src") if "script:" in href or "evil" in href], address
        if address == "/404.html" or address.startswith("/about/"):
            continue
        assert {element.tag for element in content(page).iter() if isinstance(element.tag, str)} <= OWN_ELEMENTS, (
            address
        )
        assert len(list(page.iter("script"))) <= max(len(list(other.iter("script"))) for other in site.values())
    assert scripts


def test_the_search_index_of_a_hostile_brief_holds_no_markup(hostile_site: Path) -> None:
    index = (hostile_site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert not re.findall(r"<(?:script|img|svg|b|i|u|blink|input|mark|div)\b", index)


def test_every_page_says_at_its_top_and_bottom_who_may_read_it(build_site: Builder, strait: Brief) -> None:
    folder = build_site(strait.model_copy(update={"tlp": "TLP:AMBER+STRICT"}))
    pages = [page for page in sorted(folder.rglob("index.html")) if "assets" not in page.parts]
    assert folder / "about" / "method" / "index.html" in pages
    for page in pages:
        (article,) = html.parse(str(page)).xpath("//article")
        labels = [label.text_content() for label in article.xpath(".//p[@class='tlp']")]
        assert labels == ["TLP:AMBER+STRICT"] * 2, page


def test_every_page_leads_to_how_to_read_it(strait_site: Path) -> None:
    generated = [page for page in sorted(strait_site.rglob("index.html")) if "about" not in page.parts]
    for page in generated:
        link, *_ = html.parse(str(page)).xpath("//p[@class='made']/a")
        assert (page.parent / link.get("href")).resolve() == (strait_site / "about" / "reading").resolve()


def test_the_site_offers_the_brief_and_every_dossier_as_a_pdf(strait_site: Path, strait: Brief) -> None:
    assert (strait_site / "brief.pdf").read_bytes().startswith(b"%PDF-")
    (whole,) = html.parse(str(strait_site / "index.html")).xpath("//p[@class='edition']//a")
    assert (whole.get("href"), whole.text_content()) == ("brief.pdf", "PDF")
    dossiers = [("actors", a.id) for a in strait.actors] + [("agreements", a.id) for a in strait.agreements]
    for folder, identifier in [*dossiers, *(("topics", topic.id) for topic in strait.topics)]:
        page = strait_site / folder / identifier / "index.html"
        (link,) = html.parse(str(page)).xpath("//p[@class='made']/a[text()='PDF of this page']")
        assert (page.parent / link.get("href")).resolve().read_bytes().startswith(b"%PDF-")
