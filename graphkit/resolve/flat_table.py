"""One flat table of records, such as a spreadsheet of sightings, in plain columns: no case and no statements."""

from collections.abc import Callable, Iterable
from datetime import date

import numpy as np
import pandas as pd

from graphkit.model.countries import country_code
from graphkit.model.identifiers import identifier
from graphkit.model.vessel_types import type_group
from graphkit.model.vocabulary import NameKind, Validity
from graphkit.names.company_names import company_form
from graphkit.resolve.addresses import read_address
from graphkit.resolve.classes import ANY, CLASS_OF_KIND, LEGAL, VESSEL
from graphkit.resolve.ragged import Floats, Ragged, Texts
from graphkit.resolve.said import SHORTEST_NUMBER, Column, Said, numbers_of

NAMES = {"name": NameKind.PRIMARY, "aliases": NameKind.ALIAS, "former_names": NameKind.FORMER}
NUMBERS = ("imo", "company_imo", "lei", "mmsi", "call_sign")
PARTNERS = ("owner", "manager", "operator", "director")
MEASURES = ("dwt", "gt", "built")
COLUMNS = (
    *("kind", *NAMES, *NUMBERS, "registration_number", "flag", "country", "address", "birth_date", "type"),
    *(*MEASURES, *PARTNERS),
)
"""The columns that are read, by the names of the contract's entities table, and four of link partners."""
_AFLOAT = ("imo", "mmsi", "call_sign", "flag", "type", "dwt", "gt", "built")
_ASHORE = ("company_imo", "lei", "registration_number", "birth_date")

Values = Callable[[str], Iterable[str]]


def said_of(table: pd.DataFrame, *, kind: str = "", ids: Texts | None = None) -> Said:
    """What the rows say. table: text cells, "" where nothing is stated, in COLUMNS; several values in a cell but
    that of the name are separated by ";". kind: of rows that state none; without it a table with columns of ships is
    one of ships.

    ids: what the rows are called in what is told of them; without it their numbers as text of one length, so that
    their order is that of the rows.
    """
    name_class = _classes(table, kind)
    return Said(
        ids=_row_numbers(len(table)) if ids is None else ids,
        name_class=name_class,
        names={
            name_kind: _column(table, column, _whole if column == "name" else _parts)
            for column, name_kind in NAMES.items()
        },
        values={
            **{scheme: _column(table, scheme, _number(scheme)) for scheme in NUMBERS},
            "company_number": _column(table, "registration_number", _register_number),
            "flag": _column(table, "flag", _code),
            "country": _column(table, "country", _code),
            **_addresses(table),
            "birth_day": _column(table, "birth_date", _birth_day),
            "birth_year": _column(table, "birth_date", _birth_year),
            "type": _column(table, "type", lambda text: filter(None, (type_group(text),))),
            "partner": Column.joined(_column(table, role, _partner(role)) for role in PARTNERS),
        },
        measures={piece: _measure(table, piece) for piece in MEASURES},
    )


def _row_numbers(size: int) -> Texts:
    return np.array([f"{row:0{len(str(size))}}" for row in range(size)], dtype=object)


def _classes(table: pd.DataFrame, kind: str) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
    """The class of each row: what it states, else what was asked for, else what the columns tell."""
    told = {str(each): name_class for each, name_class in CLASS_OF_KIND.items() if name_class != ANY}
    if kind:
        default = told[kind]
    else:
        afloat = any(_filled(table, column) for column in _AFLOAT) and not any(_filled(table, c) for c in _ASHORE)
        default = VESSEL if afloat else LEGAL
    if "kind" not in table:
        return np.full(len(table), default, dtype=object)
    codes, words = pd.factorize(table["kind"])
    return np.array([told.get(str(word).strip().lower(), default) for word in words], dtype=object)[codes]


def _filled(table: pd.DataFrame, column: str) -> bool:
    return column in table and bool(table[column].ne("").any())


def _column(table: pd.DataFrame, column: str, values: Values) -> Column:
    """The values of a column, worked out once per distinct cell."""
    if column not in table:
        return Column.of((), ())
    codes, cells = pd.factorize(table[column])
    of_cell = [list(values(str(cell))) if cell else [] for cell in cells]
    texts = np.array([value for each in of_cell for value in each], dtype=object)
    start = np.cumsum([0, *map(len, of_cell)])
    place, rows = Ragged(start, np.arange(len(texts))).taken(codes.astype(np.int64))
    return Column(rows, texts[place])


def _addresses(table: pd.DataFrame) -> dict[str, Column]:
    """The houses and the places of the addresses, each distinct one read once."""
    if "address" not in table:
        return {}
    read = {cell: read_address(str(cell)) for cell in table["address"].unique() if cell}
    return {
        "address": _column(table, "address", lambda text: filter(None, (read[text].building,))),
        "place": _column(table, "address", lambda text: read[text].places),
    }


def _parts(cell: str) -> Iterable[str]:
    return (part for each in cell.split(";") if (part := each.strip()))


def _whole(cell: str) -> Iterable[str]:
    return (cell,)


def _number(scheme: str) -> Values:
    def values(cell: str) -> Iterable[str]:
        for part in _parts(cell):
            number = identifier(scheme, part)
            if number.valid in {Validity.OK, Validity.UNCHECKED} and number.value:
                yield number.value

    return values


def _register_number(cell: str) -> Iterable[str]:
    return (value for value in _number("registration_number")(cell) if len(value) >= SHORTEST_NUMBER)


def _code(cell: str) -> Iterable[str]:
    return filter(None, (country_code(part) for part in _parts(cell)))


def _birth_day(cell: str) -> Iterable[str]:
    try:
        return (date.fromisoformat(cell.strip()).isoformat(),)
    except ValueError:
        return ()


def _birth_year(cell: str) -> Iterable[str]:
    return (cell[:4],) if cell[:4].isdigit() and len(cell) >= 4 else ()


def _partner(role: str) -> Values:
    return lambda cell: (f"{role} {key}" for part in _parts(cell) if (key := company_form(part).key))


def _measure(table: pd.DataFrame, piece: str) -> Floats:
    return numbers_of(table[piece]) if piece in table else np.full(len(table), np.nan)
