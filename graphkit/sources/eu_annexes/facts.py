"""The facts of a party in an EU annex: flags, countries, dates, addresses, contacts, and what fits no column of ours.

Nothing of a row is dropped: a column without a property of its own becomes a note that begins with the column's name.
"""

import re
from collections.abc import Iterator

from graphkit.model.countries import country_code
from graphkit.model.records import Fact
from graphkit.model.vocabulary import Kind
from graphkit.sources.eu_annexes.cells import country_named, country_of, dates, values
from graphkit.sources.eu_annexes.numbers import NUMBER_COLUMNS, company_imo_in, imo_scheme
from graphkit.sources.eu_annexes.rows import Row

_COUNTRIES = {"flag": "flag", "country": "country", "jurisdiction": "country", "nationality": "nationality"}
_DATES = {"birthDate": "birth_date", "incorporationDate": "incorporated"}
_TEXTS = {
    "birthPlace": "birth_place",
    "position": "position",
    "gender": "gender",
    "legalForm": "type",
    "website": "website",
    "notes": "note",
}
_OF_THE_LISTING = frozenset(
    "celex amendedCelex amendmentCelex recordId programKey annex measure startDate reason schema".split()
)
_NAMES = frozenset({"name", "alias", "weakAlias", "previousName"})
_READ_APART = frozenset({"address", "phone", "email"})
_KNOWN = frozenset({*_COUNTRIES, *_DATES, *_TEXTS, *_OF_THE_LISTING, *_NAMES, *_READ_APART, *NUMBER_COLUMNS})
_ADDRESS_LABEL = re.compile(r"^(?:alternate|alternative) address:\s*", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONES = re.compile(r"[;,. ]*\b(?:and|fax|tel|phone)\b[.: ]*|;|,\s*(?=\+|8 \()", re.IGNORECASE)
_PROGRAM = re.compile(r"EU-([A-Z]{3})")


def facts_of(row: Row, kind: Kind) -> tuple[Fact, ...]:
    """All facts of a row, the regime first."""
    return tuple(dict.fromkeys(_facts(row, kind)))


def unreadable(facts: tuple[Fact, ...]) -> list[Fact]:
    """Facts that should have a date or a country and whose words give none."""
    undated = [fact for fact in facts if fact.property in _DATES.values() and not fact.when]
    return [*undated, *(fact for fact in facts if fact.property in _COUNTRIES.values() and not fact.code)]


def regime(program: str) -> Fact:
    """The programme with the country that it is about: `EU-PRK` is about North Korea.

    `EU-UKR` lists those who act against Ukraine, so that its letters are not the country of anybody listed there.
    """
    found = _PROGRAM.fullmatch(program)
    about = (country_code(found[1]) or "") if found and found[1] != "UKR" else ""
    return Fact("regime", program, about)


def _facts(row: Row, kind: Kind) -> Iterator[Fact]:
    if program := row.cell("programKey"):
        yield regime(program)
    if kind is Kind.NOT_STATED and row.cell("schema"):
        yield Fact("type", row.cell("schema"))
    for column, prop in _COUNTRIES.items():
        yield from (Fact(prop, value, country_named(value)) for value in values(row.cell(column)))
    for column, prop in _DATES.items():
        for value in values(row.cell(column)):
            yield from (Fact(prop, printed, when=when) for printed, when in dates(value))
    for column, prop in _TEXTS.items():
        yield from (Fact(prop, value.rstrip(".") if prop == "gender" else value) for value in values(row.cell(column)))
    yield from (Fact("address", address, country_of(address)) for address in _addresses(row.cell("address")))
    yield from (Fact("phone", number) for number in _phones(row.cell("phone")))
    yield from (Fact("email", email) for email in _EMAIL.findall(row.cell("email")) or values(row.cell("email")))
    for column in row.cells:
        if column not in _KNOWN and not (column == "imoNumber" and imo_scheme(kind)):
            yield from (Fact("note", f"{column}: {value}") for value in values(row.cell(column)))


def _addresses(cell: str) -> Iterator[str]:
    """Each address; a value in quotes is taken apart at its semicolons only where every piece ends with a country."""
    for value in values(cell):
        pieces = [piece.strip() for piece in value.split(";") if piece.strip()]
        whole = pieces if all(country_of(piece) for piece in pieces) else [value]
        yield from (_ADDRESS_LABEL.sub("", address) for address in whole if not company_imo_in(address))


def _phones(cell: str) -> Iterator[str]:
    for value in values(cell):
        yield from (number for piece in _PHONES.split(value) if (number := piece.strip(" .,;")))
