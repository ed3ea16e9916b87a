"""The actors of an article in another language than English: whom it names, and where."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.identifiers import slug, unused
from generator.language.foreign import ForeignName
from generator.language.name_forms import fold
from generator.model import Actor, Evidence, Kind, Source

type _Key = tuple[Kind, str]


def foreign_actors(source: Source, names: Iterable[ForeignName]) -> list[Actor]:
    """An actor for each person, body and state that is named; evidence are the sentences that name it.

    A name of one word means the person whose name ends with it. A name of one word that stands there once and is no
    state's is left out: pipelines take too many other words for such names.
    """
    mentions: dict[_Key, list[ForeignName]] = defaultdict(list)
    for name in names:
        mentions[name.kind, fold(name.state or name.base) or name.text].append(name)
    by_surname = _surnames(mentions)
    for key in list(mentions):
        if (full := by_surname.get(key)) is not None:
            mentions[full] += mentions.pop(key)
    taken: set[str] = set()
    actors = []
    for (kind, words), found in mentions.items():
        if kind is not Kind.STATE and " " not in words and len(found) < 2 and not found[0].text.isupper():
            continue
        found.sort(key=lambda mention: mention.start)
        called = found[0].state or _usual_form(found, words)
        identifier = unused(slug(called), taken)
        taken.add(identifier)
        aliases = sorted({mention.text for mention in found} - {called})
        actors.append(Actor(id=identifier, name=called, kind=kind, aliases=aliases, evidence=_evidence(source, found)))
    return actors


def _surnames(mentions: Iterable[_Key]) -> dict[_Key, _Key]:
    """Persons' names of one word to the one full name that ends with it."""
    full: dict[str, list[_Key]] = defaultdict(list)
    single: list[_Key] = []
    for kind, words in mentions:
        if kind is Kind.PERSON and " " in words:
            full[words.rpartition(" ")[2]].append((kind, words))
        elif kind is Kind.PERSON:
            single.append((kind, words))
    return {key: full[key[1]][0] for key in single if len(full[key[1]]) == 1}


def _usual_form(mentions: Sequence[ForeignName], words: str) -> str:
    """The form in the text that is the one of the dictionary; else, of those of most words, the most frequent."""
    forms = Counter(mention.text for mention in mentions)
    return min(forms, key=lambda form: (fold(form) != words, -len(form.split()), -forms[form], form))


def _evidence(source: Source, mentions: Iterable[ForeignName]) -> list[Evidence]:
    """The sentences that mentions stand in, each once, without white space at the edges."""
    found: dict[int, Evidence] = {}
    for mention in mentions:
        first, last = mention.sentence
        words = source.text[first:last]
        start = first + len(words) - len(words.lstrip())
        quote = words.strip()
        if quote:
            found.setdefault(start, Evidence(source=source.id, start=start, end=start + len(quote), quote=quote))
    return list(found.values())
