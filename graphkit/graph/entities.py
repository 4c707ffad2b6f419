"""Entities with their caption and numbers, and what is stated about them: names and facts, each with its source."""

from collections.abc import Callable, Mapping

import pandas as pd

from graphkit.graph.told import public_things, told, visibility
from graphkit.model.placeholders import is_placeholder
from graphkit.model.tables import GRAPH_TABLES
from graphkit.model.vocabulary import LEGAL_KINDS, Kind, NameKind, Scope, Standing, Validity

_NUMBERS = ("imo", "company_imo", "mmsi", "call_sign", "lei")
_DISSOLVED = ["dissolved", "dissolved_min", "dissolved_max"]
_BLOCKED = [name for name in GRAPH_TABLES["entities"] if name.startswith("blocked_")]
_LISTED_SHARE = ["effective_listed_share_min", "effective_listed_share_max"]
_ASHORE = {*LEGAL_KINDS, Kind.PERSON}
_COUNTRY_FACTS = ("country", "nationality", "address")


def entity_table(tables: Mapping[str, pd.DataFrame], of_record: pd.DataFrame) -> pd.DataFrame:
    """One row per entity. of_record: index record_id, columns entity_id and kind.

    The caption is the primary name that most statements give, without one a further name, without any a number; a
    number is the one most often stated of those that passed their check. Flags that differ are all told: which of them
    is the present one, undated statements do not say. Where sources differ, all of them stay in
    entity_names and entity_facts.
    """
    records, names, numbers, facts = (
        tables[name].assign(entity_id=tables[name]["record_id"].map(of_record["entity_id"]))
        for name in ("records", "record_names", "record_identifiers", "record_facts")
    )
    public = public_things(records, "entity_id")
    entities = of_record.drop_duplicates("entity_id").set_index("entity_id")[["kind"]].sort_index()
    entities["records"] = records.groupby("entity_id")["record_id"].nunique()
    entities["visibility"] = visibility(entities.index, public)
    records, names, numbers, facts = (told(rows, "entity_id", public) for rows in (records, names, numbers, facts))
    checked = _fitting(numbers[numbers["valid"].eq(Validity.OK)], entities["kind"])
    for scheme in _NUMBERS:
        entities[scheme] = _most_stated(checked[checked["scheme"].eq(scheme)], "value")
    flags = facts[facts["property"].eq("flag") & facts["code"].ne("")]
    entities["flag"] = flags.groupby("entity_id")["code"].agg(_joined)
    entities["type"] = _most_stated(facts[facts["property"].eq("type")], "value")
    countries = facts[facts["property"].isin(_COUNTRY_FACTS) & facts["code"].ne("")]
    entities["countries"] = countries.groupby("entity_id")["code"].agg(_joined)
    entities["name"] = _captions(records)
    for further in (_further_names(names), _most_stated(numbers, "raw"), entities.index.to_series()):
        entities["name"] = entities["name"].fillna(further)
    entities[_DISSOLVED] = _dissolved(facts).reindex(entities.index)
    entities[_BLOCKED] = ""  # what the tests say is filled in by the build, from the whole graph
    entities[_LISTED_SHARE] = float("nan")
    entities["unknown"] = [is_placeholder(name) for name in entities["name"]]
    text = ["countries", "flag", "type", *_NUMBERS]
    entities[text] = entities[text].astype("str").fillna("")
    return entities.reset_index()[list(GRAPH_TABLES["entities"])]


def entity_names(
    tables: Mapping[str, pd.DataFrame], entity_of: pd.Series, search_key: Callable[[str], str]
) -> pd.DataFrame:
    """Every name of every entity as it was stated.

    What only refers to an entity is no name of it: the spellings that helped to read a mention, and the cell or the
    "Linked To" that names a party with an entry of its own. A ship named in running text is named, and keeps that
    name."""
    records, names = tables["records"], tables["record_names"]
    entries = records[records["standing"].eq(Standing.ENTRY)]["record_id"].map(entity_of)
    references = records[records["scope"].isin([Scope.LIST, Scope.BUILD])]["record_id"]
    rows = names[names["name_kind"].ne(NameKind.SPELLING) & names["name"].ne("")].copy()
    rows["entity_id"] = rows["record_id"].map(entity_of)
    rows = rows[~(rows["record_id"].isin(references) & rows["entity_id"].isin(entries))]
    keys = {name: search_key(name) for name in rows["name"].unique()}
    rows["search_key"] = rows["name"].map(keys)
    columns = list(GRAPH_TABLES["entity_names"])
    return rows[columns].drop_duplicates().sort_values(columns, ignore_index=True)


