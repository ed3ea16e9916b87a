"""Which events of other articles answer a question, and in which words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.merge.asked import Asked, meanings, settled_by, settling_sorts
from generator.merge.evidence import overlapping, sources_of
from generator.merge.knowledge import knowledge, word_set
from generator.merge.names import words
from generator.merge.reports import name_stems, trigger_text
from generator.merge.themes import Themes
from generator.merge.wording import Weights, content, sort_of_type, sorts_named, stem, stems
from generator.model import Actor, Event, EventType, Evidence, Kind, Question, Source, Status

_COVERED = 0.6
"""Share of a question's words, by weight, that an event's report must hold to answer it."""

_RARE = 8
"""Words of an event by which a question finds it."""

_CROWD = 100
"""Events that share a word, from which on the word is not rare and finds none of them."""

_ONLY_WORDS = (EventType.REQUEST, EventType.THREATEN)
"""Asking for a thing, or speaking of it, settles no question about it."""

_REAL = (Status.OCCURRED, Status.ONGOING)


@dataclass(frozen=True)
class _Settling:
    """An event that can answer questions, with what is compared."""

    event: Event
    told: tuple[Evidence, ...]
    """The evidence of articles that tell it as real, without what says that it is not done."""
    sources: frozenset[str]
    involved: frozenset[str]
    sorts: frozenset[str]
    """Sorts of happening that it is."""
    triggers: frozenset[str]
    """Stems of the words that name it."""
    text: str
    """Its quotes as compared, between blanks."""
    named: frozenset[str]
    """Sorts of happening that its quotes name."""
    content: frozenset[str]

    @property
    def keys(self) -> list[str]:
        """By what questions find it, beside its actors and rare words."""
        return [*self.sorts, *(f"word:{s}" for s in self.triggers)]


class Answers:
    """Finds the events that answer a question."""

    def __init__(self, events: Sequence[Event], actors: Mapping[str, Actor], sources: Mapping[str, Source]) -> None:
        self._actors = actors
        self._sources = sources
        self._themes = Themes(sources.values())
        self._names = {i: name_stems(actor) for i, actor in actors.items()}
        settling = [_settling(e) for e in events if e.status in _REAL and e.type not in _ONLY_WORDS]
        self._weights = Weights(s.content for s in settling)
        last_names = {i: stem(form[-1]) for i, a in actors.items() if a.kind is Kind.PERSON and (form := words(a.name))}
        self._called = last_names
        self._found_by: dict[tuple[str, str], list[_Settling]] = defaultdict(list)
        self._of_source: dict[str, list[_Settling]] = defaultdict(list)
        for settled in settling:
            rare = [*self._weights.rarest(settled.content, _RARE), *(settled.content & frozenset(last_names.values()))]
            for key in settled.keys:
                for by in {*settled.involved, *rare}:
                    self._found_by[key, by].append(settled)
            for source in sorted(sources_of(settled.event.evidence)):
                self._of_source[source].append(settled)

    def settle(self, question: Question) -> Question:
        """The question, marked as answered if events of other articles do what it asks, with their words."""
        asked = Asked(question, self._actors, self._names)
        if not asked.can_be_settled:
            return question
        found = self._foreseen(asked) or self._direct(asked)
        if not found:
            return question
        found.sort(key=lambda s: (s.event.date.start.isoformat() if s.event.date else "9999", s.event.id))
        return question.model_copy(
            update={
                "status": "answered",
                "answered_by": [settled.event.id for settled in found],
                "answer": self._words_of(asked, found),
            }
        )

    # --- which events answer

    def _direct(self, asked: Asked) -> list[_Settling]:
        """The events that are what is asked; if there is none, those by which it is settled otherwise."""
        unknown = frozenset(f"word:{s}" for s in asked.words) if not asked.main else frozenset[str]()
        contrary = frozenset(s for sort in asked.main for s in settled_by(sort))
        for wanted in (asked.main | unknown, contrary):
            candidates = self._candidates(asked, wanted)
            found = [candidates[i] for i in sorted(candidates) if self._answers(asked, candidates[i])]
            if found:
                return found
        return []

    def _candidates(self, asked: Asked, wanted: frozenset[str]) -> dict[str, _Settling]:
        """The events of wanted sorts with an actor of the question, or, where it names none, with a rare word of it."""
        if asked.named or self._speaks_of_its_own(asked):
            known = asked.named or asked.about
            by = known | frozenset(self._called[i] for i in known if i in self._called)
            blocks = [self._found_by.get((sort, key), []) for sort in wanted for key in by]
        else:
            rare = meanings(asked.words)
            blocks = [self._found_by.get((sort, word), []) for sort in wanted for word in rare]
            blocks = [block for block in blocks if len(block) <= _CROWD]
        return {settled.event.id: settled for block in blocks for settled in block}

    def _foreseen(self, asked: Asked) -> list[_Settling]:
        """The happenings that the asking article foresees in the words of the question, and that others tell of."""
        quoted = asked.question.evidence
        own = {s.event.id: s for e in quoted for s in self._of_source.get(e.source, [])}
        return [
            own[i]
            for i in sorted(own)
            if asked.is_ahead
            and any(_is_triggered(x, y) and _is_asked(asked, own[i], y) for x in quoted for y in own[i].event.evidence)
            and self._told_later(asked, own[i])
        ]

    def _answers(self, asked: Asked, settled: _Settling) -> bool:
        told = settled.involved | {a for a in asked.named - settled.involved if self._names_actor(settled, a)}
        if asked.subject in settled.involved and settled.involved <= asked.named:
            told |= {a for a in asked.named - told if settled.sources & sources_of(self._actors[a].evidence)}
        if 2 * len(asked.named & told) < len(asked.named) or not asked.people & asked.named <= told:
            return False
        if asked.subject and (asked.subject not in told or self._befalls_another(asked, settled)):
            return False
        if not asked.sorts - asked.main <= settled.sorts | settled.named:
            return False
        wanted = meanings(frozenset(s for s in asked.words if not sorts_named(s) & asked.sorts))
        covered = wanted & settled.content
        if not asked.named and not self._of_one_affair(asked, settled):
            return False
        if not asked.named and self._speaks_of_its_own(asked):
            if not (asked.main & settled.sorts and asked.about <= settled.involved):
                return False
        elif not asked.named and (covered != wanted or len(wanted) < (1 if asked.main & settled.sorts else 2)):
            return False
        if self._weights.of(sorted(covered)) < _COVERED * self._weights.of(sorted(wanted)):
            return False
        return self._fits(asked, settled) and self._told_later(asked, settled)

    def _befalls_another(self, asked: Asked, settled: _Settling) -> bool:
        """Whether what is asked of a person is told of another, as of her aide, or she did it to something else."""
        subject = asked.subject or ""
        if subject not in asked.people:
            return False
        others = {a for a in settled.involved - asked.named if self._is_person(a)}
        roles = {p.role for p in settled.event.participants if p.actor == subject}
        if roles <= {"about"}:
            return bool(others)
        alone = len(settled.involved) == 1 and roles == {"agent"}
        title = words(settled.event.title)
        return asked.is_passive and alone and not {"is", "are", "was", "were"} & set(title)

    def _is_person(self, actor: str) -> bool:
        return actor in self._actors and self._actors[actor].kind is Kind.PERSON

    @staticmethod
    def _speaks_of_its_own(asked: Asked) -> bool:
        """Whether it names nobody, as its article has: "the two sides" are those that it is about."""
        return not asked.named and len(asked.about) > 1

    def _of_one_affair(self, asked: Asked, settled: _Settling) -> bool:
        """Whether an article that asks and one that tells are about one affair, so that no names need agree."""
        own = sources_of(asked.question.evidence)
        return any(self._themes.kindred(x, y) for x in sorted(own) for y in sorted(settled.sources - own))

    def _fits(self, asked: Asked, settled: _Settling) -> bool:
        """Whether the event gives what the question's opening asks for: a number, a day, somebody."""
        if asked.is_how_many:
            spoken = frozenset(settled.text.split())
            return bool(spoken & word_set("answers", "numbers")) or any(word.isdigit() for word in spoken)
        if asked.opening == "when":
            return settled.event.date is not None and settled.event.date.precision == "day"
        if asked.opening in ("who", "whom"):
            return bool(settled.involved)
        return settled.event.type is not EventType.ACCUSE or bool(
            settled.sorts & word_set("answers", "deeds_of_fault") & asked.sorts
        )

    def _names_actor(self, settled: _Settling, actor: str) -> bool:
        """Whether a report of the event names an actor, as part in it or not."""
        forms = [self._actors[actor].name, *self._actors[actor].aliases]
        return any(f" {' '.join(words(form))} " in settled.text for form in forms if words(form))

    # --- when, and in which words

    def _told_later(self, asked: Asked, settled: _Settling) -> bool:
        """Whether another article tells it, and it came, or was told, after the question as far as is known."""
        others = settled.sources - sources_of(asked.question.evidence)
        raised, day = asked.question.raised, settled.event.date
        if not others or raised is None:
            return bool(others)
        if day is not None and asked.is_ahead:
            return day.end >= raised
        return any(self._is_not_before(asked, source) for source in others)

    def _is_not_before(self, asked: Asked, source: str) -> bool:
        """Whether an article came out with the question or after it, or at a time not known."""
        published = self._sources[source].published if source in self._sources else None
        raised = asked.question.raised
        return raised is None or published is None or published >= raised

    def _words_of(self, asked: Asked, found: Sequence[_Settling]) -> list[Evidence]:
        """What answers, in the clearest words of each other article; of later ones only, where there are any."""
        own = sources_of(asked.question.evidence)
        by_source: dict[str, list[Evidence]] = defaultdict(list)
        for e in (e for settled in found for e in settled.told if e.source not in own):
            by_source[e.source].append(e)
        late = [source for source in sorted(by_source) if self._is_not_before(asked, source)]
        wanted = asked.main | frozenset(s for sort in asked.main for s in settled_by(sort))

        def clearness(e: Evidence) -> tuple[bool, float, int]:
            direct = bool(settling_sorts(trigger_text(e) or "") & wanted)
            return direct, self._weights.of(sorted(content(e.quote) & content(asked.question.text))), -e.start

        return [max(by_source[source], key=clearness) for source in late or sorted(by_source)]


