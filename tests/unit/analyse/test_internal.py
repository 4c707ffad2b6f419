"""What is marked internal is in no answer, and its absence breaks none: one case, opened with and without it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.analyse.chains import trace
from graphkit.analyse.connections import paths
from graphkit.analyse.coverage import coverage
from graphkit.analyse.day import as_of
from graphkit.analyse.explanation import explain
from graphkit.analyse.find import find
from graphkit.analyse.fleet import fleet
from graphkit.analyse.profile import profile
from graphkit.errors import NotFound
from graphkit.session.opening import open_case
from graphkit.store.local import LocalStore
from tests.small_cases import small_case

TODAY = as_of("2019-06-01")
ENTITIES = """
    id,kind,name,imo,visibility
    aurora,vessel,AURORA,9074729,public
    borealis,vessel,BOREALIS,7303803,internal
    alpha,company,Alpha Crossing Shipping Ltd,,public
    alfa,company,Alpha Crosing Shipping Ltd,,internal
    bravo,company,Bravo Meridian,,public
    source,person,Secret Informant,,internal
"""
LINKS = """
    from,to,type,visibility
    alpha,aurora,OWNS,public
    source,alpha,CONTROLS,internal
    alpha,borealis,OWNS,internal
    source,bravo,OWNS,internal
"""
LISTINGS = """
    entity,authority,listed,source
    source,OFAC,2018-01-01,memo
    alpha,EU,2018-01-01,journal
    alpha,OFAC,2018-01-01,memo
"""
EVENTS = """
    id,type,vessel,counterpart,start,claimed_name,source
    e1,sts_transfer,aurora,borealis,2018-01-01,,memo
    e2,identity_claim,aurora,,2018-01-01,GHOST,memo
"""
REPORTS = """
    report,category,expected,entity,source
    round-1,vessel,2,,journal
    round-1,vessel,,aurora,journal
    round-1,vessel,,borealis,memo
"""
SOURCES = "id,title,visibility\nmemo,A memo,internal\njournal,A journal,public"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("internal")
    small_case(made, entities=ENTITIES, links=LINKS, listings=LISTINGS, events=EVENTS, reports=REPORTS, sources=SOURCES)
    return made / "case"


@pytest.fixture
def public(folder: Path) -> LocalStore:
    return open_case(folder).store


@pytest.fixture
def internal(folder: Path) -> LocalStore:
    return open_case(folder, internal=True).store


@pytest.mark.parametrize("text", ["Secret Informant", "own:source", "BOREALIS", "7303803", "vessel-imo-7303803"])
def test_an_internal_party_answers_to_no_name_number_or_id(text: str, public: LocalStore, internal: LocalStore) -> None:
    assert trace(internal, text, TODAY).from_entity.name in {"Secret Informant", "BOREALIS"}
    ask: Callable[[], object]
    for ask in (
        lambda: trace(public, text, TODAY),
        lambda: profile(public, text, TODAY),
        lambda: fleet(public, text, TODAY),
        lambda: explain(public, text, TODAY),
        lambda: paths(public, "AURORA", text, TODAY),
    ):
        with pytest.raises(NotFound):
            ask()
    assert find(public, text) == ()


def test_no_answer_names_what_is_internal(public: LocalStore, internal: LocalStore) -> None:
    def answers(store: LocalStore) -> str:
        told = [
            trace(store, "AURORA", TODAY),
            profile(store, "AURORA", TODAY),
            profile(store, "Alpha Crossing Shipping Ltd", TODAY),
            fleet(store, "Alpha Crossing Shipping Ltd", TODAY),
            explain(store, "Alpha Crossing Shipping Ltd", TODAY),
            paths(store, "AURORA", "Bravo Meridian", TODAY),
            coverage(store, "round-1", TODAY),
            find(store, "*"),
            store.rows("sources_of_case"),
        ]
        return repr(told)

    secrets = ("Secret Informant", "BOREALIS", "7303803", "Crosing", "own:alfa", "GHOST", "memo")
    assert [each for each in secrets if each in answers(public)] == []
    assert [each for each in secrets if each not in answers(internal)] == []


def test_only_the_public_part_of_a_report_is_counted(public: LocalStore, internal: LocalStore) -> None:
    assert coverage(public, "round-1", TODAY).vessels.named == 1
    assert coverage(internal, "round-1", TODAY).vessels.named == 2


def test_two_parties_joined_by_internal_links_alone_are_not_connected(public: LocalStore, internal: LocalStore) -> None:
    assert len(paths(internal, "Alpha Crossing Shipping Ltd", "Bravo Meridian", TODAY).paths) == 1
    assert paths(public, "Alpha Crossing Shipping Ltd", "Bravo Meridian", TODAY).paths == ()


def test_the_graph_and_the_tables_for_python_users_hold_no_internal_party(folder: Path) -> None:
    hidden = {each.id for each in open_case(folder, internal=True).find("*", limit=100)} - {
        each.id for each in open_case(folder).find("*", limit=100)
    }
    assert len(hidden) == 3
    case = open_case(folder)
    assert not hidden & set(case.to_networkx())
    assert not hidden & set(case.to_pandas("links")["from_id"])
    assert not hidden & set(case.to_pandas("listings")["entity_id"])
