"""Reads the knowledge about actors: states, organisations, media and groups, as they stand in the YAML files.

Every mistake in a file is a ValueError whose text names the file, the entry and what is wrong.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import pycountry
import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from generator.model import Kind

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"

Domain = Literal["state", "region", "organisation", "media", "bloc"]
MediaType = Literal["agency", "outlet", "platform", "work"]


def _listed(value: object) -> object:
    """One string stands for a list of one."""
    return [value] if isinstance(value, str) else value


Forms = Annotated[list[str], BeforeValidator(_listed)]


class Entry(BaseModel):
    """One actor as a knowledge file describes it. The fields' meaning is told at the head of each file."""

    model_config = ConfigDict(extra="forbid")

    name: str
    acronym: Forms = []
    also: Forms = []
    adjective: Forms = []
    people: Forms = []
    person: Forms = []
    capital: Forms = []
    capital_also: Forms = []
    seats: Forms = []
    combining: str | None = None
    ambiguous: Forms = []
    never: Forms = []
    shares: Forms = []
    bare: bool = True
    member: bool = True
    part_of: str | None = None
    of: str | None = None
    state: str | None = None


class Actor(BaseModel):
    """An entry with what its place in the files says: its domain, its kind, and the name of its state, if any.

    `where` names the file and the entry, for messages.
    """

    entry: Entry
    where: str
    domain: Domain
    kind: Kind
    code: str | None = None
    of: str | None = None
    media: MediaType | None = None
    formal: list[str] = []


def read_yaml(path: Path) -> Any:
    """What a knowledge file holds. Raises ValueError naming the file, and the line where it is no YAML."""
    try:
        content = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except OSError as error:
        raise ValueError(f"{path.name}: cannot be read: {error.strerror}; put the file back") from error
    except UnicodeDecodeError as error:
        raise ValueError(f"{path.name}: is not UTF-8 text: {error.reason}; save it as UTF-8") from error
    except yaml.YAMLError as error:
        raise ValueError(f"{path.name}: is not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(content, dict):
        raise ValueError(f"{path.name}: should hold names with values, but holds {type(content).__name__}")
    return content


def read_actors(folder: Path) -> list[Actor]:
    """All actors that the knowledge files in `folder` name, states first, in the order of the files.

    Raises ValueError for an unknown field, a wrong value, an unknown ISO code or a file that is no YAML.
    """
    states = list(_states(folder))
    names = {actor.code: actor.entry.name for actor in states if actor.code}
    for actor in states:
        if actor.entry.part_of:
            actor.of = _state_name(names, actor.entry.part_of, actor.where)
    return [
        *states,
        *_by_state(folder, "regions.yml", "region", Kind.STATE, names),
        *_by_section(folder, "organisations.yml", names),
        *_by_state(folder, "institutions.yml", "organisation", Kind.ORGANISATION, names),
        *_media(folder, names),
        *_by_section(folder, "companies.yml", names),
        *_groups(folder),
    ]


def _entry(value: object, where: str) -> Entry:
    """One entry of a file; a bare string is an entry with only a name."""
    try:
        return Entry.model_validate({"name": value} if isinstance(value, str) else value)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "entry"
        named = f" ({value['name']})" if isinstance(value, dict) and "name" in value else ""
        raise ValueError(f"{where}{named}: {field}: {first['msg']}") from error


def _sections(folder: Path, file: str) -> Iterator[tuple[str, str, Entry]]:
    """Section, place and entry of a file that holds lists of entries under section names."""
    for section, values in read_yaml(folder / file).items():
        if not isinstance(values, list):
            raise ValueError(f"{file}: {section}: should be a list of entries")
        for number, value in enumerate(values, 1):
            where = f"{file}: {section}, entry {number}"
            yield str(section), where, _entry(value, where)


def _state_name(names: dict[str, str], code: str | None, where: str) -> str | None:
    if code is None:
        return None
    if code not in names:
        raise ValueError(f"{where}: {code} is no code of a state in states.yml")
    return names[code]


def _states(folder: Path) -> Iterator[Actor]:
    for code, value in read_yaml(folder / "states.yml").items():
        where = f"states.yml: {code}"
        country = pycountry.countries.get(alpha_2=code) if isinstance(code, str) else None
        if country is None and code != "XK":  # Kosovo's code is assigned by its users, not by ISO
            raise ValueError(f'{where}: is no ISO 3166 code of two letters (write "NO" in quotes)')
        yield Actor(
            entry=_entry(value, where),
            where=where,
            domain="state",
            kind=Kind.STATE,
            code=code,
            formal=_formal_names(country),
        )


def _formal_names(country: Any) -> list[str]:
    """The names that ISO 3166 has for a country, as spoken: "Republic of Korea", not "Korea, Republic of"."""
    found = []
    for attribute in ("official_name", "name", "common_name"):
        name: str | None = getattr(country, attribute, None)
        if name:
            first, comma, rest = name.partition(", ")
            spoken = f"{rest} {first}" if comma and rest.endswith(("of", "of the", "The")) else name
            found.append(spoken.removeprefix("the "))
    return [name for name in found if "," not in name and "(" not in name]


def _by_state(folder: Path, file: str, domain: Domain, kind: Kind, names: dict[str, str]) -> Iterator[Actor]:
    for section, where, entry in _sections(folder, file):
        of = None if section == "disputed" else _state_name(names, section, where)
        yield Actor(entry=entry, where=where, domain=domain, kind=kind, of=of)


def _by_section(folder: Path, file: str, names: dict[str, str]) -> Iterator[Actor]:
    for _, where, entry in _sections(folder, file):
        of = _state_name(names, entry.of, where)
        yield Actor(entry=entry, where=where, domain="organisation", kind=Kind.ORGANISATION, of=of)


def _media(folder: Path, names: dict[str, str]) -> Iterator[Actor]:
    types: dict[str, MediaType] = {"agencies": "agency", "outlets": "outlet", "platforms": "platform", "works": "work"}
    for section, where, entry in _sections(folder, "media.yml"):
        if section not in types:
            raise ValueError(f"{where}: the section should be one of {', '.join(types)}")
        of = _state_name(names, entry.state, where)
        yield Actor(entry=entry, where=where, domain="media", kind=Kind.ORGANISATION, of=of, media=types[section])


def _groups(folder: Path) -> Iterator[Actor]:
    content = read_yaml(folder / "groups.yml")
    for section in ("blocs", "peoples"):
        for number, value in enumerate(content.get(section) or [], 1):
            where = f"groups.yml: {section}, entry {number}"
            yield Actor(entry=_entry(value, where), where=where, domain="bloc", kind=Kind.GROUP)
