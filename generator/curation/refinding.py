"""Finding again what a decision was about when its id is gone: by its words, its name, and its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from generator.curation.quoting import plain
from generator.identifiers import slug
from generator.model import Actor, Agreement, Brief, Event, Evidence, Question, Source, Statement

NEAR = 55
"""Likeness of ids or names, out of 100, from which one is worth suggesting."""

_SAME = 60
"""Likeness of titles, out of 100, from which two that rest on the same words are one fact."""

_CLEARLY = 15
"""How much more alike the best of several must be than the next."""

_LEAST_PART = 20
"""Characters of a quote's part from which it stands for the whole."""

type Fact = Source | Actor | Event | Agreement | Question | Statement


@dataclass(frozen=True)
class Known:
    """A fact as it can be found again: its id, its name first among all forms of it, and its evidence."""

    id: str
    names: tuple[str, ...]
    evidence: Sequence[Evidence]

    @property
    def label(self) -> str:
        """Its name or title."""
        return self.names[0]

    def rests_on(self, quote: str) -> bool:
        """Whether its evidence has the words of a quote, or the quote those of its evidence."""
        for held in (_plain(evidence.quote) for evidence in self.evidence):
            if quote in held or (len(held) >= _LEAST_PART and held in quote):
                return True
        return False

    def likeness(self, text: str) -> float:
        """How much one of its names is like a text, out of 100."""
        wanted = _words(text)
        return max(fuzz.token_set_ratio(wanted, _words(name)) for name in self.names)


def known_facts(brief: Brief) -> dict[str, dict[str, Known]]:
    """Everything that decisions can be about, by field of the brief and id."""
    tables: dict[str, Sequence[Fact]] = {
        "sources": brief.sources,
        "actors": brief.actors,
        "events": brief.events,
        "agreements": brief.agreements,
        "questions": brief.questions,
        "statements": brief.statements,
    }
    return {facts: {fact.id: known(fact) for fact in table} for facts, table in tables.items()}


def known(fact: Fact) -> Known:
    """A fact as it can be found again."""
    match fact:
        case Source():
            return Known(fact.id, (fact.title,), ())
        case Actor():
            return Known(fact.id, (fact.name, *fact.aliases), fact.evidence)
        case Agreement():
            return Known(fact.id, (fact.title, *fact.aliases), fact.evidence)
        case Event():
            titles = (report.title for report in fact.reports)
            return Known(fact.id, tuple(dict.fromkeys((fact.title, *titles))), fact.evidence)
        case Question() | Statement():
            return Known(fact.id, (fact.text,), fact.evidence)


def certain(facts: Sequence[Known], wanted: str, was: str | None, quote: str | None) -> Known | None:
    """The one fact that a decision on the id wanted can only have meant.

    It rests on the words quoted and is called much the same; or one of its names is the very name, and it is the only
    one. A name is not enough where the decision quotes words that are there, but belong to something else.
    """
    holders = [fact for fact in facts if quote and fact.rests_on(_plain(quote))]
    if holders:
        ranked = sorted(((fact.likeness(was or wanted), fact) for fact in holders), key=lambda pair: -pair[0])
        clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _CLEARLY
        return ranked[0][1] if ranked[0][0] >= _SAME and clear else None
    wanted_slug = _slug(was) if was else wanted
    named = [fact for fact in facts if any(_slug(name) == wanted_slug for name in fact.names)]
    return named[0] if len(named) == 1 else None


def nearest(facts: Sequence[Known], wanted: str, was: str | None, quote: str | None) -> Known | None:
    """What is most like the fact that is gone: by its evidence, else its name, else the words it is told in."""
    holders = [fact for fact in facts if quote and fact.rests_on(_plain(quote))]
    if holders:
        return max(holders, key=lambda fact: fact.likeness(was or wanted))
    named = [[fact.id, *fact.names] for fact in facts]
    for text in [_words(words) for words in (was, wanted) if words]:
        for forms in (named, [[evidence.quote for evidence in fact.evidence] for fact in facts]):
            found = _most_like(text, forms)
            if found is not None:
                return facts[found]
    return None


def _most_like(text: str, forms: Sequence[Sequence[str]]) -> int | None:
    """The position of the fact with the most likely form, if one is like enough."""
    choices = {(i, j): _words(form) for i, several in enumerate(forms) for j, form in enumerate(several)}
    near = process.extractOne(text, choices, scorer=fuzz.WRatio, score_cutoff=NEAR)
    return near[2][0] if near else None


# Every decision whose target is gone is held against all facts: their names and words are made comparable once.


@cache
def _plain(quote: str) -> str:
    return plain(quote).text


@cache
def _slug(name: str) -> str:
    return slug(name)


@cache
def _words(text: str) -> str:
    return slug(text, limit=400).replace("-", " ")
