"""Lists of a dossier that are too long for its page: the first stand there, all on pages of their own."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from generator.model import Evidence
from generator.render import parting
from generator.render.catalogue import Catalogue
from generator.render.marks import Marks
from generator.render.places import continued
from generator.render.words import counted

_FIRST = {
    "events": 20,
    "relations": 14,
    "statements": 12,
    "questions": 12,
    "agreements": 10,
    "discrepancies": 10,
    "sources": 12,
    "actors": 60,
}
"""How many items of each list a dossier shows that cannot hold all of them."""


class Continuing(Marks):
    """One page whose long lists go on elsewhere.

    `roomy` says that all lists of the page together are short enough to stand on it; `continuations` are those that
    go on, by what they are of.
    """

    def __init__(self, catalogue: Catalogue, path: str, roomy: bool = True) -> None:
        super().__init__(catalogue, path)
        self.roomy = roomy
        self.continuations: dict[str, Sequence[Any]] = {}
        self.evidence: Sequence[Evidence] = ()

    def first[T](self, items: Sequence[T], kind: str, evidence: Sequence[Evidence] = ()) -> Sequence[T]:
        """What the page shows of a list: all of it, or the first. `evidence` is what its sources are cited for."""
        # What links to a statement has to know its page without looking at the rest of the dossier.
        whole = len(items) <= parting.SPOKEN if kind == "statements" else self.roomy or len(items) <= _FIRST[kind]
        if whole:
            return items
        self.evidence = evidence or self.evidence
        self.continuations[kind] = items
        return items[: _FIRST[kind]]

    def path_to(self, path: str) -> Markup:
        """A link target to another page, by its path below `docs/`, ready to stand in Markdown."""
        return Markup(self.to(path))

    def all(self, kind: str) -> Markup:
        """The way to the whole of a list that goes on elsewhere; nothing for one that does not."""
        items = self.continuations.get(kind)
        if not items:
            return Markup("")
        target = self.to(continued(self.path, kind, items)[0].path)
        words = counted(len(items), kind.removesuffix("s"), kind)
        return Markup(f'\n<p class="all" markdown>[All {words}]({target})</p>\n')


def roomy(sources: int, *lists: Sequence[Any]) -> bool:
    """Whether these lists have room on one page, together with so many sources and what each is cited for."""
    return sum(parting.weight(item) for several in lists for item in several) + 4 * sources <= parting.FULL
