"""A reader's browser: from a claim to the passage it rests on, and back."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.conftest import needs_chromium

pytestmark = needs_chromium


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
    card = reader.get_by_role("tooltip").filter(has_text="put their names to the text")
    card.wait_for()
    assert "Port Lisse Herald, 12 Jun 2031, grade B" in card.inner_text()
    assert "actors/ilsa-marrow" in reader.url
    reader.keyboard.press("Escape")
    card.wait_for(state="hidden")


def test_the_keyboard_reaches_a_quote_and_from_it_the_passage(reader: Page, address: str) -> None:
    reader.goto(f"{address}/actors/ilsa-marrow/")
    for _ in range(60):
        reader.keyboard.press("Tab")
        if reader.evaluate("document.activeElement.matches('a.cite')"):
            break
    described = reader.evaluate("document.activeElement.getAttribute('aria-describedby')")
    card = reader.locator(f"#{described}")
    told = card.inner_text()
    assert "put their names to the text" in told
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/sources/accord-signed/#p-*")
    assert reader.locator("mark:target").inner_text() in told


def test_the_keyboard_goes_from_home_to_a_passage(reader: Page, address: str) -> None:
    reader.goto(f"{address}/")
    for _ in range(40):
        reader.keyboard.press("Tab")
        if reader.evaluate("document.activeElement.matches('a.cite')"):
            break
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/sources/accord-signed/#p-53-121")
    assert reader.locator("mark:target").inner_text().startswith("Verania and Karsk signed the Sandrel Accord")


def test_a_finger_first_sees_the_quote_and_then_may_open_the_passage(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(f"{address}/actors/ilsa-marrow/")
        page.locator("a.cite").first.tap()
        card = page.get_by_role("tooltip").filter(has_text="put their names to the text")
        card.wait_for()
        assert "/actors/ilsa-marrow/" in page.url
        box = card.bounding_box()
        assert box
        assert 0 <= box["x"] <= 390 - box["width"]
        page.get_by_text("Open the passage").tap()
        page.wait_for_url("**/sources/accord-signed/#p-*")


def test_a_fact_is_copied_with_its_sources_and_its_address(browser: Browser, address: str) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}/events/")
        line = page.locator("li", has_text="Police arrest eleven people").first
        line.hover()
        line.get_by_role("button", name="Cite this").click()
        page.get_by_role("status").filter(has_text="Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == (
            "Police arrest eleven people near the customs house (14 Jun 2031). Coast & Current, 19 Jun 2031. "
            f"{address}/events/#police-arrest-eleven"
        )


def shown(page: Page) -> list[str]:
    """The titles in the timeline that a reader sees."""
    rows = page.locator(".facts li:visible")
    return [re.sub(r"\s+", " ", text) for text in rows.all_inner_texts()]


def test_the_timeline_is_filtered_and_put_in_order_without_a_server(reader: Page, address: str) -> None:
    reader.goto(f"{address}/events/")
    everything = len(shown(reader))
    reader.get_by_label("Status").select_option("alleged")
    assert len(shown(reader)) == 2
    assert all("alleged" in line for line in shown(reader))
    assert reader.locator("form.filters [role=status]").inner_text() == f"2 of {everything}"
    assert not reader.get_by_role("heading", name="September").is_visible()
    assert reader.url.endswith("?status=alleged")
    reader.reload()
    assert len(shown(reader)) == 2
    reader.get_by_role("button", name="Show all").click()
    reader.get_by_label("Order").select_option("newest")
    assert len(shown(reader)) == everything
    assert "Ilsa Marrow travels to Dovrin" in shown(reader)[0]
    reader.get_by_label("Order").select_option("")
    reader.get_by_label("From").fill("2031-06")
    reader.get_by_label("Until").fill("2031-06-15")
    assert {line.split(" ", 1)[0] for line in shown(reader)} <= {"10", "14", "Jun"}
    reader.get_by_label("Words").fill("march")
    (left,) = shown(reader)
    assert "marches through the harbour" in left


def test_a_table_is_put_in_order_by_its_heads(reader: Page, address: str) -> None:
    reader.goto(f"{address}/actors/")
    people = reader.locator("h2#person ~ .table").first
    people.get_by_role("button", name="Name").click()
    names = [cell.split("\n")[0] for cell in people.locator("tbody tr td:first-child").all_inner_texts()]
    assert names == sorted(names)
    people.get_by_role("button", name="Last seen").click()
    assert people.locator("tbody tr").first.locator("td").last.inner_text() == "3 May 2031"
    assert people.locator("th[aria-sort=ascending]").inner_text().startswith("Last seen")


def test_without_javascript_no_filter_promises_anything(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/events/")
        assert not page.locator("form.filters").is_visible()
        assert page.locator(".facts li").first.is_visible()


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
