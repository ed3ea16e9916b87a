"""Whose words a statement, report, letter or ruling carries: its owner's, its issuer's, or whose was told before."""

from functools import cache

from generator.language.arguments import is_passive, subject_of
from generator.language.coordination import spread
from generator.language.document import Document, Mention
from generator.language.parse import Token
from generator.language.speech_verbs import is_document, knowledge

_BY = ("by", "from", "of", "among")
_ABOUT = ("on", "upon", "about", "to", "against", "over", "regarding", "concerning")
_LOOK_BACK = 4
"""Sentences. How far back the statement stands that "the statement" means."""
_LOOK_FAR = 30
"""Sentences. How far back stands what another word of the same family names: the lawsuit of "the complaint"."""

Speakers = tuple[int, ...]
"""Positions in `Document.entities`; empty where nobody is found."""


@cache
def _families() -> dict[str, frozenset[str]]:
    """Each word for a document with all that can name the same one, and the verbs by which it comes about."""
    found: dict[str, frozenset[str]] = {}
    for family in knowledge()["document_families"]:
        for word in family["nouns"]:
            found[word] = found.get(word, frozenset()) | frozenset(family["nouns"])
    return found


@cache
def _makers() -> dict[str, frozenset[str]]:
    """Each word for a document with the verbs whose subject is its author: a ruling is theirs who ruled."""
    found: dict[str, frozenset[str]] = {}
    for family in knowledge()["document_families"]:
        for word in family["nouns"]:
            found[word] = found.get(word, frozenset()) | frozenset(family.get("verbs", ()))
    return found


