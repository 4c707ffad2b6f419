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

    main: the old id that an entity of the new build is compared with, where it is not its own: the first of those that
    it was called by.
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
        return now.eq(ids) | now.isna() | now.map(self.main).eq(ids)

    def main_of(self, ids: "pd.Series[str]") -> "pd.Series[str]":
        """The old id that each entity of the new build is compared with."""
        main = ids.map(self.main).astype("object")
        return main.where(main.notna(), ids).astype("str")

    def now_of(self, old_id: str) -> str:
        """One old id as it is called now; "" when the entity is gone."""
        return str(self.now[old_id]) if old_id in self.now.index else ""


def follow(old: Build, new: Build) -> Followed:
    """An entity is followed by its id, by the table of old ids, and by the first of its records that is still there."""
    before, after = (frame(build.table("entities"), "entity_id")["entity_id"] for build in (old, new))
    known = pd.Index(after)
    table = frame(new.table("old_ids"), "old_id", "entity_id")
    known_as = table[table["entity_id"].isin(known)].set_index("old_id")["entity_id"]
    records = _moved_records(old, new)
    now = pd.Series(before.to_numpy(), index=before.to_numpy(), dtype="str")
    lost = ~before.isin(known).to_numpy()
    if lost.any():
        gone = before[lost]
        became = gone.map(known_as).astype("object")
        became = became.where(became.notna(), gone.map(records.drop_duplicates("old").set_index("old")["new"]))
        now = pd.concat([now[~lost], pd.Series(became.to_numpy(), index=gone.to_numpy()).dropna().astype("str")])
    others = now[now.index != now.to_numpy()]
    others = others[~others.isin(now.index)].sort_index()
    elsewhere = records[records["old"].map(now).ne(records["new"])]
    return Followed(
        now=now,
        main=pd.Series(others.index, index=others.to_numpy(), dtype="str").groupby(level=0).first(),
        moved=elsewhere.drop_duplicates(["old", "new"]).reset_index(drop=True),
        born=frozenset(after[~after.isin(now)]),
    )


def _moved_records(old: Build, new: Build) -> pd.DataFrame:
    """The entity in the old and in the new build of each record that is in both under two ids, by the id of the
    record.
    """
    before, after = (frame(build.table("record_entities"), "record_id", "entity_id") for build in (old, new))
    both = side_by_side(before, after, ["record_id"], both=True)
    both = both.rename(columns={"entity_id_old": "old", "entity_id_new": "new"})
    return both[both["old"].ne(both["new"])].sort_values("record_id")[["old", "new"]]


def build_day(build: Build) -> str:
    """The day of which the verdicts on a build's entities speak."""
    days = build.table("entities")["blocked_as_of"].slice(0, 1).to_pylist()
    return str(days[0] or "") if days else ""


def source_rows(build: Build) -> dict[str, Row]:
    """The sources of a build by name."""
    return {row["source"]: row for row in build.rows("sources_of_case")}
