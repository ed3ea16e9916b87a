"""Groups of people and single persons that an article does not name: "Norlandish protesters", "a government source"."""

from generator.language.description_words import knowledge, same_people
from generator.language.document import Document, Entity, Mention, RoleMention
from generator.language.gazetteer import Gazetteer
from generator.language.name_forms import fold
from generator.language.name_words import party_stems
from generator.language.noun_phrases import add_description, is_definite, kind_of
from generator.language.parse import Doc, Token
from generator.language.role_words import role_words
from generator.model import Kind

_LONGEST_COMPLEMENT = 7
"""Tokens."""
_WHOSE = ("of", "from", "for", "the")
_NAME_LABELS = ("GPE", "NORP", "ORG", "LOC")
_NO_COMPLEMENT = ("VERB", "AUX", "PRON", "NUM")


class Groups:
    """The unnamed people of one article."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._doc: Doc = document.doc
        self._gazetteer = gazetteer
        self._groups: dict[str, int] = {}
        """Folded phrase to entity."""
        self._persons: dict[str, int] = {}
        """Folded phrase of a person without a name to entity."""

    def speaks(self, token: Token, lemma: str) -> bool:
        """Whether a singular noun for a person is the subject of a verb of speech ("a government source said")."""
        noun = self._gazetteer.group_noun(lemma)
        if noun is None or not noun.speaker or noun.collective or self._gazetteer.organisation_head(lemma):
            return False
        if lemma in knowledge()["leaders"] or self._is_named(token) or any(c.dep_ == "appos" for c in token.children):
            return False
        verb = token.head
        if token.dep_ == "nsubj":
            return verb.lemma_ in knowledge()["speaking_verbs"]
        return token.dep_ == "pobj" and verb.lower_ == "to" and verb.head.lower_ == "according"

    def takes_part(self, token: Token, lemma: str) -> bool:
        """Whether a singular noun for a person is somebody whom the article brings in without a name, by what is done.

        "A federal judge dismissed the suit", "police shot a teenage protester"; "the judge" only behind "a judge".
        """
        noun = self._gazetteer.group_noun(lemma)
        if noun is None or not noun.speaker or noun.collective or self._gazetteer.organisation_head(lemma):
            return False
        if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "agent") and not (
            token.dep_ == "pobj" and token.head.lower_ == "by"
        ):
            return False
        numbers = [c for c in token.children if c.dep_ == "nummod"]
        counted = any(c.lower_ != "one" or (c.i and self._doc[c.i - 1].pos_ == "ADV") for c in numbers)
        if self._is_named(token) or counted or any(c.dep_ == "appos" for c in token.children):
            return False
        headline = self._document.block_of(token).kind == "headline"
        determiners = [c.lower_ for c in token.children if c.dep_ in ("det", "poss", "nummod")]
        if determiners and determiners[0] in ("the", "this", "that"):
            return any(key.split()[-1] == fold(lemma) for key in self._persons)
        return bool(determiners and determiners[0] in ("a", "an", "one", "another")) or (headline and not determiners)

    def _is_named(self, token: Token) -> bool:
        """Whether the person's name follows: "a protester called X"."""
        for t in self._doc[token.i + 1 : min(token.i + 9, token.sent.end)]:
            verb = t.pos_ in ("VERB", "AUX") and t.lower_ not in role_words()["naming"] and t.dep_ != "acl"
            if verb or t.text in ',."':
                return False
            if kind_of(self._document, self._document.mention_at(t)) == Kind.PERSON:
                return True
        return False

    def add_person(self, token: Token) -> None:
        """A person without a name, told apart by the phrase: "Norlandish government source"."""
        start = self._start(token)
        text = self._phrase(start, token)
        index = self._same_person(fold(text))
        if index is None:
            self._document.entities.append(Entity(text, Kind.PERSON, roles=self._role(start, token)))
            index = len(self._document.entities) - 1
        self._persons[fold(text)] = index
        self._tell_apart(index, start, token, ("one", "another"))
        self._document.add(Mention(start, token.i + 1, token.i, "group", text, (index,)))

    def add_one_more(self, token: Token, before: Mention) -> None:
        """One more person of the sort that a noun before tells: "a second" behind "one witness"."""
        told = self._document.entities[before.entities[0]].roles
        role = told[0].title if told else self._doc[before.head].lemma_.lower()
        first, _, rest = role.partition(" ")
        role = rest if first.lower() in knowledge()["further_ones"] and rest else role
        name = f"{token.lower_} {role}"
        known = self._persons.get(fold(name)) if is_definite(token) else None
        if known is not None:
            self._document.add(Mention(token.i, token.i + 1, token.i, "group", token.text, (known,)))
            return
        entity = Entity(name, Kind.PERSON, roles=[RoleMention(role, None, before.head, before.head + 1)])
        self._document.entities.append(entity)
        self._persons[fold(name)] = len(self._document.entities) - 1
        self._document.add(Mention(token.i, token.i + 1, token.i, "group", name, (self._persons[fold(name)],)))

    def _tell_apart(self, index: int, start: int, token: Token, counting: tuple[str, ...] = ()) -> None:
        """Note the words left off before a phrase as another name: "senior judges", "one speaker"."""
        first = start
        while first > token.left_edge.i and self._doc[first - 1].lower_ in (*knowledge()["qualities"], *counting):
            first -= 1
        if first < start:
            text = self._doc.span(first, token.i + 1).text
            self._document.entities[index].aliases.add(text[0].lower() + text[1:])

    def _same_person(self, key: str) -> int | None:
        """The person without a name told of before by the same words, or by more of them ("the judge")."""
        if key in self._persons or " " in key:
            return self._persons.get(key)
        return next((n for k, n in reversed(self._persons.items()) if k.split()[-1] == key), None)

    def _role(self, start: int, token: Token) -> list[RoleMention]:
        """What a person without a name is, and whose: the words that stand for the name."""
        owner = self._document.mention_at(start)
        first = start if owner is None else min(owner.end, token.i)
        title = self._phrase(first, token)
        return [RoleMention(title, owner.entities[0] if owner is not None else None, first, token.i + 1)]

    def add(self, token: Token) -> None:
        """A plural noun for people: "Norlandish protesters", "legal and religious groups", "analysts"."""
        named = self._named_after(token) or self._body_after(token)
        if named:
            self._document.add(Mention(token.i, token.i + 1, token.i, "description", token.text, named))
            return
        start = self._start(token)
        text = self._phrase(start, token)
        whole = self._with_complement(start, token)
        if whole is not None and token.lemma_.lower() in (*knowledge()["anybody"], *knowledge()["bystanders"]):
            text = whole
        key = fold(text)
        index = self._same_people(key, bare=start == token.i and self._may_refer(token))
        if index is None:
            index = self._alike(key, token)
        if index is None:
            index = self._named_so(key)
        if index is None:
            self._document.entities.append(Entity(text, Kind.GROUP, plural=True))
            index = len(self._document.entities) - 1
        entity = self._document.entities[index]
        if whole is not None and fold(entity.name) == key:
            entity.aliases.add(entity.name)
            entity.name = whole
        elif len(text) > len(entity.name) and fold(entity.name) == key.split()[-1]:
            entity.aliases.add(entity.name)
            entity.name = text
        elif text != entity.name:
            entity.aliases.add(text)
        self._groups[key] = index
        self._tell_apart(index, start, token)
        self._document.add(Mention(start, token.i + 1, token.i, "group", text, (index,)))

    def add_team(self, token: Token, lemma: str) -> bool:
        """ "The Norlandish team", then "the team": False where no word tells which one it is, or none was told of."""
        start = self._start(token)
        words = [t for t in self._doc[start : token.i] if t.pos_ in ("ADJ", "PROPN")]
        named = any(t.ent_type_ in _NAME_LABELS or self._document.mention_at(t) is not None for t in words)
        joined = any(t.text == "-" for t in self._doc[start : token.i]) and bool(words)
        known = is_definite(token) and start == token.i and any(k.split()[-1] == lemma for k in self._groups)
        alone = is_definite(token) and start == token.i
        if alone and not known and lemma in knowledge()["workers_together"] and (meant := self._last_people(token)):
            add_description(self._document, token, meant, "description")
            return True
        if not (named or joined or known) or any(c.dep_ == "appos" for c in token.children):
            return False
        self.add(token)
        return True

    def add_household(self, token: Token) -> bool:
        """ "Her family", "Ana Berg's household": a group called after the person; False where nobody's is told."""
        owner = next((m for c in token.children if c.dep_ == "poss" and (m := self._document.mention_at(c))), None)
        if owner is None or len(owner.entities) > 1 or kind_of(self._document, owner) != Kind.PERSON:
            return False
        beside = self._document.mention_at(token.head) if token.dep_ == "conj" else None
        if beside is not None and beside.entities == owner.entities:
            return False  # "she and her family": told of with her
        name = f"{self._document.entities[owner.entities[0]].name}'s {token.text}"
        index = self._groups.get(fold(name))
        if index is None:
            self._document.entities.append(Entity(name, Kind.GROUP, plural=True))
            index = self._groups[fold(name)] = len(self._document.entities) - 1
        add_description(self._document, token, (index,), "group", alias=True)
        return True

    def _last_people(self, token: Token) -> tuple[int, ...] | None:
        """The group that is the subject of the sentence before: "Researchers found a frog. The team said"."""
        before = next((s for s in reversed(list(self._doc.sents)) if s.end <= token.sent.start and len(s) > 1), None)
        for i in range(before.start, before.end) if before is not None else ():
            mention = self._document.mention_at(i)
            if mention is None or mention.head != i or self._doc[i].dep_ not in ("nsubj", "nsubjpass"):
                continue
            group = mention.form == "group" and kind_of(self._document, mention) == Kind.GROUP
            return mention.entities if group else None
        return None

    def _with_complement(self, start: int, token: Token) -> str | None:
        """A group's phrase with what tells who they are behind it: "researchers at Harbour College"."""
        preposition = next((c for c in token.rights if c.dep_ == "prep"), None)
        if preposition is None or preposition.i != token.i + 1 or preposition.lower_ not in knowledge()["complements"]:
            return None
        noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
        if noun is None:
            return None
        mention = self._document.mention_at(noun)
        named = mention is not None and mention.form in ("name", "acronym") and mention.end <= noun.i + 3
        end = max(mention.end if named and mention is not None else noun.i + 1, noun.i + 1)
        if any(c.dep_ == "conj" for c in noun.children):
            end = max(t.i for t in noun.subtree) + 1  # "ministers of Norland and Sudia"
        inside = self._doc[token.i + 2 : end]
        if len(inside) > _LONGEST_COMPLEMENT or any(t.pos_ in _NO_COMPLEMENT or t.text == "," for t in inside):
            return None
        pointed = preposition.lower_ == "at" or any(c.tag_ == "PRP$" for c in noun.children)
        plain = noun.tag_ in ("NNS", "NN") and not pointed
        return f"{self._phrase(start, token)} {self._doc.span(token.i + 1, end).text}" if named or plain else None

    def _start(self, token: Token) -> int:
        """Where a group's phrase starts: at the first word that tells who they are."""
        start = token.i
        while start > token.left_edge.i and self._narrows(self._doc[start - 1]):
            start -= 1
        if 0 < start < token.i and self._doc[start].text == "-" and self._doc[start - 1].pos_ in ("NUM", "DET", "PRON"):
            start = min(start + 2, token.i)  # "a six-member | Norlandish team", "June 7, 2031 - | Soldiers"
        while start < token.i and self._doc[start].pos_ in ("CCONJ", "PUNCT"):
            start += 1
        if start < token.i and self._hides_verb(start, token):
            return token.i
        return token.i if any(self._acts_inside(self._doc[i], token) for i in range(start, token.i)) else start

    def _hides_verb(self, start: int, token: Token) -> bool:
        """Whether a "that" before a name has no verb of its own: "asked that Norland free journalists"."""
        mention = self._document.mention_at(start)
        named = mention is not None and mention.form == "name" and mention.start == start
        return named and any(c.dep_ == "mark" and c.i == start - 1 for c in token.children)

    def _acts_inside(self, word: Token, token: Token) -> bool:
        """Whether a word is people of their own, with a verb taken for a noun behind: "smugglers move migrants"."""
        between = self._doc[word.i + 1 : token.i]
        if word.tag_ != "NNS" or not between or word.lemma_.lower() in knowledge()["anybody"]:
            return False
        run_on = any(t.text in "-'’" or t.pos_ in ("CCONJ", "PROPN") or t.tag_ != "NN" for t in between)
        return not run_on and self._gazetteer.group_noun(word.lemma_.lower()) is not None

    def _narrows(self, left: Token) -> bool:
        if left.pos_ not in ("ADJ", "NOUN", "PROPN", "CCONJ") and left.text != "-" and left.tag_ != "VBN":
            return False
        before = left.nbor(-1) if left.i else None
        if (
            left.tag_ == "VBN"
            and before is not None
            and before.pos_ in ("NOUN", "PROPN")
            and before.i >= left.sent.start
        ):
            return False  # "a bus tripped pilgrims": a verb taken for a participle
        if left.ent_type_ in ("DATE", "TIME") or (left.lower_.endswith("ing") and left.i and left.nbor(-1).text == ","):
            return False  # "... on Monday, surprising investors"
        if left.lower_ in knowledge()["dropped_modifiers"] and left.nbor(1).text != "-":
            return False
        return kind_of(self._document, self._document.mention_at(left)) != Kind.PERSON

    def _phrase(self, start: int, token: Token) -> str:
        """A group's phrase; a capital that is only the sentence's is made small."""
        text = self._doc.span(start, token.i + 1).text
        first = self._doc[start]
        named = first.tag_ in ("NNP", "NNPS") or first.ent_type_ != "" or self._document.mention_at(first) is not None
        named = named or any(t.text == first.text and not t.is_sent_start for t in self._doc)
        return text[:1].lower() + text[1:] if first.is_sent_start and not named else text

    @staticmethod
    def _may_refer(token: Token) -> bool:
        """Whether a noun without words before it may mean people told of before: not "people who", "200 people"."""
        if token.lemma_.lower() not in knowledge()["anybody"]:
            return True
        if any(c.dep_ in ("relcl", "acl", "nummod") or (c.dep_ == "prep" and c.lower_ != "of") for c in token.children):
            return False
        return is_definite(token)

    def _named_so(self, key: str) -> int | None:
        """A body that has the group's words for a name ("Norlandish forces"), or whose members they are ("greens")."""
        stem = party_stems().get(key)
        for index, entity in enumerate(self._document.entities):
            name = fold(entity.name)
            party = stem is not None and {stem, "party"} <= set(name.split())
            if entity.kind == Kind.ORGANISATION and ((" " in key and name == key) or party):
                return index
        return None

    def _alike(self, key: str, token: Token) -> int | None:
        """The group told of before by another word for the same people: "demonstrators" after "protesters".

        Words before either noun tell of others: "Norlandish protesters" and "the demonstrators".
        """
        family = same_people().get(key)
        if family is None or any(c.dep_ in ("conj", "amod") for c in token.children) or token.dep_ == "conj":
            return None
        for other, index in reversed(self._groups.items()):
            if other != key and other in family:
                return index
        return None

    def _same_people(self, key: str, bare: bool) -> int | None:
        """The group told of before: "protesters" after "Norlandish protesters", unless another modifier parts them."""
        index = self._groups.get(key)
        if index is None and bare:
            return next((n for k, n in reversed(self._groups.items()) if k.split()[-1] == key), None)
        if index is None:
            index = self._groups.get(key.split()[-1])
            if index is not None and fold(self._document.entities[index].name) != key.split()[-1]:
                return None  # "the Sudian team" is not the Norlandish team that was "the team"
        return index

    def _body_after(self, token: Token) -> tuple[int, ...]:
        """The one body that a plural noun names right before it: "builders Danvar Works"."""
        mention = self._document.mention_at(token.i + 1) if token.i + 1 < len(self._doc) else None
        if mention is None or mention.form != "name" or kind_of(self._document, mention) != Kind.ORGANISATION:
            return ()
        if token.lemma_.lower() not in knowledge()["trades_of_bodies"]:
            return ()
        head = self._doc[mention.head]
        beside = head.head == token or head.head == token.head
        owning = mention.end < len(self._doc) and self._doc[mention.end].tag_ == "POS"
        return mention.entities[:1] if beside and not owning else ()

    def _named_after(self, token: Token) -> tuple[int, ...]:
        """The persons that a plural noun names at once ("her counterparts, A, B and C")."""
        doc, i = self._doc, token.i + 1
        if i + 1 >= len(doc) or (doc[i].text not in (",", ":") and self._document.mention_at(i) is None):
            return ()
        found: list[int] = []
        while i < len(doc):
            mention = self._document.mention_at(i)
            if mention is None:
                if doc[i].text not in (",", "and", ":") and not (found and doc[i].lower_ in _WHOSE):
                    break
                i += 1
                continue
            if kind_of(self._document, mention) != Kind.PERSON:
                if not found or doc[mention.start - 1].lower_ not in _WHOSE:
                    return ()
                i = mention.end  # "councillors A from the Harbour Party and B of the Free Union"
                continue
            found += mention.entities
            i = mention.end
        return tuple(dict.fromkeys(found)) if len(found) > 1 else ()
