"""National teams that the report of a match calls by the name of their state: "Norland beat Sudia 3-1"."""

import re

from generator.knowledge_files import knowledge_file
from generator.language.document import Document, Mention
from generator.language.gazetteer import Gazetteer
from generator.language.name_words import name_words
from generator.language.parse import Token
from generator.model import Kind

NATIONAL_TEAM = "national team"
"""Among the nouns of an entity: that it is one."""
_SIGNS, _SORTS = 5, 3
"""So many words of play, and so many different ones, make an article the report of a match."""
_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])|\bwickets\b")
_SUBJECTS = ("nsubj", "nsubjpass")


def recognise_teams(document: Document, gazetteer: Gazetteer) -> None:
    """Make teams of the states and parts of states that play in the report of a match, and of their people."""
    if not _is_report(document):
        return
    teams: dict[str, int] = {}
    for index, entity in enumerate(document.entities):
        if entity.kind is Kind.STATE and any(_plays(document, m) for m in entity.mentions):
            entity.kind, entity.sure, entity.part = Kind.ORGANISATION, True, False
            entity.nouns |= {"team", "side", NATIONAL_TEAM}
            teams[entity.name] = index
    for index, entity in enumerate(document.entities):
        known = gazetteer.lookup(entity.name) if entity.kind is Kind.GROUP and teams else None
        if known is not None and known.form == "demonym" and known.of in teams:
            _rename(document, index, teams[known.of])  # "the Norlanders"


def _is_report(document: Document) -> bool:
    """Whether an article tells how a match went: by its words, and by a score or wickets."""
    if not _SCORE.search(document.text):
        return False
    signs = name_words("signs_of_a_match") | set(knowledge_file("play")["signs"])
    found = [t.lemma_.lower() for t in document.doc if t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() in signs]
    return len(found) >= _SIGNS and len(set(found)) >= _SORTS


def _plays(document: Document, mention: Mention) -> bool:
    """Whether the name of a state stands for its team: it plays, is beaten, has a captain."""
    head = document.doc[mention.head]
    if mention.form not in ("name", "acronym"):
        return False
    if mention.end < len(document.doc) and _is_of_team(head, document.doc[mention.end]):
        return True
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ in (*_SUBJECTS, "dobj", "agent"):
        return head.head.lemma_.lower() in name_words("match_verbs")
    if head.dep_ != "pobj" or head.head.lower_ not in ("against", "over", "with", "for", "from", "behind", "by", "to"):
        return False
    told = head.head.head
    return told.lemma_.lower() in name_words("match_verbs") | name_words("match_nouns")


def _is_of_team(head: Token, behind: Token) -> bool:
    """Whether what a name owns, or narrows, is what only teams have: "Norland's third try", "Norland captain X"."""
    owned = head.head if head.dep_ in ("poss", "compound", "nmod") else None
    noun = owned if owned is not None else behind
    return noun.lemma_.lower() in name_words("match_nouns") and noun.pos_ in ("NOUN", "PROPN")


def _rename(document: Document, old: int, new: int) -> None:
    """Let the mentions of one entity mean another."""
    for mention in document.entities[old].mentions:
        mention.entities = tuple(new if n == old else n for n in mention.entities)
        document.entities[new].mentions.append(mention)
        document.entities[new].aliases.add(mention.text)
    document.entities[old].mentions = []
