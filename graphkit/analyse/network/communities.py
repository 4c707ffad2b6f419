"""Communities around listed parties: who has more links among each other than to the rest.

Up to WHOLE_UP_TO parties that hang together are one community. More are parted by the method of Louvain (Blondel and
others, 2008) with every pair of neighbours counted once and a fixed seed, so that the same case gives the same answer.
Where it draws a line is a choice of the method, not a fact of the world.
"""

from typing import Final

import networkx as nx

from graphkit.analyse.network.behind import Sources
from graphkit.analyse.network.neighbourhood import View
from graphkit.analyse.network.wording import counted, joined_by, listed_count, types_of
from graphkit.model.answers.network import Community

WHOLE_UP_TO: Final = 30
_SEED: Final = 1
_SMALLEST: Final = 3


def communities(view: View, sources: Sources, limit: int) -> tuple[Community, ...]:
    """Communities of three parties and more with a listed one or the one asked about, those with most listed first."""
    wanted = {*view.seeds, *filter(view.is_listed, view.graph)}
    found = [each for each in _parts(view) if len(each) >= _SMALLEST and wanted.intersection(each)]
    found.sort(key=lambda part: (-sum(map(view.is_listed, part)), -len(part), part[0]))
    return tuple(_community(view, sources, part) for part in found[:limit])


def _parts(view: View) -> list[list[str]]:
    """Louvain on numbers instead of ids: sets of text have another order in every run of Python."""
    whole = [sorted(each) for each in nx.connected_components(view.graph)]
    ids = sorted(entity_id for part in whole if len(part) > WHOLE_UP_TO for entity_id in part)
    parts = [part for part in whole if len(part) <= WHOLE_UP_TO]
    if not ids:
        return parts
    number = {entity_id: place for place, entity_id in enumerate(ids)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(ids)))
    graph.add_edges_from((number[one], number[other]) for one, other in view.graph.edges if one in number)
    found = nx.community.louvain_communities(graph, weight=None, seed=_SEED)
    return [*parts, *(sorted(ids[each] for each in part) for part in found)]


def _community(view: View, sources: Sources, part: list[str]) -> Community:
    rows = view.links_among(part)
    inner = view.graph.subgraph(part)
    order = sorted(part, key=lambda each: (not view.is_listed(each), -inner.degree(each), each))
    listed, vessels = sum(map(view.is_listed, part)), sum(map(view.is_vessel, part))
    centre = min(part, key=lambda each: (-inner.degree(each), each))
    types = types_of(rows)
    many = f"{len(part):,} parties, {listed_count(listed)}, {counted(vessels, 'vessel', 'vessels')}"
    middle = f"{view.parties[centre]['name']}, linked to {inner.degree(centre)} of them"
    why = f"{many}, held together by {joined_by(types)}; in the middle {middle}"
    members = tuple(view.member(each) for each in order)
    return Community(len(part), listed, vessels, types, members, why, sources.behind(rows))
