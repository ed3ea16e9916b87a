"""Who does what an article tells without a doer: its protesters protest, its government lifts the restrictions."""

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.language.arguments import arguments, is_passive
from generator.language.arguments import knowledge as argument_words
from generator.language.attribution import SpeechAct
from generator.language.dependents import belongs, keys_of
from generator.language.document import Document, RoleMention
from generator.language.home_state import home_state
from generator.language.parse import Token
from generator.language.person_descriptions import is_calling
from generator.model import Event, EventType, Kind, Participant, Status

_CROWD = {"protesters", "demonstrators", "protestors"}
_STATE_OBJECTS = ("law", "border", "sanction")
"""Classes of things that only a government, court or parliament makes, changes or ends."""
_WITHIN = {"in", "across", "throughout"}
_TIMES = {"in", "during", "at"}
_DEEDS_OF_MAIN_BODY = 2
"""Events that an article tells of a body that it is about."""
_PEOPLE = ("person", "worker", "troops")
_BEFORE_NOUN = ("amod", "compound", "nmod", "poss")
_OPINIONS = (EventType.ACCUSE, EventType.SUPPORT, EventType.REQUEST, EventType.REJECT)


def crowd(document: Document) -> list[int]:
    """Who protests where the article does not say it again: its protesters."""
    return [n for n in range(len(document.entities)) if is_crowd(document, n)][:1]


def is_crowd(document: Document, entity: int) -> bool:
    """Whether a group is one of protesters."""
    actor = document.entities[entity]
    return actor.kind == Kind.GROUP and actor.name.split()[-1].lower() in _CROWD


def with_governments(
    document: Document, events: list[Event], words: Mapping[int, Token], actor_ids: dict[int, str]
) -> list[Event]:
    """The events, measures told without who took them ("the curfew was lifted") with the state whose government it is.

    Its part is "about": the sentence itself names no doer. `words` are those that tell happenings, by the offset where
    their triggers start.
    """
    for event in events:
        if any(p.role == "agent" for p in event.participants):
            continue
        starts = [e.trigger_start for e in event.evidence if e.trigger_start is not None]
        told = [words[start] for start in starts if start in words]
        state = next((s for t in told if _governs(t) and (s := _government(document, t)) is not None), None)
        if state in actor_ids and all(p.actor != actor_ids[state] for p in event.participants):
            event.participants.append(Participant(actor=actor_ids[state], role="about"))
    return events


def _governs(token: Token) -> bool:
    """Whether words tell what governments do: "the curfew was lifted", "veils are banned", "the law takes effect"."""
    words = argument_words()
    if token.pos_ != "VERB":
        if token.dep_ == "pobj" and token.head.lower_ in _TIMES:
            return False  # "won in the last election": when something else was
        parts = [token, *(c for c in token.children if c.dep_ == "compound")]
        parts += [token.head] if token.dep_ == "amod" else []  # "the presidential election", told by its adjective
        parts += [t for c in token.children if c.lower_ == "of" for t in c.children]  # "a state of emergency"
        return any(key in words["government_doings"] for part in parts for key in keys_of(part))
    if not is_passive(token):
        return token.lemma_.lower() in words["effects"] and any(_is_measure(t) for t in arguments(token).agents)
    if any(key in words["government_bans"] for key in keys_of(token)):
        return True
    acts = any(key in words["government_acts"] for key in keys_of(token))
    return acts and any(_is_measure(t) for t in arguments(token).targets)


def _is_measure(token: Token) -> bool:
    """Whether a noun names what only governments, courts and parliaments make: a law, a curfew, a closed school."""
    measures = argument_words()["government_measures"]
    return belongs(token, _STATE_OBJECTS) or any(key in measures for key in keys_of(token))


def _government(document: Document, token: Token) -> int | None:
    """The state whose government is meant: the one where it happens, else the one that the article is about, or of
    several that of which its paragraph tells."""
    here = _state_beside(document, token)
    here = here if here is not None else _state_of_paragraph(document, token)
    return here if here is not None else home_state(document, certain=True)


