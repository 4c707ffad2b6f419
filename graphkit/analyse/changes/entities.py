"""Entities that are new or gone, and those that were merged, split, or gave records to each other."""

import pandas as pd

from graphkit.analyse.changes.builds import Pair, frame, told


def entity_changes(pair: Pair) -> pd.DataFrame:
    """One row for each entity that appeared or vanished, was merged into another, or lost records to another.

    A part that was split off is told at the entity that it comes of, and is not told as new as well.
    """
    followed = pair.followed
    now = followed.now
    part = followed.moved["new"].isin(followed.born)
    parts, moved = followed.moved[part], followed.moved[~part]
    before = frame(pair.old.table("entities"), "entity_id")["entity_id"]
    gone = sorted(before[~before.isin(now.index)])
    born = sorted(followed.born - set(parts["new"]))
    other = now[now.index != now.to_numpy()]
    merged = other[~followed.is_main(pd.Series(other.index, index=other.index, dtype="str"))]
    mains = followed.main_of(merged)
    return pd.concat(
        [
            told(change="new", id=born),
            told(change="gone", id=gone, old_id=gone),
            told(change="merged", id=merged.to_numpy(), old_id=mains.to_numpy(), other_id=merged.index),
            _by_records("split", followed.renamed(parts["old"]), parts),
            _by_records("moved", followed.renamed(moved["old"]), moved),
        ],
        ignore_index=True,
    )


def _by_records(change: str, ids: "pd.Series[str]", rows: pd.DataFrame) -> pd.DataFrame:
    return told(change=change, id=ids.to_numpy(), old_id=rows["old"].to_numpy(), other_id=rows["new"].to_numpy())
