"""A synthetic fleet keeps its word: sizes, numbers, shares, truth and marks."""

import re
from collections import Counter, defaultdict

import pytest

from graphkit.errors import WrongUse
from graphkit.model.identifiers import flag_of_mmsi, identifier
from graphkit.model.vocabulary import Kind, LinkType, Validity
from graphkit.synthetic import Damage, Fleet, Plan, generate
from graphkit.synthetic.fleet import Group
from graphkit.synthetic.happenings import Row
from graphkit.synthetic.holdings import OVER_100

PLAN = Plan(vessels=60, companies=200, people=90, records=900, listed=20, seed=7, damage=Damage.HEAVY)


@pytest.fixture(scope="module")
def fleet() -> Fleet:
    return generate(PLAN)


@pytest.fixture(scope="module")
def group(fleet: Fleet) -> Group:
    (only,) = fleet.groups()
    return only


def test_sizes_come_out_as_asked(group: Group) -> None:
    kinds = Counter(party.kind for party in group.parties)
    assert kinds == {Kind.VESSEL: 60, Kind.COMPANY: 200, Kind.PERSON: 90}
    assert len(group.entities) == 900
    party = {row["id"]: row["entity_id"] for row in group.truth}
    assert len({party[row["entity"]] for row in group.listings}) == 20


@pytest.mark.parametrize(
    ("plan", "vessels", "companies", "people", "records"),
    [
        (Plan(), 40, 130, 60, 506),
        (Plan(vessels=80), 80, 260, 120, 1012),
        (Plan(companies=13), 4, 13, 6, 51),
        (Plan(vessels=3, companies=0, people=0), 3, 0, 0, 7),
        (Plan(people=2, vessels=0, companies=0, records=8), 0, 0, 2, 8),
        # 10,000 / 2.2 records to a party are 4,545 parties, of which 40 and 60 of every 230 are vessels and people.
        (Plan(records=10_000), 790, 2570, 1185, 10_000),
        (Plan(records=1), 0, 1, 0, 1),
    ],
)
def test_what_is_not_asked_for_is_in_proportion(
    plan: Plan, vessels: int, companies: int, people: int, records: int
) -> None:
    fleet = generate(plan)
    sizes = fleet.sizes
    assert (sizes.vessels, sizes.companies, sizes.people, sizes.records) == (vessels, companies, people, records)
    assert sum(1 for _ in fleet.entities()) == records


@pytest.mark.parametrize(("records", "parties"), [(5_001, 5_001), (7_777, 5_001), (20_004, 5_001)])
def test_the_groups_of_a_large_fleet_add_up_to_it(records: int, parties: int) -> None:
    fleet = generate(Plan(vessels=901, companies=2900, people=1200, records=records, listed=101))
    groups = list(fleet.groups())
    assert len(groups) == 2
    assert sum(len(group.parties) for group in groups) == parties
    assert sum(len(group.entities) for group in groups) == records
    assert len({party.id for group in groups for party in group.parties}) == parties
    assert max(Counter(row["entity_id"] for row in fleet.truth()).values()) <= 4


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (Plan(vessels=-1), "ask for 0 to"),
        (Plan(vessels=0, companies=0, people=0), "A fleet of nothing"),
        (Plan(records=0), "A fleet of nothing"),
        (Plan(vessels=10, companies=10, people=0, records=19), "20 to 80 records"),
        (Plan(vessels=10, companies=10, people=0, records=81), "20 to 80 records"),
        (Plan(vessels=1, companies=0, people=0, listed=2), "at most 1"),
        (Plan(vessels=300_001), "300,000"),
    ],
)
def test_numbers_that_do_not_go_together_are_refused(plan: Plan, said: str) -> None:
    with pytest.raises(WrongUse, match=said):
        generate(plan)


def test_the_same_seed_gives_the_same_rows_and_another_seed_others(group: Group) -> None:
    (again,) = generate(PLAN).groups()
    (other,) = generate(Plan(60, 200, 90, 900, 20, seed=8, damage=Damage.HEAVY)).groups()
    assert again == group
    assert other.entities != group.entities


def test_truth_covers_every_record_once_and_names_parties_only(group: Group) -> None:
    ids = [row["id"] for row in group.entities]
    assert [row["id"] for row in group.truth] == ids
    assert len(set(ids)) == len(ids)
    assert {row["entity_id"] for row in group.truth} == {party.id for party in group.parties}


def test_a_record_has_the_kind_of_its_party(group: Group) -> None:
    kinds = {party.id: party.kind for party in group.parties}
    assert all(row["kind"] == kinds[truth["entity_id"]] for row, truth in zip(group.entities, group.truth, strict=True))


@pytest.mark.parametrize("scheme", ["imo", "company_imo"])
def test_every_imo_number_is_valid_or_said_to_be_wrong(scheme: str) -> None:
    found = Counter(
        (identifier(scheme, row[scheme]).valid, f"wrong {scheme}" in row["damage"])
        for row in generate(Plan(records=8_000, damage=Damage.HEAVY)).entities()
        if scheme in row
    )
    assert found.keys() == {(Validity.OK, False), (Validity.BAD_CHECKSUM, True)}


