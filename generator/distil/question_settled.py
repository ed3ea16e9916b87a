"""What was open once and is settled by the same article: told as done, overtaken, past its day, or long ago."""

from datetime import date

from generator.distil.question_ground import Opening, Raised, has_child, is_negated
from generator.distil.question_knowledge import knowledge
from generator.distil.question_parts import dates_in
from generator.distil.reports import Report
from generator.language.arguments import subject_of
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import Status

_AHEAD = (Opening.PLAN, Opening.PROPOSAL, Opening.EFFORT, Opening.CHANCE, Opening.DEMAND)
_LONG_AGO = 366
"""Days."""
_OPENS = 6
"""Characters. A date so near the start of a sentence is the first thing told: "On 3 March"."""
_NEXT = 40
"""Words. So near behind stands what was done at once."""


class Settled:
    """Tells which questions of one document the document itself settles."""

    def __init__(self, document: Document, reports: list[Report]) -> None:
        self._document = document
        self._done = [r for r in reports if r.status == Status.OCCURRED and not r.negated]

    def is_settled(self, raised: Raised) -> bool:
        """Whether the article answers a question or leaves it behind."""
        if raised.opening in _AHEAD and (self._is_past(raised) or self._is_overtaken(raised)):
            return True
        if raised.opening in (*_AHEAD, Opening.LAWFULNESS) and (self._is_long_ago(raised) or _is_once(raised)):
            return True
        if raised.opening in (*_AHEAD, Opening.INQUIRY) and self._is_history(raised):
            return True
        if raised.opening in _AHEAD and (_is_unfulfilled(raised.opener) or self._is_done_next(raised)):
            return True
        return raised.opening == Opening.PLAN and self._is_told_as_done(raised)

    def _days(self, token: Token) -> list[date]:
        """The last days of the dates in the clause of a word."""
        verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), token)
        own = [t for t in verb.children if t.dep_ in ("prep", "npadvmod", "advmod", "pobj")]
        return [d.span.end for t in own for d in dates_in(self._document, t) if d.span is not None]

    def _is_past(self, raised: Raised) -> bool:
        """Whether what was to come has a day before the day of publication."""
        published = self._document.published
        if published is None or raised.content == raised.opener:
            return False
        return _is_told_in_past(raised.opener) and any(d < published for d in self._days(raised.content))

    def _is_long_ago(self, raised: Raised) -> bool:
        """Whether who opened the matter did so more than a year before publication."""
        published = self._document.published
        if published is None or not _is_told_in_past(raised.opener):
            return False
        return any((published - d).days > _LONG_AGO for d in self._days(raised.opener))

    def _is_history(self, raised: Raised) -> bool:
        """Whether its sentence begins with a date more than a year before publication: "In 2029, she sued them"."""
        published, sentence = self._document.published, raised.opener.sent
        if published is None or sentence.root.tag_ not in ("VBD", "VBN"):
            return False
        first = (d for d in self._document.dates if sentence.start_char <= d.start <= sentence.start_char + _OPENS)
        return any(d.span is not None and (published - d.span.end).days > _LONG_AGO for d in first)

    def _is_overtaken(self, raised: Raised) -> bool:
        """Whether its sentence goes on to say that it was dropped, cancelled or put off."""
        sentence = raised.opener.sent
        ends = knowledge()["overtaken_verbs"]
        after = [
            t for t in sentence if t.i > raised.content.i and t.lemma_.lower() in ends and t.tag_ in ("VBN", "VBD")
        ]
        for token in after:
            if token.dep_ == "relcl" and raised.content in (token.head, *token.head.ancestors):
                return True
            between = {t.lower_ for t in self._document.doc[raised.content.i : token.i]}
            if between & knowledge()["contrasts"] and token.dep_ in ("conj", "ROOT", "advcl"):
                return True
        return False

    def _is_done_next(self, raised: Raised) -> bool:
        """Whether one of the next sentences tells that who was to do it did: "asked her to turn. She turned it"."""
        verb = raised.content
        actors = self._named_by(subject_of(verb))
        if raised.opener == verb or verb.pos_ != "VERB" or not actors:
            return False
        lemma, sentence = verb.lemma_.lower(), verb.sent
        for token in verb.doc[sentence.end : min(sentence.end + _NEXT, len(verb.doc))]:
            did = token.tag_ == "VBD" and token.lemma_.lower() == lemma and not is_negated(token)
            if did and actors & self._named_by(subject_of(token)):
                return True
        return False

    def _named_by(self, tokens: list[Token]) -> set[int]:
        """The actors that tokens name."""
        return {e for t in tokens if (m := self._document.actor_at(t)) is not None for e in m.entities}

    def _is_told_as_done(self, raised: Raised) -> bool:
        """Whether what was planned is told as having happened elsewhere in the article."""
        lemma = raised.content.lemma_.lower()
        named = {e for m in self._document.mentions if m.head in raised.core for e in m.entities}
        done = (r for r in self._done if r.token != raised.content and r.token.lemma_.lower() == lemma)
        return any(named & {e for e, _ in r.participants} for r in done)


def _is_told_in_past(opener: Token) -> bool:
    """Whether the opening verb is told in the past: "was expected", "had planned"."""
    verb = next((t for t in (opener, *opener.ancestors) if t.pos_ in ("VERB", "AUX")), opener)
    return verb.tag_ == "VBD" or any(
        c.lower_ in ("was", "were", "had") for c in verb.children if c.dep_ in ("aux", "auxpass")
    )


def _is_unfulfilled(opener: Token) -> bool:
    """Whether something was wanted or expected before what is told: "had wanted to land", "had been expected to"."""
    had = has_child(opener, ("aux",), ("had", "'d", "’d"))
    return had and opener.dep_ != "ccomp" and opener.lemma_.lower() in knowledge()["unfulfilled_verbs"]


def _is_once(raised: Raised) -> bool:
    """Whether a plan or demand is told as one of an earlier time: "had previously announced it planned to"."""
    opener = raised.opener
    above = [opener, *([opener.head] if opener.dep_ in ("ccomp", "xcomp") else [])]
    once = any(has_child(v, ("advmod",), knowledge()["earlier_adverbs"]) for v in above)
    return once and _is_told_in_past(opener)
