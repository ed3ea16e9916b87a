"""The command line as a person meets it: what is said, where it goes, and the exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

ARTICLE = """Ministers meet in Lorvik

3 May 2030

The foreign ministers of Ardania and Belmor met in Lorvik on Friday. "We will talk again," said Ilsa Varn.
"""


def brief(*arguments: str | Path) -> Result:
    """`brief` with these arguments."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A data folder without articles."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    return tmp_path / "data"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one article, distilled."""
    folder = tmp_path_factory.mktemp("workspace") / "data"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "lorvik.txt").write_text(ARTICLE, encoding="utf-8")
    done = brief("distil", "--data", folder)
    assert done.exit_code == 0, done.output
    return folder


def test_help_teaches_by_example() -> None:
    shown = brief("--help").output
    for line in ("brief new harbour-strike", "brief serve", "brief check", "brief export --output brief.json"):
        assert line in shown
    for command in main.commands:
        assert f"brief {command}" in brief(command, "--help").output


def test_distil_says_what_it_found_and_where(data: Path) -> None:
    done = brief("distil", "--data", data)
    assert done.exit_code == 0
    assert done.output.startswith("1 article, ")
    assert "0 newly distilled" in done.output
    assert str(data / "distilled") in done.output


def test_export_to_standard_output_is_the_document_alone(data: Path) -> None:
    done = brief("export", "--data", data, "--output", "-")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["sources"][0]["path"] == "lorvik.txt"


def test_export_to_a_file_is_the_same(data: Path, tmp_path: Path) -> None:
    done = brief("export", "--data", data, "--format", "json", "--output", tmp_path / "brief.json")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert (tmp_path / "brief.json").read_text(encoding="utf-8") == brief(
        "export", "--data", data, "--output", "-"
    ).stdout


def test_check_finds_every_quote_in_its_source(data: Path, tmp_path: Path) -> None:
    done = brief("check", "--data", data, "--docs", tmp_path)
    assert done.exit_code == 0
    assert "every quote stands in its source" in done.output


def test_render_writes_pages_once(data: Path, tmp_path: Path) -> None:
    first = brief("render", "--data", data, "--docs", tmp_path / "docs")
    assert first.exit_code == 0, first.output
    assert (tmp_path / "docs" / "index.md").exists()
    assert ": 0 written, 0 removed" in brief("render", "--data", data, "--docs", tmp_path / "docs").output


def test_a_faulty_article_is_one_line_and_exit_code_1(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "lorvik.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "articles" / "empty.txt").write_bytes(b"")
    done = brief("export", "--data", folder, "--output", tmp_path / "brief.json")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "empty.txt" in done.stderr
    assert len(json.loads((tmp_path / "brief.json").read_text(encoding="utf-8"))["sources"]) == 1
    assert (folder / "distilled" / "articles" / "lorvik.yml").exists()


def test_no_articles_yet_is_no_fault(empty: Path) -> None:
    done = brief("distil", "--data", empty)
    assert done.exit_code == 0
    assert done.output.startswith("0 articles")


@pytest.mark.parametrize(
    "arguments",
    [["distil", "--data", "nowhere"], ["export"], ["export", "--format", "xls", "--output", "-"], ["improve"]],
)
def test_wrong_use_is_exit_code_2(arguments: list[str]) -> None:
    assert brief(*arguments).exit_code == 2


def test_a_data_folder_without_articles_folder_is_a_fault(tmp_path: Path) -> None:
    done = brief("distil", "--data", tmp_path)
    assert done.exit_code == 1
    assert "no such folder" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_cannot_be_written_is_a_line(data: Path, tmp_path: Path) -> None:
    done = brief("export", "--data", data, "--output", tmp_path)
    assert done.exit_code == 1
    assert str(tmp_path) in done.stderr
    assert "Traceback" not in done.output


def test_new_makes_a_workspace_and_never_touches_a_full_folder(tmp_path: Path) -> None:
    done = brief("new", tmp_path / "harbour-strike")
    assert done.exit_code == 0
    made = {path.relative_to(tmp_path / "harbour-strike").as_posix() for path in tmp_path.rglob("*")}
    assert {"mkdocs.yml", "data/articles/README.md", "data/curation", "docs/about/reading.md", ".gitignore"} <= made
    assert "Harbour strike" in (tmp_path / "harbour-strike" / "mkdocs.yml").read_text(encoding="utf-8")
    again = brief("new", tmp_path / "harbour-strike")
    assert again.exit_code == 2
    assert "not empty" in again.output


def test_build_and_serve_need_a_workspace(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("build", "serve"):
        done = brief(command, "--data", data)
        assert done.exit_code == 2
        assert "brief new" in done.output


def test_the_module_is_the_command() -> None:
    shown = subprocess.run([sys.executable, "-m", "generator", "--help"], capture_output=True, text=True, check=True)
    assert shown.stdout.startswith("Usage: brief ")
