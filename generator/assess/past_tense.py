"""Titles of events, which stand in the present tense, told in the past: "Norland signs a pact" as "Norland signed"."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from generator.knowledge_files import FOLDER, knowledge_file

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)es$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_ALSO = re.compile(r"(?:,| and| but| or|, and) ([a-z]+s)\b")
_LATEST_VERB = 5
_LATER = {"will": "would", "can": "could", "cannot": "could not"}


@cache
def _knowledge() -> Mapping[str, Any]:
    content: dict[str, Any] = knowledge_file("past_tense")
    return content


@cache
def _verbs() -> frozenset[str]:
    """Base forms of the verbs that tell happenings."""
    files = sorted((FOLDER / "events").glob("*.yml"))
    named = {
        entry["verb"].split()[0] for path in files for entry in knowledge_file(f"events/{path.stem}") if "verb" in entry
    }
    return frozenset(named | set(_knowledge()["irregular"]) | set(_knowledge()["verbs"]))


def is_verb(base: str) -> bool:
    """Whether a word in its base form is the verb of some happening; American spellings count."""
    return base in _verbs() or (base.endswith("ize") and base[:-3] + "ise" in _verbs())


def is_preposition(word: str) -> bool:
    """Whether a word behind a form such as "protests" shows it to be a noun."""
    return word in _knowledge()["prepositions"]


def past(base: str) -> str:
    """The past of a verb given in its base form: "signed", "withdrew", "submitted"."""
    irregular: str | None = _knowledge()["irregular"].get(base)
    if irregular:
        return irregular
    if base.endswith("e"):
        return base + "d"
    if _CONSONANT_Y.search(base):
        return base[:-1] + "ied"
    if _SHORT.fullmatch(base) or base in _knowledge()["doubling"]:
        return base + base[-1] + "ed"
    return base + "ed"


def base_of(form: str) -> str | None:
    """The base form of a verb in the third person ("signs"); None if no verb of that form is known."""
    if not form.endswith("s"):
        return None
    stems = [form[:-1]]
    if form.endswith("ies"):
        stems.insert(0, form[:-3] + "y")
    elif _SIBILANT.search(form):
        stems.insert(0, form[:-2])
    return next((stem for stem in stems if is_verb(stem)), None)


def told_in_past(title: str, subjects: Collection[str], *, many: bool, triggers: Collection[str] = ()) -> str | None:
    """The title in the past, or None where its verb cannot be told with certainty.

    `subjects` are the names that the title may begin with; `many` whether one of them can stand for several ("police
    use", "the protesters march"), so that its verb has no ending. `triggers` are the words that name the happening in
    the sources: where no verb follows a name at the beginning, the title's verb is one of these.
    """
    subject, listed = _subject(title, subjects)
    words = title.split(" ")
    at = len(subject.split(" ")) if subject else 0
    at += 1 if 0 < at < len(words) and words[at].endswith("ly") else 0
    told = _told(words[at], plural=listed or many) if 0 < at < len(words) else None
    if told is None:
        at = _trigger_at(words, triggers)
        told = _told(words[at], plural=True) if at else None
    rest = words[at + 1 :]
    if not told or not rest or any(base_of(also) for also in _ALSO.findall(" ".join(rest))):
        return None
    own = next((i for i, word in enumerate(rest) if word.startswith("“")), len(rest))
    later = next((i for i, word in enumerate(rest[:own]) if word in _LATER), None)
    if later is not None:
        rest[later] = _LATER[rest[later]]
    return " ".join([*words[:at], told, *rest])


def _trigger_at(words: Sequence[str], triggers: Collection[str]) -> int:
    """The position of the word that names the happening, if it is certainly a verb; 0 if none is.

    A word in the third person is one unless a preposition follows ("protests against"); a base form is one behind a
    plural ("ministers call").
    """
    for at, word in enumerate(words[1 : _LATEST_VERB + 1], start=1):
        if word in _knowledge()["helping"]:
            return 0
        base = base_of(word)
        if word in triggers or (base is not None and past(base) in triggers):
            follows = words[at + 1] if at + 1 < len(words) else ""
            third = base is not None and follows not in _knowledge()["prepositions"]
            before = words[at - 1]
            several = before in _knowledge()["plurals"] or bool(re.search(r"[a-z]s$", before))
            return at if third or (is_verb(word) and several) else 0
    return 0


def _told(verb: str, *, plural: bool) -> str | None:
    helping: str | None = _knowledge()["helping"].get(verb)
    return helping or _past_of(verb, plural=plural)


def _past_of(verb: str, *, plural: bool) -> str | None:
    base = base_of(verb)
    if base is None and plural and is_verb(verb):
        base = verb
    return past(base) if base else None


def _subject(title: str, subjects: Collection[str]) -> tuple[str, bool]:
    """What the title begins with, as far as it is names, and whether these are several."""
    names = sorted({name for name in subjects if _WORD.search(name)}, key=lambda name: (-len(name), name))
    article = "The " if title.startswith("The ") else ""
    found, number = article, 0
    while True:
        name = next((n for n in names if title.startswith(n, len(found)) and _ends(title, len(found) + len(n))), None)
        if name is None:
            return ("", False) if not number else (found.removesuffix(" and ").removesuffix(", "), number > 1)
        found, number = found + name, number + 1
        joined = re.compile(r", and | and \d+ others|, | and ").match(title, len(found))
        if joined and joined.group().endswith("others"):
            return found + joined.group(), True
        if joined is None:
            return found, number > 1
        found += joined.group()


def _ends(title: str, position: int) -> bool:
    return not title[position : position + 1].isalnum() and title[position : position + 1] not in ("'", "’", "-")
