"""Evidence of several reports as one list."""

from collections.abc import Iterable, Sequence

from generator.model import Evidence


def united_evidence(lists: Iterable[Sequence[Evidence]]) -> list[Evidence]:
    """All evidence of the lists by source and place in it, each quote once."""
    unique = {(e.source, e.start, e.end, e.trigger_start, e.trigger_end): e for evidence in lists for e in evidence}
    return [unique[key] for key in sorted(unique, key=lambda k: (k[0], k[1], k[2], k[3] or 0, k[4] or 0))]


def overlapping(a: Evidence, b: Evidence) -> bool:
    """Whether two pieces of evidence have characters of one source in common."""
    return a.source == b.source and a.start < b.end and b.start < a.end


def sources_of(evidence: Iterable[Evidence]) -> set[str]:
    """The ids of the sources that the evidence comes from."""
    return {e.source for e in evidence}
