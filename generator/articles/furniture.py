"""Which lines of a saved page are furniture, by `knowledge/furniture.yml` and `knowledge/publishers.yml`."""

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from generator.articles.wording import ends_sentence, folded, is_capitalised, weight

_KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
_SEPARATORS = r"[\s|/·•,.:;*>»&+!…→-]*"
_LONGEST_LINE = 160
"""Characters. A longer line is not a run of menu entries."""

_LONGEST_PROSE = 1000
"""Characters. Nothing longer is looked at."""

_LONGEST_END = 300
"""Characters at the end of a paragraph in which credits are looked for."""

_LONGEST_PATTERN = 40
"""Words that a line may have to be compared with patterns, where the knowledge says nothing else."""

Takes = Literal["line", "next", "box", "rest"]


@dataclass(frozen=True)
class Furniture:
    """One kind of furniture and what goes with it: the line, the one after it, the short lines after it, the rest."""

    kind: str
    takes: Takes


@dataclass(frozen=True)
class _Rule:
    furniture: Furniture
    lines: re.Pattern[str] | None
    patterns: re.Pattern[str] | None
    longest: int
    top_only: bool
    speech: bool

    def fits(self, line: str, words: int) -> bool:
        if self.lines and len(line) <= _LONGEST_LINE and self.lines.fullmatch(line):
            return True
        return bool(self.patterns and words <= self.longest and self.patterns.fullmatch(line))


@functools.cache
def knowledge() -> dict[str, Any]:
    """The content of `furniture.yml`, read once."""
    content: dict[str, Any] = yaml.load((_KNOWLEDGE / "furniture.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return content


@functools.cache
def labels(name: str) -> tuple[str, ...]:
    """The label words of one sort ("published", "byline", ...), longest first."""
    return tuple(sorted(map(folded, knowledge()["labels"][name]), key=lambda word: (-len(word), word)))


@functools.lru_cache(maxsize=10_000)
def furniture(line: str, near_headline: bool = False) -> Furniture | None:
    """What kind of furniture a line is; None if it may belong to the article.

    `near_headline` also asks the kinds that are furniture only there.
    """
    if len(line) > _LONGEST_PROSE:
        return None
    plain = folded(line)
    if not plain:
        return Furniture("ornament", "line")
    words = weight(plain)
    if line.rstrip().endswith("|") and not ends_sentence(plain):
        return Furniture("caption", "line")  # the name of the photographer stood behind the bar
    speech = ends_sentence(line) and _speech().search(plain) is not None
    for rule in _rules():
        if (near_headline or not rule.top_only) and (rule.speech or not speech) and rule.fits(plain, words):
            return rule.furniture
    if len(plain) <= _LONGEST_LINE and _mixed_lines().fullmatch(plain):
        return Furniture("menu", "line")
    return None


@functools.cache
def _speech() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(knowledge()["speech"]) + r")\b")


@functools.cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            Furniture(entry["kind"], entry["takes"]),
            _run_of(entry.get("lines", ())),
            re.compile("|".join(f"(?:{pattern})" for pattern in entry["patterns"])) if "patterns" in entry else None,
            entry.get("longest", _LONGEST_PATTERN),
            entry.get("where") == "top",
            entry.get("speech", False),
        )
        for entry in knowledge()["kinds"]
    )


@functools.cache
def _mixed_lines() -> re.Pattern[str]:
    """Entries of different kinds in one line: "Home Search Share"."""
    every = [line for entry in knowledge()["kinds"] for line in entry.get("lines", ())]
    pattern = _run_of(every)
    assert pattern is not None
    return pattern


