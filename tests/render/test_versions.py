"""The page of a source that stands in several files, that superseded earlier texts, or that could not be read."""

from datetime import date

from generator.model import Brief, EarlierVersion, FallenFact, Source
from generator.render.pages import pages

TEXT = "Ferry sinks off Tarsk\n\nA ferry sank off Tarsk on Monday, the coast guard of Norland said."


def page_of(**fields: object) -> str:
    """The page of one source."""
    values = {"id": "ferry", "path": "ferry.txt", "sha256": "0", "title": "Ferry sinks off Tarsk", "text": TEXT}
    source = Source.model_validate(values | fields)
    return next(page.text for page in pages(Brief(title="Ferries", sources=[source]), []) if "ferry" in page.path)


def earlier(*fell: FallenFact, **fields: object) -> EarlierVersion:
    """A text that was superseded."""
    values = {"id": "older", "path": "older.txt", "sha256": "0", "reason": "it is of an earlier day", "fell": fell}
    return EarlierVersion.model_validate(values | fields)


def test_a_source_of_one_file_says_nothing_of_files_and_versions() -> None:
    page = page_of()
    assert "earlier version" not in page
    assert "file" not in page


def test_a_source_names_all_its_files() -> None:
    assert "One article in 2\N{NO-BREAK SPACE}files: ferry.txt, saved/ferry.html" in page_of(
        files=["ferry.txt", "saved/ferry.html"]
    )


def test_what_fell_with_an_earlier_version_stands_on_the_page_with_its_words() -> None:
    fell = FallenFact(kind="event", title="A ferry and a tug sink", quote="A ferry and a tug sank off Tarsk.")
    page = page_of(earlier=[earlier(fell, published=date(2031, 6, 10))])
    part = page.partition("## What an earlier version said")[2]
    assert "older.txt · 10 Jun 2031 · superseded, since it is of an earlier day" in part
    assert "A ferry and a tug sink" in part
    assert "“A ferry and a tug sank off Tarsk.”" in part


def test_a_version_with_which_nothing_fell_is_named_all_the_same() -> None:
    page = page_of(earlier=[earlier(files=["older.txt", "copy.txt"])])
    assert "older.txt, copy.txt · undated · superseded, since it is of an earlier day · no fact fell with it" in page


def test_many_fallen_facts_are_folded() -> None:
    fell = [FallenFact(kind="actor", title=f"Ship {number}", quote=f"Ship {number}") for number in range(20)]
    page = page_of(earlier=[earlier(*fell)])
    assert "<summary>14 more</summary>" in page
    assert all(f"Ship {number}" in page for number in range(20))


def test_a_notice_stands_above_the_text() -> None:
    page = page_of(notice="This article is in German.")
    assert page.index("This article is in German.") < page.index("A ferry sank")


def test_hostile_paths_reasons_and_quotes_stay_words(hostile: Brief) -> None:
    page = next(page.text for page in pages(hostile, []) if page.path == "sources/hostile.md")
    part = page.partition("What an earlier version said")[2].partition("\n## ")[0]
    for number in range(11, 17):
        assert f"alert({number})" in page
    for markup in ("<script", "<img", "<svg", "<i>", "](javascript", "{{", "**", "<b>a"):
        assert markup not in part
        assert markup not in page.partition("One article in")[2].partition("</p>")[0]
