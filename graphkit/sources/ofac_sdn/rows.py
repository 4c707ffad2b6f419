"""The rows of the list's four files, and what the three smaller ones say of each entry.

A row that cannot be used is set aside with its line: one of another width, without an entry number, or of an entry that
the main file does not have.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from graphkit.errors import SourceError
from graphkit.model.countries import country_code
from graphkit.model.records import Fact, LoadReport, Name, Provenance
from graphkit.model.vocabulary import NameKind
from graphkit.sources.base import SourceFiles
from graphkit.sources.textfiles import csv_rows, text_of

_COLUMNS = {"sdn": 12, "alt": 5, "add": 6, "comments": 2}
_REMARKS = {"sdn": 11, "comments": 1}  # where a remark stands; it may be cut in two at a blank
_ALIAS_KINDS = {"aka": NameKind.ALIAS, "fka": NameKind.FORMER, "nka": NameKind.ALIAS}
_ENTRY_NUMBER = re.compile(r"[0-9]+")


@dataclass(slots=True)
class Attached:
    """What `alt`, `add` and `comments` say of one entry; names and facts know their own lines."""

    names: list[Name] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    remarks: str = ""
    remarks_where: Provenance | None = None


def entry_rows(source: SourceFiles, report: LoadReport) -> dict[str, tuple[int, list[str]]]:
    """The rows of the main file by entry number, with their lines, in the order of the file.

    Raises:
        SourceError: no row has the twelve columns of the list.
    """
    file = source.labels["sdn"]
    entries: dict[str, tuple[int, list[str]]] = {}
    for line, cells in _rows(source, "sdn", report):
        number, name = cells[:2]
        if number in entries:
            report.set_aside(file, line, "a second row with the entry number of an earlier one", f"{number} {name}")
        elif not name:
            report.set_aside(file, line, "an entry without a name", number)
        else:
            report.keep()
            entries[number] = (line, cells)
    if not entries:
        raise SourceError(f"{file} has no row of the list: twelve columns separated by commas were expected.")
    return entries


def attached_rows(source: SourceFiles, numbers: Collection[str], report: LoadReport) -> Mapping[str, Attached]:
    """What the smaller files say, by entry number. numbers: the entries that the main file has."""
    found: dict[str, Attached] = defaultdict(Attached)
    for line, (number, _, alias_type, name, remarks) in _rows_of_entries(source, "alt", numbers, report):
        if alias_type not in _ALIAS_KINDS or not name:
            reason = "neither aka, fka nor nka with a name"
            report.set_aside(source.labels["alt"], line, reason, f"{number} {alias_type} {name}")
            continue
        report.keep()
        where = provenance(source, "alt", line, number)
        found[number].names.append(Name(name, _ALIAS_KINDS[alias_type], where))
        if remarks:
            found[number].facts.append(Fact("note", f"{name}: {remarks}", where=where))
    for line, (number, _, *cells, country, remarks) in _rows_of_entries(source, "add", numbers, report):
        address = ", ".join(filter(None, (*cells, country, remarks)))
        if not address:
            report.set_aside(source.labels["add"], line, "an address of -0- only says nothing")
            continue
        report.keep()
        where = provenance(source, "add", line, number)
        found[number].facts.append(Fact("address", address, country_code(country) or "", where=where))
    for line, (number, remarks) in _rows_of_entries(source, "comments", numbers, report):
        report.keep()
        found[number].remarks += remarks
        found[number].remarks_where = found[number].remarks_where or provenance(source, "comments", line, number)
    return found


def provenance(source: SourceFiles, part: str, line: int, number: str) -> Provenance:
    """Where a row of an entry stands."""
    return Provenance(source.name, source.labels[part], line, place=number, reference=number)


def _rows_of_entries(
    source: SourceFiles, part: str, numbers: Collection[str], report: LoadReport
) -> Iterator[tuple[int, list[str]]]:
    """The rows of a smaller file, when there is one, that belong to an entry of the list."""
    if part not in source.files:
        file = source.labels["sdn"]
        report.note(file, 0, f"no {part} file of the list was given; its names, addresses or remarks are missing")
        return
    for line, cells in _rows(source, part, report):
        if cells[0] in numbers:
            yield line, cells
        else:
            text = " ".join(filter(None, cells))
            report.set_aside(source.labels[part], line, "of an entry that the list does not have", text)


def _rows(source: SourceFiles, part: str, report: LoadReport) -> Iterator[tuple[int, list[str]]]:
    """Rows of the right width whose nulls are empty; the others are set aside."""
    file = source.labels[part]
    for row in csv_rows(text_of(source.files[part], report=report, label=file)):
        printed = row.printed.strip()
        if row.cells is None:
            report.set_aside(file, row.line, "a quote in the row never closes", printed)
        elif len(row.cells) != _COLUMNS[part]:
            reason = f"{len(row.cells)} columns where {_COLUMNS[part]} were expected"
            report.set_aside(file, row.line, reason, printed)
        elif not _ENTRY_NUMBER.fullmatch(row.cells[0].strip()):
            report.set_aside(file, row.line, "the entry number is not a number", printed)
        else:
            whole = _REMARKS.get(part)
            yield row.line, [_plain(cell, whole=index == whole) for index, cell in enumerate(row.cells)]


def _plain(cell: str, *, whole: bool) -> str:
    """A cell without needless blanks, empty for a null. whole: leave the blanks at the ends of a remark."""
    text = " ".join(cell.split())
    return "" if text == "-0-" else cell if whole else text
