"""Lines for a person at a terminal, which obeys some characters and turns the line around at others."""


def printable(line: str) -> str:
    """A line in which characters that cannot be printed are written as escapes: none parts it or is obeyed."""
    if line.isprintable():
        return line
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in line)
