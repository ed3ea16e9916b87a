"""Bodies and what they are part of, as pages look them up."""

from generator.model import Brief, Review
from generator.render.catalogue import Catalogue
from generator.render.visible import visible


def with_parts(brief: Brief) -> Brief:
    """The brief with its second and third actor part of its first."""
    first, second, third, *rest = brief.actors
    parts = [actor.model_copy(update={"part_of": first.id}) for actor in (second, third)]
    return brief.model_copy(update={"actors": [first, *parts, *rest]})


def test_the_bodies_of_an_actor_are_found_by_weight(strait: Brief) -> None:
    brief = with_parts(strait)
    catalogue = Catalogue(brief)
    found = [body.id for body in catalogue.bodies_of(brief.actors[0])]
    wanted = {actor.id for actor in brief.actors[1:3]}
    assert found == [actor.id for actor in catalogue.by_weight if actor.id in wanted]
    assert catalogue.bodies_of(brief.actors[3]) == []


def test_a_pinned_body_comes_first(strait: Brief) -> None:
    brief = with_parts(strait)
    last = Catalogue(brief).bodies_of(brief.actors[0])[-1]
    pinned = [a.model_copy(update={"review": Review(pinned=True)}) if a is last else a for a in brief.actors]
    catalogue = Catalogue(brief.model_copy(update={"actors": pinned}))
    assert catalogue.bodies_of(pinned[0])[0].id == last.id


def test_a_hidden_actor_has_no_bodies_on_any_page(strait: Brief) -> None:
    brief = with_parts(strait)
    hidden = brief.actors[0].model_copy(update={"review": Review(hidden=True)})
    shown = visible(brief.model_copy(update={"actors": [hidden, *brief.actors[1:]]}))
    assert [actor.part_of for actor in shown.actors[:2]] == [None, None]
