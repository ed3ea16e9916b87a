"""`brief curate` and `brief schema` as a person meets them in a terminal."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli_curate import curate, schema
from generator.new import new_workspace

CURATION = """\
# yaml-language-server: $schema=../../docs/about/schemas/actors.json
- hide: lorvik-port-authorty
- about: nobody-we-know
  note: gone long ago
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one article, and decisions on actors that it does not name."""
    data = tmp_path / "data"
    (data / "articles").mkdir(parents=True)
    (data / "curation").mkdir()
    (data / "articles" / "port.txt").write_text(
        "Port is closed\n\n3 May 2030\n\nThe Lorvik Port Authority closed the harbour of Ardania on Friday.\n",
        encoding="utf-8",
    )
    (data / "curation" / "actors.yml").write_text(CURATION, encoding="utf-8")
    assert CliRunner().invoke(schema, ["--output", str(tmp_path / "docs" / "about" / "schemas")]).exit_code == 0
    return tmp_path


def run(workspace: Path, *arguments: str, answers: str = "") -> Result:
    folders = ["--data", str(workspace / "data"), "--docs", str(workspace / "docs")]
    return CliRunner().invoke(curate, [*folders, *arguments], input=answers)


def decisions(workspace: Path) -> str:
    return (workspace / "data" / "curation" / "actors.yml").read_text(encoding="utf-8")


def test_the_list_is_numbered_and_writes_nothing(workspace: Path) -> None:
    result = run(workspace, "--list")
    assert result.exit_code == 0
    assert (
        "2. curation/actors.yml:2: hide: the actor 'lorvik-port-authorty' is gone: is it 'lorvik-port-authority'"
        in (result.output)
    )
    assert "1. curation/actors.yml:3: about: the actor 'nobody-we-know' is gone" in result.output
    assert decisions(workspace) == CURATION


def test_an_answer_by_number_is_written(workspace: Path) -> None:
    result = run(workspace, "--yes", "2")
    assert result.exit_code == 0
    assert "line 2: lorvik-port-authorty is now lorvik-port-authority" in result.output
    assert decisions(workspace) == CURATION.replace("authorty", "authority")


def test_answers_are_asked_for_one_by_one(workspace: Path) -> None:
    result = run(workspace, answers="maybe\ns\ny\nq\n")
    assert result.exit_code == 0
    assert "'maybe' is not one of" in result.output
    assert decisions(workspace) == CURATION.replace("authorty", "authority")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--yes", "99"], "there is no number 99"), (["--yes", "1", "--no", "1"], "number 1 is answered with yes and")],
)
def test_a_number_that_cannot_be_meant_is_wrong_use(workspace: Path, arguments: list[str], words: str) -> None:
    result = run(workspace, *arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert decisions(workspace) == CURATION


def test_a_mistake_in_a_file_ends_with_one_line(workspace: Path) -> None:
    path = workspace / "data" / "curation" / "events.yml"
    path.write_text("- rejct: x\n", encoding="utf-8")
    result = run(workspace, "--list")
    assert result.exit_code == 1
    assert "events.yml:1" in result.output
    assert "did you mean 'reject'?" in result.output


def test_a_new_workspace_brings_the_schemas_along(tmp_path: Path) -> None:
    new_workspace(tmp_path / "strike")
    path = tmp_path / "strike" / "data" / "brief.yml"
    first, second = path.read_text(encoding="utf-8").splitlines()
    named = path.parent / first.partition("$schema=")[2]
    assert json.loads(named.read_text(encoding="utf-8"))["properties"].keys() >= yaml.safe_load(second).keys()


def test_the_schemas_are_written_for_every_file(workspace: Path) -> None:
    folder = workspace / "docs" / "about" / "schemas"
    names = {path.stem for path in folder.iterdir()}
    assert {"actors", "events", "agreements", "questions", "statements", "sources", "brief", "article"} <= names
    assert json.loads((folder / "actors.json").read_text(encoding="utf-8"))["title"] == "actors.yml"
    first = yaml.safe_load(decisions(workspace))
    assert first[0] == {"hide": "lorvik-port-authorty"}
    comment = decisions(workspace).splitlines()[0].partition("$schema=")[2]
    assert (workspace / "data" / "curation" / comment).resolve() == (folder / "actors.json").resolve()
