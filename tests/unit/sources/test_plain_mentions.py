"""Cells that name a party: what they may be, which of them are one mention, and owners that nobody names."""

from pathlib import Path

import pytest

from graphkit.model.identifiers import Identifier
from graphkit.model.records import Provenance, Record
from graphkit.model.vocabulary import Kind, Scope, Standing, Validity
from tests.unit.sources.plain_folder import only, read_texts, remarks

TABLE = Provenance("case-x", "l.csv", 2)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("an-san-1", ()),
        ("7303803", (Identifier("imo", "7303803", "7303803", Validity.OK),)),
        ("5676084", (Identifier("company_imo", "5676084", "5676084", Validity.OK),)),
        # Both checks pass, and only resolve sees whether a ship has it.
        (
            "5993381",
            (
                Identifier("imo", "5993381", "5993381", Validity.OK),
                Identifier("company_imo", "5993381", "5993381", Validity.OK),
            ),
        ),
        ("1234568", ()),
        ("0000000", ()),
        ("677049000", ()),
    ],
)
def test_a_cell_that_names_a_party_is_a_mention_with_the_numbers_it_may_be(
    tmp_path: Path, text: str, numbers: tuple[Identifier, ...]
) -> None:
    statements, _ = read_texts(tmp_path, {"l.csv": f"from,to,type\n{text},B,OWNS\n"})
    assert only(Record, statements)[0] == Record(
        f"own:ref/{text}",
        Kind.NOT_STATED,
        text,
        TABLE,
        standing=Standing.MENTION,
        scope=Scope.BUILD,
        identifiers=(Identifier("own_id", text, text, Validity.UNCHECKED), *numbers),
    )


def test_a_labelled_number_that_fails_both_checks_is_kept_and_noted(tmp_path: Path) -> None:
    statements, report = read_texts(tmp_path, {"l.csv": "from,to,type\nIMO 7303804,imo no. 7303803,OWNS\n"})
    assert [record.identifiers[1:] for record in only(Record, statements)] == [
        (Identifier("imo", "IMO 7303804", "", Validity.BAD_CHECKSUM),),
        (Identifier("imo", "imo no. 7303803", "7303803", Validity.OK),),
    ]
    assert remarks(report) == [(2, "imo number with a wrong check digit, kept and not used", "IMO 7303804", False)]


def test_names_that_differ_in_anything_are_different_mentions_and_equal_ones_are_one(tmp_path: Path) -> None:
    statements, _ = read_texts(
        tmp_path,
        {"l.csv": "from,to,type\nAN SAN 1,an-san-1,OWNS\nAn San 1,AN SAN 1,OWNS\n平安,平和,OWNS\n平安,平和,MANAGES\n"},
    )
    mentions = only(Record, statements)
    assert [mention.name for mention in mentions] == ["AN SAN 1", "an-san-1", "An San 1", "平安", "平和"]
    assert len({mention.id for mention in mentions}) == 5
    assert [mention.provenance.line for mention in mentions] == [2, 2, 3, 4, 4]


def test_each_link_with_a_placeholder_has_an_unknown_party_of_its_own(tmp_path: Path) -> None:
    # One owner called UNKNOWN would join the fleets of half the world.
    statements, report = read_texts(
        tmp_path,
        {
            "l.csv": "from,to,type\n"
            "UNKNOWN,SHIP A,OWNS\n"
            "unknown,SHIP B,OWNS\n"
            "REPORTED SOLD UNDISCLOSED INTEREST,?,OWNS\n"
            "UNKNOWN,SHIP A,MANAGES\n"
            "UNKNOWN SHIPPING CO,SHIP A,OWNS\n"
        },
    )
    unknown = [record for record in only(Record, statements) if record.id.startswith("own:unknown/")]
    assert [record.name for record in unknown] == [
        "UNKNOWN",
        "unknown",
        "REPORTED SOLD UNDISCLOSED INTEREST",
        "?",
        "UNKNOWN",
    ]
    assert len({record.id for record in unknown}) == 5
    assert {(record.scope, record.standing, record.identifiers) for record in unknown} == {(None, Standing.MENTION, ())}
    assert [record.name for record in only(Record, statements)][-1] == "UNKNOWN SHIPPING CO"
    assert report.kept == 5
