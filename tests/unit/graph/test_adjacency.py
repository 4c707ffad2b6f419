"""Links as compressed rows, on a graph small enough to read."""

import numpy as np

from graphkit.graph.adjacency import adjacency


def test_the_links_of_a_node_are_those_that_start_there_in_the_order_of_their_numbers() -> None:
    # 0 -> 1 (link 7), 2 -> 0 (link 5), 0 -> 2 (link 3), 0 -> 1 (link 4); node 3 stands alone.
    rows = adjacency(4, np.array([0, 2, 0, 0]), np.array([1, 0, 2, 1]), np.array([7, 5, 3, 4]))
    assert rows.offsets.tolist() == [0, 3, 3, 4, 4]
    assert rows.links.tolist() == [3, 4, 7, 5]
    assert rows.ends.tolist() == [2, 1, 1, 0]


def test_the_links_of_several_nodes_come_in_the_order_of_the_nodes() -> None:
    rows = adjacency(3, np.array([0, 2, 0]), np.array([1, 0, 0]), np.array([0, 1, 2]))
    links, ends = rows.links_of(np.array([2, 1, 0]))
    assert (links.tolist(), ends.tolist()) == ([1, 0, 2], [0, 1, 0])
    assert all(len(part) == 0 for part in rows.links_of(np.array([1])))
    assert all(len(part) == 0 for part in rows.links_of(np.array([], dtype=np.int64)))


def test_a_graph_without_links_and_one_without_nodes_have_rows_too() -> None:
    none = np.array([], dtype=np.int64)
    assert adjacency(2, none, none, none).offsets.tolist() == [0, 0, 0]
    assert adjacency(0, none, none, none).offsets.tolist() == [0]
