"""Names in a text: where they begin and end, and what they are taken for."""

from collections.abc import Callable

import pytest

from generator.language import Pipeline
from generator.language.names import find_names
from generator.language.parse import Doc
from generator.model import Kind

Named = Callable[[str], dict[str, Kind | None]]
PERSON, BODY, STATE, GROUP = Kind.PERSON, Kind.ORGANISATION, Kind.STATE, Kind.GROUP


@pytest.fixture
def named(pipeline: Pipeline) -> Named:
    """The names of a sentence and what each is taken for; None is a place or a thing."""

    def find(sentence: str) -> dict[str, Kind | None]:
        doc = Doc([pipeline.nlp(sentence)])
        return {doc.span(p.start, p.end).text: p.kind for p in find_names(doc, sentence, pipeline.gazetteer)}

    return find


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("The Harbour Safety Commission fined the owners.", "Harbour Safety Commission", BODY),
        (
            "The Karsk Agricultural and Fisheries Department warned.",
            "Karsk Agricultural and Fisheries Department",
            BODY,
        ),
        (
            "The Danvar Society for Farmers with Debts (DSFD) struck.",
            "Danvar Society for Farmers with Debts",
            BODY,
        ),
        ("On Friday the builders PT Danvar Orsk closed a plant.", "PT Danvar Orsk", BODY),
        ("Ana Berg of the Sudian aid organization, Brightwell, said no.", "Brightwell", BODY),
        ("They say Karsum is a terrorist organisation.", "Karsum", BODY),
        ("Ana Berg is head of the Ireland Norway Solidarity Campaign.", "Ireland Norway Solidarity Campaign", BODY),
        ("He gave it to Iranian broadcaster Jamila Karsum, a critic.", "Jamila Karsum", PERSON),
        ("The Ministry of Ports and Fisheries denied it.", "Ministry of Ports and Fisheries", BODY),
        ("She left the Commission on Maritime Religious Freedom.", "Commission on Maritime Religious Freedom", BODY),
        ("The ship was hired by law firm Sandvik Orlow.", "Sandvik Orlow", BODY),
        ("Edisol, a Norwegian company, will build the line.", "Edisol", BODY),
        ("On Friday Danvar Motor Company closed a plant.", "Danvar Motor Company", BODY),
        ("They told the Danvar Port Authority on February 18.", "Danvar Port Authority", BODY),
        ("ABX-CBM Corporation went off air.", "ABX-CBM Corporation", BODY),
        ("On Friday Danvar Liberals walked out.", "Danvar Liberals", GROUP),
        ("Members of the Bank Workers' Union struck.", "Bank Workers' Union", BODY),
        ("The Federation of Savings and Bank Workers struck.", "Federation of Savings and Bank Workers", BODY),
        (
            "The National Union of Rail, Maritime and Transport Workers struck.",
            "National Union of Rail, Maritime and Transport Workers",
            BODY,
        ),
        (
            "The Danvar Association of Airline Pilots and Flight Engineers (DAAPFE) struck.",
            "Danvar Association of Airline Pilots and Flight Engineers",
            BODY,
        ),
        (
            "She spoke for the Office of the UN High Commissioner for Human Rights.",
            "Office of the UN High Commissioner for Human Rights",
            BODY,
        ),
        (
            "The Ministry of Labour, Family and Social Affairs met.",
            "Ministry of Labour, Family and Social Affairs",
            BODY,
        ),
        ("The Alliance for Work and Justice won.", "Alliance for Work and Justice", BODY),
        (
            "The Alliance of Liberals and Democrats for Europe won.",
            "Alliance of Liberals and Democrats for Europe",
            BODY,
        ),
        ("The Danvar Nurses and Midwives Council struck.", "Danvar Nurses and Midwives Council", BODY),
        ("Scientists at Harbour College London posted it.", "Harbour College London", BODY),
        ("He joined Amnesty International UK in May.", "Amnesty International UK", BODY),
        ("A lawyer for Citizens for Clean Politics spoke.", "Citizens for Clean Politics", BODY),
        ("The Salt River and Tarsk Tribes sued.", "Salt River and Tarsk Tribes", BODY),
        ("They met at Tarsk Hospital No. 2 on Monday.", "Tarsk Hospital No. 2", BODY),
        ("The 3rd Marine Brigade landed.", "3rd Marine Brigade", BODY),
        ("The Tarsk Mayors Municipality Association sued.", "Tarsk Mayors Municipality Association", BODY),
        ("A consumer group Forbrad sued.", "Forbrad", BODY),
        ("Banco Meridional bought a rival.", "Banco Meridional", BODY),
        ("On Friday Caixa do Norte bought a rival.", "Caixa do Norte", BODY),
        ("Analysts at Sandvik & Orlow agreed.", "Sandvik & Orlow", BODY),
        ("A spokesman for Lashkar-e-Danvar denied it.", "Lashkar-e-Danvar", BODY),
        ("The World Health Organization and Doctors Without Borders sent aid.", "Doctors Without Borders", BODY),
        ("Chief Executive Ana Brandt resigned.", "Ana Brandt", PERSON),
        ("On Monday K M Nurul Sand was arrested.", "K M Nurul Sand", PERSON),
        ("The governor met Hendrik van der Poel on Monday.", "Hendrik van der Poel", PERSON),
        ("The governor met Nuria Ferrer i Puig on Monday.", "Nuria Ferrer i Puig", PERSON),
        ("The governor met Kiprono arap Chebet on Monday.", "Kiprono arap Chebet", PERSON),
        ("The governor met Ali as-Sadr on Monday.", "Ali as-Sadr", PERSON),
        ('Mayor Johnny "Chito" Ruiz resigned.', 'Johnny "Chito" Ruiz', PERSON),
        ("Mayor Robert Kell, Jr. resigned.", "Robert Kell, Jr.", PERSON),
        ("Mayor Xavier Bettel-Roche resigned.", "Xavier Bettel-Roche", PERSON),
        ("Tran Quoc Bao, a 54-year-old fisherman, lost his house.", "Tran Quoc Bao", PERSON),
        ("A resident of the port, Usmanu said no.", "Usmanu", PERSON),
        ("Rep. Tom Hale switched parties.", "Tom Hale", PERSON),
        ("Democrat Collin Peters voted no.", "Collin Peters", PERSON),
        ("The Government of Norway agreed.", "Government of Norway", STATE),
    ],
)
def test_a_name_has_its_whole_length_and_a_kind(named: Named, sentence: str, name: str, kind: Kind) -> None:
    assert named(sentence)[name] == kind


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("They landed at Forward Operating Base Danvar.", "Operating Base Danvar"),
        ("The president boarded Air Force One.", "Air Force One"),
        ("Berg tracks jihadi Web sites for a living.", "Web"),
        ("They built up a hardline Marxist party there.", "Marxist"),
        ("A shot was fired in the Orsk Wan district.", "Orsk Wan"),
        ("The PELM trial began in spring.", "PELM"),
        ("The storm reached Lake Danvar.", "Lake Danvar"),
        ("The Coastal Mutual Aid Act was signed.", "Coastal Mutual Aid Act"),
        ("He sang the anthem Danvar Orlow on Sunday.", "Danvar Orlow"),
        ("The mayor of San Orlow resigned.", "San Orlow"),
        ("They moved to the village of Ana Roz.", "Ana Roz"),
        ("A cyclist was hit by a Danvar.", "Danvar"),
        ('Reportedly, "Corv" stands for the virus.', "Corv"),
    ],
)
def test_places_works_and_machines_are_no_actors(named: Named, sentence: str, name: str) -> None:
    assert named(sentence).get(name) is None


