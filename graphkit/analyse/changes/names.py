"""Names, numbers and flags of entities that changed; of those alone that are in both builds."""

from collections.abc import Callable

import pandas as pd
import pyarrow.compute as pc

from graphkit.analyse.changes.builds import Build, Pair, frame, side_by_side, text, told

_COLUMNS = {"name": "shown name", "flag": "flag", "countries": "countries", "type": "type", "dissolved": "dissolved"}


def name_changes(pair: Pair) -> pd.DataFrame:
    """One row for each name and number that is new or gone, and for each other column that changed."""
    found = [] if pair.same("entities") else _columns(pair)
    if not pair.same("entity_names"):
        found.append(_sets(pair, _names))
    if not pair.same("entity_facts"):
        found.append(_sets(pair, _numbers))
    return pd.concat(found, ignore_index=True) if found else told()


def _columns(pair: Pair) -> list[pd.DataFrame]:
    before, after = (frame(build.table("entities"), "entity_id", *_COLUMNS) for build in (pair.old, pair.new))
    before = before[pair.followed.is_main(before["entity_id"])]
    before = before.assign(old_id=before["entity_id"], entity_id=pair.followed.renamed(before["entity_id"]))
    both = side_by_side(before, after, ["entity_id"], both=True)
    found = []
    for column, words in _COLUMNS.items():
        one, other = text(both[f"{column}_old"]), text(both[f"{column}_new"])
        rows = both[one.ne(other)]
        found.append(
            told(
                change=["changed"] * len(rows),
                id=rows["entity_id"].to_numpy(),
                old_id=rows["old_id"].to_numpy(),
                what=[words] * len(rows),
                before=one[rows.index].to_numpy(),
                after=other[rows.index].to_numpy(),
            )
        )
    return found


def _names(build: Build) -> pd.DataFrame:
    rows = frame(build.table("entity_names"), "entity_id", "name")
    return rows.assign(what="name").rename(columns={"name": "value"})


def _numbers(build: Build) -> pd.DataFrame:
    """Numbers as they are compared; a misprint is one of its own."""
    facts = build.table("entity_facts")
    rows = frame(
        facts.filter(pc.not_equal(pc.fill_null(facts["valid"], ""), "")), "entity_id", "property", "code", "value"
    )
    value = rows["code"].where(text(rows["code"]).ne(""), rows["value"])
    return pd.DataFrame(
        {"entity_id": rows["entity_id"], "value": value, "what": rows["property"].str.replace("_", " ")}
    )


def _sets(pair: Pair, read: Callable[[Build], pd.DataFrame]) -> pd.DataFrame:
    """Values of entities that one build has and the other has not."""
    key = ["entity_id", "what", "value"]
    before, after = read(pair.old)[key].drop_duplicates(), read(pair.new)[key].drop_duplicates()
    before = before.assign(entity_id=pair.followed.renamed(before["entity_id"])).drop_duplicates()
    both = side_by_side(before, after, key)
    rows = both[both["side"].ne("both") & both["entity_id"].isin(pair.followed.now)]
    new = rows["side"].eq("right_only")
    return told(
        change=pd.Series("gone", index=rows.index).mask(new, "new"),
        id=rows["entity_id"],
        what=rows["what"],
        before=rows["value"].where(~new, ""),
        after=rows["value"].where(new, ""),
    )
