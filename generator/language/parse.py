"""A parsed text as plain objects, whose parts have the names that spaCy gives them.

spaCy makes a new object or string whenever a token, a neighbour or a label is asked for, and rules ask ten thousands of
times in each article: here all of it stands ready. Lemmas that spaCy gives without their last "e" are mended. Token
positions count from 0 through the whole text; character offsets are code points of the parsed text.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count, pairwise, repeat
from typing import Any, Literal

from spacy.strings import StringStore
from spacy.tokens import Doc as ParsedDoc

from generator.language.word_forms import with_silent_e

_NAMES: list[int | str] = ["ORTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
_FLAGS: list[int | str] = ["SPACY", "LIKE_NUM", "IS_CURRENCY", "IS_PUNCT", "IS_STOP"]
_PLACES: list[int | str] = ["IDX", "HEAD", "SENT_START", "ENT_IOB"]
_IOB = ("", "I", "O", "B")


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One word or punctuation mark, with its place in the tree of its sentence."""

    doc: "Doc"
    i: int
    idx: int
    """Offset of its first character."""
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    """Label of the named entity that the model takes it for a part of, or empty."""
    ent_iob_: str
    """B: begins a named entity; I: goes on with it; O: outside."""
    is_sent_start: bool
    is_spaced: bool
    """Whether a blank follows that no token has."""
    like_num: bool
    is_currency: bool
    is_punct: bool
    is_stop: bool
    """Whether it is one of the words that stand in every text ("the", "is")."""
    sent: "Span" = field(init=False)
    head: "Token" = field(init=False)
    """The token itself where it is the root of its sentence."""
    children: tuple["Token", ...] = ()
    """In order of the text."""
    _subtree: tuple["Token", ...] = ()
    _left: int = -1

    def __len__(self) -> int:
        """Its characters."""
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def whitespace_(self) -> str:
        """The blank that follows, if one does."""
        return " " if self.is_spaced else ""

    @property
    def is_alpha(self) -> bool:
        """Whether it has nothing but letters."""
        return self.text.isalpha()

    @property
    def is_lower(self) -> bool:
        """Whether no letter is a capital."""
        return self.text.islower()

    @property
    def is_upper(self) -> bool:
        """Whether all letters are capitals."""
        return self.text.isupper()

    @property
    def is_title(self) -> bool:
        """Whether the first letter alone is a capital."""
        return self.text.istitle()

    @property
    def is_space(self) -> bool:
        """Whether it is nothing but white space."""
        return self.text.isspace()

    def nbor(self, distance: int = 1) -> "Token":
        """The token that many places on; raises IndexError before the first token and behind the last."""
        place = self.i + distance
        if place < 0:
            raise IndexError(place)
        return self.doc[place]

    @property
    def lefts(self) -> list["Token"]:
        """The children before the token."""
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        """The children behind the token."""
        return [c for c in self.children if c.i > self.i]

    @property
    def subtree(self) -> tuple["Token", ...]:
        """What hangs on the token to its left, with all that hangs on that, then the token, then what does on the
        right."""
        if not self._subtree:
            self._subtree = tuple(self._walk()) if self.children else (self,)
        return self._subtree

    def _walk(self) -> Iterator["Token"]:
        """The subtree, without recursion: a chain of words may be as long as the text."""
        waiting: list[tuple[Token, bool]] = [(self, False)]
        while waiting:
            token, opened = waiting.pop()
            if opened or not token.children:
                yield token
                continue
            waiting += [(c, False) for c in reversed(token.rights)]
            waiting.append((token, True))
            waiting += [(c, False) for c in reversed(token.lefts)]

    @property
    def left_edge(self) -> "Token":
        """The first token of the subtree in the text."""
        if self._left < 0:
            self._left = min([t.i for t in self.subtree])
        return self.doc[self._left]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The head, its head, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, descendant: "Token") -> bool:
        """Whether the other token stands somewhere below this one."""
        return any(ancestor is self for ancestor in descendant.ancestors)

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """The tokens coordinated with this one."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [c for c in token.children if c.dep_ == "conj" and c.i > token.i]
        return tuple([t for t in found if t is not self])


@dataclass(slots=True, repr=False)
class Span:
    """The tokens from `start` to `end` (exclusive)."""

    doc: "Doc"
    start: int
    end: int

    def __len__(self) -> int:
        """How many tokens it has."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc[self.start : self.end])

    def __getitem__(self, place: int) -> Token:
        return self.doc[self.start : self.end][place]

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Offset of the first character."""
        tokens = self.doc
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Offset behind the last character, the blank that follows left off."""
        if self.start == self.end:
            return self.start_char
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def label_(self) -> str:
        """Label of the named entity that its first token is a part of, or empty."""
        return self.doc[self.start].ent_type_

    @property
    def sent(self) -> "Span":
        """The sentence that it begins in."""
        return self.doc[self.start].sent

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first of several; punctuation only where all else is
        too."""
        tokens = self.doc[self.start : self.end]
        tops = [t for t in tokens if t.head is t or not self.start <= t.head.i < self.end]
        words = [t for t in tops if t.head is t or t.children or not (t.is_punct or t.is_space)]
        return min(words, key=lambda t: sum(1 for _ in t.ancestors), default=(tops or tokens)[0])


class Doc(list[Token]):
    """A whole text: its tokens in order. Part of it, `doc[a:b]`, is a list of tokens; with its text it is a span."""

    def __init__(self, parts: Iterable[ParsedDoc]) -> None:
        """What spaCy made of the parts of the text, which follow one another without a gap; none of them is kept."""
        super().__init__()
        strings: _Strings | None = None
        for part in parts:
            if strings is None:
                strings = _Strings(part.vocab.strings)
            self._add(part, strings)
        self.text = "".join([t.text + t.whitespace_ for t in self])
        self._offsets = [t.idx for t in self]
        starts = [t.i for t in self if t.is_sent_start]
        self.sents = [Span(self, *ends) for ends in pairwise([*starts, len(self)])]
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def _add(self, part: ParsedDoc, strings: "_Strings") -> None:
        first = len(self)
        start = self[-1].idx + len(self[-1]) + self[-1].is_spaced if first else 0
        texts, *names = ([strings[n] for n in ids] for ids in part.to_array(_NAMES).T.tolist())
        flags = part.to_array(_FLAGS).T.astype(bool).tolist()
        offsets, heads, starts, iob = part.to_array(_PLACES).T.astype(int).tolist()
        places = [start + offset for offset in offsets]
        lower = [text.lower() for text in texts]
        names[0] = list(map(with_silent_e, lower, names[0]))
        columns: list[Any] = [texts, lower, *names, [_IOB[n] for n in iob], [n == 1 for n in starts], *flags]
        self += map(Token, repeat(self), count(first), places, *columns)
        children: dict[int, list[Token]] = {}
        for token, distance in zip(self[first:], heads, strict=True):
            token.head = self[token.i + distance]
            if distance:
                children.setdefault(token.head.i, []).append(token)
        for head, below in children.items():
            self[head].children = tuple(below)

    def span(self, start: int, end: int) -> Span:
        """The tokens that `doc[start:end]` holds, with their text and place."""
        start, end, _ = slice(start, end).indices(len(self))
        return Span(self, start, end if end > start else start)

    @cached_property
    def ents(self) -> list[Span]:
        """The named entities that the model found."""
        return [Span(self, t.i, self._entity_end(t.i)) for t in self if t.ent_iob_ == "B" and t.ent_type_]

    def _entity_end(self, start: int) -> int:
        end = start + 1
        while end < len(self) and self[end].ent_iob_ == "I":
            end += 1
        return end

    def char_span(self, start: int, end: int, alignment_mode: Literal["expand", "contract"]) -> Span | None:
        """The tokens that the characters from `start` to `end` touch ("expand"), or those that lie wholly among them
        ("contract"); None where there are none."""
        first, last = self._token_at(start), self._token_at(end - 1)
        if first is None or last is None:
            return None
        first_end, last_end = first.idx + len(first), last.idx + len(last)
        if alignment_mode == "expand":
            begin, stop = first.i + (start == first_end), last.i + 1
            return Span(self, begin, max(begin, stop))
        begin, stop = first.i + (first.idx < start), last.i + (last_end <= end)
        return Span(self, begin, stop) if begin < stop else None

    def _token_at(self, offset: int) -> Token | None:
        """The token that a character belongs to, a blank to the one before it; None outside the text."""
        return self[bisect_right(self._offsets, offset) - 1] if 0 <= offset < len(self.text) else None


class _Strings(dict[int, str]):
    """Strings by spaCy's number for them, each made once."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, number: int) -> str:
        self[number] = self._store[number]
        return self[number]
