"""Which reports tell one happening: headline, lead and body tell it again and again, in other words."""

from generator.distil.date_owners import knowledge as timing_words
from generator.distil.mishaps import are_one_mishap, mishaps_told
from generator.distil.play import SCORE
from generator.distil.reports import Report
from generator.distil.ties import REAL, agents_of, are_tied, carries, content_lemmas, grouping_words
from generator.distil.violence import acts_told
from generator.language.dependents import keys_of
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import EventType, Kind

_DAYS_OF_HISTORY = 1000
"""Days before publication from which on a date is of history, and not of what the article's own story is about."""
NEAR = 60
"""Tokens. Words of one speaker that stand closer together are one act of speech."""
QUOTED_DAYS = 3
"""A quotation says "today" of a day that the article dates at most so many days apart."""
_LEAD = 2
"""Paragraphs that tell what the headline tells."""

_SEVERAL = 3
"""Results of one contest from which on they are told one by one."""
_SAID = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.THREATEN})
_INDEFINITE = ("a", "an", "some", "no", "any")
_DONE_TO_SOMEBODY = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.ASSAULT, EventType.COERCE})
"""What is done to another one, or by other means, is done again: "urged the bank ...", "urged the union ..."."""


class Grouping:
    """Groups the reports of one document into happenings."""

    def __init__(self, document: Document, families: dict[str, str]) -> None:
        """`families`: trigger lemma to the lemma that stands for its family ("trip" to "visit")."""
        self._document = document
        self._families = families
        self._carried: dict[int, Token] = {}
        """By the position of a verb that only holds, starts or ends what a noun names, the noun."""
        self._winners: dict[int, frozenset[int]] = {}
        """By the position of a verb that tells the result of a contest, those who won or lost."""
        self._mishaps: dict[int, frozenset[str]] = {}
        """By the position of a word that tells a mishap or whom it hurt, the lemmas of the mishap."""
        self._acts: dict[int, int] = {}
        """By the position of a word that tells a violent act or its course, the position of the act's first word."""
        self._lead = [b for b in document.article.blocks if b.kind in ("prose", "item")][:_LEAD]

    def groups(self, reports: list[Report]) -> list[list[Report]]:
        """The happenings in the order in which the article first tells them, each with its reports in that order, the
        minor ones last."""
        told = {r.token.i: r for r in reports}
        self._carried = {
            verb.token.i: noun.token
            for noun in reports
            if (verb := told.get(noun.token.head.i)) is not None and carries(verb, noun)
        }
        self._mishaps = mishaps_told(reports)
        self._acts = acts_told(self._document, reports, self._mishaps)
        for report in reports:
            if report.token.i in self._acts:
                report.type = EventType.ASSAULT
        self._winners = {r.token.i: w for r in reports if (w := _winners(r))}
        groups: list[list[Report]] = []
        for report in sorted(reports, key=lambda r: (r.minor, self.in_headline(r), r.token.i)):
            group = self._home(report, groups)
            if group is not None:
                group.append(report)
            elif not report.minor:
                groups.append([report])
        for group in groups:
            group.sort(key=lambda r: (r.minor, r.token.i))
        groups.sort(key=lambda g: min(r.token.i for r in g))
        return groups

    def family(self, token: Token) -> str:
        """The lemma that stands for a word's family; of a verb that only carries a noun out, for the noun's."""
        lemma = self._carried.get(token.i, token).lemma_.lower()
        return self._families.get(lemma, lemma)

    def in_headline(self, report: Report) -> bool:
        """A headline tells again what the article tells."""
        return self._document.block_of(report.token).kind == "headline"

    def _home(self, report: Report, groups: list[list[Report]]) -> list[Report] | None:
        """The group that a report belongs to, None where it tells a happening of its own."""
        group = next((g for g in groups if self._belongs(report, g)), None)
        if group is None and self.in_headline(report) and not report.minor:
            group = self._told_by_headline(report, groups)
        if group is None and self._stands_for_deed(report):
            group = self._last_deed(report, groups)
        return group

    def _belongs(self, report: Report, group: list[Report]) -> bool:
        """Whether a report tells the happening of a group: like one of its reports, unlike none, with its actors."""
        if self.in_headline(report) and any(
            self.in_lead(o) and o.type == report.type and self.family(o.token) == self.family(report.token)
            for o in group
        ):
            return True  # a headline tells again what the lead tells, in shorter words
        if any(are_tied(report, o) or self._is_mishap_of(report, o) or self._is_act_of(report, o) for o in group):
            return True
        if not any(self._same(report, o) or self._is_said_on(report, o) for o in group) or not all(
            self._compatible(report, other) for other in group
        ):
            return False
        agents, others = agents_of(report), {e for r in group if not r.minor for e in agents_of(r)}
        return not agents or not others or bool(agents & others) or report.minor or not self._clash(agents, others)

    def _is_mishap_of(self, a: Report, b: Report) -> bool:
        """Whether two reports tell one mishap, or whom it hurt: "ten killed in crash", "the bus crashed"."""
        told, others = self._mishaps.get(a.token.i), self._mishaps.get(b.token.i)
        return bool(told and others and are_one_mishap(told, others)) and self._compatible(a, b)

    def _is_act_of(self, a: Report, b: Report) -> bool:
        """Whether two reports tell one violent act: "the town was bombed", "thirty people were killed"."""
        act = self._acts.get(a.token.i)
        if act is None or act != self._acts.get(b.token.i):
            return False
        return a.date is None or b.date is None or a.date.overlaps(b.date)

    def _told_by_headline(self, headline: Report, groups: list[list[Report]]) -> list[Report] | None:
        """The group of the lead that has a doer of the headline and most words in common with it, at least one."""
        likeness = [max((self._likeness(headline, o) for o in group), default=0) for group in groups]
        best = max(likeness, default=0)
        return groups[likeness.index(best)] if best else None

    def _likeness(self, headline: Report, other: Report) -> int:
        """How many words of content a headline and a report of the lead have in common, 0 where they cannot be one."""
        agents, others = agents_of(headline), agents_of(other)
        if other.minor or not agents & others or not self.in_lead(other) or not self._compatible(headline, other):
            return 0
        names = {word for e in agents | others for word in self._document.entities[e].name.lower().split()}
        return len(self._content(headline, names) & self._content(other, names))

    def _content(self, report: Report, names: set[str]) -> set[str]:
        span = self._document.doc.char_span(*report.span, alignment_mode="expand")
        return content_lemmas(list(span or ()), names)

    def _stands_for_deed(self, report: Report) -> bool:
        return report.token.lemma_.lower() in grouping_words("deed_nouns") and _refers_back(report)

    def _last_deed(self, report: Report, groups: list[list[Report]]) -> list[Report] | None:
        """What the doer of "the decision", "the move" was last said to have done."""
        agents = agents_of(report)
        if report.status not in REAL:
            return None
        told = [
            g
            for g in groups
            if any(
                o.token.i < report.token.i and o.status in REAL and agents & agents_of(o) and not self.in_headline(o)
                for o in g
            )
            and all(self._compatible(report, o) for o in g)
        ]
        return told[-1] if told else None

    def _is_said_on(self, a: Report, b: Report) -> bool:
        """Whether two reports are words of one speaker, one soon after the other: "he criticised ... he added"."""
        saying = grouping_words("saying_verbs")
        return (
            a.type == b.type
            and (a.token.lemma_.lower() in saying or b.token.lemma_.lower() in saying)
            and bool(agents_of(a))
            and agents_of(a) == agents_of(b)
            and a.status in REAL
            and b.status in REAL
            and abs(a.token.i - b.token.i) < NEAR
        )

    def _same(self, a: Report, b: Report) -> bool:
        """Whether two reports tell one happening."""
        actors_a, actors_b = _actors(a), _actors(b)
        one_word = a.token.lemma_ == b.token.lemma_ and bool(actors_a) and actors_a == actors_b
        if a.type != b.type and not (one_word or self._refers_back_to(a, b) or self._refers_back_to(b, a)):
            return False
        shared, open_to_all = bool(actors_a & actors_b), not actors_a or not actors_b
        family = self.family(a.token) == self.family(b.token)
        if a.type != b.type:
            return family and (shared or open_to_all)
        if a.token.sent == b.token.sent:
            if self._winners.get(a.token.i, frozenset()) & self._winners.get(b.token.i, frozenset()):
                return True  # "defeated his opponents and was elected"
            beside = abs(a.token.i - b.token.i) < 25 and agents_of(a) == agents_of(b)
            return (shared or open_to_all) and (family or beside)
        if not family and (self._is_one_deed(a, b) or self._are_one_contest(a, b)):
            return True
        if not family:
            return shared and (self.in_headline(a) or self.in_headline(b)) and (a.status in REAL) == (b.status in REAL)
        in_headline = self.in_headline(a) or self.in_headline(b)
        if not in_headline and (_is_one_more(a.token) or _is_one_more(b.token)):
            return False
        apart = _are_done_to_others(a.token, b.token) and not in_headline
        later = max(a.token, b.token, key=lambda token: token.i)
        if apart and (a.type in _DONE_TO_SOMEBODY or (open_to_all and _is_new(later))):
            return False
        if open_to_all and (actors_a or actors_b) and self._is_history(a) != self._is_history(b):
            # "the war of 1950" and "its conflict with Sudia" are two
            return in_headline or _refers_back(a if later == a.token else b)
        return open_to_all or self._same_doers(a, b, shared)

    def _is_history(self, report: Report) -> bool:
        """Whether a report is dated long before the article came out."""
        published = self._document.published
        if report.date is None or published is None:
            return False
        return (published - report.date.end).days > _DAYS_OF_HISTORY

    def _refers_back_to(self, report: Report, other: Report) -> bool:
        """Whether "the ban" can be what another report tells; "the request" only what was asked for before it."""
        before = other.token.i < report.token.i or self.in_headline(other)
        return _refers_back(report) and (before or report.type not in _SAID)

    def _is_one_deed(self, a: Report, b: Report) -> bool:
        """Whether the same doers did one sort of thing at one time, told in other words: "marched", "rallied"."""
        agents, same_agents = agents_of(a), agents_of(b)
        others, other_ones = _actors(a) - agents, _actors(b) - same_agents
        by_office = self._are_by_office(agents, same_agents) or self._are_by_office(same_agents, agents)
        if a.type == EventType.OTHER or not agents or not (agents == same_agents or by_office):
            return False
        if a.date is None or b.date is None or (a.date.start, a.date.end) != (b.date.start, b.date.end):
            return False
        to_the_same = not others or not other_ones or bool(others & other_ones)
        return to_the_same and a.status in REAL and b.status in REAL

    def _same_doers(self, a: Report, b: Report, shared: bool) -> bool:
        """Whether two reports of one family, both with actors, can have the same doers. `shared`: they have an actor in
        common."""
        agents_a, agents_b = agents_of(a), agents_of(b)
        same_date = a.date is not None and a.date == b.date
        if not agents_a or not agents_b:
            return shared or same_date
        if agents_a & agents_b:
            return True
        if shared and (self._are_groups(agents_a) or self._are_groups(agents_b)):
            return True  # "the union met", "leaders of the union met"
        same_day = same_date and a.date is not None and a.date.days == 1
        return same_day and a.type == EventType.AGREE and not self._clash(agents_a, agents_b)

    def _are_by_office(self, group: set[int], persons: set[int]) -> bool:
        """Whether persons are named on one side and called by their common office on the other: "the ministers met"."""
        entities = self._document.entities
        offices = {_singular(role.title) for p in persons for role in entities[p].roles}
        called = {_singular(entities[g].name) for g in group}
        return len(persons) > 1 and self._are_groups(group) and not self._are_groups(persons) and called <= offices

    def _are_groups(self, entities: set[int]) -> bool:
        return all(self._document.entities[e].kind == Kind.GROUP for e in entities)

    def _clash(self, agents: set[int], others: set[int]) -> bool:
        """Whether two sets of agents cannot be the same doers: other persons, other states. Presidents may sign for
        states."""
        return self._are_named_apart(agents, others) or self._are_groups(agents | others)

    def _are_named_apart(self, some: set[int], others: set[int]) -> bool:
        """Whether two sets of actors name persons, states or organisations, and none that is the same."""
        for kind in (Kind.PERSON, Kind.STATE, Kind.ORGANISATION):
            named = {e for e in some if self._document.entities[e].kind == kind}
            other_ones = {e for e in others if self._document.entities[e].kind == kind}
            if named and other_ones and not named & other_ones:
                return True
        return False

    def in_lead(self, report: Report) -> bool:
        """Whether a report stands in the article's first paragraphs."""
        return self._document.block_of(report.token) in self._lead

    def _compatible(self, a: Report, b: Report) -> bool:
        """Whether nothing speaks against two reports being one happening."""
        if a.date is not None and b.date is not None and not a.date.overlaps(b.date) and not self._is_quoted_day(a, b):
            return False
        if (a.status in REAL) != (b.status in REAL) and a.status != b.status:
            return False
        if a.type == b.type and a.type in _DONE_TO_SOMEBODY and self._are_to_others(a, b):
            return False
        if self._are_other_results(a, b):
            return False
        told, others = self._mishaps.get(a.token.i), self._mishaps.get(b.token.i)
        if told and others and not are_one_mishap(told, others) and not (self.in_headline(a) or self.in_headline(b)):
            return False
        people_a, people_b = self._people(a), self._people(b)
        return not (people_a and people_b and not people_a & people_b)

    def _are_other_results(self, a: Report, b: Report) -> bool:
        """Whether two reports tell how a contest ended for different ones; where the article tells that of several, the
        contest itself is a happening beside them."""
        one, other = (self._winners.get(r.token.i, frozenset()) for r in (a, b))
        if one and other:
            return not one & other and not self._are_told_together(a, b)
        beside = len(set(self._winners.values())) >= _SEVERAL and bool(one) != bool(other)
        beside = beside and not self._are_one_contest(a, b)
        return beside and not (self.in_headline(a) or self.in_headline(b))

    def _are_one_contest(self, a: Report, b: Report) -> bool:
        """Whether two reports tell of one side with one score, or of the same two sides that they met or how it ended:
        "faced Sudia", "beat Sudia 2-0"."""
        sides, others = _actors(a), _actors(b)
        if a.status not in REAL or b.status not in REAL or not (_is_of_contest(a.token) and _is_of_contest(b.token)):
            return False
        score = self._score(a)
        if score and score == self._score(b):
            return bool(sides & others) or not sides or not others
        verbs = a.token.pos_ != "NOUN" and b.token.pos_ != "NOUN"
        return verbs and len(sides) > 1 and sides == others

    def _score(self, report: Report) -> set[str]:
        """The two numbers of the first score that a report's clause tells, none where it tells none."""
        score = SCORE.search(self._document.text, *report.span)
        return set(score.groups()) if score is not None else set()

    def _are_told_together(self, a: Report, b: Report) -> bool:
        """Whether one paragraph tells of both that they were elected, and not each by a doer of its own."""
        together = self._document.block_of(a.token) == self._document.block_of(b.token)
        return together and self.family(a.token) == self.family(b.token) and not agents_of(a) and not agents_of(b)

    def _are_to_others(self, a: Report, b: Report) -> bool:
        """Whether two verbs name whom it is done to, and name others."""
        return (
            a.token.pos_ == b.token.pos_ == "VERB"
            and not (self.in_headline(a) or self.in_headline(b))
            and self._are_named_apart(_targets(a), _targets(b))
        )

    def _is_quoted_day(self, a: Report, b: Report) -> bool:
        """Whether one of two days that differ little is told in a quotation, which was not spoken when it was
        printed."""
        if a.date is None or b.date is None or not a.date.days == b.date.days == 1:
            return False
        apart = abs((a.date.start - b.date.start).days)
        return self._document.in_speech(a.token) != self._document.in_speech(b.token) and apart <= QUOTED_DAYS

    def _people(self, report: Report) -> set[int]:
        return {e for e in agents_of(report) if self._document.entities[e].kind == Kind.PERSON}


