"""Whether the articles of a folder need the large font of Korean, Chinese and Japanese, and it is not installed.

    python -m generator.typeset.installing FOLDER      ends with 1 if so

What sets up a machine asks this before it fetches so much.
"""

import sys
from pathlib import Path

from generator.typeset.fonts import has_east_asian, lacks_east_asian


def is_needed(folder: Path) -> bool:
    """Whether a text below the folder has characters that only the large font has."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return any(lacks_east_asian(path.read_text(encoding="utf-8", errors="ignore")) for path in files)


if __name__ == "__main__":
    raise SystemExit(not has_east_asian() and is_needed(Path(sys.argv[1])))
