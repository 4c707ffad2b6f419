"""One row per record, and beside it what can be compared: every feature as rows of record and value.

Everything that depends on one name is worked out once per distinct name. A feature holds only what may decide: checked
numbers, codes of countries, forms of names. Weak aliases and claims made over the radio are not among them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from graphkit.model.placeholders import is_placeholder
from graphkit.model.vocabulary import Kind, NameKind, Standing, Validity
from graphkit.names.legal_forms import generic_words
from graphkit.names.similarity import NameForm, company_form, person_form, vessel_form
from graphkit.resolve.own_references import OWN

FORMS: dict[str, Callable[[str], NameForm]] = {"vessel": vessel_form, "legal": company_form, "person": person_form}
CLASS_OF_KIND = {
    Kind.VESSEL: "vessel",
    Kind.COMPANY: "legal",
    Kind.ORGANIZATION: "legal",
    Kind.PERSON: "person",
    Kind.AIRCRAFT: "aircraft",
    Kind.ADDRESS: "address",
    Kind.NOT_STATED: "any",
}
_NUMBERS = {
    **dict.fromkeys(("imo", "company_imo", "lei", "mmsi", "call_sign")),
    **dict.fromkeys(
        ("registration_number", "registration_id", "tax_id", "ru_inn", "ru_ogrn", "cn_uscc", "kr_brn"), "company_number"
    ),
    **dict.fromkeys(("passport", "national_id"), "person_number"),
}
_SHORTEST_NUMBER = 6  # shorter national numbers are shared by registers of many countries
_DECISIVE = ("imo", "company_imo", "lei", "entry")
_SHIPS_MARKS = ("flag", "mmsi", "call_sign")
_BOUNDS = ("start_min", "start_max")
_MOST_BIRTH_YEARS = 5  # a birth date that allows more years says next to nothing
_COUNTRY_FACTS = ("country", "nationality", "address")
_FLAG_FACTS = ("flag", "former_flag", "other_flag")
_MERGING_NAMES = (NameKind.PRIMARY, NameKind.ALIAS, NameKind.FORMER, NameKind.ORIGINAL)
_SHORTEST_FORM = 2
_GENERIC_BITS, _MOST_BITS = 1.0, 12.0


@dataclass(frozen=True, slots=True)
class Prepared:
    """records: index record_id, columns dataset, kind, name_class, name, standing, scope, placeholder.

    features: for each piece of evidence a table of record_id and value. forms: record_id, value (form key), name_kind,
    bits (how rare the form is in this build), name. spellings: record_id, value (name as printed), name_kind, dataset;
    the primary name of each record first.
    """

    records: pd.DataFrame
    features: dict[str, pd.DataFrame]
    forms: pd.DataFrame
    spellings: pd.DataFrame


def prepare(tables: dict[str, pd.DataFrame]) -> Prepared:
    """Records and features from the statement tables."""
    numbers, facts, names = tables["record_identifiers"], tables["record_facts"], tables["record_names"]
    features = _numbers(numbers)
    features |= {
        "flag": _codes(facts, _FLAG_FACTS),
        "country": _codes(facts, _COUNTRY_FACTS),
        "regime": _codes(facts, ("regime",)),
        "birth_day": _birth_days(facts),
        "birth_year": _birth_years(facts),
        "entry": _entries(tables["listing_statements"], tables["records"], numbers),
    }
    records = _records(tables["records"], features)
    forms, legal_forms = _forms(names, records)
    features["legal_form"] = legal_forms
    spellings = names.merge(records["dataset"].reset_index(), on="record_id")
    spellings = spellings.assign(
        value=spellings["name"].str.upper(), further=spellings["name_kind"].ne(NameKind.PRIMARY)
    )
    spellings = spellings.sort_values(["record_id", "further", "value", "name_kind"], ignore_index=True)
    return Prepared(
        records, features, forms, spellings[["record_id", "value", "name_kind", "dataset"]].drop_duplicates()
    )


def _records(table: pd.DataFrame, features: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row per record id; several statements about one record agree on its kind or leave it open.

    A record without a stated kind that has a flag, an MMSI or a call sign is compared as a ship. One whose name is a
    placeholder is nobody, unless a decisive number says who it is.
    """
    known = table.assign(vague=table["kind"].eq(Kind.NOT_STATED)).sort_values(
        ["record_id", "vague", "standing", "kind", "name", "dataset", "scope"]
    )
    records = known.drop_duplicates("record_id").set_index("record_id")[
        ["dataset", "kind", "name", "standing", "scope"]
    ]
    records["name_class"] = records["kind"].map({str(kind): name for kind, name in CLASS_OF_KIND.items()})
    afloat = records.index.isin(_bearers(features, _SHIPS_MARKS)) & records["standing"].eq(Standing.ENTRY)
    records.loc[afloat & records["name_class"].eq("any"), "name_class"] = "vessel"
    records["placeholder"] = _are_placeholders(records["name"]) & ~records.index.isin(_bearers(features, _DECISIVE))
    return records.sort_index()


