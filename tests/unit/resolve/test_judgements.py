"""A person's decisions: kept as a table, bound to what the records said, and never above the rules."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from graphkit.errors import JudgementError
from graphkit.model.records import Record
from graphkit.model.vocabulary import Kind
from graphkit.resolve.admission import Admission, ship_numbers
from graphkit.resolve.judgements import (
    DIFFERENT,
    SAME,
    Judgement,
    add_judgements,
    fingerprints,
    read_judgements,
    remove_judgements,
)
from tests.case_tables import company, partition, resolved, tables, verdicts, vessel

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
    twins = [company(each, "KOREA ANSAN", country="KP", registration_number="30012345") for each in "ab"]
    assert partition(resolved(*twins)) == {frozenset({"a", "b"})}
    resolution = resolved(*twins, judgements=[Judgement("a", "b", DIFFERENT)])
    assert partition(resolution) == {frozenset({"a"}), frozenset({"b"})}
    assert resolution.pairs[["verdict", "decided_by", "reason"]].to_numpy().tolist() == [
        ["apart", "judgement", "would join what a person judged different"]
    ]


def test_different_holds_through_a_third_record() -> None:
    three = [company(each, "KOREA ANSAN", country="KP", registration_number="30012345") for each in "abc"]
    found = partition(resolved(*three, judgements=[Judgement("a", "c", DIFFERENT)]))
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


def admission(*records: Record, taken: Sequence[Judgement] = ()) -> Admission:
    said = tables(*records)
    known = fingerprints(said["record_names"], said["record_identifiers"])
    return Admission(known, ship_numbers(said["record_identifiers"]), taken)


def test_a_judgement_is_refused_before_it_is_written_when_it_cannot_hold() -> None:
    ships = vessel("a", "ZEUS", imo="7303803"), vessel("b", "ZEUS", imo="9003550"), vessel("c", "ZEUS")
    refused = admission(*ships).refusal
    assert refused("a", "b", SAME) == (
        "They bear two valid ship IMO numbers (7303803 and 9003550), and one hull has one number for life."
    )
    assert refused("a", "z", SAME).startswith("There is no record 'z' in the case")
    assert refused("a", "a", SAME) == "A record cannot be judged against itself."
    assert refused("a", "c", "maybe") == "'maybe' is neither same nor different."
    assert refused("a", "b", DIFFERENT) == refused("a", "c", SAME) == ""


def test_two_hulls_are_refused_through_what_was_judged_the_same_before_too() -> None:
    ships = vessel("a", "ZEUS", imo="7303803"), vessel("b", "ZEUS", imo="9003550"), vessel("c", "Z"), vessel("d", "Z")
    taken = [Judgement("a", "c", SAME), Judgement("d", "c", SAME)]
    assert admission(*ships, taken=taken).refusal("b", "d", SAME) == (
        "They bear two valid ship IMO numbers (7303803 and 9003550) through what was judged the same before, "
        "and one hull has one number for life."
    )
    turned = [*taken, Judgement("c", "a", DIFFERENT)]
    assert admission(*ships, taken=turned).refusal("b", "d", SAME) == ""


def test_judgements_of_one_go_are_tested_beside_each_other() -> None:
    ships = vessel("a", "ZEUS", imo="7303803"), vessel("b", "ZEUS", imo="9003550"), vessel("c", "ZEUS")
    test = admission(*ships)
    assert test.admit(Judgement("a", "c", SAME)) is not None
    with pytest.raises(JudgementError, match="two valid ship IMO numbers"):
        test.admit(Judgement("b", "c", SAME))
    assert test.admit(Judgement("c", "a", DIFFERENT)) is not None
    assert test.admit(Judgement("b", "c", SAME)) is not None


def test_what_stands_already_for_the_same_reason_is_not_taken_again() -> None:
    taken = [Judgement("a", "b", SAME, "one address")]
    test = admission(ALPHA, BETA, taken=taken)
    assert test.admit(Judgement("b", "a", SAME, "one address")) is None
    with_marks = test.admit(Judgement("b", "a", SAME, "one director"))
    marked = marks(ALPHA, BETA)
    assert with_marks == Judgement("b", "a", SAME, "one director", "", "", marked["b"], marked["a"])
    stale = [Judgement("a", "b", SAME, "one address", "", "", "0123", "4567")]
    assert admission(ALPHA, BETA, taken=stale).admit(taken[0]) is not None


def test_judgements_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    assert read_judgements(path) == []
    judged = [
        Judgement("a", "b", SAME, 'one "IMO", as said\nby phone', "Ó. Núñez", "2018-06-29", "f00", "ba5"),
        Judgement("c", "d", DIFFERENT),
    ]
    add_judgements(path, judged)
    assert read_judgements(path) == judged
    assert [file.name for file in tmp_path.iterdir()] == ["judgements.csv"]


def test_judgements_are_added_and_removed_without_touching_what_a_person_wrote_beside_them(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text("left,right,judgement,colour\nb,a,same,red\nc,d,different,blue\n", encoding="utf-8")
    first, last = Judgement("b", "a", SAME), Judgement("e", "f", DIFFERENT, "seen")
    add_judgements(path, [last, last])
    remove_judgements(path, [last, Judgement("x", "y", SAME)])
    assert read_judgements(path) == [first, Judgement("c", "d", DIFFERENT), last]
    remove_judgements(path, [first, last])
    header = "left,right,judgement,why,who,at,left_fingerprint,right_fingerprint,colour"
    assert path.read_text(encoding="utf-8") == f"{header}\nc,d,different,,,,,,blue\n"


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
