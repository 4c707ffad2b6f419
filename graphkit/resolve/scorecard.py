"""What the features of a pair of names weigh, in bits: a table per feature or pair of features, added up.

The tables are learned by learning/learn_names.py and can be read in data/*_names.toml. The sum is the log2 of the odds
that both names are one party's among pairs that look alike, which is what screening and blocking put before us.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from graphkit.resolve.name_features import FEATURES
from graphkit.resolve.ragged import Floats


@dataclass(frozen=True, slots=True)
class Term:
    """Bits by one feature or two. edges: per feature, values up to and including edges[i] are in bin i."""

    features: tuple[str, ...]
    edges: tuple[Floats, ...]
    bits: Floats

    def of(self, features: Floats) -> Floats:
        """Bits for m rows of FEATURES."""
        bins = [
            np.searchsorted(edges, features[:, FEATURES.index(name)])
            for name, edges in zip(self.features, self.edges, strict=True)
        ]
        found: Floats = self.bits[tuple(bins)]
        return found


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All tables of one class of names, and the bits that two names start with."""

    start: float
    terms: tuple[Term, ...]

    def bits(self, features: Floats) -> Floats:
        """The sum for m rows of FEATURES."""
        found = np.full(len(features), self.start)
        for term in self.terms:
            found += term.of(features)
        return found


@cache
def scorecard(name_class: str) -> Scorecard:
    """The tables that graphkit ships for vessels (`vessel`) or companies (`legal`)."""
    file = resources.files("graphkit.resolve").joinpath("data", f"{name_class}_names.toml")
    table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    terms = [
        Term(
            tuple(term["features"]),
            tuple(np.array(edges, dtype=np.float64) for edges in term["edges"]),
            np.array(term["bits"], dtype=np.float64),
        )
        for term in table["term"]
    ]
    return Scorecard(table["start"], tuple(terms))


def probability(bits: Floats) -> Floats:
    """Odds in bits as a probability, 0 to 1."""
    found: Floats = 1.0 / (1.0 + np.exp2(-bits))
    return found
