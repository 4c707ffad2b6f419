"""The statement tables of a build, ready to be compared: one row per record, and what each says in plain columns.

What may decide is chosen here: checked numbers, codes of countries, names that are no weak aliases. Claims made over
the radio are not among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from graphkit.model.placeholders import is_placeholder
from graphkit.model.vessel_types import type_group
from graphkit.model.vocabulary import Kind, NameKind, Standing, Validity
from graphkit.names.company_names import company_form
from graphkit.resolve.addresses import read_address
from graphkit.resolve.classes import ANY, CLASS_OF_KIND, MERGING_NAMES
from graphkit.resolve.dates_of_birth import birth_days, birth_years
from graphkit.resolve.list_entries import entries_of_authority
from graphkit.resolve.prepared import Prepared, prepared
from graphkit.resolve.ragged import Floats
from graphkit.resolve.said import SHORTEST_NUMBER, Column, Said, numbers_of

Tables = dict[str, pd.DataFrame]

_SCHEMES = {
    "imo": ("imo",),
    "company_imo": ("company_imo",),
    "lei": ("lei",),
    "mmsi": ("mmsi",),
    "call_sign": ("call_sign",),
    "company_number": ("registration_number", "registration_id", "tax_id", "ru_inn", "ru_ogrn", "cn_uscc", "kr_brn"),
    "person_number": ("passport", "national_id"),
}
_NATIONAL = ("company_number", "person_number")
_CODES = {
    "flag": ("flag", "former_flag", "other_flag"),
    "country": ("country", "nationality", "address"),
}
_DECISIVE = ("imo", "company_imo", "lei", "entry OFAC", "entry UN")
_SHIPS_MARKS = ("flag", "mmsi", "call_sign")
_MEASURES = ("dwt", "gt", "built")


@dataclass(frozen=True, slots=True)
class PreparedBuild:
    """records: index record_id in alphabetical order, columns dataset, kind, name_class, name, standing, scope,
    placeholder. spellings: record_id, value (name as printed), name_kind, dataset, the primary name of each record
    first. prepared: the same records, in the same order, as they are compared.
    """

    records: pd.DataFrame
    spellings: pd.DataFrame
    prepared: Prepared

    @property
    def taking_part(self) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        """Records that a source has a row about, placeholders left out: what is compared with each other."""
        found: np.ndarray[tuple[int], np.dtype[np.bool_]] = (
            self.records["standing"].eq(Standing.ENTRY) & ~self.records["placeholder"]
        ).to_numpy(dtype=bool)
        return found


def prepare(tables: Tables) -> PreparedBuild:
    """Records and what they say from the statement tables, ready to be compared."""
    records, said = said_of_build(tables)
    return PreparedBuild(records, _spellings(tables["record_names"], records), prepared(said))


def said_of_build(tables: Tables) -> tuple[pd.DataFrame, Said]:
    """The records of PreparedBuild, and what they say, from the statement tables."""
    records = _records(tables["records"])
    row_of = pd.Series(np.arange(len(records)), index=records.index)
    values = {
        **_numbers(tables, row_of),
        **_facts(tables["record_facts"], row_of),
        "partner": _partners(tables, row_of),
    }
    values |= entries_of_authority(tables, row_of)
    _classify(records, values)
    said = Said(
        ids=records.index.to_numpy(dtype=object),
        name_class=records["name_class"].to_numpy(dtype=object),
        names=_names(tables["record_names"], records, row_of),
        values=values,
        measures=_measures(tables["record_facts"], row_of),
    )
    return records, said


def _records(table: pd.DataFrame) -> pd.DataFrame:
    """One row per record id; several statements about one record agree on its kind or leave it open."""
    known = table.assign(vague=table["kind"].eq(Kind.NOT_STATED)).sort_values(
        ["record_id", "vague", "standing", "kind", "name", "dataset", "scope"]
    )
    columns = ["dataset", "kind", "name", "standing", "scope"]
    records = known.drop_duplicates("record_id").set_index("record_id")[columns].sort_index()
    records["name_class"] = (
        records["kind"].map({str(kind): name for kind, name in CLASS_OF_KIND.items()}).astype(object)
    )
    return records


def _classify(records: pd.DataFrame, values: dict[str, Column]) -> None:
    """A record without a stated kind that has a flag, an MMSI or a call sign is compared as a ship. One whose name is a
    placeholder is nobody, unless a decisive number says who it is.
    """
    afloat = _stating(records, values, _SHIPS_MARKS) & records["standing"].eq(Standing.ENTRY).to_numpy()
    records.loc[afloat & records["name_class"].eq(ANY).to_numpy(), "name_class"] = "vessel"
    nameless = records["name"].isin([name for name in records["name"].unique() if is_placeholder(name)])
    records["placeholder"] = nameless.to_numpy() & ~_stating(records, values, _DECISIVE)


def _stating(records: pd.DataFrame, values: dict[str, Column], pieces: tuple[str, ...]) -> Any:
    found = np.zeros(len(records), dtype=bool)
    for piece in pieces:
        found[values[piece].rows] = True
    return found


def _column(table: pd.DataFrame, texts: pd.Series, row_of: pd.Series) -> Column:
    rows = table["record_id"].map(row_of).to_numpy(dtype=np.int64)
    return Column(rows, texts.astype("str").to_numpy(dtype=object))


def _numbers(tables: Tables, row_of: pd.Series) -> dict[str, Column]:
    numbers = tables["record_identifiers"]
    usable = numbers[numbers["valid"].isin([Validity.OK, Validity.UNCHECKED]) & numbers["value"].ne("")]
    long = usable["value"].str.len().ge(SHORTEST_NUMBER)
    found = {}
    for piece, schemes in _SCHEMES.items():
        rows = usable[usable["scheme"].isin(schemes) & (long | (piece not in _NATIONAL))]
        found[piece] = _column(rows, rows["value"], row_of)
    return found


def _facts(facts: pd.DataFrame, row_of: pd.Series) -> dict[str, Column]:
    found = {}
    for piece, properties in _CODES.items():
        rows = facts[facts["property"].isin(properties) & facts["code"].ne("")]
        found[piece] = _column(rows, rows["code"], row_of)
    regimes = facts[facts["property"].eq("regime")]
    # A regime against no state is its own: SDGT on one list is SDGT on it again.
    found["regime"] = _column(regimes, regimes["code"].where(regimes["code"].ne(""), regimes["value"]), row_of)
    types = facts[facts["property"].eq("type")]
    types = types.assign(group=types["value"].map({text: type_group(text) for text in types["value"].unique()}))
    types = types[types["group"].ne("")]
    addresses = facts[facts["property"].eq("address")]
    read = {text: read_address(text) for text in addresses["value"].unique()}
    buildings = addresses.assign(key=addresses["value"].map({text: each.building for text, each in read.items()}))
    buildings = buildings[buildings["key"].ne("")]
    places = addresses.assign(key=addresses["value"].map({text: list(each.places) for text, each in read.items()}))
    places = places.explode("key").dropna(subset="key")
    born = facts[facts["property"].eq("birth_date") & facts["start_min"].notna()]
    days, years = birth_days(born), birth_years(born)
    found |= {
        "type": _column(types, types["group"], row_of),
        "address": _column(buildings, buildings["key"], row_of),
        "place": _column(places, places["key"], row_of),
        "birth_day": _column(days, days["day"], row_of),
        "birth_year": _column(years, years["year"], row_of),
    }
    return found


def _partners(tables: Tables, row_of: pd.Series) -> Column:
    """Whom a record's links name, by the form of the name: the same owner, the same director, the same ship."""
    links = tables["link_statements"]
    names = tables["records"].drop_duplicates("record_id").set_index("record_id")["name"]
    linked = names[names.index.isin([*links["from_record"], *links["to_record"]])]
    known = {name: company_form(name).key for name in linked.unique()}
    found = []
    for at, other, mark in (("to_record", "from_record", "<"), ("from_record", "to_record", ">")):
        partner = links[other].map(names).map(known.get)
        told = links[partner.notna() & partner.ne("")]
        text = told["type"] + mark + partner[told.index]
        found.append(_column(told.assign(record_id=told[at]), text, row_of))
    return Column.joined(found)


