"""The changes that concern a list of one's own: of the parties on it, and of those that stand above them.

Above a party stand its owners and those who control, manage, operate or direct it, however far up, in either of the two
builds: an owner that is gone counts as one that is new does. Nobody is reached through a placeholder.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graphkit.analyse.changes import as_changes, changed_rows, compared, counted
from graphkit.analyse.changes.builds import Build, Pair
from graphkit.analyse.changes.holdings import held_in
from graphkit.analyse.evidence import list_ages
from graphkit.analyse.find import one_entity
from graphkit.errors import Ambiguous, NotFound
from graphkit.graph.adjacency import Adjacency, Bools, Ints, adjacency, reachable
from graphkit.model.answers.changes import Watch, WatchedParty, WrongRow
from graphkit.model.vocabulary import POWER_AT_END

ListRow = tuple[int, tuple[str, ...]]
"""A row of the list: its line, and what it calls its party, the surest word first."""


def watch(
    old: Build, new: Build, named: tuple[tuple[str, str], ...], rows: Iterable[ListRow], only: tuple[str, ...] = ()
) -> Watch:
    """What changed of the parties that the rows name and of those above them; rows that name nobody are told.

    Raises:
        WrongUse: there is no such matter.
    """
    pair = Pair(old, new)
    found, unresolved = _named(pair, rows)
    changes = changed_rows(pair, only)
    changed = {str(each) for each in changes["id"].unique() if each}
    above, concerns = _above(pair, sorted({entity_id for _, _, entity_id in found}), changed)
    changes = changes[changes["id"].isin(set(concerns))]
    names = _names(pair, [entity_id for _, _, entity_id in found])
    return Watch(
        old=compared(old, named[0]),
        new=compared(new, named[1]),
        watched=tuple(WatchedParty(line, text, each, names[each], above[each]) for line, text, each in found),
        unresolved=tuple(unresolved),
        counts=counted(changes),
        changes=as_changes(changes, concerns),
        lists=list_ages(new),
    )


def _named(pair: Pair, rows: Iterable[ListRow]) -> tuple[list[tuple[int, str, str]], list[WrongRow]]:
    """Line, text and entity of each row that names exactly one, in the new build or else in the old one."""
    found, unresolved = [], []
    for line, texts in rows:
        try:
            found.append((line, texts[0], _one(pair, texts)))
        except (NotFound, Ambiguous) as error:
            unresolved.append(WrongRow(line, texts[0], str(error)))
    return found, unresolved


def _one(pair: Pair, texts: tuple[str, ...]) -> str:
    """The entity by the first of the texts that is known; by its old id where only the old build has it."""
    unknown: NotFound | None = None
    for build in (pair.new, pair.old):
        for text in texts:
            try:
                entity_id = one_entity(build, text)
            except NotFound as error:
                unknown = unknown or error
                continue
            return entity_id if build is pair.new else pair.followed.now_of(entity_id) or entity_id
    raise unknown or NotFound("The row names nobody.")


def _above(pair: Pair, watched: list[str], changed: set[str]) -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    """How many parties stand above each watched one in the new build, and for each changed party that is a watched one
    or stands above it, in either build, which ones those are.
    """
    counts = dict.fromkeys(watched, 0)
    concerns: dict[str, set[str]] = {each: {each} for each in watched if each in changed}
    wanted = sorted({*watched, *changed})
    for build in (pair.old, pair.new):
        ids, graph = _upwards(build)
        parties, numbers = _places(*(_called_then(pair, wanted) if build is pair.old else (wanted, wanted)), ids)
        is_changed = np.isin(parties, sorted(changed))
        for each in watched:
            reached = reachable(graph, numbers[parties == each])
            there: Bools = np.zeros(len(ids), dtype=bool)
            there[reached] = True
            for party in parties[is_changed & there[numbers]]:
                concerns.setdefault(str(party), set()).add(each)
            if build is pair.new:
                counts[each] = max(len(reached) - 1, 0)
    return counts, {party: tuple(sorted(each)) for party, each in concerns.items()}


def _called_then(pair: Pair, ids: list[str]) -> tuple[list[str], list[str]]:
    """Entities by the ids of now, and what each was called in the old build; those that are gone as they were."""
    now = pair.followed.now
    found = now[now.isin(ids)]
    gone = sorted(set(ids) - set(found))
    return [*found, *gone], [*map(str, found.index), *gone]


def _places(parties: list[str], names: list[str], ids: pa.Array) -> "tuple[np.ndarray[Any, Any], Ints]":
    """The parties that a build has, and their numbers in it."""
    numbers = pc.fill_null(pc.index_in(pa.array(names, pa.string()), value_set=ids), -1)
    places = np.asarray(numbers.to_numpy(zero_copy_only=False), dtype=np.int64)
    return np.array(parties, dtype=object)[places >= 0], places[places >= 0]


def _upwards(build: Build) -> tuple[pa.Array, Adjacency]:
    """Everybody's id, and the links from each party held to those with power over it."""
    entities, links = build.table("entities"), held_in(build)
    ids = entities["entity_id"].combine_chunks()
    from_end, to_end = (_numbers(links[name], ids) for name in ("from_id", "to_id"))
    along = pc.is_in(links["type"], value_set=pa.array([str(each) for each in POWER_AT_END])).to_numpy()
    held, holder = np.where(along, from_end, to_end), np.where(along, to_end, from_end)
    unknown = np.asarray(entities["unknown"].to_numpy(), dtype=bool)
    kept = np.flatnonzero((held >= 0) & (holder >= 0))
    kept = kept[~unknown[held[kept]]]
    return ids, adjacency(len(ids), held[kept], holder[kept], kept)


def _numbers(column: pa.ChunkedArray, ids: pa.Array) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return np.asarray(pc.fill_null(pc.index_in(column, value_set=ids), -1).to_numpy(), dtype=np.int64)


def _names(pair: Pair, ids: list[str]) -> dict[str, str]:
    rows = [*pair.old.rows("entities", ids=ids), *pair.new.rows("entities", ids=ids)]
    return {row["entity_id"]: row["name"] for row in rows}
