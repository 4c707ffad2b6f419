"""The findings of a case: a text table that a person writes, reads and keeps under version control.

No build touches it. A finding is added below the others; what stands in the file stays as it is, byte by byte. A row
that cannot be used is told with its line, and the others are read all the same.
"""

import csv
import io
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from graphkit.errors import CaseError

_LONGEST = 100_000  # letters in a cell; a longer one is a quotation mark that was never closed
_FORMULA = ("=", "+", "-", "@")
_NEEDED = ("claim", "question")


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim in a person's words, the question that shows it, its day, and the evidence of a build for it."""

    claim: str
    question: str
    as_of: str = ""
    build: str = ""
    evidence: str = ""
    who: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A row of the table with its line; problem: why it cannot be used, "" when it can."""

    line: int
    finding: Finding
    problem: str = ""


COLUMNS = tuple(field.name for field in fields(Finding))


def read_findings(path: Path) -> list[FindingRow]:
    """The findings of a case in the order of the table; none when there is no table.

    Raises:
        CaseError: the table is not in UTF-8, or has not the columns claim and question.
    """
    text = _text(path)
    if not text.strip():
        return []
    delimiter, header = _header(text, path.name)
    return [row for row in _rows(text, delimiter, header) if row]


def add_finding(path: Path, finding: Finding) -> None:
    """One finding below those of the table, in the columns that the table has.

    Raises:
        CaseError: the table is not in UTF-8, or has not the columns claim and question.
    """
    text = _text(path)
    delimiter, header = _header(text, path.name) if text.strip() else (",", list(COLUMNS))
    if missing := [name for name in COLUMNS if name not in header]:
        raise CaseError(f"{path.name} has no column {missing[0]}; add it to the first line to note findings there.")
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    if not text.strip():
        writer.writerow(header)
    writer.writerow([_guarded(getattr(finding, name)) if name in COLUMNS else "" for name in header])
    before = path.read_bytes() if text.strip() else b""
    _swap_in(path, before + (b"" if before.endswith(b"\n") or not before else b"\n") + out.getvalue().encode())


def plain_cell(text: str) -> str:
    """A text on one line, without signs that cannot be seen, such as marks that turn the direction of writing."""
    shown = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text)
    return " ".join("".join(sign for sign in shown if unicodedata.category(sign) not in {"Cf", "Cs", "Co"}).split())


def _guarded(text: str) -> str:
    """A spreadsheet does not calculate a cell that begins with an apostrophe; it is taken off when the cell is read."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _unguarded(text: str) -> str:
    text = text.strip()
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
    except UnicodeDecodeError as error:
        raise CaseError(f"{path.name} is no table in UTF-8; save it as one.") from error
    except OSError as error:
        raise CaseError(f"{path.name} cannot be read ({error.strerror}).") from error


def _header(text: str, name: str) -> tuple[str, list[str]]:
    """The sign between cells, a comma or what spreadsheets of other languages write, and the names of the columns."""
    first = text.splitlines()[0]
    delimiter = max(",;\t", key=first.count)
    header = [cell.strip().strip('"').lower() for cell in first.split(delimiter)]
    if missing := [column for column in _NEEDED if column not in header]:
        raise CaseError(f"{name} has no column {missing[0]}; its first line names {', '.join(COLUMNS)}.")
    return delimiter, header


def _rows(text: str, delimiter: str, header: list[str]) -> Iterator[FindingRow | None]:
    lines = io.StringIO(text, newline="").readlines()
    limit = csv.field_size_limit(len(text) + 1)
    try:
        start = 1  # behind the header
        while start < len(lines):
            reader = csv.reader(lines[start:], delimiter=delimiter, strict=True)
            read = 0
            try:
                for cells in reader:
                    yield _row(start + read + 1, cells, header) if any(cell.strip() for cell in cells) else None
                    read = reader.line_num
                return
            except csv.Error as error:
                # A quotation mark that is never closed takes all the rest; the rows below it are read all the same.
                yield FindingRow(start + read + 1, Finding("", ""), f"the row cannot be read: {error}")
                start += read + 1
    finally:
        csv.field_size_limit(limit)


def _row(line: int, cells: list[str], header: list[str]) -> FindingRow:
    said = {name: _unguarded(cell) for name, cell in zip(header, cells, strict=False) if name in COLUMNS}
    finding = Finding(**{name: said.get(name, "")[:_LONGEST] for name in COLUMNS})
    if any(len(cell) > _LONGEST for cell in cells):
        problem = f"a cell holds more than {_LONGEST:,} letters; a quotation mark may not be closed"
    elif len(cells) != len(header):
        problem = f"it has {len(cells)} cells and the header {len(header)}; a cell that holds a comma stands in quotes"
    elif not finding.question:
        problem = "it asks no question"
    else:
        problem = ""
    return FindingRow(line, finding, problem)


def _swap_in(path: Path, content: bytes) -> None:
    """The whole table, on the disk before it takes the place of the old one: a crash loses no finding."""
    half = path.with_name(f".unfinished-{path.name}")
    with half.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(half, path)
