"""Facts as lines of a document: words with their links, citations, and what qualifies them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from generator.model import (
    MATTERS,
    Actor,
    Agreement,
    Discrepancy,
    Event,
    Evidence,
    Judgement,
    Question,
    Role,
    Source,
    Statement,
)
from generator.render import dates
from generator.render.catalogue import Catalogue, Relation
from generator.render.figures import quad_class
from generator.render.linking import name
from generator.render.scope import Scope
from generator.render.standing import reviewed, stages, told_by
from generator.render.words import capital, counted, quoted
from generator.typeset.blocks import Judged, Line, Link, Mark, PageOf, Paragraph, Words
from generator.typeset.notes import ALL_MARKS, SHOWN_MARKS, Citing

type Reviewed = Actor | Agreement | Event | Question | Source | Statement

MOST_MENTIONED = 8
"""Names of an actor that are looked for in a sentence."""
_SHORTEST_NAME = 3


def anchor(thing: Actor | Agreement | Discrepancy | Event | Question) -> str:
    """The anchor of the place where a thing is told in full."""
    return f"{type(thing).__name__.lower()} {thing.id}"


class Lines:
    """Writes lines of facts for one document. Citations are numbered in the order in which the lines are asked for.

    `elsewhere` says by its anchor where a section is told in full that this document does not tell in full.
    """

    def __init__(
        self, catalogue: Catalogue, citing: Citing, elsewhere: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.catalogue = catalogue
        self.citing = citing
        self._elsewhere = elsewhere
        self.scope = Scope(catalogue, "index.md")

    # Words

    def mentions(self, text: str, identifiers: Iterable[str], but: str = "") -> Words:
        """The text with the first mention of each of these actors as a link to its dossier, save that of `but`."""
        forms = {
            form: actor
            for identifier in identifiers
            if identifier != but and (actor := self.catalogue.actors.get(identifier))
            for form in (actor.name, *actor.aliases[:MOST_MENTIONED])
            if len(form) >= _SHORTEST_NAME
        }
        if not forms:
            return [text]
        linked: set[str] = set()
        words: Words = []
        position = 0
        longest_first = sorted(forms, key=len, reverse=True)
        for found in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", text):
            actor = forms[found.group()]
            if actor.id not in linked:
                linked.add(actor.id)
                words += [text[position : found.start()], Link(found.group(), anchor(actor))]
                position = found.end()
        return [each for each in (*words, text[position:]) if each]

    def actor(self, identifier: str) -> Link:
        """An actor's name as a link to its dossier; the id itself where no such actor is known."""
        known = self.catalogue.actors.get(identifier)
        return Link(name(known), anchor(known)) if known else Link(identifier)

    def actors(self, identifiers: Iterable[str]) -> Words:
        """Names of actors, parted by commas."""
        words: Words = []
        for identifier in dict.fromkeys(identifiers):
            words += [", ", self.actor(identifier)]
        return words[1:]

    def role(self, role: Role) -> Words:
        """An office with what it belongs to, where its own words do not say so."""
        words = capital(role.title)
        body = self.catalogue.actors.get(role.of or "")
        if not body:
            return [words]
        said = any(re.search(rf"\b{re.escape(form)}\b", role.title) for form in (body.name, *body.aliases))
        return self.mentions(words, [body.id]) if said else [words, " of ", self.actor(body.id)]

    def said(self, statement: Statement) -> str:
        """The words of a statement: direct speech in quotation marks, a position without."""
        text = statement.text.strip()
        inner = text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
        return f"“{inner}”" if statement.quoted and not set(inner) & set('"“”„«»「」') else text

    def by_hand(self, fact: Reviewed) -> list[Words]:
        """What a person did to the fact, and the note they left."""
        said = [reviewed(fact.review), fact.review.note if fact.review else None]
        return [[words] for words in said if words]

    # Lines

    def sentence(self, judgement: Judgement, limit: int = SHOWN_MARKS, but: str = "") -> tuple[Words, list[Mark]]:
        """A judgement's sentence with its citations."""
        actors = [each for fact in judgement.about for each in self._taking_part(fact)]
        return self.mentions(judgement.text, actors, but), self.citing.cite(judgement.evidence, limit)

    def judged(self, judgement: Judgement) -> Judged:
        """A key judgement."""
        words, cites = self.sentence(judgement)
        reason = capital(judgement.reason.rstrip(".")) + "." if judgement.reason else ""
        return Judged(words, cites, judgement.confidence or "", reason, judgement.author)

    def event(self, event: Event, here: bool = False, but: str = "", cited: Sequence[Evidence] = ()) -> Line:
        """An event. `here` is its place in the timeline, which all others lead to; `but` is whose dossier it is in.

        `cited` are the passages to cite where these are not the event's own.
        """
        line = Line(dates.span(event.date), self.mentions(event.title, [p.actor for p in event.participants], but))
        line.cites = self.citing.cite(cited or event.evidence, ALL_MARKS if here else SHOWN_MARKS)
        line.anchor, line.to = (anchor(event), "") if here else ("", anchor(event))
        line.status, line.nature = event.status.value, quad_class(event)
        line.notes = self._qualified(event, here)
        return line

    def _qualified(self, event: Event, full: bool) -> list[Words]:
        """Status, confidence, corroboration, contradiction; in full also place, earlier stages and what people did.

        A confidence that is low is not named: most single reports have no other, as the timeline says once for all.
        """
        notes: list[Words] = [] if event.status.value == "occurred" else [[event.status.value]]
        if event.assessment and event.assessment.confidence != "low":
            notes.append([f"confidence {event.assessment.confidence}"])
        if len({passage.source for passage in event.evidence}) > 1:
            notes.append([told_by(event)])
        notes += self.contested(event.id)
        if full:
            notes += [[event.place]] if event.place and event.place not in event.title else []
            for stage in stages(event):
                when = f" as of {dates.day(stage.reported)}" if stage.reported else ""
                notes.append([f"{stage.status.value}{when}"])
            notes += self.by_hand(event)
        return notes

    def contested(self, identifier: str) -> list[Words]:
        """Links to where sources differ about a fact."""
        found = self.catalogue.standing.discrepancies(identifier)
        return [[Link(f"sources differ on {MATTERS[each.matter]}", anchor(each))] for each in found]

    def question(self, question: Question, here: bool = False) -> Line:
        """A question, with its age, what would answer it, and what answered it."""
        raised = dates.day(question.raised) if question.raised else "undated"
        line = Line(raised, self.mentions(question.text, question.about), self.citing.cite(question.evidence))
        line.anchor, line.to = (anchor(question), "") if here else ("", anchor(question))
        age = self.catalogue.standing.age(question)
        line.notes = [["answered"]] if question.status == "answered" else [[age]] if age else []
        line.notes += self.by_hand(question)
        if here and question.indicators and question.status == "open":
            line.lines.append(Line("Would answer it", ["; ".join(question.indicators)]))
        line.lines += self._answers(question, here)
        return line

    def _answers(self, question: Question, full: bool) -> list[Line]:
        events = [self.catalogue.events[each] for each in question.answered_by if each in self.catalogue.events]
        lines = [self.event(event, cited=question.answer) for event in events]
        if full and lines and question.answer:
            lines[0].notes.append([quoted(question.answer[0].quote)])
        return lines

    def statement(self, statement: Statement, speaker: bool = True) -> Line:
        """What somebody said."""
        line = Line(self.scope.statement_date(statement), [self.said(statement)], self.citing.cite(statement.evidence))
        if speaker and statement.speaker:
            line.words = [self.actor(statement.speaker), ": ", *line.words]
        return line

    def agreement(self, agreement: Agreement) -> Line:
        """An agreement, as a line that leads to its dossier."""
        words: Words = [Link(name(agreement), anchor(agreement))]
        line = Line(dates.span(agreement.signed), words, self.citing.cite(agreement.evidence))
        line.notes = [[agreement.status.value]] if agreement.status else []
        line.notes += [self.actors(agreement.parties)] if agreement.parties else []
        return line

    def relation(self, relation: Relation) -> Line:
        """With whom an actor shares how many events."""
        line = Line(counted(len(relation.events), "event"), [self.actor(relation.actor.id)])
        line.cites = self.citing.cite(relation.evidence, 3, count=False)
        natures = (("cooperative", relation.cooperative), ("conflictual", relation.conflictual))
        line.notes = [[", ".join(f"{number} {nature}" for nature, number in natures if number)]]
        line.notes = [note for note in line.notes if note != [""]]
        return line

    def seen(self, evidence: Sequence[Evidence], parts: Iterable[str]) -> Paragraph:
        """When and in how many sources something is told."""
        seen = self.catalogue.seen(evidence)
        when = f"In articles of {' to '.join(dict.fromkeys(map(dates.day, seen)))}" if seen else ""
        told = counted(len(self.catalogue.sources_of(evidence)), "source")
        return Paragraph([([" · ".join(part for part in (when, told, *parts) if part)], [])], "seen")

    def rest(self, shown: int, of: int, where: str, words: str) -> list[Paragraph]:
        """That there is more elsewhere, and on which page or in which volume; nothing where all is shown."""
        if shown >= of:
            return []
        if elsewhere := self._elsewhere.get(where):
            return [Paragraph([([f"{of - shown} more in {words} {elsewhere}"], [])], "more")]
        return [Paragraph([([f"{of - shown} more in ", Link(words, where), ", page ", PageOf(where)], [])], "more")]

    def _taking_part(self, identifier: str) -> list[str]:
        if event := self.catalogue.events.get(identifier):
            return [part.actor for part in event.participants]
        agreement = self.catalogue.agreements.get(identifier)
        return list(agreement.parties) if agreement else []