def _settling(event: Event) -> _Settling:
    quotes = " ".join(e.quote for e in event.evidence)
    real = {report.source for report in event.reports if report.status in _REAL}
    ahead = {report.source for report in event.reports} - real
    told = [e for e in event.evidence if e.source not in ahead and not _is_negated(e)]
    triggers = [text for text in map(trigger_text, told) if text]
    return _Settling(
        event=event,
        told=tuple(told),
        sources=frozenset(sources_of(told)),
        involved=frozenset(p.actor for p in event.participants),
        sorts=_sorts(event, triggers, quotes),
        triggers=frozenset(s for text in triggers for s in stems(text)),
        text=f" {' '.join(words(quotes))} ",
        named=settling_sorts(quotes),
        content=meanings(content(f"{event.title} {quotes}")),
    )


def _sorts(event: Event, triggers: Sequence[str], quotes: str) -> frozenset[str]:
    """The sorts of happening that an event is, by the words that name it and by its type."""
    sorts = frozenset(sort for part in triggers or [event.title] for sort in settling_sorts(part))
    if any(word in word_set("answers", "decisions") for text in triggers for word in words(text)):
        sorts |= settling_sorts(event.title)
    deeds = knowledge("wording")["sorts_of_deeds"]
    by_deed = {s for s in sorts_named(quotes) if event.type.value in deeds.get(s, ())}
    return sorts | sort_of_type(event.type.value) | by_deed


def _is_negated(evidence: Evidence) -> bool:
    """Whether the words that name the happening are denied, in themselves or just before, or it is put off."""
    if evidence.trigger_start is None:
        return False
    before = words(evidence.quote[: evidence.trigger_start - evidence.start])
    named = words(trigger_text(evidence) or "")
    said = {*before[-2:], *named}
    after = words(evidence.quote[(evidence.trigger_end or evidence.trigger_start) - evidence.start :])
    put_off = {*before[-3:], *named, *after[:2]} & word_set("answers", "put_off")
    return bool(said & word_set("answers", "negations") or put_off)


def _is_asked(asked: Asked, settled: _Settling, told: Evidence) -> bool:
    """Whether a happening is what is asked, by its sort; where the question names none, by the words that name it."""
    if asked.main:
        return bool(settled.sorts & asked.main)
    return bool(frozenset(stems(trigger_text(told) or "")) & asked.stems)


def _is_triggered(quoted: Evidence, told: Evidence) -> bool:
    """Whether the words that name a happening stand in a question's quote."""
    if told.trigger_start is None or told.trigger_end is None or not overlapping(quoted, told):
        return False
    return quoted.start <= told.trigger_start and told.trigger_end <= quoted.end
