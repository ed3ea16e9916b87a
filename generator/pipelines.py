"""The language pipelines that the settings name: whether they are installed, and in which version."""

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path


class PipelineError(OSError):
    """A pipeline that cannot be used. `str()` says in one line which field names it, why, and what to do."""


def missing_pipelines(named: Mapping[str, str]) -> list[str]:
    """A line for each spaCy pipeline that is not installed; `named` gives the field that names each."""
    return [
        f"{field}: no spaCy pipeline “{name}” is installed; install it (`python -m spacy download {name}`), name "
        "another one, or take the line out"
        for field, name in named.items()
        if not _is_installed(name)
    ]


def versions(named: Mapping[str, str]) -> str:
    """Which pipelines are named, and the versions of those that are packages: what results depend on."""
    return " ".join(f"{field} {name} {_version(name)}" for field, name in sorted(named.items()))


def _is_installed(name: str) -> bool:
    """Whether a name is that of a package, or a folder as spaCy writes it."""
    if Path(name).is_dir():
        return True
    return _version(name) != "" or (name.isidentifier() and find_spec(name) is not None)


def _version(name: str) -> str:
    try:
        return version(name)
    except (PackageNotFoundError, ValueError):
        return ""
