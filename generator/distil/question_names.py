"""How an open question tells things: by their fullest phrase, with pronouns and pointing words replaced, and days by
their date, so that a question is understood away from its article."""

import re
from collections.abc import Collection

from babel.dates import format_date

from generator.distil.phrases import fitted
from generator.distil.question_actors import ActorNaming
from generator.distil.question_knowledge import knowledge
from generator.distil.question_parts import (
    after,
    antecedent,
    closed,
    outside,
    text_beside,
    wants_article,
    without_glosses,
)
from generator.distil.wording import possessive
from generator.language.dates import DateMention
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import DateSpan

LONGEST_PHRASE = 95
"""Characters."""
_LONGEST_FULLER = 60
_QUOTES = ('"', "“", "‘", "'")
_POINTING = ("this", "that", "these", "those")
_ADVERBIAL = ("npadvmod", "pobj", "advmod", "tmod")


class Naming(ActorNaming):
    """Names actors and things of one document."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.future = False
        """Whether a weekday, or a day without year, is the next one after publication."""
        self.nameless = False
        """Whether a pronoun was written for which nothing is known."""
        self._fuller: dict[str, list[Token]] | None = None
        self._starts = {d.start: d for d in document.dates if d.kind == "point"}

    def phrase(
        self,
        noun: Token,
        without: Token | None = None,
        leave_out: Collection[int] = (),
        full: bool = True,
        listed: bool = False,
        known: Collection[int] = (),
    ) -> str:
        """A noun phrase without what only explains it, without the clause `without` and the tokens `leave_out`.

        `full`: "the ruling" is told by the longest phrase that the article has for it. `listed`: with what is
        coordinated with it. `known`: actors already named. Empty where it cannot be cut to `LONGEST_PHRASE`.
        """
        cut = {t.i for t in without.subtree} if without is not None and noun.is_ancestor(without) else set()
        tokens = [t for t in noun.subtree if t.i not in cut and t.i not in leave_out and not outside(t, noun, listed)]
        if full and (fuller := self._fuller_for(noun, tokens)) is not None:
            return fuller
        text = fitted(noun, tokens, lambda some: self.words(closed(some), known), LONGEST_PHRASE) or ""
        if not text or not tokens:
            return text
        text = re.sub(r"(?:'s|’s)$", "", lowered(text, tokens[0]))
        text = re.sub(r"^a proposed\b", "the proposed", text)
        return f"the {text}" if wants_article(noun, tokens) else text

    def defined(self, noun: Token, without: Token | None = None) -> str:
        """A noun's phrase as that of the one meant: with "the" for "a", and where it has no article."""
        phrase = definite(self.phrase(noun, without))
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        owned = owner is not None and not (owner.tag_ == "NNS" and owner.left_edge == owner)
        bare = not owned and not any(c.dep_ == "det" for c in noun.children) and not phrase.startswith("the ")
        return f"the {phrase}" if phrase and bare else phrase

    def words(self, tokens: list[Token], known: Collection[int] = ()) -> str:
        """The words of tokens in order, spaced as in the source; pronouns give way to names, once for each name."""
        parts: list[str] = []
        named = set(known)
        skip_to = -1
        tokens = without_glosses(tokens)
        for number, token in enumerate(tokens):
            if token.i < skip_to or token.pos_ == "SPACE":
                continue
            text, skip = self._word(token, tokens, number, named)
            if skip:
                skip_to = skip
                if text is None:
                    continue
                if parts and (told := re.match(r"(on|in) ", text)) and _is_preposition(tokens[number - 1]):
                    parts[-1] = f"{told[1]} " if tokens[number - 1].lower_ in ("on", "in", "at") else parts[-1]
                    text = text[told.end() :]
                parts.append(f"{text} ")
                continue
            parts.append(f"{text}{' ' if token.whitespace_ or _breaks(token, tokens, number) else ''}")
        return _tidy("".join(parts))

    def antecedent(self, pronoun: Token) -> Token | None:
        """The thing that a pronoun stands for, where its sentence names one before, spoken or told as itself is."""
        thing = antecedent(pronoun)
        same_voice = thing is not None and self.document.in_speech(thing) == self.document.in_speech(pronoun)
        return thing if same_voice else None

    def _word(self, token: Token, tokens: list[Token], number: int, named: set[int]) -> tuple[str | None, int]:
        """What is written for one token, and behind which token to go on where it stands for several (else 0)."""
        told = self._starts.get(token.idx)
        if told is not None and token.dep_ in ("det", "amod", "nummod", "compound", *_ADVERBIAL):
            last = next((t for t in reversed(tokens) if t.idx < told.end), token)
            written = self._day(told, last, token)
            if written is not None:
                return written, last.i + 1
        if token.tag_ in ("PRP", "PRP$"):
            mention = self.document.mention_at(token)
            before = any(t.pos_ in ("NOUN", "PROPN") for t in tokens[:number])
            if mention is None and token.tag_ == "PRP" and token.dep_ in ("dobj", "pobj", "dative") and not before:
                thing = self.antecedent(token)
                self.nameless |= thing is None
                if thing is not None:
                    return definite(self.phrase(thing, leave_out=after(thing), full=False)), 0
            if mention is not None and mention.form == "pronoun" and not set(mention.entities) & named:
                named |= set(mention.entities)
                name = self.speaking(token, mention.entities)
                if token.lower_ == "our" and token.head.lower_ in knowledge()["homes"] and token.i + 1 == token.head.i:
                    return name, token.i + 2
                return (possessive(name) if token.tag_ == "PRP$" else name), 0
            if mention is None and token.tag_ == "PRP$" and not before:
                return "the", 0
        if (
            token.tag_ == "WP$"
            and (clause := next((a for a in token.ancestors if a.dep_ == "relcl"), None)) is not None
        ):
            return possessive(self.phrase(clause.head, leave_out=after(clause.head), full=False)), 0
        mention = self.document.mention_at(token)
        if mention is not None:
            named |= set(mention.entities)
        if token.lower_ in _POINTING and token.dep_ == "det":
            return "the", 0
        return self.document.text[token.idx : token.idx + len(token.text)], 0

    def _day(self, told: DateMention, last: Token, first: Token) -> str | None:
        """A date written out, with its preposition; None where the words are to stay."""
        head = last if last.dep_ in _ADVERBIAL else first
        if head.dep_ not in _ADVERBIAL:
            return None
        if self.is_doubtful_day(told):
            return None
        span = (told.weekday_future if self.future else None) or told.span
        return written(span) if span is not None and span.precision in ("day", "month", "year") else None

    def is_doubtful_day(self, told: DateMention) -> bool:
        """Whether a weekday is that of the publication, so that it may be that day or a week later."""
        published, span = self.document.published, told.span
        if published is None or span is None or told.weekday_future is None or span.precision != "day":
            return False
        return (span.start - published).days % 7 == 0

    def _fuller_for(self, noun: Token, tokens: list[Token]) -> str | None:
        """The fullest phrase before a bare "the bill" that names the same thing: "the bill to ban plastic bags"."""
        pointing = ("the", "this", "that", "these", "those", "such")
        if len(tokens) != 2 or tokens[0].lower_ not in pointing or self.document.actor_at(noun) is not None:
            return None
        if self._fuller is None:
            self._fuller = {}
            for token in self.document.doc:
                if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod"):
                    self._fuller.setdefault(token.lemma_.lower(), []).append(token)
        for other in reversed(self._fuller.get(noun.lemma_.lower(), [])):
            if other.i >= noun.i or (other.tag_ in ("NNS", "NNPS")) != (noun.tag_ in ("NNS", "NNPS")):
                continue
            if self.document.block_of(other).kind == "prose" and (text := self._identifying(other)):
                return text
        return None

    def _identifying(self, noun: Token) -> str:
        """The phrase of a noun made definite, where it says which one is meant; else empty."""
        if any(c.lower_ in knowledge()["unspecific"] for c in noun.children if c.dep_ == "det"):
            return ""
        if any(c.lower_ in knowledge()["other_adjectives"] for c in noun.children):
            return ""
        telling = [c for c in noun.children if _tells(c) and not outside(c, noun)]
        if not telling or any(c.dep_ == "nummod" for c in noun.children):
            return ""
        text = self.phrase(noun, full=False)
        if len(text) > _LONGEST_FULLER or re.search(r"[\[\]\"“”…]", text):
            return ""
        if any(c.dep_ == "poss" and c.i < noun.i for c in noun.children):
            return text
        return "the " + re.sub(r"^(?:the|an?|its|their|such) ", "", text)


