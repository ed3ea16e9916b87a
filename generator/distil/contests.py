"""On which day the results of a contest came about: that of the election, match or race that the article tells.

"The election was held on Sunday. In the north Anna Berg was elected; Carl Dahl lost his seat" dates each result.
"""

from functools import cached_property

from generator.distil.date_owners import DAYS_OF_A_SCENE, DateOwners, TiedDate, knowledge
from generator.distil.tenses import is_simple_past
from generator.language.dependents import keys_of
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import DateSpan

_DAYS_BACK = 31
"""Days before publication within which a contest is the article's news."""
_PARTS = ("dobj", "prep", "pobj", "nsubj", "nsubjpass", "compound", "pcomp")


class Contests:
    """The contest of one document."""

    def __init__(self, document: Document, owners: DateOwners) -> None:
        self._document = document
        self._owners = owners

    def day_of(self, token: Token) -> DateSpan | None:
        """The day on which a result without a date of its own came about, None where the word tells none."""
        day = self._day
        if day is None or not _is_result(token) or self._document.in_speech(token):
            return None
        block = self._document.block_of(token)
        told = [t for t in self._owners.tied if block.start <= t.mention.start < block.end]
        if any(t.span is not None and not t.span.overlaps(day) for t in told):
            return None  # the paragraph tells of another time
        return day.model_copy(update={"basis": "inferred"}) if day.basis == "stated" else day

    @cached_property
    def _day(self) -> DateSpan | None:
        """The one day on which the article tells a contest of the last weeks; None where it tells none or several."""
        published = self._document.published
        days = [t.span for t in self._owners.tied if t.span is not None and _is_of_contest(t)]
        news = [d for d in days if published is not None and 0 <= (published - d.end).days <= _DAYS_BACK]
        if not news or any((d.start, d.end) != (news[0].start, news[0].end) for d in news):
            return None
        return news[0]


def _is_of_contest(tied: TiedDate) -> bool:
    """Whether a date is that of a contest, or of a verb in the past that one is the subject, object or place of."""
    owner = tied.owner
    if tied.mention.since or tied.is_aim or (tied.span is not None and tied.span.days > DAYS_OF_A_SCENE):
        return False
    if owner.pos_ in ("NOUN", "PROPN"):
        return _is_contest(owner)
    if not is_simple_past(owner) or owner.lemma_.lower() not in knowledge()["contest_verbs"] | knowledge()["results"]:
        return False
    below = [c for c in owner.children if c.dep_ in _PARTS]
    return any(_is_contest(t) for c in below for t in [c, *c.children] if t.dep_ in _PARTS)


def _is_contest(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN") and any(k in knowledge()["contests"] for k in keys_of(noun))


def _is_result(token: Token) -> bool:
    """Whether a word tells how a contest ended: "was elected", "lost her seat", "a surprise victory"."""
    keys = keys_of(token)
    if token.pos_ in ("NOUN", "PROPN"):
        return any(k in knowledge()["result_nouns"] for k in keys) and is_simple_past(token.head)
    if not any(k in knowledge()["results"] for k in keys):
        return any(k in knowledge()["gains"] for k in keys) and is_simple_past(token) and _gains_place(token)
    told_beside = token.dep_ in ("acl", "pcomp", "acomp") and token.tag_ in ("VBN", "VBG", "JJ")
    return token.dep_ != "relcl" and (is_simple_past(token) or told_beside)


def _gains_place(verb: Token) -> bool:
    """Whether what somebody gained, kept or lost is a seat, votes, a match."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return any(k in knowledge()["prizes"] | knowledge()["contests"] for o in objects for k in keys_of(o))
