"""What a chain says beside its parties: listings, shares, the weakest step, dates, and what is kept back."""

from pathlib import Path

import pytest

from graphkit.analyse.evidence import measures_named
from graphkit.analyse.upward import TraceOptions
from graphkit.errors import WrongUse
from graphkit.model.answers import LinkEvidence, Listed, SourceRef, Weakest
from graphkit.model.vocabulary import Certainty, LinkType, Measure, Mode, Status
from graphkit.session.opening import open_case
from tests.small_cases import DAY, small_case, tell_all, told, traced

PARTIES = """
    id,kind,name,imo
    ship,vessel,AURORA,9074729
    alpha,company,Alpha Crossing Ltd,
    bravo,company,Bravo Meridian Ltd,
    carol,person,Carol Quist,
"""
UP = """
    from,to,type
    alpha,ship,OWNS
    bravo,alpha,OWNS
    carol,bravo,OWNS
"""


def test_its_own_listings_come_first_as_a_chain_without_steps(tmp_path: Path) -> None:
    listings = """
        entity,authority,list,program,measure,listed,reference
        ship,UN,UN 1718,,port_ban,2018-03-30,
        ship,EU,EU 2017/1509,,asset_freeze,2018-04-10,XIV.A-9
        alpha,UN,UN 1718,DPRK;DPRK4,asset_freeze,2018-03-30,KPe.999
    """
    answer = traced(small_case(tmp_path, entities=PARTIES, links=UP, listings=listings), "AURORA")
    assert tell_all(answer.chains) == ["ownership: AURORA", "ownership: AURORA < Alpha Crossing Ltd"]
    own, other = answer.chains
    assert (own.steps, own.weakest, own.entities[0]) == ((), None, answer.from_entity)
    assert [(each.authority, each.measure, each.listed) for each in own.entities[0].listed] == [
        ("EU", Measure.ASSET_FREEZE, "2018-04-10"),
        ("UN", Measure.PORT_BAN, "2018-03-30"),
    ]
    assert other.entities[1].listed == (
        Listed(
            authority="UN",
            list="UN 1718",
            measure=Measure.ASSET_FREEZE,
            reference="KPe.999",
            listed="2018-03-30",
            delisted=None,
            programs=("DPRK", "DPRK4"),
            status=Status.YES,
            sources=(SourceRef("own", reference="KPe.999", file="listings.csv", line=4),),
        ),
    )


def test_only_measures_that_sanction_count_unless_another_is_asked_for(tmp_path: Path) -> None:
    listings = """
        entity,authority,measure,listed
        alpha,US Treasury,advisory,2018-01-01
        bravo,OFAC,sectoral,2018-01-01
        carol,OFAC,travel_ban,2018-01-01
    """
    case = small_case(tmp_path, entities=PARTIES, links=UP, listings=listings)
    to_alpha = "ownership: AURORA < Alpha Crossing Ltd"
    to_bravo = f"{to_alpha} < Bravo Meridian Ltd"
    to_carol = f"{to_bravo} < Carol Quist"

    def asked(measure: str | None) -> list[str]:
        return told(case, "AURORA", TraceOptions(measures=measures_named(measure)))

    assert asked(None) == [to_carol]
    assert asked("any") == [to_alpha, to_bravo, to_carol]
    assert asked("sectoral") == [to_bravo]
    with pytest.raises(WrongUse, match="There is no measure 'blacklist'"):
        asked("blacklist")


def test_a_trace_to_an_authority_counts_its_listings_and_nobody_elses(tmp_path: Path) -> None:
    listings = """
        entity,authority,listed
        ship,UN,2018-01-01
        alpha,OFAC,2018-01-01
        bravo,EU,2018-01-01
        bravo,OFAC,2018-01-01
    """
    case = small_case(tmp_path, entities=PARTIES, links=UP, listings=listings)
    answer = traced(case, "AURORA", TraceOptions(to="eu"))
    assert tell_all(answer.chains) == ["ownership: AURORA < Alpha Crossing Ltd < Bravo Meridian Ltd"]
    assert [[each.authority for each in entity.listed] for entity in answer.chains[0].entities] == [[], [], ["EU"]]


def test_a_listing_that_nothing_proves_for_the_day_makes_the_party_unknown_and_the_chain_is_told(
    tmp_path: Path,
) -> None:
    # The tables were read on 1 January 2020.
    listings = """
        entity,authority,listed,delisted
        alpha,OFAC,,
        bravo,OFAC,2010-01-01,2015-01-01
        carol,OFAC,2019-07-01,
    """
    case = small_case(tmp_path, entities=PARTIES, links=UP, listings=listings)
    answer = traced(case, "AURORA", on="2019-06-01")
    assert tell_all(answer.chains) == ["ownership: AURORA < Alpha Crossing Ltd"]
    alpha = answer.chains[0].entities[1]
    assert (alpha.sanctioned, [each.status for each in alpha.listed]) == (Status.UNKNOWN, [Status.UNKNOWN])
    later = traced(case, "AURORA", on="2020-01-01").chains
    assert [chain.entities[-1].sanctioned for chain in later] == [Status.YES, Status.YES]


