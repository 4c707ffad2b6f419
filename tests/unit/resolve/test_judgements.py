"""A person's decisions: kept as a table, bound to what the records said, and never above the rules."""

from pathlib import Path

import pytest

from graphkit.errors import JudgementError
from graphkit.model.records import Record
from graphkit.model.vocabulary import Kind
from graphkit.resolve.judgements import (
    DIFFERENT,
    SAME,
    Judgement,
    fingerprints,
    read_judgements,
    refusal,
    write_judgements,
)
from tests.case_tables import company, crowd, partition, resolved, tables, verdicts, vessel

NO_TABLE = "judgements.csv is no CSV table in UTF-8; save it as one."
ALPHA, BETA = company("a", "KOREA ANSAN", country="KP"), company("b", "BETA")


def marks(*records: Record) -> dict[str, str]:
    said = tables(*records)
    return fingerprints(said["record_names"], said["record_identifiers"])


def groups(*records: Record, judgements: list[Judgement]) -> set[str]:
    return {" ".join(sorted(group)) for group in partition(resolved(*records, judgements=judgements))}


def test_same_joins_what_nothing_else_would_and_says_who_decided() -> None:
    resolution = resolved(ALPHA, BETA, judgements=[Judgement("b", "a", SAME, why="one address")])
    assert partition(resolution) == {frozenset({"a", "b"})}
    assert verdicts(resolution) == {("a", "b", "merge", "a person judged them the same")}
    assert resolution.pairs["decided_by"].tolist() == ["judgement"]
    assert resolution.alarms == ()


def test_different_keeps_apart_what_the_evidence_joins_and_leaves_the_queue() -> None:
    twin = company("b", "KOREA ANSAN", country="KP")
    assert partition(resolved(ALPHA, twin, *crowd())) == {frozenset({"a", "b"})}
    resolution = resolved(ALPHA, twin, *crowd(), judgements=[Judgement("a", "b", DIFFERENT)])
    assert partition(resolution) == {frozenset({"a"}), frozenset({"b"})}
    assert resolution.pairs[["verdict", "decided_by", "reason"]].to_numpy().tolist() == [
        ["apart", "judgement", "would join what a person judged different"]
    ]


def test_different_holds_through_a_third_record() -> None:
    three = [company(each, "KOREA ANSAN", country="KP") for each in "abc"]
    found = partition(resolved(*three, *crowd(), judgements=[Judgement("a", "c", DIFFERENT)]))
    assert len(found) == 2
    assert not any({"a", "c"} <= group for group in found)


def test_the_last_word_on_a_pair_counts_whichever_way_round_it_is_written() -> None:
    undone = [Judgement("a", "b", SAME), Judgement("b", "a", DIFFERENT)]
    assert groups(ALPHA, BETA, judgements=undone) == {"a", "b"}
    assert groups(ALPHA, BETA, judgements=undone[::-1]) == {"a b"}


def test_a_judgement_on_a_record_that_has_changed_is_told_and_not_applied() -> None:
    before = marks(ALPHA, BETA)
    judged = Judgement("a", "b", SAME, "", "", "", before["a"], before["b"])
    assert groups(ALPHA, BETA, judgements=[judged]) == {"a b"}
    renamed = company("b", "BETA SHIPPING")
    resolution = resolved(ALPHA, renamed, judgements=[judged])
    assert partition(resolution) == {frozenset({"a"}), frozenset({"b"})}
    assert resolution.alarms == ("The judgement on a and b is not applied: b has changed since.",)


def test_a_judgement_on_a_record_that_is_gone_is_told() -> None:
    assert resolved(ALPHA, judgements=[Judgement("a", "z", SAME)]).alarms == (
        "The judgement on a and z is not applied: z is not in the case.",
    )


def test_a_judgement_written_by_hand_without_fingerprints_is_applied() -> None:
    assert groups(ALPHA, BETA, judgements=[Judgement("a", "b", SAME)]) == {"a b"}


def test_two_hulls_are_not_joined_by_a_person_either_also_not_through_a_third_record() -> None:
    ships = [vessel("a", "Z", imo="7303803"), vessel("b", "Z"), vessel("c", "Z", imo="9003550")]
    judged = [Judgement("a", "b", SAME), Judgement("b", "c", SAME)]
    resolution = resolved(*ships, judgements=judged)
    assert partition(resolution) == {frozenset({"a", "b"}), frozenset({"c"})}
    assert resolution.alarms == (
        "The judgement on b and c is not applied: it would make one ship of IMO 7303803 and 9003550.",
    )


