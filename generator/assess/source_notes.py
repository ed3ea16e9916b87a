"""What kind of source each article is, in a sentence (ICD 206), and what the sources are worth together."""

from collections.abc import Iterable, Mapping, Sequence

from generator.assess.phrases import day, listed, number
from generator.model import Agreement, Brief, Event, Source

_MOST_NAMED = 4
"""Outlets that a sentence names; the others are counted."""


def descriptor(source: Source, titles: Mapping[str, str]) -> str:
    """One sentence: what it is, when and by whom it came out, on whom it rests. `titles` are those of all sources."""
    parts = [_kind(source)]
    if source.copy_of:
        parts.append(f"nearly repeats the text of “{titles.get(source.copy_of, source.copy_of)}”")
    if source.relays:
        parts.append(f"passes on reports of {_named(source.relays)}")
    return "; ".join(parts) + "."


def _kind(source: Source) -> str:
    published = f"of {day(source.published)}" if source.published else "without a date"
    if source.published and source.published_basis == "inferred":
        published += " (a date worked out from its text)"
    if source.published and source.published_basis == "file":
        published += " (the date of its file)"
    author = f"by {source.author}" if source.author else "by no named author"
    publisher = f"published by {source.publisher}" if source.publisher else "whose publisher is not known"
    language = f", in the language “{source.language}”" if source.language not in (None, "en") else ""
    return f"News article {published} {author}, {publisher}{language}"


def _named(outlets: Sequence[str]) -> str:
    more = len(outlets) - _MOST_NAMED
    if more <= 1:
        return listed(list(outlets))
    return listed([*outlets[:_MOST_NAMED], f"{number(more)} others"])


def source_summary(brief: Brief) -> str | None:
    """The source summary statement: two to four sentences on number, period, publishers, ratings, copies and relays.

    None for a brief without sources. The sources and facts must have been assessed.
    """
    sources = brief.sources
    if not sources:
        return None
    return " ".join(
        [_extent(sources), _worth(sources), *_dependence(sources), _consequence([*brief.events, *brief.agreements])]
    )


def _extent(sources: Sequence[Source]) -> str:
    days = sorted(source.published for source in sources if source.published)
    text = f"This brief rests on {_count(len(sources), 'news article')}"
    if days and days[0] == days[-1]:
        text += f" of {day(days[0])}"
    elif days:
        text += f" published between {day(days[0])} and {day(days[-1])}"
    undated = len(sources) - len(days)
    if undated and days:
        text += f"; {number(undated)} {_agree(undated, 'has', 'have')} no date of publication"
    elif undated:
        text += ", which has no date of publication" if undated == 1 else ", none of which has a date of publication"
    return text + "."


def _worth(sources: Sequence[Source]) -> str:
    publishers = {source.publisher for source in sources if source.publisher}
    unknown = sum(not source.publisher for source in sources)
    known = f"{_count(len(publishers), 'publisher')} {_agree(len(publishers), 'is', 'are')} named" if publishers else ""
    if unknown == len(sources):
        text = "No publisher is known"
    elif unknown:
        text = f"{known}, and of {_count(unknown, 'article')} the publisher is not known"
    else:
        text = known
    rated = sum(source.reliability != "F" for source in sources)
    if rated == len(sources):
        ratings = "an analyst has rated every source"
    elif rated:
        ratings = f"an analyst has rated {number(rated)} of the {number(len(sources))} sources"
    else:
        ratings = "no analyst has rated a source yet, so that the reliability of none can be judged"
    text = f"{text}; {ratings}."
    return text[:1].upper() + text[1:]


def _dependence(sources: Sequence[Source]) -> list[str]:
    """How many are no witnesses of their own; no sentence where all are."""
    copies = sum(source.copy_of is not None for source in sources)
    relaying = sum(bool(source.relays) for source in sources)
    parts = []
    if copies:
        parts.append(f"{_count(copies, 'article')} nearly {_agree(copies, 'repeats', 'repeat')} another’s text")
    if relaying:
        named = sorted({outlet for source in sources for outlet in source.relays})
        passing = f"{_agree(relaying, 'passes', 'pass')} on reports of {_named(named)}"
        parts.append(f"{number(relaying) if copies else _count(relaying, 'article')} {passing}")
    if not parts:
        return []
    text = " and ".join(parts) + "; copies and relays of one report count as one origin."
    return [text[:1].upper() + text[1:]]


def _consequence(facts: Iterable[Event | Agreement]) -> str:
    weighed = [fact.assessment for fact in facts if fact.assessment]
    if not weighed:
        return "No facts could be drawn from them."
    borne_out = sum(len(assessment.origins) > 1 for assessment in weighed)
    if len(weighed) == 1:
        return f"The one fact drawn from them has {'several independent origins' if borne_out else 'one origin only'}."
    several = f"{number(borne_out) if borne_out else 'none'} {'have' if borne_out > 1 else 'has'} two or more"
    return f"Of the {number(len(weighed))} facts drawn from them, {several} independent origins."


def _count(count: int, noun: str) -> str:
    return f"{number(count)} {noun}{'' if count == 1 else 's'}"


def _agree(count: int, one: str, several: str) -> str:
    return one if count == 1 else several
