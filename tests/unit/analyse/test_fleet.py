"""Which ships a party has, and by what: on cases of a few rows."""

from pathlib import Path

from graphkit.analyse.day import as_of
from graphkit.analyse.fleet import fleet
from graphkit.model.answers import Fleet, FleetVessel, SourceRef
from graphkit.model.vocabulary import Certainty, Mode, Status
from graphkit.store.local import LocalStore
from tests.small_cases import DAY, small_case

PARTIES = """
    id,kind,name,imo
    top,company,Topmast Group,
    mid,company,Midway Shipping,
    low,company,Lowland Ship Management,
    agent,company,Agency of the East,
    nobody,company,UNKNOWN,
    aurora,vessel,AURORA,9074729
    borealis,vessel,BOREALIS,7303803
    corona,vessel,CORONA,
    delphin,vessel,DELPHIN,
"""


def told(case: LocalStore, who: str = "Topmast Group", *, on: str = DAY, max_hops: int = 12) -> list[tuple[str, ...]]:
    """Name, mode and basis of each ship, and the chain down to it by names."""
    answer = fleet(case, who, as_of(on), max_hops=max_hops)
    names = {row["entity_id"]: row["name"] for row in case.table("entities").to_pylist()}
    return [
        (each.name, each.mode.value, each.basis, " > ".join(names[party] for party in each.chain))
        for each in answer.vessels
    ]


def test_ships_are_told_by_the_narrowest_mode_then_by_name_with_the_way_down(tmp_path: Path) -> None:
    links = """
        from,to,type,role
        top,mid,OWNS,
        mid,delphin,OWNS,registered_owner
        top,low,CONTROLS,
        low,corona,MANAGES,ship_manager
        low,corona,OPERATES,
        top,borealis,LINKED_TO,linked to
        mid,aurora,LINKED_TO,
    """
    assert told(small_case(tmp_path, entities=PARTIES, links=links)) == [
        ("DELPHIN", "ownership", "registered_owner", "Topmast Group > Midway Shipping > DELPHIN"),
        ("CORONA", "control", "operates; ship_manager", "Topmast Group > Lowland Ship Management > CORONA"),
        ("AURORA", "association", "linked to", "Topmast Group > Midway Shipping > AURORA"),
        ("BOREALIS", "association", "linked to", "Topmast Group > BOREALIS"),
    ]


def test_a_ship_that_is_owned_and_linked_is_told_as_owned_by_the_sources_that_say_so(tmp_path: Path) -> None:
    links = """
        from,to,type,role,certainty,source
        top,aurora,LINKED_TO,linked to,stated,list-a
        top,aurora,OWNS,registered_owner,alleged,paper-b#p2
        top,aurora,MANAGES,ship_manager,stated,paper-c
    """
    case = small_case(tmp_path, entities=PARTIES, links=links)
    answer = fleet(case, "Topmast Group", as_of(DAY))
    assert answer == Fleet(
        entity=answer.entity,
        as_of="2019-06-01",
        vessels=(
            FleetVessel(
                id="vessel-imo-9074729",
                name="AURORA",
                imo="9074729",
                basis="registered_owner",
                mode=Mode.OWNERSHIP,
                chain=(answer.entity.id, "vessel-imo-9074729"),
                holds="certain",
                certainty=Certainty.ALLEGED,
                sources=(SourceRef("paper-b", place="p2", file="links.csv", line=3),),
                sanctioned=Status.NO,
            ),
        ),
        lists=answer.lists,
    )


def test_what_is_linked_to_a_company_is_not_thereby_anybodys_ship(tmp_path: Path) -> None:
    links = """
        from,to,type
        top,mid,LINKED_TO
        mid,aurora,OWNS
        mid,borealis,LINKED_TO
    """
    assert told(small_case(tmp_path, entities=PARTIES, links=links)) == []


def test_a_company_both_linked_directly_and_owned_through_another_still_leads_to_its_ships(tmp_path: Path) -> None:
    links = """
        from,to,type
        top,low,LINKED_TO
        top,mid,OWNS
        mid,low,OWNS
        low,aurora,LINKED_TO
        low,borealis,OWNS
    """
    assert told(small_case(tmp_path, entities=PARTIES, links=links)) == [
        ("BOREALIS", "ownership", "owns", "Topmast Group > Midway Shipping > Lowland Ship Management > BOREALIS"),
        ("AURORA", "association", "linked to", "Topmast Group > Midway Shipping > Lowland Ship Management > AURORA"),
    ]


def test_the_ships_of_an_agent_are_told_as_control_of_whom_it_acts_for(tmp_path: Path) -> None:
    links = """
        from,to,type,role
        agent,top,ACTS_FOR,
        agent,aurora,OPERATES,operator
    """
    case = small_case(tmp_path, entities=PARTIES, links=links)
    assert told(case) == [("AURORA", "control", "operator", "Topmast Group > Agency of the East > AURORA")]
    assert told(case, "Agency of the East") == [("AURORA", "control", "operator", "Agency of the East > AURORA")]


