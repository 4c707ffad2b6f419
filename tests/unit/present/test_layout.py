"""Where things stand: nothing on top of anything else, owners above what they own, the same input the same picture."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import WrongUse
from graphkit.model.answers import Entity, LinkEvidence, Step, Subgraph
from graphkit.model.vocabulary import Certainty, Kind, LinkType, Status
from graphkit.present.diagram.boxes import Box
from graphkit.present.diagram.grammar import Head
from graphkit.present.diagram.layout import Layout, layout
from graphkit.present.diagram.routes import Route
from tests.diagram_cases import (
    an_san_1,
    company,
    fleet_of,
    hostile_names,
    link,
    listing,
    picture,
    three_levels,
    undated,
    vessel,
)

ROUNDING = 0.1  # of a pixel: Graphviz prints five figures
YEARS = st.sampled_from([None, "2010", "2014-05", "before 2017", "2018-06-29"])
LINKS = st.builds(
    link,
    st.uuids().map(str),
    st.sampled_from(LinkType),
    role=st.sampled_from(["", "registered_owner", "listed as owned or controlled by or acting on behalf of"]),
    share=st.sampled_from([None, 51.0]),
    start=YEARS,
    end=YEARS,
    certainty=st.sampled_from(Certainty),
)
LISTINGS = st.sampled_from(
    [listing("UN", "KPe.062"), listing("EU", "XIV.B no. 10", "2018-04-06"), undated("OFAC", "1")]
)


@st.composite
def networks(draw: st.DrawFn) -> Subgraph:
    """A few parties with listings, and links between any of them: circles, loops and stray parties included."""
    count = draw(st.integers(1, 8))
    entities = tuple(
        Entity(
            f"e{number}",
            draw(st.sampled_from(Kind)),
            draw(st.text(max_size=40)),
            flag="PA",
            countries=("HK",),
            sanctioned=draw(st.sampled_from(Status)),
            listed=tuple(draw(st.lists(LISTINGS, max_size=6))),
        )
        for number in range(count)
    )
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    pairs = draw(st.lists(ends, max_size=12, unique=True))
    steps = tuple(
        Step(f"e{upper}", f"e{lower}", tuple(draw(st.lists(LINKS, max_size=5, unique_by=lambda one: one.id))))
        for upper, lower in pairs
    )
    chain = draw(st.sampled_from(pairs)) if pairs else (0, 0)
    return picture("e0", entities, steps, highlighted=frozenset({(f"e{chain[0]}", f"e{chain[1]}")}))


def boxes(drawn: Layout) -> Iterator[Box]:
    for party in drawn.parties:
        yield party.box
        for placed in party.listings:
            yield placed.box
            yield placed.date_box
    for route in drawn.routes:
        yield route.label_box


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x + one.width > other.x + ROUNDING
        and other.x + other.width > one.x + ROUNDING
        and one.y + one.height > other.y + ROUNDING
        and other.y + other.height > one.y + ROUNDING
    )


def on_page(drawn: Layout, box: Box) -> bool:
    return (
        min(box.x, box.y) > -ROUNDING
        and box.x + box.width < drawn.width + ROUNDING
        and box.y + box.height < drawn.height + ROUNDING
    )


def box_of(drawn: Layout, party_id: str) -> Box:
    return next(party.box for party in drawn.parties if party.entity.id == party_id)


def stands_above(drawn: Layout, upper: str, lower: str) -> bool:
    high, low = box_of(drawn, upper), box_of(drawn, lower)
    return high.y + high.height < low.y


def points_at(drawn: Layout, route: Route) -> bool:
    """The arrow ends at the party held: at its upper side, or at its lower side when it runs upwards."""
    assert route.tip is not None
    (x, y), held = route.tip[0], box_of(drawn, route.line.to_id)
    side = held.y + held.height if route.line.upward else held.y
    return held.x <= x <= held.x + held.width and y == pytest.approx(side)


@settings(max_examples=150)
@given(networks())
def test_no_box_lies_on_another_and_all_are_on_the_page(subgraph: Subgraph) -> None:
    drawn = layout(subgraph)
    assert [(one, other) for one, other in combinations(boxes(drawn), 2) if overlap(one, other)] == []
    assert [box for box in boxes(drawn) if not on_page(drawn, box)] == []


@settings(max_examples=150)
@given(networks())
def test_every_owner_stands_above_what_it_owns_unless_its_line_closes_a_circle(subgraph: Subgraph) -> None:
    drawn = layout(subgraph)
    circles = nx.DiGraph((step.from_id, step.to_id) for step in subgraph.steps)
    for route in drawn.routes:
        line = route.line
        if not line.upward:
            assert stands_above(drawn, line.from_id, line.to_id)
        else:
            assert nx.has_path(circles, line.to_id, line.from_id)
            assert line.from_id == line.to_id or stands_above(drawn, line.to_id, line.from_id)
        assert (route.tip is None) is (line.style.head is Head.NONE)
        assert route.tip is None or points_at(drawn, route)


@settings(max_examples=60)
@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_change_the_picture(subgraph: Subgraph, random: object) -> None:
    def mixed(things: tuple[object, ...]) -> tuple[object, ...]:
        order = list(things)
        random.shuffle(order)  # type: ignore[attr-defined]
        return tuple(order)

    steps = tuple(replace(step, links=mixed(step.links)) for step in subgraph.steps)  # type: ignore[arg-type]
    entities = tuple(replace(entity, listed=mixed(entity.listed)) for entity in subgraph.entities)  # type: ignore[arg-type]
    other = replace(subgraph, entities=mixed(entities), steps=mixed(steps))  # type: ignore[arg-type]
    assert layout(other) == layout(subgraph)


def test_listings_stand_right_of_their_party_and_do_not_bend_the_tree() -> None:
    bare = picture("v", (vessel("v", "Lodestar"), company("c", "Owner Ltd")), (Step("c", "v", (link("1", share=51),)),))
    listed = replace(
        bare, entities=(bare.entities[0], company("c", "Owner Ltd", listed=(listing("UN", "KPe.062"),) * 3))
    )
    drawn = layout(listed)
    owner = next(party for party in drawn.parties if party.entity.id == "c")
    assert all(placed.box.x > owner.box.x + owner.box.width for placed in owner.listings)
    assert owner.box.middle[0] == pytest.approx(box_of(drawn, "v").middle[0], abs=1)
    assert layout(bare).routes[0].curves[0][0][0] == pytest.approx(box_of(layout(bare), "c").middle[0], abs=1)


def test_more_than_four_listings_become_three_and_a_count() -> None:
    many = tuple(
        listing(authority, "1", f"2018-0{day}-01") for day, authority in enumerate(("UN", "EU", "UK", "CH", "AU"), 1)
    )
    drawn = layout(picture("c", (company("c", "Owner Ltd", listed=many),)))
    words = [[line.text for line in placed.label.lines] for placed in drawn.parties[0].listings]
    assert words == [
        ["UN 1", "asset freeze"],
        ["EU 1", "asset freeze"],
        ["UK 1", "asset freeze"],
        ["2 more listings", "AU, CH"],
    ]


def test_the_earlier_owner_stands_further_left() -> None:
    owners = tuple(company(name, f"Owner {name}") for name in "abc")
    starts = {"a": "2016", "b": "2012-03", "c": "2014"}
    steps = tuple(Step(name, "v", (link(name, share=10, start=start),)) for name, start in starts.items())
    drawn = layout(picture("v", (vessel("v", "Lodestar"), *owners), steps))
    assert sorted("abc", key=lambda name: box_of(drawn, name).x) == ["b", "c", "a"]


def parallel(number: int) -> Layout:
    links = tuple(link(f"{n}", LinkType.MANAGES, role=f"role {n}", start="2015") for n in range(number))
    return layout(picture("v", (vessel("v", "Lodestar"), company("c", "Owner Ltd")), (Step("c", "v", links),)))


def labels(drawn: Layout) -> list[str]:
    return sorted(" ".join(line.text for line in route.line.text) for route in drawn.routes)


def test_up_to_three_parallel_links_are_lines_of_their_own_and_more_are_counted() -> None:
    assert labels(parallel(3)) == ["role 0 · 2015", "role 1 · 2015", "role 2 · 2015"]
    assert labels(parallel(4)) == ["4 links"]
    assert len(parallel(4).routes[0].line.links) == 4


def test_only_the_links_that_carry_the_chain_are_heavy() -> None:
    heavy = {route.line.links[0].id: route.line.highlighted for route in layout(an_san_1()).routes}
    assert heavy == {"owns": True, "linked": False}


def test_a_circle_has_one_upward_line_and_ownership_is_not_what_gives_way() -> None:
    manages: tuple[LinkEvidence, ...] = (link("2", LinkType.MANAGES, start="2015"),)
    steps = (Step("a", "b", (link("1", share=51),)), Step("b", "a", manages))
    drawn = layout(picture("b", (company("a", "Upper Ltd"), company("b", "Lower Ltd")), steps))
    assert [(route.line.from_id, route.line.to_id) for route in drawn.routes if route.line.upward] == [("b", "a")]
    assert stands_above(drawn, "a", "b")


def test_above_the_limit_the_nearest_are_drawn_and_the_rest_is_counted() -> None:
    drawn = layout(fleet_of(60))
    assert len(drawn.parties) == 40
    assert {"c", "o"} <= {party.entity.id for party in drawn.parties}
    assert drawn.subgraph.left_out == ("not drawn, further from Fleet Example Ltd: 22 parties and 22 links",)
    assert layout(fleet_of(38)).subgraph.left_out == ()


def test_the_chain_that_matters_is_drawn_however_far_it_leads() -> None:
    chain = tuple(company(f"h{number}", f"Holder {number}") for number in range(5))
    links = tuple(Step(f"h{n + 1}", f"h{n}", (link(f"s{n}", share=100),)) for n in range(4))
    fleet = fleet_of(60)
    steps = (*fleet.steps, Step("h0", "c", (link("s", share=100),)), *links)
    matters = frozenset((step.from_id, step.to_id) for step in steps[-5:])
    drawn = layout(replace(fleet, entities=(*fleet.entities, *chain), steps=steps, highlighted=matters))
    assert {entity.id for entity in chain} <= {party.entity.id for party in drawn.parties}


def test_a_large_fleet_stands_in_rows_and_not_in_one_ribbon() -> None:
    drawn = layout(fleet_of(20))
    rows = [box_of(drawn, f"v{number:03}").middle[1] for number in range(20)]
    assert len(set(rows)) == 4
    assert rows == sorted(rows)
    in_one_row = 20 * drawn.routes[-1].label_box.width
    assert drawn.width < in_one_row * 0.6


def test_a_network_without_parties_cannot_be_drawn() -> None:
    with pytest.raises(WrongUse, match="There is nothing to draw: a picture needs at least one party."):
        layout(picture("v", ()))


@pytest.mark.parametrize("case", [an_san_1, hostile_names, three_levels])
def test_the_cases_keep_every_rule_of_the_layout(case: object) -> None:
    drawn = layout(case())  # type: ignore[operator]
    assert not any(overlap(one, other) for one, other in combinations(boxes(drawn), 2))
