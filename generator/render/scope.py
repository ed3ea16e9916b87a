"""What a template can say: links, citations and lines of one page, on top of the catalogue."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.model import (
    Actor,
    Agreement,
    AgreementStatus,
    AgreementStep,
    Event,
    Evidence,
    Kind,
    Provision,
    Question,
    Role,
    Source,
    Statement,
    Topic,
)
from generator.render import dates
from generator.render.continuing import Continuing
from generator.render.linking import Linked, name
from generator.render.parting import Year
from generator.render.passages import SourceParagraph
from generator.render.resting import Fact, Rest
from generator.render.text import attribute, markdown, page_title, shorten
from generator.render.words import capital

_QUOTATION_MARKS = set('"“”„«»「」')
_FOLD_AFTER = 10
_PARTS = {"agent": "Who", "target": "To whom", "with": "With", "about": "About"}

_WAY = [
    AgreementStatus.PROPOSED,
    AgreementStatus.NEGOTIATING,
    AgreementStatus.SIGNED,
    AgreementStatus.IN_FORCE,
]
_ENDS = [AgreementStatus.SUSPENDED, AgreementStatus.BROKEN, AgreementStatus.EXPIRED]


class AgreementPlace(NamedTuple):
    """One stage on an agreement's way: its name, "done", "here" or "open", and the step that the articles tell."""

    stage: str
    state: str
    step: AgreementStep | None


