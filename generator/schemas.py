"""JSON Schemas of the files that people edit, by which editors complete and check them. Made from the very models."""

import json
from typing import Any

from pydantic import BaseModel

from generator.articles.sidecar import Stated
from generator.curation.decisions import Decision
from generator.curation.judgements import AnalystJudgement
from generator.curation.reading import FILES
from generator.workspace import Settings

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DESCRIPTIONS = {
    "brief": {
        "title": "The title of the brief.",
        "pipeline": "Another spaCy pipeline for English than the one that is installed along.",
        "pipelines": "spaCy pipelines for other languages, such as de: de_core_news_md; names alone are read by them.",
        "tlp": "Label of the Traffic Light Protocol on every page: with whom the brief may be shared.",
        "publish_restricted": "true lets TLP:RED and TLP:AMBER be built into a site with a public site_url.",
        "pdf": "Whether the site offers the brief and its dossiers as PDFs.",
        "paper": "The size of the PDFs' pages.",
        "prepared_by": "Who prepared the brief, for the cover of the PDF.",
        "attach": "true puts the brief's data into the PDF, as JSON and as YAML.",
        "sources": "full shows whole articles on the site, passages only the cited sentences (rights).",
    },
    "article": {
        "title": "The headline.",
        "published": "The day of publication, such as 2024-06-18.",
        "updated": "The day of the last change to the article, such as 2024-06-20.",
        "publisher": "The newspaper, agency or site.",
        "author": "Who wrote it: a name, or a list of names.",
        "url": "The address of the article; it begins with http:// or https://.",
        "language": "A code such as en or fr.",
        "supersedes": "The file of an earlier version that this one replaces; none keeps it a source of its own.",
        "reliability": "A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged.",
    },
}
"""What an editor is told about fields whose models say it to programmers only."""


def schema_documents() -> dict[str, str]:
    """File name and text of every schema: one per curation file, `brief.json`, and `article.json` for sidecars."""
    schemas = {name: _of_list(name, model) for name, model in FILES.items()}
    schemas["judgements"] = {
        **_list_schema(AnalystJudgement.model_json_schema()),
        "title": "judgements.yml",
        "description": "What the analyst judges, which comes before the machine's judgements.",
    }
    schemas["brief"] = _of_value("brief", "The brief as a whole: brief.yml in the data folder.", Settings)
    schemas["article"] = _of_value("article", "What people know about an article: NAME.meta.yml beside it.", Stated)
    return {f"{name}.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas.items()}


def _of_list(name: str, model: type[Decision]) -> dict[str, Any]:
    """The schema of a curation file: a list of entries of exactly one decision each."""
    entry = model.model_json_schema()
    for verb in model.verbs():
        field = _without_null(entry["properties"][verb])
        field.pop("default", None)
        entry["properties"][verb] = field
    entry["oneOf"] = [{"required": [verb]} for verb in model.verbs()]
    return {
        **_list_schema(entry),
        "title": f"{name}.yml",
        "description": f"Decisions about {name}, which stand above what the machine finds.",
    }


def _list_schema(entry: dict[str, Any]) -> dict[str, Any]:
    """The schema of a file that holds a list of entries; it may be empty."""
    definitions = entry.pop("$defs", {})
    return {"$schema": _DIALECT, "type": ["array", "null"], "items": entry, "$defs": definitions}


def _without_null(field: dict[str, Any]) -> dict[str, Any]:
    """A field's schema without null as a choice."""
    choices = [choice for choice in field.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        only: dict[str, Any] = choices[0]
        return {name: value for name, value in field.items() if name != "anyOf"} | only
    return field | ({"anyOf": choices} if choices else {})


def _of_value(name: str, description: str, model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a file that holds one value; it may be empty."""
    schema: dict[str, Any] = model.model_json_schema()
    for field, words in _DESCRIPTIONS[name].items():
        schema["properties"][field]["description"] = words
    if name == "article":
        names = {"type": "array", "items": {"type": "string"}, "minItems": 1}
        for field in ("title", "publisher", "author"):
            schema["properties"][field]["anyOf"].append(names)
    return {"$schema": _DIALECT, **schema, "description": description, "type": ["object", "null"]}
