"""The distillate of an article as a whole: exact, complete and the same every time, whatever stands in the text."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.distil import distil
from generator.language import Pipeline
from generator.model import Article, Distillate, Evidence

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]
type Write = Callable[..., Article]

SENTENCES = [
    "Norland and Sudia signed an accord on Tuesday.",
    "President Tomas Okeru’s visit to Norland {} began on Monday.",
    "{} Thousands of protesters marched through Brenholm {} on Saturday.",
    "“We will not sign,” said Foreign Minister Lena Hartwig {} of Norland.",
    "The government of {} closed the border with Sudia on 3 June, a minister said.",
    "Norland may impose sanctions on {}, Lena Hartwig told reporters.",
    "It is unclear whether {} will attend the talks.",
    "Police arrested {} on Monday. The following day, they released him.",
    "{}",
]
FOREIGN = [
    "🚢",
    "👩🏽‍⚖️",
    "🇳🇴",
    "Jose\u0301 Zu\u0308rn",
    "e\u0301\u0323\u0302",
    "北京",
    "金正恩",
    "القاهرة",
    "תל אביב",
    "\u200fשלום\u200e",
    "ﬁnance",
    "İstanbul",
    "\u00a0",
    "\u200b",
    "Ωmega",
    "𝒳",
    "—",
    "“",
    "(",
    "…",
    "Müller-Lüdenscheidt",
    "x" * 200,
]


def evidence_of(distillate: Distillate) -> Iterator[Evidence]:
    """Every piece of evidence in a distillate."""
    for actor in distillate.actors:
        yield from actor.evidence
        yield from (evidence for role in actor.roles for evidence in role.evidence)
    for agreement in distillate.agreements:
        yield from agreement.evidence
        yield from (evidence for provision in agreement.provisions for evidence in provision.evidence)
    yield from (evidence for event in distillate.events for evidence in event.evidence)
    yield from (evidence for question in distillate.questions for evidence in question.evidence)
    yield from (evidence for statement in distillate.statements for evidence in statement.evidence)


def ids_of(distillate: Distillate) -> list[list[str]]:
    """The ids of each kind of thing."""
    kinds = (distillate.actors, distillate.events, distillate.agreements, distillate.questions, distillate.statements)
    return [[item.id for item in kind] for kind in kinds]


@st.composite
def paragraphs(draw: st.DrawFn) -> list[str]:
    """News in which words of other scripts, signs and pictures stand where names do."""
    words = st.lists(st.sampled_from(FOREIGN), min_size=1, max_size=2).map(" ".join)
    texts = draw(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), min_size=1, max_size=4))
    filled = [" ".join(s.format(*[draw(words)] * s.count("{}")) for s in sentences).strip() for sentences in texts]
    return [text for text in filled if text] or ["Norland closed its port."]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(texts=paragraphs())
def test_whatever_the_script_every_quote_is_exact(pipeline: Pipeline, write: Write, texts: list[str]) -> None:
    article = write(*texts)
    text = article.source.text
    distillate = distil(article, pipeline)
    for evidence in evidence_of(distillate):
        assert text[evidence.start : evidence.end] == evidence.quote
        assert evidence.quote == evidence.quote.strip()
        if evidence.trigger_start is not None and evidence.trigger_end is not None:
            assert evidence.start <= evidence.trigger_start < evidence.trigger_end <= evidence.end
    for ids in ids_of(distillate):
        assert len(set(ids)) == len(ids)
        assert all(ids)
    for event in distillate.events:
        assert len(event.title) <= 90
        assert event.title == event.title.strip()
        assert event.evidence


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(text=st.text(min_size=1, max_size=120).map(str.strip).filter(bool))
def test_text_that_is_no_prose_is_read_without_fault(pipeline: Pipeline, write: Write, text: str) -> None:
    article = write(" ".join(text.split("\n\n")))
    for evidence in evidence_of(distil(article, pipeline)):
        assert article.source.text[evidence.start : evidence.end] == evidence.quote


STORIES = [
    (
        "President Tomas Okeru of Sudia met Prime Minister Lena Hartwig in Brenholm on Tuesday.",
        "The two leaders signed an accord. “It ends the dispute,” Okeru said.",
        "Whether the parliament of Sudia will approve the accord is unclear.",
    ),
    (
        "Police arrested Marta Quill, a journalist, on Monday. Norland condemned the arrest.",
        "Corvane Energy, which employs her brother, declined to comment.",
    ),
    (
        "Norland may impose sanctions on Corvane Energy, Foreign Minister Lena Hartwig said on Wednesday.",
        "Norland and Sudia signed an accord on the strait in May 2030.",
    ),
]


@pytest.mark.parametrize("paragraphs_told", STORIES)
def test_distilling_twice_gives_the_same(pipeline: Pipeline, write: Write, paragraphs_told: tuple[str, ...]) -> None:
    article = write(*paragraphs_told)
    assert distil(article, pipeline) == distil(article, pipeline)


def test_what_was_distilled_before_makes_no_difference(pipeline: Pipeline, write: Write) -> None:
    articles = [write(*paragraphs_told) for paragraphs_told in STORIES]
    forwards = [distil(article, pipeline) for article in articles]
    backwards = [distil(article, pipeline) for article in reversed(articles)]
    assert forwards == backwards[::-1]


def test_distilling_does_not_change_the_article(pipeline: Pipeline, write: Write) -> None:
    article = write(*STORIES[0])
    before = article.model_copy(deep=True)
    assert distil(article, pipeline).source == before.source
    assert article == before


def test_everything_refers_to_actors_that_are_there(told: Tell) -> None:
    distillate = told(*(sentence for paragraphs_told in STORIES for sentence in paragraphs_told)).distillate
    actors = {actor.id for actor in distillate.actors}
    assert {part.actor for event in distillate.events for part in event.participants} <= actors
    assert {statement.speaker for statement in distillate.statements if statement.speaker} <= actors
    assert {party for agreement in distillate.agreements for party in agreement.parties} <= actors
    assert {role.of for actor in distillate.actors for role in actor.roles if role.of} <= actors
    assert len(distillate.events) >= 5


def test_an_article_of_one_word_says_nothing(told: Tell) -> None:
    distillate = told("Hello.", headline="Hello").distillate
    assert (distillate.events, distillate.agreements, distillate.statements) == ([], [], [])


def test_an_undated_article_is_read_without_relative_dates(pipeline: Pipeline, write: Write) -> None:
    article = write("Norland closed its port on Monday.", "Norland and Sudia signed the accord on 4 June 2030.")
    article.source.published = None
    closing, signing = distil(article, pipeline).events
    assert closing.date is None
    assert signing.date is not None
    assert signing.date.start.isoformat() == "2030-06-04"
