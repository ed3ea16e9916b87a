"""Articles written in a test, read and annotated as the generator does it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from generator.distil import distil
from generator.language import Pipeline
from generator.language.attribution import SpeechAct
from generator.language.document import Document
from generator.model import Article, Block, Source


@dataclass(frozen=True)
class Read:
    """An annotated article."""

    document: Document
    acts: list[SpeechAct]

    def statements(self) -> list[tuple[str | None, str]]:
        """Who says what, in order: the first speaker's name and the words that tell it, sentences joined by " / "."""
        found = []
        for act in self.acts:
            names = [self.document.entities[s].name for s in act.speakers]
            words = " / ".join(self.document.text[a:b] for a, b in act.spans)
            found.append((names[0] if names else None, words))
        return found

    def speakers(self) -> list[str | None]:
        """The first speaker of each speech act."""
        return [name for name, _ in self.statements()]

    def meaning(self, pronoun: str, occurrence: int = 1) -> list[str]:
        """The names that a pronoun stands for; the first of that spelling, or a later one."""
        tokens = [token for token in self.document.doc if token.text == pronoun]
        mention = self.document.mention_at(tokens[occurrence - 1])
        return [self.document.entities[e].name for e in mention.entities] if mention is not None else []


def make_article(*paragraphs: str, headline: str | None = None) -> Article:
    """An article of paragraphs, dated 8 March 2031."""
    blocks, text = [], ""
    for kind, paragraph in [*([("headline", headline)] if headline else []), *(("prose", p) for p in paragraphs)]:
        text += "\n\n" if text else ""
        blocks.append(Block.model_validate({"start": len(text), "end": len(text) + len(paragraph), "kind": kind}))
        text += paragraph
    source = Source(
        id="article", path="article.txt", sha256="0" * 64, title=headline or "", published=date(2031, 3, 8), text=text
    )
    return Article(source=source, blocks=blocks)


@pytest.fixture
def read(pipeline: Pipeline) -> Callable[..., Read]:
    """Annotate an article given as paragraphs, with or without a headline."""

    def annotate(*paragraphs: str, headline: str | None = None) -> Read:
        return Read(*pipeline.annotate(make_article(*paragraphs, headline=headline)))

    return annotate


@pytest.fixture
def quotes(pipeline: Pipeline) -> Callable[..., list[str]]:
    """The words of all evidence of an article's statements, after checking that they stand in its text."""

    def find(*paragraphs: str) -> list[str]:
        article = make_article(*paragraphs)
        evidence = [e for s in distil(article, pipeline).statements for e in s.evidence]
        assert all(article.source.text[e.start : e.end] == e.quote for e in evidence)
        return [e.quote for e in evidence]

    return find
