"""States that the gazetteer does not know, told by what the article says of them: presidents, governments, armies.

Renamed, new, historical and unrecognised states are in the news before any list has them.
"""

from generator.language.description_words import knowledge
from generator.language.document import Document, Mention
from generator.language.parse import Doc
from generator.model import Kind


def recognise_states(document: Document) -> None:
    """Make states of the unknown names that stand where only a state's name does, and of those coordinated with one."""
    words = knowledge()
    offices, organs = set(words["state_offices"]), set(words["state_organs"])
    for mention in document.mentions:
        if _may_be_state(document, mention) and _is_governed(document, mention, offices, organs):
            _make_state(document, mention)
    for mention in document.mentions:  # "Norland and Sudia signed": what stands beside a state as its equal
        other = _coordinated(document, mention)
        state = other is not None and document.entities[other].kind == Kind.STATE and not document.entities[other].part
        if state and _acts(document, mention) and _may_be_state(document, mention):
            _make_state(document, mention)


def _may_be_state(document: Document, mention: Mention) -> bool:
    entity = document.entities[mention.entities[0]]
    one_word = mention.end - mention.start <= 2 and mention.form == "name"
    return one_word and not entity.known and not entity.sure and not entity.roles and entity.kind != Kind.STATE


def _make_state(document: Document, mention: Mention) -> None:
    entity = document.entities[mention.entities[0]]
    entity.kind, entity.sure = Kind.STATE, True


def _is_governed(document: Document, mention: Mention, offices: set[str], organs: set[str]) -> bool:
    """ "The president of X", "President Ana Brandt of X", "X's government", "the government of X"."""
    doc = document.doc
    before = mention.start - 1
    if before > 0 and doc[before].lower_ == "of":
        holder = document.mention_at(before - 1)
        if holder is not None and document.entities[holder.entities[0]].kind == Kind.PERSON:
            return _office_before(doc, holder.start, offices)
        return doc[before - 1].lemma_.lower() in offices | organs
    if mention.end < len(doc) and doc[mention.end].tag_ == "POS":
        return any(
            t.lemma_.lower() in offices | organs for t in doc[mention.end + 1 : mention.end + 4] if t.head.i >= t.i
        )
    return False


def _office_before(doc: Doc, start: int, offices: set[str]) -> bool:
    return any(t.lemma_.lower().removesuffix("s") in offices for t in doc[max(0, start - 2) : start])


def _acts(document: Document, mention: Mention) -> bool:
    """Whether a name, alone or in a list, stands where somebody who acts does: not in "the sea between X and Y"."""
    head = document.doc[mention.head]
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in ("nsubj", "nsubjpass", "poss") or (head.dep_ == "pobj" and head.head.lower_ == "by")


def _coordinated(document: Document, mention: Mention) -> int | None:
    """The entity named right beside a mention with only "and" between."""
    doc = document.doc
    for i, step in ((mention.start - 1, -1), (mention.end, 1)):
        if 0 < i < len(doc) - 1 and doc[i].lower_ == "and":
            other = document.mention_at(i + step)
            if other is not None and other.form in ("name", "acronym") and len(other.entities) == 1:
                return other.entities[0]
    return None
