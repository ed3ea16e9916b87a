"""One speech act: who says it, by which verb, and the words that are evidence of it."""

from dataclasses import dataclass, field

from generator.language.parse import Token
from generator.language.speech_documents import Speakers


@dataclass
class SpeechAct:
    """One utterance or position. `speakers` are positions in `Document.entities`; spans are code-point offsets."""

    speakers: Speakers
    verb: Token | None
    quoted: bool
    spans: list[tuple[int, int]] = field(default_factory=list)
    content: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        """Where the first of its words stands."""
        return min(self.spans)[0]

    @property
    def end(self) -> int:
        """Where the last of its words ends."""
        return max(end for _, end in self.spans)

    def extend(self, spans: list[tuple[int, int]]) -> None:
        """Take in more sentences, those within a span already taken aside."""
        for a, b in spans:
            if not any(c <= a and b <= d for c, d in self.spans):
                self.spans = [*(s for s in self.spans if not (a <= s[0] and s[1] <= b)), (a, b)]

    def absorb(self, other: "SpeechAct") -> None:
        """Make another act a part of this one."""
        self.extend(other.spans)
        self.quoted = self.quoted or other.quoted
        self.content = self.content or other.content
        self.speakers = self.speakers or other.speakers