def _run_of(lines: list[str] | tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern for one or more of the lines in a row, parted by marks or by nothing at all."""
    if not lines:
        return None
    entries = sorted({folded(line) for line in lines} - {""}, key=lambda entry: (-len(entry), entry))
    any_entry = "(?:" + "|".join(map(re.escape, entries)) + ")"
    # The run never gives back an entry once read: otherwise a hostile line could be cut up in millions of ways.
    return re.compile(f"(?>(?:{any_entry}{_SEPARATORS})+)")


@functools.cache
def _end_mark() -> re.Pattern[str]:
    marks = [*map(re.escape, knowledge()["end_marks"]), *knowledge()["end_notes"]]
    return re.compile(r"(?<=\S)\s*(?:" + "|".join(marks) + r")$", re.IGNORECASE)


def without_end_mark(paragraph: str) -> str:
    """A paragraph without the mark or the credits that agencies put behind an article's last sentence."""
    match = _end_mark().search(paragraph, max(0, len(paragraph) - _LONGEST_END))
    return paragraph[: match.start()] if match else paragraph


# --- names of sections and publishers


@functools.cache
def _sections() -> frozenset[str]:
    return frozenset(map(folded, knowledge()["sections"]))


@functools.cache
def _run_of_sections() -> re.Pattern[str]:
    """Names of sections in a row with nothing between them, as menus are saved: "Asia North America World"."""
    names = "|".join(map(re.escape, sorted(_sections(), key=lambda name: (-len(name), name))))
    return re.compile(rf"(?>(?:(?:{names})(?: |$)){{3,}})")


def is_section(line: str) -> bool:
    """Whether a line names a section of a news page, or several: "World", "Politics | Asia"."""
    plain = folded(line)
    if plain in _sections() or (len(plain) <= _LONGEST_LINE and _run_of_sections().fullmatch(plain)):
        return True
    parts = [part.strip() for part in re.split(r"[|/,•·>»&]| and | - ", plain)]
    return len(parts) > 1 and all(part in _sections() for part in parts)


@functools.cache
def _publishers() -> dict[str, Any]:
    names: dict[str, Any] = yaml.load((_KNOWLEDGE / "publishers.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {
        "names": frozenset(folded(name) for group in ("agencies", "publishers") for name in names[group]),
        "words": frozenset(map(folded, names["words"])),
    }


def is_publisher(name: str) -> bool:
    """Whether a text is the name of a known publisher or news agency and nothing else."""
    return folded(name) in _publishers()["names"]


def sounds_like_publisher(name: str) -> bool:
    """Whether a text is a publisher's name or has the form of one: capitalised words, "News" or "Post" at an end."""
    if is_publisher(name):
        return True
    words = name.split()
    if not 2 <= len(words) <= 5 or not all(
        is_capitalised(word) or word.lower() in {"of", "the", "&"} for word in words
    ):
        return False
    return folded(words[-1]) in _publishers()["words"] or folded(words[0]) in _publishers()["words"]


# --- persons who write


@functools.cache
def _writers() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:" + "|".join(map(re.escape, sorted(knowledge()["writers"], key=len, reverse=True))) + r")s?\b"
    )


def is_writer(role: str) -> bool:
    """Whether a text of a few words says what a writer is: "Staff Writer", "chief political correspondent"."""
    return weight(role) <= 6 and _writers().search(folded(role)) is not None


@functools.cache
def _lives() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in knowledge()["lives"])


def cues_of_a_life(paragraph: str) -> int:
    """How many sorts of phrases a paragraph has that tell the life of the author of an article."""
    plain = folded(paragraph)
    return sum(pattern.search(plain) is not None for pattern in _lives())


# --- descriptions of pictures


@functools.cache
def _pictures() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    words = knowledge()["pictures"]
    describing = re.compile(r"[\s,](?:" + "|".join(words["describing"]) + r")\b")
    return describing, re.compile("|".join(words["subjects"])), frozenset(words["finite"])


def describes_picture(line: str) -> bool:
    """Whether a line is the description of a picture, without a label: a phrase that says what is to be seen.

    Such lines name nobody before the describing word and have no finite verb; only before the article begins.
    """
    plain = folded(line[:_LONGEST_PROSE])
    describing, subjects, finite = _pictures()
    if len(line) > _LONGEST_PROSE or weight(plain) > 40 or finite & set(re.findall(r"[\w']+", plain)):
        return False
    if subjects.match(plain):
        return True
    found = describing.search(line)
    if found is None:
        return False
    before = line[: found.start()].split()
    return len(before) >= 3 and not any(is_capitalised(word) for word in before[1:])
