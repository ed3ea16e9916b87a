"""The README keeps its word: its commands run as they stand there, its links lead somewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")

ARTICLE = """Ministers meet in Lorvik

3 May 2030

The foreign ministers of Ardania and Belmor met in Lorvik on Friday. "We will talk again," said Ilsa Varn.
"""


def commands() -> list[str]:
    """Every command of the README in order, without remarks."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


def test_the_commands_run_as_they_stand_there(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    (checkout / ".venv").mkdir(parents=True)
    (checkout / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "Downloads" / "lorvik.txt").write_text(ARTICLE, encoding="utf-8")
    offline = [line for line in commands() if not line.startswith("make ") and line != "brief serve"]
    assert len(offline) >= 7
    environment = os.environ | {"HOME": str(tmp_path), "PATH": f"{checkout / '.venv' / 'bin'}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["sh", "-ec", "\n".join(offline)], cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "harbour-strike" / "site" / "index.html").exists()
    assert (tmp_path / "harbour-strike" / "brief.json").exists()


@pytest.mark.parametrize("command", sorted({line for line in commands() if line.startswith("make ")}))
def test_make_knows_every_target(command: str) -> None:
    done = subprocess.run([*command.split(), "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "page", ["README.md", *(f"docs/about/{path.name}" for path in (ROOT / "docs/about").glob("*.md"))]
)
def test_links_between_pages_of_prose_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        if target.startswith("../"):  # a page that is made; building the site with --strict looks at it
            continue
        assert (ROOT / page).parent.joinpath(target).exists(), target
