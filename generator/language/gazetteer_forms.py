"""From what the knowledge files say of actors to the forms that name them, and where those stand in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.language.gazetteer_entries import Actor, Domain, MediaType
from generator.language.gazetteer_words import fold, unaccented
from generator.model import Kind

Form = Literal["name", "adjective", "demonym", "capital", "seat", "acronym", "combining"]

_WORD = re.compile(r"[^\W_]+")
_BEHIND = 3
"""Characters behind the first word of a form that it is looked up by."""
_URL = re.compile(r"\b(?:https?://|www\.)\S+")
_CAPITALISED_NEXT = re.compile(r" [^\W\d_a-z]")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Known:
    """What a form of words names.

    `name` is the canonical name: of the actor for names, acronyms and adjectives ("Russian" is Russia); of the place
    for a capital or a seat ("Kiev" is Kyiv), with the actor that it can stand for in `of`; the noun itself for a
    demonym ("Russians"), with the state in `of`. For an organisation, `of` is the state it belongs to or is run by, if
    any; for a territory or a region, the state that it is part of. `ambiguous`: the form often means something else
    too (a person's name, a town, a word), so look at what is around it. `media` tells agencies, outlets and platforms
    apart; None for all that is no medium.
    """

    name: str
    kind: Kind
    form: Form
    domain: Domain
    of: str | None = None
    ambiguous: bool = False
    media: MediaType | None = None

    @property
    def state(self) -> str | None:
        """The state that is named or stood for; None for other actors."""
        if self.domain not in ("state", "region"):
            return None
        return self.name if self.form in ("name", "acronym", "adjective", "combining") else self.of


@dataclass(slots=True)
class _Claim:
    """A form that an entry claims, and what it would name."""

    surface: str
    known: Known


def forms_of(actors: Iterable[Actor], not_names: Iterable[str]) -> dict[str, Known | None]:
    """Every form and what it names; forms of `not_names` name nothing (None), and hide what is inside them.

    Forms that start with "the" are in the table with the article, once with "the" and once with "The".
    Raises ValueError where two entries claim one form, naming both.
    """
    table: dict[str, Known | None] = {}
    owner: dict[str, str] = {}
    derived: list[tuple[_Claim, Actor]] = []
    shared: list[tuple[str, Actor]] = []
    for actor in actors:
        shared += [(surface, actor) for surface in actor.entry.shares]
        claims = list(_claims(actor))
        _check_lists(actor, {claim.surface.lower() for claim in claims})
        for claim in claims:
            if claim.surface in actor.entry.shares:
                continue
            if owner.get(claim.surface, actor.where) != actor.where:
                raise ValueError(
                    f"{actor.where} ({actor.entry.name}): the form {claim.surface!r} is taken by "
                    f'{owner[claim.surface]}; give it to one of them, or list it under "shares"'
                )
            if claim.surface not in table:
                table[claim.surface] = claim.known
                owner[claim.surface] = actor.where
            derived += [(_Claim(form, claim.known), actor) for form in _derived(claim)]
        derived += [(_Claim(fold(form), _known(actor, "name", actor.entry.name)), actor) for form in actor.formal]
    for surface, actor in shared:
        if surface not in table:
            raise ValueError(f"{actor.where}: shares {surface!r}, but no other entry has that form")
    for claim, actor in derived:
        if claim.surface not in {fold(form) for form in actor.entry.never}:
            table.setdefault(claim.surface, claim.known)
    for phrase in not_names:
        for form in _with_articles(fold(phrase)):
            table[form] = None
    return table


def _check_lists(actor: Actor, forms: set[str]) -> None:
    """Raises ValueError where "ambiguous" or "shares" lists what is no form of the entry."""
    for surface in [*actor.entry.ambiguous, *actor.entry.shares]:
        if not {fold(surface).lower(), "the " + fold(surface).lower()} & forms:
            raise ValueError(
                f"{actor.where} ({actor.entry.name}): {surface!r} is listed as ambiguous or shared, but is no form"
            )


def _known(actor: Actor, form: Form, name: str, of: str | None = None, kind: Kind | None = None) -> Known:
    return Known(name, kind or actor.kind, form, actor.domain, of or actor.of, media=actor.media)


def _claims(actor: Actor) -> Iterator[_Claim]:
    """The forms that the entry itself spells out; names first, so that they win over its other forms."""
    entry = actor.entry
    ambiguous = {fold(form).lower() for form in entry.ambiguous}
    for surface, known in _spelled(actor):
        for form in _with_articles(fold(surface)):
            if form not in entry.never:
                unclear = form.lower() in ambiguous or form.lower().removeprefix("the ") in ambiguous
                yield _Claim(form, replace(known, ambiguous=unclear))


def _spelled(actor: Actor) -> Iterator[tuple[str, Known]]:
    entry = actor.entry
    named = _known(actor, "name", entry.name)
    acronym = _known(actor, "acronym", entry.name)
    if entry.bare:
        yield entry.name, named
    for form in entry.also:
        yield form, acronym if _is_acronym(form) else named
    for form in entry.acronym:
        yield form, acronym
    for form in entry.adjective:
        yield form, _known(actor, "adjective", entry.name)
    for form in entry.people:
        yield form, _known(actor, "demonym", form, entry.name, Kind.GROUP)
    for form in entry.person:
        yield form, _known(actor, "demonym", form, entry.name, Kind.PERSON)
    for number, form in enumerate(entry.capital):
        yield form, _known(actor, "capital", form, entry.name)
        if number == 0:
            for spelling in entry.capital_also:
                yield spelling, _known(actor, "capital", form, entry.name)
    for form in entry.seats:
        yield form, _known(actor, "seat", form, entry.name)
    if entry.combining:
        yield entry.combining + "-", _known(actor, "combining", entry.name)


def _is_acronym(form: str) -> bool:
    letters = form.replace(".", "")
    return letters.isupper() and letters.isalnum() and len(letters) <= 5


def _with_articles(form: str) -> list[str]:
    if form.startswith(("the ", "The ")):
        return ["the " + form[4:], "The " + form[4:]]
    return [form]


def _derived(claim: _Claim) -> Iterator[str]:
    """Forms that follow from a spelled one: without accents, in capitals, dotted, at the start of a sentence."""
    surface = claim.surface
    plain = unaccented(surface)
    letters = sum(c.isalpha() for c in surface)
    if plain != surface:
        yield plain
    if letters >= 4 and surface != surface.upper():
        yield surface.upper()
        yield plain.upper()
    if claim.known.form == "acronym" and surface.isalpha() and surface.isupper() and 2 <= letters <= 4:
        yield ".".join(surface) + "."
    if surface[:1].islower() and not surface.startswith("the ") and " " in surface + "-":
        yield surface[0].upper() + surface[1:]


@dataclass(frozen=True)
class Matcher:
    """Finds known forms in text. `features`, `papers`: head nouns that make one name with the name before them;
    `words`: ordinary words that an acronym looks like in a line of capitals; all in lower case."""

    table: dict[str, Known | None]
    features: frozenset[str]
    papers: frozenset[str]
    words: frozenset[str]
    _by_start: dict[str, list[tuple[str, Known | None]]] = field(default_factory=dict)
    """The longer forms by their first word and the three characters behind it, the shorter ones by their first word:
    hundreds begin with "the"."""

    def __post_init__(self) -> None:
        for surface in sorted(self.table, key=lambda form: (-len(form), form)):
            if first := _WORD.search(surface):
                start = first.group() + surface[first.end() : first.end() + _BEHIND]
                long = len(surface) >= first.end() + _BEHIND
                self._by_start.setdefault(start if long else first.group(), []).append((surface, self.table[surface]))

    def find(self, text: str) -> list[tuple[int, int, Known]]:
        """All known forms in the text, leftmost and longest, without overlaps."""
        folded = _URL.sub(lambda match: " " * len(match.group()), fold(text))
        found = []
        position = 0
        for word in _WORD.finditer(folded):
            if word.start() < position:
                continue
            if hit := self._longest(folded, word):
                end, known = hit
                if known and self._stands(text, folded, word.start(), end, known):
                    found.append((word.start(), end, known))
                elif word.group().lower() == "the":
                    continue  # "the North" is nobody in "the North Sea", but what follows the article may be known
                position = end
        return found

    def at(self, folded: str, start: int) -> tuple[int, Known] | None:
        """The longest known form that starts at an offset of folded text: its end and what it names."""
        first = _WORD.match(folded, start)
        hit = self._longest(folded, first) if first else None
        return (hit[0], hit[1]) if hit and hit[1] else None

    def _longest(self, folded: str, first: re.Match[str]) -> tuple[int, Known | None] | None:
        """The longest form that begins with a word: its end and what it names."""
        start, past = first.span()
        long, short = self._by_start.get(folded[start : past + _BEHIND]), self._by_start.get(folded[start:past])
        if not (long or short) or not _starts_word(folded, start):
            return None
        for surface, known in (*(long or ()), *(short or ())):
            end = start + len(surface)
            if folded.startswith(surface, start) and _ends_word(folded, end):
                second = _WORD.match(folded, past + 1) if first.group() in ("the", "The") else None
                behind = self._longest(folded, second) if second else None
                return None if behind and behind[0] > end else (end, known)
        return None

    def _stands(self, text: str, folded: str, start: int, end: int, known: Known) -> bool:
        """Whether the words around leave the form its meaning."""
        surface = folded[start:end]
        if known.form == "combining":
            return folded[end : end + 1].isalpha()
        if surface.lower() in self.words and _line(text, start).isupper():
            return False
        if known.ambiguous and ("-" in (folded[start - 1 : start], folded[end : end + 1])):
            return False
        political = known.domain in ("state", "region", "bloc")
        with_article = surface.startswith(("the ", "The ")) and " " not in surface[4:]
        if with_article and (political or known.ambiguous) and _CAPITALISED_NEXT.match(folded, end):
            return False  # "the West Bank", "the National Institute"
        return not (political and self._goes_on(text, folded, end, known))

    def _goes_on(self, text: str, folded: str, end: int, known: Known) -> bool:
        """Whether the form is only the first part of another name: "Panama Canal", "Paris climate accord"."""
        following = _NEXT_WORD.match(folded, end)
        if following is None:
            return False
        word = following.group(1)
        if known.form == "capital":
            second = _NEXT_WORD.match(folded, following.end())
            pair = f"{word} {second.group(1)}" if second else word
            if word.lower() in self.papers or pair.lower() in self.papers:
                return True
        return word[0].isupper() and word.lower() in self.features and not _is_title_case(_line(text, end))


def _starts_word(folded: str, start: int) -> bool:
    before = folded[start - 1 : start]
    return not (before.isalnum() or before in {"_", "@"} or (before == "." and folded[start - 2 : start - 1].isalnum()))


def _ends_word(folded: str, end: int) -> bool:
    if folded[end - 1] == "-":
        return True
    after = folded[end : end + 1]
    return not (after.isalnum() or after == "_" or (after == "." and folded[end + 1 : end + 2].islower()))


def _line(text: str, position: int) -> str:
    """The line around a position, or as much of a long one as tells how it is written."""
    before, after = text[max(0, position - 200) : position], text[position : position + 200]
    return before.rpartition("\n")[2] + after.partition("\n")[0]


def _is_title_case(line: str) -> bool:
    """Whether nearly every longer word of the line is capitalised, as in a headline."""
    words = [word for word in _WORD.findall(line) if len(word) > 3]
    capitalised = [word for word in words if word[0].isupper()]
    return len(capitalised) >= 0.8 * len(words)
