"""When a word of the calendar is no date: names of persons and papers, numbers of things, verbs."""

from generator.language.date_classes import BREAK, PLAIN
from generator.language.date_lexicon import knowledge
from generator.language.date_words import Words

_LISTING = ("and", "or", ",")


def is_name(words: Words, kind: str, first: int, last: int) -> bool:
    """Whether the words beside a stretch make it part of a name of the list `kind` ("Sunday Times", "USA Today")."""
    sides = knowledge().names[kind]
    before, after = words.word(first - 1), words.word(last)
    if before in sides["before"] and not (words.begins_sentence(first) or (kind == "weekday" and before == "mail")):
        return True
    if kind == "day" and not words.capital(first):
        return False  # "figures out today show a rise"
    following = " ".join(words.lower[last : last + 2])
    return (after in sides["after"] and not words.glued(last)) or following in sides["after"]


def is_counted(words: Words, place: int) -> bool:
    """Whether the number at a place counts what follows it: "2000 people", "1800 metres", "1500 voters"."""
    following = words.word(place + 1)
    if words.is_a(place + 1, "JOINT") and words.is_a(place + 2, "DIGITS"):
        place += 2
        following = words.word(place + 1)
    if following in knowledge().lists["counted_nouns"]:
        return True
    number = words.values[place]
    odd = number < 1900 or number % 100 == 0
    return odd and _looks_plural(words, place + 1) and not words.begins_sentence(place + 1)


def counts_something(words: Words, first: int, last: int) -> bool:
    """ "In June 12 people died", "on May 3 million": the number that ends a day and month belongs to what follows."""
    if words.word(last) in knowledge().lists["magnitudes"]:
        return words.is_a(last - 1, "DIGITS")
    return words.is_a(last - 1, "SMALL") and words.word(first - 1) == "in" and is_counted(words, last - 1)


def is_moved(words: Words, first: int) -> bool:
    """Whether "from ... to ..." tells the old and the new date of something: "postponed from March 1 to April 5"."""
    return any(words.word(place) in knowledge().lists["moved"] for place in range(first - 3, first))


def _looks_plural(words: Words, place: int) -> bool:
    word = words.word(place)
    if word in knowledge().lists["dated_nouns"]:
        return False
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss") and words.letter(place) == PLAIN


def is_year(words: Words, place: int) -> bool:
    """Whether a number between 1500 and 2100 without a month is a year, by what stands beside it."""
    lists = knowledge().lists
    if words.glued(place) and words.word(place - 1) not in ("(", "'", '"', "“", "–", "—"):
        return False
    if is_name(words, "year", place, place + 1) or _after_quantity(words, place):
        return False
    if words.ends_with(place, lists["year_leads"]) or words.word(place - 1) in ("late", "early"):
        return not is_counted(words, place)
    before = words.word(place - 1)
    if before in _LISTING and words.is_a(place - 2, "YEAR"):
        first = _head_of_list(words, place)
        return first is not None and is_year(words, first) and not is_counted(words, place)
    if before == "(":
        return words.word(place + 1) in (")", ",", ";", "-", "–")
    if words.values[place] < 1900 and not words.capital(place + 1):
        return False
    if before in lists["year_determiners"]:
        return _noun_follows(words, place) and not is_counted(words, place)
    if words.begins_sentence(place):
        return (
            words.word(place + 1) in lists["year_verbs"]
            or words.capital(place + 1)
            or _dated_noun_follows(words, place)
        )
    return _dated_noun_follows(words, place) and not is_counted(words, place)


def _head_of_list(words: Words, place: int) -> int | None:
    """The first number of "2006, 2010 and 2014"; None for a list too long to be one of years."""
    for first in range(place, place - 12, -2):
        if words.word(first - 1) not in _LISTING or not words.is_a(first - 2, "YEAR"):
            return first
    return None


