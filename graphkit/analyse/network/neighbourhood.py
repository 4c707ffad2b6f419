"""The part of the graph that a network is read from: parties around the listed ones, or around one, and their links.

The search is bounded by parties and by links, so that a graph of millions is answered in the time of one of thousands;
where it stopped, the answer says so. A placeholder owner is nobody and joins nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import networkx as nx

from graphkit.analyse.day import AsOf, any_status, link_holds, listing_status
from graphkit.errors import NotFound
from graphkit.model.answers.network import Member
from graphkit.model.vocabulary import SANCTIONING_MEASURES, Kind, Measure, Status
from graphkit.store.base import Row, Store

MOST_PARTIES: Final = 10_000
_MOST_LINKS: Final = 20_000
_ASKED_AT_ONCE: Final = 1_000


@dataclass(frozen=True, slots=True)
class View:
    """Parties and links at hand.

    seeds: the parties that the search began with. graph: one edge between two parties with any link. between: the links
    of each edge, by its two ids in order.
    """

    seeds: frozenset[str]
    links: dict[str, Row]
    parties: dict[str, Row]
    listed: dict[str, Status]
    graph: "nx.Graph[str]"
    between: dict[tuple[str, str], list[Row]]
    truncated: bool

    def member(self, entity_id: str) -> Member:
        """A party as the answer tells it."""
        row = self.parties[entity_id]
        return Member(entity_id, row["name"], Kind(row["kind"]), self.listed.get(entity_id, Status.NO))

    def is_listed(self, entity_id: str) -> bool:
        """Whether a listing was in force on the day, or may have been."""
        return self.listed.get(entity_id, Status.NO) is not Status.NO

    def is_vessel(self, entity_id: str) -> bool:
        """Whether a party is a ship."""
        return bool(self.parties[entity_id]["kind"] == Kind.VESSEL)

    def links_of(self, entity_id: str) -> list[Row]:
        """The links of a party, in the order of their ids."""
        rows = [row for other in self.graph.adj[entity_id] for row in self.between[_pair(entity_id, other)]]
        return sorted(rows, key=lambda row: str(row["link_id"]))

    def links_among(self, entity_ids: Iterable[str]) -> list[Row]:
        """The links of which both ends are among these parties, in the order of their ids."""
        edges = self.graph.subgraph(entity_ids).edges
        return sorted(
            (row for edge in edges for row in self.between[_pair(*edge)]), key=lambda row: str(row["link_id"])
        )


def gather(store: Store, on: AsOf, start: str | None, *, to: str | None, hops: int, most: int) -> View:
    """The parties within so many steps of the start, or of every listed party, over the links that hold on the day.

    Raises:
        NotFound: the case has no listing of the authority.
    """
    listed = _listed(store, on, to)
    seeds = [start] if start else sorted(each for each, status in listed.items() if status is not Status.NO)
    search = _Search(store, on.day, most)
    search.run(seeds, hops)
    between: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in search.links.values():
        between[_pair(row["from_id"], row["to_id"])].append(row)
    graph: nx.Graph[str] = nx.Graph()
    # The order of parties decides between equals in what follows; it is that of their ids, whatever the tables' order.
    graph.add_nodes_from(sorted({*([start] if start else []), *(end for pair in between for end in pair)}))
    graph.add_edges_from(sorted(between))
    return View(frozenset(seeds), search.links, search.parties, listed, graph, dict(between), search.truncated)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _listed(store: Store, on: AsOf, authority: str | None) -> dict[str, Status]:
    """The status of every party with a listing that makes it sanctioned, by all authorities or by one."""
    rows = [row for row in store.rows("all_listings") if Measure(row["measure"]) in SANCTIONING_MEASURES]
    if authority is not None:
        known = sorted({row["authority"] for row in rows})
        rows = [row for row in rows if row["authority"] == authority]
        if not rows:
            raise NotFound(
                f"--to {authority!r}: the case has no listing of that authority; 'sanctioned' counts all, and it has "
                f"listings of {', '.join(known) or 'nobody'}."
            )
    found: dict[str, list[Status]] = defaultdict(list)
    for row in rows:
        found[row["entity_id"]].append(listing_status(row, on.day))
    return {each: any_status(statuses) for each, statuses in found.items()}


class _Search:
    """Step by step outwards, a thousand parties at a time, until enough parties are met."""

    def __init__(self, store: Store, day: int | None, most: int) -> None:
        self._store = store
        self._day = day
        self._most = most
        self.links: dict[str, Row] = {}
        self.parties: dict[str, Row] = {}
        self.truncated = False

    def run(self, seeds: list[str], hops: int) -> None:
        """Fill links and parties; `truncated` when there was more than is there."""
        self._learn(seeds)
        joined: set[str] = set()
        asked: set[str] = set()
        frontier = seeds
        for _ in range(hops):
            for part in _parts([each for each in frontier if each not in asked]):
                if len(joined) >= self._most:
                    self.truncated = True
                    return
                asked.update(part)
                joined |= self._step(part)
            frontier = sorted(joined - asked)
        # Links between parties that are all at the rim hold the picture together as well.
        for part in _parts(frontier[: self._most]):
            self._step(part, only=joined)

    def _step(self, part: list[str], only: set[str] | None = None) -> set[str]:
        """The ends of the links of some parties that hold on the day. only: the parties that both ends must be of."""
        rows = self._store.rows("links_of_entities", entity_ids=part, most=_MOST_LINKS)
        self.truncated = self.truncated or len(rows) == _MOST_LINKS
        rows = [row for row in rows if row["from_id"] != row["to_id"] and link_holds(row, self._day)]
        if only is not None:
            rows = [row for row in rows if row["from_id"] in only and row["to_id"] in only]
        self._learn({row[end] for row in rows for end in ("from_id", "to_id")})
        ends: set[str] = set()
        for row in rows:
            pair = (row["from_id"], row["to_id"])
            if not any(self.parties[end]["unknown"] for end in pair):
                self.links[row["link_id"]] = row
                ends.update(pair)
        return ends

    def _learn(self, ids: Iterable[str]) -> None:
        wanted = sorted(set(ids) - set(self.parties))
        self.parties |= {row["entity_id"]: row for row in self._store.rows("entities", ids=wanted)}


def _parts(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), _ASKED_AT_ONCE):
        yield ids[start : start + _ASKED_AT_ONCE]
