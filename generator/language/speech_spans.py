"""The words that are evidence of a speech act: one span a sentence, small enough to be read.

All spans are code-point offsets in the source's text, start inclusive, end exclusive.
"""

from generator.language.arguments import subject_of
from generator.language.document import Document
from generator.language.parse import Token
from generator.language.speech_verbs import can_carry_words, is_comment, is_infinitive, is_trailing, knowledge

LONGEST = 75
"""Words. Longer clauses are cut."""
_CONJUNCTION = 2
"""Words, a comma among them, that may stand between two spans that are one: ", and"."""
Offsets = tuple[int, int]


def sentences(document: Document, start: int, end: int) -> list[Offsets]:
    """The sentences that a stretch of text touches, cut to the stretch."""
    found = []
    for sentence in document.doc.sents:
        a, b = max(sentence.start_char, start), min(sentence.end_char, end)
        if a < b and len(document.text[a:b].split()) > 1:
            found.append(_first_words(document, a, b))
    return found or [(start, end)]


def around_quotation(document: Document, verb: Token, quoted: list[Offsets], quotation_start: int) -> list[Offsets]:
    """A quotation's sentences, the first or last of them widened to the clause that names the speaker."""
    start, end = _frame(document, verb, quotation_start)
    found: list[Offsets] = []
    joined = False
    for a, b in quoted:
        if a < end and start < b:
            joined = True
            a, b = _around(document, min(a, start), max(b, end), verb, quotation_start)
        found.append((a, b))
    if not joined:
        found.append((start, end))
    return found


def _frame(document: Document, verb: Token, quotation_start: int) -> Offsets:
    """The sentence of a verb of speech, or its clause alone where others speak in the sentence, too."""
    start, end = clause(document, verb)
    others = (t for t in verb.sent if t != verb and can_carry_words(t) and document.quotation_at(t.idx) is None)
    if start <= quotation_start < end and any(not start <= t.idx < end for t in others):
        return start, end
    return verb.sent.start_char, verb.sent.end_char


def clause(document: Document, verb: Token) -> Offsets:
    """The clause of a verb of speech: from its subject to the end of what it says."""
    if (
        verb.dep_ == "parataxis"
        or is_comment(verb)
        or _is_parenthesis(verb)
        or (
            verb.dep_ == "ccomp"
            and verb.i > 0
            and verb.head.i > verb.i
            and "," in document.doc.span(verb.i, verb.head.i).text
        )
    ):
        return _around(document, verb.sent.start_char, verb.sent.end_char, verb, verb.idx)
    if is_trailing(verb):
        comma = next(c for c in verb.children if c.dep_ == "nsubj").left_edge.i - 1
        start = min(document.doc[comma - 1].sent.start_char, verb.sent.start_char)
        return _around(document, start, verb.sent.end_char, verb, verb.idx)
    kept = [verb]
    limit = verb.sent.end
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
            if child.i > verb.i and any(c.dep_ == "cc" and verb.i < c.i < child.i for c in verb.children):
                limit = min(limit, _coordination_start(child))
            continue
        if child.dep_ == "advcl" and child.i > verb.i and child.lemma_.lower() in knowledge()["reporting"]:
            continue
        kept += list(child.subtree)
    for token in subject_of(verb):
        if token.sent == verb.sent and token.i < verb.i and verb.i - token.i < 40 and not _verb_between(token, verb):
            kept += [t for t in token.subtree if t.i < verb.i]
    indices = sorted({t.i for t in kept if t.sent == verb.sent and t.i < limit})
    first, last = document.doc[indices[0]], document.doc[indices[-1]]
    return _around(document, first.idx, last.idx + len(last.text), verb, verb.idx)


def _is_parenthesis(verb: Token) -> bool:
    """Whether commas set subject and verb apart from what is said: "the talks, she said, had failed"."""
    subject = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if not subject or subject[0].left_edge.i == verb.sent.start:
        return False
    last = max([verb.i, *(c.i for c in verb.children if c.dep_ in ("prt", "aux"))])
    behind = verb.doc[last + 1].text if last + 1 < len(verb.doc) else ""
    return verb.doc[subject[0].left_edge.i - 1].text == "," and behind == ","


def adjoining(document: Document, spans: list[Offsets]) -> list[Offsets]:
    """Spans in order, those with no more than a conjunction between them made one, if it is not too long to read."""
    found: list[Offsets] = []
    for start, end in sorted(spans):
        if found:
            between = document.text[found[-1][1] : start]
            whole = (found[-1][0], max(end, found[-1][1]))
            short = len(document.text[whole[0] : whole[1]].split()) <= LONGEST
            if short and len(between.split()) <= _CONJUNCTION and "\n" not in between and "." not in between:
                found[-1] = whole
                continue
        found.append((start, end))
    return found


def _coordination_start(verb: Token) -> int:
    """The token where a coordinated clause begins, its comma and conjunction included."""
    start = verb.left_edge.i
    while start > verb.sent.start and (verb.doc[start - 1].dep_ == "cc" or verb.doc[start - 1].text == ","):
        start -= 1
    return start


def _verb_between(subject: Token, verb: Token) -> bool:
    """Whether the subject is another verb's, too, and what that verb tells stands between: "X met Y and said"."""
    host = verb.head if is_infinitive(verb) else verb
    if verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return True
    return any(t.pos_ == "VERB" and t.dep_ == "ROOT" and t not in (verb, host) for t in verb.doc[subject.i : verb.i])


def _around(document: Document, start: int, end: int, verb: Token, quotation_start: int) -> Offsets:
    """At most `LONGEST` words of a span, the verb and the quotation's start among them, no white space at its end."""
    end = start + len(document.text[start:end].rstrip())
    if len(document.text[start:end].split()) <= LONGEST:
        return start, end
    anchor = min(verb.idx, quotation_start)
    if len(document.text[start:anchor].split()) > LONGEST // 3:
        subjects = [
            t.left_edge.idx for t in subject_of(verb) if t.sent == verb.sent and t.i < verb.i and verb.i - t.i < 12
        ]
        start = min([anchor, *[s for s in subjects if s >= start]])
    return _first_words(document, start, end)


def _first_words(document: Document, start: int, end: int) -> Offsets:
    """A span cut behind its first `LONGEST` words."""
    seen = 0
    inside = False
    for i in range(start, end):
        space = document.text[i].isspace()
        if space and inside:
            seen += 1
            if seen == LONGEST:
                return start, i
        inside = not space
    return start, end
