"""Editions: the state of the brief as it was given out, and what has changed since.

An edition is recorded by explicit command only, as `data/editions/NAME.yml`; none is ever overwritten.
"""

from generator.editions.comparing import compare
from generator.editions.moving import moved
from generator.editions.recording import EditionError, latest, record
from generator.editions.state import Edition, state_of

__all__ = ["Edition", "EditionError", "compare", "latest", "moved", "record", "state_of"]
