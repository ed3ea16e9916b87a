"""What a title says behind its verb: the phrases that complete it, as many as there is room for."""

from collections.abc import Callable, Collection
from functools import cache

from generator.distil import title_pronouns
from generator.distil.phrases import fitted
from generator.distil.wording import (
    CUT_OFF,
    LONGEST_TITLE,
    OMISSION,
    complement_tokens,
    is_trailing_clause,
    quotation,
    shorten,
    unmarked,
    words_of,
)
from generator.knowledge_files import knowledge_file
from generator.language.arguments import subject_is_other
from generator.language.attribution import knowledge as speech
from generator.language.document import Document
from generator.language.parse import Token
from generator.language.reduced_passives import reads_passive

_RELATIVE = ("WDT", "WP", "WP$")
_ALL = ("all", "everyone", "everybody", "everything", "none", "nobody", "nothing", "anything")
_BUT = ("but", "except")
_NAMING = ("call", "term", "label", "dub", "describe", "deem", "consider")


@cache
def _knowledge() -> dict[str, frozenset[str]]:
    content: dict[str, list[str]] = knowledge_file("event_titles")
    return {name: frozenset(words) for name, words in content.items()}


def with_complements(
    document: Document, verb: Token, start: str, named: Collection[int], kept: Collection[str] = ()
) -> str:
    """The start of a title and, while there is room, the phrases that follow the verb.

    `named` are the actors of the start, `kept` the possessives that a reader takes for its subject.
    """
    named = set(named)

    def wording(tokens: list[Token]) -> str:
        said = [] if document.in_speech(verb) else [t for t in tokens if document.in_speech(t)]
        if not title_pronouns.speaks_of_itself(said):
            return words_of(document, tokens, subject=named, kept=kept)
        first, last = said[0].i, said[-1].i
        said = list(verb.doc[first : last + 1])  # word for word: nothing is left out within the marks
        behind = next((t for t in verb.doc[last + 1 : last + 3] if not t.is_punct), verb)
        cut = CUT_OFF if document.quotation_at(behind.idx) == document.quotation_at(said[0].idx) else ""
        before, behind_it = ([t for t in tokens if t.i < first], [t for t in tokens if t.i > last])
        parts = (
            unmarked(words_of(document, before, subject=named, kept=kept)),
            f"“{unmarked(words_of(document, said, replaced=False))}{cut}”",
            unmarked(words_of(document, behind_it, subject=named, kept=kept)),
        )
        return " ".join(part for part in parts if part)

    text = start
    complements = _complements(document, verb)
    for top, tokens in complements:
        room = LONGEST_TITLE - len(text) - 1
        if _opens_quotation(document, verb, top, tokens):
            said = quotation(document, tokens[0], room - 1)
            text = f"{text}: {said}" if said else text
            break
        words = fitted(top, tokens, wording, room)
        if words is None and text == start and top.dep_ not in ("prep", "agent", "dative"):
            words = _cut(top, wording(tokens), room)
        if words:
            text = f"{text} {words}"
            named |= {e for t in tokens if (m := document.mention_at(t)) is not None for e in m.entities}
    if not complements:
        text = _with_words_before(document, verb, start, wording)
    if text == start and complements:
        top, tokens = complements[0]  # "withdraws" alone says too little
        words = _cut(top, wording(tokens), LONGEST_TITLE - len(text) - 1)
        text = f"{text} {words}" if " " in words else text
    whole, *omitted = OMISSION.split(text, maxsplit=1)
    return f"{shorten([whole], LONGEST_TITLE)}{CUT_OFF}" if omitted else shorten([text], LONGEST_TITLE)


def _opens_quotation(document: Document, verb: Token, top: Token, tokens: list[Token]) -> bool:
    """Whether a phrase is what is said word for word: it goes into quotation marks of its own."""
    if document.in_speech(verb) or not document.in_speech(tokens[0]):
        return False
    sentence = top.dep_ in ("xcomp", "intj", "parataxis", "advcl") and tokens[0].is_title
    return top.dep_ == "ccomp" or (sentence and verb.lemma_.lower() in speech()["reporting"])


def _with_words_before(document: Document, verb: Token, start: str, wording: Callable[[list[Token]], str]) -> str:
    """A verb of speech with the words told before it: "Ana Berg has resigned, the council announced"."""
    said = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and c.pos_ in ("VERB", "AUX")]
    if not said or verb.lemma_.lower() not in speech()["reporting"]:
        return start
    top = said[-1]
    tokens = [t for t in top.subtree if not is_trailing_clause(t, top)]
    room = LONGEST_TITLE - len(start) - len(" that ")
    if document.in_speech(top):
        words = quotation(document, next(t for t in tokens if document.in_speech(t)), room)
        return f"{start}: {words}" if words else start
    words = fitted(top, tokens, wording, room) or shorten([wording(tokens)], room, is_clause=True, mark=CUT_OFF)
    return f"{start} that {words}" if words else start


