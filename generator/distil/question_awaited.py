"""What is waited for or not ruled out: searches, talks, what is considered, causes sought, questions asked outright."""

from collections.abc import Iterable, Iterator

from generator.distil.question_ground import (
    Ground,
    Opening,
    Raised,
    Rule,
    Trigger,
    has_child,
    infinitive_of,
    is_infinitive,
    is_negated,
    noun_behind,
    objects_of,
)
from generator.distil.question_knowledge import knowledge
from generator.distil.question_names import definite
from generator.language.arguments import is_passive
from generator.language.parse import Token

_LONGEST_ASKED = 20
"""Words of a question that the text itself asks."""


class Awaited(Ground):
    """Questions of what is still to come about or come out."""

    def rules(self) -> Iterator[tuple[Trigger, Iterable[str], Rule]]:
        """The rules with the words that call them."""
        words = knowledge()
        yield "verb", words["searching_verbs"], self._sought
        yield "noun", words["searches"], self._sought
        yield "word", ("missing",), self._missing
        yield "word", ("large", "run"), self._fugitive
        yield "noun", words["talks"], self._talks
        yield "verb", ("negotiate",), self._negotiating
        yield "verb", words["considering_verbs"], self._considered
        yield "word", ("pending", "awaiting", "subject"), self._pending
        yield "noun", words["unknown_points"], self._cause
        yield "verb", ("rule",), self._not_ruled_out
        yield "verb", words["appearing_verbs"], self._apparent
        yield "word", words["due_adjectives"], self._due
        yield "noun", words["plans"], self._plans_for
        yield "noun", words["solutions"], self._solution
        yield "noun", words["projects"], self._project
        yield "word", ("?",), self._outright

    def _sought(self, word: Token) -> Raised | None:
        """ "Rescuers are searching for the crew": will they be found?"""
        thing = noun_behind(word, ("for",))
        past = word.pos_ == "VERB" and word.tag_ in ("VBD", "VBN") and not has_child(word, ("aux",), ("been",))
        if thing is not None and thing.tag_ == "NN" and not list(thing.children) and not thing.ent_type_:
            return None  # "the search for truth"
        if thing is None or past or (word.pos_ == "NOUN" and word.head.lemma_.lower() in knowledge()["over_verbs"]):
            return None
        who = definite(self.wording.who(thing))
        return self.made(Opening.PENDING, f"Will {who} be found" if who else "", word, thing)

    def _missing(self, word: Token) -> Raised | None:
        """ "Three sailors are missing": will they be found?"""
        noun = word.head
        if any(c.dep_ == "dobj" for c in word.children) or any(has_child(t, ("mark",), ("if",)) for t in (word, noun)):
            return None  # "missing a chance", "if parts are missing"
        verb = word if word.pos_ == "VERB" and has_child(word, ("aux",), ("is", "are", "was", "were")) else noun
        if verb.pos_ in ("VERB", "AUX"):
            subject = self.wording.defined_subject(verb)
            told = verb == word or verb.lemma_ in knowledge()["missing_verbs"]
            return self.made(Opening.PENDING, f"Will {subject} be found" if subject and told else "", word, verb)
        if word.dep_ != "amod" or noun.dep_ in ("attr", "appos"):
            return None
        phrase = self.wording.phrase(noun)
        return self.made(Opening.PENDING, f"Will {definite(phrase)} be found" if phrase else "", word, noun)

    def _fugitive(self, word: Token) -> Raised | None:
        """ "The gunman is at large", "on the run": will he be caught?"""
        preposition = word.head
        verb = preposition.head
        if (word.lower_, preposition.lower_) not in (("large", "at"), ("run", "on")) or verb.pos_ not in (
            "VERB",
            "AUX",
        ):
            return None
        subject = self.wording.defined_subject(verb)
        return self.made(Opening.PENDING, f"Will {subject} be caught" if subject else "", word, verb)

    def _solution(self, noun: Token) -> Raised | None:
        """ "We share the desire to find a solution to the crisis": will one be found?"""
        verb, words = noun.head, knowledge()
        if noun.dep_ != "dobj" or verb.lemma_.lower() not in words["solving_verbs"] or not is_infinitive(verb):
            return None
        host = verb.head
        general = not has_child(noun, ("det",), ("a", "an", "some")) or noun_behind(noun, ("to", "for", "on")) is None
        if general or host.lemma_.lower() in words["settled_hosts"] or is_negated(host):
            return None
        phrase = self.wording.phrase(noun)
        participle = words["solutions"][noun.lemma_.lower()]
        return self.made(Opening.PENDING, f"Will {phrase} be {participle}" if phrase else "", host, noun)

    def _project(self, noun: Token) -> Raised | None:
        """ "Construction is under way to widen the road": will it?"""
        verb, words = noun.head, knowledge()
        if noun.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_.lower() not in words["going_on_verbs"]:
            return None
        states = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "advmod", "prep")}
        hosts = [verb, *(c for p in verb.children if p.lower_ == "in" for c in p.children if c.lower_ == "order")]
        purpose = next((found for host in hosts if (found := infinitive_of(host)) is not None), None)
        if purpose is None or is_negated(verb) or (verb.lemma_ == "be" and not states & words["underway"]):
            return None
        phrase = self.wording.defined(noun)
        text = self.wording.finished(f"Will {phrase} {self.wording.base(purpose)}", purpose) if phrase else ""
        return self.made(Opening.EFFORT, text, noun, purpose)

    def _talks(self, noun: Token) -> Raised | None:
        """ "Talks between A and B continue": will they lead to an agreement?"""
        verb = noun.head
        if noun.dep_ == "pobj" and noun.head.lower_ == "in":
            return self._in_talks(noun)
        going_on = noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in knowledge()["going_on_verbs"]
        going_on &= verb.tag_ in ("VBZ", "VBP", "VBG") or has_child(verb, ("aux",), ("will",))
        if not going_on:
            return None
        phrase = self.wording.defined(noun)
        return self.made(Opening.PENDING, f"Will {phrase} lead to an agreement" if phrase else "", noun, noun)

    def _in_talks(self, noun: Token) -> Raised | None:
        """ "A is in talks with B"."""
        verb, other = noun.head.head, noun_behind(noun, ("with",))
        if verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBP") or other is None:
            return None
        subject, partner = self.wording.subject(verb), self.wording.who(other)
        text = f"Will the {noun.lower_} of {subject} with {partner} lead to an agreement" if subject and partner else ""
        return self.made(Opening.PENDING, text, noun, noun)

    def _negotiating(self, verb: Token) -> Raised | None:
        """ "A and B are negotiating a ceasefire": will they agree on it?"""
        if verb.tag_ != "VBG" or not has_child(verb, ("aux",), ("is", "are", "'re", "been")):
            return None
        subject = self.wording.subject(verb)
        thing = next(iter(objects_of(verb)), None)
        phrase = self.wording.phrase(thing) if thing is not None else ""
        what = f"agree on {phrase}" if phrase else "reach an agreement"
        return self.made(Opening.PENDING, f"Will {subject} {what}" if subject else "", verb, verb)

    def _considered(self, verb: Token) -> Raised | None:
        """ "Is considering closing the port", "is mulling a boycott": will it?"""
        if is_negated(verb) or is_infinitive(verb) or verb.tag_ == "VBN":
            return None
        gerund = next(
            (c for c in verb.children if c.dep_ in ("xcomp", "pcomp") and c.tag_ == "VBG" and c.i > verb.i), None
        )
        if gerund is not None:
            return self.made(Opening.CHANCE, self.wording.will(gerund), verb, gerund)
        thing = next((o for o in objects_of(verb) if o.dep_ == "dobj"), None)
        if thing is None or verb.tag_ not in ("VBG", "VBZ", "VBP"):
            return None
        return self.made(Opening.CHANCE, self.wording.happening(thing, of_subject=True), verb, thing)

    def _pending(self, word: Token) -> Raised | None:
        """ "Subject to approval by parliament", "pending ratification", "awaiting trial"."""
        nouns = [g for c in word.children for g in (c.children if c.dep_ == "prep" and c.lower_ == "to" else [c])]
        noun = next((n for n in nouns if n.dep_ in ("pobj", "dobj")), None)
        if noun is None:
            return None
        lemma = noun.lemma_.lower()
        participle = knowledge()["awaited"].get(lemma)
        if participle is not None:
            verb = word.head if word.head.pos_ in ("VERB", "AUX") else word
            thing = next(iter(objects_of(verb)), None) if verb.pos_ == "VERB" and not is_passive(verb) else None
            what = self.wording.phrase(thing) if thing is not None else self.wording.subject(verb)
            return self.made(Opening.PENDING, f"Will {what} be {participle}" if what else "", word, noun)
        if (
            lemma in knowledge()["inquiries"]
            and (phrase := definite(self.wording.phrase(noun)))
            and len(phrase.split()) > 1
        ):
            return self.made(Opening.PENDING, f"What will be the outcome of {phrase}", word, noun)
        return None

    def _cause(self, noun: Token) -> Raised | None:
        """ "The cause of the fire is under investigation", "the motive is unknown"."""
        verb = noun.head
        told = {t.lower_ for c in verb.children if c.i > verb.i for t in c.subtree} | {verb.lemma_.lower()}
        not_known = told & knowledge()["not_known"] or is_negated(verb)
        not_known = not_known or verb.lemma_ == "investigate"
        thing = noun_behind(noun, ("of", "for", "behind"))
        if noun.dep_ not in ("nsubj", "nsubjpass", "dobj") or not not_known or thing is None:
            return None
        phrase = self.wording.phrase(thing)
        asked = knowledge()["unknown_points"][noun.lemma_.lower()]
        if asked.endswith("caused") and len(phrase.split()) == 1:
            asked = "What was the cause of"  # "the cause of death"
        return self.made(Opening.PENDING, f"{asked} {phrase}" if phrase else "", noun, noun)

    def _not_ruled_out(self, verb: Token) -> Raised | None:
        """ "Did not rule out sanctions": will they come?"""
        if not has_child(verb, ("prt",), ("out",)) or not is_negated(verb):
            return None
        gerund = next((c for c in verb.children if c.dep_ in ("xcomp", "pcomp") and c.tag_ == "VBG"), None)
        if gerund is not None:
            return self.made(Opening.CHANCE, self.wording.will(gerund), verb, gerund)
        thing = next(iter(objects_of(verb)), None)
        return self.made(Opening.CHANCE, self.wording.coming(thing), verb, thing) if thing is not None else None

    def _apparent(self, verb: Token) -> Raised | None:
        """ "The drug appears to lower the fever": does it?"""
        inner = infinitive_of(verb)
        if inner is None or is_negated(verb) or verb.tag_ not in ("VBZ", "VBP"):
            return None
        if has_child(inner, ("aux",), ("have",)):
            return self.made(Opening.CLAIM, self.wording.did(inner), verb, inner)
        subject = self.wording.subject(inner)
        plural = self.wording.is_plural(inner)
        front = ("Are" if plural else "Is") if inner.lemma_ == "be" or is_passive(inner) else "Do" if plural else "Does"
        told = inner.text if is_passive(inner) else "" if inner.lemma_ == "be" else self.wording.base(inner)
        text = self.wording.finished(f"{front} {subject} {told}", inner) if subject else ""
        return self.made(Opening.CLAIM, text, verb, inner)

    def _due(self, adjective: Token) -> Raised | None:
        """ "Is due to arrive": will it?"""
        inner = infinitive_of(adjective)
        if inner is None or adjective.head.lemma_ != "be" or is_negated(adjective.head):
            return None
        return self.made(Opening.PLAN, self.wording.will(inner), adjective.head, inner)

    def _plans_for(self, noun: Token) -> Raised | None:
        """ "Announced plans for a visit": will it take place?"""
        thing = noun_behind(noun, ("for",))
        if thing is None or noun.head.lemma_.lower() in knowledge()["over_verbs"]:
            return None
        return self.made(Opening.PLAN, self.wording.coming(thing), noun, thing)

    def _outright(self, mark: Token) -> Raised | None:
        """A question that the text itself asks."""
        sentence = mark.sent
        words = [t for t in sentence if not t.is_punct and not t.is_space]
        opens = words and (
            words[0].tag_ in ("WRB", "WP", "WDT", "MD")
            or words[0].lower_ in ("is", "are", "does", "do", "did", "was", "were", "has", "have")
        )
        if not opens or not 4 <= len(words) <= _LONGEST_ASKED or any(t.tag_ in ("PRP", "PRP$") for t in words):
            return None
        if any(t.lower_ in ("this", "that", "these", "those") for t in words):
            return None
        tokens = [t for t in sentence if t.i < mark.i and t.text not in ('"', "“", "”")]
        return self.made(Opening.ASKED, self.wording.words(tokens), sentence.root, sentence.root)
