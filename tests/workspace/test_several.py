"""Files that hold several articles in a data folder: each record is a source, and only what changed is done again."""

import json
import os
from pathlib import Path

import pytest

from generator.model import Distillate
from generator.workspace import InputError, Workspace, build_brief
from generator.yamlfiles import read_model
from tests.articles.formats.test_crawl import answer, archive, page
from tests.articles.formats.test_crawl import record as crawled
from tests.workspace.test_build import build, bytes_of, capitalised


def record(title: str, body: str) -> str:
    """A line of a feed."""
    return json.dumps({"title": title, "text": f"{body} The talks will go on next week.", "date": "2030-05-03"})


HARBOUR = record("Ministers meet at the harbour", "The ministers of Ardania and Belmor met at the harbour on Friday.")
STRIKE = record("Dockers go on strike", "Dockers in the port of Lorvik walked out on Thursday, their union said.")
FERRY = record("Ferry runs again", "The ferry between Merrin and Lorvik runs again since Monday, its owner said.")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A feed of two articles."""
    workspace = Workspace(tmp_path / "data")
    workspace.articles.mkdir(parents=True)
    write(workspace, HARBOUR, STRIKE)
    return workspace


def write(workspace: Workspace, *lines: str) -> None:
    """Writes the feed."""
    (workspace.articles / "feed.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_each_record_is_a_source(workspace: Workspace) -> None:
    assert build(workspace).done == ["record 1 of feed.jsonl", "record 2 of feed.jsonl"]
    brief = build_brief(workspace, distiller=capitalised)
    assert {(source.id, source.path, source.record) for source in brief.sources} == {
        ("2030-05-03-ministers-meet-at-the-harbour", "feed.jsonl", 1),
        ("2030-05-03-dockers-go-on-strike", "feed.jsonl", 2),
    }
    assert {path.stem for path in (workspace.distilled / "articles").iterdir()} == {each.id for each in brief.sources}


def test_a_second_run_distils_nothing_and_changes_no_byte(workspace: Workspace) -> None:
    build(workspace)
    before = bytes_of(workspace.distilled)
    assert build(workspace).done == []
    assert bytes_of(workspace.distilled) == before


def test_only_changed_records_are_distilled_again(workspace: Workspace) -> None:
    build(workspace)
    write(workspace, HARBOUR, STRIKE.replace("Lorvik", "Astolia"), FERRY)
    assert build(workspace).done == ["record 2 of feed.jsonl", "record 3 of feed.jsonl"]
    actors = (workspace.distilled / "actors.yml").read_text(encoding="utf-8")
    assert "Astolia" in actors
    assert "Merrin" in actors


def test_records_that_only_move_are_not_distilled_again(workspace: Workspace, tmp_path: Path) -> None:
    build(workspace)
    write(workspace, FERRY, STRIKE, HARBOUR)
    assert build(workspace).done == ["record 1 of feed.jsonl"]
    harbour = workspace.distilled / "articles" / "2030-05-03-ministers-meet-at-the-harbour.yml"
    assert read_model(harbour, Distillate).source.record == 3
    assert build(workspace).done == []
    fresh = Workspace(tmp_path / "fresh")
    fresh.articles.mkdir(parents=True)
    write(fresh, FERRY, STRIKE, HARBOUR)
    build(fresh)
    assert bytes_of(fresh.distilled) == bytes_of(workspace.distilled)


def test_a_record_that_went_takes_its_yaml_along(workspace: Workspace) -> None:
    build(workspace)
    write(workspace, STRIKE)
    assert build(workspace).done == []
    assert [path.name for path in (workspace.distilled / "articles").iterdir()] == [
        "2030-05-03-dockers-go-on-strike.yml"
    ]


def test_records_of_one_title_keep_apart(workspace: Workspace) -> None:
    write(workspace, HARBOUR, HARBOUR.replace("Friday", "Sunday"), HARBOUR)
    brief = build_brief(workspace, distiller=capitalised)
    names = {path.stem for path in (workspace.distilled / "articles").iterdir()}
    base = "2030-05-03-ministers-meet-at-the-harbour"
    assert names == {base, f"{base}-2", f"{base}-3"}
    assert build(workspace).done == []
    assert build_brief(workspace, distiller=capitalised) == brief


def test_a_sidecar_changes_all_records(workspace: Workspace) -> None:
    build(workspace)
    (workspace.articles / "feed.jsonl.meta.yml").write_text("reliability: B\n", encoding="utf-8")
    listener = build(workspace)
    assert listener.done == ["record 1 of feed.jsonl", "record 2 of feed.jsonl"]
    assert listener.notes == []


def test_a_bad_record_is_one_line_and_the_others_are_distilled(workspace: Workspace) -> None:
    write(workspace, HARBOUR, "{", STRIKE)
    for _ in range(2):
        with pytest.raises(InputError) as caught:
            build_brief(workspace, distiller=capitalised)
        (fault,) = caught.value.faults
        assert "feed.jsonl: line 2: " in fault
        assert caught.value.brief
        assert {source.record for source in caught.value.brief.sources} == {1, 3}


def test_a_thousand_bad_records_are_a_few_lines(workspace: Workspace) -> None:
    write(workspace, HARBOUR, *["{"] * 1000)
    with pytest.raises(InputError) as caught:
        build_brief(workspace, distiller=capitalised)
    assert len(caught.value.faults) == 21
    assert "feed.jsonl: 980 more records are at fault; correct those above" in caught.value.faults[-1]


def test_articles_beyond_what_is_held_are_read_again(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    write(workspace, HARBOUR, "", STRIKE, FERRY)
    (workspace.articles / "port.txt").write_text("Port is open\n\nThe port of Lorvik is open.\n", encoding="utf-8")
    other = Workspace(workspace.data.with_name("other"))
    other.articles.mkdir(parents=True)
    for path in workspace.articles.iterdir():
        (other.articles / path.name).write_bytes(path.read_bytes())
    build(workspace)
    monkeypatch.setattr("generator.arrivals._HELD", 200)
    build(other)
    assert bytes_of(other.distilled) == bytes_of(workspace.distilled)


def test_a_page_of_a_crawl_that_is_no_article_is_not_read_twice(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    front = crawled("response", "https://courier.example/", answer(b"<html><body><a href=/x>News</a></body></html>"))
    (workspace.articles / "crawl.warc").write_bytes(archive(front, page()))
    assert build(workspace).done == ["record 3 of crawl.warc", "record 1 of feed.jsonl", "record 2 of feed.jsonl"]
    monkeypatch.setattr("generator.articles.formats.crawl.read_page", lambda *_: pytest.fail("read again"))
    assert build(workspace).done == []


def test_two_articles_with_one_description_are_noted(workspace: Workspace) -> None:
    for name, text in (("port.txt", HARBOUR), ("port.md", STRIKE)):
        (workspace.articles / name).write_text("\n\n".join(json.loads(text).values()), encoding="utf-8")
    (workspace.articles / "port.meta.yml").write_text("publisher: The Merrin Courier\n", encoding="utf-8")
    (note,) = [note for note in build(workspace).notes if "meta.yml" in note]
    assert "port.meta.yml: describes port.md and port.txt alike" in note
    brief = build_brief(workspace, distiller=capitalised)
    assert [source.publisher for source in brief.sources if source.path.startswith("port")] == [
        "The Merrin Courier"
    ] * 2


def test_a_pipe_among_the_articles_is_a_fault_and_no_wait(workspace: Workspace) -> None:
    os.mkfifo(workspace.articles / "pipe.txt")
    with pytest.raises(InputError, match=r"pipe\.txt: not a file"):
        build_brief(workspace, distiller=capitalised)
