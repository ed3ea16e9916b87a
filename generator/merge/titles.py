"""Titles as they are compared, and forms that are a title alone: "the French president" is the name of nobody."""

from functools import cache

from generator.merge.knowledge import knowledge, word_set
from generator.merge.names import Words, words
from generator.merge.states import every_adjective, known_states


@cache
def office_words(title: str) -> Words:
    """The words of a title, spellings made one: "minister of defence" counts as "minister of defense"."""
    spellings = {old: new for old, new in knowledge("identity")["body_words"].items() if new}
    return tuple(spellings.get(word, word) for word in words(title))


def is_leader(title: Words) -> bool:
    """Whether who bears the title leads a state."""
    return " ".join(title) in word_set("identity", "leading_offices")


@cache
def sole_office(form: str) -> Words | None:
    """The office that a form without a name ends or begins with; None where the form is no such title.

    "Norland president" is one, "Ada King" is not: at the end a title has no capital, but after the name of a state.
    """
    name = office_words(form)
    parts = form.split()
    for size in range(min(3, len(name)), 0, -1):
        offices = word_set("identity", "sole_offices")
        if " ".join(name[-size:]) in offices:
            before = name[:-size]
            if parts[-1].islower() or (before and _is_state(before)):
                return name[-size:]
        if " ".join(name[:size]) in offices and name[size : size + 1] == ("of",):
            return name[:size]
    return None


def _is_state(form: Words) -> bool:
    return bool(known_states().any_form(form) or every_adjective().get(form))
