"""The evidence on judged pairs as it is told to people: a row per piece, with its bits and the values behind it."""

import numpy as np
import pandas as pd

from graphkit.model.tables import RESOLUTION_TABLES
from graphkit.resolve.classes import ANY, LEGAL
from graphkit.resolve.evidence import Compared
from graphkit.resolve.feature import AGREES
from graphkit.resolve.prepared import FEATURES, Prepared
from graphkit.resolve.ragged import Floats, Ints

COLUMNS = tuple(RESOLUTION_TABLES["pair_evidence"])


def evidence_rows(compared: Compared, prepared: Prepared, chosen: Ints) -> pd.DataFrame:
    """The evidence of the chosen pairs in long form; left and right are record ids. The weights of a pair add up to its
    match weight.
    """
    frames = [_names(compared, prepared, chosen), _numerals(compared, prepared, chosen)]
    for piece, bits in compared.bits.items():
        if piece == "name":
            continue
        told = chosen[bits[chosen] != 0.0]
        if not len(told):
            continue
        states = np.where(compared.state[piece][told] == AGREES, "agrees", "contradicts")
        frames.append(
            _frame(
                compared,
                prepared,
                told,
                piece.partition(" ")[0],
                states,
                bits[told],
                _details(compared, prepared, piece, told),
            )
        )
    return pd.concat(frames, ignore_index=True)


def _names(compared: Compared, prepared: Prepared, chosen: Ints) -> pd.DataFrame:
    told = chosen[compared.names.left[chosen] >= 0]
    bits = (compared.bits["name"] - _number_bits(compared))[told].round(2)
    states = np.where(bits > 0, "agrees", np.where(bits < 0, "contradicts", "missing"))
    return _frame(compared, prepared, told, "name", states, bits, _both_names(compared, prepared, told))


def _numerals(compared: Compared, prepared: Prepared, chosen: Ints) -> pd.DataFrame:
    """What a number that only one name has, or another one, takes from the sum."""
    bits = _number_bits(compared)
    told = chosen[bits[chosen] != 0.0]
    return _frame(compared, prepared, told, "numeral", "contradicts", bits[told], _both_names(compared, prepared, told))


def _number_bits(compared: Compared) -> Floats:
    """The part of the bits of names that their numbers take away."""
    lost = np.nan_to_num(compared.names.bits - compared.names.unnumbered)
    return np.minimum(lost, 0.0).round(2)


def _both_names(compared: Compared, prepared: Prepared, told: Ints) -> list[str]:
    """The two names that were compared, as printed."""
    found = []
    for place in told.tolist():
        name_class = compared.classes[place]
        names = prepared.names[LEGAL if name_class == ANY else name_class]
        one, other = compared.names.left[place], compared.names.right[place]
        found.append(f"{names.names[names.printed[one]]} / {names.names[names.printed[other]]}")
    return found


def _details(compared: Compared, prepared: Prepared, piece: str, told: Ints) -> list[str]:
    """The common value, or what both say."""
    left, right = compared.left[told].tolist(), compared.right[told].tolist()
    if piece == "primary_name":
        return _both_names(compared, prepared, told)
    if piece not in FEATURES:
        values = prepared.measures[piece].values
        return [
            _number(values[a]) if values[a] == values[b] else f"{_number(values[a])} / {_number(values[b])}"
            for a, b in zip(left, right, strict=True)
        ]
    feature, authority = prepared.features[piece], piece.partition(" ")[2]
    common = compared.common[piece][told].tolist()
    mark = f"{authority} " if authority else ""
    return [
        mark
        + (str(feature.values[code]) if code >= 0 else f"{'; '.join(feature.texts(a))} / {'; '.join(feature.texts(b))}")
        for code, a, b in zip(common, left, right, strict=True)
    ]


def _number(value: float) -> str:
    return f"{value:.10g}"


def _frame(
    compared: Compared, prepared: Prepared, told: Ints, piece: str, states: object, bits: object, details: list[str]
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "left": prepared.ids[compared.left[told]],
            "right": prepared.ids[compared.right[told]],
            "evidence": piece,
            "state": states,
            "weight": bits,
            "detail": details,
        }
    )
