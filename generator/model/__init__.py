"""The vocabulary of the product: what a brief is made of.

Every class is a plain value. Offsets count Unicode code points in the cleaned text of a source, from 0, end
exclusive, and `text[start:end] == quote` holds for every piece of evidence. Dates are spans of whole days.
The field names are fixed by the JSON document that other programs read; see the page "Data format" in `docs/`.
"""

from generator.model.briefs import Account, Brief, Change, Comparison, Discrepancy, Distillate
from generator.model.codes import (
    MATTERS,
    AgreementStatus,
    Basis,
    Confidence,
    Credibility,
    EventType,
    Kind,
    Matter,
    Precision,
    PublishedBasis,
    Quad,
    Reliability,
    SourceTexts,
    Status,
    Tlp,
)
from generator.model.evidence import Assessment, DateSpan, Evidence, Model, Origin, Review
from generator.model.facts import (
    Actor,
    Agreement,
    AgreementStep,
    Event,
    EventReport,
    Judgement,
    Participant,
    Provision,
    Question,
    Role,
    Statement,
    StatusChange,
    Topic,
)
from generator.model.sources import Article, Block, EarlierVersion, FallenFact, Source

SCHEMA_VERSION = "1"

__all__ = [
    "MATTERS",
    "SCHEMA_VERSION",
    "Account",
    "Actor",
    "Agreement",
    "AgreementStatus",
    "AgreementStep",
    "Article",
    "Assessment",
    "Basis",
    "Block",
    "Brief",
    "Change",
    "Comparison",
    "Confidence",
    "Credibility",
    "DateSpan",
    "Discrepancy",
    "Distillate",
    "EarlierVersion",
    "Event",
    "EventReport",
    "EventType",
    "Evidence",
    "FallenFact",
    "Judgement",
    "Kind",
    "Matter",
    "Model",
    "Origin",
    "Participant",
    "Precision",
    "Provision",
    "PublishedBasis",
    "Quad",
    "Question",
    "Reliability",
    "Review",
    "Role",
    "Source",
    "SourceTexts",
    "Statement",
    "Status",
    "StatusChange",
    "Tlp",
    "Topic",
]
