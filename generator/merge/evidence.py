"""Evidence of several reports as one list."""

from collections.abc import Iterable, Sequence

from generator.model import Evidence


def united_evidence(lists: Iterable[Sequence[Evidence]]) -> list[Evidence]:
    """All evidence of the lists by source and place in it, each quote once, with its first trigger if it has any."""
    unique: dict[tuple[str, int, int], Evidence] = {}
    for e in (e for evidence in lists for e in evidence):
        known = unique.get((e.source, e.start, e.end))
        if known is None or _trigger(e) < _trigger(known):
            unique[e.source, e.start, e.end] = e
    return [unique[key] for key in sorted(unique)]


def _trigger(evidence: Evidence) -> tuple[float, float]:
    if evidence.trigger_start is None or evidence.trigger_end is None:
        return (float("inf"), float("inf"))
    return (evidence.trigger_start, evidence.trigger_end)


def overlapping(a: Evidence, b: Evidence) -> bool:
    """Whether two pieces of evidence have characters of one source in common."""
    return a.source == b.source and a.start < b.end and b.start < a.end


def sources_of(evidence: Iterable[Evidence]) -> set[str]:
    """The ids of the sources that the evidence comes from."""
    return {e.source for e in evidence}
