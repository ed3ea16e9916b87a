"""One invented article, and how much of it is read back from a file of any format."""

from collections import Counter

from generator.model import Article, Source

HEADLINE = "Norland and Sudia sign treaty on the river Ostra"

BODY = (
    "NORBURG — The presidents of Norland and Sudia signed a treaty on the waters of the river Ostra on Wednesday, "
    "ending a dispute that had lasted for twenty years.",
    "“This is a good day for everybody who lives on the river,” said Anna Berg, the foreign minister of Norland, "
    "after the ceremony in the old town hall of Norburg.",
    "Under the treaty, Sudia receives a third of the water between April and September. A joint commission will "
    "measure the flow at four stations and publish its figures every month.",
    "Farmers in the south of Norland had protested against the treaty for weeks. Their union said it would go to "
    "court, because the government had promised them more.",
    "The treaty enters into force once both parliaments have ratified it. Sudia’s assembly is expected to vote in "
    "July; Norland’s parliament has not named a day yet.",
    "Observers from the Ostra League called the agreement “a model for other rivers”, but warned that it says "
    "nothing about dams that are planned further up.",
)


def known_text() -> str:
    """What every file says."""
    return "\n\n".join((HEADLINE, *BODY))


def f1(text: str) -> float:
    """The harmonic mean of precision and recall of the words read, against the words of the article."""
    read, known = Counter(text.split()), Counter(known_text().split())
    common = sum((read & known).values())
    return 2 * common / (sum(read.values()) + sum(known.values()))


def check_text(article: Article) -> Source:
    """The source, once its text and its blocks have been compared with what was written."""
    source = article.source
    assert f1(source.text) >= 0.95, source.text
    assert source.text.startswith(HEADLINE + "\n\n")
    assert article.blocks[0].kind == "headline"
    assert "\n\n".join(source.text[block.start : block.end] for block in article.blocks) == source.text
    return source
