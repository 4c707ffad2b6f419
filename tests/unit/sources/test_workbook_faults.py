"""Workbooks that are hostile, damaged or of another form: one sentence with the remedy, and no memory spent on them."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from graphkit.errors import SourceError
from graphkit.sources.recognition import gather
from tests.unit.sources.workbook_files import Rows, rewritten, sheet_rows, with_shared_texts, workbook

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
ENTITIES: Rows = [["id", "name", "imo"], ["v1", "AN SAN 1", 7303803]]
DAMAGED = "{} cannot be read as a workbook: it is damaged, or not what it says; save it as CSV."
ENTITY = '<!DOCTYPE x [<!ENTITY a "AN SAN 1"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def problem(path: Path) -> str:
    gathered = gather([str(path)])
    assert gathered.sources == []
    (sentence,) = gathered.problems
    return sentence


def archive(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("old.xls", COMPOUND, "old.xls is a workbook of Excel 97 to 2003; save it as .xlsx or CSV."),
        ("secret.xlsx", COMPOUND, "secret.xlsx is locked by a password; save it as .xlsx or CSV without one."),
        (
            "half.xlsx",
            b"PK\x03\x04\x14\x00\x00\x00",
            "half.xlsx cannot be read as a workbook: the file is damaged or cut off.",
        ),
    ],
)
def test_a_file_that_is_named_like_a_workbook_and_cannot_be_read_says_what_to_do(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert problem(path) == sentence


def test_other_spreadsheets_are_told_apart_and_other_archives_are_no_tables(tmp_path: Path) -> None:
    binary = archive(tmp_path / "b.xlsb", xl__workbook_dot_bin=b"", xl__a=b"")
    assert problem(binary) == "b.xlsb is a binary workbook of Excel; save it as .xlsx or CSV."
    open_document = archive(tmp_path / "o.ods", mimetype=b"", content_dot_xml=b"", styles_dot_xml=b"")
    assert problem(open_document) == "o.ods is an OpenDocument spreadsheet; save it as .xlsx or CSV."
    letter = archive(tmp_path / "letter.docx", word__document_dot_xml=b"<x/>")
    assert problem(letter).startswith(f"{letter} is of no format that graphkit reads;")
    memo = tmp_path / "memo.doc"
    memo.write_bytes(COMPOUND)
    assert problem(memo).startswith(f"{memo} is of no format that graphkit reads;")


def test_a_workbook_without_a_known_table_is_of_no_format(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Notes": [["colour", "mood"], ["red", "good"]]})
    assert problem(path).startswith(f"{path} is of no format that graphkit reads;")


def test_a_bomb_is_refused_before_anything_of_it_is_unpacked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "bomb.xlsx", {"S": ENTITIES})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file, file.open("xl/sharedStrings2.xml", "w") as part:
        for _ in range(257):
            part.write(bytes(1024 * 1024))
    assert path.stat().st_size < 1_000_000
    assert problem(path).startswith("bomb.xlsx would unpack to 257 MB in ")
    assert problem(path).endswith("which is more than a workbook is read to; save its sheets as CSV.")


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"]
)
def test_entities_of_xml_are_refused_wherever_they_stand(tmp_path: Path, part: str) -> None:
    path = with_shared_texts(workbook(tmp_path / "a.xlsx", {"S": ENTITIES}))
    assert gather([str(path)]).problems == []
    rewritten(path, part, lambda xml: f"{ENTITY}{xml}".replace("AN SAN 1</t>", "&b;</t>"))
    assert problem(path) in {
        DAMAGED.format("a.xlsx"),
        "a.xlsx [S] cannot be read: the sheet is damaged; save it as CSV.",
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</row>", ""),
        ('r="2"', 'r="99999999"'),
        ('r="2"', 'r="two"'),
        ('r="A2"', 'r="2A"'),
    ],
)
def test_a_sheet_that_makes_no_sense_is_one_sentence(tmp_path: Path, old: str, new: str) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [["id", "name"], [1, 2]]})
    rewritten(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(old, new))
    with pytest.raises(SourceError, match=r"^a\.xlsx(?: \[S\])? cannot be read"):
        sheet_rows(path)


def test_a_part_that_is_cut_off_is_one_sentence(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [["id", "name"], *([[n, f"SHIP {n}"] for n in range(2000)])]})
    content = bytearray(path.read_bytes())
    middle = content.index(b"xl/worksheets/sheet1.xml") + 2000
    content[middle : middle + 50] = bytes(50)
    path.write_bytes(bytes(content))
    with pytest.raises(SourceError, match=r"^a\.xlsx(?: \[S\])? cannot be read"):
        sheet_rows(path)


def test_more_merged_cells_than_any_table_has_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": ENTITIES})
    merges = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 100_002))
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>"),
    )
    with pytest.raises(SourceError, match=r"has more than 100,000 merged cells and is no table\.$"):
        sheet_rows(path)


def test_one_bad_workbook_in_a_folder_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    workbook(tmp_path / "good.xlsx", {"S": ENTITIES})
    (tmp_path / "old.xls").write_bytes(COMPOUND)
    (tmp_path / "~$good.xlsx").write_bytes(b"\x06Someone" + bytes(150))  # Excel leaves it beside an open workbook
    gathered = gather([str(tmp_path)])
    assert [dict(source.labels) for source in gathered.sources] == [{"workbook": "good.xlsx"}]
    assert gathered.problems == ["old.xls is a workbook of Excel 97 to 2003; save it as .xlsx or CSV."]
    assert gathered.passed_over == ["~$good.xlsx is of no format that graphkit reads"]


def test_without_openpyxl_the_sentence_says_what_to_install(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": ENTITIES})
    program = (
        "import sys; sys.modules['openpyxl'] = None\n"
        "from graphkit.sources.recognition import gather\n"
        f"print(*gather([{str(path)!r}]).problems)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == (
        "a.xlsx is a workbook, and reading one needs openpyxl. Install: pip install 'graphkit[xlsx]'\n"
    )


def test_a_huge_cell_is_text_like_any_other(tmp_path: Path) -> None:
    huge = "A" * 1_000_000  # Excel itself stops at 32,767 letters
    path = workbook(tmp_path / "a.xlsx", {"S": [["id", "name"], ["1", "HUGE"]]})
    rewritten(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("HUGE", huge))
    assert sheet_rows(path)[1].cells == ["1", huge]
    assert sheet_rows(with_shared_texts(path))[1].cells == ["1", huge]


def test_a_csv_file_is_read_whatever_it_is_called_and_a_workbook_too(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("id,name\nv1,AN SAN 1\n", encoding="utf-8")
    content = workbook(tmp_path / "b.xlsx", {"S": ENTITIES}).read_bytes()
    (tmp_path / "c.csv").write_bytes(content)
    gathered = gather([str(tmp_path)])
    assert [dict(source.labels) for source in gathered.sources] == [
        {"entities": "a.xlsx", "workbook": "b.xlsx", "workbook-2": "c.csv"}
    ]
