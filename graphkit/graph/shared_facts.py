"""Parties with one address or one contact: groups of statements, and links between each two of a small group."""

from collections.abc import Callable
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
from graphkit.model.tables import GRAPH_TABLES, PROVENANCE
from graphkit.model.vocabulary import Certainty, Kind, LinkType

SharedForm = Callable[[str, str], tuple[str, str]]

MOST_AT_ONE_ADDRESS: Final = 25
"""More parties than that at one address are an agent's customers or a group's own offices, which nothing here tells
apart. On the lists of OFAC (July 2021), the UN and the EU two of 306 shared buildings are above it, with 30 and 28
parties; the next has 17."""

_PROPERTIES: Final = ("address", "phone", "fax", "email", "website")
_NO_PARTIES: Final = (Kind.ADDRESS, Kind.AIRCRAFT)


def shared_facts(entities: pd.DataFrame, facts: pd.DataFrame, form: SharedForm) -> pd.DataFrame:
    """One row per statement of an address or a contact that at least two parties have, with what is stated within it.

    form: of a property and a value what makes two of them one, and what is stated within it, such as a room; an empty
    form joins nobody. A ship counts when an address is stated for it.
    """
    parties = entities[~entities["unknown"] & ~entities["kind"].isin(_NO_PARTIES)]["entity_id"]
    rows = facts[facts["property"].isin(_PROPERTIES) & facts["entity_id"].isin(parties)]
    # A telephone and a fax are numbers of one plan.
    rows = rows.assign(sort=rows["property"].replace({"fax": "phone"}))
    said = list(zip(rows["property"], rows["value"], strict=True))
    forms = {each: form(*each) for each in dict.fromkeys(said)}
    rows = rows.assign(form=_text([forms[each][0] for each in said]), within=_text([forms[each][1] for each in said]))
    rows = rows[rows["form"].ne("")]
    rows = rows[rows.groupby(["sort", "form"])["entity_id"].transform("nunique").gt(1)]
    rows = rows.assign(group_id=_text(ids("shared", zip(rows["sort"], rows["form"], strict=True))))
    return rows.sort_values(list(GRAPH_TABLES["shared_facts"]), ignore_index=True)


def shared_fact_links(facts: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The links and the statements behind them.

    facts: as shared_facts returns them. The role of a link is the address or the contact as printed. Two parties whose
    rooms in one building are stated and differ have no address in common.
    """
    facts = facts.assign(stated=facts["group_id"] + " " + facts["entity_id"])
    links, behind = in_both_views(facts, _pairs)
    # Not by its file and line, which change when a row moves.
    said = [name for name in PROVENANCE if name not in {"file", "line"}]
    told = facts[["property", "value", *said]].itertuples(index=False, name=None)
    statements = facts.assign(statement_id=_text(ids("fact", told)), certainty=str(Certainty.STATED))
    return link_table(links), sources_of(behind, statements)


def _pairs(facts: pd.DataFrame) -> Pairs:
    few = members_up_to(MOST_AT_ONE_ADDRESS, facts, "group_id", "entity_id")
    parties = few.drop_duplicates(["group_id", "entity_id"])[["group_id", "entity_id", "stated", "sort"]]
    # What is printed first in the alphabet speaks for the group, whatever the order of files.
    parties = parties.assign(role=parties["group_id"].map(few.groupby("group_id")["value"].min()))
    pairs = pairs_within(parties, "group_id", "entity_id")
    rooms = few[few["within"].ne("")].groupby("stated")["within"].agg(frozenset).to_dict()
    nowhere: frozenset[str] = frozenset()
    together = [
        not (one and other) or bool(one & other)
        for one, other in (
            (rooms.get(one, nowhere), rooms.get(other, nowhere))
            for one, other in zip(pairs["stated"], pairs["stated_other"], strict=True)
        )
    ]
    pairs = pairs[pd.Series(together, index=pairs.index, dtype="bool")]
    types = {True: LinkType.SHARED_ADDRESS, False: LinkType.SHARED_CONTACT}
    links = pairs.rename(columns={"entity_id": "from_id", "entity_id_other": "to_id"}).assign(
        link_id=_text(ids("link", zip(pairs["stated"], pairs["entity_id_other"], strict=True))),
        type=_text([str(types[sort == "address"]) for sort in pairs["sort"]]),
        certainty=str(Certainty.LIKELY),
    )
    return links, behind_of(links)


def _text(values: list[str]) -> "pd.api.extensions.ExtensionArray":
    return pd.array(values, dtype="str")
