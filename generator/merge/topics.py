"""The subjects of a brief: facts gathered under the topics of the knowledge file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from generator.merge.knowledge import knowledge
from generator.merge.names import Words
from generator.merge.wording import stems
from generator.model import Agreement, Event, Evidence, Question, Topic

_FEWEST_FACTS = 2
_MOST_TOPICS = 3
"""Topics that one fact is filed under, at most: those that most of its words speak for."""


@dataclass(frozen=True)
class _Subject:
    id: str
    name: str
    types: frozenset[str]


@cache
def _subjects() -> list[_Subject]:
    return [
        _Subject(key.replace("_", "-"), entry["name"], frozenset(entry.get("types", [])))
        for key, entry in knowledge("topics").items()
    ]


@cache
def _forms() -> dict[str, list[tuple[Words, str]]]:
    """Words and phrases as stems, by their first, with the topic they show."""
    forms: dict[str, list[tuple[Words, str]]] = {}
    for key, entry in knowledge("topics").items():
        for form in dict.fromkeys(stems(str(form)) for form in entry["words"]):
            forms.setdefault(form[0], []).append((form, key.replace("_", "-")))
    return forms


def subjects_of(texts: Iterable[str], kind: str | None = None) -> list[str]:
    """The topics that a fact of these texts belongs to, the most evident first; `kind` is the type of an event."""
    shown: dict[str, set[Words]] = {}
    for text in texts:
        parts = stems(text)
        for i, part in enumerate(parts):
            for form, subject in _forms().get(part, []):
                if parts[i : i + len(form)] == form:
                    shown.setdefault(subject, set()).add(form)
    weights = Counter({subject: sum(len(form) for form in found) for subject, found in shown.items()})
    for known in _subjects():
        if kind in known.types:
            weights[known.id] += 1
    order = {subject.id: i for i, subject in enumerate(_subjects())}
    return sorted(weights, key=lambda s: (-weights[s], order[s]))[:_MOST_TOPICS]


def _texts(title: str, evidence: Sequence[Evidence]) -> list[str]:
    return [title, *(e.quote for e in evidence)]


def topics_of(events: Sequence[Event], agreements: Sequence[Agreement], questions: Sequence[Question]) -> list[Topic]:
    """The topics with two facts or more, the one with the most facts first, and the actors that these involve."""
    topics = {subject.id: Topic(id=subject.id, name=subject.name) for subject in _subjects()}
    actors: dict[str, Counter[str]] = {subject: Counter() for subject in topics}
    for event in events:
        for subject in subjects_of(_texts(event.title, event.evidence), event.type.value):
            topics[subject].events.append(event.id)
            actors[subject].update(p.actor for p in event.participants)
    for agreement in agreements:
        texts = _texts(agreement.title, agreement.evidence) + [p.text for p in agreement.provisions]
        for subject in subjects_of(texts, "AGREE"):
            topics[subject].agreements.append(agreement.id)
            actors[subject].update(agreement.parties)
    for question in questions:
        for subject in subjects_of(_texts(question.text, question.evidence)):
            topics[subject].questions.append(question.id)
            actors[subject].update(question.about)
    for subject, topic in topics.items():
        topic.actors = [actor for actor, _ in sorted(actors[subject].items(), key=lambda item: (-item[1], item[0]))]
    kept = [topic for topic in topics.values() if size(topic) >= _FEWEST_FACTS]
    return sorted(kept, key=lambda topic: (-size(topic), topic.id))


def size(topic: Topic) -> int:
    """How many facts a topic gathers."""
    return len(topic.events) + len(topic.agreements) + len(topic.questions)
