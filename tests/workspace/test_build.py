"""A data folder from outside: what is written, what is left alone, what a person is told.

The distiller here is a small one that finds capitalised words, so that these tests are about the folder alone.
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from generator.model import Actor, Article, Distillate, Evidence, Kind
from generator.workspace import InputError, Progress, Workspace, build_brief
from generator.yamlfiles import read_model


class Listener(Progress):
    """Remembers what a person would have seen."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.notes: list[str] = []

    def distilled(self, path: str) -> None:
        self.done.append(path)

    def note(self, line: str) -> None:
        self.notes.append(line)


def capitalised(article: Article) -> Distillate:
    """Takes every capitalised word of five letters or more for a group."""
    text = article.source.text
    actors = [
        Actor(
            id=match[0].lower(),
            name=match[0],
            kind=Kind.GROUP,
            evidence=[Evidence(source=article.source.id, start=match.start(), end=match.end(), quote=match[0])],
        )
        for match in {match[0]: match for match in re.finditer(r"\b[A-Z][a-z]{4,}\b", text)}.values()
    ]
    return Distillate(source=article.source, actors=actors)


def build(workspace: Workspace) -> Listener:
    """Builds, and returns what was said meanwhile."""
    listener = Listener()
    build_brief(workspace, listener, capitalised)
    return listener


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def article(title: str, body: str) -> str:
    """The text of an article as people save it."""
    return f"{title}\n\n3 May 2030\n\n{body}\n\nThe talks will go on next week in the same place, officials said.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two articles and a title."""
    data = tmp_path / "data"
    (data / "articles").mkdir(parents=True)
    (data / "brief.yml").write_text("title: Harbour talks\n", encoding="utf-8")
    harbour = article(
        "Ministers meet at the harbour", "The ministers of Ardania and Belmor met at the harbour on Friday."
    )
    strike = article("Dockers go on strike", "Dockers in the port of Lorvik walked out on Thursday, their union said.")
    (data / "articles" / "harbour.txt").write_text(harbour, encoding="utf-8")
    (data / "articles" / "strike.txt").write_text(strike, encoding="utf-8")
    return Workspace(data)


def test_each_article_and_all_of_them_together_become_yaml(workspace: Workspace) -> None:
    build(workspace)
    names = set(bytes_of(workspace.distilled))
    assert {"articles/harbour.yml", "articles/strike.yml", "actors.yml", "events.yml", "brief.yml"} <= names
    harbour = read_model(workspace.distilled / "articles" / "harbour.yml", Distillate)
    assert {"Ardania", "Belmor"} <= {actor.name for actor in harbour.actors}
    assert "title: Harbour talks" in (workspace.distilled / "brief.yml").read_text(encoding="utf-8")


def test_each_file_says_where_corrections_belong(workspace: Workspace) -> None:
    build(workspace)
    for path in workspace.distilled.rglob("*.yml"):
        first_line = path.read_text(encoding="utf-8").splitlines()[0]
        link = re.search(r"corrections belong in (\S+)", first_line)
        assert link
        assert (path.parent / link[1]).resolve() == workspace.curation.resolve()


def test_a_second_run_distils_nothing_and_changes_no_byte(workspace: Workspace) -> None:
    assert build(workspace).done == ["harbour.txt", "strike.txt"]
    before = bytes_of(workspace.distilled)
    stamps = {path: path.stat().st_mtime_ns for path in workspace.distilled.rglob("*")}
    assert build(workspace).done == []
    assert bytes_of(workspace.distilled) == before
    assert {path: path.stat().st_mtime_ns for path in workspace.distilled.rglob("*")} == stamps


def test_the_second_run_returns_the_same_brief(workspace: Workspace) -> None:
    assert build_brief(workspace, distiller=capitalised) == build_brief(workspace, distiller=capitalised)


def test_only_the_changed_article_is_distilled_again(workspace: Workspace) -> None:
    build(workspace)
    path = workspace.articles / "strike.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("Lorvik", "Astolia"), encoding="utf-8")
    assert build(workspace).done == ["strike.txt"]
    assert "Astolia" in (workspace.distilled / "actors.yml").read_text(encoding="utf-8")
    assert "Lorvik" not in (workspace.distilled / "actors.yml").read_text(encoding="utf-8")


