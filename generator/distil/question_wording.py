"""The wording of open questions: clauses and nouns of the parse turned into direct questions in good English."""

import re
from functools import cache
from typing import Any

from spacy.tokens import Token

from generator.distil.wording import complement_tokens, entity_name, joined, sentence_case, shorten, words_of
from generator.knowledge_files import knowledge_file
from generator.language.arguments import is_passive, noun_agents, subject_is_other, subject_of
from generator.language.document import Document

LONGEST_QUESTION = 160
"""Characters."""
_LONGEST_SUBJECT = 90
_BE = {"is", "are", "was", "were", "am"}
_CONTRACTED = {
    "'s": "is",
    "'re": "are",
    "'d": "would",
    "'ll": "will",
    "wo": "will",
    "ca": "can",
    "'ve": "have",
    "'m": "am",
    "sha": "shall",
}
_EMPTY = {"be", "have", "do", "say", "make", "get"}
"""Verbs that ask nothing where nothing follows."""
_PERSONS = {"it", "they", "he", "she", "we", "i", "you", "which", "who"}
_NAMELESS = _PERSONS | {"this", "that", "these", "those", "one", "there", "what"}
_SPEAKERS_OWN = re.compile(r"\b(?:our|my|your)\b", re.IGNORECASE)
_SPEAKERS = re.compile(r"\b(?:I|we|us|me|you|ourselves|myself)\b")


@cache
def knowledge() -> dict[str, Any]:
    """The words that leave something open: sets of lemmas, and the nouns that name a happening with their verbs."""
    content: dict[str, Any] = knowledge_file("questions")
    return {key: value if isinstance(value, dict) else frozenset(value) for key, value in content.items()}


def question_of(text: str) -> str | None:
    """The finished question; None where too little is left of it, or only those who speak could be meant."""
    text = re.sub(r"\[[^\]]*\]?|\]", "", _SPEAKERS_OWN.sub("the", text))
    text = re.sub(r"\s*,(?:\s*,)+", ",", " ".join(text.split())).strip(" ,.;:?!-–—'")
    if re.match(r'[^"]*\S"\s', text):
        text = text.replace('"', "")  # the quotation began before the words that are left
    if (
        len(text.split()) < 3
        or text.lower().split()[0] == "am"
        or text.lower().split()[1] in _PERSONS
        or _SPEAKERS.search(re.sub(r'"[^"]*"|“[^”]*”', "", text))
    ):
        return None
    question = sentence_case(re.sub(r"(?<=s)(['’])s\b", r"\1", text)) + "?"
    return question if len(question) <= LONGEST_QUESTION else None


