"""What became of an article, for a person as lines and for a program as JSON."""

import json
from collections.abc import Iterator
from typing import Any

from generator.articles.sidecar import common_sidecar
from generator.intake.adding import Added
from generator.intake.following import Passed
from generator.intake.known import Twin
from generator.intake.understanding import Understood
from generator.merge.sameness import Sameness
from generator.printable import printable

_WIDTH = 11
"""Characters of the column of labels."""

_UNKNOWN = "not known"


def lines(added: Added) -> Iterator[str]:
    """What a person reads of an offer."""
    yield printable(_headline(added))
    for remark in added.offer.remarks:
        yield _line("note", remark)
    if added.twin is not None and not added.lies_there:
        return
    several = len(added.articles) > 1
    for position, article in enumerate(added.articles, start=1):
        if several:
            yield _line("article", f"{position} of {len(added.articles)}")
        yield from _article_lines(added, article)
    if added.sidecar and added.path:
        would = "would state" if added.tried else "states"
        yield _line("sidecar", f"{common_sidecar(added.path).name} {would} {', '.join(added.sidecar)}")


def passed_line(passed: Passed) -> str:
    """What a person reads of an item that was not fetched."""
    files = ", ".join(str(passed.folder / name) for name in passed.files)
    return printable(f"Already there: {passed.item.url} (same address as {files})")


def _headline(added: Added) -> str:
    subject = added.offer.subject
    if added.twin is not None:
        if added.lies_there:
            return f"Already there: {subject}"
        return f"Already there: {subject} ({_of(added, added.twin)}); --anyway adds it all the same"
    verb = "Would add" if added.tried else "Added"
    count = f", {len(added.articles)} articles" if len(added.articles) > 1 else ""
    return f"{verb} {added.path} (from {subject}{count})"


def _of(added: Added, twin: Twin) -> str:
    """Which article it is the same as, and why."""
    record = f"record {twin.record} of " if twin.record is not None else ""
    other = ", with another text" if twin.how == Sameness.ADDRESS else ""
    return f"{twin.how} as {record}{added.folder / twin.name}{other}"


def _article_lines(added: Added, article: Understood) -> Iterator[str]:
    source = article.source
    day = f"{source.published} ({article.date_comes_from})" if source.published else _UNKNOWN
    yield _line("title", source.title)
    yield _line("date", day)
    for label, value in (("publisher", source.publisher), ("author", source.author), ("language", source.language)):
        origin = article.origins.get(label)
        yield _line(label, f"{value} ({origin})" if value and origin else value or _UNKNOWN)
    yield _line("words", f"{article.words:,}")
    if source.url:
        yield _line("address", source.url)
    for doubt in article.doubts:
        yield _line("doubtful", doubt)
    for twin in article.twins:
        yield _line("doubtful", _of(added, twin))


def _line(label: str, text: str) -> str:
    return f"  {label:<{_WIDTH}}{printable(text)}"


def records(added: Added) -> Iterator[str]:
    """One JSON object per article, each on a line of its own."""
    for article in added.articles:
        yield json.dumps(_record(added, article), ensure_ascii=False)


def passed_record(passed: Passed) -> str:
    """A JSON object for an item that was not fetched."""
    item = passed.item
    twins = [{"file": name, "record": None, "how": "same address"} for name in passed.files]
    found = {"outcome": "already there", "file": None, "from": item.url, "title": item.title, "same_as": twins}
    return json.dumps(found, ensure_ascii=False)


def _record(added: Added, article: Understood) -> dict[str, Any]:
    source = article.source
    outcome = "already there" if added.twin is not None else "would be added" if added.tried else "added"
    return {
        "outcome": outcome,
        "file": added.files[0] if added.path or added.lies_there else None,
        "record": source.record,
        "from": added.offer.subject,
        "title": source.title,
        "published": source.published.isoformat() if source.published else None,
        "published_from": article.date_comes_from,
        "publisher": source.publisher,
        "author": source.author,
        "url": source.url,
        "language": source.language,
        "words": article.words,
        "doubtful": article.doubts,
        "same_as": _same_as(added, article),
        "sidecar": {name: str(value) for name, value in added.sidecar.items()},
        "remarks": added.offer.remarks,
    }


def _same_as(added: Added, article: Understood) -> list[dict[str, Any]]:
    twins = list(article.twins)
    if added.twin is not None and not added.lies_there and all(twin.name != added.twin.name for twin in twins):
        twins.insert(0, added.twin)
    return [{"file": twin.name, "record": twin.record, "how": twin.how} for twin in twins]
