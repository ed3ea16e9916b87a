"""A file as an Article: decoded, cleaned, described."""

import hashlib
import re
from datetime import date
from pathlib import Path

from generator.articles.characters import tidy
from generator.articles.cleaning import clean, stands_apart
from generator.articles.encoding import NotTextError, decode
from generator.articles.errors import ArticleError
from generator.articles.folder import leads_out
from generator.articles.formats import LARGEST as LARGEST_FILE
from generator.articles.formats import SUFFIXES as FORMATS
from generator.articles.formats import Extracted, FormatError, Found, extract
from generator.articles.languages import detect_language
from generator.articles.markdown import markdown_paragraphs, split_front_matter
from generator.articles.page import Page
from generator.articles.paragraphs import split_paragraphs
from generator.articles.sidecar import Stated, is_web_address, read_front_matter, read_sidecar
from generator.identifiers import slug
from generator.model import Article, Block, PublishedBasis, Source

LARGEST = 5_000_000
"""Bytes of text. A larger file is no article; one that carries pictures or markup too may have `formats.LARGEST`."""

_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_DATE_OF_PAGE = re.compile(r"\A(\s*date \d{4}-\d{2}-\d{2})[ \t]+(?![a-z]{2} \w+[ \t]*\n)(\S)")
"""Some programs that save pages begin the first line with the page's date, whatever stands on that line."""

_TITLE = 120
"""Characters of a title that had to be made from the first words of a text."""


def read_article(path: Path, root: Path) -> Article:
    """The article in a file, `path` lying in the articles folder `root`.

    What a sidecar states beats what the file's metadata state, and both beat what the text says. Raises ArticleError,
    whose `str()` is one clear line.
    """
    content = _read(path, root)
    stated = read_sidecar(path)
    if path.suffix.lower() in FORMATS:
        extracted = _extracted(path, content)
    else:
        extracted, stated = _from_text(path, content, stated)
    found = extracted.found
    page = clean(extracted.paragraphs, stated.title or (found.title if found.basis == "stated" else None))
    blocks = _blocks(page, stated.title)
    if not blocks:
        raise ArticleError(
            path, "no text is left without the page furniture", "check that the article itself was saved"
        )
    relative = path.absolute().relative_to(root.absolute()).as_posix()
    return _article(relative, content, page, stated, found, blocks)


def _extracted(path: Path, content: bytes) -> Extracted:
    """The paragraphs and metadata in a file of a format of its own."""
    try:
        extracted = extract(path.suffix.lower(), content)
    except FormatError as error:
        raise ArticleError(path, error.problem, error.remedy) from None
    _check_length(path, sum(len(paragraph.text) for paragraph in extracted.paragraphs))
    return extracted


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
    front_matter, text = split_front_matter(text) if _is_markdown(path) else (None, text)
    if front_matter is not None:
        stated = _combined(stated, read_front_matter(path, front_matter))
    text = _DATE_OF_PAGE.sub(r"\1\n\2", text, count=1)
    split = markdown_paragraphs if _is_markdown(path) else split_paragraphs
    return Extracted(split(text, stands_apart)), stated


def _read(path: Path, root: Path) -> bytes:
    if leads_out(path, root):
        raise ArticleError(path, f"leads out of the articles folder {root}", "put a copy of the file there instead")
    try:
        if not path.is_file():
            raise ArticleError(path, "no such file" if not path.exists() else "not a file", "name an article file")
        size = path.stat().st_size
        if path.suffix.lower() not in FORMATS:
            _check_length(path, size)
        elif size > LARGEST_FILE:
            problem = f"{size / 1_000_000:.1f} MB, more than {LARGEST_FILE // 1_000_000} MB"
            raise ArticleError(path, problem, "save the article alone, or its text as a .txt file")
        content = path.read_bytes()
    except OSError as error:
        raise ArticleError(path, f"cannot be read: {error.strerror}", "check the file's permissions") from None
    if not content:
        raise ArticleError(path, "the file is empty", "put the article's text into it or delete it")
    return content


def _check_length(path: Path, size: int) -> None:
    if size > LARGEST:
        problem = f"{size / 1_000_000:.1f} MB of text, more than {LARGEST // 1_000_000} MB"
        raise ArticleError(path, problem, "split the file, one article each")


def _is_markdown(path: Path) -> bool:
    return path.suffix.lower() == ".md"


def _combined(first: Stated, second: Stated) -> Stated:
    """What either states, the first before the second."""
    fields = {name: getattr(first, name) or getattr(second, name) for name in Stated.model_fields}
    return Stated.model_construct(**fields)


def _blocks(page: Page, stated_title: str | None) -> list[tuple[str, Block]]:
    """Every paragraph of the text with its block; a stated title heads a text that has no headline of its own."""
    parts: list[tuple[str, str]] = [(entry.text, entry.mark or "prose") for _, entry in page.kept()]
    if page.headline:
        parts.insert(0, (page.headline, "headline"))
    elif stated_title and parts:
        parts.insert(0, (tidy(stated_title), "headline"))
    blocks: list[tuple[str, Block]] = []
    start = 0
    for text, kind in parts:
        blocks.append((text, Block.model_validate({"start": start, "end": start + len(text), "kind": kind})))
        start += len(text) + 2
    return blocks


def _article(
    path: str, content: bytes, page: Page, stated: Stated, found: Found, blocks: list[tuple[str, Block]]
) -> Article:
    text = "\n\n".join(paragraph for paragraph, _ in blocks)
    particulars = page.particulars
    published, basis = _published(stated.published, found, particulars.day)
    written = particulars.author or particulars.beside
    author = written or found.author if found.basis == "file" else found.author or written
    url = particulars.url if particulars.url and is_web_address(particulars.url) else None
    source = Source(
        id=slug(Path(path).stem),
        path=path,
        sha256=hashlib.sha256(content).hexdigest(),
        title=stated.title or page.headline or found.title or _opening(blocks[0][0]),
        published=published,
        published_basis=basis,
        publisher=stated.publisher or found.publisher or particulars.publisher,
        author=stated.author or author,
        url=stated.url or found.url or url,
        language=stated.language or _language(found, particulars.language, text),
        reliability=stated.reliability or "F",
        text=text,
    )
    return Article(source=source, blocks=[block for _, block in blocks])


def _language(found: Found, written: str | None, text: str) -> str | None:
    """The language that is stated; that of a program which made the file only where the text does not show its own."""
    if found.basis == "file":
        return written or detect_language(text) or found.language
    return found.language or written or detect_language(text)


def _published(stated: date | None, found: Found, written: date | None) -> tuple[date | None, PublishedBasis | None]:
    """The day and where it comes from. A date in the text says more than the day on which a file was made."""
    if stated is not None:
        return stated, "sidecar"
    if found.published is not None and (found.basis == "stated" or written is None):
        return found.published, found.basis
    return (written, "stated") if written is not None else (None, None)


def _opening(text: str) -> str:
    """The first words of a text that has no headline."""
    if len(text) <= _TITLE:
        return text
    return text[:_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
