"""Whose words they are: the speaker of a verb of speech, of "according to", of a statement, report or letter."""

from generator.language.arguments import is_passive, subject_of
from generator.language.coordination import spread
from generator.language.document import Document, Mention
from generator.language.parse import Token
from generator.language.speech_clauses import beside_conjunct, included, is_any, speaking_above
from generator.language.speech_documents import DocumentAuthors, Speakers
from generator.language.speech_unnamed import UnnamedSpeakers
from generator.language.speech_verbs import can_carry_words, is_attitude, is_document, is_main, knowledge, relayed_by
from generator.model import Kind

_NO_SPEAKER_FORMS = ("adjective", "combining")


class SpeakerFinder:
    """Finds speakers in a document whose actors are known."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._doc = document.doc
        self._authors = DocumentAuthors(document)
        self._unnamed = UnnamedSpeakers(document)

    # verbs

    def of_verb(self, verb: Token, quoting: bool) -> Speakers:
        """The actors who say what a verb of speech carries.

        `quoting`: a quotation stands beside it, so that word order may be inverted.
        """
        if relayed := self._quoted_as(verb):
            return relayed
        told_by = is_passive(verb) or (verb.dep_ == "advcl" and any(c.dep_ == "agent" for c in verb.children))
        if verb.tag_ == "VBN" and told_by and not is_main(verb) and not is_attitude(verb):
            return self._passive_speakers(verb)
        subject = [t for t in subject_of(self._finite(verb)) if self._document.quotation_at(t.idx) is None]
        inverted = quoting and self._is_inverted(verb, subject)
        if inverted and (behind := self._behind(verb)):
            return behind
        if close := self._name_just_before(verb):
            return close
        own = [c for c in verb.children if c.dep_ == "nsubj"]
        subject = self._meant_by_who(verb, subject)
        if not own and (above := speaking_above(verb)) is not None:
            return self.of_verb(above, quoting=False)
        spoken = verb.lemma_.lower() in knowledge()["human"] and len(own) == 1 and own[0] in subject
        if verb.tag_ == "VBG" and not own and (beside := beside_conjunct(verb)):
            subject = [beside]
        if found := self._of_subject(subject, spoken) or self._of_other_subjects(verb) or self._of_speaker_above(verb):
            return found
        if not quoting or self._is_said_by_a_thing(verb):
            return ()
        return self._nearest_before(verb) or self._behind(verb)

    def _meant_by_who(self, verb: Token, subject: list[Token]) -> list[Token]:
        """The person whom "who" means behind a body's name: "Berg, a botanist with the Institute, who said"."""
        who = any(c.dep_ == "nsubj" and c.lower_ == "who" for c in verb.children)
        if verb.dep_ != "relcl" or not who or len(subject) != 1:
            return subject
        mention = self._document.mention_at(subject[0])
        if mention is None or self._document.entities[mention.entities[0]].kind not in (Kind.ORGANISATION, Kind.STATE):
            return subject
        person = subject[0]
        while person.dep_ == "pobj" and person.head.dep_ == "prep" and person.head.head.pos_ in ("NOUN", "PROPN"):
            person = person.head.head
        return [person.head if person.dep_ == "appos" else person]

    def _of_other_subjects(self, verb: Token) -> Speakers:
        """Speakers where the parse found a second subject, or a participle leaves its subject to the verb above."""
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        if len(subjects) > 1:
            return self._of_subject(subjects[1:])
        above = verb.head
        if (
            verb.tag_ == "VBG"
            and verb.dep_ in ("advcl", "conj")
            and not subjects
            and above.pos_ == "VERB"
            and above.i < verb.i
        ):
            return self.of_verb(above, quoting=False)
        return ()

    def _of_speaker_above(self, verb: Token) -> Speakers:
        """ "X said that it was so but denied that ...": a verb without a speaker of its own within reported speech."""
        if (
            verb.dep_ != "conj"
            or verb.tag_ not in ("VBD", "VBZ")
            or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
        ):
            return ()
        above = next(
            (
                t
                for t in verb.ancestors
                if t.lemma_.lower() in knowledge()["reporting"] and t.tag_ in ("VBD", "VBZ", "VBP")
            ),
            None,
        )
        return self.of_verb(above, quoting=False) if above is not None else ()

    def _quoted_as(self, verb: Token) -> Speakers:
        """ "Quoted X as saying", "X was quoted as saying": X says it."""
        if verb.tag_ != "VBG":
            return ()
        host: Token | None = verb.head.head
        if verb.dep_ != "pcomp" or verb.head.lower_ != "as":
            host = relayed_by(verb)
        if host is None:
            return ()
        return self._of_subject(
            [t for c in host.children if c.dep_ in ("dobj", "nsubjpass") for t in [c, *c.conjuncts]]
        )

    def _is_said_by_a_thing(self, verb: Token) -> bool:
        """Whether the words are those of a thing that is no actor: "a sentence saying", "a message which reads"."""
        noun = verb.head
        clause = verb.tag_ == "VBG" if verb.dep_ == "acl" else verb.dep_ == "relcl"
        who = any(c.dep_ == "nsubj" and c.lower_ not in ("which", "that") for c in verb.children)
        return clause and not who and noun.pos_ == "NOUN" and self._document.actor_at(noun) is None

    def _passive_speakers(self, verb: Token) -> Speakers:
        agents = [
            t
            for c in verb.children
            if c.dep_ == "agent"
            for p in c.children
            if p.dep_ == "pobj"
            for t in [p, *p.conjuncts]
        ]
        return self._of_subject(agents)

    @staticmethod
    def _finite(verb: Token) -> Token:
        """The verb whose subject counts.

        A past tense coordinated with an infinitive of the clause below goes with the verb above: in "noted that the
        house did not ratify it, and mentioned ..." whoever noted also mentioned.
        """
        head = verb.head
        below = verb.dep_ == "conj" and head.tag_ == "VB" and head.dep_ in ("ccomp", "xcomp")
        if below and verb.tag_ in ("VBD", "VBZ") and head.head.lemma_.lower() in knowledge()["reporting"]:
            return head.head
        return verb

    def _of_subject(self, tokens: list[Token], spoken: bool = False) -> Speakers:
        """The actors that nouns name. `spoken`: their verb is one that only people and bodies do, whatever the noun."""
        found: list[int] = []
        for token in [t for noun in tokens for t in (noun, *included(noun))]:
            mention = self._mention_of(token)
            if mention is not None and mention.form == "group" and (meant := self._unnamed.represented(token)):
                found += [e for e in meant if e not in found]
                continue
            if mention is not None:
                self._acknowledge(mention, token, spoken)
            if mention is not None and self._can_speak(mention):
                found += [e for e in mention.entities if e not in found]
            else:
                found += [e for e in self._authors.of(token) or self._unnamed.of(token, spoken) if e not in found]
        return self._named_first(tuple(found))

    def _acknowledge(self, mention: Mention, token: Token, spoken: bool) -> None:
        """A name of unknown kind that speaks is an actor: a state where it is taken for a place, else a body."""
        entity = self._document.entities[mention.entities[0]]
        labelled = token.ent_type_ in ("GPE", "ORG", "NORP", "PERSON")
        if entity.kind is None and mention.form == "name" and (labelled or spoken):
            entity.kind = {"GPE": Kind.STATE, "PERSON": Kind.PERSON}.get(token.ent_type_, Kind.ORGANISATION)

    def of_unknown(self, verb: Token) -> bool:
        """Whether words are said by a pronoun, or by a statement, report or study, whose author nothing near tells."""
        if is_passive(verb):
            return False
        silent = knowledge()["containers"]
        told = (t for t in subject_of(verb) if is_document(t) and t.lemma_.lower() not in silent)
        return self.of_pronoun(verb) or any(not is_any(t) for t in told)

    @staticmethod
    def of_pronoun(verb: Token) -> bool:
        """Whether "he", "she", "they" or "it" speaks."""
        return any(t.tag_ == "PRP" for t in subject_of(verb))

    def can_mean(self, verb: Token, speakers: Speakers) -> bool:
        """Whether a pronoun that is a verb's subject agrees with speakers in number and kind."""
        pronoun = next((t.lower_ for t in subject_of(verb) if t.tag_ == "PRP"), "")
        entities = [self._document.entities[s] for s in speakers]
        if not entities:
            return False
        if pronoun == "they":
            return len(entities) > 1 or entities[0].plural or entities[0].kind in (Kind.GROUP, Kind.ORGANISATION)
        if pronoun == "it":
            return len(entities) == 1 and entities[0].kind in (Kind.ORGANISATION, Kind.STATE)
        feminine = {"he": False, "she": True}.get(pronoun)
        return entities[0].kind == Kind.PERSON and entities[0].feminine in (None, feminine)

    def _mention_of(self, token: Token) -> Mention | None:
        """A noun's mention; a name set beside a description is preferred ("the secretary, X, said")."""
        own = self._document.mention_at(token)
        if own is None or own.form in ("description", "group", "adjective", "capital"):
            for child in token.children:
                named = self._document.mention_at(child)
                if child.dep_ == "appos" and named is not None and self._is_named_so(own, named):
                    return named
                if child.dep_ == "acl" and child.lower_ in ("named", "called", "using", "identified", "calling"):
                    known_as = (
                        self._document.mention_at(c)
                        for c in list(child.subtree)[:8]
                        if c.dep_ in ("oprd", "dobj", "attr", "appos")
                    )
                    if (found := next((m for m in known_as if m is not None and self._is_person(m)), None)) is not None:
                        return found
        return own if own is not None else self._document.actor_at(token)

    def _is_named_so(self, described: Mention | None, named: Mention) -> bool:
        """Whether a name in apposition is that of whom a noun describes: a person's, or a body's ("its owner, X")."""
        entity = self._document.entities[named.entities[0]]
        unnamed = described is None or described.form == "group"
        body = unnamed and entity.kind in (None, Kind.ORGANISATION)
        return named.form == "name" and (entity.kind == Kind.PERSON or body)

    def _is_person(self, mention: Mention) -> bool:
        return self._document.entities[mention.entities[0]].kind == Kind.PERSON

    def _is_person_at(self, entity: int) -> bool:
        return self._document.entities[entity].kind == Kind.PERSON

    def _can_speak(self, mention: Mention) -> bool:
        return self._document.entities[mention.entities[0]].kind is not None and mention.form not in _NO_SPEAKER_FORMS

    def _named_first(self, speakers: Speakers) -> Speakers:
        """Of "firms including A and B", A and B speak rather than the firms."""
        if not speakers:
            return ()
        entities = self._document.entities
        named = tuple(s for s in speakers if entities[s].kind != Kind.GROUP)
        if entities[speakers[0]].kind != Kind.GROUP or not named:
            return speakers
        return (*named, *(s for s in speakers if s not in named))

    def _name_just_before(self, verb: Token) -> Speakers:
        """The person whose name ends right before the verb: "The secretary of U, X, said", "Director of U X said"."""
        i = verb.i - 1
        while i > verb.sent.start and (self._doc[i].pos_ in ("ADV", "AUX") or self._doc[i].text == ","):
            i -= 1
        mention = self._document.mention_at(i)
        if (
            mention is None
            or mention.form != "name"
            or mention.end != i + 1
            or not self._is_person(mention)
            or mention.start <= verb.sent.start
        ):
            return ()
        before = self._doc[mention.start - 1]
        if before.text == "," or before.pos_ in ("NOUN", "PROPN"):
            comma_after = self._doc[i + 1].text == ","
            listed = (
                any(c.dep_ in ("cc", "conj") for c in self._doc[mention.head].children)
                or self._doc[mention.head].dep_ == "conj"
            )
            return (
                ()
                if listed or (before.text == "," and comma_after and self._ends_relative(mention))
                else mention.entities
            )
        return ()

    def _ends_relative(self, mention: Mention) -> bool:
        """Whether a name between commas is an object or one of a list rather than set beside the noun before it."""
        return self._doc[mention.head].dep_ in ("dobj", "pobj", "conj")

    def _is_inverted(self, verb: Token, subject: list[Token]) -> bool:
        """'"...," said a protester': the word before the verb closes a quotation."""
        before = verb.nbor(-1) if verb.i else None
        near = any(0 <= verb.i - t.i < 8 for t in subject) or any(t.i > verb.i for t in subject)
        return before is not None and before.text in ('"', "'") and not near

    def _behind(self, verb: Token) -> Speakers:
        """The speaker who stands behind the verb; a person's name before the next comma outranks body and group."""
        first: Mention | None = None
        for i in range(verb.i + 1, min(verb.i + 14, verb.sent.end)):
            token = self._doc[i]
            if token.text == '"' or (token.text == "," and first is not None):
                break
            mention = self._document.mention_at(i)
            if mention is None and first is None and (owner := self._authors.of(token)):
                return owner
            if mention is None or not self._can_speak(mention):
                continue
            if self._is_person(mention) and mention.form == "name" and not self._is_complement(mention):
                return mention.entities
            first = first or mention
        return first.entities if first is not None else ()

    def _is_complement(self, mention: Mention) -> bool:
        """Whether a name only completes another noun: "a spokesman for X"."""
        return self._doc[mention.start - 1].lower_ in ("for", "of", "to", "by", "with") if mention.start else False

    def _nearest_before(self, verb: Token) -> Speakers:
        """The last who could speak before the verb in the sentence, if the parse gave no subject."""
        for i in range(verb.i - 1, verb.sent.start - 1, -1):
            mention = self._document.mention_at(i)
            if (
                mention is not None
                and mention.form != "capital"
                and self._can_speak(mention)
                and self._document.quotation_at(self._doc[i].idx) is None
            ):
                return mention.entities
        return ()

    # "according to"

    def according(self, token: Token) -> Speakers:
        """Whom "according to" names: a person, be it after the medium ("a tweet by X"), else who comes first."""
        found: Speakers = ()
        noun: Token | None = None
        for t in self._doc[token.i + 1 : token.sent.end]:
            if t.text in (".", ";", '"') or (t.text == "," and (found or noun is not None)):
                break
            mention = self._document.mention_at(t)
            if mention is not None and self._can_speak(mention) and not self._only_owns(t):
                before = self._document.mention_at(t.i - 1) if t.i == mention.start and found else None
                beside = before is not None and before.start == token.i + 2
                if beside and self._is_person(mention) and not self._is_person_at(found[0]):
                    return found  # "According to the Guild Anna Berg was arrested": a comma is missing
                if self._is_person(mention) and mention.form == "name" and t.i <= token.i + 14:
                    return mention.entities
                titled = self._is_person(mention) and not any(self._is_person_at(e) for e in found)
                found = mention.entities if titled else found or mention.entities
            if noun is None and t.pos_ == "NOUN" and t.lemma_.lower() in knowledge()["documents"]:
                noun = t
        if found or (noun is not None and (found := self._authors.of(noun))):
            return found
        named = [p for c in token.children if c.lower_ == "to" for p in c.children if p.dep_ == "pobj"]
        return self._of_subject([t for noun in named for t in spread(noun)], spoken=True)

    def _only_owns(self, token: Token) -> bool:
        """Whether a word is the owner of somebody who speaks: "Vikstad's weather service", "his lawyer"; or the
        one behind a report sent "by his family"."""
        thing = token.head
        if token.dep_ != "poss":
            return False
        mention = self._document.mention_at(thing)
        speaks = mention is not None and mention.form in ("name", "group", "acronym", "description")
        return mention is not None and speaks and self._can_speak(mention)

    def per(self, token: Token) -> Speakers:
        """Whom "per" names in "per the agency", "per Reuters"; nobody in "per day"."""
        named = [p for p in token.children if p.dep_ == "pobj" and self._document.actor_at(p) is not None]
        return self._of_subject(named) if token.dep_ == "prep" else ()

    # the sentence around a quotation

    def before_mark(self, mark: Token) -> Speakers:
        """Who speaks behind a colon or comma: whom the sentence before it tells of, or names as a label: "Ana Berg,
        goalkeeper: "..."". The parser may have hung these words on what is quoted."""
        last = mark.nbor(-1) if mark.i else mark
        if mark.text == ":" and can_carry_words(last) and (found := self.of_verb(last, quoting=False)):
            return found
        if mark.sent.root.i <= mark.i:
            return self.of_sentence(mark.sent.root)
        before = [t for t in mark.sent if t.i < mark.i]
        finite = [t for t in before if t.tag_ in ("VBD", "VBZ", "VBP") and t.dep_ not in ("relcl", "acl", "advcl")]
        if finite:
            return self.of_sentence(finite[0])
        named = (m for t in before if (m := self._document.mention_at(t)) is not None and m.form == "name")
        found = next((m.entities for m in named if self._is_person(m)), ()) if mark.text == ":" else ()
        return found or self.of_sentence(mark.head)

    def of_sentence(self, root: Token) -> Speakers:
        """Whose words follow a colon: of the statement that the sentence tells of, else of its subject."""
        # "opposed Berg's statement: ...": the words are not Berg's
        judged = root.lemma_.lower() in knowledge()["position"] - knowledge()["issuing"]
        for child in root.children:
            if child.dep_ in ("dobj", "attr") and not judged and (owner := self._authors.of(child, look_back=False)):
                return owner
        return self._of_subject([t for t in subject_of(root) if self._document.quotation_at(t.idx) is None])
