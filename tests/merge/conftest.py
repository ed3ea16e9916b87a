"""Articles told in few words: every fact's quote becomes a sentence of the article's text."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.merge import merge
from generator.model import (
    Actor,
    Agreement,
    AgreementStatus,
    Brief,
    DateSpan,
    Distillate,
    Event,
    EventType,
    Evidence,
    Kind,
    Participant,
    Provision,
    Question,
    Role,
    Source,
    Statement,
    Status,
)


def day(text: str | None) -> DateSpan | None:
    """A date of one day, month or year as the articles' distiller would give it."""
    if text is None:
        return None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        only = date.fromisoformat(text)
        return DateSpan(start=only, end=only, precision="day", basis="stated")
    if len(parts) == 2:
        following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        end = date.fromordinal(following.toordinal() - 1)
        return DateSpan(start=date(parts[0], parts[1], 1), end=end, precision="month", basis="stated")
    return DateSpan(start=date(parts[0], 1, 1), end=date(parts[0], 12, 31), precision="year", basis="stated")


class Telling:
    """One article, told fact by fact. Names of actors serve as their ids."""

    def __init__(self, source: str, published: str | None = None, title: str = "") -> None:
        self._text = title or source
        self._source = source
        self._title = title or source
        self._published = date.fromisoformat(published) if published else None
        self._facts = Distillate(source=self._made())

    def _made(self) -> Source:
        return Source(
            id=self._source,
            path=f"{self._source}.txt",
            sha256="0" * 64,
            title=self._title,
            published=self._published,
            text=self._text,
        )

    def quote(self, words: str) -> Evidence:
        """Evidence for words that the text says from now on; "paid a @visit@ to" marks the trigger."""
        before, _, rest = words.partition("@")
        trigger, _, after = rest.partition("@")
        said = before + trigger + after
        start = len(self._text) + 2
        self._text += f"\n\n{said}"
        found = Evidence(source=self._source, start=start, end=start + len(said), quote=said)
        if trigger:
            found.trigger_start, found.trigger_end = start + len(before), start + len(before) + len(trigger)
        return found

    def actor(
        self,
        name: str,
        kind: str,
        *aliases: str,
        role: tuple[str, str | None] | None = None,
        mentions: int = 1,
    ) -> "Telling":
        evidence = [self.quote(name) for _ in range(mentions)]
        roles = [Role(title=role[0], of=role[1], evidence=evidence[:1])] if role else []
        self._facts.actors.append(
            Actor(id=name, name=name, kind=Kind(kind), aliases=list(aliases), roles=roles, evidence=evidence)
        )
        return self

    def event(
        self,
        title: str,
        kind: str,
        quote: str,
        agent: str | list[str] = "",
        target: str | list[str] = "",
        on: str | None = None,
        status: str = "occurred",
        place: str | None = None,
    ) -> "Telling":
        parts = {"agent": agent, "target": target}
        participants = [
            Participant(actor=name, role=part)
            for part, names in parts.items()
            for name in ([names] if isinstance(names, str) else names)
            if name
        ]
        self._facts.events.append(
            Event(
                id=f"e{len(self._facts.events)}",
                title=title,
                type=EventType(kind),
                status=Status(status),
                date=day(on),
                place=place,
                participants=participants,
                evidence=[self.quote(quote)],
            )
        )
        return self

    def agreement(
        self,
        title: str,
        parties: list[str],
        *provisions: str,
        quote: str = "",
        signed: str | None = None,
        status: str | None = None,
        within: bool = False,
    ) -> "Telling":
        """`within`: the agreement is told in the words of the event told last."""
        evidence = self._facts.events[-1].evidence[0] if within else self.quote(quote or title)
        self._facts.agreements.append(
            Agreement(
                id=f"a{len(self._facts.agreements)}",
                title=title,
                parties=parties,
                signed=day(signed),
                status=AgreementStatus(status) if status else None,
                provisions=[Provision(text=text, evidence=[self.quote(text)]) for text in provisions],
                evidence=[evidence],
            )
        )
        return self

    def question(self, text: str, about: list[str]) -> "Telling":
        number = len(self._facts.questions)
        self._facts.questions.append(Question(id=f"q{number}", text=text, about=about, evidence=[self.quote(text)]))
        return self

    def statement(self, speaker: str, text: str) -> "Telling":
        number = len(self._facts.statements)
        self._facts.statements.append(
            Statement(id=f"s{number}", speaker=speaker, text=text, quoted=True, evidence=[self.quote(text)])
        )
        return self

    def distillate(self) -> Distillate:
        """The article as it has been told so far."""
        return self._facts.model_copy(update={"source": self._made()})


@pytest.fixture
def telling() -> Callable[..., Telling]:
    """Begin an article: its source id, day of publication and headline."""
    return Telling


@pytest.fixture
def merged() -> Callable[..., Brief]:
    """The brief of some articles."""
    return lambda *told: merge([article.distillate() for article in told], "A brief")
