"""A new workspace: a folder with everything that a brief on another topic needs."""

import shutil
from pathlib import Path
from string import Template

from generator.yamlfiles import write_if_different

STARTER = Path(__file__).parent / "starter"
"""Files of a new workspace; `$title` in them is replaced, `gitignore` gets its dot."""

SITE = Path(__file__).parents[1]
"""Where this generator's own `mkdocs.yml` and `docs/` lie, which a new workspace begins with."""


def new_workspace(folder: Path) -> str:
    """Fills a folder that is empty or not there yet. Returns the brief's title, made from the folder's name.

    Raises FileExistsError if something is in the folder.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} is there already and not empty; choose another name")
    title = _title(folder.resolve().name)
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            name = path.relative_to(STARTER).as_posix()
            text = Template(path.read_text(encoding="utf-8")).safe_substitute(title=title)
            write_if_different(folder / name.replace("gitignore", ".gitignore"), text)
    write_if_different(folder / "mkdocs.yml", _configuration(title))
    shutil.copytree(SITE / "docs" / "about", folder / "docs" / "about")
    (folder / "templates").mkdir(exist_ok=True)
    return title


def _title(name: str) -> str:
    """A folder's name as a title: "harbour-strike" is "Harbour strike"."""
    words = "".join(character if character.isalnum() else " " for character in name).split()
    title = " ".join(words) or "Intelligence brief"
    return title[0].upper() + title[1:]


def _configuration(title: str) -> str:
    """This generator's own site configuration under another name, without what is about its own repository."""
    lines = (SITE / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    own = ("site_url:", "site_description:", "repo_url:", "repo_name:", "edit_uri:", "copyright:")
    kept = [line for line in lines if not line.startswith(own)]
    return "\n".join(f'site_name: "{title}"' if line.startswith("site_name:") else line for line in kept) + "\n"
