"""How the time of finding versions, and that of merging and assessing, grows with the number of articles.

    python benchmarks/merging.py [ARTICLES_FOLDER] [MOST]

The articles of the folder (default: `data/articles`) are distilled once. From them `MOST` articles (default: 2,000) are
made by a seeded script: names get other letters (as many, so that every offset holds) and dates move by weeks, so that
the same actors come back at other times, as they do in a growing collection. The exponent is that of the power of
their number with which the time grows: 1 is linear, 2 is the square.
"""

import math
import random
import re
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from generator.articles import read_article
from generator.assess.assessing import assess
from generator.distil import distil
from generator.language import load_pipeline
from generator.merge import merge
from generator.merge.versions import settle_versions
from generator.model import Distillate, Kind

ROOT = Path(__file__).parents[1]
_SIZES = (4, 2, 1)
"""Parts of the greatest number of articles at which the time is taken."""
_CASTS = 40
"""Sets of names that the copies of one article are told with: each returns every so often."""
_WEEKS = 120
_CONSONANTS, _VOWELS = "bcdfghklmnprstvz", "aeiou"


def main(arguments: list[str]) -> int:
    """Prints a line per number of articles, and the exponent between the least and the greatest."""
    folder = Path(arguments[0]) if arguments else ROOT / "data" / "articles"
    most = int(arguments[1]) if len(arguments) > 1 else 2000
    made = distillates(folder, most)
    merge(made[:5], "warm")
    settle_versions(made[:5])
    sizes = [most // part for part in _SIZES]
    for what, timed in (("finding versions", _versions_timed), ("merging and assessing", _timed)):
        seconds = {number: timed(made[:number]) for number in sizes}
        first, *_, last = sizes
        exponent = math.log(seconds[last] / seconds[first]) / math.log(last / first)
        print(f"{what}: from {first} to {last} articles the time grows as n to the {exponent:.2f}")
    return 0


def distillates(folder: Path, number: int) -> list[Distillate]:
    """As many articles, made from those of the folder."""
    pipeline = load_pipeline()
    files = [path for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".md"}]
    return _varied([distil(read_article(path, folder), pipeline) for path in files], number)


def _versions_timed(distillates: list[Distillate]) -> float:
    """The seconds that it takes to find which are one article; that they are is of no use to the other measurement."""
    start = time.process_time()
    kept, _ = settle_versions(distillates)
    seconds = time.process_time() - start
    print(f"{len(distillates):6} articles: {seconds:6.1f} s, {len(kept)} texts", flush=True)
    return seconds


def _timed(distillates: list[Distillate]) -> float:
    start = time.process_time()
    brief = assess(merge(distillates, "bench"))
    seconds = time.process_time() - start
    print(
        f"{len(distillates):6} articles: {seconds:6.1f} s, {len(brief.actors)} actors, {len(brief.events)} events",
        flush=True,
    )
    return seconds


def _varied(told: list[Distillate], number: int) -> list[Distillate]:
    """As many articles, in an order in which casts and subjects are mixed."""
    chance = random.Random(7)
    made = []
    for position in range(number):
        original = told[position % len(told)]
        made.append(_variant(original, position, chance.randrange(_CASTS), timedelta(weeks=chance.randrange(_WEEKS))))
    return made


def _variant(original: Distillate, position: int, cast: int, later: timedelta) -> Distillate:
    """The article under other names, at another time."""
    names = {
        word
        for actor in original.actors
        if actor.kind is not Kind.STATE
        for form in [actor.name, *actor.aliases]
        for word in re.findall(r"[A-Z][a-z]{3,}", form)
    }
    letters = _letters(cast)
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True)) or '(?!)'})\b")
    values = _changed(original.model_dump(), lambda text: pattern.sub(lambda m: m[0].translate(letters), text), later)
    identifier = original.source.id
    return Distillate.model_validate(_replaced(values, identifier, f"a{position:05}-{identifier}"))


def _letters(cast: int) -> dict[int, str]:
    """A table that gives each letter another one, vowels for vowels; cast 0 leaves names as they are."""
    chance = random.Random(cast)
    table: dict[int, str] = {}
    for letters in (_CONSONANTS, _VOWELS) if cast else ():
        mixed = chance.sample(letters, len(letters))
        table |= {ord(a): b for a, b in zip(letters, mixed, strict=True)}
        table |= {ord(a.upper()): b.upper() for a, b in zip(letters, mixed, strict=True)}
    return table


def _changed(value: Any, rename: Any, later: timedelta) -> Any:
    if isinstance(value, dict):
        return {key: _changed(inner, rename, later) for key, inner in value.items()}
    if isinstance(value, list):
        return [_changed(inner, rename, later) for inner in value]
    if isinstance(value, date):
        return value + later
    return rename(value) if type(value) is str else value


def _replaced(value: Any, old: str, new: str) -> Any:
    """The value with the source's id replaced wherever it stands alone."""
    if isinstance(value, dict):
        return {key: _replaced(inner, old, new) for key, inner in value.items()}
    if isinstance(value, list):
        return [_replaced(inner, old, new) for inner in value]
    return new if value == old else value


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
