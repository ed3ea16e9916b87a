"""Two words of one sentence that tell one happening: the verb that carries a noun out, starts it or calls it off, the
participle that goes on with its verb, the plan and its announcement."""

from functools import cache

from generator.distil.reports import Report
from generator.knowledge_files import knowledge_file
from generator.language.arguments import knowledge as argument_words
from generator.language.dependents import belongs
from generator.language.factuality import knowledge as factuality_words
from generator.language.parse import Token
from generator.language.speech_verbs import is_document
from generator.model import EventType, Status

REAL = (Status.OCCURRED, Status.ONGOING)
"""What is told as a fact."""


@cache
def grouping_words(part: str) -> frozenset[str]:
    """The lemmas of one list of the knowledge file on grouping."""
    return frozenset(knowledge_file("grouping")[part])


def agents_of(report: Report) -> set[int]:
    """The entities that a report tells as doers."""
    return {entity for entity, role in report.participants if role == "agent"}


def are_tied(a: Report, b: Report) -> bool:
    """Whether the grammar of one sentence makes two reports one happening, in either order."""
    if a.token.sent is not b.token.sent:
        return False
    return are_one_toll(a, b) or any(
        carries(one, other)
        or goes_on_with(one, other)
        or words_it(one, other)
        or is_occasion_of(one, other)
        or is_stir_over(one, other)
        for one, other in ((a, b), (b, a))
    )


def are_one_toll(a: Report, b: Report) -> bool:
    """Whether two verbs side by side count those whom one happening hurt: "two were killed and eight injured"."""
    harm = grouping_words("harming_verbs")
    first, second = sorted((a.token, b.token), key=lambda t: t.i)
    return (
        second.dep_ == "conj"
        and second.head == first
        and {first.lemma_.lower(), second.lemma_.lower()} <= harm
        and (not agents_of(a) or not agents_of(b) or agents_of(a) == agents_of(b))
    )


def is_occasion_of(speech: Report, said: Report) -> bool:
    """Whether a verb only tells to whom the words that follow were said: "addressed reporters, calling for ..."."""
    verb, words = speech.token, said.token
    return (
        verb.pos_ == "VERB"
        and verb.lemma_.lower() in grouping_words("addressing_verbs")
        and verb.sent == words.sent
        and words.pos_ == "VERB"
        and words.dep_ in ("advcl", "ccomp", "conj")
        and words.head == verb
        and bool(agents_of(speech))
        and agents_of(speech) == agents_of(said)
        and said.type in (EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT)
    )


def carries(verb: Report, noun: Report) -> bool:
    """Whether a verb only holds, starts, ends or calls off what its noun names ("held a rally", "the launch was
    scrubbed"), or a noun its stage ("the opening of the talks")."""
    word, named = verb.token, noun.token
    if named.pos_ != "NOUN":
        return False
    if _calls_off(word, named):
        return True
    if named.dep_ == "pobj":
        stage = word.pos_ == "NOUN" and word.lemma_.lower() in grouping_words("stage_nouns")
        return stage and named.head.lower_ == "of" and named.head.head == word
    if word.dep_ == "acl" and word.head == named and word.tag_ in ("VBN", "VBD"):
        return verb.type in (EventType.OTHER, noun.type)  # "changes made by X", "a coup removed X"
    if word.pos_ != "VERB" or named.head != word or named.dep_ not in ("dobj", "nsubjpass", "nsubj"):
        return False
    lemma = word.lemma_.lower()
    if lemma in factuality_words()["realising_verbs"]:
        return named.dep_ != "nsubj" or verb.type in (EventType.OTHER, noun.type)  # "the visit concluded with a pact"
    if named.dep_ == "nsubj":
        return False
    if lemma in argument_words()["light_verbs"] or lemma in factuality_words()["cancelling_verbs"]:
        return True
    doers, others = agents_of(verb), agents_of(noun)
    if verb.type == noun.type != EventType.OTHER and named.dep_ == "dobj":
        return True  # "arranged a meeting"
    return verb.type == EventType.OTHER and (doers == others or not doers or not others)


