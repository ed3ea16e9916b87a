"""The command `brief pdf` writes one file."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import cli_pdf
from generator.model import Brief
from generator.workspace import Workspace
from tests.typeset.reading import ReadPdf


@pytest.fixture
def folder(tmp_path: Path, labelled: Brief, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder whose brief is the ordinary one, in a place of its own."""

    def ordinary(_: Workspace, __: object) -> Brief:
        return labelled

    monkeypatch.setattr(cli_pdf, "build_brief", ordinary)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    return tmp_path


def test_a_file_and_what_was_made(folder: Path) -> None:
    result = CliRunner().invoke(cli_pdf.pdf, ["--paper", "us-letter", "--prepared-by", "Desk 9"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith("brief.pdf: ")
    assert "Desk 9" in ReadPdf((folder / "brief.pdf").read_bytes()).pages[0]


def test_one_page_to_another_file(folder: Path) -> None:
    result = CliRunner().invoke(cli_pdf.pdf, ["--one-page", "--output", "summary.pdf"])
    assert result.exit_code == 0, result.output
    assert "KEY JUDGEMENTS" in ReadPdf((folder / "summary.pdf").read_bytes()).pages[0]


def test_a_dossier_that_is_not_there_is_one_line(folder: Path) -> None:
    result = CliRunner().invoke(cli_pdf.pdf, ["--only", "nobody"])
    assert result.exit_code == 1
    assert result.output == "nobody: no actor, agreement or topic of this brief has this id\n"


def test_a_template_of_the_workspace_replaces_the_own(folder: Path) -> None:
    templates = folder / "templates" / "pdf"
    templates.mkdir(parents=True)
    (templates / "brief.typ").write_text('#set document(title: "x")\n#set text(lang: "en")\nHouse style', "utf-8")
    result = CliRunner().invoke(cli_pdf.pdf, [])
    assert result.exit_code == 0, result.output
    assert "House style" in ReadPdf((folder / "brief.pdf").read_bytes()).text


def test_a_template_at_fault_is_told_with_its_line(folder: Path) -> None:
    templates = folder / "templates" / "pdf"
    templates.mkdir(parents=True)
    (templates / "brief.typ").write_text("\n#let x = missing\n", "utf-8")
    result = CliRunner().invoke(cli_pdf.pdf, [])
    assert result.exit_code == 1
    assert "unknown variable: missing" in result.output
    assert "brief.typ:2" in result.output
    assert not (folder / "brief.pdf").exists()
