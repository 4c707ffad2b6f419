"""The rows of any table as parties to be looked for: which column says what, and what a row says of whom.

A row speaks of one party with all its evidence (a ship, a customer), and may name others in columns of their own
(owner, manager, consignee), each of which is looked for by its name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphkit.errors import WrongUse
from graphkit.model.identifiers import identifier
from graphkit.model.placeholders import is_placeholder
from graphkit.model.vocabulary import Validity

if TYPE_CHECKING:
    from graphkit.resolve.said import Said

Row = tuple[int, dict[str, str]]

_VESSEL, _LEGAL, _PERSON, _ANY = "vessel", "legal", "person", "any"
CLASS_OF_WORD: Mapping[str, str] = {
    **dict.fromkeys(("vessel", "ship", "boat"), _VESSEL),
    **dict.fromkeys(("company", "organization", "organisation", "corporate", "legal entity", "business"), _LEGAL),
    **dict.fromkeys(("person", "individual", "natural person"), _PERSON),
}
_NUMBERS = ("imo", "company_imo", "mmsi", "call_sign", "lei", "registration_number")
_CHECKED = ("imo", "company_imo", "lei")
FIELDS = (
    *("name", "aliases", "former_names", *_NUMBERS, "kind", "flag", "country", "birth_date", "address", "type"),
    *("built", "gt", "dwt"),
)
PARTY = "party"
_KNOWN_OTHERWISE = frozenset({"id", "source", "visibility", "dissolved"})
# Names of columns that tell what the party in them is; "" for one that may be anything.
_NAME_COLUMNS: Mapping[str, str] = {
    **dict.fromkeys(("vesselname", "shipname", "vessel", "ship"), _VESSEL),
    **dict.fromkeys(("companyname", "legalname", "company"), _LEGAL),
}
_PARTY_COLUMNS = frozenset(
    "customer customername client clientname counterparty counterpartyname party partyname entity entityname "
    "vessel ship company organisation organization person beneficiary supplier buyer seller consignee "
    "consignor shipper notifyparty charterer owner ownername registeredowner beneficialowner shipowner "
    "groupowner manager shipmanager commercialmanager technicalmanager ismmanager operator director agent".split()
)
_FURTHER_NAMES = frozenset("originalname nameoriginal localname nativename nameoriginalscript".split())
_LONGEST_NAME = 500
_LEAST_SURE = 0.8  # of the cells of a column without a known name that must pass a check digit


@dataclass(frozen=True, slots=True)
class ScreenColumns:
    """field: column of the contract to the columns of the table that say it. parties: columns that name further
    parties, with the class of each. rest: columns that are looked through for numbers alone.
    """

    fields: Mapping[str, tuple[str, ...]]
    parties: Mapping[str, str]
    rest: tuple[str, ...]
    name_class: str

    def told(self) -> dict[str, str]:
        """Each column of the table and what it was read as."""
        said = {column: name for name, columns in self.fields.items() for column in columns}
        return {**said, **dict.fromkeys(self.parties, PARTY), **dict.fromkeys(self.rest, "numbers in text")}


def screen_columns(header: Sequence[str], sample: Iterable[Row], named: Mapping[str, str]) -> ScreenColumns:
    """How the columns of a table are read: as `named` says, else by their names, else by the numbers in `sample`.

    named: a field of FIELDS, or PARTY, to a column of the table.

    Raises:
        WrongUse: a named column or field does not exist, or no column holds names or numbers.
    """
    from graphkit.sources.plain_tables.columns import column_key, columns_of

    _check(header, named)
    fields: dict[str, tuple[str, ...]] = {name: (column,) for name, column in named.items() if name != PARTY}
    parties = {named[PARTY]: _ANY} if PARTY in named else {}
    taken = {*named.values()}
    rest = []
    for column, known in zip(header, columns_of(header, "entities"), strict=True):
        key = column_key(column)
        if column in taken:
            continue
        if known in FIELDS and known not in fields:
            fields[known] = (column,)
        elif key in _FURTHER_NAMES:
            fields["aliases"] = (*fields.get("aliases", ()), column)
        elif key in _PARTY_COLUMNS or known == "name":
            parties[column] = _NAME_COLUMNS.get(key, _ANY)
        elif known not in _KNOWN_OTHERWISE:
            rest.append(column)
    _by_values(fields, rest, list(sample))
    if "name" not in fields and parties:
        first = next(iter(parties))
        fields["name"] = (first,)
        del parties[first]
    elif not fields and len(header) == 1:
        fields["name"], rest = (header[0],), []
    if not ({"name", *_NUMBERS} & fields.keys()):
        raise WrongUse(
            f"No column is known to hold names or numbers; the columns are {', '.join(header) or 'none'}. "
            "Say which, as in --column name=COLUMN or --column imo=COLUMN."
        )
    name_class = _NAME_COLUMNS.get(column_key(fields["name"][0]), _ANY) if "name" in fields else _ANY
    return ScreenColumns(fields, parties, tuple(rest), name_class)


def _check(header: Sequence[str], named: Mapping[str, str]) -> None:
    for name, column in named.items():
        if name not in {*FIELDS, PARTY}:
            raise WrongUse(
                f"--column {name}={column}: there is no field {name!r}; they are {', '.join(FIELDS)}, {PARTY}."
            )
        if column not in header:
            raise WrongUse(f"--column {name}={column}: the table has no such column; it has {', '.join(header)}.")


def _by_values(fields: dict[str, tuple[str, ...]], rest: list[str], sample: list[Row]) -> None:
    """Columns without a known name whose cells pass the check digit of one scheme are that number's."""
    for column in list(rest):
        cells = [cell for _, row in sample if (cell := row.get(column, "").strip())]
        for scheme in _CHECKED:
            passed = sum(_number(scheme, cell) != "" for cell in cells)
            if scheme not in fields and len(cells) > 1 and passed >= _LEAST_SURE * len(cells):
                fields[scheme] = (column,)
                rest.remove(column)
                break


