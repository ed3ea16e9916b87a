"""Where the sources of one event or agreement contradict each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, product

from generator.assess.accounts import Claim, as_accounts, contradicting, opposed
from generator.assess.denials import denied_happenings
from generator.assess.phrases import day, when
from generator.assess.quantities import quantities
from generator.identifiers import unused
from generator.merge.evidence import overlapping
from generator.merge.names import words
from generator.merge.states import known_states
from generator.merge.wording import sorts_named
from generator.model import (
    Account,
    Actor,
    Agreement,
    AgreementStatus,
    Brief,
    DateSpan,
    Discrepancy,
    Event,
    EventReport,
    EventType,
    Evidence,
    Kind,
    Matter,
    Quad,
    Source,
    Status,
)

_LASTING_DAYS = {EventType.CONSULT: 3}
"""Days that a happening of a type may take, so that articles may give different ones: a visit."""
_TOLLS = ("killed", "injured", "arrested", "missing", "displaced")
"""Counts that grow while the news is young."""


@dataclass(frozen=True)
class Found:
    """A discrepancy and the ids of the facts that it bears on."""

    discrepancy: Discrepancy
    facts: frozenset[str]


class Discrepancies:
    """The discrepancies of a brief."""

    def __init__(self, brief: Brief) -> None:
        self._sources: Mapping[str, Source] = {source.id: source for source in brief.sources}
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in brief.actors}
        self._brief = brief
        self._ids: set[str] = set()
        self.found: list[Found] = []
        self._look()

    def _look(self) -> None:
        dated: set[str] = set()
        for agreement, signings in _signings(self._brief):
            accounts = as_accounts(contradicting(_signing_claims(agreement, signings)))
            if accounts:
                dated |= {event.id for event in signings}
                self._add(agreement.id, "date", accounts, [event.id for event in signings])
        for event in self._brief.events:
            if event.id not in dated:
                self._add(event.id, "date", as_accounts(contradicting(_dates(event))))
            for accounts in self._numbers(event):
                self._add(event.id, "number", accounts)
            self._add(event.id, "party", self._parties(event))
            self._add(event.id, "place", _places(event))
            self._add(event.id, "occurrence", _occurrence(event))
        for told, denied in denied_happenings(self._brief):
            accounts = [Account(value=told.status.value, evidence=told.evidence)]
            accounts.append(Account(value=denied.status.value, evidence=denied.evidence))
            self._add(told.id, "occurrence", accounts, [denied.id])

    def _add(self, about: str, matter: Matter, accounts: list[Account], others: Sequence[str] = ()) -> None:
        if not accounts:
            return
        identifier = unused(f"{matter}-of-{about}", self._ids)
        self._ids.add(identifier)
        discrepancy = Discrepancy(id=identifier, about=about, matter=matter, accounts=accounts)
        self.found.append(Found(discrepancy, frozenset({about, *others})))

    def _numbers(self, event: Event) -> Iterator[list[Account]]:
        """Different numbers of the same things."""
        if len({e.source for e in event.evidence}) < 2:
            return
        claims: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
        for e in event.evidence:
            for q in quantities(e.quote):
                claims[q.counted].append(Claim(e.source, q.words, q.low, q.high, [e]))
        for counted, told in sorted(claims.items()):
            sides = contradicting(told)
            if sides and not (counted[0] in _TOLLS and self._grows(sides)):
                yield as_accounts(sides)

    def _grows(self, sides: Sequence[Sequence[Claim]]) -> bool:
        """Whether all higher counts come from articles published later: the news went on."""
        ordered = sorted(sides, key=lambda side: side[0].low)
        for lower, higher in pairwise(ordered):
            for a, b in product(lower, higher):
                earlier, later = self._published(a.source), self._published(b.source)
                if not earlier or not later or not earlier < later:
                    return False
        return True

    def _published(self, source: str) -> date | None:
        return self._sources[source].published if source in self._sources else None

    def _parties(self, event: Event) -> list[Account]:
        """For deeds of conflict: here one person or state alone acts or is acted on, elsewhere another."""
        if event.type.quad is not Quad.MATERIAL_CONFLICT:
            return []
        for role in ("agent", "target"):
            values = []
            for source, reports in _by_source(event.reports):
                actors = {p.actor for report in reports for p in report.participants if p.role == role}
                named = [self._actors[i] for i in actors if i in self._actors]
                if len(named) == 1 and named[0].kind in (Kind.PERSON, Kind.STATE):
                    values.append((source, named[0].kind, frozenset({named[0].name}), _quotes(event, source)))
            if len({kind for _, kind, _, _ in values}) == 1:
                accounts = opposed((source, names, quotes) for source, _, names, quotes in values)
                if accounts:
                    return accounts
        return []


# --- per source


def _by_source(reports: Iterable[EventReport]) -> list[tuple[str, list[EventReport]]]:
    by_source: dict[str, list[EventReport]] = defaultdict(list)
    for report in reports:
        by_source[report.source].append(report)
    return sorted(by_source.items())


def _quotes(event: Event, source: str) -> list[Evidence]:
    return [e for e in event.evidence if e.source == source]


def _claim(source: str, span: DateSpan, evidence: Sequence[Evidence], slack: int = 0) -> Claim:
    """A date as a claim. What is reckoned from the day of publication may be a day off, by time zones."""
    slack += 1 if span.basis == "relative" else 0
    low, high = span.start.toordinal() - slack, span.end.toordinal() + slack
    value = day(span.start) if span.precision == "day" else when(span).partition(" ")[2]
    return Claim(source, value, low, high, evidence)


def _dates(event: Event) -> Iterator[Claim]:
    """What each source says of when it happened; what was planned is another matter, and so is what was inferred."""
    slack = _LASTING_DAYS.get(event.type, 0)
    for report in event.reports:
        if report.date and report.date.basis != "inferred" and report.status in (Status.OCCURRED, Status.ALLEGED):
            yield _claim(report.source, report.date, _quotes(event, report.source), slack)


def _occurrence(event: Event) -> list[Account]:
    """One source tells it as real, another as what did not happen."""
    sides: dict[str, list[tuple[str, Evidence]]] = {"occurred": [], "denied": []}
    for report in event.reports:
        side = {Status.OCCURRED: "occurred", Status.ONGOING: "occurred", Status.DENIED: "denied"}.get(report.status)
        if side:
            sides[side] += [(report.source, e) for e in _quotes(event, report.source)]
    both = {source for source, _ in sides["occurred"]} & {source for source, _ in sides["denied"]}
    accounts = [
        Account(value=value, evidence=[e for source, e in told if source not in both]) for value, told in sides.items()
    ]
    return accounts if all(account.evidence for account in accounts) else []


def _places(event: Event) -> list[Account]:
    """Places in different states."""
    values = []
    for source, reports in _by_source(event.reports):
        states = frozenset(state for report in reports if report.place for state in _states(report.place))
        values.append((source, states, _quotes(event, source)))
    return opposed(values)


def _states(place: str) -> frozenset[str]:
    """The states that a place names or whose capital it names."""
    states, form = known_states(), words(place)
    parts = [form[i:j] for i in range(len(form)) for j in range(i + 1, len(form) + 1)]
    return frozenset(name for part in parts if (name := states.names.get(part) or states.capitals.get(part)))


# --- the signing of an agreement, as a step of it and as an event


def _signings(brief: Brief) -> Iterator[tuple[Agreement, list[Event]]]:
    """Every agreement with the events that rest on the same words and tell of its signing."""
    by_source: dict[str, list[tuple[Event, Evidence]]] = defaultdict(list)
    for event in brief.events:
        if event.type is EventType.AGREE and event.status is Status.OCCURRED:
            for e in event.evidence:
                if "sign" in sorts_named(_trigger(e)):
                    by_source[e.source].append((event, e))
    for agreement in brief.agreements:
        events = {
            event.id: event
            for own in agreement.evidence
            for event, e in by_source[own.source]
            if overlapping(own, e) and own.source == e.source
        }
        yield agreement, [events[i] for i in sorted(events)]


def _trigger(e: Evidence) -> str:
    if e.trigger_start is None or e.trigger_end is None:
        return e.quote
    return e.quote[e.trigger_start - e.start : e.trigger_end - e.start]


def _signing_claims(agreement: Agreement, signings: Sequence[Event]) -> Iterator[Claim]:
    for step in agreement.steps:
        if step.status is AgreementStatus.SIGNED and step.date and step.date.basis != "inferred":
            for source in sorted({e.source for e in step.evidence}):
                yield _claim(source, step.date, [e for e in step.evidence if e.source == source])
    for event in signings:
        yield from _dates(event)
        only = event.evidence[0].source if event.evidence else None
        alone = all(e.source == only for e in event.evidence)
        if only and alone and event.date and event.date.basis != "inferred" and not event.reports:
            yield _claim(only, event.date, event.evidence)
