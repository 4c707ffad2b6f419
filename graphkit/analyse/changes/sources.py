"""Sources of a case that were added, removed or read anew."""

from typing import Any

import pandas as pd

from graphkit.analyse.changes.builds import Pair, source_rows, told


def source_changes(pair: Pair) -> pd.DataFrame:
    """One row for each source whose files are not the same in both builds."""
    before, after = source_rows(pair.old), source_rows(pair.new)
    rows = []
    for name in sorted({*before, *after}):
        one, other = before.get(name), after.get(name)
        if one and other and one["sha256"] == other["sha256"]:
            continue
        change = "newer" if one and other else "new" if other else "gone"
        rows.append((change, name, _words(one), _words(other)))
    columns = zip(*rows, strict=True) if rows else [(), (), (), ()]
    return told(**dict(zip(("change", "what", "before", "after"), map(list, columns), strict=True)))


def _words(source: "dict[str, Any] | None") -> str:
    if source is None:
        return ""
    published = f"published {source['published']}, " if source["published"] else ""
    return f"{published}read {source['read']}, {source['kept']} rows"
