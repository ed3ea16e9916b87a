"""The wording of open questions: clauses of the parse turned into direct questions in good English."""

import re
from collections.abc import Callable, Collection

from generator.distil.phrases import fitted
from generator.distil.question_garbled import is_garbled, mended
from generator.distil.question_knowledge import documents, knowledge
from generator.distil.question_parts import (
    closed,
    completed_by,
    in_order,
    is_example,
    last_of,
    object_before,
    sentence_part,
    text_beside,
)
from generator.distil.question_subjects import PERSONAL, Subjects
from generator.distil.wording import sentence_case
from generator.language.arguments import is_passive, subject_is_other
from generator.language.dates import DateMention
from generator.language.document import Document
from generator.language.parse import Token
from generator.language.word_forms import base_form

LONGEST_QUESTION = 125
"""Characters."""
_BE = {"is", "are", "was", "were", "am"}
_CONTRACTED = {
    "'s": "is",
    "’s": "is",
    "'re": "are",
    "’re": "are",
    "'d": "would",
    "'ll": "will",
    "wo": "will",
    "ca": "can",
    "'ve": "have",
    "'m": "am",
    "sha": "shall",
}
_SPEAKERS = re.compile(
    r"\b(?:I|we|us|me|you|ourselves|myself|our|my|your|yours|(?:(?<=of )|(?<=is )|(?<=was ))mine)\b", re.IGNORECASE
)
_DANGLING = re.compile(r"\b(?:this|that|these|those|it|so)$", re.IGNORECASE)
_NEEDED = ("dobj", "attr", "acomp", "oprd", "dative", "xcomp", "ccomp", "agent")
_KEPT = (*_NEEDED, "prep", "npadvmod", "prt")


def question_of(text: str) -> str | None:
    """The finished question; None where too little is left of it, or only those who speak could be meant."""
    text = re.sub(r"\[([^\]\W]*)\]", r"\1", text)  # "[c]oncessions": what an editor changed
    text = re.sub(r"\s*\[[^\]]*\]?|\]|[“”\"]", "", text)
    text = re.sub(r"\b(?:as )?yet un\w+ ", "", text)  # "as yet unnamed"
    text = re.sub(r"\s*,(?:\s*,)+", ",", " ".join(text.split()))
    text = mended(re.sub(r"\s+([,.;:])", r"\1", text).strip(" ,.;:?!-–—'"))
    words = text.split()
    if len(words) < 3 or words[0].lower() == "am" or words[1].lower() in PERSONAL or is_garbled(text):
        return None
    if (
        _SPEAKERS.search(text)
        or _DANGLING.search(text)
        or len(text) >= LONGEST_QUESTION
        or text.count("(") != text.count(")")
    ):
        return None
    return sentence_case(re.sub(r"(?<=[^s]s)(['’])s\b", r"\1", text)) + "?"


