"""Files that hold several articles: each of them before it is read."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.articles.formats.extracted import Extracted, FormatError


class NoArticleError(FormatError):
    """A record that is whole but holds no article, such as a picture or the front page of a site: nothing is at fault.

    It is passed over in silence.
    """


@dataclass(frozen=True)
class Record:
    """One record of a file.

    `number` counts the records of the file from 1, those that hold no article too; `place` says in words where to find
    it. `content` is all that it is made from: records of equal content give equal articles. `read` raises FormatError.
    """

    number: int
    place: str
    content: bytes
    read: Callable[[], Extracted]


def faulty(number: int, place: str, problem: str, remedy: str) -> Record:
    """A record that cannot be read; `read` says why."""

    def fail() -> Extracted:
        raise FormatError(problem, remedy)

    return Record(number, place, b"", fail)
