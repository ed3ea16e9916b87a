"""The offices that an article gives persons: before, beside and behind their names.

"Norland's Defence Minister Ana Brandt", "Ana Brandt, 52, formerly the defence minister of Norland,", "the minister, Ana
Brandt", "Chief Executive of Norland Ana Brandt", "Presidents A of X and B of Y", "Ana Brandt, who serves as chair".
"""

from generator.language.document import Document, Entity, Mention
from generator.language.gazetteer import Gazetteer
from generator.language.name_words import name_words
from generator.language.parse import Token
from generator.language.role_behind import RolesBehind
from generator.language.role_lists import SharedRoles
from generator.language.role_phrases import TitlePhrases
from generator.language.role_verbs import RolesByVerb
from generator.language.role_words import naming_phrases, role_words
from generator.model import Kind

_NEAR = 60
"""Tokens. How far back a description by age looks for whom it means."""


_LONGEST = 12
"""Tokens. No title with what stands behind it is longer."""


class RoleFinder:
    """Finds the titles that stand with persons' names."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._doc = document.doc
        self._phrases = TitlePhrases(document, gazetteer)
        self._behind = RolesBehind(self._phrases)
        self._by_verb = RolesByVerb(self._phrases)

    def find(self) -> None:
        """Add roles to the document's persons."""
        for mention in list(self._document.mentions):
            entity = self._document.entities[mention.entities[0]]
            if entity.kind == Kind.PERSON and mention.form == "name":
                self._before(mention, entity)
                self._between(mention, entity)
                self._behind.find(mention, entity)
                self._by_verb.find(mention, entity)
        SharedRoles(self._phrases).find()
        self._described_later()

    def _described_later(self) -> None:
        """ "Ana Brandt resigned. The governor said": who is meant by a title that nobody of the article bears else.

        Only somebody who bears none, unless an age tells that the noun describes the person ("the 67-year-old lawyer").
        """
        borne = {w for e in self._document.entities for r in e.roles for w in r.title.lower().split()}
        for token in self._doc:
            aged = self._is_aged(token)
            if token.tag_ != "NN" or not self._phrases.is_title(token.i) or not self._is_definite_alone(token, aged):
                continue
            if not aged and (token.lemma_.lower() in borne or token.lemma_.lower() in role_words()["anybody"]):
                continue
            subject = self._subject_before(token)
            entity = self._document.entities[subject.entities[0]] if subject is not None else None
            if subject is not None and entity is not None and (aged or not entity.roles):
                self._phrases.add(entity, token.i, token.i + 1, None)
                self._mean(subject, token.i)

    def _is_definite_alone(self, token: Token, aged: bool) -> bool:
        """Whether a noun is "the ..." with nothing else beside it, and nobody's name, that tells who it is."""
        others = [c for c in token.children if c.dep_ not in ("det", "punct")]
        the = any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)
        named = any(self._phrases.person_at(k) is not None for k in range(token.i, min(token.i + 3, len(self._doc))))
        free = self._document.mention_at(token.i) is None and not named
        return the and free and (aged or (not others and token.dep_ == "nsubj"))

    def _is_aged(self, token: Token) -> bool:
        """Whether an age narrows a noun: "the 67-year-old economist"."""
        old = next((c for c in token.children if c.lower_ == "old" and c.i < token.i), None)
        return old is not None and old.i > 2 and self._doc[old.i - 2].lower_ == "year"

    def _subject_before(self, token: Token) -> Mention | None:
        """The person named last before a token's sentence, if the subject of one of the two sentences before it."""
        start = token.sent.start
        persons = [m for m in self._document.mentions if m.end <= start and m.form == "name" and self._is_person(m)]
        last = max(persons, key=lambda m: m.start, default=None)
        if last is None or self._doc[last.head].dep_ not in ("nsubj", "nsubjpass") or token.i - last.start > _NEAR:
            return None
        return last

    def _is_person(self, mention: Mention) -> bool:
        return self._document.entities[mention.entities[0]].kind == Kind.PERSON

    def _before(self, mention: Mention, entity: Entity) -> None:
        i = mention.start
        while i > 0 and self._is_honorific(i - 1) and self._goes_on_before(i - 1):
            i -= 1
        if i == 0 or self._doc[i].is_sent_start:
            return
        j = i - 1
        apposed = self._doc[j].text in (",", ")") and j > 0
        if apposed:
            j = self._past_bracket(j) - 1 if self._doc[j].text == "," else self._opening_bracket(j) - 1
            if j < 0:
                return
        if apposed and self._opens_clause(mention, j):
            return
        j = self._past_naming(j)
        office = self._phrases.office_start(j + 1)
        if office is not None:
            self._titles_before(mention, entity, office, j + 1)
        elif self._phrases.is_party_member(j) and (
            not apposed or self._doc[j - 1].lower_ in ("a", "the", "another", "fellow")
        ):
            self._phrases.add(entity, j, j + 1, None)
        else:
            self._title_with_owner_between(mention, entity, j)

    def _opens_clause(self, mention: Mention, last: int) -> bool:
        """Whether a name is the subject behind a fronted clause: "After a call to his mother, Brandt left"."""
        head, noun = self._doc[mention.head], self._doc[last]
        if head.dep_ not in ("nsubj", "nsubjpass") or noun.dep_ == "appos" or head.head.i < head.i:
            return False
        apposed = mention.end < len(self._doc) and self._doc[mention.end].text == ","
        theirs = any(c.tag_ == "PRP$" for c in noun.children)
        fronted = next((t for t in (noun, *noun.ancestors) if t.head == head.head), noun)
        return (theirs or not apposed) and fronted.dep_ in ("prep", "advcl", "pcomp") and fronted.i < last

    def _between(self, mention: Mention, entity: Entity) -> None:
        """The title that governs the clause which a name is set off in, or is the complement of.

        "Deputy director for Norland, Ana Brandt, said", "a commander who fled, Ana Brandt, is",
        "One worker from Norland was Ana Brandt".
        """
        doc, head = self._doc, self._doc[mention.head]
        verb = None
        if mention.end + 1 < len(doc) and doc[mention.start - 1].text == doc[mention.end].text == ",":
            verb = doc[mention.end + 1]
            while verb.dep_ in ("aux", "auxpass", "advmod", "neg") and verb.head.i > verb.i:
                verb = verb.head
        elif head.dep_ == "attr" and head.head.lemma_ == "be":
            verb = head.head
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
        if subject is None or subject.tag_ != "NN" or not subject.i < mention.start - 1:
            return
        negated = verb is None or any(c.dep_ == "neg" for c in verb.children)
        if negated or self._document.mention_at(subject.i) is not None or not self._phrases.is_title(subject.i):
            return
        if not any(c.dep_ in ("prep", "relcl", "acl") for c in subject.children):
            return
        start = self._phrases.title_start(subject.i + 1)
        end, owner = self._phrases.owner_behind(subject.i + 1, self._phrases.owner_before(start)[0])
        self._phrases.add(entity, start, end, owner)
        self._mean(mention, subject.i)

    def _is_honorific(self, i: int) -> bool:
        """Whether a word or its full stop is an honorific between a title and a name ("minister Dr Brandt")."""
        word = i - 1 if self._doc[i].text == "." and i else i
        return self._phrases.gazetteer.person_honorific(self._doc[word].text)

    def _goes_on_before(self, i: int) -> bool:
        """Whether an honorific is no title itself, or has one before it ("the minister Professor Brandt")."""
        return not self._phrases.is_title(i) or (i > 0 and self._phrases.is_title(i - 1))

    def _past_naming(self, j: int) -> int:
        """The last token before words that give a name: "a student named", "a nurse using the pseudonym"."""
        last = self._doc[j].lower_
        for words in naming_phrases():
            start = j + 1 - len(words)
            if last == words[-1] and start > 0 and [t.lower_ for t in self._doc[start : j + 1]] == list(words):
                return start - 1 - (self._doc[start - 1].text == ",")
        naming = self._doc[j].lower_ in role_words()["naming"]
        return j - 1 if naming and not any(c.lower_ == "the" for c in self._doc[j].head.children) else j

    def _past_bracket(self, comma: int) -> int:
        """The position of a comma, or of the bracket that it closes: "the head of the union (NUR), Ana Brandt"."""
        return self._opening_bracket(comma - 1) if self._doc[comma - 1].text == ")" else comma

    def _opening_bracket(self, closing: int) -> int:
        return next((k for k in range(closing, max(-1, closing - 15), -1) if self._doc[k].text == "("), closing)

    def _titles_before(self, mention: Mention, entity: Entity, office: int, end: int) -> None:
        """The title right before a name, and one coordinated with it: "lawyer and Norland loyalist Ana Brandt"."""
        start = self._phrases.title_start(office)
        owner, begin = self._phrases.owner_before(start)
        if (relation := self._relation_to(begin)) is not None:
            self._phrases.add(entity, self._phrases.title_start(relation), relation, None)
            return
        before = begin - 1
        while before > 0 and self._doc[before].lower_ in role_words()["dropped"]:
            before -= 1
        joined = before > 0 and self._doc[before].lower_ in ("and", "&")
        other = self._phrases.office_start(before) if joined and not self._phrases.is_plural(before - 1) else None
        if other is not None:
            first = self._phrases.title_start(other)
            shared = self._phrases.owner_before(first)[0]
            self._phrases.add(entity, first, before, shared)
            if owner is None and before == start - 1:
                owner = shared  # "Danvar president and chair Ana Brandt"
        if owner is None:
            owner = self._phrases.owner_of_name(mention)
        if self._is_rank_behind_office(start, end):
            self._phrases.add(entity, end - 1, end, None)
            end -= 1
        self._phrases.add(entity, start, end, owner)
        self._mean(mention, end - 1)
        comma = begin - 1
        if comma < 2 or self._doc[comma].text != "," or self._opens_clause(mention, comma - 1):
            return
        if self._doc.span(start, end).text.lower() in role_words()["ranks"]:
            self._office_of_ranked(entity, comma)
        elif mention.end < len(self._doc) and self._doc[mention.end].text == ",":
            self._title_of_phrase(mention, entity, comma - 1, comma)

    def _is_rank_behind_office(self, start: int, end: int) -> bool:
        """Whether a title's last word is a rank of its own, by its capital: "agency director | General Brandt"."""
        last, before = self._doc[end - 1], self._doc[end - 2]
        ranked = end - start > 1 and last.lower_ in role_words()["ranks"] and last.text[:1].isupper()
        return ranked and before.is_lower and before.pos_ == "NOUN" and self._phrases.is_title(end - 2)

    def _relation_to(self, begin: int) -> int | None:
        """Where a title ends whose holder's is only described: "the wife | of a Norlandish diplomat, Ana Brandt"."""
        of = begin - 2
        described = of > 0 and self._doc[begin - 1].lower_ in ("a", "an") and self._doc[of].lower_ == "of"
        return of if described and self._phrases.is_title(of - 1) else None

    def _mean(self, mention: Mention, noun: int) -> None:
        """Lead a title that governs its clause to the person named beside it ("the mayor, Ana Brandt, said")."""
        token = self._doc[noun]
        if token.tag_ == "NN" and token.dep_ not in ("compound", "nmod") and self._document.mention_at(noun) is None:
            self._document.add(Mention(noun, noun + 1, noun, "description", token.text, mention.entities[:1]))

    def _office_of_ranked(self, entity: Entity, comma: int) -> None:
        """The office set off before a rank: "the governor of Karsk, General Ana Brandt"."""
        office = self._phrases.office_start(comma)
        if office is not None:
            several = self._phrases.is_plural(comma - 1)
            start = self._phrases.title_start(office)
            if not several or any(t.lower_ == "one" for t in self._doc[max(0, comma - _LONGEST) : comma]):
                # "one of the authors, Professor Ana Brandt"
                self._phrases.add(entity, start, comma, self._phrases.owner_before(start)[0], singular=several)
            return
        k = comma - 1
        while k > 0 and self._doc[k].pos_ in ("PROPN", "NOUN", "ADJ", "DET"):
            k -= 1
        if k > 0 and self._doc[k].lower_ in role_words()["of"] and self._phrases.is_title(k - 1):
            owner = self._document.mention_at(k + 1 + (self._doc[k + 1].pos_ == "DET"))
            self._phrases.add(entity, self._phrases.title_start(k), k, owner.entities[0] if owner is not None else None)

    def _title_with_owner_between(self, mention: Mention, entity: Entity, j: int) -> None:
        """ "Chief Executive of Norland Ana Brandt", "Ambassador to Sudia Ana Brandt", "a member of X, Ana Brandt"."""
        owner = self._document.mention_at(j)
        k = j
        if owner is not None and owner.form != "pronoun":
            k = owner.start - 1
            while k > 0 and self._doc[k].is_lower and self._doc[k].pos_ in ("NOUN", "ADJ"):
                k -= 1  # "head of the | monthly magazine | X Ana Brandt"
        elif self._doc[j].pos_ in ("NOUN", "PROPN"):
            while k > 0 and self._doc[k].pos_ in ("NOUN", "PROPN", "ADJ"):  # a body with a common noun behind its name
                known = self._document.mention_at(k)
                owner = known if owner is None else owner
                k = known.start - 1 if known is not None else k - 1
        if k < 1 or k == j or (owner is not None and owner.entities == mention.entities):
            self._title_of_phrase(mention, entity, j, mention.start - 1)
            return
        if self._doc[k].lower_ == "the":
            k -= 1
        k = self._past_part(k)
        if k > 0 and self._doc[k].lower_ in role_words()["of"] and self._phrases.is_title(k - 1):
            start = self._phrases.title_start(k)
            before = self._phrases.owner_before(start)[0]
            self._mean(mention, k - 1)
            if before is None or owner is None:
                self._phrases.add(entity, start, k, owner.entities[0] if owner is not None else before)
            else:
                self._phrases.add(entity, start, owner.end, before)
            return
        self._title_of_phrase(mention, entity, j, mention.start - 1)

    def _past_part(self, k: int) -> int:
        """The "of" of an office from that of a part of a body: "head | of the Norburg chapter of | X"."""
        doc = self._doc
        if k < 2 or doc[k].lower_ not in role_words()["of"] or doc[k - 1].lower_ not in name_words("parts_of_bodies"):
            return k
        i = k - 2
        while i > 0 and k - i < _LONGEST and doc[i].pos_ in ("PROPN", "NOUN", "ADJ", "DET"):
            i -= 1
        return i if doc[i].lower_ in role_words()["of"] and self._phrases.is_title(i - 1) else k

    def _title_of_phrase(self, mention: Mention, entity: Entity, last: int, comma: int) -> None:
        """ "The head of the parliament's foreign affairs committee, Ana Brandt,": a title with much behind it."""
        doc = self._doc
        closed = mention.end < len(doc) and doc[mention.end].text in ",.;"
        if doc[comma].text != "," or not (closed or doc[mention.head].dep_ == "appos"):
            return
        first = last
        while first > max(0, last - _LONGEST) and doc[first - 1].pos_ not in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ"):
            first -= 1
        for noun in range(first + 1, last):
            if not self._phrases.is_title(noun) or doc[noun].tag_ != "NN" or doc[noun + 1].pos_ != "ADP":
                continue
            start = self._phrases.title_start(noun + 1)
            determined = doc[start - 1].pos_ == "DET" or doc[start - 1].tag_ in ("POS", "PRP$")
            if determined and start > first:
                end, owner = self._phrases.owner_behind(noun + 1, self._phrases.owner_before(start)[0])
                self._phrases.add(entity, start, end, owner)
                self._mean(mention, noun)
            return
