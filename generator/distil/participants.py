"""Who takes part in a happening, and where it happens, from the arguments of the word that tells it."""

from generator.distil.implied_participants import crowd
from generator.language.arguments import Arguments, arguments, is_passive
from generator.language.arguments import knowledge as argument_words
from generator.language.coordination import counted, spread
from generator.language.document import Document, Mention
from generator.language.frames import Frame
from generator.language.home_state import home_state
from generator.language.noun_phrases import kind_of
from generator.language.parse import Token
from generator.model import EventType, Kind

_PLACE_PREPOSITIONS = {"in", "at", "on", "near", "outside", "inside", "around", "across", "throughout"}
_WITH = {"with", "alongside"}
_TARGET = {
    "to", "for", "against", "on", "upon", "from", "towards", "toward", "at", "over", "between", "among", "into",
    "about", "by", "of",
}  # fmt: skip
_WITHIN = {"of", "between", "with", "against", "on", "by", "for", "in", "to", "into"}
_GOAL = {"to", "into", "against", "on"}
_LONGEST_LIST = 20
"""Tokens."""
_MODIFIERS = ("poss", "amod", "compound", "nmod")
_OF_CONTENT = {
    EventType.REQUEST,
    EventType.AGREE,
    EventType.THREATEN,
    EventType.REJECT,
    EventType.CONCEDE,
}
"""What is told with its content in a clause of its own, which is no happening yet."""
_FROM_WHOM = _OF_CONTENT | {EventType.ACCUSE, EventType.SUPPORT, EventType.AID}
"""Of what comes "from" somebody as its doer: criticism from X, not a retreat from X."""


