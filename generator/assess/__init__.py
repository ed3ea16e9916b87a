"""What is said about a brief by rule: how many sources bear a fact out, who weighs most, and the bottom line."""

from generator.assess.bottom_line import assess
from generator.assess.weight import actor_weights, corroboration, relations

__all__ = ["actor_weights", "assess", "corroboration", "relations"]
