"""Opening text files of unknown origin: encodings, Ctrl-Z, and rows with the line they came from."""

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import SourceError
from graphkit.model.records import LoadReport

HEAD_BYTES = 65_536
_CTRL_Z = "\x1a"
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_HUGE_CELL = 16 * 1024 * 1024
_MOST_LINES = 500  # of one row; a quote that is open for longer was left open, and each such one costs a search
csv.field_size_limit(_HUGE_CELL)

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
    """The first 64 KiB of a file as text, for recognising it.

    Raises:
        SourceError: the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            content = file.read(HEAD_BYTES)
    except OSError as error:
        raise SourceError(f"{path.name} cannot be opened: {error.strerror}.") from error
    return content.decode(encoding_of(content, whole=False), errors="replace")


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
        raise SourceError(f"{path.name} is not a text file; graphkit reads CSV, TSV and the lists' XML.")
    if report and encoding == "cp1252":
        report.note(label, 0, "the file is not UTF-8 and was read as Windows-1252; letters with accents may be wrong")
    return text.rstrip(_CTRL_Z + "\r\n \t") + "\n" if _CTRL_Z in text[-16:] else text


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row of a CSV file: the line it begins on, its cells, and the text as printed.

    cells: None when a quote in the row never closes, or closes elsewhere than at the end of a cell.
    """

    line: int
    cells: list[str] | None
    printed: str


@dataclass(slots=True)
class _Feed:
    """Lines for a csv.reader. row: where the row that is being read begins; at: the next line to be read."""

    lines: list[str]
    row: int = 0
    at: int = 0

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if self.at >= len(self.lines):
            raise StopIteration
        if self.at - self.row >= _MOST_LINES:
            raise csv.Error("a row without end")
        self.at += 1
        return self.lines[self.at - 1]


def csv_rows(text: str, *, delimiter: str = ",") -> Iterator[PrintedRow]:
    """The rows of a CSV text; empty lines are passed over.

    A quote that is opened and never closed costs its own line and no other: left alone it would swallow the rest of the
    file into one cell. Only line breaks end a line; the further separators of Unicode may stand in a cell.
    """
    lines = _LINES.findall(text)
    feed = _Feed(lines)
    while feed.at < len(lines):
        try:
            for cells in csv.reader(feed, delimiter=delimiter, strict=True):
                if any(cell.strip() for cell in cells):
                    yield PrintedRow(feed.row + 1, cells, "".join(lines[feed.row : feed.at]))
                feed.row = feed.at
        except csv.Error:
            yield PrintedRow(feed.row + 1, None, lines[feed.row])
            feed.row = feed.at = feed.row + 1
