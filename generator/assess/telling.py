"""A fact told as a sentence that stands by itself, and how well it can be told."""

import re
from collections.abc import Iterable, Sequence

from generator.assess.likelihood import confidences, likelihoods
from generator.assess.past_tense import base_of, is_preposition, told_in_past
from generator.assess.phrases import (
    borne_out,
    day,
    definite,
    definite_inside,
    definite_start,
    listed,
    sentence,
    when,
    with_article,
)
from generator.assess.weight import consequence, corroboration
from generator.model import (
    Actor,
    Agreement,
    AgreementStatus,
    Event,
    EventType,
    Evidence,
    Kind,
    Origin,
    Provision,
    Source,
    Status,
)

_DANGLING = re.compile(
    r"(?:^|\s)(?:and|or|but|of|to|the|an?|for|with|by|from|in|on|at|that|which|who|as|than|over|under|into|"
    r"public|whether|because|while|when)$",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could)\b")
_UNCLEAR = re.compile(
    r"\b(?:it|them|him|they|such|similar|same|this|these|those|there|others)\b|\bthe [a-z]+$|\bat at\b|\d:\d\d|"
    r"\bsince\b|\d$|\b(?:last|next|earlier|later) [a-z]+\b|\b(?:yesterday|today|tomorrow)\b|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
"""Words that only make sense next to the sentence before, and times that the date tells better."""
_POINTING = re.compile(r"(?:this|these|those|that|such|it|he|she|they|who|people)\b", re.IGNORECASE)
_NO_PARTNER = re.compile(r"\bbetween (?!.*\band\b)")
_ARTICLES = ("the", "a", "an", "some", "more", "further", "all")
_MASS = ("tion", "ing", "ence", "ance", "ism", "unrest", "aid", "support")
_CUT_FROM = 80
"""Characters from which a title may be cut in the middle of its clause."""
_LEAST_WORDS = 4
_SHORT_REQUEST = 6
_LONGEST_PROVISION = 110
_MOST_PROVISIONS = 2
_STANDINGS = {
    AgreementStatus.IN_FORCE: "it is in force",
    AgreementStatus.SUSPENDED: "it has been suspended",
    AgreementStatus.BROKEN: "it has been broken",
    AgreementStatus.EXPIRED: "it has expired",
}
_GOOD, _FAIR, _POOR, _CUT = 1.0, 0.0, -4.0, -20.0
_UNCLEAR_TAKES = -2.0


class Teller:
    """Tells the facts of a brief whose actors it knows."""

    def __init__(self, actors: Iterable[Actor], sources: Iterable[Source] = ()) -> None:
        self._actors = {actor.id: actor for actor in actors}
        self._published = {source.id: source.published for source in sources}

    # --- events

    def quality(self, event: Event) -> float:
        """How well an event's title reads as a sentence, to be added to its weight."""
        if _cut_short(event):
            return _CUT
        unclear = _UNCLEAR_TAKES if self._is_unclear(event) else 0.0
        if told := self._in_past(event):
            return (_GOOD if len(told.split()) >= _LEAST_WORDS else _POOR) + unclear
        return (_FAIR if _is_noun_phrase(event) else _POOR) + unclear

    def _is_unclear(self, event: Event) -> bool:
        """Whether a title needs the text around it, or has one name on both sides of its verb."""
        words = event.title.split()
        names = [name for name in self._names(event) if event.title.count(name) > 1 and words[0] != name]
        twice = any(event.title.endswith(name) for name in names)
        return bool(_UNCLEAR.search(event.title)) or twice or self._asks_nothing(event)

    def _asks_nothing(self, event: Event) -> bool:
        """Whether a title tells who asks whom, but not for what: "Anna Berg urges Norland"."""
        if event.type is not EventType.REQUEST or len(event.title.split()) > _SHORT_REQUEST:
            return False
        return any(event.title.endswith(f" {name}") for name in self._names(event))

    def is_saying(self, event: Event) -> bool:
        """Whether an event is somebody's words only: "Anna Berg says ...", "Norland announces ..."."""
        known = consequence()["sayings"]
        title = event.title
        for name in self._names(event):
            if title.startswith(f"{name} "):
                title = title[len(name) + 1 :]
                break
        verb = title.split(" ")[0].rstrip(":")
        return verb in known or base_of(verb) in known

    def event(self, event: Event) -> str:
        """One event as a sentence without what it is compared with: "On 3 May 2031, Norland signed ..., as ..."."""
        told = borne_out(corroboration(event), origins_of(event))
        ongoing = event.status is Status.ONGOING
        past = self._in_past(event)
        if past is None and _is_noun_phrase(event):
            return sentence(_reported(event, told))
        title = _inside(past or event.title.rstrip(" ."), event)
        if ongoing:
            return sentence(f"{title} (ongoing), {told}")
        if event.date is None:
            return sentence(f"{title}, {self._undated(event, told)}")
        return sentence(f"{when(event.date)}, {title}, {told}")

    def plainly(self, fact: Event | Agreement) -> str | None:
        """A fact as a sentence that leaves to its citations who reports it; None where its title makes no sentence."""
        if isinstance(fact, Agreement):
            return sentence(f"{self._concluded(fact)}{self._standing(fact)}")
        past = self._in_past(fact)
        if past is None:
            return None
        return sentence(f"{when(fact.date)}, {_inside(past, fact)}" if fact.date else past)

    def _undated(self, event: Event, told: str) -> str:
        """ "As two sources report, giving no date", "as one source of 3 May 2031 reports, giving no date"."""
        report, comma, after = told.partition(", ")
        sources = {e.source for e in event.evidence}
        published = self._published.get(next(iter(sources))) if len(sources) == 1 else None
        if published:
            report = report.replace("source", f"source of {day(published)}", 1)
        return f"{report}, giving no date{comma}{after}"

    def _in_past(self, event: Event) -> str | None:
        if event.status is Status.ONGOING:
            return None
        title, names = event.title.rstrip(" ."), self._names(event)
        triggers = {_trigger(e).lower() for e in event.evidence}
        told = told_in_past(title, names, many=self._may_be_many(event), triggers=triggers)
        return told and definite_start(definite_inside(told), names)

    def _names(self, event: Event) -> list[str]:
        actors = (self._actors[p.actor] for p in event.participants if p.actor in self._actors)
        return [name for actor in actors for name in (actor.name, *actor.aliases)]

    def _may_be_many(self, event: Event) -> bool:
        kinds = {self._actors[p.actor].kind for p in event.participants if p.actor in self._actors}
        return Kind.GROUP in kinds or Kind.ORGANISATION in kinds

    # --- agreements

    def parties(self, agreement: Agreement) -> list[str]:
        """The names of an agreement's parties as they stand in a sentence."""
        return [definite(self._actors[party].name) for party in agreement.parties if party in self._actors]

    def agreement(self, agreement: Agreement) -> str:
        """An agreement as a sentence: who concluded it, when, and where it stands."""
        told = borne_out(corroboration(agreement), origins_of(agreement))
        return sentence(f"{self._concluded(agreement)}, {told}{self._standing(agreement)}")

    def _concluded(self, agreement: Agreement) -> str:
        signed = f" {when(agreement.signed)}" if agreement.signed else ""
        return f"{listed(self.parties(agreement))} signed {with_article(agreement.title)}{signed}"

    @staticmethod
    def _standing(agreement: Agreement) -> str:
        standing = _STANDINGS.get(agreement.status) if agreement.status else None
        return f"; {standing}" if standing else ""


def origins_of(fact: Event | Agreement) -> Sequence[Origin]:
    """The independent origins of a fact; none where nobody has looked for them."""
    return fact.assessment.origins if fact.assessment else ()


def unfit(text: str) -> bool:
    """Whether a sentence of the brief's own must not hold this text: it would make a likelihood its own word."""
    return bool(likelihoods(text) or confidences(text))


def told_provisions(agreement: Agreement) -> list[Provision]:
    """What of an agreement's content can go on after "it": at most two provisions, the best cited and shortest."""
    verbs = consequence()["provision_verbs"]
    whole = [
        p
        for p in agreement.provisions
        if p.text.split(" ", 1)[0] in verbs
        and len(p.text) <= _LONGEST_PROVISION
        and not unfit(p.text)
        and p.text.count('"') % 2 == 0
        and p.text.count("“") == p.text.count("”")
        and not _DANGLING.search(p.text)
    ]
    chosen: list[Provision] = []
    for provision in sorted(whole, key=lambda p: (-corroboration(p), len(p.text), p.text)):
        if len(chosen) < _MOST_PROVISIONS and not any(_alike(provision.text, other.text) for other in chosen):
            chosen.append(provision)
    return chosen


def _alike(text: str, other: str) -> bool:
    """Whether two provisions say much the same: most words of the shorter one stand in the other."""
    a, b = sorted((set(text.lower().split()), set(other.lower().split())), key=len)
    return 2 * len(a & b) >= len(a)


def _reported(event: Event, told: str) -> str:
    """A title that is a noun phrase, as what the sources report: "Two sources report protests against a law"."""
    title = _with_indefinite(_inside(event.title.rstrip(" ."), event), event)
    subject, _, after = told.removeprefix("as ").partition(", ")
    time = ", ongoing at the time" if event.status is Status.ONGOING else f" {when(event.date)}" if event.date else ""
    return f"{subject} {title}{time}" + (f" ({after})" if after else "")


def _inside(title: str, event: Event) -> str:
    """A title as it stands inside a sentence: a first word that is no name loses its capital."""
    first = title.split(" ")[0]
    quotes = " ".join(e.quote for e in event.evidence)
    title = definite_inside(title)
    common = first == "The" or re.search(rf"(?<!\w){re.escape(first.lower())}(?!\w)", quotes)
    return title[:1].lower() + title[1:] if common else title


def _with_indefinite(title: str, event: Event) -> str:
    """A noun phrase with the article that titles leave out: "an attack on a port", "the signing of a pact"."""
    words = title.split(" ")
    triggers = {_trigger(e).lower() for e in event.evidence}
    at = next((i for i, word in enumerate(words) if word.lower() in triggers), None)
    if at is None or words[at].endswith("s") or any(w.lower() in _ARTICLES or "'" in w or "’" in w for w in words[:at]):
        return title
    if words[at + 1 : at + 2] == ["of"]:
        return f"the {title}"
    return title if words[at].endswith(_MASS) else f"{'an' if title[:1].lower() in 'aeio' else 'a'} {title}"


def _is_noun_phrase(event: Event) -> bool:
    """Whether a title names the happening by a noun, as the source does: "Protests against a proposed law"."""
    title = event.title
    if _FINITE.search(title) or _POINTING.match(title) or len(title.split()) < _LEAST_WORDS:
        return False
    words = [word.strip(",.") for word in title.lower().split()]
    return any(_is_noun(words, _trigger(e).lower()) for e in event.evidence)


def _is_noun(words: Sequence[str], trigger: str) -> bool:
    if trigger not in words:
        return False
    after = words[words.index(trigger) + 1 :]
    ends_in_verb = len(after) > 1 and base_of(after[-1]) is not None and not is_preposition(after[-2])
    if ends_in_verb or (after and base_of(after[0]) is not None):
        return False  # "the campaign starts"
    return base_of(trigger) is None or bool(after and is_preposition(after[0]))


def _trigger(evidence: Evidence) -> str:
    if evidence.trigger_start is None or evidence.trigger_end is None:
        return ""
    return evidence.quote[evidence.trigger_start - evidence.start : evidence.trigger_end - evidence.start]


def _cut_short(event: Event) -> bool:
    """Whether a title ends before its clause does."""
    title = event.title.rstrip(" .")
    if _DANGLING.search(title) or _NO_PARTNER.search(title) or title.endswith(("?", ":", ",", "…")) or ": " in title:
        return True
    if len(title) < _CUT_FROM:
        return False
    end = " ".join(title.split()[-2:])
    following = (re.search(rf"{re.escape(end)} (\w+)", e.quote) for e in event.evidence)
    return any(found and not is_preposition(found.group(1)) for found in following)


def citations(evidence: Iterable[Evidence], most: int = 6) -> list[Evidence]:
    """One piece of evidence for each source, the first in its text."""
    first: dict[str, Evidence] = {}
    for e in sorted(evidence, key=lambda e: (e.source, e.start)):
        first.setdefault(e.source, e)
    return list(first.values())[:most]


def same_words(fact: Sequence[Evidence], other: Sequence[Evidence]) -> bool:
    """Whether two facts rest on the same words of some source, as a treaty and its signing do.

    Two happenings in one sentence are different ones where different words name them.
    """
    return any(a.source == b.source and _overlap(a, b) for a in fact for b in other)


def _overlap(a: Evidence, b: Evidence) -> bool:
    if a.trigger_start is None or a.trigger_end is None or b.trigger_start is None or b.trigger_end is None:
        return a.start < b.end and b.start < a.end
    return a.trigger_start < b.trigger_end and b.trigger_start < a.trigger_end
