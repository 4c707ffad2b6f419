"""What one cell of an EU annex holds: several values, lettered values, dates, and the country of an address.

The tables print a cell's values with semicolons between them; a value that holds a semicolon itself stands in doubled
quotes. The annexes also letter them, `(a) 1964 (b) 28.8.1962`, and leave alternatives in words, `1954 or 1955.`.
Nothing is thrown away here: a piece that fits no form is returned as it is printed.
"""

import csv
import re

from graphkit.errors import DateError
from graphkit.model.countries import country_code
from graphkit.model.dates import When, parse_when

_LETTERED = re.compile(r"^\(?a\)\s*\S")
_LETTER = re.compile(r"(?:^|[\s,;]+)\(?[a-h]\)\s*")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_YEARS = re.compile(r"^(?:between\s+)?(\d{4})\s*(?:-|–|and)\s*(\d{4})$", re.IGNORECASE)
_ALTERNATIVES = re.compile(r"\s+or\s+|\s+and\s+|\s*/\s*|\s*[,;]\s*")
_PEOPLES = {
    "afghan": "AF", "algerian": "DZ", "belarusian": "BY", "chinese": "CN", "egyptian": "EG", "iranian": "IR",
    "iraqi": "IQ", "kazakh": "KZ", "lebanese": "LB", "libyan": "LY", "north korean": "KP", "russian": "RU",
    "somali": "SO", "south sudanese": "SS", "sudanese": "SD", "syrian": "SY", "turkish": "TR", "ukrainian": "UA",
    "venezuelan": "VE", "yemeni": "YE", "zimbabwean": "ZW",
}  # fmt: skip
_SHORT_NAMES = frozenset({"UK", "UAE", "USA", "PRC", "DRC"})
_NOT_THE_COUNTRY = frozenset({"inner", "new", "northern", "north", "south", "east", "west", "upper", "lower"})
_LONGEST_NAME = 5
_NO_PLACE = re.compile(r"[\d -]*|P\.? ?O\.? ?Box.*", re.IGNORECASE)


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell in their order, without their quotes; the repeated and the empty ones left out."""
    if cell.count('"') % 2:  # a quote that is never closed would hide every semicolon after it
        pieces = cell.split(";")
    else:
        pieces = next(csv.reader([cell], delimiter=";", skipinitialspace=True), [])
    found = (piece.strip() for value in pieces for piece in _unlettered(value.strip()))
    return tuple(dict.fromkeys(piece for piece in found if piece))


def _unlettered(value: str) -> list[str]:
    return [piece.rstrip(" ,;") for piece in _LETTER.split(value)] if _LETTERED.match(value) else [value]


def dates(text: str) -> tuple[tuple[str, When | None], ...]:
    """The dates that a value may mean, each as printed with its bounds; None where it cannot be read.

    `1954 or 1955` are two dates, `1967-1969` is one that is not known better.
    """
    whole = _when(text)
    if whole:
        return ((text, whole),)
    pieces = [(piece, _when(piece)) for piece in _ALTERNATIVES.split(text.rstrip(" ."))]
    return tuple(pieces) if all(when for _, when in pieces) else ((text, None),)


def _when(text: str) -> When | None:
    if "hijri" in text.lower():
        return None  # a year of another calendar would be read as one of ours
    plain = _IN_BRACKETS.sub("", text.strip(" ."))
    try:
        return parse_when(_YEARS.sub(r"\1..\2", plain))
    except DateError:
        return None


def country_named(text: str) -> str:
    """ISO 3166 letters of a country (`DPRK.`) or of a people (`Russian`); empty when it is neither."""
    plain = text.strip(" .")
    return country_code(plain) or _PEOPLES.get(plain.lower(), "")


def country_of(address: str) -> str:
    """ISO 3166 letters of the country that an address ends with; empty when it ends with none.

    `Hong Kong, China` is Hong Kong. A region that is called after a country (`Inner Mongolia`) is not that country, two
    letters at the end are a street or a state more often than a country, and `DPRK, China` is nobody's one address.
    """
    text = address.strip(" .,;")
    return _last_country(text.split(",")) or _last_country(_IN_BRACKETS.sub("", text).split(","))


def _last_country(parts: list[str]) -> str:
    while len(parts) > 1 and _NO_PLACE.fullmatch(parts[-1].strip()):
        parts = parts[:-1]
    if joined := _code(",".join(parts[-2:])):
        return joined
    codes = {_code(part) for part in parts}
    if len(codes) > 1 and "" not in codes:
        return ""
    last = parts[-1].strip().rstrip("0123456789 ")
    return _code(last) or _code(last.partition("/")[0]) or _code_of_last_words(last)


def _code(name: str) -> str:
    letters = re.sub(r"[^A-Za-z]", "", name)
    return (country_code(name) or "") if len(letters) > 3 or letters in _SHORT_NAMES else ""


def _code_of_last_words(part: str) -> str:
    """`Pyongyang DPRK` has no comma before its country."""
    words = part.split()
    for first in range(max(1, len(words) - _LONGEST_NAME), len(words)):
        if words[first - 1].lower() not in _NOT_THE_COUNTRY and (code := _code(" ".join(words[first:]))):
            return code
    return ""
