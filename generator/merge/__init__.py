"""Many articles' distillates become one brief: who is who, which happening is which, which question is answered.

Rules prefer two entries for one thing over one entry for two things. Nothing depends on the order in which the
distillates come, and the time grows almost linearly with the number of mentions.
"""

from generator.merge.merger import merge

__all__ = ["merge"]
