"""Titles of office around a person's name: "former US Secretary of State", ", the president of Niger"."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.language.gazetteer_forms import Known, Matcher
from generator.language.gazetteer_title_words import Time, TitleWords
from generator.language.gazetteer_words import Token, fold, tokens, without_stop

_MOST_WORDS = 24  # a title phrase is never longer
_CLAUSE_END = re.compile(r"[,;:!?()\[\]\"“”…—|\n•]| [-–] ")


@dataclass(frozen=True, slots=True)
class Title:
    """A title phrase.

    `text` is the title as written, without its owner: "former Secretary of State"; `head` its head in the singular
    and lower case: "secretary of state". `of` names whose title it is, canonical if the gazetteer knows it (then
    `owner` says what it is), else in the words of the text; None if the phrase does not say. `start` and `end` bound
    the whole phrase with its owner: code-point offsets, or numbers of words for `parse_title`. `time` is None for
    plain holders of the office.
    """

    text: str
    head: str
    of: str | None
    owner: Known | None
    start: int
    end: int
    time: Time | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class _Parse:
    """A title phrase read so far: the next token, the pieces that are title, and what they say."""

    next: int
    pieces: tuple[tuple[int, int], ...] = ()
    head: str = ""
    plural: bool = False
    time: Time | None = None
    of: str | None = None
    owner: Known | None = None
    owners: int = 0
    afield: bool = False
    determined: bool = False

    def taking(self, start: int, end: int, upto: int, afield: bool = False) -> "_Parse":
        """With one more piece of text in the title."""
        return replace(self, next=upto, pieces=(*self.pieces, (start, end)), afield=afield)


@dataclass(frozen=True)
class TitleReader:
    """Reads title phrases out of plain text. Its grammar:

    phrase = [determiner] {modifier | field | owner} head ["elect"] {preposition (owner | fields)} ["and" phrase]
    """

    words: TitleWords
    matcher: Matcher
    owner_heads: frozenset[str]

    def before(self, text: str, start: int) -> Title | None:
        """The title phrase that ends where a name starts, or a comma before it: "Russia's culture minister, Olga X"."""
        folded = fold(text)
        stop = len(folded[:start].rstrip())
        apposed = folded[:stop].endswith(",")
        stop -= apposed
        if "\n" in text[stop:start]:
            return None
        window = self._window_before(text, folded, stop)
        if not window or window[-1].end != stop:
            return None
        for first in range(len(window)):
            for parse in self._phrase(folded, window, _Parse(first)):
                if parse.next == len(window) and (not apposed or parse.of or parse.determined):
                    return self._title(text, window, first, parse)
        return None

    def after(self, text: str, end: int) -> Title | None:
        """The title phrase set off behind a name: ", president of Niger,", " (the foreign minister)"."""
        folded = fold(text)
        opening = re.compile(r"\s*(?:,|\(|—| - )\s*").match(folded, end)
        if opening is None:
            return None
        window = self._window_after(text, folded, opening.end())
        best = max(self._phrase(folded, window, _Parse(0)), key=lambda parse: parse.next, default=None)
        if best is None or best.plural:
            return None
        closed = best.next == len(window) or text[window[best.next - 1].end : window[best.next].start].strip() != ""
        if not (closed or best.of or best.determined):
            return None
        return self._title(text, window, 0, best)

    def owner_after(self, text: str, end: int) -> tuple[int, int, str, Known | None] | None:
        """The owner in "President X of Niger": its offsets, its name, and what it is if known."""
        folded = fold(text)
        opening = re.compile(r" (?:of|from|at) (?:the )?").match(folded, end)
        if opening is None:
            return None
        window = self._window_after(text, folded, opening.end())
        if not window or not self._may_own(window[0]):
            return None
        run = self._capitalised_run(window, 0)
        hit = self._known(folded, window, 0)
        if hit and not (hit[0] < run and self._may_own(window[_past_possessive(window, hit[0])])):
            return window[0].start, window[hit[0] - 1].end, _owner_name(hit[1]), hit[1]
        return window[0].start, window[run - 1].end, text[window[0].start : window[run - 1].end], None

    def phrase(self, words: Sequence[str]) -> Title | None:
        """The longest title phrase that the last of `words` ends; `start` and `end` are numbers of words."""
        text, starts = _joined(words)
        title = self.before(text, len(text))
        if title is None:
            return None
        first = max(number for number, start in enumerate(starts) if start <= title.start)
        return replace(title, start=first, end=len(words))

    def whole(self, phrase: str) -> Title | None:
        """The phrase as a title, if all of it is one."""
        folded = fold(phrase)
        window = self._tokens(folded, 0, len(folded))
        for parse in self._phrase(folded, window, _Parse(0)):
            if parse.next == len(window):
                return self._title(phrase, window, 0, parse)
        return None

    def _window_before(self, text: str, folded: str, stop: int) -> list[Token]:
        """The words of the clause that ends at `stop`, at most `_MOST_WORDS`."""
        start = max(0, stop - 240)
        breaks = [match.end() for match in _CLAUSE_END.finditer(text, start, stop)]
        window = self._tokens(folded, max([start, *breaks]), stop)
        for number in range(len(window) - 1, 0, -1):
            if "." in folded[window[number - 1].end : window[number].start]:
                window = window[number:]
                break
        return window[-_MOST_WORDS:]

    def _window_after(self, text: str, folded: str, start: int) -> list[Token]:
        """The words of the clause that starts at an offset, at most `_MOST_WORDS`."""
        found = _CLAUSE_END.search(text, start)
        window = self._tokens(folded, start, found.start() if found else len(text))[:_MOST_WORDS]
        for number in range(1, len(window)):
            if "." in folded[window[number - 1].end : window[number].start]:
                return window[:number]
        return window

    def _tokens(self, folded: str, start: int, stop: int) -> list[Token]:
        """The words between two offsets, without full stops, and with "ex-president" as two."""
        found: list[Token] = []
        for token in tokens(folded, start, stop):
            if token.key not in self.words.vocabulary:
                token = without_stop(token)
            prefix, hyphen, rest = token.text.partition("-")
            if hyphen and token.key not in self.words.vocabulary and (prefix.lower(),) in self.words.modifiers:
                middle = token.start + len(prefix) + 1
                found += [Token(prefix, token.start, middle - 1), Token(rest, middle, token.end)]
            else:
                found.append(token)
        return found

    def _phrase(self, folded: str, window: list[Token], parse: _Parse) -> Iterator[_Parse]:
        """All ways to read a title phrase from `parse.next` on, longer pieces first."""
        if not parse.head:
            length = self._match(window, parse.next, self.words.determiners)
            if length:
                yield from self._before_head(folded, window, replace(parse, next=parse.next + length, determined=True))
        yield from self._before_head(folded, window, parse)

    def _before_head(self, folded: str, window: list[Token], parse: _Parse) -> Iterator[_Parse]:
        place = parse.next
        if place >= len(window):
            return
        owners = list(self._owners_before(folded, window, parse)) if parse.owners < 2 else []
        owned = [replace(parse, next=upto, of=of, owner=owner, owners=1 + parse.owners) for upto, of, owner in owners]
        for long in owned:
            if long.next > place + 1:  # "New Jersey governor" is no new governor
                yield from self._before_head(folded, window, long)
        for length in self.words.lengths(window[place], len(window) - place):
            if named := self.words.head(window[place : place + length]):
                head, many = named
                piece = parse.taking(window[place].start, window[place + length - 1].end, place + length)
                first = replace(piece, head=parse.head or head, plural=parse.plural or many)
                yield from self._after_head(folded, window, first)
        # Only the longest of the words that narrow a title: trying all would take ages on a text made for it.
        if length := max(
            self._match(window, place, self.words.fields), self._match(window, place, self.words.modifiers)
        ):
            key = _key(window, place, length)
            piece = parse.taking(window[place].start, window[place + length - 1].end, place + length)
            time = parse.time or self.words.modifiers.get(key)
            yield from self._before_head(folded, window, replace(piece, time=time, afield=key in self.words.fields))
        if parse.afield and window[place].key in {"and", "&"}:
            joined = parse.taking(window[place].start, window[place].end, place + 1)
            if self._match(window, place + 1, self.words.fields):
                yield from self._before_head(folded, window, joined)
        for short in owned:
            if short.next == place + 1:
                yield from self._before_head(folded, window, short)

    def _owners_before(
        self, folded: str, window: list[Token], parse: _Parse
    ) -> Iterator[tuple[int, str, Known | None]]:
        """Readings of the next words as the owner of the title behind them: the next token, its name, what it is."""
        place = parse.next
        hit = self._known(folded, window, place)
        unknown: list[tuple[int, str, Known | None]] = []
        if self._may_own(window[place]) and parse.owner is None:
            upto = self._capitalised_run(window, place)
            for stop in range(upto, hit[0] if hit else place, -1):
                past = _past_possessive(window, stop)
                words = folded[window[place].start : window[stop - 1].end]
                if past > stop or self._ends_owner(window, place, stop, upto):
                    unknown.append((past, words, None))
        if hit and hit[0] < len(window) and window[hit[0]].key == "and":
            unknown = []  # "Greek and French counterparts"
        yield from unknown
        if hit:
            yield _past_possessive(window, hit[0]), _owner_name(hit[1]), hit[1]

    def _ends_owner(self, window: list[Token], place: int, stop: int, upto: int) -> bool:
        """Whether capitalised words that nothing is known of can be a whole name, with the title right behind."""
        if stop > place + 1 and window[stop - 1].key in self.owner_heads:
            return True  # "... Research Institute Director"
        lower_follows = stop < len(window) and window[stop].text[:1].islower()
        return stop == upto and (lower_follows or (stop == place + 1 and window[place].text.isupper()))

    def _after_head(self, folded: str, window: list[Token], parse: _Parse) -> Iterator[_Parse]:
        """What may follow the head of a title, longest reading first, then the title as it is."""
        place = parse.next
        if place < len(window):
            key = window[place].key
            if key in {"elect", "designate", "emeritus"}:
                ended = parse.taking(window[place].start, window[place].end, place + 1)
                yield from self._after_head(folded, window, replace(ended, time=parse.time or "incoming"))
            elif (key,) in self.words.owner_prepositions or (key,) in self.words.title_prepositions:
                for complement in self._complements(folded, window, parse):
                    yield from self._after_head(folded, window, complement)
            elif key in {"and", "&"} and place + 1 < len(window):
                yield from self._phrase(folded, window, parse.taking(window[place].start, window[place].end, place + 1))
        yield parse

    def _complements(self, folded: str, window: list[Token], parse: _Parse) -> Iterator[_Parse]:
        """Readings of "of the European Commission", "to Germany", "for foreign affairs" behind a head."""
        preposition = parse.next
        place = preposition + 1
        place += self._match(window, place, self.words.determiners)
        if place >= len(window):
            return
        owning = (window[preposition].key,) in self.words.owner_prepositions and parse.owner is None
        start = window[preposition].start
        run = self._capitalised_run(window, place) if self._may_own(window[place]) else place
        if hit := self._known(folded, window, place):
            upto, known = hit
            after = _past_possessive(window, upto)
            if after >= run or not self._may_own(window[after]):
                plain = parse.taking(start, window[upto - 1].end, upto)
                yield replace(parse, next=upto, of=_owner_name(known), owner=known) if owning else plain
                return
        if length := self._match(window, place, self.words.fields):
            upto = place + length
            while upto < len(window) and window[upto].key in {"and", "&"}:
                more = self._match(window, upto + 1, self.words.fields)
                if not more:
                    break
                upto += 1 + more
            yield parse.taking(start, window[upto - 1].end, upto)
        if run > place:
            words = folded[window[place].start : window[run - 1].end]
            plain = parse.taking(start, window[run - 1].end, run)
            yield replace(parse, next=run, of=words) if owning and parse.of is None else plain

    def _known(self, folded: str, window: list[Token], place: int) -> tuple[int, Known] | None:
        """The known actor whose name starts at a token: the token after it, and what it is."""
        hit = self.matcher.at(folded, window[place].start)
        if hit is None:
            return None
        end, known = hit
        for number in range(place, len(window)):
            if window[number].end == end or window[number].end == end + 1 == end + window[number].text.endswith("."):
                return number + 1, known
        return None

    def _match(self, window: list[Token], place: int, phrases: Container[tuple[str, ...]]) -> int:
        """How many tokens from `place` on make the longest of the phrases; 0 if none."""
        if place >= len(window):
            return 0
        lengths = self.words.lengths(window[place], len(window) - place)
        return next((length for length in lengths if _key(window, place, length) in phrases), 0)

    def _may_own(self, token: Token) -> bool:
        """Whether the word is written as a part of a name."""
        return token.text[:1].isupper() and token.key not in self.words.no_owners

    def _capitalised_run(self, window: list[Token], place: int) -> int:
        """The token after a run of capitalised words, which small joining words may interrupt."""
        upto = place + 1
        while upto < len(window):
            if self._may_own(window[upto]) or window[upto].key == "&":
                upto += 1
            elif window[upto].key in {"of", "for", "and", "the", "'s", "'"} and upto + 1 < len(window):
                skip = 2 if window[upto].key in {"of", "for"} and window[upto + 1].key == "the" else 1
                if upto + skip >= len(window) or not self._may_own(window[upto + skip]):
                    break
                upto += skip
            else:
                break
        return upto

    def _title(self, text: str, window: list[Token], first: int, parse: _Parse) -> Title:
        pieces = [text[start:end] for start, end in parse.pieces]
        return Title(
            text=" ".join(pieces),
            head=parse.head,
            of=parse.of,
            owner=parse.owner,
            start=window[first].start,
            end=window[parse.next - 1].end,
            time=parse.time,
            plural=parse.plural,
        )


def _joined(words: Sequence[str]) -> tuple[str, list[int]]:
    """Words as running text, with possessives and hyphens closed up, and the offset of each word in it."""
    text = ""
    starts = []
    for word in words:
        closed = fold(word) in {"'s", "'", "-", ",", "."} or text.endswith("-")
        text += word if closed or not text else " " + word
        starts.append(len(text) - len(word))
    return text, starts


def _key(window: list[Token], place: int, length: int) -> tuple[str, ...]:
    return tuple(token.key for token in window[place : place + length])


def _past_possessive(window: list[Token], place: int) -> int:
    return place + (place < len(window) and window[place].text in {"'s", "'"})


def _owner_name(known: Known) -> str:
    """The actor whose title it is: for a capital or a seat, the state that it stands for."""
    return known.of if known.form in ("capital", "seat", "demonym") and known.of else known.name
