"""Actors for those who speak without a name: "a survivor of the crash", "the farmers' unions", "a court decision"."""

from generator.language.description_words import knowledge as descriptions
from generator.language.document import Document, Entity, Mention, RoleMention
from generator.language.frame_files import read_classes
from generator.language.parse import Token
from generator.language.speech_documents import Speakers
from generator.language.speech_verbs import is_document, knowledge
from generator.model import Kind

_SPEAKING_CLASSES = {
    Kind.PERSON: ("person", "diplomat", "observer", "protester", "worker", "refugee"),
    Kind.ORGANISATION: ("organisation", "body", "company", "media", "bloc"),
}
"""Classes of `classes.yml` whose nouns may speak, by the kind of actor they are."""


_LOOK_BACK = 80
"""Tokens. How far before "the company" its name may stand."""


class UnnamedSpeakers:
    """Adds actors to a document for nouns that speak and name nobody known."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._doc = document.doc
        self._owned: dict[str, int] = {}
        """Name with whose it is ("Ana Berg's uncle") to entity."""

    def of(self, noun: Token, spoken: bool) -> Speakers:
        """A new actor for a noun that may speak, or for the body before a document's noun: "a court decision"."""
        if not is_document(noun):
            return self._new(noun, spoken)
        bodies = [c for c in noun.children if c.dep_ in ("compound", "poss")]
        return next((found for c in bodies if (found := self._new(c))), ())

    def _new(self, noun: Token, spoken: bool = False) -> Speakers:
        """A new actor for somebody without a name who speaks: "a survivor of the crash", "local shopkeepers"."""
        kind = _kind_of(noun.lemma_.lower(), spoken)
        if noun.pos_ != "NOUN" or kind is None or self._document.mention_at(noun) is not None:
            return ()
        if any(c.lower_ in ("no", "neither") for c in noun.children) or noun.lower_ in descriptions()["further_ones"]:
            return ()  # "No group has claimed the attack"
        if noun.lemma_.lower() in descriptions()["editions"] and (meant := self._publisher_of(noun)):
            return meant
        if kind == Kind.ORGANISATION and (meant := self._name_behind(noun) or self._body_before(noun)):
            return meant
        if kind == Kind.PERSON and (meant := self.represented(noun)):
            return meant
        start, end = self._name_span(noun)
        plural = noun.tag_ == "NNS"
        text = self._document.text[self._doc[start].idx : self._doc[end - 1].idx + len(self._doc[end - 1].text)]
        whose = None if plural else self._whose(noun, start, kind)
        name = text if whose is None else f"{self._document.entities[whose].name}'s {text}"
        index = self._owned.get(name) if whose is not None else None
        if index is None:
            roles = [RoleMention(text, whose, start, end)] if kind == Kind.PERSON and not plural else []
            self._document.entities.append(Entity(name, Kind.GROUP if plural else kind, plural=plural, roles=roles))
            index = len(self._document.entities) - 1
        if whose is not None:
            self._owned[name] = index
            self._document.entities[index].aliases |= {text, *self._with_possessor(noun, end)}
        self._document.add(Mention(start, end, noun.i, "group", text, (index,)))
        return (index,)

    def represented(self, noun: Token) -> Speakers:
        """For whom somebody without a name speaks: "a spokeswoman for Anna Berg", "a Guild spokesman", "a reporter for
        the Herald"."""
        lemma = noun.lemma_.lower()
        whose = [c for c in noun.children if c.dep_ in ("compound", "nmod", "poss")]
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("for", "of", "from", "with", "at"):
                whose += [p for p in child.children if p.dep_ == "pobj"]
        if lemma in knowledge()["spokespeople"]:
            kinds = frozenset((Kind.PERSON, Kind.ORGANISATION, Kind.STATE))
        elif lemma in knowledge()["envoys"] and noun.tag_ == "NN":
            kinds = frozenset((Kind.ORGANISATION,))
        else:
            return ()
        for owner in whose:
            mention = self._document.actor_at(owner)
            named = mention is not None and mention.form not in ("adjective", "combining", "pronoun")
            if mention is not None and named and self._document.entities[mention.entities[0]].kind in kinds:
                return mention.entities[:1]
        return ()

    def _with_possessor(self, noun: Token, end: int) -> set[str]:
        """The words with the name before them, as the text has them: "Berg's uncle"; none behind a pronoun."""
        possessor = next(c for c in noun.children if c.dep_ == "poss")
        mention = self._document.mention_at(possessor)
        return set() if mention is None or possessor.pos_ == "PRON" else {self._doc.span(mention.start, end).text}

    def _whose(self, noun: Token, start: int, kind: Kind) -> int | None:
        """The state of a body, the person of a person, told by a possessive: "Norland's upper house", "her uncle"."""
        possessor = next((c for c in noun.children if c.dep_ == "poss" and c.i < start), None)
        mention = self._document.mention_at(possessor) if possessor is not None else None
        if mention is None or len(mention.entities) > 1:
            return None
        wanted = Kind.PERSON if kind == Kind.PERSON else Kind.STATE
        return mention.entities[0] if self._document.entities[mention.entities[0]].kind == wanted else None

    def _name_span(self, noun: Token) -> tuple[int, int]:
        """The words that tell one unnamed speaker from another: "local shopkeepers", "farmers' unions"."""
        start, end = noun.i, noun.i + 1
        while start > noun.left_edge.i and self._doc[start - 1].pos_ in ("ADJ", "NOUN", "PROPN"):
            start -= 1
        owner = next((c for c in noun.children if c.dep_ == "poss" and c.pos_ == "NOUN"), None)
        if owner is not None and self._document.mention_at(owner) is None and owner.i < start <= owner.i + 2:
            start = owner.i
        if end + 1 < len(self._doc) and self._doc[end].text == "-" and not self._doc[end - 1].whitespace_:
            end += 2  # "secretary-general"
        return start, end

    def _name_behind(self, noun: Token) -> Speakers:
        """The body named right behind its common noun: "the human rights organisation Harbour Watch"."""
        mention = self._document.mention_at(noun.i + 1) if noun.i + 1 < len(self._doc) else None
        if mention is None or mention.form not in ("name", "acronym"):
            return ()
        body = self._document.entities[mention.entities[0]].kind == Kind.ORGANISATION
        owning = mention.end < len(self._doc) and self._doc[mention.end].tag_ == "POS"
        return mention.entities[:1] if body and not owning else ()

    def _publisher_of(self, noun: Token) -> Speakers:
        """The body whose edition or service a noun means: "the Monday edition of the Gazette", "its Sudian service"."""
        behind = [n for c in noun.children if c.lower_ in ("of", "for", "at") for n in c.children]
        for word in (*(c for c in noun.children if c.dep_ in ("poss", "compound", "nmod")), *behind):
            mention = self._document.mention_at(word)
            if mention is not None and self._document.entities[mention.entities[0]].kind == Kind.ORGANISATION:
                return mention.entities[:1]
        return ()

    def _body_before(self, noun: Token) -> Speakers:
        """The body that acted last before "the company", "the newspaper": its name is told, not repeated."""
        told = any(c.dep_ in ("amod", "compound", "nmod", "poss", "prep") for c in noun.children)
        if noun.tag_ != "NN" or told or not any(c.lower_ == "the" for c in noun.children):
            return ()
        first = noun.sent.start - 1
        for i in range(noun.i - 1, max(0, noun.i - _LOOK_BACK), -1):
            mention = self._document.mention_at(i)
            named = mention is not None and mention.form == "name" and self._doc[i].dep_ in ("nsubj", "appos")
            if mention is not None and named and i <= first and self._document.quotation_at(self._doc[i].idx) is None:
                entity = self._document.entities[mention.entities[0]]
                if entity.kind == Kind.ORGANISATION:
                    return mention.entities
        return ()


def _kind_of(lemma: str, spoken: bool) -> Kind | None:
    """The kind of actor that a noun names, by its class; what speaks and is of no class of things is a body."""
    for kind, classes in _SPEAKING_CLASSES.items():
        if any(_is_in_class(lemma, name) for name in classes):
            return kind
    if lemma in knowledge()["voices"]:
        return Kind.PERSON
    thing = any(_is_in_class(lemma, name) for name in knowledge()["silent"])
    return Kind.ORGANISATION if spoken and not thing else None


def _is_in_class(lemma: str, name: str) -> bool:
    """Whether a word alone is of a class of `classes.yml`."""
    return any(len(entry.words) == 1 for entry in read_classes()[name].get(lemma, ()))
