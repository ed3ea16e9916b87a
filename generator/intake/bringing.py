"""From what a person names to what is offered: a file, standard input, a web address."""

from collections.abc import Iterable
from pathlib import Path

from generator.articles import ArticleError, folder_faults, iter_article_paths, stem_of, suffix_of
from generator.articles.filenames import SUFFIXES
from generator.articles.formats import LARGEST
from generator.articles.sidecar import Stated, read_sidecar
from generator.intake.errors import IntakeError
from generator.intake.fetching import Fetched, Fetcher
from generator.intake.kinds import FEED, kind_of_page, readable, sniff
from generator.intake.staging import OPTIONS, Offer
from generator.yamlfiles import plain

_ENDINGS = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"


def is_address(name: str) -> bool:
    """Whether a person means a web address and not a file."""
    scheme, separator, _ = name.partition("://")
    return bool(separator) and scheme.isalnum()


def files_of(name: str) -> tuple[list[Path], list[str]]:
    """The files that a path stands for, and lines for what in a folder is at fault. Raises IntakeError."""
    path = Path(name)
    if not path.exists():
        raise IntakeError(name, "no such file", "check its name")
    if not path.is_dir():
        return [path], []
    found = iter_article_paths(path)
    faults = [str(fault) for fault in folder_faults(path)]
    if not found and not faults:
        raise IntakeError(name, "there is no article in this folder", f"the names of articles end in {_ENDINGS}")
    return found, faults


def from_file(path: Path, stated: Stated) -> Offer:
    """A file, with what its own description states where the options state nothing. Raises IntakeError."""
    if not path.is_file():
        raise IntakeError(str(path), "not a file", "save the article as a file and add that")
    suffix = suffix_of(path) or _shown_kind(path)
    try:
        described = read_sidecar(path)
    except ArticleError as error:
        raise IntakeError(str(error.path), error.problem, error.remedy) from None
    both = Stated.model_validate({**plain(described), **plain(stated)})
    origins = dict.fromkeys(plain(described), "stated in its sidecar") | dict.fromkeys(plain(stated), OPTIONS)
    return Offer(str(path), suffix, path, stem_of(path), both, origins)


def _shown_kind(path: Path) -> str:
    """The ending for a file whose name has none that is known. Raises IntakeError if its content does not show it."""
    try:
        suffix = sniff(path.read_bytes()) if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise IntakeError(str(path), f"cannot be read: {error.strerror}", "check the file's permissions") from None
    if suffix == FEED:
        raise IntakeError(str(path), "this is a feed, no article", f"brief add --feed {path}")
    if suffix is None:
        raise IntakeError(str(path), "not known as an article", f"give it a name that ends in {_ENDINGS}")
    return suffix


def from_input(content: bytes, stated: Stated) -> Offer:
    """What came on standard input: text, or any kind that shows itself. Raises IntakeError."""
    subject = "standard input"
    if not content.strip():
        raise IntakeError(subject, "it is empty", "pipe the article's text into the command")
    if len(content) > LARGEST:
        raise IntakeError(subject, f"larger than {LARGEST // 1_000_000} MB", "save the article as a file and add that")
    suffix = sniff(content) or ".txt"
    if suffix == FEED:
        raise IntakeError(subject, "this is a feed, no article", "save it as a file: brief add --feed FILE")
    return Offer(subject, suffix, content, "article", stated, dict.fromkeys(plain(stated), OPTIONS))


def from_web(name: str, fetcher: Fetcher, stated: Stated) -> Offer:
    """The page at a web address. Raises FetchError."""
    page = fetcher.fetch(name)
    return from_page(page, page.address, stated, Stated(url=page.address), "the address it was fetched from")


def from_page(page: Fetched, subject: str, stated: Stated, beside: Stated, beside_from: str) -> Offer:
    """A page that was fetched, with what is known besides. Raises FetchError."""
    suffix = kind_of_page(page)
    content = readable(page, suffix)
    remarks = [] if content == page.content else [f"turned from {page.charset} into UTF-8, as the server said"]
    name = Path(page.address.rstrip("/").rpartition("/")[2]).stem or "article"
    return Offer(
        subject,
        suffix,
        content,
        name,
        stated,
        dict.fromkeys(plain(stated), OPTIONS),
        beside,
        beside_from,
        page.address,
        remarks,
    )


def checked(fields: Iterable[tuple[str, object]]) -> Stated:
    """What the options state; those that were not given are None. Raises pydantic's ValidationError."""
    return Stated.model_validate({name: value for name, value in fields if value is not None})
