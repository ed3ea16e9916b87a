"""Evidence of several reports as one list."""

from collections.abc import Iterable, Sequence

from generator.model import Evidence


def united_evidence(lists: Iterable[Sequence[Evidence]]) -> list[Evidence]:
    """All evidence of the lists by source and place in it, each quote once for every trigger that is marked in it."""
    unique = {(e.source, e.start, e.end, e.trigger_start or 0, e.trigger_end or 0): e for es in lists for e in es}
    marked = {key[:3] for key in unique if key[4]}
    return [unique[key] for key in sorted(unique) if key[4] or key[:3] not in marked]


def overlapping(a: Evidence, b: Evidence) -> bool:
    """Whether two pieces of evidence have characters of one source in common."""
    return a.source == b.source and a.start < b.end and b.start < a.end


def sources_of(evidence: Iterable[Evidence]) -> set[str]:
    """The ids of the sources that the evidence comes from."""
    return {e.source for e in evidence}
