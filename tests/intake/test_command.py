"""`brief add` as a person meets it: files, standard input and web pages, and what is said about each."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import spacy
import yaml
from click.testing import CliRunner, Result

from generator.articles import read_article
from generator.cli import main
from tests.intake.site import Response, Site, dated, page, prose

pytestmark = pytest.mark.usefixtures("hasty")

TEXT = "\n\n".join(["Ministers meet in Lorvik", "3 May 2024", *prose()])


def add(data: Path, *arguments: str | Path, given: str | bytes | None = None) -> Result:
    """`brief add` with these arguments."""
    return CliRunner().invoke(main, ["add", "--data", str(data), *map(str, arguments)], input=given)


def files(data: Path) -> list[str]:
    """What lies in the articles folder, hidden files too."""
    return sorted(path.name for path in (data / "articles").iterdir())


def write(path: Path, text: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


# --- files


def test_a_file_is_copied_under_a_readable_name_and_told_about(data: Path, tmp_path: Path) -> None:
    done = add(data, write(tmp_path / "IMG (1).txt"))
    assert done.exit_code == 0
    assert files(data) == ["2024-05-03-ministers-meet-in-lorvik.txt"]
    assert (data / "articles" / files(data)[0]).read_text(encoding="utf-8") == TEXT
    for line in (
        f"Added {data / 'articles' / '2024-05-03-ministers-meet-in-lorvik.txt'} (from {tmp_path / 'IMG (1).txt'})",
        "  title      Ministers meet in Lorvik",
        "  date       2024-05-03 (stated in the article)",
        "  publisher  not known",
        "  language   en",
    ):
        assert line in done.output.splitlines()
    assert re.search(r"^  words      \d+$", done.output, re.MULTILINE)
    assert "doubtful" not in done.output


def test_several_files_and_folders_are_added_at_once(data: Path, tmp_path: Path) -> None:
    write(tmp_path / "one.txt")
    write(tmp_path / "saved" / "deep" / "two.html", page("Ferries stop", prose(3, 5), dated("2024-05-09")))
    write(tmp_path / "saved" / ".hidden.txt")
    write(tmp_path / "saved" / "picture.png", b"\x89PNG")
    done = add(data, tmp_path / "one.txt", tmp_path / "saved")
    assert done.exit_code == 0, done.output
    assert files(data) == ["2024-05-03-ministers-meet-in-lorvik.txt", "2024-05-09-ferries-stop.html"]
    assert done.output.splitlines()[-1] == "2 added"


def test_what_cannot_be_added_gets_a_line_and_the_rest_is_added(data: Path, tmp_path: Path) -> None:
    write(tmp_path / "picture.png", b"\x89PNG\r\n")
    write(tmp_path / "empty.txt", "")
    (tmp_path / "nothing").mkdir()
    write(tmp_path / "good.txt")
    names = ["nosuch.txt", "picture.png", "empty.txt", "nothing", "good.txt"]
    done = add(data, *(tmp_path / name for name in names))
    assert done.exit_code == 1
    assert done.stderr.splitlines()[:2] == [
        f"{tmp_path / 'nosuch.txt'}: no such file; check its name",
        f"{tmp_path / 'picture.png'}: not known as an article; give it a name that ends in .txt, .md, .html, .htm, "
        ".mhtml, .mht, .pdf, .docx, .odt, .rtf, .eml, .json, .jsonl, .csv, .warc or .warc.gz",
    ]
    assert f"{tmp_path / 'empty.txt'}: the file is empty" in done.stderr
    assert f"{tmp_path / 'nothing'}: there is no article in this folder" in done.stderr
    assert files(data) == ["2024-05-03-ministers-meet-in-lorvik.txt"]
    assert done.stdout.splitlines()[-1] == "1 added, 4 not added"


def test_a_file_without_an_ending_is_known_by_its_content(data: Path, tmp_path: Path) -> None:
    assert add(data, write(tmp_path / "saved page", page("Ferries stop"))).exit_code == 0
    assert files(data) == ["ferries-stop.html"]


def test_names_of_files_are_shown_without_what_a_terminal_would_obey(data: Path, tmp_path: Path) -> None:
    done = add(data, write(tmp_path / "a\x1b[2J\u202e.txt", "\x1b[31mMinisters\u202e meet\n\nText."))
    assert "\x1b" not in done.output
    assert "\u202e" not in done.output


def test_nothing_is_overwritten(data: Path, tmp_path: Path) -> None:
    write(tmp_path / "one.txt")
    write(tmp_path / "two.txt", "\n\n".join(["Ministers meet in Lorvik", "3 May 2024", *prose(0, 3)[::-1]]))
    write(tmp_path / "three.html", page("Ministers meet in Lorvik", prose(5, 3), dated("2024-05-03")))
    write(data / "articles" / "2024-05-03-MINISTERS-meet-in-lorvik.md", "# My own notes\n\nText.")
    assert add(data, tmp_path / "one.txt", tmp_path / "two.txt", tmp_path / "three.html").exit_code == 0
    assert files(data) == [
        "2024-05-03-MINISTERS-meet-in-lorvik.md",
        "2024-05-03-ministers-meet-in-lorvik-2.txt",
        "2024-05-03-ministers-meet-in-lorvik-3.txt",
        "2024-05-03-ministers-meet-in-lorvik-4.html",
    ]
    assert (data / "articles" / files(data)[0]).read_text(encoding="utf-8") == "# My own notes\n\nText."


def test_a_file_that_lies_in_the_folder_is_only_told_about(data: Path) -> None:
    path = write(data / "articles" / "lorvik.txt")
    done = add(data, path)
    assert done.exit_code == 0
    assert done.output.startswith(f"Already there: {path}\n  title      Ministers meet in Lorvik\n")
    assert files(data) == ["lorvik.txt"]
    stating = add(data, path, "--publisher", "The Harbour Courier")
    assert stating.exit_code == 1
    assert (
        f"lies in the articles folder already; state that in {data / 'articles' / 'lorvik.meta.yml'}" in stating.stderr
    )


def test_a_file_of_several_articles_is_copied_as_it_is_and_each_is_told_about(data: Path, tmp_path: Path) -> None:
    records = [
        {"title": "Ferries stop", "text": "\n\n".join(prose(0, 4)), "date": "2024-05-01", "source": "Harbour Courier"},
        {"title": "Ferries go", "text": "\n\n".join(prose(4, 4)), "date": "2024-05-02"},
        {"nothing": 1},
    ]
    path = write(tmp_path / "Harvest of May.jsonl", "\n".join(map(json.dumps, records)))
    done = add(data, path)
    assert done.exit_code == 1
    assert files(data) == ["harvest-of-may.jsonl"]
    assert (data / "articles" / "harvest-of-may.jsonl").read_bytes() == path.read_bytes()
    assert done.stdout.splitlines()[0].endswith(f"(from {path}, 2 articles)")
    assert "  article    2 of 2" in done.stdout
    assert "  title      Ferries go" in done.stdout
    assert done.stderr.startswith(f"{path}: line 3: no article")


def test_what_can_be_true_of_one_article_only_is_not_stated_about_several(data: Path, tmp_path: Path) -> None:
    write(tmp_path / "one.txt"), write(tmp_path / "two.txt", TEXT.replace("Lorvik", "Norburg"))
    done = add(data, tmp_path / "one.txt", tmp_path / "two.txt", "--title", "Ferries")
    assert done.exit_code == 2
    assert "--title is stated about one article; add that one alone" in done.output
    assert files(data) == []


# --- what is stated


def test_what_is_stated_goes_into_the_sidecar(data: Path, tmp_path: Path) -> None:
    options = ["--title", "Ferries: 'no' deal", "--published", "2024-06-19", "--publisher", "The Harbour Courier"]
    options += ["--author", "Anna Berg", "--url", "https://courier.example/ferries", "--language", "en-GB"]
    done = add(data, write(tmp_path / "a.txt"), *options, "--reliability", "B")
    assert done.exit_code == 0, done.output
    assert files(data) == ["2024-06-19-ferries-no-deal.meta.yml", "2024-06-19-ferries-no-deal.txt"]
    source = read_article(data / "articles" / files(data)[1], data / "articles").source
    assert (source.title, str(source.published), source.publisher) == (
        "Ferries: 'no' deal",
        "2024-06-19",
        "The Harbour Courier",
    )
    assert (source.author, source.url, source.language, source.reliability) == (
        "Anna Berg",
        "https://courier.example/ferries",
        "en",
        "B",
    )
    assert "  date       2024-06-19 (as you stated)" in done.output
    assert (
        "  sidecar    2024-06-19-ferries-no-deal.meta.yml states title, published, publisher, author, url, language, "
        "reliability" in done.output
    )


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--published", "yesterday", "'yesterday'; allowed: a day such as 2024-06-18"),
        ("--url", "courier", "'courier'; allowed: an address that begins with http:// or https://"),
        ("--language", "English!", "'English!'; allowed: a code such as en or fr"),
        ("--reliability", "G", "'G'; allowed: one of A, B, C, D, E, F"),
        ("--title", " ", "' '; allowed: one line of text"),
    ],
)
def test_a_value_that_cannot_be_stated_is_wrong_use(
    data: Path, tmp_path: Path, option: str, value: str, words: str
) -> None:
    done = add(data, write(tmp_path / "a.txt"), option, value)
    assert done.exit_code == 2
    assert f"Invalid value for {option}: {words}" in done.output
    assert files(data) == []


def test_the_description_of_a_file_comes_with_it(data: Path, tmp_path: Path) -> None:
    write(tmp_path / "a.meta.yml", "publisher: The Harbour Courier\npublished: 2024-05-01\n")
    done = add(data, write(tmp_path / "a.txt"), "--published", "2024-05-02")
    assert "  date       2024-05-02 (as you stated)" in done.output
    assert "  publisher  The Harbour Courier (stated in its sidecar)" in done.output
    sidecar = data / "articles" / "2024-05-02-ministers-meet-in-lorvik.meta.yml"
    assert yaml.safe_load(sidecar.read_text()).keys() == {"published", "publisher"}


def test_a_description_at_fault_gets_a_line(data: Path, tmp_path: Path) -> None:
    write(tmp_path / "a.meta.yml", "publishr: The Harbour Courier\n")
    done = add(data, write(tmp_path / "a.txt"))
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{tmp_path / 'a.meta.yml'}: unknown field 'publishr'; allowed fields: ")
    assert files(data) == []


def test_a_dry_run_writes_nothing(data: Path, tmp_path: Path) -> None:
    done = add(data, write(tmp_path / "a.txt"), "--reliability", "B", "--dry-run")
    assert done.exit_code == 0
    assert f"Would add {data / 'articles' / '2024-05-03-ministers-meet-in-lorvik.txt'}" in done.output
    assert "would state reliability" in done.output
    assert files(data) == []


# --- standard input


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (TEXT.encode(), "2024-05-03-ministers-meet-in-lorvik.txt"),
        (page("Ferries stop", head=dated("2024-05-09")), "2024-05-09-ferries-stop.html"),
        (b"<!-- saved -->\n" + page("Ferries stop"), "ferries-stop.html"),
        (json.dumps({"title": "Ferries stop", "text": " ".join(prose())}).encode(), "ferries-stop.json"),
        (rb"{\rtf1\ansi Ferries stop\par " + " ".join(prose()).encode() + b"}", "ferries-stop.rtf"),
    ],
)
def test_standard_input_is_taken_for_what_it_is(data: Path, given: bytes, name: str) -> None:
    done = add(data, "-", given=given)
    assert done.exit_code == 0, done.output
    assert files(data) == [name]
    assert "(from standard input)" in done.output
    assert (data / "articles" / name).read_bytes() == given


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b" \n", "standard input: it is empty; pipe the article's text into the command"),
        (b"<rss version='2.0'></rss>", "standard input: this is a feed, no article"),
        (b"\x00\x01\x02\x03" * 100, "standard input: this is no text"),
        (b"PK\x03\x04 not really", "standard input: this is a ZIP archive"),
    ],
)
def test_standard_input_that_is_no_article_gets_a_line(data: Path, given: bytes, words: str) -> None:
    done = add(data, "-", given=given)
    assert done.exit_code == 1
    assert done.stderr.startswith(words)
    assert files(data) == []


# --- what looks doubtful


def doubts(output: str) -> str:
    return "\n".join(line for line in output.splitlines() if line.startswith("  doubtful"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\n\n".join(["Ministers meet in Lorvik", *prose()]), "no date of publication"),
        (TEXT.replace("2024", "2099"), "the date 2099-05-03 is in the future"),
        ("Ministers meet in Lorvik\n\n3 May 2024\n\n" + prose()[0], "perhaps no more than the beginning, before a pay"),
        ("\n\n".join([TEXT[: TEXT.index("People")].rstrip(".\n") + "…"]), "ends with dots"),
        (
            "Die Minister treffen sich\n\n3. Mai 2024\n\n" + "Die Minister haben sich in der Stadt getroffen und "
            "wollen nicht mehr über den Preis der Fähren reden, weil das zu nichts führt. " * 8,
            "the language is de, which cannot be read: nothing is taken from it",
        ),
        (TEXT.replace("Varn", "V\ufffdrn"), "1 character could not be read"),
        (
            TEXT
            + "\n\nRead more\n\n"
            + "\n\n".join(f"Share on network {number}\n\nSign up now" for number in range(200)),
            "were left out as page furniture: look at what was kept",
        ),
    ],
)
def test_what_looks_doubtful_is_said(data: Path, tmp_path: Path, text: str, words: str) -> None:
    done = add(data, write(tmp_path / "a.txt", text))
    assert done.exit_code == 0, done.output
    assert words in doubts(done.output)


def test_a_language_of_which_names_are_read_is_told(data: Path, tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "german")
    (data / "brief.yml").write_text(f"pipelines: {{de: {tmp_path / 'german'}}}\n", encoding="utf-8")
    done = add(data, write(tmp_path / "a.txt"), "--language", "de")
    assert "the language is de: nothing but names is taken from it" in doubts(done.output)


def test_a_page_that_is_not_free_to_read_is_doubtful(data: Path, tmp_path: Path) -> None:
    head = dated("2024-05-03") + (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferries stop", '
        '"datePublished": "2024-05-03", "isAccessibleForFree": false}</script>'
    )
    done = add(data, write(tmp_path / "a.html", page("Ferries stop", head=head)))
    assert "the page says that it is not free to read" in doubts(done.output)


def test_json_is_one_object_per_article(data: Path, tmp_path: Path) -> None:
    done = add(data, write(tmp_path / "a.txt"), write(tmp_path / "b.txt"), "--publisher", "Courier", "--json")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["outcome"] == "added"
    assert first["file"] == "2024-05-03-ministers-meet-in-lorvik.txt"
    assert (first["title"], first["published"], first["published_from"]) == (
        "Ministers meet in Lorvik",
        "2024-05-03",
        "stated in the article",
    )
    assert first["sidecar"] == {"publisher": "Courier"}
    assert second["outcome"] == "already there"
    assert second["same_as"] == [{"file": first["file"], "record": None, "how": "same text"}]


# --- what is there already


def test_the_same_file_is_not_added_twice(data: Path, tmp_path: Path) -> None:
    add(data, write(tmp_path / "a.txt"))
    there = data / "articles" / "2024-05-03-ministers-meet-in-lorvik.txt"
    done = add(data, tmp_path / "a.txt")
    assert done.exit_code == 0
    assert done.output == (
        f"Already there: {tmp_path / 'a.txt'} (the same bytes as {there}); --anyway adds it all the same\n"
    )
    assert add(data, tmp_path / "a.txt", "--anyway").exit_code == 0
    assert len(files(data)) == 2


def test_the_same_text_in_another_dress_is_not_added_twice(data: Path, tmp_path: Path) -> None:
    add(data, write(tmp_path / "a.txt"))
    done = add(data, write(tmp_path / "b.txt", TEXT.replace("\n", "\r\n")))
    assert done.exit_code == 0
    assert "(same text as" in done.output
    assert len(files(data)) == 1


def test_the_same_text_at_another_address_is_added_and_told(data: Path, tmp_path: Path) -> None:
    add(data, write(tmp_path / "a.txt"), "--url", "https://courier.example/news/ferries")
    done = add(data, write(tmp_path / "b.txt", TEXT + "\n"), "--url", "https://courier.example/2024/ferries")
    assert done.exit_code == 0
    assert "same text as" in doubts(done.output)
    assert len([name for name in files(data) if name.endswith(".txt")]) == 2


def test_a_newer_text_at_the_same_address_is_added_and_told(data: Path, tmp_path: Path) -> None:
    address = ["--url", "https://courier.example/ferries"]
    add(data, write(tmp_path / "a.txt"), *address)
    done = add(data, write(tmp_path / "b.txt", TEXT + "\n\nThe ministers met again in the evening.\n"), *address)
    assert done.exit_code == 0
    assert re.search(r"same address as \S+lorvik\.txt, with another text", doubts(done.output))


def test_nearly_the_same_text_is_told(data: Path, tmp_path: Path) -> None:
    add(data, write(tmp_path / "a.txt"))
    done = add(data, write(tmp_path / "b.txt", TEXT.replace("The mayor", "Its mayor") + "\n\nMore is to follow.\n"))
    assert "near the same as" in doubts(done.output)


# --- a run that is killed, and others at work


def test_what_a_killed_run_left_behind_is_taken_up(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    write(data / "articles" / ".brief-99999999-1.tmp", "half of an art")
    write(data / "articles" / "2024-05-03-ministers-meet-in-lorvik.meta.yml", "reliability: B\n")
    assert add(data, path, "--reliability", "B").exit_code == 0
    assert files(data) == [
        "2024-05-03-ministers-meet-in-lorvik.meta.yml",
        "2024-05-03-ministers-meet-in-lorvik.txt",
    ]


def test_somebody_elses_description_is_not_taken_over(data: Path, tmp_path: Path) -> None:
    write(data / "articles" / "2024-05-03-ministers-meet-in-lorvik.meta.yml", "reliability: E\n")
    assert add(data, write(tmp_path / "a.txt"), "--reliability", "B").exit_code == 0
    assert "2024-05-03-ministers-meet-in-lorvik-2.txt" in files(data)
    description = data / "articles" / "2024-05-03-ministers-meet-in-lorvik.meta.yml"
    assert description.read_text() == "reliability: E\n"


def test_adding_need_not_wait_for_a_run_that_distils(data: Path, tmp_path: Path) -> None:
    from generator.workspace import Progress, Workspace

    with Workspace(data).locked(Progress()):
        assert add(data, write(tmp_path / "a.txt")).exit_code == 0


def test_two_commands_at_once_add_an_article_once(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    command = [sys.executable, "-m", "generator", "add", "--data", str(data), str(path)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    outputs = [run.communicate()[0] for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert sorted(output.split(":")[0].split(" ")[0] for output in outputs) == ["Added", "Already"]
    assert len(files(data)) == 1


def test_a_killed_run_leaves_no_half_article(data: Path, tmp_path: Path) -> None:
    for number in range(40):
        write(tmp_path / "many" / f"{number}.txt", TEXT.replace("Lorvik", f"Lorvik {number}"))
    command = [sys.executable, "-m", "generator", "add", "--data", str(data), str(tmp_path / "many")]
    run = subprocess.Popen([*command, "--reliability", "B"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while run.poll() is None and len(files(data)) < 8:
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    articles = [path for path in (data / "articles").glob("*.txt") if not path.name.startswith(".")]
    assert articles
    for path in articles:
        assert path.read_text(encoding="utf-8").endswith("because the larger ships need more water.")
        assert path.with_name(path.stem + ".meta.yml").read_text() == "reliability: B\n"
    assert add(data, tmp_path / "many", "--reliability", "B").exit_code == 0
    assert len(files(data)) == 80


# --- the web


def test_a_page_is_fetched_and_its_address_kept(data: Path, site: Site) -> None:
    site.pages["/2024/ferries?id=3"] = Response(page("Ferries stop", head=dated("2024-05-09")))
    done = add(data, site.at("/2024/ferries?id=3"), "--allow-private")
    assert done.exit_code == 0, done.output
    assert files(data) == ["2024-05-09-ferries-stop.html", "2024-05-09-ferries-stop.meta.yml"]
    written = (data / "articles" / files(data)[1]).read_text()
    assert yaml.safe_load(written) == {"url": site.at("/2024/ferries?id=3")}
    assert f"  address    {site.at('/2024/ferries?id=3')}" in done.output


def test_an_address_that_the_page_states_itself_is_not_stated_again(data: Path, site: Site) -> None:
    own = f'<link rel="canonical" href="{site.at("/ferries")}">'
    site.pages["/ferries?utm_source=x"] = Response(page("Ferries stop", head=dated("2024-05-09") + own))
    done = add(data, site.at("/ferries?utm_source=x"), "--allow-private")
    assert files(data) == ["2024-05-09-ferries-stop.html"]
    assert f"  address    {site.at('/ferries')}" in done.output


def test_a_page_that_gives_an_address_of_another_site_is_doubtful(data: Path, site: Site) -> None:
    own = '<link rel="canonical" href="https://courier.example/ferries">'
    site.pages["/ferries"] = Response(page("Ferries stop", head=dated("2024-05-09") + own))
    done = add(data, site.at("/ferries"), "--allow-private")
    assert "it was fetched from 127.0.0.1 but gives https://courier.example/ferries as its address" in doubts(
        done.output
    )
    assert f"  address    {site.at('/ferries')}" in done.output


def test_a_private_address_is_not_fetched_unless_that_is_allowed(data: Path, site: Site) -> None:
    site.pages["/a"] = Response(page("Ferries stop"))
    done = add(data, site.at("/a"))
    assert done.exit_code == 1
    assert done.stderr == (
        f"{site.at('/a')}: 127.0.0.1 is a private address; "
        "add --allow-private if this is a server of your own that you trust\n"
    )
    assert site.asked == []


@pytest.mark.parametrize(
    ("kind", "body", "name"),
    [
        ("text/plain; charset=utf-8", TEXT.encode(), "2024-05-03-ministers-meet-in-lorvik.txt"),
        ("text/plain", page("Ferries stop"), "ferries-stop.html"),
        ("application/xhtml+xml", page("Ferries stop"), "ferries-stop.html"),
        ("application/octet-stream", page("Ferries stop"), "ferries-stop.html"),
        (None, page("Ferries stop"), "ferries-stop.html"),
        ("application/json", json.dumps({"title": "Ferries", "text": " ".join(prose())}).encode(), "ferries.json"),
    ],
)
def test_the_ending_follows_from_what_came(data: Path, site: Site, kind: str | None, body: bytes, name: str) -> None:
    site.pages["/download"] = Response(body, kind=kind)
    done = add(data, site.at("/download"), "--allow-private")
    assert done.exit_code == 0, done.output
    assert name in files(data)


@pytest.mark.parametrize(
    ("kind", "body", "words"),
    [
        ("image/png", b"\x89PNG\r\n", "this is image/png, no article; open the page in a browser, save it"),
        ("video/mp4", b"....", "this is video/mp4, no article"),
        (None, b"\x00\x01", "this is something without a known type, no article"),
        ("application/rss+xml", b"<?xml version='1.0'?><rss></rss>", "this is a feed, no article; brief add --feed "),
        ("text/xml", b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "this is a feed, no article"),
        ("text/html", b"<html><body></body></html>", "no article was found on this page"),
        ("application/pdf", b"%PDF-1.4 broken", "this PDF is damaged"),
    ],
)
def test_what_is_no_article_gets_a_line(data: Path, site: Site, kind: str | None, body: bytes, words: str) -> None:
    site.pages["/a"] = Response(body, kind=kind)
    done = add(data, site.at("/a"), "--allow-private")
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{site.at('/a')}: ")
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert files(data) == []


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "utf-8", "ISO-8859-1", "no-such-charset"])
def test_the_characters_are_those_that_the_server_meant(data: Path, site: Site, charset: str) -> None:
    word = "Fähre" if charset == "ISO-8859-1" else "Паром"
    told = "utf-8" if charset == "no-such-charset" else charset
    body = page(f"Ferry {word}", [f"{line} ({word})" for line in prose()]).replace(b'<meta charset="utf-8">', b"")
    site.pages["/a"] = Response(body.decode().encode(told), kind=f"text/html; charset={charset}")
    done = add(data, site.at("/a"), "--allow-private")
    assert done.exit_code == 0, done.output
    assert f"  title      Ferry {word}" in done.output
    path = next((data / "articles").glob("*.html"))
    assert f"({word})" in read_article(path, data / "articles").source.text


def test_a_page_that_contradicts_its_server_about_characters_is_read_as_the_server_says(data: Path, site: Site) -> None:
    body = page("Ferry Fähre", [f"{line} (Fähre)" for line in prose()]).decode().encode("latin-1")
    site.pages["/a"] = Response(body, kind="text/html; charset=iso-8859-1")
    done = add(data, site.at("/a"), "--allow-private")
    assert "  title      Ferry Fähre" in done.output
    assert "  note       turned from iso-8859-1 into UTF-8, as the server said" in done.output


def test_faults_of_the_web_are_lines(data: Path, site: Site) -> None:
    site.pages["/403"] = Response(status=403)
    done = add(data, site.at("/403"), site.at("/404"), "ftp://news.example/a", "--allow-private")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 3
    assert "save it and add the file" in done.stderr
    assert "Traceback" not in done.output


def test_without_anything_to_add_it_is_wrong_use(data: Path) -> None:
    assert add(data).exit_code == 2
    assert "name a file, a folder, an address or - for standard input" in add(data).output
    assert add(data, "a.txt", "--limit", "3").exit_code == 2


def test_the_output_works_in_a_pipe(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT.replace("Lorvik", "Lórvik 港"))
    command = [sys.executable, "-m", "generator", "add", "--data", str(data), str(path)]
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ | {"PYTHONUTF8": "1"})
    assert done.returncode == 0
    assert "  title      Ministers meet in Lórvik 港" in done.stdout.decode()
    assert b"\x1b" not in done.stdout
