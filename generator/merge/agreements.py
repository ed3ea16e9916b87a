"""Agreements across articles: one treaty under several names, with everything that is said of it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from generator.identifiers import slug, unused
from generator.merge.dates import days_apart, exactest
from generator.merge.disjoint import DisjointSets
from generator.merge.evidence import sources_of, united_evidence
from generator.merge.names import words
from generator.merge.reports import name_stems
from generator.merge.wording import agreement_words, content
from generator.model import Actor, Agreement, AgreementStatus, Provision, Source

_COURSE = list(AgreementStatus)
"""From proposed to expired: of two stages the later one is where it stands, unless a later article says otherwise."""

_SAME_PROVISION = 90
"""Likeness of two provisions, out of 100, from which they are one."""


@dataclass(frozen=True)
class _Account:
    """One article's account of an agreement, its parties already those of the brief."""

    position: int
    agreement: Agreement
    source: Source
    content: frozenset[str]
    """Stems of its names, without what any agreement is called and without its parties."""
    proper: bool
    """Whether its name has capitals of its own, so that the name alone tells which it is."""

    @property
    def parties(self) -> frozenset[str]:
        return frozenset(self.agreement.parties)


def merge_agreements(
    told: Sequence[tuple[Source, Agreement]], actors: Mapping[str, Actor]
) -> tuple[list[Agreement], dict[tuple[str, str], str]]:
    """The agreements of all articles as one list by id, and what each article's own ids have become.

    The agreements' parties must be the brief's ids already; `actors` are the brief's.
    """
    accounts = [_account(i, source, agreement, actors) for i, (source, agreement) in enumerate(told)]
    sets = DisjointSets(len(accounts))
    _unite_named(accounts, sets)
    _unite_signed_together(accounts, sets)
    _unite_unnamed(accounts, sets)
    groups = [[accounts[i] for i in positions] for positions in sets.sets()]
    named = sorted(
        ((slug(_best_title(group)), group[0].position, group) for group in groups), key=lambda item: item[:2]
    )
    ids: dict[tuple[str, str], str] = {}
    agreements: dict[str, Agreement] = {}
    for wanted, _, group in named:
        identifier = unused(wanted, agreements)
        agreements[identifier] = _united(identifier, group)
        ids |= {(account.source.id, account.agreement.id): identifier for account in group}
    return sorted(agreements.values(), key=lambda agreement: agreement.id), ids


def _account(position: int, source: Source, agreement: Agreement, actors: Mapping[str, Actor]) -> _Account:
    names = frozenset(s for party in agreement.parties if party in actors for s in name_stems(actors[party]))
    found = content(" ".join([agreement.title, *agreement.aliases])) - agreement_words() - names
    capitals = [part for part in agreement.title.split()[1:] if part[0].isupper() and content(part) & found]
    return _Account(position, agreement, source, found, proper=len(capitals) >= 1 and len(found) >= 2)


# --- which are one


def _unite_named(accounts: Sequence[_Account], sets: DisjointSets) -> None:
    """Accounts that share words of their names. Only those are compared: the time does not grow with the square."""
    blocks: dict[str, list[_Account]] = defaultdict(list)
    for account in accounts:
        for word in account.content:
            blocks[word].append(account)
    pairs = {(a.position, b.position) for block in blocks.values() for a, b in _neighbours(block)}
    strengths = sorted(((-_strength(accounts[a], accounts[b]), a, b) for a, b in pairs))
    for strength, a, b in strengths:
        if strength < 0:
            _unite(accounts, sets, a, b)


def _neighbours(block: Sequence[_Account], reach: int = 25) -> list[tuple[_Account, _Account]]:
    ordered = sorted(block, key=lambda a: (sorted(a.parties), sorted(a.content), a.position))
    return [
        (min(a, b, key=lambda x: x.position), max(a, b, key=lambda x: x.position))
        for i, a in enumerate(ordered)
        for b in ordered[i + 1 : i + 1 + reach]
    ]


def _unite(accounts: Sequence[_Account], sets: DisjointSets, a: int, b: int) -> None:
    first, second = ([accounts[i] for i in sets.members(p)] for p in (a, b))
    if sets.find(a) != sets.find(b) and not any(_clash(x, y) for x in first for y in second):
        sets.unite(a, b)


def _clash(a: _Account, b: _Account) -> bool:
    """Whether two accounts cannot be of one agreement."""
    if a.source.id == b.source.id:
        return True
    signed, other = a.agreement.signed, b.agreement.signed
    if signed and other and days_apart(signed, other) > 1:
        return True
    return bool(a.parties and b.parties and not a.parties & b.parties)


