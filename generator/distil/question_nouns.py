"""What leaves something open, told by nouns and adjectives: chances, allegations, doubts, inquiries, demands."""

from spacy.tokens import Token

from generator.distil.question_ground import Ground, Opening, Raised
from generator.distil.question_wording import knowledge
from generator.model import Status

_CONTENT = ("of", "for", "about", "over", "on", "that")


class NounRules(Ground):
    """Questions that a noun or adjective raises."""

    def find(self, token: Token) -> Raised | None:
        """The question that a token raises, if it raises one."""
        if token.pos_ in ("NOUN", "PROPN"):
            rules = (
                self._possibility,
                self._suggestion,
                self._effort,
                self._inquiry,
                self._demand,
                self._proposal,
                self._legality,
                self._lacking,
                self._reported,
            )
            return next((found for rule in rules if (found := rule(token)) is not None), None)
        return self._described(token)

    def _content(self, noun: Token) -> Token | None:
        """What a noun of chance, claim or feeling is about: a clause or a noun."""
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in _CONTENT:
                for content in child.children:
                    if content.dep_ in ("pcomp", "pobj"):
                        return content
            if (
                child.dep_ in ("acl", "ccomp", "relcl")
                and child.pos_ in ("VERB", "AUX")
                and child.i > noun.i
                and child.tag_ != "VBN"
                and not self.has_child(child, ("nsubj", "dobj"), ("that", "which", "who"))
            ):
                return child
        return None

    def _possibility(self, noun: Token) -> Raised | None:
        """ "The possibility of X meeting Y", "allegations of arms transfers", "scepticism about X"."""
        words, lemma = knowledge(), noun.lemma_.lower()
        if lemma not in words["possibility"] | words["allegation"] | words["doubt"] | words["hope"]:
            return None
        content = self._content(noun)
        if content is None or content.lemma_.lower() in words["possibility"]:
            return None
        alleged = lemma in words["allegation"]
        opening = (
            Opening.ALLEGATION if alleged else Opening.CHANCE if lemma in words["possibility"] else Opening.FEELING
        )
        if content.pos_ in ("VERB", "AUX"):
            return self.made(
                opening, self.wording.did(content) if alleged else self.wording.will(content), noun, content
            )
        inner = next(
            (c for c in content.children if c.dep_ in ("acl", "pcomp") and c.tag_ == "VBG" and c.i == content.i + 1),
            None,
        )
        if inner is not None:
            return self.made(opening, self.wording.did(inner) if alleged else self.wording.will(inner), noun, inner)
        return self.made(opening, self._about(content, lemma), noun, content)

    def _about(self, content: Token, lemma: str) -> str:
        words = knowledge()
        phrase = self.wording.phrase(content)
        if lemma in words["allegation"]:
            return self.wording.happening(content, "Did") or f"Are the {lemma}s of {phrase} true"
        if lemma in words["doubt"]:
            return f"Is the {lemma} about {phrase} justified"
        if lemma in ("implication", "repercussion"):
            return f"What are the {lemma}s for {phrase}"
        return self.wording.happening(content) or f"Will there be {phrase}"

    def _suggestion(self, noun: Token) -> Raised | None:
        """ "The suggestion that X be discussed", "a proposal to build Y": will it be?"""
        if noun.lemma_.lower() not in knowledge()["suggestions"]:
            return None
        content = next(
            (
                c
                for c in noun.children
                if c.i > noun.i
                and c.dep_ in ("acl", "ccomp", "relcl")
                and (self.is_infinitive(c) or self.has_child(c, ("mark",), ("that",)))
            ),
            None,
        )
        return self.made(Opening.DEMAND, self.wording.will(content), noun, content) if content is not None else None

    def _effort(self, noun: Token) -> Raised | None:
        """ "Efforts by X to keep the deal": will they?"""
        if noun.lemma_.lower() not in knowledge()["efforts"] or self.has_child(noun, ("det",), ("a", "an")):
            return None
        wanted = next((c for c in noun.children if c.dep_ in ("acl", "relcl", "xcomp") and self.is_infinitive(c)), None)
        return self.made(Opening.EFFORT, self.wording.will(wanted), noun, wanted) if wanted is not None else None

    def _reported(self, noun: Token) -> Raised | None:
        """A happening named by a noun and only planned, possible or alleged."""
        report = self.reports.get(noun.i)
        if report is None or report.status not in (Status.POSSIBLE, Status.ALLEGED):
            return None
        alleged = report.status == Status.ALLEGED
        opening = Opening.ALLEGATION if alleged else Opening.PROPOSAL
        return self.made(opening, self.wording.happening(noun, "Did" if alleged else "Will"), noun, noun)

    def _lacking(self, noun: Token) -> Raised | None:
        """ "No evidence of X": is there any?"""
        if noun.lemma_.lower() not in knowledge()["proofs"] or not self.has_child(noun, ("det",), ("no", "any")):
            return None
        return self.made(
            Opening.PENDING,
            f"Is there {self.wording.phrase(noun).removeprefix('no ').removeprefix('any ')}",
            noun,
            noun,
        )

    def _inquiry(self, noun: Token) -> Raised | None:
        """ "An investigation into X": what will it find?"""
        lemma = noun.lemma_.lower()
        if lemma not in knowledge()["inquiries"] or self._subject_matter(noun) is None:
            return None
        report = self.reports.get(noun.i)
        if report is not None and report.status == Status.DENIED:
            return None
        return self.made(Opening.INQUIRY, self._outcome(noun), noun, noun)

    def _subject_matter(self, noun: Token) -> Token | None:
        """The preposition that leads to what an inquiry is about."""
        prepositions = knowledge()["inquiry_prepositions"]
        own = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in prepositions), None)
        if own is not None or noun.dep_ not in ("dobj", "nsubjpass"):
            return own
        return next((c for c in noun.head.children if c.dep_ == "prep" and c.lower_ == "into"), None)

    def _outcome(self, noun: Token) -> str:
        phrase = self.wording.phrase(noun)
        matter = self._subject_matter(noun)
        if matter is not None and matter.head != noun:  # the parser hung "into X" on the verb
            phrase = f"{phrase} {self.wording.phrase(matter)}"
        finds = noun.lemma_.lower() in knowledge()["finding_inquiries"]
        return f"What will {phrase} find" if finds else f"What will be the outcome of {phrase}"

    def _demand(self, noun: Token) -> Raised | None:
        """ "Protesters' demands for an inquiry", "their demands include X": will they be met?"""
        if noun.lemma_.lower() not in knowledge()["demand_nouns"]:
            return None
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in ("NUM", "PRON"):
            return None
        return self.made(Opening.DEMAND, f"Will {self._the(noun)} be met", noun, noun)

    def _the(self, noun: Token) -> str:
        """The noun's phrase, with an article where it is a bare plural."""
        phrase = self.wording.phrase(noun)
        return f"the {phrase}" if phrase == noun.text.lower() else phrase

    def _proposal(self, noun: Token) -> Raised | None:
        """ "A proposed law": will it be adopted?"""
        if noun.lemma_.lower() not in knowledge()["proposals"] or not self.has_child(
            noun, ("amod",), knowledge()["proposed"]
        ):
            return None
        return self.made(Opening.PROPOSAL, f"Will {self.wording.phrase(noun)} be adopted", noun, noun)

    def _legality(self, noun: Token) -> Raised | None:
        """ "Questioned the legality of X": is it lawful?"""
        if noun.lemma_.lower() not in knowledge()["legality_nouns"]:
            return None
        subject = next(
            (n for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for n in c.children if n.dep_ == "pobj"),
            None,
        )
        return (
            self.made(Opening.LAWFULNESS, f"What is the {noun.lemma_} of {self.wording.phrase(subject)}", noun, subject)
            if subject is not None
            else None
        )

    def _described(self, word: Token) -> Raised | None:
        """ "Alleged ties", "a possible visit", "unresolved disputes", "it is possible that X"."""
        words, lemma = knowledge(), word.lemma_.lower()
        noun = word.head
        if word.dep_ == "amod" and noun.pos_ == "NOUN":
            phrase = self.wording.phrase(noun).removeprefix(f"{word.text} ")
            if word.lower_ in words["alleged_adjectives"]:
                return self.made(
                    Opening.ALLEGATION,
                    self.wording.happening(noun, "Did") or f"Are the allegations of {phrase} true",
                    word,
                    noun,
                )
            if lemma in words["possible_adjectives"]:
                effect = (
                    f"What will be the {phrase.removeprefix(f'any {word.text} ')}"
                    if noun.lemma_.lower() in words["effects"]
                    else ""
                )
                text = effect or self.wording.happening(noun) or f"Will there be {phrase}"
                return self.made(Opening.CHANCE, text, word, noun)
            if word.lower_ in words["planned_adjectives"] and (text := self.wording.happening(noun, of_subject=True)):
                return self.made(Opening.PLAN, text, word, noun)
            if lemma in words["pending_adjectives"]:
                return self.made(Opening.PENDING, f"How will {self.wording.phrase(noun)} be resolved", word, noun)
        if lemma in words["legality_adjectives"] and word.dep_ in ("oprd", "ccomp", "xcomp", "conj", "acomp"):
            return self._called(word)
        if lemma in words["likely_adjectives"] and word.dep_ in ("acomp", "attr", "oprd"):
            clause = next((c for c in [*word.children, *noun.children] if c.dep_ == "ccomp"), None)
            return self.made(Opening.CHANCE, self.wording.direct(clause), noun, clause) if clause is not None else None
        return None

    def _called(self, adjective: Token) -> Raised | None:
        """ "Called the agreement null and void": is it?"""
        verb = adjective.head
        while verb.pos_ == "ADJ" and verb.head != verb:
            verb = verb.head
        thing = next(
            (
                c
                for c in [*verb.children, *adjective.children]
                if c.dep_ in ("dobj", "nsubj") and c.i > verb.i and c.pos_ == "NOUN"
            ),
            None,
        )
        if verb.pos_ != "VERB" or thing is None:
            return None
        return self.made(
            Opening.LAWFULNESS,
            f"{'Are' if thing.tag_ == 'NNS' else 'Is'} {self.wording.phrase(thing)} {adjective.text}",
            verb,
            thing,
        )
