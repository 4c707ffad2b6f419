"""The rows of an EU annex table, and the ids of their records.

One printed number is not one thing's: several rows share a `recordId`, some have none, and it moves when an entry is
deleted. An id is therefore made of the act, the annex and the ship's IMO number or the name, so that a row inserted
above changes none.
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import IdentifierError, SourceError
from graphkit.model.identifiers import parse_ship_imo
from graphkit.model.records import LoadReport
from graphkit.sources.eu_annexes.cells import values
from graphkit.sources.textfiles import csv_rows, text_of

PREFIX = "eu-oj"
_NEEDED = frozenset({"recordId", "annex", "measure", "schema", "name"})
_CELEX = re.compile(r"[0-9A-Z]{6,16}(?:\(\d+\))?")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LONGEST_SLUG = 80


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line that it begins on and its cells by column, blanks collapsed, empty cells left out."""

    line: int
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        """The text of a column, empty where the row or the file has none."""
        return self.cells.get(column, "")

    @property
    def celex(self) -> str:
        """The act whose annex lists the party: for a table of amendments, the act that is amended."""
        return self.cell("celex") or self.cell("amendedCelex")

    @property
    def act(self) -> str:
        """The act that was read: for a table of amendments, the amending one."""
        return self.cell("amendmentCelex") or self.celex

    @property
    def position(self) -> str:
        """Where the entry stands: annex and printed number, `XIV.A-2`, or the annex alone."""
        return "-".join(part for part in (self.cell("annex"), self.cell("recordId")) if part)

    @property
    def content(self) -> tuple[tuple[str, str], ...]:
        """Everything the row says, whatever the order of its columns."""
        return tuple(sorted(self.cells.items()))


def is_celex(text: str) -> bool:
    """Whether this is the number of an EU act, such as `32017R1509`; a corrigendum ends with `(01)`."""
    return bool(_CELEX.fullmatch(text))


def is_header(cells: Sequence[str]) -> bool:
    """Whether these are the column names of such a table."""
    columns = {cell.strip() for cell in cells}
    return columns >= _NEEDED and not columns.isdisjoint({"celex", "amendedCelex"})


def rows_of(path: Path, file: str, report: LoadReport) -> Iterator[Row]:
    """The rows that can be used, each once; the others are set aside with their lines.

    Raises:
        SourceError: the first row does not name the columns of an EU annex table.
    """
    table = csv_rows(text_of(path))
    first = next(table, None)
    header = (first.cells if first else None) or []
    if not is_header(header):
        needed = "celex or amendedCelex, recordId, annex, measure, schema, name"
        raise SourceError(f"{file} is no table of an EU annex: a first row with the columns {needed} was expected.")
    columns = [column.strip() for column in header]
    first_line: dict[tuple[tuple[str, str], ...], int] = {}
    for line, printed, text in ((each.line, each.cells, each.printed.strip()) for each in table):
        if printed is None:
            report.set_aside(file, line, "a quote in the row never closes", text)
            continue
        if len(printed) != len(columns):
            report.set_aside(file, line, f"{len(printed)} columns where {len(columns)} were expected", text)
            continue
        cells = {column: _plain(cell) for column, cell in zip(columns, printed, strict=True)}
        row = Row(line, {column: cell for column, cell in cells.items() if cell})
        if reason := _unusable(row):
            report.set_aside(file, line, reason, text)
        elif row.content in first_line:
            report.set_aside(file, line, f"the same row again as in line {first_line[row.content]}", row.cell("name"))
        else:
            first_line[row.content] = line
            yield row


def _plain(cell: str) -> str:
    """A cell with single blanks and without the marks of direction that copied text brings along."""
    return " ".join(_INVISIBLE.sub("", cell).split())


def _unusable(row: Row) -> str:
    if not row.cell("name"):
        return "no name"
    return "" if is_celex(row.celex) and is_celex(row.act) else "no CELEX number of the act"


def record_ids(rows: Sequence[Row]) -> list[str]:
    """One id for each row, in their order.

    Different rows that would share an id (one ship listed twice in one annex) all carry a hash of what they say, so
    that the ids do not depend on which of them stands first.
    """
    plain = [_plain_id(row) for row in rows]
    sharing: dict[str, int] = defaultdict(int)
    for record_id in plain:
        sharing[record_id] += 1
    return [
        f"{record_id}-{_hash(repr(row.content))}" if sharing[record_id] > 1 else record_id
        for record_id, row in zip(plain, rows, strict=True)
    ]


def _plain_id(row: Row) -> str:
    annex = re.sub(r"[^\w.()-]+", "-", row.cell("annex")) or "-"
    return f"{PREFIX}:{row.celex}/{annex}/{_own_part(row)}"


def _own_part(row: Row) -> str:
    schema = row.cell("schema")
    if schema == "Vessel":
        for printed in values(row.cell("imoNumber")):
            try:
                return f"imo-{parse_ship_imo(printed)}"
            except IdentifierError:
                continue  # the number stays in the record as printed; the name has to do
    born = re.sub(r"\W+", "-", row.cell("birthDate")).strip("-").lower() if schema == "Person" else ""
    return "-".join(part for part in (slug(row.cell("name")), born) if part)


def slug(name: str) -> str:
    """A name as Latin small letters, digits and hyphens.

    Where letters of another script or the end of a very long name are lost, a hash of the name stands in for them: two
    names in Korean never share a slug.
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    lost = any(sign.isalnum() and not sign.isascii() for sign in plain)
    if words and not lost and len(words) <= _LONGEST_SLUG:
        return words
    return f"{words[:_LONGEST_SLUG]}-{_hash(unicodedata.normalize('NFC', name))}".strip("-")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
