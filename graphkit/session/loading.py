"""The build in force, loaded into a Neo4j server."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.case.folder import CaseFolder
from graphkit.model.dates import to_day
from graphkit.model.tables import GRAPH_TABLES
from graphkit.session.building import Progress

if TYPE_CHECKING:
    from graphkit.store.neo4j import Neo4jStore
    from graphkit.store.neo4j_load import LoadReport


_WHO_IS_WHO = ("records", "sources", "record_entities", "pairs")


def load_into(case: str | Path, store: "Neo4jStore", *, on: date, progress: Progress = lambda _: None) -> "LoadReport":
    """Load the build in force into a Neo4j server.

    on: the day for which parties are marked as sanctioned.
    """
    folder = CaseFolder(Path(case))
    tables = {name: folder.table(name) for name in (*GRAPH_TABLES, *_WHO_IS_WHO)}
    sources = folder.manifest().sources
    lists = [{"source": each.name, "published": each.published or None, "read": each.read} for each in sources]
    return store.load(
        tables, lists, to_day(on) or 0, progress=lambda stage, done, of: progress(f"{stage} {done:,}/{of:,}")
    )
