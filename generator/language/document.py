"""An article as the machine reads it: the parsed text and the layers of annotation that stand off from it.

Token positions are `Token.i` in `Document.doc`; character offsets are code points of the source's text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.language.dates import DateMention
from generator.language.parse import Doc, Span, Token
from generator.language.quotations import Quotation
from generator.model import Article, Block, Evidence, Kind

Form = Literal[
    "name", "adjective", "demonym", "capital", "seat", "acronym", "combining", "description", "pronoun", "group"
]


@dataclass
class Mention:
    """One place where an actor is spoken of: tokens `start` to `end` (exclusive), `head` the one that governs them."""

    start: int
    end: int
    head: int
    form: Form
    text: str
    """The words of the name alone, as the source writes them, without title and article."""
    entities: tuple[int, ...]
    """Positions in `Document.entities`: one, or several for "both countries"."""


@dataclass
class RoleMention:
    """An office that the article gives an entity: the words, the body or state they belong to, and where they stand."""

    title: str
    of: int | None
    start: int
    end: int


@dataclass
class Entity:
    """An actor within one article, before anything across articles is known."""

    name: str
    kind: Kind | None
    """None: a place or thing that is no actor."""
    known: bool = False
    """Whether the name comes from the gazetteer, so that its kind is certain."""
    sure: bool = False
    """Whether words around or in the name tell its kind, not the model's label alone."""
    aliases: set[str] = field(default_factory=set)
    roles: list[RoleMention] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    part: bool = False
    """Whether it is a part of a state, which counts as an actor only where it acts."""
    plural: bool = False
    feminine: bool | None = None
    """None where the article gives no sign."""
    nouns: set[str] = field(default_factory=set)
    """Lemmas of the common nouns that the article calls it by ("airline", "minister")."""


@dataclass
class Document:
    """One article's text, parse and annotation layers."""

    article: Article
    doc: Doc
    quotations: list[Quotation]
    dates: list[DateMention]
    mentions: list[Mention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    clauses: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Where the clause lies that a token stands in, for the tokens that this has been asked of."""
    _mention_of: dict[int, Mention] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The source's cleaned text."""
        return self.article.source.text

    @property
    def published(self) -> date | None:
        """Day of publication, None where unknown."""
        return self.article.source.published

    def add(self, mention: Mention) -> None:
        """Record a mention with its entity."""
        self.mentions.append(mention)
        for entity in mention.entities:
            self.entities[entity].mentions.append(mention)
        for i in range(mention.start, mention.end):
            self._mention_of.setdefault(i, mention)
        self._mention_of[mention.head] = mention

    def drop_unnamed(self, first: int) -> None:
        """Takes out those of the first entities that nothing mentions; all others move up."""
        if not any(not entity.mentions for entity in self.entities[:first]):
            return
        kept = [n for n, entity in enumerate(self.entities) if entity.mentions or n >= first]
        places = {old: new for new, old in enumerate(kept)}
        self.entities = [self.entities[n] for n in kept]
        for mention in self.mentions:
            mention.entities = tuple(places[n] for n in mention.entities)

    def mention_at(self, token: Token | int) -> Mention | None:
        """The mention that a token belongs to."""
        return self._mention_of.get(token if isinstance(token, int) else token.i)

    def actor_at(self, token: Token) -> Mention | None:
        """The mention that a noun phrase's head leads to: its own, or that of the name in apposition to it."""
        own = self.mention_at(token)
        if own is not None:
            return own
        named = (self.mention_at(c) for c in token.children if c.dep_ == "appos" or self._is_whose(c, token))
        return next((m for m in named if m is not None and m.form == "name"), None)

    def _is_whose(self, name: Token, noun: Token) -> bool:
        """Whether a name before a noun may be who is meant; "Norland protests" are not Norland."""
        if name.dep_ != "compound" or name.tag_ not in ("NNP", "NNPS"):
            return False
        mention = self.mention_at(name)
        states = mention is not None and all(self.entities[e].kind is Kind.STATE for e in mention.entities)
        return not (states and noun.tag_ in ("NN", "NNS"))

    def subjects_of(self, tokens: Sequence[Token]) -> list[int]:
        """The actors that a verb's subject tokens name, with one that the parser left out of "A and B did"."""
        found: dict[int, None] = {}
        for token in tokens:
            mention = self.actor_at(token)
            if mention is None:
                continue
            if token.dep_ in ("nsubj", "nsubjpass"):
                found.update(dict.fromkeys(self._named_before(mention)))
            found.update(dict.fromkeys(e for e in mention.entities if self.entities[e].kind is not None))
        return list(found)

    def _named_before(self, mention: Mention) -> tuple[int, ...]:
        """The actor in "A and B" before B, where A opens the clause and is of B's kind ("A of X and President B of
        Y")."""
        i = mention.start - 1
        while (
            i > 0
            and mention.start - i < 4
            and self.doc[i].pos_ in ("NOUN", "PROPN", "ADJ")
            and self.mention_at(i) is None
        ):
            i -= 1
        if i < 1 or self.doc[i].lower_ != "and" or self.doc[i].sent != self.doc[mention.head].sent:
            return ()
        kind = self.entities[mention.entities[0]].kind
        before = self.mention_at(i - 1)
        if (
            before is not None
            and self.entities[before.entities[0]].kind != kind
            and before.start > 1
            and self.doc[before.start - 1].lower_ == "of"
        ):
            before = self.mention_at(before.start - 2)
        if (
            before is None
            or self.entities[before.entities[0]].kind != kind
            or before.form in ("adjective", "combining")
        ):
            return ()
        opening = self.doc[self.doc[mention.head].sent.start : before.start]
        return before.entities if not any(t.pos_ in ("VERB", "AUX", "ADP", "SCONJ") for t in opening) else ()

    def block_of(self, token: Token) -> Block:
        """The paragraph a token stands in."""
        for block in self.article.blocks:
            if token.idx < block.end:
                return block
        return self.article.blocks[-1]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that a character stands in."""
        for quotation in self.quotations:
            if offset < quotation.start:
                return None
            if offset < quotation.end:
                return quotation
        return None

    def in_speech(self, token: Token) -> bool:
        """Whether a token is inside direct speech."""
        quotation = self.quotation_at(token.idx)
        return quotation is not None and quotation.is_speech

    def evidence(self, start: int, end: int, trigger: tuple[int, int] | None = None) -> Evidence:
        """Evidence for the characters from start to end, white space at the edges left off.

        `trigger` are the offsets of the words that name the happening. Evidence takes in words that it would cut
        ("re-elected"), and names none that stand elsewhere.
        """
        if trigger is not None:
            touches = trigger[0] < end and start < trigger[1]
            start, end = (min(start, trigger[0]), max(end, trigger[1])) if touches else (start, end)
            trigger = trigger if touches else None
        quote = self.text[start:end]
        start += len(quote) - len(quote.lstrip())
        end = start + len(quote.strip())
        return Evidence(
            source=self.article.source.id,
            start=start,
            end=end,
            quote=self.text[start:end],
            trigger_start=trigger[0] if trigger else None,
            trigger_end=trigger[1] if trigger else None,
        )

    def sentence_of(self, token: Token) -> Span:
        """The sentence a token stands in."""
        sentence: Span = token.sent
        return sentence
