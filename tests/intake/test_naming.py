"""The names that added files get."""

import re
from datetime import date
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.naming import LONGEST, candidates, stem


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ministers meet in Lorvik", "ministers-meet-in-lorvik"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\system32", "c-windows-system32"),
        (".hidden", "hidden"),
        ("CON", "article-con"),
        ("com1", "article-com1"),
        ("ReadMe", "article-readme"),
        ("…", "article"),
        ("Министры встретились", "ministry-vstretilis"),
        ("Tax & customs", "tax-customs"),
    ],
)
def test_a_name_is_made_from_the_title(title: str, name: str) -> None:
    assert stem(title) == name


def test_the_day_comes_first() -> None:
    assert stem("Ministers meet", date(2024, 6, 19)) == "2024-06-19-ministers-meet"
    assert stem("CON", date(2024, 6, 19)) == "2024-06-19-con"
    assert stem("…", date(2024, 6, 19)) == "2024-06-19-article"


def test_a_long_title_is_cut_between_words() -> None:
    title = "Ministers of both states meet in Lorvik to talk about the ferries over the sound and what they may charge"
    name = stem(title, date(2024, 6, 19))
    assert name == "2024-06-19-ministers-of-both-states-meet-in-lorvik-to-talk-about-the"
    assert len(name) <= LONGEST + len("2024-06-19-")


def test_further_files_of_a_name_are_numbered() -> None:
    assert list(islice(candidates("a"), 3)) == ["a", "a-2", "a-3"]


@given(st.text(), st.none() | st.dates())
def test_no_title_makes_a_name_that_leads_anywhere(title: str, day: date | None) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", stem(title, day))