class QuestionWording:
    """Words questions about one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def subject(self, verb: Token) -> str:
        """The subject of a verb: actors by name, else the phrase; empty where nobody is meant."""
        tokens = subject_of(verb)
        entities = self._entities(tokens)
        if entities:
            return joined([entity_name(self._document, e) for e in entities])
        if not tokens or any(t.lower_ in _NAMELESS or t.pos_ == "PRON" for t in tokens[:3]):
            return ""
        return shorten([joined([p for t in tokens[:3] if (p := self.phrase(t, verb))] or [""])], _LONGEST_SUBJECT)

    def _entities(self, tokens: list[Token]) -> list[int]:
        """The actors that all of the tokens name; none where one of them is something else."""
        found = [
            m
            for t in tokens
            if (m := self._document.mention_at(t)) is not None
            and m.head == t.i
            and m.form not in ("adjective", "combining")
        ]
        entities = list(dict.fromkeys(e for m in found for e in m.entities))
        known = all(self._document.entities[e].kind is not None for e in entities)
        return entities if entities and known and len(found) == len(tokens) else []

    def will(self, verb: Token, auxiliary: str = "Will") -> str:
        """The verb as something that may come: "Will A meet B"."""
        subject = self.subject(verb)
        return self._finished(f"{auxiliary} {subject} {self._base(verb)}", verb) if subject else ""

    def did(self, verb: Token) -> str:
        """The verb as something that may have been: "Did A aid B", "Was A poisoned"."""
        subject = self.subject(verb)
        if not subject:
            return ""
        if is_passive(verb) or verb.lemma_ == "be":
            participle = "" if verb.lemma_ == "be" else verb.text
            return self._finished(f"{'Were' if self._is_plural(verb) else 'Was'} {subject} {participle}".strip(), verb)
        return self._finished(f"Did {subject} {self._base(verb)}", verb)

    def direct(self, clause: Token, question_word: str = "") -> str:
        """A clause as a direct question in its own tense: "Does A transport B", "How will C develop"."""
        auxiliaries = [
            c for c in clause.children if c.dep_ in ("aux", "auxpass") and c.i < clause.i and c.lower_ != "to"
        ]
        subject = self.subject(clause)
        if not subject:
            to = any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)
            return (
                self._finished(f"{question_word} {'to' if to else 'will'} {self._base(clause)}", clause)
                if question_word
                else ""
            )
        start = f"{question_word} " if question_word else ""
        if auxiliaries:
            front = _CONTRACTED.get(auxiliaries[0].lower_, auxiliaries[0].lower_)
            if front == "had":
                return start + self.did(clause)
            front = {"would": "will"}.get(front, front)
            others = " ".join(a.text for a in auxiliaries[1:])
            return self._finished(f"{start}{front} {subject} {others} {clause.text}{self._particle(clause)}", clause)
        if clause.lemma_ == "be" and clause.lower_ in _BE | set(_CONTRACTED):
            return self._finished(f"{start}{_CONTRACTED.get(clause.lower_, clause.lower_)} {subject}", clause)
        if clause.tag_ in ("VBD", "VBZ", "VBP"):
            do = "did" if clause.tag_ == "VBD" else "do" if self._is_plural(clause) else "does"
            return self._finished(f"{start}{do} {subject} {clause.lemma_}{self._particle(clause)}", clause)
        return (
            start + self.did(clause)
            if clause.tag_ in ("VBN", "VBG")
            else self._finished(f"{start}will {subject} {self._base(clause)}", clause)
        )

    def by_whom(self, clause: Token, question_word: str) -> str:
        """A clause whose subject is asked for: "Who will succeed A"."""
        return self._finished(f"{question_word} will {self._base(clause)}", clause)

    def happening(self, noun: Token, auxiliary: str = "Will", of_subject: bool = False) -> str:
        """What a noun names, through its verb where that is known: "a visit by A to B" is "Will A visit B".

        `of_subject`: the subject of the verb that governs the noun does it, where the noun itself names nobody.
        """
        entry = knowledge()["happenings"].get(noun.lemma_.lower())
        if entry is None:
            return ""
        verb, participle, preposition = [*entry, ""][:3]
        agents, objects, rest = self._around(noun, preposition or "of")
        did = auxiliary == "Did"
        if of_subject and not agents and (entities := self._entities(noun_agents(noun))):
            agents = joined([entity_name(self._document, e) for e in entities])
        if agents:
            target = f" {objects}" if objects else ""
            return shorten([f"{auxiliary} {agents} {verb}{target}", *rest], LONGEST_QUESTION - 1)
        if objects and participle:
            be = f"Was {objects} {participle}" if did else f"{auxiliary} {objects} be {participle}"
            return shorten([be, *rest], LONGEST_QUESTION - 1)
        return ""

    def _around(self, noun: Token, preposition: str) -> tuple[str, str, list[str]]:
        """Who does what a noun names, to what, and the other phrases on it."""
        agents, objects, rest = "", "", []
        for child in noun.children:
            if child.dep_ == "poss" or (
                child.dep_ in ("compound", "amod", "nmod") and self._document.actor_at(child) is not None and not agents
            ):
                agents = self._named(child)
            elif child.dep_ == "compound" and child.pos_ == "NOUN" and self._document.mention_at(child) is None:
                objects = objects or child.text
            elif child.dep_ == "prep":
                nouns = [c for c in child.children if c.dep_ == "pobj"]
                if nouns and child.lower_ in ("by", "between"):
                    agents = self._named(nouns[0])
                elif nouns and child.lower_ == preposition:
                    objects = self._named(nouns[0])
                elif nouns and child.lower_ == "of" and preposition != "of":
                    agents = agents or self._named(nouns[0])
                else:
                    rest.append(words_of(self._document, [t for t in child.subtree if not _outside(t, child)]))
        return agents, objects, rest

    def _named(self, noun: Token) -> str:
        """A noun and what is coordinated with it, actors by name."""
        tokens = [noun, *noun.conjuncts]
        entities = self._entities(tokens)
        return joined(
            [entity_name(self._document, e) for e in entities] if entities else [self.phrase(t) for t in tokens[:3]]
        )

    def phrase(self, noun: Token, without: Token | None = None) -> str:
        """A noun phrase without clauses that only explain it, and without that of the verb it is the subject of."""
        cut = {t.i for t in without.subtree} if without is not None and noun.is_ancestor(without) else set()
        tokens = [t for t in noun.subtree if t.i not in cut and not _outside(t, noun)]
        if not tokens:
            return noun.text
        first, text = tokens[0], self._words(tokens, [])
        if (
            text.startswith(first.text)
            and first.text.istitle()
            and first.pos_ != "PROPN"
            and (first.is_sent_start or first.pos_ == "DET")
        ):
            text = text[:1].lower() + text[1:]
        return shorten([text], _LONGEST_SUBJECT).removesuffix("'s").removesuffix("’s")

    def _words(self, tokens: list[Token], known: list[int]) -> str:
        """The words of tokens; a pronoun gives way to the name it stands for, once for each name."""
        parts, named, start = [], set(known), 0
        for number, token in enumerate(tokens):
            mention = self._document.mention_at(token)
            if token.tag_ in ("PRP", "PRP$") and mention is not None and mention.form == "pronoun":
                parts.append(words_of(self._document, tokens[start : number + 1], subject=named))
                named |= set(mention.entities)
                start = number + 1
        parts.append(words_of(self._document, tokens[start:], subject=named) if start < len(tokens) else "")
        return re.sub(r" ([,.;:])", r"\1", " ".join(p for p in parts if p))

    def _base(self, verb: Token) -> str:
        """The verb after an auxiliary: "meet", "be detailed", "step down"."""
        return (
            f"be {verb.text}{self._particle(verb)}"
            if is_passive(verb)
            else f"{verb.lemma_.lower()}{self._particle(verb)}"
        )

    def _particle(self, verb: Token) -> str:
        return "".join(f" {c.text}" for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1)

    def _is_plural(self, verb: Token) -> bool:
        tokens = subject_of(verb)
        entities = [self._document.entities[e] for e in self._entities(tokens)]
        return len(tokens) > 1 or any(t.tag_ in ("NNS", "NNPS") for t in tokens) or any(e.plural for e in entities)

    def _finished(self, start: str, verb: Token) -> str:
        """The start of a question with what follows its verb, as much as there is room for."""
        start = " ".join(start.split())
        subject = self._entities(subject_of(verb))
        phrases = [
            self._words(tokens, subject)
            for tokens in complement_tokens(verb)
            if tokens and tokens[0].dep_ not in ("prt", "neg")
        ]
        rest = shorten([p for p in phrases if p], LONGEST_QUESTION - len(start) - 2)
        if not rest and (second := self._completed_by(verb)) is not None:
            return self._finished(f"{start} and {self._base(second)}", second)
        said_of_nothing = not rest and (verb.lemma_ in _EMPTY or (verb.dep_ == "relcl" and subject_is_other(verb)))
        return "" if said_of_nothing else f"{start} {rest}".strip()

    def _completed_by(self, verb: Token) -> Token | None:
        """The verb whose object a verb shares: "foster and deepen its relations"."""
        conjuncts = (c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_)
        return next((c for c in conjuncts if any(o.dep_ == "dobj" for o in c.children)), None)


def _outside(token: Token, noun: Token) -> bool:
    """Whether a token stands in a clause that only explains the noun, or in a phrase coordinated with it."""
    current = token
    while current != noun and current.head != current:
        if current.dep_ in ("relcl", "appos", "advcl", "parataxis") or (
            current.dep_ in ("conj", "cc") and current.head == noun
        ):
            return True
        if current.dep_ == "acl" and current.i > 0 and current.doc[current.i - 1].text == ",":
            return True
        current = current.head
    return False
