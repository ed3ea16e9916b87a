"""Words of the parse as the product writes them: names joined, pronouns replaced, phrases shortened."""

import re
from collections.abc import Collection

from generator.distil.evidence import is_wish
from generator.language.document import Document
from generator.language.parse import Token

LONGEST_TITLE = 90
_LONG_NAME = 40
"""Characters."""
_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_KEPT = ("dobj", "prep", "prt", "attr", "acomp", "oprd", "dative", "xcomp", "agent", "pobj", "pcomp", "ccomp", "neg")
_SMALL_INSIDE = ("DET", "ADP", "ADV", "SCONJ", "NUM", "CCONJ")
"""Parts of speech that have a capital at the beginning of a sentence only."""
_PRONOUNS = {"PRP", "PRP$"}
_OF_OTHERS = {"we": "they", "us": "them", "our": "their", "ours": "theirs", "ourselves": "themselves"}
"""What speakers call themselves, as a title calls them."""


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
    """How a title names an actor: by the name, or by the letters that the article gives for a very long one."""
    entity = document.entities[index]
    if len(entity.name) <= _LONG_NAME:
        return entity.name
    letters = [alias for alias in entity.aliases if alias.isupper() and " " not in alias and len(alias) > 1]
    return min(letters, key=lambda alias: (len(alias), alias), default=entity.name)


