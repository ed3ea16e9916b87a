"""What could not be added, said in one line."""

from generator.printable import printable


class IntakeError(Exception):
    """Something that cannot be added. `str()` is one line: what it is about, what is wrong, what to do."""

    def __init__(self, subject: str, problem: str, remedy: str) -> None:
        self.subject = subject
        self.problem = " ".join(problem.split())
        self.remedy = " ".join(remedy.split())
        super().__init__(printable(f"{subject}: {self.problem}; {self.remedy}"))


class FetchError(IntakeError):
    """A page that cannot be fetched.

    `refused` is true where the site or the page itself stands in the way, so that trying again would not help: whatever
    else gives the article may then be taken instead.
    """

    def __init__(self, subject: str, problem: str, remedy: str, *, refused: bool = False) -> None:
        super().__init__(subject, problem, remedy)
        self.refused = refused
