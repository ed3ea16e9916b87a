"""The examples in the documentation are accepted by the program they document."""

import re
import tomllib
from pathlib import Path

import pytest

from generator.articles import read_article
from generator.intake.taken import Taken
from generator.model import Actor, Agreement, Brief, Event, Model, Question, Source, Statement, Topic
from generator.workspace import Settings
from generator.yamlfiles import read_model

ABOUT = Path(__file__).parents[2] / "docs" / "about"


def examples(page: str, language: str) -> list[str]:
    """The code blocks of a page."""
    return re.findall(rf"```{language}\n(.*?)```", (ABOUT / page).read_text(encoding="utf-8"), re.DOTALL)


def test_the_description_of_an_article_can_be_written_like_that(tmp_path: Path) -> None:
    _, description, settings = examples("articles.md", "yaml")
    article = tmp_path / "leaders-sign-treaty.txt"
    article.write_text("Heads meet\n\nThe two leaders signed a treaty on Tuesday, officials said.\n", encoding="utf-8")
    article.with_name("leaders-sign-treaty.meta.yml").write_text(description, encoding="utf-8")
    source = read_article(article, tmp_path).source
    assert (source.title, source.publisher, source.reliability) == ("Leaders sign treaty", "The Harbour Courier", "B")
    assert (str(source.published), source.published_basis) == ("2024-06-19", "sidecar")
    (tmp_path / "brief.yml").write_text(settings, encoding="utf-8")
    assert read_model(tmp_path / "brief.yml", Settings).title == "Harbour strike"


def test_what_was_taken_from_feeds_looks_like_that(tmp_path: Path) -> None:
    taken, _, _ = examples("articles.md", "yaml")
    (tmp_path / "feeds.yml").write_text(taken, encoding="utf-8")
    assert Taken(tmp_path).has("https://example.org/rss.xml") == {"https://example.org/news/ministers-meet.html"}


@pytest.mark.parametrize("model", [Source, Actor, Event, Agreement, Question, Statement, Topic, Brief])
def test_the_data_format_names_every_field(model: type[Model]) -> None:
    words = set(re.findall(r"\w+", (ABOUT / "format.md").read_text(encoding="utf-8")))
    assert set(model.model_fields) <= words


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ABOUT.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [project["project"]["dependencies"], *project["dependency-groups"].values()]
    needed = {re.split(r"[<>=!~;\[ ]", requirement)[0].lower() for group in groups for requirement in group}
    rows = re.findall(
        r"^\| ([a-z][a-z0-9, -]*) \| .+ \| .+ \|$", (ABOUT / "parts.md").read_text(encoding="utf-8"), re.M
    )
    explained = {name for row in rows for name in row.split(", ")} - {"package"}
    assert explained == needed
