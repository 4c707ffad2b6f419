"""How the columns of a table are read, and of whom its rows speak."""

import pytest

from graphkit.errors import WrongUse
from graphkit.session.screening_rows import RowReader, Subjects, screen_columns


def told(header: list[str], *cells: list[str], **named: str) -> dict[str, str]:
    rows = [(2, dict(zip(header, row, strict=True))) for row in cells]
    return screen_columns(header, rows, named).told()


def subjects(header: list[str], cells: list[str], kind: str = "") -> tuple[list[tuple[str, str, str]], tuple[str, ...]]:
    """Column, class and name of each party of one row, and what could not be used."""
    row = dict(zip(header, cells, strict=True))
    reader, found = RowReader(screen_columns(header, [(2, row)], {}), kind), Subjects()
    notes = reader.add(0, row, found)
    return list(zip(found.column, found.name_class, found.cells["name"], strict=True)), notes


def test_columns_are_known_by_their_usual_names_and_the_rest_is_looked_through_for_numbers() -> None:
    header = ["Customer ID", "Vessel Name", "IMO No", "Flag State", "Registered Owner", "Remarks"]
    assert told(header) == {
        "Vessel Name": "name",
        "IMO No": "imo",
        "Flag State": "flag",
        "Registered Owner": "party",
        "Customer ID": "numbers in text",
        "Remarks": "numbers in text",
    }


def test_a_column_of_an_unknown_name_is_known_by_the_check_digits_of_its_cells() -> None:
    # 7303803 and 9003550 are right as ships' numbers; 1234 is no number of the scheme.
    assert told(["Hull", "Who"], ["7303803", "x"], ["IMO 9003550", "y"])["Hull"] == "imo"
    assert told(["Name", "Who"], ["7303803", "x"], ["1234", "y"])["Name"] == "name"


def test_a_table_of_one_column_is_one_of_names() -> None:
    assert told(["Wen"], ["AN SAN 1"]) == {"Wen": "name"}


def test_a_column_can_be_named_by_hand() -> None:
    assert told(["A", "B"], ["AN SAN 1", "x"], name="A", party="B") == {"A": "name", "B": "party"}


@pytest.mark.parametrize("named", [{"name": "C"}, {"nonsense": "A"}, {}])
def test_what_cannot_be_read_is_refused_with_the_columns_there_are(named: dict[str, str]) -> None:
    with pytest.raises(WrongUse, match="name|A, B"):
        told(["A", "B"], ["AN SAN 1", "x"], **named)


def test_a_row_speaks_of_a_ship_and_of_the_parties_it_names() -> None:
    header = ["name", "imo", "owner", "manager"]
    assert subjects(header, ["AN SAN 1", "7303803", "KOREA ANSAN SHIPPING", "UNKNOWN"]) == (
        [("name", "vessel", "AN SAN 1"), ("owner", "any", "KOREA ANSAN SHIPPING")],
        ("'UNKNOWN' stands for a name and is none",),
    )


def test_a_company_number_among_ships_numbers_is_a_company_s() -> None:
    # 5676084 is right as a company's number and wrong as a ship's (there the sum is 146, which ends in 6).
    found, notes = subjects(["customer", "imo"], ["Gudzon", "5676084"])
    assert (found, notes) == ([("customer", "legal", "Gudzon")], ())


def test_a_wrong_check_digit_is_told_and_the_number_not_used() -> None:
    found, notes = subjects(["customer", "imo"], ["Gudzon", "7303804"])
    assert found == [("customer", "any", "Gudzon")]
    assert notes == ("imo '7303804' is no such number, or its check digit is wrong; not used",)


@pytest.mark.parametrize(
    ("header", "cells", "name_class"),
    [
        (["name", "kind"], ["X Y", "Individual"], "person"),
        (["name", "type"], ["X Y", "company"], "legal"),
        (["name", "type", "flag"], ["X Y", "Crude Oil Tanker", "KP"], "vessel"),
        (["company_name"], ["X Y"], "legal"),
        (["name", "birth_date"], ["X Y", "1970-01-01"], "person"),
        (["name"], ["X Y"], "any"),
    ],
)
def test_what_a_row_is_comes_from_what_it_says(header: list[str], cells: list[str], name_class: str) -> None:
    found, _ = subjects(header, cells)
    assert [each[1] for each in found] == [name_class]


def test_a_cell_without_end_is_cut_and_told() -> None:
    found, notes = subjects(["name"], ["A" * 1_000_000])
    assert len(found[0][2]) == 500
    assert notes == ("a name of 1,000,000 signs was cut after 500",)
