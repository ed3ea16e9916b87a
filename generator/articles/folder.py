"""The articles folder: which files are articles, and which links lead out of it."""

import os
from pathlib import Path

from generator.articles.errors import ArticleError
from generator.articles.formats import SUFFIXES as FORMATS
from generator.articles.sidecar import SIDECAR_SUFFIX, sidecar_path

SUFFIXES = (".txt", ".md", *FORMATS)
"""File name endings of articles, in any case."""


def iter_article_paths(root: Path) -> list[Path]:
    """Every article file under `root`, sorted by path; hidden files and links that lead out of `root` are left out.

    `folder_faults` says what was left out and why. Raises ArticleError if there is no such folder.
    """
    return [path for path in _files(root) if path.suffix.lower() in SUFFIXES and not leads_out(path, root)]


def folder_faults(root: Path) -> list[ArticleError]:
    """Files to look at: links that lead out of the folder or nowhere, descriptions of no article."""
    faults = []
    articles = iter_article_paths(root)
    described = {sidecar_path(article) for article in articles}
    for path in _files(root):
        if leads_out(path, root):
            faults.append(ArticleError(path, f"this link leads out of {root}", "put a copy of the file there instead"))
        elif path.name.endswith(SIDECAR_SUFFIX) and path not in described:
            name = path.name.removesuffix(SIDECAR_SUFFIX)
            faults.append(
                ArticleError(path, "describes no article", f"name it after one, or add {name}.txt or {name}.md")
            )
    return faults


def leads_out(path: Path, root: Path) -> bool:
    """Whether a path, links followed, lies outside of `root`, or is a link that leads nowhere."""
    try:
        return not path.resolve(strict=path.is_symlink()).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return True


def belongs_to_page(path: Path) -> bool:
    """Whether a file lies in the folder that a browser made beside a saved page for its pictures and scripts."""
    for folder in path.parents:
        page = folder.name.removesuffix("_files")
        if page != folder.name and any(folder.with_name(page + ending).is_file() for ending in (".html", ".htm")):
            return True
    return False


def _files(root: Path) -> list[Path]:
    """Files and links under a folder that are not hidden, in a fixed order; linked folders are listed, not entered."""
    if not root.is_dir():
        raise ArticleError(root, "no such folder", "make it and put the articles there")
    found = []
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if not name.startswith("."))
        links = [name for name in names if (Path(folder) / name).is_symlink()]
        found += [Path(folder) / name for name in [*files, *links] if not name.startswith(".")]
    found = [path for path in found if not belongs_to_page(path)]
    return sorted(found, key=lambda path: path.relative_to(root).as_posix())
