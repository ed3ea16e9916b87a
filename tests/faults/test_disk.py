"""A full disk, a folder that cannot be written, a file that goes, an error nobody foresaw: one line each."""

import errno
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import generator.workspace
from generator import wholefiles
from generator.cli import main
from generator.model import Article, Distillate
from generator.workspace import InputError, Workspace, build_brief
from generator.yamlfiles import write_if_different
from tests.faults.loaded import capitalised
from tests.faults.runs import bytes_of, ended, started, write_articles


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A brief of three articles, one of which has changed since."""
    monkeypatch.setattr(generator.workspace, "_installed_distiller", lambda _: capitalised)
    monkeypatch.delenv("BRIEF_DEBUG", raising=False)
    write_articles(tmp_path / "data" / "articles", range(3))
    build_brief(Workspace(tmp_path / "data"))
    write_articles(tmp_path / "data" / "articles", [1], seed=1)
    return tmp_path / "data"


def brief(*arguments: str | Path) -> Result:
    """`brief` with these arguments."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def one_line(done: Result) -> str:
    """What a command said that failed as it should."""
    assert done.exit_code == 1, done.output
    assert "Traceback" not in done.output
    (line,) = done.stderr.splitlines()
    return line


def full(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """A disk on which so many more files have room."""
    left = iter(range(after))
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("after", range(10))
def test_a_full_disk_is_one_line_and_the_next_run_ends_the_work(
    data: Path, tmp_path: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(data, whole)
    build_brief(Workspace(whole), distiller=capitalised)
    before = bytes_of(data / "distilled")
    with monkeypatch.context() as patch:
        full(patch, after)
        done = brief("distil", "--data", data)
    after_that = bytes_of(data / "distilled")
    if done.exit_code:
        assert "No space left on device; make room" in one_line(done)
        assert str(data / "distilled") in done.stderr
    expected = bytes_of(whole / "distilled")
    assert all(after_that[name] in (before.get(name), expected.get(name)) for name in after_that)
    assert brief("distil", "--data", data).exit_code == 0
    assert bytes_of(data / "distilled") == expected


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """The system itself refuses: no file of this process may have more than two thousand bytes."""
    write_articles(tmp_path / "articles", range(3))
    said = tmp_path / "said"
    run = started("export", "--data", tmp_path, "--output", tmp_path / "b.json", light=True, largest=2000, said=said)
    assert ended(run) == 1
    (line,) = said.read_text(encoding="utf-8").splitlines()
    assert "File too large; the system does not let files grow so large" in line
    assert not (tmp_path / "b.json").exists()
    assert not list(tmp_path.rglob("*.tmp"))


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("command", ["distil", "render", "edition", "export", "curate", "check"])
def test_a_folder_that_cannot_be_written(
    data: Path, tmp_path: Path, command: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def refuse(path: Path, mode: str = "r", *rest: object) -> object:
        if mode[0] in "wax":
            raise OSError(code, os.strerror(code), str(path))
        return real(path, mode, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.chdir(tmp_path)
    extra = {"export": ["--output", "brief.json"], "curate": ["--list"]}.get(command, [])
    line = one_line(brief(command, "--data", data, *extra))
    assert os.strerror(code) in line
    assert "; " in line, "the line says what to do"


def test_an_article_that_goes_while_it_is_read(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes

    def vanish(path: Path) -> bytes:
        if path.name == "article-001.txt":
            path.unlink(missing_ok=True)
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", vanish)
    with pytest.raises(InputError) as caught:
        build_brief(Workspace(data), distiller=capitalised)
    (line,) = caught.value.faults
    assert "article-001.txt" in line
    assert caught.value.brief
    assert [source.path for source in caught.value.brief.sources] == ["article-000.txt", "article-002.txt"]


def stumbling(article: Article) -> Distillate:
    """Fails at one article."""
    if article.source.path == "article-001.txt":
        raise KeyError("\x1b[31mred\nlines " + "x" * 1000)
    return capitalised(article)


def test_an_article_that_the_generator_fails_at_takes_no_other_along(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generator.workspace, "_installed_distiller", lambda _: stumbling)
    write_articles(data / "articles", [4])
    line = one_line(brief("distil", "--data", data))
    assert line.startswith(f"{data / 'articles' / 'article-001.txt'}: cannot be distilled: an error of the generator")
    assert str(data / ".cache" / "fault.txt") in line
    assert line.isprintable()
    assert len(line) < 500
    assert {path.name for path in (data / "distilled" / "articles").iterdir()} == {
        "article-000.yml",
        "article-002.yml",
        "article-004.yml",
    }
    report = (data / ".cache" / "fault.txt").read_text(encoding="utf-8")
    assert "in stumbling" in report
    assert "Brief generator" in report


COMMANDS: dict[str, tuple[str, list[str]]] = {
    "distil": ("generator.composing.compose", []),
    "render": ("generator.cli_distil.render_pages", []),
    "check": ("generator.cli_distil.check_brief", []),
    "export": ("generator.composing.compose", ["--output", "brief.json"]),
    "edition": ("generator.cli_edition.record", []),
    "curate": ("generator.cli_curate.doubts", ["--list"]),
    "pdf": ("generator.typeset.typeset_volume", []),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_what_nobody_foresaw_is_one_line_with_a_report(
    data: Path, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError("a stone in the works")

    place, more = COMMANDS[command]
    monkeypatch.setattr(place, fail)
    monkeypatch.chdir(tmp_path)
    line = one_line(brief(command, "--data", data, *more))
    report = data / ".cache" / "fault.txt"
    assert line == (
        f"brief {command}: an error of the generator itself (AssertionError: a stone in the works); "
        f"please report it with {report} (docs/about/security.md says where)"
    )
    assert "in fail" in report.read_text(encoding="utf-8")
    monkeypatch.setenv("BRIEF_DEBUG", "1")
    assert isinstance(brief(command, "--data", data, *more).exception, AssertionError)


def test_too_little_memory_is_said_as_such(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(article: Article) -> Distillate:
        raise MemoryError

    monkeypatch.setattr(generator.workspace, "_installed_distiller", lambda _: greedy)
    line = one_line(brief("distil", "--data", data))
    assert line.endswith("cannot be distilled: there is not enough memory; what was made before is whole")


def test_an_output_may_be_a_link_or_a_pipe_and_stays_what_it_is(data: Path, tmp_path: Path) -> None:
    kept, link, pipe = tmp_path / "kept.json", tmp_path / "link.json", tmp_path / "pipe"
    kept.write_text("old", encoding="utf-8")
    link.symlink_to(kept)
    assert brief("export", "--data", data, "--output", link).exit_code == 0
    assert link.is_symlink()
    assert kept.read_bytes().startswith(b"{")
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    assert brief("export", "--data", data, "--output", pipe).exit_code == 0
    assert reader.communicate()[0] == kept.read_bytes()
    assert pipe.is_fifo()


def test_a_name_as_long_as_a_name_can_be_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".yml")
    assert write_if_different(path, "a: 1\n")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_what_another_run_still_writes_is_not_swept_away(tmp_path: Path) -> None:
    alive, dead = tmp_path / f".brief-{os.getpid()}-1.tmp", tmp_path / "deep" / ".brief-4194305-1.tmp"
    dead.parent.mkdir()
    for path in (alive, dead):
        path.write_bytes(b"half")
    wholefiles.sweep(tmp_path)
    assert alive.exists()
    assert not dead.exists()


LINKS: dict[str, Callable[[Path], object]] = {
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link out of the folder": lambda path: path.symlink_to("/etc/hostname"),
    "a link to nothing": lambda path: path.symlink_to("gone.txt"),
}


@pytest.mark.parametrize("kind", LINKS)
def test_links_among_the_articles_are_a_line_each(data: Path, kind: str) -> None:
    LINKS[kind](data / "articles" / "odd.txt")
    line = one_line(brief("distil", "--data", data))
    assert "odd.txt" in line
    assert len(list((data / "distilled" / "articles").iterdir())) == 3


def test_a_folder_that_links_to_a_folder_above_ends_nowhere(data: Path) -> None:
    (data / "articles" / "loop").symlink_to(data / "articles", target_is_directory=True)
    assert brief("distil", "--data", data).exit_code == 0
    assert len(list((data / "distilled" / "articles").iterdir())) == 3


@pytest.mark.parametrize(
    "name", ["line\nbreak.txt", "\x1b[31mred.txt", os.fsdecode(b"caf\xe9.txt"), "\u202etxt.exe.txt"]
)
def test_names_that_are_no_names_are_a_line_that_can_be_printed(data: Path, name: str) -> None:
    (data / "articles" / "article-000.txt").rename(data / "articles" / name)
    done = brief("distil", "--data", data)
    for line in done.stderr.splitlines():
        assert line.isprintable()
    assert len(done.stderr.splitlines()) == done.exit_code


@pytest.mark.parametrize("content", ["site_url: [\n", "- a list\n", "site_url: caf\xe9\n"])
def test_a_configuration_of_the_site_that_cannot_be_read(
    data: Path, tmp_path: Path, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text(content, encoding="latin-1")
    monkeypatch.chdir(tmp_path)
    done = brief("render", "--data", data)
    if done.exit_code:
        assert "mkdocs.yml" in one_line(done)
    else:
        assert content.startswith("- ")
