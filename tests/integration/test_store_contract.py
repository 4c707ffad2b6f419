"""The case on disk and the Neo4j server give the same rows for the same question, value by value and in one order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import Query

from graphkit.analyse.day import as_of
from graphkit.analyse.timeline.timeline import TimelineOptions, timeline
from graphkit.case.folder import CaseFolder
from graphkit.model.vocabulary import MODE_OF_TYPE, POWER_AT_END, UNDIRECTED, LinkType
from graphkit.server import ServerInfo
from graphkit.store import catalogue
from graphkit.store.base import Row, Store
from graphkit.store.local import QUESTIONS, LocalStore
from graphkit.store.neo4j import Neo4jStore
from tests.an_san_1_case import HOSTILE, OWNER, PARENT, SHIP, small_case
from tests.graph_tables import GraphRows, entity, link, name, tables_of, write_case

JUNE_2018 = 17711
ENTITY_IDS = [row["entity_id"] for row in small_case()["entities"]]
LINK_IDS = [row["link_id"] for row in small_case()["links"]]
BROWSER_ONLY = {"chains_to_listed"}

OF_EVERY_ENTITY = [{"entity_id": entity_id} for entity_id in ENTITY_IDS if entity_id != "person-secret"]
CHAINS = [
    {**asked, "day": day, "max_hops": max_hops}
    for asked in OF_EVERY_ENTITY
    for day in (None, 14000, JUNE_2018)
    for max_hops in (8,)
] + [{"entity_id": SHIP, "day": JUNE_2018, "max_hops": max_hops} for max_hops in (1, 2, 12)]

ASKED: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "claims": [{}],
    "entities": [{"ids": ENTITY_IDS}, {"ids": [OWNER, SHIP, OWNER, "nobody"]}, {"ids": []}],
    "entities_by_id": [
        {"text": text}
        for text in (
            SHIP,
            "vessel-1a2b",
            "ofac-sdn:23730",
            "un:KPe.062",
            "notes:1",
            "person-secret",
            "person-secret-old",
            "",
        )
    ],
    "entities_by_name": [{"joined": joined} for joined in ("ANSAN1", "HOPESEAII", "AN SAN 1", "", "TOLDBYANINFORMANT")],
    "entities_by_number": [
        {"scheme": scheme, "number": number}
        for scheme, number in (("imo", "7303803"), ("imo", "7303804"), ("call_sign", "HMYX3"), ("mmsi", "7303803"))
    ],
    "entities_by_reference": [{"reference": reference} for reference in ("KPe.062", "23730", "23731")],
    "events": [{"event_ids": ["e-sts", "e-undated", "e-claim", "e-odd", "e-secret"]}, {"event_ids": []}],
    "events_of_entity": OF_EVERY_ENTITY,
    "facts_of_entity": OF_EVERY_ENTITY,
    "holdings_of": [{"entity_ids": ids} for ids in (ENTITY_IDS, [SHIP], [OWNER, OWNER, "nobody"], [])],
    "link_sources": [{"link_ids": LINK_IDS}, {"link_ids": ["l-parent-1", "l-parent-1"]}, {"link_ids": []}],
    "links_below": [
        {"entity_ids": ids, "day": day}
        for ids in (ENTITY_IDS, [OWNER], [PARENT, "nobody"], [])
        for day in (None, 14000, JUNE_2018)
    ],
    "links_of_entity": OF_EVERY_ENTITY,
    "listed_entities": [{}],
    "listing_sources": [{"listing_ids": ["g-2", "g-1", "g-3", "g-5"]}],
    "listings": [{"entity_ids": ENTITY_IDS}, {"entity_ids": [PARENT]}],
    "names_matching": [{"pattern": pattern} for pattern in ("AN S.N.*", ".*", "HOPE", ".*1")],
    "names_of_entity": OF_EVERY_ENTITY,
    "names_with_words": [{"words": words} for words in (["AN", "SAN"], ["SEA"], [], ["SEA II"], ["N S"])],
    "participants": [{"event_ids": ["e-sts", "e-claim", "e-secret"]}],
    "possible_matches": [{"entity_ids": ENTITY_IDS}, {"entity_ids": [OWNER]}],
    "search_keys": [{}],
    "upstream_links": CHAINS,
}


@dataclass(frozen=True, slots=True)
class BothStores:
    """One case, on disk and on the server."""

    local: LocalStore
    server: Neo4jStore

    def both(self) -> tuple[Store, Store]:
        return self.local, self.server


@pytest.fixture(scope="module")
def server(neo4j_server: ServerInfo) -> Iterator[Neo4jStore]:
    store = Neo4jStore(neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    yield store
    store.close()


@pytest.fixture(scope="module")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> CaseFolder:
    return write_case(tmp_path_factory.mktemp("small"), "small", small_case())


@pytest.fixture
def stores(server: Neo4jStore, small_folder: CaseFolder) -> BothStores:
    """The small case; it is loaded only when the server holds something else."""
    local = LocalStore(small_folder)
    if server.lists() != local.lists():
        server.load(tables_of(small_case()), local.lists(), JUNE_2018)
    return BothStores(local, server)


def load(server: Neo4jStore, path: Path, rows: GraphRows) -> BothStores:
    local = LocalStore(write_case(path, "drawn", rows))
    server.load(tables_of(rows), local.lists(), JUNE_2018)
    return BothStores(local, server)


def test_every_question_of_the_server_is_asked_here_and_known_to_the_case() -> None:
    assert set(ASKED) == set(catalogue.names()) - BROWSER_ONLY
    assert set(ASKED) <= set(QUESTIONS)


@pytest.mark.parametrize("question", sorted(ASKED))
def test_both_stores_give_the_same_rows(question: str, stores: BothStores) -> None:
    answers = []
    for parameters in ASKED[question]:
        answers.append(stores.local.rows(question, **parameters))
        assert stores.server.rows(question, **parameters) == answers[-1], parameters
    assert any(answers), "a question without any row proves nothing"


@pytest.mark.parametrize("question", sorted(ASKED))
def test_rows_have_the_columns_of_the_header_in_their_order(question: str, stores: BothStores) -> None:
    columns = [column.name for column in catalogue.question(question).columns]
    rows = [row for parameters in ASKED[question] for row in stores.server.rows(question, **parameters)]
    assert {tuple(row) for row in rows} == {tuple(columns)}


def test_both_stores_tell_of_the_same_lists(stores: BothStores) -> None:
    assert stores.server.lists() == stores.local.lists()
    assert stores.server.lists() == [{"source": "small", "published": None, "read": "2026-11-23"}]
    assert (stores.local.warning, stores.server.warning) == (None, None)


def test_names_that_look_like_cypher_or_html_are_names_and_nothing_else(stores: BothStores) -> None:
    for store in stores.both():
        rows = store.rows("entities", ids=["company-far", "person-kim", "person-li", "vessel-sister"])
        assert [row["name"] for row in rows] == [HOSTILE[0], HOSTILE[2], HOSTILE[3], HOSTILE[1]]
        assert store.rows("entities_by_id", text=HOSTILE[0]) == []
        assert store.rows("entities_by_number", scheme="imo' OR 1=1 //", number="7303803") == []


def test_the_ship_is_traced_to_its_owners_and_not_past_the_placeholder(stores: BothStores) -> None:
    above_owner = {"l-parent-1", "l-parent-2", "l-parent-3", "l-parent-4", "l-agent-owns", "l-agent", "l-member"}
    beside = {"l-kim", "l-family", "l-li", "l-since", "l-cycle-2", "l-cycle-1", "l-self"}
    for store in stores.both():
        rows = store.rows("upstream_links", entity_id=SHIP, day=JUNE_2018, max_hops=8)
        # Not the owner of 2010, not who stands behind UNKNOWN, and no second step without a side.
        assert {row["link_id"] for row in rows} == {"l-owner", "l-linked", "l-unknown"} | above_owner | beside


def test_chains_to_listed_are_shortest_chains_of_owners_to_each_listed_party(stores: BothStores) -> None:
    rows = stores.server.rows("chains_to_listed", entity_id=SHIP, day=JUNE_2018)
    assert rows == [{"entity_ids": [SHIP, OWNER], "hops": 1}]
    in_2009 = stores.server.rows("chains_to_listed", entity_id=SHIP, day=14500)
    assert in_2009 == [{"entity_ids": [SHIP, party], "hops": 1} for party in (OWNER, "company-old")]


def eight_steps(parallel: int) -> GraphRows:
    """A chain of eight steps, each with parallel links between the same two parties: with four, 65,536 paths."""
    links = [
        link(f"l-{step}-{number:02}", "OWNS", f"company-{step + 1}", f"company-{step}")
        for step in range(8)
        for number in range(parallel)
    ]
    listing = {"listing_id": "g", "entity_id": "company-8", "measure": "asset_freeze", "known_day": 1}
    return {"entities": [entity(f"company-{number}") for number in range(9)], "links": links, "listings": [listing]}


def test_parallel_links_do_not_multiply(server: Neo4jStore, tmp_path: Path) -> None:
    stores = load(server, tmp_path, eight_steps(parallel=4))
    asked: dict[str, Any] = {"entity_id": "company-0", "day": JUNE_2018, "max_hops": 8}
    for store in stores.both():
        assert len(store.rows("upstream_links", **asked)) == 32
    assert database_hits(server, "upstream_links", **asked) < 20_000


@pytest.mark.parametrize("question", ["chains_to_listed", "upstream_links"])
def test_four_hundred_million_paths_of_one_chain_are_no_work(question: str, server: Neo4jStore, tmp_path: Path) -> None:
    # SHORTEST 1 looks up little and computes for hours: the server ends such a query, and the test fails.
    load(server, tmp_path, eight_steps(parallel=12))
    text, values = catalogue.question(question).prepare({"entity_id": "company-0", "day": JUNE_2018})
    with server.driver.session() as session:
        rows = session.run(Query(text, timeout=60), values).data()
    assert len(rows) == (1 if question == "chains_to_listed" else 96)


def database_hits(server: Neo4jStore, question: str, **parameters: Any) -> int:
    """How much the server looked up for an answer, which does not depend on how busy the machine is."""
    text, values = catalogue.question(question).prepare(parameters)
    with server.driver.session() as session:
        profile = session.run(f"PROFILE {text}", values).consume().profile
    return hits(profile or {})


def hits(profile: Mapping[str, Any]) -> int:
    return int(profile.get("dbHits") or 0) + sum(hits(child) for child in profile.get("children", ()))


# --- drawn graphs ---------------------------------------------------------------------------------------------------

DAYS = st.none() | st.integers(0, 9)


@st.composite
def drawn_graphs(draw: st.DrawFn) -> GraphRows:
    """Up to six parties, one of them perhaps a placeholder, and up to twelve links of any type between any two."""
    ids = [f"company-{number}" for number in range(draw(st.integers(2, 6)))]
    unknown = draw(st.sampled_from([None, *ids]))
    links = []
    for number in range(draw(st.integers(1, 12))):
        link_type = draw(st.sampled_from(list(LinkType)))
        # Nobody is a relative of a placeholder: it stands for one party in one cell.
        ends = [each for each in ids if link_type not in UNDIRECTED or each != unknown]
        bounds = {bound: draw(DAYS) for bound in ("start_min", "start_max", "end_min", "end_max")}
        links.append(
            link(f"l-{number:02}", link_type, draw(st.sampled_from(ends)), draw(st.sampled_from(ends)), **bounds)
        )
    listed = draw(st.sets(st.sampled_from(ids)))
    return {
        "entities": [entity(each, unknown=each == unknown) for each in ids],
        "links": links,
        "listings": [
            {"listing_id": f"g-{each}", "entity_id": each, "measure": "asset_freeze", "known_day": 1}
            for each in sorted(listed)
        ],
    }


@given(rows=drawn_graphs(), day=DAYS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_both_stores_agree_with_each_other_and_with_plain_reachability(
    server: Neo4jStore, tmp_path_factory: pytest.TempPathFactory, rows: GraphRows, day: int | None
) -> None:
    stores = load(server, tmp_path_factory.mktemp("drawn"), rows)
    for party in rows["entities"]:
        start = party["entity_id"]
        asked: list[tuple[str, dict[str, Any]]] = [
            ("upstream_links", {"entity_id": start, "day": day, "max_hops": 8}),
            ("holdings_of", {"entity_ids": [start]}),
            ("links_below", {"entity_ids": [start], "day": day}),
        ]
        for question, parameters in asked:
            local, remote = (store.rows(question, **parameters) for store in stores.both())
            assert remote == local, (question, start)
        remote = stores.server.rows("upstream_links", entity_id=start, day=day, max_hops=8)
        assert {row["link_id"] for row in remote} == expected_upstream(rows, start, day)
        chains = stores.server.rows("chains_to_listed", entity_id=start, day=day)
        assert {row["entity_ids"][-1]: row["hops"] for row in chains} == expected_hops(rows, start, day)
        assert all(len(row["entity_ids"]) == row["hops"] + 1 for row in chains)
        assert stores.server.rows("links_of_entity", entity_id=start) == stores.local.rows(
            "links_of_entity", entity_id=start
        )


def stake_in_a_ship() -> GraphRows:
    """A ship whose owner's listed holder went down to 49 % while a relative came in, with an event and two facts."""
    half, rest = {"share_min": 49.0, "share_max": 49.0}, {"share_min": 60.0, "share_max": 60.0}
    day = {"start": "2022-02-20", "start_min": 19043, "start_max": 19043}
    until = {"end": "2022-02-20", "end_min": 19043, "end_max": 19043}
    of_ship = {"entity_id": SHIP, "source_id": "un-sc"}
    return {
        "entities": [entity(OWNER), entity("person-kim", HOSTILE[3]), entity("person-li", HOSTILE[1]), entity(SHIP)],
        "entity_names": [name(SHIP, "AN SAN 1")],
        "entity_facts": [
            {**of_ship, "property": "flag", "value": "Belize", "code": "BZ", "start": "2018-02"},
            {**of_ship, "property": "type", "value": "tanker"},
        ],
        "links": [
            link("l-0", "OWNS", OWNER, SHIP),
            link("l-1", "OWNS", "person-kim", OWNER, **rest, **until),
            link("l-2", "OWNS", "person-kim", OWNER, **half, **day),
            link("l-3", "OWNS", "person-li", OWNER, **day),
            link("l-4", "FAMILY_OF", "person-li", "person-kim"),
        ],
        "link_sources": [
            {"link_id": f"l-{number}", "statement_id": f"s-{number}", "certainty": "stated", "source_id": "paper"}
            for number in range(5)
        ],
        "listings": [
            {
                **{"listing_id": "g-1", "entity_id": "person-kim", "authority": "EU", "measure": "asset_freeze"},
                **{"known_day": 20000, "listed": "2022-02-28", "listed_min": 19051, "listed_max": 19051},
            },
            {"listing_id": "g-2", "entity_id": SHIP, "authority": "OFAC", "measure": "port_ban", "known_day": 20000},
        ],
        "listing_sources": [{"listing_id": "g-1", "statement_id": "t-1", "source_id": "eu-oj"}],
        "events": [
            {
                **{"event_id": "e-1", "type": "sts_transfer", "certainty": "likely", "source_id": "wp"},
                **{"start": "2022-03", "start_min": 19052, "start_max": 19082},
            }
        ],
        "event_entities": [{"event_id": "e-1", "entity_id": SHIP, "role": "subject"}],
    }


