"""What is said and not shown: claims, denials, accusations, hearsay, judgements and unlawfulness."""

from collections.abc import Iterable, Iterator

from generator.distil.question_ground import (
    SUBJECTS,
    Ground,
    Opening,
    Raised,
    Rule,
    Trigger,
    content_of,
    has_child,
    infinitive_of,
    is_infinitive,
    objects_of,
    reporting,
)
from generator.distil.question_knowledge import knowledge
from generator.distil.question_names import definite
from generator.distil.question_parts import text_beside
from generator.distil.question_signs import content_behind
from generator.language.arguments import is_passive
from generator.language.parse import Token
from generator.model import Kind

_ACCUSED_OF = {"accuse": "of", "suspect": "of", "blame": "for", "charge": "with"}
_UNNAMED = ("i", "we", "you", "it", "that", "this", "they", "he", "she")


class Claims(Ground):
    """Questions of what is so."""

    def rules(self) -> Iterator[tuple[Trigger, Iterable[str], Rule]]:
        """The rules with the words that call them."""
        words = knowledge()
        yield "verb", _ACCUSED_OF, self._accused
        yield "verb", words["claim_verbs"], self._claimed
        yield "verb", words["denial_verbs"], self._denied
        yield "verb", words["hearsay_verbs"], self._hearsay
        yield "verb", words["breach_verbs"], self._breach
        yield "noun", words["allegation"], self._accusation
        yield "noun", (*words["allegation"], "report"), self._alleged
        yield "word", words["alleged_adjectives"], self._alleged_thing
        yield "word", words["hearsay_adverbs"], self._reportedly
        yield "word", ("according",), self._according
        yield "word", ("not", "n't", "n’t"), self._said_not
        yield "word", words["legality_adjectives"], self._lawful
        yield "word", words["judging_adjectives"], self._judged

    def _claimed(self, verb: Token) -> Raised | None:
        """ "X claims that Y does Z": does it?"""
        clause = content_of(verb)
        if clause is None and (split := self._split_claim(verb)) is not None:
            return split
        if clause is None and verb.lemma_.lower() == "allege" and (things := objects_of(verb)):
            phrase = self.wording.phrase(things[0])
            text = f"Are the allegations of {phrase} true" if phrase else ""
            return self.made(Opening.ALLEGATION, text, verb, things[0])
        if clause is None or clause.lemma_.lower() in knowledge()["speaking_verbs"] or self._is_wish(clause):
            return None
        if has_child(clause, ("nsubjpass",), ("it",)) and infinitive_of(clause) is not None:
            return None  # "claimed it was left to her to do it"
        if is_infinitive(clause) and (found := self._taken_for(verb, clause)) is not None:
            return found
        return self.made(Opening.CLAIM, self.wording.direct(clause), verb, clause)

    def _taken_for(self, verb: Token, clause: Token) -> Raised | None:
        """ "Seized five men, claiming them to be spies": are they?"""
        subject = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
        if subject is None or clause.lemma_ != "be" or subject.lower_ not in ("them", "him", "her"):
            return None
        before = (t for t in reversed(list(verb.doc[verb.sent.start : verb.i])) if t.dep_ == "dobj")
        taken = next((t for t in before if t.pos_ in ("NOUN", "PROPN")), None)
        phrase = self.wording.phrase(taken) if taken is not None else ""
        front = "Are" if subject.lower_ == "them" else "Is"
        phrase = f"the {phrase}" if phrase[:1].isdigit() else definite(phrase)
        text = self.wording.finished(f"{front} {phrase}", clause) if phrase else ""
        return self.made(Opening.ALLEGATION, text, verb, clause)

    def _split_claim(self, verb: Token) -> Raised | None:
        """ "Claimed Norland, above all, is meddling", where the parser took the subject for an object."""
        subject = next((c for c in verb.children if c.dep_ == "dobj" and c.i == verb.i + 1), None)
        finite = (
            c
            for c in verb.children
            if c.dep_ == "conj" and has_child(c, ("aux", "auxpass"), ("is", "are", "was", "were"))
        )
        clause = next(finite, None)
        if subject is None or clause is None or not (entities := self.wording.entities([subject])):
            return None
        if any(c.dep_ in SUBJECTS for c in clause.children) or has_child(verb, ("cc",), ("and", "but")):
            return None
        front = next(c.lower_ for c in clause.children if c.dep_ in ("aux", "auxpass"))
        text = self.wording.finished(f"{front} {self.wording.names(entities)} {clause.text}", clause, entities)
        return self.made(Opening.CLAIM, text, verb, clause)

    def _is_wish(self, clause: Token) -> bool:
        """Whether a clause says what should be: "suggested that people stay"."""
        finite = any(c.dep_ in ("aux", "auxpass") for c in clause.children) or clause.tag_ in ("VBZ", "VBD")
        return clause.head.lemma_.lower() in knowledge()["wishing_verbs"] and not finite

    def _denied(self, verb: Token) -> Raised | None:
        """ "X denied that he made a deal", "X denied involvement in Y": did he?"""
        if has_child(verb, ("advmod",), knowledge()["once_adverbs"]):
            return None
        gerund = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG"), None)
        clause = content_of(verb) or gerund
        if clause is not None and verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_ in reporting():
            return self._of_denying(verb, clause)
        if clause is not None:
            return self.made(Opening.CLAIM, self.wording.direct(clause), verb, clause)
        thing = next(iter(objects_of(verb)), None)
        if thing is None or is_passive(verb):
            return None
        if text := self.wording.happening(thing, "Did", of_subject=True):
            return self.made(Opening.CLAIM, text, verb, thing)
        if thing.lemma_.lower() in knowledge()["allegation"] | {"report"} and (phrase := self.wording.phrase(thing)):
            return self.made(Opening.CLAIM, f"Are {phrase} true", verb, thing)
        return None

    def _of_denying(self, verb: Token, clause: Token) -> Raised | None:
        """ "Ruled denying them pay violated the law": what is denied is no clause, to deny it is the subject of one."""
        what = self.wording.words(list(verb.doc[verb.i : clause.i]))
        do = "Did" if clause.tag_ == "VBD" else "Does"
        text = self.wording.finished(f"{do} {what} {self.wording.base(clause)}", clause)
        return self.made(Opening.CLAIM, text, verb.head, clause)

    def _accused(self, verb: Token) -> Raised | None:
        """ "X accused Y of doing Z", "X blamed Y for Z": did Y?"""
        lemma = verb.lemma_.lower()
        if verb.dep_ == "acl" or not any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
            return None
        for child in verb.children:
            if child.dep_ != "prep" or child.lower_ != _ACCUSED_OF[lemma]:
                continue
            for content in child.children:
                if content.dep_ == "pcomp":
                    return self.made(Opening.ALLEGATION, self.wording.did(content), verb, content)
                if content.dep_ == "pobj" and self.document.actor_at(content) is None:
                    return self.made(Opening.ALLEGATION, self._to_blame(verb, lemma, content), verb, content)
        return None

    def _to_blame(self, verb: Token, lemma: str, content: Token) -> str:
        accused = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
        if accused is None or (accused.pos_ == "PRON" and self.document.mention_at(accused) is None):
            return ""
        entities = self.wording.entities([accused])
        if accused.pos_ == "PRON" and self._is_doubtful(accused, entities):
            return ""
        who = self.wording.names(entities) if entities else self.wording.phrase(accused)
        what = self.wording.phrase(content)
        many = accused.tag_ in ("NNS", "NNPS") or len(entities) > 1
        named = entities or has_child(accused, ("det", "poss"), ("the", "his", "her", "its", "their"))
        if not named or not what:
            return ""
        return f"{'Are' if many else 'Is'} {who} {'to blame for' if lemma == 'blame' else 'guilty of'} {what}"

    def _is_doubtful(self, pronoun: Token, entities: list[int]) -> bool:
        """Whether the sentence names another person before a pronoun than the one that it is said to mean."""
        before = [m for m in self.document.mentions if pronoun.sent.start <= m.head < pronoun.i and m.form == "name"]
        persons = {e for m in before for e in m.entities if self.document.entities[e].kind == Kind.PERSON}
        return bool(persons) and not persons & set(entities)

    def _accusation(self, noun: Token) -> Raised | None:
        """ "The accusation is that X did Y": did X?"""
        verb = noun.head
        clause = content_of(verb) if noun.dep_ == "nsubj" and verb.lemma_ == "be" else None
        if clause is None:
            return None
        claimed = [clause, *(c for c in clause.conjuncts if c.i > clause.i)]
        return self.made(Opening.ALLEGATION, self.wording.direct(claimed[-1]), noun, claimed[-1])

    def _hearsay(self, verb: Token) -> Raised | None:
        """ "Is said to have fled", "is believed to be ill": did X, is X?"""
        if not any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
            return None
        told = next((c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c)), None)
        if told is None or has_child(told, ("aux",), ("being",)):
            return None
        past = has_child(told, ("aux",), ("have",))
        if past:
            return self.made(Opening.ALLEGATION, self.wording.did(told), verb, told)
        if told.lemma_ != "be" or has_child(verb, ("neg",), ("not", "n't")):
            return None
        subject = self.wording.subject(told)
        front = "Are" if self.wording.is_plural(told) else "Is"
        text = self.wording.finished(f"{front} {subject}", told) if subject else ""
        return self.made(Opening.ALLEGATION, text, verb, told)

    def _reportedly(self, adverb: Token) -> Raised | None:
        """ "Allegedly smuggled arms": did X?"""
        verb = adverb.head
        words = knowledge()
        if (
            verb.pos_ not in ("VERB", "AUX")
            or verb.dep_ == "advcl"
            or verb.lemma_.lower() in words["expectation_verbs"]
        ):
            return None
        habit = verb.tag_ in ("VBP", "VBZ") and verb.pos_ == "VERB"
        if habit or (
            adverb.lower_ == "reportedly" and verb.lemma_ == "be" and any(c.dep_ == "acomp" for c in verb.children)
        ):
            return None
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.tag_ == "NNS" and any(c.dep_ == "nummod" for c in subject.children):
            return self.made(Opening.ALLEGATION, self.wording.how_many(subject, verb), adverb, verb)
        if verb.lemma_.lower() in reporting():
            clause = content_of(verb)
            if clause is None:
                return self._reportedly_asked(adverb, verb)
            return self.made(Opening.ALLEGATION, self.wording.direct(clause), adverb, clause)
        return self.made(Opening.ALLEGATION, self.wording.direct(verb), adverb, verb)

    def _reportedly_asked(self, adverb: Token, verb: Token) -> Raised | None:
        """ "Allegedly begged him to leave": did she?"""
        wanted = infinitive_of(verb)
        text = self.wording.direct(verb) if wanted is not None else ""
        if wanted is None or not text:
            return None
        if wanted.dep_ not in ("xcomp", "ccomp"):
            known = self.wording.entities(self.wording.subjects(verb))
            text = self.wording.finished(f"{text} to {self.wording.base(wanted)}", wanted, known)
        return self.made(Opening.ALLEGATION, text, adverb, verb)

    def _according(self, word: Token) -> Raised | None:
        """ "According to eyewitnesses, X wore Y": did X?"""
        source = next((p for c in word.children if c.dep_ == "prep" and c.lower_ == "to" for p in c.children), None)
        verb = word.head
        if source is None or verb.pos_ not in ("VERB", "AUX"):
            return None
        named = {t.lemma_.lower() for t in source.subtree if t.head == source or t == source}
        actor = self.document.actor_at(source)
        known = actor is not None and self.document.entities[actor.entities[0]].kind != Kind.GROUP
        if not named & knowledge()["unproven_sources"] or known:
            return None
        return self.made(Opening.CLAIM, self.wording.direct(verb), verb, verb)

    def _said_not(self, denial: Token) -> Raised | None:
        """ "X said the ban is not part of a plan": is it?"""
        verb = denial.head
        if denial.dep_ != "neg" or verb.pos_ not in ("VERB", "AUX"):
            return None
        if verb.lemma_.lower() in knowledge()["feeling_verbs"] or _is_but(verb):
            return None
        said = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in knowledge()["asserting_verbs"]
        if not (said or (self.document.in_speech(verb) and verb.dep_ in ("ROOT", "ccomp", "conj"))):
            return None
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        modal = any(c.tag_ == "MD" for c in verb.children)
        named = said and subject is not None and subject.lower_ in ("they", "it", "he", "she") and self._is_deed(verb)
        if (
            modal
            or subject is None
            or (subject.lower_ in _UNNAMED and not named)
            or text_beside(denial) in ("just", "only")
            or has_child(verb, ("preconj", "cc", "advmod"), ("either",))
        ):
            return None
        return self.made(Opening.CLAIM, self.wording.direct(verb), verb, verb)

    def _is_deed(self, verb: Token) -> bool:
        """Whether a verb tells what was done rather than what somebody thinks or is: "has not received the letter"."""
        told = verb.tag_ in ("VBD", "VBN") or has_child(verb, ("aux",), ("did", "has", "have", "had"))
        return told and verb.lemma_ not in knowledge()["having_verbs"] and verb.lemma_ != "be"

    def _breach(self, verb: Token) -> Raised | None:
        """ "X violates the treaty": does it?"""
        objects = [c for c in verb.children if c.dep_ == "dobj"]
        breaks = any(o.lemma_.lower() in knowledge()["breach_objects"] or o.ent_type_ == "LAW" for o in objects)
        if not breaks or verb.tag_ not in ("VBZ", "VBP", "VBD"):
            return None
        return self.made(Opening.LAWFULNESS, self.wording.direct(verb), verb, verb)

    def _lawful(self, adjective: Token) -> Raised | None:
        """ "Is unconstitutional", "called the agreement null and void": is it?"""
        verb = adjective.head
        while verb.pos_ == "ADJ" and verb.head != verb:
            verb = verb.head
        if verb.lemma_ == "be" and adjective.dep_ in ("acomp", "attr", "conj"):
            told_of_it = verb.dep_ == "ROOT" and not self.document.in_speech(verb)  # the article's own word for the law
            finite = verb.tag_ in ("VBZ", "VBP", "VBD") and not told_of_it
            return self.made(Opening.LAWFULNESS, self.wording.direct(verb), verb, verb) if finite else None
        made_so = verb.lemma_.lower() in knowledge()["making_verbs"]
        if adjective.dep_ not in ("oprd", "ccomp", "xcomp", "conj", "acomp") or verb.pos_ != "VERB" or made_so:
            return None
        children = (c for c in [*verb.children, *adjective.children] if c.dep_ in ("dobj", "nsubj") and c.i > verb.i)
        thing = next((c for c in children if c.pos_ == "NOUN"), None)
        if thing is None or not (phrase := self.wording.phrase(thing)):
            return None
        front = "Are" if thing.tag_ == "NNS" else "Is"
        return self.made(Opening.LAWFULNESS, f"{front} {phrase} {adjective.text}", verb, thing)

    def _judged(self, adjective: Token) -> Raised | None:
        """ "X said the measure was nowhere near enough": is it?"""
        verb = adjective.head
        if verb.lemma_ != "be" or adjective.dep_ not in ("acomp", "attr", "advmod"):
            return None
        said = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in reporting()
        subject = self.wording.subject(verb)
        if not (said or self.document.in_speech(adjective)) or not subject or verb.tag_ not in ("VBZ", "VBP", "VBD"):
            return None
        front = "Are" if self.wording.is_plural(verb) else "Is"
        return self.made(Opening.CLAIM, f"{front} {subject} {adjective.lower_}", verb, verb)

    def _alleged(self, noun: Token) -> Raised | None:
        """ "Allegations of arms transfers", "claims that X did Y": did X?"""
        content = content_behind(noun)
        if content is None or (noun.tag_ == "NN" and noun.lemma_.lower() == "report"):
            return None
        if content.pos_ in ("VERB", "AUX"):
            return self.made(Opening.ALLEGATION, self.wording.did(content), noun, content)
        inner = next(
            (c for c in content.children if c.dep_ in ("acl", "pcomp") and c.tag_ == "VBG" and c.i == content.i + 1),
            None,
        )
        if inner is not None:
            return self.made(Opening.ALLEGATION, self.wording.did(inner), noun, inner)
        if noun.lemma_.lower() == "report" or (noun.lemma_.lower() == "claim" and noun.tag_ == "NN"):
            return None
        phrase = self.wording.phrase(content, listed=True)
        lemma = noun.lemma_.lower()
        told = "Is the suspicion" if lemma == "suspicion" else f"Are the {lemma}s"
        text = self.wording.happening(content, "Did") or (f"{told} of {phrase} true" if phrase else "")
        return self.made(Opening.ALLEGATION, text, noun, content)

    def _alleged_thing(self, adjective: Token) -> Raised | None:
        """ "Alleged ties to a militia": has X such ties? "Alleged misconduct": is it true?"""
        noun = adjective.head
        if adjective.dep_ != "amod" or noun.pos_ != "NOUN" or self._is_person_or_thing(noun):
            return None
        phrase = self.wording.phrase(noun, leave_out=[adjective.i], full=False)
        verb = noun.head
        text = self.wording.happening(noun, "Did")
        if not text and noun.dep_ == "dobj" and verb.lemma_ == "have" and (who := self.wording.subject(verb)):
            do = "Do" if self.wording.is_plural(verb) else "Does"
            text = f"{do} {who} have {phrase}"
        if not text and phrase:
            phrase = phrase.removeprefix("the ")
            text = f"Are the allegations of {phrase} true"
        return self.made(Opening.ALLEGATION, text, adjective, noun)

    def _is_person_or_thing(self, noun: Token) -> bool:
        """Whether what is suspected or alleged is somebody or a counted case, not a deed."""
        if self.document.actor_at(noun) is not None or noun.lemma_.lower() in knowledge()["concrete"]:
            return True
        return any(c.dep_ == "nummod" for c in noun.children)


def _is_but(verb: Token) -> bool:
    """Whether what is denied is at once put right: "is not meant to hurt them but to help"."""
    below = [t for c in verb.children if c.i > verb.i and c.dep_ != "conj" for t in c.subtree]
    joints = [c for c in verb.children if c.dep_ == "cc" and c.i > verb.i]
    told = [t for t in (*below, *joints) if t.lower_ == "but" and t.dep_ == "cc"]
    return any(not any(g.dep_ in ("nsubj", "nsubjpass") for c in t.head.conjuncts for g in c.children) for t in told)
