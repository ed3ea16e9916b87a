"""The subject of a question: who or what a clause is about, by name or by its phrase."""

from collections.abc import Collection

from generator.distil.question_knowledge import knowledge
from generator.distil.question_names import Naming, definite
from generator.distil.question_parts import after, counting, is_example, last_of, text_beside, wants_article
from generator.distil.wording import joined
from generator.language.arguments import subject_of
from generator.language.document import Mention
from generator.language.parse import Token
from generator.model import Kind

PERSONAL = {"it", "they", "he", "she", "we", "i", "you", "which", "who"}
_NAMELESS = PERSONAL | {"this", "that", "these", "those", "one", "there", "what", "both", "others", "some", "such"}


class Subjects(Naming):
    """Tells the subjects of the clauses of one document."""

    def subject(self, verb: Token) -> str:
        """The subject of a verb: actors by name, else the phrase; empty where nobody is meant."""
        return self._told(self.subjects(verb), verb)

    def defined_subject(self, verb: Token) -> str:
        """The subject of a verb as the one meant: "the two sailors" for "two sailors"."""
        subject, tokens = self.subject(verb), self.subjects(verb)
        counted = len(tokens) == 1 and any(c.dep_ == "nummod" for c in tokens[0].children)
        bare = counted and not any(c.dep_ in ("det", "poss") for c in tokens[0].children)
        return f"the {subject}" if subject and bare else definite(subject)

    def subjects(self, verb: Token) -> list[Token]:
        """The head tokens of a verb's subject; for a relative pronoun handed down, what it stands for."""
        tokens = _behind_participle(verb) or subject_of(verb)
        if not tokens and verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ" and verb.head.head.pos_ in ("AUX", "VERB"):
            tokens = subject_of(verb.head.head)  # "more are likely to be issued"
        if (
            len(tokens) == 1
            and tokens[0].tag_ == "WDT"
            and (thing := self.antecedent(tokens[0])) is not None
            and verb.head.dep_ != "relcl"
        ):
            return [thing]
        above = verb.head.head if verb.dep_ == "ccomp" else verb
        if (
            any(t.tag_ in ("WDT", "WP") for t in tokens)
            and verb.head.dep_ == "relcl"
            and above.pos_ in ("NOUN", "PROPN")
        ):
            return [above]
        listed = [t for t in tokens if not (t.dep_ == "pobj" and is_example(t.head) and t.head.head in tokens)]
        plain = [t for t in listed if t == listed[0] or t.dep_ != "conj" or t.head in listed]
        if len(plain) == 2 and text_beside(plain[0]) == text_beside(last_of(plain[1])) == ",":
            plain = plain[:1]  # "the pilot, aged 40 and a father, was"
        return [counting(t) for t in plain]

    def _told(self, tokens: list[Token], verb: Token) -> str:
        if any(self._is_anybody(t) for t in tokens):
            return ""
        if (
            len(tokens) == 1
            and tokens[0].lower_ == "we"
            and (mention := self.document.mention_at(tokens[0])) is not None
        ):
            return self.speaking(tokens[0], mention.entities)
        entities = self.entities(tokens)
        if entities and not (len(tokens) == 1 and self._is_described(tokens[0], entities)):
            return self.names(entities)
        if not tokens:
            return ""
        if tokens == _behind_participle(verb):
            return self.words(list(tokens[0].head.subtree))
        if len(tokens) == 1 and tokens[0].lower_ == "those" and any(c.dep_ == "relcl" for c in tokens[0].children):
            return self.phrase(tokens[0], verb)
        if (
            len(tokens) == 1
            and tokens[0].lower_ in ("it", "they")
            and (thing := self.antecedent(tokens[0])) is not None
        ):
            return definite(self.phrase(thing, leave_out=after(thing)))
        if any((t.lower_ in _NAMELESS or t.pos_ == "PRON") and self.document.mention_at(t) is None for t in tokens):
            return ""
        if any(t.dep_ == "csubj" or t.pos_ == "VERB" for t in tokens):
            return self.words(list(tokens[0].subtree))
        many = len(tokens) > 3
        parts: list[str] = []
        named: set[int] = set()
        for token in tokens[:2] if many else tokens:
            parts.append(self._subject_phrase(token, verb, named))
            named |= set(self.entities([token]))
        return joined([*parts, "others"] if many else parts) if all(parts) else ""

    def _is_described(self, noun: Token, entities: list[int]) -> bool:
        """Whether a group is told by a common noun whose phrase says more than its name."""
        actor = self.document.entities[entities[0]]
        return (
            len(entities) == 1
            and noun.pos_ == "NOUN"
            and actor.name[:1].islower()
            and noun.lower_ not in ("it", "they")
        )

    def _subject_phrase(self, noun: Token, verb: Token, known: Collection[int]) -> str:
        entities = self.entities([noun])
        if entities and not self._is_described(noun, entities):
            return self.names(entities)
        phrase = self.phrase(noun, verb, known=known)
        phrase = f"the {phrase}" if phrase and wants_article(noun) else phrase
        return phrase.split(", ")[0] if noun.lower_ in phrase.lower().split(", ")[0].split() else phrase

    def _is_anybody(self, noun: Token) -> bool:
        """Whether a noun means people at large."""
        return noun.lower_ in knowledge()["anybody"] and not any(
            c.dep_ in ("amod", "acl", "relcl", "prep", "nummod", "poss", "compound")
            or (c.dep_ == "det" and c.lower_ not in ("these", "those"))
            for c in noun.children
        )

    def entities(self, tokens: list[Token]) -> list[int]:
        """The actors that all of the tokens name; none where one of them is something else."""
        found = [
            m for t in tokens if (m := self._mention_of(t)) is not None and m.form not in ("adjective", "combining")
        ]
        entities = list(dict.fromkeys(e for m in found for e in m.entities))
        known = all(self.document.entities[e].kind is not None for e in entities)
        if len(entities) == 1 and self.document.entities[entities[0]].kind == Kind.STATE and _is_of_many(tokens):
            return []
        return entities if entities and known and len(found) == len(tokens) else []

    def _mention_of(self, noun: Token) -> Mention | None:
        """The mention that a noun heads, or the person's name that stands beside it ("former minister Anna Berg")."""
        own = self.document.mention_at(noun)
        if own is not None:
            return own if own.head == noun.i else None
        beside = self.document.actor_at(noun)
        if beside is None:
            return None
        person = self.document.entities[beside.entities[0]].kind == Kind.PERSON
        return beside if person or any(c.dep_ == "appos" and c.i == beside.head for c in noun.children) else None

    def who(self, noun: Token) -> str:
        """The actors that a noun names, else its phrase; empty for a pronoun of which nothing is known."""
        entities = self.entities([noun])
        return self.names(entities) if entities else "" if noun.pos_ == "PRON" else self.phrase(noun)

    def is_plural(self, verb: Token) -> bool:
        """Whether the subject of a verb is plural."""
        tokens = self.subjects(verb)
        entities = [self.document.entities[e] for e in self.entities(tokens)]
        return (
            len(tokens) > 1
            or len(entities) > 1
            or any(t.tag_ in ("NNS", "NNPS") and not entities for t in tokens)
            or any(e.plural for e in entities)
        )


def _is_of_many(tokens: list[Token]) -> bool:
    """Whether a common noun in the plural is told, which means more than one state: "the governments of the region"."""
    return any(t.tag_ == "NNS" and t.is_lower for t in tokens)


def _behind_participle(verb: Token) -> list[Token]:
    """The noun that a participle tells more of, where the parser made a clause of both: "the men found there left"."""
    clause = next((c for c in verb.children if c.dep_ in ("csubj", "nsubj") and c.tag_ == "VBN"), None)
    if clause is None or any(c.dep_ in ("aux", "auxpass", "mark") for c in clause.children):
        return []
    return [c for c in clause.children if c.dep_ == "nsubj" and c.i < clause.i]
