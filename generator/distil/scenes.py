"""On which day a clause happens that names none: the day of the scene that goes on.

A scene is what the article tells of one day. Its lead tells the story's day; further down a day told goes on for its
own sentence, and as long as the sentences say that they go on.
"""

import re
from functools import cache, cached_property

from generator.distil.date_owners import DAYS_OF_A_SCENE, DateOwners, TiedDate, knowledge
from generator.distil.tenses import is_present_perfect, is_simple_past
from generator.language.attribution import knowledge as speech
from generator.language.date_lexicon import knowledge as date_words
from generator.language.dates import resolve_anaphoric
from generator.language.document import Document
from generator.language.parse import Span, Token
from generator.model import Block, DateSpan

LEAD = 2
"""Paragraphs of the lead: what they tell in the past tense without a date happened on the story's day."""
STORY_DAYS = 7
"""Days before publication within which the first day told is the story's day."""
_SKIPPED = 1
"""Sentences without a sign of going on that a scene survives."""
_DAYS_OF_BACKGROUND = 300
"""Days before the story's day from which on a day told is background."""
_SUBJECTS = ("nsubj", "nsubjpass")


class Scenes:
    """The scenes of one document."""

    def __init__(self, document: Document, owners: DateOwners) -> None:
        self._document = document
        self._doc = document.doc
        self._owners = owners
        self._prose = [b for b in document.article.blocks if b.kind == "prose"]
        self._sentences = list(document.doc.sents)
        self._hours = {s.start for s in self._sentences if _clock_time().search(s.text)}
        """First tokens of the sentences that tell a time of day."""

    @property
    def story_day(self) -> DateSpan | None:
        """The first day that a main clause of the lead tells, where it is the news: in the week before publication.
        Where the lead tells none, the day on which the first paragraph's news was said."""
        return self._story.span if self._story is not None else None

    @cached_property
    def _story(self) -> TiedDate | None:
        """The date that tells the story's day."""
        published = self._document.published
        first, second = (self._scenes_of(b) for b in (self._prose[:1], self._prose[1:2]))
        told = [t for t in first if not _is_aside(t)]
        told += [t for t in second if not _is_aside(t) and _tells_the_story(t)]
        told += [t for t in first if _is_aside(t) and not _describes(t)]
        day = told[0].span if told else None
        is_news = day is not None and published is not None and 0 <= (published - day.end).days <= STORY_DAYS
        return told[0] if is_news else None

    def day_of(self, verb: Token) -> DateSpan | None:
        """The day on which a main clause in the simple past happens that names none."""
        block = self._document.block_of(verb)
        if not is_simple_past(verb) or not _is_main(verb, block in self._prose[:LEAD]):
            return None
        section = self._owners.sections.day_of(verb)
        here = (t for t in self._owners.tied if block.start <= t.mention.start and t.start < verb.i)
        if section is not None and not any(self._is_told(t) for t in here):
            return section
        day = self._day_of_lead(verb, block) if block in self._prose[:LEAD] else self._day_of_scene(verb, block)
        if day is None or day.basis != "stated":
            return day
        return day.model_copy(update={"basis": "inferred"})

    def day_of_section(self, word: Token) -> DateSpan | None:
        """The day that a heading gives to what the article itself tells as news under it: by a main clause in the past,
        or by a sentence without a verb ("Talks with Anna Berg")."""
        day = self._owners.sections.day_of(word)
        if day is None or self._document.in_speech(word):
            return None
        if word.pos_ in ("VERB", "AUX"):
            told = (is_simple_past(word) or is_present_perfect(word)) and _is_main(word)
        else:
            told = word.sent.root.pos_ in ("NOUN", "PROPN") and word.dep_ in ("ROOT", "conj", "appos", "compound")
        return day if told else None

    def counted(self, tied: TiedDate) -> DateSpan | None:
        """What a date means that counts from something told before ("two days before the vote"), by the last day
        told."""
        days = [t.span for t in self._told(tied.start) if t.span is not None and t.span.days == 1]
        return resolve_anaphoric(tied.mention, days[-1]) if days else None

    def _day_of_lead(self, verb: Token, block: Block) -> DateSpan | None:
        """The last date that the paragraph tells of its main clauses, else the story's day."""
        before = [t for t in self._owners.tied if block.start <= t.mention.start and t.start < verb.i]
        told = [t for t in before if self._is_told(t) and not t.mention.since and t.anchor is None]
        if told:
            span = told[-1].span
            if span is not None and self._returns_to_story(verb, span):
                return self.story_day
            if span is not None and (span.days <= DAYS_OF_A_SCENE or self._goes_on(verb.sent)):
                return span
            return None
        day = self.story_day
        if day is None or self._story is None or self._story.mention.start >= block.end:
            return None
        if any(t.span is not None and t.span.end < day.start for t in before):
            return None  # the paragraph has turned to what was before
        return day

    def _returns_to_story(self, verb: Token, told: DateSpan) -> bool:
        """Whether a clause goes on with the story after a day long past: its doer is that of the story's own clause,
        and no pronoun ("The club celebrated on Monday. In 1981 X won its first race. The club held a ceremony")."""
        day, story = self.story_day, self._story
        if day is None or story is None or self._goes_on(verb.sent):
            return False
        if (day.start - told.end).days < _DAYS_OF_BACKGROUND:
            return False
        clause = story.owner if story.owner.pos_ in ("VERB", "AUX") else story.owner.sent.root
        return clause.i < verb.i and bool(self._doers(verb) & self._doers(clause))

    def _doers(self, verb: Token) -> set[int]:
        return set(self._document.subjects_of([c for c in verb.children if c.dep_ in _SUBJECTS]))

    def _day_of_scene(self, verb: Token, block: Block) -> DateSpan | None:
        told = self._told(verb.i)
        if told and told[-1].start >= verb.sent.start:
            return told[-1].span
        if self._tells_the_hour(verb, block):
            return told[-1].span if told else self.story_day
        if (day := self.story_day) is None:
            return self._handed_on(verb)
        here = [t for t in self._owners.tied if block.start <= t.mention.start < block.end]
        if any(_tells_the_story(t) for t in here) and all(t.span == day for t in here):
            return day  # the paragraph's only day is the story's
        return self._handed_on(verb) or self._day_of_issue(verb)

    def _day_of_issue(self, verb: Token) -> DateSpan | None:
        """The story's day, where the article came out on it: what it tells afterwards happened on it too."""
        day = self.story_day
        if day is None or day.end != self._document.published:
            return None
        main = [t for t in self._owners.tied if t.start < verb.i and self._is_told(t)]
        return day if not main or main[-1].span == day else None

    def _tells_the_hour(self, verb: Token, block: Block) -> bool:
        """Whether the sentence tells a time of day, or one before it in the paragraph did and no date followed."""
        starts = [s.start for s in self._sentences if block.start <= s.start_char and s.start <= verb.i]
        if self._hours.isdisjoint(starts):
            return False
        return starts[-1] in self._hours or not any(
            starts[0] < t.start < verb.i and _tells_the_story(t) for t in self._owners.tied
        )

    def _handed_on(self, verb: Token) -> DateSpan | None:
        """The day of the scene before, where the sentences up to this one say that they go on with it."""
        sentences = [s for s in self._sentences if s.start <= verb.i]
        if not self._goes_on(sentences.pop()):
            return None
        skipped = 0
        for sentence in reversed(sentences):
            days = [t.span for t in self._owners.scenes if _stands_in(t, sentence) and _tells_the_story(t)]
            if days:
                return days[-1]
            if any(_stands_in(t, sentence) and _tells_the_story(t) for t in self._owners.tied):
                return None
            if sentence.start in self._hours:
                told = self._told(sentence.start)
                return told[-1].span if told else self.story_day
            skipped += not (self._goes_on(sentence) and is_simple_past(sentence.root))
            if skipped > _SKIPPED:
                return None
        return None

    def _goes_on(self, sentence: Span) -> bool:
        """Whether a sentence says that it goes on with the story told before: "also", "later", "then", or a pronoun
        for its subject."""
        words = [t for t in sentence if t.dep_ == "advmod" and t.lower_ in knowledge()["continuing_words"]]
        words += [c for c in sentence.root.children if c.dep_ in _SUBJECTS and c.tag_ == "PRP"]
        return any(not self._document.in_speech(t) for t in words)

    def _told(self, before: int) -> list[TiedDate]:
        """The days of scenes that are told before a token."""
        return [t for t in self._owners.scenes if t.start < before]

    def _scenes_of(self, blocks: list[Block]) -> list[TiedDate]:
        return [t for t in self._owners.scenes if any(b.start <= t.mention.start < b.end for b in blocks)]

    def _is_told(self, tied: TiedDate) -> bool:
        """Whether the article itself, not somebody it quotes, dates a main clause of the past."""
        return _tells_the_story(tied) and not self._document.in_speech(self._doc[tied.start])


