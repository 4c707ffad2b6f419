"""Two builds side by side: their tables, and which entity of the new one each entity of the old one has become."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import pandas as pd
import pyarrow as pa

from graphkit.store.base import Row, Store

COLUMNS = ("change", "id", "old_id", "what", "other_id", "before", "after", "note")


class Build(Store, Protocol):
    """A build whose tables can be compared: the store of a case, not a server."""

    def table(self, name: str) -> pa.Table:
        """One table of the build."""
        ...


def frame(table: pa.Table, *columns: str) -> pd.DataFrame:
    """Some columns of a table."""
    found: pd.DataFrame = table.select(list(columns)).to_pandas()
    return found


def text(column: pd.Series) -> "pd.Series[str]":
    """A column as text, "" where it is empty; one without rows, or with nothing in them, has no type of its own."""
    return column.astype("object").where(column.notna(), "").astype("str")


def told(**columns: Any) -> pd.DataFrame:
    """Changes as rows of COLUMNS; a column that is not named is empty."""
    rows = pd.DataFrame(columns)
    for name in COLUMNS:
        rows[name] = text(rows[name]) if name in rows else ""
    return rows[list(COLUMNS)]


def side_by_side(before: pd.DataFrame, after: pd.DataFrame, on: list[str], *, both: bool = False) -> pd.DataFrame:
    """Rows of both builds that have a key in common, and unless `both` those of one build alone; `side` says which."""
    if before.empty and after.empty:  # pandas cannot join two columns of text without a row
        before, after = before.astype(dict.fromkeys(on, "object")), after.astype(dict.fromkeys(on, "object"))
    how = "inner" if both else "outer"
    return before.merge(after, on=on, how=how, suffixes=("_old", "_new"), indicator="side")  # type: ignore[arg-type]


@dataclass(frozen=True)
class Pair:
    """An older and a newer build."""

    old: Build
    new: Build

    @cached_property
    def followed(self) -> "Followed":
        """The entities of the old build in the new one."""
        return follow(self.old, self.new)

    def same(self, table: str) -> bool:
        """Whether a table is the same in both, row by row."""
        return bool(self.old.table(table).equals(self.new.table(table)))


@dataclass(frozen=True)
class Followed:
    """now: the entity of the new build, by the id in the old one; an entity that is gone is not in it.

    main: of each entity of the new build the old id that it is compared with: its own where it had it, else the first.
    moved: old and new id where a record went from one entity to another, record by record.
    """

    now: "pd.Series[str]"
    main: "pd.Series[str]"
    moved: pd.DataFrame
    born: frozenset[str]

    def renamed(self, ids: "pd.Series[str]") -> "pd.Series[str]":
        """Ids of the old build as they are called in the new one; those that are gone as they were."""
        now = ids.map(self.now).astype("object")
        return now.where(now.notna(), ids).astype("str")

    def is_main(self, ids: "pd.Series[str]") -> "pd.Series[bool]":
        """Whether an old id is the one that the entity it became is compared with."""
        now = ids.map(self.now)
        return now.map(self.main).eq(ids) | now.isna()

    def now_of(self, old_id: str) -> str:
        """One old id as it is called now; "" when the entity is gone."""
        return str(self.now[old_id]) if old_id in self.now.index else ""


def follow(old: Build, new: Build) -> Followed:
    """An entity is followed by its id, by the table of old ids, and by the first of its records that is still there."""
    before, after = (frame(build.table("entities"), "entity_id")["entity_id"] for build in (old, new))
    known = set(after)
    table = frame(new.table("old_ids"), "old_id", "entity_id")
    known_as = table[table["entity_id"].isin(known)].set_index("old_id")["entity_id"]
    now = before.where(before.isin(known), before.map(known_as))
    records = _records(old, new, set(before[now.isna()]))
    now = now.fillna(before.map(records.drop_duplicates("old").set_index("old")["new"]))
    now = pd.Series(now.to_numpy(), index=before.to_numpy(), dtype="str").dropna()
    own = now.index == now.to_numpy()
    mains = pd.DataFrame({"old": now.index, "new": now.to_numpy(), "other": ~own})
    mains = mains.sort_values(["new", "other", "old"]).drop_duplicates("new")
    every = records if old is new else _records(old, new, None)
    elsewhere = every[every["old"].map(now).ne(every["new"])]
    return Followed(
        now=now,
        main=mains.set_index("new")["old"],
        moved=elsewhere.drop_duplicates(["old", "new"]).reset_index(drop=True),
        born=frozenset(known - set(now)),
    )


def _records(old: Build, new: Build, only: set[str] | None) -> pd.DataFrame:
    """Records of both builds with their entity in the old and in the new one, by the id of the record."""
    before, after = (frame(build.table("record_entities"), "record_id", "entity_id") for build in (old, new))
    if only is not None:
        before = before[before["entity_id"].isin(only)]
    both = side_by_side(before, after, ["record_id"], both=True)
    both = both.rename(columns={"entity_id_old": "old", "entity_id_new": "new"})
    return both.sort_values("record_id")[["old", "new"]]


def build_day(build: Build) -> str:
    """The day of which the verdicts on a build's entities speak."""
    days = build.table("entities")["blocked_as_of"].slice(0, 1).to_pylist()
    return str(days[0] or "") if days else ""


def source_rows(build: Build) -> dict[str, Row]:
    """The sources of a build by name."""
    return {row["source"]: row for row in build.rows("sources_of_case")}
