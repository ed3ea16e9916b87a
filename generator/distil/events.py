"""Reports grouped into events: one happening is one event, however often the article tells it."""

from collections import Counter

from spacy.tokens import Token

from generator.distil.candidates import Report
from generator.distil.nominal_titles import nominal_title
from generator.distil.titles import noun_title, verb_title
from generator.distil.wording import LONGEST_TITLE
from generator.language.document import Document
from generator.model import Agreement, DateSpan, Event, EventType, Evidence, Kind, Participant, Status

_RANK = {
    Status.OCCURRED: 0,
    Status.ONGOING: 1,
    Status.PLANNED: 2,
    Status.ALLEGED: 3,
    Status.DENIED: 4,
    Status.POSSIBLE: 5,
}
_REAL = (Status.OCCURRED, Status.ONGOING)


class EventBuilder:
    """Builds the events of one document from its reports. `actor_ids` gives the local id of each entity."""

    def __init__(self, document: Document, actor_ids: dict[int, str], families: dict[str, str]) -> None:
        self._document = document
        self._actor_ids = actor_ids
        self._families = families
        """Trigger lemma to the lemma that stands for its family ("trip" to "visit")."""

    def build(self, reports: list[Report]) -> list[Event]:
        """The events in the order in which the article first tells them."""
        groups: list[list[Report]] = []
        for report in sorted(reports, key=lambda r: (r.minor, self._in_headline(r), r.token.i)):
            group = next((g for g in groups if self._belongs(report, g)), None)
            if group is not None:
                group.append(report)
            elif not report.minor:
                groups.append([report])
        for group in groups:
            group.sort(key=lambda r: (r.minor, r.token.i))
        groups.sort(key=lambda g: min(r.token.i for r in g))
        events = [self._event(group) for group in groups]
        return [e for e in events if e is not None]

    def _belongs(self, report: Report, group: list[Report]) -> bool:
        """Whether a report tells the happening of a group: like one of its reports, unlike none, with its actors."""
        if self._in_headline(report) and any(
            self._is_lead(o) and o.type == report.type and self._family(o.token) == self._family(report.token)
            for o in group
        ):
            return True  # a headline tells again what the lead tells, in shorter words
        if not any(self._same(report, other) for other in group) or not all(
            self._compatible(report, other) for other in group
        ):
            return False
        agents, others = self._agents(report), {e for r in group if not r.minor for e in self._agents(r)}
        return not agents or not others or bool(agents & others) or report.minor or not self._clash(agents, others)

    def _family(self, token: Token) -> str:
        lemma = token.lemma_.lower()
        return self._families.get(lemma, lemma)

    def _same(self, a: Report, b: Report) -> bool:
        """Whether two reports tell one happening."""
        if a.type != b.type and not (self._refers_back(a) or self._refers_back(b)):
            return False
        persons_a, persons_b = self._actors(a), self._actors(b)
        shared = persons_a & persons_b
        family = self._family(a.token) == self._family(b.token)
        if a.type != b.type:
            return family and bool(shared or not persons_a or not persons_b)
        if a.token.sent == b.token.sent:
            return bool(shared or not persons_a or not persons_b) and (
                family or (abs(a.token.i - b.token.i) < 25 and self._agents(a) == self._agents(b))
            )
        if not family:
            return (
                bool(shared)
                and (self._in_headline(a) or self._in_headline(b))
                and (a.status in _REAL) == (b.status in _REAL)
            )
        if not persons_a or not persons_b:
            return True
        agents_a, agents_b = self._agents(a), self._agents(b)
        if agents_a and agents_b:
            same_day = a.date is not None and a.date == b.date and a.date.days == 1
            return bool(agents_a & agents_b) or (
                same_day and a.type == EventType.AGREE and not self._clash(agents_a, agents_b)
            )
        return bool(shared)

    def _clash(self, agents: set[int], others: set[int]) -> bool:
        """Whether two sets of agents cannot be the same doers: other persons, other states. Presidents may sign for
        states."""
        for kind in (Kind.PERSON, Kind.STATE, Kind.ORGANISATION):
            a = {e for e in agents if self._document.entities[e].kind == kind}
            b = {e for e in others if self._document.entities[e].kind == kind}
            if a and b and not a & b:
                return True
        return not any(self._document.entities[e].kind != Kind.GROUP for e in agents | others)

    def _is_lead(self, report: Report) -> bool:
        """Whether a report stands in the article's first two paragraphs."""
        prose = [b for b in self._document.article.blocks if b.kind in ("prose", "item")][:2]
        return self._document.block_of(report.token) in prose

    @staticmethod
    def _refers_back(report: Report) -> bool:
        """ "The attack", "this decision": a happening told before, whatever type its noun has alone."""
        token = report.token
        return token.pos_ == "NOUN" and any(
            c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these") for c in token.children
        )

    def _in_headline(self, report: Report) -> bool:
        """A headline tells again what the article tells."""
        return self._document.block_of(report.token).kind == "headline"

    def _compatible(self, a: Report, b: Report) -> bool:
        """Whether nothing speaks against two reports being one happening."""
        if a.date is not None and b.date is not None and not a.date.overlaps(b.date):
            return False
        if (a.status in _REAL) != (b.status in _REAL) and a.status != b.status:
            return False
        agents_a, agents_b = self._people(a), self._people(b)
        return not (agents_a and agents_b and not agents_a & agents_b)

    def _actors(self, report: Report) -> set[int]:
        return {e for e, _ in report.participants}

    def _agents(self, report: Report) -> set[int]:
        return {e for e, role in report.participants if role == "agent"}

    def _people(self, report: Report) -> set[int]:
        return {
            e for e, role in report.participants if role == "agent" and self._document.entities[e].kind == Kind.PERSON
        }

    def _event(self, group: list[Report]) -> Event | None:
        families = Counter(self._family(r.token) for r in group)
        best = min(
            group,
            key=lambda r: (
                r.minor,
                not r.named,
                _RANK[r.status],
                -families[self._family(r.token)],
                r.token.lemma_.lower() not in self._families.values(),
                r.frame.kind != "verb",
                r.token.i,
            ),
        )
        title = self._title(group, best)
        if not title:
            return None
        participants: dict[int, str] = {}
        telling = [r for r in group if not r.minor and r.participants] or group
        for report in telling:
            for entity, role in report.participants:
                participants.setdefault(entity, role)
        lead = group[0] if group[0].status in _REAL else best
        evidence = [self._document.evidence(*r.span, r.trigger) for r in group]
        unique = {(e.start, e.end): e for e in reversed(evidence)}
        return Event(
            id="",
            title=title,
            type=best.type,
            mode=best.frame.mode,
            status=self._status(group, lead),
            date=_best_date([r.date for r in group]),
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
        ordered = sorted(group, key=lambda r: (r is not best, r.frame.kind != "verb", r.token.i))
        for report in ordered:
            agents = [e for e, role in report.participants if role == "agent"]
            if report.token.pos_ in ("VERB", "AUX"):
                title = verb_title(self._document, report.token, agents)
            else:
                title = self._nominal(group, report) or noun_title(
                    self._document, report.token, agents, report.place
                )
            if title and len(title.split()) > 1:
                return title[:LONGEST_TITLE]
        carrier = best.token.head
        if carrier.pos_ == "VERB" and best.token.dep_ in ("nsubj", "nsubjpass"):  # "The election is scheduled for May"
            return verb_title(self._document, carrier, [])
        return None

    def _nominal(self, group: list[Report], report: Report) -> str | None:
        """A noun's title as a sentence, with the actors that any report of the happening names."""
        told = report.participants + [p for r in group if not r.minor for p in r.participants]
        agents = list(dict.fromkeys(e for e, role in told if role == "agent"))
        targets = list(dict.fromkeys(e for e, role in told if role == "target" and e not in agents))
        place = next((r.place for r in group if r.place), None)
        return nominal_title(self._document, report.token, agents, targets, place)

    @staticmethod
    def _status(group: list[Report], lead: Report) -> Status:
        statuses = [r.status for r in group if r.token.i >= 0]
        if Status.OCCURRED in statuses and Status.ONGOING in statuses:
            return lead.status
        return min(statuses, key=lambda s: _RANK[s])


def _best_date(dates: list[DateSpan | None]) -> DateSpan | None:
    """The most exact of the dates told."""
    told = [d for d in dates if d is not None]
    return min(told, key=lambda d: d.days) if told else None


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
