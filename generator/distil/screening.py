"""Which of the words that could tell a happening tell none, and which only count beside another report of it."""

from collections.abc import Container, Mapping
from functools import cache

from generator.distil.asides import (
    describes_its_noun,
    is_awaited_time,
    is_compared,
    is_judged,
    is_known_by_its_verb,
    is_left_out,
    is_of_kind,
    is_only_tried,
    is_said_in_passing,
    is_what_it_is_for,
    only_dates,
    says_where,
    shares_patient,
)
from generator.distil.date_owners import knowledge as timing_words
from generator.distil.evidence import is_wish
from generator.distil.play import Play
from generator.distil.reports import Report
from generator.distil.ties import arouses, subject_above
from generator.knowledge_files import knowledge_file
from generator.language.arguments import knowledge as argument_words
from generator.language.dependents import is_infinitive
from generator.language.document import Document
from generator.language.factuality import knowledge as factuality_words
from generator.language.frames import Frame
from generator.language.parse import Token
from generator.model import EventType, Status

_ABSORBING = {EventType.REQUEST, EventType.AGREE, EventType.THREATEN, EventType.REJECT, EventType.CONCEDE}
"""What these ask for, promise or refuse is their content, not a happening of its own."""
_CONTENT = {"xcomp", "ccomp", "pobj", "dobj", "pcomp", "acl", "prep", "compound"}
_CIRCUMSTANCE = {"after", "before", "during", "since", "amid", "despite", "following", "until", "in", "at", "by"}
"""Prepositions of when and where: what stands behind them is no content of what somebody asks or promises."""
_WITHIN_CLAUSE = {"dobj", "nsubj", "nsubjpass", "pobj", "prep", "attr", "compound", "poss", "agent", "dative", "appos"}
_OCCASION = {"in", "at", "via", "during", "through"}
_ANYBODY = {"people", "anyone", "those", "someone", "everyone", "person", "anybody"}
_DIGITS_OF_HAPPENINGS = 3
_DIGITS_OF_A_YEAR = 4
_LEVELS = 4
"""How far up the parse a word is looked for that has this one as its content."""


