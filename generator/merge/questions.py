"""Questions across articles: one entry for one question, and whether an event of another article answers it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from generator.identifiers import slug, unused
from generator.merge.disjoint import DisjointSets
from generator.merge.evidence import sources_of, united_evidence
from generator.merge.knowledge import knowledge, word_set
from generator.merge.names import words
from generator.merge.reports import name_stems, trigger_text
from generator.merge.wording import Weights, agreement_words, content, sort_of_type, sorts_in_order, sorts_named, stem
from generator.model import Actor, Event, EventType, Kind, Question, Source, Status

_SAME_QUESTION = 0.75
"""Share of the words of two questions, by weight, from which they are one."""

_COVERED = 0.6
"""Share of a question's words, by weight, that an event's report must hold to answer it."""

_REACH = 25
_RARE = 8
"""Words of an event by which a question finds it that names no actor."""

_ONLY_WORDS = (EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN)
"""Asking for a thing, or speaking of it, settles no question about it."""


_DOUBT = frozenset({"accuse", "deny"})
"""Sorts of happening that a question only names as the reason why it is asked."""


class _Asked:
    """A question with what is compared. Its `about` holds the brief's ids."""

    def __init__(self, question: Question, actors: Mapping[str, Actor], names: Mapping[str, frozenset[str]]) -> None:
        self.question = question
        named = [i for i in question.about if i in actors]
        self.people = frozenset(i for i in named if actors[i].kind is Kind.PERSON)
        self.about = frozenset(named)
        self.subject = _first_named(question.text, {i: actors[i] for i in named})
        titles = frozenset(stem(word) for word in word_set("identity", "honorifics"))
        self.words = content(question.text) - titles - frozenset(s for i in named for s in names[i])
        acts = [here for here in sorts_in_order(question.text) if not here & _DOUBT]
        if any(stem(word) in agreement_words() for word in words(question.text)[1:4]):
            acts = acts[1:]  # "Could the deal expand trade?" asks what the deal does, not whether it is made
        self.sorts = frozenset(sort for here in acts for sort in here)
        self.main = acts[0] if acts else frozenset[str]()


def _first_named(text: str, actors: Mapping[str, Actor]) -> str | None:
    """The actor whom a text names first; of several at one place the one named at most length."""
    spoken = f" {' '.join(words(text))} "
    found = []
    for identifier, actor in actors.items():
        for form in filter(None, map(words, [actor.name, *actor.aliases])):
            place = spoken.find(f" {' '.join(form)} ")
            if place >= 0:
                found.append((place, -len(form), identifier))
    return min(found)[2] if found else None


def merge_questions(
    told: Sequence[Question], actors: Mapping[str, Actor], sources: Mapping[str, Source]
) -> list[Question]:
    """The questions of all articles as one list by id; `about` of those given must be the brief's ids."""
    names = {i: name_stems(actor) for i, actor in actors.items()}
    asked = [_Asked(question, actors, names) for question in told]
    weights = Weights(a.words for a in asked)
    sets = DisjointSets(len(asked))
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, a in enumerate(asked):
        for word in weights.rarest(a.words, 3):
            blocks[word].append(i)
    for block in blocks.values():
        for position, i in enumerate(block):
            for j in block[position + 1 : position + 1 + _REACH]:
                if _same(asked[i], asked[j], weights):
                    sets.unite(i, j)
    questions: dict[str, Question] = {}
    groups = [[told[i] for i in positions] for positions in sets.sets()]
    for group in sorted(groups, key=lambda g: (slug(_text(g)), g[0].evidence[0].source, g[0].id)):
        identifier = unused(slug(_text(group)), questions)
        questions[identifier] = _united(identifier, group, sources)
    return sorted(questions.values(), key=lambda question: question.id)


def _same(a: _Asked, b: _Asked, weights: Weights) -> bool:
    """Whether two questions of different articles ask one thing of the same actors."""
    if sources_of(a.question.evidence) & sources_of(b.question.evidence) or a.people != b.people:
        return False
    if a.about and b.about and not a.about & b.about:
        return False
    if a.sorts != b.sorts or min(len(a.words), len(b.words)) < 2:
        return False
    union = weights.of(sorted(a.words | b.words))
    return weights.of(sorted(a.words & b.words)) >= _SAME_QUESTION * union


def _text(group: Sequence[Question]) -> str:
    return min((question.text for question in group), key=lambda text: (len(text), text))


