"""A reader looks for a word: on the site, on a large site, and in the zip that opens from a disk."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from generator.model import Brief
from generator.site import archive
from tests.site.conftest import needs_chromium


@pytest.fixture(scope="module")
def large_site(build_site: Callable[[Brief], Path], strait: Brief) -> Path:
    """The site with the search that large sites get."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEF_SEARCH", "pagefind")
        return build_site(strait)


@pytest.fixture(scope="module")
def large_hostile_site(build_site: Callable[[Brief], Path], hostile: Brief) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEF_SEARCH", "pagefind")
        return build_site(hostile)


@pytest.fixture(scope="module")
def unpacked(strait_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of the site, as a reader unpacks it."""
    folder = tmp_path_factory.mktemp("reader")
    archive(strait_site, folder / "strait.zip")
    with zipfile.ZipFile(folder / "strait.zip") as packed:
        packed.extractall(folder)
    return folder / "strait"


def found(reader: Page, words: str) -> list[str]:
    """The titles of what a search finds."""
    reader.locator(".md-search__input").click()
    reader.locator(".md-search__input").fill("")
    reader.locator(".md-search__input").press_sequentially(words)
    results = reader.locator(".md-search-result__list > li")
    results.first.wait_for()
    return results.locator("h1, h2").all_inner_texts()


FACT = "Ilsa Marrow travels to Dovrin"
"""The title of an event."""
ONLY_IN_AN_ARTICLE = "cutters"
"""A word of an article that no fact has."""


def test_the_word_stands_only_in_an_article(strait: Brief) -> None:
    assert any(ONLY_IN_AN_ARTICLE in source.text for source in strait.sources)
    assert not any(ONLY_IN_AN_ARTICLE in event.title for event in strait.events)


@needs_chromium
def test_the_search_finds_facts_and_words_of_articles(
    reader: Page, serve: Callable[[Path], str], strait_site: Path
) -> None:
    reader.goto(serve(strait_site))

    assert "Ilsa Marrow" in found(reader, "Marrow travels")
    reader.reload()
    assert "a patrol follow the accord" in " ".join(found(reader, ONLY_IN_AN_ARTICLE))


@needs_chromium
def test_the_search_of_a_large_site_finds_the_same(
    reader: Page, serve: Callable[[Path], str], large_site: Path
) -> None:
    reader.goto(f"{serve(large_site)}/actors/karsk/")
    reader.keyboard.press("/")

    assert "Ilsa Marrow" in found(reader, "Marrow travels")
    assert "pages found" in reader.locator(".md-search-result__meta").inner_text()
    reader.keyboard.press("ArrowDown")
    reader.keyboard.press("Enter")
    reader.wait_for_load_state()
    assert "Marrow" in reader.locator("article").inner_text()


@needs_chromium
def test_a_large_site_under_a_path_of_its_host_is_searched_too(
    reader: Page, serve: Callable[[Path], str], large_site: Path
) -> None:
    reader.goto(f"{serve(large_site.parent)}/site/")

    assert found(reader, ONLY_IN_AN_ARTICLE)
    reader.locator(".md-search-result__link").first.click()
    reader.wait_for_url("**/site/sources/**")


@needs_chromium
def test_the_search_of_a_large_site_shows_hostile_words_as_words(
    reader: Page, serve: Callable[[Path], str], large_hostile_site: Path
) -> None:
    reader.goto(serve(large_hostile_site))

    assert found(reader, "bold")
    shown = reader.locator(".md-search-result__list")
    assert shown.locator("script, img, b, input").count() == 0
    assert reader.get_by_text("Escape").count() == 0


@needs_chromium
def test_the_search_of_a_large_site_closes_with_escape(
    reader: Page, serve: Callable[[Path], str], large_site: Path
) -> None:
    reader.goto(serve(large_site))
    reader.keyboard.press("s")
    assert reader.locator(".md-search__input").evaluate("box => box === document.activeElement")
    reader.keyboard.press("Escape")
    assert not reader.locator("#__search").is_checked()


@needs_chromium
def test_the_unpacked_zip_is_searched_from_the_disk(reader: Page, unpacked: Path) -> None:
    reader.goto((unpacked / "index.html").as_uri())

    assert "a patrol follow the accord" in " ".join(found(reader, ONLY_IN_AN_ARTICLE))
    reader.locator(".md-search-result__link").first.click()
    reader.wait_for_load_state()
    assert reader.url.startswith((unpacked / "sources").as_uri())
    assert "Marrow" in " ".join(found(reader, "Marrow travels"))


@needs_chromium
def test_links_of_the_unpacked_zip_open_pages(reader: Page, unpacked: Path) -> None:
    reader.goto((unpacked / "index.html").as_uri())
    reader.locator(".md-tabs").get_by_text("Actors").click()
    reader.get_by_role("link", name="Ilsa Marrow").first.click()
    reader.locator("a.cite").first.click()
    reader.wait_for_url("**/sources/**/index.html#p-*")
    assert reader.locator("mark:target").is_visible()


def test_no_link_of_the_zip_leads_to_a_folder_or_nowhere(unpacked: Path) -> None:
    pages = list(unpacked.rglob("*.html"))
    assert len(pages) > 30
    for path in pages:
        for link in html.parse(str(path)).getroot().xpath("//@href"):
            target = link.split("#")[0].split("?")[0]
            if target and ":" not in target:
                assert (path.parent / target).is_file(), f"{path}: {link}"


def test_the_zip_of_a_site_is_always_the_same(strait_site: Path, tmp_path: Path) -> None:
    archive(strait_site, tmp_path / "one" / "brief.zip")
    for path in strait_site.rglob("*.html"):
        os.utime(path, (1, 1))
    archive(strait_site, tmp_path / "two" / "brief.zip")

    assert (tmp_path / "one" / "brief.zip").read_bytes() == (tmp_path / "two" / "brief.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one" / "brief.zip") as packed:
        names = packed.namelist()
    assert names == sorted(names)
    assert {"brief/index.html", "brief/search/search_index.js"} <= set(names)
    assert not {"brief/404.html", "brief/sitemap.xml"} & set(names)
