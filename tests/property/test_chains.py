"""Chains on small graphs of every shape: an obvious search judges the fast one, and the order of rows changes nothing.

The obvious search walks all simple ways through the graph with networkx, throws out those that break a rule, and keeps
the shortest to each listed party.
"""

import tempfile
from itertools import pairwise
from pathlib import Path

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.analyse.chains import trace
from graphkit.analyse.day import as_of
from graphkit.analyse.upward import TraceOptions
from graphkit.model.vocabulary import MODE_OF_TYPE, MODES, POWER_AT_END, UNDIRECTED, LinkType, Mode
from graphkit.present.plain import plain
from graphkit.store.local import LocalStore
from tests.graph_cases import Joined, graph_case

DAY = "2010-06-15"
PARTIES = dict.fromkeys("abcdefg", "company")
TYPES = (
    LinkType.OWNS,
    LinkType.CONTROLS,
    LinkType.MANAGES,
    LinkType.ACTS_FOR,
    LinkType.LINKED_TO,
    LinkType.MEMBER_OF,
    LinkType.FAMILY_OF,
    LinkType.SHARED_ADDRESS,
    LinkType.SUCCEEDED_BY,  # never makes a chain
)
HOLDING_DATES = (("", ""), ("2000-01-01", ""), ("", "2010-06-16"), ("2010", ""), ("2010-06-15", "2010-06-16"))
ENDED_DATES = (("", "2010-06-15"), ("2010-06-16", ""), ("2011", ""), ("2000", "2005"))

parties = st.sampled_from(sorted(PARTIES))
links = st.builds(
    lambda kind, one, other, dates: Joined(kind, one, other, *dates),
    st.sampled_from(TYPES),
    parties,
    parties,
    st.sampled_from(HOLDING_DATES + ENDED_DATES),
)
graphs = st.tuples(st.lists(links, max_size=16), st.sets(parties), st.sets(parties, max_size=2))
Graph = tuple[list[Joined], set[str], set[str]]


def opened(graph: Graph, folder: str, *, backwards: bool = False) -> LocalStore:
    """The graph as a case."""
    made, listed, unknown = graph
    return graph_case(Path(folder), PARTIES, made, listed=listed, unknown=unknown, backwards=backwards)


def obvious_chains(graph: Graph, mode: Mode, max_hops: int) -> dict[tuple[str, ...], Mode]:
    """Every shortest way from `a` to each other listed party in a mode, with the narrowest mode of each way."""
    made, listed, unknown = graph
    ways: nx.DiGraph[str] = nx.DiGraph()
    ways.add_nodes_from(PARTIES)
    for link in made:
        link_mode = MODE_OF_TYPE.get(link.type)
        if link_mode is None or (link.start, link.end) in ENDED_DATES or MODES.index(link_mode) > MODES.index(mode):
            continue
        ends = (link.from_id, link.to_id)
        upwards = ends if link.type in POWER_AT_END else ends[::-1]
        for held, holder in {ends, ends[::-1]} if link.type in UNDIRECTED else {upwards}:
            if not ways.has_edge(held, holder):
                ways.add_edge(held, holder, links=[])
            ways.edges[held, holder]["links"].append(link.type)
    found: dict[tuple[str, ...], Mode] = {}
    for goal in sorted(listed - {"a"}):
        allowed = [
            tuple(way)
            for way in nx.all_simple_paths(ways, "a", goal, cutoff=max_hops)
            if not unknown & set(way[:-1]) and undirected_steps(ways, way) <= 1
        ]
        shortest = min(map(len, allowed), default=0)
        found |= {way: narrowest_mode(ways, way) for way in allowed if len(way) == shortest}
    return found


def undirected_steps(ways: "nx.DiGraph[str]", way: list[str]) -> int:
    """How many steps of a way can only be taken on a link without a side of power."""
    return sum(set(ways.edges[step]["links"]) <= UNDIRECTED for step in pairwise(way))


def narrowest_mode(ways: "nx.DiGraph[str]", way: tuple[str, ...]) -> Mode:
    """The widest of the steps' modes, each step taken on its narrowest link."""
    steps = [min(MODES.index(MODE_OF_TYPE[link]) for link in ways.edges[step]["links"]) for step in pairwise(way)]
    return MODES[max(steps)]


@settings(max_examples=120)
@given(graphs, st.sampled_from(MODES), st.sampled_from((2, 3, 8)))
def test_the_chains_of_a_mode_are_the_shortest_ways_that_keep_the_rules(graph: Graph, mode: Mode, hops: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        options = TraceOptions(mode=mode, max_hops=hops, chains=1000)
        answer = trace(opened(graph, folder), "a", as_of(DAY), options)
    found = {tuple(entity.id for entity in chain.entities): chain.mode for chain in answer.chains if chain.steps}
    assert found == obvious_chains(graph, mode, hops)


@settings(max_examples=60)
@given(graphs)
def test_without_a_mode_the_chains_of_all_three_are_told_once_each(graph: Graph) -> None:
    with tempfile.TemporaryDirectory() as folder:
        answer = trace(opened(graph, folder), "a", as_of(DAY), TraceOptions(chains=1000))
    ways = [tuple(entity.id for entity in chain.entities) for chain in answer.chains if chain.steps]
    expected = {way for mode in MODES for way in obvious_chains(graph, mode, 8)}
    assert (len(ways), set(ways)) == (len(expected), expected)


@settings(max_examples=60)
@given(graphs)
def test_the_order_of_the_rows_on_disk_changes_nothing_in_the_answer(graph: Graph) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        answers = [
            plain(trace(store, "a", as_of(DAY), TraceOptions(chains=2)))
            for store in (opened(graph, one), opened(graph, other, backwards=True))
        ]
    assert answers[0] == answers[1]


@settings(max_examples=60)
@given(graphs)
def test_every_step_of_a_chain_rests_on_links_that_join_its_two_parties(graph: Graph) -> None:
    with tempfile.TemporaryDirectory() as folder:
        answer = trace(opened(graph, folder), "a", as_of(DAY), TraceOptions(chains=1000, wide=True))
    for chain in answer.chains:
        ends = [{entity.id for entity in pair} for pair in pairwise(chain.entities)]
        assert [{step.from_id, step.to_id} for step in chain.steps] == ends
        assert all(step.links for step in chain.steps)
