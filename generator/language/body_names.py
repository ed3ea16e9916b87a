"""Whether two names mean the same body: short and full forms, "Foreign Ministry" and "Ministry of Foreign Affairs"."""

from collections.abc import Callable

from generator.language.name_words import name_words

Head = Callable[[str], bool]
"""Whether a word tells that a name is a body's ("ministry", "society")."""
_SMALL = frozenset({"of", "the", "for", "and", "on", "affairs"})

_LONGEST_WITH_ONE_WORD = 3
"""Words. A longer name is not shortened to its first word."""


def is_short_for(short: str, full: str, head: Head) -> bool:
    """Whether a folded name is a shorter, or differently ordered, form of a folded full name.

    It ends or begins with it ("Danvar" of "Danvar Air"), or stands before its "of" ("Assembly" of "Legislative
    Assembly of Norland"), or is made of its words and whose it is ("Norland Supreme Court", "Supreme Court of
    Norland").
    """
    words, parts = _content(short), _content(full)
    if not words or parts[-1:] == [] or parts[-1] in name_words("party_plurals"):
        return False
    lone_head = len(words) == 1 and head(words[0])
    if len(words) < len(parts):
        ends = parts[-len(words) :] == words and (len(words) > 1 or lone_head)
        first_word = len(words) == 1 and len(parts) > _LONGEST_WITH_ONE_WORD
        begins = parts[: len(words)] == words and not first_word and not (lone_head and full.split()[1:2] != ["of"])
        if ends or begins:
            return True
        if (len(words) > 1 or lone_head) and _before_of(full)[-len(words) :] == words:
            return True
    heads = {w for w in words if head(w)}
    return len(words) > 1 and bool(heads) and set(words) <= set(parts) and heads == {w for w in parts if head(w)}


def only_adds_legal_form(full: str, short: str) -> bool:
    """Whether a folded name is another with nothing but its legal form behind it: "Danvar Motor Company"."""
    words, parts = short.split(), full.split()
    rest = parts[len(words) :]
    return parts[: len(words)] == words and bool(rest) and set(rest) <= name_words("legal_forms")


def _content(name: str) -> list[str]:
    return [w for w in name.split() if w not in _SMALL]


def _before_of(name: str) -> list[str]:
    """The words before the first "of" or "for" of a name."""
    words = name.split()
    stop = next((n for n, w in enumerate(words) if w in ("of", "for")), 0)
    return words[:stop]
