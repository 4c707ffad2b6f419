"""How two entities are connected, by links of any kind in any direction and by events both took part in.

A connection says that a way exists, not that anybody owns anybody. Parallel links of one step are told as the step's
sources.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence, list_ages, ordered, source_ref
from graphkit.analyse.find import one_entity
from graphkit.model.answers import Connection, Entity, Paths, PathStep, SourceRef
from graphkit.model.vocabulary import CERTAINTY_WEIGHT, Certainty
from graphkit.store.base import Row, Store


@dataclass(frozen=True, slots=True)
class _Tie:
    """One link or event between two parties, as a step of a path tells it."""

    type: str
    role: str
    date: str | None
    certainty: Certainty
    sources: tuple[SourceRef, ...]
    from_id: str
    to_id: str


def paths(store: Store, who: str, whom: str, on: AsOf, *, max_hops: int = 8, limit: int = 10) -> Paths:
    """The shortest connections of two entities, at most `limit` of them.

    Events count whatever their date: that two ships met stays true.

    Raises:
        NotFound, Ambiguous: one of the two is not exactly one entity.
    """
    start, goal = one_entity(store, who), one_entity(store, whom)
    evidence = Evidence(store, on)
    rows = store.rows("shortest_connection", from_id=start, to_id=goal, day=on.day, max_hops=max_hops)
    entities = evidence.entities({start, goal, *(row["from_id"] for row in rows), *(row["to_id"] for row in rows)})
    ties = _ties(store, evidence, rows)
    ways = list(islice(_ways(start, goal, ties), limit + 1))
    return Paths(
        from_entity=entities[start],
        to_entity=entities[goal],
        as_of=on.text,
        truncated=len(ways) > limit,
        paths=tuple(_connection(way, ties, entities) for way in ways[:limit]),
        lists=list_ages(store),
    )


def _ties(store: Store, evidence: Evidence, rows: list[Row]) -> dict[frozenset[str], list[_Tie]]:
    """All links and events between each two parties, surest first."""
    found: dict[frozenset[str], list[_Tie]] = defaultdict(list)
    links = evidence.links([row for row in rows if row["link_id"]])
    for row in rows:
        if link := links.get(row["link_id"] or ""):
            tie = _Tie(
                str(link.type), link.role, link.start, link.certainty, link.sources, row["from_id"], row["to_id"]
            )
            found[frozenset((row["from_id"], row["to_id"]))].append(tie)
    for (from_id, to_id), tie in _event_ties(store, rows):
        found[frozenset((from_id, to_id))].append(tie)
    for ties in found.values():
        ties.sort(key=lambda tie: (-CERTAINTY_WEIGHT[tie.certainty], tie.type, tie.role, tie.date or ""))
    return found


def _event_ties(store: Store, rows: list[Row]) -> list[tuple[tuple[str, str], _Tie]]:
    pairs = sorted({(row["event_id"], *sorted((row["from_id"], row["to_id"]))) for row in rows if row["event_id"]})
    statements: dict[str, list[Row]] = defaultdict(list)
    for row in store.rows("events", event_ids=sorted({event_id for event_id, _, _ in pairs})):
        statements[row["event_id"]].append(row)
    ties = []
    for event_id, one, other in pairs:
        said = statements[event_id]
        best = max(said, key=lambda row: CERTAINTY_WEIGHT[Certainty(row["certainty"])])
        sources = ordered(source_ref(row) for row in said)
        tie = _Tie(best["type"].upper(), "", best["start"] or None, Certainty(best["certainty"]), sources, one, other)
        ties.append(((one, other), tie))
    return ties


def _ways(start: str, goal: str, ties: dict[frozenset[str], list[_Tie]]) -> Iterator[tuple[str, ...]]:
    """All shortest ways between two parties; the ties at hand lie on shortest ways only."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(sorted((min(pair), max(pair)) for pair in ties if len(pair) == 2))
    if start == goal or not (graph.has_node(start) and graph.has_node(goal)):
        return
    for way in nx.all_shortest_paths(graph, start, goal):
        yield tuple(way)


def _connection(
    way: tuple[str, ...], ties: dict[frozenset[str], list[_Tie]], entities: dict[str, Entity]
) -> Connection:
    steps = tuple(_step(ties[frozenset((one, other))]) for one, other in pairwise(way))
    return Connection(tuple(entities[entity_id] for entity_id in way), steps, way)


def _step(ties: list[_Tie]) -> PathStep:
    """A step as its surest tie tells it; `from` and `to` follow that tie's arrow."""
    best = ties[0]
    sources = tuple(dict.fromkeys(ref for tie in ties for ref in tie.sources))
    ids = tuple(dict.fromkeys(ref.source for ref in sources))
    return PathStep(best.from_id, best.to_id, best.type, best.role, best.date, best.certainty, sources, ids)
