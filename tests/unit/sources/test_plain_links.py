"""The links table: types and roles in the words of registers, dates, certainty, and one link a source."""

from pathlib import Path

import pytest

from graphkit.model.dates import parse_when
from graphkit.model.records import Link, LoadReport, Provenance
from graphkit.model.vocabulary import Certainty, LinkType
from tests.unit.sources.plain_folder import only, read_texts, remarks

TABLE = Provenance("case-x", "l.csv", 2)


def read_rows(folder: Path, header: str, *rows: str) -> tuple[list[Link], LoadReport]:
    """The links of a table whose first two columns are from and to, each row written without them."""
    text = "\n".join([f"from,to,{header}", *(f"A,B,{row}" for row in rows)]) + "\n"
    statements, report = read_texts(folder, {"l.csv": text})
    return only(Link, statements), report


@pytest.mark.parametrize(
    ("printed", "kind", "role"),
    [
        ("OWNS", LinkType.OWNS, ""),
        ("owns", LinkType.OWNS, ""),
        ("Linked To", LinkType.LINKED_TO, ""),
        ("nominee-for", LinkType.NOMINEE_FOR, ""),
        ("Registered Owner", LinkType.OWNS, "registered_owner"),
        ("Group (Beneficial) Owner", LinkType.OWNS, "beneficial_owner"),
        ("UBO", LinkType.OWNS, "beneficial_owner"),
        ("Ship manager/Commercial manager", LinkType.MANAGES, "ship_manager"),
        ("ISM Manager", LinkType.MANAGES, "ism_manager"),
        ("DOC company", LinkType.MANAGES, "ism_manager"),
        ("technical_manager", LinkType.MANAGES, "technical_manager"),
        ("Third-party operator", LinkType.OPERATES, "operator"),
        ("Demise charterer", LinkType.OPERATES, "bareboat_charterer"),
        ("director", LinkType.DIRECTS, "director"),
        ("port agent", LinkType.AGENT_FOR, "port_agent"),
    ],
)
def test_a_type_may_be_a_word_of_the_model_or_a_role_of_the_registers(
    tmp_path: Path, printed: str, kind: LinkType, role: str
) -> None:
    links, report = read_rows(tmp_path, "type", printed)
    assert links == [Link(kind, "own:ref/A", "own:ref/B", TABLE, role=role)]
    assert remarks(report) == []


@pytest.mark.parametrize(
    ("printed", "kind", "role"),
    [
        ("P&I club", LinkType.INSURED_BY, "insurer"),
        ("Classification society", LinkType.CLASSED_BY, "class_society"),
        ("broker", LinkType.BROKERED_BY, "broker"),
    ],
)
def test_an_insurer_in_from_is_the_end_of_a_link_that_runs_from_the_ship(
    tmp_path: Path, printed: str, kind: LinkType, role: str
) -> None:
    links, _ = read_rows(tmp_path, "type", printed, kind.value)
    assert links == [
        Link(kind, "own:ref/B", "own:ref/A", TABLE, role=role),
        Link(kind, "own:ref/A", "own:ref/B", Provenance("case-x", "l.csv", 3)),
    ]


def test_a_role_is_written_in_one_way_and_a_text_of_the_source_as_printed(tmp_path: Path) -> None:
    links, report = read_rows(
        tmp_path,
        "type,role",
        "OWNS,Registered Owner",
        "LINKED_TO,linked to",
        "OWNS,ISM Manager",
        ",Operator",
        ",",
        ",friend",
        "RO,",
    )
    assert [(link.type, link.role) for link in links] == [
        (LinkType.OWNS, "registered_owner"),
        (LinkType.LINKED_TO, "linked to"),
        (LinkType.OWNS, "ism_manager"),
        (LinkType.OPERATES, "operator"),
        (LinkType.LINKED_TO, ""),
        (LinkType.LINKED_TO, "friend"),
    ]
    assert remarks(report) == [
        (4, "the role belongs to another type of link; both are kept", "OWNS ISM Manager", False),
        (6, "the row has no type and is read as LINKED_TO", "", False),
        (7, "the row has no type and is read as LINKED_TO", "friend", False),
        (8, "type is no relationship type and no role that graphkit knows", "A | B | RO", True),
    ]


def test_dates_certainty_joint_and_wording_are_read_and_odd_ones_noted(tmp_path: Path) -> None:
    links, report = read_rows(
        tmp_path,
        "type,start,end,certainty,joint,wording",
        "OWNS,2016-04-01,before 2018-09,Reported,family Kim,is owned by",
        "OWNS,2018,2017,likely,,",
        "OWNS,31.2.2018,present,surely,,",
    )
    assert links == [
        Link(
            LinkType.OWNS,
            "own:ref/A",
            "own:ref/B",
            Provenance("case-x", "l.csv", 2, wording="is owned by"),
            start=parse_when("2016-04-01"),
            end=parse_when("before 2018-09"),
            certainty=Certainty.ALLEGED,
            joint="family Kim",
        ),
        Link(
            LinkType.OWNS,
            "own:ref/A",
            "own:ref/B",
            Provenance("case-x", "l.csv", 3),
            start=parse_when("2018"),
            end=parse_when("2017"),
            certainty=Certainty.LIKELY,
        ),
        Link(
            LinkType.OWNS,
            "own:ref/A",
            "own:ref/B",
            Provenance("case-x", "l.csv", 4),
            certainty=Certainty.UNKNOWN,
        ),
    ]
    assert remarks(report) == [
        (3, "the end lies before the start", "2018 - 2017", False),
        (4, "start is not a date graphkit knows", "31.2.2018", False),
        (4, "end is not a date graphkit knows", "present", False),
        (4, "certainty is no word of the scale and counts as unknown", "surely", False),
    ]


@pytest.mark.parametrize("text", ["~9999-12", "before 0001-01-01", "in " * 2000 + "2018", ".." * 5000])
def test_a_date_at_the_end_of_the_calendar_or_without_end_is_noted(tmp_path: Path, text: str) -> None:
    links, report = read_rows(tmp_path, "type,start", f"OWNS,{text}")
    assert links == [Link(LinkType.OWNS, "own:ref/A", "own:ref/B", TABLE)]
    assert [reason for _, reason, _, _ in remarks(report)] == ["start is not a date graphkit knows"]


def test_each_source_of_a_row_is_a_link_of_its_own(tmp_path: Path) -> None:
    links, _ = read_rows(tmp_path, "type,source", "OWNS,eq-07#p2; reg-hk#row14;eq-07#p2;eq-07#p9;#p1")
    assert [(link.provenance.source_id, link.provenance.place) for link in links] == [
        ("eq-07", "p2"),
        ("reg-hk", "row14"),
        ("eq-07", "p9"),
        ("case-x", "p1"),
    ]


def test_a_row_that_names_one_party_only_is_set_aside(tmp_path: Path) -> None:
    _, report = read_texts(tmp_path, {"l.csv": "from,to,type\n,B,OWNS\nA,,OWNS\n,,OWNS\nA;C,B,OWNS\n"})
    assert remarks(report) == [
        (2, "the row names only one party", "B | OWNS", True),
        (3, "the row names only one party", "A | OWNS", True),
        (4, "the row names no parties", "OWNS", True),
        (5, "this cell holds one party; what follows the semicolon is read as part of its name", "A;C", False),
    ]
