"""Headlines leave out "is" and "are": their past forms tell what was done to somebody."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Norland choir honored for courage at contest", "Norland choir is honored for courage at contest"),
        ("Dozens killed in Sudia train crash", "Dozens are killed in Sudia train crash"),
        ("Opposition leader barred from election in Norland", "Opposition leader is barred from election in Norland"),
        ("Hundreds detained at protest in Brenholm", "Hundreds are detained at protest in Brenholm"),
        ("Sudia's parliament dissolved", "Sudia's parliament is dissolved"),
        ("Corvane Energy fined $2m for spill", "Corvane Energy is fined $2m for spill"),
        ("Norland PM quits over scandal", "Norland PM quits over scandal"),
        ("Norland won the cup", "Norland wins the cup"),
        ("Talks between Norland and Sudia collapsed", "Talks between Norland and Sudia collapse"),
    ],
)
def test_a_headline_in_the_past_tells_what_was_done(told: Tell, headline: str, title: str) -> None:
    assert title in told("Nothing more is known.", headline=headline).titles


def test_a_headline_tells_what_is_to_happen(told: Tell) -> None:
    article = told("Nothing more is known.", headline="Norland minister to visit Sudia")
    (event,) = article.distillate.events
    assert (event.title, event.status.value) == ("Norland minister visits Sudia", "planned")
