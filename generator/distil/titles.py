"""Titles of events: a clause in the present tense with its actors by name, without full stop, at most
`LONGEST_TITLE` characters. It is cut between phrases, or ends with a mark; words that were said stand in quotation
marks."""

from collections.abc import Collection
from functools import cache

from generator.distil import title_pronouns
from generator.distil.phrases import fitted
from generator.distil.title_complements import with_complements, without_dates
from generator.distil.title_subjects import (
    counting,
    is_acted_on,
    is_person,
    leaves_out,
    says_how_many,
    told_subject,
)
from generator.distil.wording import (
    LONGEST_TITLE,
    entity_name,
    is_trailing_clause,
    joined,
    possessive,
    sentence_case,
    shorten,
    third_person,
    words_of,
)
from generator.knowledge_files import knowledge_file
from generator.language.arguments import subject_of
from generator.language.attribution import knowledge as speech
from generator.language.document import Document
from generator.language.listed_plans import is_listed_in_plan
from generator.language.parse import Token
from generator.language.reduced_passives import needs_object, reads_passive
from generator.language.word_forms import base_form
from generator.model import Kind

_LONGEST_SUBJECT = 55
_LONGEST_LIST = 65
_FEW_WORDS = 4
"""A noun with so few words of its own and no name among them says too little for a title."""
_PLURAL_NOUNS = ("NNS", "NNPS")
_PLURAL_WORDS = ("police", "people")
_RELATIVE = ("WDT", "WP", "WP$")


@cache
def _knowledge() -> dict[str, frozenset[str]]:
    content: dict[str, list[str]] = knowledge_file("event_titles")
    return {name: frozenset(words) for name, words in content.items()}


def verb_title(document: Document, verb: Token, agents: list[int]) -> str | None:
    """A title for what a verb tells: "A visits B". None where nobody is there to name."""
    if is_listed_in_plan(verb):  # "his plans include closing the port": the plan does nothing itself
        return sentence_case(with_complements(document, verb, verb.lower_, agents))[:LONGEST_TITLE]
    verb = _governing(verb)
    subject_tokens = told_subject(document, verb)
    if subject_tokens is None:
        return None
    entities = document.subjects_of(subject_tokens)
    passive = (reads_passive(verb) or is_acted_on(document, verb)) and not _is_finite_astray(document, verb)
    by_words = bool(subject_tokens) and _is_told_by_words(document, subject_tokens, entities)
    subject = _subject(document, verb, subject_tokens, [] if by_words else entities)
    if subject is None:
        if not agents or passive or entities:
            return None
        subject = _names(document, agents)
        plural = len(agents) > 1 or document.entities[agents[0]].plural
    else:
        plural = _is_plural(document, verb, subject_tokens, [] if by_words else entities)
        if (by_words or not entities) and _is_first_of_list(subject_tokens[0], subject):
            plural = subject_tokens[0].tag_ in _PLURAL_NOUNS
    start = f"{subject} {_predicate(verb, plural, passive)}"
    named = entities or agents
    if by_words or not named:
        person = any(is_person(t) for t in subject_tokens)
        kept = title_pronouns.of_words(plural, person)
    else:
        kept = title_pronouns.of_entities(document, named)
    return sentence_case(with_complements(document, verb, start, named, kept))[:LONGEST_TITLE]


def _subject(document: Document, verb: Token, tokens: list[Token], entities: list[int]) -> str | None:
    """The subject's names, or its words where they count ("two sailors") or name no actor. None where it has none."""
    if not tokens or tokens[0].tag_ in _RELATIVE:
        return None
    if entities:
        return _names(document, entities)
    first = counting(tokens[0])
    if tokens[0].pos_ == "PRON" or any(d.start <= first.idx < d.end for d in document.dates):
        return None
    own = _clause_below(first, verb)  # "events to mark X": the clause is no part of its own subject
    kept = [t for t in first.subtree if t.i not in own and not is_trailing_clause(t, first)]
    while kept and kept[0].lower_ in _knowledge()["linking_adverbs"]:
        kept.pop(0)
    if any(t.tag_ in _RELATIVE for t in kept):
        return None
    room = _LONGEST_LIST if any(c.dep_ == "conj" for c in first.children) else _LONGEST_SUBJECT
    text = fitted(first, kept, lambda some: words_of(document, some), room)
    return text or shorten([words_of(document, kept)], _LONGEST_SUBJECT)


def _is_first_of_list(first: Token, subject: str) -> bool:
    """Whether only the first of those that the text lists stands in a subject."""
    others = [c for c in first.conjuncts if c.i > first.i]
    return bool(others) and not any(c.text in subject for c in others)


