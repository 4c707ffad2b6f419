"""Who stands behind a ship or a company, and which listed parties that leads to: the shortest chains, step by step.

For each mode and each listed party all shortest chains are found on the links that hold that day. Parallel links
between two parties are evidence of one step and never make further chains. A party already reached is gone through, not
stopped at, and a placeholder owner is an open end.
"""

from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from graphkit.analyse.day import AsOf, link_holds
from graphkit.analyse.evidence import Evidence, list_ages, surest
from graphkit.analyse.find import one_entity
from graphkit.analyse.found_ways import found_ways
from graphkit.analyse.upward import AUTHORITIES, SANCTIONED, TraceOptions, Upward, admitted, search
from graphkit.errors import NotFound
from graphkit.model.answers import Chain, Entity, LinkEvidence, OpenEnd, PossibleMatch, Step, Trace, Weakest
from graphkit.model.vocabulary import (
    CERTAINTY_WEIGHT,
    MODE_OF_TYPE,
    MODES,
    UNDIRECTED,
    LinkType,
    Mode,
    Rank,
    Status,
)
from graphkit.store.base import Row, Store


def trace(store: Store, who: str, on: AsOf, options: TraceOptions | None = None) -> Trace:
    """The entity's own listings, then the chains to every other listed party, and the open ends on the way.

    Raises:
        NotFound, Ambiguous: `who`, or the entity of `to`, is not exactly one entity. WrongUse: there is no such rank.
    """
    options = options or TraceOptions()
    start = one_entity(store, who)
    evidence = Evidence(store, on, options.measures)
    rows = _upstream(store, start, on, options)
    authority, target = _goal(store, options.to)
    ids = {start, *(row["from_id"] for row in rows), *(row["to_id"] for row in rows)}
    entities = evidence.entities(ids, authority=authority)
    graph = Upward((row for row in rows if link_holds(row, on.day)), entities)
    goals = {target} if target else {each for each, entity in entities.items() if entity.sanctioned is not Status.NO}
    found = found_ways(graph, start, goals - {start}, options)
    links = evidence.links(found.rows(graph))
    chains = sorted((_chain(graph, links, each, found.shown) for each in found.ways), key=_order(found.rank))
    own = [_own_listings(entities[start])] if start in goals else []
    ends = _open_ends(store, graph, start, options) if options.open_ends else ()
    return Trace(
        from_entity=entities[start],
        as_of=on.text,
        to=options.to,
        truncated=found.truncated,
        chains=(*own, *chains),
        open_ends=ends[: options.limit],
        reached=found.reached,
        further_open_ends=max(len(ends) - options.limit, 0),
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
    if to.upper() in AUTHORITIES:
        return to.upper(), None
    try:
        return None, one_entity(store, to)
    except NotFound as error:
        known = ", ".join(AUTHORITIES)
        raise NotFound(f"--to {to!r} is neither 'sanctioned', an authority ({known}) nor an entity: {error}") from error


def _order(rank: Rank) -> Callable[[Chain], tuple[Any, ...]]:
    """The narrowest mode first, then by what was asked for; equal chains in the order of their parties."""

    def key(chain: Chain) -> tuple[Any, ...]:
        ids = tuple(entity.id for entity in chain.entities)
        length = len(chain.steps)
        if rank is Rank.LENGTH:
            return (MODES.index(chain.mode), length, -chain.confidence, ids)
        worth = chain.confidence if rank is Rank.CERTAINTY else _most_held(chain)
        return (MODES.index(chain.mode), -worth, length, ids)

    return key


def _most_held(chain: Chain) -> float:
    """The product of the upper ends along a chain, 0 to 1."""
    product = 1.0
    for step in chain.steps:
        shares = [
            100.0 if link.share_max is None else link.share_max for link in step.links if link.type is LinkType.OWNS
        ]
        product *= max(shares, default=0.0) / 100.0
    return product


def _own_listings(entity: Entity) -> Chain:
    return Chain(Mode.OWNERSHIP, (entity,), (), None, 1.0)


def _chain(graph: Upward, evidence: dict[str, LinkEvidence], ids: tuple[str, ...], shown: frozenset[Mode]) -> Chain:
    pairs = list(pairwise(ids))
    links = [
        tuple(evidence[row["link_id"]] for row in graph.rows_between(held, holder, shown)) for held, holder in pairs
    ]
    narrowest = [min((MODE_OF_TYPE[link.type] for link in step), key=MODES.index) for step in links]
    mode = max(narrowest, key=MODES.index)
    counted = [tuple(link for link in step if MODE_OF_TYPE[link.type] in admitted(mode)) for step in links]
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


def _open_ends(store: Store, graph: Upward, start: str, options: TraceOptions) -> tuple[OpenEnd, ...]:
    """Parties on the way up by ownership and control whose own holder nobody states, and placeholders."""
    modes = (
        admitted(Mode.CONTROL) if options.mode in {None, Mode.ASSOCIATION} else admitted(options.mode or Mode.CONTROL)
    )
    neighbours = graph.neighbours(modes)
    above = search(graph, start, set(), modes, options)
    ends = [each for each in sorted(above.reached) if graph.entities[each].unknown or not neighbours.get(each)]
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
