"""Which word each date phrase of an article belongs to: the verb or the noun of the happening that it dates.

A date belongs to the clause it stands in: to the verb it hangs on, or, where the parser hung it on the main verb over
the head of a nearer one, to the nearer one.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from generator.distil.date_sections import DateSections
from generator.distil.tenses import is_past
from generator.knowledge_files import knowledge_file
from generator.language.attribution import knowledge as speech
from generator.language.date_lexicon import knowledge as date_words
from generator.language.dates import DateMention, resolve_anaphoric
from generator.language.document import Document
from generator.language.parse import Span, Token
from generator.model import DateSpan

DAYS_OF_A_SCENE = 7
"""Days. A date no longer than this tells when something is seen to happen; longer ones tell background."""
_FRONT = 8
"""Tokens from the start of a sentence within which a date stands in front of it."""
_RANKING_REACH = 14
"""Tokens before "since" among which a word that ranks may stand: "the first visit of a president since 2003"."""
_LONG_UNITS = ("month", "quarter", "year", "decade", "century")
"""Units in which is counted from one paragraph to the next: "In 2025 X was founded. ... Two years later"."""
_INSIDE = ("compound", "nmod", "poss", "nummod", "amod")


@cache
def knowledge() -> dict[str, frozenset[str]]:
    """The lists of `timing.yml`."""
    content: dict[str, list[str]] = knowledge_file("timing")
    return {key: frozenset(value) for key, value in content.items()}


@dataclass(frozen=True)
class TiedDate:
    """A date phrase with the word it belongs to. `start` and `end` (exclusive) are tokens of the document."""

    mention: DateMention
    start: int
    end: int
    owner: Token
    span: DateSpan | None
    """The days meant, for a happening of the past; None where nothing tells them."""
    anchor: Token | None
    """The happening that the date counts from ("two days after the vote"), where it names one."""
    in_front: bool
    """Whether it stands before the subject of its sentence, set off by a comma."""
    is_aim: bool
    """Whether its verb is about it, and did not happen then: "was scheduled for Monday"."""


class DateOwners:
    """The date phrases of one document, tied to its verbs and to the nouns that name happenings (`happenings`: their
    tokens)."""

    def __init__(self, document: Document, happenings: Collection[int] = ()) -> None:
        self._document = document
        self._doc = document.doc
        self._happenings = happenings
        self.sections = DateSections(document)
        self.tied: list[TiedDate] = []
        """In order of the text, without those that only say until when, how often, or since when something is first."""
        self.scenes: list[TiedDate] = []
        """Those of them that say on which day something is seen to happen."""
        self._of_token: dict[int, TiedDate] = {}
        self._at: dict[int, TiedDate] = {}
        """The date that each of its own tokens belongs to."""
        for mention in self.sections.dates:
            span = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None and not mention.until and mention.kind != "frequency" and not _ranks(mention, span):
                self._tie(mention, span)
        self._read_speech()

    def of(self, token: Token) -> TiedDate | None:
        """The date that belongs to a verb or noun."""
        return self._of_token.get(token.i)

    def at(self, token: Token) -> TiedDate | None:
        """The date that a token is a word of."""
        return self._at.get(token.i)

    def modifying(self, token: Token) -> TiedDate | None:
        """The date inside a noun phrase: "Sunday's election", "the November 27 deal"."""
        inside = (self._at.get(c.i) for c in token.children if c.dep_ in _INSIDE or c.dep_ == "npadvmod")
        return next((tied for tied in inside if tied is not None and tied.anchor is not token), None)

    def counted_from(self, token: Token) -> TiedDate | None:
        """The date that counts from this happening and belongs to another: "X came two days after the vote"."""
        return next((tied for tied in self.tied if tied.anchor is not None and tied.anchor.i == token.i), None)

    def _tie(self, mention: DateMention, span: Span) -> None:
        anchor = _anchor(span) if mention.step is not None else None
        before = self.tied[-1] if self.tied else None
        if before is not None and self._goes_on(before, span):
            owner = before.owner
        elif anchor is not None:
            owner = self._owner_of_count(span, anchor)
        else:
            owner = self._owner(span)
        meant = mention.span
        if mention.anaphoric:
            meant = self._told_before(mention, span) if anchor is None else None
        is_aim = span.start > 0 and self._doc[span.start - 1].lower_ == "for"
        if _is_end(span) and is_past(owner):
            return  # "prior to May 2001, it had been banned"
        tied = TiedDate(mention, span.start, span.end, owner, meant, anchor, _is_in_front(span), is_aim)
        current = self._of_token.get(owner.i)
        if current is None or current.span is None or (meant is not None and meant.days < current.span.days):
            self._of_token[owner.i] = tied
        self._at |= dict.fromkeys(range(span.start, span.end), tied)
        self.tied.append(tied)
        if self._tells_a_scene(tied, span):
            self.scenes.append(tied)

    def _read_speech(self) -> None:
        """Reads "today" and "yesterday" in direct speech as of the day on which it was said, where the paragraph tells
        that ("Today we made history", X said on Tuesday)."""
        for tied in list(self.tied):
            if tied.span is None or tied.span.basis != "relative" or tied.mention.anaphoric:
                continue
            said = self._day_of_saying(tied) if self._document.in_speech(self._doc[tied.start]) else None
            span = self.sections.read(tied.mention, said) if said is not None else None
            if span is not None and span != tied.span:
                self._put(tied, replace(tied, span=span))

    def _day_of_saying(self, tied: TiedDate) -> date | None:
        """The one day on which the paragraph says that its direct speech was said."""
        block = self._document.block_of(self._doc[tied.start])
        days = {
            t.span.start
            for t in self.scenes
            if block.start <= t.mention.start < block.end
            and t.span is not None
            and t.span.days == 1
            and t.owner.lemma_.lower() in speech()["reporting"]
        }
        return next(iter(days)) if len(days) == 1 else None

    def _put(self, old: TiedDate, new: TiedDate) -> None:
        """Takes one reading of a date for another."""
        self.tied = [new if t is old else t for t in self.tied]
        self.scenes = [new if t is old else t for t in self.scenes]
        for kept in (self._of_token, self._at):
            kept |= {key: new for key, t in kept.items() if t is old}

    def _tells_a_scene(self, tied: TiedDate, span: Span) -> bool:
        """Whether a date says on which day something is seen to happen: that of a verb, or in front of a sentence."""
        if tied.span is None or tied.span.days > DAYS_OF_A_SCENE or tied.mention.since or tied.is_aim:
            return False
        if tied.owner.tag_ == "VB" and not tied.in_front:
            return False  # "agreed to meet on Monday"
        if span.root.dep_ in _INSIDE and not _is_led_by_on(span):
            return False
        tells = tied.owner.pos_ in ("VERB", "AUX") or span.start - span.sent.start <= _FRONT
        return tells and not self._document.in_speech(span[0])

    def _told_before(self, mention: DateMention, span: Span) -> DateSpan | None:
        """What a date means that counts from one told before: from one in the same sentence, else from the last day
        told. "Then" and "at the time" mean the last date of their paragraph."""
        beside = [t.span for t in self.tied if t.start >= span.sent.start and t.span is not None]
        start = self._document.block_of(span[0]).start
        here = [t for t in self.tied if t.mention.start >= start and t.span is not None]
        if mention.step is not None and mention.step.unit == "same":
            told = [t.span for t in here]
        else:
            told = [t.span for t in self.scenes if t.span is not None and t.span.days == 1]
            long = mention.step is not None and mention.step.unit in _LONG_UNITS
            told += [t.span for t in (self.tied if long else here) if t.span is not None and _is_of_main_clause(t)][-1:]
        anchor = next(reversed(beside or told), None)
        return resolve_anaphoric(mention, anchor) if anchor is not None else None

    def _goes_on(self, before: TiedDate, span: Span) -> bool:
        """Whether two dates stand side by side and tell one day ("last year, on June 18")."""
        between = [t.lower_ for t in self._doc[before.end : span.start]]
        return len(between) <= 2 and all(w in (",", "on", "in", "(", "-") for w in between)

    def _owner(self, span: Span) -> Token:
        """The verb or happening that a date phrase belongs to."""
        current = span.root
        named = current.head.pos_ in ("NOUN", "PROPN") and current.head.i >= span.end
        if current.dep_ in _INSIDE and named and not _is_led_by_on(span):
            return current.head
        if (noun := _noun_of(span)) is not None:
            return noun
        while current.head != current:
            current = current.head
            if (current.pos_ in ("VERB", "AUX") and not _counts_on(current)) or current.i in self._happenings:
                break
        current = _acting(current)
        if current.dep_ == "pobj" and current.head.lower_ == "without":
            current = current.head.head  # "ended without a deal on Tuesday"
        before = self._doc[span.start - 1] if span.start > span.sent.start else None
        if current.i >= span.end and before is not None and before.pos_ == "VERB" and before.dep_ not in _INSIDE:
            return before  # "figures to be published today show ..."
        if current.i < span.start:
            return self._named_between(span, self._decided(self._nearer_left(span, current)))
        if current.i < span.end and current.pos_ in ("NOUN", "PROPN"):
            return self._first_verb_right(span) or current
        return current

    def _named_between(self, span: Span, owner: Token) -> Token:
        """Where the owner has a date already: the happening named between the two ("on Monday and at a rally on
        Friday")."""
        told = self.of(owner)
        if told is None:
            return owner
        return next((t for t in reversed(self._doc[told.end : span.start]) if t.i in self._happenings), owner)

    def _decided(self, verb: Token) -> Token:
        """Where a date hangs on what was decided or begun: the verb that says so ("voted to leave on Monday")."""
        matrix = verb.head
        decided = verb.tag_ in ("VB", "VBG") and verb.dep_ == "xcomp" and matrix.tag_ in ("VBD", "VBN")
        if decided and matrix.lemma_.lower() in knowledge()["decided_at_once"] and self.of(matrix) is None:
            return matrix
        return verb

    def _owner_of_count(self, span: Span, anchor: Token) -> Token:
        """The verb that is dated by counting from another happening: the one that governs the whole phrase."""
        current = anchor
        while current.head != current:
            current = current.head
            if current.pos_ in ("VERB", "AUX") and not span.start <= current.i < span.end:
                break
        return current

    def _nearer_left(self, span: Span, owner: Token) -> Token:
        """Where the parser hung a date on a verb far to the left: the verb just before it, or, in a clause that
        opens with the date ("where on Sunday X signed"), the one behind it."""
        opening = self._doc[max(span.sent.start, span.start - 2) : span.start]
        if any(t.tag_ in ("WRB", "WDT") or t.dep_ == "mark" or t.text == '"' for t in opening):
            return self._first_verb_right(span) or owner
        for t in reversed(self._doc[owner.i + 1 : span.start]):
            if t.text in (",", ";", '"') and t.i < span.start - 1:
                break
            if t.pos_ == "VERB" and t.dep_ not in ("amod", "compound") and not _counts_on(t):
                return t
        return owner

    def _first_verb_right(self, span: Span) -> Token | None:
        following = self._doc[span.end : span.sent.end]
        return next((t for t in following if t.pos_ == "VERB" and t.dep_ not in ("amod", "compound")), None)


def _ranks(mention: DateMention, span: Span) -> bool:
    """Whether a date only says since when, or of what time, something is the first, the worst, the tenth of its
    kind."""
    if not mention.since:
        # "the highest this year"
        return mention.text.lower().startswith("this ") and span.start > 0 and span[0].nbor(-1).tag_ == "JJS"
    known = date_words()
    for token in reversed(span.doc[max(span.sent.start, span.start - _RANKING_REACH) : span.start]):
        if token.pos_ == "VERB":
            return False
        ordinal = known.words.get(token.lower_, ("", None))[0] == "ORDINALWORD" or token.ent_type_ == "ORDINAL"
        if ordinal or token.tag_ == "JJS" or token.lower_ in known.lists["record_words"]:
            return True
    return False


def _acting(word: Token) -> Token:
    """The verb of "a coup removed the president", which the parser takes for a participle behind its subject."""
    if word.pos_ != "NOUN":
        return word
    participles = (c for c in word.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD"))
    return next((p for p in participles if any(c.dep_ == "dobj" for c in p.children)), word)


def _is_in_front(span: Span) -> bool:
    """Whether a date stands before the subject of its sentence, set off by a comma, and in no name ("the 2018 Cup")."""
    if span.root.dep_ in _INSIDE and span.root.head.i >= span.end and not _is_led_by_on(span):
        return False
    root = span.sent.root
    subject = min((c.i for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), default=root.i)
    return any(t.text == "," for t in span.doc[span.end : subject])


def _noun_of(span: Span) -> Token | None:
    """The noun in "after the bombing of 1998", which is no object of the verb."""
    of = span.root.head
    if of.lower_ != "of" or of.i != span.start - 1 or of.head.i != of.i - 1:
        return None
    noun = of.head
    tells = noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.lower_ not in date_words().words
    return noun if tells and noun.lemma_.lower() not in knowledge()["stretches"] else None


def _counts_on(verb: Token) -> bool:
    """Whether a verb only goes on counting: "for the third day running"."""
    return verb.lower_ == "running" and verb.i > verb.sent.start and verb.nbor(-1).lower_ in date_words().words


def _is_of_main_clause(tied: TiedDate) -> bool:
    """Whether a date is that of its sentence's main clause."""
    verb = tied.owner
    while verb.dep_ in ("conj", "xcomp") and verb.head != verb:
        verb = verb.head
    return (tied.in_front or verb.dep_ == "ROOT") and not tied.is_aim


def _is_end(span: Span) -> bool:
    """Whether the words before a date say that it only ends the time meant: "before May", "prior to 2001"."""
    before = [t.lower_ for t in span.doc[max(span.sent.start, span.start - 2) : span.start]]
    return before[-1:] == ["before"] or before == ["prior", "to"]


def _is_led_by_on(span: Span) -> bool:
    """Whether "on" stands right before a date: then it is no part of a name, whatever the parser made of it."""
    return span.start > span.sent.start and span[0].nbor(-1).lower_ == "on"


def _anchor(span: Span) -> Token | None:
    """The happening named behind a count of days: "two days after the vote", "a day before X left"."""
    last = span[-1]
    if last.lower_ not in knowledge()["counting_words"]:
        return None
    if last.dep_ == "mark":
        return last.head
    behind = (p for c in [last, *last.children] if c.dep_ == "prep" for p in c.children)
    return next((p for p in behind if p.dep_ in ("pobj", "pcomp")), None)
