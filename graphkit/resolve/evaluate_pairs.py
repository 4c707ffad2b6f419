"""How good a comparison of labelled pairs is, and how good the candidate pairs of a blocking are.

A threshold takes all pairs of one similarity or none of them: a sweep that stops within a tie reports a recall that no
threshold gives.
"""

import numpy as np
import pandas as pd

from graphkit.errors import WrongUse
from graphkit.model.evaluation import BlockingEvaluation, JudgedPair, Mixture, PairEvaluation, Quality, RecallAt
from graphkit.resolve.evaluate import EXAMPLE_RECORDS, EXAMPLES, assignment, pairs_within
from graphkit.resolve.ragged import Flags, Floats

EVEN_ODDS = 0.5
PRECISION = 0.98


def evaluate_pairs(result: pd.DataFrame, truth: pd.DataFrame) -> PairEvaluation:
    """Compared pairs against labels.

    result: left, right, similarity (0 to 1), and screen and merge (true or false) if there are such verdicts.
    truth: left, right, label (1 or 0). Rows meet by `pair_id` if both have it, else by their two names in any order; a
    pair that stands in a table several times meets in the order of the rows.

    Raises:
        WrongUse: a column is missing or has other values.
    """
    result = _keyed(result, "the result", ("left", "right", "similarity"))
    truth = _keyed(truth, "the truth", ("left", "right", "label"))
    keys = ["pair_id"] if "pair_id" in result and "pair_id" in truth else ["first", "second", "turn"]
    verdicts = [name for name in ("screen", "merge") if name in result]
    both = result[["left", "right", "similarity", *verdicts, *keys]].merge(truth[[*keys, "label"]], on=keys)
    labels = _flags(both["label"], "label")
    similarity = _similarities(both["similarity"])
    said = {name: _flags(both[name], name) for name in verdicts}
    merged = said.get("merge", similarity >= EVEN_ODDS)
    screened = said.get("screen", similarity >= EVEN_ODDS)
    return PairEvaluation(
        pairs=len(both),
        only_in_result=len(result) - len(both),
        only_in_truth=len(truth) - len(both),
        even_odds=_quality(similarity >= EVEN_ODDS, labels),
        recall_at=recall_at_precision(similarity, labels, PRECISION),
        screen=_quality(screened, labels) if "screen" in said else None,
        merge=_quality(merged, labels) if "merge" in said else None,
        wrong_merges=_worst(both, similarity, merged & ~labels, -similarity),
        missed=_worst(both, similarity, ~screened & labels, similarity),
    )


def recall_at_precision(similarity: Floats, labels: Flags, precision: float) -> RecallAt:
    """The highest recall of any threshold on similarity that keeps the precision."""
    if not labels.any():
        return RecallAt(precision, None, None)
    order = np.argsort(-similarity, kind="stable")
    ranked = similarity[order]
    right = np.cumsum(labels[order])
    ends_tie = np.append(ranked[1:] != ranked[:-1], True)
    # Both sides are multiplied out: 98 of 100 is 98 %, whatever 98 / 100 is in binary.
    allowed = np.flatnonzero(ends_tie & (right >= precision * np.arange(1, len(ranked) + 1) - 1e-9))
    if not len(allowed) or not right[allowed[-1]]:
        return RecallAt(precision, 0.0, None)
    # Recall grows with every pair taken, so the last threshold that is allowed has the highest.
    last = allowed[-1]
    return RecallAt(precision, float(right[last] / right[-1]), float(ranked[last]))


def evaluate_blocking(candidates: pd.DataFrame, truth: pd.DataFrame) -> BlockingEvaluation:
    """Candidate pairs against the truth.

    candidates: left and right, record ids in any order; a pair counts once, a record with itself not at all.
    truth: id and entity_id.

    Raises:
        WrongUse: a column is missing, or one record is in two entities.
    """
    entity_of = assignment(truth, "the truth")
    _need(candidates, "the table of candidates", ("left", "right"))
    numbers = pd.Index(entity_of.index)
    left, right = (numbers.get_indexer(candidates[side].astype("str")) for side in ("left", "right"))
    known = (left >= 0) & (right >= 0)
    low, high = np.minimum(left, right)[known], np.maximum(left, right)[known]
    pairs = np.unique((low * np.int64(len(numbers)) + high)[low < high])
    entities, names = pd.factorize(entity_of)
    entity = entities[pairs // max(len(numbers), 1)]
    found = entity[entity == entities[pairs % max(len(numbers), 1)]]
    records = np.bincount(entities, minlength=len(names))
    missed = pairs_within(records) - np.bincount(found, minlength=len(names))
    worst = [group for group in np.argsort(-missed, kind="stable")[:EXAMPLES] if missed[group]]
    return BlockingEvaluation(
        records=len(entity_of),
        candidates=Quality(len(pairs), int(pairs_within(records).sum()), len(found)),
        unknown=int((~known).sum()),
        missed=tuple(
            Mixture(
                str(names[group]), int(records[group]), 1, int(missed[group]),
                tuple(map(str, numbers[entities == group][:EXAMPLE_RECORDS])),
            )
            for group in worst
        ),
    )  # fmt: skip


def _need(table: pd.DataFrame, what: str, columns: tuple[str, ...]) -> None:
    for column in columns:
        if column not in table:
            raise WrongUse(f"{what.capitalize()} has no column {column!r}; it has {', '.join(map(str, table))}.")


def _keyed(table: pd.DataFrame, what: str, columns: tuple[str, ...]) -> pd.DataFrame:
    """The table with its pairs in one order, `first` and `second`, and `turn`: the how manieth row of that pair."""
    _need(table, what, columns)
    left, right = table["left"].astype("str"), table["right"].astype("str")
    table = table.assign(left=left, right=right, first=left.where(left <= right, right))
    table["second"] = right.where(left <= right, left)
    table["turn"] = table.groupby(["first", "second"]).cumcount()
    return table


def _similarities(column: "pd.Series[float]") -> Floats:
    numbers = pd.to_numeric(column, errors="coerce").to_numpy(dtype=np.float64)
    if not ((numbers >= 0) & (numbers <= 1)).all():
        found = str(column[~((numbers >= 0) & (numbers <= 1))].iloc[0])
        raise WrongUse(f"A similarity is {found}; each pair needs one between 0 and 1.")
    return numbers


def _flags(column: "pd.Series[str]", name: str) -> Flags:
    words = column.astype("str").str.casefold()
    yes, no = words.isin(("1", "true", "yes")), words.isin(("0", "false", "no"))
    if not (yes | no).all():
        raise WrongUse(f"A {name} is {column[~(yes | no)].iloc[0]!r}; 1 and 0, or true and false, are understood.")
    return yes.to_numpy(dtype=np.bool_)


def _quality(claimed: Flags, labels: Flags) -> Quality:
    return Quality(int(claimed.sum()), int(labels.sum()), int((claimed & labels).sum()))


def _worst(pairs: pd.DataFrame, similarity: Floats, wrong: Flags, order: Floats) -> tuple[JudgedPair, ...]:
    rows = np.flatnonzero(wrong)
    rows = rows[np.argsort(order[rows], kind="stable")[:EXAMPLES]]
    sides = zip(pairs["left"].iloc[rows], pairs["right"].iloc[rows], similarity[rows], strict=True)
    return tuple(JudgedPair(str(left), str(right), float(value)) for left, right, value in sides)
