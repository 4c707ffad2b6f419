"""Opening text files of unknown origin: encodings, Ctrl-Z, and rows with the line they came from."""

import codecs
import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graphkit.errors import SourceError
from graphkit.model.records import LoadReport

HEAD_BYTES = 65_536
GUESSED = "the file is not UTF-8 and was read as Windows-1252; letters with accents may be wrong"
_CTRL_Z = "\x1a"
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_HUGE_CELL = 16 * 1024 * 1024
_LONGEST_LINE = 4 * _HUGE_CELL
_MOST_LINES = 500  # of one row; a quote that is open for longer was left open, and each such one costs a search
csv.field_size_limit(_HUGE_CELL)

_BINARY = (b"PK\x03\x04", b"PAR1", b"\xd0\xcf\x11\xe0")  # zip archives, Parquet, old containers of Microsoft's

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(content: bytes, *, whole: bool = True) -> str:
    """The encoding of a file's bytes: its byte order mark, else UTF-8 when it decodes, else Windows-1252.

    UTF-16 without its mark is known by a zero in every second byte, as Latin letters have it. whole: false for the
    first bytes of a file, where the last letter may be cut in two.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    beginning = content[:1024]
    surplus = beginning[1::2].count(0) - beginning[::2].count(0)
    if 4 * abs(surplus) > len(beginning):
        return "utf-16-le" if surplus > 0 else "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(content, final=whole)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def head_of(path: Path) -> str:
    """The first 64 KiB of a file as text, for recognising it; of a binary file, one letter for each byte.

    Raises:
        SourceError: the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            content = file.read(HEAD_BYTES)
    except OSError as error:
        raise SourceError(f"{path.name} cannot be opened: {error.strerror}.") from error
    encoding = "latin-1" if content.startswith(_BINARY) else encoding_of(content, whole=False)
    return content.decode(encoding, errors="replace")


def encoding_of_file(path: Path) -> str:
    """The same for a whole file that is read piece by piece and never held.

    Raises:
        SourceError: the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            encoding = encoding_of(block := file.read(HEAD_BYTES), whole=False)
            if encoding == "utf-8":
                decoder = codecs.getincrementaldecoder("utf-8")()
                while block:
                    decoder.decode(block)
                    block = file.read(HEAD_BYTES)
                decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    except OSError as error:
        raise SourceError(f"{path.name} cannot be opened: {error.strerror}.") from error
    return encoding


def text_of(path: Path, *, report: LoadReport | None = None, label: str = "") -> str:
    """A whole file as text, without its byte order mark and without the Ctrl-Z that old lists end with.

    report, label: where to note, and under which name, that the encoding had to be guessed.

    Raises:
        SourceError: the file cannot be opened, or is binary.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path.name} cannot be opened: {error.strerror}.") from error
    encoding = encoding_of(content)
    text = content.decode(encoding, errors="replace").removeprefix("\ufeff")
    if "\x00" in text:
        raise not_text(path)
    if report and encoding == "cp1252":
        report.note(label, 0, GUESSED)
    return text.rstrip(_CTRL_Z + "\r\n \t") + "\n" if _CTRL_Z in text[-16:] else text


def not_text(path: Path) -> SourceError:
    return SourceError(f"{path.name} is not a text file; graphkit reads CSV, TSV, XLSX, Parquet and the lists' XML.")


def lines_of_file(path: Path, encoding: str) -> Iterator[str]:
    """The lines of a text file with their ends, one at a time, cleaned as text_of cleans a whole text.

    Raises:
        SourceError: it is binary, or a line is longer than any cell may be.
    """
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        number = 0
        while line := file.readline(_LONGEST_LINE):
            number += 1
            if "\x00" in line:
                raise not_text(path)
            if len(line) == _LONGEST_LINE:
                raise SourceError(f"{path.name}, line {number}: the line is longer than a table's can be.")
            if _CTRL_Z in line and not line.endswith(("\n", "\r")):
                line = line.rstrip(_CTRL_Z + " \t")
            yield line.removeprefix("\ufeff") if number == 1 else line


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row of a table: the line it begins on, its cells, and the text as printed.

    cells: None when a quote in the row never closes, or closes elsewhere than at the end of a cell. remarks: reason and
    text of what could not be read in it, where a cell is more than its text.
    """

    line: int
    cells: list[str] | None
    printed: str
    remarks: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Feed:
    """Lines for a csv.reader. taken: those of the row that is being read; again: lines to be read a second time."""

    lines: Iterator[str]
    taken: list[str] = field(default_factory=list)
    again: deque[str] = field(default_factory=deque)

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if len(self.taken) >= _MOST_LINES:
            raise csv.Error("a row without end")
        line = self.again.popleft() if self.again else next(self.lines)
        self.taken.append(line)
        return line

    def first_alone(self) -> str:
        """The first line of the row; the others are read again."""
        first, *others = self.taken
        self.again.extendleft(reversed(others))
        self.taken.clear()
        return first


def csv_rows(text: str, *, delimiter: str = ",") -> Iterator[PrintedRow]:
    """The rows of a CSV text; empty lines are passed over.

    A quote that is opened and never closed costs its own line and no other: left alone it would swallow the rest of the
    file into one cell. Only line breaks end a line; the further separators of Unicode may stand in a cell.
    """
    return rows_of_lines((found[0] for found in _LINES.finditer(text)), delimiter=delimiter)


def rows_of_lines(lines: Iterable[str], *, delimiter: str = ",") -> Iterator[PrintedRow]:
    """The same for lines with their ends, of which no more are held than one row may have."""
    feed = _Feed(iter(lines))
    line = 1
    while True:
        try:
            for cells in csv.reader(feed, delimiter=delimiter, strict=True):
                if any(cell.strip() for cell in cells):
                    yield PrintedRow(line, cells, "".join(feed.taken))
                line += len(feed.taken)
                feed.taken.clear()
            return
        except csv.Error:
            yield PrintedRow(line, None, feed.first_alone())
            line += 1
