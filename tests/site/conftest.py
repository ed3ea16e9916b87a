"""Sites built as a person builds them, from the repository's own configuration; only the brief is given."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator import workspace
from generator.model import Brief

REPOSITORY = Path(__file__).parents[2]

type Builder = Callable[[Brief], Path]


@pytest.fixture(scope="session")
def build_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builder]:
    """Builds a brief's site, strictly and through the plugin, in a folder of its own, and returns `site/`."""
    given: dict[str, Brief] = {}

    def stand_in(space: workspace.Workspace, *_: Any) -> Brief:
        return given[str(space.data.parent)]

    def site(brief: Brief) -> Path:
        folder = tmp_path_factory.mktemp("workspace")
        shutil.copy(REPOSITORY / "mkdocs.yml", folder)
        shutil.copytree(REPOSITORY / "docs" / "about", folder / "docs" / "about")
        given[str(folder)] = brief
        build(load_config(str(folder / "mkdocs.yml"), strict=True))
        return folder / "site"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workspace, "build_brief", stand_in)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        yield site


@pytest.fixture(scope="session")
def strait_site(build_site: Builder, strait: Brief) -> Path:
    return build_site(strait)


@pytest.fixture(scope="session")
def hostile_site(build_site: Builder, hostile: Brief) -> Path:
    return build_site(hostile)
