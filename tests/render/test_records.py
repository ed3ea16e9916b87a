"""The page of a source that is one of several in its file."""

from generator.model import Brief, Source
from generator.render.pages import pages


def page_of(record: int | None) -> str:
    """The page of a source that lies in a feed."""
    source = Source(
        id="ferry", path="feeds/<b>.jsonl", record=record, sha256="0", title="Ferry sinks",
        text="Ferry sinks\n\nA ferry sank off Tarsk on Monday, the coast guard of Norland said.",
    )  # fmt: skip
    return next(page.text for page in pages(Brief(title="Ferries", sources=[source]), []) if "ferry" in page.path)


def test_the_page_says_which_record_of_which_file_it_is() -> None:
    page = page_of(3)
    assert "· record 3 of feeds/" in page
    assert "<b>" not in page


def test_a_file_of_one_article_is_not_named_so() -> None:
    assert "record" not in page_of(None)
