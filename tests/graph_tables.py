"""Tables of a build from rows written by hand: what a row leaves out is empty, public and undated."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from graphkit.case.arrow import from_rows, schema
from graphkit.case.folder import CaseFolder, Manifest, StoredSource
from graphkit.graph.link_numbers import link_numbers
from graphkit.model.tables import GRAPH_TABLES, RESOLUTION_TABLES, STATEMENT_TABLES
from graphkit.names.normalise import comparison_form

ALL_TABLES = {**STATEMENT_TABLES, **RESOLUTION_TABLES, **GRAPH_TABLES}
EMPTY: Mapping[str, Any] = {"string": "", "int8": 0, "int64": 0, "int32": None, "float64": None, "bool": False}
NOT_STATED = {"start", "end", "listed", "delisted", "dissolved"}

Row = dict[str, Any]
GraphRows = Mapping[str, Sequence[Row]]


def table(name: str, rows: Sequence[Row]) -> pa.Table:
    """A table of a build."""
    columns = ALL_TABLES[name]
    defaults = {column: None if column in NOT_STATED else EMPTY[type_] for column, type_ in columns.items()}
    defaults |= {column: value for column, value in {"visibility": "public", "line": 1}.items() if column in columns}
    full = [{**defaults, **row} for row in rows]
    for row in full:
        assert set(row) == set(columns), f"{name} has no column {set(row) - set(columns)}"
    return from_rows(columns, [tuple(row[column] for column in columns) for row in full])


def tables_of(rows: GraphRows) -> dict[str, pa.Table]:
    """Every table of a build; what is not given has no rows, and links come as numbers too."""
    tables = {name: table(name, rows.get(name, ())) for name in ALL_TABLES}
    return with_link_numbers({**tables, "entities": tables["entities"].sort_by("entity_id")})


def with_link_numbers(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """The tables, and in link_numbers the links of `links`."""
    numbers = link_numbers(tables["links"], tables["entities"]["entity_id"].combine_chunks())
    return {**tables, "link_numbers": numbers.cast(schema(GRAPH_TABLES["link_numbers"]))}


def write_case(path: Path, name: str, rows: GraphRows) -> CaseFolder:
    """A case on disk that was built from one source of this name."""
    folder = CaseFolder(path)
    source = StoredSource(name, "tables", (), published="", read="2026-11-23")
    folder.write_build(Manifest(folder.next_build_id(), "test", (source,)), tables_of(rows))
    return folder


def entity(entity_id: str, name: str = "", **columns: Any) -> Row:
    """A party or a ship; the kind is the first word of its id."""
    kind = entity_id.partition("-")[0]
    return {"entity_id": entity_id, "kind": kind, "name": name or entity_id.upper(), "records": 1, **columns}


def link(link_id: str, link_type: str, from_id: str, to_id: str, **columns: Any) -> Row:
    """A link that its source states plainly."""
    return {"link_id": link_id, "type": link_type, "from_id": from_id, "to_id": to_id, "certainty": "stated", **columns}


def name(entity_id: str, text: str, kind: str = "primary", **columns: Any) -> Row:
    """A name as the UN's list states it."""
    key = comparison_form(text)
    return {"entity_id": entity_id, "name": text, "name_kind": kind, "search_key": key, "source_id": "un-sc", **columns}
