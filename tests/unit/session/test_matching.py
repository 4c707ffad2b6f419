"""Names and tables compared without a case, as a user of the library asks for it."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from graphkit.errors import SourceError, WrongUse
from graphkit.session.matching import compare, compare_pairs, compare_table, resolve_table

DATA = Path(__file__).parents[2] / "data" / "resolve"
EXPECTED_TO_MERGE_BUT_ONLY_SCREENED = {
    # The Russian form of the firm beside none leaves a doubt that nothing in two names takes away.
    ("ПАО Совкомфлот", "SOVCOMFLOT"),
}


def read(name: str) -> pd.DataFrame:
    return pd.read_csv(DATA / name, dtype="str", keep_default_na=False)


def test_no_sister_ships_are_merged_and_nearly_all_spellings_of_one_ship_are() -> None:
    found = compare_table(read("sister_ships.csv"), kind="vessel")
    same = found["label"].eq("1")
    assert found[~same & found["merge"]]["pair_id"].tolist() == []
    assert (int(same.sum()), int((~same).sum())) == (121, 183)
    assert found[same]["merge"].sum() >= 0.95 * same.sum()


def test_the_known_false_merges_and_misses_are_as_they_should_be() -> None:
    found = compare_table(read("hard_examples.csv"))
    wrong = set()
    columns = (found[name].tolist() for name in ("left", "right", "same", "expected", "screen", "merge"))
    for left, right, same, expected, screen, merge in zip(*columns, strict=True):
        allowed = {
            "merge": merge,
            "screen": screen and (not merge or same == "1"),
            "apart": not screen,
            "not merge": not merge,
        }
        if not allowed[expected]:
            wrong.add((left, right))
    assert wrong == EXPECTED_TO_MERGE_BUT_ONLY_SCREENED


def test_the_known_examples_have_the_same_verdicts_two_by_two() -> None:
    table = read("hard_examples.csv")
    found = compare_table(table)
    alone = list(map(compare, table["left"].tolist(), table["right"].tolist(), table["kind"].tolist()))
    assert found["merge"].tolist() == [each.merge for each in alone]
    assert found["screen"].tolist() == [each.screen for each in alone]


def test_every_row_comes_back_in_its_order_with_its_own_columns_first() -> None:
    pairs = pd.DataFrame(
        {
            "note": ["x", "y", "z"],
            "name_a": ["KOTI", "", "HORSE"],
            "name_b": ["K0TI", "KOTI", "JANUS"],
            "merge": ["", "", ""],
        }
    )
    found = compare_table(pairs, kind="vessel")
    assert list(found) == ["note", "name_a", "name_b", "similarity", "match_weight", "screen", "merge", "reason"]
    assert (found["note"].tolist(), found["merge"].tolist()) == (["x", "y", "z"], [True, False, False])
    assert found["reason"].tolist()[1] == "one of them has no name to compare"


def test_further_columns_are_evidence_and_the_kind_may_differ_by_row() -> None:
    pairs = pd.DataFrame(
        {
            "left": ["HORSE", "AN SAN 1", "KIM, Chol Sam"],
            "right": ["JANUS", "AN SAN 1", "Chol Sam Kim"],
            "kind": ["vessel", "vessel", "person"],
            "left_imo": ["7303803", "7303803", ""],
            "right_imo": ["IMO 7303803", "9003550", ""],
            "left_birth_date": ["", "", "1971-03-11"],
            "right_birth_date": ["", "", "1971-03-11"],
        }
    )
    found = compare_table(pairs)
    assert found["merge"].tolist() == [True, False, True]
    assert found["reason"].tolist()[:2] == [
        "the same checked number or list entry",
        "two valid ship IMO numbers are two ships",
    ]


def test_lists_of_names_are_compared_pair_by_pair() -> None:
    assert compare_pairs(["KOTI", "KOTI"], ["K0TI", "DOVE"], "vessel")["merge"].tolist() == [True, False]
    assert len(compare_pairs([], [])) == 0
    with pytest.raises(WrongUse, match=r"^There are 2 names on the left and 1 on the right\.$"):
        compare_pairs(["A", "B"], ["A"])


def test_a_table_is_resolved_by_its_columns_whatever_their_spelling() -> None:
    records = pd.DataFrame(
        {
            "No": ["7", "8", "9"],
            "Name": ["WAN HENG 11", "KUM JIN GANG 3", "KUMJINGANG3"],
            "vessel_type": ["Tanker", "Tanker", "Tanker"],
            "callsign": ["V3AB", "V3 AB", "HMZF2"],
            "vessel_imo": ["8791667", "8791667", ""],
        }
    )
    found = resolve_table(records, kind="vessel")
    assert found.entities().to_dict("list") == {"id": ["7", "8", "9"], "entity_id": ["e1", "e1", "e1"]}
    assert set(found.pairs()["verdict"]) == {"merge"}


def test_unknown_columns_are_no_evidence() -> None:
    records = pd.DataFrame(
        {"id": ["1", "2"], "name": ["KOTI", "GARDENIA"], "colour": ["red", "red"], "note": ["IMO 7303803"] * 2}
    )
    assert resolve_table(records).entities()["entity_id"].tolist() == ["e1", "e2"]


def test_several_values_in_a_cell_are_each_compared() -> None:
    records = pd.DataFrame(
        {
            "id": ["1", "2"],
            "name": ["JANUS", "ZEUS"],
            "mmsi": ["445123456; 412000001", "412000001;"],
            "aliases": ["", "HORSE; JANUS"],
        }
    )
    assert resolve_table(records, kind="vessel").entities()["entity_id"].tolist() == ["e1", "e1"]


KINDS = "There is no kind 'ship' to compare; it is one of vessel, company, organization, person."
SIDES = "A table of pairs needs the columns left and right, or name_a and name_b."
RULES = "There are no rules 'eager'; they are build, sure, likely."
ONE = pd.DataFrame({"name": ["A"]})


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: compare("A", "B", "ship"), KINDS),
        (lambda: compare_table(ONE, kind="ship"), SIDES),
        (lambda: compare_table(ONE.assign(left="A", right="B"), kind="ship"), KINDS),
        (lambda: resolve_table(ONE, rules="eager"), RULES),
        (lambda: resolve_table(ONE, kind="ship"), KINDS),
    ],
)
def test_a_wrong_call_is_one_sentence(call: Callable[[], object], told: str) -> None:
    with pytest.raises(WrongUse) as error:
        call()
    assert str(error.value) == told


def test_a_table_without_a_column_to_compare_names_those_that_are_read() -> None:
    with pytest.raises(WrongUse, match=r"^The table has none of the columns kind, name, aliases, .*"):
        resolve_table(pd.DataFrame({"colour": ["red"]}))


def test_a_file_that_is_not_there_or_is_no_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.csv cannot be opened: No such file or directory\.$"):
        resolve_table(tmp_path / "none.csv")
    (tmp_path / "a.xls").write_text("x", encoding="utf-8")
    with pytest.raises(WrongUse, match=r"tables are read from \.csv, \.tsv, \.xlsx and \.parquet"):
        compare_table(tmp_path / "a.xls")
