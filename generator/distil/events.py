"""Reports grouped into events: one happening is one event, however often the article tells it."""

from collections import Counter

from generator.distil.grouping import Grouping
from generator.distil.nominal_titles import nominal_title
from generator.distil.report_types import doers_type
from generator.distil.reports import Report
from generator.distil.scenes import LEAD
from generator.distil.ties import REAL, agents_of, carries, is_occasion_of, is_stir_over
from generator.distil.title_subjects import certain_doers, clause_of
from generator.distil.title_times import without_times
from generator.distil.titles import noun_title, verb_title
from generator.distil.unlisted import is_unlisted
from generator.distil.violence import goes_on, is_harm
from generator.distil.wording import LONGEST_TITLE
from generator.language.document import Document
from generator.model import Agreement, DateSpan, Event, EventType, Evidence, Participant, Status

_RANK = {
    Status.OCCURRED: 0,
    Status.ONGOING: 1,
    Status.PLANNED: 2,
    Status.ALLEGED: 3,
    Status.DENIED: 4,
    Status.POSSIBLE: 5,
}


class EventBuilder:
    """Builds the events of one document from its reports. `actor_ids` gives the local id of each entity."""

    def __init__(self, document: Document, actor_ids: dict[int, str], families: dict[str, str]) -> None:
        self._document = document
        self._actor_ids = actor_ids
        self._grouping = Grouping(document, families)
        self._family_names = frozenset(families.values())

    def build(self, reports: list[Report]) -> list[Event]:
        """The events in the order in which the article first tells them."""
        told = self._grouping.groups(reports)
        groups = (g for g in told if not self._is_told_in_passing(g) and not self._is_retold_headline(g, told))
        events = [self._event(group) for group in groups]
        return [e for e in events if e is not None]

    def _is_retold_headline(self, group: list[Report], told: list[list[Report]]) -> bool:
        """Whether a headline's happening is one that the lead tells in other words: an actor of the headline, where it
        names any, does or undergoes something there."""
        if not all(self._grouping.in_headline(r) for r in group):
            return False
        actors = {entity for r in group for entity, _ in r.participants}
        lead = [r for g in told for r in g if not r.minor and self._grouping.in_lead(r) and r.status in REAL]
        return any(not actors or any(entity in actors for entity, _ in r.participants) for r in lead)

    def _is_told_in_passing(self, group: list[Report]) -> bool:
        """Whether a group is a detail of the narrative: told once behind the lead, by a verb of no named kind, as past
        or present, without a day, and of nobody who has a name."""
        told = [r for r in group if not r.minor]
        if len(told) != 1 or not is_unlisted(told[0].frame) or told[0].date is not None:
            return False
        if self._grouping.in_headline(told[0]) or self._grouping.in_lead(told[0]):
            return False
        return told[0].status in REAL and not told[0].named

    def _event(self, group: list[Report]) -> Event | None:
        families = Counter(self._grouping.family(r.token) for r in group)
        best = min(
            group,
            key=lambda r: (
                r.minor,
                _only_begins(r, group),
                _is_course(r, group),
                not r.named,
                _RANK[r.status],
                -families[self._grouping.family(r.token)],
                r.token.lemma_.lower() not in self._family_names,
                r.frame.kind != "verb",
                r.token.i,
            ),
        )
        title, date = self._title(group, best), self._date(group)
        if not title:
            return None
        participants: dict[int, str] = {}
        for report in _telling(group, best):
            for entity, role in report.participants:
                participants.setdefault(entity, role)
        told = {r.token.i for r in group if r.named and is_harm(r.token) and not agents_of(r)}
        by_verbs = sorted(group, key=lambda r: r.token.pos_ == "NOUN" and r.token.head.i in told)
        evidence = [self._document.evidence(*r.span, r.trigger) for r in by_verbs]
        unique = {(e.start, e.end): e for e in reversed(evidence)}
        return Event(
            id="",
            title=without_times(title, dated=date is not None),
            type=doers_type(self._document, best.type, best.frame.mode, participants.items()),
            mode=best.frame.mode,
            status=self._status(group, best),
            date=date,
            place=next((r.place for r in group if r.place), None),
            participants=[
                Participant(actor=self._actor_ids[e], role=role)
                for e, role in participants.items()
                if e in self._actor_ids
            ],
            evidence=sorted(unique.values(), key=lambda e: e.start),
        )

    def _title(self, group: list[Report], best: Report) -> str | None:
        """The best-reading title: of a verb with a named actor where there is one."""
        ordered = sorted(
            group, key=lambda r: (r is not best, r.token.dep_ == "amod", r.frame.kind != "verb", r.token.i)
        )
        for report in ordered:
            agents = [e for e, role in report.participants if role == "agent"]
            if report.title is not None:
                title: str | None = report.title
            elif report.token.pos_ in ("VERB", "AUX"):
                title = verb_title(self._document, report.token, agents)
            else:
                certain = certain_doers(self._document, report.token, agents)
                title = self._nominal(group, report) or noun_title(self._document, report.token, certain, report.place)
            if title and len(title.split()) > 1:
                return title[:LONGEST_TITLE]
        carrier = clause_of(best.token)  # "The election is scheduled for May", "Norland denies the attacks"
        told = best.frame.kind == "noun" and (agents_of(best) or best.token.dep_ in ("nsubj", "nsubjpass"))
        return verb_title(self._document, carrier, []) if carrier is not None and told else None

    def _nominal(self, group: list[Report], report: Report) -> str | None:
        """A noun's title as a sentence, with the actors that any report of the happening names."""
        telling = [r for r in group if not r.minor and not _only_begins(r, group)]
        told = report.participants + [p for r in telling for p in r.participants]
        agents = list(dict.fromkeys(e for r in (report, *telling) for e in self._doers(r)))
        targets = list(dict.fromkeys(e for e, role in told if role == "target" and e not in agents))
        place = next((r.place for r in group if r.place), None)
        return nominal_title(self._document, report.token, agents, targets, place)

    def _doers(self, report: Report) -> list[int]:
        """Who does what a report tells: of a noun those of whom its own words say so."""
        agents = [e for e, role in report.participants if role == "agent"]
        return agents if report.frame.kind == "verb" else certain_doers(self._document, report.token, agents)

    def _status(self, group: list[Report], best: Report) -> Status:
        """The firmest status told; of what went on and what happened, that which the body tells first."""
        group = [r for r in group if not any(is_stir_over(r, other) for other in group)] or group
        statuses = {r.status for r in group}
        if statuses >= set(REAL):
            body = [r.status for r in group if self._tells(r) and r.status in REAL]
            return body[0] if body else group[0].status if group[0].status in REAL else best.status
        return min(statuses, key=lambda s: _RANK[s])

    def _date(self, group: list[Report]) -> DateSpan | None:
        """The most exact date that the body tells of the happening itself, else any."""
        told = _best_date([r.date for r in group if self._tells(r)])
        return told or _best_date([r.date for r in group if not r.minor]) or _best_date([r.date for r in group])

    def _tells(self, report: Report) -> bool:
        """Whether a report is no headline and no word in passing."""
        return not report.minor and not self._grouping.in_headline(report)


