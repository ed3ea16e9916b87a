"""An analyst's own judgements, `judgements.yml`: reading them, and holding them against the rules of ICD 203.

They come before the machine's judgements and replace none. One that breaks a rule is left out and reported.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.assess.likelihood import allowed_words, likelihoods, mixed_sentences, row_of
from generator.curation.fields import Fields, Ids, Text
from generator.curation.reading import CurationError
from generator.curation.refinding import Known, known_facts, nearest
from generator.model import Brief, Confidence, Evidence, Judgement
from generator.yamlfiles import YamlError, read_models

FILE = "judgements"
"""Name of the file without its ending."""

_CITED = ("events", "agreements", "questions", "statements", "actors")
"""Fields of the brief whose entries a judgement may cite, by id; an earlier one wins where an id stands in two."""
_MOST_CITATIONS = 12


class AnalystJudgement(Fields):
    """An entry of judgements.yml: one sentence or two that the analyst stands for."""

    text: Text
    """The judgement in words; a likelihood in it is a word of ICD 203, and the same as in `likelihood`."""
    likelihood: Text | None = None
    """How likely it is, in a word of ICD 203 that stands in the text."""
    confidence: Confidence | None = None
    """How good the evidence is: low, moderate or high. It never stands in a sentence with a likelihood."""
    evidence: Ids
    """Ids of the events, agreements, questions, statements or actors that the judgement rests on."""
    note: Text | None = None
    """Why the confidence is what it is; it is shown with the judgement."""


@dataclass(frozen=True)
class PlacedJudgement:
    """A judgement and where it is written. `lines` has the line of each field, from 1."""

    judgement: AnalystJudgement
    file: str
    line: int
    lines: Mapping[str, int]

    def fault(self, field: str, words: str) -> str:
        """One line about one field of the entry."""
        return f"{self.file}:{self.lines.get(field, self.line)}: {field}: {words}"


def load_judgements(folder: Path) -> list[PlacedJudgement]:
    """The judgements in a curation folder, in the order written; none if the file is not there.

    Raises CurationError: one line with file, line, field, what is wrong and what is allowed.
    """
    found = [path for path in (folder / f"{FILE}.yml", folder / f"{FILE}.yaml") if path.exists()]
    if len(found) > 1:
        raise CurationError(f"{found[1]}: {found[0].name} holds judgements too; put all of them into one file")
    placed: list[PlacedJudgement] = []
    for path in found:
        try:
            entries = read_models(path, AnalystJudgement)
        except YamlError as error:
            raise CurationError(str(error).replace("Value error, ", "")) from None
        place = f"{path.parent.name}/{path.name}"
        placed += [
            PlacedJudgement(entry, place, line, lines)
            for entry, (line, lines) in zip(entries, _lines(path), strict=True)
        ]
    return placed


def _lines(path: Path) -> list[tuple[int, dict[str, int]]]:
    """For every entry of a file the line on which it begins and those of its fields."""
    node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=yaml.CSafeLoader)
    if not isinstance(node, yaml.SequenceNode):
        return []
    return [
        (entry.start_mark.line + 1, {key.value: key.start_mark.line + 1 for key, _ in entry.value})
        for entry in node.value
    ]


def judgements_of(brief: Brief, placed: Sequence[PlacedJudgement]) -> tuple[list[Judgement], list[str]]:
    """The analyst's judgements with their evidence, and the faults of those that cannot stand, a line each.

    A judgement that cites something gone still stands on the rest of what it cites; one that breaks a rule of ICD 203,
    or has nothing left to stand on, is left out.
    """
    faults: list[str] = []
    judgements: list[Judgement] = []
    first: tuple[int, str] | None = None
    facts = _Facts(brief) if placed else None
    for entry in placed:
        wrong = [*_word_faults(entry), *_mixing_faults(entry)]
        if not wrong:
            wrong, first = _row_faults(entry, first)
        assert facts is not None
        about, evidence, missing = facts.cited(entry)
        faults += [*wrong, *missing]
        if about and not wrong:
            judgements.append(_judgement(entry.judgement, about, evidence))
    return judgements, faults


def _judgement(written: AnalystJudgement, about: list[str], evidence: list[Evidence]) -> Judgement:
    return Judgement(
        text=written.text,
        about=about,
        author="analyst",
        likelihood=written.likelihood,
        confidence=written.confidence,
        reason=written.note,
        evidence=evidence,
    )


# --- the rules of ICD 203


def _word_faults(entry: PlacedJudgement) -> Iterator[str]:
    """Words of likelihood that are not in the table, and a likelihood that is not in the text."""
    text, word = entry.judgement.text, entry.judgement.likelihood
    found = likelihoods(text)
    for likelihood in found:
        if not likelihood.row:
            yield entry.fault("text", f"“{likelihood.word}” is no word of ICD 203; allowed: {_both_rows()}")
    if word is None:
        return
    if row_of(word) is None:
        yield entry.fault("likelihood", f"“{word}” is no word of ICD 203; allowed: {_both_rows()}")
        return
    said = list(dict.fromkeys(likelihood.word for likelihood in found))
    if _listed_as(word) not in said:
        instead = f"the text says {', '.join(f'“{w}”' for w in said)}" if said else "the text has no such word"
        yield entry.fault("likelihood", f"“{word}” must stand in the text, outside quotation marks; {instead}")


def _mixing_faults(entry: PlacedJudgement) -> Iterator[str]:
    for told in mixed_sentences(entry.judgement.text):
        yield entry.fault(
            "text",
            f"a likelihood and a level of confidence in one sentence: “{told}”; allowed: two sentences, "
            "or the level in the field confidence",
        )


def _row_faults(entry: PlacedJudgement, first: tuple[int, str] | None) -> tuple[list[str], tuple[int, str] | None]:
    """Words of another row than the first word of the product, and the row and word that came first by now."""
    faults: list[str] = []
    fields = [("text", likelihood.word) for likelihood in likelihoods(entry.judgement.text)]
    for field, word in fields:
        row = row_of(word)
        if row is None:
            continue
        if first is None:
            first = (row, f"“{word}” on line {entry.lines.get(field, entry.line)}")
        elif row != first[0]:
            faults.append(
                entry.fault(
                    field,
                    f"“{word}” is of the other row of ICD 203 than {first[1]}; one product uses one row; "
                    f"allowed: {', '.join(allowed_words(first[0]))}",
                )
            )
    return faults, first


def _listed_as(word: str) -> str:
    """The word of the table that a form of it stands for."""
    return next((found.word for found in likelihoods(word)), word.lower())


def _both_rows() -> str:
    return f"{', '.join(allowed_words(1))}, or {', '.join(allowed_words(2))}"


# --- what a judgement cites


class _Facts:
    """The facts of a brief by id, whatever they are."""

    def __init__(self, brief: Brief) -> None:
        tables = known_facts(brief)
        self._facts: dict[str, Known] = {}
        for name in _CITED:
            for identifier, fact in tables[name].items():
                self._facts.setdefault(identifier, fact)

    def cited(self, entry: PlacedJudgement) -> tuple[list[str], list[Evidence], list[str]]:
        """The ids that are there, their evidence, and a fault for each that is not."""
        wanted = dict.fromkeys(entry.judgement.evidence)
        about = [identifier for identifier in wanted if identifier in self._facts]
        faults = [self._missing(entry, identifier) for identifier in wanted if identifier not in self._facts]
        return about, list(_one_of_each(self._facts[identifier].evidence for identifier in about)), faults

    def _missing(self, entry: PlacedJudgement, identifier: str) -> str:
        near = nearest(list(self._facts.values()), identifier, None, None)
        hint = f" (nearest: {near.id!r}, “{' '.join(near.label.split())}”)" if near else ""
        words = f"the brief has no fact {identifier!r}{hint}; allowed: ids of events, agreements, questions, "
        return entry.fault("evidence", f"{words}statements and actors")


def _one_of_each(evidence: Iterable[Sequence[Evidence]]) -> Iterator[Evidence]:
    """The first passage of each source for each fact, each passage once, and not too many."""
    chosen: dict[tuple[str, int, int], Evidence] = {}
    for passages in evidence:
        sources: set[str] = set()
        for passage in sorted(passages, key=lambda e: (e.source, e.start, e.end)):
            if passage.source not in sources:
                sources.add(passage.source)
                chosen.setdefault((passage.source, passage.start, passage.end), passage)
    yield from list(chosen.values())[:_MOST_CITATIONS]
