"""The figures, many draws at once: point values from weights of one, intervals from parties drawn with replacement.

Parties are drawn, never pairs or records: pairs that share a name are not independent, and an interval that takes them
so is too narrow. A pair across two parties counts as often as the product of their draws. All tools see the same draws,
so the differences between two tools are paired.

Weights have one row per draw; every function returns one value per draw.
"""

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

Array = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

PRECISION = 0.98
SEED = 2018
_PART = 100  # draws at a time, to keep memory small


def draws(parties: int, count: int) -> Array:
    """How often each party is drawn; the first row is the data as it is, every party once."""
    drawn = np.random.default_rng(SEED).multinomial(parties, np.full(parties, 1 / parties), size=count)
    return np.vstack([np.ones(parties), drawn])


def pair_weights(drawn: Array, left: Codes, right: Codes, weight: Array) -> Array:
    """The weight of each pair in each draw, by the parties of its two names."""
    return weight * np.where(left == right, drawn[:, left], drawn[:, left] * drawn[:, right])


def pair_measures(score: Array, label: Array, at: float, weights: Array) -> dict[str, Array]:
    """Precision, recall and F1 at the threshold, and the recall at 98 % precision over all thresholds."""
    claimed = (score >= at).astype(float)
    both, said, true = weights @ (claimed * label), weights @ claimed, weights @ label
    with np.errstate(invalid="ignore", divide="ignore"):
        f1 = 2 * both / (said + true)
        precision, recall = both / said, both / true
    return {"f1": f1, "precision": precision, "recall": recall, "recall_at_98": recall_at_98(score, label, weights)}


def recall_at_98(score: Array, label: Array, weights: Array) -> Array:
    """The highest recall of any threshold that keeps 98 %; pairs of one score are taken together or not at all."""
    order = np.argsort(-score, kind="stable")
    ends_tie = np.append(np.diff(score[order]) != 0, True)
    found = []
    for start in range(0, len(weights), _PART):
        part = weights[start : start + _PART, order]
        right, taken = np.cumsum(part * label[order], axis=1), np.cumsum(part, axis=1)
        allowed = ends_tie & (right >= PRECISION * taken - 1e-9)
        best = np.where(allowed, right, 0).max(axis=1)
        found.append(best / right[:, -1])
    return np.concatenate(found)


def best_threshold(score: Array, label: Array, weight: Array) -> float:
    """The threshold with the highest F1: for tuning on one part what is used on the other."""
    order = np.argsort(-score, kind="stable")
    right, taken = np.cumsum((weight * label)[order]), np.cumsum(weight[order])
    f1 = 2 * right / (taken + right[-1])
    f1[~np.append(np.diff(score[order]) != 0, True)] = -1
    return float(score[order][f1.argmax()])


def cluster_measures(found: Codes, true: Codes, drawn: Array) -> dict[str, Array]:
    """B-cubed and pairs of a clustering, with true entities drawn. found, true: codes from 0 for each record."""
    cells, records = np.unique(found * (true.max() + 1) + true, return_counts=True)
    cluster, entity = cells // (true.max() + 1), cells % (true.max() + 1)
    size, entity_size = np.bincount(found), np.bincount(true)
    by_cell = drawn[:, entity]
    all_records = drawn @ entity_size
    precision = by_cell @ (records**2 / size[cluster]) / all_records
    recall = by_cell @ (records**2 / entity_size[entity]) / all_records
    both = by_cell @ (records * (records - 1) / 2)
    in_truth = drawn @ (entity_size * (entity_size - 1) / 2)
    # Pairs of one cluster that are of two entities: half of the square of the sum less the sum of the squares.
    table = csr_array((records.astype(float), (cluster, entity)))
    sums = np.asarray((table @ drawn.T).T)
    across = ((sums**2).sum(axis=1) - drawn**2 @ np.asarray((table**2).sum(axis=0)).ravel()) / 2
    return {
        "b_cubed_f1": 2 * precision * recall / (precision + recall),
        "b_cubed_precision": precision,
        "b_cubed_recall": recall,
        "pair_f1": 2 * both / (both + across + in_truth),
    }


def told(values: Array) -> dict[str, float]:
    """The value of the data as it is, and the middle 95 % of the draws."""
    low, high = np.nanquantile(values[1:], [0.025, 0.975])
    return {"value": float(values[0]), "low": float(low), "high": float(high)}
