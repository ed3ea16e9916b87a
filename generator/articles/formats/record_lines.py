"""Records, one a line (.jsonl): what collecting programs write, and what archives of news are kept in."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from generator.articles.formats import record
from generator.articles.formats.collection import Record, faulty
from generator.articles.formats.extracted import FormatError


def records(file: BinaryIO) -> Iterator[Record]:
    """The articles in a file. Raises FormatError if it is no text."""
    content = file.read()
    text = record.text_of(content)
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), start=1)]
    lines = [(number, line) for number, line in lines if line]
    if lines and isinstance(_parsed(lines[0][1]), FormatError) and not isinstance(value := _parsed(text), FormatError):
        yield from record.records_of(value)  # one value over many lines, whatever the file is called
        return
    found = 0
    for number, line in lines:
        value = _parsed(line)
        if isinstance(value, FormatError):
            found += 1
            yield faulty(found, f"line {number}", value.problem, value.remedy)
            continue
        several = list(record.records_of(value))
        if not several:
            found += 1
            yield faulty(found, f"line {number}", *record.NO_TEXT)
        for each in several:
            found += 1
            yield Record(found, f"line {number}", each.content, each.read)


def _parsed(text: str) -> Any:
    """The value of a text, or the FormatError that says why there is none."""
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        return FormatError(f"{error.msg} (character {error.pos + 1})", "correct the JSON; one record per line")
    except (RecursionError, ValueError):
        return FormatError("nested too deeply, or holds too large a number", "take the record out")
