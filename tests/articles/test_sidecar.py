"""What people state about an article beats what the page states; a slip in it is named with its remedy."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.articles import ArticleError
from generator.model import Article

type Reader = Callable[..., Article]

PAGE = (
    "Norland and Sudland settle dispute\n\nBy Jane Roe\nJanuary 15, 2024\n\n"
    "The presidents of Norland and Sudland signed a treaty on Wednesday that ends a dispute of twenty years.\n"
)


def test_every_field(read: Reader) -> None:
    source = read(
        PAGE,
        sidecar="title: The river treaty\npublished: 2024-01-16\npublisher: The Norland Herald\n"
        "author: [Ann Grey, John Poe]\nurl: https://example.org/river\nlanguage: fr\nreliability: B\n",
    ).source
    assert (source.title, source.published, source.published_basis) == (
        "The river treaty",
        date(2024, 1, 16),
        "sidecar",
    )
    assert (source.publisher, source.author) == ("The Norland Herald", "Ann Grey, John Poe")
    assert (source.url, source.language, source.reliability) == ("https://example.org/river", "fr", "B")
    assert source.text.startswith("Norland and Sudland settle dispute\n\n"), "the text stays what the file says"


def test_fields_left_out_come_from_the_page(read: Reader) -> None:
    source = read(PAGE, sidecar="reliability: C\npublisher: null\n").source
    assert (source.author, source.published, source.published_basis) == ("Jane Roe", date(2024, 1, 15), "stated")
    assert (source.publisher, source.reliability) == (None, "C")


def test_empty_sidecar_states_nothing(read: Reader) -> None:
    assert read(PAGE, sidecar="").source.reliability == "F"


@pytest.mark.parametrize(
    ("sidecar", "field", "remedy"),
    [
        (
            "titel: The treaty",
            "unknown field 'titel'",
            "title, published, updated, publisher, author, url, language, reliability, supersedes",
        ),
        ("published: yesterday", "'published'", "a day such as 2024-06-18"),
        ("published: 20240618", "'published'", "a day such as 2024-06-18"),
        ("reliability: Z", "'reliability'", "one of A, B, C, D, E, F"),
        ("url: ftp://example.org", "'url'", "http:// or https://"),
        ("url: 'javascript:alert(1)'", "'url'", "http:// or https://"),
        ("language: the English one", "'language'", "a code such as en or fr"),
        ("title: [1, 2]", "'title'", "the headline as text"),
        ("- title", "holds no fields", "allowed fields"),
        ("title: [", "river.meta.yml", "correct the YAML"),
        ("title: a\ntitle: b", "'title' is given twice", "correct the YAML"),
    ],
)
def test_slip_in_a_sidecar(read: Reader, sidecar: str, field: str, remedy: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read(PAGE, sidecar=sidecar)
    message = str(caught.value)
    assert "river.meta.yml" in message
    assert field in message
    assert remedy in message
    assert "\n" not in message


def test_front_matter_is_as_good_as_a_sidecar(read: Reader) -> None:
    source = read(
        '---\ntitle: "The river treaty"\ndate: 2024-01-15T10:00:00\nsource: https://example.org/river\n'
        'author:\n  - "[[Jane Roe]]"\ntags: [clippings]\n---\n\n'
        "The presidents signed a treaty on Wednesday, officials said.\n",
        name="river.md",
    ).source
    assert source.text == "The river treaty\n\nThe presidents signed a treaty on Wednesday, officials said."
    assert (source.title, source.author, source.url) == ("The river treaty", "Jane Roe", "https://example.org/river")
    assert (source.published, source.published_basis) == (date(2024, 1, 15), "sidecar")


def test_sidecar_beats_front_matter(read: Reader) -> None:
    page = f"---\npublisher: The Herald\nauthor: Ann Grey\n---\n\n# Treaty\n\n{PAGE}"
    source = read(page, sidecar="publisher: The Post", name="river.md").source
    assert (source.publisher, source.author) == ("The Post", "Ann Grey")


@pytest.mark.parametrize(
    ("front_matter", "problem"),
    [("published: soon", "'published'"), ("title: [", "front matter"), ("reliability: 1", "'reliability'")],
)
def test_slip_in_front_matter(read: Reader, front_matter: str, problem: str) -> None:
    with pytest.raises(ArticleError, match=problem) as caught:
        read(f"---\n{front_matter}\n---\n\n# Treaty\n", name="river.md")
    assert "river.md" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_source_of_another_program_need_not_be_an_address(read: Reader) -> None:
    assert read("---\nsource: a friend\n---\n\n# Treaty\n\nThe two signed it.\n", name="river.md").source.url is None
