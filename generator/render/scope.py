"""What a template can say: links, citations and lines of one page, on top of the catalogue."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.assess import Fallen
from generator.model import (
    Actor,
    Agreement,
    AgreementStatus,
    AgreementStep,
    Change,
    Discrepancy,
    Event,
    Evidence,
    Judgement,
    Kind,
    Provision,
    Question,
    Role,
    Source,
    Statement,
    Topic,
)
from generator.render import dates
from generator.render.catalogue import Catalogue, Fact, Rest
from generator.render.citations import Citations, relative
from generator.render.passages import SourceParagraph
from generator.render.standing import MATTERS, grades, judged, reviewed, stages, told_by
from generator.render.text import attribute, markdown, page_title, shorten
from generator.render.words import capital, counted

_SHOWN_MARKS = 4
_QUOTATION_MARKS = set('"“”„«»「」')
_FOLD_AFTER = 10
_LONGEST_FALLEN = 110

_WAY = [
    AgreementStatus.PROPOSED,
    AgreementStatus.NEGOTIATING,
    AgreementStatus.SIGNED,
    AgreementStatus.IN_FORCE,
]
_ENDS = [AgreementStatus.SUSPENDED, AgreementStatus.BROKEN, AgreementStatus.EXPIRED]

type Linked = Actor | Agreement | Discrepancy | Event | Question | Source | Statement | Topic
type Reviewed = Actor | Agreement | Event | Question | Source | Statement


class AgreementPlace(NamedTuple):
    """One stage on an agreement's way: its name, "done", "here" or "open", and the step that the articles tell."""

    stage: str
    state: str
    step: AgreementStep | None


