"""Dates of news sentences: what is found, where it stands, which days are meant."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.language.dates import DateMention, find_dates, resolve_anaphoric
from generator.model import DateSpan

EXPRESSIONS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("date_expressions.yml").read_text(encoding="utf-8")
)
FLAGS = ("since", "until", "anaphoric", "vague")


def days(span: DateSpan | None) -> str | None:
    """A span as the file writes it: one day, or first and last."""
    if span is None:
        return None
    return str(span.start) if span.start == span.end else f"{span.start}/{span.end}"


def span_of(written: str | date, precision: str) -> DateSpan:
    first, _, last = str(written).partition("/")
    return DateSpan.model_validate({"start": first, "end": last or first, "precision": precision, "basis": "stated"})


def faults(mention: DateMention, wanted: dict[str, Any]) -> list[str]:
    """What is wrong with a mention, in the words of the file."""
    has = {
        "text": mention.text,
        "span": days(mention.span),
        "future": days(mention.weekday_future),
        "kind": mention.kind,
    }
    wants = {key: str(value) if (value := wanted.get(key)) else None for key in ("text", "span", "future")}
    wants["kind"] = wanted.get("kind", "point")
    if mention.span and wanted["span"]:
        has |= {"precision": mention.span.precision, "basis": mention.span.basis}
        wants |= {"precision": wanted.get("precision", "day"), "basis": wanted.get("basis", "relative")}
    has |= {flag: getattr(mention, flag) for flag in FLAGS}
    wants |= {flag: wanted.get(flag, False) for flag in FLAGS}
    if "after" in wanted:
        meant = resolve_anaphoric(mention, span_of(wanted["after"], wanted.get("after_precision", "day")))
        has |= {"is": days(meant), "is_precision": meant.precision if meant else None}
        wants["is"] = str(wanted["is"]) if wanted["is"] else None
        wants["is_precision"] = wanted.get("is_precision", "day") if wanted["is"] else None
    return [f"{key}: {has[key]}, not {wants[key]}" for key in has if has[key] != wants[key]]


def test_dates_of_news_sentences_are_found_and_resolved() -> None:
    right, wrong = 0, []
    for group in EXPRESSIONS:
        for case in group["cases"]:
            found = find_dates(case["say"], group["published"])
            problems = [
                fault
                for mention, wanted in zip(found, case["finds"], strict=False)
                for fault in faults(mention, wanted)
            ]
            if len(found) != len(case["finds"]):
                problems.append(f"found {[mention.text for mention in found]}")
            right += not problems
            wrong += [f"{case['say']} ({group['published']}): {'; '.join(problems)}"] if problems else []
    assert right / (right + len(wrong)) >= 0.98, "\n".join(wrong)


@pytest.mark.parametrize("group", EXPRESSIONS, ids=lambda group: str(group["published"]))
def test_offsets_point_at_the_words(group: dict[str, Any]) -> None:
    for case in group["cases"]:
        for mention in find_dates(case["say"], group["published"]):
            assert case["say"][mention.start : mention.end] == mention.text


SENTENCES = [case["say"] for group in EXPRESSIONS for case in group["cases"]]
STRANGE = st.text(
    st.sampled_from("😀👩‍🚀漢字、。 \u0301\u0308שלום مرحبا\u200f\u202e\u2067\n\t'’\"-–0٣²½ Aß"), max_size=12
)


@given(before=STRANGE, sentence=st.sampled_from(SENTENCES), after=STRANGE)
def test_offsets_are_exact_in_any_surrounding(before: str, sentence: str, after: str) -> None:
    text = f"{before} \n\n{sentence}\n\n {after}"
    for published in (date(2020, 5, 15), None):
        for mention in find_dates(text, published):
            assert text[mention.start : mention.end] == mention.text
            assert mention.text.strip() == mention.text != ""


@given(before=STRANGE, after=STRANGE)
def test_a_date_is_found_beside_any_script(before: str, after: str) -> None:
    found = find_dates(f"{before}\n\nSigned on June 18, 2024 in Rome.\n\n{after}", None)
    assert [days(mention.span) for mention in found if mention.text == "June 18, 2024"] == ["2024-06-18"]


FRAGMENTS = [
    *sorted({word for sentence in SENTENCES for word in sentence.split()}),
    "31",
    "0",
    "9999",
    "1000000",
    "2100",
    "'90s",
]


@given(
    words=st.lists(st.sampled_from(FRAGMENTS), max_size=15),
    published=st.none() | st.dates(),
    told=st.dates(),
)
def test_no_heap_of_words_is_read_into_a_span_that_ends_before_it_begins(
    words: list[str], published: date | None, told: date
) -> None:
    text = " ".join(words)
    anchor = DateSpan(start=told, end=told, precision="day", basis="stated")
    last_end = 0
    for mention in find_dates(text, published):
        assert mention.start >= last_end
        last_end = mention.end
        for span in (mention.span, mention.weekday_future, resolve_anaphoric(mention, anchor)):
            assert span is None or span.start <= span.end


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_is_read_without_fault(text: str, published: date | None) -> None:
    for mention in find_dates(text, published):
        assert text[mention.start : mention.end] == mention.text


def test_without_a_day_of_publication_only_what_is_written_out_has_a_span() -> None:
    for group in EXPRESSIONS:
        for case in group["cases"]:
            for mention in find_dates(case["say"], None):
                assert mention.span is None or mention.span.basis == "stated", case["say"]


def test_the_date_told_before_gives_the_following_day() -> None:
    (signed, next_day) = find_dates("They signed on 8 January 2020 and left the following day.", date(2020, 1, 11))
    assert signed.span is not None
    assert days(resolve_anaphoric(next_day, signed.span)) == "2020-01-09"
    assert resolve_anaphoric(signed, signed.span) is None


def test_the_date_counted_to_gives_the_one_counted_from() -> None:
    (counted,) = find_dates("The court ruled two days after the vote.", date(2020, 1, 11))
    ruled = span_of("2020-01-09", "day")
    assert days(resolve_anaphoric(counted, ruled, back=True)) == "2020-01-07"


def test_a_plan_may_take_the_other_reading() -> None:
    (mention,) = find_dates("The envoys meet on Monday.", date(2020, 5, 15))
    assert (days(mention.span), days(mention.weekday_future)) == ("2020-05-11", "2020-05-18")


@pytest.mark.parametrize(
    "heap", ["2011 and ", "In 2019 May 3 ", "Monday and ", "the last the next ", "twenty-", "May - "]
)
def test_thousands_of_dates_in_a_row_are_read_too(heap: str) -> None:
    text = heap * 3000
    assert all(text[mention.start : mention.end] == mention.text for mention in find_dates(text, date(2020, 1, 1)))
