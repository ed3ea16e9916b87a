"""What the signs of the figures say: status, nature of an event, kind of an actor."""

from generator.model import Event, Kind, Status

STATUS_WORDS = {
    Status.OCCURRED: "reported as a fact",
    Status.ONGOING: "under way",
    Status.PLANNED: "announced or scheduled",
    Status.POSSIBLE: "may happen or may have happened",
    Status.ALLEGED: "claimed by a party, not established",
    Status.DENIED: "said not to have happened",
}
"""What each status says, for the reader."""

# One sign per status, the same as beside each fact: filled, half, outlined, dashed, hatched, struck.
STATUS_SIGNS = {
    Status.OCCURRED: '<circle cx="7" cy="7" r="5" fill="currentColor"/>',
    Status.ONGOING: '<circle cx="7" cy="7" r="4.25"/><path d="M7 2.75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor"/>',
    Status.PLANNED: '<circle cx="7" cy="7" r="4.25"/>',
    Status.POSSIBLE: '<circle cx="7" cy="7" r="4.25" stroke-dasharray="2.2 2.25"/>',
    Status.ALLEGED: '<circle cx="7" cy="7" r="4.25"/><path d="M3.4 8.6 8.6 3.4M4.4 10.8l6.4-6.4M6.8 11.3l4.5-4.5"/>',
    Status.DENIED: '<circle cx="7" cy="7" r="4.25"/><path d="M2 12 12 2"/>',
}
"""The drawing of each status in a field of 14 by 14."""

KIND_SIGNS = {
    Kind.PERSON: '<circle cx="10" cy="10" r="9"/>',
    Kind.STATE: '<path d="M2 2h16v16H2z"/>',
    Kind.ORGANISATION: '<rect x="1.5" y="1.5" width="17" height="17" rx="6"/>',
    Kind.GROUP: '<path d="M10 .2 19.8 10 10 19.8.2 10z"/>',
}
"""The drawing of each kind of actor in a field of 20 by 20."""


def quad_class(event: Event) -> str:
    """The style class for the nature of an event: "material-conflict", ..., or "other"."""
    return event.type.quad.value.replace(" ", "-") if event.type.quad else "other"
