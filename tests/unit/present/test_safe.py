"""What people look at holds no hidden sign and no formula; names come from sanctioned parties."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.present.safe import for_spreadsheet, for_terminal
from graphkit.present.text import as_csv


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("AN SAN 1", "AN SAN 1"),
        ("МАЯК, 安山, Þór", "МАЯК, 安山, Þór"),
        ("\x1b[31mRED\x1b[0m", "\\u001b[31mRED\\u001b[0m"),  # a colour, or worse
        ("HOPE\x07\x08SEA", "HOPE\\u0007\\u0008SEA"),
        ("one\nline\tonly\r", "one line only "),
        ("\u202eAES EPOH", "\\u202eAES EPOH"),  # written from right to left: reads HOPE SEA
        ("HOPE\u200bSEA", "HOPE\\u200bSEA"),
        ("HOPE\u2028SEA", "HOPE\\u2028SEA"),
        ("\x9b31m", "\\u009b31m"),  # the one-byte form of the escape
        ("half \ud83d sign", "half \\ud83d sign"),
    ],
)
def test_a_terminal_is_shown_every_sign_and_obeys_none(text: str, shown: str) -> None:
    assert for_terminal(text) == shown


@given(st.text(st.characters()))
def test_no_text_at_all_holds_a_control_or_direction_mark_on_the_terminal(text: str) -> None:
    shown = for_terminal(text)
    assert {unicodedata.category(sign) for sign in shown} & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} == set()
    assert for_terminal(shown) == shown


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),  # a full-width sign, which some programs read as the narrow one
        ("AN SAN = 1", "AN SAN = 1"),
        ("", ""),
        (None, ""),
        (-3.5, "-3.5"),  # a match weight is a number
        (True, "True"),
    ],
)
def test_a_cell_that_would_be_calculated_is_marked_as_text(value: object, cell: str) -> None:
    assert for_spreadsheet(value) == cell


@given(st.text(), st.text())
def test_no_text_at_all_begins_like_a_formula_or_breaks_out_of_its_cell(text: str, other: str) -> None:
    header, *rows = csv.reader(io.StringIO(as_csv([{"name": text, "note": other}]), newline=""))
    assert (header, len(rows), len(rows[0])) == (["name", "note"], 1, 2)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in rows[0])
