"""What holds on every page: no barrier, no complaint, nothing from elsewhere, and no script but the site's own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.conftest import needs_chromium

pytestmark = needs_chromium

KINDS = {
    "home": "",
    "actors": "actors/",
    "a state": "actors/karsk/",
    "a person": "actors/ilsa-marrow/",
    "agreements": "agreements/",
    "an agreement": "agreements/sandrel-accord/",
    "timeline": "events/",
    "a story": "stories/sandrel-accord-is-signed/",
    "questions": "questions/",
    "discrepancies": "discrepancies/",
    "changes": "changes/",
    "topics": "topics/",
    "a topic": "topics/the-accord/",
    "sources": "sources/",
    "a source": "sources/accord-signed/",
    "a page by hand": "about/reading/",
    "nowhere": "404.html",
}

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_page_has_a_barrier(reader: Page, address: str, kind: str, scheme: Any) -> None:
    reader.emulate_media(color_scheme=scheme)
    reader.goto(f"{address}/{KINDS[kind]}")
    found = Axe().run(reader, options=_RULES).response["violations"]
    assert [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_phone_shows_no_barrier_either(reader: Page, address: str, kind: str) -> None:
    reader.set_viewport_size({"width": 390, "height": 844})
    reader.goto(f"{address}/{KINDS[kind]}")
    found = Axe().run(reader, options=_RULES).response["violations"]
    assert [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]] == []


def test_no_page_complains_or_asks_another_host_for_anything(reader: Page, address: str, strait_site: Path) -> None:
    for page in sorted(strait_site.rglob("*.html")):
        reader.goto(f"{address}/{page.relative_to(strait_site).as_posix()}")
        policy = reader.locator("meta[http-equiv='Content-Security-Policy']")
        assert "default-src 'none'" in (policy.get_attribute("content") or ""), page


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_a_script_in_an_article_would_not_run(visitor: Page, strait_site: Path, tmp_path: Path) -> None:
    written = (strait_site / "actors" / "karsk" / "index.html").read_text(encoding="utf-8")
    spoilt = written.replace("<h1", "<script>document.title = 'taken over'</script><h1", 1)
    assert spoilt != written
    (tmp_path / "page.html").write_text(spoilt, encoding="utf-8")
    visitor.goto((tmp_path / "page.html").as_uri())
    assert visitor.title() != "taken over"
    assert "Karsk" in visitor.title()
