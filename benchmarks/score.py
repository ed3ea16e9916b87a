"""Scores what the generator distils against hand-made annotations.

    python benchmarks/score.py FOLDER

FOLDER has `articles/`, `score.py`, and annotations in `gold/`, and perhaps in `sealed/`, of which only totals are
shown. Articles are copied to `.cache/score/`, where results are kept between runs. The articles in `data/articles` are
also scored on their own, without anyone's curation.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
CACHE = ROOT / ".cache" / "score"


def main(arguments: list[str]) -> int:
    """Prints every row; 1 if a step failed, 2 if there is no such folder."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "score.py").is_file():
        print(
            f"{' '.join(arguments) or 'no folder'}: no annotations there; name a folder with EVAL=FOLDER",
            file=sys.stderr,
        )
        return 2
    folder = Path(arguments[0]).resolve()
    committed = sorted((ROOT / "data" / "articles").glob("*.txt"))
    everything = _brief("all", (folder / "articles").iterdir())
    alone = _brief("committed", committed)
    gold = [folder / "gold" / f"{path.stem}.yml" for path in committed]
    _mirror((path for path in gold if path.is_file()), CACHE / "committed" / "gold")
    failed = _score(folder, "data/articles alone", alone, CACHE / "committed" / "gold")
    failed |= _score(folder, "gold", everything, folder / "gold")
    if (folder / "sealed").is_dir():
        failed |= _score(folder, "sealed", everything, folder / "sealed")
    return failed


def _brief(name: str, articles: Iterable[Path]) -> Path:
    """The exported brief of these articles."""
    data = CACHE / name / "data"
    _mirror(articles, data / "articles")
    output = CACHE / name / "brief.json"
    for command in (["distil"], ["export", "--format", "json", "--output", str(output)]):
        subprocess.run(
            [sys.executable, "-m", "generator", *command, "--data", str(data)], check=True, stdout=sys.stderr
        )
    return output


def _mirror(files: Iterable[Path], folder: Path) -> None:
    """Makes `folder` hold these files and no others."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {path.name: path for path in files}
    for path in folder.iterdir():
        if path.name not in wanted:
            path.unlink()
    for name, path in wanted.items():
        shutil.copyfile(path, folder / name)


def _score(folder: Path, title: str, brief: Path, gold: Path) -> int:
    print(f"\n== {title}", flush=True)
    return subprocess.run([sys.executable, str(folder / "score.py"), str(brief), str(gold)], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