def test_a_sidecar_changes_its_article_alone(workspace: Workspace) -> None:
    build(workspace)
    (workspace.articles / "strike.meta.yml").write_text("publisher: The Merrin Courier\n", encoding="utf-8")
    assert build(workspace).done == ["strike.txt"]
    strike = read_model(workspace.distilled / "articles" / "strike.yml", Distillate)
    assert strike.source.publisher == "The Merrin Courier"


def test_deleted_results_come_back_byte_for_byte(workspace: Workspace) -> None:
    build(workspace)
    before = bytes_of(workspace.distilled)
    shutil.rmtree(workspace.distilled)
    build(workspace)
    assert bytes_of(workspace.distilled) == before
    shutil.rmtree(workspace.distilled)
    shutil.rmtree(workspace.cache)
    build(workspace)
    assert bytes_of(workspace.distilled) == before


def test_the_same_articles_give_the_same_bytes_elsewhere(workspace: Workspace, tmp_path: Path) -> None:
    build(workspace)
    other = Workspace(tmp_path / "elsewhere")
    other.articles.mkdir(parents=True)
    for path in sorted(workspace.articles.iterdir(), reverse=True):
        (other.articles / path.name).write_bytes(path.read_bytes())
    (other.data / "brief.yml").write_text("title: Harbour talks\n", encoding="utf-8")
    build(other)
    assert bytes_of(other.distilled) == bytes_of(workspace.distilled)


def test_a_removed_article_takes_its_yaml_along(workspace: Workspace) -> None:
    build(workspace)
    (workspace.articles / "strike.txt").unlink()
    build(workspace)
    assert [path.name for path in (workspace.distilled / "articles").iterdir()] == ["harbour.yml"]
    assert "Lorvik" not in (workspace.distilled / "actors.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["actors.yml", "articles/harbour.yml"])
def test_an_edit_by_hand_is_kept_beside_and_pointed_out(workspace: Workspace, name: str) -> None:
    build(workspace)
    path = workspace.distilled / name
    written = path.read_text(encoding="utf-8")
    path.write_text(written + "# This is wrong!\n", encoding="utf-8")
    notes = build(workspace).notes
    assert path.read_text(encoding="utf-8") == written
    kept = path.with_name(f"{path.stem}.edited.yml")
    assert "This is wrong!" in kept.read_text(encoding="utf-8")
    assert len([note for note in notes if kept.name in note and "curation" in note]) == 1
    assert build(workspace).notes == []


def test_a_second_edit_does_not_replace_the_first(workspace: Workspace) -> None:
    for remark in ("first", "second"):
        build(workspace)
        with (workspace.distilled / "actors.yml").open("a", encoding="utf-8") as file:
            file.write(f"# {remark}\n")
    build(workspace)
    kept = sorted(path.read_text(encoding="utf-8") for path in workspace.distilled.glob("actors.edited*.yml"))
    assert [text.splitlines()[-1] for text in kept] == ["# first", "# second"]


def test_results_of_another_checkout_are_replaced_without_a_word(workspace: Workspace) -> None:
    build(workspace)
    shutil.rmtree(workspace.cache)
    path = workspace.articles / "strike.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("Lorvik", "Astolia"), encoding="utf-8")
    assert build(workspace).notes == []
    assert not list(workspace.distilled.rglob("*.edited*"))


def test_two_articles_of_one_name_have_addresses_of_their_own(workspace: Workspace) -> None:
    later = workspace.articles / "later"
    later.mkdir()
    text = article("Strike is over", "Dockers in Lorvik went back to work on Friday after a night of talks.")
    (later / "strike.txt").write_text(text, encoding="utf-8")
    brief = build_brief(workspace, distiller=capitalised)
    by_path = {source.path: source.id for source in brief.sources}
    assert len(set(by_path.values())) == 3
    assert {"harbour.txt", "strike.txt", "later/strike.txt"} == set(by_path)
    assert {f"{identifier}.yml" for identifier in by_path.values()} == {
        path.name for path in (workspace.distilled / "articles").iterdir()
    }
    assert build_brief(workspace, distiller=capitalised) == brief


BROKEN: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 20),
    "dangling link": lambda path: path.symlink_to("nowhere.txt"),
}


