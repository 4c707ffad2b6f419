"""Candidate pairs to judged pairs, some at a time, so that a million records fit into little memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from graphkit.resolve.evidence import Compared, Comparison
from graphkit.resolve.ragged import Flags, Floats, Ints
from graphkit.resolve.verdicts import Codes, Judged, Rules, judge

_CHUNK = 100_000  # pairs compared at a time

Progress = Callable[[int, int], None]  # pairs done, pairs in all


@dataclass(frozen=True, slots=True)
class Scored:
    """m judged pairs of rows. verdict and reason as places in VERDICTS and `reasons`."""

    left: Ints
    right: Ints
    match_weight: Floats
    verdict: Codes
    reason: Codes
    by_rule: Flags
    reasons: tuple[str, ...]

    def taken(self, chosen: "Flags | Ints") -> "Scored":
        """Some of the pairs."""
        return Scored(
            self.left[chosen],
            self.right[chosen],
            self.match_weight[chosen],
            self.verdict[chosen],
            self.reason[chosen],
            self.by_rule[chosen],
            self.reasons,
        )


def compared_chunks(
    comparison: Comparison, left: Ints, right: Ints, *, progress: Progress = lambda _done, _all: None
) -> Iterator[Compared]:
    """The evidence, chunk by chunk in the order of the pairs; one empty chunk when there are none."""
    for start in range(0, max(len(left), 1), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        yield comparison.pairs(left[chunk].astype(np.int64), right[chunk].astype(np.int64))
        progress(min(start + _CHUNK, len(left)), len(left))


def scored_chunks(
    comparison: Comparison, left: Ints, right: Ints, rules: Rules, *, progress: Progress = lambda _done, _all: None
) -> Iterator[tuple[Compared, Judged]]:
    """The evidence and the verdicts, chunk by chunk in the order of the pairs."""
    for compared in compared_chunks(comparison, left, right, progress=progress):
        yield compared, judge(compared, comparison.weights, rules)


def score(
    comparison: Comparison,
    left: Ints,
    right: Ints,
    rules: Rules,
    *,
    kept: Callable[[Judged], Flags] = lambda judged: np.ones(len(judged.verdict), dtype=bool),
    progress: Progress = lambda _done, _all: None,
) -> Scored:
    """All pairs judged, those that `kept` chooses."""
    parts: list[Scored] = []
    for compared, judged in scored_chunks(comparison, left, right, rules, progress=progress):
        parts.append(_scored(compared, judged).taken(kept(judged)))
    return joined(parts)


def _scored(compared: Compared, judged: Judged) -> Scored:
    weight = compared.match_weight
    rows = compared.left.astype(np.int32), compared.right.astype(np.int32)
    return Scored(*rows, weight, judged.verdict, judged.reason, judged.by_rule, judged.reasons)


def joined(parts: list[Scored]) -> Scored:
    """Scored pairs one after the other; all with the same reasons."""
    if not parts:
        none, codes = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int8)
        return Scored(none, none, np.zeros(0), codes, codes, np.zeros(0, dtype=bool), ())
    return Scored(
        np.concatenate([part.left for part in parts]),
        np.concatenate([part.right for part in parts]),
        np.concatenate([part.match_weight for part in parts]),
        np.concatenate([part.verdict for part in parts]),
        np.concatenate([part.reason for part in parts]),
        np.concatenate([part.by_rule for part in parts]),
        parts[0].reasons,
    )
