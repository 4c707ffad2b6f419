"""A table of weights as text in the form of weights.toml, which read_weights reads."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date

from graphkit.resolve.estimate import Estimate, PieceEstimate
from graphkit.resolve.weights import Piece, Weights


def weights_text(weights: Weights, head: Iterable[str], notes: Mapping[str, str]) -> str:
    """The whole table. head: lines of comment above it; notes: a comment behind each piece that has one."""
    numbers = [each.name for each in fields(weights) if each.name != "pieces"]
    lines = [*(f"# {line}" for line in head), "", *(f"{name} = {getattr(weights, name)}" for name in numbers)]
    pieces = [piece_line(name, piece, notes.get(name, "")) for name, piece in weights.pieces.items()]
    return "\n".join([*lines, "", "[pieces]", *pieces]) + "\n"


def piece_line(name: str, piece: Piece, note: str = "") -> str:
    """One line of [pieces]; what a piece does not use is left out."""
    given = {each.name: getattr(piece, each.name) for each in fields(piece)}
    used = {
        each.name: given[each.name]
        for each in fields(piece)
        if each.default is MISSING or given[each.name] != each.default
    }
    order = sorted(used, key=lambda number: number == "contradicts")
    told = ", ".join(f"{number} = {used[number]}" for number in order)
    return f"{name} = {{ {told} }}" + (f"  # {note}" if note else "")


def estimate_text(estimate: Estimate, day: date) -> str:
    """An estimate as a table of weights that says what it was made from."""
    head = (
        "What a piece of evidence weighs, in bits; graphkit/resolve/weights.toml explains the words.",
        f"Estimated on {day} by EM, without labels, from {estimate.records} records: {estimate.compared} of",
        f"{estimate.candidates} candidate pairs, {estimate.matches:.1%} of them one party's as estimated; in",
        f"{estimate.rounds} iterations. m: how often a piece agrees among candidate pairs of one party; u: among any",
        "pairs of two; of how many that state it, in expected counts. Measured against no truth; `graphkit evaluate`",
        "does that.",
    )
    return weights_text(estimate.weights, head, {piece.name: _note(piece) for piece in estimate.pieces})


def _note(piece: PieceEstimate) -> str:
    if piece.kept:
        return f"as before: {piece.kept}"
    same, different = piece.same, piece.different
    return f"m {same.share:.3f} of {same.stated:.0f}, u {different.share:.4f} of {different.stated:.0f}"
