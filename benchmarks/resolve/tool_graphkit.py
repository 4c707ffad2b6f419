"""graphkit as a script calls it: names compared in one call, and a table resolved as `graphkit resolve` does."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from tools import Resolved


def scores(_variant: str, left: Sequence[str], right: Sequence[str], kind: str) -> npt.NDArray[np.float64]:
    """Similarity of each pair."""
    from graphkit.session.matching import compare_pairs

    return np.asarray(compare_pairs(list(left), list(right), kind)["similarity"], dtype=np.float64)


def resolve(_variant: str, table: pd.DataFrame, kind: str, _joins_at: float) -> Resolved:
    """The entities of `graphkit resolve`; its own verdict joins, and no threshold of ours."""
    from graphkit.cli.app import app

    with tempfile.TemporaryDirectory() as folder:
        records, out = Path(folder) / "records.csv", Path(folder) / "entities.csv"
        numbered = table.assign(id=[f"r{number}" for number in range(len(table))])
        numbered["kind"] = table.get("kind", kind)
        numbered[["id", *(column for column in numbered if column != "id")]].to_csv(records, index=False)
        app(["resolve", str(records), "-o", str(out)], standalone_mode=False)
        entity = pd.read_csv(out, dtype=str, keep_default_na=False).set_index("id")["entity_id"]
    return Resolved(pd.factorize(entity.reindex(numbered["id"]))[0].astype(np.int64))
