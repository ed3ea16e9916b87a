"""From `brief new` to the finished site, on a topic that has nothing to do with the one in `data/`.

Two invented states, a company, a court, five short articles, two of them as saved from a web page.
"""

import json
import re
import shutil
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from lxml import html

from generator.cli import main

ARTICLES = Path(__file__).parent / "articles"


class Site:
    """The built site as a reader meets it."""

    def __init__(self, folder: Path, document: dict[str, Any]) -> None:
        self.folder = folder
        self.document = document

    @cached_property
    def pages(self) -> dict[str, html.HtmlElement]:
        """Every page by its path in the site."""
        return {
            path.relative_to(self.folder).as_posix(): html.document_fromstring(path.read_bytes())
            for path in sorted(self.folder.rglob("*.html"))
        }

    def page(self, title: str) -> html.HtmlElement:
        """The page whose heading begins with this title."""
        found = [page for page in self.pages.values() if heading(page).startswith(title)]
        assert found, f"no page headed {title!r} among {[heading(page) for page in self.pages.values()]}"
        return found[0]

    def named(self, kind: str, name: str) -> dict[str, Any]:
        """The one item of the JSON document that has this name or title."""
        found = [item for item in self.document[kind] if name in (item.get("name"), item.get("title"))]
        assert len(found) == 1, (
            f"{name!r}: {len(found)} among {[i.get('name', i.get('title')) for i in self.document[kind]]}"
        )
        return dict(found[0])


def heading(page: html.HtmlElement) -> str:
    """The text of a page's first heading."""
    headings = page.xpath("//h1")
    return " ".join(headings[0].text_content().split()) if headings else ""


