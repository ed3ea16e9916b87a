"""Reports of happenings: one for each verb or noun that a frame of the lexicon matches, for each verb that tells what
somebody did, and for each statement that does something, before they are grouped into events."""

from collections.abc import Mapping

from generator.distil.evidence import LONGEST, clause_span, sentence_span
from generator.distil.mishaps import Mishaps
from generator.distil.participants import ParticipantFinder
from generator.distil.places import PlaceFinder
from generator.distil.report_types import content_type, event_type
from generator.distil.reports import Report
from generator.distil.screening import Screen
from generator.distil.spoken import spoken, statement_title
from generator.distil.ties import REAL
from generator.distil.timing import Timing
from generator.distil.unlisted import unlisted_frame
from generator.language.arguments import subject_of
from generator.language.attribution import SpeechAct
from generator.language.document import Document
from generator.language.factuality import factuality
from generator.language.factuality import knowledge as factuality_words
from generator.language.frames import Candidates, Frame, Lexicon
from generator.language.parse import Token
from generator.language.reduced_passives import is_reduced_passive, says_stance
from generator.model import EventType, Kind, Status

__all__ = ["Report", "ReportFinder"]

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
_HARM = {EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE}
"""What is done to others by force: told in a quotation of somebody else alone, it is that one's charge."""