def _after_quantity(words: Words, place: int) -> bool:
    """ "a crowd of 2000", "more than 1800", "at least 1962" (but "since at least 1962")."""
    before, second, third = (words.word(place - n) for n in (1, 2, 3))
    if before == "than":
        return second not in ("later", "earlier", "sooner", "in")
    if before == "least" or (before == "most" and second == "at"):
        return third not in ("since", "until", "by", "before")
    return before == "of" and second in knowledge().lists["quantity_nouns"]


def _noun_follows(words: Words, place: int) -> bool:
    """A word right after the number, or a mark that ends the phrase where a possessive stood before."""
    shape = words.word(place + 1)
    return bool(shape) and shape[0].isalpha() and shape not in ("and", "or", "of", "in", "to", "more", "are", "were")


def _dated_noun_follows(words: Words, place: int) -> bool:
    """Whether one of the next six words, in the same phrase, is one that years are put before."""
    nouns = knowledge().lists["dated_nouns"]
    for following in range(place + 1, place + 7):
        shape = words.word(following)
        if not shape or not (shape[0].isalpha() or shape == "-"):
            return False
        if shape in nouns:
            return True
    return False


def is_month(words: Words, place: int) -> bool:
    """Whether the name of a month without day and year is one, and no verb, person or march."""
    lists = knowledge().lists
    before, after = words.word(place - 1), words.word(place + 1)
    if is_name(words, "month", place, place + 1) or before in lists["titles_of_persons"]:
        return False
    if words.is_a(place, "SHORTMONTH"):
        return before in lists["short_month_leads"] and after == "."
    if words.values[place] not in knowledge().ambiguous_months:
        return True
    text_of_it = words.text[words.starts[place] : words.ends[place]]
    if text_of_it.isupper():
        return False
    if before in lists["month_leads"] or (before == "-" and words.is_a(place - 2, "MONTH")):
        return not (before not in lists["sure_month_leads"] and _named_so(words, place))
    if words.begins_sentence(place):
        return words.values[place] != 5 and after in lists["year_verbs"] - {"may", "could", "would", "will"}
    if before == "'s":
        return after in lists["dated_nouns"]
    return (
        before == "the"
        and words.letter(place + 1) == PLAIN
        and after[:1].isalpha()
        and after not in lists["not_after_month"]
    )


def _named_so(words: Words, place: int) -> bool:
    """Whether the text has the name of the month as that of a person: a capital or a title right before it."""
    return words.lower[place] in words.surnames


def is_holiday_alone(words: Words, place: int) -> bool:
    """Whether the name of a holiday that is also other things ("Christmas tree") stands as a day."""
    return words.word(place - 1) in knowledge().lists["holiday_leads"] and words.letter(place + 1) != "W"


def is_of_play(words: Words, place: int) -> bool:
    """Whether the paragraph tells of a match, whose quarters are none of the year."""
    first, last = place, place
    while first > 0 and words.letters[first - 1] != BREAK:
        first -= 1
    while last < len(words.letters) and words.letters[last] != BREAK:
        last += 1
    return not knowledge().lists["play_words"].isdisjoint(words.lower[first:last])


def is_tumble(words: Words, first: int) -> bool:
    """Whether "the fall" is what somebody was hurt in, and no season."""
    return not knowledge().lists["harmed"].isdisjoint(words.lower[max(first - 5, 0) : first])


def looks_ahead(words: Words, first: int, last: int) -> bool:
    """Whether the clause before "in two days" is about what is to come, and no record or count stands before it."""
    lists = knowledge().lists
    for place in range(first - 3, first):
        ranked = words.is_a(place, "ORDINALWORD") and words.word(place - 1) in lists["ranking_determiners"]
        if ranked or words.word(place) in lists["record_words"]:
            return False
    for place in range(first - 1, max(first - 14, -1), -1):
        if words.word(place) in lists["ahead"] or words.word(place).endswith("'ll"):
            return True
        if words.letters[place] == "|" or words.lower[place] in (".", "!", "?", ";"):
            break
    return words.begins_sentence(first) and any(words.word(place) in lists["ahead"] for place in range(last, last + 10))
