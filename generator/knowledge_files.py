"""Reads the knowledge files, each once in a process."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "knowledge"


@cache
def knowledge_file(name: str) -> Any:
    """What `knowledge/NAME.yml` holds. It is shared: nobody may change it.

    Raises OSError where there is no such file, and yaml.YAMLError where it is no YAML.
    """
    with (FOLDER / f"{name}.yml").open(encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)  # the C loader: the large files hold thousands of entries
