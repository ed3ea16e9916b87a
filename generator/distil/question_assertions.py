"""What is said and not shown, asked, or kept silent: claims, denials, accusations, unlawfulness, inquiries."""

from spacy.tokens import Token

from generator.distil.question_ground import SUBJECTS, Ground, Opening, Raised, reporting
from generator.distil.question_wording import knowledge
from generator.model import Status


class Assertions(Ground):
    """Questions of what is so, raised by verbs."""

    def _asked(self, word: Token) -> Raised | None:
        """ "Visitors wonder whether ...", "it will be interesting to see how ..."."""
        clause = word.head if word.head.pos_ in ("VERB", "AUX") else word.head.head
        if clause.pos_ not in ("VERB", "AUX") or clause.dep_ not in (
            "ccomp",
            "pcomp",
            "xcomp",
            "advcl",
            "acl",
            "csubj",
        ):
            return None
        if word.lower_ == "if" and clause.dep_ == "advcl":
            return None
        governor = clause.head if clause.head.pos_ != "ADP" else clause.head.head
        told_of = [c for c in governor.children if c.dep_ in ("acomp", "attr", "oprd")]  # "it remains unclear who"
        lemma = next((w for w in (c.lemma_.lower() for c in told_of) if w in knowledge()["indirect"]), "")
        lemma = lemma or governor.lemma_.lower()
        if lemma not in knowledge()["indirect"] or (
            lemma in knowledge()["indirect_if_negated"] and not self._left_open(governor)
        ):
            return None
        question_word = "" if word.lower_ in ("whether", "if") else word.lower_
        if word.head != clause and word.dep_ in ("det", "advmod") and question_word:
            question_word = f"{question_word} {word.head.text}"
        if word.dep_ in SUBJECTS:
            return self.made(Opening.ASKED, self.wording.by_whom(clause, question_word), governor, clause)
        return self.made(Opening.ASKED, self.wording.direct(clause, question_word), governor, clause)

    def _left_open(self, governor: Token) -> bool:
        """Whether nobody knows yet: negated, or still to be seen."""
        above = governor.head
        if self.is_negated(governor) or any(c.dep_ == "neg" for c in above.children):
            return True
        if governor.tag_ == "VB" and above.lemma_ in (
            "remain",
            "wait",
            "interesting",
            "be",
            "keen",
            "eager",
            "important",
        ):
            return True
        return any(t.lower_ in ("not", "nobody", "no") for t in governor.subtree if t.i < governor.i)

    def _nobody(self, verb: Token) -> Raised | None:
        """ "No group claimed responsibility": who is responsible?"""
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        nobody = subject is not None and (
            subject.lower_ in ("nobody", "none") or self.has_child(subject, ("det",), ("no",))
        )
        thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if not nobody or thing is None or verb.lemma_.lower() not in knowledge()["owning_up_verbs"]:
            return None
        target = next(
            (
                p
                for c in thing.children
                if c.dep_ == "prep" and c.lower_ == "for"
                for p in c.children
                if p.dep_ == "pobj"
            ),
            None,
        )
        return self.made(
            Opening.PENDING,
            f"Who is responsible{f' for {self.wording.phrase(target)}' if target is not None else ' for it'}",
            verb,
            verb,
        )

    def _undisclosed(self, verb: Token) -> Raised | None:
        """ "Did not disclose the price": what is it?"""
        thing = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
        if (
            thing is None
            or verb.lemma_.lower() not in knowledge()["disclosing_verbs"]
            or not any(c.dep_ == "neg" for c in verb.children)
        ):
            return None
        return self.made(Opening.PENDING, f"What is {self.wording.phrase(thing)}", verb, thing)

    def _claimed(self, verb: Token) -> Raised | None:
        """ "X claims that Y does Z": does it?"""
        if verb.lemma_.lower() not in knowledge()["claim_verbs"]:
            return None
        clause = self.content_of(verb)
        thing = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
        if clause is None and thing is not None and verb.lemma_.lower() == "allege":
            return self.made(
                Opening.ALLEGATION, f"Are the allegations of {self.wording.phrase(thing)} true", verb, thing
            )
        if clause is None or clause.lemma_.lower() in ("say", "tell"):
            return None
        return self.made(Opening.CLAIM, self.wording.direct(clause), verb, clause)

    def _said_not(self, verb: Token) -> Raised | None:
        """ "X said the ban is not part of a plan": is it?"""
        said = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in reporting()
        if not (said or (self.document.in_speech(verb) and verb.dep_ in ("ROOT", "ccomp", "conj"))):
            return None
        denial = next((c for c in verb.children if c.dep_ == "neg" and c.lower_ in ("not", "n't", "never")), None)
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        modal = any(c.tag_ == "MD" for c in verb.children)
        if (
            denial is None
            or modal
            or subject is None
            or subject.lower_ in ("i", "we", "you", "it", "that", "this")
            or verb.doc[denial.i + 1].lower_ in ("just", "only")
        ):
            return None
        return self.made(Opening.CLAIM, self.wording.direct(verb), verb, verb)

    def _denied(self, verb: Token) -> Raised | None:
        """ "X denied that he made a deal", "X denied involvement in Y": did he?"""
        if verb.lemma_.lower() not in knowledge()["denial_verbs"]:
            return None
        clause = self.content_of(verb) or next(
            (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG"), None
        )
        if clause is not None:
            return self.made(Opening.CLAIM, self.wording.direct(clause), verb, clause)
        thing = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
        return (
            self.made(Opening.CLAIM, f"Is the denial of {self.wording.phrase(thing)} true", verb, thing)
            if thing is not None
            else None
        )

    def _content(self, verb: Token) -> Token | None:
        """The clause that tells what a verb of saying or feeling says."""
        return next(
            (
                c
                for c in verb.children
                if c.dep_ == "ccomp" and c.i > verb.i and any(g.dep_ in SUBJECTS for g in c.children)
            ),
            None,
        )

    def _feared(self, verb: Token) -> Raised | None:
        """ "X hopes that Y will", "X fears that Z": will it?"""
        if verb.lemma_.lower() not in knowledge()["hope_verbs"]:
            return None
        clause = self.content_of(verb) or next(
            (c for c in verb.children if c.dep_ == "xcomp" and self.is_infinitive(c) and verb.lemma_ == "hope"), None
        )
        return self.made(Opening.FEELING, self.wording.will(clause), verb, clause) if clause is not None else None

    def _accused(self, verb: Token) -> Raised | None:
        """ "X accused Y of doing Z", "X blamed Y for Z": did Y?"""
        lemma = verb.lemma_.lower()
        preposition = {"accuse": "of", "suspect": "of", "blame": "for", "charge": "with"}.get(lemma)
        if preposition is None or verb.dep_ == "acl":
            return None
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ == preposition:
                for content in child.children:
                    if content.dep_ == "pcomp":
                        return self.made(Opening.ALLEGATION, self.wording.did(content), verb, content)
                    if (
                        content.dep_ == "pobj"
                        and self._accused_by_name(verb)
                        and self.document.actor_at(content) is None
                    ):
                        return self.made(Opening.ALLEGATION, self._to_blame(verb, lemma, content), verb, content)
        return None

    def _accused_by_name(self, verb: Token) -> bool:
        accused = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
        return any(
            self.document.actor_at(c) is not None
            or self.has_child(c, ("det", "poss"), ("the", "his", "her", "its", "their"))
            for c in accused
        )

    def _to_blame(self, verb: Token, lemma: str, content: Token) -> str:
        accused = next(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
        who, what = self.wording.phrase(accused), self.wording.phrase(content)
        return f"Is {who} to blame for {what}" if lemma == "blame" else f"Is {who} guilty of {what}"

    def _reported(self, verb: Token) -> Raised | None:
        """A happening that is only alleged, planned or possible by what governs it."""
        report = self.reports.get(verb.i)
        if report is None or self.content_of(verb.head) == verb or not report.named:
            return None
        if report.status == Status.ALLEGED:
            return self.made(Opening.ALLEGATION, self.wording.did(verb), verb, verb)
        if report.status == Status.POSSIBLE and verb.dep_ != "advcl" and not self.is_negated(verb):
            return self.made(Opening.PROPOSAL, self.wording.will(verb), verb, verb)
        return None

    def _breach(self, verb: Token) -> Raised | None:
        """ "X violates the treaty", "is unconstitutional": does it, is it?"""
        words = knowledge()
        if verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP", "VBD"):
            adjectives = [t for c in verb.children if c.dep_ in ("acomp", "attr") for t in [c, *c.conjuncts]]
            if any(a.lemma_.lower() in words["legality_adjectives"] for a in adjectives):
                return self.made(Opening.LAWFULNESS, self.wording.direct(verb), verb, verb)
        objects = [c for c in verb.children if c.dep_ == "dobj"]
        if verb.lemma_.lower() in words["breach_verbs"] and any(
            o.lemma_.lower() in words["breach_objects"] or o.ent_type_ == "LAW" for o in objects
        ):
            return self.made(Opening.LAWFULNESS, self.wording.direct(verb), verb, verb)
        if (
            verb.lemma_.lower() in words["contest_verbs"]
            and (
                thing := next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ == "NOUN"), None)
            )
            is not None
        ):
            return self.made(Opening.LAWFULNESS, f"Will {self.wording.phrase(thing)} be upheld", verb, thing)
        return None

    def _sued(self, verb: Token) -> Raised | None:
        """ "X sued Y", "X filed an appeal": will it succeed?"""
        lemma = verb.lemma_.lower()
        thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
        if thing is None:
            return None
        if lemma in knowledge()["filing_verbs"] and thing.lemma_.lower() in knowledge()["inquiries"] | {
            "complaint",
            "motion",
        }:
            return self.made(Opening.INQUIRY, f"Will {self.wording.phrase(thing)} succeed", verb, thing)
        if lemma in knowledge()["suing_verbs"] and lemma == "sue" and (who := self.wording.subject(verb)):
            return self.made(
                Opening.INQUIRY, f"Will the lawsuit of {who} against {self.wording.phrase(thing)} succeed", verb, thing
            )
        if lemma in knowledge()["inquiry_verbs"] and verb.tag_ in ("VBG", "VBZ", "VBP") and not self.is_negated(verb):
            return self.made(
                Opening.INQUIRY, f"What will the investigation of {self.wording.phrase(thing)} find", verb, thing
            )
        return None
