"""Statements to links, listings and events: what several sources say of one thing stands beside it, row by row."""

from typing import Any

import pandas as pd

from graphkit.graph.build import build_graph, old_ids
from graphkit.model.records import Event, IdentityClaim, Link, Record, Share, Statement
from graphkit.model.tables import GRAPH_TABLES
from graphkit.model.vocabulary import Certainty, LinkType, Visibility
from graphkit.names.normalise import comparison_form
from graphkit.resolve.pipeline import resolve
from tests.case_tables import cell, company, link, listing, mention, place, tables, vessel

SHIP, OWNER = vessel("ship", "AN SAN 1", imo="7303803"), company("firm", "KOREA ANSAN", company_imo="5676084")
OWNS, LINKED_TO = LinkType.OWNS, LinkType.LINKED_TO


def graph(*statements: Statement) -> dict[str, pd.DataFrame]:
    said = tables(*statements)
    return build_graph(said, resolve(said), search_key=comparison_form)


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return list(table[list(columns)].itertuples(index=False, name=None))


def test_equal_statements_share_one_link_with_their_sources_beside_it() -> None:
    said = [
        link(OWNS, "firm", "ship", where=place(source), certainty=certainty)
        for source, certainty in (
            ("un", Certainty.STATED),
            ("press", Certainty.ALLEGED),
            ("register", Certainty.CONFIRMED),
        )
    ]
    made = graph(SHIP, OWNER, *said)
    assert rows(made["links"], "type", "from_id", "to_id", "certainty") == [
        ("OWNS", "company-imo-5676084", "vessel-imo-7303803", "confirmed")
    ]
    assert {*rows(made["link_sources"], "source_id", "certainty", "line")} == {
        ("un", "stated", 1),
        ("press", "alleged", 1),
        ("register", "confirmed", 1),
    }
    assert set(made["link_sources"]["link_id"]) == set(made["links"]["link_id"])


def test_statements_of_records_that_are_one_party_share_one_link() -> None:
    # The UN writes of the owner, OFAC of the ship; the EU's entry of the ship is the same ship.
    eu = vessel("eu", "AN SAN 1", imo="7303803")
    made = graph(
        SHIP, eu, OWNER, link(OWNS, "firm", "ship", where=place("un")), link(OWNS, "firm", "eu", where=place("eu"))
    )
    assert len(made["links"]) == 1
    assert rows(made["link_sources"].sort_values("source_id"), "source_id") == [("eu",), ("un",)]


def test_owns_by_one_source_and_linked_to_by_another_stay_two_links() -> None:
    ofac = mention("ship/linked-1", "KOREA ANSAN")
    made = graph(SHIP, OWNER, ofac, link(OWNS, "firm", "ship"), link(LINKED_TO, ofac.id, "ship"))
    assert sorted(rows(made["links"], "type", "from_id", "to_id")) == [
        ("LINKED_TO", "company-imo-5676084", "vessel-imo-7303803"),
        ("OWNS", "company-imo-5676084", "vessel-imo-7303803"),
    ]


def test_what_differs_in_role_share_dates_or_direction_is_another_link() -> None:
    where = place()
    said = [
        Link(OWNS, "firm", "ship", where),
        Link(OWNS, "firm", "ship", where, role="registered_owner"),
        Link(OWNS, "firm", "ship", where, share=Share(25, 25)),
        Link(OWNS, "firm", "ship", where, share=Share(25, 50)),
        Link(OWNS, "firm", "ship", where, share=Share(25, 50, minimum_open=True)),
        Link(OWNS, "firm", "ship", where, joint="family Kim"),
        link(OWNS, "firm", "ship", start="2018"),
        link(OWNS, "firm", "ship", start="2018-06"),
        link(OWNS, "firm", "ship", end="2018"),
        Link(OWNS, "ship", "firm", where),
    ]
    links = graph(SHIP, OWNER, *said)["links"]
    assert len(links) == links["link_id"].nunique() == 10


def test_a_share_and_its_bounds_are_kept_and_an_unknown_one_is_not_zero() -> None:
    where = place()
    said = [
        Link(OWNS, "firm", "ship", where),
        Link(OWNS, "firm", "ship", where, share=Share(0, 0)),
        Link(OWNS, "firm", "ship", where, share=Share(25.5, 25.5)),
        Link(OWNS, "firm", "ship", where, share=Share(25, 50, maximum_open=True)),
    ]
    links = graph(SHIP, OWNER, *said)["links"]
    columns = ["share_min", "share_max", "share_min_exclusive", "share_max_exclusive"]
    assert links["share_min"].isna().tolist() == links["share_max"].isna().tolist()
    assert {*rows(links.fillna({"share_min": -1.0, "share_max": -1.0}), *columns)} == {
        (-1.0, -1.0, False, False),
        (0.0, 0.0, False, False),
        (25.5, 25.5, False, False),
        (25.0, 50.0, False, True),
    }


