"""What people decide about a brief, in `data/curation/*.yml`: it stands above what the machine finds."""

from generator.curation.applying import apply
from generator.curation.reading import CurationError, Decisions, load_decisions

__all__ = ["CurationError", "Decisions", "apply", "load_decisions"]