def _state_of_paragraph(document: Document, token: Token) -> int | None:
    """The only state that a paragraph names up to a word."""
    block = document.block_of(token)
    heads = ((m.entities, document.doc[m.head]) for m in document.mentions)
    told = {e for entities, head in heads if block.start <= head.idx <= token.idx for e in entities}
    states = [e for e in told if document.entities[e].kind is Kind.STATE and not document.entities[e].part]
    return states[0] if len(states) == 1 else None


def _state_beside(document: Document, token: Token) -> int | None:
    """The state that a phrase of place or an adjective in it names: "in Norland", "in Norlandish offices"."""
    clauses = [token] if token.pos_ == "VERB" else [token, token.head]
    while clauses[-1].dep_ == "conj":
        clauses.append(clauses[-1].head)
    behind = [c for t in clauses for c in t.children if c.dep_ == "prep"]
    behind += [c for p in behind for noun in p.children for c in noun.children if c.dep_ == "prep"]  # "in X in Y"
    for preposition in (p for p in behind if p.lower_ in _WITHIN):
        for noun in (c for c in preposition.children if c.dep_ == "pobj"):
            for word in [noun, *noun.children]:
                mention = document.mention_at(word)
                if mention is not None and document.entities[mention.entities[0]].kind == Kind.STATE:
                    return mention.entities[0]
    return None


def with_speakers(
    events: list[Event], words: Mapping[int, Token], acts: Sequence[SpeechAct], actor_ids: Mapping[int, str]
) -> list[Event]:
    """The events in which somebody's words find a thing good or bad ("X said the lapses raise questions") with the
    speaker as their doer. `words` as for `with_governments`."""
    for event in events:
        starts = [e.trigger_start for e in event.evidence if e.trigger_start is not None]
        told = [words[start] for start in starts if start in words]
        if event.participants or event.type not in _OPINIONS or not told or told[0].pos_ != "VERB":
            continue
        said = (a for a in acts if any(start <= told[0].idx < end for start, end in a.spans))
        speakers = next((a.speakers for a in said if a.speakers), ())
        event.participants = [Participant(actor=actor_ids[s], role="agent") for s in speakers if s in actor_ids]
        if event.participants and event.status is Status.ONGOING:
            event.status = Status.OCCURRED
    return events


def with_main_body(
    document: Document, events: list[Event], words: Mapping[int, Token], actor_ids: Mapping[int, str]
) -> list[Event]:
    """The events that name nobody and leave their doer out ("the ship was sold") with the body that the article is
    about: that which its headline names and which alone does most of what it tells.

    Its part is "about". `words` as for `with_governments`. What befalls people ("staff were held") is not told of it.
    """
    bodies = {identifier for index, identifier in actor_ids.items() if _is_body(document.entities[index].kind)}
    does = Counter(p.actor for e in events for p in e.participants if p.role == "agent" and p.actor in bodies)
    ranked = does.most_common(2)
    if not ranked or ranked[0][1] < _DEEDS_OF_MAIN_BODY or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return events
    index = next(index for index, identifier in actor_ids.items() if identifier == ranked[0][0])
    heads = (document.doc[m.head] for m in document.entities[index].mentions)
    headed = any(block.kind == "headline" for block in document.article.blocks)
    if headed and not any(document.block_of(head).kind == "headline" for head in heads):
        return events
    for event in events:
        starts = [e.trigger_start for e in event.evidence if e.trigger_start is not None]
        told = [words[start] for start in starts if start in words]
        befalls_people = any(belongs(t, _PEOPLE) for token in told for t in arguments(token).targets)
        if not event.participants and told and not befalls_people and all(_leaves_doer_out(token) for token in told):
            event.participants = [Participant(actor=ranked[0][0], role="about")]
    return events


def _is_body(kind: Kind | None) -> bool:
    return kind in (Kind.ORGANISATION, Kind.STATE)


