"""Text to annotated text: names, roles, quotations, dates, arguments, certainty."""

from generator.language.pipeline import Pipeline, load_pipeline

__all__ = ["Pipeline", "load_pipeline"]
