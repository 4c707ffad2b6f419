"""Compressed rows against the obvious way: a list of links for each node."""

from collections import defaultdict
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graphkit.graph.adjacency import adjacency

Edge = tuple[int, int]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, list[Edge]]:
    """A number of nodes and links between them, loops and parallel links included."""
    count = draw(st.integers(1, 12))
    node = st.integers(0, count - 1)
    return count, draw(st.lists(st.tuples(node, node), max_size=40))


def listed(edges: list[Edge]) -> dict[int, list[Edge]]:
    """Link number and other end of the links of each node."""
    found: dict[int, list[Edge]] = defaultdict(list)
    for number, (start, end) in enumerate(edges):
        found[start].append((number, end))
    return found


@given(graphs(), st.data())
def test_the_rows_hold_what_lists_of_links_hold(graph: tuple[int, list[Edge]], data: st.DataObject) -> None:
    count, edges = graph
    starts, ends = (np.array([edge[side] for edge in edges], dtype=np.int64) for side in (0, 1))
    rows = adjacency(count, starts, ends, np.arange(len(edges)))
    expected = listed(edges)
    asked = data.draw(st.lists(st.integers(0, count - 1), max_size=6))
    links, others = rows.links_of(np.array(asked, dtype=np.int64))
    assert list(zip(links.tolist(), others.tolist(), strict=True)) == [
        pair for node in asked for pair in expected[node]
    ]
    assert rows.offsets.tolist() == [sum(start < node for start, _ in edges) for node in range(count + 1)]


@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_in_which_links_are_given_leaves_no_trace(graph: tuple[int, list[Edge]], random: Random) -> None:
    count, edges = graph
    numbered = list(enumerate(edges))
    shuffled = list(numbered)
    random.shuffle(shuffled)
    one, other = (
        adjacency(
            count,
            np.array([start for _, (start, _) in links], dtype=np.int64),
            np.array([end for _, (_, end) in links], dtype=np.int64),
            np.array([number for number, _ in links], dtype=np.int64),
        )
        for links in (numbered, shuffled)
    )
    assert all(np.array_equal(getattr(one, part), getattr(other, part)) for part in ("offsets", "links", "ends"))
