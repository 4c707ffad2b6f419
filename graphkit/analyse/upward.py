"""The way up: links as steps from the party held to the party with power, and the shortest ways over them.

At most one step of a way is undirected (family, shared address), and none goes on through a placeholder.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graphkit.model.answers import Entity
from graphkit.model.vocabulary import (
    CERTAINTY_WEIGHT,
    MODE_OF_TYPE,
    MODES,
    POWER_AT_END,
    SANCTIONING_MEASURES,
    UNDIRECTED,
    Certainty,
    LinkType,
    Measure,
    Mode,
)
from graphkit.store.base import Row

SANCTIONED = "sanctioned"
AUTHORITIES = ("OFAC", "EU", "UK", "UN", "CH", "US")
LISTED = frozenset({SANCTIONED, *AUTHORITIES})
"""Words that stand for all parties listed, by anybody or by one authority."""
Node = tuple[str, bool | str]  # entity id, and whether an undirected step was already taken


@dataclass(frozen=True, slots=True)
class TraceOptions:
    """How a trace is asked. to: `sanctioned`, an authority, or an entity. chains: most chains per listed party and
    mode. rank: length, certainty or share, see best_ways. limit, page: how many listed parties are told, and which.
    open_ends: whether to tell where the knowledge stops, which costs more than the chains.
    """

    to: str = SANCTIONED
    mode: Mode | None = None
    measures: frozenset[Measure] = SANCTIONING_MEASURES
    max_hops: int = 8
    chains: int = 10
    stop_at_first: bool = False
    wide: bool = False
    rank: str = "length"
    limit: int = 100
    page: int = 1
    open_ends: bool = True


class Upward:
    """The links at hand as steps up: party held to party with power, with all links between the two.

    rows: links that hold on the day, surely or possibly.
    """

    def __init__(self, rows: Iterable[Row], entities: dict[str, Entity]) -> None:
        self.entities = entities
        self.steps: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self.sideways: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in rows:
            if row["type"] not in MODE_OF_TYPE or row["from_id"] == row["to_id"]:
                continue
            if row["type"] in UNDIRECTED:
                self.sideways[(row["from_id"], row["to_id"])].append(row)
                self.sideways[(row["to_id"], row["from_id"])].append(row)
            elif row["type"] in POWER_AT_END:
                self.steps[(row["from_id"], row["to_id"])].append(row)
            else:
                self.steps[(row["to_id"], row["from_id"])].append(row)

    def neighbours(self, modes: frozenset[Mode]) -> dict[str, list[tuple[str, bool]]]:
        """For each party those one step up, with whether the step is undirected, in the order of their ids."""
        found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for steps, undirected in ((self.steps, False), (self.sideways, True)):
            for (held, holder), links in steps.items():
                if any(_mode(link) in modes for link in links):
                    found[held].append((holder, undirected))
        return {held: sorted(set(others)) for held, others in found.items()}

    def rows_between(self, held: str, holder: str, modes: frozenset[Mode]) -> list[Row]:
        """All links of a step that the modes admit, narrowest mode and surest first."""
        links = [*self.steps.get((held, holder), ()), *self.sideways.get((held, holder), ())]
        return sorted((link for link in links if _mode(link) in modes), key=_link_order)


def _mode(link: Row) -> Mode:
    return MODE_OF_TYPE[LinkType(link["type"])]


def _link_order(link: Row) -> tuple[int, str, float, str, str]:
    weight = CERTAINTY_WEIGHT[Certainty(link["certainty"])]
    return (MODES.index(_mode(link)), link["type"], -weight, link["role"], link["link_id"])


def admitted(mode: Mode) -> frozenset[Mode]:
    """The modes whose links a chain of this mode may hold: its own and the narrower ones."""
    return frozenset(MODES[: MODES.index(mode) + 1])


@dataclass(slots=True)
class Search:
    """Shortest ways from the start: for each node its distance and the nodes one step before it."""

    start: Node
    distance: dict[Node, int]
    before: dict[Node, list[Node]] = field(default_factory=lambda: defaultdict(list))
    cut_off: bool = False

    @property
    def reached(self) -> set[str]:
        return {entity_id for entity_id, _ in self.distance}

    def ways(self, goal: str) -> Iterator[tuple[str, ...]]:
        """All shortest ways to a party as entity ids from the start, one at a time."""
        ends = [node for node in ((goal, False), (goal, True)) if node in self.distance]
        shortest = min(self.distance[node] for node in ends)
        seen: set[tuple[str, ...]] = set()
        for end in ends:
            if self.distance[end] == shortest:
                for way in self._back(end):
                    if way not in seen:
                        seen.add(way)
                        yield way

    def _back(self, node: Node) -> Iterator[tuple[str, ...]]:
        stack: list[tuple[Node, tuple[str, ...]]] = [(node, (node[0],))]
        while stack:
            here, way = stack.pop()
            if here == self.start:
                yield way
            stack += [(earlier, (earlier[0], *way)) for earlier in reversed(self.before[here])]


def search(graph: Upward, start: str, goals: set[str], modes: frozenset[Mode], options: TraceOptions) -> Search:
    """Breadth first from the start; at most one undirected step unless `wide`, never through a placeholder."""
    neighbours = graph.neighbours(modes)
    found = Search((start, False), {(start, False): 0})
    frontier: list[Node] = [(start, False)]
    for hops in range(1, options.max_hops + 2):
        reached: list[Node] = []
        for node in frontier:
            if graph.entities[node[0]].unknown or (options.stop_at_first and node[0] in goals):
                continue
            for holder, undirected in neighbours.get(node[0], ()):
                if undirected and node[1] and not options.wide:
                    continue
                after = (holder, node[1] or (undirected and not options.wide))
                if after not in found.distance:
                    if hops > options.max_hops:
                        found.cut_off = True
                        return found
                    found.distance[after] = hops
                    reached.append(after)
                if found.distance[after] == hops:
                    found.before[after].append(node)
        frontier = reached
    return found
