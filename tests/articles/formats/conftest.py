"""A folder to put files of any format into and read them back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.articles import ArticleError, read_article, read_articles
from generator.model import Article

type Reader = Callable[[str, str | bytes], Article]
type Several = Callable[[str, str | bytes], tuple[list[Article], list[str]]]


@pytest.fixture
def read_file(tmp_path: Path) -> Reader:
    """Writes a file and reads it as an article."""

    def write_and_read(name: str, content: str | bytes) -> Article:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return read_article(path, tmp_path)

    return write_and_read


@pytest.fixture
def fault_of(read_file: Reader) -> Callable[[str, str | bytes], str]:
    """The one line that a file at fault gets."""

    def read_and_fail(name: str, content: str | bytes) -> str:
        with pytest.raises(ArticleError) as caught:
            read_file(name, content)
        line = str(caught.value)
        assert name in line
        assert "; " in line, "the line says what to do"
        assert line.isprintable()
        return line

    return read_and_fail


@pytest.fixture
def read_several(tmp_path: Path) -> Several:
    """Writes a file of several articles and reads them; the lines of what is at fault come second."""

    def write_and_read(name: str, content: str | bytes) -> tuple[list[Article], list[str]]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        faults: list[ArticleError] = []
        articles = read_articles(path, tmp_path, faults.append)
        for fault in faults:
            assert name in str(fault)
            assert "; " in str(fault), "the line says what to do"
            assert str(fault).isprintable()
        return articles, [str(fault).removeprefix(f"{path}: ") for fault in faults]

    return write_and_read
