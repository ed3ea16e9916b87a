"""Whose words a report, a ruling or a statement carries."""

from collections.abc import Callable

import pytest

from tests.language.conftest import Read

type Reader = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("A report by the Harbour Workers Union says that the port is unsafe.", "Harbour Workers Union"),
        ("The Harbour Workers Union's report says that the port is unsafe.", "Harbour Workers Union"),
        (
            "A study published by the Harbour Workers Union suggests that the port is unsafe.",
            "Harbour Workers Union",
        ),
        ("An investigation by the Harbour Workers Union found no sign of fire.", "Harbour Workers Union"),
        ("A letter, signed by Ana Brandt, urged the mayor to resign.", "Ana Brandt"),
    ],
)
def test_the_phrase_of_a_document_names_its_author(read: Reader, text: str, author: str) -> None:
    assert read(text).speakers() == [author]


def test_the_complaint_is_theirs_who_sued(read: Reader) -> None:
    told = read(
        "The Harbour Workers Union sued the owners of the port on Monday.",
        "The port employs 300 people. The complaint notes that the cranes are rusty.",
    )
    assert told.speakers() == ["Harbour Workers Union"]


def test_a_proclamation_is_not_theirs_who_declared_something_in_passing(read: Reader) -> None:
    told = read(
        "Ana Brandt declared an emergency two days after the Harbour Workers Union declared a strike.",
        "The proclamation said that the port would be closed.",
    )
    assert told.speakers()[-1] == "Ana Brandt"


def test_government_reports_are_those_of_the_government_named_before(read: Reader) -> None:
    told = read(
        "The government of Japan closed two ports.", "According to government reports, twelve ships had been lost."
    )
    assert told.speakers() == ["Japan"]


def test_a_decision_speaks_for_the_court_before_it(read: Reader) -> None:
    assert read("A court decision says that the port has to close.").speakers() == ["court"]


def test_their_findings_are_not_theirs_who_stand_in_another_sentence(read: Reader) -> None:
    told = read(
        "Officials in Japan closed the port. The study was conducted by the Harbour Workers Union.",
        'The research team posted their findings online. "The port has been unsafe for years", reads the report.',
    )
    assert told.speakers()[-1] == "Harbour Workers Union"


def test_a_report_speaks_for_those_whom_the_article_calls_its_authors(read: Reader) -> None:
    told = read("The report's authors say that the port is unsafe. The report says that the cranes are rusty.")
    assert told.speakers()[-1] == "authors"


def test_posts_speak_for_the_site_on_which_they_stand(read: Reader) -> None:
    told = read(
        "The Harbour Workers Union wrote a post in May.",
        "Posts on the message board of Blackwater Quay Ltd theorized that the port had been attacked.",
    )
    assert told.speakers()[-1] == "Blackwater Quay Ltd"
