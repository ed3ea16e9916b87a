"""Reads the knowledge files, each once in a process."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "knowledge"


class WordLoader(yaml.CSafeLoader):
    """Reads lists of words: only "true" and "false" are no words. YAML 1.1 takes "on", "off", "yes" and "no" for truths
    too, and a list of prepositions would lack one unseen. The C loader: the large files hold thousands of entries."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


WordLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


@cache
def knowledge_file(name: str) -> Any:
    """What `knowledge/NAME.yml` holds. It is shared: nobody may change it.

    Raises OSError where there is no such file, and yaml.YAMLError where it is no YAML.
    """
    with (FOLDER / f"{name}.yml").open(encoding="utf-8") as file:
        return yaml.load(file, Loader=WordLoader)