def _is_told_by_words(document: Document, tokens: list[Token], entities: list[int]) -> bool:
    """Whether names would say other than the subject's words: of "20 of the 25 workers", of a list of which one alone
    is an actor, of "Norland's PM", which is not Norland."""
    first = tokens[0]
    if first.pos_ == "PRON" or first.tag_ in _RELATIVE:
        return False
    behind = {e for t in first.subtree if t.i > first.i and (m := document.mention_at(t)) for e in m.entities}
    owners = all(document.entities[e].kind is Kind.STATE for e in entities) or behind.isdisjoint(entities)
    whose = document.mention_at(first) is None and owners
    is_name = (mention := document.mention_at(first)) is not None and mention.form in ("name", "acronym")
    are_all = len(entities) > 1 and mention is not None and set(mention.entities) == set(entities)  # "the two states"
    counted = says_how_many(tokens) and not are_all and not (is_name and len(tokens) == 1 and counting(first) == first)
    return counted or whose or leaves_out(document, tokens)


def _is_finite_astray(document: Document, verb: Token) -> bool:
    """Whether a main verb is parsed as what describes its subject: "Anna Berg scored from the spot, ..."."""
    noun = verb.head
    bare = verb.dep_ == "acl" and verb.tag_ == "VBN" and not any(c.dep_ == "agent" for c in verb.children)
    whole = noun.dep_ == "ROOT" and document.block_of(verb).kind == "prose"
    return (
        bare
        and whole
        and not needs_object(verb)
        and any(document.entities[e].kind is Kind.PERSON for e in document.subjects_of([noun]))
    )


def _governing(verb: Token) -> Token:
    """The verb that says whether what an infinitive tells was done, where there is one: "failed to score"."""
    head = verb.head
    governed = verb.dep_ == "xcomp" and verb.tag_ == "VB" and head.pos_ == "VERB" and head.i < verb.i
    return _governing(head) if governed and head.lemma_.lower() in _knowledge()["governing"] else verb


def _names(document: Document, entities: Collection[int]) -> str:
    """Names joined; where they are too long together, the first and how many others."""
    names = list(dict.fromkeys(entity_name(document, e) for e in entities))
    text = joined(names)
    if len(text) > _LONGEST_SUBJECT and len(names) > 1:
        return f"{names[0]} and {len(names) - 1} other{'s' if len(names) > 2 else ''}"
    return text


def _predicate(verb: Token, plural: bool, passive: bool) -> str:
    negated = any(c.dep_ == "neg" for c in verb.children) or _is_not_to(verb)
    lemma = base_form(verb.lemma_, verb.lower_)
    if passive:
        return f"{'are' if plural else 'is'} {'not ' if negated else ''}{verb.lower_}"
    if _is_yet_to(verb):
        return f"{'have' if plural else 'has'} yet to {lemma}"
    if lemma in _knowledge()["calling"] and any(c.lower_ == "what" and c.dep_ == "dobj" for c in verb.children):
        return "speak of" if plural else "speaks of"  # "in what Berg calls an attack"
    if negated:
        return f"{'do' if plural else 'does'} not {lemma}"
    if lemma == "be":
        return "are" if plural else "is"
    return lemma if plural else third_person(lemma)


def _is_not_to(verb: Token) -> bool:
    """ "Not to [send troops]": where a bracket parts the infinitive from its negation."""
    before = verb.i - 1
    while before > verb.sent.start and (verb.doc[before].text in "[(" or verb.doc[before].lower_ == "to"):
        before -= 1
    return verb.doc[before].lower_ == "not" and before < verb.i - 2


def _is_yet_to(verb: Token) -> bool:
    """ "Has yet to sign"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and any(c.lower_ == "yet" for c in verb.head.children)


def _says_when(document: Document, owner: Token) -> bool:
    """ "Last week's protests": the date stands beside the title."""
    return owner.dep_ == "poss" and any(date.start <= owner.idx < date.end for date in document.dates)


def _clause_below(noun: Token, verb: Token) -> set[int]:
    """The tokens of the clause through which a verb hangs on a noun; none where it does not."""
    if not noun.is_ancestor(verb):
        return set()
    top = verb
    while top.head != noun:
        top = top.head
    return {t.i for t in top.subtree}


def _is_plural(document: Document, verb: Token, subject: list[Token], entities: list[int]) -> bool:
    """Whether the title's subject takes a plural verb: as in the text, else by what the words or names are."""
    if len({document.entities[e].name for e in entities}) > 1:
        return True
    kind = document.entities[entities[0]].kind if entities else Kind.GROUP
    if subject[0].head == verb and subject[0].pos_ != "PRON" and kind in (Kind.GROUP, Kind.ORGANISATION):
        finite = {t.tag_: t.lower_ for t in [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]}
        forms = set(finite.values())
        if "VBP" in finite or "were" in forms:
            return True
        if "VBZ" in finite or "was" in forms:
            return False
    if len(subject) > 1 and not entities and any(c.dep_ == "cc" for noun in subject for c in noun.children):
        return True
    if not entities and (form := _number_of(verb)) is not None:
        return form
    if not entities:
        words = (subject[0], counting(subject[0]))
        return any(t.tag_ in _PLURAL_NOUNS or (t.like_num and t.lower_ not in ("one", "1")) for t in words)
    actor = document.entities[entities[0]]
    word = actor.name.lower().split()[-1]
    if actor.kind == Kind.GROUP and subject[0].tag_ == "NN" and subject[0].lower_ == word:
        return word in _PLURAL_WORDS
    by_kind = actor.kind == Kind.GROUP or (actor.kind == Kind.ORGANISATION and " " not in actor.name)
    return (
        actor.plural
        or word in _PLURAL_WORDS
        or (by_kind and word.endswith("s") and any(t.tag_ in _PLURAL_NOUNS for t in subject))
    )


