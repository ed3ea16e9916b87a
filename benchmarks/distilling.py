"""Times distilling beside the bare language model on the same words.

    python benchmarks/distilling.py [ARTICLES_FOLDER]

Every article of the folder (default: `data/articles`) is parsed by the spaCy model alone and distilled, in turns, after
a warm-up. What is shown are medians over the rounds, in words per second; words are what white space parts. The ratio
says how many times as long distilling takes as parsing, which is a part of it.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.articles import iter_article_paths, read_article
from generator.distil import distil
from generator.language import load_pipeline
from generator.model import Article

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

    parsing, distilling = _medians(articles, lambda a: pipeline.nlp(a.source.text), lambda a: distil(a, pipeline))
    print(f"{words} words in {len(articles)} articles, medians of {ROUNDS} rounds")
    print(f"{words / parsing:7.0f} words/s  language model alone")
    print(f"{words / distilling:7.0f} words/s  distilling")
    print(f"{distilling / parsing:7.2f}  times as long", flush=True)
    return 0


def _medians(articles: Sequence[Article], *works: Callable[[Article], object]) -> list[float]:
    """Seconds that each work takes on all articles: in turns on each, so that a slow moment slows every one."""
    rounds: list[list[float]] = []
    for _ in range(1 + ROUNDS):
        seconds = [0.0] * len(works)
        for article in articles:
            for number, work in enumerate(works):
                start = time.perf_counter()
                work(article)
                seconds[number] += time.perf_counter() - start
        rounds.append(seconds)
    return [statistics.median(taken) for taken in zip(*rounds[1:], strict=True)]  # the first round warms up


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
