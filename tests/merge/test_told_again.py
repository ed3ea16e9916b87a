"""Stories of three articles each, in quite different words, from their text: what is one happening and what is not.

`told/*.yml` has the articles, groups of words that tell of one happening (`same`), pairs that do not (`apart`), and
whether the others answer a question of an article (`answered`).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles import read_article
from generator.distil import distil
from generator.language import Pipeline
from generator.merge import merge
from generator.model import Brief

TOLD = Path(__file__).parent / "told"


@dataclass
class Story:
    """A brief of one story, and what is known of it."""

    brief: Brief
    known: dict[str, Any]

    def event_told(self, article: str, words: str) -> str:
        """The id of the event that these words of an article tell."""
        (source,) = [source for source in self.brief.sources if source.path == f"{article}.txt"]
        start = source.text.index(words)
        for event in self.brief.events:
            for e in event.evidence:
                if e.source == source.id and e.trigger_start and start <= e.trigger_start < start + len(words):
                    return event.id
        raise AssertionError(f"{article}: no event is told by {words!r}")

    def statuses(self, article: str, words: str) -> set[str]:
        """The statuses of an article's questions with these words."""
        (source,) = [source for source in self.brief.sources if source.path == f"{article}.txt"]
        asked = [q for q in self.brief.questions if any(e.source == source.id for e in q.evidence)]
        return {question.status for question in asked if words in question.text}


@pytest.fixture(scope="module", params=sorted(path.stem for path in TOLD.glob("*.yml")))
def story(request: pytest.FixtureRequest, pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Story:
    known = yaml.safe_load((TOLD / f"{request.param}.yml").read_text(encoding="utf-8"))
    folder = tmp_path_factory.mktemp(request.param)
    distillates = []
    for name, article in known["articles"].items():
        path = folder / f"{name}.txt"
        path.write_text(f"{article['title']}\n{article['published']}\n\n{article['text']}", encoding="utf-8")
        distillates.append(distil(read_article(path, folder), pipeline))
    return Story(merge(distillates, request.param), known)


def test_what_is_told_again_is_one(story: Story) -> None:
    for group in story.known["same"]:
        assert len({story.event_told(article, words) for article, words in group}) == 1, group


def test_what_is_another_happening_stays_apart(story: Story) -> None:
    for first, second in story.known["apart"]:
        assert story.event_told(*first) != story.event_told(*second), (first, second)


def test_what_comes_of_it_answers_the_questions(story: Story) -> None:
    for article, words, answered in story.known["answered"]:
        assert story.statuses(article, words) == {"answered" if answered else "open"}, (article, words)
