"""What the machine knows about actors in general: states, organisations, media, groups, titles and head nouns.

All of it stands as YAML in `generator/knowledge`; nothing here knows a name. Everything is read once and never changes.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from generator.language.gazetteer_entries import KNOWLEDGE, read_actors, read_yaml
from generator.language.gazetteer_forms import Known, Matcher, forms_of
from generator.language.gazetteer_title_screen import TitleScreen
from generator.language.gazetteer_title_words import TitleWords
from generator.language.gazetteer_titles import Title, TitleReader
from generator.language.gazetteer_words import fold, plural

__all__ = ["Gazetteer", "GroupNoun", "Known", "Title", "load"]


_PHRASES_KEPT = 1 << 16
"""Phrases whose reading as a title is remembered."""


@dataclass(frozen=True, slots=True)
class GroupNoun:
    """A noun for a group of people. `speaker`: news lets such people say something; `collective`: the singular is a
    group too ("the opposition")."""

    lemma: str
    speaker: bool
    collective: bool


class Gazetteer:
    """The knowledge files of one folder, ready to be asked."""

    def __init__(self, folder: Path = KNOWLEDGE) -> None:
        """Raises ValueError naming file and entry where the knowledge is at fault."""
        bodies = read_yaml(folder / "bodies.yml")
        phrases = read_yaml(folder / "phrases.yml")
        self._classes = _classes(bodies)
        self._leading = _words(bodies, "leading", "bodies.yml")
        self._suffixes = frozenset(_list(bodies, "suffixes", "bodies.yml"))
        self._endings = tuple(_list(bodies, "endings", "bodies.yml"))
        self._state_bodies = _words(bodies, "state_bodies", "bodies.yml")
        features = _words(bodies, "features", "bodies.yml")
        papers = _words(bodies, "papers", "bodies.yml")
        self._places = _words(bodies, "places", "bodies.yml") | features
        self._events = _words(bodies, "events", "bodies.yml") | papers
        table = forms_of(read_actors(folder), _list(phrases, "things", "phrases.yml"))
        self._matcher = Matcher(table, features, papers, frozenset(_list(phrases, "words", "phrases.yml")))
        title_words = TitleWords(folder)
        self._titles = TitleReader(title_words, self._matcher, self._leading)
        self._screen = TitleScreen(title_words, table)
        self._whole_title = lru_cache(maxsize=_PHRASES_KEPT)(self._titles.whole)
        self._groups = _groups(read_yaml(folder / "groups.yml"))

    def lookup(self, surface: str) -> Known | None:
        """What a form names when it stands alone; an article before it and "'s" behind it do not matter.

        Case counts: "US" and "WHO" are found, "us" and "who" are not. Forms that need their article ("the North")
        are found only with it.
        """
        written = " ".join(fold(surface).split())
        for form in (written, written.removesuffix("'s")):
            known = self._matcher.table.get(form)
            if known is None and form[:4] in ("the ", "The "):
                known = self._matcher.table.get(form[4:])
            if known is not None and known.form != "combining":
                return known
        return None

    def find(self, text: str) -> list[tuple[int, int, Known]]:
        """Every known form in the text as (start, end, known): in order, the longest at each place, never overlapping.

        Offsets count code points, end exclusive; an article is part of the span only where the form needs it, and "'s"
        never is. A capital is found wherever it stands: whether it is the place or the government, grammar decides.
        """
        return self._matcher.find(text)

    def forms(self) -> dict[str, Known]:
        """Every form and what it names."""
        return {form: known for form, known in self._matcher.table.items() if known}

    def state_of_adjective(self, word: str) -> str | None:
        """The state or region whose adjective the word is: "Emirati" gives "United Arab Emirates"."""
        known = self._matcher.table.get(fold(word))
        is_adjective = known is not None and known.form in ("adjective", "combining")
        return known.name if known and is_adjective and known.domain in ("state", "region") else None

    def is_platform(self, name: str) -> bool:
        """Whether it is a platform on which others publish, and so no speaker itself."""
        known = self.lookup(name)
        return known is not None and known.media == "platform"

    def is_title(self, phrase: str) -> bool:
        """Whether the whole phrase is a title, with or without modifiers: "former deputy prime minister", "MPs"."""
        return not self._screen.excludes(phrase) and self._whole_title(phrase) is not None

    def may_begin_title(self, word: str) -> bool:
        """Whether a title may begin with a word that blanks part from its neighbours."""
        return self._screen.may_begin(word)

    def may_end_title(self, word: str) -> bool:
        """Whether a title may end with a word that blanks part from its neighbours."""
        return self._screen.may_end(word)

    def may_head_title(self, word: str) -> bool:
        """Whether the head of a title may end with a word that blanks part from its neighbours."""
        return self._screen.may_head(word)

    def is_office(self, phrase: str) -> bool:
        """Whether the whole phrase is a title that does not say whose it is: not "Norland's president"."""
        title = None if self._screen.excludes(phrase) else self._whole_title(phrase)
        return title is not None and title.of is None

    def parse_title(self, words: list[str]) -> Title | None:
        """The longest title phrase at the end of `words`, the words before a name. `start` counts words."""
        return self._titles.phrase(words)

    def title_before(self, text: str, name_start: int) -> Title | None:
        """The title phrase just before the name that starts at an offset of the text, also across a comma.

        Of stacked titles it is the last; asked again with its `start`, the one before ("AU chairperson | President X").
        """
        return self._titles.before(text, name_start)

    def title_after(self, text: str, name_end: int) -> Title | None:
        """The title phrase set off just behind the name that ends at an offset of the text."""
        return self._titles.after(text, name_end)

    def owner_after(self, text: str, name_end: int) -> tuple[int, int, str, Known | None] | None:
        """Whose title it is where that stands behind the name, "President X of Niger": (start, end, name, known)."""
        return self._titles.owner_after(text, name_end)

    def organisation_head(self, word: str) -> bool:
        """Whether a name that ends (or, for "Ministry of ...", begins) with the word is an organisation's."""
        return self.organisation_class(word) is not None or word in self._suffixes

    def organisation_class(self, word: str) -> str | None:
        """The class of organisation that a head noun tells ("government", "forces", "companies", ...)."""
        return self._classes.get(fold(word).lower())

    def leading_head(self, word: str) -> bool:
        """Whether an organisation's name may begin with the noun: "Ministry of Defence", "Bank of ..."."""
        return fold(word).lower() in self._leading

    def company_suffix(self, word: str) -> bool:
        """Whether the word is the legal form of a company, as written: "Inc.", "AG"."""
        return word in self._suffixes

    def organisation_ending(self, word: str) -> bool:
        """Whether a one-word name ends as names of organisations do: "Gazprombank"."""
        return word[:1].isupper() and len(word) > 6 and word.lower().endswith(self._endings)

    def state_body(self, word: str) -> bool:
        """Whether the word after a state's name or adjective means the state itself: "regime", "authorities"."""
        return fold(word).lower() in self._state_bodies

    def place_head(self, word: str) -> bool:
        """Whether a name that ends with the word is a place or a building, and so no actor."""
        return fold(word).lower() in self._places

    def event_head(self, word: str) -> bool:
        """Whether a name that ends with the word is a document or a happening, and so no actor."""
        return fold(word).lower() in self._events

    def group_noun(self, lemma: str) -> GroupNoun | None:
        """The noun for a group of people that the lemma, or its plural, is."""
        return self._groups.get(fold(lemma).lower()) or self._groups.get(fold(lemma))

    def person_honorific(self, word: str) -> bool:
        """Whether the word comes before a person's name and is no office: "Mr", "Sheikh"."""
        return word[:1].isupper() and word.lower().rstrip(".") in self._titles.words.honorifics

    def kin_word(self, word: str) -> str | None:
        """The kinship that the word names, in the singular: "sisters" gives "sister"."""
        return self._titles.words.kin.get(fold(word).lower())


