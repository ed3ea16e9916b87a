"""Credibility, confidence and the notes on sources, with their reasons in words."""

import re
from datetime import date

import pytest

from generator.assess.grading import grade
from generator.assess.weight import independent
from generator.model import Assessment, Brief, Reliability, Source, Status
from tests.assess.briefs import brief, event, report, source

WORDS = {"a": "Shells fell on Port Ilsa", "b": "Guns fired at Port Ilsa", "c": "Port Ilsa came under fire"}
LIKELIHOOD = re.compile(r"\b(likely|unlikely|probabl[ey]|improbable|chance|certain(ly)?|remote)\b", re.IGNORECASE)


def articles(ratings: str, tail: str = "") -> list[Source]:
    """Sources a, b, c, rated as the letters say."""
    rated: list[Reliability] = ["A", "B", "C", "D", "E", "F"]
    return [
        source(identifier, f"Headline\n\n{WORDS[identifier]}{tail}.", reliability=rated["ABCDEF".index(letter)])
        for identifier, letter in zip("abc", ratings, strict=False)
    ]


def weighed(ratings: str, status: Status = Status.OCCURRED, tail: str = "") -> Assessment:
    sources = articles(ratings, tail)
    told = event(sources, {one.id: WORDS[one.id] for one in sources}, status=status)
    (graded,) = grade(brief(sources, [told])).events
    assert graded.assessment
    return graded.assessment


@pytest.mark.parametrize(
    ("ratings", "credibility", "confidence"),
    [
        ("AB", 2, "high"),
        ("ABF", 1, "high"),
        ("BC", 2, "moderate"),
        ("CF", 2, "moderate"),
        ("FFF", 1, "moderate"),
        ("FD", 2, "moderate"),
        ("DE", 2, "low"),
        ("F", 3, "low"),
        ("E", 3, "low"),
        ("A", 3, "moderate"),
    ],
)
def test_grades_follow_the_number_of_origins_and_their_ratings(ratings: str, credibility: int, confidence: str) -> None:
    given = weighed(ratings)
    assert (given.credibility, given.confidence) == (credibility, confidence)


@pytest.mark.parametrize(
    ("ratings", "reason"),
    [
        ("F", "it is not corroborated: one source tells it, not rated yet"),
        ("B", "it has one origin only, rated B"),
        ("FFF", "three independent sources tell it, none of them rated yet"),
        ("BF", "two independent sources tell it, one of them rated B, the other not yet"),
        ("AB", "two independent sources tell it, and two or more of them are rated A or B"),
    ],
)
def test_the_reason_says_in_words_what_the_grade_rests_on(ratings: str, reason: str) -> None:
    given = weighed(ratings)
    assert given.confidence_reason == reason
    assert given.credibility_reason.endswith("tells it, and nothing contradicts it") is (len(ratings) == 1)


def test_an_allegation_of_one_source_cannot_be_judged() -> None:
    given = weighed("F", Status.ALLEGED)
    assert (given.credibility, given.confidence) == (6, "low")
    assert "allegation" in given.credibility_reason


def test_an_allegation_that_independent_sources_pass_on_is_possibly_true() -> None:
    assert weighed("FF", Status.ALLEGED).credibility == 3
    assert weighed("FF", Status.ALLEGED).confidence == "low"
    assert weighed("AB", Status.ALLEGED).confidence == "moderate"


def test_hearsay_is_graded_as_an_allegation() -> None:
    assert weighed("F", tail=", according to rumours").credibility == 6
    assert weighed("F", tail=", an official said on condition of anonymity").credibility == 6


def test_a_plan_is_graded_as_told() -> None:
    assert weighed("FF", Status.PLANNED).credibility == 2


@pytest.mark.parametrize(("deniers", "credibility"), [("b", 4), ("bc", 5)])
def test_what_another_source_denies_is_doubtful_and_improbable_if_more_sources_do(
    deniers: str, credibility: int
) -> None:
    sources = [
        source("a", "A\n\nNorland shelled the grain harbour.", published="2031-05-04"),
        source("b", "B\n\nNorland did not shell the grain harbour.", published="2031-05-04"),
        source("c", "C\n\nThere was fire, yet Norland did not shell the grain harbour.", published="2031-05-05"),
    ]
    title = "Norland shells the grain harbour"
    real = event(sources, {"a": "Norland shelled the grain harbour"}, title, agent="norland")
    words = dict.fromkeys(deniers, "did not shell the grain harbour")
    denied = event(sources, words, f"{title} denied", status=Status.DENIED, agent="norland")
    graded = {one.status: one for one in grade(brief(sources, [real, denied], actors="Norland")).events}
    against, other = graded[Status.OCCURRED].assessment, graded[Status.DENIED].assessment
    assert against
    assert other
    assert (against.credibility, against.confidence) == (credibility, "low")
    assert "contradict" in against.credibility_reason
    assert other.credibility == 4