def _strength(a: _Account, b: _Account) -> float:
    """How surely two accounts are of one agreement; 0: no sign of it."""
    shared = a.content & b.content
    if not shared or _clash(a, b):
        return 0.0
    likeness = len(shared) / min(len(a.content), len(b.content))
    common = len(a.parties & b.parties)
    if common >= 2 and likeness >= 0.6:
        return 1 + likeness
    if a.proper and b.proper and a.content == b.content:
        return 1.0
    if (not a.parties or not b.parties or common) and len(shared) >= 2 and likeness >= 0.8:
        return likeness
    return 0.0


def _unite_signed_together(accounts: Sequence[_Account], sets: DisjointSets) -> None:
    """What the same parties signed on the same day is one agreement, however each article calls it."""
    by_signing: dict[tuple[frozenset[str], date], list[_Account]] = defaultdict(list)
    for account in accounts:
        signed = account.agreement.signed
        if len(account.parties) >= 2 and signed is not None and signed.days == 1:
            by_signing[account.parties, signed.start].append(account)
    for same in by_signing.values():
        for account in same[1:]:
            _unite(accounts, sets, same[0].position, account.position)


def _unite_unnamed(accounts: Sequence[_Account], sets: DisjointSets) -> None:
    """Accounts that only say "the pact": they join the one agreement of the same parties, if there is just one."""
    by_parties: dict[frozenset[str], list[_Account]] = defaultdict(list)
    for account in accounts:
        if len(account.parties) >= 2:
            by_parties[account.parties].append(account)
    for same in by_parties.values():
        roots = {sets.find(account.position) for account in same if account.content}
        for account in same:
            if not account.content:
                dated = {
                    sets.find(other.position) for other in same if other is not account and _same_day(account, other)
                }
                fitting = dated or roots
                if len(fitting) == 1:
                    _unite(accounts, sets, account.position, fitting.pop())


def _same_day(a: _Account, b: _Account) -> bool:
    signed, other = a.agreement.signed, b.agreement.signed
    return bool(signed and other and signed.days == other.days == 1 and signed.start == other.start)


# --- the merged values


def _best_title(group: Sequence[_Account]) -> str:
    """The title that says most, of those the one most articles use, then the shortest."""
    titles = Counter(account.agreement.title for account in group)
    weight = {account.agreement.title: len(content(account.agreement.title) - agreement_words()) for account in group}
    return min(titles, key=lambda title: (-weight[title], -titles[title], len(title), title))


def _united(identifier: str, group: Sequence[_Account]) -> Agreement:
    title = _best_title(group)
    forms = {form for account in group for form in [account.agreement.title, *account.agreement.aliases]}
    parties = Counter(party for account in group for party in dict.fromkeys(account.agreement.parties))
    order = list(dict.fromkeys(p for account in group for p in account.agreement.parties))
    return Agreement(
        id=identifier,
        title=title,
        aliases=sorted(
            (form for form in forms if words(form) != words(title)), key=lambda form: (form.casefold(), form)
        ),
        parties=sorted(parties, key=lambda party: (-parties[party], order.index(party))),
        signed=exactest([account.agreement.signed for account in group if account.agreement.signed]),
        status=_status(group),
        provisions=_united_provisions([p for account in group for p in account.agreement.provisions]),
        evidence=united_evidence(account.agreement.evidence for account in group),
    )


def _status(group: Sequence[_Account]) -> AgreementStatus | None:
    """What the latest article says; among articles of one or no date, the later stage."""
    told = [(a.source.published, a.agreement.status) for a in group if a.agreement.status]
    dated = [(published, status) for published, status in told if published]
    if told and len(dated) == len(told):
        latest = max(published for published, _ in dated)
        told = [(published, status) for published, status in told if published == latest]
    return max((status for _, status in told), key=_COURSE.index, default=None)


def _united_provisions(provisions: Sequence[Provision]) -> list[Provision]:
    """Provisions with near-equal ones as one, under the words of the first, in the order of first mention."""
    united: list[list[Provision]] = []
    for provision in provisions:
        same = next((group for group in united if _same_provision(group[0].text, provision.text)), None)
        if same:
            same.append(provision)
        else:
            united.append([provision])
    return [Provision(text=group[0].text, evidence=united_evidence(p.evidence for p in group)) for group in united]


def _same_provision(a: str, b: str) -> bool:
    first, second = content(a) - agreement_words(), content(b) - agreement_words()
    if min(len(first), len(second)) < 2:
        return words(a) == words(b)
    return fuzz.token_sort_ratio(" ".join(sorted(first)), " ".join(sorted(second))) >= _SAME_PROVISION


def by_source(agreements: Sequence[Agreement]) -> dict[str, list[Agreement]]:
    """The agreements that each source speaks of."""
    found: dict[str, list[Agreement]] = defaultdict(list)
    for agreement in agreements:
        for source in sorted(sources_of(agreement.evidence)):
            found[source].append(agreement)
    return found
