"""Files of unknown origin: their encoding, their rows, and the line that each row begins on."""

import codecs
import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import SourceError
from graphkit.model.records import LoadReport
from graphkit.sources.textfiles import HEAD_BYTES, PrintedRow, csv_rows, encoding_of, head_of, text_of


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"", "utf-8"),
        (b"AN SAN 1", "utf-8"),
        ("COMPAÑÍA".encode(), "utf-8"),
        (codecs.BOM_UTF8 + b"AN SAN 1", "utf-8-sig"),
        ("AN SAN 1".encode("utf-16"), "utf-16"),
        ("id,name\n1,AN SAN".encode("utf-16-le"), "utf-16-le"),  # without a mark, as some databases write it
        ("id,name\n1,AN SAN".encode("utf-16-be"), "utf-16-be"),
        ("COMPAÑÍA".encode("cp1252"), "cp1252"),
        ("COMPAÑÍ".encode("cp1252"), "cp1252"),  # a last byte that might begin a letter of UTF-8
        (b"AN SAN \x81", "cp1252"),
    ],
)
def test_the_encoding_follows_from_the_bytes(content: bytes, encoding: str) -> None:
    assert encoding_of(content) == encoding


def test_a_letter_cut_in_two_at_the_end_of_the_head_is_no_other_encoding(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("x" * (HEAD_BYTES - 1) + "Ñ" * 10, encoding="utf-8")
    assert head_of(path).startswith("x" * (HEAD_BYTES - 1))
    assert len(head_of(path)) <= HEAD_BYTES


def test_a_mark_and_a_ctrl_z_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(codecs.BOM_UTF8 + b"a,b\r\n1,2\r\n\x1a\r\n")
    assert text_of(path) == "a,b\r\n1,2\n"
    path.write_bytes("a,b\n".encode("utf-16"))
    assert text_of(path) == "a,b\n"


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "kept.csv"
    path.write_bytes("a,Ñ\n".encode("cp1252"))
    report = LoadReport("x")
    assert text_of(path, report=report, label="list.csv") == "a,Ñ\n"
    assert [(remark.file, remark.line, remark.set_aside) for remark in report.remarks] == [("list.csv", 0, False)]


def test_a_binary_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"\x7fELF\x02\x01\x01 and a nought \x00 at times")
    with pytest.raises(
        SourceError, match=r"^list.csv is not a text file; graphkit reads CSV, TSV, XLSX, Parquet and the lists' XML.$"
    ):
        text_of(path)
    for read in (text_of, head_of):
        with pytest.raises(SourceError, match=r"cannot be opened: Is a directory.$"):
            read(tmp_path)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("\n\r\n , \n", []),
        ("a,b\r\n1,2", [(1, ["a", "b"]), (2, ["1", "2"])]),
        ("a\rb\rc", [(1, ["a"]), (2, ["b"]), (3, ["c"])]),  # the line ends of an old Macintosh
        ('\n\n1,"x\ny"\n2,z\n', [(3, ["1", "x\ny"]), (5, ["2", "z"])]),
        ('1,"say ""a"""\n', [(1, ["1", 'say "a"'])]),
        ('1,5" pipe\n2,z\n', [(1, ["1", '5" pipe']), (2, ["2", "z"])]),  # inches in a cell without quotes
        ("1,a\u2028b\x85c\x0cd\n2,z\n", [(1, ["1", "a\u2028b\x85c\x0cd"]), (2, ["2", "z"])]),
        ('1,"x\n2,y\n3,z\n', [(1, None), (2, ["2", "y"]), (3, ["3", "z"])]),
        ('1,"x"y,2\n3,z\n', [(1, None), (2, ["3", "z"])]),
        ('1,"x\n2,"y"\n3,z\n', [(1, None), (2, ["2", "y"]), (3, ["3", "z"])]),
        ('1,a\n2,"x', [(1, ["1", "a"]), (2, None)]),
    ],
)
def test_rows_have_the_line_they_begin_on(text: str, rows: list[tuple[int, list[str] | None]]) -> None:
    assert [(row.line, row.cells) for row in csv_rows(text)] == rows


def test_a_row_is_kept_as_printed() -> None:
    assert list(csv_rows('a;"b\r\nc";d\r\n', delimiter=";")) == [
        PrintedRow(1, ["a", "b\r\nc", "d"], 'a;"b\r\nc";d\r\n')
    ]


def test_a_cell_may_run_over_hundreds_of_lines() -> None:
    address = "\n".join(["line"] * 499)
    assert [row.cells for row in csv_rows(f'1,"{address}"\n2,b\n')] == [["1", address], ["2", "b"]]


def test_a_file_in_which_every_line_leaves_a_quote_open_is_read_without_delay() -> None:
    # Each of them runs on to the end of the file; searched for to the end, that is half a billion lines.
    rows = list(csv_rows('x","\n' * 30_000))
    assert [(row.line, row.cells) for row in rows[:2]] == [(1, None), (2, None)]
    assert len(rows) == 30_000


cells = st.text(st.sampled_from('ab",\n\r; '), max_size=6)


@given(st.lists(st.lists(cells, min_size=2, max_size=4), max_size=6))
def test_what_a_csv_writer_wrote_is_read_back(table: list[list[str]]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(table)
    assert [row.cells for row in csv_rows(file.getvalue())] == [
        row for row in table if any(cell.strip() for cell in row)
    ]


@given(st.text(st.sampled_from('abc",\n\r')))
def test_no_letter_of_any_text_is_lost_and_each_row_stands_on_its_line(text: str) -> None:
    rows = list(csv_rows(text))
    assert [sign for row in rows for sign in row.printed if sign.isalpha()] == [sign for sign in text if sign.isalpha()]
    lines = [0, *(row.line for row in rows)]
    assert lines == sorted(set(lines))
    starts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(starts[row.line - 1] == row.printed.replace("\r", "\n").split("\n")[0] for row in rows)