def possessive(name: str) -> str:
    """A name with its possessive ending: "Brandt's", "protesters'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def sentence_case(text: str) -> str:
    """The text with its first letter capital and the rest as it is."""
    return text[:1].upper() + text[1:]


def words_of(
    document: Document,
    tokens: list[Token],
    replaced: bool = True,
    subject: Collection[int] = (),
    kept: Collection[str] = (),
) -> str:
    """The words of tokens in order, spacing as in the source; pronouns by the names they stand for, unless that is
    the `subject` or has just been named, or the pronoun is a possessive to be `kept`."""
    parts: list[str] = []
    previous: Token | None = None
    for token in tokens:
        # a headline's common words stand small in what the parser reads, as they do in a sentence
        headline = document.block_of(token).kind in ("headline", "heading")
        text = token.text if headline else document.text[token.idx : token.idx + len(token.text)]
        if replaced and token.tag_ in _PRONOUNS and not (token.tag_ == "PRP$" and token.lower_ in kept):
            mention = document.mention_at(token)
            said = {
                *subject,
                *(e for t in tokens if t.i < token.i and (m := document.mention_at(t)) for e in m.entities),
            }
            if mention is not None and mention.form == "pronoun" and set(mention.entities) & said:
                text = _OF_OTHERS.get(token.lower_, text)
            elif mention is not None and mention.form == "pronoun":
                name = joined([entity_name(document, e) for e in mention.entities])
                text = possessive(name) if token.tag_ == "PRP$" else name
        small = token.pos_ in _SMALL_INSIDE or (token.pos_ == "PRON" and token.lower_ != "i" and text == token.text)
        if replaced and token.is_sent_start and small and token.is_title:
            text = text.lower()  # "These were chosen by A": "A chooses these"
        if previous is not None and not (previous.i + 1 == token.i and not previous.whitespace_):
            parts.append(" ")
        parts.append(text)
        previous = token
    text = re.sub(r"\s+", " ", "".join(parts)).strip()
    text = _CHANGED_LETTER.sub(r"\1", _EMPTY_BRACKET.sub("", text))
    text = _LOOSE_MARK.sub(r'"\1"', text)
    return re.sub(r"\s+([,.;:])", r"\1", text).strip(" ,;:—-")


_CHANGED_LETTER = re.compile(r"\[(\w)\](?=\w)")
"""What a quotation writes small or large by its place: "[I]t is"."""
_LOOSE_MARK = re.compile(r'"([^"]*\S)\s+"(?=$|[\s.,;:])')
"""A closing quotation mark apart from its last word, behind words that were left out."""
OMISSION = re.compile(r"\s*\[(?:\.{3}|…)\]\s*")
"""Where a quotation leaves words out."""
_MARKS = re.compile('["“”]')
_EMPTY_BRACKET = re.compile(r"\s*,\s*,")
"""The two commas of an apposition or clause that was left out."""


def unmarked(text: str) -> str:
    """A text without the quotation marks that were left in it."""
    return _MARKS.sub("", text).strip(" ,;:")


def complement_tokens(verb: Token) -> list[list[Token]]:
    """The phrases that follow a verb and belong to its meaning, in order, each a list of tokens."""
    phrases: list[list[Token]] = []
    for child in verb.children:
        if child.i < verb.i or (child.dep_ not in _KEPT and not is_wish(child, verb)):
            continue
        tokens = [t for t in child.subtree if not is_trailing_clause(t, child)]
        phrases.append(sorted(tokens, key=lambda t: t.i))
    return phrases


def is_trailing_clause(token: Token, top: Token) -> bool:
    """Whether a token belongs to a relative or parenthetical clause that a title can do without."""
    current = token
    while current != top:
        if current.dep_ in ("relcl", "appos", "parataxis", "advcl") or (
            current.dep_ == "acl" and current.i > top.i + 6
        ):
            return True
        if current.dep_ == "amod" and current.head == top and current.i > top.i and top.nbor(1).text == ",":
            return True  # "the victim, eighteen years old, ..."
        if current.dep_ == "punct" and current.text in "()—":
            return True
        current = current.head
    return False


_LOOSE_END = re.compile(
    r"[\s,;:—-]+(?:and|or|of|to|in|on|at|for|with|by|the|a|an|as|from|that|which|who|whom|its|their|his|her|into|over|including|such|both|than|while|when|where|about|between|upon|during|after|before|against|amid|more|very|not|relating|related|regarding|concerning|according|due|aimed)?$"
)


_LAST_PREPOSITION = re.compile(
    r"^(.+) (?:in|of|to|for|with|on|at|from|by|between|over|into|against|across|about|during) \S.*$"
)


_SINGLE_OPENING = re.compile(r"(?<!\w)['‘](?=\w)")
_SINGLE_CLOSING = re.compile(r"(?<=[\w.,!?])['’](?!\w)")
CUT_OFF = "…"
"""At the end of words that do not end there."""


def shorten(phrases: list[str], limit: int, fewest: int = 4, *, is_clause: bool = False, mark: str = "") -> str:
    """Join phrases while they fit; the first that does not is cut between words, before a loose end.

    It is not cut to less than the `fewest` words, and with `is_clause` wherever the limit falls. Words cut within a
    phrase end with the `mark`.
    """
    text, ending = "", ""
    for phrase in phrases:
        candidate = f"{text} {phrase}".strip()
        if len(candidate) <= limit:
            text = candidate
            continue
        cut = candidate[: limit + 1 - len(mark)].rsplit(" ", 1)[0]
        whole = None if is_clause else _LAST_PREPOSITION.match(cut)  # a phrase cut in its middle goes as a whole
        if whole and len(whole[1].split()) >= max(fewest, len(text.split())):
            cut, inside = whole[1], ""
        else:
            inside = mark
        if not text or len(cut.split()) - len(text.split()) >= 3:
            text, ending = cut, inside
        break
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = re.sub(r'["“”]', "", text)
    if len(_SINGLE_OPENING.findall(text)) > len(_SINGLE_CLOSING.findall(text)):
        text = _SINGLE_OPENING.sub("", text)
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    previous = None
    while previous != text:
        previous, text = text, _LOOSE_END.sub("", text).strip(" ,;:—-")
    return f"{text}{ending}" if text else ""


def quotation(document: Document, first: Token, room: int) -> str:
    """What is said word for word in the sentence of a word in direct speech, in quotation marks, in at most `room`
    characters: from the beginning of that speech on, as far as it goes there. Empty where too little fits."""
    spoken = document.quotation_at(first.idx)
    if spoken is None or room <= _LONG_NAME:
        return ""
    tokens = [t for t in first.sent if document.quotation_at(t.idx) == spoken]
    words = OMISSION.sub(f"{CUT_OFF} ", words_of(document, tokens, replaced=False))
    said = shorten([_MARKS.sub("", words).strip()], room - 2, is_clause=True, mark=CUT_OFF)
    return f"“{said}”" if said else ""
