"""The offices that a verb, or the noun for an office, gives a person.

"Ana Brandt is the president of Norland", "who serves as chair", "who heads the ports authority", "a union led by Ana
Brandt", "during Ana Brandt's presidency".
"""

from typing import Any

from generator.knowledge_files import knowledge_file
from generator.language.document import Entity, Mention
from generator.language.parse import Token
from generator.language.role_phrases import TitlePhrases
from generator.language.role_words import role_words
from generator.model import Kind

_LONGEST_OBJECT = 8
"""Tokens. What somebody heads is told in no more words."""


class RolesByVerb:
    """Finds the offices that verbs and nouns tell."""

    def __init__(self, phrases: TitlePhrases) -> None:
        self._phrases = phrases
        self._document = phrases.document
        self._doc = phrases.doc
        content: dict[str, Any] = knowledge_file("roles")
        self._doers: dict[str, str] = content["doers"]
        self._terms: dict[str, str] = content["terms"]

    def find(self, mention: Mention, entity: Entity) -> None:
        """Add the titles that the clauses around one mention of a person tell."""
        head = self._doc[mention.head]
        first = head
        while first.dep_ == "conj":
            first = first.head
        places = [head, *self._pronouns(head, first)]
        for place in places:
            if any(c.dep_ == "neg" for c in place.head.children):
                continue
            if self._gets_office(place):
                self._holds(entity, head, place.head if place.dep_ != "pobj" else place.head.head)
            if place.dep_ in ("nsubj", "nsubjpass"):
                self._holds_further(entity, place.head)
            if place.dep_ == "nsubj" and (place != head or place.head.tag_ == "VBZ"):
                self._does(entity, place.head)
        self._is_made(mention, entity)
        self._is_agent(entity, head)
        self._has_term(mention, entity)

    # holding and getting an office

    def _pronouns(self, head: Token, first: Token) -> list[Token]:
        """The "who" of a relative clause on a name or on the list it stands in ("A and B, who are judges")."""
        found: list[Token] = []
        for noun in {first, head, *head.conjuncts}:
            for clause in (c for c in noun.children if c.dep_ == "relcl"):
                if noun in (first, head) or any(n.tag_ == "NNS" for n in _office_nouns(clause)):
                    found += [c for c in clause.children if c.lower_ in ("who", "that")]
        return sorted(found, key=lambda t: t.i)

    def _gets_office(self, place: Token) -> bool:
        """Whether a verb says of the word that it holds an office, or is given one."""
        lemma = place.head.lemma_
        if place.dep_ == "nsubj":
            takes_over = lemma == "take" and any(c.lower_ == "over" for c in place.head.children)
            return takes_over or lemma in role_words()["holding"] or self._is_elected_in_headline(place)
        if place.dep_ == "pobj" and place.head.lower_ == "with":
            return place.head.head.lemma_ == "replace"
        return place.dep_ in ("nsubjpass", "dobj") and lemma in role_words()["giving"]

    def _holds_further(self, entity: Entity, verb: Token) -> None:
        """The offices that further verbs of a subject tell: "was forced to resign as mayor", "won and became mayor"."""
        objects = [c.i for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
        further = [c for c in verb.children if c.dep_ in ("xcomp", "conj") and c.pos_ in ("VERB", "AUX")]
        # "adjudged B to be the last man": what B is, not the subject
        further = [c for c in further if c.dep_ == "conj" or not any(verb.i < i < c.i for i in objects)]
        for clause in further:
            if any(c.dep_ in ("nsubj", "nsubjpass", "neg") for c in clause.children):
                continue
            if clause.lemma_ in role_words()["holding"] or self._leaves(clause):
                for noun in _office_nouns(clause):
                    self._add_noun_phrase(entity, noun)
        if self._leaves(verb):
            for noun in _office_nouns(verb):
                self._add_noun_phrase(entity, noun)

    @staticmethod
    def _leaves(verb: Token) -> bool:
        """Whether a verb tells that somebody gives up an office: "step down", "stand down", "quit"."""
        down = any(c.lower_ in ("down", "aside", "back") for c in verb.children)
        return verb.lemma_ in role_words()["leaving"] or (verb.lemma_ in ("step", "stand") and down)

    def _is_elected_in_headline(self, place: Token) -> bool:
        """Whether a headline leaves out the "is" of a passive: "Ana Brandt named central bank governor"."""
        verb = place.head
        headline = self._document.block_of(verb).kind == "headline"
        return headline and verb.lemma_ in role_words()["giving"] and verb.tag_ in ("VBD", "VBN")

    def _holds(self, entity: Entity, head: Token, verb: Token) -> None:
        nouns = [*_office_nouns(verb), *(_office_nouns(head) if verb == head.head else [])]
        if self._document.block_of(verb).kind == "headline":
            nouns += [c for c in verb.children if c.dep_ == "dobj"]
        for noun in nouns:
            self._add_noun_phrase(entity, noun)

    def _is_made(self, mention: Mention, entity: Entity) -> None:
        """ "Parliament elected Ana Brandt president": the office stands right behind the name."""
        end = mention.end
        made = mention.start > 0 and self._doc[mention.start - 1].lemma_ in role_words()["giving"]
        if not made or end >= len(self._doc) or not self._doc[end].is_lower:
            return
        for stop in range(min(end + 4, len(self._doc)), end, -1):
            if self._doc[stop - 1].tag_ == "NN" and self._phrases.gazetteer.is_office(self._doc.span(end, stop).text):
                self._phrases.add(entity, end, *self._phrases.owner_behind(stop, None))
                return

    def _add_noun_phrase(self, entity: Entity, noun: Token) -> None:
        office = self._phrases.office_start(noun.i + 1)
        if office is None or any(c.lower_ == "no" for c in noun.children) or self._phrases.person_at(noun.i):
            return
        start = self._phrases.title_start(office)
        end, owner = self._phrases.owner_behind(noun.i + 1, self._phrases.owner_before(start)[0])
        self._phrases.add(entity, start, end, owner, singular=noun.tag_ in ("NNS", "NNPS"))

    # heading something

    def _does(self, entity: Entity, verb: Token) -> None:
        """ "who heads the ports authority": the office is told by a verb."""
        title = self._doers.get(verb.lemma_)
        thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if title is None or thing is None:
            return
        mention = self._document.actor_at(thing)
        if mention is not None and self._is_headed(mention):
            self._phrases.add_title(entity, title, mention.entities[0], (verb.i, thing.i + 1), {title})
            return
        phrase = self._doc.span(thing.left_edge.i, self._phrase_end(thing.i))
        body = self._phrases.gazetteer.organisation_class(thing.lemma_.lower()) is not None
        if mention is None and body and len(phrase) <= _LONGEST_OBJECT and not any(t.pos_ == "VERB" for t in phrase):
            self._phrases.add_title(entity, f"{title} of {phrase.text}", None, (verb.i, phrase.end), {title})

    def _phrase_end(self, noun: int) -> int:
        """Where the words end that tell what somebody heads: at the next mark, verb or pronoun."""
        closing = ("PUNCT", "VERB", "AUX", "PRON", "SCONJ", "CCONJ")
        limit = min(len(self._doc), noun + 2 * _LONGEST_OBJECT)
        return next((k for k in range(noun + 1, limit) if self._doc[k].pos_ in closing), limit)

    def _is_agent(self, entity: Entity, head: Token) -> None:
        """ "the Harbour Union, led by Ana Brandt": the office is told by a participle."""
        by = head.head
        participle = by.head
        if head.dep_ != "pobj" or by.lower_ != "by" or participle.dep_ != "acl" or participle.lemma_ not in self._doers:
            return
        mention = self._document.actor_at(participle.head)
        if mention is not None and self._is_headed(mention):
            title = self._doers[participle.lemma_]
            self._phrases.add_title(entity, title, mention.entities[0], (participle.i, head.i + 1), {title})

    def _is_headed(self, mention: Mention) -> bool:
        kind = self._document.entities[mention.entities[0]].kind
        return kind in (Kind.ORGANISATION, Kind.STATE) and mention.form not in ("capital", "adjective")

    # terms of office

    def _has_term(self, mention: Mention, entity: Entity) -> None:
        """ "Ana Brandt's presidency", "the presidency of Ana Brandt"."""
        head = self._doc[mention.head]
        noun = head.head
        if head.dep_ == "pobj" and noun.lower_ == "of":
            noun = noun.head
        elif head.dep_ != "poss":
            return
        title = self._terms.get(noun.lemma_.lower())
        if title is not None:
            self._phrases.add_title(entity, title, None, (noun.i, noun.i + 1), {title})


def _office_nouns(verb: Token) -> list[Token]:
    """The nouns that say as what somebody acts: complements, and those behind "as"."""
    found = [c for c in verb.children if c.dep_ in ("attr", "oprd")]
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            found += [c for c in child.children if c.dep_ == "pobj"]
    return [n for noun in found for n in (noun, *noun.conjuncts)]
