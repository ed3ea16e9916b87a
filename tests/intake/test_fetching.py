"""What is fetched, what is not, and what a person reads about it."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from generator.intake.addresses import Address, is_public, parse_address
from generator.intake.connection import Limits, Network
from generator.intake.errors import FetchError
from generator.intake.fetching import Fetcher
from tests.intake.site import Response, Site, page


def refusal(fetcher: Fetcher, address: str) -> str:
    """The line that a person reads."""
    with pytest.raises(FetchError) as raised:
        fetcher.fetch(address)
    return str(raised.value)


def test_a_page_is_fetched_under_the_name_of_the_program(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Response(page("Ferries"), kind="text/html; charset=UTF-8")
    found = fetcher.fetch(site.at("/a#part"))
    assert (found.address, found.content) == (site.at("/a"), page("Ferries"))
    assert (found.kind, found.charset) == ("text/html", "utf-8")
    assert all(agent.startswith("brief-generator/") for agent in site.agents)


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_packed_page_is_unpacked(site: Site, fetcher: Fetcher, packing: str) -> None:
    packed = gzip.compress(b"text") if packing == "gzip" else zlib.compress(b"text")
    site.pages["/a"] = Response(packed, headers={"Content-Encoding": packing})
    assert fetcher.fetch(site.at("/a")).content == b"text"


# --- which addresses


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ftp://news.example/a", "only http and https are fetched"),
        ("file:///etc/passwd", "only http and https are fetched"),
        ("javascript:alert(1)", "only http and https are fetched"),
        ("https://anna:secret@news.example/a", "user name or password"),
        ("https://", "no web address"),
        ("https://news.example:99999/", "no web address"),
        ("https://news.example/a b", "no web address"),
        ("https://news.example/\u202eb", "no web address"),
        ("https://[::1/", "no web address"),
    ],
)
def test_an_address_that_is_none_gets_one_line(address: str, words: str) -> None:
    line = refusal(Fetcher(Network(look_up=lambda *_: [])), address)
    assert words in line
    assert line.isprintable()
    assert "secret" not in line


def test_an_address_is_written_as_servers_want_it() -> None:
    address = parse_address("HTTPS://Bücher.example/Straße?q=ä#x")
    assert address.text == "https://xn--bcher-kva.example/Stra%C3%9Fe?q=%C3%A4"
    assert (address.host, address.port, address.site) == (
        "xn--bcher-kva.example",
        443,
        "https://xn--bcher-kva.example",
    )


@pytest.mark.parametrize(
    "machine",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:1::"),
        "no address",
    ],
)
def test_machines_that_are_nobodys_business_are_told_from_public_ones(machine: str) -> None:
    assert not is_public(machine)


@pytest.mark.parametrize("machine", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_machines_are_known(machine: str) -> None:
    assert is_public(machine)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked_under_any_name(site: Site, host: str) -> None:
    port = site.address.rpartition(":")[2]
    line = refusal(Fetcher(pause=0), f"http://{host}:{port}/a")
    assert "is a private address; add --allow-private" in line
    assert site.asked == []


def test_a_host_that_is_public_and_private_at_once_is_private() -> None:
    network = Network(look_up=lambda *_: ["8.8.8.8", "10.0.0.1"])
    assert "news.example (10.0.0.1) is a private address" in refusal(Fetcher(network), "http://news.example/a")


def test_the_machine_that_was_looked_at_is_the_one_that_is_asked(site: Site) -> None:
    """A name that leads elsewhere at the second look-up has no second look-up."""
    asked: list[str] = []

    def look_up(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    site.pages["/a"] = Response(page("Ferries"))
    port = site.address.rpartition(":")[2]
    fetcher = Fetcher(Network(allow_private=True, look_up=look_up), pause=0)
    assert fetcher.fetch(f"http://no-such-name.invalid:{port}/a").content == page("Ferries")
    assert asked == ["no-such-name.invalid"] * 2  # once for robots.txt, once for the page: each is a connection


def test_a_name_that_turns_to_a_private_machine_is_not_followed(site: Site) -> None:
    answers = [["8.8.8.8"], ["127.0.0.1"]]
    network = Network(look_up=lambda *_: answers.pop(0))
    address = parse_address(site.at("/a"))
    assert network.machines(address) == ["8.8.8.8"]
    with pytest.raises(FetchError, match="private address"):
        network.machines(address)


# --- redirections


def test_redirections_are_followed(site: Site, fetcher: Fetcher) -> None:
    site.pages["/old"] = Response(status=301, headers={"Location": "/new?x=1"})
    site.pages["/new?x=1"] = Response(page("Ferries"))
    assert fetcher.fetch(site.at("/old")).address == site.at("/new?x=1")


def test_redirections_to_a_private_machine_are_not_followed(site: Site) -> None:
    class Trusting(Network):
        """Takes one name for that of a public machine."""

        def machines(self, address: Address) -> list[str]:
            return ["127.0.0.1"] if address.host == "news.example" else super().machines(address)

    site.pages["/a"] = Response(status=302, headers={"Location": "http://169.254.169.254/latest/meta-data"})
    port = site.address.rpartition(":")[2]
    line = refusal(Fetcher(Trusting(), pause=0), f"http://news.example:{port}/a")
    assert "169.254.169.254 is a private address" in line


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://u:p@127.0.0.1/", "ftp://127.0.0.1/x", "http://["])
def test_redirections_to_what_is_not_fetched_end_there(site: Site, fetcher: Fetcher, target: str) -> None:
    site.pages["/a"] = Response(status=302, headers={"Location": target})
    assert "redirects to" in refusal(fetcher, site.at("/a"))


def test_redirections_in_a_circle_end(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Response(status=302, headers={"Location": "/b"})
    site.pages["/b"] = Response(status=302, headers={"Location": "/a"})
    assert "its redirections lead round in a circle" in refusal(fetcher, site.at("/a"))


def test_redirections_without_end_end(site: Site, fetcher: Fetcher) -> None:
    for number in range(20):
        site.pages[f"/{number}"] = Response(status=302, headers={"Location": f"/{number + 1}"})
    assert "more than 5 redirections" in refusal(fetcher, site.at("/0"))
    assert len(site.articles()) == 6


# --- robots.txt


def rules(*lines: str) -> Response:
    return Response("\n".join(lines).encode(), kind="text/plain")


def test_what_robots_txt_forbids_is_not_fetched(site: Site, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = rules("User-agent: *", "Disallow: /private*", "Allow: /private/open$")
    site.pages["/private/a"] = site.pages["/private/open"] = Response(page("Ferries"))
    line = refusal(fetcher, site.at("/private/a"))
    assert "robots.txt of 127.0.0.1 asks programs not to fetch this page; open the page in a browser, save it" in line
    assert fetcher.fetch(site.at("/private/open")).content == page("Ferries")
    assert site.asked == ["/robots.txt", "/private/open"]


def test_robots_txt_may_speak_of_this_program_by_its_name(site: Site, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = rules("User-agent: brief-generator", "Disallow: /", "", "User-agent: *", "Allow: /")
    site.pages["/a"] = Response(page("Ferries"))
    assert "robots.txt" in refusal(fetcher, site.at("/a"))


def test_what_a_page_redirects_to_is_looked_up_in_robots_txt_too(site: Site, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = rules("User-agent: *", "Disallow: /b")
    site.pages["/a"] = Response(status=302, headers={"Location": "/b"})
    site.pages["/b"] = Response(page("Ferries"))
    assert "robots.txt" in refusal(fetcher, site.at("/a"))
    assert "/b" not in site.asked


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_robots_txt_allows_everything(site: Site, fetcher: Fetcher, status: int) -> None:
    site.pages["/robots.txt"] = Response(status=status)
    site.pages["/a"] = Response(page("Ferries"))
    assert fetcher.fetch(site.at("/a")).content == page("Ferries")


def test_a_site_that_cannot_show_its_robots_txt_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = Response(status=503)
    site.pages["/a"] = Response(page("Ferries"))
    assert "cannot show its robots.txt now (503), so nothing is fetched from it" in refusal(fetcher, site.at("/a"))
    assert site.articles() == []


def test_a_robots_txt_without_end_is_read_in_part(site: Site) -> None:
    site.pages["/robots.txt"] = rules("User-agent: *", "Disallow: /b", "#" * 2_000_000, "Disallow: /a")
    site.pages["/a"] = Response(page("Ferries"))
    fetcher = Fetcher(Network(allow_private=True), pause=0)
    assert fetcher.fetch(site.at("/a")).content == page("Ferries")
    assert "robots.txt" in refusal(fetcher, site.at("/b"))


@pytest.mark.parametrize(
    ("delay", "least", "most"), [("", 0.9, 1.0), ("Crawl-delay: 7", 6.9, 7.0), ("Crawl-delay: 999", 29.9, 30)]
)
def test_a_site_gets_a_pause_between_two_pages(site: Site, delay: str, least: float, most: float) -> None:
    waited: list[float] = []
    site.pages["/robots.txt"] = rules("User-agent: *", delay, "Allow: /")
    site.pages["/a"] = site.pages["/b"] = Response(page("Ferries"))
    fetcher = Fetcher(Network(allow_private=True), wait=waited.append)
    fetcher.fetch(site.at("/a"))
    assert waited == []
    fetcher.fetch(site.at("/b"))
    assert len(waited) == 1
    assert least <= waited[0] <= most


# --- what goes wrong


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "the site asks for a password (401); open the page in a browser, save it and add the file"),
        (402, "the site asks for a payment (402); open the page in a browser"),
        (403, "the site refuses programs this page (403); open the page in a browser, save it and add the file"),
        (404, "there is no such page (404); check the address"),
        (410, "the page is gone (410)"),
        (418, "the site answered with status 418"),
        (429, "asks to be left in peace for a while (429); try again later"),
        (451, "may not show this page here (451)"),
        (500, "the site has a fault of its own (500); try again later"),
        (503, "the site has a fault of its own (503); try again later"),
    ],
)
def test_a_refusal_says_what_to_do(site: Site, fetcher: Fetcher, status: int, words: str) -> None:
    site.pages["/a"] = Response(b"no", status)
    assert refusal(fetcher, site.at("/a")).startswith(f"{site.at('/a')}: ")
    assert words in refusal(fetcher, site.at("/a"))


def test_a_site_that_says_how_long_it_wants_to_be_left_alone_is_quoted(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Response(b"no", 429, {"Retry-After": "90"})
    assert "try again in 90 seconds" in refusal(fetcher, site.at("/a"))


def test_an_empty_page_is_none(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Response(b" \n")
    assert "the page is empty" in refusal(fetcher, site.at("/a"))


def test_a_page_that_says_it_is_too_large_is_not_read(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Response(b"x", headers={"Content-Length": "100001"})
    assert "larger than 0.1 MB; save the article alone and add the file" in refusal(fetcher, site.at("/a"))


def test_a_page_that_does_not_say_that_it_is_too_large_is_cut_off(site: Site, fetcher: Fetcher) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        while not site.over.is_set():
            handler.wfile.write(b"x" * 10_000)

    site.pages["/a"] = Response(endless)
    assert "larger than 0.1 MB" in refusal(fetcher, site.at("/a"))


def test_a_packed_page_counts_as_large_as_it_unpacks_to(site: Site, fetcher: Fetcher) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    assert len(bomb) < 100_000
    site.pages["/a"] = Response(bomb, headers={"Content-Encoding": "gzip"})
    assert "larger than 0.1 MB" in refusal(fetcher, site.at("/a"))


@pytest.mark.parametrize(
    ("body", "packing", "words"),
    [
        (b"x", "br", "came packed as 'br'"),
        (b"x", "gzip, gzip", "came packed as 'gzip, gzip'"),
        (b"not packed", "gzip", "damaged and cannot be unpacked"),
    ],
)
def test_a_page_that_cannot_be_unpacked_gets_a_line(
    site: Site, fetcher: Fetcher, body: bytes, packing: str, words: str
) -> None:
    site.pages["/a"] = Response(body, headers={"Content-Encoding": packing})
    assert words in refusal(fetcher, site.at("/a"))


def test_a_page_that_breaks_off_is_not_taken_for_the_whole(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Response(page("Ferries"), headers={"Content-Length": "90000"})
    assert "127.0.0.1 broke off" in refusal(fetcher, site.at("/a"))


def silent(site: Site) -> Callable[[BaseHTTPRequestHandler], None]:
    """Not a byte."""

    def wait(_: BaseHTTPRequestHandler) -> None:
        site.over.wait(5)

    return wait


def dripping(site: Site) -> Callable[[BaseHTTPRequestHandler], None]:
    """A byte now and then: never silent for long, and never done."""

    def drip(handler: BaseHTTPRequestHandler) -> None:
        while not site.over.wait(0.05):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    return drip


def test_a_silent_server_is_not_waited_for(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Response(silent(site))
    assert "127.0.0.1 was silent for 0.3 seconds; try again later" in refusal(fetcher, site.at("/a"))


def test_a_server_that_never_gets_to_an_end_is_left(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Response(dripping(site))
    begun = time.monotonic()
    assert "took longer than 0.6 seconds; try again later" in refusal(fetcher, site.at("/a"))
    assert time.monotonic() - begun < 5


def test_nobody_listening_gets_a_line(fetcher: Fetcher) -> None:
    assert "no connection to 127.0.0.1: connection refused" in refusal(fetcher, "http://127.0.0.1:1/a")


def test_a_name_that_nobody_has_gets_a_line() -> None:
    def look_up(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    line = refusal(Fetcher(Network(look_up=look_up)), "https://news.example/a")
    assert "no machine has the name news.example; check the address, and whether this computer is connected" in line


def test_a_server_without_tls_gets_a_line(site: Site, fetcher: Fetcher) -> None:
    line = refusal(fetcher, site.at("/a").replace("http://", "https://"))
    assert "no safe connection to 127.0.0.1" in line


def test_what_is_no_web_server_gets_a_line(site: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(b"220 mail.example ESMTP\r\n")

        threading.Thread(target=answer, daemon=True).start()
        fetcher = Fetcher(Network(allow_private=True), Limits(read=0.5, total=1), pause=0)
        line = refusal(fetcher, f"http://127.0.0.1:{server.getsockname()[1]}/a")
    assert "broke off, or answered with something that is no web page" in line
