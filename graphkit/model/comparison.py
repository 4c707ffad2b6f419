"""What comparing two names answers: how alike, whether to look, whether to merge, and the sum of the evidence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PieceOfEvidence:
    """One piece: agrees, contradicts or missing; its weight in bits; what was compared."""

    name: str
    state: str
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names of one kind compared.

    similarity: probability 0 to 1 that both are one party's, 0.5 is even odds. match_weight: the same in bits, the sum
    of the evidence. screen: a person should look. merge: at least 98 in 100 such pairs are one party's. reason: why not
    merged, or why.
    """

    left: str
    right: str
    kind: str
    similarity: float
    match_weight: float
    screen: bool
    merge: bool
    reason: str
    evidence: tuple[PieceOfEvidence, ...]
