"""Whatever an article says, it is distilled, and every piece of evidence is the very words at its place in the text."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from generator.articles import ArticleError, read_article
from generator.check import check_brief
from generator.composing import compose
from generator.distil import distil
from generator.language import Pipeline
from generator.model import Article, Distillate, Evidence
from generator.yamlfiles import load_yaml, model_to_yaml
from tests.fuzz.inputs import holds_for, news


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def article_of(folder: Path, text: str) -> Article | None:
    """A text as an article; None if it is none."""
    path = folder / "story.txt"
    path.write_bytes(text.encode())
    try:
        return read_article(path, folder)
    except ArticleError:
        return None


def evidence_in(value: Any) -> Iterator[Evidence]:
    """Every piece of evidence in a value."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from evidence_in(each)
    elif hasattr(value, "model_fields_set"):
        for name in type(value).model_fields:
            yield from evidence_in(getattr(value, name))


@holds_for(150, head=news(8), body=news(60))
def test_evidence_is_exact(folder: Path, pipeline: Pipeline, head: str, body: str) -> None:
    article = article_of(folder, f"{head}\n\n3 May 2030\n\n{body}\n")
    if article is None:
        return
    distillate = distil(article, pipeline)
    text = article.source.text
    assert distillate.source.text == text
    for evidence in evidence_in(distillate):
        assert text[evidence.start : evidence.end] == evidence.quote
        if evidence.trigger_start is not None:
            assert evidence.start <= evidence.trigger_start < (evidence.trigger_end or 0) <= evidence.end
    assert Distillate.model_validate(load_yaml(model_to_yaml(distillate))) == distillate


@holds_for(15, bodies=st.lists(news(40), min_size=2, max_size=4))
def test_a_brief_of_several_articles_is_sound(folder: Path, pipeline: Pipeline, bodies: list[str]) -> None:
    distillates = []
    for number, body in enumerate(bodies):
        article = article_of(folder, f"Norland visits Sudia\n\n3 May 2030\n\n{body}\n")
        if article is not None:
            source = article.source.model_copy(update={"id": f"story-{number}", "path": f"story-{number}.txt"})
            distillates.append(distil(article.model_copy(update={"source": source}), pipeline))
    composed = compose(distillates, "A brief", folder / "curation", folder / "editions")
    assert composed.faults == []
    assert check_brief(composed.brief) == []
