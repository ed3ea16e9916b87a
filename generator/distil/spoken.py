"""Happenings made by words alone: what somebody demands, condemns, praises, offers or refuses in a statement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.distil.spoken_proof import proves
from generator.distil.wording import LONGEST_TITLE, entity_name, joined, quotation, sentence_case
from generator.knowledge_files import knowledge_file
from generator.language.attribution import SpeechAct
from generator.language.dependents import keys_of
from generator.language.document import Document
from generator.language.frames import Frame, LexiconError
from generator.language.parse import Token
from generator.language.word_forms import key
from generator.model import EventType, Kind

_COMPLEMENTS = ("ccomp", "xcomp", "dobj")
_NAMED = (Kind.PERSON, Kind.STATE, Kind.ORGANISATION)


@dataclass(frozen=True)
class Spoken:
    """What the words of a statement do."""

    frame: Frame
    """For the verb of saying."""
    sentence: int
    """Position of the first token of the sentence whose words do it; -1 where the saying itself is all that is told."""


def spoken(document: Document, act: SpeechAct, told: Sequence[Token]) -> Spoken | None:
    """What a named speaker does by words in a statement; None where they only tell something.

    `told` are the words by which the article's happenings are told already: a statement whose verb is one of them does
    nothing more, and one that tells some of them does something only by a quotation or as an announcement.
    """
    verb = act.verb
    if verb is None or verb in told or not any(document.entities[s].kind is not None for s in act.speakers):
        return None
    tells = any(a <= t.idx < b for t in told for a, b in act.spans)
    found = _by_wording(document, act, verb) if act.quoted or not tells else None
    if found is not None:
        return found
    words = knowledge_file("spoken")
    lemma = verb.lemma_.lower()
    bare = lemma in words["describing"] or (tells and (lemma not in words["announcing"] or _is_press(document, act)))
    named = any(document.entities[s].kind in _NAMED for s in act.speakers)
    if act.quoted or bare or not named or not _is_main(verb) or not _tells_news(verb):
        return None
    return Spoken(_frame(EventType.OTHER, verb), -1)


def _is_press(document: Document, act: SpeechAct) -> bool:
    """Whether the speakers are news media: that they report something is no happening."""
    return bool(act.speakers) and all(document.entities[s].name.lower() in _press() for s in act.speakers)


@cache
def _press() -> frozenset[str]:
    """The names and letters of the news media that are known, in lower case."""
    media: dict[str, list[dict[str, Any]]] = knowledge_file("media")
    names = (
        n for section in media.values() for e in section for n in [e["name"], e.get("acronym"), *e.get("also", [])]
    )
    return frozenset(name.lower() for name in names if name)


def _by_wording(document: Document, act: SpeechAct, verb: Token) -> Spoken | None:
    sentences: dict[int, list[tuple[Token, set[str]]]] = {}
    for token in _content(document, act, verb):
        sentences.setdefault(token.sent.start, []).append((token, set(keys_of(token))))
    for event_type, cues in _cues().items():
        for start, said in sentences.items():
            if any(proves(event_type, cue, document.in_speech(cue[0])) for cue in _cues_in(said, cues)):
                return Spoken(_frame(event_type, verb), start)
    return None


def _frame(event_type: EventType, verb: Token) -> Frame:
    return Frame(event_type, "verb", (verb.lemma_.lower(),), 0, example="", place="")


def _tells_news(verb: Token) -> bool:
    """Whether what is said is made known by saying it: an announcement, or what is to come ("said it would repair
    the bridge"). What somebody says was so, or is like, is a statement alone."""
    if verb.lemma_.lower() in knowledge_file("spoken")["announcing"]:
        return True
    contents = [c for c in verb.children if c.dep_ == "ccomp"]
    return not contents or any(_is_coming(c) for c in contents)


def _is_coming(verb: Token) -> bool:
    """Whether a clause tells what is to come: "will move", "would be signed", "is going to leave", "plans to go"."""
    statuses = knowledge_file("factuality")
    perfect = any(c.lower_ == "have" for c in verb.children if c.dep_ == "aux")
    if perfect or (verb.lemma_.lower() in knowledge_file("unlisted")["states"] and verb.lemma_ not in ("plan", "go")):
        return False
    if any(c.tag_ == "MD" and c.lower_ in (*statuses["modals"]["planned"], "would") for c in verb.children):
        return True
    going = verb.lemma_ == "go" and verb.tag_ == "VBG"
    return going or verb.lemma_.lower() in statuses["verbs"]["planned"]


def _is_main(verb: Token) -> bool:
    """Whether the saying is told as a happening: finite, and neither said by somebody else nor told aside."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ == "aux" for c in verb.children)
    return finite and verb.tag_ != "VB" and verb.dep_ in ("ROOT", "conj")


def statement_title(document: Document, act: SpeechAct, sentence: int) -> str | None:
    """A title with the words said, where they stand before the verb of saying or in another sentence; else None, and
    the verb's clause makes the title.

    `sentence` is the position of the first token of the sentence that does something.
    """
    verb = act.verb
    if verb is None or sentence < 0:
        return None
    quoted = [t for t in document.doc[sentence].sent if document.in_speech(t)]
    below = {t.i for c in verb.children if c.i > verb.i and c.dep_ in _COMPLEMENTS for t in c.subtree}
    if not quoted or any(t.i in below for t in quoted) or _is_part_of_a_sentence(document, quoted[0]):
        return None
    plural = len(act.speakers) > 1 or document.entities[act.speakers[0]].plural
    start = f"{joined([entity_name(document, e) for e in act.speakers])} {'say' if plural else 'says'}:"
    said = quotation(document, quoted[0], LONGEST_TITLE - len(start) - 1)
    return f"{sentence_case(start)} {said}" if said else None


def _is_part_of_a_sentence(document: Document, first: Token) -> bool:
    """Whether quoted words go on with the writer's: 'because they had "done their part"'."""
    quoted = document.quotation_at(first.idx)
    return quoted is not None and document.text[quoted.start].islower()


def _content(document: Document, act: SpeechAct, verb: Token) -> Iterator[Token]:
    """The words said: those in quotation marks, else those of the clauses below the verb."""
    below = {t.i for c in verb.children if c.dep_ in (*_COMPLEMENTS, "advcl") for t in c.subtree}
    first, last = min((a for a, _ in act.spans), default=0), max((b for _, b in act.spans), default=0)
    for token in document.doc.char_span(first, last, alignment_mode="expand") or ():
        if any(a <= token.idx < b for a, b in act.spans) and (token.i in below or document.in_speech(token)):
            yield token


def _cues_in(content: list[tuple[Token, set[str]]], cues: tuple[tuple[str, ...], ...]) -> Iterator[list[Token]]:
    """The places where one of the cues stands in the words, each given with its keys, without a gap."""
    words = [keys for _, keys in content]
    said: set[str] = set().union(*words)
    for cue in cues:
        for place in range(len(words) - len(cue) + 1) if said.issuperset(cue) else ():
            if all(word in words[place + n] for n, word in enumerate(cue)):
                yield [token for token, _ in content[place : place + len(cue)]]


@cache
def _cues() -> dict[EventType, tuple[tuple[str, ...], ...]]:
    """Event type to the runs of words that do it, in the order in which they are looked for. Raises LexiconError."""
    raw: dict[str, list[str]] = knowledge_file("spoken")["cues"]
    strangers = [name for name in raw if name.upper() not in EventType.__members__]
    if strangers:
        allowed = ", ".join(t.value.lower() for t in EventType)
        raise LexiconError(f"spoken.yml: no event type {strangers[0]!r}; allowed are {allowed}")
    return {EventType[n.upper()]: tuple(tuple(key(w) for w in cue.split()) for cue in cues) for n, cues in raw.items()}
