"""The gate finds a body that is part of nothing that is there."""

from generator.check import check_brief
from generator.model import Brief


def test_a_parent_that_is_not_there(strait: Brief) -> None:
    actor = strait.actors[0]
    orphan = actor.model_copy(update={"part_of": "nowhere"})
    spoilt = strait.model_copy(update={"actors": [orphan, *strait.actors[1:]]})
    assert check_brief(spoilt) == [
        f'actors.yml: actor "{actor.id}": part_of names "nowhere", but there is no such actor'
    ]


def test_a_parent_that_is_there(strait: Brief) -> None:
    body = strait.actors[0].model_copy(update={"part_of": strait.actors[1].id})
    assert check_brief(strait.model_copy(update={"actors": [body, *strait.actors[1:]]})) == []
