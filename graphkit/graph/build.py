"""Tables of statements and the resolution to the tables of the graph.

Statements that are equal in type, ends, role, share and dates share one link; who says it stays beside it, row by row.
OWNS by one source and LINKED_TO by another stay two links between the same parties.
"""

from collections.abc import Callable, Mapping

import pandas as pd

from graphkit.graph.derived import ids
from graphkit.graph.entities import entity_facts, entity_names, entity_table
from graphkit.graph.listings import listing_tables
from graphkit.graph.shared_facts import SharedForm, shared_fact_links, shared_facts
from graphkit.graph.shared_parties import SHARED_BY, shared_party_links
from graphkit.graph.told import public_things, told, visibility
from graphkit.model.resolution import Resolution
from graphkit.model.tables import GRAPH_TABLES
from graphkit.model.vocabulary import CERTAINTY_WEIGHT

# The links by which a party is held lie side by side: a question reads few rows of a table of millions.
_LINK_ORDER = ["to_id", "from_id", "link_id"]
_LINK_KEY = [name for name in GRAPH_TABLES["links"] if name not in {"link_id", "certainty", "visibility"}]


def _nothing_shared(_property: str, _value: str) -> tuple[str, str]:
    return "", ""


def build_graph(
    tables: Mapping[str, pd.DataFrame],
    resolution: Resolution,
    *,
    search_key: Callable[[str], str],
    shared_form: SharedForm = _nothing_shared,
) -> dict[str, pd.DataFrame]:
    """Every graph table but the old ids.

    search_key: the form by which names are searched; the same for every store. shared_form: when two addresses or
    contacts are one, see graph.shared_facts.
    """
    of_record = resolution.record_entities.set_index("record_id")
    links, link_sources = _links(tables["link_statements"], of_record["entity_id"])
    listings, listing_sources = listing_tables(tables["listing_statements"], of_record["entity_id"])
    entities, facts = entity_table(tables, of_record), entity_facts(tables, of_record)
    shared = shared_facts(entities, facts, shared_form)
    derived = [shared_fact_links(shared)] if len(shared) else []
    if links["type"].isin(SHARED_BY).any():
        derived.append(shared_party_links(entities, links, link_sources))
    return {
        "entities": entities,
        "entity_names": entity_names(tables, of_record["entity_id"], search_key),
        "entity_facts": facts,
        "shared_facts": shared[list(GRAPH_TABLES["shared_facts"])],
        "links": _together([links, *(each for each, _ in derived)]).sort_values(_LINK_ORDER, ignore_index=True),
        "link_sources": _together([link_sources, *(each for _, each in derived)]),
        "listings": listings,
        "listing_sources": listing_sources,
        "events": tables["event_statements"][list(GRAPH_TABLES["events"])],
        "event_entities": _participants(tables["event_participants"], of_record["entity_id"]),
    }


def _links(statements: pd.DataFrame, entity_of: pd.Series) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = statements.assign(
        from_id=statements["from_record"].map(entity_of), to_id=statements["to_record"].map(entity_of)
    )
    rows["link_id"] = _ids("link", rows[_LINK_KEY])
    rows["weight"] = rows["certainty"].map(CERTAINTY_WEIGHT)
    rows = rows.sort_values(["link_id", "weight", "statement_id"], ascending=[True, False, True])
    public = public_things(rows, "link_id")
    links = told(rows, "link_id", public).drop_duplicates("link_id").copy()
    links["visibility"] = visibility(links["link_id"], public)
    columns = list(GRAPH_TABLES["links"])
    sources = rows[list(GRAPH_TABLES["link_sources"])]
    return links[columns], sources.reset_index(drop=True)


def _together(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """Tables of the same columns under each other; one without rows has no types and is left out."""
    return pd.concat([tables[0], *(table for table in tables[1:] if len(table))], ignore_index=True)


def _participants(participants: pd.DataFrame, entity_of: pd.Series) -> pd.DataFrame:
    rows = participants.assign(entity_id=participants["record_id"].map(entity_of))
    columns = list(GRAPH_TABLES["event_entities"])
    return rows[columns].drop_duplicates().sort_values(columns, ignore_index=True)


def _ids(word: str, rows: pd.DataFrame) -> list[str]:
    """A short hash of what each row says: equal statements get one id, whatever else changes around them."""
    # A column of days with a gap in it holds 17711.0 where one without holds 17711.
    rows = rows.astype({name: "Int64" for name in rows.columns if GRAPH_TABLES["links"][name] == "int32"})
    joined = rows.astype("object").where(rows.notna(), "")
    return ids(word, joined.itertuples(index=False, name=None))


def old_ids(previous: pd.DataFrame, previous_old: pd.DataFrame, current: pd.DataFrame) -> pd.DataFrame:
    """old_id and entity_id for every id that was once given and is no longer in use.

    previous, current: record_id and entity_id of two builds. An old id leads to the entity that now holds its first
    record that is still in the case; an id whose records are all gone leads nowhere and is dropped.
    """
    now = current.set_index("record_id")["entity_id"]
    kept = previous[previous["record_id"].isin(now.index)].sort_values("record_id")
    moved = kept.drop_duplicates("entity_id").set_index("entity_id")["record_id"].map(now)
    older = previous_old.assign(entity_id=previous_old["entity_id"].map(moved).fillna(previous_old["entity_id"]))
    direct = pd.DataFrame({"old_id": moved.index.astype("str"), "entity_id": moved.to_numpy()})
    table = pd.concat([direct, older[["old_id", "entity_id"]]]).drop_duplicates("old_id")
    in_use = set(now)
    table = table[~table["old_id"].isin(in_use) & table["entity_id"].isin(in_use)]
    return table.sort_values("old_id", ignore_index=True)
