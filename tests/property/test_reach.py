"""Fleets and paths on small graphs of every shape, judged by obvious searches with networkx."""

import tempfile
from pathlib import Path

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.analyse.connections import paths
from graphkit.analyse.day import as_of
from graphkit.analyse.fleet import fleet
from graphkit.model.vocabulary import MODE_OF_TYPE, POWER_AT_END, LinkType, Mode
from graphkit.present.plain import plain
from graphkit.store.local import LocalStore
from tests.graph_cases import Joined, graph_case

DAY = "2010-06-15"
PARTIES = {**dict.fromkeys("abcd", "company"), **dict.fromkeys("uvw", "vessel")}
TYPES = (
    LinkType.OWNS,
    LinkType.MANAGES,
    LinkType.ACTS_FOR,
    LinkType.LINKED_TO,
    LinkType.SHARED_ADDRESS,
    LinkType.INSURED_BY,
)
ENDED = ("2000", "2005")

parties = st.sampled_from(sorted(PARTIES))
links = st.builds(
    lambda kind, one, other, dates: Joined(kind, one, other, *dates),
    st.sampled_from(TYPES),
    parties,
    parties,
    st.sampled_from((("", ""), ("2000-01-01", ""), ENDED)),
)
graphs = st.tuples(st.lists(links, max_size=14), st.sets(st.sampled_from("bcd"), max_size=2))
Graph = tuple[list[Joined], set[str]]


def opened(graph: Graph, folder: str, *, backwards: bool = False) -> LocalStore:
    """The graph as a case."""
    made, unknown = graph
    return graph_case(Path(folder), PARTIES, made, unknown=unknown, backwards=backwards)


def obvious_fleet(graph: Graph) -> dict[str, tuple[Mode, int]]:
    """Each ship below `a` with its narrowest mode, and how many steps away it is in that mode.

    The ways down by ownership, then by control too; then one link further, whatever is linked to a party that is held.
    """
    made, unknown = graph
    down = {mode: nx.DiGraph([("a", "a")]) for mode in Mode}
    for link in made:
        mode = MODE_OF_TYPE.get(link.type)
        if mode is None or (link.start, link.end) == ENDED or link.type is LinkType.SHARED_ADDRESS:
            continue
        holder, held = (link.to_id, link.from_id) if link.type in POWER_AT_END else (link.from_id, link.to_id)
        if holder not in unknown:
            for wider in Mode:
                if mode is wider or (mode is Mode.OWNERSHIP and wider is Mode.CONTROL):
                    down[wider].add_edge(holder, held)
    owned = nx.single_source_shortest_path_length(down[Mode.OWNERSHIP], "a")
    run = nx.single_source_shortest_path_length(down[Mode.CONTROL], "a")
    linked = {
        held: min(run[holder] + 1 for holder in down[Mode.ASSOCIATION].predecessors(held) if holder in run)
        for held in down[Mode.ASSOCIATION]
        if any(holder in run for holder in down[Mode.ASSOCIATION].predecessors(held))
    }
    found = {each: (Mode.ASSOCIATION, steps) for each, steps in linked.items()}
    found |= {each: (Mode.CONTROL, steps) for each, steps in run.items()}
    found |= {each: (Mode.OWNERSHIP, steps) for each, steps in owned.items()}
    return {each: told for each, told in found.items() if PARTIES[each] == "vessel"}


@settings(max_examples=120)
@given(graphs)
def test_a_fleet_is_every_ship_below_by_the_narrowest_mode_and_its_shortest_way(graph: Graph) -> None:
    with tempfile.TemporaryDirectory() as folder:
        answer = fleet(opened(graph, folder), "a", as_of(DAY))
    assert {each.id: (each.mode, len(each.chain) - 1) for each in answer.vessels} == obvious_fleet(graph)
    assert all(each.chain[0] == "a" and each.chain[-1] == each.id for each in answer.vessels)
    assert answer.truncated is False


@settings(max_examples=120)
@given(graphs, parties, parties)
def test_paths_are_the_shortest_ways_in_any_direction_that_cross_no_placeholder(
    graph: Graph, one: str, other: str
) -> None:
    made, unknown = graph
    ways: nx.Graph[str] = nx.Graph()
    ways.add_nodes_from(PARTIES)
    ways.add_edges_from((link.from_id, link.to_id) for link in made if (link.start, link.end) != ENDED)
    ways.remove_nodes_from(unknown - {one, other})
    joined = one != other and nx.has_path(ways, one, other)
    expected = {tuple(way) for way in nx.all_shortest_paths(ways, one, other)} if joined else set()
    with tempfile.TemporaryDirectory() as folder:
        answer = paths(opened(graph, folder), one, other, as_of(DAY), limit=1000)
    assert {tuple(entity.id for entity in path.entities) for path in answer.paths} == expected


@settings(max_examples=40)
@given(graphs)
def test_the_order_of_the_rows_on_disk_changes_no_fleet_and_no_path(graph: Graph) -> None:
    with tempfile.TemporaryDirectory() as here, tempfile.TemporaryDirectory() as there:
        answers = [
            plain([fleet(store, "a", as_of(DAY)), paths(store, "a", "u", as_of(DAY))])
            for store in (opened(graph, here), opened(graph, there, backwards=True))
        ]
    assert answers[0] == answers[1]