def _bearers(features: dict[str, pd.DataFrame], names: tuple[str, ...]) -> set[str]:
    return set().union(*(features[name]["record_id"] for name in names))


def _are_placeholders(names: pd.Series) -> pd.Series:
    return names.isin([name for name in names.unique() if is_placeholder(name)])


def _feature(table: pd.DataFrame, values: pd.Series) -> pd.DataFrame:
    rows = pd.DataFrame({"record_id": table["record_id"], "value": values.astype("str")})
    return rows.drop_duplicates().sort_values(["record_id", "value"], ignore_index=True)


def _numbers(numbers: pd.DataFrame) -> dict[str, pd.DataFrame]:
    usable = numbers[numbers["valid"].isin([Validity.OK, Validity.UNCHECKED]) & numbers["value"].ne("")]
    features: dict[str, pd.DataFrame] = {}
    for feature in ("imo", "company_imo", "lei", "mmsi", "call_sign"):
        rows = usable[usable["scheme"].eq(feature)]
        features[feature] = _feature(rows, rows["value"])
    for feature in ("company_number", "person_number"):
        schemes = [scheme for scheme, of in _NUMBERS.items() if of == feature]
        rows = usable[usable["scheme"].isin(schemes) & usable["value"].str.len().ge(_SHORTEST_NUMBER)]
        features[feature] = _feature(rows, rows["value"])
    return features


def _codes(facts: pd.DataFrame, properties: tuple[str, ...]) -> pd.DataFrame:
    rows = facts[facts["property"].isin(properties) & facts["code"].ne("")]
    return _feature(rows, rows["code"])


def _birth_days(facts: pd.DataFrame) -> pd.DataFrame:
    rows = facts[
        facts["property"].eq("birth_date") & facts["start_min"].notna() & facts["start_min"].eq(facts["start_max"])
    ]
    return _feature(rows, pd.Series(_dates(rows["start_min"]).astype(str), index=rows.index))


def _birth_years(facts: pd.DataFrame) -> pd.DataFrame:
    """Every year that a stated birth date allows, when it allows but a few."""
    rows = facts[facts["property"].eq("birth_date") & facts["start_min"].notna() & facts["start_max"].notna()]
    first, last = (_dates(rows[bound]).astype("datetime64[Y]").astype("int64") + 1970 for bound in _BOUNDS)
    spans = [
        range(a, b + 1) if b - a < _MOST_BIRTH_YEARS else () for a, b in zip(first.tolist(), last.tolist(), strict=True)
    ]
    exploded = rows.assign(year=pd.Series(spans, index=rows.index, dtype=object)).explode("year").dropna(subset="year")
    return _feature(exploded, exploded["year"])


def _dates(days: pd.Series) -> "np.ndarray[Any, np.dtype[np.datetime64]]":
    return days.to_numpy(dtype="int64").astype("datetime64[D]")


