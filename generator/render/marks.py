"""What is said beside a fact: how well it is borne out, where sources differ, what it was, what a person did."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from generator.assess.dependence import Fallen
from generator.model import (
    MATTERS,
    Actor,
    Agreement,
    AgreementStatus,
    Change,
    Event,
    Evidence,
    Judgement,
    Question,
    Source,
    Statement,
)
from generator.render import dates
from generator.render.linking import Linking
from generator.render.places import story
from generator.render.resting import Fact
from generator.render.standing import grades, judged, reviewed, stages, told_by
from generator.render.text import attribute, markdown, shorten
from generator.render.words import counted

_LONGEST_FALLEN = 110

type Reviewed = Actor | Agreement | Event | Question | Source | Statement


class Marks(Linking):
    """The marks of one page."""

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
                self.target(each),
                "; ".join(account.value for account in each.accounts),
                "contested",
            )
            for each in self._standing.discrepancies(fact.id)
        ]
        return Markup(" ").join(marks)

    def aside(self, event: Event) -> Markup:
        """What is said beside an event: where, by how many, what it was before, what a person did; "" if nothing."""
        parts = [markdown(event.place)] if event.place and event.place not in event.title else []
        parts += self._told_by(event)
        parts += self._lone_date(event)
        parts += [
            markdown(f"{stage.status.value}{f' as of {dates.day(stage.reported)}' if stage.reported else ''}")
            + Markup(" ")
            + self.cite(stage.evidence, 1)
            for stage in stages(event)
        ]
        return Markup(" · ").join([*parts, *self.hand(event)])

    def _told_by(self, event: Event) -> list[Markup]:
        """How many tell an event that more than one source tells, as a link to the page of who tells it."""
        if len({e.source for e in event.evidence}) == 1:
            return []
        page = story(event)
        return [self.way(page, told_by(event)) if page and page != self.path else markdown(told_by(event))]

    def _lone_date(self, event: Event) -> list[Markup]:
        """A note where several sources tell an event and only one of them gives its date."""
        dated = event.given_by.get("date", [])
        if len(dated) != 1 or len({e.source for e in event.evidence}) == 1:
            return []
        passages = [e for e in event.evidence if e.source == dated[0]]
        return [markdown("date from one source") + Markup("\N{NO-BREAK SPACE}") + self.cite(passages, 1)]

    def signing(self, agreement: Agreement) -> list[Evidence]:
        """The passages that give the date of signing; those of the agreement where no step tells it."""
        steps = [step for step in agreement.steps if step.status is AgreementStatus.SIGNED and step.date]
        return [passage for step in steps for passage in step.evidence] or agreement.evidence

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
