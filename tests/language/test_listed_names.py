"""Names that a list, a slip of the pen or a work of fiction says little of."""

from collections.abc import Callable

from generator.model import Kind
from tests.language.conftest import Read

Reader = Callable[..., Read]


def kinds(story: Read) -> dict[str, Kind | None]:
    """The kind of each entity by its name."""
    return {e.name: e.kind for e in story.document.entities}


def test_names_beside_a_known_company_are_bodies(read: Reader) -> None:
    found = kinds(read("Ubisoft, Microsoft, and Zephyr all had large areas set up for visitors on Monday."))
    assert found["Zephyr"] == Kind.ORGANISATION


def test_a_plural_for_bodies_tells_what_the_names_of_its_list_are(read: Reader) -> None:
    found = kinds(read("On Monday, firms such as Danvar and Zephyr fired workers."))
    assert found["Danvar"] == found["Zephyr"] == Kind.ORGANISATION


def test_a_team_s_name_may_hold_a_figure(read: Reader) -> None:
    assert kinds(read("US team Danvar9 beat the others on Monday."))["Danvar9"] == Kind.ORGANISATION


def test_two_letters_swapped_in_a_known_name_leave_it_known(read: Reader) -> None:
    found = kinds(read("The Untied Nations and Norland criticised the plan."))
    assert found["United Nations"] == Kind.ORGANISATION
    assert "Untied Nations" not in found


def test_a_university_of_a_state_in_short_leaves_the_state_behind(read: Reader) -> None:
    found = kinds(read("A team from Karsk State University of the US and the University of Danvar of the UK met."))
    assert "Karsk State University" in found
    assert "University of Danvar" in found


def test_works_of_fiction_are_no_actors(read: Reader) -> None:
    found = kinds(read("Hamel spoke about the series, in which the Star Wars lead played a thief."))
    assert Kind.PERSON not in {kind for name, kind in found.items() if "Wars" in name}
