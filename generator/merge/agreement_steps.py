"""The stages of an agreement through time, as all articles together tell them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.merge.agreement_signs import COURSE, Sign, Telling, names_stage, signs_of
from generator.merge.dates import exactest
from generator.merge.evidence import sources_of, united_evidence
from generator.model import Agreement, AgreementStatus, AgreementStep, DateSpan, Event, Source


def with_steps(
    agreements: Sequence[Agreement],
    told: Sequence[tuple[Source, Agreement]],
    ids: Mapping[tuple[str, str], str],
    events: Sequence[Event],
) -> list[Agreement]:
    """The brief's agreements with the stages that the articles tell, and where they stand by the last of these.

    `told` are the articles' own agreements and `ids` what these have become, as `merge_agreements` takes and gives.
    """
    telling: dict[str, list[Telling]] = defaultdict(list)
    for event in events:
        for e in event.evidence:
            telling[e.source].append((event, e))
    by_id = {agreement.id: agreement for agreement in agreements}
    signs: dict[str, list[Sign]] = defaultdict(list)
    for source, account in told:
        identifier = ids[source.id, account.id]
        signs[identifier] += signs_of(source, account, telling.get(source.id, ()), by_id[identifier])
    return [_with_steps(agreement, signs[agreement.id]) for agreement in agreements]


def _with_steps(agreement: Agreement, signs: Sequence[Sign]) -> Agreement:
    steps = [stage.step(agreement) for stage in _ordered(_stages(signs))]
    return agreement.model_copy(update={"steps": steps, "status": steps[-1].status if steps else agreement.status})


@dataclass
class _Stage:
    """A step while it is being put together."""

    status: AgreementStatus
    signs: list[Sign] = field(default_factory=list)
    dates: list[DateSpan] = field(default_factory=list)
    """The different dates that its signs give."""

    def add(self, sign: Sign) -> None:
        """Put a sign with the others."""
        self.signs.append(sign)
        if sign.on is not None and sign.on not in self.dates:
            self.dates.append(sign.on)

    @property
    def day(self) -> date | None:
        """The day of the first sign: signs come the most exact first, and undated ones by publication."""
        return self.signs[0].day

    @property
    def floats(self) -> bool:
        """Whether it has no time of its own: told without a date, of a stage that comes first or at a time unknown."""
        return self.day is None or (self.signs[0].is_early and not self.dates)

    def holds(self, sign: Sign) -> bool:
        """Whether a sign may be of this step: the same stage at a time that may be the same."""
        undated = sign.on is None or not self.dates
        return sign.status is self.status and (undated or any(day.overlaps(sign.on) for day in self.dates if sign.on))

    def step(self, agreement: Agreement) -> AgreementStep:
        """The step in the words that name it; of an article that has none, in the first of its quotes."""
        everything = united_evidence([sign.evidence] for sign in self.signs)
        shown = [e for e in everything if names_stage(e.quote, self.status, agreement)]
        silent = sources_of(everything) - sources_of(shown)
        first = {e.source: e for e in reversed(everything) if e.source in silent}
        return AgreementStep(
            status=self.status, date=exactest(self.dates), evidence=united_evidence([shown, list(first.values())])
        )


def _stages(signs: Sequence[Sign]) -> list[_Stage]:
    """The signs as steps: one for each status and time."""
    changes: dict[AgreementStatus, list[date]] = defaultdict(list)
    for sign in signs:
        if sign.day is not None and not sign.is_early:
            changes[sign.status].append(sign.day)
    for days in changes.values():
        days.sort()
    stages: list[_Stage] = []
    for sign in sorted(signs, key=_precedence):
        same = next((s for s in stages if s.holds(sign) and not _has_changed_between(s, sign, changes)), None)
        if same is None:
            same = _Stage(sign.status)
            stages.append(same)
        same.add(sign)
    return stages


def _precedence(sign: Sign) -> tuple[bool, int, date, str, int, int]:
    """Dated ones first, the exactest before others, so that vaguer ones find the step they belong to."""
    place = (sign.evidence.source, sign.evidence.start, sign.evidence.trigger_start or 0)
    if sign.on is not None:
        return False, sign.on.days, sign.on.start, *place
    return True, 0, sign.published or date.max, *place


def _has_changed_between(stage: _Stage, sign: Sign, changes: Mapping[AgreementStatus, Sequence[date]]) -> bool:
    """Whether it stood otherwise between a step and an undated sign of the same status."""
    first, last = stage.day, sign.published
    if sign.on is not None or sign.is_early or first is None or last is None:
        return False
    others = [days for status, days in changes.items() if status is not sign.status]
    return any(bisect_right(days, first) < bisect_left(days, last) for days in others)


def _ordered(stages: Sequence[_Stage]) -> list[_Stage]:
    """Steps by their dates; those without one by the day they were first reported, early stages before what follows."""
    timed = [stage for stage in stages if not stage.floats]
    ordered = sorted(timed, key=lambda stage: (stage.day or date.max, COURSE.index(stage.status)))
    for stage in sorted((s for s in stages if s.floats), key=lambda stage: COURSE.index(stage.status)):
        rank = COURSE.index(stage.status)
        later = (i for i, other in enumerate(ordered) if COURSE.index(other.status) > rank)
        ordered.insert(next(later, len(ordered)), stage)
    return ordered
