"""The large font is asked for where an article needs it, and nowhere else."""

from pathlib import Path

import pytest

from generator.typeset.installing import is_needed


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Anna Berg met Владимир in Αθήνα", False),
        ("“The accord” – €300 million", False),
        ("김정은", True),
        ("北京", True),
    ],
)
def test_only_korean_chinese_and_japanese_need_the_large_font(tmp_path: Path, text: str, needed: bool) -> None:
    (tmp_path / "article.txt").write_text(f"Headline\n\n{text}\n", encoding="utf-8")
    assert is_needed(tmp_path) is needed
