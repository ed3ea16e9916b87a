"""Who says what: direct quotations with their speakers, reported speech, and positions taken.

A speech act is one utterance or position of one speaker (or of several jointly): the sentences it fills are its spans. Quotations
come first, because in them the first person has its antecedent.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from spacy.tokens import Token

from generator.language.arguments import subject_of
from generator.language.document import Document, Mention
from generator.language.quotations import Quotation
from generator.model import Kind

_FILE = Path(__file__).parent.parent / "knowledge" / "speech.yml"
_FIRST_PERSON = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"}
LONGEST_SPAN = 75
"""Words. Longer clauses are cut: evidence must stay small enough to be read."""


@dataclass
class SpeechAct:
    """One utterance or position. `speakers` are positions in `Document.entities`; spans are code-point offsets."""

    speakers: tuple[int, ...]
    verb: Token | None
    quoted: bool
    spans: list[tuple[int, int]] = field(default_factory=list)
    content: tuple[int, int] | None = None


@cache
def knowledge() -> dict[str, Any]:
    """The verbs and nouns of attribution."""
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in content.items()}


class Attributor:
    """Finds the speech acts of a document whose actors are known."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._doc = document.doc
        self._acts: list[SpeechAct] = []
        self._by_verb: dict[int, SpeechAct] = {}

    def attribute(self) -> list[SpeechAct]:
        """All speech acts in order; first-person pronouns in quotations become mentions of the speaker."""
        previous: SpeechAct | None = None
        for quotation in self._document.quotations:
            if quotation.is_speech or self._is_spoken(quotation):
                previous = self._quotation(quotation, previous)
        for token in self._doc:
            if token.pos_ == "VERB" and token.dep_ != "amod" and token.i not in self._by_verb and self._document.quotation_at(token.idx) is None:
                self._reported(token)
            elif token.lower_ == "according":
                self._according(token)
            elif token.pos_ == "NOUN" and token.lemma_.lower() in knowledge()["nouns"] and self._document.quotation_at(token.idx) is None:
                self._noun(token)
        self._first_person()
        return sorted(self._acts, key=lambda a: a.spans[0])

    # direct speech

    def _is_spoken(self, quotation: Quotation) -> bool:
        """Whether a short quotation is an utterance: a verb of speech stands right beside its marks."""
        return quotation.words >= 2 and self._verb_beside(quotation, reach=2) is not None and self._doc_text(quotation)[-1:] in ",.!?"

    def _doc_text(self, quotation: Quotation) -> str:
        return self._document.text[quotation.start : quotation.end]

    def _quotation(self, quotation: Quotation, previous: SpeechAct | None) -> SpeechAct | None:
        verb = self._verb_beside(quotation, reach=14)
        spans = self._sentences(quotation.start, quotation.end)
        if verb is not None:
            if verb.i in self._by_verb:
                act = self._by_verb[verb.i]
                self._extend(act, spans)
                return act
            speakers = self._speakers(verb)
            act = SpeechAct(speakers, verb, True, self._with_clause(verb, spans, quotation), (quotation.start, quotation.end))
            self._by_verb[verb.i] = act
            self._acts.append(act)
            return act
        if (token := self._according_beside(quotation)) is not None:
            speakers = self._according_speakers(token)
            act = SpeechAct(speakers, None, True, spans, (quotation.start, quotation.end))
            self._acts.append(act)
            return act
        if previous is not None and self._continues(previous, quotation):
            self._extend(previous, spans)
            return previous
        if quotation.words >= 6:
            speakers = self._sentence_subject(quotation)
            if speakers:
                act = SpeechAct(speakers, None, True, spans, (quotation.start, quotation.end))
                self._acts.append(act)
                return act
        return previous

    def _continues(self, previous: SpeechAct, quotation: Quotation) -> bool:
        """Whether a quotation without a verb of its own goes on with the last speaker's words."""
        gap = self._document.text[previous.spans[-1][1] : quotation.start]
        return len(gap.split()) <= 3

    @staticmethod
    def _extend(act: SpeechAct, spans: list[tuple[int, int]]) -> None:
        act.quoted = True
        act.spans += [s for s in spans if not any(a <= s[0] and s[1] <= b for a, b in act.spans)]

    def _verb_beside(self, quotation: Quotation, reach: int) -> Token | None:
        """The verb of speech nearest to a quotation's edges, outside any quotation, within a number of tokens."""
        inside = self._doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
        if inside is None:
            return None
        block = self._document.block_of(inside[0])
        found: list[tuple[float, Token]] = []
        for token in self._doc[max(0, inside.start - reach - 2) : min(len(self._doc), inside.end + reach + 2)]:
            if not block.start <= token.idx < block.end or token.pos_ not in ("VERB", "AUX", "NOUN", "PROPN") or self._document.quotation_at(token.idx):
                continue
            if token.lemma_.lower() not in knowledge()["reporting"] | knowledge()["position"] or token.pos_ in ("NOUN", "PROPN") and token.tag_ not in ("VBD",):
                continue
            if token.i >= inside.end:
                distance = token.i - inside.end
                between = self._doc[inside.end : token.i].text
                if any(mark in between for mark in (". ", "; ")) and not between.startswith(('"', ".", ",")):
                    continue
                if "." in between.replace('."', "") and self._doc[inside.end - 1].text not in ",!?":
                    continue
                if self._doc[inside.end - 1].text == "." and "," not in between:
                    continue
                found.append((distance, token))
            elif token.i < inside.start:
                between = self._doc[token.i : inside.start].text
                if ". " in between and ":" not in between:
                    continue
                found.append((inside.start - token.i + 1.5, token))
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def _with_clause(self, verb: Token, spans: list[tuple[int, int]], quotation: Quotation) -> list[tuple[int, int]]:
        """The quotation's sentences, the first or last widened to the words that name the speaker."""
        sentence = verb.sent
        start, end = sentence.start_char, sentence.end_char
        merged: list[tuple[int, int]] = []
        joined = False
        for a, b in spans:
            if a < end and start < b:
                joined = True
                clause = self._cut(min(a, start), max(b, end), verb, quotation)
                merged.append(clause)
            else:
                merged.append((a, b))
        if not joined:
            merged.append((start, end))
        return merged

    def _cut(self, start: int, end: int, verb: Token, quotation: Quotation) -> tuple[int, int]:
        """A span of at most `LONGEST_SPAN` words around the quotation's start."""
        words = self._document.text[start:end].split()
        if len(words) <= LONGEST_SPAN:
            return start, end
        if quotation.start - start > (end - start) / 2:
            start = min(verb.idx, quotation.start)
        cut = " ".join(self._document.text[start:end].split(" ")[:LONGEST_SPAN])
        return start, start + len(cut)

    def _sentences(self, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences that a stretch of text touches, cut to the stretch."""
        found = []
        for sentence in self._doc.sents:
            a, b = max(sentence.start_char, start), min(sentence.end_char, end)
            if a < b and len(self._document.text[a:b].split()) > 1:
                text = self._document.text[a:b]
                if len(text.split()) > LONGEST_SPAN:
                    b = a + len(" ".join(text.split(" ")[:LONGEST_SPAN]))
                found.append((a, b))
        return found or [(start, end)]

    # speakers

    def _speakers(self, verb: Token) -> tuple[int, ...]:
        """The actors who are the subject of a verb of speech, inverted word order included."""
        subject = [t for t in subject_of(verb) if self._document.quotation_at(t.idx) is None]
        found = self._entities(subject)
        inverted = self._inverted(verb, subject)
        if found and not inverted:
            return self._named_first(found)
        behind = self._inverted_speaker(verb)
        if inverted and behind:
            return behind
        return found or self._nearest_before(verb) or behind

    def _named_first(self, speakers: tuple[int, ...]) -> tuple[int, ...]:
        """Of "firms including A and B", A and B speak rather than the firms."""
        if not speakers:
            return ()
        named = tuple(s for s in speakers if self._document.entities[s].kind != Kind.GROUP)
        return (*named, *(s for s in speakers if s not in named)) if self._document.entities[speakers[0]].kind == Kind.GROUP and named else speakers

    def _inverted(self, verb: Token, subject: list[Token]) -> bool:
        """ '"...," said a protester': the word before the verb closes a quotation."""
        before = verb.nbor(-1) if verb.i else None
        return before is not None and before.text in ('"', "'") and not any(0 <= verb.i - t.i < 8 for t in subject) and not any(t.i > verb.i for t in subject)

    def _inverted_speaker(self, verb: Token) -> tuple[int, ...]:
        for i in range(verb.i + 1, min(verb.i + 12, len(self._doc))):
            token = self._doc[i]
            if token.text == '"' or token.is_sent_start:
                return ()
            mention = self._document.mention_at(i)
            if mention is not None and mention.form not in ("adjective", "combining") and self._is_speaker(mention):
                persons = [self._document.mention_at(t) for t in self._doc[i : i + 10] if t.sent == token.sent]
                named = next((m for m in persons if m is not None and self._document.entities[m.entities[0]].kind == Kind.PERSON), None)
                if named is not None and self._document.entities[mention.entities[0]].kind != Kind.PERSON and not any(t.text in ',"' for t in self._doc[mention.end : named.start]):
                    return named.entities
                return mention.entities
        return ()

    def _is_speaker(self, mention: Mention) -> bool:
        return self._document.entities[mention.entities[0]].kind is not None

    def _nearest_before(self, verb: Token) -> tuple[int, ...]:
        """The last person or group named in the sentence before the verb, if the parse gave no subject."""
        for i in range(verb.i - 1, verb.sent.start - 1, -1):
            mention = self._document.mention_at(i)
            if mention is not None and mention.form not in ("adjective", "capital") and self._is_speaker(mention) and self._document.quotation_at(self._doc[i].idx) is None:
                return mention.entities
        return ()

    def _entities(self, tokens: list[Token]) -> tuple[int, ...]:
        found: list[int] = []
        for token in tokens:
            mention = self._document.actor_at(token)
            if mention is not None and self._is_speaker(mention):
                found += [e for e in mention.entities if e not in found]
        return tuple(found)

    def _sentence_subject(self, quotation: Quotation) -> tuple[int, ...]:
        """The subject of the main verb around a quotation that no verb of speech introduces."""
        inside = self._doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
        if inside is None or inside.start < 2:
            return ()
        before = inside[0].nbor(-2)
        if before.text == ":" or before.text == ",":
            root = before.sent.root
            return self._entities([t for t in subject_of(root) if self._document.quotation_at(t.idx) is None])
        return ()

    def _according_beside(self, quotation: Quotation) -> Token | None:
        inside = self._doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
        if inside is None:
            return None
        return next((t for t in self._doc[inside.end : min(inside.end + 4, len(self._doc))] if t.lower_ == "according"), None)

    def _according_speakers(self, token: Token) -> tuple[int, ...]:
        """Whom "according to" names: a person in the phrase before the medium ("a tweet by Minister X")."""
        found: tuple[int, ...] = ()
        for t in self._doc[token.i + 1 : token.sent.end]:
            mention = self._document.mention_at(t)
            if t.text in (".", ";") or t.text == '"':
                break
            if mention is not None and mention.form not in ("adjective", "combining") and self._is_speaker(mention):
                if self._document.entities[mention.entities[0]].kind == Kind.PERSON:
                    return mention.entities
                found = found or mention.entities
            if t.text == "," and found:
                break
        return found

    def _according(self, token: Token) -> None:
        if any(a.verb is None and a.spans[0][0] <= token.sent.end_char and a.spans[-1][1] >= token.sent.start_char - 3 for a in self._acts):
            return
        speakers = self._according_speakers(token)
        if speakers:
            self._acts.append(SpeechAct(speakers, None, False, self._sentences(token.sent.start_char, token.sent.end_char)))

    # reported speech and positions

    def _reported(self, verb: Token) -> None:
        words = knowledge()
        lemma = verb.lemma_.lower()
        if lemma not in words["reporting"] and lemma not in words["position"]:
            return
        if any(c.dep_ == "neg" for c in verb.children) or any(c.tag_ == "MD" for c in verb.children if c.dep_ == "aux"):
            return
        clausal = any(c.dep_ in ("ccomp", "xcomp") and c.i > verb.i or c.dep_ == "ccomp" for c in verb.children) or verb.dep_ == "parataxis"
        has_as = any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.children)
        quoted = any(verb.i < self._doc[i].i and q for i in range(verb.i, min(verb.i + 14, verb.sent.end)) for q in [self._document.quotation_at(self._doc[i].idx)] if q)
        position = lemma in words["position"] and self._position_frame(verb, lemma)
        if not position and not (lemma in words["reporting"] and (clausal or has_as or quoted or lemma not in words["clausal_only"] and any(c.dep_ == "dobj" for c in verb.children))):
            return
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        if verb.dep_ == "acl" and verb.tag_ == "VBG" and not clausal:
            return
        if passive or verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod"):
            agents = [t for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj" for t in [p, *p.conjuncts]]
            speakers = self._entities(agents)
        else:
            speakers = self._named_first(self._entities(subject_of(verb)))
        if not speakers:
            return
        if verb.dep_ in ("xcomp",) and verb.head.lemma_ in ("expect", "decline", "refuse", "want", "plan", "seem", "appear"):
            return
        start, end = self._clause(verb)
        above = self._act_above(verb, speakers)
        if above is not None:
            above.spans.append((start, end))
            self._by_verb[verb.i] = above
            return
        act = SpeechAct(speakers, verb, quoted, [(start, end)])
        self._by_verb[verb.i] = act
        self._acts.append(act)

    def _act_above(self, verb: Token, speakers: tuple[int, ...]) -> SpeechAct | None:
        """The act that a participle beside it goes on with ("..., he said, noting that ...")."""
        if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "conj") or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            return None
        act = self._by_verb.get(verb.head.i)
        return act if act is not None and act.speakers == speakers else None

    @staticmethod
    def _position_frame(verb: Token, lemma: str) -> bool:
        """Whether a verb of position has the complement that makes it speech."""
        needed = knowledge()["position_with"].get(lemma)
        prepositions = {c.lower_ for c in verb.children if c.dep_ in ("prep", "prt", "dative")}
        prepositions |= {g.lower_ for c in verb.children if c.dep_ in ("advcl", "ccomp") and c.i > verb.i for g in c.children if g.dep_ == "mark" and g.i == verb.i + 1}
        objects = any(c.dep_ in ("dobj", "ccomp", "xcomp", "oprd", "agent", "nsubjpass") for c in verb.children)
        if lemma == "call" and any(c.dep_ in ("oprd", "ccomp", "acomp") for c in verb.children):
            return True
        if needed is None:
            return objects or bool(prepositions)
        return bool(prepositions & set(needed)) or (objects and lemma not in ("call", "ask", "back", "support", "order"))

    def _clause(self, verb: Token) -> tuple[int, int]:
        """The clause of a verb of speech: from its subject to the end of what it says."""
        subject = [t for t in subject_of(verb) if t.sent == verb.sent]
        kept = [verb]
        for child in verb.children:
            if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
                continue
            if child.dep_ == "advcl" and child.i > verb.i and child.lemma_.lower() in knowledge()["reporting"]:
                continue
            kept += list(child.subtree)
        for token in subject:
            if token.i < verb.i and verb.i - token.i < 40 and not any(t.pos_ == "VERB" and t.dep_ == "ROOT" and t != verb for t in self._doc[token.i : verb.i]):
                kept += [t for t in token.subtree if t.i < verb.i]
        indices = sorted({t.i for t in kept if t.sent == verb.sent})
        start, end = self._doc[indices[0]], self._doc[indices[-1]]
        a, b = start.idx, end.idx + len(end.text)
        words = self._document.text[a:b].split(" ")
        if len(words) > LONGEST_SPAN:
            b = a + len(" ".join(words[:LONGEST_SPAN]))
        return a, b

    def _noun(self, noun: Token) -> None:
        """ "Protesters' demands include ...", "scepticism among academics"."""
        owners = [t for c in noun.children if c.dep_ == "poss" for t in [c, *c.conjuncts]]
        owners += [p for c in noun.children if c.dep_ == "prep" and c.lower_ in ("among", "by", "from", "of") for p0 in c.children if p0.dep_ == "pobj" for p in [p0, *p0.conjuncts]]
        speakers = self._entities(owners)
        if not speakers or any(self._document.entities[s].kind is None for s in speakers):
            return
        if any(a.spans[0][0] <= noun.idx < a.spans[-1][1] for a in self._acts):
            return
        sentence = noun.sent
        spans = self._sentences(noun.left_edge.idx, sentence.end_char)
        self._acts.append(SpeechAct(speakers, None, False, spans))

    def _first_person(self) -> None:
        for act in self._acts:
            if not act.quoted or not act.speakers:
                continue
            for start, end in act.spans:
                span = self._doc.char_span(start, end, alignment_mode="contract")
                for token in span or []:
                    if token.lower_ in _FIRST_PERSON and self._document.mention_at(token) is None and self._document.quotation_at(token.idx):
                        self._document.add(Mention(token.i, token.i + 1, token.i, "pronoun", token.text, act.speakers[:1]))
