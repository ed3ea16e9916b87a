"""A reader's browser: from a claim to the passage it rests on, and back."""

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(
    not CHROMIUM and "CI" not in os.environ,
    reason="no Chromium here: install Debian's package chromium to run this test",
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Keeps the requests out of the test's output."""


@pytest.fixture(scope="module")
def address(strait_site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(strait_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "there is no Chromium on this machine"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a browser that must not complain, nor ask any other host for anything."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    yield page
    page.close()
    assert complaints == []
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []


def test_a_citation_leads_to_its_highlighted_passage_and_back(reader: Page, address: str) -> None:
    reader.goto(f"{address}/actors/ilsa-marrow/")
    line = reader.locator("li", has_text="Ilsa Marrow travels to Dovrin").first
    line.locator("a.cite").first.click()
    reader.wait_for_url("**/sources/after-the-accord/#p-616-692")

    passage = reader.locator("mark:target")
    assert passage.inner_text() == "The prime minister is to travel to Dovrin on 4 October, her office confirmed"
    assert passage.evaluate("mark => getComputedStyle(mark).backgroundColor") != "rgba(0, 0, 0, 0)"
    box, header = passage.bounding_box(), reader.locator(".md-header").bounding_box()
    assert box
    assert header
    assert header["y"] + header["height"] <= box["y"] <= 800 - box["height"]

    reader.get_by_text("back to the claim").click()
    reader.wait_for_url("**/actors/ilsa-marrow/")


def test_the_quote_shows_on_the_mark_itself(reader: Page, address: str) -> None:
    reader.goto(f"{address}/actors/ilsa-marrow/")
    reader.locator("a.cite").first.hover()
    hint = reader.get_by_role("tooltip").filter(has_text="put their names to the text")
    hint.wait_for()
    assert "Port Lisse Herald, 12 Jun 2031" in hint.inner_text()


def test_a_mark_of_the_timeline_leads_to_its_event(reader: Page, address: str) -> None:
    reader.goto(f"{address}/")
    reader.locator("figure a[href$='#police-arrest-eleven']").click()
    reader.wait_for_url("**/events/index.html#police-arrest-eleven")
    assert "Police arrest eleven people" in reader.locator("li:has(> :target)").inner_text()


@pytest.mark.parametrize(
    "path", ["", "actors/karsk/", "agreements/sandrel-accord/", "events/", "sources/court-hearing/"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_every_kind_of_page_without_sideways_scroll(
    reader: Page, address: str, path: str, scheme: Any
) -> None:
    reader.emulate_media(color_scheme=scheme)
    reader.set_viewport_size({"width": 390, "height": 844})
    reader.goto(f"{address}/{path}")

    assert reader.evaluate("document.documentElement.scrollWidth") == 390
    assert reader.locator("h1").is_visible()


def test_the_passage_is_highlighted_without_javascript(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/sources/court-hearing/#p-1162-1227")
        assert (
            page.locator("mark:target").inner_text()
            == "Teodor Vance, the president of Karsk, may visit the court in June"
        )
