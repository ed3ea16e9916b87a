"""Dossiers whose address changed since an edition: what was called so then is called otherwise now."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.editions.matching import Kept, passage_keys
from generator.editions.recording import recorded
from generator.editions.state import Edition, state_of
from generator.model import Brief

_LISTS = ("actors", "agreements")
"""What has pages of its own and is found again by its passages."""


def moved(brief: Brief, folder: Path) -> dict[str, str]:
    """For pages of all recorded editions that are gone, the page of the same thing now, both below `docs/`.

    A thing is the same if most of its passages are: that of an actor who was renamed, of one who was merged into
    another; a source stands for the texts that it superseded. Where none is left, the thing may be found by way of a
    later edition. Raises EditionError where an edition cannot be read.
    """
    now = state_of(brief, "now", 0)
    pages = {f"{name}/{item.id}.md" for name in _LISTS for item in getattr(now, name)}
    leads: dict[str, str] = {}
    stands = {other: source.id for source in brief.sources for other in source.stands_for}
    later = now
    for edition in sorted(recorded(folder), key=lambda edition: -edition.number):
        for old, new in _moves(edition, now):
            leads.setdefault(old, new)
        leads |= {f"sources/{s.id}.md": f"sources/{stands[s.id]}.md" for s in edition.sources if s.id in stands}
        for old, between in _moves(edition, later):
            if new := between if between in pages else leads.get(between, ""):
                leads.setdefault(old, new)
        later = edition
    return {old: leads[old] for old in sorted(leads) if old not in pages}


def _moves(then: Edition, now: Edition) -> Iterator[tuple[str, str]]:
    """Pages of one edition that are gone in the other, each with the page of the same thing there."""
    for name in _LISTS:
        for old, new in _found_again(getattr(then, name), getattr(now, name)):
            yield f"{name}/{old}.md", f"{name}/{new}.md"


def _found_again(then: Sequence[Kept], now: Sequence[Kept]) -> Iterator[tuple[str, str]]:
    """Ids that are gone, each with the id of the thing that shares most passages with it now."""
    there = {item.id for item in now}
    holders: dict[str, list[str]] = defaultdict(list)
    for item in now:
        for key in passage_keys(item):
            holders[key].append(item.id)
    for item in then:
        if item.id not in there:
            shared = Counter(holder for key in passage_keys(item) for holder in holders.get(key, ()))
            if shared:
                yield item.id, min(shared, key=lambda holder: (-shared[holder], holder))
