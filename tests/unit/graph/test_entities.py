"""Captions, numbers and what is stated of entities, and that nothing internal shows in them."""

from typing import Any

import pandas as pd
import pytest

from graphkit.graph.build import build_graph
from graphkit.model.records import Record, Statement
from graphkit.model.tables import GRAPH_TABLES
from graphkit.model.vocabulary import Kind, Scope, Visibility
from graphkit.names.normalise import comparison_form
from graphkit.resolve.pipeline import resolve
from tests.case_tables import cell, company, listing, mention, person, place, record, tables, vessel

INSIDE = place("analyst", visibility=Visibility.INTERNAL)


def graph(*statements: Statement) -> dict[str, pd.DataFrame]:
    said = tables(*statements)
    return build_graph(said, resolve(said), search_key=comparison_form)


def only(*statements: Statement) -> dict[str, Any]:
    """The one entity that some statements make."""
    (entity,) = graph(*statements)["entities"].to_dict("records")
    return {str(name): None if pd.isna(value) else value for name, value in entity.items()}


def facts(made: dict[str, pd.DataFrame]) -> set[tuple[str, str, str]]:
    return set(made["entity_facts"][["property", "value", "valid"]].itertuples(index=False, name=None))


def ship(name: str, source: str = "list", **stated: str) -> Record:
    """A statement on the ship 7303803; different sources, different records."""
    return vessel(f"{source}:1", name, imo="7303803", where=place(source), said=stated)


def test_an_entity_shows_what_its_records_say() -> None:
    assert only(
        ship("AN SAN 1", "ofac", flag="KP", type="tanker", country="KP"),
        ship("AN SAN 1", "eu", flag="KP", mmsi="445123456", call_sign="HMZF2", country="CN"),
    ) == {
        "entity_id": "vessel-imo-7303803",
        "kind": "vessel",
        "name": "AN SAN 1",
        "imo": "7303803",
        "company_imo": "",
        "mmsi": "445123456",
        "call_sign": "HMZF2",
        "lei": "",
        "flag": "KP",
        "countries": "CN; KP",
        "type": "tanker",
        "unknown": False,
        "dissolved": None,
        "dissolved_min": None,
        "dissolved_max": None,
        **{name: "" for name in GRAPH_TABLES["entities"] if name.startswith("blocked_")},
        "effective_listed_share_min": None,
        "effective_listed_share_max": None,
        "records": 2,
        "visibility": "public",
    }


@pytest.mark.parametrize(
    ("statements", "caption"),
    [
        ([ship("KUM JIN GANG 3", "a"), ship("Wan Heng 11", "b"), ship("WAN HENG 11", "c")], "WAN HENG 11"),
        ([ship("ZEUS", "b"), ship("FREEDOM", "a")], "FREEDOM"),  # as often: the first record's
        ([ship("", "a"), ship("", "b"), ship("AN SAN 1", "c")], "AN SAN 1"),
        ([ship("UNKNOWN", "a"), ship("N/A", "b"), ship("AN SAN 1", "c")], "AN SAN 1"),
        ([vessel("own:1", "AN SAN 1"), cell("1")], "AN SAN 1"),
        ([vessel("own:1", "UNKNOWN"), cell("1")], "UNKNOWN"),
        ([vessel("own:1", "", imo="7303803"), cell("1")], "1"),
        ([vessel("a", "", aliases=["HOPE SEA", "AN SAN 1"])], "AN SAN 1"),
        ([vessel("a", "", imo="IMO 7303803")], "IMO 7303803"),
    ],
)
def test_the_caption_is_the_name_that_most_statements_give(statements: list[Record], caption: str) -> None:
    assert only(*statements)["name"] == caption


def test_a_placeholder_owner_is_an_unknown_party() -> None:
    made = graph(
        company("a", "UNKNOWN"), mention("b", "REPORTED SOLD", scope=None), company("c", "UNKNOWN SHIPPING CO")
    )
    assert dict(zip(made["entities"]["name"], made["entities"]["unknown"], strict=True)) == {
        "UNKNOWN": True,
        "REPORTED SOLD": True,
        "UNKNOWN SHIPPING CO": False,
    }


def test_an_entity_without_a_name_is_called_by_its_id() -> None:
    entity = only(vessel("a", "", flag="KP"))
    assert entity["name"] == entity["entity_id"]


