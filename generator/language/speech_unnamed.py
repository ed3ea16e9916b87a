"""Actors for those who speak without a name: "a survivor of the crash", "the farmers' unions", "a court decision"."""

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
        if kind == Kind.ORGANISATION and (meant := self._body_before(noun)):
            return meant
        start, end = self._name_span(noun)
        plural = noun.tag_ == "NNS"
        text = self._document.text[self._doc[start].idx : self._doc[end - 1].idx + len(self._doc[end - 1].text)]
        roles = [RoleMention(text, None, start, end)] if kind == Kind.PERSON and not plural else []
        self._document.entities.append(Entity(text, Kind.GROUP if plural else kind, plural=plural, roles=roles))
        index = len(self._document.entities) - 1
        self._document.add(Mention(start, end, noun.i, "group", text, (index,)))
        return (index,)

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
