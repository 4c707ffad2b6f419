"""The network around listed parties on graphs small enough to be drawn on paper."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from graphkit.analyse.day import as_of
from graphkit.analyse.network import network
from graphkit.errors import NotFound
from graphkit.graph.shared_facts import MOST_AT_ONE_ADDRESS
from graphkit.model.answers.network import Member, Network
from graphkit.model.vocabulary import LinkType
from graphkit.store.local import LocalStore
from tests.graph_cases import Joined, graph_case
from tests.graph_tables import Row, entity, link, write_case
from tests.small_cases import small_case

DAY = "2018-06-29"
OWNS, LINKED_TO, MANAGES = LinkType.OWNS, LinkType.LINKED_TO, LinkType.MANAGES

# Two stars, A and B, each a listed principal with three firms; only the firm A3 and the firm B1 know each other.
PARTIES = dict.fromkeys(("a", "a1", "a2", "a3", "b", "b1", "b2", "b3"), "company")
STARS = [
    *(Joined(LINKED_TO, "a", f"a{number}") for number in (1, 2, 3)),
    *(Joined(LINKED_TO, "b", f"b{number}") for number in (1, 2, 3)),
    Joined(LinkType.ASSOCIATE_OF, "a3", "b1"),
]


def around(store: LocalStore, who: str | None = None, **asked: Any) -> Network:
    return network(store, as_of(DAY), who, **asked)


def ids(members: tuple[Member, ...]) -> list[str]:
    return [member.id for member in members]


def stars(tmp_path: Path, *, backwards: bool = False) -> LocalStore:
    return graph_case(tmp_path, PARTIES, STARS, listed=["a", "b"], backwards=backwards)


def test_few_parties_that_hang_together_are_one_community(tmp_path: Path) -> None:
    (found,) = around(stars(tmp_path), hops=3).communities
    assert ids(found.members) == ["a", "b", "a3", "b1", "a1", "a2", "b2", "b3"]
    assert found.types == {"LINKED_TO": 6, "ASSOCIATE_OF": 1}
    assert found.why == (
        "8 parties, 2 listed, no vessel, held together by 6 LINKED_TO, 1 ASSOCIATE_OF; in the middle A, linked to 3 of "
        "them"
    )
    assert found.behind.links == tuple(f"l{number:03}" for number in range(7))
    assert found.behind.sources == ("own",)


def test_many_parties_are_parted_where_they_hang_together_by_one_link(tmp_path: Path) -> None:
    # Sixteen companies that all know each other, sixteen ships that do, and one link between the two.
    firms, ships = ([f"{word}{number:02}" for number in range(16)] for word in ("f", "s"))
    links = [Joined(LinkType.ASSOCIATE_OF, *pair) for part in (firms, ships) for pair in combinations(part, 2)]
    parties = {**dict.fromkeys(firms, "company"), **dict.fromkeys(ships, "vessel")}
    store = graph_case(tmp_path, parties, [*links, Joined(OWNS, "f15", "s00")], listed=["f03", "s01", "s02"])
    found = around(store).communities
    assert [(sorted(ids(each.members)), each.listed, each.vessels) for each in found] == [(ships, 2, 16), (firms, 1, 0)]
    assert found[0].types == {"ASSOCIATE_OF": 120}


def test_a_hub_is_told_by_its_neighbours_and_what_joins_them(tmp_path: Path) -> None:
    found = around(stars(tmp_path), hops=3).hubs
    assert [(each.party.id, each.neighbours, each.types, each.why) for each in found] == [
        ("a", 3, {"LINKED_TO": 3}, "has linked to it 3; no neighbour listed"),
        ("b", 3, {"LINKED_TO": 3}, "has linked to it 3; no neighbour listed"),
    ]


def test_a_broker_lies_on_the_shortest_ways_of_others(tmp_path: Path) -> None:
    # a: a1-a2, and a1, a2 to each of a3, b, b1, b2, b3: 1 + 2 * 5 = 11. a3: the four of A's side without it, but not
    # their ways among each other, to the four of B's: {a, a1, a2} x {b1, b, b2, b3} = 12. B's side is the mirror.
    found = around(stars(tmp_path), hops=3).brokers
    assert [(each.party.id, each.pairs, each.parts, each.estimated) for each in found] == [
        ("a3", 12.0, 2, False),
        ("b1", 12.0, 2, False),
        ("a", 11.0, 3, False),
        ("b", 11.0, 3, False),
    ]
    assert found[0].why == (
        "on the shortest ways between 12 pairs of the 8 parties that hang together; without it they fall into 2 parts"
    )


def test_the_order_of_rows_changes_nothing(tmp_path: Path) -> None:
    one, other = stars(tmp_path / "one"), stars(tmp_path / "other", backwards=True)
    assert around(one, hops=3) == around(other, hops=3)


def test_hops_bound_how_far_is_looked_and_one_party_may_be_named(tmp_path: Path) -> None:
    store = stars(tmp_path)
    assert [around(store, hops=hops).parties for hops in (1, 2)] == [8, 8]
    near, far = (around(store, "a1", hops=hops) for hops in (1, 3))
    assert (near.parties, near.links, far.parties) == (2, 1, 5)
    assert near.around is not None
    assert (near.around.id, near.hubs, ids(far.communities[0].members)[:1]) == ("a1", (), ["a"])


def test_a_search_that_stops_says_so(tmp_path: Path) -> None:
    found = around(stars(tmp_path), "a1", hops=4, most=3)
    assert found.truncated
    assert found.notes[0] == (
        "The search stopped at 3 parties; there are more. Name a party to look around, or fewer --hops."
    )


def test_a_placeholder_joins_nobody_and_an_ended_link_does_not_hold(tmp_path: Path) -> None:
    links = [
        Joined(OWNS, "nobody", "s"),
        Joined(OWNS, "nobody", "t"),
        Joined(OWNS, "a", "s", end="2017-01-01"),
        Joined(OWNS, "a", "t"),
    ]
    parties = {"nobody": "company", "a": "company", "s": "vessel", "t": "vessel"}
    found = around(graph_case(tmp_path, parties, links, listed=["a"], unknown=["nobody"]))
    assert (found.parties, found.links) == (2, 1)


def test_an_authority_without_a_listing_in_the_case_is_said_not_to_be_there(tmp_path: Path) -> None:
    store = stars(tmp_path)
    assert around(store, to="ofac").parties == 8
    with pytest.raises(NotFound, match="no listing of that authority; .* listings of OFAC"):
        around(store, to="UK")


def test_a_single_ship_company_holds_nothing_else_and_its_company_is_told(tmp_path: Path) -> None:
    # One owns S and shares a manager's ship with two; TWO owns T and a share of THREE; THREE owns two ships.
    parties = {**dict.fromkeys(("one", "two", "three", "m"), "company"), **dict.fromkeys("stuv", "vessel")}
    links = [
        Joined(OWNS, "one", "s"),
        Joined(OWNS, "two", "t"),
        Joined(OWNS, "two", "three"),
        Joined(OWNS, "three", "u"),
        Joined(OWNS, "three", "v"),
        Joined(LinkType.SHARED_MANAGER, "s", "t"),
        Joined(LinkType.SHARED_ADDRESS, "one", "two"),
        Joined(MANAGES, "m", "s"),
        Joined(MANAGES, "m", "t"),
    ]
    found = around(graph_case(tmp_path, parties, links, listed=["one"]), hops=1)
    assert [(each.company.id, each.vessel.id, each.shares) for each in found.single_ship] == [
        ("one", "s", ("address with TWO",))
    ]
    found = around(graph_case(tmp_path / "wider", parties, links, listed=["one"]), hops=2)
    assert [(each.company.id, each.shares, each.why) for each in found.single_ship] == [
        (
            "one",
            ("address with TWO", "vessel's manager with T"),
            "owns S and holds nothing else that a source of this case tells of; shares its address with TWO; its "
            "vessel's manager with T",
        )
    ]
    managers = [each for each in found.shared if each.what == "manager"]
    assert [(each.value, each.why) for each in managers] == [("M", "manages 2 vessels in view, none listed")]


def at_one_address(count: int) -> list[Row]:
    return [
        {
            "group_id": "g",
            "property": "address",
            "value": "80 Broad St",
            "entity_id": f"company-{n:02}",
            "source_id": "own",
        }
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("count", "linked", "why"),
    [
        (2, True, "2 parties have this address, 1 listed; each two are linked for it unless their rooms differ"),
        (
            MOST_AT_ONE_ADDRESS + 1,
            False,
            "26 parties have this address, 1 listed: more than 25, an agent's or a group's own; no two of them are "
            "linked for it",
        ),
    ],
)
def test_a_shared_address_is_told_with_its_number_of_parties_even_when_it_links_nobody(
    tmp_path: Path, count: int, linked: bool, why: str
) -> None:
    rows = {
        "entities": [entity(f"company-{number:02}") for number in range(count)],
        "shared_facts": at_one_address(count),
        "listings": [
            {"listing_id": "g", "entity_id": "company-01", "authority": "UN", "measure": "asset_freeze", "known_day": 0}
        ],
    }
    (group,) = around(LocalStore(write_case(tmp_path, "own", rows))).shared
    assert (group.what, group.value, group.parties, group.listed, group.linked, group.why) == (
        "address",
        "80 Broad St",
        count,
        1,
        linked,
        why,
    )
    assert ids(group.members)[:2] == ["company-01", "company-00"]
    assert group.behind.sources == ("own",)


def test_a_listing_without_a_date_counts_and_is_said_to_be_unproven(tmp_path: Path) -> None:
    rows = {
        "entities": [entity("company-a"), entity("company-b")],
        "links": [link("l", "OWNS", "company-a", "company-b")],
        "listings": [
            {
                "listing_id": "g",
                "entity_id": "company-a",
                "authority": "UN",
                "measure": "asset_freeze",
                "known_day": 30_000,
            }
        ],
    }
    found = around(LocalStore(write_case(tmp_path, "own", rows)))
    assert found.parties == 2
    assert found.notes == (
        "1 party is counted as listed although nothing proves that the listing was in force on that day.",
    )


def test_internal_statements_make_no_part_of_a_public_network(tmp_path: Path) -> None:
    entities = """
        id,kind,name,address,visibility,source
        a,company,ALPHA SHIPPING,"20A ul Tigorovaya, Vladivostok",public,own
        b,company,BRAVO TRADING,"20A ul Tigorovaya, Vladivostok",internal,own
        c,company,CHARLIE OIL,"20A ul Tigorovaya, Vladivostok",public,own
    """
    listings = "entity,authority,listed\na,UN,2010"
    public = small_case(tmp_path / "public", entities=entities, listings=listings)
    inner = small_case(tmp_path / "internal", internal=True, entities=entities, listings=listings)
    counted = [[each.parties for each in around(store).shared] for store in (public, inner)]
    assert counted == [[2], [3]]
    assert [around(store).links for store in (public, inner)] == [1, 3]
