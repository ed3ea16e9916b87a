"""Questions across articles: one entry for one question."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from generator.identifiers import slug, unused
from generator.merge.asked import Asked
from generator.merge.disjoint import DisjointSets
from generator.merge.evidence import sources_of, united_evidence
from generator.merge.reports import name_stems
from generator.merge.wording import Weights
from generator.model import Actor, Question, Source

_SAME_QUESTION = 0.75
"""Share of the words of two questions, by weight, from which they are one."""

_REACH = 25


def merge_questions(
    told: Sequence[Question], actors: Mapping[str, Actor], sources: Mapping[str, Source]
) -> list[Question]:
    """The questions of all articles as one list by id; `about` of those given must be the brief's ids."""
    names = {i: name_stems(actor) for i, actor in actors.items()}
    asked = [Asked(question, actors, names) for question in told]
    weights = Weights(a.words for a in asked)
    sets = DisjointSets(len(asked))
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, a in enumerate(asked):
        for word in weights.rarest(a.words, 3):
            blocks[word].append(i)
    for block in blocks.values():
        for position, i in enumerate(block):
            for j in block[position + 1 : position + 1 + _REACH]:
                if _same(asked[i], asked[j], weights):
                    sets.unite(i, j)
    questions: dict[str, Question] = {}
    groups = [[told[i] for i in positions] for positions in sets.sets()]
    for group in sorted(groups, key=lambda g: (slug(_text(g)), g[0].evidence[0].source, g[0].id)):
        identifier = unused(slug(_text(group)), questions)
        questions[identifier] = _united(identifier, group, sources)
    return sorted(questions.values(), key=lambda question: question.id)


def _same(a: Asked, b: Asked, weights: Weights) -> bool:
    """Whether two questions of different articles ask one thing of the same actors."""
    if sources_of(a.question.evidence) & sources_of(b.question.evidence) or a.people != b.people:
        return False
    if a.about and b.about and not a.about & b.about:
        return False
    if a.sorts != b.sorts or min(len(a.words), len(b.words)) < 2:
        return False
    union = weights.of(sorted(a.words | b.words))
    return weights.of(sorted(a.words & b.words)) >= _SAME_QUESTION * union


def _text(group: Sequence[Question]) -> str:
    return min((question.text for question in group), key=lambda text: (len(text), text))


def _united(identifier: str, group: Sequence[Question], sources: Mapping[str, Source]) -> Question:
    evidence = united_evidence(question.evidence for question in group)
    published = [sources[i].published for i in sources_of(evidence) if i in sources]
    return Question(
        id=identifier,
        text=_text(group),
        about=list(dict.fromkeys(actor for question in group for actor in question.about)),
        raised=min((day for day in published if day), default=None),
        evidence=evidence,
    )


def latest_publication(sources: Sequence[Source]) -> date | None:
    """The day of the newest article."""
    return max((source.published for source in sources if source.published), default=None)