@cache
def load(folder: Path = KNOWLEDGE) -> Gazetteer:
    """The gazetteer of a folder of knowledge files, read once. Raises ValueError naming file and entry."""
    return Gazetteer(folder)


def _list(content: dict[str, Any], key: str, file: str) -> list[str]:
    value = content.get(key)
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ValueError(f"{file}: {key}: should be a list of words; put words such as on, no and yes in quotes")
    return value


def _words(content: dict[str, Any], key: str, file: str) -> frozenset[str]:
    """The words of a list in lower case, with their plurals."""
    words = [fold(word).lower() for word in _list(content, key, file)]
    return frozenset(words) | {plural(word) for word in words}


def _classes(bodies: dict[str, Any]) -> dict[str, str]:
    """Head noun, singular or plural, to its class; the class that is listed first wins."""
    sections = bodies.get("organisations")
    if not isinstance(sections, dict):
        raise ValueError("bodies.yml: organisations: should hold classes with lists of head nouns")
    classes: dict[str, str] = {}
    for name in sections:
        for word in sorted(_words(sections, name, "bodies.yml: organisations")):
            classes.setdefault(word, name)
    return classes


def _groups(content: dict[str, Any]) -> dict[str, GroupNoun]:
    """Lemma and plural to what is known of the noun; a collective that is also a speaker is both."""
    speakers, crowds, collectives = (
        dict.fromkeys(_list(content, key, "groups.yml")) for key in ("speakers", "crowds", "collectives")
    )
    groups: dict[str, GroupNoun] = {}
    for lemma in [*speakers, *crowds, *collectives]:
        noun = GroupNoun(lemma, speaker=lemma in speakers or lemma in collectives, collective=lemma in collectives)
        groups.setdefault(lemma, noun)
        groups.setdefault(plural(lemma), noun)
    return groups