class ParticipantFinder:
    """Reads participants off one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def participants(self, token: Token, frame: Frame) -> list[tuple[int, str]]:
        """The actors of a happening with their parts: "agent", "target", "with" or "about"; each once."""
        found: dict[int, str] = {}
        args = arguments(token, of_is_agent=frame.of != "target")
        against = args.targets or any(word in ("on", "against") for word, _ in args.obliques)
        suffered = frame.kind == "noun" and frame.of == "target" and not against  # "X's arrest": X is arrested
        if frame.type == EventType.PROTEST and token.dep_ == "pobj" and token.head.lower_ == "after":
            # "X resigned after protests": the subject of the verb need not be who protested
            args = Arguments([a for a in args.agents if token.is_ancestor(a)], args.targets, args.obliques)
        if frame.kind == "verb":
            args = self._person_behind_who(token, args)
            subject = [t for t in args.agents or args.targets if t.dep_ in ("nsubj", "nsubjpass")]
            role = "agent" if args.agents else "target"
            found.update(dict.fromkeys(self._document.subjects_of(subject), role))
        for argument in args.agents:
            self._take(found, argument, "target" if suffered and argument.dep_ == "poss" else "agent")
        for argument in args.targets:
            self._take(found, argument, "target")
        for preposition, argument in args.obliques:
            self._oblique(found, preposition, argument, frame)
        if frame.kind == "verb":
            found = self._behind_verb(found, token, frame)
        if "agent" not in found.values() and is_passive(token):
            self._behind_gerund(found, token)
            self._holder(found, args)
        if not found:
            self._where(found, token)
        if frame.type == EventType.PROTEST and "agent" not in found.values():
            found.update(dict.fromkeys(crowd(self._document), "agent"))
        return list(found.items())

    def _behind_verb(self, found: dict[int, str], verb: Token, frame: Frame) -> dict[int, str]:
        """The parts of a verb with those that its object or its content tell."""
        if verb.lemma_.lower() in argument_words()["receiving"] and frame.type in _FROM_WHOM:
            found = self._received(found, verb)
        if frame.type in _OF_CONTENT or verb.lemma_.lower() in argument_words()["object_control"]:
            self._content(found, verb)
        if "target" not in found.values() and not is_passive(verb):
            self._of_what_is_done(found, verb)
        self._source(found, verb)
        return found

    def _oblique(self, found: dict[int, str], preposition: str, argument: Token, frame: Frame) -> None:
        """What hangs on the happening by a preposition, or stands before its noun."""
        if preposition in _PLACE_PREPOSITIONS | {"from"} and found and self._is_capital(argument):
            return  # "met X in Kaldo": where it was, not with whom
        if preposition == "modifier":
            mention = self._document.mention_at(argument)
            if mention is not None and mention.form != "capital":
                is_place = frame.type == EventType.PROTEST and self._is_state(argument)  # "the Norland protests"
                part = "about" if is_place else "target" if "agent" in found.values() else "agent"
                self._note(found, mention, part)
        elif preposition in _WITH:
            self._take(found, argument, "with")
        elif preposition == "from" and frame.kind == "noun" and frame.type in _FROM_WHOM:
            self._take(found, argument, "agent")
        elif preposition == "in" and frame.kind == "noun" and self._is_state(argument):
            self._take(found, argument, "about")
        elif preposition == "before" and frame.kind == "verb":
            self._audience(found, argument)
        elif preposition in _TARGET or (preposition in _PLACE_PREPOSITIONS and frame.type == EventType.CONSULT):
            self._take(found, argument, "target")

    def _audience(self, found: dict[int, str], argument: Token) -> None:
        """Those before whom somebody speaks or stands: "testified before the committee", "spoke before 500 workers"."""
        if kind_of(self._document, self._document.mention_at(argument)) not in (None, Kind.STATE):
            self._take(found, argument, "target")

    def _source(self, found: dict[int, str], verb: Token) -> None:
        """From whom somebody seeks or gets a thing: "asked for help from X", "received training from X"."""
        if verb.lemma_.lower() not in argument_words()["getting"]:
            return
        objects = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
        prepositions = (c for noun in objects for c in noun.children if c.dep_ == "prep" and c.lower_ == "from")
        for argument in (t for c in prepositions for p in c.children if p.dep_ == "pobj" for t in spread(p)):
            if self._document.mention_at(argument) is not None:
                self._take(found, argument, "target")

    def _content(self, found: dict[int, str], verb: Token) -> None:
        """Whom a demand, promise or threat concerns by its content: "demanded that X release", "vowed to help X"."""
        for clause in (c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.pos_ == "VERB"):
            inner = arguments(clause)
            whom = inner.targets if clause.dep_ == "xcomp" else [*inner.agents, *inner.targets]
            for argument in whom:
                if self._document.actor_at(argument) is not None:
                    self._take(found, argument, "target")
            for preposition, argument in inner.obliques:
                if preposition in _TARGET | _WITH and self._document.actor_at(argument) is not None:
                    self._take(found, argument, "target")

    def _behind_gerund(self, found: dict[int, str], verb: Token) -> None:
        """The doer of a passive behind a gerund that hangs on it: "was banned from trading by the Ministry"."""
        gerunds = [g for c in verb.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pcomp"]
        for preposition in (c for gerund in gerunds for t in gerund.subtree for c in t.children if c.lower_ == "by"):
            for noun in (c for c in preposition.children if c.dep_ == "pobj"):
                if self._document.actor_at(noun) is not None:
                    self._take(found, noun, "agent")

    def _of_what_is_done(self, found: dict[int, str], verb: Token) -> None:
        """Whom concerns what somebody decided or managed to do: "decided to treat his daughter"."""
        if verb.lemma_.lower() not in argument_words()["own_doing"]:
            return
        for clause in (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"):
            for argument in arguments(clause).targets:
                if self._document.actor_at(argument) is not None:
                    self._take(found, argument, "target")

    def _received(self, found: dict[int, str], verb: Token) -> dict[int, str]:
        """The parts of "X drew criticism from Y": Y does it to X."""
        givers: dict[int, str] = {}
        for noun in (c for c in verb.children if c.dep_ == "dobj"):
            for preposition in (c for host in (verb, noun) for c in host.children if c.lower_ == "from"):
                for argument in (t for c in preposition.children if c.dep_ == "pobj" for t in spread(c)):
                    self._take(givers, argument, "agent")
        return (
            {**{e: "target" if role == "agent" else role for e, role in found.items()}, **givers} if givers else found
        )

    def _holder(self, found: dict[int, str], args: Arguments) -> None:
        """In whose term of office something was done ("was agreed under President X"), where nobody else did it."""
        for preposition, argument in args.obliques:
            mention = self._document.mention_at(argument) if preposition == "under" else None
            if mention is not None and self._document.entities[mention.entities[0]].kind == Kind.PERSON:
                found.setdefault(mention.entities[0], "agent")

    def _where(self, found: dict[int, str], token: Token) -> None:
        """The state that a happening is told of by "where": "Norland, where a war is underway"."""
        clause = token.head if token.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") else token
        if clause.dep_ == "relcl" and any(c.lower_ == "where" for c in clause.children) and self._is_state(clause.head):
            self._take(found, clause.head, "about")

    def _is_capital(self, token: Token) -> bool:
        mention = self._document.mention_at(token)
        return mention is not None and mention.form == "capital"

    def _is_state(self, token: Token) -> bool:
        mention = self._document.mention_at(token)
        named = mention is not None and mention.form != "capital"
        return named and mention is not None and self._document.entities[mention.entities[0]].kind == Kind.STATE

    def _note(self, found: dict[int, str], mention: Mention, role: str) -> None:
        for entity in mention.entities:
            if self._document.entities[entity].kind is not None:
                found.setdefault(entity, role)

    def _take(self, found: dict[int, str], token: Token, role: str) -> None:
        """The actors an argument names: itself, else those in its phrase ("Norland's sanctions", "ties with Sudia")."""
        mention = self._document.actor_at(token) or self._apposed(token)
        named = self._spelled_out(token, mention) if token.tag_ in ("NNS", "NNPS") else []
        if named:
            found.update({e: role for e in named if e not in found})
        elif mention is not None:
            self._note(found, mention, role)
        elif token.pos_ in ("NOUN", "PROPN"):
            self._inside(found, token, role, 2)
            if token.dep_ == "pobj" and token.head.lower_ == "of" and counted(token.head.head) == token:
                self._inside(found, token.head.head, role, 0)  # "Norland's spate of tests"

    def _person_behind_who(self, verb: Token, args: Arguments) -> Arguments:
        """The arguments with the person meant by a "who" that the parser hangs on a body: "A, envoy of X, who ..."."""
        who = [c for c in verb.children if c.lower_ == "who" and c.dep_ in ("nsubj", "nsubjpass")]
        if verb.dep_ != "relcl" or not who:
            return args
        noun = verb.head
        while kind_of(self._document, self._document.mention_at(noun)) != Kind.PERSON:
            if noun.dep_ not in ("pobj", "prep", "appos", "compound") or noun.head == noun:
                return args
            noun = noun.head
        passive = is_passive(verb)
        agents, targets = ([], [noun]) if passive else ([noun], args.targets)
        return Arguments(agents, targets, args.obliques) if noun != verb.head else args

    def _spelled_out(self, noun: Token, mention: Mention | None) -> list[int]:
        """The persons named behind a word for people: "three plaintiffs, A, B, and C", "two judges of X, A and B"."""
        if mention is not None and mention.form not in ("group", "demonym"):
            return []
        end = mention.end if mention is not None else noun.i + 1
        if any(c.dep_ == "nummod" for c in noun.children):
            behind = (c for host in (noun, noun.head) for c in host.children if c.dep_ == "prep" and c.i > noun.i)
            complement = {t.i for c in behind for t in c.subtree}
            while end in complement and self._document.doc[end].text != ",":
                end += 1
        found: list[int] = []
        for token in self._document.doc[end : end + _LONGEST_LIST]:
            other = self._document.mention_at(token)
            if other is not None and kind_of(self._document, other) == Kind.PERSON:
                found += other.entities
            elif token.text not in (",", "and", ":"):
                break
        return list(dict.fromkeys(found)) if len(set(found)) > 1 else []

    def _apposed(self, token: Token) -> Mention | None:
        """The name that a noun stands in apposition to: "Anna Berg, a candidate who fled"."""
        return self._document.mention_at(token.head) if token.dep_ == "appos" else None

    def _inside(self, found: dict[int, str], noun: Token, role: str, depth: int) -> None:
        for child in noun.children:
            if child.dep_ == "acl" and depth and child.tag_ in ("VBG", "VBN"):
                self._in_clause(found, child, role)
            mention = self._document.mention_at(child)
            if child.dep_ in _MODIFIERS and mention is not None:
                self._note(found, mention, role)
            elif child.dep_ == "compound" and child.lower_ == "government":
                home = home_state(self._document, certain=True)  # "a government order"
                if home is not None:
                    found.setdefault(home, role)
            elif child.dep_ in ("compound", "nmod"):
                self._adjectives(found, child, role)
            elif (
                child.dep_ == "prep"
                and (child.lower_ in _WITHIN or (role == "agent" and child.lower_ == "from"))
                and depth
            ):
                part = {"by": "agent", "in": "about"}.get(child.lower_, role)
                if role == "agent" and child.lower_ in _GOAL:
                    part = "target"  # "X's trip to Y ended": Y did nothing
                for argument in (p for c in child.children if c.dep_ == "pobj" for p in [c, *c.conjuncts]):
                    inner = self._document.mention_at(argument)
                    if inner is not None and self._document.entities[inner.entities[0]].kind is not None:
                        self._note(found, inner, part)
                    elif argument.pos_ == "NOUN":
                        self._inside(found, argument, role, depth - 1)

    def _adjectives(self, found: dict[int, str], noun: Token, role: str) -> None:
        """The states named before a noun that itself stands before another: "a Norlandish air base camp"."""
        for token in noun.subtree:
            mention = self._document.mention_at(token)
            if token.dep_ in _MODIFIERS and kind_of(self._document, mention) == Kind.STATE and mention is not None:
                self._note(found, mention, role)

    def _in_clause(self, found: dict[int, str], verb: Token, role: str) -> None:
        """The actors in what a participle says of a noun: "a letter urging X to resign", "a ban imposed by Y"."""
        args = arguments(verb)
        others = [t for preposition, t in args.obliques if preposition in ("on", "against", "to")]
        for argument in [*(args.targets if verb.tag_ == "VBG" else args.agents), *others]:
            if self._document.mention_at(argument) is not None:
                self._take(found, argument, role)