def test_an_undated_link_elsewhere_changes_no_id() -> None:
    dated = link(OWNS, "firm", "ship", start="2018-06-29", end="2019")
    alone = graph(SHIP, OWNER, dated)["links"]["link_id"].tolist()
    together = graph(SHIP, OWNER, dated, link(LINKED_TO, "firm", "ship"))["links"]["link_id"].tolist()
    assert set(alone) < set(together)


def test_the_order_of_statements_leaves_no_trace() -> None:
    said: list[Statement] = [
        SHIP,
        OWNER,
        link(OWNS, "firm", "ship", start="2018", where=place("a", 3)),
        link(OWNS, "firm", "ship", start="2018", where=place("b", 1)),
        listing("ship", "OFAC", "23730"),
        listing("ship", "UN", "KPe.062", "2018-03-30"),
    ]
    one, other = graph(*said), graph(*said[::-1])
    assert all(one[name].equals(other[name]) for name in one)


def test_a_link_that_anybody_may_see_shows_nothing_of_an_internal_statement() -> None:
    inside = place("analyst", visibility=Visibility.INTERNAL)
    made = graph(
        SHIP,
        OWNER,
        link(OWNS, "firm", "ship", certainty=Certainty.ALLEGED),
        link(OWNS, "firm", "ship", where=inside, certainty=Certainty.CONFIRMED),
        link(LINKED_TO, "firm", "ship", where=inside, certainty=Certainty.CONFIRMED),
    )
    assert {*rows(made["links"], "type", "certainty", "visibility")} == {
        ("OWNS", "alleged", "public"),
        ("LINKED_TO", "confirmed", "internal"),
    }
    assert len(made["link_sources"]) == 3


def test_an_event_keeps_its_claim_and_its_parties_are_entities_once() -> None:
    again = vessel("eu", "AN SAN 1", imo="7303803")
    event = Event(
        "e1",
        "identity_claim",
        (("ship", "subject"), ("eu", "subject"), ("firm", "counterpart")),
        place(),
        claim=IdentityClaim("HOPE SEA", flag="SL"),
    )
    made = graph(SHIP, again, OWNER, event)
    assert rows(made["events"], "event_id", "claimed_name", "claimed_flag") == [("e1", "HOPE SEA", "SL")]
    assert rows(made["event_entities"], "entity_id", "role") == [
        ("company-imo-5676084", "counterpart"),
        ("vessel-imo-7303803", "subject"),
    ]
    assert "HOPE SEA" not in set(made["entity_names"]["name"])


def test_every_table_has_its_declared_columns_also_without_a_row() -> None:
    for made in (graph(), graph(SHIP, OWNER, cell("ship"), link(OWNS, "firm", "ship"), listing("ship", "UN"))):
        assert {name: list(table.columns) for name, table in made.items()} == {
            name: list(columns) for name, columns in GRAPH_TABLES.items() if name not in {"old_ids", "link_numbers"}
        }


def records(**entity_of: str) -> pd.DataFrame:
    return pd.DataFrame({"record_id": list(entity_of), "entity_id": list(entity_of.values())}, dtype="str")


def old(**entity_of: str) -> pd.DataFrame:
    return pd.DataFrame({"old_id": list(entity_of), "entity_id": list(entity_of.values())}, dtype="str")


def known(before: pd.DataFrame, older: pd.DataFrame, now: pd.DataFrame) -> dict[str, str]:
    return dict(rows(old_ids(before, older, now), "old_id", "entity_id"))


def test_an_old_id_leads_to_the_entity_that_holds_its_first_record() -> None:
    assert known(records(a="x", b="x"), old(), records(a="y", b="z")) == {"x": "y"}
    assert known(records(a="x", b="x"), old(), records(b="z")) == {"x": "z"}
    assert known(records(a="x", b="y"), old(), records(a="z", b="z")) == {"x": "z", "y": "z"}


def test_an_id_in_use_is_no_old_id_and_one_whose_records_are_gone_leads_nowhere() -> None:
    assert known(records(a="x", b="y"), old(), records(a="x", c="z")) == {}
    assert known(records(a="x", b="y"), old(y="x"), records(a="x", b="y")) == {}


def test_old_ids_are_followed_over_several_builds() -> None:
    first = old_ids(records(a="x"), old(), records(a="y"))
    assert dict(rows(first, "old_id", "entity_id")) == {"x": "y"}
    second = old_ids(records(a="y"), first, records(a="z"))
    assert dict(rows(second, "old_id", "entity_id")) == {"x": "z", "y": "z"}
    back = old_ids(records(a="z"), second, records(a="y"))
    assert dict(rows(back, "old_id", "entity_id")) == {"x": "y", "z": "y"}


def test_a_record_of_a_ship_stays_reachable_when_a_number_gives_it_another_id() -> None:
    named, numbered = vessel("a", "AN SAN 1"), vessel("a", "AN SAN 1", imo="7303803")

    def decided(ship: Record) -> pd.DataFrame:
        return resolve(tables(ship)).record_entities[["record_id", "entity_id"]]

    before = decided(named)
    assert known(before, old(), decided(numbered)) == {before["entity_id"].iloc[0]: "vessel-imo-7303803"}
