"""A run that is killed loses nothing, and the next one ends as if it had never happened."""

import itertools
import random
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.workspace import Workspace, build_brief
from tests.faults.loaded import capitalised
from tests.faults.runs import bytes_of, ended, started, write_articles

ARTICLES = range(200)


def undisturbed(data: Path) -> float:
    """Runs `brief distil` to its end; returns the seconds that it took."""
    begun = time.monotonic()
    assert ended(started("distil", "--data", data)) == 0
    return time.monotonic() - begun


def killed(data: Path, kills: int, go_on: bool, share: float, expected: dict[str, bytes]) -> None:
    """Kills so many runs, each at a moment within a share of the time that a whole one takes; lets the next one end.

    With `go_on` a run goes on with what the one that was killed before left, else it begins with the folder as given.
    """
    moments, folder, number = random.Random(data.name), data.with_name(f"{data.name}-run"), 0
    shutil.copytree(data, folder)
    seconds = undisturbed(folder)
    while number < kills:
        if not go_on or bytes_of(folder / "distilled") == expected:
            shutil.rmtree(folder)
            shutil.copytree(data, folder)
        if ended(started("distil", "--data", folder), moments.uniform(0, seconds * share)) == 0:
            continue  # it was quicker
        number += 1
        copy = data.with_name(f"{data.name}-{number}")
        shutil.copytree(folder, copy)
        undisturbed(copy)
        assert bytes_of(copy / "distilled") == expected, f"kill {number}"
        assert not list(copy.rglob("*.tmp"))
        shutil.rmtree(copy)


def test_killed_at_thirty_moments_over_two_hundred_articles(tmp_path: Path) -> None:
    """Eight times over new articles, twenty-two times over a brief to which some are added, changed and taken away."""
    new, grown, whole = tmp_path / "new", tmp_path / "grown", tmp_path / "whole"
    for data in (new, whole):
        write_articles(data / "articles", ARTICLES)
    undisturbed(whole)
    expected = bytes_of(whole / "distilled")
    assert len([name for name in expected if name.startswith("articles/")]) == len(ARTICLES)
    write_articles(grown / "articles", ARTICLES[:185])
    write_articles(grown / "articles", ARTICLES[40:55], seed=1)
    write_articles(grown / "articles", range(500, 510))
    undisturbed(grown)
    write_articles(grown / "articles", ARTICLES)
    for number in range(500, 510):
        (grown / "articles" / f"article-{number}.txt").unlink()
    with ThreadPoolExecutor(2) as together:
        chains = [
            together.submit(killed, new, 8, True, 1 / 3, expected),
            together.submit(killed, grown, 22, False, 1, expected),
        ]
    for chain in chains:
        chain.result()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A brief of three articles as it was, one of them changed since, one gone, one new."""
    data = tmp_path / "workspace" / "data"
    write_articles(data / "articles", range(3))
    build_brief(Workspace(data), distiller=capitalised)
    write_articles(data / "articles", [1], seed=1)
    write_articles(data / "articles", [3])
    (data / "articles" / "article-000.txt").unlink()
    return data


COMMANDS = {"distil": 1, "render": 23, "edition spring": 11, "export --output brief.json": 11}
"""Commands, and every how many changes of the disk they are killed; each begins with what `brief distil` does."""


@pytest.mark.parametrize(("command", "step"), COMMANDS.items())
def test_killed_before_a_change_of_the_disk(small: Path, command: str, step: int) -> None:
    """Before a file is opened for writing, renamed or removed: `brief distil` before every single one."""

    def run(workspace: Path, stop_before: int | None = None) -> int:
        return ended(started(*command.split(), where=workspace, light=True, stop_before=stop_before))

    def product(workspace: Path) -> dict[str, bytes]:
        return {name: content for name, content in bytes_of(workspace).items() if "/.cache/" not in name}

    first = small.parent
    whole = first.with_name("whole")
    shutil.copytree(first, whole)
    assert run(whole) == 0
    expected = product(whole)

    def killed_before(moment: int) -> int:
        workspace = first.with_name(f"at-{moment}")
        shutil.copytree(first, workspace)
        code = run(workspace, moment)
        if command.startswith("edition") and "data/editions/spring.yml" in product(workspace):
            assert product(workspace)["data/editions/spring.yml"] == expected["data/editions/spring.yml"]
        else:
            assert run(workspace) == 0
        assert product(workspace) == expected, f"before change {moment}"
        shutil.rmtree(workspace)
        return code

    moments = itertools.count(1, step)
    codes = [-9]
    with ThreadPoolExecutor(2) as together:
        while 0 not in codes:
            codes += together.map(killed_before, itertools.islice(moments, 6))
    assert len(codes) * step > 20
