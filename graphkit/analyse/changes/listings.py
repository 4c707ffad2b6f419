"""Listings that are new, gone, delisted or dated otherwise."""

import pandas as pd

from graphkit.analyse.changes.builds import Build, Pair, frame, side_by_side, text, told

_KEY = ["entity_id", "authority", "measure", "reference", "apart"]
_DATES = ["listed", "listed_min", "listed_max", "delisted", "delisted_min", "delisted_max"]


def listing_changes(pair: Pair) -> pd.DataFrame:
    """One row for each listing that changed: what it is, and the dates of it before and after.

    A listing is the same one when entity, authority, measure and reference are; without a reference list and programmes
    as well. One that an entity has from another with which it was merged is new to it, and the note says so.
    """
    if pair.same("listings") and pair.same("entities"):
        return told()
    followed = pair.followed
    before, after = _listings(pair.old), _listings(pair.new)
    before["via"] = before["entity_id"].where(~followed.is_main(before["entity_id"]), "")
    before["old_id"] = before["entity_id"]
    before["entity_id"] = followed.renamed(before["entity_id"])
    before = before.sort_values(["via", "old_id"]).drop_duplicates(_KEY)
    both = side_by_side(before, after, _KEY)
    both["before"], both["after"] = text(both["words_old"]), text(both["words_new"])
    both["what"] = _what(both)
    both["change"] = _changes(both)
    both["note"] = ""
    via = text(both["via"]).ne("") & both["side"].eq("both")
    both.loc[via, "change"] = "new"
    both.loc[via, "note"] = "came with " + both["via"] + ", which is now the same entity"
    rows = both[both["change"].ne("")]
    rows = rows.assign(before=rows["before"].where(rows["change"].ne("new"), ""))
    return told(
        **{name: rows[name] for name in ("change", "old_id", "what", "before", "after", "note")}, id=rows["entity_id"]
    )


def _listings(build: Build) -> pd.DataFrame:
    rows = frame(build.table("listings"), "entity_id", "authority", "measure", "reference", "list", "programs", *_DATES)
    words = ("authority", "reference", "list", "programs", "listed", "delisted")
    rows = rows.assign(**{name: text(rows[name]) for name in words})
    rows["apart"] = (rows["list"] + " " + rows["programs"]).where(rows["reference"].eq(""), "")
    since = ("since " + rows["listed"]).where(rows["listed"].ne(""), "without a date")
    rows["words"] = since + (" until " + rows["delisted"]).where(rows["delisted"].ne(""), "")
    return rows.drop_duplicates(_KEY)


def _what(both: pd.DataFrame) -> "pd.Series[str]":
    """The listing as people call it: authority, reference or list, measure."""
    lists, programs = (
        text(both[f"{name}_new"].where(both["side"].ne("left_only"), both[f"{name}_old"]))
        for name in ("list", "programs")
    )
    without = lists.where(lists.ne(""), programs)
    name = both["reference"].where(both["reference"].ne(""), without)
    return (both["authority"] + " " + name + " " + both["measure"]).str.replace("  ", " ")


def _changes(both: pd.DataFrame) -> "pd.Series[str]":
    change = both["side"].astype("str").map({"left_only": "gone", "right_only": "new", "both": ""})
    both_sides = both["side"].eq("both")
    same = pd.Series(True, index=both.index)
    for name in (*_DATES, "programs"):
        one, other = both[f"{name}_old"], both[f"{name}_new"]
        same &= one.eq(other) | (one.isna() & other.isna())
    change = change.mask(both_sides & ~same, "changed")
    ended = both_sides & both["delisted_old"].eq("") & text(both["delisted_new"]).ne("")
    return change.mask(ended, "delisted")