def test_no_number_belongs_to_two_parties(group: Group) -> None:
    for column in ("imo", "company_imo", "mmsi", "call_sign"):
        numbers = [party.facts[column] for party in group.parties if column in party.facts]
        numbers += [then.facts[column] for party in group.parties for then in party.earlier if column in then.facts]
        bearers = defaultdict(set)
        for party in group.parties:
            for facts in (party.facts, *(then.facts for then in party.earlier)):
                if column in facts:
                    bearers[facts[column]].add(party.id)
        assert numbers
        assert all(len(parties) == 1 for parties in bearers.values()), column


def test_the_mmsi_of_a_vessel_is_of_its_flag(group: Group) -> None:
    vessels = [party for party in group.parties if party.kind is Kind.VESSEL]
    assert all(flag_of_mmsi(vessel.facts["mmsi"]) == vessel.facts["flag"] for vessel in vessels)


def test_shares_of_a_company_stay_within_100_unless_it_is_said() -> None:
    said: set[str] = set()
    total_of: defaultdict[str, float] = defaultdict(float)
    for group in generate(Plan(companies=2_600, seed=3)).groups():
        party = {row["id"]: row["entity_id"] for row in group.truth}
        for link in group.links:
            held = party[link["to"]]
            if link["type"] == LinkType.OWNS and held.startswith("synthetic-company"):
                total_of[held] += float(link["share"] or link["share_min"] or 0)
                if link["wording"]:
                    assert link["wording"] == OVER_100
                    said.add(held)
    over = {held for held, total in total_of.items() if total > 100.01}
    assert over
    assert over == said
    assert sum(abs(total - 100) < 0.01 for total in total_of.values()) > len(total_of) / 2


def test_some_companies_hold_each_other_in_a_circle() -> None:
    held: defaultdict[str, set[str]] = defaultdict(set)
    for group in generate(Plan(companies=1_300, seed=3)).groups():
        party = {row["id"]: row["entity_id"] for row in group.truth}
        for link in group.links:
            if link["type"] == LinkType.OWNS:
                held[party[link["from"]]].add(party[link["to"]])
    assert any(holder in held[other] for holder, others in held.items() for other in others if other in held)


def test_every_row_names_records_that_exist(group: Group) -> None:
    ids = {row["id"] for row in group.entities}
    cells = [row[end] for row in group.links for end in ("from", "to")]
    cells += [row["entity"] for row in (*group.listings, *group.reports)]
    cells += [row[column] for row in group.events for column in ("vessel", "counterpart") if column in row]
    assert set(cells) <= ids


def unmarked(row: Row) -> bool:
    """Whether a row does not say that it is synthetic."""
    return row.get("synthetic") != "yes" and not row.get("source", "").startswith("synthetic-")


def test_every_row_says_that_it_is_synthetic(group: Group) -> None:
    rows = [*group.entities, *group.links, *group.listings, *group.events, *group.reports]
    assert not list(filter(unmarked, rows))
    assert all(row["synthetic"] == "yes" for row in (*group.entities, *group.events))
    assert all(row["entity_id"].startswith("synthetic-") for row in group.truth)


def test_a_row_without_its_mark_is_noticed(group: Group) -> None:
    row = {column: cell for column, cell in group.links[0].items() if column != "source"}
    assert unmarked(row)


def test_more_damage_leaves_fewer_records_as_their_party_bears_its_name() -> None:
    clean = {
        level: sum(not row["damage"] for row in generate(Plan(records=2_000, damage=level)).entities())
        for level in Damage
    }
    assert clean[Damage.LIGHT] > clean[Damage.USUAL] > clean[Damage.HEAVY] > 0


def test_strangers_that_look_alike_are_among_the_parties() -> None:
    (group,) = generate(Plan(vessels=400, companies=1_300, people=300, seed=2)).groups()
    vessels = [party for party in group.parties if party.kind is Kind.VESSEL]
    names = Counter(vessel.name.text for vessel in vessels)
    assert max(names.values()) > 1  # another hull of the same name
    stems = Counter(name.rpartition(" ")[0] for name in names if name.rpartition(" ")[2].isdigit())
    assert max(stems.values()) > 2  # sisters that differ in their number
    companies = [party.name.text for party in group.parties if party.kind is Kind.COMPANY]
    counted = re.compile(r"\b(ONE|TWO|THREE|FOUR|FIRST|SECOND|THIRD|FOURTH)\b")
    sisters = Counter(counted.sub("#", text) for text in companies if counted.search(text))
    assert max(sisters.values()) > 1  # ... TRADING ONE LTD and ... TRADING TWO LTD


def test_the_fleet_is_the_same_whatever_the_damage() -> None:
    (light,), (heavy,) = (list(generate(Plan(seed=5, damage=level)).groups()) for level in (Damage.LIGHT, Damage.HEAVY))
    assert light.parties == heavy.parties
