"""A brief that is not for everybody is not put where everybody can read it, unless a person says so."""

import pytest

from generator.check import marking_faults
from generator.model import Tlp

PUBLIC = "https://brief.example.org/strait/"


@pytest.mark.parametrize("tlp", ["TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT"])
def test_a_restricted_brief_and_a_public_address(tlp: Tlp) -> None:
    (fault,) = marking_faults(tlp, PUBLIC, allowed=False)
    assert fault.startswith(f"mkdocs.yml: site_url is the public address {PUBLIC}, and the brief is {tlp}; take")
    assert marking_faults(tlp, PUBLIC, allowed=True) == []


@pytest.mark.parametrize("tlp", ["TLP:GREEN", "TLP:CLEAR", None])
def test_what_may_be_shared_may_have_a_public_address(tlp: Tlp | None) -> None:
    assert marking_faults(tlp, PUBLIC, allowed=False) == []


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "http://localhost:8000/",
        "http://127.0.0.1/brief/",
        "http://10.1.2.3/",
        "http://[::1]/",
        "https://desk.internal/brief/",
        "https://intranet/brief/",
    ],
)
def test_an_address_inside_is_not_public(address: str | None) -> None:
    assert marking_faults("TLP:RED", address, allowed=False) == []


@pytest.mark.parametrize("address", ["http://93.184.216.34/", "https://example.org", "//example.org/x"])
def test_any_other_address_is(address: str) -> None:
    assert len(marking_faults("TLP:RED", address, allowed=False)) == 1
