"""Names in articles that are not in English, found by a spaCy pipeline for their language.

The rules by which everything else is read are rules of English grammar: from other languages names are taken, and
nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import spacy
from babel import Locale, UnknownLocaleError
from spacy.language import Language

from generator.knowledge_files import knowledge_file
from generator.language.name_forms import fold
from generator.language.pieces import cuts_in
from generator.model import Article, Kind
from generator.pipelines import PipelineError

_EDGES = re.compile(r"^[\s\"'“”„«»‘’()\[\].,;:–—-]+|[\s\"'“”„«»‘’()\[\].,;:–—-]+$")


@dataclass(frozen=True)
class ForeignName:
    """A name in an article: offsets in its text, and those of the sentence that it stands in."""

    start: int
    end: int
    text: str
    base: str
    """The words of the name as they stand in a dictionary, as far as the pipeline knows them."""
    kind: Kind
    state: str | None
    """The usual English name of the state that it means."""
    sentence: tuple[int, int]


@dataclass(frozen=True)
class ForeignPipeline:
    """A pipeline for one language other than English; `language` is its ISO 639-1 code."""

    nlp: Language
    language: str

    def names(self, article: Article) -> Iterator[ForeignName]:
        """The names of persons, bodies and states in an article, in order."""
        text = article.source.text
        states = state_names(self.language)
        bounds = [*(block.start for block in article.blocks), len(text)]
        starts = [cut for start, end in pairwise(bounds) for cut in (start, *cuts_in(text, start, end))]
        parts = ((text[start:end], start) for start, end in pairwise([*starts, len(text)]))
        for doc, offset in self.nlp.pipe(parts, as_tuples=True):
            for entity in doc.ents:
                if name := _name(entity, offset, states):
                    yield name


def _name(entity: Any, offset: int, states: dict[str, str]) -> ForeignName | None:
    kind = _kinds().get(entity.label_)
    edges = _EDGES.sub("", entity.text)
    if kind is None or not any(map(str.isalpha, edges)) or "\n" in edges:
        return None
    start = entity.start_char + entity.text.index(edges)
    base = entity.lemma_ if any(token.lemma_ for token in entity) else edges
    state = states.get(fold(edges)) or states.get(fold(base))
    if kind == "place" and state is None:
        return None
    sentence = (entity.sent.start_char, entity.sent.end_char) if entity.doc.has_annotation("SENT_START") else None
    first, last = sentence or (start, start + len(edges))
    return ForeignName(
        start=offset + start,
        end=offset + start + len(edges),
        text=edges,
        base=base,
        kind=Kind.STATE if state else Kind(kind),
        state=state,
        sentence=(offset + first, offset + last),
    )


@cache
def _kinds() -> dict[str, str]:
    labels: dict[str, list[str]] = knowledge_file("foreign")["labels"]
    return {label: kind for kind, several in labels.items() for label in several}


@cache
def state_names(language: str) -> dict[str, str]:
    """The names of states in a language, as they are compared, to their usual English names; English ones too."""
    states: dict[str, dict[str, Any]] = knowledge_file("states")
    english = {code: str(entry["name"]) for code, entry in states.items()}
    try:
        territories = dict(Locale.parse(language).territories.items())
    except (UnknownLocaleError, ValueError):
        territories = {}
    names = {fold(str(territories[code])): name for code, name in english.items() if code in territories}
    also = {fold(form): str(entry["name"]) for entry in states.values() for form in _acronyms(entry)}
    return {form: name for form, name in {**also, **names}.items() if form}


def _acronyms(state: dict[str, Any]) -> list[str]:
    """The acronyms by which a state goes, which many languages share."""
    return [form for form in state.get("also", []) if form.isupper() and form.isalpha()]


def load_foreign(language: str, name: str) -> ForeignPipeline:
    """The pipeline of a name or path for a language. Raises PipelineError if it is not there or finds no names."""
    try:
        nlp = spacy.load(name)
    except Exception as error:  # packages fail in many ways where they are of another version of spaCy
        words = " ".join(str(error).split())
        raise PipelineError(f"pipelines: {language}: “{name}” cannot be loaded: {words[:160]}") from None
    if nlp.lang not in (language, "xx"):
        raise PipelineError(
            f"pipelines: {language}: “{name}” is a pipeline for the language “{nlp.lang}”; name one for “{language}”"
        )
    if not any("doc.ents" in nlp.get_pipe_meta(part).assigns for part in nlp.pipe_names):
        raise PipelineError(f"pipelines: {language}: “{name}” finds no names; name a pipeline that has the part “ner”")
    return ForeignPipeline(nlp, language)
