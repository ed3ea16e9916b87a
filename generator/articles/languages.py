"""Which language a text is in, where nothing states it: by its script, else by its small words."""

import functools
import re
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent.parent / "knowledge" / "languages.yml"
_READ = 20_000
"""Characters that are looked at."""

_SAMPLES = 5
"""Places, spread over a longer text, at which it is looked at."""

_SCRIPT_SHARE = 0.5
"""A text is in a script's language if this share of its letters is in the script, where the knowledge says no other."""

_WORD_SHARE = 0.12
"""Fewer small words than this are no running text in the language."""

_SHORT = 60
"""Words of a text that is too short to show its language by the small words in it."""

_LINE = 15
"""Words of a text that is no more than a headline."""

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")

_LEAD = 1.15
"""The best language must have this many times the words of the next, or the text could be in either."""


@functools.cache
def language_knowledge() -> dict[str, Any]:
    """The content of `languages.yml`, read once."""
    content: dict[str, Any] = yaml.load(_FILE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return content


@functools.cache
def _knowledge() -> tuple[dict[str, tuple[re.Pattern[str], float]], dict[str, frozenset[str]]]:
    """Each script's language with its characters and the share of them it asks for; each language's small words."""
    content = language_knowledge()
    shares = {code: float(share) for code, share in content["shares"].items()}
    scripts = {
        code: (re.compile(pattern), shares.get(code, _SCRIPT_SHARE)) for code, pattern in content["scripts"].items()
    }
    return scripts, {code: frozenset(words) for code, words in content["words"].items()}


LANGUAGES: frozenset[str] = frozenset(code for part in _knowledge() for code in part)
"""ISO 639-1 codes of the languages that can be told apart."""


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of a running text; None if it is too short or too close to call."""
    scripts, words = _knowledge()
    sample = _sample(text)
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return None
    for code, (script, share) in scripts.items():
        if len(script.findall(sample)) > share * letters:
            return code
    tokens = re.findall(r"[^\W\d_]+", sample.lower())
    counts = Counter({code: sum(token in small for token in tokens) for code, small in words.items()})
    (best, most), (_, next_most) = counts.most_common(2)
    if most < 3 or most < _WORD_SHARE * len(tokens) or most < _LEAD * next_most:
        return None
    return best


def may_be_english(text: str) -> bool:
    """Whether a text that nothing says the language of can be read as English.

    It is in Latin letters, and has a small word of English unless it is a mere line, many of them if it is long.
    """
    sample = _sample(text)
    letters = sum(map(str.isalpha, sample))
    if 2 * len(_LATIN.findall(sample)) < letters:
        return False
    tokens = re.findall(r"[^\W\d_]+", sample.lower())
    small = sum(token in _knowledge()[1]["en"] for token in tokens)
    return len(tokens) < _LINE or (small > 0 and (len(tokens) < _SHORT or small >= _WORD_SHARE * len(tokens)))


def _sample(text: str) -> str:
    """What is looked at of a text: all of it, or parts of a long one from its beginning to its end."""
    if len(text) <= _READ:
        return text
    length = _READ // _SAMPLES
    step = (len(text) - length) // (_SAMPLES - 1)
    return " ".join(text[start : start + length] for start in range(0, step * _SAMPLES, step))
