"""Where an agreement stands, by what is said of it: what was done to it, what it does itself, what it is called.

What is only planned, refused or possible is not told as done: a treaty that nobody has signed yet is proposed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.distil.agreement_names import governor_of, knowledge
from generator.distil.candidates import Report
from generator.language.factuality import factuality
from generator.language.parse import Token
from generator.model import AgreementStatus, DateSpan, EventType, Status

_REAL = (Status.OCCURRED, Status.ONGOING)
_DONE = frozenset(AgreementStatus) - {AgreementStatus.PROPOSED, AgreementStatus.NEGOTIATING}


@dataclass
class Standing:
    """What one mention says: how far the agreement has come, and the days on which it was signed."""

    statuses: list[AgreementStatus] = field(default_factory=list)
    signed: list[DateSpan] = field(default_factory=list)


class Standings:
    """Reads where the agreements of one document stand. `reports`: the happenings that the document tells."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = [r for r in reports if r.type == EventType.AGREE and r.status in _REAL]

    def told_of(self, token: Token) -> Standing:
        """What is said of the agreement at one noun that names it."""
        words = knowledge()
        adjectives = {c.lower_ for c in token.children if c.dep_ == "amod"}
        told = Standing([AgreementStatus(s) for s, listed in words["adjectives"].items() if adjectives & set(listed)])
        done_to, does = _done_to(token), _does(token)
        for verb in done_to:
            stages = [AgreementStatus(s) for s, listed in words["status"].items() if _lemma(verb) in listed]
            told.statuses += _reached(verb, stages)
        for verb in does:
            told.statuses += _reached(verb, _stages_of(verb))
        for report in self._reports:
            if report.token not in (token, *done_to, *does):
                continue
            if report.date is not None and _lemma(report.token) in words["status"]["signed"]:
                told.signed.append(report.date)
            if not told.statuses:
                told.statuses.append(AgreementStatus.SIGNED)
        return told


def _lemma(word: Token) -> str:
    """The verb for a verb, or for the noun of what it does: "signing", "violation"."""
    lemma = word.lemma_.lower()
    return str(knowledge()["verb_of_noun"].get(lemma, lemma))


def _done_to(token: Token) -> list[Token]:
    """The verbs and nouns that tell what was done to an agreement."""
    governor = governor_of(token)
    found = [governor] if token.dep_ in ("dobj", "nsubjpass") or governor != token.head else []
    found += [c for c in token.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    found += [c for c in token.children if c.dep_ == "relcl" and not _is_its_own(c)]
    if token.dep_ == "pobj" and token.head.lower_ not in ("in", "under") and token.head.head.pos_ in ("VERB", "NOUN"):
        found.append(token.head.head)
    return found


def _does(token: Token) -> list[Token]:
    """The verbs of which an agreement is the subject."""
    found = [token.head] if token.dep_ == "nsubj" else []
    return found + [c for c in token.children if c.dep_ == "relcl" and _is_its_own(c)]


def _is_its_own(clause: Token) -> bool:
    """Whether a relative clause tells what its noun does: "the truce that collapsed"."""
    return any(c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP") for c in clause.children)


def _stages_of(verb: Token) -> list[AgreementStatus]:
    words = knowledge()
    lemma = verb.lemma_.lower()
    alone = not any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in verb.children)  # not: "the accord ended the war"
    found = [AgreementStatus(s) for s, listed in words["status_of_itself"].items() if lemma in listed and alone]
    nouns = {g.lemma_.lower() for c in verb.children for g in (c, *c.children) if g.dep_ in ("pobj", "dobj")}
    if lemma in words["coming_verbs"] and nouns & set(words["force_nouns"]):
        found.append(AgreementStatus.IN_FORCE)
    return found


def _reached(verb: Token, stages: list[AgreementStatus]) -> list[AgreementStatus]:
    """The stages that a verb tells as reached; an agreement of which one is only ahead is proposed."""
    told = factuality(verb)
    if told.status in _REAL and not told.negated:
        return stages
    ahead = AgreementStatus.SIGNED in stages
    return [AgreementStatus.PROPOSED] if ahead else [s for s in stages if s not in _DONE and not told.negated]
