"""Tables (.csv): the first row names the fields, with the names that records have; every other row is an article."""

import csv
import io
import json
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import BinaryIO

from generator.articles.formats import record
from generator.articles.formats.collection import Record, faulty
from generator.articles.formats.extracted import FormatError

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 50_000_000
"""Characters. The library's own limit is that of a short article."""

_MOST_RESTARTS = 10
"""How often reading begins anew below a quotation mark that is never closed."""

_DIRECTIVE = "sep="
"""What spreadsheets write on a first line of its own to say what parts the cells."""

_SHOWN = 8
"""Names of columns that a message lists."""


def records(file: BinaryIO) -> Iterator[Record]:
    """The articles in a table. Raises FormatError if the first row does not name what they need."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = list(io.StringIO(record.text_of(file.read()), newline=""))
    first = 1 if lines and lines[0].lower().startswith(_DIRECTIVE) else 0
    while first < len(lines) and not lines[first].strip():
        first += 1
    delimiter, header, below = _header(lines, first)
    number = 0
    for line, row in _rows(lines, below, delimiter):
        if isinstance(row, list) and not any(map(str.strip, row)):
            continue
        number += 1
        place = f"row {number} (line {line + 1})"
        if isinstance(row, FormatError):
            yield faulty(number, place, row.problem, row.remedy)
        elif len(row) > len(header) and any(map(str.strip, row[len(header) :])):
            problem = f"{len(row)} cells where the first row names {len(header)} columns"
            yield faulty(number, place, problem, "put cells that hold the delimiter into quotation marks")
        else:
            yield _record(number, place, dict(zip(header, row, strict=False)))


def _record(number: int, place: str, cells: dict[str, str]) -> Record:
    fields = record.fields_of(cells)
    if not record.is_article(fields):
        return faulty(number, place, *record.NO_TEXT)
    content = json.dumps(cells, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return Record(number, place, content, partial(record.read_fields, fields))


def _header(lines: list[str], first: int) -> tuple[str, list[str], int]:
    """What parts the cells, the names in the first row, and the index of the line below it.

    Of several possible delimiters it is the one that gives the most names that mean something.
    """
    best: tuple[int, str, list[str], int] | None = None
    for delimiter in _DELIMITERS:
        reader = csv.reader(islice(lines, first, first + 100), delimiter=delimiter)
        try:
            header = next(reader, [])
        except csv.Error:
            continue
        known = record.known_names(header)
        if best is None or known > best[0]:
            best = known, delimiter, header, first + reader.line_num
    if best is None or not record.names_article(best[2]):
        names = ", ".join(filter(None, (name.strip()[:30] for name in (best[2] if best else [])[:_SHOWN])))
        raise FormatError(
            f"the first row names no column with an article's text (it names {names or 'nothing'})",
            "name the columns in the first row: text, and title, date, source, author, url, language where known",
        )
    return best[1], best[2], best[3]


def _rows(lines: list[str], start: int, delimiter: str) -> Iterator[tuple[int, list[str] | FormatError]]:
    """The index of its first line, and each row or what is wrong with it."""
    for _ in range(_MOST_RESTARTS):
        reader = csv.reader(islice(lines, start, None), delimiter=delimiter, strict=True)
        begun = line = start
        while True:
            try:
                row = next(reader, None)
            except csv.Error as error:
                below = begun + reader.line_num
                if below == len(lines) and below > line + 1:
                    problem = "a quotation mark is opened and never closed"
                    yield line, FormatError(problem, "close it, or write quotation marks within a cell twice")
                    start = line + 1
                    break
                problem = " ".join(str(error).split())
                yield line, FormatError(problem, "write quotation marks within a cell twice")
                line = below
                continue
            if row is None:
                return
            yield line, row
            line = begun + reader.line_num
