"""From a folder of articles to a cited intelligence brief."""

__version__ = "0.1.0"
