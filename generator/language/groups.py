"""Groups of people and single persons that an article does not name: "Norlandish protesters", "a government source"."""

from generator.knowledge_files import knowledge_file
from generator.language.description_words import knowledge, same_people
from generator.language.document import Document, Entity, Mention, RoleMention
from generator.language.gazetteer import Gazetteer
from generator.language.group_phrases import GroupPhrases
from generator.language.name_forms import fold
from generator.language.name_words import party_stems
from generator.language.noun_phrases import add_description, is_definite, kind_of
from generator.language.parse import Doc, Token
from generator.language.role_words import role_words
from generator.model import Kind

_WHOSE = ("of", "from", "for", "the")
_NAME_LABELS = ("GPE", "NORP", "ORG", "LOC")


class Groups:
    """The unnamed people of one article."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._doc: Doc = document.doc
        self._gazetteer = gazetteer
        self._phrases = GroupPhrases(document, gazetteer)
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
        start = self._phrases.start(token)
        text = self._phrases.text(start, token)
        index = self._same_person(fold(text))
        if index is None:
            whole = self._phrases.with_complement(start, token)
            self._document.entities.append(Entity(whole or text, Kind.PERSON, roles=self._role(start, token)))
            index = len(self._document.entities) - 1
            self._document.entities[index].aliases |= {text} if whole else set()
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
        title = self._phrases.text(first, token)
        return [RoleMention(title, owner.entities[0] if owner is not None else None, first, token.i + 1)]

    def add(self, token: Token) -> None:
        """A plural noun for people: "Norlandish protesters", "legal and religious groups", "analysts"."""
        named = self._named_after(token) or self._body_after(token)
        if named:
            self._document.add(Mention(token.i, token.i + 1, token.i, "description", token.text, named))
            return
        start = self._phrases.start(token)
        text = self._phrases.text(start, token)
        whole = self._phrases.with_complement(start, token)
        if whole is not None and token.lemma_.lower() in (*knowledge()["anybody"], *knowledge()["bystanders"]):
            text = whole
        if whole is None and (both := self._of_two_states(start, token)):
            self._document.add(Mention(start, token.i + 1, token.i, "group", text, both))
            return
        owned = self._phrases.owned(start, text) if whole is None else None
        key = fold(owned) if owned else self._phrases.key(start, token, text)
        index = self._same_people(key, bare=start == token.i and self._may_refer(token))
        if index is None:
            index = self._alike(key, token)
        if index is None:
            index = self._named_so(fold(owned or text))
        if index is None:
            index = self._new(owned or text, self._is_of_state(start, token))
        entity = self._document.entities[index]
        if whole is not None and fold(entity.name) == fold(text):
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

    def _new(self, name: str, organ: bool) -> int:
        """A new group by its phrase, or an organ of a state."""
        self._document.entities.append(Entity(name, Kind.ORGANISATION if organ else Kind.GROUP, plural=True))
        return len(self._document.entities) - 1

    def _of_two_states(self, start: int, token: Token) -> tuple[int, ...]:
        """The two groups of "Norlandish and Sudian forces", each by its own name; none where it is one group."""
        first = self._document.mention_at(start)
        link = first.end if first is not None else start
        second = self._document.mention_at(link + 1) if link + 1 < token.i else None
        if first is None or second is None or second.end > token.i or self._doc[link].lower_ != "and":
            return ()
        if any(kind_of(self._document, m) is not Kind.STATE or len(m.entities) > 1 for m in (first, second)):
            return ()
        found = []
        for state in (first, second):
            noun = self._doc.span(second.end, token.i + 1).text
            key = fold(f"{self._document.entities[state.entities[0]].name} {noun}")
            if key not in self._groups:
                organ = token.lower_ in knowledge_file("groups")["organs"]
                self._groups[key] = self._new(f"{state.text} {noun}", organ)
            found.append(self._groups[key])
        return tuple(found)

    def _is_of_state(self, start: int, token: Token) -> bool:
        """Whether a plural means an organ of a state: "Norlandish forces", "security forces", "the armed forces"."""
        if token.lower_ not in knowledge_file("groups")["organs"]:
            return False
        before = self._doc[start : token.i]
        mentions = (self._document.mention_at(t) for t in before)
        state = any(m is not None and kind_of(self._document, m) is Kind.STATE for m in mentions)
        joined = any(t.text in "-–" for t in before)
        telling = knowledge_file("groups")["organs"][token.lower_]
        return (state and not joined) or any(t.lower_ in telling for t in before)

    def add_team(self, token: Token, lemma: str) -> bool:
        """ "The Norlandish team", then "the team": False where no word tells which one it is, or none was told of."""
        start = self._phrases.start(token)
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
