"""Saved pages of many systems, with the text and the particulars that a reader sees on each (fixtures/pages)."""

import logging
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from rapidfuzz.distance import LCSseq
from trafilatura import extract

from generator.articles import read_article
from generator.articles.wording import key

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
NAMES = sorted(page.stem for page in PAGES.glob("*.html"))

MODES = ("balanced", "precision", "recall")


def f1(text: str, known: str) -> float:
    """The harmonic mean of precision and recall of the words that both texts have in the same order."""
    read, wanted = words(text), words(known)
    return 2 * LCSseq.similarity(read, wanted) / (len(read) + len(wanted))


def words(text: str) -> list[str]:
    return re.findall(r"\w+(?:[’'.,-]\w+)*", text.casefold())


@cache
def known(name: str) -> tuple[str, str]:
    headline, _, body = (PAGES / f"{name}.txt").read_text("utf-8").partition("\n")
    return headline, body


@cache
def our_score(name: str) -> float:
    article = read_article(PAGES / f"{name}.html", PAGES)
    body = (block for block in article.blocks if block.kind != "headline")
    return f1("\n\n".join(article.source.text[block.start : block.end] for block in body), known(name)[1])


def score_of_mode(name: str, mode: str) -> float:
    page = (PAGES / f"{name}.html").read_bytes()
    precision, recall = mode == "precision", mode == "recall"
    text = extract(page, include_comments=False, favor_precision=precision, favor_recall=recall) or ""
    lines = [line for line in text.split("\n") if key(line) != key(known(name)[0])]
    return f1("\n".join(lines), known(name)[1])


@pytest.mark.parametrize("name", NAMES)
def test_body(name: str) -> None:
    assert our_score(name) >= 0.95


@pytest.mark.parametrize("name", NAMES)
def test_headline_is_said_once_and_at_the_top(name: str) -> None:
    headline, _ = known(name)
    text = read_article(PAGES / f"{name}.html", PAGES).source.text
    assert text.startswith(f"{headline}\n\n")
    assert [key(paragraph) for paragraph in text.split("\n\n")].count(key(headline)) == 1


@pytest.mark.parametrize("name", NAMES)
def test_particulars(name: str) -> None:
    source = read_article(PAGES / f"{name}.html", PAGES).source
    stated: dict[str, Any] = yaml.safe_load((PAGES / f"{name}.yml").read_text("utf-8"))
    assert {field: getattr(source, field) for field in stated} == stated


def test_bodies_are_at_least_as_good_as_those_of_the_mode_of_trafilatura_that_suits_each_page_best() -> None:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    by_mode = {mode: {name: score_of_mode(name, mode) for name in NAMES} for mode in MODES}
    ours = {name: our_score(name) for name in NAMES}
    best_of_each_page = [max(scores[name] for scores in by_mode.values()) for name in NAMES]
    assert sum(ours.values()) >= sum(best_of_each_page)
