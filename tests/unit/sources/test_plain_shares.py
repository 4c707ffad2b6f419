"""Shares in percent: exact, a range with open or closed ends, or not stated, which is never 0."""

from pathlib import Path

import pytest

from graphkit.model.records import Link, LoadReport, Provenance, Share
from tests.unit.sources.plain_folder import only, read_texts, remarks

TABLE = Provenance("case-x", "l.csv", 2)


def read_rows(folder: Path, header: str, *rows: str) -> tuple[list[Link], LoadReport]:
    """The links of a table whose first two columns are from and to, each row written without them."""
    text = "\n".join([f"from,to,{header}", *(f"A,B,{row}" for row in rows)]) + "\n"
    statements, report = read_texts(folder, {"l.csv": text})
    return only(Link, statements), report


@pytest.mark.parametrize(
    ("cells", "share"),
    [
        ("51,,,,", Share(51.0, 51.0)),
        ('"33,3 %",,,,', Share(33.3, 33.3)),
        ("0,,,,", Share(0.0, 0.0)),
        ("25-50,,,,", Share(25.0, 50.0)),
        ("25 % – 50 %,,,,", Share(25.0, 50.0)),
        ("25.5..50,,,,", Share(25.5, 50.0)),
        (">50,,,,", Share(50.0, 100.0, minimum_open=True)),
        (">= 75%,,,,", Share(75.0, 100.0)),
        ("<25,,,,", Share(0.0, 25.0, maximum_open=True)),
        (",25,50,yes,no", Share(25.0, 50.0, minimum_open=True)),
        (",50,75,,TRUE", Share(50.0, 75.0, maximum_open=True)),
        (",25,,,", Share(25.0, 100.0)),
        (",,25,,", Share(0.0, 25.0)),
        ("50,50,50,false,false", Share(50.0, 50.0)),
        (",,,,", None),
    ],
)
def test_a_share_is_exact_or_a_range_or_not_stated(tmp_path: Path, cells: str, share: Share | None) -> None:
    columns = "type,share,share_min,share_max,share_min_exclusive,share_max_exclusive"
    links, report = read_rows(tmp_path, columns, f"OWNS,{cells}")
    assert [link.share for link in links] == [share]
    assert remarks(report) == []


@pytest.mark.parametrize(
    ("cells", "reason", "text"),
    [
        ("101,,,,", "the share is not between 0 and 100 percent and is left unknown", "101"),
        ("-5,,,,", "the share cannot be read and is left unknown", "-5"),
        ("half,,,,", "the share cannot be read and is left unknown", "half"),
        ("nan,,,,", "the share cannot be read and is left unknown", "nan"),
        ("75-25,,,,", "the share ends below where it begins and is left unknown", "75-25"),
        (",60,40,,", "the share ends below where it begins and is left unknown", "60 | 40"),
        ("50,25,75,,", "the share differs from share_min or share_max and is left unknown", "50 | 25 | 75"),
        ("50,,,yes,", "the share leaves out its only value and is left unknown", "50"),
        (",x,50,,", "the share cannot be read and is left unknown", "x | 50"),
    ],
)
def test_a_share_that_cannot_be_is_unknown_and_its_link_is_kept(
    tmp_path: Path, cells: str, reason: str, text: str
) -> None:
    columns = "type,share,share_min,share_max,share_min_exclusive,share_max_exclusive"
    links, report = read_rows(tmp_path, columns, f"OWNS,{cells}")
    assert [link.share for link in links] == [None]
    assert remarks(report) == [(2, reason, text, False)]
