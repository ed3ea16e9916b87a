"""Treaties, pacts, deals, ceasefires: their names, parties, signing, status and provisions.

Every noun that can name an agreement is looked at; those that mean the same one ("the pact") join it. Legislation
and plans are no agreements: nobody outside is bound by them.
"""

from collections import Counter
from dataclasses import dataclass, field

from generator.distil.agreement_names import AgreementNames, knowledge
from generator.distil.agreement_parties import party_nouns
from generator.distil.agreement_provisions import provisions
from generator.distil.agreement_standing import Standings
from generator.distil.candidates import Report
from generator.distil.evidence import clause_span
from generator.distil.wording import joined, shorten
from generator.language.document import Document
from generator.language.name_forms import fold
from generator.language.parse import Token
from generator.model import Agreement, AgreementStatus, DateSpan, Evidence, Kind

_LONGEST_NAME = 90
"""Characters."""
_STANDINGS = (
    AgreementStatus.EXPIRED,
    AgreementStatus.BROKEN,
    AgreementStatus.SUSPENDED,
    AgreementStatus.SIGNED,
    AgreementStatus.IN_FORCE,
    AgreementStatus.NEGOTIATING,
    AgreementStatus.PROPOSED,
)
"""What counts where the article tells several: the last that can have come about first."""


@dataclass
class _Draft:
    """One agreement while it is being put together."""

    names: list[str] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    parties: dict[int, None] = field(default_factory=dict)
    dates: list[DateSpan] = field(default_factory=list)
    statuses: list[AgreementStatus] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    named_by: set[int] = field(default_factory=set)
    """Entities in the name: the organisation that the agreement founds is no party to it."""


def _signed_apart(drafts: list[_Draft]) -> list[_Draft]:
    """The drafts, those that the same parties signed on the same day as one."""
    kept: list[_Draft] = []
    for draft in drafts:
        days = {d.start for d in draft.dates if d.days == 1}
        same = next((k for k in kept if days & {d.start for d in k.dates if d.days == 1} and _agree(k, draft)), None)
        if same is None:
            kept.append(draft)
            continue
        same.names += draft.names
        same.tokens += draft.tokens
        same.dates += draft.dates
        same.statuses += draft.statuses
        same.parties.update(draft.parties)
    return kept


def _agree(a: _Draft, b: _Draft) -> bool:
    """Whether nothing in the parties of two drafts speaks against their being one."""
    return (
        not a.parties or not b.parties or a.parties.keys() <= b.parties.keys() or b.parties.keys() <= a.parties.keys()
    )


