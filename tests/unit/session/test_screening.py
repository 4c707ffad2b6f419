"""A table screened against a case of a few rows: who is hit, and what is kept back."""

from pathlib import Path

import pytest

from graphkit.model.answers.screening import ScreenedRow
from graphkit.session.screening import Screening, ScreenOptions
from tests.small_cases import small_case

PARTIES = """
    id,kind,name,aliases,former_names,imo,birth_date,country,visibility,lei
    star,vessel,MORNING STAR,,HAPPY HOPE,9074729,,,public,
    figures,vessel,7-28,,,8898831,,,public,
    quist,person,Carol Quist,Karolina Quist,,,1960-05-01,,public,
    secret,company,Covert Meridian Shipping,,,,,,internal,
    firm,company,Harbour Meridian Shipping Ltd,,,,,PA,public,
"""
LISTINGS = """
    entity,authority,listed
    star,UN,2018-01-01
    figures,UN,2018-01-01
    quist,OFAC,2018-01-01
    secret,OFAC,2018-01-01
    firm,EU,2018-01-01
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    small_case(tmp_path, entities=PARTIES, listings=LISTINGS)
    return next(path.parent for path in tmp_path.rglob("current"))


def screened(case: Path, tmp_path: Path, table: str, *, internal: bool = False, **options: object) -> list[ScreenedRow]:
    path = tmp_path / "rows.csv"
    path.write_text(table, encoding="utf-8")
    asked = ScreenOptions(day="2019-01-01", **options)  # type: ignore[arg-type]  # as each test needs
    return list(Screening(str(path), case, asked, internal=internal).rows())


def matches(rows: list[ScreenedRow]) -> list[list[tuple[str, str]]]:
    """Name and kind of match of the likeliest hit of each row."""
    return [[(hit.name, str(hit.match)) for hit in row.hits[:1]] for row in rows]


def test_each_way_of_matching_is_told(case: Path, tmp_path: Path) -> None:
    table = (
        "name,imo,note\nMorning Star,,\nHappy Hope,,\nKarolina Quist,,\nPeace,9074729,\nMORNIGN STAR,,\n"
        "M/V 7-28,,\n7-28,,\nOther Wind,,once 9074729\nNordic Light,,\n"
    )
    assert matches(screened(case, tmp_path, table)) == [
        [("MORNING STAR", "name")],
        [("MORNING STAR", "former_name")],
        [("Carol Quist", "alias")],
        [("MORNING STAR", "number")],
        [("MORNING STAR", "close_name")],
        [],  # figures alone are found as they are, and not behind a prefix
        [("7-28", "name")],
        [("MORNING STAR", "number_in_text")],
        [],
    ]


def test_what_else_a_row_says_counts_for_and_against(case: Path, tmp_path: Path) -> None:
    table = "name,kind,birth_date\nCarol Quist,person,1960-05-01\nCarol Quist,person,\nCarol Quist,person,1990-07-07\n"
    agrees, silent, differs = screened(case, tmp_path, table, min_score=0.0)
    scores = [row.hits[0].score for row in (agrees, silent, differs)]
    assert scores == sorted(scores, reverse=True)
    assert "birth date agrees: 1960-05-01" in agrees.hits[0].reasons
    assert "birth date differs: 1990-07-07 / 1960-05-01" in differs.hits[0].contradictions
    assert scores[2] < 0.5 < scores[1]


def test_internal_parties_are_found_only_when_asked_for(case: Path, tmp_path: Path) -> None:
    table = "name\nCovert Meridian Shipping\n"

    def names(*, internal: bool) -> set[str]:
        return {hit.matched for row in screened(case, tmp_path, table, internal=internal) for hit in row.hits}

    assert "Covert Meridian Shipping" not in names(internal=False)
    assert "Covert Meridian Shipping" in names(internal=True)


def test_a_row_is_answered_alike_wherever_it_stands(case: Path, tmp_path: Path) -> None:
    rows = [f"Stranger {chr(65 + n % 26)}{chr(65 + n // 26 % 26)} Meridian" for n in range(9_000)]
    (alone,) = screened(case, tmp_path, "name\nHarbor Meridian Shiping\n")
    crowd = screened(case, tmp_path, "name\n" + "\n".join([*rows, "Harbor Meridian Shiping"]) + "\n")
    assert len(crowd) == 9_001
    assert (crowd[-1].row, crowd[-1].hits) == (9_002, alone.hits)
    assert alone.hits[0].name == "Harbour Meridian Shipping Ltd"
