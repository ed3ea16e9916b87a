"""How the document was made, and which of it a machine made."""

from collections.abc import Iterator

from generator.model import Brief
from generator.render.words import counted
from generator.typeset.blocks import Block, Paragraph, Table
from generator.typeset.lines import Reviewed

_MADE = (
    "A machine made this brief, by rules over a statistical analysis of each article’s grammar. It picks out passages "
    "and sorts them; it writes no prose of its own about the world, and it knows nothing but the articles. Every fact "
    "cites the exact words it rests on, and a brief with a quote that does not stand in its source is not "
    "published. The machine copies exactly and misunderstands sometimes: it misses events, confuses who did what where "
    "an article says “they”, and keeps apart, or joins, what is told in quite different words."
)
_GRADED = (
    "Grades follow from rules: how many independent origins tell a fact, what analysts hold of the sources, and "
    "whether the sources contradict one another. A copy or a relayed report is not an origin of its own."
)
_CONFIDENCE = [
    ["high", "well corroborated by proven sources, few assumptions, minor gaps"],
    ["moderate", "partly corroborated by good sources, several assumptions"],
    ["low", "uncorroborated, many assumptions, or glaring gaps"],
]


def method(brief: Brief) -> Iterator[Block]:
    """The method, the part that people had, and what confidence means."""
    yield Paragraph([([_MADE], [])])
    yield Paragraph([([_by_people(brief)], [])])
    yield Paragraph([([_GRADED], [])])
    yield Table(["Confidence", "Basis"], _CONFIDENCE)


def _by_people(brief: Brief) -> str:
    """What people did, in a sentence: it says where a machine did the work, and where not."""
    facts: list[Reviewed] = [
        *brief.actors,
        *brief.events,
        *brief.agreements,
        *brief.questions,
        *brief.statements,
        *brief.sources,
    ]
    touched = sum(fact.review is not None for fact in facts)
    judged = sum(judgement.author == "analyst" for judgement in brief.judgements)
    if not touched and not judged:
        return "No analyst has changed, added or judged anything in this edition: all of it is the machine’s work."
    parts = [f"reviewed {counted(touched, 'fact')}"] if touched else []
    parts += [f"wrote {counted(judged, 'judgement')}"] if judged else []
    return f"Analysts {' and '.join(parts)}, marked as theirs where they stand; all else is the machine’s work."
