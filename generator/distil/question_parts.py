"""Which parts of a clause or phrase make a question: what it needs, what it can do without, what a pronoun means."""

from collections.abc import Iterable, Sequence

from generator.distil.question_knowledge import knowledge
from generator.language.arguments import is_passive, subject_is_other
from generator.language.arguments import knowledge as argument_words
from generator.language.dates import DateMention
from generator.language.document import Document
from generator.language.parse import Token

_CLOSING = {"(": ")", "[": "]"}
_BRACKETS = frozenset("()[]")


def is_example(token: Token) -> bool:
    """Whether a preposition only adds examples: "including", "such as"."""
    if token.dep_ != "prep":
        return False
    return token.lower_ in knowledge()["example_prepositions"] or (
        token.lower_ == "as" and any(c.lower_ == "such" for c in token.children)
    )


def is_remark(token: Token) -> bool:
    """Whether a token opens an apposition, a parenthesis or a clause beside the sentence."""
    edge = token.left_edge
    if token.dep_ == "appos":
        before = neighbour(edge, -1)
        return before is None or before.is_punct or token.ent_type_ != "PERSON"
    return token.dep_ in ("advcl", "parataxis")


def is_unsaid(token: Token) -> bool:
    """Whether an adjective only says that something is not told yet: "as yet unnamed"."""
    return token.dep_ in ("amod", "advmod") and any(c.lower_ == "yet" for c in token.children)


def outside(token: Token, noun: Token, listed: bool = False) -> bool:
    """Whether a token stands in brackets, in a clause that only explains the noun, or in what is joined to it."""
    current = token
    while current != noun and current.head != current:
        if (
            is_remark(current)
            or is_unsaid(current)
            or (not listed and current.dep_ in ("conj", "cc", "preconj") and current.head == noun)
        ):
            return True
        if current.dep_ in ("acl", "relcl") and current.left_edge.i > 0:
            before = current.doc[current.left_edge.i - 1]
            if before.text == "," or (
                current.dep_ == "relcl" and current.left_edge.lower_ in ("which", "where", "when")
            ):
                return True
        if (is_example(current) and not _is_bare(noun)) or current.text in ("—", "–"):
            return True
        current = current.head
    return False


def _is_bare(noun: Token) -> bool:
    """Whether only examples say which ones a plural means: "allies such as Norland"."""
    told = [c for c in noun.children if c.dep_ != "punct" and not is_example(c)]
    return noun.tag_ == "NNS" and not told