class AgreementFinder:
    """Finds the agreements of one document."""

    def __init__(self, document: Document, reports: list[Report], actor_ids: dict[int, str]) -> None:
        self._document = document
        self._reports = reports
        self._actor_ids = actor_ids
        self._names = AgreementNames(document)
        self._standings = Standings(reports)

    def find(self) -> list[Agreement]:
        """The agreements in the order of the text; a headline only joins what its text tells."""
        drafts: list[_Draft] = []
        found = [t for t in self._document.doc if self._names.names_agreement(t)]
        in_text = [t for t in found if self._document.block_of(t).kind not in ("headline", "heading")]
        for token in in_text:
            self._join(drafts, token)
        for token in found:
            if token not in in_text and (draft := self._match(drafts, token, self._names.marks(token))) is not None:
                draft.names.append(self._names.name(token))
                draft.tokens.append(token)
        return [self._agreement(d) for d in _signed_apart(drafts) if self._is_specific(d)]

    def _join(self, drafts: list[_Draft], token: Token) -> None:
        """Put a noun with the agreement it means, or begin a new one."""
        marks = self._names.marks(token)
        draft = self._match(drafts, token, marks)
        if draft is None:
            if self._names.is_plural(token) and not self._names.is_own(token):
                return
            draft = _Draft()
            drafts.append(draft)
        draft.names.append(self._names.name(token))
        draft.tokens.append(token)
        draft.marks |= marks
        draft.named_by |= {e for m in self._names.mentions_in_name(token) for e in m.entities if self._is_body(e)}
        self._parties(draft, token)
        self._standing(draft, token)

    def _is_body(self, entity: int) -> bool:
        return self._document.entities[entity].kind != Kind.STATE

    def _match(self, drafts: list[_Draft], token: Token, marks: set[str]) -> _Draft | None:
        """The agreement that a noun speaks of: the one that shares its marks, for "the pact" the one spoken of last."""
        definite, proper = self._names.is_definite(token), self._names.is_proper(token)
        best: tuple[float, int] | None = None
        for number, draft in enumerate(drafts):
            shared = marks & (draft.marks | self._provided(draft) if definite and not proper else draft.marks)
            if (marks and not shared and (draft.marks or proper or not definite)) or not (marks or definite):
                continue
            if not shared and not self._is_called(draft, token, fuller=bool(marks)):
                continue
            if self._names.is_plural(token) and not any(map(self._names.is_plural, draft.tokens)):
                continue
            if shared and shared <= self._names.proper_marks(token) and marks - shared and draft.marks - shared:
                continue  # the arms treaty and the fisheries treaty of one place
            value = len(shared) / max(1, len(marks | draft.marks)) + draft.tokens[-1].i / 1e6
            if best is None or value > best[0]:
                best = (value, number)
        return drafts[best[1]] if best is not None else None

    def _provided(self, draft: _Draft) -> set[str]:
        """The words of what is laid down, by which an agreement can be called: "the mutual defense pact"."""
        found = provisions(self._document, {t.i for t in draft.tokens})
        return {w.lower().strip(",.") for p in found for w in p.text.split() if len(w) > 3}

    def _is_called(self, draft: _Draft, token: Token, *, fuller: bool) -> bool:
        """Whether an agreement can be meant by a noun: its own, or another that is said of what its own names.

        `fuller`: the noun says more than was said before; only the commonest words are then said of the same thing.
        """
        lemmas, lemma = {t.lemma_.lower() for t in draft.tokens}, token.lemma_.lower()
        sets = knowledge()["interchangeable"][: 1 if fuller else None]
        return lemma in lemmas or any(lemma in words and lemmas & set(words) for words in sets)

    def _parties(self, draft: _Draft, token: Token) -> None:
        for noun in party_nouns(token):
            mention = self._document.mention_at(noun)
            if mention is not None and self._names.is_place_in_name(token, noun):
                continue
            for index in mention.entities if mention is not None else ():
                entity = self._document.entities[index]
                side = entity.kind == Kind.GROUP and entity.name.split()[-1].lower() in knowledge()["sides"]
                if (side or entity.kind in (Kind.STATE, Kind.ORGANISATION)) and index not in draft.named_by:
                    draft.parties[index] = None
                elif entity.kind == Kind.PERSON:
                    offices = (role.of for role in entity.roles if role.of is not None)
                    states = [o for o in offices if self._document.entities[o].kind == Kind.STATE]
                    draft.parties.update(dict.fromkeys(states))

    def _standing(self, draft: _Draft, token: Token) -> None:
        """What the words around the noun say of where the agreement stands, and when it was signed."""
        draft.dates += self._named_days(token)
        told = self._standings.told_of(token)
        draft.statuses += told.statuses
        draft.dates += told.signed

    def _named_days(self, token: Token) -> list[DateSpan]:
        """Dates within the name: "the 2004 agreement", "the Kelm Agreement of 2004"."""
        behind = [t for c in token.rights if c.dep_ == "prep" and c.lower_ == "of" for t in c.children]
        words = [*(u for t in token.lefts for u in t.subtree), *behind]
        return [d.span for d in self._document.dates for t in words if d.span is not None and d.start <= t.idx < d.end]

    def _is_specific(self, draft: _Draft) -> bool:
        """Whether the article means one agreement, not agreements in general."""
        named = any(self._document.mention_at(t) is not None for t in draft.tokens)
        bare = len(draft.tokens) == 1 and not draft.marks and not named
        return bool(draft.parties or draft.dates or draft.statuses) if bare else True

    def _agreement(self, draft: _Draft) -> Agreement:
        counted = Counter(draft.names)
        title = max(draft.names, key=lambda n: (min(len(n.split()), 6), counted[n], -draft.names.index(n)))
        parties = [self._document.entities[p].name for p in draft.parties if p in self._actor_ids]
        if " " not in title and parties:
            word = "with" if len(parties) == 1 or all(map(_is_with_others, draft.tokens)) else "between"
            title = f"{title} {word} {joined(parties)}"
        title = shorten([title], _LONGEST_NAME)
        spans = dict.fromkeys(clause_span(self._document, t) for t in sorted(draft.tokens, key=lambda t: t.i))
        evidence: list[Evidence] = [self._document.evidence(*span) for span in spans]
        return Agreement(
            id="",
            title=title,
            aliases=sorted({n for n in draft.names if fold(n) != fold(title)}),
            parties=[self._actor_ids[p] for p in draft.parties if p in self._actor_ids and p not in draft.named_by],
            signed=min(draft.dates, key=lambda d: d.end - d.start, default=None),
            status=next((s for s in _STANDINGS if s in draft.statuses), None),
            provisions=provisions(self._document, self._own(draft)),
            evidence=sorted(evidence, key=lambda e: e.start),
        )

    def _own(self, draft: _Draft) -> set[int]:
        """Positions of all words that stand for the agreement, the name of what it founds among them."""
        mentions = (m for e in draft.named_by for m in self._document.entities[e].mentions)
        return {t.i for t in draft.tokens} | {m.head for m in mentions}


def _is_with_others(token: Token) -> bool:
    """Whether a noun names one side of an agreement only: "our deals with Norland and Sudia"."""
    signed = token.dep_ == "dobj" and token.head.lemma_ in knowledge()["binding_verbs"]
    return not signed and any(c.dep_ == "prep" and c.lower_ == "with" for c in token.children)
