"""Names as they are compared: without case, accents, hyphens, articles, titles; over spellings and transliterations."""

import re
from functools import cache

from slugify import slugify

from generator.merge.knowledge import knowledge, word_set

Words = tuple[str, ...]
"""The words of a name or text: lower case, ASCII letters and digits, no articles."""

_ARTICLES = {"the", "a", "an"}
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?(?!\w)")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")


@cache
def words(text: str) -> Words:
    """The words of a text without articles: "the U.S. Navy's" gives ("us", "navy")."""
    text = _POSSESSIVE.sub("", text)
    text = _INITIALS.sub(lambda match: match.group().replace(".", ""), text)
    text = _APOSTROPHE.sub("", text)
    return tuple(word for word in slugify(text, separator=" ").split() if word not in _ARTICLES)


@cache
def _sound_rules() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), result) for pattern, result in knowledge("identity")["transliteration"]]


@cache
def _same_given_names() -> dict[str, str]:
    return {name: names[0] for names in knowledge("identity")["same_given_name"] for name in names}


@cache
def sound(word: str) -> str:
    """What a word of a name counts as, whatever the transliteration: "Sergei" and "Sergey" count as one."""
    for pattern, result in _sound_rules():
        word = pattern.sub(result, word)
    return word


@cache
def given(word: str) -> str:
    """What a given name counts as, short forms included: "Joe" and "Joseph" count as one."""
    return sound(_same_given_names().get(word, word))


def sounds(name: Words) -> Words:
    """The sounds of all words of a name."""
    return tuple(sound(word) for word in name)


@cache
def person_words(form: str) -> Words:
    """The words of a person's name without titles before and "Jr." after it; empty where the form is no name.

    A form is a name when all its words but particles are capitalised: "the Russian leader" is none.
    """
    honorifics, particles = word_set("identity", "honorifics"), word_set("identity", "particles")
    if any(
        part[:1].islower() and words(part) and words(part)[0] not in honorifics | particles for part in form.split()
    ):
        return ()
    name = list(words(form))
    while name and name[0] in honorifics:
        name.pop(0)
    while name and name[-1] in word_set("identity", "suffixes"):
        name.pop()
    return tuple(name)


def is_initials(acronym: str, name: str) -> bool:
    """Whether a form such as "AU" or "U.N." is made of the first letters of a name, small words aside or not."""
    letters = re.sub(r"[^A-Za-z]", "", acronym)
    if len(letters) < 2 or not letters.isupper():
        return False
    every = [part for part in re.split(r"[\s\-’']+", name) if part[:1].isalpha()]
    capital = [part for part in every if part[:1].isupper()]
    return letters in ("".join(part[0].upper() for part in every), "".join(part[0] for part in capital))


def is_vague(form: str) -> bool:
    """Whether a form alone says nothing of who is meant: "the government", "police", "he", "its capital"."""
    return all(word in word_set("identity", "vague") for word in words(form))
