"""Nothing that an article says becomes markup, a link that is none, or a reason for the document to fail."""

import shutil
import subprocess
from datetime import date

import pytest

from generator.model import Actor, Brief, Evidence, Kind, Source
from generator.typeset import typeset
from tests.typeset.reading import ReadPdf

SCRIPTS = {
    "Latin": "Zoë Lindqvist-Nørgård",
    "Cyrillic": "Ярослав Щербина",
    "Greek": "Ελένη Παπαδάκη",
    "Arabic": "سمير بن راشد",
    "Hebrew": "ליאור בר־אל",
    "Thai": "สมชาย ใจดี",
    "Devanagari": "अनिता शर्मा",
    "Georgian": "ნინო ბერიძე",
    "Korean": "김하늘",
    "Chinese": "陈晓明",
    "Japanese": "さくらカナ",
}
RIGHT_TO_LEFT = {"Arabic", "Hebrew"}

MARKUP = [
    "#read(\"/etc/passwd\") #image(\"x\") #panic() #sys.inputs",
    "*strong* _emphasis_ `raw` $x^2$ = heading @reference <label>",
    "// comment /* comment */ \\ \\u{41} https://evil.example ~ -- --- ...",
    "\\input{/etc/passwd} \\def\\x{y} {group} %comment ^^41",
    "**bold** [link](javascript:alert(1)) ![image](x.png) <b onclick=x>b</b> &lt; {{ 7 * 7 }} {% raw %}",
    "- item + item 1. item / term: description",
    "\"straight\" 'quotes' “curved” ‘quotes’",
]  # fmt: skip


def named(*names: str, title: str = "Names") -> Brief:
    """A brief of actors of these names, each with its name as evidence."""
    text = "\n\n".join(names)
    source = Source(id="s", path="s.txt", sha256="0" * 64, title=names[0], text=text, url="javascript:alert(1)")
    return Brief(
        title=title,
        generated=date(2031, 1, 1),
        sources=[source],
        actors=[
            Actor(id=f"actor-{number}", name=name, kind=Kind.PERSON, evidence=[_evidence(text, name)])
            for number, name in enumerate(names)
        ],
    )


def _evidence(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence(source="s", start=start, end=start + len(words), quote=words)


@pytest.mark.parametrize("words", MARKUP)
def test_markup_of_any_language_prints_as_written(words: str) -> None:
    said: list[str] = []
    read = ReadPdf(typeset(named(words, title=words), note=said.append))
    assert said == []
    assert read.close.count("".join(words.split())) > 2
    assert read.addresses == []
    assert words in [bookmark.title for bookmark in read.bookmarks]


def test_a_brief_full_of_hostile_strings(hostile: Brief) -> None:
    said: list[str] = []
    read = ReadPdf(typeset(hostile, note=said.append))
    for actor in hostile.actors[:1]:
        assert "".join(actor.name.split()) in read.close
    for text in [hostile.title, hostile.bottom_line[0].text, hostile.questions[0].text, hostile.agreements[0].title]:
        assert "".join(text.split()) in read.close
    assert all(address.startswith(("http://", "https://")) for address in read.addresses)
    assert not any("cannot keep" in line for line in said)


def test_names_in_every_script() -> None:
    said: list[str] = []
    pdf = typeset(named(*SCRIPTS.values()), note=said.append)
    read = ReadPdf(pdf)
    assert said == []
    titles = [bookmark.title for bookmark in read.bookmarks]
    for script, name in SCRIPTS.items():
        assert name in titles
        drawn = name[::-1] if script in RIGHT_TO_LEFT else name
        assert "".join(drawn.split()) in read.close, script


@pytest.mark.parametrize("script", sorted(SCRIPTS))
def test_names_read_by_another_reader(script: str) -> None:
    """Poppler, where it is installed, turns what is drawn from right to left the right way round again."""
    pdf = typeset(named(SCRIPTS[script]))
    text = _by_poppler(pdf) or " ".join(bookmark.title for bookmark in ReadPdf(pdf).bookmarks)
    assert SCRIPTS[script] in text


def _by_poppler(pdf: bytes) -> str:
    program = shutil.which("pdftotext")
    if not program:
        return ""
    return subprocess.run([program, "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def test_a_character_without_a_glyph_is_replaced_and_named() -> None:
    said: list[str] = []
    read = ReadPdf(typeset(named("Anna \U00012000 Berg"), note=said.append))
    assert "Anna □ Berg" in [bookmark.title for bookmark in read.bookmarks]
    assert said == [
        "the PDF: no font has a glyph for U+12000 cuneiform sign a; a square stands for each",
    ]


UNSEEN = {
    "override": "\u202e",
    "isolate": "\u2066",
    "byte order mark": "\ufeff",
    "bell": "\x07",
    "escape": "\x1b",
    "space of no width": "\u200b",
    "no character": "\ufdd0",
    "private use": "\ue000",
    "tag": "\U000e0041",
    "marks": "\u0301\u0489",
    "lone joiner": "\u200d",
    "family": "\U0001f469\u200d\U0001f467",
}


@pytest.mark.parametrize("unseen", UNSEEN.values(), ids=UNSEEN.keys())
def test_what_cannot_be_printed_never_stops_the_document(unseen: str) -> None:
    said: list[str] = []
    read = ReadPdf(typeset(named(f"Anna{unseen} Berg"), note=said.append))
    assert "Ann" in read.text
    assert "\u202e" not in read.text
    assert not any("cannot keep" in line for line in said)


def test_a_word_longer_than_any_string_may_be() -> None:
    said: list[str] = []
    long = "x" * 70_000
    brief = named("Anna Berg").model_copy(update={"source_summary": long})
    assert ReadPdf(typeset(brief, note=said.append)).close.count("x") >= len(long)
    assert said == []
