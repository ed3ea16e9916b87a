"""How certain a happening is by the form of its own word: tense, modals, adverbs, adjectives, negation."""

from generator.knowledge_files import knowledge_file
from generator.language.brought_about import brings_about
from generator.language.factuality_words import statuses, words
from generator.language.parse import Token
from generator.model import Status

_NEGATIVE_WORDS = {"not", "n't", "never", "no", "neither", "nor", "without"}
_PRESENT_BE = {"is", "are", "am", "'s", "'re", "been", "be"}


def own_status(token: Token, headline: bool) -> Status:
    """From the word's own auxiliaries, adverbs, adjectives and form. `headline`: the present tense tells the past."""
    if _is_called_off(token):
        return Status.DENIED
    said = _said_beside(token)
    if said is not None:
        return said
    if _is_content_of_charge(token):
        return Status.ALLEGED
    if _is_awaited(token):
        return Status.PLANNED
    if token.pos_ in ("VERB", "AUX"):
        return _tense_status(token, headline)
    return _noun_status(token)


def adjective_status(token: Token) -> Status | None:
    """The status that an adjective or participle gives to what it describes."""
    adjectives = statuses("adjectives")
    return adjectives.get(token.lower_) or adjectives.get(token.lemma_.lower())


def is_negated(token: Token) -> bool:
    """Whether a word's own clause tells it as not happening."""
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ in ("det", "preconj", "advmod") and child.lower_ in _NEGATIVE_WORDS):
            return True
    if (token.dep_ == "pcomp" and token.head.lower_ == "without") or _shares_negation(token):
        return True
    subjects = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any(
        g.lower_ in ("no", "neither", "none", "nobody")
        for s in subjects
        for g in [s, *s.children]
        if g.dep_ in ("det", "nsubj", "nsubjpass")
    )


def _shares_negation(verb: Token) -> bool:
    """ "Did not concede or admit": what "or" adds to a negated verb, under its auxiliary, did not happen either."""
    if verb.dep_ != "conj" or any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children):
        return False
    joined = any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.head.children)
    return joined and verb.tag_ == verb.head.tag_ and any(c.dep_ == "neg" for c in verb.head.children)


def is_past(verb: Token) -> bool:
    """Whether a verb tells the past as a fact: no modal, no infinitive."""
    return verb.tag_ in ("VBD", "VBN") and not any(c.tag_ == "MD" for c in verb.children)


