"""Entity resolution of one table, without a case: names may decide, every row comes back, nothing is asked for."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pyarrow as pa

from graphkit.resolve.blocking import candidate_pairs
from graphkit.resolve.classes import VESSEL
from graphkit.resolve.cluster import Clusters, cluster
from graphkit.resolve.cohesion import Cohesion
from graphkit.resolve.evidence import Comparison
from graphkit.resolve.flat_table import said_of
from graphkit.resolve.prepared import Prepared, prepared
from graphkit.resolve.ragged import Ints
from graphkit.resolve.said import Said
from graphkit.resolve.scoring import Progress, Scored, score
from graphkit.resolve.verdicts import APART, MERGE, VERDICTS, Rules
from graphkit.resolve.weights import Weights, default_weights

_MERGE, _APART = VERDICTS.index(MERGE), VERDICTS.index(APART)


@dataclass(frozen=True, slots=True)
class ResolvedTable:
    """label: for each row of the table the first row of its entity. pairs: what was judged and is not apart.

    candidates: how many pairs were compared; compared: these, as rows of the table, left before right and in no order,
    where they were asked for. alarms: sentences on clusters that look odd.
    """

    label: Ints
    pairs: Scored
    candidates: int
    alarms: tuple[str, ...]
    compared: tuple[Ints, Ints] | None = None

    def entity_ids(self) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
        """`e` and the number of the first row of the entity, counted from 1: the same for the same table."""
        return np.array([f"e{row + 1}" for row in self.label.tolist()], dtype=object)


def resolve_table(
    table: pd.DataFrame,
    *,
    kind: str = "",
    rules: Rules = Rules.LIKELY,
    weights: Weights | None = None,
    with_compared: bool = False,
    progress: Progress = lambda _done, _all: None,
) -> ResolvedTable:
    """Which rows are one party. table: text cells in the columns of flat_table.COLUMNS, others are never evidence. A
    caller who keeps no hold of a large table saves its memory.

    rules: how much joining two rows must rest on. with_compared: give back every pair that was compared.
    """
    said, order = _said_in_order(table, kind)
    del table  # a million rows need not stand in memory beside what they say
    pa.default_memory_pool().release_unused()
    records = prepared(said)
    del said
    weights = weights or default_weights()
    left, right = candidate_pairs(records)
    candidates = len(left)
    compared = _rows_of(left, right, order) if with_compared else None
    comparison = Comparison.of(records, weights, among=True)
    kept = score(comparison, left, right, rules, kept=lambda judged: judged.verdict != _APART, progress=progress)
    del left, right, comparison  # a million records have a dozen pairs each
    clusters = _clustered(records, kept, weights.together_at)
    alarms = clusters.alarms(np.ones(len(records.ids), dtype=bool), reason_in="--pairs FILE")
    return ResolvedTable(
        _first_rows(clusters.labels(), order), _in_rows(kept, order), candidates, tuple(alarms), compared
    )


def _said_in_order(table: pd.DataFrame, kind: str) -> tuple[Said, Ints]:
    """What the rows of a table say, as records, and for each record its row."""
    # In the order of what they say: of pairs that weigh the same the same one comes first, however the rows stand.
    order = table.reset_index(drop=True).sort_values(list(table.columns), kind="stable").index.to_numpy(dtype=np.int64)
    names = np.array([f"row {row + 1}" for row in range(len(table))], dtype=object)
    return said_of(table, kind=kind, ids=names).in_order(order), order


def _clustered(records: Prepared, pairs: Scored, bound: float) -> Clusters:
    merging = pairs.taken(pairs.verdict == _MERGE)
    clusters = Clusters(records)
    by_names = (records.name_class[merging.left] != VESSEL) & ~merging.by_rule
    cohesion = Cohesion(pairs, len(records.ids), bound)
    cluster(merging.left, merging.right, merging.match_weight, clusters, cohesion, by_names)
    return clusters


def _first_rows(label: Ints, order: Ints) -> Ints:
    """For each row of the table the first row of its entity. label: of each record in `order`."""
    first = np.full(len(label), len(label), dtype=np.int64)
    np.minimum.at(first, label, order)
    found = np.empty(len(label), dtype=np.int64)
    found[order] = first[label]
    return found


def _rows_of(left: Ints, right: Ints, order: Ints) -> tuple[Ints, Ints]:
    """Pairs of records as rows of the table, left before right."""
    return np.minimum(order[left], order[right]), np.maximum(order[left], order[right])


def _in_rows(pairs: Scored, order: Ints) -> Scored:
    """The pairs as rows of the table, left before right, in their order."""
    left, right = _rows_of(pairs.left, pairs.right, order)
    placed = replace(pairs, left=left, right=right)
    return placed.taken(np.lexsort((placed.right, placed.left)))