def _telling(group: list[Report], best: Report) -> list[Report]:
    """The reports whose actors are those of the happening: the best where it tells who did it and to or with whom, else
    its verbs where they have a doer."""
    if len(best.participants) > 1 and agents_of(best) and not best.minor and not _only_begins(best, group):
        return [best]
    telling = [r for r in group if not r.minor and r.participants and not _only_begins(r, group)] or group
    verbs = [r for r in telling if r.token.pos_ == "VERB"]
    return verbs if any(agents_of(r) for r in verbs) else telling


def _only_begins(report: Report, group: list[Report]) -> bool:
    """Whether a report only says that another's happening began, goes on or ended ("the visit began", "the opening of
    the talks"), came about ("a coup removed X"), or to whom its words were said."""
    token = report.token
    return any(
        not other.minor
        and (
            is_occasion_of(report, other)
            or is_stir_over(report, other)
            or (
                (other.token.dep_ == "nsubj" or token.pos_ == "NOUN" or (token.dep_ == "acl" and not agents_of(other)))
                and carries(report, other)
            )
        )
        for other in group
    )


def _is_course(report: Report, group: list[Report]) -> bool:
    """Whether a report only tells whom a violent act harmed, where another tells the act."""
    if report.type is not EventType.ASSAULT or not goes_on(report):
        return False
    return any(o.type is EventType.ASSAULT and not o.minor and not goes_on(o) for o in group)


def _best_date(dates: list[DateSpan | None]) -> DateSpan | None:
    """The most exact of the dates told."""
    told = [d for d in dates if d is not None]
    return min(told, key=lambda d: d.days) if told else None


def told_of_somebody(document: Document, events: list[Event]) -> list[Event]:
    """The events without those of no named kind that the article, behind its lead, tells of nobody and of no day: what
    it describes rather than reports."""
    prose = [b for b in document.article.blocks if b.kind == "prose"]
    end_of_lead = prose[min(LEAD, len(prose)) - 1].end if prose else 0
    return [
        e
        for e in events
        if e.type is not EventType.OTHER
        or e.participants
        or e.date is not None
        or e.status is Status.PLANNED
        or any(evidence.start < end_of_lead for evidence in e.evidence)
    ]


def with_parties(events: list[Event], agreements: list[Agreement]) -> list[Event]:
    """The events, signings told without who signs ("the treaty was signed in May") with the parties of the
    agreement."""
    for event in events:
        if event.type is not EventType.AGREE or event.participants:
            continue
        signed = (a for a in agreements if a.parties and any(_tells(e, event) for e in a.evidence))
        parties = next((a.parties for a in signed), [])
        event.participants = [Participant(actor=party, role="agent") for party in parties]
    return events


def _tells(evidence: Evidence, event: Event) -> bool:
    """Whether the words of an agreement hold the word that names an event."""
    return any(e.trigger_start is not None and evidence.start <= e.trigger_start < evidence.end for e in event.evidence)
