"""The command that records an edition."""

from pathlib import Path

from click.testing import CliRunner

from generator.cli_edition import edition


def test_it_records_the_brief_and_says_where(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    result = CliRunner().invoke(edition, ["first", "--data", str(tmp_path)])
    assert (result.exit_code, result.output) == (0, f"{tmp_path}/editions/first.yml: the brief as it is now\n")
    assert (tmp_path / "editions" / "first.yml").exists()
    again = CliRunner().invoke(edition, ["first", "--data", str(tmp_path)])
    assert again.exit_code == 1
    assert "there is an edition of this name already; give another one" in again.output


def test_a_brief_at_fault_is_not_recorded(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "curation").mkdir()
    (tmp_path / "curation" / "actors.yml").write_text("- rejct: x\n", encoding="utf-8")
    result = CliRunner().invoke(edition, ["--data", str(tmp_path)])
    assert result.exit_code == 1
    assert "rejct" in result.output
    assert not (tmp_path / "editions").exists()
