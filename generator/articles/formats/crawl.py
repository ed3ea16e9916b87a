"""Archives of crawled pages (WARC): every page that was answered in full and holds an article.

The archive is read as a stream, one record at a time, so that its size costs time but no memory. A record that is
damaged does not hide those after it.
"""

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO

from generator.articles.formats.collection import NoArticleError, Record, faulty
from generator.articles.formats.extracted import Extracted, FormatError, day_of
from generator.articles.formats.web_encoding import page_text
from generator.articles.formats.web_page import read_page
from generator.articles.wording import weight

_LARGEST_PAGE = 20_000_000
"""Bytes of a page, unpacked or not."""

_MOST_UNPACKED = 4_000_000_000
"""Bytes of an archive, unpacked."""

_MOST_WAITING = 100
"""Faults that are kept until a first sound record shows that the file is an archive."""

_LONGEST_LINE = 65_536
_MOST_HEADER_LINES = 200
_CHUNK = 65_536
_PACKED = b"\x1f\x8b\x08"

_LEAST_WORDS = 60
"""A page with fewer is a menu, a stub or a front page."""

_PAGES = ("text/html", "application/xhtml+xml")
_BEGINS = re.compile(rb"WARC/\d")
_LENGTH = re.compile(rb"^content-length\s*:\s*(\d{1,12})\s*$", re.IGNORECASE)
_RESPONSE = re.compile(rb"^warc-type\s*:\s*response\s*$", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
_REMEDY = "save the page again; all others are read"


@dataclass(frozen=True)
class _Frame:
    """One record of an archive: its own header and what follows it, or what is wrong with it."""

    header: bytes = b""
    block: bytes = b""
    wrong: str = ""


def records(file: BinaryIO) -> Iterator[Record]:
    """The pages in an archive. Raises FormatError if it is none, or if it would unpack to no end."""
    start = file.read(len(_PACKED))
    file.seek(0)
    stream = _Stream(_Unpacked(file) if start == _PACKED else file)
    waiting: list[Record] | None = []
    for number, frame in enumerate(_frames(stream), start=1):
        place = f"record {number}"
        if frame.wrong:
            fault = faulty(number, place, frame.wrong, _REMEDY)
            if waiting is None:
                yield fault
            elif len(waiting) < _MOST_WAITING:
                waiting.append(fault)
            continue
        yield from waiting or ()
        waiting = None
        if frame.block and (page := _page(number, place, frame)):
            yield page
    if waiting is not None:
        raise FormatError("this is no archive of web pages", "save the pages again as .warc or .warc.gz")


def _page(number: int, place: str, frame: _Frame) -> Record | None:
    try:
        response = _response(frame)
    except FormatError as error:
        return faulty(number, place, error.problem, error.remedy)
    return Record(number, place, frame.header + frame.block, partial(_read, response)) if response else None


# --- pages


def _response(frame: _Frame) -> Any:
    """The parsed record of a page that was answered in full; None for anything else."""
    from warcio.archiveiterator import ArchiveIterator

    class Quietly(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""

    whole = io.BytesIO(frame.header + frame.block + b"\r\n\r\n")
    try:
        # One block for all of it: the library's time grows with the square of the blocks that a line lies in.
        record = next(Quietly(whole, block_size=len(frame.header) + len(frame.block) + 4), None)
    except Exception:  # a library for sound archives, which fails in ways of its own on others
        raise FormatError("this record is damaged", _REMEDY) from None
    headers = record.http_headers if record is not None else None
    if headers is None or headers.get_statuscode() != "200":
        return None
    kind = (headers.get_header("content-type") or "").partition(";")[0].strip().lower()
    return record if kind in _PAGES else None


def _read(record: Any) -> Extracted:
    """The article on a page. Raises NoArticleError if it holds none."""
    packed = (record.http_headers.get_header("content-encoding") or "identity").strip().lower()
    content = _content(record.content_stream())
    charset = _CHARSET.search(record.http_headers.get_header("content-type") or "")
    try:
        text = page_text(content, charset[1] if charset else None)
        where = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
        extracted = read_page(text, where)
    except FormatError:
        if packed not in {"identity", "gzip", "x-gzip", "deflate"}:
            raise FormatError(f"packed in a way that is not read ({packed[:20]})", _REMEDY) from None
        raise NoArticleError("no article was found on this page", _REMEDY) from None
    if sum(weight(each.text) for each in extracted.paragraphs if each.mark != "heading") < _LEAST_WORDS:
        raise NoArticleError("no article was found on this page", _REMEDY)
    extracted.found.visited = day_of(record.rec_headers.get_header("WARC-Date"))
    return extracted


def _content(stream: Any) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(_CHUNK):
        size += len(piece)
        if size > _LARGEST_PAGE:
            raise FormatError(f"a page of more than {_LARGEST_PAGE // 1_000_000} MB", _REMEDY)
        pieces.append(piece)
    return b"".join(pieces)


# --- where records begin and end


def _frames(stream: "_Stream") -> Iterator[_Frame]:
    """The records of an archive in order. Only responses have a block."""
    line = stream.next_line()
    while line:
        if not line.strip():
            line = stream.next_line()
        elif not _BEGINS.match(line):
            yield _Frame(wrong="no record begins where one should")
            line = stream.next_record()
        else:
            frame = _frame(stream, line)
            yield frame
            line = stream.next_record() if frame.wrong else stream.next_line()
        if stream.damaged:
            yield _Frame(wrong="its compressed data are damaged")
            line = stream.next_record()


def _frame(stream: "_Stream", first: bytes) -> _Frame:
    lines = [first]
    while (line := stream.next_line()).strip():
        if len(lines) == _MOST_HEADER_LINES or len(line) == _LONGEST_LINE:
            return _Frame(wrong="its header has no end")
        lines.append(line)
    lengths = [match for line in lines if (match := _LENGTH.match(line.strip()))]
    if len(lengths) != 1:
        return _Frame(wrong="its header does not say how long it is")
    length = int(lengths[0][1])
    if not stream.may_hold(length):
        return _Frame(wrong="it breaks off, or is shorter than its header says")
    if not any(_RESPONSE.match(line.strip()) for line in lines):
        return _Frame() if stream.skip(length) else _Frame(wrong="it breaks off")
    beginning = stream.take(min(length, _CHUNK))
    if length > _LARGEST_PAGE + _CHUNK:
        whole = stream.skip(length - len(beginning))
        is_page = any(kind.encode() in beginning.lower() for kind in _PAGES)
        if is_page or not whole:
            return _Frame(wrong=f"a page of more than {_LARGEST_PAGE // 1_000_000} MB" if whole else "it breaks off")
        return _Frame()
    block = beginning + stream.take(length - len(beginning))
    return _Frame(b"".join([*lines, b"\r\n"]), block) if len(block) == length else _Frame(wrong="it breaks off")


class _Stream:
    """The bytes of an archive from its beginning. After damage nothing comes until `next_record` goes on below it."""

    def __init__(self, source: "BinaryIO | _Unpacked") -> None:
        self._source = source
        self._lines = _buffered(source)
        self._size = 0 if isinstance(source, _Unpacked) else _size(source)
        self.damaged = False

    def next_line(self) -> bytes:
        """One line, or as much of it as is read at once; b"" at the end or at damage."""
        try:
            return b"" if self.damaged else self._lines.readline(_LONGEST_LINE)
        except (zlib.error, EOFError):
            self.damaged = True
            return b""

    def take(self, length: int) -> bytes:
        """So many bytes, or fewer at the end or at damage."""
        pieces: list[bytes] = []
        while length > 0:
            try:
                piece = b"" if self.damaged else self._lines.read(min(length, _CHUNK))
            except (zlib.error, EOFError):
                self.damaged, piece = True, b""
            if not piece:
                break
            pieces.append(piece)
            length -= len(piece)
        return b"".join(pieces)

    def skip(self, length: int) -> bool:
        """Passes over so many bytes; whether they were there."""
        while length > 0 and (piece := self.take(min(length, _CHUNK))):
            length -= len(piece)
        return length <= 0

    def may_hold(self, length: int) -> bool:
        """Whether so many bytes can follow, as far as that is known before they are read."""
        return isinstance(self._source, _Unpacked) or self._source.tell() + length <= self._size

    def next_record(self) -> bytes:
        """The first line of the next record below; b"" if there is none."""
        if self.damaged:
            self.damaged = False
            if not isinstance(self._source, _Unpacked) or not self._source.go_on():
                return b""
            self._lines.detach()  # or it would close the source
            self._lines = _buffered(self._source)
        while (line := self.next_line()) and not _BEGINS.match(line):
            pass
        return line


class _Unpacked(io.RawIOBase):
    """The bytes of a compressed archive, whose every record may be compressed by itself.

    Reading raises zlib.error at damage, EOFError where the file breaks off, and FormatError if there is no end to it.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._begin(b"", 0)
        self._size = 0

    def _begin(self, packed: bytes, start: int) -> None:
        """Goes on at a place of the file at which something compressed begins, `packed` being what was read of it."""
        self._unpacking = zlib.decompressobj(31)
        self._packed = packed
        self._start = start

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills a part of the buffer; 0 at the end."""
        while True:
            if self._unpacking.eof:
                rest = self._unpacking.unused_data.lstrip(b"\0")  # tapes pad with zeros
                self._begin(rest, self._file.tell() - len(rest))
            self._packed = self._packed or self._file.read(_CHUNK)
            at_end = not self._packed
            if at_end and self._file.tell() == self._start:
                return 0
            piece = self._unpacking.decompress(self._packed, len(buffer))
            self._packed = self._unpacking.unconsumed_tail
            self._size += len(piece)
            if self._size > _MOST_UNPACKED:
                problem = f"unpacked, this file would be larger than {_MOST_UNPACKED // 1_000_000} MB"
                raise FormatError(problem, "split the archive")
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)
            if at_end and not self._unpacking.eof:
                raise EOFError

    def go_on(self) -> bool:
        """Goes on at the next place below the damage at which something compressed begins; False if there is none."""
        place = self._start + 1
        self._file.seek(place)
        before = b""
        while piece := self._file.read(_CHUNK):
            found = (before + piece).find(_PACKED)
            if found >= 0:
                self._file.seek(place - len(before) + found)
                self._begin(b"", place - len(before) + found)
                return True
            place += len(piece)
            before = (before + piece)[-len(_PACKED) + 1 :]
        return False


def _buffered(source: "BinaryIO | _Unpacked") -> Any:
    return io.BufferedReader(source, _CHUNK) if isinstance(source, _Unpacked) else source


def _size(file: BinaryIO) -> int:
    place = file.tell()
    size = file.seek(0, io.SEEK_END)
    file.seek(place)
    return size