def _tells(child: Token) -> bool:
    """Whether a dependent says which one its noun is."""
    if child.dep_ in ("compound", "poss", "nmod"):
        return child.lower_ not in ("its", "his", "her", "their", "our", "my", "your")
    if child.dep_ == "prep":
        return child.lower_ in ("of", "against", "between", "with", "to", "for", "into", "on")
    if child.dep_ == "amod":
        return child.lower_ not in knowledge()["empty_adjectives"]
    return child.dep_ == "acl" and child.tag_ in ("VB", "VBG", "VBN")


def written(span: DateSpan) -> str:
    """A day, month or year with its preposition: "on 3 March 2031", "in March 2031", "in 2031"."""
    preposition, form = {"day": ("on", "d MMMM y"), "month": ("in", "MMMM y")}.get(span.precision, ("in", "y"))
    return f"{preposition} {format_date(span.start, form, locale='en')}"


def lowered(text: str, first: Token) -> str:
    """The text with a small first letter, where only its place in the sentence makes it a capital."""
    if (
        text.startswith(first.text)
        and first.text.istitle()
        and first.pos_ != "PROPN"
        and (first.is_sent_start or first.pos_ == "DET" or text_beside(first, -1) in _QUOTES)
    ):
        return text[:1].lower() + text[1:]
    return text


def definite(phrase: str) -> str:
    """The phrase with "the" for "a"."""
    return re.sub(r"^an? ", "the ", phrase)


def _is_preposition(token: Token) -> bool:
    return token.pos_ in ("ADP", "SCONJ")


def _breaks(token: Token, tokens: list[Token], number: int) -> bool:
    """Whether words that stood between a token and the next are left out."""
    return number + 1 < len(tokens) and tokens[number + 1].i != token.i + 1


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,.;:)])", r"\1", text)
    text = re.sub(r"\ba (?=[aeio]|u(?!n[ai]|s))", "an ", text)
    return re.sub(r"\ban (?=[^aeiouhAEIOUHFLMNRSX0-9\W])", "a ", text).strip(" ,;:—–-")
