"""The words of an article that tell which stages an agreement reached, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.merge.evidence import overlapping
from generator.merge.knowledge import knowledge, word_set
from generator.merge.names import Words, words
from generator.merge.reports import trigger_text
from generator.merge.wording import agreement_words, stem, stems
from generator.model import Agreement, AgreementStatus, DateSpan, Event, EventType, Evidence, Source, Status

COURSE = list(AgreementStatus)
"""From proposed to expired: of two stages of one time the later one is where it stands."""

_NEAR = 8
"""Words between a stage and the noun for the agreement, at most, for the one to be told of the other."""

_HEDGED = 5
"""Words before a stage in which it may be denied, wished or only foreseen."""

_MOST_PARTIES = 2
"""Of an agreement that ends when one party leaves it."""

_REAL = (Status.OCCURRED, Status.ONGOING)

type Telling = tuple[Event, Evidence]
"""An event of the brief and one of the quotes that tell it."""


@dataclass(frozen=True)
class Sign:
    """One article's word of a stage: the day of the stage, if it gives it, and the day the article came out."""

    status: AgreementStatus
    on: DateSpan | None
    published: date | None
    evidence: Evidence

    @property
    def day(self) -> date | None:
        """The last day on which the stage can have been reached, or began, where it is one that takes time."""
        if self.on is not None:
            return (
                self.on.start if self.status in (AgreementStatus.PROPOSED, AgreementStatus.NEGOTIATING) else self.on.end
            )
        return self.published

    @property
    def is_early(self) -> bool:
        """Whether the stage comes first, however late an article speaks of it."""
        return self.status.value in word_set("agreement_steps", "early")


def signs_of(source: Source, account: Agreement, events: Sequence[Telling], agreement: Agreement) -> list[Sign]:
    """The signs in one article: `account` is its own agreement, `agreement` what that is part of in the brief.

    `events` are those that the article tells, each with the article's quotes.
    """
    signs = _from_events(source, account, events, agreement)
    seen = {sign.status for sign in signs}
    signs += [sign for sign in _from_quotes(source, account, events, agreement) if sign.status not in seen]
    return signs + _as_read(source, account, {sign.status for sign in signs}, agreement)


def _from_events(source: Source, account: Agreement, events: Sequence[Telling], agreement: Agreement) -> list[Sign]:
    """Stages that are events: their trigger is the word for the stage, and their quote speaks of the agreement."""
    signs = []
    for event, e in events:
        trigger = trigger_text(e)
        if trigger is None or event.status not in _REAL or not _speaks_of(account, agreement, e):
            continue
        status = _stage_of(trigger, agreement) or _made(event, account, agreement, e)
        if status and not _is_hedged(words(e.quote[: (e.trigger_end or 0) - e.start])):
            signs.append(Sign(status, event.date, source.published, e))
    return signs


def _made(event: Event, account: Agreement, agreement: Agreement, told: Evidence) -> AgreementStatus | None:
    """Signed, if the event is the making of the agreement by a noun for it."""
    made = event.type is EventType.AGREE and any(overlapping(told, e) for e in account.evidence)
    parties = frozenset(agreement.parties) & {p.actor for p in event.participants}
    named = any(stem(word) in agreement_words() for word in words(trigger_text(told) or ""))
    return AgreementStatus.SIGNED if made and parties and named else None


def _from_quotes(source: Source, account: Agreement, events: Sequence[Telling], agreement: Agreement) -> list[Sign]:
    """Stages that the agreement's own quotes tell close to the noun for it, and that no event says to lie ahead."""
    ahead = [e for event, e in events if event.status not in _REAL and _stage_of(trigger_text(e) or "", agreement)]
    quotes = [e for e in account.evidence if not any(overlapping(e, other) for other in ahead)]
    return [Sign(stage, None, source.published, e) for e in quotes for stage in stages_told(e.quote, agreement)]


