"""What a document is made of: values that the Typst templates know how to set, and nothing of how they look.

Every text is a string or a list of strings and links; the templates never read any of it as markup. `anchor` names the
place where a thing stands, `to` the anchor that a link leads to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Link:
    """Words that lead to an anchor of the document, or to an address on the web."""

    text: str
    to: str = ""
    url: str = ""


@dataclass(frozen=True)
class PageOf:
    """The number of the page on which an anchor stands."""

    page_of: str


Words = list[str | Link | PageOf]


@dataclass(frozen=True)
class Mark:
    """A citation: what is printed, where it leads. `anchor` is the way back, only on the first of its marks."""

    mark: str
    to: str = ""
    anchor: str = ""


@dataclass
class Line:
    """A fact in one line or more: a date or label in the column at the left, the words, the citations, what qualifies.

    `status` and `nature` choose the sign before the words; `parts` are further words with citations of their own,
    parted by commas; `lines` are subordinate to this one.
    """

    label: str
    words: Words
    cites: list[Mark] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
    anchor: str = ""
    to: str = ""
    status: str = ""
    nature: str = ""
    parts: list[tuple[Words, list[Mark]]] = field(default_factory=list)
    lines: list["Line"] = field(default_factory=list)


@dataclass
class Heading:
    """A heading, in the bookmarks down to level 2. `look` is "dossier", in the contents too, "list" or "matter"."""

    level: Literal[1, 2, 3]
    text: str
    anchor: str = ""
    kicker: Words = field(default_factory=list)
    look: str = "list"
    kind: str = "heading"


@dataclass
class Listing:
    """Facts one below the other. `look` is "facts", "quotes", "particulars" or "sources"."""

    lines: list[Line]
    look: str = "facts"
    kind: str = "listing"


@dataclass
class Paragraph:
    """Sentences, each with its citations. `look` is "lead", "text", "seen", "bottom" or "also"."""

    sentences: list[tuple[Words, list[Mark]]]
    look: str = "text"
    kind: str = "paragraph"


@dataclass
class Judged:
    """A key judgement: its sentence, how confident, why, and whose it is."""

    words: Words
    cites: list[Mark]
    confidence: str
    reason: str
    author: str


@dataclass
class Judgements:
    """Numbered judgements."""

    items: list[Judged]
    kind: str = "judgements"


@dataclass
class Numbered:
    """Provisions, numbered."""

    items: list[tuple[Words, list[Mark]]]
    kind: str = "numbered"


@dataclass
class Stage:
    """A stage on an agreement's way: "done", "here" or "open", and when."""

    name: str
    state: str
    date: str = ""


@dataclass
class Way:
    """The stages of an agreement as a line of marks with their names."""

    stages: list[Stage]
    kind: str = "way"


@dataclass
class Side:
    """One account of a matter on which sources differ."""

    value: str
    quotes: list[tuple[Words, list[Mark], str]]


@dataclass
class Sides:
    """Accounts side by side."""

    sides: list[Side]
    kind: str = "sides"


@dataclass
class Table:
    """Columns that are compared, with their headings."""

    head: list[str]
    rows: list[list[str]]
    kind: str = "table"


@dataclass
class Note:
    """An endnote: its number, the quote, where it stands and how that is graded."""

    number: str
    anchor: str
    back: str
    quote: str
    source: Words


@dataclass
class Notes:
    """All endnotes."""

    notes: list[Note]
    kind: str = "notes"


@dataclass
class Drawing:
    """A figure laid out elsewhere: `of` is "timeline" or "network"; `alternative` says in words what it shows."""

    of: str
    values: dict[str, Any]
    alternative: str
    caption: str = ""
    kind: str = "drawing"


@dataclass
class Legend:
    """What the signs of status and nature mean, and what goes without saying."""

    note: str
    statuses: list[tuple[str, str]]
    natures: list[tuple[str, str]]
    kind: str = "legend"


Block = (
    Heading | Listing | Paragraph | Judgements | Numbered | Way | Sides | Table | Notes | Drawing | Legend
)  # What a section holds.


@dataclass
class Section:
    """A part of the document with its heading, as the contents and the running head name it."""

    title: str
    anchor: str
    blocks: list[Block]
    new_page: bool = True


@dataclass
class Cover:
    """What stands on the first page below the title, in words."""

    about: list[tuple[str, str]]
    made: str


def as_json(value: Any) -> Any:
    """A value of this module as plain lists and dictionaries, without what is empty."""
    if is_dataclass(value) and not isinstance(value, type):
        found = ((each.name, getattr(value, each.name)) for each in fields(value))
        return {name: as_json(inner) for name, inner in found if inner not in ("", [], None)}
    if isinstance(value, list | tuple):
        return [as_json(inner) for inner in value if not (isinstance(inner, Listing) and not inner.lines)]
    if isinstance(value, Mapping):
        return {name: as_json(inner) for name, inner in value.items()}
    return value