def test_judgements_that_contradict_each_other_are_told() -> None:
    three = [company(each, each) for each in "abc"]
    judged = [Judgement("a", "b", SAME), Judgement("b", "c", SAME), Judgement("a", "c", DIFFERENT)]
    resolution = resolved(*three, judgements=judged)
    assert partition(resolution) == {frozenset({"a", "b"}), frozenset({"c"})}
    assert resolution.alarms == (
        "The judgement on b and c is not applied: it would join what a person judged different.",
    )


def test_a_fingerprint_is_of_names_and_numbers_whatever_their_order_place_and_list() -> None:
    one = vessel("a", "ZEUS", aliases=["FREEDOM", "SABRINA"], imo="7303803", flag="KP")
    other = vessel("a", "ZEUS", aliases=["SABRINA", "FREEDOM"], imo="7303803", flag="PA")
    assert marks(one) == marks(other)
    changed = [
        vessel("a", "ZEUS", aliases=["FREEDOM"], imo="7303803"),
        vessel("a", "ZEUS", aliases=["FREEDOM", "SABRINA"], imo="9003550"),
        vessel("a", "HOPE SEA", aliases=["FREEDOM", "SABRINA"], imo="7303803"),
    ]
    assert len({marks(each)["a"] for each in [one, *changed]}) == 4


def test_a_judgement_is_refused_before_it_is_written_when_it_cannot_hold() -> None:
    said = tables(vessel("a", "ZEUS", imo="7303803"), vessel("b", "ZEUS", imo="9003550"), vessel("c", "ZEUS"))
    known = fingerprints(said["record_names"], said["record_identifiers"])

    def refused(left: str, right: str, judgement: str) -> str:
        return refusal(left, right, judgement, known, said["record_identifiers"])

    assert refused("a", "b", SAME) == (
        "They bear two valid ship IMO numbers (7303803 and 9003550), and one hull has one number for life."
    )
    assert refused("a", "z", SAME).startswith("There is no record 'z' in the case")
    assert refused("a", "a", SAME) == "A record cannot be judged against itself."
    assert refused("a", "c", "maybe") == "'maybe' is neither same nor different."
    assert refused("a", "b", DIFFERENT) == refused("a", "c", SAME) == ""


def test_judgements_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    assert read_judgements(path) == []
    judged = [
        Judgement("a", "b", SAME, 'one "IMO", as said\nby phone', "Ó. Núñez", "2018-06-29", "f00", "ba5"),
        Judgement("c", "d", DIFFERENT),
    ]
    write_judgements(path, judged)
    assert read_judgements(path) == judged
    assert [file.name for file in tmp_path.iterdir()] == ["judgements.csv"]


def test_a_table_that_a_spreadsheet_saved_is_read(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    path.write_bytes(b"\xef\xbb\xbfleft,right,judgement,note\r\na, b ,same ,x\r\n")
    assert read_judgements(path) == [Judgement("a", "b", SAME)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "judgements.csv needs the columns left, right and judgement."),
        (b"left,judgement\na,same\n", "judgements.csv needs the columns left, right and judgement."),
        (b"left,right,judgement\na,b,perhaps\n", "judgements.csv, line 2: 'perhaps' is neither same nor different."),
        (b"left,right,judgement\na\n", "judgements.csv, line 2: '' is neither same nor different."),
        (
            "left,right,judgement\nÄ,b,same\n".encode("cp1252"),
            "judgements.csv is no CSV table in UTF-8; save it as one.",
        ),
        (
            "left,right,judgement\na,b,same\n".encode("utf-16"),
            "judgements.csv is no CSV table in UTF-8; save it as one.",
        ),
    ],
)
def test_a_table_that_cannot_be_used_is_named_with_its_line(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "judgements.csv"
    path.write_bytes(content)
    with pytest.raises(JudgementError) as raised:
        read_judgements(path)
    assert str(raised.value) == message


def test_no_judgement_makes_a_company_of_a_ship() -> None:
    ship, firm = vessel("a", "KOTI"), company("b", "KOTI")
    assert (ship.kind, firm.kind) == (Kind.VESSEL, Kind.COMPANY)
    assert resolved(ship, firm, judgements=[Judgement("a", "b", SAME)]).alarms == (
        "The judgement on a and b is not applied: it would make one of a company or organization and a vessel.",
    )
