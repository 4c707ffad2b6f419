"""Entity ids: the strongest checked number, else a short hash, and no id that two entities could claim."""

import hashlib

from graphkit.model.records import Record
from graphkit.model.vocabulary import Kind, Scope
from tests.case_tables import cell, company, entity_of, mention, person, record, resolved, vessel

LEI = "213800KUD8LAJWSQ9D15"


def ids(*statements: Record) -> dict[str, str]:
    return entity_of(resolved(*statements))


def hashed(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=5).hexdigest()


def test_the_strongest_checked_number_is_the_id() -> None:
    assert ids(
        vessel("a", "AN SAN 1", imo="7303803", mmsi="445123456"),
        company("b", "KOREA ANSAN", company_imo="5676084", lei=LEI),
        company("c", "BETA", lei="5493001KJTIIGC8Y1R12"),
    ) == {
        "a": "vessel-imo-7303803",
        "b": "company-imo-5676084",
        "c": "company-lei-5493001kjtiigc8y1r12",
    }


def test_without_a_number_the_id_is_a_hash_of_the_first_entry() -> None:
    assert ids(
        vessel("z", "MIN NING DE YOU 078"),
        company("b", "UNNUMBERED LTD"),
        person("c", "KIM"),
        record("d", "SOMEBODY", kind=Kind.NOT_STATED),
        mention("e", "NOBODY", scope=Scope.LIST),
    ) == {
        "z": f"vessel-{hashed('z')}",
        "b": f"company-{hashed('b')}",
        "c": f"person-{hashed('c')}",
        "d": f"party-{hashed('d')}",
        "e": f"party-{hashed('e')}",
    }


def test_a_mention_never_gives_the_id() -> None:
    found = ids(company("own:z", "KOREA ANSAN"), cell("z"))
    assert found == {"own:z": f"company-{hashed('own:z')}", "own:ref/z": f"company-{hashed('own:z')}"}


def test_a_number_that_two_entities_bear_gives_an_id_to_neither() -> None:
    # One list prints 1991835 under two names.
    assert ids(company("a", "ALPHA", company_imo="5676084"), company("b", "BETA", company_imo="5676084")) == {
        "a": f"company-{hashed('a')}",
        "b": f"company-{hashed('b')}",
    }
    assert ids(company("a", "ALPHA", company_imo="5676084; 1790183"), company("b", "BETA", company_imo="5676084")) == {
        "a": "company-imo-1790183",
        "b": f"company-{hashed('b')}",
    }


def test_a_ship_that_states_two_numbers_is_called_by_neither() -> None:
    assert ids(vessel("a", "ZEUS", imo="7303803; 9003550"), vessel("b", "PATRIOT", imo="9003550")) == {
        "a": f"vessel-{hashed('a')}",
        "b": "vessel-imo-9003550",
    }


def test_a_ships_number_on_a_company_is_no_id() -> None:
    # The number passes as a ship's and as a company's; the kind of the record decides.
    assert ids(company("a", "ALPHA", imo="7303803")) == {"a": f"company-{hashed('a')}"}


def test_an_organization_is_a_company_when_a_number_or_its_legal_form_says_so() -> None:
    kinds = resolved(
        record("a", "SECOND ECONOMIC COMMITTEE", kind=Kind.ORGANIZATION),
        record("b", "KOREA ANSAN CO LTD", kind=Kind.ORGANIZATION),
        record("c", "KOREA SAMMA", kind=Kind.ORGANIZATION, company_imo="5676084"),
        record("d", "ROSTEC", kind=Kind.ORGANIZATION),
        mention("e", "ROSTEC", scope=Scope.LIST),
    ).record_entities
    assert dict(zip(kinds["record_id"], kinds["kind"], strict=True)) == {
        "a": "organization",
        "b": "company",
        "c": "company",
        "d": "organization",
        "e": "organization",
    }


def test_an_unresolved_mention_of_a_number_does_not_take_it_from_its_ship() -> None:
    ship, other = vessel("a", "AN SAN 1", imo="7303803"), mention("b", "ZEUS", scope=Scope.LIST, imo="7303803")
    assert ids(ship, other) == {"a": "vessel-imo-7303803", "b": f"party-{hashed('b')}"}


def test_two_hashes_that_come_out_alike_are_written_longer() -> None:
    # Found by trying: among a million record ids two have one short hash.
    alike = ["list:630480", "list:1119380"]
    assert {hashed(record_id) for record_id in alike} == {"ffaca1e090"}
    found = ids(*(company(record_id, name) for record_id, name in zip(alike, ("ALPHA", "BETA"), strict=True)))
    assert found == {
        record_id: f"company-{hashlib.blake2b(record_id.encode(), digest_size=16).hexdigest()}" for record_id in alike
    }
