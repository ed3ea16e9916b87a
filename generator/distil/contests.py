"""On which day the results of a contest came about: that of the election, match or race that the article tells.

"The election was held on Sunday. In the north Anna Berg was elected; Carl Dahl lost his seat" dates each result.
"""

import re
from functools import cache, cached_property

from generator.distil.date_owners import DAYS_OF_A_SCENE, DateOwners, TiedDate, knowledge
from generator.distil.tenses import is_simple_past
from generator.language.dependents import keys_of
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import DateSpan

_DAYS_BACK = 31
"""Days before publication within which a contest is the article's news."""
_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")
"""The score of a match: "3-0"."""
_PARTS = ("dobj", "prep", "pobj", "nsubj", "nsubjpass", "compound", "pcomp")


class Contests:
    """The contest of one document."""

    def __init__(self, document: Document, owners: DateOwners) -> None:
        self._document = document
        self._owners = owners

    def day_of(self, token: Token) -> DateSpan | None:
        """The day on which a result without a date of its own came about, None where the word tells none."""
        day = self._day
        if day is None or self._document.in_speech(token):
            return None
        block = self._document.block_of(token)
        if not _is_result(token) and not (block.start in self._play and _tells(token)):
            return None
        here = (t for t in self._owners.tied if block.start <= t.mention.start < block.end)
        told = [t for t in here if not self._document.in_speech(self._document.doc[t.start])]
        if any(t.span is not None and not t.span.overlaps(day) for t in told):
            return None  # the paragraph tells of another time
        return day.model_copy(update={"basis": "inferred"}) if day.basis == "stated" else day

    @cached_property
    def _day(self) -> DateSpan | None:
        """The one day on which the article tells a contest of the last weeks; None where it tells none or several."""
        published = self._document.published
        ours = (t for t in self._owners.tied if not self._document.in_speech(t.owner))
        days = [t.span for t in ours if t.span is not None and _is_of_contest(t)]
        news = [d for d in days if published is not None and 0 <= (published - d.end).days <= _DAYS_BACK]
        if not news or any((d.start, d.end) != (news[0].start, news[0].end) for d in news):
            return None
        return news[0]

    @cached_property
    def _play(self) -> set[int]:
        """Where the paragraphs start that tell how a match went: by the minutes and parts of play, or under a heading
        with a score."""
        found: set[int] = set()
        under_score = False
        for block in self._document.article.blocks:
            text = self._document.text[block.start : block.end]
            if block.kind == "heading":
                under_score = _SCORE.search(text) is not None
            elif under_score or _part_of_play().search(text):
                found.add(block.start)
        return found


def _tells(word: Token) -> bool:
    """Whether a main clause in the past, or a noun in one, tells something as news."""
    verb = word if word.pos_ in ("VERB", "AUX") else word.head
    if not is_simple_past(verb):
        return False
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "ROOT"


@cache
def _part_of_play() -> re.Pattern[str]:
    """What only the report of a match speaks of: "in the 62nd minute", "on 53 minutes", "injury time"."""
    parts = "|".join(sorted(knowledge()["parts_of_play"]))
    return re.compile(rf"\b(?:the \d{{1,3}}(?:st|nd|rd|th) minute|on \d{{1,3}} minutes|{parts})\b", re.IGNORECASE)


def _is_of_contest(tied: TiedDate) -> bool:
    """Whether a date is that of a contest, or of a verb in the past that one is the subject, object or place of."""
    owner = tied.owner
    if tied.mention.since or tied.is_aim or (tied.span is not None and tied.span.days > DAYS_OF_A_SCENE):
        return False
    if owner.pos_ in ("NOUN", "PROPN"):
        return _is_contest(owner)
    if is_simple_past(owner) and owner.lemma_.lower() in knowledge()["results"] and _SCORE.search(owner.sent.text):
        return True  # "defeated Sudia 3-0"
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
