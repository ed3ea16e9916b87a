"""A folder with articles in several languages, and settings that name language pipelines."""

from pathlib import Path

import pytest

from generator.model import Article, Distillate
from generator.workspace import InputError, Progress, Settings, Workspace, build_brief
from generator.yamlfiles import YamlError, read_model

GERMAN = (
    "Die Minister haben sich nicht geeinigt\n\nDie Minister der beiden Staaten haben sich am Montag nicht auf ein "
    "Abkommen über die Grenze geeinigt, das sie in der nächsten Woche mit den anderen unterzeichnen wollten.\n"
)


class Listener(Progress):
    """Remembers the notes."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def note(self, line: str) -> None:
        self.notes.append(line)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """One German article."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "grenze.txt").write_text(GERMAN, encoding="utf-8")
    return Workspace(tmp_path)


def test_an_article_that_cannot_be_read_is_a_source_and_every_run_names_it(workspace: Workspace) -> None:
    line = "grenze.txt: This article is in German, which cannot be read here: no fact was drawn from it."
    for _ in range(2):
        listener = Listener()
        brief = build_brief(workspace, listener)
        assert listener.notes == [line]
        assert [(source.language, f"grenze.txt: {source.notice}") for source in brief.sources] == [("de", line)]
        assert (brief.actors, brief.events, brief.statements) == ([], [], [])
    assert "This article is in German" in (workspace.distilled / "articles" / "grenze.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("pipelines: {de: no_such_pipeline}", "pipelines: de: no spaCy pipeline “no_such_pipeline” is installed"),
        ("pipeline: no_such_pipeline", "pipeline: no spaCy pipeline “no_such_pipeline” is installed"),
    ],
)
def test_a_pipeline_that_is_not_there_is_one_line(workspace: Workspace, settings: str, words: str) -> None:
    (workspace.data / "brief.yml").write_text(settings + "\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        build_brief(workspace)
    [fault] = caught.value.faults
    assert fault.startswith(f"{workspace.data / 'brief.yml'}: {words}")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("pipelines: {en: en_core_web_md}", "English has its own field, pipeline"),
        ("pipelines: {German: de_core_news_md}", "'German' is no code of a language"),
        ("pipelines: de_core_news_md", "pipelines"),
    ],
)
def test_a_pipeline_is_named_by_the_code_of_its_language(tmp_path: Path, settings: str, words: str) -> None:
    path = tmp_path / "brief.yml"
    path.write_text(settings + "\n", encoding="utf-8")
    with pytest.raises(YamlError, match=words):
        read_model(path, Settings)


def test_the_same_article_in_two_files_is_told_by_the_run_and_in_yaml(workspace: Workspace) -> None:
    for name in ("one", "two"):
        (workspace.articles / f"{name}.txt").write_text("Ferry sinks\n\nA ferry sank off Tarsk.\n", encoding="utf-8")
    listener = Listener()
    brief = build_brief(workspace, listener, lambda article: Distillate(source=article.source))
    assert [source.files for source in brief.sources] == [[], ["one.txt", "two.txt"]]
    assert listener.notes == ["two.txt: is the same article as one.txt (same text); the two are one source"]
    head = (workspace.distilled / "brief.yml").read_text("utf-8")
    assert "files:\n" in head
    assert "two.txt" in head


def test_a_corrected_version_supersedes_the_earlier_and_both_stay_on_disk(workspace: Workspace) -> None:
    def distilled(article: Article) -> Distillate:
        return Distillate(source=article.source)

    for name, number in (("one", "Six"), ("two", "Eight")):
        text = f"Ferry sinks\n\n{number} people drowned when a ferry sank off Tarsk on Monday.\n"
        (workspace.articles / f"{name}.txt").write_text(text, encoding="utf-8")
    (workspace.articles / "two.meta.yml").write_text("supersedes: one.txt\n", encoding="utf-8")
    brief = build_brief(workspace, distiller=distilled)
    [source] = [source for source in brief.sources if source.earlier]
    assert (source.path, source.earlier[0].path, source.stands_for) == ("two.txt", "one.txt", ["one"])
    assert (workspace.distilled / "articles" / "one.yml").is_file()
