"""Entities that are new or gone, and those that were merged, split, or gave records to each other."""

import pandas as pd

from graphkit.analyse.changes.builds import Pair, told


def entity_changes(pair: Pair) -> pd.DataFrame:
    """One row for each entity that appeared or vanished, was merged into another, or lost records to another.

    A part that was split off is told at the entity that it comes of, and is not told as new as well.
    """
    followed = pair.followed
    now = followed.now
    part = followed.moved["new"].isin(followed.born)
    parts, moved = followed.moved[part], followed.moved[~part]
    gone = sorted(set(pair.old.table("entities")["entity_id"].to_pylist()) - set(now.index))
    born = sorted(followed.born - set(parts["new"]))
    merged = now[~followed.is_main(pd.Series(now.index, index=now.index))]
    mains = merged.map(followed.main)
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
