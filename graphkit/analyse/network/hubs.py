"""Hubs, with many neighbours, and brokers, on the ways between others.

A broker's `pairs` is betweenness: how many pairs of parties have their shortest way through it, a pair with several
shortest ways counted in parts. Up to EXACT_UP_TO parties that hang together it is exact; above, it is estimated from
the ways of SAMPLED of them, drawn with a fixed seed (Brandes and Pich, 2007).
"""

from typing import Final

import networkx as nx

from graphkit.analyse.network.behind import Sources
from graphkit.analyse.network.neighbourhood import View
from graphkit.analyse.network.wording import counted, neighbours_in_words, types_of
from graphkit.model.answers.network import Broker, Hub

EXACT_UP_TO: Final = 500
SAMPLED: Final = 50
_SEED: Final = 1
_FEWEST_NEIGHBOURS: Final = 3


def hubs(view: View, sources: Sources, limit: int) -> tuple[Hub, ...]:
    """The parties with most neighbours, three and more."""
    degree = dict(view.graph.degree)
    order = sorted(
        (each for each in degree if degree[each] >= _FEWEST_NEIGHBOURS), key=lambda each: (-degree[each], each)
    )
    return tuple(_hub(view, sources, each) for each in order[:limit])


def _hub(view: View, sources: Sources, entity_id: str) -> Hub:
    rows = view.links_of(entity_id)
    neighbours = list(view.graph.adj[entity_id])
    listed = sum(map(view.is_listed, neighbours))
    why = f"{neighbours_in_words(entity_id, rows)}; {counted(listed, 'neighbour', 'neighbours')} listed"
    return Hub(view.member(entity_id), len(neighbours), listed, types_of(rows), why, sources.behind(rows))


def brokers(view: View, sources: Sources, limit: int) -> tuple[tuple[Broker, ...], str]:
    """The parties on most shortest ways, and a sentence where their number was estimated."""
    pairs: dict[str, float] = {}
    estimated: set[str] = set()
    largest = 0
    for part in sorted(map(sorted, nx.connected_components(view.graph))):
        if len(part) < _FEWEST_NEIGHBOURS:
            continue
        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from(part)
        graph.add_edges_from(sorted(view.graph.subgraph(part).edges))
        sample = SAMPLED if len(part) > EXACT_UP_TO else None
        pairs |= nx.betweenness_centrality(graph, k=sample, normalized=False, seed=_SEED)
        if sample:
            estimated.update(part)
            largest = max(largest, len(part))
    order = sorted((each for each in pairs if pairs[each] > 0), key=lambda each: (-round(pairs[each], 6), each))[:limit]
    found = tuple(_broker(view, sources, each, pairs[each], each in estimated) for each in order)
    note = f"Brokers among {largest:,} parties are estimated from {SAMPLED} of them." if estimated else ""
    return found, note


def _broker(view: View, sources: Sources, entity_id: str, pairs: float, estimated: bool) -> Broker:
    whole = nx.node_connected_component(view.graph, entity_id)
    parts = nx.number_connected_components(view.graph.subgraph(whole - {entity_id}))
    about = "about " if estimated else ""
    number = counted(round(pairs) or 1, "pair", "pairs")
    falls = f"they fall into {parts} parts" if parts > 1 else "they still hang together"
    whole_text = f"the {len(whole):,} parties that hang together"
    why = f"on the shortest ways between {about}{number} of {whole_text}; without it {falls}"
    return Broker(
        view.member(entity_id), round(pairs, 2), estimated, parts, why, sources.behind(view.links_of(entity_id))
    )