def test_a_detail_on_which_sources_differ_bars_high_confidence_and_is_named() -> None:
    sources = articles("AB")
    reports = [report("a", "2031-05-02"), report("b", "2031-05-09")]
    told = event(sources, {"a": WORDS["a"], "b": WORDS["b"]}, reports=reports)
    (graded,) = grade(brief(sources, [told])).events
    assert graded.assessment
    assert (graded.assessment.credibility, graded.assessment.confidence) == (2, "moderate")
    assert graded.assessment.confidence_reason.endswith("; the sources differ on the date")


def test_relays_of_one_agency_are_one_source_by_name() -> None:
    sources = [
        source("a", "A\n\nShells fell on Port Ilsa, Reuters reported."),
        source("b", "B\n\nGuns fired at Port Ilsa, an official told Reuters."),
    ]
    told = event(sources, {"a": WORDS["a"], "b": WORDS["b"]})
    (graded,) = grade(brief(sources, [told])).events
    assert graded.assessment
    assert graded.assessment.credibility == 3
    assert graded.assessment.credibility_reason.startswith("two sources tell it on the account of Reuters")
    assert independent(graded) == 1


def test_a_fact_that_is_not_weighed_yet_counts_its_sources() -> None:
    sources = articles("FF")
    assert independent(event(sources, {"a": WORDS["a"], "b": WORDS["b"]})) == 2


def test_no_reason_holds_a_word_of_likelihood(strait: Brief) -> None:
    graded = grade(strait)
    given = [*(event.assessment for event in graded.events), *(pact.assessment for pact in graded.agreements)]
    assert all(given)
    reasons = {reason for one in given if one for reason in (one.credibility_reason, one.confidence_reason)}
    assert len(reasons) > 2
    assert not [reason for reason in reasons if LIKELIHOOD.search(reason)]


def test_grading_again_changes_nothing(strait: Brief) -> None:
    once = grade(strait)
    assert grade(once) == once


def test_a_source_is_described_in_a_sentence() -> None:
    text = (
        "Smoke lay over the old harbour at noon. The market stayed shut, and in the school by the tower nurses "
        "bandaged sailors who had jumped from a burning tug. A ferry took the last guests of the lighthouse inn to "
        "Sudia, where relatives were waiting on the quay with blankets."
    )
    sources = [
        source("a", f"First\n\n{text}", published="2031-06-19", publisher="Herald", author="Jonas Feld"),
        source("b", f"Second\n\n{text}"),
        source(
            "c", "Third\n\nShells fell, Reuters and KCNA reported. All is quiet, Reuters said.", published="2031-06-20"
        ),
    ]
    unknown = "by no named author, whose publisher is not known"
    assert [one.descriptor for one in grade(brief(sources)).sources] == [
        "News article of 19 June 2031 by Jonas Feld, published by Herald.",
        f"News article without a date {unknown}; nearly repeats the text of “First”.",
        f"News article of 20 June 2031 {unknown}; passes on reports of KCNA and Reuters.",
    ]


def test_the_date_of_a_file_is_told_as_such() -> None:
    dated = source("a", "A\n\nText.").model_copy(update={"published": date(2031, 6, 19), "published_basis": "file"})
    (graded,) = grade(brief([dated])).sources
    assert graded.descriptor
    assert "19 June 2031 (the date of its file)" in graded.descriptor


def test_the_source_summary_says_how_many_from_when_and_how_good() -> None:
    sources = [
        source("a", "A\n\nShells fell on Port Ilsa.", published="2031-05-02", publisher="Herald", reliability="B"),
        source("b", "B\n\nGuns fired at Port Ilsa, Reuters reported.", published="2031-05-09"),
        source("c", "C\n\nPort Ilsa came under fire."),
    ]
    told = event(sources, {"a": "Shells fell", "b": "Guns fired"})
    alone = event(sources, {"c": "came under fire"}, "Port Ilsa burns")
    assert grade(brief(sources, [told, alone])).source_summary == (
        "This brief rests on three news articles published between 2 May 2031 and 9 May 2031; one has no date of "
        "publication. One publisher is named, and of two articles the publisher is not known; an analyst has rated one "
        "of the three sources. One article passes on reports of Reuters; copies and relays of one report count as one "
        "origin. Of the two facts drawn from them, one has two or more independent origins."
    )


def test_a_brief_without_sources_has_no_summary() -> None:
    assert grade(Brief(title="Nothing")).source_summary is None