class DocumentAuthors:
    """Finds the authors of statements, reports and the like in a document whose actors are known."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._doc = document.doc

    def of(self, noun: Token, look_back: bool = True) -> Speakers:
        """The authors of what a noun names; nobody where it names no document, or nothing tells.

        `look_back`: earlier sentences may tell, too.
        """
        if not is_document(noun):
            return ()
        if look_back and any(c.tag_ == "PRP$" for c in noun.children) and (found := self._issued_before(noun)):
            return found
        if found := self._writers_of(noun) or self._in_phrase(noun):
            return found
        look_back &= not (noun.tag_ == "NNS" and any(c.lower_ in knowledge()["press"] for c in noun.children))
        if noun.lemma_.lower() in knowledge()["containers"]:
            return ()
        if noun.tag_ == "NNS" and noun.lemma_.lower() in knowledge()["postings"]:
            return self._place_of(noun)
        if noun.dep_ in ("dobj", "nsubjpass", "pobj") and (issuers := self._issuers(noun)):
            return issuers
        indefinite = any(c.lower_ in ("a", "an", "another") for c in noun.children)
        return self._issued_before(noun) if look_back and not indefinite else ()

    def _in_phrase(self, noun: Token) -> Speakers:
        """The author whom the noun's own phrase names: "Norland's report", "a report by", "a report published by"."""
        for child in noun.children:
            beside = child.dep_ == "nsubj" and child.i == noun.i - 1  # "per WHO guidelines", parsed as a clause
            if child.dep_ in ("poss", "compound", "nmod", "amod") or beside:
                if child.tag_ == "PRP$" and self._has_unknown_issuer(noun):
                    continue
                mention = self._document.mention_at(child)
                if mention is not None and (child.dep_ == "poss" or self._can_author(mention)):
                    return mention.entities
                if mention is None and (meant := self._body_meant(child)):
                    return meant
            if child.dep_ in ("prep", "agent") and child.lower_ in _BY:
                below = [p for p in child.children if p.dep_ == "pobj"]
                below += [q for p in below for c in p.children if c.lower_ == "by" for q in c.children]  # "of X by Y"
                for owner in (t for p in below for t in spread(p)):
                    if (mention := self._document.actor_at(owner)) is not None and self._can_author(mention):
                        return mention.entities
            if child.dep_ in ("acl", "relcl") and self._issues(child) and is_passive(child):
                agents = [t for c in child.children if c.dep_ == "agent" for p in c.children for t in spread(p)]
                if found := self._actors(agents):
                    return found
        return ()

    def _writers_of(self, noun: Token) -> Speakers:
        """Those whom the article calls the authors of the report that "the report" means."""
        if noun.lemma_.lower() not in _families() or not any(c.lower_ == "the" for c in noun.children):
            return ()
        for mention in self._document.mentions:
            head = self._doc[mention.head]
            if mention.form not in ("group", "description") or head.lemma_.lower() not in knowledge()["writers"]:
                continue
            owners = [c for c in head.children if c.dep_ == "poss"]
            owners += [p for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children]
            if any(o.lemma_.lower() == noun.lemma_.lower() for o in owners) and self._can_author(mention):
                return mention.entities
        return ()

    def _place_of(self, noun: Token) -> Speakers:
        """The site or board on which many left what a plural names: "posts on the message board of X"."""
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("on", "at", "in"):
                named = (self._document.mention_at(t) for t in child.subtree)
                found = [m for m in named if m is not None and m.form == "name" and self._can_author(m)]
                if found:
                    return found[-1].entities
        return ()

    def _has_unknown_issuer(self, noun: Token) -> bool:
        """Whether "their" means a subject that is no known actor: "the team posted their findings"."""
        verb = noun.head
        subject = subject_of(verb) if noun.dep_ == "dobj" and verb.pos_ == "VERB" else []
        return bool(subject) and all(t.pos_ == "NOUN" and self._document.actor_at(t) is None for t in subject)

    def _body_meant(self, modifier: Token) -> Speakers:
        """The actor that the text called by a modifier's noun before: the government of "government reports"."""
        if modifier.pos_ != "NOUN" or modifier.dep_ != "compound":
            return ()
        for mention in reversed(self._document.mentions):
            head = self._doc[mention.head]
            described = mention.form in ("description", "group", "name") and head.i < modifier.i
            if described and head.lemma_.lower() == modifier.lemma_.lower() and self._can_author(mention):
                return mention.entities
        return ()

    def _can_author(self, mention: Mention) -> bool:
        return self._document.entities[mention.entities[0]].kind is not None and mention.form != "combining"

    def _issues(self, verb: Token) -> bool:
        return verb.pos_ == "VERB" and verb.lemma_.lower() in knowledge()["issuing"]

    def _issuers(self, noun: Token) -> Speakers:
        """Who does the issuing, if the noun is what a verb like "release" has for object."""
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if not self._issues(verb) or (noun.dep_ == "pobj" and noun.head.lower_ in _ABOUT):
            return ()
        if is_passive(verb):
            agents = [t for c in verb.children if c.dep_ == "agent" for p in c.children for t in spread(p)]
            return self._actors(agents)
        return self._actors([t for t in subject_of(verb) if t != noun])

    def _actors(self, tokens: list[Token]) -> Speakers:
        found: dict[int, None] = {}
        for token in tokens:
            mention = self._document.actor_at(token)
            if mention is not None and mention.form not in ("adjective", "combining") and self._can_author(mention):
                found.update(dict.fromkeys(mention.entities))
            elif mention is None or not self._can_author(mention):
                found.update(dict.fromkeys(self.of(token, look_back=False)))
        return tuple(found)

    def _issued_before(self, noun: Token) -> Speakers:
        """Who issued what "the statement" means: the nearest of the same word, else of a word for the same thing."""
        lemma = noun.lemma_.lower()
        return self._nearest(noun, frozenset((lemma,)), frozenset(), _LOOK_BACK) or self._nearest(
            noun, _families().get(lemma, frozenset()), _makers().get(lemma, frozenset()), _LOOK_FAR
        )

    def _nearest(self, noun: Token, nouns: frozenset[str], verbs: frozenset[str], sentences: int) -> Speakers:
        left = sentences
        for i in range(noun.i - 1, -1, -1):
            token = self._doc[i]
            lemma = token.lemma_.lower()
            if lemma in nouns and (found := self.of(token, look_back=False)):
                return found
            if lemma in verbs and self._is_told(token) and (found := self._actors(subject_of(token))):
                return found
            left -= token.is_sent_start is True
            if left < 0:
                break
        return ()

    def _is_told(self, verb: Token) -> bool:
        """Whether the article itself tells, in a main clause, that somebody did it."""
        main = verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
        return main and verb.pos_ == "VERB" and not is_passive(verb) and self._document.quotation_at(verb.idx) is None
