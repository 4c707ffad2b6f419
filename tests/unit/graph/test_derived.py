"""Links that graphkit derives: who shares an address, a contact, a director or a manager, and when nobody is joined."""

import time
from typing import Any

import pandas as pd
import pytest

from graphkit.graph.build import build_graph
from graphkit.graph.shared_facts import MOST_AT_ONE_ADDRESS
from graphkit.graph.shared_parties import MOST_OF_ONE_PARTY
from graphkit.model.records import Record, Statement
from graphkit.model.resolution import Resolution
from graphkit.model.vocabulary import Certainty, LinkType, Visibility
from graphkit.names.normalise import comparison_form
from graphkit.resolve.shared_forms import shared_form
from tests.case_tables import company, link, person, place, tables, vessel

TIGOROVAYA = "ul Tigorovaya 20A, Vladivostok 690091"
INTERNAL = place("analyst", visibility=Visibility.INTERNAL)
DIRECTS, MANAGES = LinkType.DIRECTS, LinkType.MANAGES


def graph(*statements: Statement, backwards: bool = False) -> dict[str, pd.DataFrame]:
    """The graph of statements of which each record is a party of its own, with the record's id."""
    said = tables(*(statements[::-1] if backwards else statements))
    records = said["records"].drop_duplicates("record_id")
    alone = pd.DataFrame(
        {"record_id": records["record_id"], "entity_id": records["record_id"], "kind": records["kind"]}
    )
    none = pd.DataFrame()
    resolution = Resolution(alone, none, none, none, none, none)
    return build_graph(said, resolution, search_key=comparison_form, shared_form=shared_form)


def derived(made: dict[str, pd.DataFrame], *columns: str) -> list[tuple[Any, ...]]:
    links = made["links"][made["links"]["type"].str.startswith("SHARED_")]
    return sorted(links[list(columns)].fillna("").itertuples(index=False, name=None))


def test_two_companies_in_one_building_are_joined_by_a_lead_with_both_statements_behind_it() -> None:
    gudzon = company("gudzon", "GUDZON", address=TIGOROVAYA, where=place("ofac", 3))
    primorye = company("primorye", "PRIMORYE", address="20A ul. Tigorovaya, Vladivostok", where=place("un", 7))
    made = graph(gudzon, primorye)
    assert derived(made, "type", "from_id", "to_id", "role", "certainty", "visibility") == [
        ("SHARED_ADDRESS", "gudzon", "primorye", "20A ul. Tigorovaya, Vladivostok", "likely", "public")
    ]
    sources = made["link_sources"]
    assert set(sources["link_id"]) == set(made["links"]["link_id"])
    assert set(zip(sources["source_id"], sources["line"], sources["certainty"], strict=True)) == {
        ("ofac", 3, "stated"),
        ("un", 7, "stated"),
    }


def test_a_contact_joins_across_telephone_and_fax_and_kinds_of_party() -> None:
    made = graph(
        company("firm", "FIRM", phone="+357 22660766", email="a@firm.example"),
        person("owner", "OWNER", fax="00357-22-660766", email="A@FIRM.example"),
        company("other", "OTHER", email="b@firm.example"),
    )
    assert derived(made, "type", "from_id", "to_id", "role") == [
        ("SHARED_CONTACT", "firm", "owner", "+357 22660766"),
        ("SHARED_CONTACT", "firm", "owner", "A@FIRM.example"),
    ]


def test_a_district_another_room_and_a_placeholder_join_nobody() -> None:
    made = graph(
        company("a", "A", address="Pyongchon 1-dong, Pyongyang"),
        company("b", "B", address="Pyongchon 1-dong, Pyongyang"),
        company("c", "C", address="Room 5, 82 Xinkai Road, Dalian"),
        company("d", "D", address="Room 6, 82 Xinkai Road, Dalian"),
        company("e", "UNKNOWN", address=TIGOROVAYA),
        company("f", "F", address=TIGOROVAYA),
    )
    assert derived(made, "type") == []


