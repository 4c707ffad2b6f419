"""The entities table: what sources state of vessels, companies and persons. Rows with one id speak of one thing.

A number under `imo` is a ship's or a company's according to the kind of the row, never according to its digits.
"""

from typing import Final

from graphkit.model.countries import country_code
from graphkit.model.identifiers import Identifier
from graphkit.model.placeholders import is_placeholder
from graphkit.model.records import Fact, Name, Record
from graphkit.model.vocabulary import LEGAL_KINDS, Kind, NameKind, Validity
from graphkit.sources.plain_tables.cells import country, date_value, given_id, number, word
from graphkit.sources.plain_tables.keys import PREFIX, slug_with_fingerprint
from graphkit.sources.plain_tables.rows import Row, Unusable
from graphkit.sources.plain_tables.sources import Sources

_KIND_WORDS: Final = {
    "": Kind.NOT_STATED,
    "ship": Kind.VESSEL,
    "organisation": Kind.ORGANIZATION,
    "individual": Kind.PERSON,
}
_COUNTRIES: Final = ("flag", "country")
_DATES: Final = ("birth_date", "dissolved")
_TEXTS: Final = ("address", "type", "built", "gt", "dwt")
_DECISIVE: Final = ("imo", "company_imo", "lei")
_NUMBERS: Final = ("imo", "company_imo", "mmsi", "call_sign", "lei", "registration_number")
_DISTINGUISHING: Final = ("kind", "flag", "country", "birth_date", "registration_number", "mmsi", "call_sign")


def records(row: Row, sources: Sources) -> list[Record]:
    """One record for each source that the row names.

    Raises:
        Unusable: the row has neither id nor name nor number.
    """
    kind = _kind(row)
    numbers = _identifiers(row, kind)
    record_id = _record_id(row, numbers)
    if kind is Kind.VESSEL and row["company_imo"]:
        row.note("a vessel has no company number: company_imo is kept as a note", row["company_imo"])
    names = tuple(
        Name(text, name_kind)
        for column, name_kind in (("aliases", NameKind.ALIAS), ("former_names", NameKind.FORMER))
        for text in row.values(column)
    )
    facts = _facts(row, kind)
    return [
        Record(record_id, kind, row["name"], provenance, names=names, identifiers=numbers, facts=facts)
        for provenance in sources.provenances(row)
    ]


def _kind(row: Row) -> Kind:
    text = word(row["kind"])
    if text in _KIND_WORDS:
        return _KIND_WORDS[text]
    try:
        return Kind(text)
    except ValueError:
        row.note("kind is no word of the contract and counts as not stated", row["kind"])
        return Kind.NOT_STATED


def _identifiers(row: Row, kind: Kind) -> tuple[Identifier, ...]:
    """Every number of the row; a placeholder such as N/A is none.

    A person that bears a number of the IMO bears one of registered owners.
    """
    holds_ships = kind in LEGAL_KINDS or kind is Kind.PERSON
    schemes = {column: column for column in _NUMBERS} | {"imo": "company_imo" if holds_ships else "imo"}
    if kind is Kind.VESSEL:
        del schemes["company_imo"]
    countries = {"registration_number": _register(row, kind)}
    found = [
        number(row, scheme, value, country=countries.get(column, ""))
        for column, scheme in schemes.items()
        for value in row.values(column)
        if not is_placeholder(value)
    ]
    return tuple(dict.fromkeys(found))


def _register(row: Row, kind: Kind) -> str:
    """The country whose register gave the number: the row's, for a ship its flag; empty when there are several."""
    printed = row.values("country") or (row.values("flag") if kind is Kind.VESSEL else ())
    codes = {country_code(value) if len(value) < 100 else None for value in printed}
    return (codes.pop() or "") if len(codes) == 1 else ""


def _record_id(row: Row, numbers: tuple[Identifier, ...]) -> str:
    """The id of the row, else a decisive number that passes its check, else the name, else whatever number there is.

    A name alone does not tell two parties apart, so that the fingerprint behind it is of all cells that may.
    Placeholders and the other numbers tell even less: only rows that are the same throughout share such an id.
    """
    if given := given_id(row):
        return PREFIX + given
    for scheme in _DECISIVE:
        for candidate in numbers:
            if candidate.scheme == scheme and candidate.valid is Validity.OK:
                return f"{PREFIX}{scheme}-{candidate.value}"
    if row["name"] and not is_placeholder(row["name"]):
        return PREFIX + slug_with_fingerprint(row["name"], *(row[column] for column in _DISTINGUISHING))
    if not (row["name"] or numbers):
        raise Unusable("the row has neither id nor name nor number")
    return PREFIX + slug_with_fingerprint(row["name"] or f"{numbers[0].scheme} {numbers[0].raw}", *row.content)


def _facts(row: Row, kind: Kind) -> tuple[Fact, ...]:
    found = [Fact(column, value, country(row, column, value)) for column in _COUNTRIES for value in row.values(column)]
    found += [
        Fact(column, value, when=date_value(row, column, value)) for column in _DATES for value in row.values(column)
    ]
    found += [Fact(column, value) for column in _TEXTS for value in row.values(column)]
    notes = [("company_imo", row["company_imo"])] if kind is Kind.VESSEL and row["company_imo"] else []
    return (*found, *(Fact("note", f"{column}: {cell}") for column, cell in (*notes, *row.further)))
