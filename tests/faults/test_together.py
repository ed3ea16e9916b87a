"""Several commands at once in one workspace: one waits and says so, and all of them end as if they had come in turn."""

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

import generator.workspace
from generator.workspace import Progress, Workspace
from tests.faults.loaded import capitalised
from tests.faults.runs import bytes_of, ended, started, write_articles

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Twenty articles that nothing was made of yet."""
    write_articles(tmp_path / "data" / "articles", range(20))
    return tmp_path


def test_of_two_runs_from_the_shell_one_waits_and_says_so(workspace: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    write_articles(alone / "articles", range(20))
    assert ended(started("distil", "--data", alone)) == 0
    data = workspace / "data"
    command = [sys.executable, "-m", "generator", "distil", "--data", str(data)]
    with Workspace(data).locked(Progress()):
        runs = [subprocess.Popen(command, stdout=-1, stderr=-1, text=True, cwd=REPOSITORY) for _ in range(2)]
        first_words = [run.stderr.readline() for run in runs if run.stderr]
    said = [run.communicate(timeout=120) for run in runs]
    assert first_words == [f"{data}: another run is at work here; waiting for it to end\n"] * 2
    assert [run.returncode for run in runs] == [0, 0]
    assert sorted(counts.split(" newly")[0].rpartition("(")[2] for counts, _ in said) == ["0", "20"]
    assert bytes_of(data / "distilled") == bytes_of(alone / "distilled")


@pytest.mark.parametrize("command", ["distil", "render", "edition spring", "curate --list"])
def test_whoever_writes_waits_for_whoever_is_at_work(workspace: Path, command: str) -> None:
    with Workspace(workspace / "data").locked(Progress()):
        run = started(*command.split(), where=workspace, light=True)
        run.join(1.5)
        assert run.exitcode is None
        assert not (workspace / "data" / "distilled").exists()
    assert ended(run, 60) == 0


def test_many_commands_at_once_end_as_if_in_turn(workspace: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    write_articles(alone / "data" / "articles", range(20))
    assert ended(started("render", where=alone, light=True)) == 0
    commands = ["distil", "render", "render", "edition spring", "edition spring", "edition", "edition"]
    runs = [started(*command.split(), where=workspace, light=True) for command in commands]
    codes = [ended(run, 120) for run in runs]
    assert codes[:3] == [0, 0, 0]
    assert sorted(codes[3:5]) == [0, 1]  # an edition is never overwritten
    assert codes[5:] == [0, 0]
    editions = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (workspace / "data/editions").iterdir()]
    assert sorted(edition["number"] for edition in editions) == [1, 2, 3]
    assert ended(started("render", where=workspace, light=True)) == 0
    shutil.rmtree(workspace / "data" / "editions")
    assert ended(started("render", where=workspace, light=True)) == 0
    assert bytes_of(workspace / "docs") == bytes_of(alone / "docs")
    assert bytes_of(workspace / "data" / "distilled") == bytes_of(alone / "data" / "distilled")


@pytest.fixture
def site(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> MkDocsConfig:
    """The configuration of a site over the articles, which nothing but capitalised words are found in."""
    shutil.copy(REPOSITORY / "mkdocs.yml", workspace)
    (workspace / "docs").mkdir()
    (workspace / "data" / "brief.yml").write_text("pdf: false\n", encoding="utf-8")
    monkeypatch.setattr(generator.workspace, "_installed_distiller", lambda _: capitalised)
    return load_config(str(workspace / "mkdocs.yml"))


def test_no_run_changes_the_pages_while_a_site_is_built_from_them(workspace: Path, site: MkDocsConfig) -> None:
    site = site.plugins.on_config(site)
    site.plugins.on_pre_build(config=site)
    (workspace / "data" / "articles" / "article-000.txt").unlink()
    other = started("render", where=workspace, light=True)
    other.join(1.5)
    assert other.exitcode is None
    assert (workspace / "docs" / "sources" / "article-000.md").exists()
    site.plugins.on_post_build(config=site)
    assert ended(other, 60) == 0
    assert not (workspace / "docs" / "sources" / "article-000.md").exists()


def test_a_site_that_cannot_be_built_keeps_nobody_waiting(workspace: Path, site: MkDocsConfig) -> None:
    site = site.plugins.on_config(site)
    site.plugins.on_pre_build(config=site)
    with pytest.raises(Abort):
        site.plugins.on_build_error(error=OSError(errno.ENOSPC, "No space left on device", "site/index.html"))
    assert ended(started("render", where=workspace, light=True), 60) == 0
