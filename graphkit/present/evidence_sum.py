"""Evidence in words and as a sum: each piece with its bits, and how far the total is from the merge line."""

from dataclasses import dataclass

from graphkit.present.record_rows import word

Piece = tuple[str, str, float, str]  # evidence, state, weight in bits, detail
_ROUNDED = 0.05  # bits that rounding to two places can leave over
_WORDS = {
    "name": "name",
    "reference": "reference",
    "entry": "list entry",
    "flag": "flag",
    "company_number": "registration number",
    "person_number": "identity document",
    "birth_day": "day of birth",
    "birth_year": "year of birth",
    "legal_form": "legal form",
    "only_bearer": "only bearer",
    "regime": "sanctions regime",
    "partner": "common partner",
}


def piece_word(evidence: str) -> str:
    """A piece of evidence as people call it."""
    return _WORDS.get(evidence, word(evidence))


def bits(weight: float) -> str:
    """A weight with its sign, to one or two places."""
    return f"{round(weight, 2):+g}"


@dataclass(frozen=True, slots=True)
class Sum:
    """The pieces of a pair and what they add up to. rest: bits of the match weight that no piece explains."""

    pieces: tuple[Piece, ...]
    total: float
    merge_at: float

    @property
    def rest(self) -> float:
        """What the pieces leave over; 0 when they are the whole sum."""
        left_over = self.total - sum(weight for _, _, weight, _ in self.pieces)
        return left_over if abs(left_over) > _ROUNDED else 0.0

    @property
    def verdict(self) -> str:
        """The total against the merge line, in words."""
        short = self.merge_at - self.total
        if short > 0:
            return f"{short:.3g} short of the merge line, {self.merge_at:g}"
        return f"at or above the merge line, {self.merge_at:g}"

    def bar(self, weight: float, width: int, full: str) -> str:
        """A bar as long as its bits; the largest of all and the merge line fit into the width."""
        largest = max(self.merge_at, abs(self.total), *(abs(piece[2]) for piece in self.pieces), 1.0)
        return full * max(round(abs(weight) / largest * width), int(weight != 0))

    def total_bar(self, width: int, full: str, line: str) -> str:
        """The bar of the total with the merge line in its place."""
        bar = self.bar(max(self.total, 0.0), width, full)
        place = max(len(self.bar(self.merge_at, width, full)) - 1, 0)
        padded = bar.ljust(place + 1)
        return padded[:place] + line + padded[place + 1 :]
