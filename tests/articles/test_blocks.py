"""The paragraphs of an article: how lines become paragraphs, and what each paragraph is."""

from collections.abc import Callable

import pytest

from generator.model import Article

type Reader = Callable[..., Article]

PROSE = "The presidents of Norland and Sudland signed a treaty on Wednesday that ends a dispute of twenty years."


def paragraphs(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.source.text[block.start : block.end]) for block in article.blocks]


def test_kinds_of_paragraphs(read: Reader) -> None:
    article = read(
        f"Treaty signed in Norburg\n\n  • Water is shared.\n  • Troops leave.\n\nA Long Dispute\n\n{PROSE}\n\n"
        "What comes next?\n\n    It is now for the parliaments to say whether they agree with the treaty.\n"
    )
    assert paragraphs(article) == [
        ("headline", "Treaty signed in Norburg"),
        ("item", "Water is shared."),
        ("item", "Troops leave."),
        ("heading", "A Long Dispute"),
        ("prose", PROSE),
        ("heading", "What comes next?"),
        ("prose", "It is now for the parliaments to say whether they agree with the treaty."),
    ]


def test_hard_wrapped_lines_are_joined(read: Reader) -> None:
    article = read(
        "TREATY SIGNED IN NORBURG\n\n"
        "The presidents of Norland and Sudland signed a treaty on Wednesday that\n"
        "ends a dispute of twenty years over the waters of the river Lune, it was\n"
        "announced by officials of the two countries in the capital on Thursday,\n"
        "June 20, 2024.\n\n"
        "Parliaments of both countries have until May to ratify it. Neither of\n"
        "the presidents expects a refusal.\n"
    )
    assert [text for _, text in paragraphs(article)[1:]] == [
        "The presidents of Norland and Sudland signed a treaty on Wednesday that ends a dispute of twenty years over "
        "the waters of the river Lune, it was announced by officials of the two countries in the capital on Thursday, "
        "June 20, 2024.",
        "Parliaments of both countries have until May to ratify it. Neither of the presidents expects a refusal.",
    ]


def test_headline_right_above_wrapped_lines_is_not_part_of_them(read: Reader) -> None:
    article = read(
        "Norland conducted a test on the way to a satellite of its own - state news agency says\n"
        "NORBURG — Norland said a test it conducted on\nSunday was for the development of a satellite\n"
        "system, the state news agency reported on Monday.\n(Reporting by Jane Roe Editing by John Poe)\n"
    )
    assert paragraphs(article) == [
        ("headline", "Norland conducted a test on the way to a satellite of its own - state news agency says"),
        (
            "prose",
            "NORBURG — Norland said a test it conducted on Sunday was for the development of a satellite system, "
            "the state news agency reported on Monday.",
        ),
    ]


def test_long_lines_are_paragraphs_of_their_own(read: Reader) -> None:
    second = (
        "Parliaments of both countries have until May to ratify it, and neither of the presidents expects a refusal."
    )
    article = read(f"Treaty signed in Norburg\n\n{PROSE}\n{second}\n")
    assert paragraphs(article)[1:] == [("prose", PROSE), ("prose", second)]


def test_wrapped_item_is_one_item(read: Reader) -> None:
    article = read(
        f"Treaty signed in Norburg\n\n{PROSE}\n\n- Water is shared by\n  both sides.\n- Troops leave.\n\n{PROSE}\n"
    )
    assert ("item", "Water is shared by both sides.") in paragraphs(article)


def test_numbered_items_keep_their_numbers(read: Reader) -> None:
    article = read(f"Treaty signed in Norburg\n\n{PROSE}\n\n1. Water is shared.\n2. Troops leave.\n")
    assert paragraphs(article)[2:] == [("item", "1. Water is shared."), ("item", "2. Troops leave.")]


def test_dash_that_begins_a_quotation_is_no_bullet(read: Reader) -> None:
    article = read(
        f"Treaty signed in Norburg\n\n{PROSE}\n\n— We are glad, the president of Norland said on Wednesday.\n"
    )
    assert paragraphs(article)[-1] == ("prose", "— We are glad, the president of Norland said on Wednesday.")


def test_text_without_a_headline_is_titled_by_its_first_words(read: Reader) -> None:
    first = f"{PROSE} The talks had lasted nine years and were held in secret in a hotel by the sea."
    article = read(f"{first}\n\n{PROSE}\n")
    assert article.source.title.startswith("The presidents of Norland and Sudland")
    assert article.source.title.endswith("…")
    assert [kind for kind, _ in paragraphs(article)] == ["prose", "prose"]


def test_stated_title_heads_a_text_without_a_headline(read: Reader) -> None:
    first = f"{PROSE} The talks had lasted nine years and were held in secret in a hotel by the sea."
    article = read(first, sidecar="title: Treaty signed")
    assert paragraphs(article) == [("headline", "Treaty signed"), ("prose", first)]


@pytest.mark.parametrize(
    "title", ['The "Peaceful" Pact: What’s in It?', "Norland leaves bloc, citing 'security'", "Thousands protest"]
)
def test_title_is_printed_with_its_own_quotes(read: Reader, title: str) -> None:
    assert read(f"{title}\n2020-01-11\n\n{PROSE}\n").source.title == title


def test_short_headline_gives_way_to_the_one_above_the_date(read: Reader) -> None:
    page = f"Accessibility options\nNorland and Sudland sign treaty\nJune 19, 2024\n\n{PROSE}\n"
    assert read(page).source.title == "Norland and Sudland sign treaty"


def test_markdown(read: Reader) -> None:
    article = read(
        "# Treaty *signed*\n\nBy Jane Roe\n\n![The two presidents](a.jpg)\n\n"
        f"{PROSE} It was [expected](https://example.org)\nfor years &amp; **feared**.\n\n"
        "## Why now\n\n- Water is `scarce`.\n\n> We are glad, he said to the people.\n",
        name="river.md",
    )
    assert article.source.author == "Jane Roe"
    assert paragraphs(article) == [
        ("headline", "Treaty signed"),
        ("prose", f"{PROSE} It was expected for years & feared."),
        ("heading", "Why now"),
        ("item", "Water is scarce."),
        ("prose", "We are glad, he said to the people."),
    ]
