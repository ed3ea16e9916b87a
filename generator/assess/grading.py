"""Weighs a brief: whence its facts come, how well they are borne out and where sources differ."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from generator.assess.credibility import Grounds, assessment
from generator.assess.discrepancies import Discrepancies, Found
from generator.assess.origins import Provenance
from generator.assess.source_notes import descriptor, source_summary
from generator.knowledge_files import knowledge_file
from generator.merge.evidence import sources_of
from generator.model import Agreement, Assessment, Brief, Discrepancy, Event, Status


def grade(brief: Brief) -> Brief:
    """The brief with what is weighed by rule: copies, relays, grades, discrepancies and the notes on sources.

    What it held of these before is replaced. What people decided must already stand in it: the ratings of sources are
    taken as they are.
    """
    facts: list[Event | Agreement] = [*brief.events, *brief.agreements]
    provenance = Provenance(brief.sources, facts)
    sources = [
        source.model_copy(update={"copy_of": provenance.copies.get(source.id), "relays": provenance.relayed(source.id)})
        for source in brief.sources
    ]
    titles = {source.id: source.title for source in sources}
    sources = [source.model_copy(update={"descriptor": descriptor(source, titles)}) for source in sources]
    found = Discrepancies(brief).found
    grader = _Grader(provenance, facts, found)
    graded = brief.model_copy(
        update={
            "sources": sources,
            "events": [event.model_copy(update={"assessment": grader.assessment(event)}) for event in brief.events],
            "agreements": [a.model_copy(update={"assessment": grader.assessment(a)}) for a in brief.agreements],
            "discrepancies": [one.discrepancy for one in found],
        }
    )
    return graded.model_copy(update={"source_summary": source_summary(graded)})


@cache
def _hearsay() -> re.Pattern[str]:
    phrases = sorted(map(str, knowledge_file("grading")["hearsay"]), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in phrases)})\b", re.IGNORECASE)


class _Grader:
    """Assesses the facts of one brief."""

    def __init__(self, provenance: Provenance, facts: Sequence[Event | Agreement], found: Sequence[Found]) -> None:
        self._provenance = provenance
        self._facts: Mapping[str, Event | Agreement] = {fact.id: fact for fact in facts}
        self._found: dict[str, list[Found]] = defaultdict(list)
        for one in found:
            for fact in one.facts:
                self._found[fact].append(one)

    def assessment(self, fact: Event | Agreement) -> Assessment:
        """Both grades of a fact and its origins."""
        known = self._provenance.sources
        ratings = {i: known[i].reliability for i in sorted(sources_of(fact.evidence)) if i in known}
        found = self._found.get(fact.id, [])
        grounds = Grounds(
            origins=self._provenance.origins(fact),
            ratings=ratings,
            alleged=self._alleged(fact),
            contradicted_by=[source for one in found for source in self._against(fact, one.discrepancy)],
            differing=[one.discrepancy.matter for one in found],
        )
        return assessment(grounds)

    def _alleged(self, fact: Event | Agreement) -> bool:
        """Whether it is told as an allegation, or every quote stands in a sentence that is hearsay."""
        if isinstance(fact, Event) and fact.status is Status.ALLEGED:
            return True
        sentences = [self._provenance.sentence(e) for e in fact.evidence if e.source in self._provenance.sources]
        return bool(sentences) and all(_hearsay().search(sentence) for sentence in sentences)

    @staticmethod
    def _against(fact: Event | Agreement, discrepancy: Discrepancy) -> list[str]:
        """The sources on the other side of whether it happened."""
        if discrepancy.matter != "occurrence" or not isinstance(fact, Event):
            return []
        denied = fact.status is Status.DENIED
        return [
            e.source
            for account in discrepancy.accounts
            if (account.value == Status.DENIED.value) is not denied
            for e in account.evidence
        ]