def entity_facts(tables: Mapping[str, pd.DataFrame], of_record: pd.DataFrame) -> pd.DataFrame:
    """Numbers and facts of every entity as they were stated, numbers with the result of their check."""
    numbers, facts = (
        tables[name].assign(entity_id=tables[name]["record_id"].map(of_record["entity_id"]))
        for name in ("record_identifiers", "record_facts")
    )
    records = tables["records"]
    mentioned = numbers["record_id"].isin(records[records["standing"].eq(Standing.MENTION)]["record_id"])
    kinds = of_record.drop_duplicates("entity_id").set_index("entity_id")["kind"]
    numbers = pd.concat([numbers[~mentioned], _fitting(numbers[mentioned], kinds)])
    numbers = numbers[numbers["scheme"].ne("own_id")].rename(columns={"scheme": "property"})
    numbers = numbers.assign(code=numbers["value"], value=numbers["raw"], start=None)
    rows = pd.concat([numbers, facts.assign(valid="")], ignore_index=True)
    columns = list(GRAPH_TABLES["entity_facts"])
    return rows[columns].drop_duplicates().sort_values(columns, ignore_index=True)


def _fitting(numbers: pd.DataFrame, kinds: pd.Series) -> pd.DataFrame:
    """Numbers that an entity of its kind can bear: seven digits in a cell may pass as a ship's and as a company's."""
    kind = numbers["entity_id"].map(kinds)
    amiss = (numbers["scheme"].eq("imo") & kind.isin(_ASHORE)) | (
        numbers["scheme"].eq("company_imo") & kind.eq(Kind.VESSEL)
    )
    return numbers[~amiss]


def _captions(records: pd.DataFrame) -> pd.Series:
    """The name that most statements give, counted without regard to case; entries before mentions, and what stands
    where a name is missing after the names.
    """
    rows = records[records["name"].ne("")]
    rows = rows.assign(mention=rows["standing"].ne(Standing.ENTRY), upper=rows["name"].str.upper())
    counted = rows.groupby(["entity_id", "mention", "upper"], as_index=False).agg(
        statements=("name", "size"), name=("name", "min"), first=("record_id", "min")
    )
    counted["missing"] = [is_placeholder(name) for name in counted["name"]]
    order = ["entity_id", "mention", "missing", "statements", "first", "upper"]
    best = counted.sort_values(order, ascending=[True, True, True, False, True, True]).drop_duplicates("entity_id")
    return best.set_index("entity_id")["name"]


def _dissolved(facts: pd.DataFrame) -> pd.DataFrame:
    """When each party was dissolved: the words of one source, and the widest bounds that the sources give."""
    rows = facts[facts["property"].eq("dissolved")].sort_values(["entity_id", "start_min", "start_max", "value"])
    groups = rows.groupby("entity_id")
    found = pd.DataFrame({"dissolved": groups["value"].first()}, dtype="str")
    for bound, widest in (("start_min", groups["start_min"].min()), ("start_max", groups["start_max"].max())):
        complete = groups[bound].count().eq(groups.size())
        found[bound.replace("start", "dissolved")] = widest.where(complete)
    return found[_DISSOLVED]


def _further_names(names: pd.DataFrame) -> pd.Series:
    further = names[names["name_kind"].ne(NameKind.SPELLING) & names["name"].ne("")]
    return further.groupby("entity_id")["name"].min()


def _most_stated(rows: pd.DataFrame, column: str) -> pd.Series:
    counted = rows[["entity_id", column]].value_counts().reset_index(name="statements")
    counted = counted.sort_values(["entity_id", "statements", column], ascending=[True, False, True])
    return counted.drop_duplicates("entity_id").set_index("entity_id")[column]


def _joined(values: pd.Series) -> str:
    return "; ".join(sorted(set(values)))
