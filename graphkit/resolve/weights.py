"""What each piece of evidence weighs for the records at hand: the readable table, with rarer values weighing more."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from graphkit.errors import WrongUse
from graphkit.resolve.ragged import Floats

if TYPE_CHECKING:
    from graphkit.resolve.feature import Feature

_BACKGROUND = 50.0  # records that say of each value what `chance` says, beside the records at hand
_STEP = 0.5
_PIECES = frozenset(
    "imo company_imo lei entry company_number person_number mmsi call_sign flag country regime place address "
    "birth_day birth_year type partner dwt gt built".split()
)


@dataclass(frozen=True, slots=True)
class Piece:
    """The weights of one piece in bits; agrees is None where it depends on the value."""

    contradicts: float
    agrees: float | None = None
    same: float = 0.0
    chance: float = 0.0
    most: float = 0.0

    def value_bits(self, feature: "Feature") -> Floats:
        """Bits of agreeing on each value of a feature, in halves so that a few new records change few of them."""
        if self.agrees is not None:
            return np.full(len(feature.values), self.agrees)
        stated = int(feature.stated.sum())
        share = (feature.bearers + _BACKGROUND * self.chance) / (stated + _BACKGROUND)
        bits = np.clip(np.log2(self.same / share), 0.0, self.most)
        rounded: Floats = np.round(bits / _STEP) * _STEP
        return rounded


@dataclass(frozen=True, slots=True)
class Weights:
    """The table of weights.toml, or one of the same form."""

    merge_at: float
    join_at: float
    together_at: float
    screen_at: float
    review_at: float
    doubt_at: float
    same_primary: float
    worst_name: float
    renamed_ship: float
    pieces: Mapping[str, Piece]


@cache
def default_weights() -> Weights:
    """The weights that graphkit ships."""
    return _read(resources.files("graphkit.resolve").joinpath("weights.toml").read_text(encoding="utf-8"))


def read_weights(path: Path) -> Weights:
    """Weights of one's own, in the form of weights.toml.

    Raises:
        WrongUse: the file is not there or not of that form.
    """
    try:
        return _read(path.read_text(encoding="utf-8"))
    except (
        OSError,
        UnicodeDecodeError,
        tomllib.TOMLDecodeError,
        TypeError,
        KeyError,
        AttributeError,
        ValueError,
    ) as error:
        raise WrongUse(
            f"{path} is no table of weights ({error}); graphkit/resolve/weights.toml is an example."
        ) from error


def _read(text: str) -> Weights:
    table: dict[str, Any] = tomllib.loads(text)
    pieces = {name: Piece(**row) for name, row in table.pop("pieces").items()}
    weights = Weights(pieces=pieces, **table)
    _check(weights)
    return weights


def _check(weights: Weights) -> None:
    """Raises ValueError when a piece is missing, is no number, or says neither how much nor how often it agrees."""
    if missing := sorted(_PIECES - weights.pieces.keys()):
        raise ValueError(f"the piece {missing[0]} is missing")
    bounds = {name: getattr(weights, name) for name in weights.__slots__ if name != "pieces"}
    for name, value in bounds.items():
        _check_number(name, value)
    for name, piece in weights.pieces.items():
        for field in piece.__slots__:
            value = getattr(piece, field)
            if value is not None or field != "agrees":
                _check_number(f"{name}.{field}", value)
        if piece.agrees is None and not 0.0 < piece.same <= 1.0:
            raise ValueError(f"{name} needs agrees, or same above 0 and up to 1")


def _check_number(name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not np.isfinite(value):
        raise ValueError(f"{name} is {value!r} and no number")
