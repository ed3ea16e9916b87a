"""From what every article says to the brief: merged, as people decided, weighed, compared with the last edition."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.assess.assessing import assess
from generator.curation import CurationError, apply, load_decisions
from generator.curation.judgements import judgements_of, load_judgements
from generator.editions import EditionError, compare, latest
from generator.merge import merge
from generator.merge.versions import settle_versions
from generator.model import Brief, Distillate, Judgement


@dataclass(frozen=True)
class Composed:
    """A brief, what a person should know of how it came about, and what is at fault in files that people write."""

    brief: Brief
    notes: list[str]
    faults: list[str]


def compose(distillates: Sequence[Distillate], title: str, curation: Path, editions: Path) -> Composed:
    """The brief under a title; what is at fault in the folders of decisions and editions is left out and told.

    One article in several files is one source before anything is merged. Grades follow from what people decided, so
    assessing comes after their decisions.
    """
    faults: list[str] = []
    articles, notes = settle_versions(distillates)
    notes += [f"{article.source.path}: {article.source.notice}" for article in articles if article.source.notice]
    brief = merge(articles, title)
    try:
        brief, unfit = apply(brief, load_decisions(curation))
        notes += unfit
    except CurationError as error:
        faults += str(error).splitlines()
    brief = assess(brief)
    judgements, wrong = _judgements(brief, curation)
    brief = brief.model_copy(update={"judgements": [*judgements, *brief.judgements]})
    try:
        if edition := latest(editions):
            brief = brief.model_copy(update={"comparison": compare(brief, edition)})
    except EditionError as error:
        faults += str(error).splitlines()
    return Composed(brief, notes, faults + wrong)


def _judgements(brief: Brief, curation: Path) -> tuple[list[Judgement], list[str]]:
    """An analyst's own judgements, and what is wrong with those that cannot stand."""
    try:
        return judgements_of(brief, load_judgements(curation))
    except CurationError as error:
        return [], str(error).splitlines()
