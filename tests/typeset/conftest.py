"""Briefs set once, read by several tests."""

import pytest

from generator.model import Brief
from generator.typeset import Design, typeset
from tests.typeset.reading import ReadPdf


@pytest.fixture(scope="session")
def labelled(strait: Brief) -> Brief:
    """A brief of ordinary size with a label."""
    return strait.model_copy(update={"tlp": "TLP:AMBER+STRICT"})


@pytest.fixture(scope="session")
def notes_of_the_press() -> list[str]:
    """What was said while the ordinary brief was set."""
    return []


@pytest.fixture(scope="session")
def printed(labelled: Brief, notes_of_the_press: list[str]) -> bytes:
    """The ordinary brief as a PDF."""
    return typeset(labelled, Design(prepared_by="Desk 4"), note=notes_of_the_press.append)


@pytest.fixture(scope="session")
def read(printed: bytes) -> ReadPdf:
    """The ordinary brief, read."""
    return ReadPdf(printed)
