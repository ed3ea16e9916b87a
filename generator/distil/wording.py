"""Sentences that the product writes itself: titles of events and open questions, built from the parse.

A title is a clause in the present tense with its actors by name, without full stop, at most `LONGEST_TITLE`
characters, cut only
between phrases.
"""

import re
from collections.abc import Collection

from spacy.tokens import Token

from generator.distil.evidence import is_wish
from generator.language.arguments import is_passive, subject_is_other, subject_of
from generator.language.document import Document
from generator.model import Kind

LONGEST_TITLE = 90
_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_KEPT = ("dobj", "prep", "prt", "attr", "acomp", "oprd", "dative", "xcomp", "agent", "pobj", "pcomp", "ccomp", "neg")
_PRONOUNS = {"PRP", "PRP$"}


def third_person(lemma: str) -> str:
    """The third person singular of a regular verb, and of the few irregular ones."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def joined(names: list[str]) -> str:
    """ "A", "A and B", "A, B and C"; more than four are counted."""
    if len(names) > 4:
        return f"{', '.join(names[:3])} and {len(names) - 3} others"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def entity_name(document: Document, index: int) -> str:
    """How a title names an actor."""
    entity = document.entities[index]
    name = entity.name
    if entity.kind == Kind.GROUP and name[:1].islower():
        return name
    return name


def possessive(name: str) -> str:
    """A name with its possessive ending: "Brandt's", "protesters'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def sentence_case(text: str) -> str:
    """The text with its first letter capital and the rest as it is."""
    return text[:1].upper() + text[1:]


def words_of(document: Document, tokens: list[Token], replaced: bool = True, subject: Collection[int] = ()) -> str:
    """The words of tokens in order, spacing as in the source; pronouns by the names they stand for, unless that is
    the `subject` or has just been named."""
    parts: list[str] = []
    previous: Token | None = None
    for token in tokens:
        # a headline's common words stand small in what the parser reads, as they do in a sentence
        headline = document.block_of(token).kind in ("headline", "heading")
        text = token.text if headline else document.text[token.idx : token.idx + len(token.text)]
        if replaced and token.tag_ in _PRONOUNS:
            mention = document.mention_at(token)
            said = {
                *subject,
                *(e for t in tokens if t.i < token.i and (m := document.mention_at(t)) for e in m.entities),
            }
            if mention is not None and mention.form == "pronoun" and not set(mention.entities) & said:
                name = joined([entity_name(document, e) for e in mention.entities])
                text = possessive(name) if token.tag_ == "PRP$" else name
        if previous is not None and not (previous.i + 1 == token.i and not previous.whitespace_):
            parts.append(" ")
        parts.append(text)
        previous = token
    text = re.sub(r"\s+", " ", "".join(parts)).strip()
    return re.sub(r"\s+([,.;:])", r"\1", text).strip(" ,;:—-")


def complement_tokens(verb: Token) -> list[list[Token]]:
    """The phrases that follow a verb and belong to its meaning, in order, each a list of tokens."""
    phrases: list[list[Token]] = []
    for child in verb.children:
        if child.i < verb.i or (child.dep_ not in _KEPT and not is_wish(child, verb)):
            continue
        tokens = [t for t in child.subtree if not _is_trailing_clause(t, child)]
        phrases.append(tokens)
    return phrases


def _is_trailing_clause(token: Token, top: Token) -> bool:
    """Whether a token belongs to a relative or parenthetical clause that a title can do without."""
    current = token
    while current != top:
        if current.dep_ in ("relcl", "appos", "parataxis", "advcl") or (
            current.dep_ == "acl" and current.i > top.i + 6
        ):
            return True
        if current.dep_ == "punct" and current.text in "()—":
            return True
        current = current.head
    return False


_LOOSE_END = re.compile(
    r"[\s,;:—-]+(?:and|or|of|to|in|on|at|for|with|by|the|a|an|as|from|that|which|who|whom|its|their|his|her|into|over|including|such|both|than|while|when|where|about|between|upon|during|after|before|against|amid|more|very|not)?$"
)


_LAST_PREPOSITION = re.compile(
    r"^(.+) (?:in|of|to|for|with|on|at|from|by|between|over|into|against|across|about|during) \S.*$"
)


def shorten(phrases: list[str], limit: int, fewest: int = 4) -> str:
    """Join phrases while they fit; the first that does not is cut between words, before a loose end, but not to less
    than
    the `fewest` words."""
    text = ""
    for phrase in phrases:
        candidate = f"{text} {phrase}".strip()
        if len(candidate) <= limit:
            text = candidate
            continue
        cut = candidate[: limit + 1].rsplit(" ", 1)[0]
        whole = _LAST_PREPOSITION.match(cut)  # a phrase cut in its middle goes as a whole
        if whole and len(whole[1].split()) >= max(fewest, len(text.split())):
            cut = whole[1]
        if not text or len(cut.split()) - len(text.split()) >= 3:
            text = cut
        break
    previous = None
    while previous != text:
        previous, text = text, _LOOSE_END.sub("", text).strip(" ,;:—-")
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = re.sub(r'["“”]', "", text)
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    return text


