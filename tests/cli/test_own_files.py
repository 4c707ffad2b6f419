"""The sample case as a workbook and as Parquet: the graph is the one that its CSV files make."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from openpyxl import Workbook

from graphkit.case.folder import CaseFolder
from graphkit.model.tables import GRAPH_TABLES
from tests.cli.command import graphkit

SAMPLE = Path(__file__).parents[2] / "sample_data"
PLACES = ["file", "line", "sha256"]


def typed(text: str) -> object:
    """A cell as a person enters it: figures become a number, a day a date, and nothing nothing."""
    if text.isdigit() and not text.startswith("0") and len(text) < 16:
        return float(text)
    try:
        return date.fromisoformat(text) if len(text) == 10 else text or None
    except ValueError:
        return text


def as_workbook(folder: Path) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for path in sorted(SAMPLE.glob("*.csv")):
        sheet = book.create_sheet(path.stem)
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                sheet.append([typed(cell) for cell in row])
                for cell in sheet[sheet.max_row]:
                    if isinstance(cell.value, str):
                        cell.data_type = "s"  # a text that begins with = is no formula
    book.create_sheet("Notes").append(["Ask the port of Nampo"])
    book.save(folder / "book.xlsx")
    return folder


def as_parquet(folder: Path) -> Path:
    for path in SAMPLE.glob("*.csv"):
        pd.read_csv(path, dtype=str).to_parquet(folder / f"{path.stem}.parquet")  # an empty cell is null
    return folder


def graph(case: Path) -> dict[str, pa.Table]:
    """The tables of the graph without the places that they were read from."""
    tables = {name: CaseFolder(case).table(name) for name in GRAPH_TABLES if name != "sources"}
    return {name: table.drop_columns([c for c in PLACES if c in table.column_names]) for name, table in tables.items()}


@pytest.mark.parametrize(("convert", "notes"), [(as_workbook, 1), (as_parquet, 0)])
def test_the_sample_case_is_the_same_graph_from_other_files(
    tmp_path: Path, convert: Callable[[Path], Path], notes: int
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    convert(folder)
    assert graphkit("build", f"tables:own={SAMPLE}", "--case", tmp_path / "text").code == 0
    ran = graphkit("build", f"tables:own={folder}", "--case", tmp_path / "other")
    assert ran.code == 0
    assert ran.out.splitlines()[2].split() == ["own", "324", "324", "0", str(notes), "0"]
    expected, found = graph(tmp_path / "text"), graph(tmp_path / "other")
    assert {name for name in expected if not expected[name].equals(found[name])} == set()
    assert expected["links"].num_rows == 50  # two of them derived


def test_a_workbook_in_a_case_is_read_again_when_something_is_added(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    as_workbook(folder)
    case = tmp_path / "case"
    assert graphkit("build", folder / "book.xlsx", "--case", case).code == 0
    before = graph(case)
    (folder / "book.xlsx").unlink()  # the case has its own copy
    (tmp_path / "more.csv").write_text("id,kind,name,imo\nx1,vessel,EXAMPLE STAR,9074729\n", encoding="utf-8")
    assert graphkit("build", tmp_path / "more.csv", "--add", "--case", case).code == 0
    after = graph(case)
    assert after["links"].equals(before["links"])
    assert after["entities"].num_rows == before["entities"].num_rows + 1
    remarks = graphkit("sources", "--remarks", "--case", case).out
    assert "book.xlsx [Notes]" in remarks
    assert "the sheet has the columns of no table and is not read" in remarks


def test_a_damaged_workbook_beside_good_files_is_one_sentence_and_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (tmp_path / "e.csv").write_text("id,name\nv1,AN SAN 1\n", encoding="utf-8")
    ran = graphkit("build", tmp_path, "--case", tmp_path / "case")
    assert ran.code == 1
    assert "old.xls is a workbook of Excel 97 to 2003; save it as .xlsx or CSV." in ran.err
    assert "1 entities" in ran.out


def test_resolve_and_compare_take_a_workbook_and_tell_what_they_could_not_read(tmp_path: Path) -> None:
    book = Workbook()
    book["Sheet"].append(["id", "name", "imo"])
    book["Sheet"].append(["a", "AN SAN 1", 7303803.0])
    book["Sheet"].append(["b", "ANSAN 1", "IMO 7303803"])
    book["Sheet"].append(["c", "PATRIOT", "#N/A"])
    book.save(tmp_path / "fleet.xlsx")
    ran = graphkit("resolve", tmp_path / "fleet.xlsx", "--kind", "vessel")
    assert ran.code == 0
    first, second, third = (line.split(",") for line in ran.out.splitlines()[1:])
    assert first[1] == second[1] != third[1]
    assert "note: fleet.xlsx [Sheet], row 4: the cell holds an error and is left empty (C4: #N/A)\n" in ran.err

    pairs = Workbook()
    pairs["Sheet"].append(["left", "right"])
    pairs["Sheet"].append(["AN SAN 1", "ANSAN 1"])
    pairs.save(tmp_path / "pairs.xlsx")
    compared = graphkit("compare", "--file", tmp_path / "pairs.xlsx", "--kind", "vessel")
    assert (compared.code, compared.err) == (0, "")
    assert compared.out.splitlines()[1].startswith("AN SAN 1,ANSAN 1,")


def test_judgements_may_stand_in_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text("id,kind,name\na,company,EXAMPLE ONE\nb,company,SAMPLE TWO\n", encoding="utf-8")
    assert graphkit("build", tmp_path / "e.csv", "--case", tmp_path / "case").code == 0
    book = Workbook()
    book["Sheet"].append(["left", "right", "judgement", "why"])
    book["Sheet"].append(["own:a", "own:b", "different", "two registers"])
    book["Sheet"].append(["own:a", "own:b", "#N/A", "lost"])
    book.save(tmp_path / "mine.xlsx")
    ran = graphkit("judge", "--file", tmp_path / "mine.xlsx", "--case", tmp_path / "case", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    assert [(row["line"], row["reason"]) for row in ran.json["set_aside"]] == [(3, "'' is neither same nor different.")]
    assert "two registers" in (tmp_path / "case" / "judgements.csv").read_text(encoding="utf-8")
    Workbook().save(tmp_path / "none.xlsx")
    empty = graphkit("judge", "--file", tmp_path / "none.xlsx", "--case", tmp_path / "case")
    assert (empty.code, empty.err) == (1, "graphkit: none.xlsx has nothing in it.\n")
