"""A table in a file: the same text from CSV, Excel and Parquet, and a file of any length row by row."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import Workbook

from graphkit.errors import SourceError, WrongUse
from graphkit.model.records import LoadReport
from graphkit.session.table_files import read_table, stream_rows
from tests.unit.sources.plain_folder import remarks
from tests.unit.sources.workbook_files import Rows, workbook

ROWS: Rows = [["id", "name", "imo"], ["007", "AN SAN 1", "7303803"], ["NA", "PATRIOT", ""]]
AS_TEXT = [{"id": "007", "name": "AN SAN 1", "imo": "7303803"}, {"id": "NA", "name": "PATRIOT", "imo": ""}]


def written(folder: Path) -> dict[str, Path]:
    """The same table in each form."""
    frame = pd.DataFrame(list(ROWS[1:]), columns=list(ROWS[0]))
    paths = {suffix: folder / f"table.{suffix}" for suffix in ("csv", "tsv", "xlsx", "parquet")}
    frame.to_csv(paths["csv"], index=False)
    frame.to_csv(paths["tsv"], index=False, sep="\t")
    frame.to_parquet(paths["parquet"])
    workbook(paths["xlsx"], {"S": ROWS})
    return paths


def streamed(path: Path) -> tuple[list[tuple[int, dict[str, str]]], LoadReport]:
    report = LoadReport(path.name)
    return list(stream_rows(path, report)), report


@pytest.mark.parametrize("suffix", ["csv", "tsv", "xlsx", "parquet"])
def test_every_form_gives_the_same_text_whole_and_row_by_row(tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path)[suffix]
    assert read_table(path).to_dict("records") == AS_TEXT
    rows, report = streamed(path)
    assert [row for _, row in rows] == AS_TEXT
    assert [line for line, _ in rows] == ([1, 2] if suffix == "parquet" else [2, 3])
    assert (report.rows, report.kept, report.remarks) == (2, 2, [])


def test_the_first_sheet_in_sight_is_the_table_and_the_others_are_told(tmp_path: Path) -> None:
    def hide(book: Workbook) -> None:
        book["Old"].sheet_state = "hidden"

    path = workbook(tmp_path / "a.xlsx", {"Empty": [], "Old": ROWS, "New": [["id"], ["1"]], "More": ROWS}, hide)
    told: list[str] = []
    assert read_table(path, tell=told.append).to_dict("list") == {"id": ["1"]}
    assert told == [
        "a.xlsx [More]: the sheet is not read; a table of one's own is the first sheet",
        "a.xlsx [Old]: the sheet is not read; a table of one's own is the first sheet",
    ]


def test_titles_and_cells_beside_the_header_lose_nothing(tmp_path: Path) -> None:
    rows: Rows = [["Fleet"], [], ["id", "name"], ["1", "AN SAN 1"], ["2", "PATRIOT", None, "new"], ["3"]]
    path = workbook(tmp_path / "a.xlsx", {"S": rows})
    assert read_table(path).to_dict("list") == {
        "id": ["1", "2", "3"],
        "name": ["AN SAN 1", "PATRIOT", ""],
        "column 3": ["", "", ""],
        "column 4": ["", "new", ""],
    }
    found, report = streamed(path)
    assert found[1] == (5, {"id": "2", "name": "PATRIOT", "column 3": "", "column 4": "new"})
    assert remarks(report) == [(1, "the row stands above the header and is not read", "Fleet", False)]


def test_a_cell_that_says_nothing_stops_a_reader_whom_nobody_hears(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [["id", "name"], ["1", "=A1"]]})
    with pytest.raises(SourceError, match=r"^a\.xlsx \[S\], row 2: a formula whose value is not stored .* \(B2\)\.$"):
        read_table(path)
    told: list[str] = []
    assert read_table(path, tell=told.append).to_dict("list") == {"id": ["1"], "name": [""]}
    assert len(told) == 1


def test_rows_of_another_width_and_open_quotes_are_set_aside_with_their_lines(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,name\n1,AN SAN 1\n2\n3,"x\n4,a,b\n5,"two\nlines"\n6,z\n', encoding="utf-8")
    rows, report = streamed(tmp_path / "a.csv")
    assert rows == [
        (2, {"id": "1", "name": "AN SAN 1"}),
        (6, {"id": "5", "name": "two\nlines"}),
        (8, {"id": "6", "name": "z"}),
    ]
    assert remarks(report) == [
        (3, "the row has fewer cells than the header", "2", True),
        (4, "the row cannot be split into cells: a quote does not close", '3,"x', True),
        (5, "the row has more cells than the header", "4,a,b", True),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffid,name\r\n1,ÅSA\r\n".encode(),
        "id,name\n1,ÅSA\n\x1a".encode(),
        "\ufeffid,name\r1,ÅSA\r".encode("utf-16-le"),
        "id,name\n1,ÅSA\n".encode("utf-16-le"),
        b"id;name\n1;\xc3\x85SA\n",  # Excel's own CSV where the comma is the decimal sign
    ],
)
def test_a_text_is_read_in_its_encoding_without_its_marks(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    rows, report = streamed(tmp_path / "a.csv")
    assert (rows, report.remarks) == ([(2, {"id": "1", "name": "ÅSA"})], [])
    assert read_table(tmp_path / "a.csv").to_dict("records") == [{"id": "1", "name": "ÅSA"}]


def test_a_letter_far_down_that_is_not_utf8_is_seen_before_the_first_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id,name\n" + b"1,x\n" * 50_000 + b"2,\xc5SA\n")
    rows, report = streamed(tmp_path / "a.csv")
    assert rows[-1] == (50_002, {"id": "2", "name": "ÅSA"})
    assert [remark.reason[:35] for remark in report.remarks] == ["the file is not UTF-8 and was read "]


def test_files_that_hold_no_table_are_one_sentence(tmp_path: Path) -> None:
    for name, content, error, sentence in (
        ("a.csv", b"", SourceError, "a.csv has no header, or a column twice in it."),
        ("b.csv", b"id,id\n1,2\n", SourceError, "b.csv has no header, or a column twice in it."),
        ("c.csv", b"id\n\x00\n", SourceError, "c.csv is not a text file; graphkit reads CSV, "),
        ("d.parquet", b"id\n", SourceError, "d.parquet cannot be read as Parquet: it is damaged, or not what its name"),
        ("e.xlsx", b"id\n", SourceError, "e.xlsx cannot be read as a workbook: it is damaged, or not what its name"),
        ("f.pdf", b"%PDF", WrongUse, "f.pdf: tables are read from .csv, .tsv, .xlsx and .parquet, not .pdf."),
    ):
        (tmp_path / name).write_bytes(content)
        for read in (streamed, read_table):
            with pytest.raises(error) as caught:
                read(tmp_path / name)
            assert str(caught.value).startswith(sentence)
    with pytest.raises(SourceError, match=r"^empty\.xlsx has nothing in it\.$"):
        read_table(workbook(tmp_path / "empty.xlsx", {"S": []}))


PEAK = """
import sys, tracemalloc
from pathlib import Path
import pyarrow as pa
from graphkit.model.records import LoadReport
from graphkit.session.table_files import stream_rows
tracemalloc.start()
rows = sum(1 for _ in stream_rows(Path(sys.argv[1]), LoadReport("")))
print(rows, (tracemalloc.get_traced_memory()[1] + pa.default_memory_pool().max_memory()) / 1e6)
"""


def peak(path: Path) -> tuple[int, float]:
    """Rows of a file, and the most MB that Python and Arrow held at once in a process that went through them."""
    ran = subprocess.run([sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True)
    rows, memory = ran.stdout.split()
    return int(rows), float(memory)


def test_a_long_text_takes_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    header, row = (
        "id,name,address,imo\n",
        "{n},KOREA ANSAN SHIPPING COMPANY LIMITED,PYONGYANG 12 CENTRAL DISTRICT,7303803\n",
    )
    sizes = {}
    for count in (1_000, 300_000):
        path = tmp_path / f"{count}.csv"
        path.write_text(header + "".join(row.format(n=n) for n in range(count)), encoding="utf-8")
        found, sizes[count] = peak(path)
        assert found == count
    assert path.stat().st_size > 22_000_000
    assert sizes[300_000] < sizes[1_000] + 1 < 3


@pytest.mark.parametrize(("suffix", "few", "many"), [("xlsx", 1_000, 10_000), ("parquet", 20_000, 200_000)])
def test_a_long_sheet_and_a_long_parquet_file_take_no_more_than_short_ones(
    tmp_path: Path, suffix: str, few: int, many: int
) -> None:
    sizes = {}
    for count in (few, many):
        path = tmp_path / f"{count}.{suffix}"
        if suffix == "xlsx":
            book = Workbook(write_only=True)
            sheet = book.create_sheet("S")
            for row in (["id", "name"], *([n, f"SHIP {n}"] for n in range(count))):
                sheet.append(row)
            book.save(path)
        else:
            ships = {"id": range(count), "name": [f"SHIP {n}" for n in range(count)]}
            pd.DataFrame(ships).to_parquet(path, row_group_size=10_000)  # Arrow reads one group at a time
        found, sizes[count] = peak(path)
        assert found == count
    assert sizes[many] < sizes[few] + 2
