"""Numbers of ships and companies: parse, check digit, and the flag that an MMSI claims.

Every number is kept three ways: as printed, normalised, and with the result of its check. A number that fails is kept
as evidence of a misprint or of a falsified hull and never decides who is who. IMO ship numbers and IMO company numbers
share a form and differ in their check digit; which of them a number is follows from the kind of record, never from its
digits.
"""

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from stdnum import imo as stdnum_imo

from graphkit.errors import IdentifierError, WrongCheckDigit
from graphkit.model.register_numbers import (
    parse_brn,
    parse_inn,
    parse_lei,
    parse_ogrn,
    parse_uscc,
    plain,
)
from graphkit.model.vocabulary import Validity

_SEVEN_DIGITS = re.compile(r"(?<!\d)\d{7}(?!\d)")
_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")
_NO_NUMBER = "0000000"
_COMPANY_WEIGHTS = (8, 6, 4, 2, 9, 7)


@dataclass(frozen=True, slots=True)
class Identifier:
    """One number as a source prints it.

    scheme: `imo`, `company_imo`, `mmsi`, `call_sign`, `lei`, `ru_inn`, ...; national numbers carry their country.
    value: normalised; equal values of one scheme and country are the same number. Empty when there is none to compare.
    """

    scheme: str
    raw: str
    value: str
    valid: Validity
    country: str = ""


def parse_ship_imo(text: str) -> str:
    """The seven digits of a ship's IMO number, check digit verified.

    Accepts "IMO 7303803", "imo7303803" and "7303803". The check digit is the last figure of the sum of the first six
    digits weighted 7 to 2: for 7303803 the sum is 103. Company IMO numbers follow another rule; see parse_company_imo.

    Raises:
        IdentifierError: not seven digits, or the check digit does not fit. 0000000 passes the sum and is no number.

    Source: IMO ship identification number scheme, resolution A.1117(30).
    """
    digits = _seven_digits(text, "ship IMO")
    if not stdnum_imo.is_valid(digits):
        raise WrongCheckDigit(f"ship IMO {text.strip()!r} has a wrong check digit")
    return digits


def parse_company_imo(text: str) -> str:
    """The seven digits of a company's IMO number, check digit verified.

    Digits one to six are weighted 8, 6, 4, 2, 9, 7; the check digit is (11 - sum mod 11) mod 10: for 5676084 the sum is
    172, 172 mod 11 = 7, and 11 - 7 = 4. python-stdnum has no module for it.

    Raises:
        IdentifierError: not seven digits, or the check digit does not fit.

    Source: IMO unique company and registered owner identification number scheme, resolution MSC.160(78).
    """
    digits = _seven_digits(text, "company IMO")
    total = sum(weight * int(digit) for weight, digit in zip(_COMPANY_WEIGHTS, digits[:6], strict=True))
    if (11 - total % 11) % 10 != int(digits[6]):
        raise WrongCheckDigit(f"company IMO {text.strip()!r} has a wrong check digit")
    return digits


def _seven_digits(text: str, what: str) -> str:
    printed = plain(text)
    found = _SEVEN_DIGITS.search(printed)
    if not found or len(re.sub(r"\D", "", printed)) != 7:
        raise IdentifierError(f"{what} {text.strip()!r} is not seven digits")
    if found[0] == _NO_NUMBER:
        raise IdentifierError(f"{what} {_NO_NUMBER} is broadcast by thousands of ships and is no number")
    return found[0]


def parse_mmsi(text: str) -> str:
    """Nine digits of a Maritime Mobile Service Identity; there is no check digit.

    Raises:
        IdentifierError: not nine digits, or a filler such as 000000000 or 123456789.
    """
    printed = re.sub(r"[\s\-.]", "", plain(text))
    found = _NINE_DIGITS.search(printed)
    if not found or len(re.sub(r"\D", "", printed)) != 9:
        raise IdentifierError(f"MMSI {text.strip()!r} is not nine digits")
    digits = found[0]
    if len(set(digits)) == 1 or digits == "123456789":
        raise IdentifierError(f"MMSI {digits} is a filler and no number")
    return digits


def parse_call_sign(text: str) -> str:
    """A radio call sign in capitals without blanks and hyphens: lists print "5IM 592" and "5IM592" for one.

    Raises:
        IdentifierError: not three to seven letters and digits.
    """
    sign = re.sub(r"[\s\-.]", "", plain(text)).upper()
    if not re.fullmatch(r"[A-Z0-9]{3,7}", sign):
        raise IdentifierError(f"call sign {text.strip()!r} is not three to seven letters and digits")
    return sign


_PARSERS: Mapping[str, Callable[[str], str]] = {
    "imo": parse_ship_imo,
    "company_imo": parse_company_imo,
    "mmsi": parse_mmsi,
    "call_sign": parse_call_sign,
    "lei": parse_lei,
    "ru_inn": parse_inn,
    "ru_ogrn": parse_ogrn,
    "cn_uscc": parse_uscc,
    "kr_brn": parse_brn,
}


def identifier(scheme: str, text: str, *, country: str = "") -> Identifier:
    """A number with the result of its check; never raises.

    A number of an unchecked scheme keeps letters and digits only, so that "30-012-3456" and "300123456" are one.
    """
    printed = " ".join(text.split())
    parser = _PARSERS.get(scheme)
    if parser is None:
        value = re.sub(r"[\W_]", "", plain(printed)).upper()
        return Identifier(scheme, printed, value, Validity.UNCHECKED if value else Validity.BAD_FORMAT, country)
    try:
        return Identifier(scheme, printed, parser(printed), Validity.OK, country)
    except WrongCheckDigit:
        return Identifier(scheme, printed, "", Validity.BAD_CHECKSUM, country)
    except IdentifierError:
        return Identifier(scheme, printed, "", Validity.BAD_FORMAT, country)


@cache
def _countries_of_mid() -> dict[str, str]:
    table = resources.files("graphkit.model").joinpath("data", "mid.csv").read_text(encoding="utf-8")
    return {row["mid"]: row["iso2"] for row in csv.DictReader(table.splitlines())}


def flag_of_mmsi(mmsi: str) -> str | None:
    """The country whose digits a ship's MMSI carries, as ISO 3166 letters; None for other stations.

    A weak sign alone: lists keep the number of a former flag, so compare it with every flag the ship has had.
    """
    return _countries_of_mid().get(mmsi[:3]) if mmsi[:1] in set("234567") else None