def test_exact_shares_multiply_along_a_chain_and_an_unknown_one_ends_that(tmp_path: Path) -> None:
    links = """
        from,to,type,share,share_min,share_max
        alpha,ship,OWNS,80,,
        bravo,alpha,OWNS,50,,
        carol,bravo,OWNS,,25,40
    """
    listings = """
        entity,authority,listed
        alpha,OFAC,2018-01-01
        bravo,OFAC,2018-01-01
        carol,OFAC,2018-01-01
    """
    found = traced(small_case(tmp_path, entities=PARTIES, links=links, listings=listings), "AURORA").chains
    assert [chain.effective_share for chain in found] == [80.0, 40.0, None]
    assert [(step.links[0].share, step.links[0].share_min, step.links[0].share_max) for step in found[2].steps] == [
        (80.0, 80.0, 80.0),
        (50.0, 50.0, 50.0),
        (None, 25.0, 40.0),
    ]


def test_two_sources_that_state_different_shares_give_no_share_through_the_chain(tmp_path: Path) -> None:
    links = """
        from,to,type,share,source
        alpha,ship,OWNS,80,reg-a
        alpha,ship,OWNS,60,reg-b
    """
    listings = "entity,authority,listed\nalpha,OFAC,2018-01-01"
    (chain,) = traced(small_case(tmp_path, entities=PARTIES, links=links, listings=listings), "AURORA").chains
    assert (chain.effective_share, sorted(link.share or 0 for link in chain.steps[0].links)) == (None, [60.0, 80.0])


def test_the_weakest_step_is_the_least_certain_then_the_one_with_the_fewest_sources(tmp_path: Path) -> None:
    links = """
        from,to,type,role,certainty,source
        alpha,ship,OWNS,registered_owner,alleged,paper-a
        alpha,ship,OWNS,registered_owner,stated,paper-b
        alpha,ship,MANAGES,ship_manager,stated,paper-c
        bravo,alpha,OWNS,,stated,paper-a
        carol,bravo,OWNS,,suspected,paper-a
        carol,bravo,OWNS,,suspected,paper-b
    """
    listings = """
        entity,authority,listed
        alpha,OFAC,2018-01-01
        bravo,OFAC,2018-01-01
        carol,OFAC,2018-01-01
    """
    found = traced(small_case(tmp_path, entities=PARTIES, links=links, listings=listings), "AURORA").chains
    # The manager's source is not counted: the chain is one of ownership.
    assert [chain.weakest for chain in found] == [
        Weakest(0, Certainty.STATED, 2),
        Weakest(1, Certainty.STATED, 1),
        Weakest(2, Certainty.SUSPECTED, 2),
    ]
    # 0.95, 0.95 * 0.95, 0.95 * 0.95 * 0.4
    assert [chain.confidence for chain in found] == [0.95, 0.9025, 0.361]


def test_a_link_shows_its_dates_its_sources_and_whether_it_surely_holds(tmp_path: Path) -> None:
    links = """
        from,to,type,role,start,end,source
        alpha,ship,OWNS,owner,2018,before 2021,reg-hk#row14;paper-a#p2
    """
    case = small_case(tmp_path, entities=PARTIES, links=links)
    chain = traced(case, "AURORA", TraceOptions(to="alpha"), on="2018-06-29").chains[0]
    link = chain.steps[0].links[0]
    sources = (
        SourceRef("paper-a", place="p2", file="links.csv", line=2),
        SourceRef("reg-hk", place="row14", file="links.csv", line=2),
    )
    assert link == LinkEvidence(
        id=link.id,
        type=LinkType.OWNS,
        role="owner",
        share=None,
        share_min=None,
        share_max=None,
        start="2018",
        end="before 2021",
        dated=True,
        holds="possible",
        certainty=Certainty.STATED,
        sources=sources,
        from_id=chain.steps[0].from_id,
        to_id=chain.steps[0].to_id,
    )


def test_what_is_internal_is_in_no_chain_unless_it_is_asked_for(tmp_path: Path) -> None:
    links = """
        from,to,type,visibility
        alpha,ship,OWNS,internal
        bravo,ship,MANAGES,public
    """
    listings = "entity,authority,listed\nalpha,OFAC,2018-01-01\nbravo,OFAC,2018-01-01"
    case = small_case(tmp_path, entities=PARTIES, links=links, listings=listings)
    assert told(case, "AURORA") == ["control: AURORA < Bravo Meridian Ltd"]
    assert told(open_case(tmp_path / "case", internal=True).store, "AURORA") == [
        "ownership: AURORA < Alpha Crossing Ltd",
        "control: AURORA < Bravo Meridian Ltd",
    ]


def test_the_first_chain_of_a_mode_is_the_shortest_and_then_the_surest(tmp_path: Path) -> None:
    links = """
        from,to,type,certainty
        alpha,ship,OWNS,alleged
        bravo,ship,OWNS,stated
        carol,alpha,OWNS,stated
        carol,bravo,OWNS,stated
    """
    listings = "entity,authority,listed\nalpha,OFAC,2018-01-01\ncarol,OFAC,2018-01-01"
    case = small_case(tmp_path, entities=PARTIES, links=links, listings=listings)
    assert told(case, "AURORA", TraceOptions(mode=Mode.OWNERSHIP), on=DAY) == [
        "ownership: AURORA < Alpha Crossing Ltd",
        "ownership: AURORA < Bravo Meridian Ltd < Carol Quist",
        "ownership: AURORA < Alpha Crossing Ltd < Carol Quist",
    ]


def test_a_chain_prints_as_one_line(tmp_path: Path) -> None:
    listings = "entity,authority,listed\nalpha,OFAC,2018-01-01\nalpha,EU,2018-01-01\nship,UN,2018-01-01"
    own, other = traced(small_case(tmp_path, entities=PARTIES, links=UP, listings=listings), "AURORA").chains
    assert str(own) == "AURORA, listed by UN"
    assert str(other) == "AURORA <-OWNS- Alpha Crossing Ltd (ownership, listed by EU, OFAC)"
