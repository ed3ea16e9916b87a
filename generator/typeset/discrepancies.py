"""Where sources differ, side by side."""

from collections.abc import Iterator

from generator.model import MATTERS, Account, Discrepancy
from generator.render.linking import name
from generator.render.scope import source_line
from generator.render.words import quoted
from generator.typeset.blocks import Block, Heading, Link, Paragraph, Side, Sides
from generator.typeset.lines import Lines, anchor

_MOST_QUOTES = 3


def discrepancies(lines: Lines) -> Iterator[Block]:
    """Every matter on which sources differ, with the words of each side."""
    for fact, several in lines.catalogue.disputed():
        for discrepancy in several:
            yield Heading(2, name(fact), anchor(discrepancy), look="matter")
            matter = f"Sources differ on {MATTERS[discrepancy.matter]}: "
            yield Paragraph([([matter, Link("where it is told", anchor(fact)), "."], [])], "seen")
            yield _sides(discrepancy, lines)


def _sides(discrepancy: Discrepancy, lines: Lines) -> Sides:
    return Sides([_side(account, lines) for account in discrepancy.accounts])


def _side(account: Account, lines: Lines) -> Side:
    sources = lines.catalogue.sources
    return Side(
        account.value,
        [
            ([quoted(passage.quote)], lines.citing.cite([passage]), source_line(sources[passage.source]))
            for passage in account.evidence[:_MOST_QUOTES]
        ],
    )