def _entries(listings: pd.DataFrame, records: pd.DataFrame, numbers: pd.DataFrame) -> pd.DataFrame:
    """The list's own entry number, where the authority guarantees one number per party: OFAC and the UN.

    A cell of one's own listings says it of the row whose id it holds. The UN numbers no ships: on one, such a number is
    that of its owner.
    """
    ofac = listings["authority"].eq("OFAC") & listings["reference"].str.fullmatch(r"\d+")
    un = listings["authority"].eq("UN") & listings["reference"].str.fullmatch(r"[A-Z]{2}[ie]\.\d{3}")
    rows = listings[ofac | un]
    row_of = _rows_named(records, numbers)
    owners = [row_of.get(record_id, record_id) for record_id in rows["record_id"]]
    rows = rows.assign(record_id=pd.Series(owners, index=rows.index, dtype="str"))
    ships = records[records["kind"].eq(Kind.VESSEL)]["record_id"]
    rows = rows[rows["authority"].ne("UN") | ~rows["record_id"].isin(ships)]
    return _feature(rows, rows["authority"].str.cat(rows["reference"], sep=" "))


def _rows_named(records: pd.DataFrame, numbers: pd.DataFrame) -> dict[str, str]:
    """Cells of one's own tables that hold the id of one row, with the record of that row."""
    known = set(records[records["standing"].eq(Standing.ENTRY)]["record_id"])
    named: dict[str, set[str]] = defaultdict(set)
    for record_id, own_id in plain_rows(numbers[numbers["scheme"].eq("own_id")], "record_id", "value"):
        named[record_id] |= {OWN + own_id} & known
    return {record_id: own.pop() for record_id, own in named.items() if len(own) == 1}


def _forms(names: pd.DataFrame, records: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Forms of all names that may decide, with their rarity, and the legal forms of companies."""
    usable = names[names["name_kind"].isin(_MERGING_NAMES)][["record_id", "name", "name_kind"]].drop_duplicates()
    usable = usable.merge(records[["name_class", "placeholder"]].reset_index(), on="record_id")
    usable = usable[~usable["placeholder"] & ~_are_placeholders(usable["name"])]
    frames = []
    for name_class, classes in (
        ("vessel", ("vessel", "any")),
        ("legal", ("legal", "any")),
        ("person", ("person", "any")),
    ):
        rows = usable[usable["name_class"].isin(classes)]
        distinct = rows["name"].unique()
        taken = [FORMS[name_class](name) for name in distinct]
        table = pd.DataFrame(
            {
                "name": distinct,
                "value": [f"{name_class}:{form.key}" if len(form.key) >= _SHORTEST_FORM else "" for form in taken],
                "bits": _rarity(taken),
                "legal_form": [form.legal_form for form in taken],
            }
        ).astype({"name": "str", "value": "str", "bits": "float64", "legal_form": "str"})
        frames.append(rows.merge(table, on="name"))
    forms = pd.concat(frames, ignore_index=True)
    forms = forms[forms["value"].ne("")]
    legal = forms[forms["legal_form"].ne("") & forms["name_kind"].eq(NameKind.PRIMARY)]
    columns = ["record_id", "value", "name_kind", "bits", "name"]
    return forms[columns].sort_values(columns, ignore_index=True), _feature(legal, legal["legal_form"])


def _rarity(forms: list[NameForm]) -> list[float]:
    """Bits of a form: how surprising its words are among the distinct names at hand, generic words next to nothing.

    A form of common words only stays far below the weight at which records are merged.
    """
    counts: dict[str, int] = {}
    for form in forms:
        for word in {*form.core, *form.numerals}:
            counts[word] = counts.get(word, 0) + 1
    total = max(len(forms), 2)
    generic = generic_words()

    def bits(word: str) -> float:
        return _GENERIC_BITS if word in generic else float(np.log2(total / counts[word]))

    return [round(min(_MOST_BITS, sum(bits(word) for word in (*form.core, *form.numerals))), 2) for form in forms]


def plain_rows(table: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """The columns row by row as plain values; itertuples asks Arrow for each cell and takes six times as long."""
    return zip(*(table[column].to_numpy(dtype=object) for column in columns), strict=True)


def values_of(feature: pd.DataFrame) -> dict[str, set[str]]:
    """The values of each record that has any."""
    found: dict[str, set[str]] = defaultdict(set)
    for record_id, value in plain_rows(feature, "record_id", "value"):
        found[record_id].add(value)
    return dict(found)


def entries(prepared: Prepared) -> pd.DataFrame:
    """Records that a source has a row about, placeholders left out."""
    records = prepared.records
    return records[records["standing"].eq(Standing.ENTRY) & ~records["placeholder"]]
