"""Imported by the process that runs are forked from, and by nothing else."""

from tests.faults.loaded import load_all
from tests.faults.runs import started

load_all()

__all__ = ["started"]
