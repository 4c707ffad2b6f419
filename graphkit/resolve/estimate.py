"""What pieces of evidence weigh among the records at hand, without labels: expectation maximisation over two classes.

Of the candidate pairs some are one party and some are two; which, nobody says. Given weights, each pair has a chance of
being one party; given these chances, m and u are counted: how often a piece agrees among pairs of one party, and among
pairs of two. Agreement then weighs log2(m / u) bits and contradiction log2((1 - m) / (1 - u)), and so on in turns until
nothing moves (Fellegi and Sunter 1969; Winkler 1988). Pieces are taken as independent within a class.

m is counted over candidate pairs, for among any pairs hardly one is one party's. u is counted over pairs of any
records: candidates of two parties are picked for what they share, and would make agreement look common.

What names weigh is given, and so are checked numbers and list entries: they tell the two classes apart. A value that is
rarer among the records weighs more, as ever. Estimates are drawn towards the weights one starts from as if those had
been seen in STARTING_PAIRS pairs, and nothing moves by more than FARTHEST bits, so that a small table cannot run away.
Nothing here says that the estimate is better: that takes labelled records and `graphkit evaluate`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from graphkit.resolve.blocking import candidate_pairs
from graphkit.resolve.evidence import Comparison
from graphkit.resolve.prepared import Prepared
from graphkit.resolve.ragged import Floats
from graphkit.resolve.scoring import Progress
from graphkit.resolve.stated_pairs import Rate, StatedPairs, even_odds, random_pairs
from graphkit.resolve.weights import Piece, Weights

DECISIVE = {"imo", "company_imo", "lei", "entry"}
"""Pieces that never move: rules decide by them, whatever a table says."""
LEAST_PAIRS = 20.0  # that state a piece, of one party and of two; with fewer it stays
STARTING_PAIRS = 50.0
FARTHEST = 4.0  # bits
_MOST_PAIRS = 400_000  # compared; of more, every second, third, ... teaches
_MOST_ROUNDS = 50
_STILL = 0.005  # bits, or a rate: a smaller change ends the rounds
RANDOM_PAIRS = 100_000


@dataclass(frozen=True, slots=True)
class PieceEstimate:
    """One piece before and after. same, different: m and u with their counts. kept: why it did not move, else empty."""

    name: str
    old: Piece
    new: Piece
    same: Rate
    different: Rate
    kept: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """weights: those estimated. candidates, compared: pairs in all, and those that taught. matches: the share of the
    latter that is one party's.
    """

    weights: Weights
    pieces: tuple[PieceEstimate, ...]
    records: int
    candidates: int
    compared: int
    rounds: int
    matches: float

    @property
    def moved(self) -> bool:
        """Whether there was enough to estimate any piece from."""
        return any(not piece.kept for piece in self.pieces)


def estimate(records: Prepared, weights: Weights, *, progress: Progress = lambda _done, _all: None) -> Estimate:
    """The weights as these records have them, starting from `weights`; the same records give the same estimate."""
    left, right = candidate_pairs(records)
    step = len(left) // _MOST_PAIRS + 1
    comparison = Comparison.of(records, weights)
    pairs = _Pairs(
        StatedPairs.of(comparison, left[::step], right[::step], DECISIVE, progress=progress),
        StatedPairs.of(comparison, *random_pairs(records, RANDOM_PAIRS), DECISIVE),
    )
    before = _State(weights.pieces, even_odds(), even_odds(), {}, 0)
    state = before.next(pairs, weights)
    while state.rounds < _MOST_ROUNDS and state.distance(before) > _STILL:
        before, state = state, state.next(pairs, weights)
    told = tuple(state.told(name, old) for name, old in weights.pieces.items())
    found = replace(weights, pieces={piece.name: piece.new for piece in told})
    compared, share = len(pairs.candidate.given), pairs.candidate.mean(state.candidate)
    return Estimate(found, told, len(records.ids), len(left), compared, state.rounds, share)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """candidate: what m is counted over. random: what u is counted over."""

    candidate: StatedPairs
    random: StatedPairs


@dataclass(frozen=True, slots=True)
class _State:
    """Where the rounds stand. candidate, random: share of such pairs that is one party, by class; rates: m and u."""

    pieces: Mapping[str, Piece]
    candidate: Floats
    random: Floats
    rates: Mapping[str, tuple[Rate, Rate]]
    rounds: int

    def next(self, pairs: _Pairs, start: Weights) -> "_State":
        """Chances from the weights, and weights from the chances."""
        candidate = pairs.candidate.chances(self.pieces, self.candidate)
        other = pairs.random.chances(self.pieces, self.random)
        rates = {
            name: (pairs.candidate.same(name, candidate), pairs.random.different(name, other)) for name in start.pieces
        }
        pieces = {name: _drawn(piece, *rates[name]) for name, piece in start.pieces.items()}
        return _State(pieces, pairs.candidate.matches(candidate), pairs.random.matches(other), rates, self.rounds + 1)

    def distance(self, before: "_State") -> float:
        """The largest change of any number."""
        changes = [
            abs(value - _numbers(before.pieces[name])[number])
            for name, piece in self.pieces.items()
            for number, value in _numbers(piece).items()
        ]
        return max(*changes, float(np.abs(self.candidate - before.candidate).max()))

    def told(self, name: str, old: Piece) -> PieceEstimate:
        """What became of a piece."""
        same, different = self.rates[name]
        if name in DECISIVE:
            return PieceEstimate(name, old, old, same, different, "decisive, never estimated")
        if min(same.stated, different.stated) < LEAST_PAIRS:
            return PieceEstimate(name, old, old, same, different, "too few pairs state it")
        rounded = {number: round(value, 3) for number, value in _numbers(self.pieces[name]).items()}
        return PieceEstimate(name, old, replace(old, **rounded), same, different, "")


def _drawn(start: Piece, same: Rate, different: Rate) -> Piece:
    """A piece between where it started and what was counted among pairs of one party and of two."""
    pairs = min(same.stated, different.stated)
    if pairs < LEAST_PAIRS:
        return start
    part = pairs / (pairs + STARTING_PAIRS)
    m, u = same.share, different.share

    def between(old: float, new: float, low: float, high: float) -> float:
        return float(np.clip(old + part * (new - old), max(low, old - FARTHEST), min(high, old + FARTHEST)))

    # A piece that takes nothing away where it differs may differ for good reasons, and goes on taking nothing.
    opposed = between(start.contradicts, np.log2((1 - m) / (1 - u)), -np.inf, 0.0) if start.contradicts else 0.0
    if start.agrees is not None:
        return replace(start, contradicts=opposed, agrees=between(start.agrees, np.log2(m / u), 0.0, np.inf))
    same_share, chance = between(start.same, m, 0.01, 1.0), between(start.chance, u, 0.001, 1.0)
    return replace(start, contradicts=opposed, same=same_share, chance=chance)


def _numbers(piece: Piece) -> dict[str, float]:
    """What can move."""
    told = {"contradicts": piece.contradicts, "agrees": piece.agrees, "same": piece.same, "chance": piece.chance}
    return {name: value for name, value in told.items() if value is not None}