def _number_of(verb: Token) -> bool | None:
    """Whether the form of a verb is that of a plural subject; None where it tells nothing."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    for finite in [*helpers, verb]:
        if finite.tag_ == "VBP" or finite.lower_ == "were":
            return True
        if finite.tag_ == "VBZ" or finite.lower_ == "was":
            return False
    return None


def noun_title(document: Document, noun: Token, agents: Collection[int] = (), place: str | None = None) -> str:
    """A title for what a noun tells: the clause that says it begins or takes place, else its phrase without articles,
    "Visit of A to B"; a bare noun gets its agent or place, "A's visit"."""
    carried = _carried(document, noun, list(agents))
    return carried or _told_by_clause(document, noun, agents) or _noun_phrase(document, noun, agents, place)


def _told_by_clause(document: Document, noun: Token, agents: Collection[int]) -> str | None:
    """The main clause of a noun that says next to nothing by itself: "The explosion causes significant destruction"."""
    verb = noun.head
    if agents or noun.dep_ not in ("nsubj", "nsubjpass", "dobj") or verb.pos_ != "VERB":
        return None
    words = [t for t in noun.subtree if t.pos_ not in ("DET", "PUNCT", "PRON")]
    if len(words) >= _FEW_WORDS or any(document.mention_at(t) for t in words):
        return None
    told = verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.head.lemma_.lower() in speech()["reporting"])
    hedged = any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)
    if not told or hedged or verb.lemma_.lower() in speech()["reporting"] | _knowledge()["experiencing"]:
        return None
    subject = [t for t in subject_of(verb) if t.pos_ != "PRON"]
    return verb_title(document, verb, []) if subject else None


def _carried(document: Document, noun: Token, agents: list[int]) -> str | None:
    verb = noun.head
    if (
        noun.dep_ not in ("nsubj", "nsubjpass", "dobj")
        or verb.pos_ != "VERB"
        or verb.lemma_.lower() not in _knowledge()["carriers"]
        or verb.dep_ in ("relcl", "acl", "advcl", "pcomp", "xcomp")
        or (noun.dep_ == "dobj" and not document.subjects_of(subject_of(verb)))
    ):
        return None
    return verb_title(document, verb, agents if noun.dep_ == "dobj" else [])


def _noun_phrase(document: Document, noun: Token, agents: Collection[int], place: str | None) -> str:
    left = [c for c in noun.lefts if c.dep_ not in ("det", "predet", "prep", "cc", "advmod", "relcl", "appos")]
    told = [c for c in left if c.lower_ not in _knowledge()["pointing"] and not _says_when(document, c)]
    before = [t for c in told for t in c.subtree]
    behind = (c for c in noun.rights if c.dep_ in ("prep", "acl", "agent"))
    after = [t for c in behind if c.lemma_.lower() not in _knowledge()["saying"] for t in c.subtree]
    tokens = [t for t in [*before, noun, *after] if t == noun or not is_trailing_clause(t, noun)]
    tokens = without_dates(document, tokens)
    text = fitted(noun, tokens, lambda some: words_of(document, some), LONGEST_TITLE)
    text = shorten([text or words_of(document, tokens)], LONGEST_TITLE)
    if len(text.split()) < _FEW_WORDS and not any(document.mention_at(t) for t in tokens):
        bare = f"{text[:1].lower()}{text[1:]}" if noun.pos_ != "PROPN" and text[1:2].islower() else text
        if agents and noun.lemma_.lower() not in _knowledge()["nobody_does"]:
            names = _names(document, agents)
            *whose, last = names.split()
            if last.startswith(noun.lemma_.lower()):  # "Norland protesters" and their protests: "Norland protests"
                text = f"{' '.join(whose)} {bare}" if whose else text
            else:
                text = f"{possessive(names)} {bare}"
        elif place and place.lower() not in text.lower():
            text = f"{text} in {place}"
    return sentence_case(text)[:LONGEST_TITLE]
