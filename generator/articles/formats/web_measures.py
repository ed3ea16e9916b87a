"""How many words each element of a page has, and how many of them are links to other pages."""

from typing import Any

from generator.articles.wording import weight

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

BLOCKS = HEADINGS | {
    "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "form",
    "header", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "tr", "ul",
}  # fmt: skip
"""Elements that stand on lines of their own."""

_LINKED = 0.6
"""The share of its words within links from which an element leads elsewhere and says nothing itself."""


class Measures:
    """The words of all elements of a tree as it is when this is made."""

    def __init__(self, tree: Any) -> None:
        self.words: dict[Any, int] = {}
        """Words in an element, without the text after it."""
        self._linked: dict[Any, int] = {}
        for element in reversed(list(tree.iter())):  # children before their parents
            words = weight(element.text or "") if isinstance(element.tag, str) else 0
            linked = 0
            for child in element:
                words += self.words[child] + weight(child.tail or "")
                linked += self._linked[child]
            self.words[element] = words
            self._linked[element] = words if _leads_elsewhere(element) else linked
        self.total = self.words[tree]
        self.unlinked_share = 1 - self._linked[tree] / self.total if self.total else 1.0

    def is_linked(self, element: Any) -> bool:
        """Whether nearly all words in an element are links, or it stands in a link itself."""
        return self._linked[element] >= _LINKED * self.words[element] or any(
            _leads_elsewhere(each) for each in element.iterancestors("a")
        )


def _leads_elsewhere(element: Any) -> bool:
    """Whether an element is a link to another page, not to a place on this one."""
    return element.tag == "a" and "#" not in (element.get("href") or "#")


def is_leaf(element: Any) -> bool:
    """Whether no element on a line of its own stands in an element."""
    return next(element.iterdescendants(*BLOCKS), None) is None


def stands_on(tree: Any, element: Any) -> bool:
    """Whether an element is still part of a tree, and not its root: it may have gone with another one."""
    return element is not tree and any(each is tree for each in element.iterancestors())
