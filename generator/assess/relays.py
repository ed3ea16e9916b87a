"""Where an article passes on what an agency or another outlet reports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.assess.outlets import Mention, Outlet, Outlets
from generator.assess.passages import Passages
from generator.knowledge_files import knowledge_file
from generator.merge.names import words
from generator.merge.states import known_states
from generator.model import Source

_WORDS_BETWEEN = 5
_APPOSITION = r"(?:\s*,[^,.;\n]{1,80},|\s*\([^)\n]{1,40}\))?"
_REACH = 140
"""Code points before and after a name within which the words stand that make it a relay."""
_HEAD = 500
"""A dateline stands within so many code points from the start of the text."""
_NAME_GOES_ON = re.compile(r"[ \t][A-Z]")
_DATELINE_BEFORE = re.compile(r"\(\s*$")
_DATELINE_AFTER = re.compile(r"^\s*\)\s*[-–—:]")


@dataclass(frozen=True)
class Relay:
    """A place of an article that passes on an outlet's report. `whole` where it is the dateline of all of it."""

    outlet: Outlet
    start: int
    end: int
    whole: bool = False


def _any(phrases: list[str]) -> str:
    longest = sorted(map(str, phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest)


@dataclass(frozen=True)
class _Patterns:
    before: re.Pattern[str]
    after: re.Pattern[str]
    after_ambiguous: re.Pattern[str]
    unnamed: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    known = knowledge_file("relays")
    around = rf"(?:(?:{_any(known['around'])}|[A-Z][\w’'-]+,?)\s+){{0,{_WORDS_BETWEEN}}}"
    kind = rf"(?:\s+(?:{_any(known['around'])})){{0,3}}"
    adverbs = rf"(?:(?:{_any(known['adverbs'])})\s+){{0,3}}"

    def after(verbs: list[str]) -> re.Pattern[str]:
        return re.compile(rf"^{kind}{_APPOSITION},?\s+{adverbs}(?:{_any(verbs)})\b")

    owner = r"(?:(?P<owner>[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)(?:['’]s?)?\s+)?"
    sort = rf"(?:(?P<government>{_any(known['government'])})|{_any(known['near'])})"
    unnamed = rf"{owner}\b{sort}\s+(?:{owner.replace('owner', 'inner')})?(?:news\s+)?(?:{_any(known['unnamed'])})\b"
    return _Patterns(
        before=re.compile(rf"\b(?i:{_any(known['before'])})\s+{around}$"),
        after=after([*known["after"], *known["after_ambiguous"]]),
        after_ambiguous=after(known["after_ambiguous"]),
        unnamed=re.compile(unnamed),
    )


def _passes_on(text: str, start: int, end: int, ambiguous: bool) -> bool:
    """Whether the words around an outlet's name make it the one whose report is passed on."""
    patterns = _patterns()
    if patterns.before.search(text[max(0, start - _REACH) : start].rsplit("\n", 1)[-1]):
        return True
    after = patterns.after_ambiguous if ambiguous else patterns.after
    return bool(after.search(text[end : end + _REACH].split("\n", 1)[0]))


def _unnamed(text: str, named: list[Mention]) -> Iterator[Relay]:
    """State television, local media and the like, unless a name follows: "state news agency KCNA"."""
    for match in _patterns().unnamed.finditer(text):
        beside = any(
            0 <= mention.start - match.end() <= 2 or mention.start < match.end() <= mention.end for mention in named
        )
        if not beside and _passes_on(text, match.start(), match.end(), ambiguous=False):
            owner = match.group("owner") or match.group("inner")
            state = known_states().any_form(words(owner)) if owner else None
            sort = "state media" if match.group("government") else "local media"
            name = f"{sort} of {state}" if state else f"{owner} {sort}" if owner else sort
            yield Relay(Outlet(name, state if match.group("government") else None), match.start(), match.end())


def relays_of(source: Source, outlets: Outlets) -> list[Relay]:
    """Every place of a source's text that passes on another outlet's report, in order; its publisher is no other."""
    text, own = source.text, outlets.named(source.publisher)
    mentions = list(outlets.mentions(text))
    found = list(_unnamed(text, mentions))
    for mention in mentions:
        if mention.outlet == own or (mention.ambiguous and _NAME_GOES_ON.match(text, mention.end)):
            continue
        before, after = text[max(0, mention.start - 3) : mention.start], text[mention.end : mention.end + 5]
        if mention.end <= _HEAD and _DATELINE_BEFORE.search(before) and _DATELINE_AFTER.search(after):
            found.append(Relay(mention.outlet, mention.start, mention.end, whole=True))
        elif _passes_on(text, mention.start, mention.end, mention.ambiguous):
            found.append(Relay(mention.outlet, mention.start, mention.end))
    return sorted(found, key=lambda relay: (relay.start, relay.end, relay.outlet.name))


def relayed_at(start: int, end: int, passages: Passages, relays: list[Relay]) -> tuple[Outlet | None, Outlet | None]:
    """The outlet that the sentence of a quote relays, and the one that its paragraph or the whole article relays."""
    first, last = passages.sentence(start, end)
    inside = [relay for relay in relays if first <= relay.start < last and not relay.whole]
    if inside:
        return inside[0].outlet, inside[0].outlet
    first, last = passages.paragraph(start, end)
    around = [relay for relay in relays if relay.whole or first <= relay.start < last]
    around.sort(key=lambda relay: relay.whole)
    return None, around[0].outlet if around else None
