"""Each article by what its language allows: all that rules of English find, names alone, or nothing but a notice."""

from collections.abc import Mapping

from babel import Locale

from generator import distil as english
from generator import language as pipelines_of
from generator.articles.languages import may_be_english
from generator.distil.foreign_names import foreign_actors
from generator.language.foreign import ForeignPipeline, load_foreign
from generator.language.pipeline import Pipeline
from generator.model import Article, Distillate, Source

ENGLISH = "en"


class DistilByLanguage:
    """Distils articles; a language pipeline is loaded when the first article needs it.

    `pipeline` is another spaCy pipeline for English than the one installed along; `others` names those for other
    languages, by ISO 639-1 code.
    """

    def __init__(self, pipeline: str | None = None, others: Mapping[str, str] | None = None) -> None:
        self._name = pipeline
        self._others = dict(others or {})
        self._english: Pipeline | None = None
        self._loaded: dict[str, ForeignPipeline] = {}

    def __call__(self, article: Article) -> Distillate:
        """What one article says; of an article that cannot be read, the source with a notice that says so.

        Raises PipelineError where a pipeline that the settings name cannot be used.
        """
        language = language_of(article.source)
        if language == ENGLISH:
            return english.distil(article, self._english_pipeline())
        if language in self._others:
            return self._names_alone(article, language)
        return Distillate(source=article.source.model_copy(update={"notice": unread(language)}))

    def _names_alone(self, article: Article, language: str) -> Distillate:
        if language not in self._loaded:
            self._loaded[language] = load_foreign(language, self._others[language])
        source = article.source.model_copy(update={"notice": names_alone(language)})
        return Distillate(source=source, actors=foreign_actors(source, self._loaded[language].names(article)))

    def _english_pipeline(self) -> Pipeline:
        if self._english is None:
            self._english = pipelines_of.load_pipeline(self._name)
        return self._english


def language_of(source: Source) -> str | None:
    """The language that an article is mainly in; None where it is none that can be told."""
    if source.language not in (None, ENGLISH):
        return source.language
    return ENGLISH if may_be_english(source.text) else None


def unread(language: str | None) -> str:
    """What readers are told of an article that cannot be read."""
    if language is None:
        return "The language of this article could not be recognised: no fact was drawn from it."
    return f"This article is in {language_name(language)}, which cannot be read here: no fact was drawn from it."


def names_alone(language: str) -> str:
    """What readers are told of an article of which names are read, and nothing else."""
    return (
        f"This article is in {language_name(language)}, of which names alone can be read here: no event, statement or "
        "other fact was drawn from it."
    )


def language_name(code: str) -> str:
    """The English name of a language; the code itself in quotation marks where it is not known."""
    name = Locale("en").languages.get(code)
    return str(name) if name else f"the language “{code}”"
