"""Which listed parties a trace tells of, and the ways up to each: all shortest ones, or the best by a rank.

Of the listed parties that are reached, one page is told: the narrowest mode first, then the nearest. A company with ten
thousand listed holders is answered as fast as its page is long.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from graphkit.analyse.upward import Search, TraceOptions, Upward, admitted, search
from graphkit.errors import WrongUse
from graphkit.model.vocabulary import MODES, Mode, Rank
from graphkit.store.base import Row


@dataclass(frozen=True, slots=True)
class FoundWays:
    """ways: entity ids from the start up, each once. shown: the modes whose links a step tells. reached: how many
    listed parties there are. truncated: more of them, or more or longer ways, than are told.
    """

    ways: tuple[tuple[str, ...], ...]
    shown: frozenset[Mode]
    rank: Rank
    reached: int
    truncated: bool

    def rows(self, graph: Upward) -> list[Row]:
        """The links of all steps, each once."""
        pairs = {pair for way in self.ways for pair in pairwise(way)}
        rows = {row["link_id"]: row for pair in pairs for row in graph.rows_between(*pair, self.shown)}
        return list(rows.values())


def found_ways(graph: Upward, start: str, goals: set[str], options: TraceOptions) -> FoundWays:
    """The ways of every mode asked for to the listed parties of one page.

    Raises:
        WrongUse: there is no such rank.
    """
    if options.rank not in set(Rank):
        raise WrongUse(f"There is no rank {options.rank!r}; chains are ranked by {', '.join(Rank)}.")
    modes = (options.mode,) if options.mode else MODES
    searches = {mode: search(graph, start, goals, admitted(mode), options) for mode in modes}
    order = _order(searches, goals)
    told = order[(options.page - 1) * options.limit : options.page * options.limit]
    ways: dict[tuple[str, ...], None] = {}
    truncated = any(found.cut_off for found in searches.values()) or len(order) > options.page * options.limit
    for mode in modes:
        ways_to = _chooser(graph, start, searches[mode], admitted(mode), options)
        for goal in sorted(set(told) & searches[mode].reached):
            found = list(islice(ways_to(goal), options.chains + 1))
            truncated = truncated or len(found) > options.chains
            ways |= dict.fromkeys(found[: options.chains])
    shown = admitted(options.mode or Mode.ASSOCIATION)
    return FoundWays(tuple(ways), shown, Rank(options.rank), len(order), truncated)


def _order(searches: dict[Mode, Search], goals: set[str]) -> list[str]:
    """The goals that are reached: by the narrowest mode that reaches them, then by distance, then by id."""
    ranked: dict[str, tuple[int, int]] = {}
    for place, found in enumerate(searches.values()):
        for (party, _), distance in found.distance.items():
            if party in goals:
                ranked[party] = min(ranked.get(party, (place, distance)), (place, distance))
    return sorted(ranked, key=lambda party: (*ranked[party], party))


def _chooser(
    graph: Upward, start: str, found: Search, modes: frozenset[Mode], options: TraceOptions
) -> Callable[[str], Iterator[tuple[str, ...]]]:
    """Gives for a goal its ways under one mode, best first."""
    if options.rank == Rank.LENGTH:
        return found.ways
    from graphkit.analyse.best_ways import BestWays  # networkx, which most traces do without

    best = BestWays(graph, modes, options, Rank(options.rank))
    return lambda goal: best.ways(start, goal)
