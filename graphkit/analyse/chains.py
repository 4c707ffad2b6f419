"""Who stands behind a ship or a company, and which listed parties that leads to: the shortest chains, step by step.

For each mode and each listed party all shortest chains are found on the links that hold that day. Parallel links
between two parties are evidence of one step and never make further chains. A party already reached is gone through, not
stopped at, and a placeholder owner is an open end.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence, list_ages, surest
from graphkit.analyse.find import one_entity
from graphkit.errors import NotFound
from graphkit.model.answers import Chain, Entity, LinkEvidence, OpenEnd, PossibleMatch, Step, Trace, Weakest
from graphkit.model.vocabulary import (
    CERTAINTY_WEIGHT,
    MODE_OF_TYPE,
    MODES,
    POWER_AT_END,
    SANCTIONING_MEASURES,
    UNDIRECTED,
    LinkType,
    Measure,
    Mode,
    Status,
)
from graphkit.store.base import Row, Store

SANCTIONED = "sanctioned"
_AUTHORITIES = ("OFAC", "EU", "UK", "UN", "CH", "US")
_Node = tuple[str, bool]  # entity id, and whether an undirected step was already taken


@dataclass(frozen=True, slots=True)
class TraceOptions:
    """How a trace is asked. to: `sanctioned`, an authority, or an entity. chains: most chains per listed party and
    mode.
    """

    to: str = SANCTIONED
    mode: Mode | None = None
    measures: frozenset[Measure] = SANCTIONING_MEASURES
    max_hops: int = 8
    chains: int = 10
    stop_at_first: bool = False
    wide: bool = False


def trace(store: Store, who: str, on: AsOf, options: TraceOptions | None = None) -> Trace:
    """The entity's own listings, then the chains to every other listed party, and the open ends on the way.

    Raises:
        NotFound, Ambiguous: `who`, or the entity of `to`, is not exactly one entity.
    """
    options = options or TraceOptions()
    start = one_entity(store, who)
    evidence = Evidence(store, on, options.measures)
    rows = _upstream(store, start, on, options)
    authority, target = _goal(store, options.to)
    ids = {start, *(row["from_id"] for row in rows), *(row["to_id"] for row in rows)}
    entities = evidence.entities(ids, authority=authority)
    graph = _Upward(rows, evidence.links(rows), entities)
    goals = {target} if target else {each for each, entity in entities.items() if entity.sanctioned is not Status.NO}
    chains, truncated = _all_chains(graph, start, goals - {start}, options)
    own = [_own_listings(entities[start])] if start in goals else []
    return Trace(
        from_entity=entities[start],
        as_of=on.text,
        to=options.to,
        truncated=truncated,
        chains=(*own, *chains),
        open_ends=_open_ends(store, graph, start, options),
        lists=list_ages(store),
    )


def _upstream(store: Store, start: str, on: AsOf, options: TraceOptions) -> list[Row]:
    """The links that chains may use. One question gives the way up and one undirected step aside from it; `wide` asks
    again from each party that such a step reached.
    """
    found: dict[str, Row] = {}
    asked: set[str] = set()
    frontier = [start]
    for _ in range(options.max_hops):
        for entity_id in frontier:
            rows = store.rows("upstream_links", entity_id=entity_id, day=on.day, max_hops=options.max_hops)
            found |= {row["link_id"]: row for row in rows}
        asked |= set(frontier)
        sideways = [row for row in found.values() if row["type"] in UNDIRECTED]
        frontier = sorted({row[end] for row in sideways for end in ("from_id", "to_id")} - asked)
        if not (options.wide and frontier):
            break
    return [found[link_id] for link_id in sorted(found)]


def _goal(store: Store, to: str) -> tuple[str | None, str | None]:
    """The authority whose listings count, or the one entity to reach."""
    if to == SANCTIONED:
        return None, None
    if to.upper() in _AUTHORITIES:
        return to.upper(), None
    try:
        return None, one_entity(store, to)
    except NotFound as error:
        known = ", ".join(_AUTHORITIES)
        raise NotFound(f"--to {to!r} is neither 'sanctioned', an authority ({known}) nor an entity: {error}") from error


class _Upward:
    """The links at hand as steps up: party held to party with power, with all links between the two."""

    def __init__(self, rows: list[Row], links: dict[str, LinkEvidence], entities: dict[str, Entity]) -> None:
        self.entities = entities
        self.steps: dict[tuple[str, str], list[LinkEvidence]] = defaultdict(list)
        self.sideways: dict[tuple[str, str], list[LinkEvidence]] = defaultdict(list)
        self.ends: dict[str, tuple[str, str]] = {}
        for row in rows:
            link = links.get(row["link_id"])
            if link is None or link.type not in MODE_OF_TYPE or row["from_id"] == row["to_id"]:
                continue
            self.ends[link.id] = (row["from_id"], row["to_id"])
            if link.type in UNDIRECTED:
                self.sideways[(row["from_id"], row["to_id"])].append(link)
                self.sideways[(row["to_id"], row["from_id"])].append(link)
            elif link.type in POWER_AT_END:
                self.steps[(row["from_id"], row["to_id"])].append(link)
            else:
                self.steps[(row["to_id"], row["from_id"])].append(link)

    def neighbours(self, modes: frozenset[Mode]) -> dict[str, list[tuple[str, bool]]]:
        """For each party those one step up, with whether the step is undirected, in the order of their ids."""
        found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for steps, undirected in ((self.steps, False), (self.sideways, True)):
            for (held, holder), links in steps.items():
                if any(MODE_OF_TYPE[link.type] in modes for link in links):
                    found[held].append((holder, undirected))
        return {held: sorted(set(others)) for held, others in found.items()}

    def links_between(self, held: str, holder: str, modes: frozenset[Mode]) -> tuple[LinkEvidence, ...]:
        """All links of a step that the modes admit, narrowest mode and surest first."""
        links = [*self.steps.get((held, holder), ()), *self.sideways.get((held, holder), ())]
        admitted = [link for link in links if MODE_OF_TYPE[link.type] in modes]
        return tuple(sorted(admitted, key=_link_order))


def _link_order(link: LinkEvidence) -> tuple[int, str, float, str, str]:
    mode = MODES.index(MODE_OF_TYPE[link.type])
    return (mode, str(link.type), -CERTAINTY_WEIGHT[link.certainty], link.role, link.id)


def _admitted(mode: Mode) -> frozenset[Mode]:
    return frozenset(MODES[: MODES.index(mode) + 1])


def _all_chains(graph: _Upward, start: str, goals: set[str], options: TraceOptions) -> tuple[list[Chain], bool]:
    """Chains of every mode asked for, each once under the narrowest mode that admits it."""
    modes = (options.mode,) if options.mode else MODES
    shown = _admitted(options.mode or Mode.ASSOCIATION)
    found: dict[tuple[str, ...], Chain] = {}
    truncated = False
    for mode in modes:
        search = _search(graph, start, goals, _admitted(mode), options)
        truncated = truncated or search.cut_off
        for goal in sorted(goals & search.reached):
            ways = list(islice(search.ways(goal), options.chains + 1))
            truncated = truncated or len(ways) > options.chains
            for ids in ways[: options.chains]:
                if ids not in found:
                    found[ids] = _chain(graph, ids, shown)
    return sorted(found.values(), key=_chain_order), truncated


def _chain_order(chain: Chain) -> tuple[int, int, float, tuple[str, ...]]:
    ids = tuple(entity.id for entity in chain.entities)
    return (MODES.index(chain.mode), len(chain.steps), -chain.confidence, ids)


@dataclass(slots=True)
class _Search:
    """Shortest ways from the start: for each node its distance and the nodes one step before it."""

    start: _Node
    distance: dict[_Node, int]
    before: dict[_Node, list[_Node]] = field(default_factory=lambda: defaultdict(list))
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

    def _back(self, node: _Node) -> Iterator[tuple[str, ...]]:
        stack: list[tuple[_Node, tuple[str, ...]]] = [(node, (node[0],))]
        while stack:
            here, way = stack.pop()
            if here == self.start:
                yield way
            stack += [(earlier, (earlier[0], *way)) for earlier in reversed(self.before[here])]


def _search(graph: _Upward, start: str, goals: set[str], modes: frozenset[Mode], options: TraceOptions) -> _Search:
    """Breadth first from the start; at most one undirected step unless `wide`, never through a placeholder."""
    neighbours = graph.neighbours(modes)
    search = _Search((start, False), {(start, False): 0})
    frontier: list[_Node] = [(start, False)]
    for hops in range(1, options.max_hops + 2):
        reached: list[_Node] = []
        for node in frontier:
            if graph.entities[node[0]].unknown or (options.stop_at_first and node[0] in goals):
                continue
            for holder, undirected in neighbours.get(node[0], ()):
                if undirected and node[1] and not options.wide:
                    continue
                after = (holder, node[1] or (undirected and not options.wide))
                if after not in search.distance:
                    if hops > options.max_hops:
                        search.cut_off = True
                        return search
                    search.distance[after] = hops
                    reached.append(after)
                if search.distance[after] == hops:
                    search.before[after].append(node)
        frontier = reached
    return search


def _own_listings(entity: Entity) -> Chain:
    return Chain(Mode.OWNERSHIP, (entity,), (), None, 1.0)


def _chain(graph: _Upward, ids: tuple[str, ...], shown: frozenset[Mode]) -> Chain:
    pairs = list(pairwise(ids))
    links = [graph.links_between(held, holder, shown) for held, holder in pairs]
    narrowest = [min((MODE_OF_TYPE[link.type] for link in step), key=MODES.index) for step in links]
    mode = max(narrowest, key=MODES.index)
    counted = [tuple(link for link in step if MODE_OF_TYPE[link.type] in _admitted(mode)) for step in links]
    weights = [CERTAINTY_WEIGHT[surest(step)] for step in counted]
    confidence = 1.0
    for weight in weights:
        confidence *= weight
    steps = [Step(holder, held, step) for (held, holder), step in zip(pairs, links, strict=True)]
    return Chain(
        mode=mode,
        entities=tuple(graph.entities[entity_id] for entity_id in ids),
        steps=tuple(steps),
        weakest=_weakest(counted),
        confidence=round(confidence, 4),
        effective_share=_effective_share(counted) if mode is Mode.OWNERSHIP else None,
    )


def _weakest(steps: list[tuple[LinkEvidence, ...]]) -> Weakest:
    """The step with the least certainty; where equal, with the fewest sources; where equal, the first."""

    def order(index: int) -> tuple[float, int, int]:
        return (CERTAINTY_WEIGHT[surest(steps[index])], _sources(steps[index]), index)

    weakest = min(range(len(steps)), key=order)
    return Weakest(weakest, surest(steps[weakest]), _sources(steps[weakest]))


def _sources(links: tuple[LinkEvidence, ...]) -> int:
    return len({ref.source for link in links for ref in link.sources})


def _effective_share(steps: list[tuple[LinkEvidence, ...]]) -> float | None:
    """The product of exact shares along the chain; None when a step has none or sources differ."""
    product = 100.0
    for links in steps:
        shares = {link.share for link in links if link.type is LinkType.OWNS and link.share is not None}
        if len(shares) != 1:
            return None
        product *= shares.pop() / 100.0
    return round(product, 6)


def _open_ends(store: Store, graph: _Upward, start: str, options: TraceOptions) -> tuple[OpenEnd, ...]:
    """Parties on the way up by ownership and control whose own holder nobody states, and placeholders."""
    modes = (
        _admitted(Mode.CONTROL) if options.mode in {None, Mode.ASSOCIATION} else _admitted(options.mode or Mode.CONTROL)
    )
    neighbours = graph.neighbours(modes)
    search = _search(graph, start, set(), modes, options)
    ends = [each for each in sorted(search.reached) if graph.entities[each].unknown or not neighbours.get(each)]
    matches = possible_matches(store, ends)
    return tuple(
        OpenEnd(each, graph.entities[each].name, _reason(graph.entities[each]), matches.get(each, ())) for each in ends
    )


def _reason(entity: Entity) -> str:
    return "the source names nobody" if entity.unknown else "no holder known"


def possible_matches(store: Store, entity_ids: list[str]) -> dict[str, tuple[PossibleMatch, ...]]:
    """For each entity the doubtful pairs that a person may settle, most alike first."""
    found: dict[str, list[PossibleMatch]] = defaultdict(list)
    for row in store.rows("possible_matches", entity_ids=entity_ids):
        found[row["entity_id"]].append(PossibleMatch(row["other_id"], row["other_name"], row["match_weight"]))
    return {each: tuple(matches) for each, matches in found.items()}