class QuestionWording(Subjects):
    """Words questions about one document."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._dates: list[DateMention] = document.dates
        self._cut = False

    def _fitting(self, worded: Callable[[], str]) -> str:
        """What a wording gives, with acronyms for long names where something had to be cut off."""
        self._cut = False
        text = worded()
        if text and not self._cut:
            return text
        self.short = True
        shorter = worded()
        self.short = False
        return shorter or text

    def will(self, verb: Token, auxiliary: str = "Will") -> str:
        """The verb as something that may come: "Will A meet B"."""
        ahead = any(c.tag_ == "MD" for c in verb.children)
        past = verb.head.tag_ == "VBD" or any(c.lower_ in ("was", "were", "had") for c in verb.head.children)
        self.future = ahead or not past
        text = self._fitting(lambda: self._will(verb, auxiliary))
        self.future = False
        return text

    def _will(self, verb: Token, auxiliary: str) -> str:
        subject = self.subject(verb)
        longer = "no longer " if _no_longer(verb) else ""
        return self.finished(f"{auxiliary} {subject} {longer}{self.base(verb)}", verb) if subject else ""

    def did(self, verb: Token) -> str:
        """The verb as something that may have been: "Did A aid B", "Was A poisoned"."""
        return self._fitting(lambda: self._did(verb))

    def _did(self, verb: Token) -> str:
        subject = self.subject(verb)
        if not subject:
            return ""
        if is_passive(verb) or verb.lemma_ == "be":
            participle = "" if verb.lemma_ == "be" else verb.text
            return self.finished(f"{'Were' if self.is_plural(verb) else 'Was'} {subject} {participle}".strip(), verb)
        return self.finished(f"Did {subject} {self.base(verb)}", verb)

    def direct(self, clause: Token, question_word: str = "") -> str:
        """A clause as a direct question in its own tense: "Does A transport B", "How will C develop"."""
        return self._fitting(lambda: self._direct(clause, question_word))

    def _direct(self, clause: Token, question_word: str) -> str:
        auxiliaries = [
            c for c in clause.children if c.dep_ in ("aux", "auxpass") and c.i < clause.i and c.lower_ != "to"
        ]
        subject = self.subject(clause)
        start = f"{question_word} " if question_word else ""
        if not subject:
            return ""
        if question_word and any(c.dep_ == "neg" for c in clause.children):
            subject = f"{subject} not"  # "why Norland did not go"
        if auxiliaries:
            front = _CONTRACTED.get(auxiliaries[0].lower_, auxiliaries[0].lower_)
            if front == "had":
                return start + self._did(clause)
            front = "will" if front == "would" else front
            others = " ".join(a.text for a in auxiliaries[1:])
            plain = auxiliaries[-1].tag_ == "MD" and not is_passive(clause)
            verb = f"{others} {self.base(clause) if plain else clause.text + _particle(clause)}".strip()
            return self.finished(f"{start}{_agreeing(front, self.is_plural(clause))} {subject} {verb}", clause)
        if clause.lemma_ == "be" and clause.lower_ in _BE | set(_CONTRACTED):
            front = _agreeing(_CONTRACTED.get(clause.lower_, clause.lower_), self.is_plural(clause))
            meant = " meant" if any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in clause.children) else ""
            told = self.finished(f"{start}{front} {subject}{meant}", clause)
            complete = question_word and not any(c.i > clause.i and c.dep_ in _NEEDED for c in clause.children)
            return told or (f"{start}{front} {subject}" if complete and not self.nameless else "")
        if clause.tag_ in ("VBZ", "VBP") and question_word and clause.head.lemma_ in knowledge()["foreseeing_verbs"]:
            return self.finished(f"{start}will {subject} {self.base(clause)}", clause)
        if clause.tag_ in ("VBD", "VBZ", "VBP"):
            do = "did" if clause.tag_ == "VBD" else "do" if self.is_plural(clause) else "does"
            return self.finished(f"{start}{do} {subject} {self.base(clause)}", clause)
        if clause.tag_ in ("VBN", "VBG"):
            return start + self._did(clause)
        return self.finished(f"{start}will {subject} {self.base(clause)}", clause)

    def asked_by(self, clause: Token) -> str:
        """A clause that holds its own question word, as a direct question: "who should pay", "whether it is safe"."""
        words = knowledge()["question_words"]
        word = next((t for t in clause.subtree if t.lower_ in words and t.i < clause.i), None)
        if word is None:
            return ""
        if word.lower_ in ("whether", "if"):
            return self.direct(clause)
        if word.dep_ in ("nsubj", "nsubjpass"):
            return self.by_whom(clause, word.lower_)
        return self.direct(clause, word.lower_) if word.head == clause else ""

    def by_whom(self, clause: Token, question_word: str) -> str:
        """A clause whose subject is asked for: "Who will succeed A"."""
        told = [c.text for c in clause.children if c.dep_ in ("aux", "auxpass") and c.i < clause.i]
        finite = clause.tag_ in ("VBD", "VBZ", "VBP") or bool(told)
        return self.finished(
            " ".join([question_word, *told, clause.text if finite else f"will {self.base(clause)}"]), clause
        )

    def ongoing(self, verb: Token) -> str:
        """A progressive as going on: "Is A carrying B"."""
        subject = self.subject(verb)
        front = "Are" if self.is_plural(verb) else "Is"
        return self.finished(f"{front} {subject} {verb.text}{_particle(verb)}", verb) if subject else ""

    def how_many(self, noun: Token, verb: Token) -> str:
        """A counted subject's number as what is asked for: "How many suicide bombings took place"."""
        modifiers = ("compound", "amod")
        unsure = knowledge()["about"]
        things = [
            t
            for t in noun.subtree
            if t == noun or (t.head == noun and t.i < noun.i and t.dep_ in modifiers and t.lower_ not in unsure)
        ]
        told = [c.text for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i]
        return self.when(self.finished(" ".join(["How many", self.words(things), *told, verb.text]), verb), verb)

    def when(self, text: str, verb: Token) -> str:
        """A question with the happening at which its verb came about: "How many people died when a ferry sank"."""
        at = next((c for c in verb.children if c.dep_ == "advcl" and _is_when(c)), None)
        if not text or at is None or at.tag_ != "VBD" or not (subject := self.subject(at)):
            return text
        longer = f"{text} when {subject} {at.text}"
        if text_beside(at) != ",":
            longer = self.finished(longer, at, self.entities(self.subjects(at)))
        return longer if longer and len(longer) < LONGEST_QUESTION else text

    def base(self, verb: Token) -> str:
        """The verb after an auxiliary: "meet", "be detailed", "step down"."""
        form = f"be {verb.text}" if is_passive(verb) else base_form(verb.lemma_.lower(), verb.lower_)
        return f"{form}{_particle(verb)}"

    def finished(self, start: str, verb: Token, known: Collection[int] | None = None) -> str:
        """The start of a question with what follows its verb; empty where what belongs to it has no room, or a pronoun
        stands for nothing known. `known`: the actors named at the start, else the verb's subject."""
        start = " ".join(start.split())
        named = set(self._told_of(verb) if known is None else known)
        self.nameless = False
        text = start
        if (missing := object_before(verb)) is not None:
            text = f"{text} {self.phrase(missing, verb)}".strip()
        for child in self._complements(verb):
            tokens = sentence_part(child)
            if not tokens:
                continue
            nameless = self.nameless
            words = self._fitted(child, tokens, named, LONGEST_QUESTION - len(text) - 2)
            if self.nameless and not nameless and child.dep_ == "prep":
                self.nameless = False  # "was taken from her": what is done is told without her
                continue
            named |= {e for t in tokens if (m := self.document.mention_at(t)) is not None for e in m.entities}
            self._cut |= words != self.words(closed(tokens), named)
            if words:
                words = re.sub(r"^a proposed\b", "the proposed", words)
                text = f"{text} {words}"
            elif child.dep_ in _NEEDED:
                return ""
        if text == start and (second := completed_by(verb)) is not None:
            joint = next((c.lower_ for c in verb.children if c.dep_ == "cc"), "and")
            if second.lemma_ != verb.lemma_:
                return self.finished(f"{start} {joint} {self._in_form_of(second, verb)}", second)
        lost = any(c.tag_ == "WP" and c.lower_ == "whom" for c in verb.children)  # "whom they seek to persuade"
        nothing = text == start and (
            lost or verb.lemma_ in knowledge()["empty_verbs"] or (verb.dep_ == "relcl" and subject_is_other(verb))
        )
        text = re.sub(rf" at the (?:{'|'.join(knowledge()['moments'])})$", "", text)  # "at this point"
        return "" if nothing or self.nameless else re.sub(r"\bbe complete$", "be completed", text)

    def _told_of(self, verb: Token) -> set[int]:
        """The actors that a verb's subject names, be it as owner: "the captain's passport"."""
        subjects = self.subjects(verb)
        owners = [c for s in subjects for c in s.children if c.dep_ == "poss"]
        return {*self.entities(subjects), *self.entities(owners)}

    def _complements(self, verb: Token) -> list[Token]:
        """What is told behind a verb, in order; of an adverb that stands with the verb, what follows it."""
        found: list[Token] = []
        for child in in_order(verb):
            if child.i > verb.i and _is_particle(child, verb) and child.dep_ == "advmod":
                found += [c for c in child.children if c.i > child.i and self._is_told(c, verb)]
            elif child.i > verb.i and self._is_told(child, verb):
                found.append(child)
        return found

    def _in_form_of(self, second: Token, first: Token) -> str:
        """A second verb in the form that the question gives the first: "is closing or selling"."""
        return second.text if second.tag_ in ("VBG", "VBN") and second.tag_ == first.tag_ else self.base(second)

    def _fitted(self, top: Token, tokens: list[Token], known: Collection[int], room: int) -> str | None:
        """The words of a complement in at most `room` characters; None where even the least of it is longer."""
        return fitted(top, tokens, lambda some: self.words(closed(some), known), room)

    def _is_told(self, child: Token, verb: Token) -> bool:
        """Whether a dependent after the verb belongs into the question."""
        if child.i in self.aside:
            return False
        if child.dep_ == "prt":
            return child.i != verb.i + 1
        if child.dep_ == "npadvmod":
            if verb.lemma_ in knowledge()["measuring_verbs"] and any(t.pos_ == "NUM" for t in child.subtree):
                return True
            return any(d.start <= child.idx < d.end and _is_exact(d) for d in self._dates) and not self._is_vague_day(
                child
            )
        if child.dep_ == "advmod":
            if any(c.dep_ == "nummod" for c in child.children):
                return True  # "saved 200 more"
            if verb.lemma_ in knowledge()["empty_verbs"] and verb.lemma_ != "be" and self._is_all(child, verb):
                return True
            if verb.lemma_ == "be":
                told_by_whom = child.lower_ in knowledge()["hearsay_adverbs"] or child.lower_ == "only"
                return child.lower_ == "still" or (child.lower_.endswith("ly") and not told_by_whom)
            told = any(c.dep_ == "prep" for c in child.children) and child.pos_ == "ADV"
            return told or (
                child.i == verb.i + 1 and child.lower_.endswith("ly") and any(c.i == child.i + 1 for c in verb.children)
            )
        if child.dep_ == "prep":
            if child.lower_ in ("in", "on") and any(c.lemma_.lower() in documents() for c in child.children):
                return False  # "in his statement"
            return (
                child.lower_ not in knowledge()["loose_prepositions"]
                and not is_example(child)
                and not self._is_vague(child)
            )
        if child.dep_ in ("dobj", "attr") and child.tag_ in ("WDT", "WP"):
            return False
        return child.dep_ in _KEPT or (
            child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children)
        )

    @staticmethod
    def _is_all(adverb: Token, verb: Token) -> bool:
        """Whether an adverb is all that completes a verb: "took so long to respond"."""
        others = [c for c in verb.children if c.i > verb.i and c.dep_ in _NEEDED]
        return (
            adverb.i > verb.i
            and not others
            and any(c.i > adverb.i or c.lower_ in ("so", "too") for c in adverb.children)
        )

    def _is_vague_day(self, day: Token) -> bool:
        return any(d.start <= last_of(day).idx < d.end and not _is_exact(d) for d in self._dates)

    def _is_vague(self, preposition: Token) -> bool:
        """Whether a phrase only tells a time that no calendar resolves: "in recent days"."""
        nouns = [c for c in preposition.children if c.dep_ == "pobj"]
        return bool(nouns) and any(
            d.start <= nouns[0].idx < d.end
            and (
                d.span is None
                or (self.future and self.is_doubtful_day(d))
                or (d.span.basis == "relative" and not _is_exact(d))
            )
            for d in self._dates
        )


def _is_when(clause: Token) -> bool:
    return any(c.lower_ == "when" and c.i < clause.i for c in clause.children)


def _is_exact(told: DateMention) -> bool:
    return told.span is not None and told.kind == "point" and told.span.precision in ("day", "month", "year")


def _agreeing(front: str, plural: bool) -> str:
    """The auxiliary in the number of the subject, which is told by its name."""
    pairs = {"is": "are", "was": "were", "has": "have", "does": "do"}
    if plural:
        return pairs.get(front, front)
    return {p: s for s, p in pairs.items()}.get(front, front)


def _no_longer(verb: Token) -> bool:
    return any(c.lower_ == "longer" and c.dep_ in ("neg", "advmod") and c.i < verb.i for c in verb.children)


def _particle(verb: Token) -> str:
    """The particle or adverb of place right behind a verb: "step down", "move forward"."""
    return "".join(f" {c.lower_}" for c in verb.children if _is_particle(c, verb))


def _is_particle(child: Token, verb: Token) -> bool:
    adverb = child.dep_ == "advmod" and child.lower_ in knowledge()["directions"]
    return child.i == verb.i + 1 and (child.dep_ == "prt" or adverb)
