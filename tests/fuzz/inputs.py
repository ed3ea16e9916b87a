"""Inputs that try to be more than text, and how many of them each property is tried on."""

import functools
import os
from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

TIMES = int(os.environ.get("FUZZ", "1"))
"""How many times as many inputs as in `make test`."""

TRIED: Counter[str] = Counter()
"""How many inputs each property has been tried on."""


def holds_for(number: int, **inputs: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A property that is tried on this many inputs in `make test`: always the same, in any time."""

    def decorate(check: Callable[..., None]) -> Callable[..., None]:
        name = f"{check.__module__.rpartition('.')[2]}: {check.__name__}".replace("test_", "").replace("_", " ")

        @settings(
            max_examples=number * TIMES,
            deadline=None,
            derandomize=TIMES == 1,
            database=None,
            print_blob=True,
            phases=[Phase.explicit, Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        @given(**inputs)
        @functools.wraps(check)
        def counted(*arguments: Any, **named: Any) -> None:
            TRIED[name] += 1
            check(*arguments, **named)

        return counted

    return decorate


MARKUP = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "</li></ul>", "<!--",
    "-->", "<style>*{}</style>", "<![CDATA[", "]]>", "<?xml", "&lt;", "&#60;b&#62;", "&amp;", "\" onmouseover=\"x",
    "' x='", "<a href=javascript:alert(1)>", "[x](javascript:alert(1))", "![x](y)", "[x][p1]", "[p1]: y", "**b**",
    "__", "*", "_", "`", "```\n", "~~~", "# ", "1. ", "- ", "> ", "| a | b |", "!!! note", "{.x onclick=y}",
    "{: #id }", "[TOC]", "[^1]", "--8<-- \"/etc/passwd\"", ":smile:", "$x^2$", "==m==", "\\", "\\n", "{{ 7 * 7 }}",
    "{% raw %}", "{% include 'x' %}", "{# x #}", "!!python/object/apply:os.system [id]", "&a [*a]", "<<: *a", "---",
    "...", "%YAML 1.1", ": ", " #", "? ", "#read(\"/etc/passwd\")", "#import \"x\"", "$ x $", "@ref", "<label>",
    "=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "BEGIN:VEVENT\r\n",
    "\r\n", "\n", "\n\n", "\r", "\x00", "\x1b[31m", "\x07", "\x85", "\u2028", "\u202e", "\u2066", "\u2069",
    "\u200f", "\ufeff", "\u200b", "́", "\ufffe", "\U000e0041", "🙂", "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "שלום", "مرحبا", "漢字", "ß", "ﬀ", "İ", "../../etc/passwd", "C:\\x", "con", "http://x/?a=b&c=d", "a@b.example",
]  # fmt: skip
"""What markup, templates, YAML, Typst, spreadsheets, calendars, terminals and file systems act on."""

PROSE = [
    "Norland", "Sudia", "Anna Berg", "President Ilsa Varn", "the Ministry of Trade of Belmor", "signed", "visited",
    "an agreement", "on Friday", "on 3 May 2030", "last week", "will meet", "may have struck", "denied", "said",
    "“We will talk again,”", "according to officials", "did not say whether", "in Lorvik", "with", "and", "the", "of",
    "was re-elected", "co-signed", "“It is unfair. We demand that they go.”", "told reporters", "saying", "today",
    "sanctions", "a treaty", "ships", "accused", "who", "his", "12", "$3 million", ".", ",", ". ", "? ", "\n\n", " ",
]  # fmt: skip
"""Words of which news is made."""

CHARACTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
"""Any characters that a text can hold."""


def words(most: int = 8) -> st.SearchStrategy[str]:
    """A text of markup, prose and any characters."""
    pieces = st.sampled_from(MARKUP) | st.sampled_from(PROSE) | CHARACTERS
    return st.lists(pieces, min_size=1, max_size=most).map(" ".join)


def news(most: int = 30) -> st.SearchStrategy[str]:
    """A text that reads like news with something else in it now and then."""
    pieces = st.sampled_from(PROSE * 4 + MARKUP) | CHARACTERS
    return st.lists(pieces, min_size=1, max_size=most).map(" ".join)