def _measures(facts: pd.DataFrame, row_of: pd.Series) -> dict[str, Floats]:
    """The first figure that each record states."""
    found = {}
    for piece in _MEASURES:
        rows = facts[facts["property"].eq(piece)].drop_duplicates("record_id")
        values = np.full(len(row_of), np.nan)
        if len(rows):
            values[rows["record_id"].map(row_of).to_numpy(dtype=np.int64)] = numbers_of(rows["value"])
        found[piece] = values
    return found


def _names(names: pd.DataFrame, records: pd.DataFrame, row_of: pd.Series) -> dict[NameKind, Column]:
    placeholders = names["record_id"].map(records["placeholder"]).astype(bool)
    usable = names[~placeholders][["record_id", "name", "name_kind"]].drop_duplicates()
    found = {}
    for kind in MERGING_NAMES:
        rows = usable[usable["name_kind"].eq(kind)]
        found[kind] = _column(rows, rows["name"], row_of)
    return found


def _spellings(names: pd.DataFrame, records: pd.DataFrame) -> pd.DataFrame:
    spellings = names.merge(records["dataset"].reset_index(), on="record_id")
    spellings = spellings.assign(
        value=spellings["name"].str.upper(), further=spellings["name_kind"].ne(NameKind.PRIMARY)
    )
    spellings = spellings.sort_values(["record_id", "further", "value", "name_kind"], ignore_index=True)
    return spellings[["record_id", "value", "name_kind", "dataset"]].drop_duplicates()


def plain_rows(table: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """The columns row by row as plain values; itertuples asks Arrow for each cell and takes six times as long."""
    return zip(*(table[column].to_numpy(dtype=object) for column in columns), strict=True)
