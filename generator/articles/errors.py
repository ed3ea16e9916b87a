"""What is wrong with an article, said in one line."""

from pathlib import Path

from generator.printable import printable


class ArticleError(ValueError):
    """An article or its description that cannot be used. `str()` is one line: the file, what is wrong, what to do."""

    def __init__(self, path: Path, problem: str, remedy: str) -> None:
        self.path = path
        self.problem = printable(" ".join(problem.split()))
        self.remedy = " ".join(remedy.split())
        name = str(path).encode("unicode_escape" if not str(path).isprintable() else "utf-8", "replace").decode("utf-8")
        super().__init__(f"{name}: {self.problem}; {self.remedy}")