def _cut(top: Token, words: str, room: int) -> str:
    """The words of a phrase as far as there is room, with a mark where they do not end there."""
    if room <= 0:
        return ""
    is_clause = top.pos_ in ("VERB", "AUX")
    before, mark, said = words.partition("“")
    if not mark:
        return shorten([words], room, fewest=1, is_clause=is_clause, mark=CUT_OFF)
    text = shorten([f"{before}{said.replace('”', '')}"], room - 2, fewest=1, is_clause=is_clause, mark=CUT_OFF)
    return f"{before}“{text[len(before) :]}”" if len(text) > len(before) + 3 else text  # the words said stay marked


def _complements(document: Document, verb: Token) -> list[tuple[Token, list[Token]]]:
    """The phrases that tell what the verb is about, each with its head: no dates, no relative pronouns."""
    phrases = [
        (_top(tokens, verb), _with_exception(without_dates(document, _of_own_verb(verb, tokens))))
        for tokens in complement_tokens(verb)
        if (_is_headless(tokens) or not any(t.tag_ in _RELATIVE for t in tokens[:2]))
        and not _is_date(document, tokens)
        and tokens[0].lower_ != "according"
    ]
    if not phrases and (other := _sharing_its_object(verb)) is not None:
        return _complements(document, other)
    if _tells_of_its_noun(document, verb):
        # "the treaty that A signed": what is signed stands before
        phrases.insert(0, (verb.head, [t for t in verb.head.subtree if t.i <= verb.head.i]))
    return phrases


def _is_headless(tokens: list[Token]) -> bool:
    """Whether a phrase is a clause that stands for a thing: "attacked what he called a plot"."""
    return tokens[0].lower_ in ("what", "whoever", "whatever", "how", "why", "whether")


def _with_exception(tokens: list[Token]) -> list[Token]:
    """A phrase that ends with "all", with what is excepted: "all but the youngest of them"."""
    behind = tokens[-1].i + 1 if tokens else 0
    if not tokens or tokens[-1].lower_ not in _ALL or behind >= len(tokens[-1].doc):
        return tokens
    but = tokens[-1].doc[behind]
    return [*tokens, *(t for t in but.subtree if t.i >= behind)] if but.lower_ in _BUT else tokens


def _of_own_verb(verb: Token, tokens: list[Token]) -> list[Token]:
    """A phrase without a gerund that goes on with the verb but hangs on the phrase: "torching homes and shooting"."""
    if verb.tag_ != "VBG":
        return tokens
    others = [t for t in tokens if t.dep_ == "conj" and t.tag_ == "VBG" and t.head.pos_ in ("NOUN", "PROPN")]
    gone = {t.i for other in others for t in (*other.subtree, *(c for c in other.head.children if c.dep_ == "cc"))}
    return [t for t in tokens if t.i not in gone]


def _sharing_its_object(verb: Token) -> Token | None:
    """The verb that has the object of two: "supports and backs the law"."""
    if verb.lemma_.lower() not in _knowledge()["transitive"]:
        return None
    others = (c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i > verb.i)
    return next((c for c in others if any(o.dep_ == "dobj" and o.i > c.i for o in c.children)), None)


def without_dates(document: Document, tokens: list[Token]) -> list[Token]:
    """A phrase without those that only say when within it; all of it where nothing else is left."""
    gone: set[int] = set()
    for token in tokens[1:]:
        said = [t for t in token.subtree if t.i >= token.i]
        if token.dep_ == "prep" and token.lower_ != "of" and _is_date(document, said):
            gone.update(t.i for t in token.subtree)
    return [t for t in tokens if t.i not in gone] or tokens


def _top(tokens: list[Token], verb: Token) -> Token:
    return next(t for t in tokens if t.head == verb or t.head not in tokens)


def _is_date(document: Document, tokens: list[Token]) -> bool:
    """Whether a phrase only says when: the date stands beside the title."""
    first, *rest = tokens
    if first.lower_ not in _knowledge()["time_prepositions"] or not rest:
        return False
    start, end = rest[0].idx, rest[-1].idx + len(rest[-1])
    return any(date.start <= start + 4 and end <= date.end for date in document.dates)


def _tells_of_its_noun(document: Document, verb: Token) -> bool:
    """Whether a relative clause's noun is what its verb acts on."""
    return (
        verb.dep_ == "relcl"
        and (verb.head.pos_ == "NOUN" or any(c.dep_ == "dobj" and c.tag_ in _RELATIVE for c in verb.children))
        and not reads_passive(verb)
        and subject_is_other(verb)
        and all(c.tag_ in _RELATIVE for c in verb.children if c.dep_ == "dobj")
        and not any(t.tag_ in ("WRB", *_RELATIVE) and t.dep_ == "pobj" for t in verb.subtree)
        and not any(c.tag_ == "WRB" for c in verb.children)
        and not any(d.start <= verb.head.idx < d.end for d in document.dates)
    )
