"""Invented briefs that several rooms' tests share, written as YAML under `fixtures/`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.language import Pipeline, load_pipeline
from generator.model import Brief

FIXTURES = Path(__file__).parent / "fixtures"


def load_brief(path: Path) -> Brief:
    """A brief from a fixture: evidence `[source, words@trigger]` becomes offsets found in the source's text."""
    raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    texts = {}
    for source in raw["sources"]:
        source["text"] = source["text"].strip()
        source["sha256"] = "0" * 64
        texts[source["id"]] = source["text"]
    return Brief.model_validate(_spell_out(raw, texts))


def _spell_out(value: Any, texts: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_spell_out(item, texts) for item in value]
    if not isinstance(value, dict):
        return value
    spelled = {key: _spell_out(item, texts) for key, item in value.items()}
    for field in {"evidence", "answer"} & value.keys():
        spelled[field] = [_evidence(source, words, texts[source]) for source, words in value[field]]
    if isinstance(value.get("participants"), dict):
        spelled["participants"] = [{"actor": actor, "role": role} for actor, role in value["participants"].items()]
    for field in ("date", "signed"):
        if isinstance(value.get(field), list) and len(value[field]) == 4:
            spelled[field] = dict(zip(("start", "end", "precision", "basis"), value[field], strict=True))
    return spelled


def _evidence(source: str, words: str, text: str) -> dict[str, Any]:
    quote, _, trigger = words.partition("@")
    start = text.index(quote)
    found: dict[str, Any] = {"source": source, "start": start, "end": start + len(quote), "quote": quote}
    if trigger:
        found["trigger_start"] = text.index(trigger, start)
        found["trigger_end"] = found["trigger_start"] + len(trigger)
    return found


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The language pipeline as the generator runs it, loaded once for all tests."""
    return load_pipeline()


@pytest.fixture(scope="session")
def strait() -> Brief:
    """A brief of ordinary size about two invented states, a company and a court."""
    return load_brief(FIXTURES / "strait.yml")


@pytest.fixture(scope="session")
def hostile() -> Brief:
    """A brief whose every name, title, quote and text tries to be markup."""
    return load_brief(FIXTURES / "hostile.yml")
