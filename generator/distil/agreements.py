"""Treaties, pacts, deals, ceasefires: their names, parties, signing, status and provisions.

Every noun that can name an agreement is looked at; those that mean the same one ("the pact") join it. Legislation and plans are
no agreements: nobody outside is bound by them.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from spacy.tokens import Token

from generator.distil.candidates import Report
from generator.distil.evidence import clause_span
from generator.distil.wording import shorten, words_of
from generator.language.arguments import spread, subject_of
from generator.language.document import Document
from generator.language.entities import fold
from generator.model import Agreement, AgreementStatus, DateSpan, EventType, Evidence, Kind, Provision, Status

_FILE = Path(__file__).parent.parent / "knowledge" / "agreements.yml"


@cache
def knowledge() -> dict[str, Any]:
    """The words for agreements."""
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content


@dataclass
class _Draft:
    """One agreement while it is being put together."""

    names: list[str] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    parties: dict[int, None] = field(default_factory=dict)
    signed: DateSpan | None = None
    statuses: list[AgreementStatus] = field(default_factory=list)
    modifiers: set[str] = field(default_factory=set)


class AgreementFinder:
    """Finds the agreements of one document."""

    def __init__(self, document: Document, reports: list[Report], actor_ids: dict[int, str]) -> None:
        self._document = document
        self._reports = reports
        self._actor_ids = actor_ids

    def find(self) -> list[Agreement]:
        """The agreements in the order in which the article first names them."""
        drafts: list[_Draft] = []
        for token in self._document.doc:
            if token.pos_ in ("NOUN", "PROPN") and self._names_agreement(token):
                self._join(drafts, token)
        drafts = [d for d in drafts if self._is_specific(d)]
        return [self._agreement(d) for d in drafts]

    def _names_agreement(self, token: Token) -> bool:
        words = knowledge()
        lemma = token.lemma_.lower()
        if lemma not in words["nouns"]:
            return False
        if (
            token.dep_ == "compound"
            and token.head.pos_ in ("NOUN", "PROPN")
            and token.head.lemma_.lower() not in words["nouns"]
        ):
            return False
        if any(c.dep_ == "compound" and c.i == token.i + 1 for c in token.children):
            return False
        if lemma in words["weak_nouns"]:
            return self._is_concluded(token)
        return True

    def _is_concluded(self, token: Token) -> bool:
        """Whether a noun that may mean something else is here signed, between parties, named or spoken of as known."""
        words = knowledge()
        verb = token.head
        if token.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in words["signing_verbs"]:
            return True
        if token.dep_ == "pobj" and verb.head.lemma_ in ("sign", "negotiate") and verb.lower_ in ("on", "onto", "to"):
            return True
        if any(c.dep_ == "prep" and c.lower_ == "between" for c in token.children):
            return True
        if token.dep_ == "pobj" and token.head.head.lemma_.lower() in (
            "signing",
            "signatory",
            "party",
            "conclusion",
            "ratification",
            "anniversary",
        ):
            return True
        named = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod") and c.tag_ in ("NNP", "NNPS")]
        if (token.tag_ in ("NNP", "NNPS") and named) or any(
            c.like_num or c.text.isdigit() for c in token.children if c.dep_ in ("nummod", "npadvmod")
        ):
            return True
        definite = any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in token.children)
        return (
            definite and token.lemma_.lower() in ("deal", "convention", "protocol", "contract") and token.tag_ == "NN"
        )

    def _modifiers(self, token: Token) -> list[Token]:
        return [
            t
            for t in token.lefts
            if t.dep_ in ("amod", "compound", "nmod", "npadvmod", "nummod")
            for t in [*t.subtree]
            if t.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "VERB") or t.text in "-–"
        ]

    def _name(self, token: Token) -> str:
        """The agreement's name: the noun with its modifiers, dates and possessors left off."""
        dates = self._document.dates
        tokens = [
            t
            for t in self._modifiers(token)
            if not any(d.start <= t.idx < d.end for d in dates)
            and t.lower_ not in ("new", "recent", "so", "called", "said", "proposed", "future")
        ]
        tokens = sorted({t.i: t for t in [*tokens, token]}.values(), key=lambda t: t.i)
        mention = self._document.mention_at(token)
        if mention is not None and mention.form == "name":
            tokens = list(self._document.doc[mention.start : mention.end])
        after = (
            [
                t
                for c in token.children
                if c.dep_ == "prep" and c.lower_ == "of" and c.i == token.i + 1
                for t in c.subtree
                if t.i < token.i + 6
            ]
            if token.lemma_.lower()
            in ("memorandum", "memoranda", "declaration", "law", "treaty", "convention", "charter")
            else []
        )
        numbers = [
            c
            for c in token.children
            if c.dep_ in ("nummod", "npadvmod", "appos") and c.i == token.i + 1 and c.text[:1].isdigit()
        ]
        return words_of(self._document, [*tokens, *after, *numbers], replaced=False)

    def _join(self, drafts: list[_Draft], token: Token) -> None:
        """Put a noun with the agreement it means, or begin a new one."""
        name = self._name(token)
        lemmas = {t.lemma_.lower() for t in self._modifiers(token) if t.is_alpha} - {"new", "recent", "last"}
        plural = token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() not in ("memorandum",)
        draft = self._match(drafts, token, lemmas, plural)
        if draft is None:
            if plural and not any(c.dep_ == "prep" and c.lower_ == "between" for c in token.children):
                return
            draft = _Draft()
            drafts.append(draft)
        draft.names.append(name)
        draft.tokens.append(token)
        draft.modifiers |= lemmas
        self._parties(draft, token)
        self._standing(draft, token)

    def _match(self, drafts: list[_Draft], token: Token, lemmas: set[str], plural: bool) -> _Draft | None:
        definite = any(
            (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these")) or c.dep_ == "poss"
            for c in token.children
        )
        best: tuple[float, int] | None = None
        for number, draft in enumerate(drafts):
            shared = lemmas & draft.modifiers
            if lemmas and draft.modifiers and not shared:
                continue
            if not lemmas and not (definite or (plural and definite)):
                continue
            if lemmas and not draft.modifiers and not definite:
                continue
            value = len(shared) / max(1, len(lemmas | draft.modifiers)) + number / 1000
            if best is None or value > best[0]:
                best = (value, number)
        return drafts[best[1]] if best is not None else None

    def _parties(self, draft: _Draft, token: Token) -> None:
        document = self._document
        nouns: list[Token] = []
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("between", "with", "among"):
                nouns += [t for p in child.children if p.dep_ == "pobj" for t in spread(p)]
            elif child.dep_ in ("amod", "compound", "nmod", "poss"):
                nouns += [
                    child,
                    *child.conjuncts,
                    *(c for c in child.children if c.dep_ in ("amod", "compound", "nmod")),
                ]
        verb = token.head
        if (
            token.dep_ in ("dobj", "pobj")
            and (verb if verb.pos_ == "VERB" else verb.head).lemma_ in knowledge()["signing_verbs"]
        ):
            nouns += subject_of(verb if verb.pos_ == "VERB" else verb.head)
        if token.dep_ == "pobj" and verb.head.pos_ == "NOUN" and verb.head.lemma_ == "signing":
            nouns += [
                t
                for c in verb.head.children
                if c.dep_ == "prep" and c.lower_ in ("between", "by")
                for p in c.children
                if p.dep_ == "pobj"
                for t in spread(p)
            ]
        for noun in nouns:
            mention = document.mention_at(noun)
            if mention is None:
                continue
            for index in mention.entities:
                entity = document.entities[index]
                if entity.kind in (Kind.STATE, Kind.ORGANISATION):
                    draft.parties[index] = None
                elif entity.kind == Kind.PERSON:
                    for role in entity.roles:
                        if role.of is not None and document.entities[role.of].kind == Kind.STATE:
                            draft.parties[role.of] = None

    def _standing(self, draft: _Draft, token: Token) -> None:
        """What a verb or adjective says of where the agreement stands."""
        words = knowledge()
        for child in token.children:
            for status, adjectives in words["adjectives"].items():
                if child.dep_ == "amod" and child.lower_ in adjectives:
                    draft.statuses.append(AgreementStatus(status))
        verbs = [token.head] if token.dep_ in ("dobj", "nsubjpass", "nsubj") else []
        verbs += [c for c in token.children if c.dep_ in ("relcl", "acl")]
        if token.dep_ == "pobj" and token.head.head.pos_ in ("VERB", "NOUN"):
            verbs.append(token.head.head)
        for verb in verbs:
            lemma = {"signing": "sign", "signatory": "sign", "ratification": "ratify", "negotiation": "negotiate"}.get(
                verb.lemma_, verb.lemma_
            )
            if any(c.dep_ == "neg" for c in verb.children):
                continue
            for status, lemmas in words["status"].items():
                if lemma in lemmas and verb.dep_ != "nsubj":
                    draft.statuses.append(AgreementStatus(status))
        for report in self._reports:
            if (
                report.type == EventType.AGREE
                and report.status in (Status.OCCURRED, Status.ONGOING)
                and (report.token in verbs or report.token == token)
            ):
                if report.date is not None:
                    draft.signed = draft.signed or report.date
                if not draft.statuses:
                    draft.statuses.append(AgreementStatus.SIGNED)

    def _is_specific(self, draft: _Draft) -> bool:
        """Whether the article means one agreement, not agreements in general."""
        if draft.parties or draft.signed or draft.statuses:
            return True
        return (
            len(draft.tokens) > 1
            or bool(draft.modifiers)
            or any(self._document.mention_at(t) is not None for t in draft.tokens)
        )

    def _agreement(self, draft: _Draft) -> Agreement:
        document = self._document
        counted = Counter(n for n in draft.names)
        title = max(draft.names, key=lambda n: (min(len(n.split()), 6), counted[n], -draft.names.index(n)))
        title = shorten([title], 90)
        spans = {clause_span(document, t): None for t in draft.tokens}
        evidence: dict[tuple[int, int], Evidence] = {span: document.evidence(*span) for span in spans}
        status = next(
            (
                s
                for s in (
                    AgreementStatus.EXPIRED,
                    AgreementStatus.BROKEN,
                    AgreementStatus.SUSPENDED,
                    AgreementStatus.SIGNED,
                    AgreementStatus.IN_FORCE,
                    AgreementStatus.NEGOTIATING,
                    AgreementStatus.PROPOSED,
                )
                if s in draft.statuses
            ),
            None,
        )
        return Agreement(
            id="",
            title=title,
            aliases=sorted({n for n in draft.names if fold(n) != fold(title)}),
            parties=[self._actor_ids[p] for p in draft.parties if p in self._actor_ids],
            signed=draft.signed,
            status=status,
            provisions=self._provisions(draft),
            evidence=sorted(evidence.values(), key=lambda e: e.start),
        )

    def _provisions(self, draft: _Draft) -> list[Provision]:
        """Clauses whose subject is the agreement and whose verb says what it does."""
        document = self._document
        own = {t.i for t in draft.tokens}
        found: dict[tuple[int, int], Provision] = {}
        for verb in document.doc:
            if verb.pos_ != "VERB" or verb.lemma_ not in knowledge()["provision_verbs"]:
                continue
            subjects = subject_of(verb)
            if not any(s.i in own or self._stands_for(s, own) for s in subjects):
                continue
            if any(c.dep_ == "neg" for c in verb.children):
                continue
            span = clause_span(document, verb)
            tokens = [
                verb,
                *(
                    t
                    for c in verb.children
                    if c.i > verb.i and c.dep_ not in ("conj", "cc", "punct", "advcl")
                    for t in c.subtree
                ),
            ]
            text = words_of(document, sorted(tokens, key=lambda t: t.i), replaced=False)
            if len(text.split()) > 2:
                found[span] = Provision(text=text, evidence=[document.evidence(*span)])
        return list(found.values())

    def _stands_for(self, subject: Token, own: set[int]) -> bool:
        """ "It provides ..." or "one of the goals of the agreement is": the subject leads to the agreement."""
        if subject.lower_ == "it":
            before = [i for i in own if i < subject.i]
            return bool(before) and subject.i - max(before) < 25
        if subject.lemma_.lower() in knowledge()["aims"]:
            return any(t.i in own for t in subject.subtree)
        return False
