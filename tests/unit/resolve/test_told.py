"""Evidence as it is told to people: a row per piece, which together give the match weight."""

import pandas as pd
import pytest

from graphkit.model.records import Record
from graphkit.model.vocabulary import Kind
from tests.case_tables import company, crowd, person, resolved, vessel

Row = tuple[str, str, str]


def told(left: Record, right: Record, *more: Record) -> pd.DataFrame:
    """The evidence of the pair a and b."""
    found = resolved(left, right, *more)
    rows = found.pair_evidence
    rows = rows[rows["left"].eq("a") & rows["right"].eq("b")]
    pair = found.compared_pairs[found.compared_pairs["left"].eq("a") & found.compared_pairs["right"].eq("b")]
    assert rows["weight"].sum() == pytest.approx(pair["match_weight"].iloc[0], abs=0.02)
    return rows


def states(rows: pd.DataFrame) -> set[Row]:
    return set(rows[["evidence", "state", "detail"]].itertuples(index=False, name=None))


def test_every_piece_is_told_with_its_value_or_both_values() -> None:
    facts = {"country": "KP", "regime": "KP", "birth_date": "1971-03-11", "passport": "836420186"}
    rows = told(
        person("a", "KIM, Chol Sam", said=facts),
        person("b", "Kim Chol Sam", said={**facts, "country": "CN"}),
        *crowd(Kind.PERSON),
    )
    assert states(rows) == {
        ("name", "agrees", "KIM, Chol Sam / Kim Chol Sam"),
        ("birth_day", "agrees", "1971-03-11"),  # with its year in it
        ("person_number", "agrees", "836420186"),
        ("country", "contradicts", "KP / CN"),
        ("regime", "agrees", "KP"),
    }


def test_a_contradiction_shows_all_that_both_sides_say() -> None:
    ship = {"imo": "7303803", "dwt": "9102"}
    rows = told(
        vessel("a", "ZEUS", flag="CN; KP", said=ship), vessel("b", "ZEUS", flag="PA", said={**ship, "dwt": "4000"})
    )
    assert {("flag", "contradicts", "CN; KP / PA"), ("dwt", "contradicts", "9102 / 4000")} <= states(rows)


def test_another_number_in_a_name_is_told_apart_from_the_name() -> None:
    rows = told(vessel("a", "WAN HENG 11", imo="8791667"), vessel("b", "WAN HENG 12", imo="8791667"))
    by_piece = dict(zip(rows["evidence"], rows["weight"], strict=True))
    names = "WAN HENG 11 / WAN HENG 12"
    assert states(rows) >= {("name", "agrees", names), ("numeral", "contradicts", names)}
    assert by_piece["numeral"] < -5.0 < 5.0 < by_piece["name"]


@pytest.mark.parametrize("kind", ["aliases", "former"])
def test_a_further_name_is_worth_less_and_that_is_no_matter_of_numbers(kind: str) -> None:
    further = {kind: ["HOPE SEA"]}
    rows = told(vessel("a", "JANUS", imo="8791667", **further), vessel("b", "HOPE SEA", imo="8791667"))  # type: ignore[arg-type]
    assert states(rows) == {("name", "agrees", "HOPE SEA / HOPE SEA"), ("imo", "agrees", "8791667")}


def test_a_name_that_one_side_lacks_is_not_told() -> None:
    rows = told(company("a", "", company_imo="5676084"), company("b", "KOREA ANSAN", company_imo="5676084"))
    assert states(rows) == {("company_imo", "agrees", "5676084")}
