"""Times distilling beside the bare language model on the same words.

    python benchmarks/distilling.py [ARTICLES_FOLDER]

Every article of the folder (default: `data/articles`) is parsed by the spaCy model alone and distilled, in turns, after
a warm-up. What is shown are medians over the rounds, in words per second; words are what white space parts. The ratio
says how many times as long distilling takes as parsing, which is a part of it.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.articles import iter_article_paths, read_article
from generator.distil import distil
from generator.language import load_pipeline

ROOT = Path(__file__).parents[1]
ROUNDS = 5


def main(arguments: list[str]) -> int:
    """Prints words per second of parsing and of distilling, and the ratio; 2 if the folder holds no article."""
    folder = Path(arguments[0]) if arguments else ROOT / "data" / "articles"
    paths = iter_article_paths(folder) if folder.is_dir() else []
    if not paths:
        print(f"{folder}: no articles there; name a folder of articles", file=sys.stderr)
        return 2
    articles = [read_article(path, folder) for path in paths]
    words = sum(len(article.source.text.split()) for article in articles)
    start = time.perf_counter()
    pipeline = load_pipeline()
    print(f"{time.perf_counter() - start:7.1f} s  model and knowledge loaded", flush=True)

    def parse() -> None:
        for article in articles:
            pipeline.nlp(article.source.text)

    def distil_all() -> None:
        for article in articles:
            distil(article, pipeline)

    parsing, distilling = _medians(parse, distil_all)
    print(f"{words} words in {len(articles)} articles, medians of {ROUNDS} rounds")
    print(f"{words / parsing:7.0f} words/s  language model alone")
    print(f"{words / distilling:7.0f} words/s  distilling")
    print(f"{distilling / parsing:7.2f}  times as long", flush=True)
    return 0


def _medians(*works: Callable[[], None]) -> list[float]:
    """Seconds that each work takes: all in turns, so that what slows the machine for a while slows every one."""
    for work in works:
        work()
    seconds: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, seconds, strict=True):
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) for taken in seconds]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
