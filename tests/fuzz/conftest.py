"""How many inputs the properties here are tried on, and how many it were in the end.

`make test` tries the same few thousand every time. `make fuzz` sets FUZZ to how many times as many it is to try; these
are different ones every time, and the seed of a failure is printed.
"""

import pytest

from tests.fuzz.inputs import TRIED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints how many inputs each property was tried on."""
    if not TRIED:
        return
    terminalreporter.section("inputs tried")
    for name, number in sorted(TRIED.items()):
        terminalreporter.write_line(f"{number:9,}  {name}")
    terminalreporter.write_line(f"{sum(TRIED.values()):9,}  in all")
