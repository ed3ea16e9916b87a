"""Whether the pages stand: no fact without a citation, no link that leads nowhere, no id twice."""

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from html import unescape
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from generator.check.facts import all_facts, shortened
from generator.model import Agreement, Brief, Event, Question, Statement
from generator.render.text import markdown

_CITATION = re.compile(r"\[\d+\]\[p\d+\]|\]\([^()\s]*(?:#p-\d+-\d+|\bsources/[^()\s]+\.md)[^()]*\)")
_INLINE_LINK = re.compile(r"\]\(([^()\s]+)(?:\s[^()]*)?\)")
_DEFINITION = re.compile(r"^\[([^\[\]]+)\]: (\S+)", re.MULTILINE)
_REFERENCE = re.compile(r"\]\[([^\[\]]+)\]")
_ELEMENT_ID = re.compile(r'<[a-z][^<>]*?\sid="([^"]+)"')
_GIVEN_ID = re.compile(r"\{[^{}\n]*#([^\s{}]+)[^{}\n]*\}")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_DIV = re.compile(r"<(/?)div\b([^<>]*)>")
_FIGURE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n.*?^---$", re.MULTILINE | re.DOTALL)
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_UNSEEN = re.compile(
    r"\]\([^()]*\)(?:\{[^{}]*\})?"  # the target of a link
    r"|\]\[[^\[\]]*\](?:\{[^{}]*\})?"  # the label of a reference
    r"|\{:?[ ]*[.#][^{}]*\}|<[^<>]+>|^[-*] |\["
)
# Fewer words than these may stand in a line by chance.
_TELLING_WORDS = 4


def check_pages(folder: Path, brief: Brief) -> list[str]:
    """Faults of the pages as they stand in `folder`, as Markdown, generated and hand-written.

    A line that states a fact carries a citation: every line of a block of class "cited", and every line outside the
    sources' own pages that has the words of an event, an agreement's provision, a question or a statement. Every link
    leads to a page and an anchor that is there. No id stands twice on a page.
    """
    pages = {
        path.relative_to(folder).as_posix(): _without_code(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.md"))
    }
    anchors = {path: _anchors(text) for path, text in pages.items()}
    told = _FactWords(brief)
    faults: list[str] = []
    for path, text in pages.items():
        place = f"{folder.name}/{path}"
        faults += _repeated(place, text)
        faults += _dead_links(place, folder, path, text, anchors)
        if not path.startswith("about/"):
            faults += _uncited(place, text, told if not path.startswith("sources/") else None)
    return faults


def _without_code(text: str) -> str:
    """The page with its front matter, code, figures and forms blank, each line where it was."""
    for part in (_FRONT_MATTER, _CODE, _FIGURE, _FORM):
        text = part.sub(_blank, text)
    return text


def _blank(found: re.Match[str]) -> str:
    return "\n" * found.group().count("\n")


def _given_anchors(text: str) -> Iterator[str]:
    yield from _ELEMENT_ID.findall(text)
    yield from _GIVEN_ID.findall(text)


def _anchors(text: str) -> set[str]:
    """The ids on the page: the given ones, and those that the builder makes of headings without one."""
    return {*_given_anchors(text), *(_slug(heading) for heading in _HEADING.findall(text) if "{ #" not in heading)}


def _slug(heading: str) -> str:
    shown = unescape(_UNSEEN.sub("", heading)).strip().replace("`", "")
    ascii_only = unicodedata.normalize("NFKD", shown).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


def _repeated(place: str, text: str) -> Iterator[str]:
    for anchor, number in Counter(_given_anchors(text)).items():
        if number > 1:
            yield f'{place}: the id "{anchor}" stands {number} times on the page; a link to it is ambiguous'


def _dead_links(place: str, folder: Path, path: str, text: str, anchors: Mapping[str, Container[str]]) -> Iterator[str]:
    definitions = dict(_DEFINITION.findall(text))
    for label in dict.fromkeys(_REFERENCE.findall(text)):
        if label not in definitions:
            yield f"{place}: the citation [{label}] has no target on the page"
    for target in dict.fromkeys([*_INLINE_LINK.findall(text), *definitions.values()]):
        if re.match(r"[a-z][a-z0-9+.-]*:", target):
            continue
        file, _, anchor = target.partition("#")
        wanted = _resolved(path, file)
        if wanted is not None and wanted in anchors:
            if anchor and anchor not in anchors[wanted]:
                yield f'{place}: the link to {target} leads to no place: {wanted} has no "{anchor}"'
        elif wanted is None or not (folder / wanted).is_file():
            yield f"{place}: the link to {target} leads to no page"


def _resolved(page: str, target: str) -> str | None:
    """The path below the folder that a link on the page leads to; None if it leads out of the folder."""
    if not target:
        return page
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / target).parts:
        if part == ".." and not parts:
            return None
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def _uncited(place: str, text: str, told: "_FactWords | None") -> Iterator[str]:
    """Lines that state a fact without a citation: in cited blocks, and anywhere if `told` knows the facts' words."""
    blocks: list[bool] = []
    for number, line in enumerate(text.splitlines(), start=1):
        for closing, attributes in _DIV.findall(line):
            if not closing:
                blocks.append(bool(re.search(r'class="[^"]*\bcited\b', attributes)))
            elif blocks:
                blocks.pop()
        words = line.strip()
        if not words or words.startswith(("#", "---")) or _DEFINITION.match(words) or _CITATION.search(words):
            continue
        if fact := told and told.in_line(words):
            yield f"{place}:{number}: the line states {fact} without a citation"
        elif any(blocks) and not words.startswith("<"):
            yield f'{place}:{number}: the line states "{shortened(_shown(words))}" without a citation'


class _FactWords:
    """Finds the words of facts in a line of a page."""

    def __init__(self, brief: Brief) -> None:
        self._facts: dict[str, str] = {}
        for _, item, fact in all_facts(brief):
            if isinstance(fact, Event):
                self._facts.setdefault(_shown(markdown(fact.title)), item)
            elif isinstance(fact, Question | Statement):
                self._facts.setdefault(_shown(markdown(fact.text)), item)
            elif isinstance(fact, Agreement):
                for provision in fact.provisions:
                    self._facts.setdefault(_shown(markdown(provision.text)), item)
        self._by_first_word: dict[str, list[str]] = {}
        for words in self._facts:
            if len(words.split()) >= _TELLING_WORDS:
                self._by_first_word.setdefault(words.split()[0], []).append(words)

    def in_line(self, line: str) -> str | None:
        """The item whose words stand in the line, if any."""
        shown = _shown(line)
        for word in dict.fromkeys(shown.split()):
            for words in self._by_first_word.get(word, ()):
                if words in shown:
                    return self._facts[words]
        return None


def _shown(line: str) -> str:
    """What a reader sees of a line of Markdown, roughly: without links' targets, tags and signs."""
    return " ".join(Markup(_UNSEEN.sub(" ", line)).unescape().split())
