"""Copies and relays of one report are one origin, however many articles there are."""

from collections.abc import Sequence

import pytest

from generator.assess.copies import copied_texts
from generator.assess.grading import grade
from generator.assess.outlets import Outlets
from generator.assess.relays import relays_of
from generator.assess.weight import independent
from generator.model import Event, Source
from tests.assess.briefs import brief, event, source

LEAD = "Norland shelled the harbour of Port Ilsa before dawn and set two warehouses and a grain store on fire."
PARAGRAPHS = [
    f"{LEAD} Fire crews from four towns fought the flames until noon, when the wind turned and cleared the bay.",
    "The harbour master, Anna Berg, said that no ship had been hit. Pilots had moved three freighters out to sea on "
    "Sunday evening after a warning from the coastguard of Sudia.",
    "Insurers raised the price of cover for the bay within hours, and the grain terminal will stay shut until the "
    "cranes have been looked at by engineers.",
]
STORY = "\n\n".join(["Port Ilsa shelled", *PARAGRAPHS])
OTHER = """Shells on the bay

Gunners in Norland opened up on Port Ilsa at five in the morning. People in the old town ran for the cellars.

A teacher said she had counted forty blasts before the power went out. Shops were open again in the afternoon.
"""


def origins(sources: Sequence[Source], told: Event) -> list[tuple[str | None, list[str]]]:
    (graded,) = grade(brief(sources, [told])).events
    assert graded.assessment
    return [(origin.name, origin.sources) for origin in graded.assessment.origins]


def relayed(text: str, publisher: str | None = None) -> list[str]:
    one = source("a", f"Headline\n\n{text}", publisher=publisher)
    return [relay.outlet.name for relay in relays_of(one, Outlets([one]))]


def test_a_text_that_nearly_repeats_an_earlier_one_is_its_copy() -> None:
    first = source("z-first", STORY, published="2031-05-02")
    later = source("a-later", STORY.replace("Port Ilsa shelled", "Harbour on fire").replace("noon", "midday"))
    other = source("other", OTHER, published="2031-05-01")
    assert copied_texts([later, first, other]) == {"a-later": "z-first"}
    assert copied_texts([other, first, later]) == {"a-later": "z-first"}


def test_of_copies_of_one_day_the_smaller_id_is_the_original() -> None:
    copies = [source(i, STORY, published="2031-05-02") for i in ("c", "b", "a")]
    assert copied_texts(copies) == {"b": "a", "c": "a"}


def test_a_shortened_copy_is_a_copy() -> None:
    shortened = STORY.rsplit("\n\n", 1)[0]
    assert copied_texts([source("long", STORY, published="2031-05-01"), source("short", shortened)]) == {
        "short": "long"
    }


def test_articles_on_the_same_news_in_their_own_words_are_no_copies() -> None:
    assert copied_texts([source("a", STORY), source("b", OTHER)]) == {}


def test_a_copy_adds_no_origin() -> None:
    sources = [source("a", STORY), source("b", STORY), source("c", OTHER)]
    told = event(sources, {"a": LEAD, "b": LEAD, "c": "Gunners in Norland opened up on Port Ilsa"})
    assert origins(sources, told) == [(None, ["a", "b"]), (None, ["c"])]
    graded = grade(brief(sources, [told]))
    assert [one.copy_of for one in graded.sources] == [None, "a", None]
    assert independent(graded.events[0]) == 2


def test_the_order_of_the_sources_changes_nothing() -> None:
    sources = [source("a", STORY), source("b", STORY), source("c", OTHER)]
    told = event(sources, {"a": LEAD, "b": LEAD, "c": "Gunners in Norland opened up on Port Ilsa"})
    assert origins(sources[::-1], told) == origins(sources, told)


def test_one_copied_passage_makes_two_articles_one_origin_of_what_it_tells() -> None:
    sources = [source("a", STORY), source("b", f"{OTHER}\n\n{LEAD.replace('before dawn', 'early')}")]
    told = event(sources, {"a": LEAD, "b": "set two warehouses and a grain store on fire"})
    assert copied_texts(sources) == {}
    assert origins(sources, told) == [(None, ["a", "b"])]


