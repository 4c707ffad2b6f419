"""One table of one's own: which columns say what, and nothing else is evidence."""

import math

import pandas as pd
import pytest

from graphkit.model.vocabulary import NameKind
from graphkit.resolve.flat_table import said_of
from graphkit.resolve.said import Said, numbers_of


def table(**columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(columns, dtype="str")


def values(said: Said, piece: str) -> list[tuple[int, str]]:
    column = said.values[piece]
    return sorted(zip(column.rows.tolist(), column.texts.tolist(), strict=True))


def names(said: Said, kind: NameKind) -> list[tuple[int, str]]:
    column = said.names[kind]
    return list(zip(column.rows.tolist(), column.texts.tolist(), strict=True))


def test_several_values_in_a_cell_are_values_of_one_row() -> None:
    said = said_of(
        table(
            name=["AN SAN 1", "KOTI", "AN SAN 1"],
            aliases=["HOPE SEA; ZEUS ;", "", "HOPE SEA"],
            former_names=["", "JANUS", ""],
            flag=["KP; Sierra Leone", "PA", "nowhere"],
        )
    )
    assert names(said, NameKind.PRIMARY) == [(0, "AN SAN 1"), (1, "KOTI"), (2, "AN SAN 1")]
    assert names(said, NameKind.ALIAS) == [(0, "HOPE SEA"), (0, "ZEUS"), (2, "HOPE SEA")]
    assert names(said, NameKind.FORMER) == [(1, "JANUS")]
    assert values(said, "flag") == [(0, "KP"), (0, "SL"), (1, "PA")]


def test_numbers_are_read_as_everywhere_else_and_wrong_ones_are_none() -> None:
    said = said_of(table(imo=["IMO 7303803", "7303804", "0000000"], call_sign=["HM-ZF2", "", ""]))
    assert values(said, "imo") == [(0, "7303803")]
    assert values(said, "call_sign") == [(0, "HMZF2")]
    firm = said_of(table(registration_number=["78-47 02", "12345", ""]))
    assert values(firm, "company_number") == [(0, "784702")]


def test_types_dates_addresses_and_partners_are_read_too() -> None:
    said = said_of(
        table(
            type=["Crude Oil Tanker", "Other"],
            birth_date=["1965-08-07", "1965"],
            address=["80 Broad Street, Monrovia", ""],
            owner=["BETA SHPG CO., LTD; ALPHA", ""],
            director=["", "ALPHA"],
        )
    )
    assert values(said, "type") == [(0, "tanker")]
    assert values(said, "birth_day") == [(0, "1965-08-07")]
    assert values(said, "birth_year") == [(0, "1965"), (1, "1965")]
    assert (values(said, "address"), values(said, "place")) == ([(0, "80 BROAD STREET")], [(0, "MONROVIA")])
    assert values(said, "partner") == [(0, "owner ALPHA"), (0, "owner BETASHIPPING"), (1, "director ALPHA")]


@pytest.mark.parametrize(
    ("columns", "kind", "expected"),
    [
        ({"name": ["A", "B"]}, "", ["legal", "legal"]),
        ({"name": ["A", "B"], "flag": ["", "KP"]}, "", ["vessel", "vessel"]),
        ({"name": ["A", "B"], "flag": ["", ""]}, "", ["legal", "legal"]),
        ({"name": ["A", "B"], "imo": ["7303803", ""], "lei": ["x", ""]}, "", ["legal", "legal"]),
        ({"name": ["A", "B"]}, "person", ["person", "person"]),
        ({"name": ["A", "B"], "kind": ["Vessel ", "something"]}, "person", ["vessel", "person"]),
        ({"name": ["A", "B"], "kind": ["organization", ""]}, "vessel", ["legal", "vessel"]),
    ],
)
def test_the_class_of_a_row_is_what_it_states_or_what_was_asked_for_or_what_the_columns_tell(
    columns: dict[str, list[str]], kind: str, expected: list[str]
) -> None:
    assert said_of(table(**columns), kind=kind).name_class.tolist() == expected


def test_the_ids_are_in_the_order_of_the_rows() -> None:
    ids = said_of(table(name=["KOTI"] * 101)).ids.tolist()
    assert (ids == sorted(ids), ids[0], ids[100]) == (True, "000", "100")


def test_figures_are_read_as_printed() -> None:
    found = numbers_of(pd.Series(["298,731", "99 144", "1.5", "0", "-3", "n/a", "", "9102 t", "=1+1"]))
    expected = [298731.0, 99144.0, 1.5, math.nan, math.nan, math.nan, math.nan, 9102.0, math.nan]
    assert [str(value) for value in found] == [str(value) for value in expected]


def test_an_empty_table_says_nothing() -> None:
    said = said_of(table(name=[], imo=[]))
    assert (len(said.ids), values(said, "imo")) == (0, [])
