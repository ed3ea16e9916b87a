"""What every run in a process of its own needs, loaded once: the process that they are forked from imports this."""

import re
import tempfile
from pathlib import Path

import generator.language
from generator.check import check_pages
from generator.language import Pipeline, load_pipeline
from generator.model import Actor, Article, Distillate, Evidence, Kind
from generator.render.rendering import render
from generator.workspace import Workspace, build_brief

_PIPELINE = load_pipeline()
_ARTICLE = "Norland visited Sudia\n\n3 May 2030\n\nNorland and Sudia signed an agreement on Friday, Anna Berg said.\n"


def _loaded(name: str | None = None) -> Pipeline:
    return _PIPELINE


generator.language.load_pipeline = _loaded


def capitalised(article: Article) -> Distillate:
    """Takes every capitalised word of five letters or more for a group."""
    found = {match[0]: match for match in re.finditer(r"\b[A-Z][a-z]{4,}\b", article.source.text)}
    actors = [
        Actor(
            id=name.lower(),
            name=name,
            kind=Kind.GROUP,
            evidence=[Evidence(source=article.source.id, start=match.start(), end=match.end(), quote=name)],
        )
        for name, match in found.items()
    ]
    return Distillate(source=article.source, actors=actors)


def load_all() -> None:
    """Makes one brief and its pages, so that what is imported when it is first needed is there."""
    with tempfile.TemporaryDirectory() as folder:
        data, docs = Path(folder, "data"), Path(folder, "docs")
        for name in ("first", "second"):
            (data / "articles").mkdir(parents=True, exist_ok=True)
            (data / "articles" / f"{name}.txt").write_text(_ARTICLE, encoding="utf-8")
        brief = build_brief(Workspace(data))
        render(brief, docs)
        check_pages(docs, brief)
