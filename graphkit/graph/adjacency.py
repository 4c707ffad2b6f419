"""Links as compressed sparse rows: from a party to the links by which it is held, without a Python object per link.

One array of offsets per node, one of link numbers and one of the parties at the other end. A million links take 24 MB
and are built in well under a second; a step of a search is a slice.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

Ints = np.ndarray[Any, np.dtype[np.int64]]
Bools = np.ndarray[Any, np.dtype[np.bool_]]


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
        places = np.concatenate([np.arange(self.offsets[node], self.offsets[node + 1]) for node in nodes])
        return self.links[places], self.ends[places]


def adjacency(node_count: int, starts: Ints, ends: Ints, links: Ints) -> Adjacency:
    """The rows of a graph of node_count nodes whose link links[i] leads from starts[i] to ends[i]."""
    order = np.lexsort((links, starts))
    offsets = np.zeros(node_count + 1, dtype=np.int64)
    np.add.at(offsets, starts + 1, 1)
    return Adjacency(np.cumsum(offsets), links[order], ends[order])