def closed(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without a loose end: no preposition without its noun, no participle or pair cut short."""
    kept = list(tokens)
    held = {t.i for t in kept}
    pairs = [t for t in kept if t.lower_ == "between" and _is_half(t, held)]
    if pairs:
        gone = {t.i for t in pairs[0].subtree}
        kept = [t for t in kept if t.i not in gone]
    bare = [t for t in kept if t.dep_ == "pobj" and _lost_examples(t, held)]
    if bare:
        gone = {t.i for t in bare[0].head.subtree}
        kept = [t for t in kept if t.i not in gone]
    while kept and _is_loose(kept[-1], {t.i for t in kept}):
        kept.pop()
    return kept


def _lost_examples(noun: Token, held: set[int]) -> bool:
    """Whether nothing is left of a noun but the word whose examples are cut off: "in countries including Norland"."""
    return _is_bare(noun) and any(is_example(c) and c.i not in held for c in noun.children)


def _is_half(between: Token, held: set[int]) -> bool:
    """Whether the second of "between A and B" is cut off."""
    seconds = [c for p in between.children if p.dep_ == "pobj" for c in p.children if c.dep_ == "conj"]
    return bool(seconds) and not any(c.i in held for c in seconds)


def _is_loose(token: Token, held: set[int]) -> bool:
    if token.dep_ in ("acl", "relcl", "xcomp", "pcomp") and token.pos_ in ("VERB", "AUX"):
        return any(c.i > token.i and c.i not in held and c.dep_ != "punct" for c in token.children)
    if token.dep_ == "prt" or token.text in ("%", ")"):
        return False
    return token.pos_ in ("ADP", "SCONJ", "CCONJ", "AUX", "DET", "PART", "PUNCT") or token.tag_ in (
        "WDT",
        "WP",
        "WRB",
        "WP$",
        "PRP$",
    )


def bracketed(tokens: Iterable[Token]) -> set[int]:
    """The tokens between round brackets, and those between square ones where they are more than one word, with the
    brackets; an open bracket that is not closed holds nothing."""
    found: set[int] = set()
    opened: Token | None = None
    for token in [t for t in tokens if t.text in _BRACKETS]:
        if token.text in _CLOSING:
            opened = token
        elif opened is not None and token.text == _CLOSING[opened.text] and token.i > opened.i + 1:
            inside = range(opened.i + 1, token.i)
            found |= {opened.i, token.i}
            if len(inside) > 1 or (opened.text == "(" and opened.doc[inside[0]].dep_ not in ("compound", "nmod")):
                found.update(inside)
            opened = None
    return found


def neighbour(token: Token, distance: int = 1) -> Token | None:
    """The token that many places on; None outside the text."""
    place = token.i + distance
    return token.doc[place] if 0 <= place < len(token.doc) else None


def text_beside(token: Token, distance: int = 1) -> str:
    """The lower-case text of the token that many places on; empty outside the text."""
    found = neighbour(token, distance)
    return found.lower_ if found is not None else ""


def after(noun: Token) -> list[int]:
    """The tokens below a noun that stand behind it."""
    return [t.i for t in noun.subtree if t.i > noun.i]


def last_of(token: Token) -> Token:
    """The last token below a token in the text, or itself."""
    return max(token.subtree, key=lambda t: t.i)


def dates_in(document: Document, token: Token) -> list[DateMention]:
    """The date phrases that stand below a token."""
    first, last = token.left_edge.idx, last_of(token)
    return [d for d in document.dates if first <= d.start < last.idx + len(last)]


def counting(noun: Token) -> Token:
    """The noun that counts a noun, "thousands of deaths" for "deaths"; else the noun itself."""
    preposition = noun.head
    if (
        noun.dep_ == "pobj"
        and preposition.lower_ == "of"
        and preposition.head.pos_ in ("NOUN", "NUM", "PRON", "ADJ", "DET")
    ):
        above = preposition.head
        if above.lemma_.lower() in argument_words()["quantities"] or above.pos_ == "NUM":
            return counting(above)
    return noun


def antecedent(pronoun: Token) -> Token | None:
    """The thing that "it", "they" or "which" stands for, where its sentence names one before: the last object or
    subject of another verb."""
    if pronoun.lower_ in ("he", "she", "him", "her"):
        return None
    plural = pronoun.lower_ in ("they", "them")
    relative = pronoun.tag_ == "WDT"
    own = {pronoun.head.i, pronoun.head.head.i}
    for token in reversed(list(pronoun.doc[pronoun.sent.start : pronoun.i])):
        if (
            token.dep_ not in ("dobj", "nsubj", "nsubjpass")
            or token.pos_ != "NOUN"
            or token.ent_type_ in ("DATE", "TIME")
        ):
            continue
        if token.head.i not in own or relative or pronoun.dep_ in ("nsubj", "nsubjpass"):
            return token if relative or (token.tag_ == "NNS") == plural else None
    return None


def wants_article(noun: Token) -> bool:
    """Whether a singular noun with "of" stands without the article that a question gives it: "imposition of a tax"."""
    if noun.tag_ != "NN" or noun.left_edge.pos_ in ("DET", "PRON", "PROPN", "NUM"):
        return False
    return any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)


def is_aside(token: Token, top: Token) -> bool:
    """Whether a token belongs to a clause or bracket that a question can do without."""
    current = token
    while current != top:
        if is_remark(current) or is_unsaid(current) or current.text in ("—", "–") or is_example(current):
            return True
        if (
            current.dep_ == "conj"
            and current.tag_ in ("VBZ", "VBP", "VBD")
            and current.head.pos_ not in ("VERB", "AUX")
        ):
            return True
        if current.dep_ == "cc" and current.lower_ == "as":
            return True
        edge = current.left_edge
        if current.dep_ in ("relcl", "acl") and text_beside(edge, -1) == ",":
            return True
        current = current.head
    return False


def sentence_part(top: Token) -> list[Token]:
    """The tokens below a complement without what only explains, up to the first gap that the source marks."""
    kept: list[Token] = []
    for token in top.subtree:
        if token.text in ("...", "…", "[", "[...", "[…]") and kept and not text_beside(token).isalpha():
            break
        if token.text in ('"', "“") and kept and token.i > top.i and _opens_sentence(token):
            break
        if not is_aside(token, top):
            kept.append(token)
    while kept and kept[-1].pos_ in ("PUNCT", "CCONJ", "SCONJ", "ADP") and kept[-1].dep_ != "prt" and kept[-1] != top:
        kept.pop()
    return kept


def _opens_sentence(mark: Token) -> bool:
    """Whether a quotation mark opens words with a capital of their own: 'open to schools, "For example ..."'."""
    first = neighbour(mark)
    return (
        first is not None
        and first.text[:1].isupper()
        and first.pos_ not in ("PROPN", "PRON")
        and bool(mark.whitespace_ == "")
    )


def object_before(verb: Token) -> Token | None:
    """The noun that is the object of a relative clause: "the treaty that Norland may sign"."""
    if verb.dep_ != "relcl" or is_passive(verb) or not subject_is_other(verb):
        return None
    if any(c.dep_ == "mark" for c in verb.children) or verb.lemma_ == "be":
        return None
    if any(
        c.dep_ in ("dobj", "attr", "acomp", "ccomp", "xcomp") and c.tag_ not in ("WDT", "WP") for c in verb.children
    ):
        return None
    if any(c.tag_ == "WRB" or (c.dep_ == "prep" and not any(True for _ in c.children)) for c in verb.children):
        return None
    return verb.head if verb.head.pos_ in ("NOUN", "PROPN") else None


def completed_by(verb: Token) -> Token | None:
    """The verb whose object a verb shares: "foster and deepen its relations"."""
    conjuncts = (c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_)
    return next((c for c in conjuncts if any(o.dep_ == "dobj" for o in c.children)), None) or next(
        (c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and (has_or(verb) or _goes_on(c))), None
    )


def _goes_on(second: Token) -> bool:
    """Whether a verb joined to one that stands alone tells where, and has no subject: "meet and pray at the shrine"."""
    told = {c.dep_ for c in second.children}
    alone = not any(c.i > second.head.i and c.dep_ in ("prep", "dobj", "prt", "advmod") for c in second.head.children)
    return second.tag_ == second.head.tag_ == "VB" and alone and "prep" in told and not told & {"nsubj", "nsubjpass"}


def has_or(verb: Token) -> bool:
    """Whether a verb is one of two that exclude each other: "resign or be dismissed"."""
    return any(c.dep_ == "cc" and c.lower_ == "or" for c in verb.children)


def in_order(verb: Token) -> list[Token]:
    """The dependents of a verb as they are told: what something is comes before for whom."""
    children = list(verb.children)
    if verb.lemma_ != "be":
        return children
    return sorted(
        children,
        key=lambda c: (
            c.i > verb.i and c.dep_ not in ("acomp", "attr") and c.lower_ != "still",
            c.lower_ != "still",
            c.i,
        ),
    )
