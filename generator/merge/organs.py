"""Whether a name is that of an organ of state or of a part of a body, by its head noun and the words beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.merge.knowledge import word_set
from generator.merge.names import Words

_LONGEST_STATE = 5
"""Words of the longest form of a state."""
_LINKS = frozenset({"of", "for", "on", "in", "to", "at", "from", "against", "with"})
_ABROAD = frozenset({"in", "to", "at", "with"})


def _listed(part: str) -> frozenset[str]:
    return word_set("parents", part)


@dataclass(frozen=True)
class Ground:
    """The state whose a body is by its name, and the name without the state."""

    state: str
    rest: Words

    @classmethod
    def of(cls, name: Words, state_of: Callable[[Words], str | None]) -> "Ground | None":
        """The state at the front of a name ("Norland's Senate") or after "of" ("Senate of Norland").

        None where there is none, where another is named, or where the name is about the state ("Norland affairs
        office", "Committee on Norland"). The one where a mission stands is no other.
        """
        found = list(_states_in(name, state_of))
        if len(found) == 2 and name[found[1][0] - 1] in _ABROAD:
            ground = cls.of(name[: found[1][0] - 1], state_of)
            return ground if ground and _head(ground.rest)[0] in _listed("abroad") else None
        if len(found) != 1:
            return None
        start, end, state = found[0]
        if all(word in _listed("before_state") for word in name[:start]) and name[end : end + 1] != ("affairs",):
            return cls(state, name[:start] + name[end:])
        if start > 1 and name[start - 1] == "of":
            return cls(state, name[: start - 1] + name[end:])
        return None


def _states_in(name: Words, state_of: Callable[[Words], str | None]) -> Iterator[tuple[int, int, str]]:
    """Start, end and state of every form of a state in a name, the longest at each word."""
    at = 0
    while at < len(name):
        for end in range(min(len(name), at + _LONGEST_STATE), at, -1):
            state = state_of(name[at:end])
            if state:
                yield at, end, state
                at = end
                break
        else:
            at += 1


def _head(rest: Words) -> tuple[str, Words]:
    """The head noun of a name and the other words: "supreme court of appeal" has the head "court"."""
    first = next((i for i, word in enumerate(rest) if word in _LINKS), len(rest))
    return ("", rest) if not first else (rest[first - 1], rest[: first - 1] + rest[first:])


def is_organ(rest: Words) -> bool:
    """Whether a name without its state is that of an organ of state: "defence ministry", "supreme court"."""
    head, beside = _head(rest)
    if not head or any(word in _listed("never") for word in rest) or " ".join(rest) in _listed("apart"):
        return False
    if head == "bank":
        return any(word in _listed("state_banks") for word in beside)
    if head in _listed("organs"):
        return head not in _listed("abroad") or _is_general(beside)
    if head in _listed("societies") and not all(word in word_set("identity", "bodies") for word in beside):
        return False
    return head in _listed("common") and (bool(beside) or head in _listed("bare")) and _is_general(beside)


def _is_general(beside: Words) -> bool:
    return all(word in word_set("identity", "bodies") or word in _listed("subjects") for word in beside)


def is_personnel(rest: Words) -> bool:
    """Whether a group's name without its state is that of persons who act for the state: "senior officials"."""
    head, beside = _head(rest)
    if head not in _listed("personnel") or any(word in _listed("never") for word in rest):
        return False
    return all(word in word_set("identity", "bodies") | _listed("subjects") | {"senior", "top"} for word in beside)


def is_unnamed_organ(form: str) -> bool:
    """Whether a form without a state is that of an organ which every state has one of: "the supreme court"."""
    name = tuple(word for word in form.casefold().replace("'s", "").replace("’s", "").split() if word != "the")
    if " ".join(name) in _listed("unnamed"):
        return True
    head, beside = _head(name)
    return head in _listed("unnamed_heads") and bool(beside) and _is_general(beside)


def has_part_head(rest: Words) -> bool:
    """Whether words beside the name of a body tell a part of it: "finance committee", "secretariat"."""
    head, _ = _head(rest)
    return head in _listed("parts")


def members_of(name: Words) -> Iterator[Words]:
    """What a group's name may say its persons belong to: "members of the Senate", "Senate staff"."""
    for i, word in enumerate(name):
        if word in ("of", "at", "from") and i and name[i - 1] in _listed("of_bodies"):
            yield name[i + 1 :]
    if len(name) > 1 and name[-1] in _listed("of_bodies"):
        yield name[:-1]
