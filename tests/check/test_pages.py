"""The gate refuses pages with an uncited fact, a dead link or an id that stands twice, naming page and line."""

from pathlib import Path

import pytest

from generator.check import check_pages
from generator.model import Brief
from generator.render.rendering import render


@pytest.fixture
def docs(strait: Brief, tmp_path: Path) -> Path:
    render(strait, tmp_path / "docs")
    return tmp_path / "docs"


def edit(page: Path, old: str, new: str) -> int:
    """Replaces the first `old` on the page and returns the number of its line."""
    before, found, after = page.read_text(encoding="utf-8").partition(old)
    assert found, f"{old} is not on {page}"
    page.write_text(before + new + after, encoding="utf-8")
    return before.count("\n") + 1


def test_pages_as_rendered_have_no_fault(strait: Brief, hostile: Brief, docs: Path, tmp_path: Path) -> None:
    render(hostile, tmp_path / "hostile")

    assert check_pages(docs, strait) == []
    assert check_pages(tmp_path / "hostile", hostile) == []


def test_a_line_of_facts_without_a_citation(strait: Brief, docs: Path) -> None:
    line = edit(
        docs / "agreements/sandrel-accord.md", "1. A joint coastguard", "1. Mostly harmless\n1. A joint coastguard"
    )

    assert check_pages(docs, strait) == [
        f'docs/agreements/sandrel-accord.md:{line}: the line states "1. Mostly harmless" without a citation'
    ]


def test_the_words_of_a_fact_without_a_citation_anywhere(strait: Brief, docs: Path) -> None:
    line = edit(
        docs / "topics/index.md",
        "# Topics",
        "Police [arrest](../index.md) eleven people near the customs house.\n\n# Topics",
    )

    assert check_pages(docs, strait) == [
        f'docs/topics/index.md:{line}: the line states event "police-arrest-eleven" without a citation'
    ]


def test_a_template_that_forgets_to_cite_is_found(strait: Brief, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "topics.md").write_text(
        "{% for event in catalogue.by_date %}\n- {{ event.title }}\n{% endfor %}\n", encoding="utf-8"
    )
    render(strait, tmp_path / "docs", [tmp_path / "templates"])

    faults = check_pages(tmp_path / "docs", strait)
    assert len(faults) == sum(len(event.title.split()) >= 4 for event in strait.events)
    assert all(fault.startswith("docs/topics/index.md:") and "without a citation" in fault for fault in faults)


@pytest.mark.parametrize(
    ("link", "complaint"),
    [
        ("[x](../actors/nobody.md)", "the link to ../actors/nobody.md leads to no page"),
        ("[x](../../secret.md)", "the link to ../../secret.md leads to no page"),
        ("[x](index.md#nothing)", 'the link to index.md#nothing leads to no place: topics/index.md has no "nothing"'),
        ("[x](#nothing)", 'the link to #nothing leads to no place: topics/the-accord.md has no "nothing"'),
        ("[7][p77]", "the citation [p77] has no target on the page"),
    ],
)
def test_a_link_that_leads_nowhere(strait: Brief, docs: Path, link: str, complaint: str) -> None:
    edit(docs / "topics/the-accord.md", "# The accord", f"# The accord\n\nSee {link}.")

    assert check_pages(docs, strait) == [f"docs/topics/the-accord.md: {complaint}"]


def test_a_citation_whose_passage_is_not_marked(strait: Brief, docs: Path) -> None:
    edit(docs / "sources/court-hearing.md", 'id="p-1162-1227"', 'id="p-1162-1228"')

    target = "sources/court-hearing.md"
    assert (
        f'docs/index.md: the link to {target}#p-1162-1227 leads to no place: {target} has no "p-1162-1227"'
        in check_pages(docs, strait)
    )


def test_an_id_that_stands_twice(strait: Brief, docs: Path) -> None:
    edit(docs / "index.md", "# The Sandrel", '<span id="latest"></span>\n\n# The Sandrel')

    assert check_pages(docs, strait) == [
        'docs/index.md: the id "latest" stands 2 times on the page; a link to it is ambiguous'
    ]


def test_links_of_pages_written_by_hand_are_followed_too(strait: Brief, docs: Path) -> None:
    (docs / "about").mkdir()
    (docs / "about" / "method.md").write_text(
        "# Method\n\n## How it *works*, step by step\n\n"
        "[home](../index.md) [self](#how-it-works-step-by-step) [web](https://example.org/x.md) [lost](gone.md)\n\n"
        "`[not a link](nowhere.md)`\n",
        encoding="utf-8",
    )

    assert check_pages(docs, strait) == ["docs/about/method.md: the link to gone.md leads to no page"]


def test_a_page_may_be_called_by_the_words_of_a_fact(strait: Brief, docs: Path) -> None:
    edit(docs / "topics/index.md", 'title: "Topics"', 'title: "Police arrest eleven people near the customs house"')
    assert check_pages(docs, strait) == []


def test_a_choice_of_a_form_may_be_called_by_the_words_of_a_fact(strait: Brief, docs: Path) -> None:
    words = "Police arrest eleven people near the customs house"
    edit(docs / "topics/index.md", "# Topics", f"<form>\n<option>{words}</option>\n</form>\n\n# Topics")
    assert check_pages(docs, strait) == []
