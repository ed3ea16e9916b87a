"""The articles folder: which files are articles, what describes them, and which links lead out of it."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.articles.errors import ArticleError
from generator.articles.filenames import suffix_of
from generator.articles.sidecar import SIDECAR_SUFFIX, common_sidecar, sidecar_path


def iter_article_paths(root: Path) -> list[Path]:
    """Every article file under `root`, sorted by path; hidden files and links that lead out of `root` are left out.

    `folder_faults` says what was left out and why. Raises ArticleError if there is no such folder.
    """
    return [path for path in _files(root) if suffix_of(path) and not leads_out(path, root)]


def folder_faults(root: Path) -> list[ArticleError]:
    """Files to look at: links that lead out of the folder or nowhere, descriptions of no article."""
    files = _files(root)
    faults = [
        ArticleError(path, f"this link leads out of {root}", "put a copy of the file there instead")
        for path in files
        if leads_out(path, root)
    ]
    faults += idle_sidecars([path for path in files if not leads_out(path, root)])
    return sorted(faults, key=lambda fault: files.index(fault.path))


def idle_sidecars(files: Iterable[Path]) -> Iterator[ArticleError]:
    """Descriptions among the files of a folder that are of no article there, and what to do with each."""
    files = list(files)
    articles = [path for path in files if suffix_of(path)]
    described = {sidecar_path(article) for article in articles}
    replaced = {common_sidecar(article): sidecar_path(article) for article in articles}
    for path in files:
        if not path.name.endswith(SIDECAR_SUFFIX) or path in described:
            continue
        name = path.name.removesuffix(SIDECAR_SUFFIX)
        if path in replaced:
            yield ArticleError(
                path, f"describes nothing, since {replaced[path].name} comes first", "delete one of them"
            )
        else:
            wanted = name if suffix_of(Path(name)) else f"{name}.txt or {name}.md"
            yield ArticleError(path, "describes no article", f"name it after one, or add {wanted}")


def shared_sidecars(articles: Iterable[Path]) -> Iterator[str]:
    """A line for each description that several articles have in common."""
    by_sidecar: defaultdict[Path, list[str]] = defaultdict(list)
    for article in articles:
        by_sidecar[sidecar_path(article)].append(article.name)
    for path, names in by_sidecar.items():
        if len(names) > 1 and path.is_file():
            own = f"{names[0]}{SIDECAR_SUFFIX}"
            yield f"{path}: describes {' and '.join(names)} alike; name it {own} if it is meant for that one alone"


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
