"""One article to what it says: actors, events, agreements, open questions, statements, each with its evidence."""

import gc
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from generator.distil.actors import build_actors, choose_actors
from generator.distil.agreements import AgreementFinder
from generator.distil.aims import with_aims
from generator.distil.candidates import ReportFinder
from generator.distil.events import EventBuilder, told_of_somebody, with_parties
from generator.distil.implied_participants import (
    with_earlier_doers,
    with_governments,
    with_main_body,
    with_nations,
    with_offices,
    with_speakers,
)
from generator.distil.joining import joined
from generator.distil.questions import QuestionFinder
from generator.distil.spoken_participants import with_addressees
from generator.distil.statements import build_statements
from generator.distil.timing import Timing
from generator.identifiers import slug, unused
from generator.knowledge_files import knowledge_file
from generator.language import Pipeline
from generator.language.attribution import SpeechAct
from generator.language.document import Document
from generator.language.known_names import KnownNames
from generator.language.pieces import Piece, pieces
from generator.model import Agreement, Article, Distillate, Event, Question


@cache
def trigger_families() -> dict[str, str]:
    """Lemma to the lemma of its family: words that name the same sort of happening."""
    content: dict[str, list[str]] = knowledge_file("families")
    return {lemma: family for family, lemmas in content.items() for lemma in [family, *lemmas]}


def distil(article: Article, pipeline: Pipeline) -> Distillate:
    """What one article says, on its own. Equal input gives an equal result.

    A long one is distilled piece by piece, so that no more than one of them is in memory.
    """
    parts = pieces(article)
    if len(parts) == 1:
        return _distilled(article, pipeline, *pipeline.annotate(article))
    return joined(article.source, _piece_by_piece(parts, pipeline))


def _piece_by_piece(parts: Iterable[Piece], pipeline: Pipeline) -> Iterator[tuple[int, Distillate]]:
    """What each piece tells, and where its text begins. A piece knows the names of those before it."""
    names = KnownNames()
    for part in parts:
        document, acts = pipeline.annotate(part.article, names.within(part.article.source.text))
        names.add(document)
        told = _distilled(part.article, pipeline, document, acts)
        del document, acts
        gc.collect()  # the words of a piece know each other, so that nothing else frees them before the next is read
        yield part.start, told


def _distilled(article: Article, pipeline: Pipeline, document: Document, acts: list[SpeechAct]) -> Distillate:
    """What an annotated article says."""
    reports = ReportFinder(document, pipeline.lexicon, acts).find()
    ids = choose_actors(document, reports, acts)
    source = article.source
    statements = build_statements(document, acts, ids, Timing(document))
    for number, statement in enumerate(statements, 1):
        statement.id = f"{source.id}-s{number}"
    agreements = AgreementFinder(document, reports, ids).find()
    events = with_parties(EventBuilder(document, ids, trigger_families()).build(reports), agreements)
    events = with_addressees(document, events, acts, ids)
    words = {report.trigger[0]: report.token for report in reports}
    events = with_governments(document, with_speakers(events, words, acts, ids), words, ids)
    events = with_aims(document, events, words, ids)
    events = with_nations(document, with_offices(document, with_earlier_doers(events, words), ids), ids)
    events = told_of_somebody(document, with_main_body(document, events, words, ids))
    return Distillate(
        source=source,
        actors=build_actors(document, ids),
        events=_identified(events, lambda e: e.title),
        agreements=_identified(agreements, lambda a: a.title),
        questions=_identified(QuestionFinder(document, reports, ids, trigger_families()).find(), lambda q: q.text),
        statements=statements,
    )


def _identified[Item: (Event, Agreement, Question)](
    items: Iterable[Item], wording: Callable[[Item], str]
) -> list[Item]:
    taken: set[str] = set()
    result = []
    for item in items:
        item.id = unused(slug(wording(item)), taken)
        taken.add(item.id)
        result.append(item)
    return result