def _united(identifier: str, group: Sequence[Question], sources: Mapping[str, Source]) -> Question:
    evidence = united_evidence(question.evidence for question in group)
    published = [sources[i].published for i in sources_of(evidence) if i in sources]
    return Question(
        id=identifier,
        text=_text(group),
        about=list(dict.fromkeys(actor for question in group for actor in question.about)),
        raised=min((day for day in published if day), default=None),
        evidence=evidence,
    )


# --- answers


class Answers:
    """Finds the events that answer a question."""

    def __init__(self, events: Sequence[Event], actors: Mapping[str, Actor], sources: Mapping[str, Source]) -> None:
        self._actors = actors
        self._sources = sources
        self._names = {i: name_stems(actor) for i, actor in actors.items()}
        self._sorts: dict[str, frozenset[str]] = {}
        self._texts: dict[str, str] = {}
        self._contents: dict[str, frozenset[str]] = {}
        self._by_sort: dict[tuple[str, str], list[Event]] = defaultdict(list)
        settling = [e for e in events if e.status in (Status.OCCURRED, Status.ONGOING) and e.type not in _ONLY_WORDS]
        for event in settling:
            quotes = " ".join(e.quote for e in event.evidence)
            self._texts[event.id] = f" {' '.join(words(quotes))} "
            self._sorts[event.id] = _done(event)
            self._contents[event.id] = content(f"{event.title} {quotes}")
        self._weights = Weights(self._contents.values())
        for event in settling:
            rare = self._weights.rarest(self._contents[event.id], _RARE)
            for sort in self._sorts[event.id]:
                for key in [*(p.actor for p in event.participants), *rare]:
                    self._by_sort[sort, key].append(event)

    def settle(self, question: Question) -> Question:
        """The question, marked as answered if events of other articles do what it asks."""
        asked = _Asked(question, self._actors, self._names)
        keys = asked.about or asked.words
        events = {e.id: e for sort in asked.main for key in keys for e in self._by_sort.get((sort, key), [])}
        answers = [event for event in events.values() if self._answers(asked, event)]
        if not answers:
            return question
        answers.sort(key=lambda e: (e.date.start.isoformat() if e.date else "9999", e.id))
        return question.model_copy(update={"status": "answered", "answered_by": [event.id for event in answers]})

    def _answers(self, asked: _Asked, event: Event) -> bool:
        question = asked.question
        involved = {p.actor for p in event.participants}
        if not sources_of(event.evidence) - sources_of(question.evidence):
            return False
        if not asked.people <= involved or (asked.subject and asked.subject not in involved):
            return False
        named = {actor for actor in asked.about - involved if self._names_actor(event, actor)}
        if asked.about and (not asked.about & involved or 2 * len(asked.about & (involved | named)) < len(asked.about)):
            return False
        if not asked.sorts <= self._sorts[event.id] | sorts_named(self._texts[event.id]):
            return False
        wanted = asked.words - frozenset(s for s in asked.words if sorts_named(s) & asked.sorts)
        covered = wanted & self._contents[event.id]
        if not asked.about and (len(wanted) < 2 or covered != wanted):
            return False
        if self._weights.of(sorted(covered)) < _COVERED * self._weights.of(sorted(wanted)):
            return False
        return self._is_later(question, event)

    def _names_actor(self, event: Event, actor: str) -> bool:
        """Whether a report of the event names an actor, as part in it or not."""
        forms = [self._actors[actor].name, *self._actors[actor].aliases]
        return any(f" {' '.join(words(form))} " in self._texts[event.id] for form in forms if words(form))

    def _is_later(self, question: Question, event: Event) -> bool:
        """Whether the event came, or was first told, after the question; true where nothing is known of the time."""
        if question.raised is None:
            return True
        if event.date:
            return event.date.end >= question.raised
        told = [
            self._sources[i].published
            for i in sources_of(event.evidence) - sources_of(question.evidence)
            if i in self._sources
        ]
        return any(day is None or day >= question.raised for day in told)


def _done(event: Event) -> frozenset[str]:
    """The sorts of happening that an event is, by the words that name it and by its type."""
    triggers = [text for text in map(trigger_text, event.evidence) if text]
    sorts = frozenset(sort for part in triggers or [event.title] for sort in sorts_named(part))
    deeds = knowledge("wording")["sorts_of_deeds"]
    quoted = sorts_named(" ".join(e.quote for e in event.evidence))
    return sorts | sort_of_type(event.type.value) | {s for s in quoted if event.type.value in deeds.get(s, ())}


def latest_publication(sources: Sequence[Source]) -> date | None:
    """The day of the newest article."""
    return max((source.published for source in sources if source.published), default=None)