@pytest.mark.parametrize("who", [SHIP, OWNER, "person-kim"])
def test_a_timeline_is_the_same_from_both_stores(who: str, server: Neo4jStore, tmp_path: Path) -> None:
    stores = load(server, tmp_path, stake_in_a_ship())
    options = TimelineOptions(reach=2)
    local, remote = (timeline(store, who, as_of("2023-01-01"), options) for store in stores.both())
    assert remote == local
    found = {each.pattern for near in local.near_listings for each in near.indicators}
    assert {"divestment_below_threshold", "transfer_to_relative_or_associate"} <= found


def expected_upstream(rows: GraphRows, start: str, day: int | None) -> set[str]:
    """The same by reachability in networkx: whoever is above, whoever is beside them, and whoever is above those."""
    unknown = {row["entity_id"] for row in rows["entities"] if row.get("unknown")}
    directed = [row for row in rows["links"] if row["type"] in set(MODE_OF_TYPE) - UNDIRECTED and is_possible(row, day)]
    undirected = [row for row in rows["links"] if row["type"] in UNDIRECTED and is_possible(row, day)]
    up: nx.DiGraph[str] = nx.DiGraph()
    up.add_nodes_from(row["entity_id"] for row in rows["entities"])
    up.add_edges_from((held, holder) for held, holder in map(held_and_holder, directed) if holder not in unknown)
    above = {start} | nx.descendants(up, start)
    beside = {end for row in undirected for end in ends_of(row) if ends_of(row) & above}
    wider = above | beside | {each for party in beside for each in nx.descendants(up, party)}
    return {row["link_id"] for row in directed if held_and_holder(row)[0] in wider} | {
        row["link_id"] for row in undirected if ends_of(row) & above
    }


