"""OFAC's files when they are cut off, wrongly encoded or of another form: one sentence each, and the rest is read."""

from pathlib import Path

import pytest

from graphkit.errors import SourceError
from graphkit.model.records import LoadReport, Record, Remark
from graphkit.sources import ofac_sdn
from graphkit.sources.base import SourceFiles
from tests.unit.sources.ofac_files import load, names, row, told


def test_a_file_that_breaks_off_in_a_row_loses_that_row(tmp_path: Path) -> None:
    statements, report = load(tmp_path, sdn=row(1, "A") + row(2, "B")[:-12])
    assert names(statements) == ["A"]
    assert told(report) == [("sdn.csv", 2, "11 columns where 12 were expected", True)]
    assert (report.rows, report.kept) == (2, 1)


def test_a_file_that_breaks_off_in_a_quote_loses_that_row(tmp_path: Path) -> None:
    statements, report = load(tmp_path, sdn=row(1, "A") + row(2, "B", "Gender Male.")[:-8])
    assert names(statements) == ["A"]
    assert told(report) == [("sdn.csv", 2, "a quote in the row never closes", True)]


def test_a_quote_left_open_in_the_middle_costs_its_row_and_no_other(tmp_path: Path) -> None:
    broken = row(2, "B").replace('"B"', '"B')
    statements, report = load(tmp_path, sdn=row(1, "A") + broken + row(3, "C") + row(4, "D"))
    assert names(statements) == ["A", "C", "D"]
    assert report.remarks[0] == Remark("sdn.csv", 2, "a quote in the row never closes", broken.strip(), set_aside=True)
    assert (report.rows, report.kept, report.set_aside_rows) == (4, 3, 1)


def test_a_cell_over_several_lines_is_one_row_and_the_next_has_its_own_line(tmp_path: Path) -> None:
    statements, report = load(tmp_path, sdn=row(1, "A\r\nB\r\nC") + row(2, "D"))
    assert [(one.name, one.provenance.line) for one in statements if isinstance(one, Record)] == [
        ("A B C", 1),
        ("D", 4),
    ]
    assert told(report) == []


@pytest.mark.parametrize("ending", ["\x1a", "\r\n\x1a\r\n", "\x1a\r\n  "])
def test_the_ctrl_z_of_old_lists_is_no_row(tmp_path: Path, ending: str) -> None:
    statements, report = load(tmp_path, sdn=row(1, "A") + ending)
    assert names(statements) == ["A"]
    assert (report.rows, told(report)) == (1, [])


def test_a_ctrl_z_in_the_middle_is_a_row_that_is_told(tmp_path: Path) -> None:
    statements, report = load(tmp_path, sdn=row(1, "A") + "\x1a\r\n" + row(2, "B"))
    assert names(statements) == ["A", "B"]
    assert told(report) == [("sdn.csv", 2, "1 columns where 12 were expected", True)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_is_read_in_each_encoding_of_unicode(tmp_path: Path, encoding: str) -> None:
    statements, report = load(tmp_path, sdn=(row(1, "COMPAÑÍA 1") + row(2, "Гудзон")).encode(encoding))
    assert names(statements) == ["COMPAÑÍA 1", "Гудзон"]
    assert told(report) == []


def test_a_file_in_windows_1252_is_read_and_the_guess_is_told(tmp_path: Path) -> None:
    statements, report = load(tmp_path, sdn=row(1, "COMPAÑÍA “A”").encode("cp1252"))
    assert names(statements) == ["COMPAÑÍA “A”"]
    reason = "the file is not UTF-8 and was read as Windows-1252; letters with accents may be wrong"
    assert told(report) == [("sdn.csv", 0, reason, False)]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            row(1, "A").replace(",", ";"),
            "sdn.csv has no row of the list: twelve columns separated by commas were expected.",
        ),
        ("", "sdn.csv has no row of the list: twelve columns separated by commas were expected."),
        (
            b"PK\x03\x04\x00\x00\x08 binary \x00\xff",
            "sdn.csv is not a text file; graphkit reads CSV, TSV, XLSX, Parquet and the lists' XML.",
        ),
    ],
)
def test_a_file_of_another_form_is_refused_in_one_sentence(tmp_path: Path, content: str | bytes, sentence: str) -> None:
    with pytest.raises(SourceError) as caught:
        load(tmp_path, sdn=content)
    assert str(caught.value) == sentence


def test_the_smaller_files_alone_are_no_list(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        load(tmp_path, alt='1,5,"aka","B",-0- \r\n', add='1,7,"Road",-0- ,"Cuba",-0- \r\n')
    assert str(caught.value) == "alt.csv, add.csv: the list's main file (sdn.csv) is not among the files."


def test_a_file_that_is_gone_is_told_by_its_name(tmp_path: Path) -> None:
    source = SourceFiles("ofac-sdn", "ofac-sdn", {"sdn": tmp_path / "sdn.csv"}, {"sdn": "sdn.csv"})
    with pytest.raises(SourceError, match=r"^sdn.csv cannot be opened: No such file or directory.$"):
        list(ofac_sdn.read(source, LoadReport("ofac-sdn")))
