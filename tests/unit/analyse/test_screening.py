"""What a hit on a party means: its own listings, what stands above it, and a judge's verdicts."""

from pathlib import Path

import pytest

from graphkit.analyse.day import as_of
from graphkit.analyse.screening import Meanings
from graphkit.model.answers.screening import Exposure, Meaning
from graphkit.store.local import LocalStore
from tests.small_cases import DAY, small_case

PARTIES = """
    id,kind,name,imo
    listed,company,Listed Holding,
    owned,vessel,AURORA,9074729
    linked,company,Linked Trading,
    free,company,Free Harbour,
"""
LINKS = """
    from,to,type
    listed,owned,OWNS
    listed,linked,LINKED_TO
"""
LISTINGS = """
    entity,authority,listed
    listed,OFAC,2018-01-01
"""


@pytest.fixture
def case(tmp_path: Path) -> LocalStore:
    return small_case(tmp_path, entities=PARTIES, links=LINKS, listings=LISTINGS)


def meanings(case: LocalStore, *, on: str = DAY, **options: object) -> dict[str, Meaning]:
    """By name of the party."""
    ids = case.table("entities")["entity_id"].to_pylist()
    found = Meanings(case, as_of(on), **options).of(ids)  # type: ignore[arg-type]  # as each test needs
    return {each.name: each for each in found.values()}


def test_listed_owned_and_only_linked_are_told_apart(case: LocalStore) -> None:
    found = meanings(case)
    assert {name: each.exposure for name, each in found.items()} == {
        "Listed Holding": Exposure.LISTED,
        "AURORA": Exposure.OWNED_OR_CONTROLLED,
        "Linked Trading": Exposure.ASSOCIATED,
        "Free Harbour": Exposure.NONE,
    }
    assert found["AURORA"].chains == ("AURORA <-OWNS- Listed Holding (ownership, listed by OFAC)",)
    assert found["Linked Trading"].chains == (
        "Linked Trading <-LINKED_TO- Listed Holding (association, listed by OFAC)",
    )
    assert found["Listed Holding"].verdicts == {"ofac": "listed"}
    assert found["AURORA"].verdicts == {"ofac": "property_interest"}
    assert found["Free Harbour"].verdicts == {}


def test_before_the_listing_nobody_is_exposed(case: LocalStore) -> None:
    assert {each.exposure for each in meanings(case, on="2017-12-31").values()} == {Exposure.NONE}


def test_the_tests_of_the_authorities_are_told_in_a_word(tmp_path: Path) -> None:
    links = """
        from,to,type,share
        listed,linked,OWNS,50
        linked,free,OWNS,40-60
        free,aurora,OWNS,
    """
    found = meanings(small_case(tmp_path, entities=PARTIES, links=links, listings=LISTINGS))
    assert {name: each.verdicts for name, each in found.items()} == {
        "Listed Holding": {"ofac": "listed"},
        "Linked Trading": {"ofac": "yes"},
        "Free Harbour": {"ofac": "possible"},
        "AURORA": {"ofac": "possible_property_interest"},
    }
    assert found["Free Harbour"].exposure is Exposure.OWNED_OR_CONTROLLED


def test_a_result_that_mutual_holdings_decide_is_to_be_reviewed(tmp_path: Path) -> None:
    links = """
        from,to,type,share
        linked,free,OWNS,60
        free,linked,OWNS,60
        listed,free,OWNS,40
        listed,linked,OWNS,40
    """
    found = meanings(small_case(tmp_path, entities=PARTIES, links=links, listings=LISTINGS))
    assert found["Free Harbour"].verdicts == {"review": "ofac"}


def test_no_chain_is_told_when_none_is_wanted_and_the_exposure_stays(case: LocalStore) -> None:
    found = meanings(case, chains=0)
    assert (found["AURORA"].chains, found["AURORA"].exposure) == ((), Exposure.OWNED_OR_CONTROLLED)
