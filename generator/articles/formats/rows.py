"""Rows of tables as paragraphs."""

from collections.abc import Iterator, Sequence

from generator.articles.paragraphs import Paragraph
from generator.articles.wording import weight

_CELL = 25
"""Words. A row with a longer cell is no table but a page laid out in columns."""


def row_of_table(cells: Sequence[Sequence[Paragraph]]) -> Iterator[Paragraph]:
    """One paragraph with the cells in a row, or where a cell holds running text, the paragraphs themselves."""
    filled = [cell for cell in cells if cell]
    if any(weight(paragraph.text) > _CELL for cell in filled for paragraph in cell):
        for cell in filled:
            yield from cell
    elif filled:
        yield Paragraph("; ".join(" ".join(paragraph.text for paragraph in cell) for cell in filled))