def test_the_same_words_quoted_by_two_reporters_are_no_copied_passage() -> None:
    speech = "“We did not hear a single shell before dawn, and then the sky over the whole bay was red”"
    sources = [source("a", f"A\n\nAnna Berg said: {speech}."), source("b", f"B\n\n{speech}, the harbour master said.")]
    told = event(sources, {"a": f"Anna Berg said: {speech}", "b": f"{speech}, the harbour master said"})
    assert len(origins(sources, told)) == 2


def test_what_was_told_to_one_outlet_is_one_origin_with_the_outlet_itself() -> None:
    sources = [
        source("agency", "Shelling\n\nGunners fired on Port Ilsa, officials said on Monday.", publisher="Reuters"),
        source("daily", "Shelling\n\nNorland shelled Port Ilsa, an official told Reuters.", author="Jonas Feld"),
        source(
            "portal",
            "Port hit\n\nPort Ilsa was hit, according to the Reuters news agency.",
            publisher="Port Lisse Herald",
        ),
        source("radio", "Shells\n\nOur correspondent saw Port Ilsa come under fire.", publisher="Radio Tarn"),
    ]
    told = event(
        sources,
        {
            "agency": "Gunners fired on Port Ilsa",
            "daily": "Norland shelled Port Ilsa",
            "portal": "Port Ilsa was hit",
            "radio": "saw Port Ilsa come under fire",
        },
    )
    assert origins(sources, told) == [("Reuters", ["agency", "daily", "portal"]), (None, ["radio"])]


def test_an_article_that_retells_a_relayed_report_in_its_own_words_does_not_count_twice() -> None:
    aggregator = source(
        "aggregator",
        "Norland and Sudia sign pact\n\nNorland and Sudia have signed a pact, a turn in their relations.\n\n"
        "The leaders signed the pact in a rare meeting that could change the balance in the bay.\n\n"
        "Officials previously told NBC News that such a pact could free the straits for trade.",
    )
    broadcaster = source("broadcaster", "Pact signed\n\nThe pact was signed at noon.", publisher="NBC News")
    witness = source("witness", "Two pens\n\nI saw the two leaders sign the pact.", publisher="Port Lisse Herald")
    quotes = "Norland and Sudia have signed a pact|The leaders signed the pact"
    alone = event([aggregator], {"aggregator": quotes})
    assert origins([aggregator], alone) == [(None, ["aggregator"])]
    sources = [aggregator, broadcaster, witness]
    told = event(
        sources,
        {"aggregator": quotes, "broadcaster": "The pact was signed", "witness": "the two leaders sign the pact"},
    )
    assert origins(sources, told) == [(None, ["aggregator", "broadcaster"]), (None, ["witness"])]


def test_a_signed_article_that_relays_an_outlet_elsewhere_stands_for_itself() -> None:
    text = "Shelling\n\nI saw shells fall on Port Ilsa.\n\nGrain prices rose, Reuters reported on Monday."
    sources = [
        source("a", text, author="Jonas Feld"),
        source("b", "Shells\n\nPort Ilsa was shelled, Reuters reported."),
        source("c", text.replace("I saw shells fall on", "In the evening guns fired at")),
    ]
    told = event(sources, {"a": "I saw shells fall", "b": "Port Ilsa was shelled", "c": "guns fired at Port Ilsa"})
    assert origins(sources, told) == [("Reuters", ["b", "c"]), (None, ["a"])]


def test_articles_of_one_publisher_are_one_origin() -> None:
    sources = [
        source("a", "A\n\nGunners fired on Port Ilsa.", publisher="Port Lisse Herald"),
        source("b", "B\n\nShells fell on Port Ilsa.", publisher="The Port Lisse Herald".removeprefix("The ")),
    ]
    told = event(sources, {"a": "Gunners fired", "b": "Shells fell"})
    assert origins(sources, told) == [(None, ["a", "b"])]


