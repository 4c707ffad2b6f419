"""Chains in a growing graph: graphkit's arrays and search beside networkx, on the same links, in one process.

Layers of companies with one to three holders each, four parallel links on every tenth pair, as registers print them.
Both find the parties upstream of a hundred ships; graphkit also keeps dates and parallel links apart. Loading is
counted for both.
"""

import random
import time

import networkx as nx
import pyarrow as pa
from measure import machine, own_peak_mb

from graphkit.case.arrow import from_rows
from graphkit.model.tables import GRAPH_TABLES
from graphkit.store.local.links import LinkArrays

SIZES = (10_000, 100_000, 1_000_000)
SHIPS = 100


def pairs(count: int) -> list[tuple[int, int]]:
    """Holder and held, as numbers; holders have lower numbers than what they hold, so every chain ends."""
    draw = random.Random(2018)
    nodes = count // 2
    found = []
    while len(found) < count:
        held = draw.randrange(100, nodes)
        holder = draw.randrange(max(0, held - 5_000), held)
        found += [(holder, held)] * (4 if draw.random() < 0.1 else 1)
    return found[:count]


def tables(links: list[tuple[int, int]]) -> tuple[pa.Table, pa.Table]:
    """The links and entities as a build keeps them."""
    nodes = 1 + max(held for _, held in links)
    entity = dict.fromkeys(GRAPH_TABLES["entities"], "")
    entities = [
        tuple({**entity, "entity_id": _name(node), "kind": "company", "unknown": False, "records": 1}.values())
        for node in range(nodes)
    ]
    link = dict.fromkeys(GRAPH_TABLES["links"])
    rows = [
        tuple({**link, "link_id": f"l{number}", "type": "OWNS", "from_id": _name(a), "to_id": _name(b)}.values())
        for number, (a, b) in enumerate(links)
    ]
    return from_rows(GRAPH_TABLES["links"], rows), from_rows(GRAPH_TABLES["entities"], entities)


def _name(node: int) -> str:
    return f"company-{node:07d}"


def main() -> None:
    """Print the table."""
    print(f"{machine()}\n")
    print("| links | graphkit: arrays s | 100 ships s | networkx: graph s | 100 ships s |\n|---|---|---|---|---|")
    for size in SIZES:
        links = pairs(size)
        ships = [_name(held) for _, held in links[-SHIPS:]]
        link_table, entity_table = tables(links)
        start = time.perf_counter()
        arrays = LinkArrays(link_table, entity_table)
        built = time.perf_counter()
        for ship in ships:
            arrays.upstream(ship, 17_711, 8)
        asked = time.perf_counter()
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_edges_from((_name(held), _name(holder)) for holder, held in links)
        drawn = time.perf_counter()
        for ship in ships:
            nx.single_source_shortest_path_length(graph, ship, cutoff=8)
        done = time.perf_counter()
        print(f"| {size:,} | {built - start:.2f} | {asked - built:.2f} | {drawn - asked:.2f} | {done - drawn:.2f} |")
    print(f"\npeak {own_peak_mb():.0f} MB for both together")


if __name__ == "__main__":
    main()