class Scope:
    """One page's view of the brief. `path` is the page's path below `docs/`."""

    def __init__(self, catalogue: Catalogue, path: str) -> None:
        self.catalogue = catalogue
        self.path = path
        self._folder = posixpath.dirname(path)
        self._citations = Citations(catalogue.sources, self._folder)
        self._standing = catalogue.standing

    # Citations

    def cite(self, fact: Evidence | Fact | Iterable[Evidence], limit: int | None = _SHOWN_MARKS) -> Markup:
        """The citation marks of a fact, or of passages; those over the limit are one click away."""
        if isinstance(fact, Evidence):
            return self._citations.cite([fact])
        if isinstance(fact, Event | Agreement | Question | Statement):
            return self._citations.cite(fact.evidence, limit, self.target(fact))
        return self._citations.cite(fact, limit)

    def definitions(self) -> Markup:
        """The targets of all citations so far; to stand at the end of the page."""
        return self._citations.definitions()

    # How a fact stands

    def confidence(self, fact: Event | Agreement | Judgement) -> Markup:
        """A mark of how well a fact is borne out: a link to the rules, with both grades and their reasons as tip."""
        level = fact.confidence if isinstance(fact, Judgement) else fact.assessment and fact.assessment.confidence
        if not level:
            return Markup("")
        tip = judged(fact) if isinstance(fact, Judgement) else grades(fact)
        return self._mark(f"{level} confidence", self.to("sources/index.md", "_grades"), tip, f"confidence {level}")

    def contested(self, fact: Event | Agreement) -> Markup:
        """Links to where sources differ about the fact; nothing where they agree."""
        marks = [
            self._mark(
                f"sources differ on {MATTERS[each.matter]}",
                self.to("discrepancies/index.md", each.id),
                "; ".join(account.value for account in each.accounts),
                "contested",
            )
            for each in self._standing.discrepancies(fact.id)
        ]
        return Markup(" ").join(marks)

    def aside(self, event: Event) -> Markup:
        """What is said beside an event: where, by how many, what it was before, what a person did; "" if nothing."""
        parts = [markdown(event.place)] if event.place and event.place not in event.title else []
        parts += [markdown(told_by(event))] if len({e.source for e in event.evidence}) > 1 else []
        parts += [
            markdown(f"{stage.status.value}{f' as of {dates.day(stage.reported)}' if stage.reported else ''}")
            + Markup(" ")
            + self.cite(stage.evidence, 1)
            for stage in stages(event)
        ]
        return Markup(" · ").join([*parts, *self.hand(event)])

    def hand(self, fact: Reviewed) -> list[Markup]:
        """What a person did to the fact, and the note they left."""
        said = [reviewed(fact.review), fact.review.note if fact.review else None]
        return [markdown(words) for words in said if words]

    def changed(self, change: Change) -> Markup:
        """What changed, as a link to where it stands now with its citation; of what was withdrawn only the words."""
        catalogue = self.catalogue
        facts: Mapping[str, Mapping[str, Actor | Fact]] = {
            "actor": catalogue.actors,
            "event": catalogue.events,
            "agreement": catalogue.agreements,
            "question": catalogue.questions,
        }
        if fact := facts.get(change.item, {}).get(change.id):
            return self.link(fact, change.text) + Markup(" ") + self.cite(fact.evidence, 1)
        if change.item == "source" and (source := catalogue.sources.get(change.id)):
            return self.link(source, change.text)
        return markdown(change.text)

    def fallen(self, fallen: Fallen) -> Markup:
        """What falls with a source, as a link to where it stands; a part of a fact leads to the fact."""
        catalogue = self.catalogue
        tables: Sequence[Mapping[str, Actor | Fact]] = (
            catalogue.events,
            catalogue.agreements,
            catalogue.questions,
            catalogue.actors,
        )
        thing = next((table[fallen.id] for table in tables if fallen.id in table), None)
        words = shorten(fallen.text, _LONGEST_FALLEN)
        return self.link(thing, words) if thing else markdown(words)

    @staticmethod
    def tally(several: Iterable[Fallen]) -> str:
        """How many of each kind there are: "3 events, 1 statement"."""
        return ", ".join(counted(number, item) for item, number in Counter(each.item for each in several).items())

    def age(self, question: Question) -> str:
        """For how long the question has been open, in words."""
        return self._standing.age(question)

    @staticmethod
    def _mark(words: str, target: str, tip: str, classes: str) -> Markup:
        names = " ".join(f".{name}" for name in classes.split())
        title = attribute(tip).replace("(", "&#40;").replace(")", "&#41;")
        return Markup(f'[{markdown(words)}]({target} "{title}"){{{names}}}')

    # Links

    def to(self, path: str, anchor: str = "") -> str:
        """A link target from this page to another page, by its path below `docs/`."""
        if path == self.path and anchor:
            return f"#{anchor}"
        target = relative(path, self._folder)
        return f"{target}#{anchor}" if anchor else target

    def target(self, thing: Linked) -> str:
        """Where the thing is told in full; "" for a statement of nobody."""
        match thing:
            case Event():
                return self.to("events/index.md", thing.id)
            case Question():
                return self.to("questions/index.md", thing.id)
            case Agreement():
                return self.to(f"agreements/{thing.id}.md")
            case Topic():
                return self.to(f"topics/{thing.id}.md")
            case Source():
                return self.to(f"sources/{thing.id}.md")
            case Actor():
                return self.to(f"actors/{thing.id}.md")
            case Discrepancy():
                return self.to("discrepancies/index.md", thing.id)
            case Statement():
                known = thing.speaker in self.catalogue.actors
                return self.to(f"actors/{thing.speaker}.md", f"said-{thing.id}") if known else ""

    def link(self, thing: Linked, words: str | None = None) -> Markup:
        """A link to the thing with its name, or with these words; no link from a page to itself."""
        shown = markdown(words or name(thing))
        target = self.target(thing)
        here = target == posixpath.basename(self.path)
        return shown if here or not target else Markup(f"[{shown}]({target})")

    def actor(self, identifier: str) -> Markup:
        """A link to an actor by id; the id itself where no such actor is known."""
        known = self.catalogue.actors.get(identifier)
        return self.link(known) if known else markdown(identifier)

    def actors(self, identifiers: Iterable[str]) -> Markup:
        """Links to actors, parted by commas."""
        return Markup(", ").join(map(self.actor, dict.fromkeys(identifiers)))

    def mentions(self, text: str, identifiers: Iterable[str]) -> Markup:
        """The text with the first mention of each of these actors as a link to the actor."""
        forms = {
            form: actor
            for identifier in identifiers
            if (actor := self.catalogue.actors.get(identifier)) and self.target(actor) != posixpath.basename(self.path)
            for form in (actor.name, *actor.aliases)
            if len(form) > 2
        }
        if not forms:
            return markdown(text)
        longest_first = sorted(forms, key=len, reverse=True)
        linked: set[str] = set()
        done, position = Markup(), 0
        for found in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", text):
            actor = forms[found.group()]
            if actor.id not in linked:
                linked.add(actor.id)
                done += markdown(text[position : found.start()]) + self.link(actor, found.group())
                position = found.end()
        return done + markdown(text[position:])

    # Parts of a line

    def event_text(self, event: Event) -> Markup:
        """The event's title with its participants linked."""
        return self.mentions(event.title, [part.actor for part in event.participants])

    def event_date(self, event: Event) -> Markup:
        """The date, as a link to the event in the timeline, or there as the anchor itself."""
        written = dates.span(event.date)
        if self.path == "events/index.md":
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

    def of_source(self, evidence: Iterable[Evidence], source: Source) -> list[Evidence]:
        """Those of the passages that stand in one source."""
        return [passage for passage in evidence if passage.source == source.id]

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

    def fold[T](self, items: Sequence[T], after: int = _FOLD_AFTER) -> tuple[Sequence[T], Sequence[T]]:
        """The items that stand open and those that are folded away; a single item is not worth folding."""
        shown = after if len(items) > after + 1 else len(items)
        return items[:shown], items[shown:]


def name(thing: Linked) -> str:
    """What the thing is called."""
    match thing:
        case Actor():
            return capital(thing.name) if thing.kind is Kind.GROUP else thing.name
        case Topic():
            return thing.name
        case Question() | Statement():
            return thing.text
        case Agreement():
            return capital(thing.title)
        case Event() | Source():
            return thing.title
        case Discrepancy():
            return capital(MATTERS[thing.matter])


def source_line(source: Source) -> str:
    """Publisher, author and date of a source in one line, as far as known."""
    published = dates.day(source.published) if source.published else "undated"
    return " · ".join(part for part in (source.publisher, source.author, published) if part)


def safe_url(url: str | None) -> Markup | None:
    """The address if it leads to the web, escaped; None for any other kind of address."""
    if url and re.match(r"https?://[^\s<>\"'()\\]+$", url):
        return Markup(attribute(url))
    return None
