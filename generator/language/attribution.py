"""Who says what: direct quotations with their speakers, reported speech, and positions taken.

A speech act is one utterance or position of one speaker (or of several jointly): the sentences it fills are its spans.
Quotations come first, because in them the first person has its antecedent.
"""

from generator.language import speech_nouns, speech_spans
from generator.language.arguments import is_passive, subject_of
from generator.language.document import Document, Mention
from generator.language.parse import Token
from generator.language.quotations import Quotation
from generator.language.speakers import SpeakerFinder
from generator.language.speech_acts import SpeechAct
from generator.language.speech_documents import Speakers
from generator.language.speech_joining import SpeechJoiner
from generator.language.speech_verbs import can_carry_words, is_act, is_document, is_quoting, knowledge
from generator.model import Kind

__all__ = ["Attributor", "SpeechAct", "knowledge"]

_FIRST_PERSON = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"}
_REACH = 14
"""Tokens. How far from a quotation's marks its verb of speech may stand."""
_DEEPEST = 8
"""Words between the first of a quotation and the verb of speech above it."""
_SHORT_SENTENCE = 8
"""Tokens. A sentence as short as '... Lam said.' behind a full quotation only names who spoke."""
_PARAGRAPHS = 2
"""Paragraphs. How far before "they said" may stand who spoke last."""
_NOT_A_TERM = 6
"""Words. Shorter quotations that nothing attributes are quoted terms."""


