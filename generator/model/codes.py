"""The codes and the closed lists of the field: kinds, PLOVER types, statuses, grades, labels."""

from enum import StrEnum
from typing import Literal


class Kind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"


class EventType(StrEnum):
    """The sixteen event types of PLOVER, and OTHER for what none of them covers."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OTHER = "OTHER"

    @property
    def quad(self) -> "Quad | None":
        """The quad class the type belongs to; None for OTHER."""
        return _QUADS.get(self)


class Quad(StrEnum):
    """PLOVER's four classes: words or deeds, cooperative or conflictual."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


_QUADS = {
    **dict.fromkeys(
        [EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE], Quad.VERBAL_COOPERATION
    ),
    **dict.fromkeys([EventType.COOPERATE, EventType.AID, EventType.RETREAT], Quad.MATERIAL_COOPERATION),
    **dict.fromkeys([EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN], Quad.VERBAL_CONFLICT),
    **dict.fromkeys(
        [EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT],
        Quad.MATERIAL_CONFLICT,
    ),
}


class Status(StrEnum):
    """How certain an event is, as its source words it."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    DENIED = "denied"


class AgreementStatus(StrEnum):
    """Where an agreement stands."""

    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    SIGNED = "signed"
    IN_FORCE = "in force"
    SUSPENDED = "suspended"
    BROKEN = "broken"
    EXPIRED = "expired"


Precision = Literal["day", "week", "month", "quarter", "year", "range"]
Basis = Literal["stated", "relative", "inferred"]
PublishedBasis = Literal["stated", "sidecar", "file", "inferred"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Confidence = Literal["low", "moderate", "high"]
Credibility = Literal[1, 2, 3, 4, 5, 6]
Tlp = Literal["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"]
"""The labels of the Traffic Light Protocol 2.0."""
SourceTexts = Literal["full", "passages"]
Matter = Literal["date", "number", "party", "place", "occurrence"]
MATTERS: dict[Matter, str] = {
    "date": "the date",
    "number": "a number",
    "party": "who took part",
    "place": "the place",
    "occurrence": "whether it happened",
}
"""On what sources differ, as the object of "sources differ on"."""
