"""The JSON beside each dossier: the part of the whole document that belongs to it, but for the sources' texts."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.export.json_document import document_of
from generator.model import SCHEMA_VERSION
from generator.render.catalogue import Catalogue

_NO_PART = {"text", "path", "record", "sha256", "review"}
"""What of a source is not given along: its words are its publisher's, its file is the workspace's own."""

_MOST = 100
"""Facts of one list that a dossier gives in full; those beyond are named by their ids under `further`."""


def dossiers(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Path below `docs/` and JSON of every actor, agreement and topic, each fact as the whole document has it."""
    document = document_of(catalogue.brief)
    parts = _Parts(document)
    for actor in catalogue.brief.actors:
        yield (
            f"actors/{actor.id}.json",
            parts.written(
                "actor",
                actor.id,
                events=(each.id for each in catalogue.events_of(actor)),
                agreements=(each.id for each in catalogue.agreements_of(actor)),
                statements=(each.id for each in catalogue.statements_by(actor)),
                questions=(each.id for each in catalogue.questions_about(actor)),
            ),
        )
    for agreement in catalogue.brief.agreements:
        yield (
            f"agreements/{agreement.id}.json",
            parts.written(
                "agreement",
                agreement.id,
                events=(each.id for each in catalogue.events_around(agreement)),
                statements=(each.id for each in catalogue.statements_around(agreement)),
                questions=(each.id for each in catalogue.questions_around(agreement)),
            ),
        )
    for topic in catalogue.brief.topics:
        yield (
            f"topics/{topic.id}.json",
            parts.written(
                "topic", topic.id, events=topic.events, agreements=topic.agreements, questions=topic.questions
            ),
        )


class _Parts:
    """The lists of the document by id, each item as JSON, written once however many dossiers have it."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._title = _json(document["title"])
        self._items: dict[str, dict[str, _Item]] = {
            name: {item["id"]: _Item(_json(item), frozenset(_sources(item))) for item in document[name]}
            for name in ("actors", "events", "agreements", "questions", "statements", "topics")
        }
        self._sources = {
            source["id"]: _json({name: value for name, value in source.items() if name not in _NO_PART})
            for source in document["sources"]
        }

    def written(self, kind: str, identifier: str, **facts: Iterable[str]) -> str:
        """One dossier: the thing itself, its facts in the order of the document, and the sources they rest on."""
        thing = self._items[f"{kind}s"][identifier]
        told = set(thing.sources)
        fields = {"schema_version": _json(SCHEMA_VERSION), "brief": self._title, kind: thing.text}
        further = {}
        for name, ids in facts.items():
            wanted, further[name] = _parted(ids)
            chosen = [item for each, item in self._items[name].items() if each in wanted]
            told.update(*(item.sources for item in chosen))
            fields[name] = _list(item.text for item in chosen)
        if any(further.values()):
            fields["further"] = _json({name: ids for name, ids in further.items() if ids})
        fields["sources"] = _list(text for each, text in self._sources.items() if each in told)
        return "{" + ",\n".join(f'"{name}": {text}' for name, text in fields.items()) + "}\n"


def _parted(ids: Iterable[str]) -> tuple[set[str], list[str]]:
    """The ids of the facts that are given in full, and of those that are only named."""
    every = list(dict.fromkeys(ids))
    return set(every[:_MOST]), every[_MOST:]


class _Item(NamedTuple):
    """A thing of the document as JSON, and the ids of the sources it rests on."""

    text: str
    sources: frozenset[str]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _list(items: Iterable[str]) -> str:
    return "[" + ",\n".join(items) + "]"


def _sources(value: Any) -> Iterator[str]:
    """The ids of the sources of all evidence below a value."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value["source"]
        for inner in value.values():
            yield from _sources(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _sources(inner)
