"""What a later article would have to tell to answer a question, worded from the question's own words.

The wording is left out wherever it is not certain where the question's verb stands: none is better than a wrong one.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generator.merge.knowledge import knowledge, word_set
from generator.model import Actor, Kind, Question

_EVENTS = Path(__file__).parent.parent / "knowledge" / "events"
_AHEAD = ("will", "would", "could", "can", "might", "may")
_BEING = ("is", "are", "was", "were")
_WORDS_OF_QUESTION = ("who", "whom", "what", "when", "where", "why", "how", "which")
_VOWELS = "aeiou"

type _Form = Callable[[str], str]


@dataclass(frozen=True)
class _Clause:
    """The parts of a clause whose verb has its base form."""

    subject: tuple[str, ...]
    verb: str
    rest: tuple[str, ...]

    def said(self, *verb: str) -> str:
        """The clause with its verb in other words."""
        return " ".join([*self.subject, *verb, *self.rest])


def with_indicators(question: Question, actors: Mapping[str, Actor]) -> Question:
    """The question with what would answer it; as it is, where that cannot be said in good English."""
    return question.model_copy(update={"indicators": indicators(question.text, [actors[i] for i in question.about])})


def indicators(text: str, about: Collection[Actor]) -> list[str]:
    """What would answer a question about some actors: one line, or none."""
    spoken = tuple(text.strip().removesuffix("?").split())
    if len(spoken) < 3 or not text.strip().endswith("?") or "not" in spoken:
        return []
    names = _Names(about)
    opening = spoken[0].lower()
    if opening in _AHEAD or opening == "should":
        line = _of_prospect(spoken, names)
    elif opening in ("did", "do", "does"):
        line = _whether(_told(spoken[1:], opening, names))
    elif opening in _BEING:
        line = _of_state(spoken, names)
    elif opening in _WORDS_OF_QUESTION:
        line = _of_unknown(spoken, names)
    else:
        line = None
    return [line] if line else []


# --- families


def _of_prospect(spoken: tuple[str, ...], names: "_Names") -> str | None:
    """ "Will Anna Berg meet the king?": "A report that Anna Berg meets the king"."""
    if spoken[1:3] == ("there", "be"):
        return f"A report of {' '.join(spoken[3:])}"
    clause = _clause(spoken[1:], names)
    if clause is None:
        return None
    if spoken[0].lower() == "should":
        return f"A decision on whether {clause.said('should', clause.verb)}"
    told = _in_present(clause, names)
    return f"A report that {told}" if told else None


def _of_state(spoken: tuple[str, ...], names: "_Names") -> str | None:
    """ "Is the claim true?": "Evidence that shows whether the claim is true"."""
    if spoken[1] == "there":
        return _whether(" ".join(["there", spoken[0].lower(), *spoken[2:]]))
    place = _predicate(spoken[1:], names)
    if place is None:
        return None
    return _whether(" ".join([*spoken[1 : 1 + place], spoken[0].lower(), *spoken[1 + place :]]))


def _of_unknown(spoken: tuple[str, ...], names: "_Names") -> str | None:
    """Questions with who, what, when, where, why, how and how many."""
    opening = spoken[0].lower()
    after = spoken[1].lower()
    if opening == "how" and after == "many":
        inverted = any(word in ("did", "do", "does") for word in spoken)
        return None if inverted else f"A report that says {_lowered(spoken)}"
    if opening == "what" and (spoken[1:3] == ("will", "be") or after in ("is", "are")):
        return f"A report on {' '.join(spoken[3 if after == 'will' else 2 :])}"
    if after in ("did", "do", "does"):
        told = _told(spoken[2:], after, names)
        return f"A report that says {opening} {told}" if told else None
    if after == "will":
        if opening in ("who", "what") and spoken[2] in _verbs():
            return f"A report that says {opening} {_third(spoken[2])} {' '.join(spoken[3:])}"
        clause = _clause(spoken[2:], names)
        told = _in_present(clause, names) if clause else None
        return f"A report that says {opening} {told}" if told else None
    inside = {word.lower() for word in spoken[1:]} & {*_AHEAD, "did", "does"}
    return f"A report that says {_lowered(spoken)}" if opening in ("who", "what") and not inside else None


def _whether(told: str | None) -> str | None:
    return f"Evidence that shows whether {told}" if told else None


def _told(spoken: tuple[str, ...], auxiliary: str, names: "_Names") -> str | None:
    """A clause without its "did", "do" or "does", its verb in the form that these stood for."""
    clause = _clause(spoken, names)
    if clause is None or (clause.verb == "be"):
        return None
    forms: dict[str, _Form] = {"did": _past, "does": _third, "do": str}
    return _inflected(clause, forms[auxiliary](clause.verb), {"did": "was"}.get(auxiliary, "is"), forms[auxiliary])


def _in_present(clause: _Clause, names: "_Names") -> str | None:
    """A clause in the present tense, its verb agreeing with its subject."""
    plural = names.is_plural(clause.subject)
    form: _Form = str if plural else _third
    being = "are" if plural else "is"
    return _inflected(clause, being if clause.verb == "be" else form(clause.verb), being, form)


def _inflected(clause: _Clause, verb: str, being: str, form: _Form) -> str | None:
    """The clause with its verb's form; a second verb joined to the first takes it too; None where one is unsure."""
    rest = clause.rest
    for i, word in enumerate(rest[:-1]):
        if word not in ("or", "and") or rest[i + 1] not in _verbs():
            continue
        if i == 0:
            second = being if rest[1] == "be" else form(rest[1])
            return " ".join([*clause.subject, verb, word, second, *rest[2:]])
        if word == "or" or rest[i + 1] == "be":
            return None
    return clause.said(verb)


