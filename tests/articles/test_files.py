"""Files of every encoding are read alike; what is no article is refused in one clear line."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.articles import (
    ArticleError,
    folder_faults,
    iter_article_paths,
    read_article,
    shared_sidecars,
    sidecar_path,
)
from generator.model import Article

type Reader = Callable[..., Article]

TEXT = (
    "Norland’s “river” treaty – signé à Norbourg\n\n"
    "The presidents of Norland and Sudland signed a treaty at the café “Zoë” – it ends a dispute of twenty years.\n"
)
CLEAN = TEXT.strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(read: Reader, encoding: str, line_end: str) -> None:
    assert read(TEXT.replace("\n", line_end).encode(encoding)).source.text == CLEAN


def test_utf_16_of_another_script(read: Reader) -> None:
    text = "Президенты подписали договор\n\nПрезиденты подписали договор о реке, который завершил спор о воде.\n"
    assert read(text.encode("utf-16-le")).source.text == text.strip()


def test_stray_bytes_do_not_spoil_a_utf_8_file(read: Reader) -> None:
    content = TEXT.encode("utf-8").replace(b"ends", b"\x93ends\x94")
    assert "it “ends” a dispute" in read(content).source.text


def test_characters_without_meaning_go(read: Reader) -> None:
    page = (
        "Norland\u00a0signs \u202etreaty\u202c\n\nThe two pre\u00adsidents signed\u200b a treaty\ufeff in Norburg\x00 "
        "on Wednesday\ue001, it was &quot;expected&quot; &amp; Cafe\u0301 owners cheered\u2003\u2003👩\u200d🌾.\n"
    )
    assert read(page).source.text == (
        "Norland signs treaty\n\nThe two presidents signed a treaty in Norburg on Wednesday, "
        'it was "expected" & Café owners cheered 👩\u200d🌾.'
    )


def test_source_describes_its_file(read: Reader) -> None:
    source = read(TEXT, name="May 2024/River Treaty, signed.txt").source
    assert source.id == "river-treaty-signed"
    assert source.path == "May 2024/River Treaty, signed.txt"
    assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert source.reliability == "F"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n\t\n", "the file is empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF document, not text"),
        (b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "a ZIP archive or an office document"),
        (bytes(range(256)) * 8, "full of control characters"),
        ("Президенты подписали договор о реке".encode("cp1251"), "neither UTF-8, UTF-16 nor Windows-1252"),
        ("大統領は条約に署名した".encode("shift_jis"), "neither UTF-8, UTF-16 nor Windows-1252"),
        (b"\xff\xfe\x00\xd8A\x00", "not valid UTF-16-LE"),
        (b"<!DOCTYPE html>\n<html><body><p>The two signed.</p></body></html>", "a web page, not text"),
        (b"Share\nTweet\nAdvertisement\n", "no text is left"),
        (b"x" * 10_000_001, "10.0 MB of text, more than 10 MB"),
    ],
)
def test_files_that_are_no_articles(read: Reader, content: bytes, problem: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read(content)
    message = str(caught.value)
    assert "river.txt" in message
    assert problem in message
    assert "; " in message, "the line says what to do"
    assert "\n" not in message


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        read_article(tmp_path / "nowhere.txt", tmp_path)


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "river.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ArticleError, match=r"cannot be read: Permission denied; check the file's permissions"):
        read_article(path, tmp_path)


def test_name_that_cannot_be_printed_stays_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "river\n\x1b[31m.txt"
    path.write_bytes(b"")
    with pytest.raises(ArticleError) as caught:
        read_article(path, tmp_path)
    assert str(caught.value).isprintable()


def test_articles_of_a_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "sub/c.txt", "a.meta.yml", ".hidden.txt", ".git/d.txt", "notes.xlsx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    assert [path.relative_to(tmp_path).as_posix() for path in iter_article_paths(tmp_path)] == [
        "a.MD",
        "b.txt",
        "sub/c.txt",
    ]
    assert folder_faults(tmp_path) == []


def test_links_that_lead_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    outside, root = tmp_path / "secret.txt", tmp_path / "articles"
    outside.write_text(TEXT, encoding="utf-8")
    root.mkdir()
    (root / "inside.txt").write_text(TEXT, encoding="utf-8")
    (root / "alias.txt").symlink_to(root / "inside.txt")
    (root / "leak.txt").symlink_to(outside)
    (root / "dead.txt").symlink_to(root / "gone.txt")
    (root / "folder").symlink_to(tmp_path, target_is_directory=True)
    assert [path.name for path in iter_article_paths(root)] == ["alias.txt", "inside.txt"]
    assert [fault.path.name for fault in folder_faults(root)] == ["dead.txt", "folder", "leak.txt"]
    with pytest.raises(ArticleError, match="leads out of the articles folder"):
        read_article(root / "leak.txt", root)
    with pytest.raises(ArticleError, match="leads out of the articles folder"):
        read_article(root / os.pardir / "secret.txt", root)


def test_sidecar_without_an_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "rivr.meta.yml").write_text("title: x", encoding="utf-8")
    (fault,) = folder_faults(tmp_path)
    assert "rivr.meta.yml: describes no article; name it after one, or add rivr.txt or rivr.md" in str(fault)


def test_sidecar_of_the_whole_name_comes_first(tmp_path: Path) -> None:
    for name in ("river.txt", "river.html", "crawl.warc.gz", "lake.txt", "lake.md"):
        (tmp_path / name).write_text(f"Norland signs treaty\n\n{TEXT}", encoding="utf-8")
    for name in ("river.meta.yml", "river.txt.meta.yml", "crawl.meta.yml", "lake.meta.yml"):
        (tmp_path / name).write_text(f"title: By {name}\n", encoding="utf-8")
    assert read_article(tmp_path / "river.txt", tmp_path).source.title == "By river.txt.meta.yml"
    assert sidecar_path(tmp_path / "river.html").name == "river.meta.yml"
    assert sidecar_path(tmp_path / "crawl.warc.gz").name == "crawl.meta.yml"
    assert folder_faults(tmp_path) == []
    (line,) = shared_sidecars(iter_article_paths(tmp_path))
    assert "lake.meta.yml: describes lake.md and lake.txt alike; name it lake.md.meta.yml if it is meant for" in line
    (tmp_path / "river.html").unlink()
    (fault,) = folder_faults(tmp_path)
    assert "river.meta.yml: describes nothing, since river.txt.meta.yml comes first; delete one of them" in str(fault)
    (tmp_path / "river.txt").unlink()
    first, second = map(str, folder_faults(tmp_path))
    assert "river.meta.yml: describes no article; name it after one, or add river.txt or river.md" in first
    assert "river.txt.meta.yml: describes no article; name it after one, or add river.txt" in second


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such folder"):
        iter_article_paths(tmp_path / "articles")


def test_folder_that_a_browser_saves_beside_a_page_holds_no_articles(tmp_path: Path) -> None:
    for name in ("river.html", "river_files/advertisement.html", "river_files/a/b.json", "old_files/river.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    assert [path.relative_to(tmp_path).as_posix() for path in iter_article_paths(tmp_path)] == [
        "old_files/river.txt",
        "river.html",
    ]


@pytest.mark.parametrize("name", ["river.html", "river.pdf", "river.docx", "river.json", "river.jsonl", "river.csv"])
def test_file_that_is_too_large_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(50_000_001)
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("opened"))
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("opened"))
    with pytest.raises(ArticleError, match=r"50\.0 MB, more than 50 MB; (save the article alone|split the file)"):
        read_article(path, tmp_path)


def test_file_whose_text_is_too_long(read: Reader) -> None:
    record = json.dumps({"title": "River", "text": "The two signed a treaty on the river.\n\n" * 280_000})
    with pytest.raises(ArticleError, match="MB of text, more than 10 MB; split the file"):
        read(record, name="river.json")