@pytest.mark.parametrize("kind", sorted(BROKEN))
def test_a_faulty_article_is_one_line_and_all_others_are_distilled(workspace: Workspace, kind: str) -> None:
    BROKEN[kind](workspace.articles / "broken.txt")
    for _ in range(2):
        with pytest.raises(InputError) as caught:
            build_brief(workspace, distiller=capitalised)
        assert len(caught.value.faults) == 1
        assert "broken.txt" in caught.value.faults[0]
        assert "\n" not in caught.value.faults[0]
        assert caught.value.brief
        assert len(caught.value.brief.sources) == 2
    assert {path.name for path in (workspace.distilled / "articles").iterdir()} == {"harbour.yml", "strike.yml"}


def test_a_name_that_is_no_text_is_a_fault_like_any_other(workspace: Workspace) -> None:
    (workspace.articles / "strike.txt").rename(workspace.articles / os.fsdecode(b"caf\xe9.txt"))
    with pytest.raises(InputError, match="rename it") as caught:
        build_brief(workspace, distiller=capitalised)
    assert caught.value.faults[0].isprintable()
    assert caught.value.brief
    assert [source.path for source in caught.value.brief.sources] == ["harbour.txt"]


def test_what_was_done_before_an_interruption_stays_done(workspace: Workspace) -> None:
    def interrupted(article: Article) -> Distillate:
        if article.source.path == "strike.txt":
            raise KeyboardInterrupt
        return capitalised(article)

    with pytest.raises(KeyboardInterrupt):
        build_brief(workspace, distiller=interrupted)
    assert build(workspace).done == ["strike.txt"]


def test_files_that_are_no_articles_are_named_and_left_alone(workspace: Workspace) -> None:
    (workspace.articles / "README.md").write_text("How to save an article.\n", encoding="utf-8")
    (workspace.articles / ".DS_Store").write_bytes(b"\0")
    (workspace.articles / "picture.png").write_bytes(b"\x89PNG")
    (workspace.articles / "gone.meta.yml").write_text("title: x\n", encoding="utf-8")
    listener = build(workspace)
    assert listener.done == ["harbour.txt", "strike.txt"]
    assert [note.split(": ")[0] for note in listener.notes] == [
        str(workspace.articles / "gone.meta.yml"),
        str(workspace.articles / "picture.png"),
    ]


def test_a_folder_without_articles_is_an_empty_brief_but_no_folder_is_a_fault(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "data")
    with pytest.raises(InputError, match="no such folder"):
        build_brief(workspace)
    assert not workspace.data.exists()
    workspace.articles.mkdir(parents=True)
    brief = build_brief(workspace)
    assert brief.title == "Intelligence brief"
    assert brief.generated is None
    assert brief.sources == []


def test_a_fault_in_the_settings_names_the_field(workspace: Workspace) -> None:
    (workspace.data / "brief.yml").write_text("tittle: Harbour talks\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"brief\.yml:1: tittle: unknown field"):
        build_brief(workspace, distiller=capitalised)


def test_the_brief_is_dated_by_its_newest_article(workspace: Workspace) -> None:
    (workspace.articles / "strike.meta.yml").write_text("published: 2030-05-09\n", encoding="utf-8")
    assert str(build_brief(workspace, distiller=capitalised).generated) == "2030-05-09"


def test_a_second_run_at_the_same_time_waits_and_says_so(workspace: Workspace) -> None:
    started, finish = Event(), Event()

    def slow(article: Article) -> Distillate:
        started.set()
        finish.wait(30)
        return capitalised(article)

    first = Thread(target=build_brief, args=(workspace, None, slow))
    first.start()
    assert started.wait(30)

    class Impatient(Listener):
        def note(self, line: str) -> None:
            super().note(line)
            finish.set()

    listener = Impatient()
    build_brief(workspace, listener, capitalised)
    first.join(30)
    assert [note for note in listener.notes if "another run is at work" in note]
    assert listener.done == []
