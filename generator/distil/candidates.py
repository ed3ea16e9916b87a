"""Reports of happenings, one for each verb or noun that a frame of the lexicon matches, before they are grouped into
events."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from generator.distil.evidence import clause_span, is_wish
from generator.distil.participants import ParticipantFinder
from generator.distil.timing import Timing
from generator.language.arguments import knowledge as argument_words
from generator.language.attribution import SpeechAct
from generator.language.attribution import knowledge as speech_words
from generator.language.document import Document
from generator.language.factuality import Factuality, factuality
from generator.language.factuality import knowledge as factuality_words
from generator.language.frames import Frame, Lexicon
from generator.model import DateSpan, EventType, Kind, Status

_ABSORBING = {EventType.REQUEST, EventType.AGREE, EventType.THREATEN, EventType.REJECT, EventType.CONCEDE}
"""What these ask for, promise or refuse is their content, not a happening of its own."""
_SAID = {
    EventType.REQUEST,
    EventType.ACCUSE,
    EventType.REJECT,
    EventType.THREATEN,
    EventType.SUPPORT,
    EventType.AGREE,
    EventType.CONCEDE,
}
"""What is done by words: said in the present tense, it has been said."""


@dataclass
class Report:
    """One place where the article tells a happening."""

    token: Token
    frame: Frame
    status: Status
    type: EventType
    participants: list[tuple[int, str]]
    """(entity, role)"""
    date: DateSpan | None
    place: str | None
    span: tuple[int, int]
    trigger: tuple[int, int]
    negated: bool = False
    named: bool = field(default=False)
    """Whether an actor with a proper name takes part."""
    minor: bool = False
    """Whether it only counts where it joins another report: a noun that another happening is about, a participle
    that describes."""


class ReportFinder:
    """Finds the reports of one document."""

    def __init__(self, document: Document, lexicon: Lexicon, speech_acts: list[SpeechAct]) -> None:
        self._document = document
        self._lexicon = lexicon
        self._participants = ParticipantFinder(document)
        self._timing: Timing = Timing(document)
        self._speech_verbs = {a.verb.i for a in speech_acts if a.verb is not None}
        self._frames: dict[int, Frame] = {}

    def find(self) -> list[Report]:
        """The reports that are happenings, in order of the text."""
        for token in self._document.doc:
            if (
                token.pos_ in ("VERB", "NOUN", "PROPN", "ADJ", "AUX")
                and (frame := self._lexicon.match(token)) is not None
            ):
                self._frames[token.i] = frame
        self._timing = Timing(self._document, self._frames)
        reports = []
        for i, frame in self._frames.items():
            report = self._report(self._document.doc[i], frame)
            if report is not None:
                reports.append(report)
        return reports

    def _report(self, token: Token, frame: Frame) -> Report | None:
        mention = self._document.mention_at(token)
        if mention is not None and mention.form == "name" and mention.end - mention.start > 1:
            return None  # part of a proper name
        if frame.kind == "noun" and token.dep_ == "compound":
            return None  # "protest movement", "visit programme": the head noun says what it is
        if self._absorbed(token) or self._introduces(token, frame) or self._is_remembered(token):
            return None
        headline = self._document.block_of(token).kind == "headline"
        certainty = factuality(token, headline)
        status = self._status(token, frame, certainty.status)
        event_type = self._type(token, frame, status, certainty)
        if event_type is None:
            return None
        participants = self._participants.participants(token, frame)
        date = self._timing.date_of(token, status, token.i in self._speech_verbs)
        named = any(
            self._document.entities[e].kind in (Kind.PERSON, Kind.STATE, Kind.ORGANISATION) for e, _ in participants
        )
        if status in (Status.POSSIBLE, Status.DENIED) and not named:
            return None
        if status == Status.POSSIBLE and token.pos_ == "VERB" and not any(c.tag_ == "MD" for c in token.children):
            return None  # only wished, feared or allowed for: a question, not a happening
        if self._document.in_speech(token) and (frame.weak or not participants):
            return None
        return Report(
            token,
            frame,
            status,
            event_type,
            participants,
            date,
            self._participants.place(token),
            clause_span(self._document, token),
            self._lexicon.trigger(token, frame),
            certainty.negated,
            named,
            self._is_vague(token, frame, status, date, participants, named) or self._is_minor(token, frame, date),
        )

    @staticmethod
    def _type(token: Token, frame: Frame, status: Status, certainty: Factuality) -> EventType | None:
        """The frame's type; consent told as not given is a refusal, and what else did not happen is no happening."""
        if not certainty.negated or frame.words[0] == "not" or status == Status.DENIED:
            return frame.type
        told = status in (Status.OCCURRED, Status.ONGOING)
        if told and frame.kind == "verb" and frame.type.value in factuality_words()["refusal_when_negated"]:
            return EventType.REJECT
        return None if told or token.pos_ == "VERB" else frame.type

    def _is_vague(
        self,
        token: Token,
        frame: Frame,
        status: Status,
        date: DateSpan | None,
        participants: list[tuple[int, str]],
        named: bool,
    ) -> bool:
        """Whether a word is too vague for a happening of its own: it may tell again one that is told elsewhere."""
        if date is not None:
            return False
        if frame.weak and not named:
            return True
        if frame.kind != "noun":
            return False
        if frame.weak and not self._is_carried(token, participants):
            return True
        aside = status in (Status.POSSIBLE, Status.DENIED) or token.dep_ in ("pobj", "conj")
        return not participants and aside

    def _status(self, token: Token, frame: Frame, status: Status) -> Status:
        """The wording's certainty, with what the sort of happening adds: states go on, words once said are said."""
        words = factuality_words()
        lemma = token.lemma_.lower()
        if token.pos_ == "NOUN" and lemma in words["planned_nouns"] and status in (Status.OCCURRED, Status.ONGOING):
            return Status.PLANNED
        if status == Status.OCCURRED and (
            self._timing.goes_on_since(token) or (token.pos_ == "NOUN" and lemma in words["lasting_nouns"])
        ):
            return Status.ONGOING
        if (
            status == Status.ONGOING
            and frame.type in _SAID
            and token.pos_ == "VERB"
            and token.tag_ in ("VBP", "VBZ")
            and token.i in self._speech_verbs
        ):
            return Status.OCCURRED
        if (
            status == Status.ONGOING
            and frame.type in _SAID
            and token.pos_ == "VERB"
            and self._document.in_speech(token)
        ):
            return Status.OCCURRED
        return status

    def _is_minor(self, token: Token, frame: Frame, date: DateSpan | None) -> bool:
        if token.pos_ in ("VERB", "ADJ", "AUX") and token.dep_ in ("amod", "compound"):
            return True
        if self._document.block_of(token).kind == "heading":
            return True  # a heading tells again what its section tells
        if token.dep_ == "pcomp" and token.head.lower_ in ("amid", "amidst"):
            return True
        if token.dep_ == "pcomp" and token.head.head.pos_ == "NOUN" and token.head.head.i not in self._frames:
            return True  # "a gesture of strengthening ties": what something is for, not what happened
        if token.dep_ in ("acl", "relcl") and token.pos_ == "VERB":
            noun = token.head
            mention = self._document.mention_at(noun)
            if noun.lower_ in ("people", "anyone", "those", "someone", "everyone", "person", "anybody") and (
                mention is None or mention.form == "group"
            ):
                return True
        if frame.kind == "noun" and (date is None or frame.type == EventType.AGREE):
            if frame.type == EventType.AGREE and not self._own_details(token):
                return True
            verb = (
                token.head if token.dep_ in ("dobj", "nsubjpass") else token.head.head if token.dep_ == "pobj" else None
            )
            if verb is not None and verb.i in self._frames and verb.pos_ == "VERB":
                return True
        return (
            token.pos_ == "VERB"
            and token.tag_ == "VB"
            and token.dep_ in ("advcl", "xcomp", "acl")
            and self._frame_above(token)
        )

    def _frame_above(self, token: Token) -> bool:
        """Whether an infinitive only gives the purpose of another happening ("sent troops to assist")."""
        head = token.head
        return head.i in self._frames or (head.pos_ == "NOUN" and head.head.i in self._frames)

    @staticmethod
    def _is_remembered(token: Token) -> bool:
        """ "The anniversary of the attack": what is remembered happened before, and not on the day told."""
        governor = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
        return governor != token and governor.lemma_.lower() in factuality_words()["remembering_nouns"]

    def _absorbed(self, token: Token) -> bool:
        """Whether a happening is only the content of a request, promise, threat or refusal told by a governing verb."""
        current = token
        for _ in range(4):
            head = current.head
            if head.i in self._frames and is_wish(current, head):
                return True
            if head == current or (
                current.dep_ in ("nsubj", "nsubjpass", "relcl", "advcl", "conj", "appos", "acl")
                and head.pos_ not in ("NOUN",)
            ):
                if current.dep_ == "conj":
                    current = head
                    continue
                return False
            if current.dep_ in ("nsubj", "nsubjpass", "relcl", "appos"):
                return False
            frame = self._frames.get(head.i)
            if (
                frame is not None
                and (frame.type in _ABSORBING or head.lemma_.lower() in factuality_words()["ordering_verbs"])
                and current.dep_ in ("xcomp", "ccomp", "pobj", "dobj", "pcomp", "acl", "prep", "compound")
            ):
                return True
            if (
                head.pos_ == "VERB"
                and current.dep_ in ("dobj", "nsubj")
                and head.lemma_ not in argument_words()["light_verbs"]
                and frame is not None
                and not self._own_details(token)
            ):
                return True
            current = head
        return False

    def _is_carried(self, token: Token, participants: list[tuple[int, str]]) -> bool:
        """Whether a noun that often means no happening is one here: a verb carries it out, or two actors share in
        it."""
        verb = token.head
        if (
            token.dep_ in ("dobj", "nsubj", "nsubjpass")
            and verb.pos_ == "VERB"
            and verb.i not in self._frames
            and verb.lemma_ in argument_words()["light_verbs"]
        ):
            return True
        return bool(participants)

    def _introduces(self, token: Token, frame: Frame) -> bool:
        """Whether a noun of saying only introduces a happening that follows ("allegations of arms transfers")."""
        if (
            frame.kind == "verb"
            and frame.type == EventType.OTHER
            and frame.weak
            and token.lemma_ in speech_words()["reporting"]
        ):
            content = [c for c in token.children if c.dep_ in ("dobj", "ccomp", "xcomp")]
            return any(t.i in self._frames for c in content for t in c.subtree)
        if (
            frame.kind != "noun"
            or frame.type not in (EventType.ACCUSE, EventType.REQUEST)
            or token.lemma_.lower() not in factuality_words()["nouns"]["alleged"]
        ):
            return False
        return any(
            t.i in self._frames for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.subtree
        )

    def _own_details(self, token: Token) -> bool:
        """Whether a noun has an actor or date of its own, so that it is more than its verb's object."""
        return any(
            self._document.mention_at(c) is not None or c.dep_ in ("prep", "relcl", "acl") for c in token.children
        )
