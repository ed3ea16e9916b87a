"""The figures as a browser sets them: words clear of each other, marks that lead on, by mouse and by keyboard."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.conftest import needs_chromium

pytestmark = needs_chromium

_WORDS = """() => [...document.querySelectorAll("figure svg text")]
    .map(text => [text.textContent, text.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0)
    .map(([words, box]) => [words, box.left, box.right, box.top + 2.5, box.bottom - 2.5])"""


def covering(page: Page) -> list[tuple[str, str]]:
    """The pairs of visible words in figures that cover each other."""
    words: list[list[Any]] = page.evaluate(_WORDS)
    assert words
    return [
        (one[0], other[0])
        for number, one in enumerate(words)
        for other in words[:number]
        if one[1] < other[2] and other[1] < one[2] and one[3] < other[4] and other[3] < one[4]
    ]


@pytest.mark.parametrize("width", [360, 390, 700, 1280, 1700])
@pytest.mark.parametrize("path", ["index.html", "actors/karsk/index.html", "events/index.html"])
def test_no_words_of_a_figure_cover_others(reader: Page, address: str, path: str, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto(f"{address}/{path}")

    assert covering(reader) == []
    assert reader.evaluate("document.documentElement.scrollWidth") == width


def test_a_sign_leads_to_the_dossier_and_a_tie_to_its_line_there(reader: Page, address: str) -> None:
    reader.goto(f"{address}/")
    reader.locator(".network .node", has_text="Halden Copper").click()
    assert reader.locator("h1").inner_text() == "Halden Copper"

    reader.goto(f"{address}/")
    reader.locator(".network .edge[href$='#with-anselm-brandt']").or_(
        reader.locator(".network .edge[href$='#with-halden-copper']")
    ).first.dispatch_event("click")
    reader.wait_for_url("**/actors/*/index.html#with-*")
    assert reader.locator(".relations li:has(:target)").is_visible()


def test_a_figure_is_walked_and_skipped_by_keyboard(reader: Page, address: str) -> None:
    reader.goto(f"{address}/")
    skip = reader.locator(".timeline .skip")
    skip.focus()
    assert skip.evaluate("link => getComputedStyle(link).clipPath") == "none"
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.closest('.timeline') !== null")

    skip.focus()
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.closest('.timeline')") is None


def test_the_table_of_ties_unfolds_without_javascript(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/")
        page.get_by_text("As a table").click()
        row = page.locator(".ties tr", has_text="Verania").first
        assert row.inner_text().split() == ["Karsk", "Verania", "11", "6", "5"]


def test_signs_and_words_change_with_the_colour_scheme(reader: Page, address: str) -> None:
    reader.goto(f"{address}/")
    fill = "document.querySelector('.network text') && getComputedStyle(document.querySelector('.network text')).fill"
    light = reader.evaluate(fill)
    reader.emulate_media(color_scheme="dark")
    reader.goto(f"{address}/")
    assert reader.evaluate(fill) != light
