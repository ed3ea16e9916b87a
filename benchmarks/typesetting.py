"""Pages a second, size and memory of the PDF: `python benchmarks/typesetting.py [DOSSIERS ...]` (40 and 400).

The brief is invented: each actor has ten events, five questions and four statements.
"""

import io
import random
import resource
import sys
from datetime import date, timedelta
from time import perf_counter

import pikepdf

from generator.model import (
    Actor,
    Brief,
    DateSpan,
    Event,
    EventType,
    Evidence,
    Kind,
    Participant,
    Question,
    Source,
    Statement,
    Status,
)
from generator.typeset import typeset

FIRST = date(2030, 1, 1)
TEXT = " ".join(f"Minister number {day} of Norland met the council of Sudia in the harbour." for day in range(400))


def invented(dossiers: int) -> Brief:
    """A brief of so many dossiers, the same on every run."""
    chance = random.Random(dossiers)
    sources = [
        Source(id=f"source-{i}", path=f"{i}.txt", sha256="0" * 64, title=f"Harbour news {i}", publisher="Herald",
               published=FIRST + timedelta(days=i), text=TEXT)
        for i in range(max(dossiers // 2, 1))
    ]  # fmt: skip

    def evidence(passages: int) -> list[Evidence]:
        starts = [chance.randrange(len(TEXT) - 80) for _ in range(passages)]
        return [Evidence(source=chance.choice(sources).id, start=s, end=s + 80, quote=TEXT[s : s + 80]) for s in starts]

    def somebody() -> str:
        return f"actor-{chance.randrange(dossiers)}"

    def event(number: int) -> Event:
        day = FIRST + timedelta(days=chance.randrange(500))
        taking_part = [Participant(actor=f"actor-{number % dossiers}", role="agent"),
                       Participant(actor=somebody(), role="with")]  # fmt: skip
        return Event(id=f"event-{number}", title=f"A minister of Norland meets the council in the harbour ({number})",
                     type=EventType.CONSULT, status=Status.OCCURRED, participants=taking_part,
                     date=DateSpan(start=day, end=day, precision="day", basis="stated"),
                     evidence=evidence(chance.choice([1, 1, 2, 4])))  # fmt: skip

    return Brief(
        title="Norland",
        generated=FIRST + timedelta(days=600),
        tlp="TLP:GREEN",
        sources=sources,
        actors=[Actor(id=f"actor-{i}", name=f"Anna Berg {i}", kind=Kind.PERSON, evidence=evidence(3))
                for i in range(dossiers)],
        events=[event(number) for number in range(5 * dossiers)],
        questions=[Question(id=f"question-{i}", text=f"Will harbour {i} open?", about=[somebody(), somebody()],
                            raised=FIRST, indicators=["A report of the opening"], evidence=evidence(1))
                   for i in range(2 * dossiers)],
        statements=[Statement(id=f"statement-{i}", speaker=somebody(), text="The harbour is open to all.", quoted=True,
                              evidence=evidence(1)) for i in range(4 * dossiers)],
    )  # fmt: skip


def main() -> None:
    """One line for each number of dossiers."""
    for dossiers in [int(each) for each in sys.argv[1:]] or [40, 400]:
        brief = invented(dossiers)
        begun = perf_counter()
        pdf = typeset(brief)
        taken = perf_counter() - begun
        with pikepdf.open(io.BytesIO(pdf)) as document:
            pages = len(document.pages)
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(
            f"{dossiers} dossiers: {pages} pages in {taken:.1f} s, {pages / taken:.0f} pages a second, "
            f"{len(pdf) // 1024} KB, {most} MB of memory"
        )


if __name__ == "__main__":
    main()