def test_a_number_that_fails_its_check_is_kept_with_what_was_printed_and_is_not_the_entitys() -> None:
    made = graph(vessel("a", "BONU 5", imo="IMO 15411"), vessel("b", "HOPE SEA", imo="7303804"))
    assert set(made["entities"]["imo"]) == {""}
    assert facts(made) == {("imo", "IMO 15411", "bad_format"), ("imo", "7303804", "bad_checksum")}


def test_the_number_that_most_statements_give_is_shown_and_all_are_kept() -> None:
    stated = [
        ship("AN SAN 1", source, call_sign=sign)
        for source, sign in zip("abc", ("D6AA1", "HMZF2", "HMZF2"), strict=True)
    ]
    made = graph(*stated)
    assert made["entities"]["call_sign"].tolist() == ["HMZF2"]
    assert {("call_sign", "D6AA1", "ok"), ("call_sign", "HMZF2", "ok")} <= facts(made)


def test_seven_digits_in_a_cell_are_the_number_that_the_kind_of_the_party_can_bear() -> None:
    # 9000053 passes the check of ships and that of companies.
    both = cell("9000053")
    firm = only(company("own:1", "KOREA ANSAN", company_imo="9000053"), both)
    assert (firm["company_imo"], firm["imo"]) == ("9000053", "")
    hull = only(vessel("own:2", "AN SAN 1", imo="9000053"), both)
    assert (hull["imo"], hull["company_imo"]) == ("9000053", "")
    made = graph(company("own:1", "KOREA ANSAN", company_imo="9000053"), both)
    assert facts(made) == {("company_imo", "9000053", "ok")}


def test_an_entry_that_states_a_number_of_another_kind_keeps_it_as_stated() -> None:
    made = graph(company("a", "KOREA ANSAN", imo="7303803"))
    assert made["entities"]["imo"].tolist() == [""]
    assert facts(made) == {("imo", "7303803", "ok")}


def test_names_keep_their_kind_and_spellings_of_a_mention_are_no_names() -> None:
    made = graph(
        company("a", "KOREA ANSAN", aliases=["K.A.S."], weak=["KAS"], former=["EAST SEA"]),
        mention("b", "KOREA ANSAN", scope=Scope.LIST),
    )
    assert set(made["entity_names"][["name", "name_kind", "search_key"]].itertuples(index=False, name=None)) == {
        ("KOREA ANSAN", "primary", "KOREA ANSAN"),
        ("K.A.S.", "alias", "KAS"),
        ("KAS", "weak", "KAS"),
        ("EAST SEA", "former", "EAST SEA"),
    }


def test_an_id_of_ones_own_tables_is_no_fact() -> None:
    assert facts(graph(vessel("own:zeus", "ZEUS", flag="KP"), cell("zeus"))) == {("flag", "KP", "")}


def test_what_anybody_may_see_is_made_of_public_statements_alone() -> None:
    secret = vessel(
        "own:1", "PROJECT X", imo="7303803", mmsi="445123456", flag="RU", country="RU", type="tanker", where=INSIDE
    )
    entity = only(ship("AN SAN 1", flag="KP"), secret, vessel("own:2", "PROJECT X", imo="7303803", where=INSIDE))
    assert {key: entity[key] for key in ("name", "mmsi", "flag", "countries", "type", "visibility")} == {
        "name": "AN SAN 1",
        "mmsi": "",
        "flag": "KP",
        "countries": "",
        "type": "",
        "visibility": "public",
    }


def test_a_party_that_only_internal_statements_know_is_internal() -> None:
    entity = only(vessel("own:1", "PROJECT X", mmsi="445123456", where=INSIDE))
    assert (entity["name"], entity["mmsi"], entity["visibility"]) == ("PROJECT X", "445123456", "internal")


def test_the_kind_of_an_entity_is_what_its_records_state() -> None:
    made = graph(
        person("a", "KIM"),
        record("b", "ROSTEC", kind=Kind.ORGANIZATION),
        mention("c", "ROSTEC"),
        record("d", "NOBODY", kind=Kind.NOT_STATED),
        listing("a", "OFAC", "1"),
    )
    assert sorted(zip(made["entities"]["name"], made["entities"]["kind"], strict=True)) == [
        ("KIM", "person"),
        ("NOBODY", "not_stated"),
        ("ROSTEC", "organization"),
    ]
