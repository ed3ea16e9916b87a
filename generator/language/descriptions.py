"""Actors spoken of by a common noun: groups, bodies without a proper name, governments, and titles that stand for a name."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from spacy.tokens import Doc, Token

from generator.language.antecedents import Antecedents
from generator.language.document import Document, Entity, Form, Mention
from generator.language.name_forms import fold
from generator.language.gazetteer import Gazetteer
from generator.model import Kind

_FILE = Path(__file__).parent.parent / "knowledge" / "descriptions.yml"


@cache
def knowledge() -> dict[str, Any]:
    """The words for actors without names."""
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content


class Describer:
    """Adds mentions by common nouns to a document whose names and roles are known; asked noun by noun, in order."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._doc: Doc = document.doc
        self._gazetteer = gazetteer
        self._antecedents = Antecedents(document)
        self._groups: dict[str, int] = {}
        self._bodies: dict[str, int] = {}
        self._home = self._home_state()

    def _home_state(self) -> int | None:
        """The state that the article speaks of most."""
        states = [(len(e.mentions), -n) for n, e in enumerate(self._document.entities) if e.kind == Kind.STATE]
        return -max(states)[1] if states else None

    def noun(self, token: Token) -> None:
        """Lead a noun that no name covers to the actor it speaks of, if it speaks of one."""
        lemma = token.lemma_.lower()
        words = knowledge()
        plural = token.tag_ in ("NNS", "NNPS")
        if plural and self._is_pair(token) and self._pair(token, lemma):
            return
        if lemma in words["government"]:
            self._government(token)
        elif lemma in words["country"] and not plural and self._is_definite(token):
            self._country(token)
        elif lemma == "police" and token.is_lower | token.is_sent_start and self._body(token, lemma):
            return
        elif not plural and self._is_definite(token) and self._described(token, lemma):
            return
        elif not plural and token.is_lower and self._is_body_noun(token) and self._body(token, lemma):
            return
        elif plural and self._gazetteer.group_noun(lemma) is not None:
            self._group(token)
        elif not plural and self._speaks(token, lemma):
            self._unnamed(token)
        elif not plural and token.lower_ in ("opposition", "military", "army", "parliament"):
            self._body(token, lemma)
        elif lemma in ("people", "police", "public", "crowd", "opposition"):
            self._group(token)

    def _is_body_noun(self, token: Token) -> bool:
        """Whether a common noun names an organ that acts by itself: "ministry", "court", "army", not "service"."""
        return self._gazetteer.organisation_class(token.lower_) in knowledge()["body_classes"] and token.lower_ not in knowledge()["no_bodies"]

    @staticmethod
    def _is_definite(token: Token) -> bool:
        return any(c.lower_ in ("the", "this", "that") and c.dep_ == "det" or c.dep_ == "poss" for c in token.children)

    @staticmethod
    def _is_pair(token: Token) -> bool:
        return any(c.lower_ in ("both", "two", "three") for c in token.children)

    def _pair(self, token: Token, lemma: str) -> bool:
        """ "both countries", "the two leaders": the two told of last."""
        pairs = knowledge()["pairs"]
        kinds = [Kind(kind) for kind, lemmas in pairs.items() if lemma in lemmas]
        wanted = 3 if any(c.lower_ == "three" for c in token.children) else 2
        for kind in kinds:
            if wanted == 2 and (joint := self._named_together(token, kind)):
                self._add(token, joint, "description")
                return True
            found: list[int] = []
            for mention in reversed([m for m in self._document.mentions if m.end <= token.i and m.form not in ("adjective", "description")] + []):
                for index in mention.entities:
                    entity = self._document.entities[index]
                    if entity.kind == kind and index not in found and self._antecedents.distance(mention.head, token.i) <= 6:
                        found.append(index)
            ranked = sorted(found[:6], key=lambda n: -len(self._document.entities[n].mentions))[:wanted] if len(found) > wanted else found
            if len(ranked) == wanted:
                self._add(token, tuple(ranked), "description")
                return True
        return False

    def _named_together(self, token: Token, kind: Kind) -> tuple[int, ...] | None:
        """The last two of a kind that a subject "A and B" or "between A and B" names, not more than three sentences back."""
        for mention in reversed(self._antecedents.before(token)):
            head = self._doc[mention.head]
            if self._antecedents.distance(mention.head, token.i) > 3:
                return None
            if len(mention.entities) == 2 and self._document.entities[mention.entities[0]].kind == kind:
                return mention.entities
            first = self._document.mention_at(head.head) if head.dep_ == "conj" else None
            if first is None or len(first.entities) != 1 or len(mention.entities) != 1 or first.entities == mention.entities:
                continue
            if any(c.dep_ == "conj" for c in head.children) or head.head.dep_ not in ("nsubj", "nsubjpass", "pobj"):
                continue
            if all(self._document.entities[e].kind == kind for e in (*first.entities, *mention.entities)):
                return (first.entities[0], mention.entities[0])
        return None

    def _government(self, token: Token) -> None:
        """ "the Norlandish government", "the government of Norland", "her government", "the government"."""
        owner = self._owner(token)
        lemma = token.lemma_.lower()
        if owner is None and lemma in ("government", "administration", "regime"):
            possessor = next((c for c in token.children if c.dep_ == "poss"), None)
            person = self._document.mention_at(possessor) if possessor is not None else None
            if person is not None:
                owner = next((r.of for n in person.entities for r in self._document.entities[n].roles if r.of is not None), None)
        loose = any(c.dep_ in ("amod", "compound", "nmod", "poss") and c.lower_ not in ("federal", "national", "central") for c in token.children)
        if owner is None and not loose and (lemma in ("government", "regime") and self._is_definite(token) or token.lower_ == "authorities"):
            owner = self._home
        if owner is not None and self._document.entities[owner].kind == Kind.STATE:
            self._add(token, (owner,), "description", alias=True)

    def _country(self, token: Token) -> None:
        if any(c.dep_ in ("relcl", "prep") for c in token.children) and not any(c.lower_ in ("this", "that") for c in token.children):
            return
        for mention in reversed(self._antecedents.before(token)):
            index = mention.entities[0]
            if self._document.entities[index].kind == Kind.STATE and mention.form in ("name", "acronym", "description", "seat", "adjective") and len(mention.entities) == 1:
                self._add(token, (index,), "description")
                return

    def _owner(self, token: Token) -> int | None:
        """The state or body a noun belongs to by "of X", "X's" or an adjective."""
        for child in token.children:
            if child.dep_ in ("amod", "compound", "poss", "nmod"):
                mention = self._document.mention_at(child)
                if mention is not None and self._document.entities[mention.entities[0]].kind in (Kind.STATE, Kind.ORGANISATION):
                    return mention.entities[0]
            if child.dep_ == "prep" and child.lower_ == "of":
                for noun in child.children:
                    mention = self._document.mention_at(noun)
                    if mention is not None and self._document.entities[mention.entities[0]].kind in (Kind.STATE, Kind.ORGANISATION):
                        return mention.entities[0]
        return None

    def _described(self, token: Token, lemma: str) -> bool:
        """ "the commissioner", "the Norlandish leader", "the airline": what the article has called an actor."""
        phrase = " ".join(t.lower_ for t in self._doc[token.left_edge.i : token.i + 1] if t.dep_ in ("amod", "compound", "nmod") or t == token)
        state = next((m.entities[0] for c in token.children if c.dep_ in ("amod", "poss", "compound") and (m := self._document.mention_at(c)) is not None and self._document.entities[m.entities[0]].kind == Kind.STATE), None)
        if self._gazetteer.is_title(lemma) or self._gazetteer.is_title(phrase):
            return self._titled(token, lemma, state)
        for mention in reversed(self._antecedents.before(token)):
            index = mention.entities[0]
            entity = self._document.entities[index]
            if entity.kind != Kind.ORGANISATION or entity.plural:
                continue
            last = fold(entity.name).split()[-1:] + fold(entity.name).split()[:1]
            if lemma in entity.nouns or lemma in last and self._gazetteer.organisation_head(lemma):
                if state is None:
                    self._add(token, (index,), "description", alias=True)
                    return True
        return False

    def _titled(self, token: Token, lemma: str, state: int | None) -> bool:
        """A person by the title of office, and by the state where one is named."""
        leader = lemma in knowledge()["leaders"]
        for mention in reversed(self._antecedents.before(token)):
            index = mention.entities[0]
            entity = self._document.entities[index]
            if entity.kind != Kind.PERSON or mention.form in ("group",):
                continue
            for role in entity.roles:
                same_title = lemma in role.title.lower().split() or leader and role.title.lower() in knowledge()["leaders"]
                if same_title and (state is None or role.of == state):
                    self._add(token, (index,), "description")
                    return True
        return False

    def _body(self, token: Token, lemma: str) -> bool:
        """A body without a proper name: "Norland's culture ministry", "police", "the city council"."""
        owner = self._owner(token)
        left = [t for t in self._doc[token.left_edge.i : token.i] if t.dep_ in ("compound", "amod", "nmod") and t.head == token and self._document.mention_at(t) is None and t.lower_ not in knowledge()["dropped_modifiers"]]
        common = " ".join([*(t.text for t in left), token.text])
        bare = token.lower_ in ("police",)
        if owner is None and not bare and not left:
            return False
        if owner is None and not bare and not self._is_definite(token):
            return False
        key = fold(common)
        owner_name = self._document.entities[owner].name if owner is not None else ""
        known = self._bodies.get(f"{owner_name}|{key}") or next((v for k, v in self._bodies.items() if k.endswith(f"|{key}") and owner is None), None)
        if known is None:
            known = self._named_body(lemma, owner_name, common)
        if known is None:
            name = f"{owner_name}'s {common}" if owner_name and not bare else f"{owner_name} {common}".strip() if owner_name else common
            entity = Entity(name, Kind.ORGANISATION)
            entity.aliases.add(common)
            self._document.entities.append(entity)
            known = len(self._document.entities) - 1
        self._bodies[f"{owner_name}|{key}"] = known
        self._add(token, (known,), "group", alias=True)
        return True

    def _named_body(self, lemma: str, owner: str, common: str) -> int | None:
        """An organisation named in full elsewhere that a common noun means: "the police" of the "Norland Police"."""
        for index, entity in enumerate(self._document.entities):
            words = fold(entity.name).split()
            if entity.kind == Kind.ORGANISATION and not entity.plural and len(words) > 1 and (words[-1] == lemma or (lemma == "police" and lemma in words) or fold(common) == " ".join(words[-len(common.split()) :])):
                return index
        return None

    def _speaks(self, token: Token, lemma: str) -> bool:
        """Whether a singular noun for a person is the subject of a verb of speech ("a government source said")."""
        noun = self._gazetteer.group_noun(lemma)
        if noun is None or not noun.speaker or self._gazetteer.organisation_head(lemma) or lemma in knowledge()["leaders"] or token.dep_ not in ("nsubj", "dobj", "pobj", "appos"):
            return False
        for t in self._doc[token.i + 1 : min(token.i + 9, token.sent.end)]:
            named = self._document.mention_at(t)
            if t.text in ',."':
                break
            if named is not None and self._document.entities[named.entities[0]].kind == Kind.PERSON:
                return False  # the name follows: "a protester called X"
        verb = token.head
        told = token.dep_ == "nsubj" and verb.lemma_ in ("say", "tell", "add", "state", "report", "explain", "write", "call", "confirm", "announce", "deny", "warn", "claim")
        cited = token.dep_ == "pobj" and verb.lower_ == "to" and verb.head.lower_ == "according"
        return (told or cited) and not any(c.dep_ == "appos" for c in token.children)

    def _unnamed(self, token: Token) -> None:
        """A person without a name, told apart by the phrase: "Norlandish government source"."""
        start = token.i
        while start > token.left_edge.i and self._doc[start - 1].pos_ in ("ADJ", "NOUN", "PROPN"):
            start -= 1
        text = self._doc[start : token.i + 1].text
        self._document.entities.append(Entity(text, Kind.PERSON))
        self._document.add(Mention(start, token.i + 1, token.i, "group", text, (len(self._document.entities) - 1,)))

    def _group(self, token: Token) -> None:
        """A plural noun for people: "Norlandish protesters", "legal and religious groups", "analysts"."""
        persons = self._named_after(token)
        if persons:
            self._document.add(Mention(token.i, token.i + 1, token.i, "description", token.text, persons))
            return
        start = token.i
        while start > token.left_edge.i:
            left = self._doc[start - 1]
            named = self._document.mention_at(left)
            if left.pos_ in ("ADJ", "NOUN", "PROPN", "CCONJ") or left.text == "-" or left.tag_ == "VBN":
                if left.lower_ in knowledge()["dropped_modifiers"] or named is not None and self._document.entities[named.entities[0]].kind == Kind.PERSON:
                    break
                start -= 1
            else:
                break
        while start < token.i and self._doc[start].pos_ in ("CCONJ", "PUNCT"):
            start += 1
        text = self._doc[start : token.i + 1].text
        first = self._doc[start]
        if first.is_sent_start and first.tag_ not in ("NNP", "NNPS") and not first.ent_type_ and self._document.mention_at(first) is None:
            text = text[:1].lower() + text[1:]  # the capital is the sentence's, not the name's
        key = fold(text)
        index = self._groups.get(key)
        if index is None:
            # "protesters" after "Norlandish protesters" are the same people, unless another modifier parts them
            if start == token.i and self._is_definite(token) or start == token.i:
                index = next((n for k, n in reversed(self._groups.items()) if k.split()[-1] == key), None)
            elif key.split()[-1] in self._groups:
                index = self._groups[key.split()[-1]]
        if index is None:
            self._document.entities.append(Entity(text, Kind.GROUP, plural=True))
            index = len(self._document.entities) - 1
        entity = self._document.entities[index]
        if len(text) > len(entity.name) and fold(entity.name) == key.split()[-1]:
            entity.aliases.add(entity.name)
            entity.name = text
        elif text != entity.name:
            entity.aliases.add(text)
        self._groups[key] = index
        self._document.add(Mention(start, token.i + 1, token.i, "group", text, (index,)))

    def _named_after(self, token: Token) -> tuple[int, ...]:
        """The persons that a plural noun names at once ("her counterparts, A, B and C")."""
        if token.i + 2 >= len(self._doc) or self._doc[token.i + 1].text not in (",", ":") and self._document.mention_at(token.i + 1) is None:
            return ()
        found: list[int] = []
        i = token.i + 1
        while i < len(self._doc) and (self._document.mention_at(i) is not None or self._doc[i].text in (",", "and", ":")):
            mention = self._document.mention_at(i)
            if mention is not None:
                if self._document.entities[mention.entities[0]].kind != Kind.PERSON:
                    return ()
                found += mention.entities
                i = mention.end
            else:
                i += 1
        return tuple(dict.fromkeys(found)) if len(found) > 1 else ()

    def _add(self, token: Token, entities: tuple[int, ...], form: Form, alias: bool = False) -> None:
        start = token.i
        if form != "pronoun":
            while start > token.left_edge.i and self._doc[start - 1].pos_ != "PUNCT" and self._doc[start - 1].head == token:
                start -= 1
            named = self._document.mention_at(start)
            start = min(start, named.start) if named is not None else start
        words = [t for t in self._doc[start : token.i + 1] if not (t.i < token.i and t.dep_ in ("det", "poss") and t.tag_ in ("DT", "PRP$"))]
        text = self._doc[words[0].i : token.i + 1].text if words else token.text
        if alias and len(entities) == 1:
            entity = self._document.entities[entities[0]]
            if fold(text) != fold(entity.name):
                entity.aliases.add(text)
        self._document.add(Mention(token.i, token.i + 1, token.i, form, text, entities))