def is_stir_over(stir: Report, happening: Report) -> bool:
    """Whether a verb tells only the concern or the unrest that a happening aroused ("X's tests raised concern"), or
    that which something aroused ("the bill sparked protests"): nobody else takes part in it."""
    verb, noun = stir.token, happening.token
    if noun.pos_ not in ("NOUN", "PROPN") or not arouses(verb):
        return False
    first = noun.head if noun.dep_ == "conj" else noun
    if first.dep_ == "dobj" and first.head == verb:
        return True
    return subject_above(noun) == verb and agents_of(stir) <= {entity for entity, _ in happening.participants}


def arouses(verb: Token) -> bool:
    """Whether a verb tells what somebody's doing brings about in others: "raised concern", "sparked protests"."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in grouping_words("arousing_verbs")


def subject_above(noun: Token) -> Token | None:
    """The verb whose subject a noun is, or stands in behind prepositions ("a spate of tests")."""
    current = noun
    while current.dep_ == "pobj" and current.head.lower_ == "of" and current.head.head.pos_ == "NOUN":
        current = current.head.head
    return current.head if current.dep_ == "nsubj" else None


def _calls_off(verb: Token, noun: Token) -> bool:
    """Whether a relative clause calls off what its noun is a part of: "the trip to Norland, which was cancelled"."""
    place = verb.head
    return (
        verb.dep_ == "relcl"
        and verb.lemma_.lower() in factuality_words()["cancelling_verbs"]
        and place.dep_ == "pobj"
        and place.head.head == noun
    )


def words_it(verb: Report, content: Report) -> bool:
    """Whether a report tells what the document says or does that a verb makes known, or whom it quotes as saying it:
    "issued a statement rejecting ...", "signed a decree that bars ...", "quoted X as saying"."""
    word, said = verb.token, content.token
    if word.pos_ != "VERB":
        return False
    noun = said.head
    if said.dep_ in ("acl", "relcl"):
        return noun.head == word and noun.dep_ in ("dobj", "nsubjpass") and _is_written(noun) and _is_its_doing(said)
    return (
        said.dep_ in ("pcomp", "advcl")
        and said.tag_ == "VBG"
        and (noun == word or noun.head == word)
        and noun.lower_ == "as"
    )


def _is_written(noun: Token) -> bool:
    return is_document(noun) or belongs(noun, ("law",))


def _is_its_doing(clause: Token) -> bool:
    """Whether what a noun names does what a clause on it tells: "that bars", "which said", "agreeing"."""
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    active = clause.tag_ == "VBG" if subject is None else subject.dep_ == "nsubj"
    return active and (subject is None or subject.tag_ in ("WDT", "WP"))


def goes_on_with(report: Report, verb: Report) -> bool:
    """Whether a report tells more of what a verb above it tells: its plan, or the same act by a participle."""
    below, above = report.token, verb.token
    if below.sent is not above.sent or agents_of(report) != agents_of(verb):
        return False
    if _announces(verb, report):
        return True
    return (
        below.head == above
        and below.dep_ == "advcl"
        and below.tag_ == "VBG"
        and above.pos_ == "VERB"
        and (report.type == verb.type or EventType.OTHER in (report.type, verb.type))
        and report.negated == verb.negated
        and (report.status == verb.status or (report.status in REAL and verb.status in REAL))
        and (report.date is None or verb.date is None or report.date == verb.date)
    )


def _announces(verb: Report, plan: Report) -> bool:
    """ "Announced plans to leave": the announcement and the leaving ahead, by the same doers."""
    said, planned = verb.token, plan.token
    return (
        said.lemma_.lower() in grouping_words("announcing_verbs")
        and plan.status in (Status.PLANNED, Status.POSSIBLE)
        and verb.status in REAL
        and bool(agents_of(plan))
        and said.i < planned.i
        and said.is_ancestor(planned)
        and (plan.date is None or plan.date == verb.date)
    )


def content_lemmas(tokens: list[Token], names: set[str]) -> set[str]:
    """Lemmas of the words that say what happens, the doers' names left out."""
    content = [t for t in tokens if t.pos_ in ("VERB", "NOUN", "ADJ", "PROPN", "NUM") and not t.is_stop]
    return {t.lemma_.lower() for t in content if t.lower_ not in names}