def _number(scheme: str, cell: str) -> str:
    number = identifier(scheme, cell)
    return number.value if number.valid in {Validity.OK, Validity.UNCHECKED} else ""


@dataclass(slots=True)
class Subjects:
    """The parties that some rows speak of, as columns of one length. row: place of the row; column: where its name, or
    its first number, stands.
    """

    row: list[int] = field(default_factory=list)
    column: list[str] = field(default_factory=list)
    name_class: list[str] = field(default_factory=list)
    cells: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in FIELDS})

    def add(self, row: int, column: str, name_class: str, cells: Mapping[str, str]) -> None:
        """One more party."""
        self.row.append(row)
        self.column.append(column)
        self.name_class.append(name_class)
        for name, column_cells in self.cells.items():
            column_cells.append(cells.get(name, ""))

    def said(self) -> "Said":
        """What they say, as the resolution reads it."""
        from dataclasses import replace

        import numpy as np
        import pandas as pd

        from graphkit.resolve.flat_table import said_of

        frame = pd.DataFrame({name: cells for name, cells in self.cells.items() if name != "kind"}, dtype=object)
        return replace(said_of(frame, kind="company"), name_class=np.array(self.name_class, dtype=object))


class RowReader:
    """Rows to the parties that they speak of. kind: of rows that state none."""

    def __init__(self, columns: ScreenColumns, kind: str = "") -> None:
        self._columns = columns
        self._kind = CLASS_OF_WORD.get(kind, _ANY)

    def add(self, place: int, row: Mapping[str, str], subjects: Subjects) -> tuple[str, ...]:
        """Add the parties of one row; returns what could not be used of it, in words."""
        notes: list[str] = []
        cells = {
            name: "; ".join(filter(None, self._cells(row, columns))) for name, columns in self._columns.fields.items()
        }
        self._check_numbers(cells, notes)
        cells["name"] = _name(cells.get("name", ""), notes)
        if any(cells.get(name) for name in ("name", "aliases", "former_names", *_NUMBERS)):
            subjects.add(place, self._column_of(cells), self._class_of(cells), cells)
        for column, name_class in self._columns.parties.items():
            if name := _name(row.get(column, "").strip(), notes):
                subjects.add(place, column, name_class, {"name": name})
        return tuple(notes)

    def text(self, row: Mapping[str, str]) -> str:
        """What is looked through for numbers: the columns of no other use, and the names."""
        named = self._columns.fields.get("name", ())
        return " | ".join(cell for column in (*self._columns.rest, *named) if (cell := row.get(column, "")))

    @staticmethod
    def _cells(row: Mapping[str, str], columns: tuple[str, ...]) -> list[str]:
        return [row.get(column, "").strip() for column in columns]

    def _column_of(self, cells: Mapping[str, str]) -> str:
        stated = next(name for name in ("name", "aliases", "former_names", *_NUMBERS) if cells.get(name))
        columns = self._columns.fields.get(stated) or self._columns.fields["imo"]  # where a company's number stood
        return columns[0]

    def _class_of(self, cells: Mapping[str, str]) -> str:
        """What the row says it is, else what its columns and numbers tell, else what was said of all rows."""
        for name in ("kind", "type"):
            if found := CLASS_OF_WORD.get(cells.get(name, "").lower()):
                return found
        if self._kind != _ANY:
            return self._kind
        if self._columns.name_class != _ANY:
            return self._columns.name_class
        if any(cells.get(name) for name in ("imo", "mmsi", "call_sign", "flag", "dwt", "gt")):
            return _VESSEL
        if any(cells.get(name) for name in ("company_imo", "lei", "registration_number")):
            return _LEGAL
        return _PERSON if cells.get("birth_date") else _ANY

    def _check_numbers(self, cells: dict[str, str], notes: list[str]) -> None:
        """Leave out numbers that are none, and take a company's IMO number out of the column of ships' numbers."""
        for scheme in _NUMBERS:
            kept = []
            for part in (part.strip() for part in cells.get(scheme, "").split(";")):
                if not part or is_placeholder(part):
                    continue
                if _number(scheme, part):
                    kept.append(part)
                elif scheme == "imo" and _number("company_imo", part):
                    cells["company_imo"] = "; ".join(filter(None, (cells.get("company_imo", ""), part)))
                else:
                    notes.append(f"{scheme} {part[:40]!r} is no such number, or its check digit is wrong; not used")
            if scheme in cells:
                cells[scheme] = "; ".join(kept)


def _name(cell: str, notes: list[str]) -> str:
    """A name as it is looked for; "" for UNKNOWN and the like."""
    if cell and is_placeholder(cell):
        notes.append(f"{cell[:40]!r} stands for a name and is none")
        return ""
    if len(cell) > _LONGEST_NAME:
        notes.append(f"a name of {len(cell):,} signs was cut after {_LONGEST_NAME}")
    return cell[:_LONGEST_NAME]