def _leaves_doer_out(token: Token) -> bool:
    return token.pos_ == "VERB" and is_passive(token) and not arguments(token).agents


def with_earlier_doers(events: list[Event], words: Mapping[int, Token]) -> list[Event]:
    """The events that name nobody ("the launch was delayed") with the doers of an earlier one told by the same noun.

    Their part is "about". `words` as for `with_governments`.
    """
    doers: dict[str, list[str]] = {}
    for event in events:
        starts = [e.trigger_start for e in event.evidence if e.trigger_start is not None]
        told = [words[start] for start in starts if start in words]
        if not event.participants:
            earlier = next((doers[noun] for token in told for noun in _nouns(token) if noun in doers), [])
            event.participants = [Participant(actor=actor, role="about") for actor in earlier]
        if agents := [p.actor for p in event.participants if p.role == "agent"]:
            doers.update((keys_of(token)[0], agents) for token in told)
    return events


def _nouns(token: Token) -> list[str]:
    """The keys of the noun that tells a happening, or of those that its verb says something of."""
    args = arguments(token)
    nouns = [token] if token.pos_ != "VERB" else [*args.targets, *args.agents]
    return [keys_of(noun)[0] for noun in nouns if noun.pos_ == "NOUN"]


def with_offices(document: Document, events: list[Event], actor_ids: Mapping[int, str]) -> list[Event]:
    """The events in which one office-holder alone takes part with the state or body of the office, as "about"."""
    entities = {identifier: index for index, identifier in actor_ids.items()}
    for event in events:
        if len(event.participants) != 1:
            continue
        holder = document.entities[entities[event.participants[0].actor]]
        offices = (role for role in holder.roles if _is_of_body(document, role) and not _is_past(document, role))
        bodies = [role.of for role in offices if role.of in actor_ids]
        if bodies and bodies[0] is not None:
            event.participants.append(Participant(actor=actor_ids[bodies[0]], role="about"))
    return events


def _is_of_body(document: Document, role: RoleMention) -> bool:
    """Whether a role makes its holder act for somebody: an office, or a calling in a body ("player for Norland FC"),
    not where somebody lives or was born ("Norland resident")."""
    if role.of is None:
        return False
    return not is_calling(role) or document.entities[role.of].kind is Kind.ORGANISATION


def _is_past(document: Document, role: RoleMention) -> bool:
    """Whether an office is one that was held before: "former president"."""
    before = document.doc[max(0, role.start - 2) : role.end]
    return any(token.lower_ in argument_words()["past_offices"] for token in before)


def with_nations(document: Document, events: list[Event], actor_ids: Mapping[int, str]) -> list[Event]:
    """The events in which one group or body alone takes part ("two Norlandish soldiers were killed", "Norland's Senate
    voted") with the state or body that words before its noun tell, as "about"."""
    entities = {identifier: index for index, identifier in actor_ids.items()}
    for event in events:
        if len(event.participants) != 1:
            continue
        actor = document.entities[entities[event.participants[0].actor]]
        if actor.kind in (Kind.GROUP, Kind.ORGANISATION):
            heads = [document.doc[m.head] for m in actor.mentions]
            if actor.kind is Kind.ORGANISATION:
                heads = [h for h in heads if any(e.start <= h.idx < e.end for e in event.evidence)]
            named = (_whose(document, head) for head in heads)
            whose = next((actor_ids[n] for n in named if n is not None and n in actor_ids), None)
            if whose is not None:
                event.participants.append(Participant(actor=whose, role="about"))
    return events


def _whose(document: Document, noun: Token) -> int | None:
    """The state or body that a word before a noun for people names: "Norlandish sailors", "the ministry's staff"."""
    own = document.mention_at(noun)
    for child in noun.children:
        mention = document.mention_at(child) if child.dep_ in _BEFORE_NOUN else None
        if mention is not None and mention is not own and _is_body(document.entities[mention.entities[0]].kind):
            return mention.entities[0]
    return None
