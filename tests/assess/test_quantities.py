"""Numbers and what they count, as articles tell them."""

import pytest

from generator.assess.quantities import quantities


def counted(text: str) -> list[tuple[str, float, float]]:
    return [(" ".join(q.counted), q.low, q.high) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "what", "low", "high"),
    [
        ("15 people were killed on Monday", "killed", 15, 15),
        ("The blast killed at least 12", "killed", 12, float("inf")),
        ("up to 30 injured", "injured", 0, 30),
        ("twenty-five sailors died", "killed sailor", 25, 25),
        ("a coastguard of 40 vessels", "vessel", 40, 40),
        ("forty vessels of the coastguard", "vessel", 40, 40),
        ("more than 1,240 tonnes of grain", "tonn", 1240, float("inf")),
        ("3,000 troops", "troop", 2500, 3500),
        ("about 20 trawlers", "trawler", 17, 23),
        ("$1.2 billion for the port", "money dollars", 1_150_000_000, 1_250_000_000),
        ("300 million crowns for the port", "money crowns", 250_000_000, 350_000_000),
    ],
)
def test_a_number_is_read_with_what_it_counts(text: str, what: str, low: float, high: float) -> None:
    ((told, lowest, highest),) = counted(text)
    assert (told, round(lowest), highest if highest == float("inf") else round(highest)) == (what, low, high)


def test_two_counts_of_one_sentence_are_kept_apart() -> None:
    assert counted("The shells killed 12 people and injured 30.") == [("killed", 12, 12), ("injured", 30, 30)]
    assert counted("12 dead and 30 wounded") == [("killed", 12, 12), ("injured", 30, 30)]


@pytest.mark.parametrize(
    "text",
    [
        "on 18 June 2031",
        "in 1953 the war ended",
        "the 2031 elections",
        "a 12-year-old boy",
        "Article 7 obliges both",
        "ten days’ notice",
        "71 percent of the votes",
        "five kilometres from the border",
        "the 3rd day",
        "the two countries",
    ],
)
def test_dates_ages_shares_and_ranks_are_no_counts(text: str) -> None:
    assert counted(text) == []


def test_the_words_of_a_count_are_those_of_the_text() -> None:
    text = "Shells killed at least 12 people in the harbour."
    (found,) = quantities(text)
    assert found.words == "at least 12 people"
    assert text[found.start : found.end] == found.words
