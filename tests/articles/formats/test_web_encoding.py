"""Saved pages in many encodings, with declarations that are right, wrong or missing."""

from collections.abc import Callable

import pytest

from generator.model import Article

type Reader = Callable[[str, str | bytes], Article]

TEXTS = {
    "ru": (
        "Договор о реке Остра подписан",
        "Президенты Норландии и Судии подписали в среду договор о водах реки Остра, который завершил давний спор.",
    ),
    "zh": (
        "诺兰和苏迪亚签署河流条约",
        "诺兰和苏迪亚两国总统星期三签署了关于奥斯特拉河水资源的条约，结束了两国之间长达二十年的争端，双方都表示欢迎。",
    ),
    "ja": (
        "ノルランドとスディアが河川条約に署名",
        "ノルランドとスディアの大統領は水曜日、オストラ川の水に関する条約に署名し、二十年にわたる争いに終止符を打った。",
    ),
    "el": (
        "Υπεγράφη η συνθήκη για τον Όστρα",
        "Οι πρόεδροι της Νορλανδίας και της Σουδίας υπέγραψαν την Τετάρτη συνθήκη για τα νερά του ποταμού Όστρα.",
    ),
    "de": (
        "Vertrag über die Ostra unterzeichnet",
        "Die Präsidenten von Norland und Sudia haben am Mittwoch einen Vertrag über die Ostra unterzeichnet.",
    ),
}


def page(language: str, declaration: str) -> str:
    title, sentence = TEXTS[language]
    body = "".join(f"<p>{sentence} {number}.</p>" for number in range(1, 7))
    return f"""<!DOCTYPE html><html><head>{declaration}<title>{title}</title><script>var measured = "a script with
    words in it"; function track() {{ return measured }}</script></head><body><nav><a href="/">Home page</a>
    <a href="/news">News and views</a></nav><article><h1>{title}</h1>{body}</article>
    <footer>All rights reserved. Terms of use. Privacy policy.</footer></body></html>"""


def declared(encoding: str) -> str:
    return f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">'


@pytest.mark.parametrize("declaration", ["", *map(declared, ("utf-8", "iso-8859-1", "windows-1251", "no-such"))])
@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ru", "windows-1251"),
        ("ru", "koi8-r"),
        ("ru", "utf-8"),
        ("ru", "utf-16"),
        ("zh", "gb18030"),
        ("zh", "utf-16-le"),
        ("ja", "shift_jis"),
        ("ja", "euc_jp"),
        ("el", "utf-16-be"),
        ("de", "utf-8"),
    ],
)
def test_declaration_that_is_wrong_or_missing(
    read_file: Reader, language: str, encoding: str, declaration: str
) -> None:
    source = read_file("treaty.html", page(language, declaration).encode(encoding)).source
    title, sentence = TEXTS[language]
    assert source.title == title
    assert source.text.count(sentence) == 6


@pytest.mark.parametrize(
    ("language", "encoding", "name"),
    [
        ("zh", "gb18030", "gb2312"),
        ("ja", "cp932", "x-sjis"),
        ("ja", "iso2022_jp", "iso-2022-jp"),
        ("de", "cp1252", "iso-8859-1"),
        ("el", "cp1253", "windows-1253"),
        ("ru", "utf-8", "utf-16"),
    ],
)
def test_names_that_browsers_take_for_wider_encodings(
    read_file: Reader, language: str, encoding: str, name: str
) -> None:
    source = read_file("treaty.html", page(language, declared(name)).encode(encoding)).source
    assert TEXTS[language][1] in source.text
    assert source.title == TEXTS[language][0]


def test_file_that_is_no_page(fault_of: Callable[[str, str | bytes], str]) -> None:
    assert "this is an image" in fault_of("treaty.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
