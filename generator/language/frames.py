"""The event lexicon at work: which frame, if any, a word of a parsed text fits, and which words name the happening."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from generator.language import dependents
from generator.language.frame_files import Frame, Kind, LexiconError, read_classes, read_frames
from generator.language.parse import Token
from generator.language.word_forms import KNOWLEDGE, inflections, key, plural
from generator.model import EventType

__all__ = ["Frame", "Lexicon", "LexiconError"]

_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW", "DATE", "LANGUAGE"})
"""Entities whose words are a name, not a happening: the Foreign Exchange, the month of March."""
_CLAUSE_PARTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_VERBAL_PARTS = _CLAUSE_PARTS | {"aux", "auxpass"}
_TYPES_OF_GERUNDS = frozenset({EventType.PROTEST, EventType.RETREAT, EventType.ASSAULT})
_TYPES_OF_PARTICIPLES = frozenset(EventType) - {
    EventType.ACCUSE,
    EventType.AID,
    EventType.THREATEN,
    EventType.REQUEST,
    EventType.SUPPORT,
}
_LONGEST_GAP = 3
"""Tokens that may stand between two trigger words before the trigger is cut down to its head."""


type Candidates = dict[int, Frame | None]
"""The frame that fits each token of one document, by position, for the tokens read so far."""


class Lexicon:
    """All frames, indexed by the key of their head word."""

    def __init__(self, frames: tuple[Frame, ...]) -> None:
        """Index the frames; among equals the earlier wins."""
        self.frames = frames
        self._index: dict[tuple[Kind, str], list[Frame]] = {}
        for frame in frames:
            self._index.setdefault((frame.kind, frame.words[frame.head]), []).append(frame)
        for candidates in self._index.values():
            candidates.sort(key=lambda f: -f.weight)
        self._verb_forms = {f: v for kind, v in self._index if kind == "verb" for f in sorted(inflections(v))}
        self._noun_forms = {key(plural(n)): n for kind, n in self._index if kind == "noun"}
        self._words = frozenset({word for _, word in self._index} | self._verb_forms.keys() | self._noun_forms.keys())

    @staticmethod
    def load(folder: Path | None = None) -> "Lexicon":
        """The lexicon of a folder of YAML files (default: the product's own), read once per process.

        Raises LexiconError, one line naming file, line and what is allowed.
        """
        return _load(folder or KNOWLEDGE / "events")

    def match(self, token: Token, read: Candidates | None = None) -> Frame | None:
        """The most specific frame that this token heads; None if it names no happening.

        None too where the token is part of another word's frame: "failed to *agree*", "*hunger* strike". `read` holds
        what was found of other tokens of the document, and is added to.
        """
        read = {} if read is None else read
        frame = self._candidate(token, read)
        return None if frame is None or self._is_taken(token, read) else frame

    def _candidate(self, token: Token, read: Candidates) -> Frame | None:
        if token.i not in read:
            read[token.i] = None if token.is_punct or token.is_space else self._fitting(token, read)
        return read[token.i]

    def _fitting(self, token: Token, read: Candidates) -> Frame | None:
        for kind, word in self._readings(token):
            for frame in self._index.get((kind, word), ()):
                if _fits(frame, token) and (not frame.aspect or self._says_more(token, read)):
                    return frame
        return None

    def trigger(self, token: Token, frame: Frame) -> tuple[int, int]:
        """Code points [start, end) of the words that name the happening, in the token's document.

        From the first to the last of the frame's words where they stand close together, else the head word alone.
        """
        compound = _hyphenated(token)
        words = sorted({t.i for t in [*compound, *(_companions(frame, token) or ())]})
        if any(later - earlier > _LONGEST_GAP for earlier, later in pairwise(words)):
            words = [t.i for t in compound]
        last = token.doc[words[-1]]
        return token.doc[words[0]].idx, last.idx + len(last)

    def _is_taken(self, token: Token, read: Candidates) -> bool:
        """Whether a word above, at most two steps, has a frame that this token belongs to."""
        for above in (token.head, token.head.head):
            frame = self._candidate(above, read) if above != token else None
            if frame is not None and len(frame.words) > 1 and token in (_companions(frame, above) or ()):
                return True
        return False

    def _says_more(self, verb: Token, read: Candidates) -> bool:
        """Whether a verb of aspect has a subject that is no happening by the lexicon: "the draw took place"."""
        subjects = [r for s in dependents.verb_subjects(verb) for r in dependents.readings(s)]
        return not any(s.pos_ == "PRON" or self._candidate(s, read) is not None for s in subjects)

    def _readings(self, token: Token) -> Iterator[tuple[Kind, str]]:
        """The parts of speech and words that the token may stand for, likeliest first."""
        compound = _hyphenated(token)
        if len(compound) > 1:
            if token != _compound_head(compound):
                return
            yield from self._compound_readings(compound)
        if self._words.isdisjoint(dependents.keys_of(token)):
            return
        if token.pos_ in ("VERB", "AUX"):
            yield from self._verb_readings(token)
        elif token.pos_ == "NOUN":
            if not _only_modifies(token):
                yield from self._noun_readings(token)
        elif token.pos_ == "PROPN":
            if not _is_name(token) and not _only_modifies(token):
                yield from self._noun_readings(token)
        elif token.pos_ == "ADJ" and token.dep_ in ("amod", "acomp", "ROOT", "conj") and token.is_lower:
            yield from self._participle_readings(token)

    def _compound_readings(self, compound: list[Token]) -> Iterator[tuple[Kind, str]]:
        joined = key("".join(t.text for t in compound))
        lemma = key("".join(t.text for t in compound[:-1]) + compound[-1].lemma_)
        for word in dict.fromkeys((joined, lemma)):
            yield "noun", self._noun_forms.get(word, word)
            yield "verb", self._verb_forms.get(word, word)

    def _verb_readings(self, token: Token) -> Iterator[tuple[Kind, str]]:
        if token.pos_ == "AUX" and token.dep_ in ("aux", "auxpass"):
            return
        lemma, text = dependents.keys_of(token)
        like_noun = any(c.dep_ in ("det", "poss") for c in token.children)
        if like_noun:
            yield from self._nouns(token)
        verbs = dict.fromkeys((lemma, self._verb_forms.get(text, text)))
        known = False
        for verb in verbs:
            known = known or ("verb", verb) in self._index
            yield "verb", verb
        inflected = text.endswith(("ing", "ed"))
        if not known and not inflected and not any(c.dep_ in _VERBAL_PARTS for c in token.children):
            yield from self._nouns(token)

    def _noun_readings(self, token: Token) -> Iterator[tuple[Kind, str]]:
        lemma, text = dependents.keys_of(token)
        verb = self._verb_forms.get(text, lemma)
        bare = not any(c.dep_ in ("det", "poss", "amod") for c in token.children)
        if bare and token.dep_ != "compound" and any(c.dep_ in _CLAUSE_PARTS for c in token.children):
            yield "verb", verb
        yield from self._nouns(token)
        if text.endswith("ing") and token.pos_ == "NOUN":
            yield "verb", verb

    def _participle_readings(self, token: Token) -> Iterator[tuple[Kind, str]]:
        verb = self._verb_forms.get(key(token.lower_))
        if verb is not None and token.lower_.endswith(("ed", "en", "ing")):
            yield "verb", verb

    def _nouns(self, token: Token) -> Iterator[tuple[Kind, str]]:
        lemma, text = dependents.keys_of(token)
        for noun in dict.fromkeys((text, lemma, self._noun_forms.get(text, lemma))):
            yield "noun", noun


@cache
def _load(folder: Path) -> Lexicon:
    return Lexicon(read_frames(folder))


def _fits(frame: Frame, token: Token) -> bool:
    if (token.pos_ == "ADJ" and frame.weak) or not _attribute_fits(frame, token):
        return False
    companions = _companions(frame, token)
    if companions is None:
        return False
    return _subject_fits(frame, token) and _objects_fit(frame, token, companions)


def _attribute_fits(frame: Frame, token: Token) -> bool:
    """Participles before a noun name a happening only for some types: striking workers, not a ruling party."""
    if token.dep_ != "amod" or frame.kind == "noun":
        return True
    return frame.type in (_TYPES_OF_GERUNDS if token.lower_.endswith("ing") else _TYPES_OF_PARTICIPLES)


def _subject_fits(frame: Frame, token: Token) -> bool:
    if not frame.subjects:
        return True
    if frame.kind == "noun":
        return any(dependents.belongs(s, frame.subjects) for s in dependents.noun_subjects(token))
    if token.pos_ not in ("VERB", "AUX"):
        return frame.subjects <= {"actor", "person"} and token.lower_.endswith("ing")
    if frame.subjects <= {"actor", "person"} and dependents.subject_is_open(token):
        return True
    return any(dependents.belongs(s, frame.subjects) for s in dependents.verb_subjects(token))


def _objects_fit(frame: Frame, token: Token, companions: list[Token]) -> bool:
    objects = _objects(token)
    if frame.direct == {"nothing"}:
        if objects:
            return False
    elif frame.direct and not any(dependents.belongs(o, frame.direct) for o in objects):
        return False
    if frame.preposition is not None:
        of_preposition = dependents.preposition_objects(token, frame.preposition)
        if of_preposition is None:
            return False
        objects = of_preposition
    else:
        objects = objects + [o for c in companions for o in c.children if c.pos_ == "ADP" and o.dep_ == "pobj"]
    if frame.objects == {"nothing"}:
        return not objects
    if not frame.objects and not frame.object_lemmas:
        return True
    objects = [o for o in objects if o not in companions]
    return any(dependents.belongs(o, frame.objects) or dependents.has_lemma(o, frame.object_lemmas) for o in objects)


def _objects(token: Token) -> list[Token]:
    if token.pos_ in ("VERB", "AUX"):
        return dependents.verb_objects(token)
    if token.pos_ == "ADJ":
        return [token.head] if token.dep_ == "amod" else [c for c in token.head.children if c.dep_ in _CLAUSE_PARTS]
    return dependents.noun_objects(token) + [c for c in token.children if c.dep_ == "dobj"]


def _companions(frame: Frame, head: Token) -> list[Token] | None:
    """The tokens of the frame's other words, each below the head or another word, or beside it; None if one lacks."""
    if len(frame.words) == 1:
        return []
    found: list[Token] = []
    for word in reversed(frame.words[: frame.head]):
        companion = _companion([head, *found], word, before=True)
        if companion is None:
            return None
        found.append(companion)
    rest = [head]
    for word in frame.words[frame.head + 1 :]:
        companion = _companion(rest, word, before=False)
        if companion is None:
            return None
        rest.append(companion)
    return found + rest[1:]


def _companion(anchors: list[Token], word: str, *, before: bool) -> Token | None:
    for anchor in reversed(anchors):
        for child in anchor.children:
            if child.dep_ in ("aux", "nsubj") or (before and child.i > anchor.i) or dependents.is_of_time(child):
                continue
            if _is_word(child, word):
                return child
    head = anchors[0]
    if head.dep_ in ("relcl", "acl") and not before and _is_word(head.head, word):
        return head.head
    step = -1 if before else 1
    beside = _beside(anchors[-1], step)
    if beside is None or not _is_word(beside, word) or dependents.is_of_time(beside):
        return None
    return beside


def _beside(token: Token, step: int) -> Token | None:
    """The next token in that direction, hyphens left out."""
    tokens = token.doc
    index = token.i + step
    while 0 <= index < len(tokens) and tokens[index].text == "-":
        index += step
    return tokens[index] if 0 <= index < len(tokens) else None


def _is_word(token: Token, word: str) -> bool:
    if word == "self":
        return token.lower_.endswith(("self", "selves"))
    return word in dependents.keys_of(token)


def _only_modifies(noun: Token) -> bool:
    """Whether the noun only says of which kind another one is: the *vaccination* team, *defeat* devices."""
    if noun.dep_ != "compound" or noun.head.pos_ not in ("NOUN", "PROPN"):
        return False
    return not any(k in read_classes()["event_head"] for k in dependents.keys_of(noun.head))


def _is_name(token: Token) -> bool:
    return token.ent_type_ in _NAME_LABELS


def _hyphenated(token: Token) -> list[Token]:
    """The tokens that hyphens without blanks tie to this one, the hyphens included: sit-in, re-elected."""
    tokens = token.doc
    first = last = token.i
    while first >= 2 and _is_tied(tokens, first - 1):
        first -= 2
    while last + 2 < len(tokens) and _is_tied(tokens, last + 1):
        last += 2
    return tokens[first : last + 1]


def _is_tied(tokens: list[Token], index: int) -> bool:
    """Whether the token is a hyphen without blanks around it."""
    return tokens[index].text == "-" and not tokens[index].is_spaced and not tokens[index - 1].is_spaced


def _compound_head(compound: list[Token]) -> Token:
    """The part of a hyphenated word that the others hang on."""
    inside = {t.i for t in compound}
    heads = [t for t in compound if t.text != "-" and (t.head.i not in inside or t.head == t)]
    return heads[-1] if heads else compound[-1]
