"""Listings of entities: one row per authority, reference and measure, however many sources tell of it.

When one source prints the date and another does not, the printed one counts. When two dates differ, the listing began
somewhere between them, and the days between are unknown.
"""

import hashlib

import pandas as pd

from graphkit.graph.told import public_things, told, visibility
from graphkit.model.dates import from_day
from graphkit.model.tables import GRAPH_TABLES

_KEY = ["entity_id", "authority", "measure", "reference"]


def listing_tables(statements: pd.DataFrame, entity_of: pd.Series) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The listings and, beside them, each statement of them with its source."""
    rows = statements.assign(entity_id=statements["record_id"].map(entity_of))
    # Without a reference nothing says that two listings are the same; the list and the programmes keep them apart.
    apart = (rows["list"] + " " + rows["programs"]).where(rows["reference"].eq(""), "")
    rows["listing_id"] = [_hash(key) for key in rows[_KEY].assign(apart=apart).itertuples(index=False, name=None)]
    rows = rows.sort_values(["listing_id", "statement_id"])
    public = public_things(rows, "listing_id")
    telling = told(rows, "listing_id", public)
    listings = telling.drop_duplicates("listing_id").set_index("listing_id")
    for event in ("listed", "delisted"):
        dates = [event, f"{event}_min", f"{event}_max"]
        listings[dates] = _dates(telling, dates).reindex(listings.index)
    listings["known_day"] = telling.groupby("listing_id")["known_day"].min()
    listings["visibility"] = visibility(listings.index, public)
    sources = rows[list(GRAPH_TABLES["listing_sources"])].reset_index(drop=True)
    return listings.reset_index()[list(GRAPH_TABLES["listings"])], sources


def _dates(statements: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Text, earliest and latest day of each listing that any statement dates: the widest bounds that the sources give,
    an open one staying open, and the words of a source that gives these bounds, else the earliest and the latest day.
    """
    text, first, last = columns
    dated = statements[statements[text].notna()].sort_values(["listing_id", first, last, text])
    groups = dated.groupby("listing_id")
    widest = pd.DataFrame({first: groups[first].min(), last: groups[last].max()})
    widest = widest.where(groups[[first, last]].count().eq(groups.size(), axis=0))
    bounds = dated[["listing_id"]].join(widest, on="listing_id")
    near, far = (dated[each].eq(bounds[each]) | (dated[each].isna() & bounds[each].isna()) for each in (first, last))
    words = dated[near & far].drop_duplicates("listing_id").set_index("listing_id")[text]
    spans = pd.Series([_span(*days) for days in widest.itertuples(index=False)], index=widest.index, dtype="str")
    return widest.assign(**{text: words.reindex(widest.index).fillna(spans)})[columns]


def _span(first: float, last: float) -> str:
    """Both days as a date of the contract; an end that no source gives is left open."""
    start, end = ("" if pd.isna(day) else str(from_day(int(day))) for day in (first, last))
    return f"{start}..{end}" if start or end else "unknown"


def _hash(parts: tuple[str, ...]) -> str:
    return f"listing-{hashlib.blake2b(chr(31).join(map(str, parts)).encode(), digest_size=8).hexdigest()}"
