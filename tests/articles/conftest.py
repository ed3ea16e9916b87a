"""A folder of articles to put files into and read them back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.articles import read_article
from generator.model import Article

type Reader = Callable[..., Article]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Writes a text as an article, with a sidecar if one is given, and reads it."""

    def write_and_read(content: str | bytes, sidecar: str | None = None, name: str = "river.txt") -> Article:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        if sidecar is not None:
            path.with_name(f"{path.stem}.meta.yml").write_text(sidecar, encoding="utf-8")
        return read_article(path, tmp_path)

    return write_and_read


@pytest.fixture
def clean_text(read: Reader) -> Callable[[str], str]:
    """The cleaned text of a page."""
    return lambda page: read(page).source.text
