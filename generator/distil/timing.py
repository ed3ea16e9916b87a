"""Which date belongs to which happening.

A date belongs to the clause it stands in: to the verb it hangs on, or, where the parser hung it on the main verb over the head of a
nearer one, to the nearer one. A reporting verb's date is never the reported event's.
"""

from spacy.tokens import Token

from generator.language.attribution import knowledge as speech
from generator.language.dates import DateMention, resolve_anaphoric
from generator.language.document import Document
from generator.model import Article, DateSpan, Status


class Timing:
    """The dates of one document, tied to its verbs and nouns."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._doc = document.doc
        self._of_token: dict[int, DateMention] = {}
        self._sentence_date: dict[int, DateSpan] = {}
        self._told: list[tuple[int, DateSpan]] = []
        for mention in document.dates:
            self._tie(mention)

    def _tie(self, mention: DateMention) -> None:
        span = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            return
        owner = self._owner(span.root)
        if owner is not None:
            current = self._of_token.get(owner.i)
            if current is None or current.span is None or (mention.span is not None and mention.span.days < current.span.days):
                self._of_token[owner.i] = mention
        if mention.span is not None:
            self._told.append((span.start, mention.span))
            if mention.span.days <= 7 and not mention.since:
                self._sentence_date.setdefault(span.sent.start, mention.span)

    def _owner(self, token: Token) -> Token | None:
        """The verb or event noun that a date phrase hangs on."""
        current = token
        while current.head != current:
            current = current.head
            if current.pos_ in ("VERB", "AUX"):
                break
            if current.pos_ in ("NOUN", "PROPN") and current.dep_ not in ("pobj", "npadvmod") and current != token:
                return current
            if current.pos_ in ("NOUN",) and current.head.pos_ == "ADP" and token.i > current.i:
                return current
        if current.pos_ not in ("VERB", "AUX"):
            return current
        if token.i > current.i:
            nearer = [t for t in self._doc[current.i + 1 : token.i] if t.pos_ == "VERB" and t.is_ancestor(token) is False and t.dep_ in ("ccomp", "xcomp", "conj", "relcl", "advcl", "acl") and t.sent == token.sent]
            comma = any(t.text == "," for t in self._doc[nearer[-1].i : token.i]) if nearer else False
            if nearer and not comma:
                return nearer[-1]
        return current

    def date_of(self, token: Token, status: Status, speech_act: bool) -> DateSpan | None:
        """The date of the happening that a token names, None where the text gives none."""
        mention = self._own(token) or self._inherited(token, speech_act)
        if mention is None:
            return self._carried(token, status)
        return self._span(mention, token, status)

    def _span(self, mention: DateMention, token: Token, status: Status) -> DateSpan | None:
        if mention.anaphoric:
            before = [span for position, span in self._told if position < token.i]
            return resolve_anaphoric(mention, before[-1]) if before else None
        if status == Status.PLANNED and mention.weekday_future is not None and token.tag_ in ("VB", "VBG", "NN"):
            return mention.weekday_future
        return mention.span

    def _own(self, token: Token) -> DateMention | None:
        if token.i in self._of_token:
            return self._of_token[token.i]
        for child in token.children:  # "Sunday's election", "the November 27 deal"
            if child.dep_ in ("poss", "compound", "nmod", "npadvmod", "amod", "nummod"):
                for mention in self._document.dates:
                    if mention.start <= child.idx < mention.end:
                        return mention
        return None

    def _inherited(self, token: Token, speech_act: bool) -> DateMention | None:
        """From the verb that a noun depends on, or the verb that a clause completes."""
        current = token
        for _ in range(5):
            head = current.head
            if head == current:
                return None
            relation = current.dep_
            reporting = head.lemma_.lower() in speech()["reporting"] and head.pos_ == "VERB"
            if relation in ("relcl", "nsubj") and head.pos_ in ("NOUN", "PROPN"):
                return None
            if reporting and relation in ("ccomp", "xcomp", "dobj", "parataxis") and not speech_act:
                return None
            if relation in ("ccomp",):
                return None
            if relation == "advcl" and current.tag_ not in ("VBG",):
                return None
            if relation in ("xcomp", "conj", "dobj", "pobj", "nsubj", "nsubjpass", "advcl", "pcomp", "prep", "attr", "acl", "compound"):
                found = self._of_token.get(head.i)
                if found is not None and not (relation == "conj" and self._doc[max(current.i, head.i)].i < self._position(found)):
                    return found
                current = head
                continue
            return None
        return None

    def _position(self, mention: DateMention) -> int:
        span = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        return span.start if span is not None else 0

    def _carried(self, token: Token, status: Status) -> DateSpan | None:
        """The day told before, carried on in narrative: simple past, main clause, same paragraph."""
        if status != Status.OCCURRED or self._document.in_speech(token):
            return None
        verb = token
        while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
            verb = verb.head
        if not _simple_past(verb):
            return None
        root = verb
        while root.dep_ in ("conj", "xcomp", "advcl", "ccomp") and root.head != root:
            root = root.head
        if root.dep_ not in ("ROOT", "parataxis"):
            return None
        block = self._document.block_of(token)
        if block.kind in ("headline",):
            return None
        sentences = list(self._doc.sents)
        here = next(n for n, s in enumerate(sentences) if s.start <= token.i < s.end)
        for number in range(here, max(-1, here - 4), -1):
            sentence = sentences[number]
            if self._document.block_of(sentence[0]) is not block:
                return None
            if number != here and not any(_simple_past(t) for t in sentence if t.dep_ == "ROOT"):
                return None
            found = self._sentence_date.get(sentence.start)
            if found is not None and (number < here or self._opens(sentence.start, found)):
                return found.model_copy(update={"basis": "relative" if found.basis == "relative" else "inferred"}) if number < here else found
        return None

    def _opens(self, start: int, span: DateSpan) -> bool:
        """Whether a sentence begins with the date, which then holds for all its clauses."""
        return any(position - start <= 3 and told == span for position, told in self._told if position >= start)


def _simple_past(verb: Token) -> bool:
    if verb.tag_ == "VBD":
        return True
    return verb.tag_ in ("VBN", "VBG") and any(c.dep_ in ("auxpass", "aux") and c.lower_ in ("was", "were") for c in verb.children)


def published_span(article: Article) -> DateSpan | None:
    """The day of publication as a date."""
    day = article.source.published
    return DateSpan(start=day, end=day, precision="day", basis="stated") if day else None
