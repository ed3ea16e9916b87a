"""Sets documents with Typst, in a process of its own, since the memory that this takes is not given back.

Run as a program: it reads a job as JSON from standard input, writes the PDFs to the job's paths, and writes the
standards that each keeps, with what kept it from the stricter ones, as JSON to standard output. It imports nothing of
the generator, so that it starts at once.
"""

import json
import sys
from datetime import UTC, datetime
from typing import Literal, TypedDict

import typst

Standard = Literal["ua-1", "a-2a", "a-2b", "a-3a", "a-3b"]


class Print(TypedDict):
    """One document: its data and the path of its PDF."""

    inputs: dict[str, str]
    output: str


class Job(TypedDict):
    """The main template, the folder that it may read in, the fonts, the day, the standards to try, the documents."""

    main: str
    root: str
    fonts: list[str]
    day: str
    ladder: list[list[Standard]]
    prints: list[Print]


class Outcome(TypedDict):
    """The standards that one document keeps, one line for each set that it cannot, and warnings."""

    standards: list[Standard]
    refused: list[str]
    warnings: list[str]


class PressError(Exception):
    """A document cannot be set, even without a standard to keep."""


def press(job: Job) -> list[Outcome]:
    """Writes each PDF with the first set of standards that it can keep. Raises PressError if one cannot be set."""
    compiler = typst.Compiler(job["main"], root=job["root"], font_paths=job["fonts"], ignore_system_fonts=True)
    return [_set(compiler, each, job) for each in job["prints"]]


def _set(compiler: typst.Compiler, document: Print, job: Job) -> Outcome:
    made = datetime.fromisoformat(job["day"]).replace(tzinfo=UTC)
    refused: list[str] = []
    for standards in job["ladder"]:
        try:
            _, warnings = compiler.compile_with_warnings(
                output=document["output"],
                format="pdf",
                sys_inputs=document["inputs"],
                pdf_standards=[*standards],
                timestamp=int(made.timestamp()),
            )
        except typst.TypstError as error:
            if not standards:
                raise PressError(str(error.diagnostic).strip()) from None
            refused.append(f"{' and '.join(standards)}: {_first_line(error)}")
            continue
        return {"standards": standards, "refused": refused, "warnings": [_first_line(each) for each in warnings]}
    raise PressError("; ".join(refused))


def _first_line(error: object) -> str:
    return str(error).strip().split("\n", 1)[0]


def main() -> int:
    """One job. Ends with 1 and the reason on standard error if a document cannot be set."""
    try:
        outcomes = press(json.load(sys.stdin))
    except PressError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    json.dump(outcomes, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
