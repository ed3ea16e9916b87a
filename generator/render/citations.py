"""Citations of one page: numbered marks, each a link that lands on the cited passage in its source."""

import re
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from generator.model import Evidence, Source
from generator.render import dates
from generator.render.text import attribute, shorten

_HOVER_LENGTH = 240
_TELLING_LENGTH = 40
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*(?=\s)")


def passage_anchor(evidence: Evidence) -> str:
    """The id of the element that marks the passage on its source's page."""
    return f"p-{evidence.start}-{evidence.end}"


def relative(path: str, folder: str) -> str:
    """The link target to a page, by its path below `docs/`, from a page in a folder there; "" is the top."""
    if folder and path.startswith(f"{folder}/"):
        return path[len(folder) + 1 :]
    return "../" * len(folder.split("/")) + path if folder else path


class Citations:
    """Numbers the passages of one page in the order of their first citation and keeps what the page's end must define.

    `folder` is the page's folder below `docs/`, "" for the top.
    """

    def __init__(self, sources: Mapping[str, Source], folder: str) -> None:
        self._sources = sources
        self._folder = folder
        self._numbers: dict[tuple[str, str], int] = {}
        self._passages: list[Evidence] = []

    def cite(self, evidence: Iterable[Evidence], limit: int | None = None, more: str = "") -> Markup:
        """The marks for these passages; at most `limit`, other sources before further passages of the same source.

        Where marks are left out, `more` (a link target that shows all of them) gets a last mark with their number.
        """
        passages = _one_per_source_first(evidence)
        shown = passages if limit is None or len(passages) <= limit else passages[:limit]
        marks = [self._mark(passage) for passage in shown]
        if more and len(shown) < len(passages):
            left = len(passages) - len(shown)
            title = f"{left} more passages of the same" if left > 1 else "one more passage of the same"
            marks[-1] += f'\N{NO-BREAK SPACE}[+{left}]({more} "{title}"){{.more}}'
        return Markup(" ".join(marks))

    def definitions(self) -> Markup:
        """The link definitions that the marks refer to, one a line, for the end of the page."""
        return Markup("\n".join(map(self._definition, range(1, len(self._passages) + 1), self._passages)))

    def _mark(self, passage: Evidence) -> str:
        key = (passage.source, passage_anchor(passage))
        if key not in self._numbers:
            self._passages.append(passage)
            self._numbers[key] = len(self._passages)
        number = self._numbers[key]
        return f"[{number}][p{number}]{{.cite}}"

    def _definition(self, number: int, passage: Evidence) -> str:
        target = relative(f"sources/{passage.source}.md", self._folder)
        return f'[p{number}]: {target}#{passage_anchor(passage)} "{self._hover(passage)}"'

    def _hover(self, passage: Evidence) -> Markup:
        source = self._sources[passage.source]
        quote = shorten(_sentence_around(source.text, passage), _HOVER_LENGTH)
        published = dates.day(source.published) if source.published else "undated"
        quoted = quote if quote[:1] in '"“”„«‘' else f"“{quote}”"
        told = f"{source.publisher or shorten(source.title, 60)}, {published}, grade {source.reliability}"
        return attribute(f"{quoted} — {told}")


def _one_per_source_first(evidence: Iterable[Evidence]) -> Sequence[Evidence]:
    """Each passage once; the first of every source, then the second of every source, and so on."""
    turns: dict[tuple[int, str], Evidence] = {}
    of_source: dict[str, int] = {}
    seen = set()
    for passage in evidence:
        key = (passage.source, passage.start, passage.end)
        if key in seen:
            continue
        seen.add(key)
        turn = of_source.get(passage.source, 0)
        of_source[passage.source] = turn + 1
        turns[turn, passage.source] = passage
    return [turns[key] for key in sorted(turns, key=lambda key: key[0])]


def _sentence_around(text: str, passage: Evidence) -> str:
    """The quote, or its whole sentence where the quote is only a few words and would say little alone."""
    if len(passage.quote) >= _TELLING_LENGTH:
        return passage.quote
    before = text.rfind("\n\n", 0, passage.start)
    after = text.find("\n\n", passage.end)
    start = before + 2 if before >= 0 else 0
    end = after if after >= 0 else len(text)
    for stop in _SENTENCE_END.finditer(text, start, end):
        if stop.end() <= passage.start:
            start = stop.end()
        elif stop.end() >= passage.end:
            end = stop.end()
            break
    return text[start:end].strip()