def _lowered(spoken: tuple[str, ...]) -> str:
    return " ".join([spoken[0].lower(), *spoken[1:]])


# --- where the verb stands


class _Names:
    """The names of the actors whom a question is about, by which its subject is known."""

    def __init__(self, actors: Collection[Actor]) -> None:
        forms = {tuple(form.split()): actor.kind for actor in actors for form in [actor.name, *actor.aliases] if form}
        self._kinds = {form: kind for form, kind in forms.items() if form}

    def length_at(self, spoken: tuple[str, ...], start: int) -> int:
        """Words of the longest name that begins at a word, "the" before it among them; 0: none does."""
        skipped = 1 if start < len(spoken) and spoken[start].lower() == "the" else 0
        first = start + skipped
        plain = tuple(word.rstrip(",") for word in spoken)
        lengths = [len(form) for form in self._kinds if plain[first : first + len(form)] == form]
        return max(lengths) + skipped if lengths else 0

    def is_plural(self, subject: tuple[str, ...]) -> bool:
        """Whether a subject takes a verb without -s."""
        plain = subject[1:] if subject[0].lower() == "the" else subject
        kind = self._kinds.get(plain)
        named = self.length_at(subject, 0)
        if 0 < named < len(subject) and subject[named] == "and":
            return True
        if kind in (Kind.PERSON, Kind.STATE, Kind.ORGANISATION):
            return False
        ends = word_set("indicators", "noun_ends")
        head = next((i for i, word in enumerate(subject) if i and word.lower() in ends), len(subject))
        nouns = [word for word in subject[:head] if word.lower() not in word_set("indicators", "adverbs")]
        if "and" in nouns:
            return True
        last = nouns[-1].lower().rstrip(",") if nouns else ""
        if last in word_set("indicators", "plurals"):
            return True
        singular = last in word_set("indicators", "singulars") or last.endswith(("ss", "us", "is", "'s", "’s"))
        return last.endswith("s") and not singular


def _clause(spoken: tuple[str, ...], names: _Names) -> _Clause | None:
    """Subject, verb and rest of "Anna Berg meet the king": the first word that can be the verb of what is before it."""
    bare = next((i for i in range(1, len(spoken)) if _is_bare_being(spoken, i)), None)
    if bare is not None:
        return _Clause(spoken[:bare], "be", spoken[bare + 1 :])
    i = names.length_at(spoken, 0) or 1
    while i < len(spoken):
        inside = names.length_at(spoken, i)
        if inside and spoken[i][0].isupper():
            i += inside
        elif _can_be_verb(spoken, i):
            return _Clause(spoken[:i], spoken[i], spoken[i + 1 :])
        else:
            i += 1
    return None


def _is_bare_being(spoken: tuple[str, ...], place: int) -> bool:
    """Whether a word is the "be" that the question's own auxiliary rules: nothing else that rules one is before it."""
    return spoken[place] == "be" and spoken[place - 1].lower() not in word_set("indicators", "before_being")


def _can_be_verb(spoken: tuple[str, ...], place: int) -> bool:
    """Whether a word is a verb here, by the words around it."""
    before = spoken[place - 1].lower()
    after = spoken[place + 1].lower() if place + 1 < len(spoken) else ""
    if spoken[place] not in _verbs() - {"be"} or before in word_set("indicators", "before_nouns"):
        return False
    if before.endswith(("'s", "’s", "s'", "s’", "-")) or after == "of":
        return False
    if after in _verbs() - word_set("indicators", "before_nouns") and before not in _verbs():
        return spoken[place] in word_set(
            "indicators", "before_verbs"
        )  # in "a strategic move realign" a noun comes first
    return not (place >= 2 and spoken[place - 2].lower() == "to" and before in _verbs())


def _predicate(spoken: tuple[str, ...], names: _Names) -> int | None:
    """Where in "the claim true" that begins which is said of the subject; None where it is not certain."""
    named = names.length_at(spoken, 0)
    if named and named < len(spoken) and spoken[named - 1][-1] != ",":
        after = spoken[named].lower()
        if after not in word_set("indicators", "noun_ends") | {"and", "or"} and spoken[named].islower():
            return named
    listed = word_set("indicators", "predicates")
    for i in range(1, len(spoken)):
        if len(spoken[i:]) >= 3 and " ".join(spoken[i : i + 3]).lower() in listed:
            return i
        if spoken[i].lower() in listed and spoken[i - 1].lower() not in word_set("indicators", "before_nouns"):
            adverb = spoken[i - 1].lower() in word_set("indicators", "adverbs") or spoken[i - 1].endswith("ly")
            return i - 1 if adverb and i > 1 else i
    determined = spoken[0].lower() in ("the", "this", "that") and len(spoken) > 2
    return 2 if determined and _is_participle(spoken[2]) and spoken[1].islower() else None


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "ing")) and word.islower() and len(word) > 4


@cache
def _verbs() -> frozenset[str]:
    """Base forms of verbs."""
    found = set(word_set("indicators", "verbs"))
    for path in sorted(_EVENTS.glob("*.yml")):
        rules = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        found |= {str(rule["verb"]).split()[0] for rule in rules if "verb" in rule}
    return frozenset(found)


# --- forms of verbs


def _third(verb: str) -> str:
    """The form of a verb with "he" or "it"."""
    if verb in ("be", "have"):
        return {"be": "is", "have": "has"}[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    """The past tense of a verb."""
    irregular: dict[str, str] = knowledge("indicators")["past"]
    if verb in irregular:
        return irregular[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    closed = len(verb) > 2 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    short = sum(letter in _VOWELS for letter in verb) == 1
    if closed and (short or verb in word_set("indicators", "doubled")):
        return verb + verb[-1] + "ed"
    return verb + "ed"
