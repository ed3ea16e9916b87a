"""Whether a brief that is not for everybody would be put where everybody can read it."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from generator.model import Tlp

_RESTRICTED: tuple[Tlp, ...] = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER")
_PRIVATE_ENDINGS = (".localhost", ".local", ".internal", ".lan", ".home.arpa", ".test")


def marking_faults(tlp: Tlp | None, site_url: str | None, allowed: bool) -> list[str]:
    """A fault if a label that restricts sharing meets a public address and nobody allowed it; else none."""
    if tlp not in _RESTRICTED or allowed or not site_url or not is_public(site_url):
        return []
    return [
        f"mkdocs.yml: site_url is the public address {site_url}, and the brief is {tlp}; take the address out, or "
        "write `publish_restricted: true` into brief.yml if nobody else can open it"
    ]


def is_public(address: str) -> bool:
    """Whether everybody may open an address: any host but this machine, a private network's, or a local name."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_global
    except ValueError:
        return bool(host) and "." in host and not host.endswith(_PRIVATE_ENDINGS)
