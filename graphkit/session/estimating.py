"""Weights of evidence as a table of one's own has them, estimated without labels."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.errors import GraphkitError
from graphkit.session.matching import checked_kind, known_columns, text_table

if TYPE_CHECKING:
    import pandas as pd

    from graphkit.resolve.estimate import Estimate, PieceEstimate
    from graphkit.resolve.stated_pairs import Rate
    from graphkit.resolve.weights import Piece


@dataclass(frozen=True, slots=True)
class EstimatedWeights:
    """An estimate as text and as rows."""

    found: "Estimate"

    def text(self, day: date) -> str:
        """The table of weights that `resolve --weights` reads. day: when it was estimated."""
        from graphkit.resolve.weights_text import estimate_text

        return estimate_text(self.found, day)

    def answer(self) -> dict[str, Any]:
        """All figures, as plain values for JSON."""
        found = self.found
        return {
            "records": found.records,
            "candidates": found.candidates,
            "compared": found.compared,
            "rounds": found.rounds,
            "matches": round(found.matches, 4),
            "pieces": [_piece_answer(piece) for piece in found.pieces],
        }

    def rows(self) -> list[tuple[str, ...]]:
        """For people: piece, agreement and contradiction before and after, m and u with their counts, or why not."""
        return [_row(piece) for piece in self.found.pieces]


def estimate_weights(
    records: "pd.DataFrame | str | Path",
    *,
    kind: str = "",
    tell: Callable[[str], None] | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> EstimatedWeights:
    """What each piece of evidence weighs among the records of a table, starting from the weights that graphkit ships.

    records, kind, tell: as for resolve_table.

    Raises:
        SourceError: the file cannot be read. WrongUse: there is no such kind. GraphkitError: too little to go by.
    """
    from graphkit.resolve.estimate import LEAST_PAIRS, estimate
    from graphkit.resolve.flat_table import said_of
    from graphkit.resolve.prepared import prepared
    from graphkit.resolve.weights import default_weights

    said = said_of(known_columns(text_table(records, tell=tell)), kind=checked_kind(kind) if kind else "")
    found = estimate(prepared(said), default_weights(), progress=progress)
    if not found.moved:
        raise GraphkitError(
            f"There is too little to estimate weights from: {found.records:,} records give {found.candidates:,} "
            f"candidate pairs, and no piece of evidence is stated on both sides of {LEAST_PAIRS:.0f} pairs that are "
            "likely one party. Use the weights that are shipped, or a larger table."
        )
    return EstimatedWeights(found)


def _piece_answer(piece: "PieceEstimate") -> dict[str, Any]:
    bits = {"old": _bits(piece.old), "new": _bits(piece.new)}
    counts = {"m": _counts(piece.same), "u": _counts(piece.different)}
    return {"piece": piece.name, **bits, **counts, "kept": piece.kept or None}


def _bits(piece: "Piece") -> dict[str, float | None]:
    """agrees: None where it depends on the value, by same and chance."""
    if piece.agrees is not None:
        return {"agrees": piece.agrees, "contradicts": piece.contradicts}
    return {"agrees": None, "same": piece.same, "chance": piece.chance, "contradicts": piece.contradicts}


def _counts(rate: "Rate") -> dict[str, float | None]:
    """How often a piece agrees, in expected counts; no share where no pair was counted."""
    share = round(rate.share, 6) if rate.stated else None
    return {"share": share, "agreed": round(rate.agreed, 1), "stated": round(rate.stated, 1)}


def _row(piece: "PieceEstimate") -> tuple[str, ...]:
    m, u = (f"{rate.share:.4f} of {rate.stated:,.0f}" for rate in (piece.same, piece.different))
    agreements = (_agreement(piece.old), _agreement(piece.new))
    contradictions = (f"{piece.old.contradicts:+.1f}", f"{piece.new.contradicts:+.1f}")
    return (piece.name, *agreements, *contradictions, *((piece.kept, "") if piece.kept else (m, u)))


def _agreement(piece: "Piece") -> str:
    """Bits, or m and u of a piece whose rarer values weigh more."""
    return f"{piece.agrees:+.1f}" if piece.agrees is not None else f"{piece.same:.2f} / {piece.chance:.2f}"