def verb_title(document: Document, verb: Token, agents: list[int]) -> str | None:
    """A title for what a verb tells: "A visits B". None where nobody is there to name."""
    passive = is_passive(verb)
    subject_tokens = subject_of(verb)
    entities = document.subjects_of(subject_tokens)
    if entities:
        subject = joined(list(dict.fromkeys(entity_name(document, e) for e in entities)))
        plural = len(set(entities)) > 1 or _is_plural(document, entities[0], subject_tokens)
    elif subject_tokens and subject_tokens[0].pos_ != "PRON":
        first = subject_tokens[0]
        own = _clause_below(first, verb)  # "events to mark X": the clause is no part of its own subject
        tokens = [
            t for t in first.subtree if t.i not in own and not _is_trailing_clause(t, first) and t.i <= first.i + 12
        ]
        subject = words_of(document, tokens)
        plural = first.tag_ in ("NNS", "NNPS") or len(subject_tokens) > 1
    elif agents and not passive:
        subject = joined([entity_name(document, e) for e in agents])
        plural = len(agents) > 1 or document.entities[agents[0]].plural
    else:
        return None
    if len(subject) > 55:
        subject = shorten([subject], 55)
    negated = any(c.dep_ == "neg" for c in verb.children)
    if passive:
        be = "are" if plural else "is"
        predicate = f"{be} not {verb.text}" if negated else f"{be} {verb.text}"
    elif negated:
        predicate = f"{'do' if plural else 'does'} not {verb.lemma_}"
    else:
        predicate = verb.lemma_ if plural else third_person(verb.lemma_)
        if verb.lemma_ == "be":
            predicate = "are" if plural else "is"
    complements = [tokens for tokens in complement_tokens(verb) if tokens and tokens[0].tag_ not in ("WDT", "WP")]
    phrases = [words_of(document, tokens, subject=entities or agents) for tokens in complements]
    if (
        verb.dep_ == "relcl"
        and not passive
        and subject_is_other(verb)
        and all(c.tag_ in ("WDT", "WP") for c in verb.children if c.dep_ == "dobj")
        and not any(c.tag_ == "WRB" for c in verb.children)
        and not any(d.start <= verb.head.idx < d.end for d in document.dates)
    ):
        # "the treaty that A signed": what is signed stands before
        phrases.insert(0, words_of(document, [t for t in verb.head.subtree if t.i <= verb.head.i]))
    phrases = [p for p in phrases if p]
    start = f"{subject} {predicate}"
    rest = shorten(phrases, LONGEST_TITLE - len(start) - 1, fewest=1) if phrases else ""
    return sentence_case(f"{start} {rest}".strip())[:LONGEST_TITLE]


def _clause_below(noun: Token, verb: Token) -> set[int]:
    """The tokens of the clause through which a verb hangs on a noun; none where it does not."""
    if not noun.is_ancestor(verb):
        return set()
    top = verb
    while top.head != noun:
        top = top.head
    return {t.i for t in top.subtree}


def _is_plural(document: Document, entity: int, subject: list[Token]) -> bool:
    """Whether a group, or a name that is a plural, takes a plural verb ("police fire", "Norlanders protest")."""
    actor = document.entities[entity]
    named_plural = actor.kind == Kind.GROUP and any(t.tag_ in ("NNS", "NNPS") for t in subject)
    return actor.plural or named_plural or actor.name.lower().split()[-1] in ("police", "people")


def noun_title(document: Document, noun: Token, agents: Collection[int] = ()) -> str:
    """A title for what a noun tells: its phrase without articles, "Visit of A to B"; a bare noun gets its agent,
    "A's visit"."""
    tokens = [
        t
        for t in noun.subtree
        if not _is_trailing_clause(t, noun)
        and not (t.dep_ in ("det", "predet", "cc", "conj") and t.head == noun)
        and not _under_conj(t, noun)
    ]
    before = words_of(document, [t for t in tokens if t.i <= noun.i])
    after = [
        words_of(document, [t for t in c.subtree if not _is_trailing_clause(t, c)])
        for c in noun.children
        if c.i > noun.i and c.dep_ in ("prep", "acl", "agent")
    ]
    text = shorten([before, *[a for a in after if a]], LONGEST_TITLE)
    if len(text.split()) < 3 and agents and not any(document.mention_at(t) for t in tokens):
        text = f"{possessive(joined([entity_name(document, a) for a in agents]))} {text[:1].lower()}{text[1:]}"
    return sentence_case(text)[:LONGEST_TITLE]


def _under_conj(token: Token, noun: Token) -> bool:
    current = token
    while current != noun and current.head != current:
        if current.head == noun and current.dep_ in ("conj", "cc", "preconj"):
            return True
        current = current.head
    return False