class Attributor:
    """Finds the speech acts of a document whose actors are known."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._doc = document.doc
        self._speakers = SpeakerFinder(document)
        self._acts: list[SpeechAct] = []
        self._by_verb: dict[int, SpeechAct] = {}

    def attribute(self) -> list[SpeechAct]:
        """All speech acts in order; first-person pronouns in quotations become mentions of the speaker."""
        previous: SpeechAct | None = None
        for quotation in self._document.quotations:
            if quotation.is_speech or self._is_spoken(quotation):
                previous = self._quotation(quotation, previous)
        for token in self._doc:
            if self._document.quotation_at(token.idx) is not None:
                continue
            if token.lower_ in ("according", "per"):
                self._according(token)
            elif token.pos_ in ("VERB", "AUX") and token.i not in self._by_verb:
                self._reported(token)
            elif token.pos_ == "NOUN":
                self._noun(token)
        self._hand_on_speakers()
        self._acts = SpeechJoiner(self._document, self._acts, self._by_verb).join()
        self._first_person()
        return sorted((a for a in self._acts if a.spans), key=lambda a: min(a.spans))

    def _add(self, act: SpeechAct) -> SpeechAct:
        self._acts.append(act)
        if act.verb is not None:
            self._by_verb[act.verb.i] = act
        return act

    # direct speech

    def _is_spoken(self, quotation: Quotation) -> bool:
        """Whether a short quotation is an utterance: a verb of speech stands right beside its marks."""
        ending = self._document.text[quotation.end - 1 : quotation.end]
        return (
            quotation.words >= 2
            and ending in (",", ".", "!", "?")
            and self._verb_beside(quotation, reach=2) is not None
        )

    def _quotation(self, quotation: Quotation, previous: SpeechAct | None) -> SpeechAct | None:
        content = (quotation.start, quotation.end)
        spans = speech_spans.sentences(self._document, *content)
        verb = self._verb_beside(quotation, _REACH)
        if verb is not None:
            if (act := self._by_verb.get(verb.i)) is not None:
                act.extend(spans)
                return act
            widened = speech_spans.around_quotation(self._document, verb, spans, quotation.start)
            speakers = self._speakers.of_verb(verb, quoting=True)
            if not speakers and (quotation.words < _NOT_A_TERM or is_passive(verb)):
                return previous
            return self._add(SpeechAct(speakers, verb, True, widened, content))
        if (token := self._according_beside(quotation)) is not None:
            sentence = token.sent
            framed = speech_spans.sentences(
                self._document, min(quotation.start, sentence.start_char), max(quotation.end, sentence.end_char)
            )
            if previous is not None and previous.verb is None and set(framed) <= set(previous.spans):
                return previous  # a second quotation in the sentence
            return self._add(SpeechAct(self._speakers.according(token), None, True, framed, content))
        if previous is not None and self._continues(previous, quotation):
            previous.extend(spans)
            return previous
        if quotation.words >= _NOT_A_TERM and (
            speakers := self._introduced(quotation) or self._standing_alone(quotation, previous)
        ):
            return self._add(SpeechAct(speakers, None, True, spans, content))
        return previous

    def _continues(self, previous: SpeechAct, quotation: Quotation) -> bool:
        """Whether a quotation without a verb of its own goes on with the last speaker's words."""
        gap = self._document.text[max(b for _, b in previous.spans) : quotation.start]
        return len(gap.split()) <= 3

    def _bounds(self, quotation: Quotation) -> tuple[int, int] | None:
        """First token inside the quotation marks and first token behind the words inside."""
        inside = self._doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
        return (inside.start, inside.end) if inside is not None else None

    def _verb_beside(self, quotation: Quotation, reach: int) -> Token | None:
        """The verb of speech nearest to a quotation's edges, outside any quotation, in the sentence that frames it."""
        bounds = self._bounds(quotation)
        if bounds is None:
            return None
        start, end = bounds
        block = self._document.block_of(self._doc[start])
        found: list[tuple[float, Token]] = []
        for token in self._doc[max(0, start - reach - 2) : min(len(self._doc), end + reach + 2)]:
            if start <= token.i < end or not block.start <= token.idx < block.end:
                continue
            if not can_carry_words(token) or self._document.quotation_at(token.idx) is not None:
                continue
            if token.i < start and not self._is_stopped(token.i + 1, start):
                introduces = token.i + 3 == start and self._doc[token.i + 1].text in (",", ":")
                found.append((-1.0 if introduces else start - token.i + 1.5, token))
            elif token.i >= end and self._frames_behind(end, token):
                found.append((token.i - end, token))
        nearest = min(found, key=lambda pair: pair[0])[1] if found else None
        goes_on = nearest is None or (nearest.dep_ in ("conj", "pcomp") and nearest.i >= end)
        return (self._verb_above(start, end) or nearest) if goes_on else nearest

    def _verb_above(self, start: int, end: int) -> Token | None:
        """The verb of speech whose clause goes on in quotation marks: 'Berg said that he "ran away" and ...'."""
        if start < 2 or self._doc[start - 2].is_punct:
            return None
        current = self._doc[start]
        for _ in range(_DEEPEST):
            if current.head == current:
                break
            below, current = current, current.head
            outside = not start <= current.i < end and self._document.quotation_at(current.idx) is None
            if outside and below.dep_ == "ccomp" and current.i < start and can_carry_words(current):
                return current
        return None

    def _is_stopped(self, first: int, last: int) -> bool:
        """Whether a sentence ends between two tokens, what is quoted there aside."""
        return any(
            t.text in (".", "!", "?", ";") and self._document.quotation_at(t.idx) is None for t in self._doc[first:last]
        )

    def _frames_behind(self, end: int, verb: Token) -> bool:
        """Whether a verb behind a quotation belongs to it: '"...," X said', '"... ." X said.'"""
        if self._is_stopped(end, verb.i):
            return False
        last = self._doc[end - 1].text
        if last[-1:] in (",", "-", "—") or self._doc.span(end, verb.i).text.lstrip("\"' ").startswith(","):
            return True
        if last[-1:] not in (".", "!", "?"):
            return True
        opened = any(t.text == '"' for t in self._doc[verb.i + 1 : min(verb.i + 6, len(self._doc))])
        stop = next(
            (t.i for t in self._doc[verb.i : min(end + _SHORT_SENTENCE + 1, len(self._doc))] if t.text in ".,;"), None
        )
        if opened or any(c.dep_ in ("ccomp", "dobj") and c.i > verb.i for c in verb.children):
            return False
        return stop is not None or (last[-1:] in ("!", "?") and self._doc[min(end + 1, len(self._doc) - 1)].is_lower)

    def _according_beside(self, quotation: Quotation) -> Token | None:
        """An "according to" right behind a quotation, or one that opens its sentence."""
        bounds = self._bounds(quotation)
        if bounds is None:
            return None
        start, end = bounds
        block = self._document.block_of(self._doc[start])
        behind = self._doc[end : min(end + 4, len(self._doc))]
        before = self._doc[self._doc[start - 1].sent.start : start] if start else behind
        for token in (*behind, *before):
            if token.lower_ != "according" or not block.start <= token.idx < block.end:
                continue
            if token.i >= end and token.is_title and self._doc[end - 1].text[-1:] in (".", "!", "?"):
                continue  # it opens the next sentence
            if not self._is_stopped(min(token.i, end), max(token.i, start)):
                found: Token = token
                return found
        return None

    def _introduced(self, quotation: Quotation) -> Speakers:
        """The speaker of a quotation behind a colon or comma, told by the sentence before the mark."""
        bounds = self._bounds(quotation)
        if bounds is None or bounds[0] < 2 or self._doc[bounds[0] - 1].text not in ('"', "'"):
            return ()
        mark = self._doc[bounds[0] - 2]
        if mark.is_space and mark.i and self._doc[mark.i - 1].text == ":":
            mark = self._doc[mark.i - 1]  # the quotation is a paragraph of its own
        if mark.text not in (":", ","):
            return ()
        return self._speakers.before_mark(mark)

    def _standing_alone(self, quotation: Quotation, previous: SpeechAct | None) -> Speakers:
        """The speaker of sentences that are all quotation: whom the sentence before is about, else who spoke last."""
        bounds = self._bounds(quotation)
        if bounds is None or bounds[0] < 2:
            return ()
        start = bounds[0]
        mark, before = self._doc[start - 1], self._doc[start - 2]
        block = self._document.block_of(self._doc[start])
        if not (mark.is_sent_start or self._doc[start].is_sent_start) or before.idx < block.start:
            return ()
        if speakers := self._speakers.of_sentence(before.sent.root):
            return speakers
        same_block = previous is not None and max(previous.spans)[0] >= block.start
        return previous.speakers if previous is not None and same_block else ()

    # reported speech and positions

    def _reported(self, verb: Token) -> None:
        if not is_act(self._document, verb):
            return
        speakers = self._speakers.of_verb(verb, quoting=False)
        if speakers or self._speakers.of_unknown(verb):
            quoted = is_quoting(self._document, verb)
            self._add(SpeechAct(speakers, verb, quoted, [speech_spans.clause(self._document, verb)]))

    def _according(self, token: Token) -> None:
        start, end = token.sent.start_char, token.sent.end_char
        if any(a.verb is None and a.quoted and any(c < end and start < d + 3 for c, d in a.spans) for a in self._acts):
            return
        if self._is_of_other_words(token):
            return
        speakers = self._speakers.per(token) if token.lower_ == "per" else self._speakers.according(token)
        if speakers:
            self._add(SpeechAct(speakers, None, False, speech_spans.sentences(self._document, start, end)))

    def _is_of_other_words(self, token: Token) -> bool:
        """Whether it only tells who passed on what another says: "According to the Herald, Berg believes ..."."""
        verb = token.head
        if verb.pos_ != "VERB" or any(is_document(t) for t in token.subtree) or not is_act(self._document, verb):
            return False  # "according to a poll, they believe": the poll found it
        return bool(self._speakers.of_verb(verb, quoting=False))

    def _noun(self, noun: Token) -> None:
        """ "Protesters' demands include ...", "criticism by Norland", "the minister's claim that ..."."""
        found = speech_nouns.said_by(self._document, noun)
        if found is None or any(a <= noun.idx < b for act in self._acts for a, b in act.spans):
            return
        spans = speech_spans.sentences(self._document, found.start, found.end)
        self._add(SpeechAct(found.speakers, None, False, spans))

    def _hand_on_speakers(self) -> None:
        """ "She said" without an antecedent goes on with who spoke last, and "they" not with whom these spoke about."""
        last: SpeechAct | None = None
        for act in sorted(self._acts, key=lambda a: a.start):
            new = last is not None and (not act.speakers or self._is_told_of(act, last) or self._is_more(act, last))
            if last is not None and (new or self._never_speaks(act, last)) and self._goes_on(act, last):
                act.speakers = last.speakers
            if act.speakers:
                last = act

    def _is_more(self, act: SpeechAct, last: SpeechAct) -> bool:
        """Whether "he" adds to what the last speaker said, or says it within that: "which he says would"."""
        verb = act.verb
        if verb is None or not any(t.lower_ in ("he", "she") for t in subject_of(verb)):
            return False
        if not self._speakers.can_mean(verb, last.speakers) or act.speakers == last.speakers:
            return False
        between = self._document.text[last.end : verb.idx]
        if verb.lemma_ in knowledge()["adding"]:
            named = (m for m in self._document.mentions if last.end <= self._doc[m.head].idx < verb.idx)
            return between.count("\n\n") <= 1 and all(m.form == "pronoun" for m in named)
        said_above = last.verb is not None and last.verb in verb.ancestors and verb.dep_ == "relcl"
        told = {
            e
            for m in self._document.mentions
            if verb.sent.start <= m.head < verb.i
            for e in m.entities
            if m.form != "pronoun"
        }
        return said_above and not told & set(act.speakers)

    def _is_told_of(self, act: SpeechAct, last: SpeechAct) -> bool:
        """Whether those taken for the speakers stand in the article only as a part of what the last speakers said."""
        if act.verb is None or not any(t.lower_ == "they" for t in subject_of(act.verb)):
            return False
        mentions = [m for s in act.speakers for m in self._document.entities[s].mentions if m.form != "pronoun"]
        before = [self._doc[m.head].idx for m in mentions if self._doc[m.head].idx < act.start]
        return bool(before) and all(last.start < position < last.end for position in before)

    def _never_speaks(self, act: SpeechAct, last: SpeechAct) -> bool:
        """Whether "they" is taken for a group that says nothing else, though several others have just spoken."""
        if act.verb is None or not any(t.lower_ == "they" for t in subject_of(act.verb)):
            return False
        entities = self._document.entities
        group = len(act.speakers) == 1 and entities[act.speakers[0]].kind == Kind.GROUP
        speaks = any(set(a.speakers) & set(act.speakers) for a in self._acts if a.start < act.start)
        many = len(last.speakers) == 1 and entities[last.speakers[0]].plural
        many = many and entities[last.speakers[0]].kind == Kind.GROUP
        return group and many and not speaks

    def _goes_on(self, act: SpeechAct, last: SpeechAct) -> bool:
        """Whether a pronoun that speaks means the last speaker."""
        if act.verb is None or not self._speakers.of_pronoun(act.verb):
            return False
        paragraphs = self._document.text[last.end : act.start].count("\n\n")
        return paragraphs <= 1 or (paragraphs <= _PARAGRAPHS and self._speakers.can_mean(act.verb, last.speakers))

    def _first_person(self) -> None:
        for act in self._acts:
            if not act.quoted or not act.speakers:
                continue
            for start, end in act.spans:
                for token in self._doc.char_span(start, end, alignment_mode="contract") or ():
                    free = (
                        self._document.mention_at(token) is None and self._document.quotation_at(token.idx) is not None
                    )
                    if token.lower_ in _FIRST_PERSON and free:
                        self._document.add(
                            Mention(token.i, token.i + 1, token.i, "pronoun", token.text, act.speakers[:1])
                        )
