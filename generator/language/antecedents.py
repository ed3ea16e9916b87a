"""What stands before a word, in the order of the text, and how many sentences away."""

from generator.language.document import Document, Mention
from generator.language.parse import Token


class Antecedents:
    """The mentions before a place in a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ordered: list[Mention] = []
        self._sentence_number = {t.i: n for n, s in enumerate(document.doc.sents) for t in s}

    def before(self, token: Token) -> list[Mention]:
        """Mentions that end before a token, in order of the text."""
        if len(self._ordered) != len(self._document.mentions):
            self._ordered = sorted(self._document.mentions, key=lambda m: m.head)
        return [m for m in self._ordered if m.end <= token.i]

    def distance(self, earlier: int, later: int) -> int:
        """From one token to a later one, in sentences."""
        return self._sentence_number[later] - self._sentence_number[earlier]
