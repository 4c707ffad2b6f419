"""Companies with one director and vessels with one manager, for the days on which both are so held."""

from typing import Final

import pandas as pd

from graphkit.graph.derived import (
    Pairs,
    behind_of,
    ids,
    in_both_views,
    link_table,
    members_up_to,
    pairs_within,
    sources_of,
)
from graphkit.model.vocabulary import CERTAINTY_WEIGHT, Certainty, Kind, LinkType

MOST_OF_ONE_PARTY: Final = 20
"""Who directs more companies is a nominee, who manages more vessels does it for whoever pays: neither joins two of
them."""

_SHARED: Final = {
    LinkType.DIRECTS: (LinkType.SHARED_DIRECTOR, (Kind.COMPANY, Kind.ORGANIZATION)),
    LinkType.MANAGES: (LinkType.SHARED_MANAGER, (Kind.VESSEL,)),
}
SHARED_BY: Final = tuple(_SHARED)
"""The types of links by which parties may have somebody in common."""
_DATES: Final = ("start", "start_min", "start_max", "end", "end_min", "end_max")
_SAME: Final = ["type", "entity_id", "entity_id_other", "from_id", *_DATES]


def shared_party_links(
    entities: pd.DataFrame, links: pd.DataFrame, sources: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The links and the statements behind them; the role of a link is the name of the common director or manager."""
    of_id = entities.set_index("entity_id")
    held = pd.concat([_held(of_id, links, stated) for stated in _SHARED], ignore_index=True)
    found, behind = in_both_views(held, _pairs)
    found["role"] = found["common"].map(of_id["name"])
    return link_table(found), sources_of(behind, sources.rename(columns={"link_id": "stated"}))


def _held(entities: pd.DataFrame, links: pd.DataFrame, stated: LinkType) -> pd.DataFrame:
    """Who is held by a link of a type, of the kinds that it is told of. A placeholder is nobody's common director."""
    shared, kinds = _SHARED[stated]
    rows = links[links["type"].eq(stated)]
    rows = rows[~rows["from_id"].map(entities["unknown"]).astype("bool") & rows["from_id"].ne(rows["to_id"])]
    rows = rows[
        rows["to_id"].map(entities["kind"]).isin(kinds) & ~rows["to_id"].map(entities["unknown"]).astype("bool")
    ]
    columns = ["from_id", "certainty", "visibility", *_DATES]
    return rows[columns].assign(
        type=str(shared), entity_id=rows["to_id"], stated=rows["link_id"], group=str(shared) + " " + rows["from_id"]
    )


def _pairs(held: pd.DataFrame) -> Pairs:
    few = members_up_to(MOST_OF_ONE_PARTY, held, "group", "entity_id")
    pairs = _days_of_both(pairs_within(few, "group", "entity_id"))
    pairs["weight"] = pairs[["certainty", "certainty_other"]].map(_at_most_likely).min(axis=1)
    # Statements that differ in role only make one link; the surest of them speaks.
    keyed = pairs[_SAME].astype("object").where(pairs[_SAME].notna(), "")
    pairs["link_id"] = pd.array(ids("link", keyed.itertuples(index=False, name=None)), dtype="str")
    behind = behind_of(pairs)
    surest = pairs.sort_values(["link_id", "weight"], ascending=[True, False]).drop_duplicates("link_id")
    words = {weight: str(word) for word, weight in CERTAINTY_WEIGHT.items()}
    named = {"from_id": "common", "entity_id": "from_id", "entity_id_other": "to_id"}
    return surest.assign(certainty=surest["weight"].map(words)).rename(columns=named), behind


def _at_most_likely(certainty: str) -> float:
    return min(CERTAINTY_WEIGHT[Certainty(certainty)], CERTAINTY_WEIGHT[Certainty.LIKELY])


def _days_of_both(pairs: pd.DataFrame) -> pd.DataFrame:
    """The days on which both of two links hold: from the later start to the earlier end, in the words of that date.

    Pairs whose days never meet are left out.
    """
    for event, bound, sign in (("start", "start_max", 1), ("end", "end_min", -1)):
        mine, others = (pairs[name].astype("float64") * sign for name in (bound, f"{bound}_other"))
        other_counts = (others > mine) | (pairs[event].fillna("").eq("") & pairs[f"{event}_other"].fillna("").ne(""))
        for name in (event, f"{event}_min", f"{event}_max"):
            pairs[name] = pairs[name].where(~other_counts, pairs[f"{name}_other"])
    never = pairs["start_min"].astype("float64") >= pairs["end_max"].astype("float64")
    return pairs[~never].reset_index(drop=True)
