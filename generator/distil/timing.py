"""When a happening happened, by what the article tells.

In order: the date of its own clause; that of a word whose time it shares; that in front of its sentence; that of the
happening in whose course it came about, or that it tells again; the day of the scene that goes on. A reporting verb's
date is never the reported event's.
"""

from collections.abc import Collection, Iterator

from generator.distil.clause_times import (
    came_later,
    ends_the_time_of,
    has_mark,
    has_when,
    is_news,
    is_of_now,
    is_origin,
    is_said,
    lasts,
    plans,
    shares,
    tells_what_was_before,
)
from generator.distil.contests import Contests
from generator.distil.date_owners import DAYS_OF_A_SCENE, DateOwners, TiedDate, knowledge
from generator.distil.dated_nouns import DatedNouns
from generator.distil.retellings import Retellings, is_definite
from generator.distil.scenes import Scenes
from generator.distil.tenses import has_modal, is_past, is_present_perfect, is_simple_past
from generator.language.arguments import is_passive
from generator.language.attribution import knowledge as speech
from generator.language.dates import a_year_earlier, resolve_anaphoric
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import DateSpan, Status

_HIGHEST = 5
"""Words above a happening that are asked for its date."""
_DAYS_OF_A_MONTH = 28
_DAYS_OF_A_YEAR = 366
_DAYS_AHEAD = 31
_NEAR = 7
"""Days from publication within which a day that was planned lies ahead rather than behind."""
_SUBJECTS = ("nsubj", "nsubjpass")
_AFTER = ("after", "following")


