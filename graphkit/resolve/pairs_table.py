"""A table of pairs compared row by row: every row comes back, in its order, with its verdict."""

import re

import numpy as np
import pandas as pd

from graphkit.resolve.compare_names import NO_NAME, NO_NAME_BITS
from graphkit.resolve.evidence import Comparison
from graphkit.resolve.flat_table import COLUMNS, said_of
from graphkit.resolve.prepared import prepared
from graphkit.resolve.scorecard import probability
from graphkit.resolve.scoring import Progress, scored_chunks
from graphkit.resolve.verdicts import MERGE, VERDICTS, Rules
from graphkit.resolve.weights import Weights, default_weights

_SIDE = re.compile(r"(left|right)_(\w+)")


def compare_pairs(
    table: pd.DataFrame,
    *,
    kind: str = "company",
    weights: Weights | None = None,
    progress: Progress = lambda _done, _all: None,
) -> pd.DataFrame:
    """similarity, match_weight, screen, merge and reason for each row. table: left and right hold names; `kind`, and
    further evidence such as left_imo and right_imo in the columns of flat_table.COLUMNS, are optional.

    The rarity of words is learned from these names too.
    """
    chosen = weights or default_weights()
    records = prepared(said_of(_records(table), kind=kind))
    comparison = Comparison.of(records, chosen)
    left = np.arange(len(table))
    frames = []
    for compared, judged in scored_chunks(comparison, left, left + len(table), Rules.SURE, progress=progress):
        looked_at = np.maximum(compared.match_weight, np.nan_to_num(compared.names.unnumbered, nan=NO_NAME_BITS))
        nothing = np.isnan(compared.names.bits) & (compared.match_weight == 0.0)
        weight = np.where(nothing, NO_NAME_BITS, compared.match_weight)
        merge = judged.verdict == VERDICTS.index(MERGE)
        reasons = np.array(judged.reasons, dtype=object)[judged.reason]
        frames.append(
            pd.DataFrame(
                {
                    "similarity": probability(weight).round(4),
                    "match_weight": weight,
                    "screen": merge | (~nothing & (looked_at >= chosen.screen_at)),
                    "merge": merge,
                    "reason": np.where(nothing, NO_NAME, reasons),
                }
            )
        )
    columns = ["similarity", "match_weight", "screen", "merge", "reason"]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=columns)


def _records(table: pd.DataFrame) -> pd.DataFrame:
    """All left sides, then all right sides, as records."""
    sides = []
    for side in ("left", "right"):
        frame = pd.DataFrame({"name": table[side]})
        if "kind" in table:
            frame["kind"] = table["kind"]
        for column in table.columns:
            found = _SIDE.fullmatch(column)
            if found and found[1] == side and found[2] in COLUMNS and found[2] != "name":
                frame[found[2]] = table[column]
        sides.append(frame)
    return pd.concat(sides, ignore_index=True).fillna("")
