"""Comparisons as people and programs are shown them; what a name holds does no harm."""

import csv
import io
import json

import pandas as pd
import pytest

from graphkit.model.comparison import Comparison, PieceOfEvidence
from graphkit.present.comparison import render, table_text

SISTERS = Comparison(
    left="WAN HENG 11",
    right="WANHENG NO. 12",
    kind="vessel",
    similarity=0.07,
    match_weight=-3.73,
    screen=True,
    merge=False,
    reason="another number in the name",
    evidence=(
        PieceOfEvidence("name", "agrees", 9.2, "WAN HENG / WANHENG"),
        PieceOfEvidence("numeral", "contradicts", -12.93, "11 / 12"),
    ),
)


def comparison(left: str, *, screen: bool = False, merge: bool = False) -> Comparison:
    return Comparison(left, "KOTI", "vessel", 0.5, 0.0, screen, merge, "evidence does not suffice", ())


def test_the_table_shows_the_verdict_and_the_sum() -> None:
    assert render(SISTERS, "table") == (
        "WAN HENG 11  /  WANHENG NO. 12  (vessel)\n"
        "similarity 0.07: look at it (another number in the name)\n"
        "    +9.20  name     agrees      WAN HENG / WANHENG\n"
        "   -12.93  numeral  contradicts 11 / 12\n"
        "    -3.73  bits together; 0 is even odds\n"
    )


@pytest.mark.parametrize(
    ("screen", "merge", "word"), [(False, False, "apart"), (True, False, "look at it"), (True, True, "merge")]
)
def test_each_verdict_has_a_word(screen: bool, merge: bool, word: str) -> None:
    assert f"similarity 0.50: {word} (" in render(comparison("KOTI", screen=screen, merge=merge), "table")


def test_json_has_the_parts_that_scripts_read() -> None:
    told = json.loads(render(SISTERS, "json"))
    assert list(told) == [
        "left",
        "right",
        "kind",
        "similarity",
        "match_weight",
        "screen",
        "merge",
        "reason",
        "evidence",
    ]
    assert told["evidence"][1] == {"name": "numeral", "state": "contradicts", "weight": -12.93, "detail": "11 / 12"}
    (line,) = render(SISTERS, "jsonl").splitlines()
    assert json.loads(line) == told


def test_csv_is_one_row_without_the_evidence() -> None:
    (row,) = csv.DictReader(io.StringIO(render(SISTERS, "csv")))
    assert (row["left"], row["similarity"], row["screen"].lower(), row["merge"].lower()) == (
        "WAN HENG 11",
        "0.07",
        "true",
        "false",
    )
    assert "evidence" not in row


@pytest.mark.parametrize("name", ["\x1b[31mKOTI", "\u202eKOTI", "KOTI\nmerge", "\x00"])
def test_nothing_in_a_name_steers_the_terminal(name: str) -> None:
    shown = render(comparison(name), "table")
    assert len(shown.splitlines()) == 3
    assert not {"\x1b", "\u202e", "\x00"} & set(shown)
    assert json.loads(render(comparison(name), "json"))["left"] == name


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", '=1+1,"'])
def test_a_spreadsheet_calculates_nothing_from_a_name(name: str) -> None:
    (row,) = csv.DictReader(io.StringIO(render(comparison(name), "csv")))
    assert not row["left"].startswith(("=", "+", "-", "@"))
    (row,) = csv.DictReader(io.StringIO(table_text(pd.DataFrame({"left": [name], "n": [-1.5]}), "csv")))
    assert (row["left"].startswith(("=", "+", "-", "@")), row["n"]) == (False, "-1.5")


FRAME = pd.DataFrame({"id": ["1", "zwei"], "match_weight": [1.5, -2.0], "merge": [True, False]})


def test_a_table_is_csv_json_or_columns_in_line() -> None:
    assert table_text(FRAME, "csv") == "id,match_weight,merge\n1,1.5,true\nzwei,-2.0,false\n"
    rows = [{"id": "1", "match_weight": 1.5, "merge": True}, {"id": "zwei", "match_weight": -2.0, "merge": False}]
    assert json.loads(table_text(FRAME, "json")) == rows
    assert [json.loads(line) for line in table_text(FRAME, "jsonl").splitlines()] == rows
    assert [line.split() for line in table_text(FRAME, "table").splitlines()] == [
        ["id", "match_weight", "merge"],
        ["----", "------------", "-----"],
        ["1", "1.5", "True"],
        ["zwei", "-2.0", "False"],
    ]


def test_a_table_without_rows_is_its_header() -> None:
    assert table_text(FRAME.iloc[:0], "csv") == "id,match_weight,merge\n"
    assert (table_text(FRAME.iloc[:0], "json"), table_text(FRAME.iloc[:0], "jsonl")) == ("[]\n", "")
