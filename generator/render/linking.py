"""Links and citations of one page."""

import posixpath
import re
from collections.abc import Iterable

from markupsafe import Markup

from generator.model import (
    MATTERS,
    Actor,
    Agreement,
    Discrepancy,
    Event,
    Evidence,
    Kind,
    Question,
    Source,
    Statement,
    Topic,
)
from generator.render.catalogue import Catalogue
from generator.render.citations import Citations, relative
from generator.render.places import passages
from generator.render.resting import Fact
from generator.render.text import markdown
from generator.render.words import capital

_SHOWN_MARKS = 4

type Linked = Actor | Agreement | Discrepancy | Event | Question | Source | Statement | Topic


class Linking:
    """What one page links to and cites. `path` is the page's path below `docs/`."""

    def __init__(self, catalogue: Catalogue, path: str) -> None:
        self.catalogue = catalogue
        self.path = path
        self._folder = posixpath.dirname(path)
        self._citations = Citations(catalogue.sources, self._folder)
        self._standing = catalogue.standing

    def cite(self, fact: Evidence | Fact | Iterable[Evidence], limit: int | None = _SHOWN_MARKS) -> Markup:
        """The citation marks of a fact, or of passages; those over the limit are one click away."""
        if isinstance(fact, Evidence):
            return self._citations.cite([fact])
        if isinstance(fact, Event | Agreement | Question | Statement):
            return self._citations.cite(fact.evidence, limit, self._all_passages(fact))
        return self._citations.cite(fact, limit)

    def _all_passages(self, fact: Fact) -> str:
        """Where all passages of a fact are: its own page if it has one for them, else where it is told in full."""
        own = passages(fact) if isinstance(fact, Event) else None
        return self.to(own) if own else self.target(fact)

    def definitions(self) -> Markup:
        """The targets of all citations so far; to stand at the end of the page."""
        return self._citations.definitions()

    def to(self, path: str, anchor: str = "") -> str:
        """A link target from this page to another page, by its path below `docs/`."""
        if path == self.path and anchor:
            return f"#{anchor}"
        target = relative(path, self._folder)
        return f"{target}#{anchor}" if anchor else target

    def way(self, path: str, words: str) -> Markup:
        """A link with these words to another page, by its path below `docs/`."""
        return Markup(f"[{markdown(words)}]({self.to(path)})")

    def target(self, thing: Linked) -> str:
        """Where the thing is told in full; "" for a statement of nobody."""
        match thing:
            case Event():
                return self.to(self.catalogue.places.event_of(thing.id), thing.id)
            case Question():
                return self.to(self.catalogue.places.question(thing), thing.id)
            case Agreement():
                return self.to(f"agreements/{thing.id}.md")
            case Topic():
                return self.to(f"topics/{thing.id}.md")
            case Source():
                return self.to(f"sources/{thing.id}.md")
            case Actor():
                return self.to(f"actors/{thing.id}.md")
            case Discrepancy():
                return self.to(self.catalogue.places.discrepancy(thing), thing.id)
            case Statement():
                known = thing.speaker in self.catalogue.actors
                return self.to(self.catalogue.places.statement(thing), f"said-{thing.id}") if known else ""

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
