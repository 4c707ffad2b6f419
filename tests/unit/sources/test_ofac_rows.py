"""Single rows of OFAC's files that are odd, doubled, cut, hostile or of nobody: each is told with its line."""

from pathlib import Path

import pytest

from graphkit.model.records import Fact, Listing, Record, Remark
from graphkit.model.vocabulary import Kind
from tests.unit.sources.ofac_files import load, names, row, told


def test_a_second_row_of_an_entry_number_is_set_aside(tmp_path: Path) -> None:
    statements, report = load(tmp_path, sdn=row(1, "A") + row(1, "B"), alt='1,5,"aka","C",-0- \r\n')
    assert names(statements) == ["A"]
    assert report.remarks[0] == Remark(
        "sdn.csv", 2, "a second row with the entry number of an earlier one", "1 B", set_aside=True
    )
    (entry,) = (one for one in statements if isinstance(one, Record))
    assert [name.text for name in entry.names] == ["C"]


def test_rows_of_an_entry_that_the_list_does_not_have_are_set_aside_with_their_lines(tmp_path: Path) -> None:
    _, report = load(
        tmp_path,
        sdn=row(1, "A"),
        alt='1,5,"aka","B",-0- \r\n2,6,"aka","C",-0- \r\n',
        add='2,7,"Example Road",-0- ,"Cuba",-0- \r\n',
        comments='3,"more."\r\n',
    )
    reason = "of an entry that the list does not have"
    assert report.remarks == [
        Remark("alt.csv", 2, reason, "2 6 aka C", set_aside=True),
        Remark("add.csv", 1, reason, "2 7 Example Road Cuba", set_aside=True),
        Remark("comments.csv", 1, reason, "3 more.", set_aside=True),
    ]
    assert (report.rows, report.kept) == (5, 2)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (row(2, "B").replace("2,", "two,", 1), "the entry number is not a number"),
        (row(2, "B").replace("2,", "٢,", 1), "the entry number is not a number"),
        (row(2, "-0- "), "an entry without a name"),
        ("2,B\r\n", "2 columns where 12 were expected"),
        (row(2, "B").replace("\r\n", ",x\r\n"), "13 columns where 12 were expected"),
        (
            "ent_num,SDN_Name,SDN_Type,Program,Title,Call,Type,T,G,Flag,Owner,Remarks\r\n",
            "the entry number is not a number",
        ),
    ],
)
def test_a_row_that_cannot_be_used_is_set_aside_and_the_others_are_read(tmp_path: Path, bad: str, reason: str) -> None:
    statements, report = load(tmp_path, sdn=row(1, "A") + bad + row(3, "C"))
    assert names(statements) == ["A", "C"]
    assert told(report) == [("sdn.csv", 2, reason, True)]


def test_an_alias_that_is_none_is_set_aside(tmp_path: Path) -> None:
    _, report = load(tmp_path, sdn=row(1, "A"), alt='1,5,"dba","B",-0- \r\n1,6,"aka",-0- ,-0- \r\n')
    assert [(one.line, one.reason, one.text) for one in report.remarks if one.file == "alt.csv"] == [
        (1, "neither aka, fka nor nka with a name", "1 dba B"),
        (2, "neither aka, fka nor nka with a name", "1 aka "),
    ]


def test_an_unknown_type_of_entry_is_kept_with_its_kind_open(tmp_path: Path) -> None:
    statements, report = load(tmp_path, sdn=row(1, "A", type_='"spacecraft"'))
    assert [one.kind for one in statements if isinstance(one, Record)] == [Kind.NOT_STATED]
    assert told(report) == [("sdn.csv", 1, "an unknown type of entry; its kind is left open", False)]


def test_remarks_cut_at_a_thousand_characters_end_in_a_note_when_the_rest_is_missing(tmp_path: Path) -> None:
    # The passport would be another one, and the last party nobody.
    remarks = ("Website " + "x" * 1000)[:981] + "; Passport 123456789"
    rest = '1,"0 (Cuba); Linked To: B CO."\r\n'
    statements, report = load(tmp_path, sdn=row(1, "A", remarks[:1000]))
    (entry,) = (one for one in statements if isinstance(one, Record))
    assert len(remarks) >= 1000
    assert [number.scheme for number in entry.identifiers] == ["ofac_uid"]
    assert entry.facts[1] == Fact("note", "Passport 12345678")
    reason = "remarks that break off at 1,000 characters without a comment; their last piece is kept as a note"
    assert told(report) == [("sdn.csv", 1, reason, False)]
    statements, _ = load(tmp_path, sdn=row(1, "A", remarks[:1000]), comments=rest)
    entry = next(one for one in statements if isinstance(one, Record))
    assert entry.identifiers[1].value == "123456780"


def test_a_remark_cut_at_a_blank_keeps_the_blank(tmp_path: Path) -> None:
    statements, _ = load(tmp_path, sdn=row(1, "A", "Chairman of "), comments='1,"the Board; Gender Male."\r\n')
    (entry,) = (one for one in statements if isinstance(one, Record))
    assert [fact.value for fact in entry.facts] == ["Chairman of the Board", "Male", "DPRK4"]


@pytest.mark.parametrize("programs", ["IRAN] [NPWMD] [IFSR", "[IRAN] [NPWMD] [IFSR]", "IRAN][NPWMD] [IFSR"])
def test_programmes_are_split_with_and_without_their_outer_brackets(tmp_path: Path, programs: str) -> None:
    statements, _ = load(tmp_path, sdn=row(1, "A").replace("DPRK4", programs))
    assert [one.programs for one in statements if isinstance(one, Listing)] == [("IRAN", "NPWMD", "IFSR")]


def test_hostile_cells_stay_text(tmp_path: Path) -> None:
    hostile = "=HYPERLINK(1) <script>\x1b[31m' OR 1=1"
    statements, report = load(tmp_path, sdn=row(1, hostile, "Linked To: " + hostile + "." + ";" * 5000))
    assert names(statements) == [hostile]
    assert told(report) == []
