"""The fonts of the PDF: they come from installed packages, never from the reader's machine."""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pymupdf_fonts
from fontTools.ttLib import TTFont

SERIF = "Libertinus Serif"
"""The face of the text; it is part of Typst itself."""
SANS = "FiraGO"
"""The face of labels, which also has most scripts."""

_PACKAGED = {
    "figo": "FiraGO-Regular.ttf",
    "figbo": "FiraGO-Bold.ttf",
    "notos": "NotoSans-Regular.ttf",
    "symbol1": "NotoSansSymbols-Regular.ttf",
    "symbol2": "NotoSansSymbols2-Regular.ttf",
    "math": "NotoSansMath-Regular.ttf",
}
"""By their short names in the package pymupdf-fonts: what covers everything but Korean, Chinese and Japanese."""
_ONE_STYLE_ONLY = {"FiraGO-Bold.ttf"}
_EAST_ASIAN = ("mplfonts", "fonts/NotoSansCJKsc-Regular.otf")
"""The package of the large face, and where it lies in it; installed as the extra `east-asian`."""
_EAST_ASIAN_SCRIPTS = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
EAST_ASIAN_HINT = "the extra `east-asian` has the fonts of Korean, Chinese and Japanese"
_LAST_ASCII = 127


@dataclass(frozen=True)
class Font:
    """A font file: its family, its code points, its name as a file and its bytes. `path` where it lies on disk."""

    family: str
    codes: frozenset[int]
    file: str
    data: bytes
    path: Path | None = None


def fonts_for(characters: Iterable[str]) -> list[Font]:
    """The fonts for these characters, in the order in which they are tried: the large face only where it is needed."""
    light = _light()
    codes = {ord(character) for character in characters}
    if all(any(code in font.codes for font in light) for code in codes if code > _LAST_ASCII):
        return light
    return [*light, *_east_asian()]


def families(fonts: Iterable[Font]) -> list[str]:
    """The names of the families, each once."""
    return list(dict.fromkeys(font.family for font in fonts))


def coverage(fonts: Iterable[Font]) -> list[frozenset[int]]:
    """What each face has glyphs for; a further style of a face that is there is not counted."""
    return [font.codes for font in fonts if font.file not in _ONE_STYLE_ONLY]


def lacks_east_asian(characters: Iterable[str]) -> bool:
    """Whether some of these characters are Korean, Chinese or Japanese, which the large face would print."""
    return any(_EAST_ASIAN_SCRIPTS.match(character) for character in characters)


def has_east_asian() -> bool:
    """Whether the package of the large face is installed."""
    return find_spec(_EAST_ASIAN[0]) is not None


@cache
def _light() -> list[Font]:
    return list(_packaged())


def _packaged() -> Iterator[Font]:
    for name, file in _PACKAGED.items():
        yield _font(file, pymupdf_fonts.myfont(name))


@cache
def _east_asian() -> list[Font]:
    """The large face, if its package is installed."""
    package, inside = _EAST_ASIAN
    spec = find_spec(package)
    folders = (spec.submodule_search_locations or []) if spec else []
    paths = [path for folder in folders if (path := Path(folder) / inside).is_file()]
    return [_font(path.name, path.read_bytes(), path) for path in paths[:1]]


def _font(file: str, data: bytes, path: Path | None = None) -> Font:
    read = TTFont(io.BytesIO(data), lazy=True, fontNumber=0)
    family = read["name"].getBestFamilyName() or file
    return Font(str(family), frozenset(read.getBestCmap()), file, data, path)
