"""One article's report of one happening, with what is compared across articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.merge.evidence import overlapping
from generator.merge.names import words
from generator.merge.states import known_states
from generator.merge.wording import (
    content,
    is_anniversary,
    sort_of_type,
    sorts_named,
    sorts_of_type,
    stage_of,
    stem,
    stems,
)
from generator.model import Actor, Agreement, Event, EventType, Evidence, Kind, Source, Status

_REALITY = {
    Status.OCCURRED: "real",
    Status.ONGOING: "real",
    Status.PLANNED: "ahead",
    Status.POSSIBLE: "ahead",
    Status.ALLEGED: "alleged",
    Status.DENIED: "denied",
}
"""What is planned is not yet what took place, though it may come to be it."""


@dataclass(frozen=True)
class Report:
    """An article's event, its participants already those of the brief."""

    position: int
    event: Event
    source: Source
    scene: str | None
    """The state that the article is mainly about."""
    agreements_of_source: frozenset[str]
    """Agreements of the brief that the article speaks of."""
    people: frozenset[str]
    agents: frozenset[str]
    targets: frozenset[str]
    actors: frozenset[str]
    own_actors: frozenset[str]
    """Those of the actors that are no states; crowds by what they are called, since each article has its own."""
    sorts: frozenset[str]
    """Sorts of happening that the words name that name it."""
    named: tuple[frozenset[str], ...]
    """The same for each quote that marks such words, so that what it is told as most often can be seen."""
    content: frozenset[str]
    """Stems of title and quotes, without the names of the participants and the words for the sort of happening."""
    headline: frozenset[str]
    """As `content`, of the title alone."""
    agreements: frozenset[str]
    """Agreements of the brief that it is the making of; only for the type AGREE."""
    place_states: frozenset[str]
    in_plural: bool
    """Whether its title names the happening in the plural."""

    @property
    def reality(self) -> str:
        """Whether it is real, ahead, alleged or denied."""
        return _REALITY[self.event.status]

    @property
    def anniversary(self) -> bool:
        """Whether it recalls another happening."""
        return is_anniversary(self.event.title)

    @property
    def sorts_of_title(self) -> frozenset[str]:
        """Sorts of happening that its title names, and that of its type."""
        return sorts_named(self.event.title) | sort_of_type(self.event.type.value)

    @property
    def befallen(self) -> frozenset[str]:
        """The persons to whom it happens: those acted upon, or who act alone in what nobody does to them."""
        acted_upon = self.people & self.targets
        return acted_upon or (self.people if not self.targets and self.people == self.own_actors else frozenset())

    @property
    def lasting(self) -> bool:
        """Whether it goes on, or is told in the plural in its title: "weeks of protests", not "the protest"."""
        return self.event.status is Status.ONGOING or self.in_plural

    def share(self, sorts: frozenset[str]) -> float:
        """In which share of its quotes it is told as one of the sorts, 0 to 1."""
        return sum(bool(here & sorts) for here in self.named) / len(self.named) if self.named else 1.0

    @property
    def published(self) -> date | None:
        """When the article came out."""
        return self.source.published


def trigger_text(evidence: Evidence) -> str | None:
    """The word or words that name the happening; None where the evidence does not say."""
    if evidence.trigger_start is None or evidence.trigger_end is None:
        return None
    return evidence.quote[evidence.trigger_start - evidence.start : evidence.trigger_end - evidence.start] or None


def _sorts(event: Event) -> frozenset[str]:
    triggers = [text for text in map(trigger_text, event.evidence) if text]
    if triggers:
        named = frozenset(sort for text in triggers for sort in sorts_named(text)) | sort_of_type(event.type.value)
        leading = [s for text in triggers for s in stems(text)[:1]]
        stages = frozenset(stage for s in leading if (stage := stage_of(s)))
        return sorts_of_type(named, event.type.value) | stages or frozenset(f"word:{s}" for s in leading)
    return sorts_of_type(sorts_named(event.title), event.type.value) | sort_of_type(event.type.value)


def _in_plural(event: Event) -> bool:
    """Whether a word that names the happening stands in the title as a noun in the plural."""
    triggers = {text.lower() for text in map(trigger_text, event.evidence) if text}
    return any(form.endswith("s") and stem(form) != form and form in triggers for form in event.title.lower().split())


def _place_states(place: str | None) -> frozenset[str]:
    if not place:
        return frozenset()
    states, form, found = known_states(), words(place), set[str]()
    for start in range(len(form)):
        for end in range(start + 1, min(len(form), start + 4) + 1):
            name = states.names.get(form[start:end]) or states.capitals.get(form[start:end])
            if name:
                found.add(name)
    return frozenset(found)


def _company(actor: Actor) -> str:
    """The id of an actor; of a group its name without an article, by which groups of two articles may be one."""
    return f"group:{' '.join(stems(actor.name))}" if actor.kind is Kind.GROUP else actor.id


def name_stems(actor: Actor) -> frozenset[str]:
    """The stems of all words of an actor's forms."""
    return frozenset(s for form in [actor.name, *actor.aliases] for s in stems(form))


def report_of(
    position: int,
    event: Event,
    source: Source,
    scene: str | None,
    actors: Mapping[str, Actor],
    names: Mapping[str, frozenset[str]],
    agreements: Sequence[Agreement],
) -> Report:
    """The report that an event with the brief's participants is.

    `agreements` are those of the brief that the event's article speaks of; `names` the stems of every actor's names.
    """
    involved = frozenset(p.actor for p in event.participants)
    own = frozenset(s for actor in involved for s in names.get(actor, ()))
    text = " ".join([event.title, *(e.quote for e in event.evidence)])
    sorts = _sorts(event)
    said = frozenset(s for s in content(text) - own if not sorts_named(s) & sorts)
    headline = content(event.title) & said
    made = [a.id for a in agreements if any(overlapping(x, y) for x in a.evidence for y in event.evidence)]
    return Report(
        position=position,
        event=event,
        source=source,
        scene=scene,
        agreements_of_source=frozenset(a.id for a in agreements),
        people=frozenset(i for i in involved if i in actors and actors[i].kind is Kind.PERSON),
        agents=frozenset(p.actor for p in event.participants if p.role in ("agent", "with")),
        targets=frozenset(p.actor for p in event.participants if p.role == "target"),
        actors=involved,
        own_actors=frozenset(_company(actors[i]) for i in involved if i in actors and actors[i].kind is not Kind.STATE),
        sorts=sorts,
        named=tuple(sorts_named(text) for text in map(trigger_text, event.evidence) if text),
        content=said,
        headline=headline,
        agreements=frozenset(made) if event.type is EventType.AGREE else frozenset(),
        place_states=_place_states(event.place),
        in_plural=_in_plural(event),
    )