def _as_read(source: Source, account: Agreement, seen: set[AgreementStatus], agreement: Agreement) -> list[Sign]:
    """What the article was read to say of signing and standing, in the quote that shows it best."""
    signs = []
    status = account.status
    if account.signed is not None:
        signs.append(Sign(AgreementStatus.SIGNED, account.signed, source.published, _showing(account, agreement)))
        seen = seen | {AgreementStatus.SIGNED}
    if status is not None and status not in seen and not _is_only_hedged(account, status, agreement):
        signs.append(Sign(status, None, source.published, _showing(account, agreement, status)))
    return signs


def _is_only_hedged(account: Agreement, status: AgreementStatus, agreement: Agreement) -> bool:
    """Whether quotes name a stage, and only as one that is not reached."""
    return any(status in stages_told(e.quote, agreement, hedged=True) for e in account.evidence)


def _showing(account: Agreement, agreement: Agreement, status: AgreementStatus = AgreementStatus.SIGNED) -> Evidence:
    """The first quote that names a stage, else that gives the day or year of signing, else the first of all."""
    day = account.signed.start if account.signed else None
    numbers = {str(day.day), str(day.year)} if day and status is AgreementStatus.SIGNED else set[str]()
    dated = [e for e in account.evidence if numbers & set(words(e.quote))]
    named = [e for e in account.evidence if status in stages_told(e.quote, agreement)]
    return [*named, *dated, *account.evidence][0]


def _speaks_of(account: Agreement, agreement: Agreement, told: Evidence) -> bool:
    """Whether a quote is one of the agreement's own, or has its name of two words or more in it."""
    if any(overlapping(told, e) for e in account.evidence):
        return True
    text = f" {' '.join(words(told.quote))} "
    names = [form for form in map(words, [agreement.title, *account.aliases, account.title]) if len(form) > 1]
    return any(f" {' '.join(form)} " in text for form in names)


# --- the words for stages


@cache
def _forms() -> list[tuple[Words, AgreementStatus]]:
    listed = knowledge("agreement_steps")["words"]
    return sorted({(words(str(form)), AgreementStatus(status)) for status, forms in listed.items() for form in forms})


@cache
def _leaving() -> list[Words]:
    return sorted(words(form) for form in word_set("agreement_steps", "leaving"))


def _stage_of(text: str, agreement: Agreement) -> AgreementStatus | None:
    """The stage that a word names: the latest, if several."""
    found = [status for _, status in _places(words(text), agreement)]
    return max(found, key=COURSE.index, default=None)


def _places(said: Words, agreement: Agreement) -> list[tuple[int, AgreementStatus]]:
    """Where a text names stages, by the position of the first word."""
    forms = _forms()
    if len(agreement.parties) <= _MOST_PARTIES:
        forms = [*forms, *((form, AgreementStatus.BROKEN) for form in _leaving())]
    return [(i, status) for form, status in forms for i in range(len(said)) if said[i : i + len(form)] == form]


def stages_told(quote: str, agreement: Agreement, hedged: bool = False) -> list[AgreementStatus]:
    """The stages that a quote tells as reached, near a noun for the agreement; `hedged`: those that it does not."""
    spoken = words(quote)
    nouns = [i for i, s in enumerate(stems(quote)) if s in _nouns()]
    found = {
        status
        for i, status in _places(spoken, agreement)
        if any(abs(i - noun) <= _NEAR for noun in nouns) and _is_hedged(spoken[:i]) is hedged
    }
    return sorted(found, key=COURSE.index)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(stem(str(noun)) for noun in knowledge("agreements")["nouns"])


def _is_hedged(before: Words) -> bool:
    """Whether the words before a stage say that it is not, or not yet, reached."""
    return any(word in word_set("agreement_steps", "hedges") for word in before[-_HEDGED:])


def names_stage(quote: str, status: AgreementStatus, agreement: Agreement) -> bool:
    """Whether a quote has a word for a stage in it."""
    return any(stage is status for _, stage in _places(words(quote), agreement))
