"""`llms.txt`: the pages of the site with one line each, for programs that read (llmstxt.org)."""

from collections.abc import Iterable, Iterator

from generator.model import Actor, Agreement, Source, Topic
from generator.render.catalogue import Catalogue
from generator.render.dates import day, span
from generator.render.feeds.addresses import Addresses
from generator.render.linking import Linking, name
from generator.render.text import markdown
from generator.render.words import counted

PATH = "llms.txt"

_INDEXES = {
    "Timeline": ("events/index.md", "every event by date, with its status and its citations"),
    "Questions": ("questions/index.md", "what the articles leave open, and what was answered"),
    "Discrepancies": ("discrepancies/index.md", "where sources differ"),
    "Actors": ("actors/index.md", "people, states, organisations and groups"),
    "Topics": ("topics/index.md", "the subjects of the brief"),
    "Agreements": ("agreements/index.md", "treaties, deals and the like"),
    "Sources": ("sources/index.md", "the articles, with their grades"),
}


def llms(catalogue: Catalogue, addresses: Addresses) -> str:
    """The list: what the brief says in sum, its indexes, then every dossier and every source."""
    places = Linking(catalogue, "index.md")
    brief = catalogue.brief

    def section(title: str, things: Iterable[tuple[Actor | Agreement | Source | Topic, str]]) -> Iterator[str]:
        lines = [_line(name(thing), addresses.page(places.target(thing)), words) for thing, words in things]
        if lines:
            yield from ["", f"## {title}", "", *lines]

    lines = [
        f"# {markdown(brief.title)}",
        "",
        *(f"> {markdown(line.text)}" for line in brief.bottom_line),
        *([""] if brief.bottom_line else []),
        "Every line of every page cites the exact words of its source. The JSON of each dossier stands beside its "
        f"page: for {addresses.page('actors/NAME.md')} it is {addresses.file('actors/NAME.json')}.",
        "",
        "## Pages",
        "",
        *(_line(title, addresses.page(path), words) for title, (path, words) in _INDEXES.items()),
        *section("Actors", ((actor, _actor(catalogue, actor)) for actor in catalogue.by_weight)),
        *section("Topics", ((topic, counted(len(topic.events), "event")) for topic in catalogue.topics)),
        *section("Agreements", ((each, _agreement(each)) for each in catalogue.agreements_in_order)),
        *section("Sources", ((source, _source(source)) for source in catalogue.newest_sources)),
    ]
    return "\n".join(lines) + "\n"


def _line(title: str, address: str, words: str) -> str:
    return f"- [{markdown(title)}]({address}): {markdown(words)}"


def _actor(catalogue: Catalogue, actor: Actor) -> str:
    office = f"{actor.roles[0].title}; " if actor.roles else ""
    return f"{actor.kind.value}; {office}{counted(len(catalogue.events_of(actor)), 'event')}"


def _agreement(agreement: Agreement) -> str:
    signed = f", signed {span(agreement.signed)}" if agreement.signed else ""
    return f"{agreement.status.value if agreement.status else 'agreement'}{signed}"


def _source(source: Source) -> str:
    published = day(source.published) if source.published else "undated"
    return ", ".join(part for part in (source.publisher, published) if part)