def test_a_holding_that_has_ended_is_no_ship_of_that_day_and_a_doubtful_one_is_possible(tmp_path: Path) -> None:
    links = """
        from,to,type,start,end
        top,aurora,OWNS,2010-01-01,2019-01-01
        top,borealis,OWNS,2019,
        top,corona,OWNS,2019-06-01,
        top,delphin,OWNS,2019-06-02,
    """
    answer = fleet(small_case(tmp_path, entities=PARTIES, links=links), "Topmast Group", as_of("2019-06-01"))
    assert [(each.name, each.holds) for each in answer.vessels] == [("BOREALIS", "possible"), ("CORONA", "certain")]


def test_nobodys_ships_are_nobody_elses(tmp_path: Path) -> None:
    links = """
        from,to,type
        top,nobody,OWNS
        nobody,aurora,OWNS
        nobody,borealis,LINKED_TO
    """
    assert told(small_case(tmp_path, entities=PARTIES, links=links)) == []


def test_a_circle_of_holdings_ends_and_a_ship_is_not_its_own_fleet(tmp_path: Path) -> None:
    links = """
        from,to,type
        top,mid,OWNS
        mid,top,OWNS
        mid,aurora,OWNS
        aurora,aurora,OWNS
    """
    case = small_case(tmp_path, entities=PARTIES, links=links)
    assert told(case) == [("AURORA", "ownership", "owns", "Topmast Group > Midway Shipping > AURORA")]
    assert told(case, "AURORA") == []


def test_ships_beyond_the_longest_chain_are_left_out_and_the_answer_says_so(tmp_path: Path) -> None:
    links = """
        from,to,type
        top,mid,OWNS
        mid,low,OWNS
        low,aurora,OWNS
        mid,borealis,LINKED_TO
    """
    case = small_case(tmp_path, entities=PARTIES, links=links)
    cut = {hops: fleet(case, "Topmast Group", as_of(DAY), max_hops=hops) for hops in (1, 2, 3)}
    assert {hops: [each.name for each in answer.vessels] for hops, answer in cut.items()} == {
        1: [],
        2: ["BOREALIS"],
        3: ["AURORA", "BOREALIS"],
    }
    assert {hops: answer.truncated for hops, answer in cut.items()} == {1: True, 2: True, 3: False}


def test_a_listed_ship_says_whether_it_is_sanctioned_that_day(tmp_path: Path) -> None:
    links = "from,to,type\ntop,aurora,OWNS\ntop,borealis,OWNS"
    listings = "entity,authority,listed\naurora,OFAC,2018-01-01\nborealis,OFAC,"
    answer = fleet(small_case(tmp_path, entities=PARTIES, links=links, listings=listings), "top", as_of("2019-06-01"))
    assert [each.sanctioned for each in answer.vessels] == [Status.YES, Status.UNKNOWN]


def test_a_fleet_goes_down_as_far_as_there_are_companies(tmp_path: Path) -> None:
    firms = [f"firm{number}" for number in range(40)]
    parties = PARTIES + "\n".join(f"{firm},company,Company Number {firm}," for firm in firms)
    steps = [*zip(["top", *firms], [*firms, "aurora"], strict=True)]
    links = "\n".join(["from,to,type", *(f"{holder},{held},OWNS" for holder, held in steps)])
    answer = fleet(small_case(tmp_path, entities=parties, links=links), "Topmast Group", as_of(DAY))
    assert [(each.name, len(each.chain)) for each in answer.vessels] == [("AURORA", 42)]
    assert not answer.truncated


def test_the_fleet_of_all_listed_parties_names_for_each_ship_the_nearest_of_them(tmp_path: Path) -> None:
    links = """
        from,to,type
        top,mid,OWNS
        mid,aurora,OWNS
        low,borealis,MANAGES
        agent,corona,OWNS
    """
    listings = "entity,authority,listed\ntop,OFAC,2018-01-01\nlow,EU,2018-01-01\nagent,OFAC,2020-01-01\nborealis,EU,"
    case = small_case(tmp_path, entities=PARTIES, links=links, listings=listings)
    # The agency was listed after the day asked for; BOREALIS is listed itself and still told by whoever manages it.
    assert told(case, "sanctioned") == [
        ("AURORA", "ownership", "owns", "Topmast Group > Midway Shipping > AURORA"),
        ("BOREALIS", "control", "manages", "Lowland Ship Management > BOREALIS"),
    ]
    assert [row[0] for row in told(case, "eu")] == ["BOREALIS"]
    assert fleet(case, "OFAC", as_of(DAY)).entity.name == "All parties listed by OFAC"