def test_shouting_is_no_name(named: Named) -> None:
    assert set(named('"WE WON THIS ELECTION BY A LOT," he wrote.').values()) <= {None}


def test_a_title_does_not_swallow_the_body_before_it(named: Named) -> None:
    found = named("Danvar Centre for Health Security analyst Kosta Orlov agreed.")
    assert found == {"Danvar Centre for Health Security": BODY, "Kosta Orlov": PERSON}


def test_a_director_of_a_body_is_not_part_of_its_name(named: Named) -> None:
    found = named("The director of Harbour Watch Society Man-kei Orlow said so.")
    assert found == {"Harbour Watch Society": BODY, "Man-kei Orlow": PERSON}


def test_a_party_s_name_before_an_office_is_its_field(named: Named) -> None:
    assert set(named("Labour and Trade Minister Ana Brandt resigned.")) == {"Ana Brandt"}


def test_a_president_of_a_court_of_justice_is_not_part_of_its_name(named: Named) -> None:
    found = named("The Court of Justice President Ana Brandt resigned.")
    assert found == {"Court of Justice": BODY, "Ana Brandt": PERSON}


def test_two_bodies_joined_by_and_stay_two(named: Named) -> None:
    found = named("The University of Danvar and Orsk University Hospital agreed.")
    assert found == {"University of Danvar": BODY, "Orsk University Hospital": BODY}


def test_money_names_no_state(named: Named) -> None:
    assert named("The fine was set at US$500.") == {}
