"""What the machine knows about actors in general, asked as the rest of the program asks it."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.gazetteer import Gazetteer, load
from generator.language.gazetteer_entries import KNOWLEDGE, Actor, read_actors
from generator.model import Kind

GAZETTEER = load()


def found(text: str) -> list[tuple[str, str]]:
    """The words found in a text, and whom they name or stand for."""
    return [
        (text[start:end], known.of or known.name if known.form in ("capital", "seat") else known.name)
        for start, end, known in GAZETTEER.find(text)
    ]


def members() -> list[Actor]:
    """The member states of the United Nations."""
    return [
        actor for actor in read_actors(KNOWLEDGE) if actor.domain == "state" and actor.entry.member and not actor.of
    ]


class TestStates:
    def test_all_members_of_the_united_nations_are_there(self) -> None:
        assert len(members()) == 193

    @pytest.mark.parametrize("actor", members(), ids=lambda actor: actor.code)
    def test_each_is_found_by_name_adjective_and_capital(self, actor: Actor) -> None:
        entry = actor.entry
        named = GAZETTEER.lookup(entry.name)
        assert named is not None
        assert (named.name, named.kind, named.form) == (entry.name, Kind.STATE, "name")
        assert entry.adjective
        assert entry.capital
        for form in [*entry.adjective, *entry.capital]:
            known = GAZETTEER.lookup(form)
            assert known is not None
            if form not in entry.shares:
                assert entry.name in (known.name, known.of)

    @pytest.mark.parametrize(
        ("form", "name"),
        [
            ("US", "United States"),
            ("the U.S.", "United States"),
            ("USA", "United States"),
            ("America", "United States"),
            ("UNITED STATES", "United States"),
            ("United States of America", "United States"),
            ("UK", "United Kingdom"),
            ("Britain", "United Kingdom"),
            ("British", "United Kingdom"),
            ("DPRK", "North Korea"),
            ("the North", "North Korea"),
            ("The North", "North Korea"),
            ("Democratic People’s Republic of Korea", "North Korea"),
            ("North Korean", "North Korea"),
            ("Republic of Korea", "South Korea"),
            ("Russian Federation", "Russia"),
            ("Russia's", "Russia"),
            ("Islamic Republic of Iran", "Iran"),
            ("Syrian Arab Republic", "Syria"),
            ("Viet Nam", "Vietnam"),
            ("Cote d'Ivoire", "Ivory Coast"),
            ("Côte d’Ivoire", "Ivory Coast"),
            ("Burma", "Myanmar"),
            ("Holland", "Netherlands"),
            ("the Netherlands", "Netherlands"),
            ("mainland China", "China"),
            ("Mainland China", "China"),
            ("Emirati", "United Arab Emirates"),
            ("UAE", "United Arab Emirates"),
            ("Türkiye", "Turkey"),
            ("Turkey", "Turkey"),
            ("Swaziland", "Eswatini"),
            ("DR Congo", "Democratic Republic of the Congo"),
            ("Taiwanese", "Taiwan"),
            ("Kosovar", "Kosovo"),
            ("Palestinian", "Palestine"),
            ("Scottish", "Scotland"),
            ("Texan", "Texas"),
        ],
    )
    def test_other_names(self, form: str, name: str) -> None:
        known = GAZETTEER.lookup(form)
        assert known is not None
        assert (known.name, known.state) == (name, name)

    @pytest.mark.parametrize(
        ("form", "kind", "place", "actor"),
        [
            ("Kiev", "capital", "Kyiv", "Ukraine"),
            ("Pyongyang", "capital", "Pyongyang", "North Korea"),
            ("Washington, D.C.", "capital", "Washington", "United States"),
            ("the Kremlin", "seat", "Kremlin", "Russia"),
            ("White House", "seat", "White House", "United States"),
            ("Downing Street", "seat", "Downing Street", "United Kingdom"),
            ("Elysee", "seat", "Élysée", "France"),
            ("Blue House", "seat", "Blue House", "South Korea"),
            ("Zhongnanhai", "seat", "Zhongnanhai", "China"),
            ("Brussels", "seat", "Brussels", "European Union"),
            ("The Hague", "capital", "The Hague", "Netherlands"),
        ],
    )
    def test_capitals_and_seats_tell_the_place_and_whom_it_stands_for(
        self, form: str, kind: str, place: str, actor: str
    ) -> None:
        known = GAZETTEER.lookup(form)
        assert known is not None
        assert (known.form, known.name, known.of) == (kind, place, actor)

    def test_people_are_groups_of_their_state(self) -> None:
        hong_kongers = GAZETTEER.lookup("Hong Kongers")
        assert hong_kongers is not None
        assert (hong_kongers.kind, hong_kongers.form, hong_kongers.of) == (Kind.GROUP, "demonym", "Hong Kong")

    def test_an_adjective_leads_to_its_state(self) -> None:
        assert GAZETTEER.state_of_adjective("Ivorian") == "Ivory Coast"
        assert GAZETTEER.state_of_adjective("African") is None
        assert GAZETTEER.state_of_adjective("Russia") is None

    @pytest.mark.parametrize(
        "form", ["Georgia", "Jordan", "Chad", "Turkey", "Washington", "the North", "WHO", "AU", "Ford"]
    )
    def test_forms_that_often_mean_something_else_say_so(self, form: str) -> None:
        known = GAZETTEER.lookup(form)
        assert known is not None
        assert known.ambiguous

    @pytest.mark.parametrize("form", ["Russia", "Iran", "the Kremlin", "NATO", "Ukrainian"])
    def test_plain_forms_do_not(self, form: str) -> None:
        known = GAZETTEER.lookup(form)
        assert known is not None
        assert not known.ambiguous


class TestOrganisations:
    @pytest.mark.parametrize(
        ("form", "name", "state"),
        [
            ("UN", "United Nations", None),
            ("U.N.", "United Nations", None),
            ("WHO", "World Health Organization", None),
            ("World Health Organisation", "World Health Organization", None),
            ("Nato", "North Atlantic Treaty Organization", None),
            ("EU", "European Union", None),
            ("Group of Seven", "G7", None),
            ("the IMF", "International Monetary Fund", None),
            ("African Export–Import Bank", "African Export-Import Bank", None),
            ("Daesh", "Islamic State", None),
            ("al-Qaida", "Al-Qaeda", None),
            ("Duma", "State Duma", "Russia"),
            ("Knesset", "Knesset", "Israel"),
            ("IRGC", "Islamic Revolutionary Guard Corps", "Iran"),
            ("the Fed", "Federal Reserve", "United States"),
            ("Pentagon", "Department of Defense", "United States"),
        ],
    )
    def test_names_and_acronyms(self, form: str, name: str, state: str | None) -> None:
        known = GAZETTEER.lookup(form)
        assert known is not None
        assert (known.name, known.kind, known.domain, known.of) == (name, Kind.ORGANISATION, "organisation", state)

    @pytest.mark.parametrize(
        ("form", "name", "kind", "state"),
        [
            ("Reuters", "Reuters", "agency", None),
            ("AFP", "Agence France-Presse", "agency", None),
            ("Korean Central News Agency", "KCNA", "agency", "North Korea"),
            ("Xinhua", "Xinhua", "agency", "China"),
            ("the Guardian", "The Guardian", "outlet", None),
            ("UOL.com.br", "UOL", "outlet", None),
            ("Voice of America", "VoA", "outlet", "United States"),
            ("Twitter", "Twitter", "platform", None),
        ],
    )
    def test_media_tell_their_sort_and_the_state_that_runs_them(
        self, form: str, name: str, kind: str, state: str | None
    ) -> None:
        known = GAZETTEER.lookup(form)
        assert known is not None
        assert (known.name, known.media, known.of) == (name, kind, state)

    def test_a_platform_is_no_speaker_but_an_agency_is(self) -> None:
        assert GAZETTEER.is_platform("Facebook")
        assert not GAZETTEER.is_platform("Reuters")
        assert not GAZETTEER.is_platform("Nobody")

    def test_blocs_are_groups(self) -> None:
        west = GAZETTEER.lookup("the West")
        assert west is not None
        assert (west.name, west.kind, west.domain) == ("the West", Kind.GROUP, "bloc")

    @pytest.mark.parametrize("word", ["Ministry", "Choir", "Theatre", "Corps", "Air", "Inc.", "Oao", "universities"])
    def test_heads_of_organisations(self, word: str) -> None:
        assert GAZETTEER.organisation_head(word)

    @pytest.mark.parametrize("word", ["Square", "airport", "peninsula", "headquarters", "streets"])
    def test_places_are_no_organisations(self, word: str) -> None:
        assert GAZETTEER.place_head(word)
        assert not GAZETTEER.organisation_head(word)

    def test_words_that_stand_for_the_state_itself(self) -> None:
        assert GAZETTEER.state_body("regime")
        assert not GAZETTEER.state_body("choir")

    def test_names_of_happenings_and_companies(self) -> None:
        assert GAZETTEER.event_head("Accords")
        assert GAZETTEER.organisation_ending("Gazprombank")
        assert not GAZETTEER.organisation_ending("Bank")


class TestGroups:
    @pytest.mark.parametrize("noun", ["officials", "analyst", "protesters", "critics", "residents", "police"])
    def test_speakers(self, noun: str) -> None:
        group = GAZETTEER.group_noun(noun)
        assert group is not None
        assert group.speaker

    @pytest.mark.parametrize("noun", ["people", "troops", "hostages", "children", "companies"])
    def test_crowds(self, noun: str) -> None:
        group = GAZETTEER.group_noun(noun)
        assert group is not None
        assert not group.speaker

    def test_other_nouns_are_no_groups(self) -> None:
        assert GAZETTEER.group_noun("treaty") is None

    def test_words_around_persons(self) -> None:
        assert GAZETTEER.person_honorific("Mrs.")
        assert not GAZETTEER.person_honorific("sir")
        assert GAZETTEER.kin_word("sisters") == "sister"
        assert GAZETTEER.kin_word("treaty") is None


class TestFind:
    def test_longest_names_win_and_overlap_nowhere(self) -> None:
        text = "The UN Security Council met North Korea's envoy while Papua New Guinea and Guinea-Bissau looked on."
        assert found(text) == [
            ("UN Security Council", "United Nations Security Council"),
            ("North Korea", "North Korea"),
            ("Papua New Guinea", "Papua New Guinea"),
            ("Guinea-Bissau", "Guinea-Bissau"),
        ]

    def test_hyphens_and_combined_adjectives(self) -> None:
        assert found("A Sino-Russian pact, a U.S.-led force and pro-Beijing parties") == [
            ("Sino-", "China"),
            ("Russian", "Russia"),
            ("U.S.", "United States"),
            ("Beijing", "China"),
        ]

    def test_headlines_in_capitals(self) -> None:
        assert found("SEOUL, SOUTH KOREA: US AND RUSSIA TALK") == [
            ("SEOUL", "South Korea"),
            ("SOUTH KOREA", "South Korea"),
            ("RUSSIA", "Russia"),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Tell us who did it.",
            "TELL US WHO DID IT",
            "We ate turkey off the china.",
            "They walked north, then to the north of the town and the west bank.",
            "The ship left the Panama Canal.",
            "They met on the West Side of the town.",
            "They signed the Paris Agreement and the Minsk climate accord.",
            "The South China Sea and the North Sea are not the South Pole, she said.",
            "Ask @WHO or see https://www.example.com/US/Russia now.",
            "A cold war relic: French fries and Brussels sprouts.",
            "Prussia, Belarusianism and Iranology",
        ],
    )
    def test_traps(self, text: str) -> None:
        assert found(text) == []

    def test_an_article_form_needs_its_article(self) -> None:
        assert found("Talks with the North failed; North never answered.") == [("the North", "North Korea")]

    def test_a_longer_name_behind_the_article_wins(self) -> None:
        assert found("The North Atlantic Treaty Organization warned the Islamic Republic of Iran.") == [
            ("North Atlantic Treaty Organization", "North Atlantic Treaty Organization"),
            ("Islamic Republic of Iran", "Iran"),
        ]

    @given(st.text(alphabet="😀🇰🇵平壤é \n'’", max_size=12), st.text(alphabet="😀朝鮮 .,’", max_size=12))
    def test_offsets_count_code_points_whatever_stands_around(self, before: str, after: str) -> None:
        text = f"{before} North Korea {after}"
        ((start, end, known),) = GAZETTEER.find(text)
        assert text[start:end] == "North Korea"
        assert known.name == "North Korea"

    @given(st.text(max_size=60))
    def test_spans_are_in_order_and_name_what_lookup_names(self, noise: str) -> None:
        text = f"Russia {noise} US"
        position = 0
        for start, end, known in GAZETTEER.find(text):
            assert position <= start < end <= len(text)
            assert known.form == "combining" or GAZETTEER.lookup(text[start:end]) == known
            position = end


class TestTitles:
    @pytest.mark.parametrize(
        ("words", "title", "of"),
        [
            ("Russian Defense Minister", "Defense Minister", "Russia"),
            ("Russia’s Culture Minister", "Culture Minister", "Russia"),
            ("the chief executive of Hong Kong", "chief executive", "Hong Kong"),
            ("former US President", "former President", "United States"),
            ("ex-president", "ex president", None),
            ("former Vice President of the United States", "former Vice President", "United States"),
            ("US Ambassador to Germany", "Ambassador to Germany", "United States"),
            ("South Korea's National Security Adviser", "National Security Adviser", "South Korea"),
            ("WHO director-general", "director-general", "World Health Organization"),
            ("AU trade and industry commissioner", "trade and industry commissioner", "African Union"),
            ("former New Jersey governor", "former governor", "New Jersey"),
            ("ruling party secretary", "ruling party secretary", None),
            ("PM", "PM", None),
            ("student protester", "student protester", None),
            ("Lt. Gen.", "Lt. Gen.", None),
            ("Ocean Research Institute Director", "Director", "Ocean Research Institute"),
        ],
    )
    def test_titles_before_a_name(self, words: str, title: str, of: str | None) -> None:
        text = f"On Monday {words} Alex Doe spoke."
        parsed = GAZETTEER.title_before(text, text.index("Alex"))
        assert parsed is not None
        assert (parsed.text, parsed.of) == (title, of)
        assert text[parsed.start : parsed.end] == words

    @pytest.mark.parametrize(
        ("behind", "title", "of"),
        [
            (", the prime minister of Niger, spoke", "prime minister", "Niger"),
            (", vice chairman of the National People's Congress. This", "vice chairman", "National People's Congress"),
            (" (Russia's foreign minister) spoke", "foreign minister", "Russia"),
            (
                ", a professor at the Chinese University of Hong Kong, spoke",
                "professor",
                "Chinese University of Hong Kong",
            ),
            (", minister of foreign affairs of Benin", "minister of foreign affairs", "Benin"),
        ],
    )
    def test_titles_behind_a_name(self, behind: str, title: str, of: str) -> None:
        parsed = GAZETTEER.title_after(f"Alex Doe{behind}", len("Alex Doe"))
        assert parsed is not None
        assert (parsed.text, parsed.of) == (title, of)

    @pytest.mark.parametrize(
        "behind", [" spoke", ", officials said", ", who spoke,", ", 54,", ", Germany and France agreed"]
    )
    def test_not_everything_behind_a_name_is_a_title(self, behind: str) -> None:
        assert GAZETTEER.title_after(f"Alex Doe{behind}", len("Alex Doe")) is None

    def test_a_title_across_a_comma_must_be_definite(self) -> None:
        text = "England's transport secretary, Alex Doe, spoke"
        parsed = GAZETTEER.title_before(text, text.index("Alex"))
        assert parsed is not None
        assert parsed.of == "England"
        assert GAZETTEER.title_before("As president, Alex Doe spoke", len("As president, ")) is None

    def test_a_title_never_reaches_over_a_line(self) -> None:
        assert GAZETTEER.title_before("Prime Minister\n\nAlex Doe", len("Prime Minister\n\n")) is None

    def test_stacked_titles_are_read_one_by_one(self) -> None:
        text = "AU chairperson President Alex Doe"
        last = GAZETTEER.title_before(text, text.index("Alex"))
        assert last is not None
        first = GAZETTEER.title_before(text, last.start)
        assert first is not None
        assert (last.text, first.text, first.of) == ("President", "chairperson", "African Union")

    def test_an_owner_behind_the_name(self) -> None:
        text = "Presidents Alex Doe of Nigeria and Kim Roe of the Bank of Nowhere met"
        first, second = text.index("Nigeria"), text.index("Bank")
        nigeria = GAZETTEER.lookup("Nigeria")
        assert GAZETTEER.owner_after(text, first - 4) == (first, first + 7, "Nigeria", nigeria)
        assert GAZETTEER.owner_after(text, second - 8) == (second, second + 15, "Bank of Nowhere", None)
        assert GAZETTEER.owner_after(text, len(text)) is None

    def test_words_of_a_parsed_sentence(self) -> None:
        parsed = GAZETTEER.parse_title(["met", "then", "-", "Russian", "Deputy", "Foreign", "Minister"])
        assert parsed is not None
        assert (parsed.start, parsed.text, parsed.of, parsed.time) == (
            1,
            "then Deputy Foreign Minister",
            "Russia",
            "then",
        )
        assert GAZETTEER.parse_title(["the", "green", "door"]) is None

    @pytest.mark.parametrize("phrase", ["prime minister", "MPs", "former deputy head of state", "Secretaries of State"])
    def test_is_title(self, phrase: str) -> None:
        assert GAZETTEER.is_title(phrase)

    @pytest.mark.parametrize("phrase", ["treaty", "minister resigned", "sister", "pm", ""])
    def test_is_no_title(self, phrase: str) -> None:
        assert not GAZETTEER.is_title(phrase)

    def test_plural_and_time(self) -> None:
        text = "acting presidents Alex Doe"
        parsed = GAZETTEER.title_before(text, text.index("Alex"))
        assert parsed is not None
        assert (parsed.head, parsed.plural, parsed.time) == ("president", True, "acting")


class TestMistakesInTheKnowledge:
    @pytest.mark.parametrize(
        ("file", "old", "new", "message"),
        [
            ("states.yml", "AD: {name: Andorra,", "AD: {nam: Andorra,", "states.yml: AD: name: Field required"),
            ("states.yml", "AD: {", "QQ: {", "states.yml: QQ: is no ISO 3166 code"),
            ("states.yml", '"NO":', "NO:", "states.yml: False: is no ISO 3166 code"),
            ("states.yml", "adjective: Andorran", "adjective: Russian", "Russian.*taken by states.yml: AD"),
            ("states.yml", "people: Andorrans", "ambiguous: [Anbora]", "AD.*'Anbora'.*no form"),
            ("states.yml", "shares: [Brussels]", "shares: [Brussels, Belgian]", "BE: shares 'Belgian'"),
            ("states.yml", "AD: {name", "AD: {{name", "states.yml: is not YAML"),
            ("media.yml", "agencies:", "agents:", "media.yml: agents, entry 1: the section"),
            ("organisations.yml", "of: CN", "of: XX", "organisations.yml: .*XX is no code"),
            ("institutions.yml", "RU:", "RUS:", "institutions.yml: RUS, entry 1: RUS is no code"),
            ("titles.yml", "[president, president-elect", "[president, president", "'president' stands twice"),
            ("titles.yml", "determiners: [the", "determiners: [no", "titles.yml: determiners.*in quotes"),
            ("bodies.yml", "places:", "placs:", "bodies.yml: places: should be a list"),
            ("groups.yml", "crowds:", "crowd:", "groups.yml: crowds: should be a list"),
        ],
    )
    def test_are_told_by_file_and_entry(self, tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
        folder = tmp_path / "knowledge"
        shutil.copytree(KNOWLEDGE, folder)
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), "utf-8")
        with pytest.raises(ValueError, match=message):
            Gazetteer(folder)

    def test_a_missing_file_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match=r"^bodies.yml: cannot be read"):
            Gazetteer(tmp_path)
