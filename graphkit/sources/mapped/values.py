"""What the values of a column are, whatever is printed over it: numbers that pass a check, dates, percentages, flags.

A column is of a kind when nearly all of its values are, and two at least: seven digits pass a check by chance one time
in ten.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from graphkit.errors import DateError
from graphkit.model.countries import country_code
from graphkit.model.dates import parse_when
from graphkit.model.identifiers import flag_of_mmsi, identifier
from graphkit.model.vocabulary import Validity

_NEARLY_ALL: Final = 0.9
_ENOUGH: Final = 2
_LONGEST: Final = 60


def _passes(scheme: str) -> Callable[[str], bool]:
    return lambda text: identifier(scheme, text).valid is Validity.OK


def _is_mmsi(text: str) -> bool:
    found = identifier("mmsi", text)
    return found.valid is Validity.OK and flag_of_mmsi(found.value) is not None


def _is_date(text: str) -> bool:
    try:
        return bool(re.search(r"[0-9]", text)) and parse_when(text) is not None
    except (DateError, OverflowError):
        return False


def _is_percentage(text: str) -> bool:
    found = re.fullmatch(r"([0-9]{1,3}(?:[.,][0-9]+)?)\s*%", text)
    return bool(found) and float(found[1].replace(",", ".")) <= 100 if found else False


def _is_flag(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]{2}", text)) and country_code(text) is not None


_KINDS: Final[Mapping[str, Callable[[str], bool]]] = {
    "imo": _passes("imo"),
    "company_imo": _passes("company_imo"),
    "mmsi": _is_mmsi,
    "share": _is_percentage,
    "flag": _is_flag,
    "date": _is_date,
}
WORDS: Final[Mapping[str, str]] = {
    "imo": "its values pass the check of ship numbers",
    "company_imo": "its values pass the check of company numbers",
    "mmsi": "its values are numbers of ship stations with a country's digits",
    "share": "its values are percentages",
    "flag": "its values are countries' letters",
    "date": "its values are dates",
}
"""What a person is told of a kind."""


def kind_of(values: Sequence[str]) -> str:
    """The kind of a column's values; empty when they are of none, or of two that cannot be told apart."""
    printed = [value for value in dict.fromkeys(values) if value and len(value) <= _LONGEST]
    if len(printed) < _ENOUGH:
        return ""
    shares = {kind: sum(map(test, printed)) / len(printed) for kind, test in _KINDS.items()}
    found = [kind for kind, share in shares.items() if share >= _NEARLY_ALL]
    return "" if {"imo", "company_imo"} <= set(found) else next(iter(found), "")
