"""What an article leaves open: the question as it is worded, and the words that raise it."""

from collections.abc import Callable

import pytest

from tests.distil.conftest import Told

type Tell = Callable[..., Told]


def questions(told: Told) -> list[str]:
    return [question.text for question in told.distillate.questions]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        # what may come
        (
            "The pipeline could double Norland's exports to Sudia.",
            "Could the pipeline double Norland's exports to Sudia?",
        ),
        (
            "Reports spoke of the possibility of Norland meeting with Sudia in June.",
            "Will Norland meet Sudia in June?",
        ),
        ("There is a potential visit by Norland to Sudia.", "Will Norland visit Sudia?"),
        ("Norland plans to send engineers to Sudia.", "Will Norland send engineers to Sudia?"),
        ("Norland vowed to rebuild the bridge.", "Will Norland rebuild the bridge?"),
        (
            "If Norland votes to leave the union, Sudia would follow.",
            "Will Norland vote to leave the union?",
        ),
        # what is wanted
        ("Norland urged Sudia to release the sailors.", "Will Sudia release the sailors?"),
        ("Norland called for the border to be reopened.", "Will the border be reopened?"),
        ("Norland called for an investigation into the explosion.", "Will the explosion be investigated?"),
        ("Norland refused to extradite the admiral.", "Will Norland extradite the admiral?"),
        # what is said and not shown
        ("Norland claims that Sudia shelled the harbour.", "Did Sudia shell the harbour?"),
        ("Norland accused Sudia of sinking the ferry.", "Did Sudia sink the ferry?"),
        ("Norland denied that it sank the ferry.", "Did Norland sink the ferry?"),
        # what is not known yet
        ("It is unclear whether Norland will sign the accord.", "Will Norland sign the accord?"),
        ("Norland has yet to ratify the treaty.", "When will Norland ratify the treaty?"),
        ("No group claimed responsibility for the bombing.", "Who is responsible for the bombing?"),
        ("Norland did not disclose the price of the frigate.", "What is the price of the frigate?"),
        # what is being looked into
        (
            "Sudia opened an investigation into the collapse of the dam.",
            "What will an investigation into the collapse of the dam find?",
        ),
        ("The trial of the admiral is underway in Sudia.", "What will be the outcome of the trial of the admiral?"),
    ],
)
def test_what_a_sentence_leaves_open_is_asked(told: Tell, sentence: str, question: str) -> None:
    assert questions(told(sentence)) == [question]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland and Sudia signed a fishing treaty on Monday.",
        "This may be the beginning of a new chapter.",
        "Residents of the islands may freely move to Norland.",
    ],
)
def test_what_is_settled_or_mere_opinion_is_not_asked(told: Tell, sentence: str) -> None:
    assert questions(told(sentence)) == []


def test_a_plan_that_the_article_tells_as_done_is_not_asked(told: Tell) -> None:
    article = told("Norland planned to join the Harbour League.", "On Tuesday, Norland joined the Harbour League.")
    assert "Will Norland join the Harbour League?" not in questions(article)


def test_a_question_told_twice_is_asked_once_with_both_places(told: Tell) -> None:
    article = told("Norland urged Sudia to withdraw its fleet.", "Norland again urged Sudia to withdraw its fleet.")
    (question,) = article.distillate.questions
    assert [e.quote for e in question.evidence] == [
        "Norland urged Sudia to withdraw its fleet.",
        "Norland again urged Sudia to withdraw its fleet.",
    ]


def test_the_evidence_of_a_question_holds_the_words_that_open_it(told: Tell) -> None:
    article = told("After a week of storms, Norland said that it may close the canal.")
    (question,) = article.distillate.questions
    assert "may close the canal" in question.evidence[0].quote


def test_a_headline_asks_nothing_that_its_article_does_not(told: Tell) -> None:
    article = told("The council met on Monday.", headline="Norland could leave the union")
    assert questions(article) == []


def test_every_question_is_short_and_ends_as_a_question(told: Tell) -> None:
    long = (
        "the harbour, the canal, the old lighthouse, the customs house, the shipyards and the northern fisheries " * 3
    )
    article = told(f"Norland could hand over {long}to Sudia.", "Sudia plans to build a bridge.")
    texts = questions(article)
    assert texts
    assert all(len(text) <= 160 and text.endswith("?") and text[:1].isupper() for text in texts)


def test_a_question_knows_whom_it_is_about(told: Tell) -> None:
    article = told("Norland accused Sudia of smuggling rifles.")
    names = {actor.id: actor.name for actor in article.distillate.actors}
    assert {names[a] for a in article.distillate.questions[0].about} == {"Norland", "Sudia"}
