"""What differs between an item of an edition and the same item now, in words: "status: planned, now occurred"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.assess.phrases import date_words, listed, number
from generator.editions.state import KeptActor, KeptAgreement, KeptEvent, KeptQuestion, KeptSource


def event_details(then: KeptEvent, now: KeptEvent, names: Mapping[str, str], moved: Mapping[str, str]) -> list[str]:
    """What differs between an event then and now. `moved` gives for ids of actors then those they have now."""
    return [
        *_replaced("title", then.title, now.title),
        *_replaced("type", then.type.value, now.type.value),
        *_replaced("status", then.status.value, now.status.value),
        *_replaced("date", date_words(then.date), date_words(now.date)),
        *_replaced("place", then.place, now.place),
        *_members("participants", _here(then.participants, moved), now.participants, names),
        *_replaced("confidence", then.confidence, now.confidence),
        *_counted("source", then.sources, now.sources),
    ]


def agreement_details(
    then: KeptAgreement, now: KeptAgreement, names: Mapping[str, str], moved: Mapping[str, str]
) -> list[str]:
    """What differs between an agreement then and now."""
    status = then.status.value if then.status else None, now.status.value if now.status else None
    return [
        *_replaced("title", then.title, now.title),
        *_replaced("status", *status),
        *_replaced("signed", date_words(then.signed), date_words(now.signed)),
        *_members("parties", _here(then.parties, moved), now.parties, names),
        *_counted("provision", then.provisions, now.provisions),
        *_replaced("confidence", then.confidence, now.confidence),
        *_counted("source", then.sources, now.sources),
    ]


def question_details(then: KeptQuestion, now: KeptQuestion, titles: Mapping[str, str]) -> list[str]:
    """What differs between a question then and now. `titles` are those of events by id."""
    details = [*_replaced("text", then.text, now.text), *_replaced("status", then.status, now.status)]
    answers = [titles[event] for event in now.answered_by if event in titles and event not in then.answered_by]
    if answers:
        details.append(f"answered by {listed([f'“{title}”' for title in answers])}")
    return [*details, *_counted("source", then.sources, now.sources)]


def actor_details(then: KeptActor, now: KeptActor) -> list[str]:
    """What differs between an actor then and now; that more sources name it is no change."""
    forms = {then.name, *then.aliases}
    more = [alias for alias in now.aliases if alias not in forms]
    return [
        *_replaced("name", then.name, now.name),
        *_replaced("kind", then.kind.value, now.kind.value),
        *_members("roles", then.roles, now.roles, {}),
        *([f"also called {listed([f'“{alias}”' for alias in more])}"] if more else []),
    ]


def source_details(then: KeptSource, now: KeptSource) -> list[str]:
    """What differs between a source then and now."""
    published = [str(day) if day else "no date" for day in (then.published, now.published)]
    return [
        *_replaced("title", then.title, now.title),
        *_replaced("published", *published),
        *_replaced("reliability", then.reliability, now.reliability),
    ]


def _replaced(field: str, then: str | None, now: str | None) -> Iterator[str]:
    if then != now:
        yield f"{field}: {then or 'none'}, now {now or 'none'}"


def _here(then: Iterable[str], moved: Mapping[str, str]) -> list[str]:
    """Ids of actors then as they are now, each once."""
    return list(dict.fromkeys(moved.get(identifier, identifier) for identifier in then))


def _members(field: str, then: Sequence[str], now: Sequence[str], names: Mapping[str, str]) -> Iterator[str]:
    """Who came and who went."""
    came = [names.get(member, member) for member in now if member not in then]
    went = [names.get(member, member) for member in then if member not in now]
    if came:
        yield f"{field}: now also {listed(came)}"
    if went:
        yield f"{field}: no longer {listed(went)}"


def _counted(noun: str, then: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """How many came and went: "two more sources", "one source fewer"."""
    more, fewer = len(set(now) - set(then)), len(set(then) - set(now))
    if more:
        yield f"{number(more)} more {noun}{'' if more == 1 else 's'}"
    if fewer:
        yield f"{number(fewer)} {noun}{'' if fewer == 1 else 's'} fewer"
