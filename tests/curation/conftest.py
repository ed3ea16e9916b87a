"""Decisions as people write them, applied to a brief."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from generator.curation import apply, load_decisions
from generator.model import Brief

type Decided = Callable[..., tuple[Brief, list[str]]]


@pytest.fixture
def decided(tmp_path: Path) -> Decided:
    """A brief after decisions, each file given as `name=text`, and the notes."""

    def apply_files(brief: Brief, **files: str) -> tuple[Brief, list[str]]:
        folder = tmp_path / "curation"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / f"{name}.yml").write_text(dedent(text), encoding="utf-8")
        return apply(brief, load_decisions(folder))

    return apply_files
