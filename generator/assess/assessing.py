"""Everything that follows by rule from the facts of a brief."""

from generator.assess.dependence import Fall, Fallen, falls
from generator.assess.grading import grade
from generator.assess.judgements import judged
from generator.assess.weight import actor_weights, corroboration, relations
from generator.model import Brief

__all__ = ["Fall", "Fallen", "actor_weights", "assess", "corroboration", "falls", "relations"]


def assess(brief: Brief) -> Brief:
    """The brief with copies, relays, grades, discrepancies, the source summary, bottom line and key judgements.

    What it held of these before is replaced.
    """
    return judged(grade(brief))
