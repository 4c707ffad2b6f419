"""Putting a build into a Neo4j server: say that it began, send every row, sweep what is gone, say that it is complete.

Rows go in batches that each commit, so a load that is killed leaves a mixture of two builds. The node `(:Load)` says
`incomplete` from the first row to the last, whoever asks is warned, and repeating the load completes it.
"""

import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from graphkit.errors import StoreUnavailable
from graphkit.model.vocabulary import SANCTIONING_MEASURES
from graphkit.store.base import Row
from graphkit.store.catalogue import statements
from graphkit.store.neo4j_rows import load_rows

if TYPE_CHECKING:
    import pyarrow as pa

BATCH: Final = 10_000

Write = Callable[[str, Mapping[str, Any]], tuple[list[Row], int]]
"""Runs one statement with parameters; gives its rows and how many nodes and relationships it deleted."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """nodes, relationships: what the graph now holds. removed: what an earlier load had and this one has not."""

    nodes: int
    relationships: int
    removed: int
    seconds: float


def load(
    write: Write, tables: "Mapping[str, pa.Table]", lists: list[Row], day: int, *, progress: Progress | None = None
) -> LoadReport:
    """Send a build through `write`; see Neo4jStore.load.

    Raises:
        StoreUnavailable: another load began on the same server meanwhile.
    """
    began = time.monotonic()
    load_id = uuid.uuid4().hex
    for text in statements("schema"):
        write(text, {})
    _begin(write, load_id, lists)
    _send(write, load_id, tables, progress or _unseen)
    removed = _sweep(write, load_id)
    shown = (date(1970, 1, 1) + timedelta(days=day)).isoformat()
    for text in statements("load/sanctioned"):
        write(text, {"day": day, "date": shown, "measures": sorted(SANCTIONING_MEASURES)})
    counted = _complete(write, load_id, shown)
    return LoadReport(counted["nodes"], counted["relationships"], removed, round(time.monotonic() - began, 3))


def _begin(write: Write, load_id: str, lists: list[Row]) -> None:
    (text,) = statements("load/begin")
    of_lists = {f"list_{column}": [row[column] or "" for row in lists] for column in ("source", "published", "read")}
    of_lists["list_sources"] = of_lists.pop("list_source")
    write(text, {"load_id": load_id, "started": _now(), **of_lists})


def _send(write: Write, load_id: str, tables: "Mapping[str, pa.Table]", progress: Progress) -> None:
    for file, rows in load_rows(tables):
        (text,) = statements(f"load/{file}")
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            write(text, {"rows": batch, "load_id": load_id})
            progress(file, start + len(batch), len(rows))


def _sweep(write: Write, load_id: str) -> int:
    removed = 0
    for text in statements("load/sweep"):
        while gone := write(text, {"load_id": load_id})[1]:
            removed += gone
    return removed


def _complete(write: Write, load_id: str, shown: str) -> Row:
    (text,) = statements("load/complete")
    rows, _ = write(text, {"load_id": load_id, "finished": _now(), "day": shown})
    if not rows:
        raise StoreUnavailable(
            "Another load began on this server before this one had ended. Wait for it, then repeat yours."
        )
    return rows[0]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _unseen(_what: str, _done: int, _all: int) -> None:
    """No progress is shown."""