class Screen:
    """Judges the words of one document. `frames` are those of its tokens, `speech_verbs` the tokens of its verbs of
    saying."""

    def __init__(self, document: Document, frames: Mapping[int, Frame], speech_verbs: Container[int]) -> None:
        self._document = document
        self._frames = frames
        self._speech_verbs = speech_verbs
        self._play = Play(document)

    def tells_nothing(self, token: Token, frame: Frame) -> bool:
        """Whether a word is a part of a name, says of which kind another is, or is only the content or the memory of
        another happening."""
        mention = self._document.mention_at(token)
        if mention is not None and mention.form == "name" and mention.end - mention.start > 1:
            return True
        if frame.kind == "noun" and token.dep_ == "compound":
            return True  # "protest movement", "visit programme": the head noun says what it is
        if frame.kind == "noun" and any(c.dep_ == "nummod" and _is_count(c) for c in token.children):
            return True  # "84,121 votes"
        if token.pos_ == "NOUN" and frame.kind == "verb" and token.lower_.removesuffix("s") in _things():
            return True  # "the embassy building"
        if _is_purpose(token) or _is_characteristic(token) or _is_founded(token):
            return True
        if is_what_it_is_for(token) or is_left_out(token) or is_of_kind(token) or is_compared(token):
            return True
        if self._play.is_act(token):
            return True
        return self._is_content(token) or self._introduces(token, frame) or _is_remembered(token)

    def is_minor(self, report: Report) -> bool:
        """Whether a report counts only where it joins another one."""
        vague = self._is_vague(report) or self._points_only(report)
        token = report.token
        passing = describes_its_noun(token) or is_only_tried(token) or is_known_by_its_verb(token)
        if report.date is None and (passing or is_judged(token)):
            return True
        quoted = report.date is None and not report.negated and self._document.in_speech(token)
        if quoted and is_said_in_passing(token):
            return True
        return vague or self._is_aside(report.token, report.frame) or self._is_inside(report)

    def _is_vague(self, report: Report) -> bool:
        """Whether a word is too vague for a happening of its own: it may tell again one that is told elsewhere."""
        if report.date is not None:
            return False
        if report.frame.weak and not report.named and not self._lists_what_is_asked(report.token.head):
            return True
        if report.frame.kind != "noun" or (report.frame.weak and not self._is_carried(report)):
            return report.frame.kind == "noun"
        aside = report.status in (Status.POSSIBLE, Status.DENIED) or report.token.dep_ in ("pobj", "conj")
        return not report.participants and aside

    def _points_only(self, report: Report) -> bool:
        """Whether what is done is done to something that only a pronoun points to: "by confessing this"."""
        objects = [c for c in report.token.children if c.dep_ == "dobj" and c.i > report.token.i]
        words = ("this", "that", "these", "those", *(("it",) if report.type is EventType.OTHER else ()))
        pointing = bool(objects) and objects[0].lower_ in words and not [*objects[0].children]
        return pointing and self._document.mention_at(objects[0]) is None

    def _is_aside(self, token: Token, frame: Frame) -> bool:
        """Whether a word describes, gives a purpose, a habit or an occasion, or stands over a section."""
        if _is_habit(token) or self._is_occasion(token, frame) or _is_lacking(token) or only_dates(token):
            return True
        if says_where(token) or is_awaited_time(token) or shares_patient(token, self._frames):
            return True
        if token.pos_ in ("VERB", "ADJ", "AUX") and token.dep_ in ("amod", "compound"):
            return True
        if self._calls_off_a_trip(token):
            return True
        if self._document.block_of(token).kind == "heading":
            return True  # a heading tells again what its section tells
        if token.tag_ == "VB" and token.dep_ in ("advcl", "acl", "relcl", "xcomp"):
            aim = token.head if token.dep_ == "xcomp" and token.head.tag_ == "VB" else token  # "to try to speak"
            purpose = is_infinitive(aim) and aim.dep_ in ("advcl", "acl", "relcl")
            return purpose or (token.dep_ != "relcl" and self._frame_above(token))
        if (token.dep_ == "pcomp" and self._describes(token)) or _is_of_anybody(token) or _is_as_said(token):
            return True
        if token.dep_ in ("acl", "relcl") and token.pos_ == "VERB" and token.head.lower_ in _ANYBODY:
            mention = self._document.mention_at(token.head)
            return mention is None or mention.form == "group"
        return False

    def _calls_off_a_trip(self, verb: Token) -> bool:
        """ "The trip to Norland, which was cancelled", parsed as if Norland were: it counts beside the trip alone."""
        cancels = verb.dep_ == "relcl" and verb.lemma_.lower() in factuality_words()["cancelling_verbs"]
        return cancels and verb.head.dep_ == "pobj" and verb.head.head.head.i in self._frames

    def _describes(self, gerund: Token) -> bool:
        """ "Amid deepening ties", "a gesture of strengthening ties": what something is like, not what happened."""
        preposition = gerund.head
        if preposition.lower_ in ("amid", "amidst"):
            return True
        if preposition.lower_ == "with" and any(c.dep_ in ("nsubj", "nsubjpass") for c in gerund.children):
            return False  # "with X winning the race": told beside the main clause
        return preposition.head.pos_ == "NOUN" and preposition.head.i not in self._frames

    def _is_inside(self, report: Report) -> bool:
        """Whether a noun is only what another happening is about, without a day of its own."""
        token, is_pact = report.token, report.type == EventType.AGREE
        if report.frame.kind != "noun" or (report.date is not None and not is_pact):
            return False
        if is_pact and not self._own_details(token):
            return True
        subject = subject_above(token)
        if subject is not None and arouses(subject):
            return False
        current = token
        while current.dep_ in _WITHIN_CLAUSE and current.head != current:
            current = current.head
            if current.pos_ in ("VERB", "AUX"):
                return current.i in self._frames and current.pos_ == "VERB"
        return False

    def _is_occasion(self, token: Token, frame: Frame) -> bool:
        """Whether a noun only says on which occasion something was said: "said at a press conference"."""
        if frame.kind != "noun" or token.dep_ != "pobj" or token.head.lower_ not in _OCCASION:
            return False
        verb = token.head.head
        return self._speaks(verb) or (verb.dep_ == "prep" and self._speaks(verb.head))

    def _speaks(self, verb: Token) -> bool:
        return verb.i in self._speech_verbs or (verb.pos_ == "VERB" and verb.lemma_ == "say")

    def _frame_above(self, token: Token) -> bool:
        """Whether an infinitive only gives the purpose of another happening ("sent troops to assist")."""
        head = token.head
        return head.i in self._frames or (head.pos_ == "NOUN" and head.head.i in self._frames)

    def _is_content(self, token: Token) -> bool:
        """Whether a happening is only the content of a request, promise, threat or refusal told by a governing verb."""
        current = token
        for _ in range(_LEVELS):
            head = current.head
            if current.dep_ == "prep" and current.lower_ in _CIRCUMSTANCE:
                return False
            if head.i in self._frames and is_wish(current, head):
                return True
            if current.dep_ == "conj" and head.pos_ != "NOUN" and head != current:
                current = head
                continue
            if head == current or current.dep_ in ("nsubj", "nsubjpass", "relcl", "appos"):
                return False
            if current.dep_ in ("advcl", "conj", "acl") and head.pos_ != "NOUN":
                return False
            is_listed = current == token or token in current.conjuncts
            if is_listed and current.dep_ in ("dobj", "xcomp") and self._lists_what_is_asked(head):
                return True
            frame = self._frames.get(head.i)
            if frame is not None and (self._takes(head, frame, current) or self._is_object(token, current, head)):
                return True
            current = head
        return False

    def _lists_what_is_asked(self, verb: Token) -> bool:
        """ "Their demands include ...": what follows is asked for."""
        asked = [self._frames.get(c.i) for c in verb.children if c.dep_ == "nsubj"] if verb.lemma_ == "include" else []
        return any(frame is not None and frame.type in _ABSORBING for frame in asked)

    @staticmethod
    def _takes(head: Token, frame: Frame, content: Token) -> bool:
        orders = head.lemma_.lower() in factuality_words()["ordering_verbs"]
        return (orders or frame.type in _ABSORBING) and content.dep_ in _CONTENT

    def _is_object(self, token: Token, current: Token, verb: Token) -> bool:
        """Whether a bare noun is only what a verb's own happening is done to."""
        if verb.pos_ != "VERB" or current.dep_ not in ("dobj", "nsubj"):
            return False
        return verb.lemma_ not in argument_words()["light_verbs"] and not self._own_details(token)

    def _is_carried(self, report: Report) -> bool:
        """Whether a noun that often means no happening is one here: a verb carries it out, or actors share in it and it
        is not named in passing."""
        verb = report.token.head
        carried = report.token.dep_ in ("dobj", "nsubj", "nsubjpass") and verb.pos_ == "VERB"
        light = verb.i not in self._frames and verb.lemma_ in argument_words()["light_verbs"]
        return (carried and light) or (bool(report.participants) and not _is_in_passing(report.token))

    def _introduces(self, token: Token, frame: Frame) -> bool:
        """Whether a noun of saying only introduces a happening that follows ("allegations of arms transfers")."""
        if frame.kind != "noun" or frame.type not in (EventType.ACCUSE, EventType.REQUEST):
            return False
        if token.lemma_.lower() not in factuality_words()["nouns"]["alleged"]:
            return False
        contents = [c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"]
        return any(t.i in self._frames for c in contents for t in c.subtree)

    def _own_details(self, token: Token) -> bool:
        """Whether a noun has an actor or date of its own, so that it is more than its verb's object."""
        return any(
            self._document.mention_at(c) is not None or c.dep_ in ("prep", "relcl", "acl") for c in token.children
        )


@cache
def _things() -> frozenset[str]:
    """Nouns in "-ing" for things."""
    return frozenset(knowledge_file("unlisted")["things_in_ing"])


def _is_of_anybody(verb: Token) -> bool:
    """Whether a participle says which people in general are meant: "rules for pilgrims travelling to the shrine"."""
    noun = verb.head
    in_general = noun.tag_ in ("NNS", "NNPS") and not any(c.dep_ in ("det", "nummod", "poss") for c in noun.children)
    return verb.dep_ == "acl" and verb.tag_ == "VBG" and noun.dep_ == "pobj" and in_general


def _is_as_said(verb: Token) -> bool:
    """ "As promised", "as planned": said in passing of another happening."""
    children = [*verb.children]
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and [c.lower_ for c in children] == ["as"]


def _is_purpose(verb: Token) -> bool:
    """Whether an infinitive says what something is for: "is used by officers to track and detain offenders"."""
    while verb.dep_ == "conj" and verb.tag_ == "VB":
        verb = verb.head
    tool = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("xcomp", "advcl") or tool.tag_ != "VBN":
        return False
    present = any(c.lower_ in ("is", "are") for c in tool.children if c.dep_ == "auxpass")
    return present and tool.lemma_.lower() in knowledge_file("unlisted")["purposes"]


def _is_characteristic(verb: Token) -> bool:
    """Whether a participle says of which kind something is: "brain damage occurring in early life"."""
    return verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.lemma_.lower() in timing_words()["happening_verbs"]


def _is_founded(noun: Token) -> bool:
    """Whether a noun names a lasting thing that somebody once began: "the award was founded by ..."."""
    begun = noun.dep_ in ("nsubjpass", "dobj") and noun.pos_ in ("NOUN", "PROPN")
    return begun and noun.head.lemma_.lower() in timing_words()["founding"]


def _is_count(number: Token) -> bool:
    """Whether a number in digits is too large to count happenings, and no year ("the 1998 trial")."""
    digits = number.text.replace(",", "")
    is_year = len(number.text) == _DIGITS_OF_A_YEAR and digits.isdecimal()
    return digits.isdecimal() and len(digits) > _DIGITS_OF_HAPPENINGS and not is_year


def _is_in_passing(noun: Token) -> bool:
    """Whether a noun is one of a list, what a verb of no happening is done to, or what another noun is of: "a slew of
    sanctions", "requires approval"."""
    if noun.dep_ == "dobj":
        return noun.head.lemma_ not in argument_words()["light_verbs"]
    return noun.dep_ in ("conj", "attr") or (noun.dep_ == "pobj" and noun.head.lower_ == "of")


def _is_lacking(noun: Token) -> bool:
    """ "The lack of a concession", "ended without a deal": what did not come about."""
    above = noun.head
    lacks = above.lower_ == "of" and above.head.lemma_.lower() in ("lack", "absence")
    return noun.dep_ == "pobj" and (above.lower_ == "without" or lacks)


def _is_habit(token: Token) -> bool:
    """Whether what is told happens now and then: "the group usually meets in May", "many voters vote by mail"."""
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    if token == verb and token.tag_ == "VBP" and not any(c.dep_ in ("aux", "auxpass") for c in token.children):
        subjects = [c for c in token.children if c.dep_ == "nsubj"]
        if any(c.lower_ in knowledge_file("unlisted")["quantifiers"] for s in subjects for c in s.children):
            return True
    if any(_is_each_time(c) and (verb.tag_ in ("VBP", "VBZ") or c.lower_ == "time") for c in verb.children):
        return True
    if token.dep_ == "relcl" and _is_each_time(token.head):
        return True  # "every time her parents changed it"
    if verb == token and token.tag_ == "VBN" and any(_is_degree(c) for c in token.children):
        return True
    return any(c.dep_ == "advmod" and c.lower_ in knowledge_file("unlisted")["habits"] for c in verb.children)


def _is_degree(adverb: Token) -> bool:
    """ "Was well attended", "is widely used": what something is like, not what happens."""
    return adverb.dep_ == "advmod" and adverb.lower_ in knowledge_file("unlisted")["degrees"]


def _is_each_time(time: Token) -> bool:
    """ "Each year", "every time"."""
    each = any(c.dep_ == "det" and c.lower_ in ("each", "every") for c in time.children)
    is_time = time.lemma_.lower() in knowledge_file("unlisted")["times"]
    return each and is_time and time.dep_ in ("npadvmod", "advmod", "dobj")


def _is_remembered(token: Token) -> bool:
    """ "The anniversary of the attack": what is remembered happened before, and not on the day told."""
    governor = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
    return governor != token and governor.lemma_.lower() in factuality_words()["remembering_nouns"]
