"""A list's own entry numbers, where the authority guarantees one number per party: OFAC and the UN."""

from collections import defaultdict

import numpy as np
import pandas as pd

from graphkit.model.vocabulary import Kind, Standing
from graphkit.resolve.own_references import OWN
from graphkit.resolve.said import Column

_FORM = {"OFAC": r"\d+", "UN": r"[A-Z]{2}[ie]\.\d{3}"}


def entries_of_authority(tables: dict[str, pd.DataFrame], row_of: pd.Series) -> dict[str, Column]:
    """`entry OFAC` and `entry UN`: the numbers by record.

    A cell of one's own listings says it of the row whose id it holds. The UN numbers no ships: on one, such a number is
    that of its owner.
    """
    listings, records = tables["listing_statements"], tables["records"]
    row_named = _rows_named(records, tables["record_identifiers"])
    ships = set(records[records["kind"].eq(Kind.VESSEL)]["record_id"])
    found = {}
    for authority, form in _FORM.items():
        rows = listings[listings["authority"].eq(authority) & listings["reference"].str.fullmatch(form)]
        owners = pd.Series([row_named.get(each, each) for each in rows["record_id"]], index=rows.index, dtype=object)
        kept = ~owners.isin(ships) if authority == "UN" else owners.notna()
        at = owners[kept].map(row_of).to_numpy(dtype=np.int64)
        found[f"entry {authority}"] = Column(at, rows["reference"][kept].to_numpy(dtype=object))
    return found


def _rows_named(records: pd.DataFrame, numbers: pd.DataFrame) -> dict[str, str]:
    """Cells of one's own tables that hold the id of one row, with the record of that row."""
    known = set(records[records["standing"].eq(Standing.ENTRY)]["record_id"])
    named: dict[str, set[str]] = defaultdict(set)
    own = numbers[numbers["scheme"].eq("own_id")]
    for record_id, own_id in zip(own["record_id"].tolist(), own["value"].tolist(), strict=True):
        named[record_id] |= {OWN + own_id} & known
    return {record_id: rows.pop() for record_id, rows in named.items() if len(rows) == 1}
