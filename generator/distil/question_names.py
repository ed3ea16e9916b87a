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
    bracketed,
    closed,
    outside,
    text_beside,
)
from generator.distil.wording import possessive
from generator.language.dates import DateMention
from generator.language.document import Document, Mention
from generator.language.parse import Token
from generator.model import DateSpan

LONGEST_PHRASE = 95
"""Characters."""
_LONGEST_FULLER = 60
_NAMED = ("NORP", "GPE", "LOC", "ORG", "PERSON", "FAC")
"""Labels of the words that are written with a capital anywhere: "South" in "South Norlandic"."""
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
        self.aside = bracketed(document.doc)
        """The tokens that stand in brackets."""

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
        return re.sub(r"^a proposed\b", "the proposed", text)

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
        after_date = -1
        tokens = [t for t in tokens if t.i not in self.aside]
        for number, token in enumerate(tokens):
            if token.i < after_date or token.pos_ == "SPACE":
                continue
            told, last = self._date_at(token, tokens)
            if told:
                after_date = last + 1
                preposition, day = told.split(" ", 1)
                if parts and _is_preposition(tokens[number - 1]):
                    given = tokens[number - 1].lower_
                    parts[-1] = f"{preposition if given in ('on', 'in', 'at') else given} "
                    told = day
                parts.append(f"{told} ")
                continue
            text = self._word(token, tokens[:number], named)
            parts.append(f"{text}{' ' if token.whitespace_ or _breaks(token, tokens, number) else ''}")
        return _tidy("".join(parts))

    def _date_at(self, token: Token, tokens: list[Token]) -> tuple[str, int]:
        """The date that begins at a token, written out, and the last token that tells it; else empty."""
        told = self._starts.get(token.idx)
        if told is None or token.dep_ not in ("det", "amod", "nummod", "compound", *_ADVERBIAL):
            return "", -1
        last = next((t for t in reversed(tokens) if t.idx < told.end), token)
        return self._day(told, last, token) or "", last.i

    def antecedent(self, pronoun: Token) -> Token | None:
        """The thing that a pronoun stands for, where its sentence names one before, spoken or told as itself is."""
        thing = antecedent(pronoun)
        same_voice = thing is not None and self.document.in_speech(thing) == self.document.in_speech(pronoun)
        return thing if same_voice else None

    def _word(self, token: Token, before: list[Token], named: set[int]) -> str:
        """What is written for a token behind those `before` it; actors it tells are added to `named`."""
        if token.tag_ in ("PRP", "PRP$") and (told := self._pronoun(token, before, named)) is not None:
            return told
        if token.tag_ == "WP$":
            clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
            if clause is not None:
                return possessive(self.phrase(clause.head, leave_out=after(clause.head), full=False))
        mention = self.document.mention_at(token)
        if mention is not None:
            named |= set(mention.entities)
        if token.dep_ == "det" and token.lower_ in _POINTING:
            return "the"
        self.nameless |= token.tag_ == "DT" and token.dep_ == "dobj" and token.lower_ in _POINTING  # "do that"
        at_home = token.lower_ in knowledge()["homes"] and text_beside(token, -1) == "our"
        if at_home and self.document.mention_at(token.i - 1) is not None:
            return ""  # "our city": the name stands for it
        return self.document.text[token.idx : token.idx + len(token.text)]

    def _pronoun(self, pronoun: Token, before: list[Token], named: set[int]) -> str | None:
        """What is written for a pronoun: the name, or the thing, that it stands for; None where it stays."""
        mention = self.document.mention_at(pronoun)
        noun_before = any(t.pos_ in ("NOUN", "PROPN") for t in before)
        if mention is None and not noun_before:
            return self._thing_meant(pronoun)
        if mention is None or mention.form != "pronoun" or set(mention.entities) & named:
            return None
        if noun_before and not self._is_near(mention, pronoun):
            return None  # what stands before in the phrase may be meant
        named |= set(mention.entities)
        name = self.speaking(pronoun, mention.entities)
        at_home = pronoun.lower_ == "our" and text_beside(pronoun) in knowledge()["homes"]
        return possessive(name) if pronoun.tag_ == "PRP$" and not at_home else name

    def _thing_meant(self, pronoun: Token) -> str | None:
        """The words for a pronoun that stands for no actor; where the sentence does not tell, it is remembered."""
        if pronoun.tag_ == "PRP$":
            return "the"
        if pronoun.dep_ not in ("dobj", "pobj", "dative"):
            return None
        thing = self.antecedent(pronoun)
        self.nameless |= thing is None
        return definite(self.phrase(thing, leave_out=after(thing), full=False)) if thing is not None else None

    def _is_near(self, mention: Mention, pronoun: Token) -> bool:
        """Whether an actor that a pronoun is said to mean is named in its sentence before it, or speaks it."""
        named = (m for e in mention.entities for m in self.document.entities[e].mentions if m.form != "pronoun")
        near = any(pronoun.sent.start <= m.head < pronoun.i for m in named)
        return near or self.document.in_speech(pronoun) or pronoun.lower_ not in ("their", "them", "its")

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
        if any(letter.isdigit() for letter in told.text):
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
    return child.dep_ in ("acl", "relcl") and child.tag_ in ("VB", "VBG", "VBN") and child.left_edge.tag_ != "WDT"


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
        and first.ent_type_ not in _NAMED
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
