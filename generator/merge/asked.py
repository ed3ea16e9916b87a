"""What a question asks, in the terms by which questions and events of other articles are compared with it."""

import re
from collections.abc import Mapping
from functools import cache

from generator.merge.knowledge import knowledge, word_set
from generator.merge.names import Words, words
from generator.merge.wording import agreement_words, content, sorts_in_order, sorts_named, stem, stems
from generator.model import Actor, Kind, Question

_DOUBT = frozenset({"accuse", "deny"})
"""Sorts of happening that a question only names as the reason why it is asked."""


class Asked:
    """A question with what is compared. Its `about` holds the brief's ids."""

    def __init__(self, question: Question, actors: Mapping[str, Actor], names: Mapping[str, frozenset[str]]) -> None:
        self.question = question
        self.spoken = words(_deed(_dates().sub(" ", question.text)))
        known = [i for i in question.about if i in actors]
        self.about = frozenset(known)
        self.people = frozenset(i for i in known if actors[i].kind is Kind.PERSON)
        places = {i: place for i in known if (place := _place(self.spoken, actors[i])) is not None}
        self.named = frozenset(places)
        """Those that the question's own words name; the others ask it, or are told with it."""
        self.subject = min(places, key=lambda i: (places[i], i), default=None)
        titles = frozenset(stem(word) for word in word_set("identity", "honorifics"))
        said = content(" ".join(self.spoken)) - titles - frozenset(s for i in known for s in names[i])
        self.words = said - _results()
        text = self._without_names(actors)
        acts = _acts(text)
        if any(stem(word) in agreement_words() for word in self.spoken[1:4]):
            acts = acts[1:]  # "Could the deal expand trade?" asks what the deal does, not whether it is made
        self.sorts = frozenset(sort for here in acts for sort in here)
        # "Will she resign or be impeached?" asks for either.
        either = [found[0] for part in text.split(" or ") if (found := _acts(part))]
        self.main = frozenset(sort for here in (either if len(either) > 1 else acts[:1]) for sort in here)
        if awaited := _awaited_results(self.spoken):
            self.sorts = self.main = awaited
            self.words = frozenset(s for s in self.words if not sorts_named(s))

    def _without_names(self, actors: Mapping[str, Actor]) -> str:
        """What is asked without the names and what is counted: the protesters are asked about, not a protest."""
        text = f" {' '.join(self.spoken[3:] if self.is_how_many else self.spoken)} "
        forms = {form for i in self.named for form in _forms(actors[i])}
        for form in sorted(forms, key=lambda form: (-len(form), form)):
            text = text.replace(f" {' '.join(form)} ", " - ")
        leading = (text.partition(f" {words_of_leading} ")[2] for words_of_leading in _leading_to())
        return next((f" {deed}" for deed in leading if deed), text)

    @property
    def opening(self) -> str:
        """The first word, by which a question shows what it asks for."""
        return self.spoken[0] if self.spoken else ""

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all its words."""
        return frozenset(stem(word) for word in self.spoken)

    @property
    def is_ahead(self) -> bool:
        """Whether it asks what is to come, so that nothing earlier can answer it."""
        return self.opening in word_set("answers", "ahead") or "will" in self.spoken

    @property
    def is_how_many(self) -> bool:
        """Whether it asks for a number."""
        return self.spoken[:2] == ("how", "many")

    @property
    def is_passive(self) -> bool:
        """Whether it asks what is done to its subject: "will she be removed"."""
        return self.is_ahead and "be" in self.spoken[2:6]

    @property
    def can_be_settled(self) -> bool:
        """Whether a happening can answer it: not what ought to be, nor why or how something is."""
        return self.is_how_many or self.opening not in word_set("answers", "unsettled")


def _acts(text: str) -> list[frozenset[str]]:
    """The sorts of happening at every place of a question that names one, without those that are why it is asked."""
    return [here for here in sorts_in_order(text) if not here & _DOUBT]


@cache
def _dates() -> re.Pattern[str]:
    """Days, months and years with their prepositions: "in March 2031" asks for no march."""
    known = knowledge("dates")["months"].values()
    months = "|".join(sorted(form for month in known for form in [month["full"], *month.get("short", [])]))
    before = r"(?:(?:on|in|by|before|until|during|for) )?"
    month = rf"(?:\d{{1,2}} )?(?:{months})\b\.?(?: \d{{1,2}}\b(?!,\d))?"
    return re.compile(rf"\b{before}(?:{month},? (?:19|20|21)\d\d|\d{{1,2}} (?:{months})|(?:19|20|21)\d\d)\b")


@cache
def _leading_to() -> tuple[str, ...]:
    """Verbs behind which stands what is asked: the talks that lead to an agreement are not asked about."""
    return tuple(sorted(word_set("answers", "leading_to")))


@cache
def _results() -> frozenset[str]:
    """Stems of the words for what comes of a thing."""
    return frozenset(stem(word) for word in word_set("answers", "results"))


def _awaited_results(spoken: Words) -> frozenset[str]:
    """The sorts of happening that are the result of what is asked about: "the outcome of the trial" is a verdict."""
    if not any(stem(word) in _results() for word in spoken):
        return frozenset()
    known = knowledge("answers")["results_of"]
    return frozenset(sort for word in spoken for sort in known.get(stem(word), ()))


def _deed(text: str) -> str:
    """A question without what only leads to the deed: "vote to ban" asks for the ban, "both sides" for no support."""
    for sides in sorted(word_set("answers", "sides")):
        text = text.replace(f" {sides} ", " they ")
    for act in sorted(word_set("answers", "before_deeds")):
        text = text.replace(f" {act} to ", " ")
    for asked, told in knowledge("answers")["worded_as"].items():
        text = text.replace(f" {asked}", f" {told}")
    return text


def _forms(actor: Actor) -> list[Words]:
    """The forms of an actor as compared; of a person the last name alone as well."""
    forms = [form for form in map(words, [actor.name, *actor.aliases]) if form]
    return forms + [form[-1:] for form in forms[:1] if actor.kind is Kind.PERSON]


def _place(spoken: Words, actor: Actor) -> tuple[int, int] | None:
    """Where a text names an actor first, the longest of its forms there before the others; None: it does not."""
    text = f" {' '.join(spoken)} "
    forms = [f" {' '.join(form)} " for form in _forms(actor)]
    return min(((text.find(form), -len(form)) for form in forms if form in text), default=None)


@cache
def settled_by(sort: str) -> frozenset[str]:
    """The other sorts of happening by which it is settled whether one of a sort comes about."""
    return frozenset(knowledge("answers")["settled_by"].get(sort, ()))


@cache
def _same() -> dict[str, str]:
    """Stems of words that mean much the same, to the stem of the first of them."""
    return {stem(word): stem(group[0]) for group in knowledge("answers")["same"] for word in group}


def meanings(found: frozenset[str]) -> frozenset[str]:
    """Stems, those that mean much the same as one."""
    return frozenset(_same().get(s, s) for s in found)


def settling_sorts(text: str) -> frozenset[str]:
    """The sorts of happening that a text names, among them those by which nothing but questions is settled."""
    parts = f" {' '.join(stems(text))} "
    forms = knowledge("answers")["settling"]
    more = {s for s, listed in forms.items() if any(f" {' '.join(stems(form))} " in parts for form in listed)}
    return sorts_named(text) | more