class Scope(Continuing):
    """One page's view of the brief. `path` is the page's path below `docs/`."""

    # Parts of a line

    def event_text(self, event: Event) -> Markup:
        """The event's title with its participants linked."""
        return self.mentions(event.title, [part.actor for part in event.participants])

    def event_date(self, event: Event) -> Markup:
        """The date, as a link to the event in the timeline, or there as the anchor itself."""
        written = dates.span(event.date)
        if self.path == self.catalogue.places.event_of(event.id):
            title = f' title="{dates.basis(event.date)}"' if event.date else ""
            return Markup(f'<span class="date" id="{event.id}"{title}>{written}</span>')
        basis = f"; the date {dates.basis(event.date)}" if event.date else ""
        return Markup(f'[{written}]({self.target(event)} "In the timeline{basis}"){{.date}}')

    def role(self, title: str, of: str | None) -> Markup:
        """An office with what it belongs to: "Prime Minister of Verania", or as it is where it says so already."""
        words = capital(title)
        body = self.catalogue.actors.get(of or "")
        if not body:
            return markdown(words)
        said = any(re.search(rf"\b{re.escape(form)}\b", title) for form in (body.name, *body.aliases))
        return self.mentions(words, [body.id]) if said else markdown(words) + Markup(" of ") + self.link(body)

    def said(self, statement: Statement) -> Markup:
        """The words of a statement: direct speech in quotation marks, a position without."""
        text = statement.text.strip()
        inner = text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
        return markdown(f"“{inner}”" if statement.quoted and not set(inner) & _QUOTATION_MARKS else text)

    def statement_date(self, statement: Statement) -> str:
        """When it was said, or when the article that tells it appeared."""
        if statement.date:
            return dates.span(statement.date)
        published = self.catalogue.sources[statement.evidence[0].source].published
        return dates.day(published) if published else "undated"

    def name(self, thing: Linked) -> Markup:
        """What the thing is called."""
        return markdown(name(thing))

    def title(self, thing: Linked) -> Markup:
        """What the thing is called, for the page's front matter."""
        return page_title(name(thing))

    def roles(self, actor: Actor) -> list[Role]:
        """The actor's roles; one that does not say of what gives its evidence to the same office of something."""
        said_of = {role.title.casefold(): role for role in actor.roles if role.of}
        vague = [role for role in actor.roles if not role.of and role.title.casefold() in said_of]
        return [
            role.model_copy(update={"evidence": role.evidence + [e for each in same for e in each.evidence]})
            for role in actor.roles
            if role not in vague
            for same in [[each for each in vague if said_of[each.title.casefold()] is role]]
        ]

    def rest(self, rest: Rest) -> Markup:
        """A fact that rests on a passage, as a link to where it is told; speech is named by its speaker alone."""
        if isinstance(rest.fact, Statement):
            known = self.catalogue.actors.get(rest.fact.speaker or "")
            return self.link(rest.fact, f"{known.name} says") if known else markdown("someone says")
        if isinstance(rest.fact, Agreement) and rest.text != rest.fact.title:
            return self.link(rest.fact, f"{capital(rest.fact.title)}: {shorten(rest.text, 80)}")
        return self.link(rest.fact)

    # Lists of facts

    def events(self, identifiers: Iterable[str]) -> list[Event]:
        """The events of these ids, newest first."""
        known = self.catalogue.events
        return self.catalogue.newest_first(known[each] for each in identifiers if each in known)

    def latest(self, identifiers: Iterable[str]) -> list[Event]:
        """Those of these events that have happened, what is news before what is background."""
        wanted = set(identifiers)
        return [event for event in self.catalogue.latest if event.id in wanted]

    def agreements(self, identifiers: Iterable[str]) -> list[Agreement]:
        """The agreements of these ids."""
        known = self.catalogue.agreements
        return [known[each] for each in identifiers if each in known]

    def questions(self, identifiers: Iterable[str]) -> list[Question]:
        """The questions of these ids, open ones first."""
        wanted = set(identifiers)
        in_order = [*self.catalogue.open_questions, *self.catalogue.answered_questions]
        return [question for question in in_order if question.id in wanted]

    def known_actors(self, identifiers: Iterable[str]) -> list[Actor]:
        """The actors of these ids, by weight."""
        wanted = set(identifiers)
        return [actor for actor in self.catalogue.by_weight if actor.id in wanted]

    def evidence_of(self, *facts: Iterable[Fact | Provision]) -> list[Evidence]:
        """The passages of all these facts."""
        return [passage for several in facts for fact in several for passage in fact.evidence]

    def by_source(self, evidence: Iterable[Evidence]) -> dict[str, list[Evidence]]:
        """The passages by the id of the source in which they stand."""
        found: dict[str, list[Evidence]] = {}
        for passage in evidence:
            found.setdefault(passage.source, []).append(passage)
        return found

    def aliases(self, thing: Actor | Agreement) -> list[tuple[str, list[Evidence]]]:
        """The other names that stand in a passage, each with the passages that show it."""
        shown = [(alias, self.catalogue.alias_evidence(alias, thing.evidence)) for alias in thing.aliases]
        return [(alias, evidence) for alias, evidence in shown if evidence]

    def steps(self, agreement: Agreement) -> list[AgreementPlace]:
        """The way of an agreement: every stage it passed, is at, or would come to, with what is known of it."""
        if agreement.status is None:
            return []
        told = {step.status: step for step in agreement.steps}
        ends = [status for status in _ENDS if status in told or status is agreement.status]
        way = [*_WAY, *ends]
        here = way.index(agreement.status)
        return [
            AgreementPlace(status.value, "done" if i < here else "here" if i == here else "open", told.get(status))
            for i, status in enumerate(way)
            if i <= here or status in _WAY
        ]

    def continued(self, paragraphs: Iterable[SourceParagraph]) -> list[str]:
        """The passages of a source's page that are shown in more than one piece."""
        return list(dict.fromkeys(anchor for paragraph in paragraphs for anchor in paragraph.words.continued))

    def giving(self, event: Event, field: str) -> list[Evidence]:
        """The passages of the sources that give the value shown of a field; all where that is not known."""
        sources = event.given_by.get(field, [])
        return [passage for passage in event.evidence if passage.source in sources] or event.evidence

    def parts_in(self, event: Event) -> list[tuple[str, list[str]]]:
        """Who took part, by the part they had: heading and actor ids."""
        found: dict[str, list[str]] = {}
        for participant in event.participants:
            found.setdefault(_PARTS.get(participant.role, capital(participant.role)), []).append(participant.actor)
        return list(found.items())

    def in_years(self, years: Iterable[Year]) -> list[Event]:
        """All events of these years."""
        return [event for year in years for month in year.months for event in month.events]

    def in_topics(self, listed: Iterable[tuple[Topic | None, Sequence[Question]]]) -> list[Question]:
        """All questions of these topics."""
        return [question for _, questions in listed for question in questions]

    def in_kinds(self, listed: Mapping[Kind, Sequence[Actor]]) -> list[Actor]:
        """All actors of these kinds."""
        return [actor for actors in listed.values() for actor in actors]

    def fold[T](self, items: Sequence[T], after: int = _FOLD_AFTER) -> tuple[Sequence[T], Sequence[T]]:
        """The items that stand open and those that are folded away; a single item is not worth folding."""
        shown = after if len(items) > after + 1 else len(items)
        return items[:shown], items[shown:]


def source_line(source: Source) -> str:
    """Publisher, author and date of a source in one line, as far as known."""
    published = dates.day(source.published) if source.published else "undated"
    return " · ".join(part for part in (source.publisher, source.author, published) if part)


def safe_url(url: str | None) -> Markup | None:
    """The address if it leads to the web, escaped; None for any other kind of address."""
    if url and re.match(r"https?://[^\s<>\"'()\\]+$", url):
        return Markup(attribute(url))
    return None