class Timing:
    """The dates of one document's happenings. `happenings`: the tokens of the verbs and nouns that name them."""

    def __init__(self, document: Document, happenings: Collection[int] = ()) -> None:
        self._document = document
        self._doc = document.doc
        self._owners = DateOwners(document, happenings)
        self._nouns = DatedNouns(document, self._owners, happenings)
        self._scenes = Scenes(document, self._owners)
        self._retellings = Retellings(document, happenings)
        self._contests = Contests(document, self._owners)

    def date_of(self, token: Token, status: Status, speech_act: bool) -> DateSpan | None:
        """The date of the happening that a token names, None where the text gives none. `speech_act`: whether the
        token is a verb that carries words."""
        span = self._date_told(token, status, speech_act)
        if span is not None and status == Status.OCCURRED and self._is_ahead(span):
            return self._carried_or_won(token, status)  # "proposed a strike for next month"
        return span

    def is_foretold(self, token: Token) -> bool:
        """Whether a date tells by when something is to come ("a fall by 2050"), or names one to come ("the 2050
        games")."""
        tied = self._owners.of(token) or self._owners.modifying(token)
        if tied is None or tied.span is None:
            return False
        named = self._owners.modifying(token)
        published = self._document.published
        if named is not None and named.span is not None and published is not None and named.span.start > published:
            return True
        return self._is_ahead(tied.span) and tied.start > 0 and self._doc[tied.start - 1].lower_ == "by"

    def _is_ahead(self, span: DateSpan) -> bool:
        """Whether no happening of the past can have such a date: long after the day of publication, or years that
        reach beyond it ("over 2000-2050"). What was soon to come may be told as done ("has resigned as of Friday")."""
        published = self._document.published
        if published is None:
            return False
        return (span.start - published).days > _DAYS_AHEAD or (span.end > published and span.days > _DAYS_OF_A_YEAR)

    def _date_told(self, token: Token, status: Status, speech_act: bool) -> DateSpan | None:
        tied = self._owners.of(token) or self._owners.modifying(token) or self._nouns.described(token)
        if tied is not None:
            span = self._read(tied, token, token, status)
            if span is not None or tied.anchor is None or tied.start < token.i:
                return span
            return self._carried(token, status)
        if self._owners.counted_from(token) is not None:
            return self._counted(token)
        inherited = self._inherited(token, status, speech_act)
        if inherited is not None:
            return self._read(*inherited, token, status)
        tied = self._fronted(token) or self._at_the_end(token) or self._within(token) or self._of_document(token)
        if tied is not None:
            return self._read(tied, token, token, status)
        before = self._lasting(token) or self._told_before(token)
        if before is None and token.dep_ == "nsubj" and token.head.lemma_.lower() in knowledge()["outcome_verbs"]:
            before = self._retellings.date_of_noun(token, self._date_of_noun)  # "the bombing left 40 dead"
        return before or self._carried_or_won(token, status)

    def goes_on_since(self, token: Token) -> bool:
        """Whether a date says when the happening began ("since June")."""
        tied = self._owners.of(token) or self._owners.modifying(token)
        return tied is not None and tied.mention.since

    # what a date means

    def _read(self, tied: TiedDate, governor: Token, token: Token, status: Status) -> DateSpan | None:
        """What a date that belongs to `governor` means for the happening of a token: the last such day, or the
        next."""
        if tied.anchor is not None:
            return self._read_count(tied, tied.anchor)
        future, today = tied.mention.weekday_future, self._document.published
        on_day_of_issue = tied.span is not None and tied.span.start == tied.span.end == today
        if future is None or on_day_of_issue or not self._looks_ahead(tied, governor, token, status):
            return self._of_the_past(tied, governor, status)
        return future

    def _of_the_past(self, tied: TiedDate, governor: Token, status: Status) -> DateSpan | None:
        """The day meant by what is told as past. A month yet to come, in the past tense, is that of the year before:
        "They met in December", published in November."""
        span, today = tied.span, self._document.published
        if span is None or today is None:
            return span
        if governor.tag_ == "VBG" and is_of_now(governor) and self._is_closer_ahead(tied):
            return None  # "is held in the north, with talks running March 3-5"
        if span != tied.mention.weekday_future or span.start <= today:
            return span
        verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
        if status != Status.OCCURRED or not is_simple_past(verb) or plans(verb):
            return span
        return a_year_earlier(span)

    def _read_count(self, tied: TiedDate, anchor: Token) -> DateSpan | None:
        """What a date means that counts from a happening: from its date, or from that told of it before."""
        dated = self._owners.of(anchor) or self._owners.modifying(anchor)
        start = dated.span if dated is not None else self._told_before(anchor)
        if start is None:
            start = self._retellings.date_of_noun(anchor, self._date_of_noun)
        if start is not None:
            return resolve_anaphoric(tied.mention, start)
        return self._scenes.counted(tied) if anchor.lemma_.lower() in knowledge()["generic_happenings"] else None

    def _looks_ahead(self, tied: TiedDate, governor: Token, token: Token, status: Status) -> bool:
        """Whether the happening lies ahead of the day of publication."""
        if has_modal(token) or (token.dep_ == "xcomp" and (has_modal(token.head) or has_modal(token.head.head))):
            return True
        if status == Status.PLANNED and token.tag_ in ("VBZ", "VBP"):
            return True
        if status != Status.PLANNED or token.tag_ not in ("VB", "VBG", "NN", "NNS", "VBN"):
            return False
        if token.tag_ in ("VB", "VBG") and governor.i == token.i:
            return True
        verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
        if not is_past(verb):
            return True
        return plans(verb) and self._is_nearer_ahead(tied)

    def _is_nearer_ahead(self, tied: TiedDate) -> bool:
        """Of a day that "was planned": whether the next such day is the likelier one."""
        future, past, today = tied.mention.weekday_future, tied.span, self._document.published
        if future is None or past is None or today is None:
            return True
        return (future.start - today).days <= max((today - past.end).days, _NEAR)

    def _is_closer_ahead(self, tied: TiedDate) -> bool:
        """Whether the next such day lies closer to the day of publication than the last."""
        future, past, today = tied.mention.weekday_future, tied.span, self._document.published
        if future is None or past is None or today is None or past.end > today:
            return False
        return (future.start - today).days < (today - past.end).days

    # dates in the happening's own clause

    def _counted(self, token: Token) -> DateSpan | None:
        """The date of a happening from which another is counted: "the vote" in "X came two days after the vote"."""
        tied = self._owners.counted_from(token)
        if tied is None or tied.owner.i == token.i:
            return None
        main = self.date_of(tied.owner, Status.OCCURRED, speech_act=True)
        return resolve_anaphoric(tied.mention, main, back=True) if main is not None else None

    def _fronted(self, token: Token) -> TiedDate | None:
        """For the main clause: the date in the words before it ("In a letter sent on Monday, X demanded")."""
        if token.dep_ != "ROOT" or token.pos_ not in ("VERB", "AUX"):
            return None
        subject = min((c.i for c in token.children if c.dep_ in _SUBJECTS), default=token.i)
        for tied in self._owners.scenes:
            before = token.sent.start <= tied.start < subject
            if (
                before
                and any(t.text == "," for t in self._doc[tied.start : subject])
                and not is_said(tied.owner, token)
                and not ends_the_time_of(tied.owner, token)
            ):
                return tied
        return None

    def _at_the_end(self, verb: Token) -> TiedDate | None:
        """The date behind a verb coordinated with this one, where it is that of both: "came and left on Monday"."""
        if verb.pos_ != "VERB":
            return None
        for other in verb.children:
            if other.dep_ != "conj" or other.tag_ != verb.tag_ or any(c.dep_ in _SUBJECTS for c in other.children):
                continue
            tied = self._owners.of(other)
            apart = any(t.text in (",", ";") for t in self._doc[verb.i : other.i])
            if tied is not None and tied.start > other.i and not (apart or tied.mention.since or tied.is_aim):
                return tied
        return None

    def _within(self, verb: Token) -> TiedDate | None:
        """The date of the happening in whose course a verb's happened: "was hurt in a blast that happened on
        Monday"."""
        if verb.pos_ != "VERB":
            return None
        for clause in verb.children:  # "was arrested when he arrived on Monday"
            tied = self._owners.of(clause) if clause.dep_ == "advcl" and has_when(clause) else None
            if tied is not None and not tied.mention.since and is_simple_past(verb) and is_simple_past(clause):
                return tied
        if is_simple_past(verb) and (then := self._then(verb)) is not None:
            return then
        if (beside := self._beside(verb)) is not None:
            return beside
        if verb.dep_ == "relcl" and is_simple_past(verb) and (there := self._there(verb)) is not None:
            return there
        for preposition in verb.children:
            if preposition.dep_ == "prep" and preposition.lower_ in knowledge()["during_prepositions"]:
                nouns = (n for n in preposition.children if n.dep_ == "pobj")
                dates = (self._owners.of(n) or self._owners.modifying(n) or self._nouns.described(n) for n in nouns)
                found = next((t for t in dates if t is not None and not t.mention.since), None)
                if found is not None:
                    return found
        return None

    def _beside(self, verb: Token) -> TiedDate | None:
        """The date of what came with a verb's happening: "continued the attacks, killing ten on Monday"."""
        for clause in verb.children:
            if clause.dep_ != "advcl" or clause.tag_ != "VBG" or clause.i < verb.i:
                continue
            tied = self._owners.of(clause) if not any(c.dep_ == "mark" for c in clause.children) else None
            if tied is not None and not (tied.mention.since or tied.is_aim):
                return tied
        return None

    def _then(self, verb: Token) -> TiedDate | None:
        """The date right before a clause that tells what happened then: "began in June, when officers found arms"."""
        when = next((c for c in verb.children if c.lower_ == "when" and c.dep_ in ("advmod", "mark")), None)
        if when is None or when.i == verb.sent.start:
            return None
        before = self._doc[when.i - 1]
        if before.text == "," and before.i > verb.sent.start:
            before = before.nbor(-1)
        tied = self._owners.at(before)
        return tied if tied is not None and not (tied.mention.since or tied.mention.until or tied.is_aim) else None

    def _there(self, verb: Token) -> TiedDate | None:
        """The day above a clause that tells what happened there and then: "landed on Monday in Arlen, where a crowd
        cheered"."""
        if not any(c.lower_ == "where" and c.dep_ == "advmod" for c in verb.children):
            return None
        above = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), None)
        tied = self._owners.of(above) if above is not None and (is_past(above) or above.tag_ == "VBG") else None
        if tied is None or tied.start > verb.i or tied.mention.since or tied.is_aim or tied.span is None:
            return None
        return tied if tied.span.days <= DAYS_OF_A_SCENE else None

    def _of_document(self, verb: Token) -> TiedDate | None:
        """The date of the document that says or does what a verb tells: "a 2028 report accused X"."""
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if verb.pos_ != "VERB" or subject is None or is_passive(verb):
            return None
        return self._owners.modifying(subject) if subject.lemma_.lower() in speech()["documents"] else None

    def _lasting(self, verb: Token) -> DateSpan | None:
        """The month or year of what came after ("rates fell in 2018 after two children died"), or the beginning of
        the time in which something has happened ("have been arrested since the strike began in May")."""
        tied: TiedDate | None = None
        if verb.dep_ == "advcl" and has_mark(verb, "after"):
            tied = self._owners.of(verb.head)
            if tied is not None and (tied.mention.since or tied.span is None or tied.span.days < _DAYS_OF_A_MONTH):
                return None
        elif is_present_perfect(verb):
            clauses = (c for c in verb.children if c.dep_ == "advcl" and has_mark(c, "since"))
            tied = next((t for c in clauses if (t := self._owners.of(c)) is not None), None)
        return tied.span if tied is not None else None

    def _told_before(self, verb: Token) -> DateSpan | None:
        """The date of a happening that was told before and that this one is, or happened in the course of."""
        again = self._retellings.date_before(verb, self._of_clause)
        again = again or self._retellings.date_of_cause(verb, self._date_of_noun, self._of_clause)
        return again or self._retellings.date_during(verb, self._date_of_noun)

    def _of_clause(self, verb: Token) -> TiedDate | None:
        """The date that a verb's own clause tells."""
        return self._owners.of(verb) or self._fronted(verb)

    def _date_of_noun(self, noun: Token) -> DateSpan | None:
        return self.date_of(noun, Status.OCCURRED, speech_act=False)

    # dates of other words

    def _inherited(self, token: Token, status: Status, speech_act: bool) -> tuple[TiedDate, Token] | None:
        """From the verb that a noun depends on, or the verb that a clause completes: the date and that verb."""
        for head, below in self._sharing(token, speech_act):
            tied = self._owners.of(head)
            if tied is None:
                continue
            if below.dep_ == "conj" and (max(below.i, head.i) < tied.start or tied.is_aim or came_later(below)):
                continue
            was_there = below.dep_ == "prep" and head.i < token.i and lasts(token)
            planned_then = status == Status.PLANNED and tied.start < token.i and is_simple_past(head) and plans(head)
            return None if was_there or planned_then else (tied, head)
        return None

    def _sharing(self, token: Token, speech_act: bool) -> Iterator[tuple[Token, Token]]:
        """The words above a happening that have its time, each with the word below it."""
        current = token
        for _ in range(_HIGHEST):
            head = current.head
            if head == current or not shares(current, head, speech_act):
                return
            yield head, current
            current = head

    def _carried_or_won(self, token: Token, status: Status) -> DateSpan | None:
        """The day of the scene, else for the result of a contest the day of the contest, for what somebody says that
        on which the article saw them last."""
        day = self._carried(token, status)
        if day is not None or status != Status.OCCURRED:
            return day
        return self._contests.day_of(token) or self._day_of_speaker(token)

    def _day_of_speaker(self, verb: Token) -> DateSpan | None:
        """The last day on which the article tells what somebody did who says something further down."""
        if verb.lemma_.lower() not in speech()["reporting"] or not is_simple_past(verb):
            return None
        speakers = self._doers(verb) if verb.pos_ == "VERB" and not self._document.in_speech(verb) else set()
        if not speakers:
            return None
        told = (t for t in reversed(self._owners.scenes) if t.start < verb.i)
        return next((t.span for t in told if speakers & self._doers(t.owner)), None)

    def _doers(self, verb: Token) -> set[int]:
        return set(self._document.subjects_of([c for c in verb.children if c.dep_ in _SUBJECTS]))

    def _carried(self, token: Token, status: Status) -> DateSpan | None:
        """The day of the scene that goes on, for what a main clause tells in the past tense without a date."""
        if self._document.in_speech(token) or status not in (Status.OCCURRED, Status.ONGOING) or is_origin(token):
            return None
        if self._document.block_of(token).kind == "headline":
            return self._scenes.story_day if is_news(token, status) else None
        verb = token
        if not (token.pos_ in ("VERB", "AUX") and is_simple_past(token)):
            if token.pos_ == "VERB" and token.tag_ not in ("VBG", "VB"):
                return self._scenes.day_of_section(token)
            above = (head for head, _ in self._sharing(token, speech_act=False) if head.pos_ in ("VERB", "AUX"))
            verb = next(above, token)
        if status == Status.ONGOING and (verb.tag_ != "VBD" or verb.pos_ == "AUX"):
            return None
        if token.dep_ == "pobj" and lasts(token):
            return None
        if token.dep_ == "dobj" and verb == token.head and verb.lemma_ == "have":
            return None  # "had the support of ..." tells how it was
        if tells_what_was_before(verb) or self._follows_another(verb):
            return None
        day = self._scenes.day_of(verb)
        if day is not None and day.days > DAYS_OF_A_SCENE and came_later(verb):
            return None
        if day is None:
            day = self._scenes.day_of_section(verb)
        return self._told_before(verb) if day is None and verb != token else day

    def _follows_another(self, verb: Token) -> bool:
        """Whether a passive clause tells what came of a happening whose day is not the scene's: "was arrested after the
        disaster"."""
        if not is_passive(verb):
            return False
        nouns = (n for p in verb.children if p.dep_ == "prep" and p.lower_ in _AFTER for n in p.children)
        for noun in nouns:
            if noun.dep_ == "pobj" and noun.pos_ == "NOUN" and is_definite(noun):
                return self._date_of_noun(noun) is None
        return False