@cache
def _clock_time() -> re.Pattern[str]:
    """A time of day: "around 18:00", "at 4:30 p.m.", "at 1922 UTC"."""
    leads, zones = "|".join(sorted(knowledge()["clock_leads"])), "|".join(sorted(date_words().lists["clock_words"]))
    times = rf"\d{{1,2}}:\d\d|\d{{1,2}}(?:\.\d\d)? ?[ap]\.?m\b|\d{{4}} (?:{zones})\b"
    return re.compile(rf"\b(?:{leads}) (?:{times})", re.IGNORECASE)


def _stands_in(tied: TiedDate, sentence: Span) -> bool:
    return bool(sentence.start <= tied.start < sentence.end)


def _tells_the_story(tied: TiedDate) -> bool:
    """Whether a date is that of a main clause in the past."""
    if tied.is_aim:
        return False
    verb = tied.owner.sent.root if tied.in_front else tied.owner
    if verb.dep_ == "pobj" and not _takes_place_at(verb):
        return False  # "stopped trade in response to the coup of May"
    while verb.dep_ in ("conj", "xcomp", "pobj", "prep", "pcomp", "npadvmod") and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "ROOT" and is_simple_past(verb)


def _takes_place_at(noun: Token) -> bool:
    """Whether a verb's happening has the time of the noun behind its preposition: "spoke at the rally of Monday"."""
    preposition = noun.head
    return preposition.lower_ in knowledge()["simultaneous_prepositions"] and preposition.head.pos_ in ("VERB", "AUX")


