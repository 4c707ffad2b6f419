"""Pairs of records as `estimate` needs them: what is given about each, and what both records state of each piece.

Compared once; with other weights the same pairs weigh something else without being compared again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from graphkit.resolve.classes import ANY, LEGAL, PERSON, VESSEL
from graphkit.resolve.evidence import Compared, Comparison
from graphkit.resolve.feature import AGREES, MISSING, Feature
from graphkit.resolve.prepared import Prepared
from graphkit.resolve.ragged import Flags, Floats, Ints
from graphkit.resolve.scoring import Progress, compared_chunks
from graphkit.resolve.weights import Piece

_CLASSES = (VESSEL, LEGAL, PERSON, ANY)


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a piece agrees among the pairs of a class that state it; expected counts, not whole numbers."""

    agreed: float = 0.0
    stated: float = 0.0

    @property
    def share(self) -> float:
        """0 to 1, never quite either: half a pair is added to each side (Jeffreys)."""
        return (self.agreed + 0.5) / (self.stated + 1.0)


@dataclass(frozen=True, slots=True)
class Stated:
    """The pairs of which both records state one piece.

    at: which pairs. agrees: of each. value: the common one, by its place in feature; feature: None for measures.
    counts: not where another piece has said the same already, as a day of birth has said its year.
    """

    at: Ints
    agrees: Flags
    value: Ints
    counts: Flags
    feature: Feature | None

    def bits(self, piece: Piece) -> Floats:
        """What the piece weighs in each of the pairs."""
        agreed = piece.value_bits(self.feature)[self.value] if self.feature else np.float64(piece.agrees or 0.0)
        bits: Floats = np.where(self.counts, np.where(self.agrees, agreed, piece.contradicts), 0.0)
        return bits

    def rate(self, chances: Floats) -> Rate:
        """How often it agrees among the pairs, each counted as often as its chance says."""
        counted = chances[self.at]
        return Rate(float(counted[self.agrees].sum()), float(counted.sum()))


@dataclass(frozen=True, slots=True)
class StatedPairs:
    """m pairs. given: bits of what is not estimated. name_class: of each, as a number. pieces: what is estimated."""

    given: Floats
    name_class: Ints
    pieces: dict[str, Stated]

    @classmethod
    def of(
        cls,
        comparison: Comparison,
        left: Ints,
        right: Ints,
        given: set[str],
        *,
        progress: Progress = lambda _done, _all: None,
    ) -> "StatedPairs":
        """The pairs compared. given: pieces that are not estimated, beside the name."""
        parts: list[StatedPairs] = []
        first = 0
        for compared in compared_chunks(comparison, left, right, progress=progress):
            parts.append(_seen(comparison, compared, given, first))
            first += len(compared.left)
        pieces = {name: _joined([part.pieces[name] for part in parts]) for name in parts[0].pieces}
        return cls(
            np.concatenate([part.given for part in parts]),
            np.concatenate([part.name_class for part in parts]),
            {name: stated for name, stated in pieces.items() if len(stated.at)},
        )

    def chances(self, pieces: Mapping[str, Piece], matches: Floats) -> Floats:
        """How likely each pair is one party. matches: the share of such pairs in each class."""
        bits = self.given + np.log2(matches / (1 - matches))[self.name_class]
        for name, stated in self.pieces.items():
            bits[stated.at] += stated.bits(pieces[name])
        chances: Floats = 1 / (1 + np.exp2(-np.clip(bits, -60, 60)))
        return chances

    def same(self, name: str, chances: Floats) -> Rate:
        """How often a piece agrees among pairs of one party, given the chances that they are."""
        return self.pieces[name].rate(chances) if name in self.pieces else Rate()

    def different(self, name: str, chances: Floats) -> Rate:
        """How often a piece agrees among pairs of two parties, given the chances that they are one."""
        return self.same(name, 1 - chances)

    def matches(self, chances: Floats) -> Floats:
        """The share of pairs that are one party in each class; even odds where there are none."""
        pairs = np.bincount(self.name_class, minlength=len(_CLASSES))
        shares: Floats = (np.bincount(self.name_class, chances, len(_CLASSES)) + 0.5) / (pairs + 1.0)
        return shares

    def mean(self, matches: Floats) -> float:
        """The share of all pairs that are one party, from the shares of the classes."""
        return float(matches[self.name_class].mean()) if len(self.name_class) else 0.0


def random_pairs(prepared: Prepared, most: int) -> tuple[Ints, Ints]:
    """Pairs of rows of one class, left < right: all of them, or `most` drawn evenly, always the same ones."""
    size = len(prepared.ids)
    if size * (size - 1) // 2 <= most:
        left, right = np.triu_indices(size, 1)
    else:
        drawn = np.sort(np.random.default_rng(0).integers(0, size, (most, 2)), axis=1)
        left, right = np.unique(drawn[drawn[:, 0] < drawn[:, 1]], axis=0).T
    fitting = prepared.name_class[left] == prepared.name_class[right]
    return left[fitting], right[fitting]


def even_odds() -> Floats:
    """What is taken for the share of pairs that are one party before anything is known."""
    return np.full(len(_CLASSES), 0.5)


def _seen(comparison: Comparison, compared: Compared, given: set[str], first: int) -> StatedPairs:
    pieces = {name for name in comparison.weights.pieces if name in compared.state and name not in given}
    kept = [bits for name, bits in compared.bits.items() if name.partition(" ")[0] not in pieces]
    return StatedPairs(
        np.sum(kept, axis=0),
        np.select([compared.classes == each for each in _CLASSES], range(len(_CLASSES)), len(_CLASSES) - 1),
        {name: _stated(comparison, compared, name, first) for name in sorted(pieces)},
    )


def _stated(comparison: Comparison, compared: Compared, name: str, first: int) -> Stated:
    piece, feature = comparison.weights.pieces[name], comparison.prepared.features.get(name)
    stated = compared.state[name] != MISSING
    if feature and not piece.contradicts:
        # What takes nothing away where it differs is stated all the same.
        stated = feature.both(compared.left, compared.right)
    at = np.flatnonzero(stated)
    agrees = compared.state[name][at] == AGREES
    value = compared.common[name][at] if feature else np.zeros(0, dtype=np.int64)
    whole = Stated(at + first, agrees, value, np.ones(len(at), dtype=bool), feature)
    silent = (compared.bits[name][at] == 0.0) & (whole.bits(piece) != 0.0)
    return replace(whole, counts=~silent)


def _joined(parts: list[Stated]) -> Stated:
    at, agrees, value, counts = (
        np.concatenate([getattr(part, column) for part in parts]) for column in ("at", "agrees", "value", "counts")
    )
    return Stated(at, agrees, value, counts, parts[0].feature)
