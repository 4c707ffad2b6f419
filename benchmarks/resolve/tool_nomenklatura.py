"""nomenklatura: FollowTheMoney entities, its blocker for candidates, one of its matchers for scores.

Its `xref` takes the best 50,000 pairs of the blocker; here it may take 20 for each record, which is more. Pairs that
reach the threshold are joined, as `xref --auto-threshold` joins them.
"""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from components import components
from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker import Index
from nomenklatura.matching import ScoringAlgorithm, get_algorithm
from nomenklatura.matching.types import ScoringConfig
from nomenklatura.resolver import Linker
from nomenklatura.store import MemoryStore
from tools import Resolved

_PAIRS_PER_RECORD = 20
_SCHEMATA = {"vessel": "Vessel", "company": "Company", "person": "Person"}
_PROPERTIES = {
    "name": "name",
    "imo": "imoNumber",
    "mmsi": "mmsi",
    "call_sign": "callSign",
    "flag": "flag",
    "vessel_type": "type",
    "country": "country",
    "address": "address",
    "registration_number": "registrationNumber",
    "birth_date": "birthDate",
    "dwt": "deadweightTonnage",
}
_DATASET = Dataset.make({"name": "bench", "title": "bench"})


def scores(variant: str, left: Sequence[str], right: Sequence[str], kind: str) -> npt.NDArray[np.float64]:
    """0 to 1 for each pair; each distinct name is made an entity once."""
    made = {name: _entity(name, {"name": name}, kind) for name in {*left, *right}}
    compare, config = _matcher(variant).compare, ScoringConfig.defaults()
    return np.array([compare(made[a], made[b], config).score for a, b in zip(left, right, strict=True)])


def resolve(variant: str, table: pd.DataFrame, kind: str, joins_at: float) -> Resolved:
    """Connected components of the blocker's pairs that reach the threshold."""
    store: MemoryStore[Dataset, StatementEntity] = MemoryStore(_DATASET, Linker({}))
    made: dict[str, StatementEntity] = {}
    with store.writer() as writer:
        for number, row in enumerate(table.to_dict("records")):
            made[f"r{number}"] = _entity(f"r{number}", row, row.get("kind") or kind)
            writer.add_entity(made[f"r{number}"])
    compare, config = _matcher(variant).compare, ScoringConfig.defaults()
    pairs, joined = [], []
    with tempfile.TemporaryDirectory() as folder:
        index = Index(store.default_view(), Path(folder))
        index.build()
        for (left, right), _ in index.pairs(max_pairs=_PAIRS_PER_RECORD * len(table)):
            pairs.append((int(left.id[1:]), int(right.id[1:])))
            if compare(made[left.id], made[right.id], config).score >= joins_at:
                joined.append(pairs[-1])
        index.close()
    candidates = pd.DataFrame(pairs, columns=["left", "right"])
    ends = np.array(joined, dtype=np.int64).reshape(-1, 2)
    return Resolved(components(len(table), ends[:, 0], ends[:, 1]), candidates)


def _entity(entity_id: str, row: Mapping[Any, str], kind: str) -> StatementEntity:
    schema = _SCHEMATA.get(kind, "Company")
    entity = StatementEntity(_DATASET, {"schema": schema, "id": entity_id})
    for column, name in _PROPERTIES.items():
        if row.get(column) and name in entity.schema.properties:
            entity.add(name, row[column])
    return entity


def _matcher(variant: str) -> type[ScoringAlgorithm]:
    matcher = get_algorithm(variant)
    if matcher is None:
        raise NotImplementedError(f"this version of nomenklatura has no {variant}")
    return matcher