def test_a_dateline_of_an_agency_makes_the_whole_article_its_report() -> None:
    sources = [
        source("a", "Shelling\n\nPORT ILSA (AFP) - Shells fell on the harbour.\n\nFour people were hurt."),
        source("b", "Shelling\n\nFour people were hurt, AFP said."),
    ]
    told = event(sources, {"a": "Four people were hurt", "b": "Four people were hurt"})
    assert origins(sources, told) == [("Agence France-Presse", ["a", "b"])]


def test_only_what_the_passages_with_the_fact_pass_on_rests_on_another_outlet() -> None:
    text = (
        "Headline\n\nThe town is quiet.\n\nThe port was shut by Gen. Berg. He spoke to Dr. Feld, Reuters said.\n\n"
        "Our reporter saw the closed gates of the port.\n\nIn the old town bread ran out. “We wait,” a baker told AFP."
    )
    sources = [source("a", text)]

    def name(quote: str) -> str | None:
        ((found, _),) = origins(sources, event(sources, {"a": quote}))
        return found

    assert name("He spoke to Dr. Feld") == "Reuters"
    assert name("The port was shut by Gen. Berg") == "Reuters"
    assert name("The port was shut by Gen. Berg|the closed gates of the port") is None
    assert name("bread ran out") == "Agence France-Presse"
    assert name("The town is quiet") is None


def test_a_headline_need_not_say_whose_report_the_article_passes_on() -> None:
    sources = [source("a", "Port shut\n\nThe port is shut.\n\nThe gates were closed, Reuters reported.")]
    told = event(sources, {"a": "Port shut|The port is shut|The gates were closed"})
    assert origins(sources, told) == [("Reuters", ["a"])]


def test_state_media_without_a_name_are_one_origin_with_the_agency_of_that_state() -> None:
    sources = [
        source("a", "A\n\nThe ship sank, North Korean state media reported."),
        source("b", "B\n\nThe vessel went down, according to KCNA."),
        source("c", "C\n\nThe boat was lost, Norlandic state television said on Monday."),
    ]
    told = event(sources, {"a": "The ship sank", "b": "The vessel went down", "c": "The boat was lost"})
    assert origins(sources, told) == [("KCNA", ["a", "b"]), ("Norlandic state media", ["c"])]


@pytest.mark.parametrize(
    "text",
    [
        "An official told Reuters that the port was shut.",
        "In an interview with Reuters, Anna Berg spoke of peace.",
        "The port was shut, Reuters reported on Monday.",
        "The port was shut, according to the news agency Reuters.",
        "The port was shut, reported Reuters.",
        "The Reuters news agency has also said that the port was shut.",
        "Reuters, citing two officials, reported that the port was shut.",
        "Anna Berg, quoted by Reuters, spoke of peace.",
        "Speaking to Jonas Feld of Reuters, she spoke of peace.",
    ],
)
def test_an_outlet_whose_report_is_passed_on_is_found(text: str) -> None:
    assert relayed(text) == ["Reuters"]


@pytest.mark.parametrize(
    "text",
    [
        "Reuters moved its office to Port Ilsa.",
        "The minister sued Reuters over a photograph.",
        "Anna Berg said that the minister sued Reuters.",
        "The minister told the Atlantic Council that the port was shut.",
        "Anna Berg told the harbour board that the port was shut.",
        "The Ministry of Foreign Affairs said that the port was shut.",
        "The Port Lisse Post Office said that no letters came.",
        "It was the best of times, said the harbour master.",
    ],
)
def test_naming_an_outlet_is_not_relaying_it(text: str) -> None:
    assert relayed(text) == []


def test_what_an_outlet_was_told_itself_is_no_relay() -> None:
    assert relayed("An official told Reuters that the port was shut.", publisher="Thomson Reuters") == []


def test_an_outlet_that_no_list_has_is_known_by_its_name() -> None:
    assert relayed("The port was shut, the Port Lisse Gazette said.") == ["Port Lisse Gazette"]


def test_a_source_tells_whose_reports_it_passes_on() -> None:
    text = "A\n\nThe port was shut, Reuters reported. It was not, Anna Berg told NBC News. Reuters also said so."
    (graded,) = grade(brief([source("a", text)])).sources
    assert graded.relays == ["NBC News", "Reuters"]
