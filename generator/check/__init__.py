"""The gate: no brief and no page leaves the generator with a fact that its sources do not carry.

All functions return faults, one clear line each: file and item, what is wrong.
"""

from generator.check.brief import check_brief
from generator.check.marking import marking_faults
from generator.check.pages import check_pages

__all__ = ["check_brief", "check_pages", "marking_faults"]
