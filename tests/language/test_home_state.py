"""The state that an article is about."""

from collections.abc import Callable

from generator.language.home_state import home_state
from tests.language.conftest import Read

type Reader = Callable[..., Read]


def test_the_state_whose_people_act_goes_before_one_named_as_often(read: Reader) -> None:
    told = read(
        "Beef from Japan is sold here beside Japanese rice. French ministers were silent.",
        headline="French police close square in dispute over Japanese beef",
    )
    index = home_state(told.document)
    assert index is not None
    assert told.document.entities[index].name == "France"
