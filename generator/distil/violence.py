"""The course of a violent act: whom it killed, what it destroyed and "the attack" are told beside the act, in other
sentences, and are one happening with it."""

from collections.abc import Iterable
from functools import cache

from generator.distil.reports import Report
from generator.distil.ties import agents_of
from generator.knowledge_files import knowledge_file
from generator.language.arguments import is_passive, subject_of
from generator.language.dependents import keys_of
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import EventType, Status

_NEAR = 70
"""Tokens within which harm without a cause goes on with the act told before it, or with other harm of it."""
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_TOLD = frozenset({Status.OCCURRED, Status.ONGOING, Status.ALLEGED})
_SUBJECTS = ("nsubj", "nsubjpass")


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(knowledge_file("violence")[part])


def acts_told(document: Document, reports: Iterable[Report], mishaps: Iterable[int]) -> dict[int, int]:
    """By the position of each word that tells a violent act or its course, the position of the word that told the act
    first. `mishaps`: the positions of words for harm that nobody meant."""
    unmeant = frozenset(mishaps)
    acts: dict[int, int] = {}
    sorts: dict[int, set[str | None]] = {}
    last: Report | None = None
    for report in sorted(reports, key=lambda r: r.token.i):
        if not _may_tell(document, report) or report.token.i in unmeant:
            continue
        near = last is not None and report.token.i - last.token.i < _NEAR
        act = None
        if last is not None and (
            (goes_on(report) and (near or _points_back(report.token))) or _tells_again(report, last)
        ):
            act = acts[last.token.i]
            named = _act_named(report.token)
            if named is not None and _sort_of(named) is not None and _sort_of(named) not in sorts[act]:
                act = None  # "the shooting" is not the bombing told before
        if act is None and report.type is not EventType.ASSAULT:
            continue
        acts[report.token.i] = act = report.token.i if act is None else act
        sorts.setdefault(act, set()).add(_sort_of(report.token))
        last = report
    return acts


def _act_named(token: Token) -> Token | None:
    """The noun by which a word tells the act again: itself, or the subject that did the harm ("the blast killed")."""
    if token.pos_ == "NOUN":
        return token
    return next((c for c in token.children if c.dep_ == "nsubj" and _points_back(c)), None)


def _sort_of(token: Token) -> str | None:
    """The sort of act that a word tells, None where it tells none or any."""
    return _sorts().get(token.lemma_.lower())


@cache
def _sorts() -> dict[str, str]:
    sorts: dict[str, list[str]] = knowledge_file("violence")["sorts"]
    return {lemma: sort for sort, lemmas in sorts.items() for lemma in lemmas}


def _may_tell(document: Document, report: Report) -> bool:
    if report.minor or report.status not in _TOLD or document.block_of(report.token).kind == "headline":
        return False
    if report.type is EventType.ASSAULT:
        return True
    return report.type in (EventType.OTHER, EventType.PROTEST) and goes_on(report)


def goes_on(report: Report) -> bool:
    """Whether a report only tells the course of an act: harm without a doer, or "the attack" once more."""
    token = report.token
    if token.pos_ == "NOUN":
        lemma = token.lemma_.lower()
        acts = lemma in _words("general_acts") or lemma in _sorts()
        return lemma in _words("harm_nouns") or (acts and _points_back(token))
    return is_harm(token) and not agents_of(report) and not _has_cause_of_its_own(token)


def is_harm(verb: Token) -> bool:
    """Whether a verb tells whom or what an act harmed."""
    lemma = verb.lemma_.lower()
    if lemma not in _words("harms"):
        return False
    if lemma not in _words("harms_with_object"):
        return True
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return any(k in _words("harm_objects") for o in objects for k in keys_of(o))


def _points_back(noun: Token) -> bool:
    """Whether a noun takes up what was told: "the attack", "these attacks by the rebels"; not "the attack on the
    port"."""
    pointing = any(c.dep_ == "det" and c.lower_ in _POINTING for c in noun.children)
    told_anew = any(c.dep_ in ("prep", "poss") and c.lower_ != "by" for c in noun.children)
    return noun.pos_ == "NOUN" and pointing and not told_anew


def _has_cause_of_its_own(verb: Token) -> bool:
    """Whether harm is told with an act that is new: "killed by a roadside bomb", "killed in clashes"."""
    causes = [] if is_passive(verb) else [s for s in subject_of(verb) if s.pos_ in ("NOUN", "PROPN")]
    if verb.lemma_.lower() in ("die", "perish", "suffer", "sustain", "lose", "collapse", "burn"):
        causes = []  # their subject is whom it befell
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ in _words("because_of"):
            causes += [c for c in child.children if c.dep_ == "pobj" and not _is_when_or_where(c)]
    return any(not _points_back(cause) for cause in causes)


def _is_when_or_where(noun: Token) -> bool:
    return noun.ent_type_ in ("DATE", "TIME", "GPE", "LOC", "FAC", "CARDINAL")


def _tells_again(report: Report, last: Report) -> bool:
    """Whether a clause on a noun that is known tells the act once more: "the missile which shot down the airliner"."""
    verb = report.token
    known = verb.dep_ == "relcl" and _points_back(verb.head)
    return known and verb.lemma_ == last.token.lemma_ and not agents_of(report)