def _winners(report: Report) -> frozenset[int]:
    """Who won or lost, where a verb tells the result of a contest: "was elected", "defeated"."""
    token = report.token
    if token.pos_ == "NOUN" or not any(k in timing_words()["results"] for k in keys_of(token)):
        return frozenset()
    return frozenset(agents_of(report) or _targets(report))


def _is_of_contest(token: Token) -> bool:
    lemma = token.lemma_.lower()
    nouns = timing_words()["result_nouns"] if token.pos_ == "NOUN" else ()
    return lemma in grouping_words("contest_verbs") or lemma in nouns


def _singular(name: str) -> str:
    """The last word of a name for people, without the ending of the plural."""
    return name.split()[-1].lower().removesuffix("s")


def _actors(report: Report) -> set[int]:
    return {entity for entity, _ in report.participants}


def _targets(report: Report) -> set[int]:
    return {entity for entity, role in report.participants if role == "target"}


def _is_one_more(verb: Token) -> bool:
    """ "Has also arrived", "the previous election": another one than was told before."""
    if verb.pos_ == "NOUN":
        return any(c.dep_ == "amod" and c.lower_ in grouping_words("other_adjectives") for c in verb.children)
    adverbs = grouping_words("adding_adverbs")
    return verb.pos_ == "VERB" and any(c.dep_ == "advmod" and c.lower_ in adverbs for c in verb.children)


def _are_done_to_others(verb: Token, other: Token) -> bool:
    """Whether one verb stands twice with different objects, none of them a pronoun."""
    objects = [next((c for c in v.children if c.dep_ in ("dobj", "nsubjpass")), None) for v in (verb, other)]
    lemmas = {o.lemma_.lower() for o in objects if o is not None and o.pos_ != "PRON"}
    return verb.pos_ == other.pos_ == "VERB" and verb.lemma_ == other.lemma_ and len(lemmas) > 1


def _is_new(verb: Token) -> bool:
    """Whether what is done is done to something that the article has not spoken of: "a bundle", "letters"."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ == "NOUN"]
    known = (any(c.dep_ in ("det", "poss") and c.lower_ not in _INDEFINITE for c in o.children) for o in objects)
    return not all(known)


def _refers_back(report: Report) -> bool:
    """ "The attack", "this decision": a happening told before, whatever type its noun has alone."""
    token = report.token
    return token.pos_ == "NOUN" and any(
        c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these") for c in token.children
    )
