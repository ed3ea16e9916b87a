"""Actors spoken of without their names: groups, bodies, descriptions and pronouns, each led back to whom it means.

Antecedents are ranked by nearness and by grammar (subjects of main clauses first), within the article, by number, kind and what
the article has said of gender.
"""

from typing import Any

from spacy.tokens import Doc, Token

from generator.language.antecedents import Antecedents
from generator.language.descriptions import Describer, knowledge
from generator.language.document import Document, Mention
from generator.language.gazetteer import Gazetteer
from generator.model import Kind

_SINGULAR = {"he": False, "him": False, "his": False, "himself": False, "she": True, "her": True, "hers": True, "herself": True}
_PLURAL = {"they", "them", "their", "theirs", "themselves"}
_NEUTER = {"it", "its", "itself"}
_REACH = 3
"""Sentences. How far back a pronoun looks."""


class Resolver:
    """Adds mentions that are no names to a document whose names and roles are known."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._doc: Doc = document.doc
        self._gazetteer = gazetteer
        self._antecedents = Antecedents(document)

    def resolve(self) -> None:
        """Go through the text once, in order, so that each word finds what stands before it."""
        self._genders()
        describer = Describer(self._document, self._gazetteer)
        for token in self._doc:
            if self._document.mention_at(token) is not None:
                continue
            if token.pos_ == "PRON" or token.tag_ == "PRP$":
                self._pronoun(token)
            elif token.pos_ in ("NOUN", "PROPN") and token.is_alpha and token.dep_ not in ("compound", "nmod"):
                describer.noun(token)

    def _genders(self) -> None:
        words = {**dict.fromkeys(knowledge()["feminine"], True), **dict.fromkeys(knowledge()["masculine"], False)}
        for entity in self._document.entities:
            if entity.kind != Kind.PERSON:
                continue
            titles = {w.lower() for r in entity.roles for w in r.title.split()}
            honorifics = {self._doc[m.start - 1].lower_.rstrip(".") for m in entity.mentions if m.start}
            entity.feminine = next((words[w] for w in sorted(titles | honorifics) if w in words), None)

    def _pronoun(self, token: Token) -> None:
        word = token.lower_
        if word in _SINGULAR:
            self._person_pronoun(token, _SINGULAR[word])
        elif word in _PLURAL:
            self._plural_pronoun(token)
        elif word in _NEUTER and not (token.dep_ in ("nsubj", "nsubjpass", "expl") and self._is_expletive(token)):
            self._neuter_pronoun(token)

    @staticmethod
    def _is_expletive(token: Token) -> bool:
        """ "it is possible that": stands for the clause, not for an actor."""
        verb = token.head
        return any(c.dep_ in ("ccomp", "acomp", "csubj", "xcomp") for c in verb.children) and verb.lemma_ in ("be", "seem", "appear", "become", "remain")

    def _person_pronoun(self, token: Token, feminine: bool) -> None:
        candidates = self._ranked(token, lambda e: e.kind == Kind.PERSON and e.feminine in (None, feminine))
        if candidates:
            self._document.entities[candidates[0]].feminine = feminine
            self._add(token, (candidates[0],))

    def _plural_pronoun(self, token: Token) -> None:
        joint = self._joint_subject(token)
        if joint:
            self._add(token, joint)
            return
        candidates = self._ranked(token, lambda e: e.plural or e.kind in (Kind.GROUP, Kind.ORGANISATION, Kind.STATE))
        plural = [c for c in candidates if self._document.entities[c].plural]
        if plural or candidates:
            self._add(token, ((plural or candidates)[0],))

    def _joint_subject(self, token: Token) -> tuple[int, ...] | None:
        """Actors named together as the subject of this or the sentence before ("A and B met. They ...")."""
        for mention in reversed(self._antecedents.before(token)):
            if self._antecedents.distance(mention.head, token.i) > 1:
                return None
            if len(mention.entities) > 1:
                return mention.entities
            head = self._doc[mention.head]
            if head.dep_ == "conj" and head.head.dep_ in ("nsubj", "nsubjpass"):
                first = self._document.mention_at(head.head)
                if first is not None and first.entities != mention.entities:
                    return (*first.entities, *mention.entities)
            if head.dep_ in ("nsubj", "nsubjpass") and not any(c.dep_ == "conj" for c in head.children):
                return None
        return None

    def _neuter_pronoun(self, token: Token) -> None:
        candidates = self._ranked(token, lambda e: e.kind in (Kind.STATE, Kind.ORGANISATION) and not e.plural)
        if candidates:
            self._add(token, (candidates[0],))

    def _ranked(self, token: Token, fits: Any) -> list[int]:
        """Entities that a pronoun could mean, best first."""
        scores: dict[int, float] = {}
        in_speech = self._document.in_speech(token)
        for mention in self._antecedents.before(token):
            distance = self._antecedents.distance(mention.head, token.i)
            if distance > _REACH or len(mention.entities) > 1:
                continue
            index = mention.entities[0]
            if not fits(self._document.entities[index]):
                continue
            head = self._doc[mention.head]
            nearness = 20 if token.tag_ == "PRP$" and distance == 0 else 100  # a possessive looks to what stands just before it
            value = 10.0 - 3 * distance - (token.i - mention.head) / nearness
            if mention.form in ("adjective", "combining"):
                value -= 4
            if head.dep_ in ("nsubj", "nsubjpass"):
                value += 0.5 if token.tag_ == "PRP$" and distance == 0 else 3 if head.head.dep_ == "ROOT" else 2
            elif head.dep_ == "poss":
                value += 1
            elif head.dep_ in ("dobj", "agent"):
                value += 0.5
            if self._document.in_speech(head) != in_speech:
                value -= 3
            if distance == 0 and token.dep_ in ("nsubj", "dobj") and head.head == token.head:
                value -= 8  # subject and object of one verb are two
            scores[index] = max(scores.get(index, -99.0), value)
        return sorted(scores, key=lambda n: -scores[n])

    def _add(self, token: Token, entities: tuple[int, ...]) -> None:
        self._document.add(Mention(token.i, token.i + 1, token.i, "pronoun", token.text, entities))
