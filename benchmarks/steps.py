"""Times every step of making a brief, each in a process of its own.

    python benchmarks/steps.py [ARTICLES_FOLDER] [COPIES]

The articles of the folder (default: `data/articles`) are copied to a temporary workspace, `COPIES` times under
different names (default: once).
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main(arguments: list[str]) -> int:
    """Prints a line per step: seconds, and what was done."""
    folder = Path(arguments[0]) if arguments else ROOT / "data" / "articles"
    copies = int(arguments[1]) if len(arguments) > 1 else 1
    with tempfile.TemporaryDirectory() as temporary:
        workspace = Path(temporary) / "bench"
        _timed("brief new", workspace.parent, "new", "bench")
        files = [path for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".md"}]
        for number in range(copies):
            for path in files:
                shutil.copyfile(path, workspace / "data" / "articles" / f"{path.stem}-{number}{path.suffix}")
        print(f"{len(files) * copies} articles", flush=True)
        _timed("everything distilled", workspace, "distil")
        _timed("nothing changed", workspace, "distil")
        with (workspace / "data" / "articles" / f"{files[0].stem}-0{files[0].suffix}").open(
            "a", encoding="utf-8"
        ) as file:
            file.write("\n\nNothing else was said on the matter.\n")
        _timed("one article changed", workspace, "distil")
        _timed("pages written", workspace, "render")
        _timed("site built", workspace, "build", "--quiet")
        _timed("exported", workspace, "export", "--output", "brief.json")
    return 0


def _timed(step: str, folder: Path, *arguments: str) -> None:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "generator", *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    print(f"{time.perf_counter() - start:7.1f} s  {step}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
