"""Owners and other holders that are new, gone or hold otherwise: shares, dates and certainty of each two parties.

Everything that the sources state of one holding is compared as a whole: a second statement beside the first is a
change of it. Links that graphkit derives (shared address, contact, director, manager) are left out: they change with
the statements that they are derived from.
"""

from collections.abc import Collection

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from graphkit.analyse.changes.builds import Build, Pair, side_by_side, text, told
from graphkit.model.answers.ownership import ShareRange
from graphkit.model.vocabulary import DERIVED, HOLDING, OWNING, POWER_AT_END, LinkType

_OTHERS = tuple(each for each in LinkType if each not in DERIVED and each not in OWNING)
_KEY = ["from_id", "to_id", "type", "role"]
_SAID = ["certainty", "joint", "share_min", "share_max", "share_min_exclusive", "share_max_exclusive", "start", "end"]


def owner_changes(pair: Pair) -> pd.DataFrame:
    """Changes of ownership and control, told of the party held."""
    return _changes(pair, OWNING)


def link_changes(pair: Pair) -> pd.DataFrame:
    """Changes of every other stated link, told of the party that is managed, operated, directed or acted for."""
    return _changes(pair, _OTHERS)


def _changes(pair: Pair, types: Collection[LinkType]) -> pd.DataFrame:
    if pair.same("links"):
        return told()
    words = pa.array([str(each) for each in types])
    before, after = (_of(build.table("links"), "type", words) for build in (pair.old, pair.new))
    return _compared(*_beside(pair, before, after, _touched(pair, before, after)))


def _of(table: pa.Table, column: str, values: pa.Array) -> pa.Table:
    return table.filter(pc.is_in(table[column], value_set=values))


def _touched(pair: Pair, before: pa.Table, after: pa.Table) -> set[str]:
    """Parties held, as they are called now, of whose links any is not the same in both builds.

    A link's id is made of all that it states and of its ends, so that equal ids are equal links but for the certainty.
    """
    gone, new = _without(before, after), _without(after, before)
    held = pair.followed.renamed(pd.Series(gone.to_pylist(), dtype="str"))
    return {*held, *new.to_pylist()}


def _without(table: pa.Table, other: pa.Table) -> pa.ChunkedArray:
    """The parties held of the links that the other table has not, or has with another certainty."""
    places = pc.index_in(table["link_id"], value_set=other["link_id"].combine_chunks())
    certainty = other["certainty"].combine_chunks().take(places.combine_chunks())
    same = pc.fill_null(pc.equal(table["certainty"], certainty), False)
    return pc.unique(table.filter(pc.invert(same))["to_id"])


def _beside(pair: Pair, before: pa.Table, after: pa.Table, touched: set[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The links of the parties touched in both builds, the older ones with the ids of now."""
    now = pair.followed.now
    earlier = {str(each) for each in now[now.isin(touched)].index} | touched
    old = _of(before, "to_id", pa.array(sorted(earlier), pa.string())).to_pandas()
    new = _of(after, "to_id", pa.array(sorted(touched), pa.string())).to_pandas()
    old["old_id"] = old["to_id"]
    for end in ("from_id", "to_id"):
        old[end] = pair.followed.renamed(old[end])
    return old[old["to_id"].isin(touched)], new


def _compared(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Changes of holdings of which both builds' statements are at hand."""
    one, other = _statements(before), _statements(after)
    both = side_by_side(one, other, _KEY)
    both = both.assign(before=text(both["said_old"]), after=text(both["said_new"]))
    both = both[both["before"].ne(both["after"])]
    both["change"] = "changed"
    both["change"] = both["change"].mask(both["before"].eq(""), "new").mask(both["after"].eq(""), "gone")
    along = both["type"].isin([str(each) for each in POWER_AT_END])
    held, holder = both["to_id"].where(~along, both["from_id"]), both["from_id"].where(~along, both["to_id"])
    what = (both["type"] + " " + both["role"].str.replace("_", " ")).str.strip()
    return told(change=both["change"], id=held, what=what, other_id=holder, before=both["before"], after=both["after"])


def _statements(links: pd.DataFrame) -> pd.DataFrame:
    """What is said of each two parties, one text for all statements of one type and role."""
    rows = links[[*_KEY, *_SAID]].assign(**{name: text(links[name]) for name in ("role", "joint", "start", "end")})
    rows["said"] = [_words(row) for row in rows[["type", *_SAID]].itertuples(index=False)]
    rows = rows.drop_duplicates([*_KEY, "said"]).sort_values([*_KEY, "said"])
    if not rows.duplicated(_KEY).any():
        return rows[[*_KEY, "said"]]
    return rows.groupby(_KEY)["said"].agg("; also ".join).reset_index()


def _words(row) -> str:  # type: ignore[no-untyped-def]  # a row of _SAID, with the type before it
    """One statement: share where it is a holding, dates, certainty, joint holding."""
    told = [share_words(row)] if row.type == LinkType.OWNS else []
    told.append(f"{row.start or '?'} to {row.end or '?'}" if row.start or row.end else "undated")
    told.append(row.certainty.replace("_", " "))
    return ", ".join([*told, *([f"joint {row.joint}"] if row.joint else [])])


def share_words(row) -> str:  # type: ignore[no-untyped-def]  # anything with the four columns of a share
    """`60 %`, `over 25 to 50 %`, `share unknown`."""
    low, high = row.share_min, row.share_max
    if pd.isna(low) and pd.isna(high):
        return "share unknown"
    low, high = 0.0 if pd.isna(low) else low, 100.0 if pd.isna(high) else high
    return str(ShareRange(low, high, row.share_min_exclusive, row.share_max_exclusive))


def held_in(build: Build) -> pa.Table:
    """The links of a build by which parties stand above others, in ownership and control."""
    return _of(build.table("links"), "type", pa.array(sorted(HOLDING)))
