"""How good a resolution is: clusters against the truth, by pairs of records and by B-cubed.

A table of a million records has half a trillion pairs. None is ever listed: a cluster of n records has n(n - 1) / 2 of
them, and the counts of records per cluster and true entity say how many are right. Pairs punish one large wrong cluster
hard; B-cubed weighs each record alike. Neither says anything of records that one side does not have.

evaluate_pairs.py does the same for compared pairs with labels, and for the candidate pairs of a blocking.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from graphkit.errors import WrongUse
from graphkit.model.evaluation import BCubed, Evaluation, Mixture, Quality

EXAMPLES = 10
EXAMPLE_RECORDS = 5

Counts = npt.NDArray[np.int64]


def evaluate(result: pd.DataFrame, truth: pd.DataFrame) -> Evaluation:
    """Clusters against the truth.

    result, truth: columns id and entity_id, one row per record. A record without an entity_id counts as absent.

    Raises:
        WrongUse: a column is missing, or one record is in two entities.
    """
    found, true = assignment(result, "the result"), assignment(truth, "the truth")
    common = found.index.intersection(true.index, sort=False)
    joint = Contingency(found.loc[common], true.loc[common])
    return Evaluation(
        records=len(common),
        only_in_result=len(found) - len(common),
        only_in_truth=len(true) - len(common),
        result_sizes=_sizes(joint.found_records),
        truth_sizes=_sizes(joint.true_records),
        pairs=joint.pairs(),
        b_cubed=joint.b_cubed(),
        wrong=joint.mixtures(joint.found, joint.found_names, joint.cell_found),
        split=joint.mixtures(joint.true, joint.true_names, joint.cell_true),
    )


def assignment(table: pd.DataFrame, what: str) -> "pd.Series[str]":
    """Record id -> entity id of a table, whose repeated rows count once. what: its name in an error."""
    for column in ("id", "entity_id"):
        if column not in table:
            raise WrongUse(f"{what.capitalize()} has no column {column!r}; it has {', '.join(map(str, table))}.")
    rows = table[["id", "entity_id"]].astype("str")
    rows = rows[table["id"].notna() & table["entity_id"].notna() & (rows["id"] != "") & (rows["entity_id"] != "")]
    rows = rows.drop_duplicates()
    if (twice := rows["id"].duplicated()).any():
        record = rows["id"][twice].iloc[0]
        raise WrongUse(f"{what.capitalize()} puts record {record!r} in two entities; give each record one row.")
    return rows.set_index("id")["entity_id"]


class Contingency:
    """How many records each cluster shares with each true entity: the table that all counts come from.

    found, true: cluster and entity of each record, as numbers; *_names: their ids; *_records: their sizes. Only cells
    that are not empty are kept: cell_found and cell_true say which they are, cell_records how many records they have.
    """

    def __init__(self, found: "pd.Series[str]", true: "pd.Series[str]") -> None:
        self.ids = found.index
        self.found, self.found_names = pd.factorize(found)
        self.true, self.true_names = pd.factorize(true)
        self.found_records = np.bincount(self.found, minlength=len(self.found_names))
        self.true_records = np.bincount(self.true, minlength=len(self.true_names))
        width = max(len(self.true_names), 1)
        cells, self.cell_records = np.unique(self.found.astype(np.int64) * width + self.true, return_counts=True)
        self.cell_found, self.cell_true = cells // width, cells % width

    def pairs(self) -> Quality:
        """Pairs of records in one cluster, in one true entity, and in both."""
        sides = (self.found_records, self.true_records, self.cell_records)
        return Quality(*(int(pairs_within(records).sum()) for records in sides))

    def b_cubed(self) -> BCubed:
        """The mean over records of how much of its cluster is its entity, and how much of its entity its cluster."""
        if not len(self.ids):
            return BCubed(None, None)
        squares = self.cell_records.astype(np.float64) ** 2
        precision = (squares / self.found_records[self.cell_found]).sum() / len(self.ids)
        recall = (squares / self.true_records[self.cell_true]).sum() / len(self.ids)
        return BCubed(float(precision), float(recall))

    def mixtures(self, groups: Counts, names: "pd.Index[str]", cell_groups: Counts) -> tuple[Mixture, ...]:
        """The groups, clusters or entities, with the most pairs of records that the other side does not join."""
        records = np.bincount(groups, minlength=len(names))
        parts = np.bincount(cell_groups, minlength=len(names))
        kept = np.zeros(len(names), dtype=np.int64)
        np.add.at(kept, cell_groups, pairs_within(self.cell_records))
        pairs = pairs_within(records) - kept
        worst = np.argsort(-pairs, kind="stable")[:EXAMPLES]
        return tuple(
            Mixture(str(names[n]), int(records[n]), int(parts[n]), int(pairs[n]), self._first(groups, n))
            for n in worst
            if pairs[n]
        )

    def _first(self, groups: Counts, group: np.int64) -> tuple[str, ...]:
        return tuple(map(str, self.ids[np.flatnonzero(groups == group)[:EXAMPLE_RECORDS]]))


def pairs_within(records: Counts) -> Counts:
    """Pairs that can be drawn from so many records."""
    return records * (records - 1) // 2


def _sizes(records: Counts) -> dict[int, int]:
    sizes, clusters = np.unique(records, return_counts=True)
    return {int(size): int(count) for size, count in zip(sizes, clusters, strict=True)}
