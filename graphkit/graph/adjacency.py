"""Links as compressed sparse rows: from a party to the links by which it is held, without a Python object per link.

One array of offsets per node, one of link numbers and one of the parties at the other end. A million links take 24 MB
and are built in well under a second; a step of a search is a slice.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

Ints = np.ndarray[Any, np.dtype[np.int64]]
Bools = np.ndarray[Any, np.dtype[np.bool_]]


def runs(starts: Ints, sizes: Ints) -> Ints:
    """The places of several runs in one array: sizes[i] places from starts[i] on, one run after the other."""
    return np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(int(sizes.sum()))


@dataclass(frozen=True, slots=True)
class Adjacency:
    """offsets: n + 1 numbers; the links of node i are links[offsets[i]:offsets[i + 1]], their other ends are ends."""

    offsets: Ints
    links: Ints
    ends: Ints

    def links_of(self, nodes: Ints) -> tuple[Ints, Ints]:
        """Link numbers and other ends of several nodes, in one array each."""
        if not len(nodes):
            return nodes[:0], nodes[:0]
        starts, sizes = self.offsets[nodes], self.offsets[nodes + 1] - self.offsets[nodes]
        found = runs(starts, sizes)
        return self.links[found], self.ends[found]


def reachable(graph: Adjacency, start: Ints) -> Ints:
    """Every node that the links lead to from the start, itself included, in the order of their numbers."""
    seen = np.zeros(len(graph.offsets) - 1, dtype=bool)
    frontier = np.unique(start)
    while len(frontier):
        seen[frontier] = True
        _, ends = graph.links_of(frontier)
        frontier = np.unique(ends[~seen[ends]])
    return np.flatnonzero(seen)


def adjacency(node_count: int, starts: Ints, ends: Ints, links: Ints) -> Adjacency:
    """The rows of a graph of node_count nodes whose link links[i] leads from starts[i] to ends[i]."""
    order = np.lexsort((links, starts))
    offsets = np.concatenate([[0], np.cumsum(np.bincount(starts, minlength=node_count))])
    return Adjacency(offsets, links[order], ends[order])
