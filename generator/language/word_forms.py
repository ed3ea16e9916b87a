"""One spelling for each word, and the inflected forms of a word.

The lexicon is compared with the text through keys: lower case, no hyphens, one spelling for British and American
words. Inflections serve where the tagger took a word for another part of speech and the lemma is therefore wrong.
"""

import re
from functools import cache
from pathlib import Path

import yaml

KNOWLEDGE = Path(__file__).parents[1] / "knowledge"
_SIBILANT = re.compile(r"(s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SHORT_ENDING = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")


@cache
def _word_forms() -> dict[str, dict[str, str]]:
    text = (KNOWLEDGE / "word_forms.yml").read_text(encoding="utf-8")
    forms: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return forms


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    """British and American endings, longest first, with their plural and past."""
    pairs = [(b[1:], a[1:]) for b, a in _word_forms()["spellings"].items() if b.startswith("-")]
    inflected = [
        (british.removesuffix("e") + ending, american.removesuffix("e") + ending)
        for british, american in pairs
        for ending in (("e", "es", "ed", "ing") if british.endswith("e") else ("", "s", "ed", "ing"))
    ]
    return tuple(sorted(inflected, key=lambda pair: (-len(pair[0]), pair)))


@cache
def key(word: str) -> str:
    """The form under which a word is compared: lower case, without hyphens and full stops, American spelling."""
    plain = word.lower().replace("-", "").replace(".", "")
    whole = _word_forms()["spellings"].get(plain)
    if whole is not None:
        return whole
    for british, american in _endings():
        if plain.endswith(british) and len(plain) > len(british) + 1:
            return plain[: -len(british)] + american
    return plain


def plural(noun: str) -> str:
    """The regular plural of a noun, which is also the third person of a verb."""
    if _SIBILANT.search(noun):
        return noun + "es"
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    return noun + "s"


def base_form(lemma: str, form: str) -> str:
    """The lemma of a verb; where the tagger only repeated the form it read ("won"), the form's known base."""
    if lemma.lower() != form.lower():
        return lemma.lower()
    return _word_forms()["irregular"].get(form.lower(), lemma.lower())


_SHORT_VERB = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


@cache
def with_silent_e(form: str, lemma: str) -> str:
    """The lemma of a form in small letters, with the "e" that was lost: "waging" is of "wage", since "wag" doubles its
    last letter."""
    lost = form in (f"{lemma}ing", f"{lemma}ed") and _SHORT_VERB.fullmatch(lemma) is not None
    return f"{lemma}e" if lost else lemma


def inflections(verb: str) -> set[str]:
    """The keys of the regular and irregular forms of a verb, itself left out; doubled consonants both ways."""
    stems = {verb}
    if _SHORT_ENDING.search(verb):
        stems.add(verb + verb[-1])
    forms = {plural(verb)}
    for stem in stems:
        silent = stem[:-1] if stem.endswith("e") else stem
        past = stem[:-1] + "ied" if _CONSONANT_Y.search(stem) else silent + "ed"
        gerund = stem[:-2] + "ying" if stem.endswith("ie") else (stem if stem.endswith("ee") else silent) + "ing"
        forms |= {past, gerund}
    forms |= {form for form, lemma in _word_forms()["irregular"].items() if key(lemma) == verb}
    return {key(form) for form in forms} - {verb}
