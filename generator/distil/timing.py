"""Which date belongs to which happening.

A date belongs to the clause it stands in: to the verb it hangs on, or, where the parser hung it on the main verb
over the head of a nearer one, to the nearer one. A reporting verb's date is never the reported event's.
"""

from collections.abc import Collection

from spacy.tokens import Span, Token

from generator.language.attribution import knowledge as speech
from generator.language.dates import DateMention, resolve_anaphoric
from generator.language.document import Document
from generator.model import DateSpan, Status

NARRATIVE_REACH = 2
"""Sentences for which a day told goes on without being told again."""


LEAD = 2
"""Paragraphs of the lead: what they tell in the past tense without a date happened on the story's day."""
STORY_DAYS = 7
"""Days before publication within which the first day told is the story's day."""
CONTINUERS = {"also", "later", "then", "further", "subsequently", "afterwards", "additionally", "meanwhile"}
"""Words by which a sentence goes on with the story of the one before."""


class Timing:
    """The dates of one document, tied to its verbs and to the nouns that name happenings (`happenings`: their
    tokens)."""

    def __init__(self, document: Document, happenings: Collection[int] = ()) -> None:
        self._document = document
        self._doc = document.doc
        self._happenings = happenings
        self._of_token: dict[int, DateMention] = {}
        self._narrative: list[tuple[int, DateMention]] = []
        """(token, date) of the days on which the story's main clauses happen, in order."""
        self._told: list[tuple[int, DateSpan]] = []
        previous: tuple[Span, Token] | None = None
        for mention in document.dates:
            span = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is None or mention.until or mention.kind == "frequency":
                continue
            owner = previous[1] if previous is not None and self._goes_on(previous[0], span) else self._owner(span)
            previous = (span, owner)
            self._tie(mention, span, owner)

    def _goes_on(self, before: Span, span: Span) -> bool:
        """Whether two dates stand side by side and tell one day ("last year, on June 18")."""
        between = [t.lower_ for t in self._doc[before.end : span.start]]
        return len(between) <= 2 and all(w in (",", "on", "in", "(", "-") for w in between)

    def _tie(self, mention: DateMention, span: Span, owner: Token) -> None:
        current = self._of_token.get(owner.i)
        if (
            current is None
            or current.span is None
            or (mention.span is not None and mention.span.days < current.span.days)
        ):
            self._of_token[owner.i] = mention
        if mention.span is not None:
            self._told.append((span.start, mention.span))
        day = mention.anaphoric or (mention.span is not None and mention.span.days <= 7)
        inside = span.root.dep_ in ("compound", "nmod", "poss", "nummod", "amod")  # "the November 27 deal"
        fronted = span.start - span.sent.start <= 8 and not inside
        tells = owner.pos_ in ("VERB", "AUX") or fronted
        if day and tells and not inside and not mention.since and not self._document.in_speech(span[0]):
            self._narrative.append((span.start, mention))

    def _owner(self, span: Span) -> Token:
        """The verb or happening that a date phrase belongs to."""
        token = span.root
        current = token
        while current.head != current:
            current = current.head
            if current.pos_ in ("VERB", "AUX") or current.i in self._happenings:
                break
        if current.i < span.start:
            return self._nearer_left(span, current)
        return (
            current
            if current.i >= span.end or current.pos_ not in ("NOUN", "PROPN")
            else self._first_verb_right(span) or current
        )

    def _nearer_left(self, span: Span, owner: Token) -> Token:
        """Where the parser hung a date on a verb far to the left: the verb just before it, or, in a clause that
        opens with the
        date ("where on Sunday X signed"), the one behind it."""
        sentence = span.sent
        opening = self._doc[max(sentence.start, span.start - 2) : span.start]
        if any(t.tag_ in ("WRB", "WDT") or t.dep_ == "mark" or t.text == '"' for t in opening):
            return self._first_verb_right(span) or owner
        for t in reversed(self._doc[owner.i + 1 : span.start]):
            if t.text in (",", ";", '"') and t.i < span.start - 1:
                break
            if t.pos_ == "VERB" and t.dep_ not in ("amod", "compound"):
                return t
        return owner

    def _first_verb_right(self, span: Span) -> Token | None:
        return next(
            (t for t in self._doc[span.end : span.sent.end] if t.pos_ == "VERB" and t.dep_ not in ("amod", "compound")),
            None,
        )

    def date_of(self, token: Token, status: Status, speech_act: bool) -> DateSpan | None:
        """The date of the happening that a token names, None where the text gives none."""
        mention = self._own(token) or self._inherited(token, speech_act) or self._fronted(token)
        if mention is None:
            return self._carried(token, status)
        return self._span(mention, token, status)

    def goes_on_since(self, token: Token) -> bool:
        """Whether a date says when the happening began ("since June")."""
        mention = self._own(token)
        return mention is not None and mention.since

    def _fronted(self, token: Token) -> DateMention | None:
        """For the main clause: the date in the words before it ("In a letter sent on Monday, X demanded")."""
        if token.dep_ != "ROOT" or token.pos_ not in ("VERB", "AUX"):
            return None
        subject = min((c.i for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), default=token.i)
        for position, mention in self._narrative:
            if token.sent.start <= position < subject and any(t.text == "," for t in self._doc[position:subject]):
                return mention
        return None

    def _span(self, mention: DateMention, token: Token, status: Status) -> DateSpan | None:
        if mention.anaphoric:
            here = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
            until = here.start if here is not None else token.i
            told = [(position, span) for position, span in self._told if position < until]
            beside = [span for position, span in told if position >= token.sent.start]
            days = [m.span for position, m in self._narrative if position < until and m.span and m.span.days == 1]
            anchor = next(reversed(beside or days), None)
            return resolve_anaphoric(mention, anchor) if anchor is not None else None
        ahead = any(c.tag_ == "MD" for c in token.children) or (
            status == Status.PLANNED and token.tag_ in ("VB", "VBG", "NN", "VBN")
        )
        if ahead and mention.weekday_future is not None:
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
            if relation == "prep" and current.lower_ not in (
                "in",
                "during",
                "at",
                "with",
                "to",
                "on",
                "by",
                "of",
                "between",
            ):
                return None
            if relation in (
                "xcomp",
                "conj",
                "dobj",
                "pobj",
                "nsubj",
                "nsubjpass",
                "advcl",
                "pcomp",
                "prep",
                "attr",
                "acl",
                "compound",
            ):
                found = self._of_token.get(head.i)
                if found is not None and not (
                    relation == "conj" and self._doc[max(current.i, head.i)].i < self._position(found)
                ):
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
        if self._document.block_of(token).kind == "headline":
            return self._story_day()
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
        lead = [b for b in self._document.article.blocks if b.kind == "prose"][:LEAD]
        if self._document.block_of(token) in lead:
            return self._story_day()
        told = [(position, mention) for position, mention in self._narrative if position < token.i]
        if not told:
            return None
        position, mention = told[-1]
        goes_on = position >= token.sent.start or (
            self._continues(token) and self._gap(position, token.i) <= NARRATIVE_REACH
        )
        found = self._span(mention, token, status) if goes_on else None
        if found is None:
            return None
        return (
            found.model_copy(update={"basis": "inferred" if found.basis == "stated" else found.basis})
            if found
            else None
        )

    def _story_day(self) -> DateSpan | None:
        """The first day that the article's first paragraph tells, where it is the news: in the week before
        publication."""
        prose = next((b for b in self._document.article.blocks if b.kind == "prose"), None)
        if prose is None or self._document.published is None:
            return None
        for position, mention in self._narrative:
            if prose.start <= self._doc[position].idx < prose.end and mention.span is not None:
                return mention.span if 0 <= (self._document.published - mention.span.end).days <= STORY_DAYS else None
        return None

    def _continues(self, token: Token) -> bool:
        """Whether a sentence says that it goes on with the story told before: "also", "later", "then", or a pronoun
        subject."""
        words = {t.lower_ for t in token.sent}
        if words & CONTINUERS:
            return True
        root = token.sent.root
        return any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ == "PRP" for c in root.children)

    def _gap(self, earlier: int, later: int) -> int:
        """Sentences between two tokens."""
        return sum(1 for t in self._doc[earlier + 1 : later + 1] if t.is_sent_start)


def _simple_past(verb: Token) -> bool:
    if verb.tag_ == "VBD":
        return True
    return verb.tag_ in ("VBN", "VBG") and any(
        c.dep_ in ("auxpass", "aux") and c.lower_ in ("was", "were") for c in verb.children
    )
