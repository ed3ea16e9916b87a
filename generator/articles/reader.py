"""A file as its articles: opened, decoded, cleaned, described."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.articles.characters import tidy
from generator.articles.cleaning import clean, stands_apart
from generator.articles.describing import Place, described
from generator.articles.encoding import NotTextError, decode
from generator.articles.errors import ArticleError
from generator.articles.filenames import stem_of, suffix_of
from generator.articles.folder import leads_out
from generator.articles.formats import (
    COLLECTIONS,
    Extracted,
    FormatError,
    NoArticleError,
    Record,
    extract,
    largest,
    read_record,
    records,
)
from generator.articles.formats import SUFFIXES as FORMATS
from generator.articles.paragraphs import split_paragraphs
from generator.articles.sidecar import Stated, read_front_matter, read_sidecar, sidecar_path
from generator.identifiers import unused
from generator.model import Article

LARGEST = 10_000_000
"""Bytes of text. A larger file is no article; one that carries pictures or markup too may have `formats.largest`."""

_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_DATE_OF_PAGE = re.compile(r"\A(\s*date \d{4}-\d{2}-\d{2})[ \t]+(?![a-z]{2} \w+[ \t]*\n)(\S)")
"""Some programs that save pages begin the first line with the page's date, whatever stands on that line."""


@dataclass(frozen=True)
class Piece:
    """What one article is read from: a file, or one record of a file that holds several.

    `input` is a hash of all that the article is made from; while it stays the same, so does the article.
    """

    path: Path
    record: int | None
    input: str
    read: Callable[[], Article | None]
    """The article; None for a record that is whole but holds none. Raises ArticleError."""


def read_article(path: Path, root: Path) -> Article:
    """The article in a file that holds one, `path` lying in the articles folder `root`.

    What a sidecar states beats what the file's metadata state, and both beat what the text says. Raises ArticleError,
    whose `str()` is one clear line.
    """
    articles = read_articles(path, root)
    if len(articles) > 1:
        raise ArticleError(path, f"there are {len(articles)} articles in this file", "save one article per file")
    return articles[0]


def read_articles(path: Path, root: Path, on_fault: Callable[[ArticleError], object] | None = None) -> list[Article]:
    """Every article of a file in order; most files hold one. Their ids differ from each other.

    A record that cannot be read is told to `on_fault`, and all others are read; without it, the first such record is
    raised. A file that cannot be read, or holds no article, raises ArticleError in any case.
    """
    articles: list[Article] = []
    taken: set[str] = set()
    faults = 0
    for piece in pieces(path, root):
        try:
            article = piece.read()
        except ArticleError as error:
            if on_fault is None or piece.record is None:
                raise
            on_fault(error)
            faults += 1
            continue
        if article is not None:
            identifier = unused(article.source.id, taken)
            taken.add(identifier)
            articles.append(_with_id(article, identifier))
    if not articles and not faults:
        raise no_article(path)
    return articles


def pieces(path: Path, root: Path) -> Iterator[Piece]:
    """What the articles of a file are read from, one after the other, so that few of them are in memory at a time.

    Raises ArticleError if the file cannot be read; what came before stands.
    """
    _check(path, root)
    if suffix_of(path) not in COLLECTIONS:
        yield Piece(path, None, _hash_of_file(path), lambda: _read_whole(path, root))
        return
    try:
        with path.open("rb") as file:
            yield from _pieces_of(path, root, records(suffix_of(path), file))
    except FormatError as error:
        raise ArticleError(path, error.problem, error.remedy) from None
    except OSError as error:
        raise _unreadable(path, error) from None


def no_article(path: Path) -> ArticleError:
    """The fault of a file that is whole but in which there is no article."""
    return ArticleError(path, "there is no article in this file", "check that the articles themselves were saved")


def _pieces_of(path: Path, root: Path, found: Iterator[Record]) -> Iterator[Piece]:
    """A piece for each record. A record that has a file for itself is read as if it were the file."""
    first = next(found, None)
    if first is None:
        raise no_article(path)
    second = next(found, None)
    alone = second is None and suffix_of(path) == ".json"
    sidecar = _sidecar_bytes(path)
    yield _piece(path, root, first, sidecar, None if alone else first.number)
    del first
    if second is not None:
        yield _piece(path, root, second, sidecar, second.number)
        del second
        for record in found:
            yield _piece(path, root, record, sidecar, record.number)


def _piece(path: Path, root: Path, record: Record, sidecar: bytes, number: int | None) -> Piece:
    return Piece(path, number, _hash(record.content, sidecar), lambda: _read_record(path, root, record, number))


# --- opening