def test_a_company_whose_room_is_not_stated_may_be_in_any() -> None:
    made = graph(
        company("c", "C", address="Room 5, 82 Xinkai Road, Dalian"),
        company("d", "D", address="Room 6, 82 Xinkai Road, Dalian"),
        company("e", "E", address="82 Xinkai Road, Dalian"),
    )
    assert derived(made, "from_id", "to_id") == [("c", "e"), ("d", "e")]


def neighbours(count: int) -> list[Record]:
    return [company(f"c{number:05}", f"C{number}", address=TIGOROVAYA) for number in range(count)]


@pytest.mark.parametrize(("count", "links"), [(MOST_AT_ONE_ADDRESS, 300), (MOST_AT_ONE_ADDRESS + 1, 0)])
def test_above_the_bound_an_address_is_an_agents_and_joins_nobody(count: int, links: int) -> None:
    made = graph(*neighbours(count))
    assert len(derived(made, "link_id")) == links
    assert made["shared_facts"]["entity_id"].nunique() == count


def test_ten_thousand_companies_of_one_agent_make_no_link_and_no_wait() -> None:
    said = neighbours(10_000)
    began = time.monotonic()
    made = graph(*said)
    assert time.monotonic() - began < 20  # fifty million links would take minutes
    assert len(made["links"]) == 0
    assert len(made["shared_facts"]) == 10_000


def test_an_internal_address_makes_an_internal_link_and_never_a_public_one() -> None:
    made = graph(
        company("a", "A", address=TIGOROVAYA),
        company("b", "B", address=TIGOROVAYA),
        company("c", "C"),
        company("c", "C", address="ul Tigorovaya 20A, Vladivostok", where=INTERNAL),
    )
    assert derived(made, "from_id", "to_id", "role", "visibility") == [
        ("a", "b", TIGOROVAYA, "public"),
        ("a", "c", "ul Tigorovaya 20A, Vladivostok", "internal"),
        ("b", "c", "ul Tigorovaya 20A, Vladivostok", "internal"),
    ]


def test_the_order_of_rows_changes_no_id() -> None:
    said: list[Statement] = [
        *neighbours(4),
        person("p", "KIM"),
        *(link(DIRECTS, "p", f"c{number:05}") for number in range(3)),
    ]
    one, other = graph(*said), graph(*said, backwards=True)
    assert len(derived(one, "link_id")) == 6 + 3
    assert derived(one, "link_id", "role") == derived(other, "link_id", "role")


def test_a_common_director_joins_companies_and_a_common_manager_ships_on_the_days_of_both() -> None:
    made = graph(
        person("kim", "KIM"),
        company("a", "A"),
        company("b", "B"),
        company("m", "SEA FLEET"),
        vessel("s", "S"),
        vessel("t", "T"),
        vessel("u", "U"),
        link(DIRECTS, "kim", "a", start="2015", certainty=Certainty.ALLEGED),
        link(DIRECTS, "kim", "b", start="2017-03-01", end="2019-01-01"),
        link(MANAGES, "m", "s", end="2016-01-01"),
        link(MANAGES, "m", "t"),
        link(MANAGES, "m", "u", start="2018-01-01"),
        link(MANAGES, "m", "a"),
    )
    assert derived(made, "type", "from_id", "to_id", "role", "start", "end", "certainty") == [
        ("SHARED_DIRECTOR", "a", "b", "KIM", "2017-03-01", "2019-01-01", "alleged"),
        # S left in 2016 and U came in 2018: no day on which SEA FLEET managed both.
        ("SHARED_MANAGER", "s", "t", "SEA FLEET", "", "2016-01-01", "likely"),
        ("SHARED_MANAGER", "t", "u", "SEA FLEET", "2018-01-01", "", "likely"),
    ]


def test_a_nominee_director_joins_nobody() -> None:
    firms = [company(f"c{number:03}", f"C{number}") for number in range(MOST_OF_ONE_PARTY + 1)]
    directs = [link(DIRECTS, "nominee", firm.id) for firm in firms]
    assert derived(graph(person("nominee", "NOMINEE"), *firms, *directs), "type") == []
    assert len(derived(graph(person("nominee", "NOMINEE"), *firms[:-1], *directs[:-1]), "type")) == 20 * 19 / 2