def _describes(tied: TiedDate) -> bool:
    """Whether a date only says when something came about that the clause speaks of."""
    return tied.owner.dep_ in ("acl", "relcl", "amod") and not tied.in_front


def _is_aside(tied: TiedDate) -> bool:
    """Whether a date is not that of the news: it describes, or says when the news was said, behind it."""
    verb = tied.owner
    if _describes(tied):
        return True
    if verb.lemma_.lower() not in speech()["reporting"]:
        return False
    return verb.dep_ == "parataxis" or any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)


def _is_main(verb: Token, is_lead: bool = False) -> bool:
    """Whether a verb tells the story: in a main clause, or in a clause of the same time."""
    current = verb
    while current.head != current and current.dep_ in ("conj", "xcomp", "advcl", "ccomp"):
        if current.dep_ == "advcl" and not _is_simultaneous(current):
            return False
        said = current.dep_ == "ccomp" and current.i > current.head.i
        if said and current.head.lemma_.lower() in speech()["reporting"] and not is_lead:
            return False
        current = current.head
    return current.dep_ in ("ROOT", "parataxis")


def _is_simultaneous(clause: Token) -> bool:
    """Whether no conjunction puts a clause at another time than the main one: "as", "when", "while" do not."""
    marks = (c.lower_ for c in clause.children if c.dep_ == "mark" or c.tag_ == "WRB")
    return all(mark in knowledge()["simultaneous_conjunctions"] for mark in marks)
