"""Who wrote an article: the names in "By Jane Roe and John Poe in Kyiv", "Jane Roe, Staff Writer"."""

import functools
import re
from dataclasses import dataclass

from generator.articles.dates import month_pattern, weekday_pattern
from generator.articles.furniture import is_publisher, is_writer, labels, sounds_like_publisher
from generator.articles.wording import ends_sentence, folded, is_capitalised

_WITHOUT_CASE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ADDRESS = re.compile(r"\s*[(<\[]?[\w.+-]+@[\w-]+\.[\w.-]+[)>\]]?|\s*\(?@\w+\)?")


@dataclass(frozen=True)
class Writers:
    """The names of a by-line as printed, and the paper or agency that it gives beside them or instead of them."""

    author: str | None = None
    publisher: str | None = None


def begins_byline(text: str) -> int:
    """Where the names begin in a text that starts as a by-line does ("By ", "Author: "); 0 if it does not."""
    match = _opening().match(text)
    return match.end() if match else 0


@functools.cache
def _before_place() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?i:{'|'.join(map(re.escape, labels('before_place')))})\s+(?=[A-ZÀ-Þ])")


@functools.cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(map(re.escape, labels('and')))})\s+|\s*[;/&]\s*")


@functools.cache
def _opening() -> re.Pattern[str]:
    words = "|".join(map(re.escape, labels("byline")))
    return re.compile(rf"(?:{words})(?:\s*[:;]\s*|\s+)(?=\S)", re.IGNORECASE)


def read_writers(names: str) -> Writers | None:
    """What stands after "By"; None if it is the rest of a sentence, or anything else that names nobody."""
    names = _ADDRESS.sub("", names)
    names = re.sub(r"\s*\([^()]*\)?\s*$", "", names).strip(" \t,;:-–—|/")
    if not names or folded(names) in labels("nobody"):
        return Writers()
    if is_publisher(names):
        return Writers(author=names, publisher=names)
    if "," not in names and (sounds_like_publisher(names) or (is_writer(names) and is_capitalised(names))):
        return Writers(author=names)
    people, *elsewhere = _before_place().split(names, maxsplit=1)
    papers = [place for place in elsewhere if sounds_like_publisher(place)]
    kept: list[str] = []
    for piece in map(str.strip, people.split(",")):
        if kept and (is_writer(piece) or sounds_like_publisher(piece)):
            papers += [piece] * (sounds_like_publisher(piece) and not is_writer(piece))
        elif _are_people(piece, several=not kept):
            kept.append(_without_and(piece))
        elif not kept or len(piece.split()) > 4 or not is_capitalised(piece):
            return None  # a place after the names is left aside: "Jane Roe, Kyiv"
    return Writers(", ".join(kept), papers[0] if papers else None)


def named_writer(text: str) -> Writers | None:
    """A writer named with what he is, without "By": "Jane Roe, Staff Writer"; None if the text is something else."""
    suffix = next((suffix for suffix in labels("writer_suffix") if re.fullmatch(rf"\S{{2,6}} ?{suffix}", text)), None)
    if suffix:
        return Writers(text.removesuffix(suffix).strip())
    name, _, role = (part.strip() for part in text.partition(","))
    if not looks_like_name(name) or not is_capitalised(role) or not (is_writer(role) or sounds_like_publisher(role)):
        return None
    return Writers(name, None if is_writer(role) else role)


def looks_like_name(text: str) -> bool:
    """Whether a text could be a person's name: two to five capitalised words, particles among them, nothing else."""
    words = text.split()
    if not 2 <= len(words) <= 5 or ends_sentence(text.rstrip(".")) or re.search(r"[\d,;:!?\"“”()/|&@]", text):
        return False
    if not is_capitalised(words[0]) or not is_capitalised(words[-1]):
        return False
    return all(
        is_capitalised(word) or word.lower() in labels("particle") or word.startswith(("al-", "el-")) for word in words
    )


def is_likely_person(text: str) -> bool:
    """Whether a lone text looks like a person's name and not like a place's."""
    return looks_like_name(text) and folded(text.split()[0]) not in labels("place")


def _without_and(piece: str) -> str:
    """The last of several names without the "and" before it: "Ann, Bob, and Eve"."""
    return _and().sub("", f" {piece}", count=1) if _and().match(f" {piece}") else piece


def _are_people(piece: str, several: bool) -> bool:
    people = _and().split(_without_and(piece))
    return all(looks_like_name(person) or (several and _is_single_name(person)) for person in people)


@functools.cache
def _calendar() -> re.Pattern[str]:
    return re.compile(f"{weekday_pattern()}|{month_pattern()}", re.IGNORECASE)


def _is_single_name(person: str) -> bool:
    """One word that can be a name after "By": not a day or month, as in "By Friday"."""
    if _WITHOUT_CASE.search(person):
        return len(person) <= 8
    letters = re.sub(r"[-'’.]", "", person)
    return letters.isalpha() and is_capitalised(person) and not _calendar().fullmatch(person)