def expected_hops(rows: GraphRows, start: str, day: int | None) -> dict[str, int]:
    """Steps of OWNS and CONTROLS, certain on the day, from the start up to each other party that is listed."""
    unknown = {row["entity_id"] for row in rows["entities"] if row.get("unknown")}
    up: nx.DiGraph[str] = nx.DiGraph()
    up.add_node(start)
    up.add_edges_from(
        (row["to_id"], row["from_id"])
        for row in rows["links"]
        if row["type"] in {"OWNS", "CONTROLS"} and is_certain(row, day) and not ends_of(row) & unknown
    )
    steps = nx.single_source_shortest_path_length(up, start)
    listed = {row["entity_id"] for row in rows["listings"]} - {start}
    return {party: steps[party] for party in listed if party in steps}


def held_and_holder(row: Row) -> tuple[str, str]:
    return (row["from_id"], row["to_id"]) if row["type"] in POWER_AT_END else (row["to_id"], row["from_id"])


def ends_of(row: Row) -> set[str]:
    return {row["from_id"], row["to_id"]}


def is_possible(row: Row, day: int | None) -> bool:
    if day is None:
        return True
    begun = row["start_min"] is None or row["start_min"] <= day
    return begun and (row["end_max"] is None or row["end_max"] > day)


def is_certain(row: Row, day: int | None) -> bool:
    """No link drawn here has a date in words: a bound that is missing is open."""
    if day is None:
        return True
    begun = row["start_max"] is None or row["start_max"] <= day
    return begun and (row["end_min"] is None or row["end_min"] > day)
