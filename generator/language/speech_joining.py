"""What is one speech act: what a speaker says on one matter is told in one statement."""

from bisect import bisect_left, bisect_right
from collections import Counter
from math import log

from generator.language import speech_spans
from generator.language.document import Document
from generator.language.parse import Token
from generator.language.speech_acts import SpeechAct
from generator.language.speech_verbs import knowledge

_SAME_MATTER = 0.25
"""Share of the weight of the smaller act's words that two acts on one matter have in common."""
_WEIGHT = 3.0
"""Least weight of these words: a word in every other sentence of an article weighs 0.7, one told once in forty 3.7."""
_NEAR = 3
"""Sentences. Farther apart, what sounds alike is said anew."""
_SUMMED_UP = 30
"""Words. A sentence as short as this tells in brief what its speaker is then quoted with."""
_HANDED_DOWN = ("advcl", "conj", "pcomp", "prep", "acl", "dobj", "pobj", "xcomp")
_SUBJECTS = ("nsubj", "nsubjpass")


class SpeechJoiner:
    """Joins the acts that tell one thing twice, or in pieces."""

    def __init__(self, document: Document, acts: list[SpeechAct], by_verb: dict[int, SpeechAct]) -> None:
        """`by_verb`: the act that each verb of speech, by its position in the document, carries or goes on with."""
        self._document = document
        self._doc = document.doc
        self._acts = acts
        self._by_verb = by_verb
        self._sentences = [sentence.start_char for sentence in self._doc.sents]

    def join(self) -> list[SpeechAct]:
        """The acts, those that are one joined to the first of them."""
        self._join_participles()
        self._join_relayed()
        self._join_inner()
        self._join_coordinated()
        self._join_headlines()
        self._join_continued()
        self._join_matters()
        return self._acts

    def _into(self, act: SpeechAct, whole: SpeechAct) -> None:
        """Make an act a part of another."""
        whole.absorb(act)
        self._acts = [a for a in self._acts if a is not act]
        self._by_verb = {i: whole if a is act else a for i, a in self._by_verb.items()}

    # within a sentence

    def _join_participles(self) -> None:
        """ "..., he said, noting that ...": the participle goes on with the act above it."""
        for act in sorted(self._acts, key=lambda a: -a.verb.i if a.verb is not None else 0):
            above = self._above(act)
            if (
                above is not None
                and above is not act
                and (
                    not act.speakers
                    or act.speakers == above.speakers
                    or not above.speakers
                    or self._trails(act.verb, above)
                )
            ):
                self._into(act, above)

    def _trails(self, participle: Token | None, above: SpeechAct) -> bool:
        """Whether a participle stands right behind an act's quotation: 'said, "...", referring to the war'."""
        if participle is None or above.content is None:
            return False
        return not self._document.text[above.content[1] : participle.idx].strip(" \",'")

    def _above(self, act: SpeechAct) -> SpeechAct | None:
        verb = act.verb
        if verb is None or verb.tag_ != "VBG" or any(c.dep_ in _SUBJECTS for c in verb.children):
            return None
        current = verb
        for _ in range(4):
            if current.dep_ not in _HANDED_DOWN or current.head == current:
                break
            current = current.head
            if current.i in self._by_verb:
                return self._by_verb[current.i]
        before = [
            a
            for a in self._acts
            if a.verb is not None
            and a is not act
            and a.verb.sent == verb.sent
            and a.verb.i < verb.i
            and a.speakers == act.speakers
        ]
        return before[-1] if before and act.quoted else None

    def _join_relayed(self) -> None:
        """ "The agency reported that X said": X's act, the agency only relays it."""
        for act in list(self._acts):
            verb = act.verb
            if verb is None or verb.lemma_.lower() not in knowledge()["relaying"]:
                continue
            told = {c.i for c in verb.children if c.dep_ == "ccomp"}
            told |= {
                g.i
                for c in verb.children
                if c.dep_ == "prep" and c.lower_ == "as"
                for g in c.children
                if g.dep_ == "pcomp"
            }
            inner = next((self._by_verb[i] for i in told if i in self._by_verb), None)
            if inner is not None and inner is not act:
                self._into(act, inner)

    def _join_inner(self) -> None:
        """ "X said that Y had claimed ...": what somebody is said to have said is no second act."""
        by_sentence: dict[int, list[SpeechAct]] = {}
        for act in self._acts:
            for sentence in {self._sentence_of(offset) for span in act.spans for offset in (span[0], span[1] - 1)}:
                by_sentence.setdefault(sentence, []).append(act)
        for inner in list(self._acts):
            if inner.verb is None or inner.verb.dep_ == "conj" or not inner.speakers:
                continue
            beside = by_sentence.get(self._sentence_of(inner.verb.idx), [])
            outer = next((a for a in beside if a is not inner and self._is_within(inner.verb, inner, a)), None)
            if outer is not None and any(a is outer for a in self._acts):
                self._into(inner, outer)

    def _sentence_of(self, offset: int) -> int:
        """The number of the sentence that a character stands in."""
        return bisect_right(self._sentences, offset) - 1

    def _is_within(self, verb: Token, inner: SpeechAct, outer: SpeechAct) -> bool:
        """Whether an act is only what another one tells of: all of it, or deep in it by the same speaker."""
        if outer.verb is None:
            return outer.speakers == inner.speakers and not outer.quoted and _covers(outer, verb)
        told = [c for c in outer.verb.children if c.dep_ == "ccomp"]
        if verb in told:
            return True
        deep = [c for c in told if not self._is_coordinated(c)]
        return outer.speakers == inner.speakers and any(c.is_ancestor(verb) for c in deep)

    @staticmethod
    def _is_coordinated(clause: Token) -> bool:
        return any(c.dep_ == "conj" and c.tag_ == "VBD" for c in clause.children)

    def _join_coordinated(self) -> None:
        """ "Norland condemned the raid and called for talks": one sentence, one speaker, one statement."""
        for act in sorted(self._acts, key=lambda a: -a.start):
            verb = act.verb
            if verb is None or verb.dep_ != "conj" or any(c.dep_ in _SUBJECTS for c in verb.children):
                continue
            first = self._by_verb.get(verb.head.i)
            if first is not None and first is not act and first.speakers == act.speakers:
                self._into(act, first)
                first.spans = speech_spans.adjoining(self._document, first.spans)

    # across sentences

    def _join_headlines(self) -> None:
        """A headline tells again what the body tells in full."""
        for act in list(self._acts):
            if act.verb is None or not self._is_headline(act.verb):
                continue
            told = [
                (self._likeness(a, act), -n, a)
                for n, a in enumerate(self._acts)
                if a is not act and set(a.speakers) & set(act.speakers)
            ]
            if told and max(told)[0] >= 2:
                self._into(act, max(told)[2])

    def _is_headline(self, token: Token) -> bool:
        return self._document.block_of(token).kind != "prose"

    def _join_continued(self) -> None:
        """ "He went on to say ...", "he explained", "he repeated this": the act goes on with the speaker's last one."""
        last: SpeechAct | None = None
        for act in sorted(self._acts, key=lambda a: a.start):
            if last is not None and act.verb is None and self._is_led_in(act, last):
                self._into(act, last)
                continue
            if last is not None and act.verb is not None and act.speakers and act.speakers == last.speakers:
                same_block = self._block(last) == self._block(act)
                if same_block and (_goes_on(act.verb) or self._is_in_own_words(act, last)):
                    self._into(act, last)
                    continue
                if _repeats(act.verb) and not act.quoted:
                    self._into(act, last)
                    continue
            last = act

    def _is_led_in(self, act: SpeechAct, last: SpeechAct) -> bool:
        """Whether only a colon stands between an act and its quotation: 'Berg rejected the plan: "..."'."""
        between = self._document.text[last.end : act.start]
        led_in = between.strip(" \"“'") in ("", ":") and "\n" not in between
        return led_in and act.quoted and act.speakers == last.speakers

    def _is_in_own_words(self, act: SpeechAct, told: SpeechAct) -> bool:
        """Whether a quotation that opens the next sentence gives the words for what was told in brief before it."""
        if not act.quoted or told.quoted or act.content is None:
            return False
        opens = not self._document.text[act.start : act.content[0]].strip(" \"'")
        near = not self._document.text[told.end : act.start].strip(" .\"'")
        return opens and near and len(self._document.text[told.start : told.end].split()) <= _SUMMED_UP

    def _block(self, act: SpeechAct) -> int:
        """The number of the paragraph where an act begins."""
        return next(n for n, block in enumerate(self._document.article.blocks) if act.start < block.end)

    def _join_matters(self) -> None:
        """What one speaker says on one matter, in sentences not far from each other."""
        weights = self._weights()
        said: dict[frozenset[int], list[SpeechAct]] = {}
        for act in sorted(self._acts, key=lambda a: a.start):
            before = said.setdefault(frozenset(act.speakers), []) if act.speakers else []
            like = [(self._share(a, act, weights), -n, a) for n, a in enumerate(before) if self._is_near(a, act)]
            if like and max(like)[0] >= _SAME_MATTER:
                self._into(act, max(like)[2])
            else:
                before.append(act)

    def _weights(self) -> dict[str, float]:
        """How much each word of the article tells: the logarithm of the share of sentences that lack it."""
        sentences = [{t.lemma_.lower() for t in sentence} for sentence in self._doc.sents]
        found = Counter(word for sentence in sentences for word in sentence)
        return {word: log((len(sentences) + 1) / number) for word, number in found.items()}

    def _share(self, first: SpeechAct, second: SpeechAct, weights: dict[str, float]) -> float:
        """How much of the smaller of two acts the other tells, too: 0 to 1, and 0 where that is next to nothing."""
        a, b = self._content_words(first), self._content_words(second)
        common = sum(weights[word] for word in a & b)
        if len(a & b) < 2 or common < _WEIGHT:
            return 0.0
        return common / min(sum(weights[word] for word in a), sum(weights[word] for word in b))

    def _is_near(self, first: SpeechAct, second: SpeechAct) -> bool:
        """Whether few sentences stand between two acts, and neither is a part of the other."""
        if second.start < first.end:
            return False
        if first.quoted and second.quoted:
            return False  # two utterances
        return bisect_left(self._sentences, second.start) - bisect_left(self._sentences, first.end) <= _NEAR

    def _likeness(self, act: SpeechAct, headline: SpeechAct) -> int:
        """How much an act tells what a headline tells: content words in common, the verb counting for two."""
        if act.verb is not None and self._is_headline(act.verb):
            return 0
        same_verb = act.verb is not None and headline.verb is not None and act.verb.lemma_ == headline.verb.lemma_
        return 2 * same_verb + len(self._content_words(act) & self._content_words(headline))

    def _content_words(self, act: SpeechAct) -> set[str]:
        """What an act is about: its nouns, verbs and adjectives, but for the speaker, the day and the act itself."""
        found: set[str] = set()
        for start, end in act.spans:
            for token in self._doc.char_span(start, end, alignment_mode="contract") or ():
                if token.pos_ not in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") or token.is_stop:
                    continue
                if token.ent_type_ not in ("DATE", "TIME") and not self._is_speaker(token, act):
                    found.add(token.lemma_.lower())
        itself: frozenset[str] = knowledge()["reporting"] | knowledge()["documents"]
        return found - itself

    def _is_speaker(self, token: Token, act: SpeechAct) -> bool:
        """Whether a word names the speaker, or the office before the name."""
        phrase = token
        while phrase.dep_ in ("compound", "nmod", "amod") and phrase.head.i > phrase.i:
            phrase = phrase.head
        mentions = (self._document.mention_at(token), self._document.mention_at(phrase))
        return any(m is not None and bool(set(m.entities) & set(act.speakers)) for m in mentions)


def _goes_on(verb: Token) -> bool:
    """Whether a verb goes on with what the speaker has just said: "she explained", "she went on to say"."""
    words = knowledge()["continuing"]
    host = verb.head if verb.dep_ in ("xcomp", "advcl", "pcomp", "conj") else verb
    host = host.head if host.dep_ == "prep" else host
    return verb.lemma_.lower() in words or (host.lemma_.lower() in words and host.i < verb.i)


def _repeats(verb: Token) -> bool:
    """Whether a verb only says that something already told was said: "announced this change", "made this point"."""
    if verb.lemma_.lower() not in knowledge()["repeating"] or any(c.dep_ == "ccomp" for c in verb.children):
        return False
    for child in verb.children:
        if child.dep_ == "dobj":
            pointed = any(c.lower_ in ("this", "that", "these", "those", "same") for c in child.children)
            told = child.lemma_.lower() in knowledge()["told"] and any(c.lower_ == "the" for c in child.children)
            return pointed or told
    return False


def _covers(act: SpeechAct, token: Token) -> bool:
    """Whether a token stands in the words of an act."""
    return any(start <= token.idx < end for start, end in act.spans)
