"""What may come: chances, plans, promises, conditions, hopes and threats."""

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
    is_negated,
    noun_behind,
    objects_of,
)
from generator.distil.question_knowledge import knowledge
from generator.distil.question_names import written
from generator.distil.question_parts import dates_in, text_beside
from generator.distil.question_signs import content_behind, is_of_such, is_over, is_purpose
from generator.language.arguments import is_passive, subject_of
from generator.language.parse import Token
from generator.model import Kind

_CONDITIONS = ("if", "unless", "as", "provided")


class Prospects(Ground):
    """Questions of what will be."""

    def rules(self) -> Iterator[tuple[Trigger, Iterable[str], Rule]]:
        """The rules with the words that call them."""
        words = knowledge()
        yield "word", (*words["modals"], "can", "will", "'ll", "’ll", "wo", "shall"), self._modal
        yield "word", ("would", "'d", "’d"), self._would
        yield "word", ("going", "gonna"), self._going
        yield "word", ("to", "na"), self._announced
        yield "word", _CONDITIONS, self._on_condition
        yield "verb", words["hope_verbs"], self._feared
        yield "verb", words["watch"], self._watched
        yield "verb", words["standing_verbs"], self._stands
        yield "word", words["possible_adjectives"], self._possible
        yield "word", words["planned_adjectives"], self._planned_noun
        yield "word", words["likely_adjectives"], self._likely
        yield "verb", words["fighting_verbs"], self._fight
        yield "verb", words["threatening_verbs"], self._threatened
        yield "noun", words["contests"], self._contest
        yield "noun", words["possibility"] | words["doubt"] | words["hope"], self._possibility

    def _modal(self, modal: Token) -> Raised | None:
        """ "The deal could expand transfers", "Berg may have misused her office", "talks will begin"."""
        verb, word = modal.head, modal.lower_
        if modal.tag_ != "MD" or verb.pos_ not in ("VERB", "AUX") or has_child(verb, ("mark",), ("if", "unless")):
            return None
        if word in knowledge()["modals"]:
            return self._chance(modal, verb) if not is_negated(verb) else None
        if word == "can":
            hoped = (
                verb.dep_ in ("ccomp", "acl")
                and verb.head.lemma_.lower() in knowledge()["hope"] | knowledge()["hope_verbs"]
            )
            return self.made(Opening.CHANCE, self.wording.will(verb), verb.head, verb) if hoped else None
        in_general = any(t.lower_ == "you" and t.dep_ == "nsubj" for t in verb.sent)  # "as you get older they will not"
        unnamed = ("i", "we", "you", *(("it", "they") if in_general else ()))
        spoken = has_child(verb, ("nsubj",), unnamed) and is_negated(verb) and verb.lemma_ != "be"
        if has_child(verb, ("aux",), ("have", "'ve", "’ve")) or has_child(verb, ("neg",), ("never",)) or spoken:
            return None
        firm = is_negated(verb) and verb.lemma_.lower() in knowledge()["firm_verbs"]
        speaks = verb.lemma_ in knowledge()["speaking_verbs"] and verb.lemma_ != "continue"
        if firm or speaks or verb.dep_ in ("csubj", "csubjpass"):
            return None
        if self._is_provision(verb) or (is_negated(verb) and self._is_of_nobody_named(verb)) or is_of_such(verb):
            return None
        return self.made(Opening.PLAN, self.wording.will(verb), verb, verb)

    def _is_own_refusal(self, verb: Token) -> bool:
        """Whether somebody rules something out for herself: "Berg said she would not return to politics"."""
        if not is_negated(verb) or verb.dep_ != "ccomp":
            return False
        own = {e for t in subject_of(verb) if (m := self.document.mention_at(t)) is not None for e in m.entities}
        said = {e for t in subject_of(verb.head) if (m := self.document.actor_at(t)) is not None for e in m.entities}
        return bool(own & said)

    def _is_provision(self, verb: Token) -> bool:
        """Whether a verb only says what something is or has by its design: "members will have one vote"."""
        words = knowledge()
        if verb.lemma_ == "be":
            described = verb.dep_ == "relcl" and has_child(verb, ("nsubj",), ("which", "that"))
            return described or has_child(verb, ("acomp",), words["provided_adjectives"])
        objects = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
        return verb.lemma_.lower() in words["having_verbs"] or bool(objects & words["idle_objects"])

    def _is_of_many(self, verb: Token) -> bool:
        """Whether the subject is a plural that names nobody, as plans tell of: "voters would then choose"."""
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        kinds = [self.document.entities[e].kind for e in self.wording.entities(subjects)]
        return all(k in (None, Kind.GROUP) for k in kinds) and any(c.tag_ == "NNS" for c in subjects)

    def _is_of_nobody_named(self, verb: Token) -> bool:
        """Whether the subject is a pronoun that stands for no actor: "they will not grow"."""
        return any(
            c.dep_ in ("nsubj", "nsubjpass") and c.tag_ == "PRP" and self.document.mention_at(c) is None
            for c in verb.children
        )

    def _chance(self, modal: Token, verb: Token) -> Raised | None:
        if has_child(verb, ("advmod",), knowledge()["permission_adverbs"]) or is_purpose(verb):
            return None
        if verb.dep_ == "advcl" and verb.head.tag_ == "VBD" and has_child(verb, ("mark",), ("before",)):
            return None  # "lost it before they could use it"
        if has_child(verb, ("aux",), ("have", "'ve", "’ve")):
            told = modal.lower_ != "could" and verb.dep_ != "relcl"
            return self.made(Opening.CHANCE, self.wording.did(verb), modal, verb) if told else None
        if verb.tag_ == "VBG":
            return self.made(Opening.CHANCE, self.wording.ongoing(verb), modal, verb)
        front = "Could" if modal.lower_ == "could" else "Will"
        return self.made(Opening.CHANCE, self.wording.will(verb, front), modal, verb)

    def _would(self, modal: Token) -> Raised | None:
        """ "Said the law would apply", "imposing it would break the treaty"."""
        verb = modal.head
        if modal.tag_ != "MD" or has_child(verb, ("aux",), ("have", "'ve", "’ve")):
            return None
        spoken = self.document.in_speech(verb)
        if is_negated(verb) and has_child(verb, ("nsubj",), ("i", "we", "you")):
            return None
        speaks = verb.lemma_ in knowledge()["commenting_verbs"]
        if self._is_own_refusal(verb) or is_of_such(verb) or speaks:
            return None
        if is_purpose(verb) or self._is_provision(verb) or has_child(verb.head, ("aux",), ("had",)):
            return None  # "had told her that he would help": what came of it lies before what is told
        if verb.dep_ == "ccomp":
            return self.made(Opening.PLAN, self.wording.will(verb), verb, verb)
        if verb.dep_ == "ROOT" and spoken:
            return self.made(Opening.CLAIM, self.wording.will(verb, "Would"), verb, verb)
        dated = bool(dates_in(self.document, verb))
        provides = verb.lemma_.lower() in knowledge()["providing_verbs"]
        if (verb.dep_ == "ROOT" and not provides and not self._is_of_many(verb)) or (verb.dep_ == "conj" and dated):
            return self.made(Opening.PLAN, self.wording.will(verb), verb, verb)
        return None

    def _going(self, verb: Token) -> Raised | None:
        """ "They are going to build it"."""
        inner = infinitive_of(verb)
        if inner is None or not has_child(verb, ("aux",), ("is", "are", "'s", "'re", "’s", "’re")) or is_negated(verb):
            return None
        if has_child(inner, ("advmod",), ("nowhere",)):
            return None
        return self.made(Opening.PLAN, self.wording.will(inner), verb, inner)

    def _announced(self, to: Token) -> Raised | None:
        """ "Is expected to", "plans to", "is to": announced and not yet happened."""
        verb, head = to.head, to.head.head
        if to.tag_ != "TO" or not is_infinitive(verb) or is_negated(head) or is_infinitive(head):
            return None
        words, lemma = knowledge(), head.lemma_.lower()
        if verb.dep_ in ("xcomp", "ccomp"):
            if lemma == "be" and head.pos_ in ("AUX", "VERB"):
                return self._is_to(head, verb)
            if lemma in words["expectation_verbs"] and head.dep_ not in ("acl", "amod"):
                perfect = has_child(verb, ("aux",), ("have",))
                return self.made(
                    Opening.PLAN, self.wording.did(verb) if perfect else self.wording.will(verb), head, verb
                )
            if (
                lemma in words["striving_verbs"]
                and (head.tag_ in ("VBZ", "VBP") or (head.tag_ == "VBG" and not is_over(head)))
                and head.dep_ not in ("acl", "amod")
            ):
                return self.made(Opening.EFFORT, self.wording.will(verb), head, verb)
            if lemma in words["likely_adjectives"] and not is_negated(head.head):
                return self.made(Opening.CHANCE, self.wording.will(verb), head, verb)
        if verb.dep_ in ("acl", "relcl") and lemma in words["expectation_nouns"]:
            return self.made(Opening.PLAN, self.wording.will(verb), head, verb)
        if verb.dep_ in ("acl", "relcl", "xcomp") and lemma in words["efforts"] and head.pos_ == "NOUN":
            return self._effort(head, verb)
        return None

    def _effort(self, noun: Token, verb: Token) -> Raised | None:
        """ "Efforts by X to keep the deal", "a campaign to end the outbreak": will they?"""
        if noun.head.lemma_ == "make" and noun.head.tag_ in ("VBD", "VBN"):
            return None  # "had made an attempt to": what came of it is told
        if noun.dep_ not in ("nsubj", "nsubjpass") and verb.lemma_.lower() in knowledge()["remedy_verbs"]:
            thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
            phrase = self.wording.phrase(thing) if thing is not None and thing.pos_ != "PRON" else ""
            plural = noun.tag_ == "NNS"
            what = f"the {'efforts' if plural else 'effort'} to {verb.lemma_} {phrase}"
            return self.made(Opening.EFFORT, f"Will {what} succeed" if phrase else "", noun, verb)
        if has_child(noun, ("det",), ("a", "an")):
            return None
        return self.made(Opening.EFFORT, self.wording.will(verb), noun, verb)

    def _fight(self, verb: Token) -> Raised | None:
        """ "Need to fight for equal pay", "is campaigning for X": will it succeed?"""
        thing = noun_behind(verb, ("for",))
        if (
            thing is None
            or thing.pos_ != "NOUN"
            or self.document.actor_at(thing) is not None
            or verb.tag_ in ("VBD", "VBN")
            or is_negated(verb.head)
        ):
            return None
        noun = {"push": "push", "lobby": "campaign"}.get(verb.lemma_.lower(), verb.lemma_.lower())
        phrase = self.wording.phrase(thing)
        return self.made(Opening.EFFORT, f"Will the {noun} for {phrase} succeed" if phrase else "", verb, thing)

    def _is_to(self, head: Token, verb: Token) -> Raised | None:
        """ "The court is to rule", "the goal is to halve the deficit"."""
        subject = next((c for c in head.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.lemma_.lower() in ("one", "some", "part"):
            subject = noun_behind(subject, ("of",)) or subject
        if any(has_child(c, ("advmod",), ("too",)) for c in head.children) or (subject and subject.tag_ == "JJ"):
            return None  # "is too general to be protected", "the first was to amend the law"
        if subject is None or subject.lemma_.lower() not in knowledge()["aims"]:
            return self.made(Opening.PLAN, self.wording.will(verb), head, verb)
        owner = noun_behind(subject, ("of",)) or next((c for c in subject.children if c.dep_ == "poss"), None)
        if owner is None or owner.tag_ == "VBG":  # "the purpose of her going is to"
            doing = [p for c in subject.children if c.lower_ == "of" for p in c.children if p.tag_ == "VBG"]
            owner = next((c for p in doing for c in p.children if c.dep_ in ("nsubj", "poss")), None)
        who = self.wording.who(owner) if owner is not None else ""
        if who:
            return self.made(
                Opening.PLAN, self.wording.finished(f"Will {who} {self.wording.base(verb)}", verb), head, verb
            )
        phrase = self.wording.phrase(subject)
        return self.made(Opening.PLAN, f"Will {phrase} be reached" if phrase else "", head, verb)

    def _on_condition(self, word: Token) -> Raised | None:
        """ "If the council votes to leave, there will be a poll": will it?"""
        verb = word.head
        if word.lower_ == "as" and not (word.dep_ == "mark" and text_beside(word, -1) == "long"):
            return None
        main = (
            verb.head
            if word.lower_ != "as"
            else next((a for a in verb.ancestors if any(c.tag_ == "MD" for c in a.children)), verb.head)
        )
        if (
            verb.dep_ != "advcl"
            or word.dep_ != "mark"
            or verb.tag_ not in ("VBZ", "VBP", "VBN", "VBD", "VB")
            or not any(c.tag_ == "MD" and c.lower_ not in ("must", "should") for c in main.children)
            or not any(c.dep_ in SUBJECTS and c.lower_ not in ("i", "we", "you") for c in verb.children)
        ):
            return None
        refused = infinitive_of(verb) if verb.lemma_.lower() in knowledge()["refusing_verbs"] else None
        return self.made(Opening.CHANCE, self.wording.will(refused or verb), main, verb)

    def _feared(self, verb: Token) -> Raised | None:
        """ "X hopes that Y will", "X fears that Z": will it?"""
        clause = content_of(verb)
        if is_infinitive(verb) and verb.head.lemma_ == "be":
            return None
        if clause is None and verb.lemma_ == "hope":
            clause = infinitive_of(verb)
        return self.made(Opening.FEELING, self.wording.will(clause), verb, clause) if clause is not None else None

    def _watched(self, verb: Token) -> Raised | None:
        """ "Analysts are watching for the impact of X": what will it be?"""
        noun = noun_behind(verb, ("for",))
        if noun is None:
            noun = next((o for o in objects_of(verb) if o.lemma_.lower() in knowledge()["effects"]), None)
        phrase = self.wording.phrase(noun) if noun is not None and noun.pos_ == "NOUN" else ""
        return self.made(Opening.FEELING, f"What will be {phrase}", verb, noun) if noun is not None and phrase else None

    def _stands(self, verb: Token) -> Raised | None:
        """ "A clampdown is imminent", "the trial is under way"."""
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
        if subject is None or verb.pos_ not in ("AUX", "VERB"):
            return None
        states = {
            t.lower_
            for c in verb.children
            if c.i > verb.i and c.dep_ in ("acomp", "attr", "advmod", "prep", "oprd")
            for t in [c, *c.children, *(g for p in c.children for g in p.children)]
            if t.dep_ != "amod"  # "was the best possible response"
        }
        words = knowledge()
        if subject.lemma_.lower() in words["inquiries"] and (states & words["underway"] or verb.lemma_ == "continue"):
            phrase = self.wording.defined(subject)
            return self.made(Opening.INQUIRY, f"What will be the outcome of {phrase}" if phrase else "", verb, verb)
        if not states & words["imminent"] or verb.lemma_ == "continue":
            return None
        if any(is_infinitive(x) for c in verb.children for x in c.children if c.i > verb.i and x.dep_ == "xcomp"):
            return None
        return self.made(Opening.PENDING, self.wording.direct(verb), verb, verb)

    def _likely(self, adjective: Token) -> Raised | None:
        """ "It is possible that X carries out transports": does it?"""
        if adjective.dep_ not in ("acomp", "attr", "oprd"):
            return None
        verb = adjective.head
        clause = next((c for c in [*adjective.children, *verb.children] if c.dep_ == "ccomp"), None)
        return self.made(Opening.CHANCE, self.wording.direct(clause), verb, clause) if clause is not None else None

    def _possible(self, adjective: Token) -> Raised | None:
        """ "A possible visit", "potential implications for trade"."""
        noun = adjective.head
        if adjective.dep_ != "amod" or noun.pos_ != "NOUN" or adjective.text == "unlikely":
            return None
        if noun.lemma_.lower() in knowledge()["effects"]:
            any_of = [c.i for c in noun.children if c.lower_ == "any"]
            phrase = self.wording.phrase(noun, leave_out=[adjective.i, *any_of], full=False)
            phrase = phrase if phrase.startswith("the ") else f"the {phrase.removeprefix('a ').removeprefix('an ')}"
            return self.made(Opening.CHANCE, f"What will be {phrase}", adjective, noun)
        return self.made(Opening.CHANCE, self.wording.coming(noun, adjective), adjective, noun)

    def _planned_noun(self, adjective: Token) -> Raised | None:
        """ "A planned visit by X"."""
        noun = adjective.head
        if adjective.dep_ != "amod" or noun.pos_ != "NOUN":
            return None
        if (
            noun.lemma_.lower() in knowledge()["start_nouns"]
            and (thing := noun_behind(noun, ("for", "of"))) is not None
        ):
            return self.made(Opening.PLAN, self.wording.happening(thing), adjective, thing)
        return self.made(Opening.PLAN, self.wording.happening(noun, of_subject=True), adjective, noun)

    def _contest(self, noun: Token) -> Raised | None:
        """ "The election is scheduled for March 24": who will win it?"""
        verb = noun.head
        to_come = noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in knowledge()["fixing_verbs"]
        to_come |= any(
            c.dep_ in ("acl", "relcl") and (is_infinitive(c) or c.lemma_ == "schedule") for c in noun.children
        )
        to_come |= has_child(noun, ("amod",), knowledge()["coming_adjectives"])
        if not to_come:
            return None
        phrase = self.wording.defined(noun, verb if verb.pos_ == "VERB" else None)
        return self.made(Opening.PLAN, f"Who will win {phrase}{self._day(noun)}" if phrase else "", noun, noun)

    def _day(self, noun: Token) -> str:
        """The day that a contest is fixed for: " on 3 March 2031"."""
        day = noun_behind(noun.head, ("for", "on")) if noun.dep_ in ("nsubj", "nsubjpass") else None
        edge = day.left_edge.idx if day is not None else -1
        told = next((d for d in self.document.dates if d.start == edge), None)
        span = (told.weekday_future or told.span) if told is not None else None
        return f" {written(span)}" if span is not None and span.precision in ("day", "month", "year") else ""

    def _possibility(self, noun: Token) -> Raised | None:
        """ "The possibility of X meeting Y", "scepticism about X"."""
        words, lemma = knowledge(), noun.lemma_.lower()
        content = content_behind(noun)
        if content is None or content.lemma_.lower() in words["possibility"]:
            return None
        if lemma == "question" and noun.head.lemma_ in words["questioning_verbs"]:
            return None  # "was asked a question about"
        if lemma in words["opportunities"] and is_infinitive(content):
            return None  # "a chance to show it"
        if (
            lemma in words["uncertainties"]
            and content.lemma_.lower() in words["amounts"]
            and content.head.lower_ == "of"
        ):
            phrase = self.wording.defined(content)  # "uncertainty of future levels": what will they be?
            return self.made(Opening.FEELING, f"What will {phrase} be" if phrase else "", noun, content)
        if lemma in words["doubt"] and noun_behind(noun, ("about", "over", "on")) is None:
            return None
        opening = Opening.CHANCE if lemma in words["possibility"] else Opening.FEELING
        if content.pos_ in ("VERB", "AUX"):
            return self.made(opening, self.wording.will(content), noun, content)
        inner = next(
            (c for c in content.children if c.dep_ in ("acl", "pcomp") and c.tag_ == "VBG" and c.i == content.i + 1),
            None,
        )
        if inner is not None and lemma not in words["doubt"]:
            return self.made(opening, self.wording.will(inner), noun, inner)
        if lemma in words["doubt"]:
            phrase = self.wording.phrase(content)
            plural = noun.tag_ == "NNS"
            text = f"{'Are' if plural else 'Is'} the {noun.lower_} about {phrase} justified" if phrase else ""
            return self.made(opening, text, noun, content)
        if lemma == "threat":
            phrase = self.wording.defined(noun)
            text = f"Will {phrase} be carried out" if phrase and self._is_threatened(noun) else ""
            return self.made(opening, text, noun, content)
        return self.made(opening, self.wording.coming(content), noun, content)

    def _is_threatened(self, noun: Token) -> bool:
        """Whether somebody makes a threat, rather than something being one."""
        return noun.dep_ in ("dobj", "pobj", "nsubj", "conj") and noun.head.lemma_ != "be"

    def _threatened(self, verb: Token) -> Raised | None:
        """ "Threatened sanctions", "warned of a strike": will it come?"""
        thing = next((o for o in objects_of(verb) if o.dep_ == "dobj"), None)
        if verb.lemma_ == "warn":
            thing = noun_behind(verb, ("of", "about"))
        if thing is None or thing.pos_ != "NOUN" or is_negated(verb) or is_passive(verb):
            return None
        return self.made(Opening.PLAN, self.wording.coming(thing), verb, thing)
