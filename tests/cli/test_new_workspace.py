"""A new workspace keeps what people write in version control, and leaves out what is made."""

import subprocess
from pathlib import Path

import pytest

from generator.model import Brief
from generator.new import new_workspace
from generator.render.rendering import render

ROOT = Path(__file__).parents[2]


def listed(folder: Path) -> set[str]:
    """The files that git would take."""
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    command = ["git", "ls-files", "--others", "--exclude-standard"]
    return set(subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.splitlines())


@pytest.mark.parametrize("kind", ["new workspace", "this repository"])
def test_generated_pages_are_left_out_of_version_control(tmp_path: Path, strait: Brief, kind: str) -> None:
    if kind == "new workspace":
        new_workspace(tmp_path)
    else:
        (tmp_path / ".gitignore").write_bytes((ROOT / ".gitignore").read_bytes())
    before = listed(tmp_path)
    result = render(strait, tmp_path / "docs")
    assert len(result.written) > 10
    assert listed(tmp_path) == before


@pytest.mark.parametrize(
    ("folder", "title"),
    [("harbour-strike", "Harbour strike"), ("Øst_handel 2031", "Øst handel 2031"), ("'\"#:", "Intelligence brief")],
)
def test_a_folder_gives_the_title(tmp_path: Path, folder: str, title: str) -> None:
    assert new_workspace(tmp_path / folder) == title
    assert f'title: "{title}"' in (tmp_path / folder / "data" / "brief.yml").read_text(encoding="utf-8")
