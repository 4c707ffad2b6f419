"""One row per record with everything that pairs are compared by; made from what the records say."""

from dataclasses import dataclass

import numpy as np

from graphkit.model.countries import state_of
from graphkit.resolve.classes import LEGAL, PERSON, VESSEL
from graphkit.resolve.feature import Feature, Measure
from graphkit.resolve.ragged import Texts
from graphkit.resolve.record_names import RecordNames, record_names
from graphkit.resolve.said import Column, Said

NUMBERS = (
    "imo",
    "company_imo",
    "lei",
    "mmsi",
    "call_sign",
    "company_number",
    "person_number",
    "entry OFAC",
    "entry UN",
)
FEATURES = (
    *NUMBERS,
    "flag",
    "country",
    "regime",
    "address",
    "place",
    "birth_day",
    "birth_year",
    "type",
    "partner",
)
_MEASURES = {"dwt": (0.01, 0.05, 0.0), "gt": (0.01, 0.05, 0.0), "built": (0.0, 0.0, 1.0)}
"""How near two values must be, how far apart they contradict (relative), and a tolerance in units: see Measure."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """n records. features and measures by piece of evidence; names by class; `state`: the countries as sovereign
    states, which decide whether two countries contradict.
    """

    ids: Texts
    name_class: Texts
    features: dict[str, Feature]
    state: Feature
    measures: dict[str, Measure]
    names: dict[str, RecordNames]

    def row_of(self) -> dict[str, int]:
        """Record id to row."""
        return {record_id: row for row, record_id in enumerate(self.ids.tolist())}


def prepared(said: Said, names: dict[str, RecordNames] | None = None) -> Prepared:
    """Everything that depends on one record, worked out once. names: by class, where they are at hand."""
    size = len(said.ids)
    nothing = Column.of((), ())
    columns = {piece: said.values.get(piece, nothing) for piece in FEATURES}
    country = columns["country"]
    states = np.array([state_of(code) for code in country.texts], dtype=object)
    nan = np.full(size, np.nan)
    return Prepared(
        ids=said.ids,
        name_class=said.name_class,
        features={piece: Feature.of(column.rows, column.texts, size) for piece, column in columns.items()},
        state=Feature.of(country.rows, states, size),
        measures={piece: Measure(said.measures.get(piece, nan), *rule) for piece, rule in _MEASURES.items()},
        names=names or {name_class: record_names(said, name_class) for name_class in (VESSEL, LEGAL, PERSON)},
    )
