"""The best ways up by certainty or by share, also longer ones: without a party twice, the best first."""

import math
from collections.abc import Iterable, Iterator

import networkx as nx

from graphkit.analyse.upward import Node, TraceOptions, Upward
from graphkit.model.vocabulary import CERTAINTY_WEIGHT, Certainty, LinkType, Mode, Rank
from graphkit.store.base import Row

_PER_STEP = 1e-6  # of two ways that are equally good the shorter one comes first
_LEAST = 1e-9  # a share of 0 is a bad step and no wall
_LOOKED_AT = 1_000  # ways that are too long for the options, before the search for shorter ones ends


class BestWays:
    """Ways over the links of one mode, weighed by a rank."""

    def __init__(self, graph: Upward, modes: frozenset[Mode], options: TraceOptions, rank: Rank) -> None:
        self._options = options
        self._graph: nx.DiGraph[Node] = nx.DiGraph()
        for held, holders in graph.neighbours(modes).items():
            if graph.entities[held].unknown:
                continue
            for holder, undirected in holders:
                weight = _PER_STEP - math.log(_worth(graph.rows_between(held, holder, modes), rank))
                for used in (False, True):
                    if undirected and used and not options.wide:
                        continue
                    after = used or (undirected and not options.wide)
                    self._graph.add_edge((held, used), (holder, after), weight=weight)

    def ways(self, start: str, goal: str) -> Iterator[tuple[str, ...]]:
        """Entity ids from the start, the best way first."""
        end = (goal, "end")
        graph = self._graph
        for node in ((goal, False), (goal, True)):
            if graph.has_node(node):
                graph.add_edge(node, end, weight=0.0)
        if not (graph.has_node((start, False)) and graph.has_node(end)):
            return
        try:
            for looked_at, nodes in enumerate(nx.shortest_simple_paths(graph, (start, False), end, weight="weight")):
                ids = tuple(node[0] for node in nodes[:-1])
                if len(ids) - 1 <= self._options.max_hops and len(set(ids)) == len(ids):
                    yield ids
                elif looked_at > _LOOKED_AT:
                    return
        except nx.NetworkXNoPath:
            return
        finally:
            graph.remove_node(end)


def _worth(links: Iterable[Row], rank: Rank) -> float:
    """How good a step is, up to 1: the certainty of its surest link, or the most that is held by it."""
    if rank is Rank.CERTAINTY:
        return max(CERTAINTY_WEIGHT[Certainty(link["certainty"])] for link in links)
    shares = [_most(link) for link in links if link["type"] == LinkType.OWNS]
    return max([_LEAST, *shares])


def _most(link: Row) -> float:
    return 1.0 if link["share_max"] is None else float(link["share_max"]) / 100.0
