"""Comparing only what is new: pairs whose records say what they said at the last build keep their verdict.

A record's mark changes with anything the comparison reads of it (see marks). So adding a list compares its records with
each other and with those that were there, and the result is that of a build anew.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from graphkit.model.tables import RESOLUTION_TABLES
from graphkit.resolve.evidence import Comparison
from graphkit.resolve.marks import Marks
from graphkit.resolve.ragged import Ints
from graphkit.resolve.scoring import Progress, scored_chunks
from graphkit.resolve.told import COLUMNS, evidence_rows
from graphkit.resolve.verdicts import APART, VERDICTS, Rules

_PAIR_COLUMNS = tuple(RESOLUTION_TABLES["compared_pairs"])


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the last build judged: its tables compared_pairs, pair_evidence and record_marks."""

    pairs: pd.DataFrame
    evidence: pd.DataFrame
    marks: pd.DataFrame


@dataclass(frozen=True, slots=True)
class JudgedPairs:
    """pairs: every candidate pair with its verdict, left, right in order. evidence: of those not apart, told in rows.

    new: how many of them were compared now.
    """

    pairs: pd.DataFrame
    evidence: pd.DataFrame
    new: int


def compare_new(
    comparison: Comparison, left: Ints, right: Ints, marks: Marks, earlier: Earlier | None, progress: Progress
) -> JudgedPairs:
    """Every candidate pair judged, by the rules of a build, with what the last build judged taken over."""
    ids = comparison.prepared.ids
    known, known_evidence = _known(ids, left, right, marks, earlier)
    is_known = pd.Index(known["place"])
    open_pairs = np.setdiff1d(np.arange(len(left)), is_known.to_numpy(dtype=np.int64))
    frames, evidence = [known[list(_PAIR_COLUMNS)]], [known_evidence]
    for compared, judged in scored_chunks(
        comparison, left[open_pairs], right[open_pairs], Rules.BUILD, progress=progress
    ):
        verdicts = np.array(VERDICTS, dtype=object)[judged.verdict]
        frames.append(
            pd.DataFrame(
                {
                    "left": ids[compared.left],
                    "right": ids[compared.right],
                    "match_weight": compared.match_weight,
                    "verdict": verdicts,
                    "decided_by": np.where(judged.by_rule, "rule", "weights").astype(object),
                    "reason": np.array(judged.reasons, dtype=object)[judged.reason],
                }
            )
        )
        evidence.append(evidence_rows(compared, comparison.prepared, np.flatnonzero(verdicts != APART)))
    pairs = pd.concat(frames, ignore_index=True).sort_values(["left", "right"], ignore_index=True)
    told = pd.concat(evidence, ignore_index=True).sort_values(list(COLUMNS), ignore_index=True)
    return JudgedPairs(pairs, told, len(open_pairs))


def _known(
    ids: "np.ndarray[tuple[int], np.dtype[np.object_]]", left: Ints, right: Ints, marks: Marks, earlier: Earlier | None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The pairs that the last build judged and that still stand, with their place among the candidates."""
    if earlier is None:
        none = pd.DataFrame(columns=["place", *_PAIR_COLUMNS]).astype({"place": "int64", "match_weight": "float64"})
        return none, pd.DataFrame(columns=list(COLUMNS)).astype({"weight": "float64"})
    before = dict(zip(earlier.marks["record_id"], earlier.marks["mark"], strict=True))
    told = zip(ids, marks.astype(str), strict=True)
    same = np.array([before.get(record_id) == mark for record_id, mark in told], dtype=bool)
    places = np.flatnonzero(same[left] & same[right])
    candidates = pd.DataFrame({"left": ids[left[places]], "right": ids[right[places]], "place": places}, dtype=object)
    known = candidates.merge(earlier.pairs, on=["left", "right"]).astype({"place": "int64"})
    kept = pd.MultiIndex.from_frame(known[known["verdict"].ne(APART)][["left", "right"]])
    of_kept = pd.MultiIndex.from_frame(earlier.evidence[["left", "right"]]).isin(kept)
    return known, earlier.evidence[of_kept]