def modal_status(verb: Token) -> Status | None:
    """The status that a verb's modal gives."""
    modals = (c.lower_ for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD")
    return next((statuses("modals").get(modal) for modal in modals), None)


def is_conditional(verb: Token) -> bool:
    """Whether a verb's clause is a condition: "if they vote to leave"."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in words("conditionals") for c in verb.children)


def is_named_past(noun: Token) -> bool:
    """Whether a noun says itself that its happening is over: "yesterday's march", "an earlier attack"."""
    return noun.pos_ in ("NOUN", "PROPN") and any(
        (c.dep_ == "poss" and any(t.lower_ in words("past_times") for t in c.subtree))
        or (c.dep_ == "amod" and c.lower_ in words("past_adjectives"))
        for c in noun.children
    )


def _said_beside(token: Token) -> Status | None:
    """The status that a modal, adverb, adjective or condition beside the word says."""
    for child in token.children:
        word = child.lower_
        if child.dep_ == "aux" and child.tag_ == "MD" and (found := _own_modal(token, word)):
            return found
        if child.dep_ in ("advmod", "npadvmod"):
            found = statuses("adverbs").get(word)
            if found is not None and found != Status.DENIED:
                return found
        if (
            child.dep_ in ("amod", "nmod", "det")
            and (found := adjective_status(child))
            and not (found == Status.PLANNED and _has_begun(token))
        ):
            return found
        if child.dep_ in ("mark", "advmod") and word in words("conditionals"):
            return Status.POSSIBLE
        if child.dep_ == "mark" and (found := _adverb_before(child)):
            return found
    return None


def _adverb_before(conjunction: Token) -> Status | None:
    """The status that an adverb gives to a whole clause: "allegedly after X insulted her"."""
    adverbs = (c for c in conjunction.children if c.dep_ == "advmod")
    return next((found for a in adverbs if (found := statuses("adverbs").get(a.lower_))), None)


def _is_content_of_charge(verb: Token) -> bool:
    """Whether a clause in the past stands right behind a noun for a charge, whatever it was tied to: "allegations he
    ordered", "rumours that she fled"."""
    if verb.pos_ != "VERB" or not is_past(verb):
        return False
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.left_edge.i - 1 < verb.sent.start:
        return False
    noun = subject.left_edge.nbor(-1)
    if noun.lower_ == "that" and noun.i > verb.sent.start:
        noun = noun.nbor(-1)
    return noun.pos_ == "NOUN" and statuses("nouns").get(noun.lemma_.lower()) == Status.ALLEGED


def _own_modal(verb: Token, modal: str) -> Status | None:
    perfect = any(c.lower_ == "have" for c in verb.children if c.dep_ == "aux")
    if modal == "would" and not perfect and verb.dep_ == "ccomp" and is_past(verb.head):
        return Status.PLANNED  # "said he would resign": the future, told in the past
    if modal == "would" and not perfect and _is_foretold(verb):
        return Status.PLANNED
    status = statuses("modals").get(modal)
    return None if perfect and status == Status.PLANNED else status


def _is_foretold(verb: Token) -> bool:
    """Whether "would" tells what is arranged ("the plane would be given to a museum", "voters would then choose"), and
    not what is merely imagined."""
    if verb.dep_ not in ("ROOT", "conj") or any(t.lower_ in words("conditionals") for t in verb.sent):
        return False
    parts = {c.dep_ for c in verb.children}
    return "nsubjpass" in parts or any(c.lower_ == "then" for c in verb.children if c.dep_ == "advmod")


def _has_begun(noun: Token) -> bool:
    """Whether a noun is the object or subject of a past verb that makes it real ("began a planned shutdown")."""
    verb = noun.head
    finite = verb.tag_ == "VBD" or any(c.lower_ in ("was", "were", "has", "have", "had") for c in verb.children)
    return noun.dep_ in ("dobj", "nsubj", "nsubjpass") and finite and verb.lemma_ in words("realising_verbs")


def _is_awaited(verb: Token) -> bool:
    """Whether a clause of time in the present tense tells what is still to come ("when the next train comes, they
    will leave")."""
    if verb.tag_ not in ("VBZ", "VBP"):
        return False
    if verb.dep_ == "pcomp":  # "it depends on when the next train comes"
        return any(c.lower_ == "when" for c in verb.children)
    if verb.dep_ != "advcl" or not any(
        c.dep_ in ("advmod", "mark") and c.lower_ in words("time_conjunctions") for c in verb.children
    ):
        return False
    main = verb.head
    return any(c.tag_ == "MD" for c in main.children) or statuses("verbs").get(main.lemma_.lower()) == Status.PLANNED


def _is_called_off(noun: Token) -> bool:
    """ "The planned trip to the coast, which was cancelled"."""
    return noun.pos_ == "NOUN" and any(
        t.dep_ == "relcl" and t.tag_ == "VBN" and t.lemma_ in words("cancelling_verbs") for t in noun.subtree
    )


def _tense_status(verb: Token, headline: bool) -> Status:
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    present = Status.OCCURRED if headline else Status.ONGOING
    if verb.tag_ == "VBG":
        alone = verb.dep_ == "ROOT" or (verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.head.pos_ != "VERB")
        told_now = auxiliaries & _PRESENT_BE or (headline and alone)  # "Norland investigating bank"
        return Status.ONGOING if told_now else Status.OCCURRED
    if verb.tag_ == "VB" and auxiliaries & {"do", "does"}:
        return present
    if "to" in auxiliaries and "have" not in auxiliaries and (verb.tag_ == "VB" or "be" in auxiliaries):
        return _infinitive_status(verb, headline)
    if not headline and _has_day(verb):
        return Status.PLANNED
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in knowledge_file("speech")["reporting"] and not _holds(verb):
        return Status.OCCURRED  # "the paper reports that": what is said in the present has been said
    if verb.tag_ in ("VBZ", "VBP") and (verb.pos_ == "VERB" or verb.lemma_ == "be"):
        return present
    if verb.tag_ == "VBN" and "been" not in auxiliaries:
        if auxiliaries & {"is", "are"}:
            return present
        if not auxiliaries and verb.dep_ == "acl" and verb.lemma_ in words("stative_participles"):
            return Status.ONGOING  # "the airline, backed by the bank"
    return Status.OCCURRED


def _holds(verb: Token) -> bool:
    """Whether a verb of saying tells a stance towards a thing: "Norland claims the island"."""
    parts = {c.dep_ for c in verb.children}
    return "dobj" in parts and not parts & {"ccomp", "xcomp", "dative", "parataxis"}


def _infinitive_status(verb: Token, headline: bool) -> Status:
    if _is_arranged(verb):
        return Status.PLANNED
    if _is_ranked(verb):
        return Status.OCCURRED
    if headline and verb.dep_ == "ROOT":
        return Status.PLANNED
    if verb.dep_ in ("advcl", "relcl", "acl"):
        return Status.POSSIBLE
    above = brings_about(verb)
    if above is None:
        return Status.PLANNED
    status = _tense_status(above, headline)
    lasts = status is Status.ONGOING and above.lemma_.lower() in words("attempting_verbs")
    return status if status is not Status.ONGOING or lasts else Status.OCCURRED  # "is forced to resign"


def _is_arranged(verb: Token) -> bool:
    """ "Is to be held", "are to meet": what is arranged, unless the sentence says what an aim or a task is."""
    be = verb.head
    if verb.dep_ != "xcomp" or be.lower_ not in ("is", "are") or be.lemma_ != "be":
        return False
    aims = statuses("nouns")
    return not any(c.dep_ in ("attr", "acomp", "expl") or c.lemma_.lower() in aims for c in be.children)


def _is_ranked(verb: Token) -> bool:
    """Whether an infinitive tells what somebody was the first or the only one to do."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.dep_ == "ROOT" and subject is not None:  # a headline without "is"
        return any(t.lower_ in words("rank_words") for t in verb.doc[subject.i + 1 : verb.i])
    head = verb.head
    near = [head, *head.children, *(g for c in head.children for g in c.children)]
    return verb.dep_ in ("relcl", "acl", "xcomp", "advcl") and any(
        t.lower_ in words("rank_words") for t in near if t.i < verb.i
    )


def _is_to_come(noun: Token) -> bool:
    """ "The vote will be held", "the talks are to begin", "the meeting set to take place": not yet, by its verb."""
    behind = (c for c in noun.children if c.dep_ == "acl" and adjective_status(c) == Status.PLANNED)
    if any(g.dep_ in ("xcomp", "advcl") and g.tag_ == "VB" for c in behind for g in c.children):
        return True
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if verb.lemma_ == "be":
        return any(_is_arranged(c) and c.lemma_.lower() in words("coming_verbs") for c in verb.children)
    if verb.lemma_.lower() in words("nearing_verbs") and not any(c.dep_ == "dobj" for c in verb.children):
        return not is_past(verb)
    return (verb.lemma_.lower() in words("coming_verbs") and modal_status(verb) == Status.PLANNED) or _has_day(verb)


def _has_day(verb: Token) -> bool:
    """Whether the present tense tells what is arranged for a day: "the talks begin on Monday", "sails in May"."""
    if verb.tag_ not in ("VBZ", "VBP") or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    if verb.lemma_.lower() not in (*words("coming_verbs"), *words("departing_verbs")):
        return False
    nouns = [p for c in verb.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
    nouns += [c for c in verb.children if c.dep_ == "npadvmod"]
    return any(n.ent_type_ == "DATE" and any(t.tag_ == "NNP" for t in n.subtree) for n in nouns)


def _noun_status(noun: Token) -> Status:
    before, verb = noun.head, noun.head
    after = noun.doc[noun.i + 1 : noun.i + 4]
    if [t.lower_ for t in after][:2] == ["to", "be"] and len(after) > 2 and after[2].tag_ in ("VBN", "VBD"):
        return Status.PLANNED  # "the vote to be held in May"
    if _is_to_come(noun):
        return Status.PLANNED
    if noun.dep_ == "pobj" and before.lower_ == "of" and before.head.lower_ in words("spans_of_time"):
        return Status.ONGOING  # "after weeks of protests"
    if noun.dep_ == "pobj" and (before.lower_ in ("amid", "amidst") or _is_underway(noun, before)):
        return Status.ONGOING
    if (
        noun.dep_ == "dobj"
        and verb.tag_ == "VBG"
        and verb.lemma_ in words("realising_verbs") | words("undergoing_verbs")
        and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    ):
        return Status.ONGOING  # "is conducting an investigation"
    if noun.dep_ == "dobj" and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in words("holding_verbs"):
        return Status.ONGOING  # "faces an inquiry"
    if noun.dep_ == "dobj" and verb.tag_ == "VBG" and verb.lemma_ in words("carrying_on_verbs"):
        return Status.ONGOING  # "was criticised for continuing the tour"
    return Status.OCCURRED


def _is_underway(noun: Token, preposition: Token) -> bool:
    """ "Is under investigation", "on the tenth day of protests"."""
    if preposition.lower_ == "under":
        return not any(c.dep_ in ("det", "poss", "amod") for c in noun.children)
    time = preposition.head
    counted = any(c.dep_ == "amod" and c.ent_type_ in ("ORDINAL", "DATE") for c in time.children)
    return preposition.lower_ == "of" and time.lemma_ + "s" in words("spans_of_time") and counted
