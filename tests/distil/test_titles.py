"""Titles read as sentences of a timeline: short, in the present tense, with names, whole to the last word."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.distil.wording import joined, shorten, third_person

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]

LOOSE = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "its", "of", "on", "or", "that", "the", "to", "with"}

LONG = [
    "Prime Minister Lena Hartwig announced on Monday that Norland would close the border with Sudia, the airport of "
    "Brenholm and all the ports on the coast in the following weeks.",
    "Two years ago, Norland and Sudia signed an accord that bans weapons on the border between the two countries and "
    "provides for joint patrols of the strait, the harbours and the islands.",
    "Norland imposed sanctions on Corvane Energy, Halden Marine, the state bank of Sudia and eleven members of the "
    "government, of the army and of the secret service of the neighbouring country.",
    "The trade accord was signed on Tuesday by Foreign Minister Lena Hartwig of Norland and President Tomas Okeru of "
    "Sudia in the presence of the ministers of finance, of defence and of the interior.",
    "Sudia's parliament approved the treaty on the protection of the fisheries, the reefs and the sandbanks of the "
    "southern strait with the votes of all the parties of the opposition and of the government.",
    '"We urge Norland to withdraw every single soldier from the disputed islands, from the southern part of the strait '
    'and from the port," President Tomas Okeru of Sudia said.',
]


@pytest.mark.parametrize("sentence", LONG)
def test_a_long_sentence_gets_a_short_title_without_a_loose_end(told: Tell, sentence: str) -> None:
    for title in told(sentence).titles:
        assert len(title.split()) >= 3
        assert len(title) <= 90
        assert title[0].isupper()
        words = title.rstrip("”…")
        assert words[-1].isalnum()
        assert words.split()[-1].lower() not in LOOSE
        assert title.count('"') % 2 == 0


@pytest.mark.parametrize("sentence", LONG[1:5])
def test_a_long_sentence_has_its_title(told: Tell, sentence: str) -> None:
    assert told(sentence).titles


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Tomas Okeru has resigned as president of Sudia.", "Tomas Okeru resigns as president of Sudia"),
        ("Norland was attacked by Sudia.", "Norland is attacked by Sudia"),
        ("The sailors were freed.", "Sailors are freed"),
        ("Norland did not agree to the proposal.", "Norland does not agree to the proposal"),
        ("President Tomas Okeru of Sudia will visit Norland on Friday.", "Tomas Okeru visits Norland"),
        ("Norland has banned ships of Sudia from its ports.", "Norland bans ships of Sudia from its ports"),
    ],
)
def test_a_title_tells_it_in_the_present_tense(told: Tell, sentence: str, title: str) -> None:
    assert told(sentence).titles == [title]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Two sailors have drowned off Norland.", "Two sailors drown off Norland"),
        ("At least eight people were injured in Tarsk.", "At least eight people are injured in Tarsk"),
        ("Tomas Okeru has yet to concede.", "Tomas Okeru has yet to concede"),
        ("The talks between Norland and Sudia collapsed on Monday.", "The talks between Norland and Sudia collapse"),
        ("The epidemic began in Sudia in May.", "The epidemic begins in Sudia"),
        ("Norland imposed a curfew according to The Brenholm Post.", "Norland imposes a curfew"),
        (
            "Norland sent three hundred soldiers of the northern army to the disputed islands in the southern part of "
            "the strait despite protests from its allies.",
            "Norland sends three hundred soldiers of the northern army to the disputed islands",
        ),
        (
            "Norland expelled Pavel Drun, which Sudia criticised.",
            "Norland expels Pavel Drun",
        ),
    ],
)
def test_a_title_says_how_many_and_what_and_leaves_the_date_to_its_column(
    told: Tell, sentence: str, title: str
) -> None:
    assert title in told(sentence).titles


def test_relative_clauses_and_appositions_are_left_out(told: Tell) -> None:
    article = told("Norland, which lies on the coast, expelled Pavel Drun, who had been its guest for years.")
    assert article.event("expelled").title == "Norland expels Pavel Drun"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "Corvane Energy announced the Ministry of Public Order of Norland was performing an inquiry into the "
            "accounts of its banks and harbours.",
            "Corvane Energy announces the Ministry of Public Order of Norland was performing an inquiry",
        ),
        (
            "The Norland Party withdrew from using Governor Anna Berg of Brenholm province as their common candidate "
            "for the office of president of the republic.",
            "Norland Party withdraws from using Governor Anna Berg",
        ),
    ],
)
def test_a_title_is_not_cut_where_the_clause_says_nothing_yet(told: Tell, sentence: str, title: str) -> None:
    assert title in told(sentence).titles


def test_what_is_between_two_is_told_of_both(told: Tell) -> None:
    article = told(
        "Anna Berg is the governor of Norland.",
        "In July, Anna Berg facilitated a meeting between Tomas Okeru, the long-standing adviser of the president of "
        "Sudia and of his party, and the Ardanian official Mira Holt.",
    )
    assert "Anna Berg facilitates a meeting between Tomas Okeru and the Ardanian official" in article.titles


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            'Anna Berg told reporters, "Nobody can put pressure on me."',
            "Anna Berg tells reporters: “Nobody can put pressure on me",
        ),
        (
            'Anna Berg said, "[I]t is unfair to the sailors, and we still need to fight for their rights and pay now."',
            "Anna Berg says: “It is unfair to the sailors, and we still need to fight…”",
        ),
    ],
)
def test_words_that_somebody_said_stand_in_quotation_marks(told: Tell, sentence: str, title: str) -> None:
    assert any(each.startswith(title) for each in told("Anna Berg is the governor of Norland.", sentence).titles)


def test_what_a_state_has_its_name_on_is_not_the_state(told: Tell) -> None:
    article = told("Norland protests continue through police opposition.", headline="Norland protests continue")
    assert all(not title.startswith("Norland continues") for title in article.titles)
    assert any(title.startswith("Norland protests") for title in article.titles)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Hence the sailors' seats increased from nine to ten.", "The sailors' seats increase from nine to ten"),
        ("These facilities were chosen by Corvane Energy on Monday.", "These facilities are chosen by Corvane Energy"),
        ("Norland has been waging a war against Sudia for years.", "Norland wages a war against Sudia"),
    ],
)
def test_a_title_reads_as_a_clause_of_its_own(told: Tell, sentence: str, title: str) -> None:
    assert any(each.startswith(title) for each in told(sentence).titles), told(sentence).titles


def test_protests_of_protesters_are_named_once(told: Tell) -> None:
    article = told("The law was passed after last week's protests by Norland protesters in Karsk.")
    assert "Protests by Norland protesters in Karsk" in article.titles
    told_late = told("Norland protesters have been out since May. The bill was dropped after last week's protests.")
    assert not any("protesters protest" in title for title in told_late.titles), told_late.titles


def test_a_title_counts_whom_it_names(told: Tell) -> None:
    article = told("Anna Berg is the governor of Norland.", "She and her family received violent threats on Monday.")
    assert any(title.startswith("Anna Berg receives violent threats") for title in article.titles)


def test_a_pronoun_becomes_a_name(told: Tell) -> None:
    article = told("Pavel Drun led the protest in Tarsk. The police of Sudia arrested him on Monday.")
    assert article.event("arrested").title == "Sudia police arrest Pavel Drun"


def test_ids_tell_the_titles(told: Tell) -> None:
    article = told("Norland closed its port on Monday.")
    assert [event.id for event in article.distillate.events] == ["norland-closes-its-port"]


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("visit", "visits"),
        ("be", "is"),
        ("go", "goes"),
        ("crush", "crushes"),
        ("deny", "denies"),
        ("deploy", "deploys"),
    ],
)
def test_third_person(lemma: str, form: str) -> None:
    assert third_person(lemma) == form


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["Norland"], "Norland"),
        (["Norland", "Sudia"], "Norland and Sudia"),
        (["Norland", "Sudia", "Vestria"], "Norland, Sudia and Vestria"),
        (["Norland", "Sudia", "Vestria", "Merrin", "Halden"], "Norland, Sudia, Vestria and 2 others"),
    ],
)
def test_names_are_listed_or_counted(names: list[str], text: str) -> None:
    assert joined(names) == text


@pytest.mark.parametrize(
    ("phrases", "limit", "text"),
    [
        (["the border", "in May"], 20, "the border in May"),
        (["the border", "with the neighbouring country"], 20, "the border"),
        (["the ships of the fleet and of the coast guard"], 30, "the ships of the fleet"),
        (["the so-called “harbour of the seven winds”"], 30, "the so-called harbour"),
    ],
)
def test_phrases_are_joined_while_they_fit_and_cut_before_a_loose_end(
    phrases: list[str], limit: int, text: str
) -> None:
    assert shorten(phrases, limit) == text


def test_what_a_plan_includes_is_titled_without_the_plan(told: Tell) -> None:
    article = told("The plan of Norland includes deploying 200 soldiers to the border.")
    assert article.event("deploying").title == "Deploying 200 soldiers to the border"
