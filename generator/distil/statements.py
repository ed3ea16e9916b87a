"""Attributed speech and positions as statements."""

from generator.distil.timing import Timing
from generator.language.attribution import SpeechAct
from generator.language.document import Document, Mention
from generator.model import Statement, Status


def build_statements(
    document: Document, acts: list[SpeechAct], actor_ids: dict[int, str], timing: Timing
) -> list[Statement]:
    """One statement for each speech act; who is spoken about is every actor named in it but the speaker."""
    statements = []
    named = [(document.doc[mention.head].idx, mention) for mention in document.mentions]
    for act in acts:
        spans = sorted(set(act.spans))
        evidence = [document.evidence(start, end) for start, end in spans if document.text[start:end].strip()]
        if not evidence:
            continue
        speaker = next((actor_ids[s] for s in act.speakers if s in actor_ids), None)
        if speaker is None and act.speakers and not act.quoted:
            continue
        text = document.text[act.content[0] : act.content[1]].strip(" ,") if act.content else evidence[0].quote
        about = _about(named, spans, actor_ids, set(act.speakers))
        date = timing.date_of(act.verb, Status.OCCURRED, True) if act.verb is not None else None
        statements.append(
            Statement(id="", speaker=speaker, text=text, quoted=act.quoted, date=date, about=about, evidence=evidence)
        )
    return statements


def _about(
    named: list[tuple[int, Mention]], spans: list[tuple[int, int]], actor_ids: dict[int, str], speakers: set[int]
) -> list[str]:
    """Ids of the actors spoken of in the spans; `named` gives every mention with the offset of its head."""
    found: dict[str, None] = {}
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    for position, mention in named:
        if first <= position < last and any(start <= position < end for start, end in spans):
            for entity in mention.entities:
                if entity in actor_ids and entity not in speakers:
                    found[actor_ids[entity]] = None
    return list(found)