def _check(path: Path, root: Path) -> None:
    """Raises ArticleError unless a file can be opened and is of a size that can be read."""
    if leads_out(path, root):
        raise ArticleError(path, f"leads out of the articles folder {root}", "put a copy of the file there instead")
    try:
        if not path.is_file():
            raise ArticleError(path, "no such file" if not path.exists() else "not a file", "name an article file")
        size = path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from None
    suffix = suffix_of(path)
    if not size:
        raise ArticleError(path, "the file is empty", "put the article's text into it or delete it")
    if suffix not in FORMATS and suffix not in COLLECTIONS:
        _check_length(path, size)
    elif size > largest(suffix):
        problem = f"{size / 1_000_000:.1f} MB, more than {largest(suffix) // 1_000_000} MB"
        remedy = "split the file" if suffix in COLLECTIONS else "save the article alone, or its text as a .txt file"
        raise ArticleError(path, problem, remedy)


def _check_length(path: Path, size: int, place: str = "") -> None:
    if size > LARGEST:
        problem = f"{place}{size / 1_000_000:.1f} MB of text, more than {LARGEST // 1_000_000} MB"
        raise ArticleError(path, problem, "split the file, one article each")


def _unreadable(path: Path, error: OSError) -> ArticleError:
    return ArticleError(path, f"cannot be read: {error.strerror}", "check the file's permissions")


def _hash_of_file(path: Path) -> str:
    """A hash of a file and of what its sidecar says."""
    try:
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        raise _unreadable(path, error) from None
    return hashlib.sha256(content + _sidecar_bytes(path)).hexdigest()


def _hash(content: bytes, sidecar: bytes) -> str:
    return hashlib.sha256(hashlib.sha256(content).digest() + sidecar).hexdigest()


def _sidecar_bytes(path: Path) -> bytes:
    """What a file's sidecar says, as it stands; nothing where there is none or where reading it will explain why."""
    sidecar = sidecar_path(path)
    try:
        return sidecar.read_bytes() if sidecar.is_file() else b""
    except OSError:
        return b""


# --- reading


def _read_whole(path: Path, root: Path) -> Article:
    """The article in a file that can hold no more than one."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from None
    stated = read_sidecar(path)
    if suffix_of(path) in FORMATS:
        try:
            extracted = extract(suffix_of(path), content)
        except FormatError as error:
            raise ArticleError(path, error.problem, error.remedy) from None
    else:
        extracted, stated = _from_text(path, content, stated)
    return _article(path, root, content, extracted, stated)


def _read_record(path: Path, root: Path, record: Record, number: int | None) -> Article | None:
    """The article in a record; `number` is None if it has the file for itself. Raises ArticleError."""
    place = f"{record.place}: " if number else ""
    stated = read_sidecar(path)
    if number and (stated.title or stated.url):
        field = "title" if stated.title else "url"
        problem = f"field {field!r} cannot be that of all articles in {path.name}"
        raise ArticleError(sidecar_path(path), problem, "take it out; the others hold for all of them")
    try:
        extracted = read_record(record)
    except NoArticleError:
        return None
    except FormatError as error:
        raise ArticleError(path, f"{place}{error.problem}", error.remedy) from None
    return _article(path, root, record.content, extracted, stated, number, place)


def _article(
    path: Path,
    root: Path,
    content: bytes,
    extracted: Extracted,
    stated: Stated,
    number: int | None = None,
    place: str = "",
) -> Article:
    _check_length(path, sum(len(paragraph.text) for paragraph in extracted.paragraphs), place)
    found = extracted.found
    page = clean(extracted.paragraphs, stated.title or (found.title if found.basis == "stated" else None))
    relative = path.absolute().relative_to(root.absolute()).as_posix()
    lies = Place(relative, stem_of(path), hashlib.sha256(content).hexdigest(), number)
    article = described(lies, page, stated, found)
    if article is None:
        problem = f"{place}no text is left without the page furniture"
        raise ArticleError(path, problem, "check that the article itself was saved")
    return article


def _from_text(path: Path, content: bytes, stated: Stated) -> tuple[Extracted, Stated]:
    """The paragraphs of plain text or Markdown, and what a person stated about them, in front matter too."""
    try:
        text = tidy(decode(content))
    except NotTextError as error:
        raise ArticleError(path, error.problem, error.remedy) from None
    if not text.strip():
        raise ArticleError(path, "the file is empty", "put the article's text into it or delete it")
    if _HTML.match(text):
        raise ArticleError(path, "this is a web page, not text", "give the file the ending .html")
    if suffix_of(path) == ".md":
        # The Markdown parser is loaded only where there is Markdown.
        from generator.articles.markdown import markdown_paragraphs, split_front_matter

        front_matter, text = split_front_matter(text)
        if front_matter is not None:
            stated = _combined(stated, read_front_matter(path, front_matter))
        split = markdown_paragraphs
    else:
        split = split_paragraphs
    text = _DATE_OF_PAGE.sub(r"\1\n\2", text, count=1)
    return Extracted(split(text, stands_apart)), stated


def _combined(first: Stated, second: Stated) -> Stated:
    """What either states, the first before the second."""
    fields = {name: getattr(first, name) or getattr(second, name) for name in Stated.model_fields}
    return Stated.model_construct(**fields)


def _with_id(article: Article, identifier: str) -> Article:
    if identifier == article.source.id:
        return article
    return article.model_copy(update={"source": article.source.model_copy(update={"id": identifier})})
