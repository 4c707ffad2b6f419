"""The parties of a case as those who are looked for: what all records of each say, and the names that prove nothing."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.analyse.evidence import source_ref
from graphkit.model.answers import SourceRef
from graphkit.model.vocabulary import Kind, NameKind
from graphkit.names.normalise import joined_form
from graphkit.names.vessel_names import vessel_form
from graphkit.store.local import LocalStore

if TYPE_CHECKING:
    import pandas as pd

    from graphkit.resolve.screening import Parties

# The columns of the statement tables that hold record ids.
_RECORD_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "records": ("record_id",),
    "record_names": ("record_id",),
    "record_identifiers": ("record_id",),
    "record_facts": ("record_id",),
    "listing_statements": ("record_id",),
}
_COMPARED_KINDS = frozenset({Kind.VESSEL, Kind.COMPANY, Kind.ORGANIZATION, Kind.PERSON, Kind.NOT_STATED})


_WORD = re.compile("[A-Z]{2}")  # the ship 7-28 has none, and nothing to be compared by


@dataclass(frozen=True, slots=True)
class PlainName:
    """A name that is found only when it is the same: a weak alias, one of figures, or one of an aircraft."""

    party: str
    name: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """A name or number that a ship broadcast or painted. party: the ship that did."""

    party: str
    name: str
    imo: str
    type: str
    date: str
    certainty: str
    source: SourceRef


@dataclass(frozen=True, slots=True)
class CaseParties:
    """Everybody in a case. compared: for the comparison; plain: by joined form; claims: by key of the ship's name and
    by number.
    """

    compared: "Parties"
    plain: Mapping[str, list[PlainName]]
    claims: Mapping[str, list[Claim]]
    claimed_imos: Mapping[str, list[Claim]]


def case_parties(store: LocalStore) -> CaseParties:
    """The parties of the build in force."""
    from graphkit.resolve.prepare import said_of_build
    from graphkit.resolve.screening import Parties

    _, said = said_of_build(_by_entity(store))
    claims = _claims(store)
    return CaseParties(Parties(said), _plain_names(store), *claims)


def _by_entity(store: LocalStore) -> dict[str, "pd.DataFrame"]:
    """The statement tables with the entity in the place of the record."""
    entities = store.table("record_entities")
    entity_of = dict(zip(entities["record_id"].to_pylist(), entities["entity_id"].to_pylist(), strict=True))
    tables = {}
    for name, columns in _RECORD_COLUMNS.items():
        frame = store.table(name).to_pandas()
        for column in columns:
            frame[column] = frame[column].map(entity_of)
        tables[name] = frame.dropna(subset=list(columns))
    # The rows that are screened name no partners, so that those of a party decide nothing.
    tables["link_statements"] = store.table("link_statements").slice(0, 0).to_pandas()
    return {**tables, "record_names": _borne(tables["record_names"], store)}


def _borne(names: "pd.DataFrame", store: LocalStore) -> "pd.DataFrame":
    """Names that the entity bears: a cell of one's own that refers to a row by its id is none of its names."""
    table = store.table("entity_names")
    borne = set(zip(table["entity_id"].to_pylist(), table["name"].to_pylist(), strict=True))
    pairs = zip(names["record_id"].tolist(), names["name"].tolist(), strict=True)
    return names[[pair in borne for pair in pairs]]


def _plain_names(store: LocalStore) -> dict[str, list[PlainName]]:
    entities = store.table("entities")
    kind_of = dict(zip(entities["entity_id"].to_pylist(), entities["kind"].to_pylist(), strict=True))
    names = store.table("entity_names").select(["entity_id", "name", "name_kind"])
    found: dict[str, list[PlainName]] = defaultdict(list)
    for row in dict.fromkeys(zip(*(names[column].to_pylist() for column in names.column_names), strict=True)):
        entity_id, name, name_kind = row
        weak = name_kind == NameKind.WEAK
        form = joined_form(name)
        if form and (weak or kind_of[entity_id] not in _COMPARED_KINDS or not _WORD.search(form)):
            found[form].append(PlainName(entity_id, name, weak))
    return dict(found)


def _claims(store: LocalStore) -> tuple[dict[str, list[Claim]], dict[str, list[Claim]]]:
    by_name: dict[str, list[Claim]] = defaultdict(list)
    by_imo: dict[str, list[Claim]] = defaultdict(list)
    for row in store.rows("claims"):
        claim = Claim(
            row["entity_id"],
            row["claimed_name"],
            row["claimed_imo"] or "",
            row["type"],
            row["start"] or "",
            row["certainty"],
            source_ref(row),
        )
        if claim.party:
            by_name[vessel_form(claim.name).key].append(claim)
            if claim.imo:
                by_imo[claim.imo].append(claim)
    return dict(by_name), dict(by_imo)