def words(element: html.HtmlElement) -> str:
    """What a reader reads in a page's body."""
    return " ".join(element.xpath("//article")[0].text_content().split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """`brief new`, articles in, `brief build`, `brief export`."""
    folder = tmp_path_factory.mktemp("second") / "merrin-pipeline"
    runner = CliRunner()
    assert runner.invoke(main, ["new", str(folder)]).exit_code == 0
    for path in ARTICLES.iterdir():
        shutil.copy(path, folder / "data" / "articles")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        built = runner.invoke(main, ["build"])
        assert built.exit_code == 0, built.output
        exported = runner.invoke(main, ["export", "--output", "brief.json"])
        assert exported.exit_code == 0, exported.output
    return Site(folder / "site", json.loads((folder / "brief.json").read_text(encoding="utf-8")))


def sources(item: dict[str, Any]) -> set[str]:
    """The articles that an item rests on."""
    return {evidence["source"] for evidence in item["evidence"]}


def test_the_workspace_has_the_title_of_its_folder(site: Site) -> None:
    assert site.document["title"] == "Merrin pipeline"
    assert site.document["generated"] == "2031-06-10"
    assert "Merrin pipeline" in words(site.pages["index.html"])


def test_every_article_has_its_date_and_its_text_without_page_furniture(site: Site) -> None:
    published = {source["path"][:10]: source["published"] for source in site.document["sources"]}
    assert len(published) == 5
    assert all(path == day for path, day in published.items())
    text = "\n".join(source["text"] for source in site.document["sources"])
    for furniture in ("Share on Facebook", "Leave a Reply", "icon-twitter", "newsletter", "Related Articles"):
        assert furniture not in text
    assert "The law of the sea is not a draft" in text
    assert "The company has not said." in text


@pytest.mark.parametrize(
    ("name", "kind", "articles"),
    [("Ilsa Varn", "person", 5), ("Tomas Okeru", "person", 4), ("Corvane Energy", "organisation", 5)],
)
def test_an_actor_is_one_actor_over_all_articles(site: Site, name: str, kind: str, articles: int) -> None:
    actor = site.named("actors", name)
    assert actor["kind"] == kind
    assert len(sources(actor)) >= articles - 1
    assert not [other["name"] for other in site.document["actors"] if other["name"] == name.split()[-1]]


def test_the_two_states_and_the_court_are_actors_with_a_page(site: Site) -> None:
    for name in ("Ardania", "Belmor", "Maritime Court of Merrin"):
        site.named("actors", name)
        assert name in words(site.page(name))


def test_the_company_has_a_dossier_that_speaks_of_the_court(site: Site) -> None:
    dossier = words(site.page("Corvane Energy"))
    assert "Maritime Court" in dossier
    assert "2031" in dossier


def test_the_signing_told_by_several_articles_is_one_event(site: Site) -> None:
    signings = [
        event
        for event in site.document["events"]
        if event["type"] == "AGREE"
        and any(re.search(r"\bsigned\b", evidence["quote"]) for evidence in event["evidence"])
        and event["date"]
        and event["date"]["start"] == event["date"]["end"] == "2031-03-04"
    ]
    assert len(signings) == 1
    assert len(sources(signings[0])) >= 2
    assert signings[0]["status"] == "occurred"


def test_the_agreement_is_one_with_both_states_as_parties(site: Site) -> None:
    agreements = [item for item in site.document["agreements"] if len(sources(item)) >= 2]
    assert agreements
    names = {actor["id"]: actor["name"] for actor in site.document["actors"]}
    assert {"Ardania", "Belmor"} <= {names[party] for party in agreements[0]["parties"]}


def test_what_is_alleged_or_only_possible_is_not_told_as_done(site: Site) -> None:
    for event in site.document["events"]:
        if any("could withdraw" in evidence["quote"] for evidence in event["evidence"]) and event["type"] == "RETREAT":
            assert event["status"] in {"possible", "planned"}
    statuses = {event["status"] for event in site.document["events"]}
    assert "occurred" in statuses
    assert statuses - {"occurred"}


def test_a_quotation_has_its_speaker(site: Site) -> None:
    names = {actor["id"]: actor["name"] for actor in site.document["actors"]}
    spoken = {item["text"]: names.get(item["speaker"] or "") for item in site.document["statements"] if item["quoted"]}
    law = [speaker for text, speaker in spoken.items() if "law of the sea" in text]
    assert law == ["Amara Siddel"]


def test_the_articles_leave_questions_open(site: Site) -> None:
    texts = [question["text"] for question in site.document["questions"]]
    assert any("compensation" in text for text in texts)
    assert any("cleaning" in text or "who will pay" in text.lower() for text in texts)
    assert all(text.endswith("?") for text in texts)


def test_every_quote_stands_in_its_source(site: Site) -> None:
    texts = {source["id"]: source["text"] for source in site.document["sources"]}
    count = 0
    for kind in ("actors", "events", "agreements", "questions", "statements"):
        for item in site.document[kind]:
            assert item["evidence"], item["id"]
            for evidence in item["evidence"]:
                assert texts[evidence["source"]][evidence["start"] : evidence["end"]] == evidence["quote"]
                count += 1
    assert count > 50


def test_every_citation_lands_on_a_highlighted_passage(site: Site) -> None:
    passages = {path: set(page.xpath("//mark/@id")) for path, page in site.pages.items()}
    citations = 0
    for path, page in site.pages.items():
        for link in page.xpath("//article//a[contains(concat(' ', @class, ' '), ' cite ')]/@href"):
            target, _, anchor = link.partition("#")
            resolved = (site.folder / path).parent.joinpath(unquote(target)).resolve()
            resolved = resolved / "index.html" if resolved.is_dir() else resolved
            assert unquote(anchor) in passages[resolved.relative_to(site.folder.resolve()).as_posix()], link
            citations += 1
    assert citations > 50


def test_nothing_of_the_first_topic_is_in_it(site: Site) -> None:
    for path in site.folder.rglob("*.html"):
        assert "Russia and North Korea" not in path.read_text(encoding="utf-8"), path
