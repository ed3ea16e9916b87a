"""Dossiers of actors and agreements."""

from collections.abc import Iterator, Sequence

from generator.model import Actor, Agreement, AgreementStep, Event, Kind, Question, Statement
from generator.render import dates
from generator.render.linking import name
from generator.render.standing import told_by
from generator.render.words import capital, counted, quoted
from generator.typeset.blocks import Block, Heading, Line, Listing, Mark, Numbered, Paragraph, Stage, Way, Words
from generator.typeset.lines import Lines, anchor

KINDS = {Kind.PERSON: "Person", Kind.STATE: "State", Kind.ORGANISATION: "Organisation", Kind.GROUP: "Group"}

TIMELINE, QUESTIONS = "timeline", "questions"
"""The anchors of the sections that tell everything."""

_MOST = 12
_MOST_RELATIONS = 8
_MOST_ALIASES = 8


class Dossiers:
    """Writes dossiers with the lines of one document."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._catalogue = lines.catalogue
        self._cite = lines.citing.cite

    def actor(self, actor: Actor) -> Iterator[Block]:
        """The header, what the articles establish, and every kind of fact that there is."""
        yield self._actor_heading(actor)
        yield from self._roles(actor)
        yield from self._aliases(actor)
        yield from self._told(actor)
        if actor.bottom_line:
            yield Paragraph([self._lines.sentence(line, 3, actor.id) for line in actor.bottom_line], "lead")
        yield from self._events("Timeline", self._catalogue.events_of(actor), actor.id)
        yield from self._relations(actor)
        agreements = self._catalogue.agreements_of(actor)
        yield from self._list("Agreements", [self._lines.agreement(each) for each in agreements])
        yield from self._statements("In their words", self._catalogue.statements_by(actor), speaker=False)
        yield from self._questions("Questions", self._catalogue.questions_about(actor))

    def _actor_heading(self, actor: Actor) -> Heading:
        kicker: Words = [KINDS[actor.kind]]
        if actor.part_of in self._catalogue.actors:
            kicker += [", part of ", self._lines.actor(actor.part_of or "")]
        return Heading(2, name(actor), anchor(actor), kicker, "dossier")

    def _roles(self, actor: Actor) -> Iterator[Block]:
        sentences: list[tuple[Words, list[Mark]]] = []
        for role in self._lines.scope.roles(actor):
            said = self._catalogue.role_said(role.evidence)
            words = self._lines.role(role) + ([f" (as of {dates.day(said)})"] if said else [])
            sentences.append((words, self._cite(role.evidence, 2, count=False)))
        if sentences:
            yield Paragraph(sentences, "roles")

    def _aliases(self, thing: Actor) -> Iterator[Block]:
        others = self._lines.scope.aliases(thing)[:_MOST_ALIASES]
        if others:
            named: list[tuple[Words, list[Mark]]] = [
                ([each], self._cite(evidence, 1, count=False)) for each, evidence in others
            ]
            yield Paragraph(named, "also")

    def _told(self, actor: Actor) -> Iterator[Block]:
        numbers = {
            "event": len(self._catalogue.events_of(actor)),
            "statement": len(self._catalogue.statements_by(actor)),
            "agreement": len(self._catalogue.agreements_of(actor)),
        }
        told = self._lines.seen(actor.evidence, [counted(number, noun) for noun, number in numbers.items() if number])
        if not any(numbers.values()):
            told.sentences = [(words, self._cite(actor.evidence, 3, count=False)) for words, _ in told.sentences]
        yield told

    def _relations(self, actor: Actor) -> Iterator[Block]:
        relations = self._catalogue.relations(actor)[:_MOST_RELATIONS]
        yield from self._list("Relations", [self._lines.relation(each) for each in relations])

    def agreement(self, agreement: Agreement) -> Iterator[Block]:
        """The particulars, the way it went, its provisions, what is said of it, what it leaves open."""
        yield Heading(2, name(agreement), anchor(agreement), ["Agreement"], "dossier")
        yield Listing(list(self._particulars(agreement)), "particulars")
        yield from self._way(agreement)
        if agreement.provisions:
            yield Heading(3, "Provisions")
            yield Numbered([([capital(each.text)], self._cite(each.evidence)) for each in agreement.provisions])
        yield from self._statements("What is said of it", self._catalogue.statements_around(agreement))
        yield from self._questions("What it leaves open", self._catalogue.questions_around(agreement))
        yield from self._events("Events around it", self._catalogue.events_around(agreement))

    def _particulars(self, agreement: Agreement) -> Iterator[Line]:
        if agreement.parties:
            yield Line("Parties", self._lines.actors(agreement.parties), self._cite(agreement.evidence, 3))
        if agreement.signed:
            signing = self._lines.scope.signing(agreement)
            yield Line("Signed", [dates.span(agreement.signed)], self._cite(signing, 3))
        if agreement.status:
            held = agreement.steps[-1].evidence if agreement.steps else agreement.evidence
            line = Line("Status", [agreement.status.value], self._cite(held, 3))
            line.notes = [[f"confidence {agreement.assessment.confidence}"]] if agreement.assessment else []
            line.notes += [[told_by(agreement)]] if len({e.source for e in agreement.evidence}) > 1 else []
            line.notes += self._lines.contested(agreement.id) + self._lines.by_hand(agreement)
            yield line
        yield from self._called(agreement)

    def _called(self, agreement: Agreement) -> Iterator[Line]:
        """The other names of the agreement in one line, each with a citation of its own."""
        others = self._lines.scope.aliases(agreement)[:_MOST_ALIASES]
        if others:
            yield Line(
                "Called", [], parts=[([alias], self._cite(evidence, 1, count=False)) for alias, evidence in others]
            )

    def _way(self, agreement: Agreement) -> Iterator[Block]:
        places = self._lines.scope.steps(agreement)
        if not places:
            return
        stages = [Stage(p.stage, p.state, dates.span(p.step.date) if p.step and p.step.date else "") for p in places]
        yield Way(stages)
        if agreement.steps:
            yield Listing([self._step(step) for step in agreement.steps])

    def _step(self, step: AgreementStep) -> Line:
        words: Words = [f"{capital(step.status.value)}: {quoted(step.evidence[0].quote)}"]
        return Line(dates.span(step.date), words, self._cite(step.evidence, 3))

    # Lists that a dossier shows the first of

    def _events(self, title: str, events: Sequence[Event], but: str = "") -> Iterator[Block]:
        yield from self._list(title, [self._lines.event(each, but=but) for each in events[:_MOST]])
        yield from self._lines.rest(_MOST, len(events), TIMELINE, "the timeline")

    def _questions(self, title: str, questions: Sequence[Question]) -> Iterator[Block]:
        yield from self._list(title, [self._lines.question(each) for each in questions[:_MOST]])
        yield from self._lines.rest(_MOST, len(questions), QUESTIONS, "the questions")

    def _statements(self, title: str, statements: Sequence[Statement], speaker: bool = True) -> Iterator[Block]:
        found = [self._lines.statement(each, speaker) for each in statements[:_MOST]]
        yield from self._list(title, found, "quotes")
        if len(statements) > _MOST:
            yield Paragraph([([f"{len(statements) - _MOST} more are in the brief’s data"], [])], "more")

    @staticmethod
    def _list(title: str, found: Sequence[Line], look: str = "facts") -> Iterator[Block]:
        if found:
            yield Heading(3, title)
            yield Listing(list(found), look)