class ReportFinder:
    """Finds the reports of one document."""

    def __init__(self, document: Document, lexicon: Lexicon, speech_acts: list[SpeechAct]) -> None:
        self._document = document
        self._lexicon = lexicon
        self._participants = ParticipantFinder(document)
        self._places = PlaceFinder(document)
        self._timing: Timing
        self._speech_acts = speech_acts
        self._speech_verbs = {a.verb.i for a in speech_acts if a.verb is not None}
        self._frames: dict[int, Frame] = {}
        self._screen = Screen(document, self._frames, self._speech_verbs)

    def find(self) -> list[Report]:
        """The reports that are happenings, in order of the text."""
        read: Candidates = {}
        for token in self._document.doc:
            if (
                token.pos_ in ("VERB", "NOUN", "PROPN", "ADJ", "AUX")
                and (frame := self._lexicon.match(token, read)) is not None
            ):
                self._frames[token.i] = frame
        self._frames.update(Mishaps(self._document, self._frames).unmeant())
        reports = self._reports(self._frames)
        told = {r.token.i for r in reports if not r.minor}
        unlisted = {}
        for token in self._document.doc:
            if token.i not in self._frames and token.i not in self._speech_verbs:
                frame = unlisted_frame(self._document, token, told)
                if frame is not None:
                    unlisted[token.i] = frame
        self._frames.update(unlisted)
        reports += self._reports(unlisted)
        reports += self._spoken(reports)
        return sorted(reports, key=lambda r: r.token.i)

    def _reports(self, frames: Mapping[int, Frame]) -> list[Report]:
        """The reports of some of the tokens that have a frame."""
        self._timing = Timing(self._document, self._frames)
        reports = [self._report(self._document.doc[i], frame) for i, frame in frames.items()]
        return [r for r in reports if r is not None]

    def _spoken(self, reports: list[Report]) -> list[Report]:
        """What statements do by their words, where no report tells it yet: once for each speaker and paragraph."""
        tellings = [r for r in reports if not r.minor]
        told = [r.token for r in tellings]
        found: dict[tuple[object, ...], Report] = {}
        for act in self._speech_acts:
            done = spoken(self._document, act, told)
            if act.verb is None or done is None:
                continue
            same = [r for r in tellings if r.type == done.frame.type and r.token.sent.start == done.sentence]
            if any(not self._document.in_speech(r.token) for r in same):
                continue  # the article itself tells it, in the same sentence
            if self._is_told_by_article(act, done.frame.type, tellings):
                continue
            if any(r.type is not done.frame.type and self._is_own_deed(r, act, done.sentence) for r in tellings):
                continue  # "I will not support the bill": a refusal told by its own verb
            report = self._report(act.verb, done.frame)
            if report is None:
                continue
            for telling in same:
                telling.minor = True  # the words said tell it better than one of them
            report.participants = [(speaker, "agent") for speaker in act.speakers]
            report.title = statement_title(self._document, act, done.sentence)
            if done.sentence >= 0:
                report.span = self._spoken_span(report.span, done.sentence)
            told_once = (*act.speakers, report.type, self._document.block_of(act.verb).start)
            found.setdefault(told_once, report)
        return list(found.values())

    def _is_own_deed(self, report: Report, act: SpeechAct, sentence: int) -> bool:
        """Whether a report tells what the speaker does by the words of a sentence: "I will not support the bill"."""
        token = report.token
        return (
            report.type in _SAID
            and report.status is not Status.POSSIBLE
            and token.sent.start == sentence
            and any(start <= token.idx < end for start, end in act.spans)
            and any(role == "agent" and entity in act.speakers for entity, role in report.participants)
        )

    def _is_told_by_article(self, act: SpeechAct, kind: EventType, tellings: list[Report]) -> bool:
        """Whether a statement's paragraph tells before it, in the article's own words, what the speaker does by words
        ("denounced the operation"): what is quoted then is the wording of that."""
        verb = act.verb
        if verb is None or kind not in (EventType.REQUEST, EventType.REJECT, EventType.SUPPORT):
            return False
        block = self._document.block_of(verb)
        return any(
            r.type in _SAID
            and r.status in REAL
            and block.start <= r.token.idx < verb.idx
            and not self._document.in_speech(r.token)
            and any(role == "agent" and entity in act.speakers for entity, role in r.participants)
            for r in tellings
        )

    def _spoken_span(self, clause: tuple[int, int], start: int) -> tuple[int, int]:
        """The clause of saying with the sentence that does something, where they stand together; else that sentence."""
        sentence = sentence_span(self._document, self._document.doc[start])
        both = min(clause[0], sentence[0]), max(clause[1], sentence[1])
        return both if len(self._document.text[both[0] : both[1]].split()) <= LONGEST else sentence

    def _report(self, token: Token, frame: Frame) -> Report | None:
        if self._screen.tells_nothing(token, frame):
            return None
        headline = self._document.block_of(token).kind == "headline"
        certainty = factuality(token, headline)
        status = self._status(token, frame, certainty.status)
        kind = event_type(token, frame, status, certainty)
        if kind is None:
            return None
        participants = self._undergoing(token, self._participants.participants(token, frame))
        if status in REAL and self._is_charged_by_another(token, kind, participants):
            status = Status.ALLEGED
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
        report = Report(
            token,
            frame,
            status,
            content_type(token, frame, self._frames) or kind,
            participants,
            date,
            self._places.place(token, kind),
            clause_span(self._document, token),
            self._lexicon.trigger(token, frame),
            certainty.negated,
            named,
        )
        report.minor = self._screen.is_minor(report)
        return report

    def _undergoing(self, token: Token, participants: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """The parts in a happening told by a participle without "was": its subject does not do it, but undergoes it."""
        if token.pos_ != "VERB" or not is_reduced_passive(token) or says_stance(token):
            return participants
        subjects = self._document.subjects_of(subject_of(token))
        return [(e, "target" if role == "agent" and e in subjects else role) for e, role in participants]

    def _is_charged_by_another(self, token: Token, kind: EventType, participants: list[tuple[int, str]]) -> bool:
        """Whether only somebody's quoted words tell that somebody else did harm."""
        doers = {entity for entity, role in participants if role == "agent"}
        if kind not in _HARM or not doers or not self._document.in_speech(token):
            return False
        acts = (a for a in self._speech_acts if any(start <= token.idx < end for start, end in a.spans))
        speakers = next((a.speakers for a in acts if a.speakers), ())
        return bool(speakers) and doers.isdisjoint(speakers)

    def _status(self, token: Token, frame: Frame, status: Status) -> Status:
        """The wording's certainty, with what the sort of happening adds: states go on, words once said are said."""
        words = factuality_words()
        lemma = token.lemma_.lower()
        if token.pos_ == "NOUN" and lemma in words["planned_nouns"] and status in (Status.OCCURRED, Status.ONGOING):
            return Status.PLANNED
        if status in REAL and self._timing.is_foretold(token):
            return Status.PLANNED
        since = self._timing.goes_on_since(token) and not (frame.type in _SAID and token.pos_ == "VERB")
        if status == Status.OCCURRED and (since or (token.pos_ == "NOUN" and lemma in words["lasting_nouns"])):
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
