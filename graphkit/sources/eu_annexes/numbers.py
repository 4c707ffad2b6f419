"""The numbers of a party in an EU annex, each under its scheme.

`registrationNumber` holds whatever the annex prints: `7704730655 (Tax ID/INN)`, `CR No. 3176428`, `5478431, issued
March 2009`, and in the North Korea regulation the bare seven digits of a company's IMO number. The printed label
decides, then the check digit; a bare number that passes no check keeps the general scheme `registration_number` with
the country of its party.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from graphkit.model.countries import country_code
from graphkit.model.identifiers import Identifier, identifier
from graphkit.model.vocabulary import LEGAL_KINDS, Kind, Validity
from graphkit.sources.eu_annexes.cells import country_named, country_of, values
from graphkit.sources.eu_annexes.rows import Row

_SCHEMES = (
    ("innCode", "ru_inn"),
    ("ogrnCode", "ru_ogrn"),
    ("okpoCode", "ru_okpo"),
    ("leiCode", "lei"),
    ("swiftBic", "swift"),
    ("taxNumber", "tax_id"),
    ("mmsi", "mmsi"),
)
NUMBER_COLUMNS = frozenset({"registrationNumber", "passportNumber", "idNumber", *(column for column, _ in _SCHEMES)})
"""Columns that are read here for every kind of party; `imoNumber` only where the kind says which IMO number it is."""

_NORTH_KOREA = "EU-PRK"
_DOCUMENTS = frozenset({"passport", "national_id", "identification_number"})
_WITH_COUNTRY = frozenset({"tax_id", "registration_number", "national_id", "identification_number"})
_DIGITS = re.compile(r"\d[\d./-]*\d")
_SEVERAL = re.compile(r";(?![^()]*\))\s*|\s+/\s+|(?<=\)),\s*")
_LABEL_BEHIND = re.compile(r"^(?P<number>[^()]+?)\s*\((?P<label>.+)\)$")
# Letters in front that are no such label belong to the number, as in Cyprus's "HE 372583".
_LABEL_BEFORE = re.compile(
    r"^(?P<label>[A-Z. ]*\b(?:no|number|imo|inn|ogrn|tin|uscc))[:.\s]*(?P<number>\d[\w-]*)$", re.IGNORECASE
)
_REMARK = re.compile(r"\s*(?:\(.*|,.*|\b(?:expires|expired|issued|valid)\b.*)$", re.IGNORECASE)
_ISSUED = re.compile(r"\bissued (?:by|in) (?:the )?(?P<country>[^();,]+?)(?: on .*)?(?=[();,]|$)", re.IGNORECASE)
_COMPANY_IMO = re.compile(r"Company Number\s*(?:IMO|:)\s*(?:No\.?\s*)?(\d{5,8})", re.IGNORECASE)
_TAX = frozenset({"INN", "TIN", "TAX"})
_CHINESE = frozenset({"USCC", "UNCC", "UNIFIED"})
_HONG_KONG = frozenset({"CR", "CRN", "BRN"})


def numbers_of(row: Row, kind: Kind) -> tuple[Identifier, ...]:
    """Every number of a row, also those that fail their check; equal ones once."""
    return tuple(dict.fromkeys(_numbers(row, kind)))


def imo_scheme(kind: Kind) -> str:
    """Which IMO number `imoNumber` is, by the kind of party and never by the digits; empty when the kind is open."""
    return "imo" if kind is Kind.VESSEL else "company_imo" if kind in LEGAL_KINDS else ""


def company_imo_in(address: str) -> str:
    """The number in an address cell that says `Company Number IMO 5434358`; empty when it is an address."""
    found = _COMPANY_IMO.fullmatch(address.strip(" ."))
    return found[1] if found else ""


def _numbers(row: Row, kind: Kind) -> Iterator[Identifier]:
    countries = _countries(row)
    country = next(iter(countries)) if len(countries) == 1 else ""
    own = "national_id" if kind is Kind.PERSON else "identification_number"
    columns = (("imoNumber", imo_scheme(kind)), *_SCHEMES, ("idNumber", own))
    for column, scheme in columns:
        for printed in values(row.cell(column)) if scheme else ():
            yield _number(scheme, printed, country if scheme in _WITH_COUNTRY else "")
    for printed in _split(row.cell("registrationNumber")):
        yield _registered(printed, countries, north_korea=row.cell("programKey") == _NORTH_KOREA)
    for printed in _split(row.cell("passportNumber")):
        issued = _ISSUED.search(printed)
        yield _number("passport", printed, (country_code(issued["country"]) or "") if issued else "")
    for address in values(row.cell("address")):
        if number := company_imo_in(address):
            yield identifier("company_imo", number)


def _countries(row: Row) -> frozenset[str]:
    """The countries whose registers a national number of this party can stand in."""
    for column in ("jurisdiction", "country", "nationality"):
        if row.cell(column):
            return frozenset(filter(None, (country_named(value) for value in values(row.cell(column)))))
    return frozenset(filter(None, (country_of(address) for address in values(row.cell("address")))))


def _split(cell: str) -> list[str]:
    return [piece.strip(" .,") for value in values(cell) for piece in _SEVERAL.split(value) if piece.strip(" .,")]


def _number(scheme: str, printed: str, country: str) -> Identifier:
    """The number before the remarks (`836110034 (diplomatic)`), with the printed form beside it.

    The number of a document may stand behind its country: `Iran (Islamic Republic of) 0035-11785, issued in ...`.
    """
    bare = _REMARK.sub("", printed)
    if scheme in _DOCUMENTS and not _DIGITS.search(bare) and (found := _DIGITS.search(printed)):
        bare = found[0]
    return replace(identifier(scheme, bare or printed, country=country), raw=printed)


def _registered(printed: str, countries: frozenset[str], *, north_korea: bool) -> Identifier:
    found = _LABEL_BEHIND.match(printed) or _LABEL_BEFORE.match(printed)
    number = found["number"] if found else _REMARK.sub("", printed)
    words = set(re.findall(r"[A-Z]+", found["label"].upper())) if found else set()
    country = _register(words, countries)
    scheme = _labelled(words, number, country) if words else _recognised(number, country, north_korea=north_korea)
    return replace(identifier(scheme, number, country=country if scheme in _WITH_COUNTRY else ""), raw=printed)


def _register(words: set[str], countries: frozenset[str]) -> str:
    """The one country whose number it can be; Hong Kong's labels decide where mainland China is named as well."""
    if words & _HONG_KONG and countries and countries <= {"HK", "CN"}:
        return "HK"
    return next(iter(countries)) if len(countries) == 1 else ""


def _labelled(words: set[str], number: str, country: str) -> str:
    """The scheme that a label names. The annex says "Tax ID/INN" of Uzbek and Turkish tax numbers too."""
    if "IMO" in words:
        return "company_imo"
    if "OGRN" in words:
        return "ru_ogrn"
    if words & _CHINESE:
        return "cn_uscc"
    if words & _TAX:
        return "ru_inn" if country == "RU" or (not country and _passes("ru_inn", number)) else "tax_id"
    return "registration_number"


def _recognised(number: str, country: str, *, north_korea: bool) -> str:
    """The scheme of a number without a label: where it is used, and whether it passes the check there."""
    if north_korea and _passes("company_imo", number):
        return "company_imo"
    russian = ("ru_inn", "ru_ogrn") if country in {"RU", ""} else ()
    return next((scheme for scheme in (*russian, "cn_uscc") if _passes(scheme, number)), "registration_number")


def _passes(scheme: str, number: str) -> bool:
    return identifier(scheme, number).valid is Validity.OK
