"""Which chains are found, on cases of a few rows. The ship is AURORA; who is listed stands in `listings`."""

from itertools import pairwise
from pathlib import Path

from graphkit.analyse.upward import TraceOptions
from graphkit.model.vocabulary import Mode
from tests.small_cases import small_case, tell_all, told, traced
from tests.unit.analyse.parties import ALPHA, BRAVO, CAROL, DELTA, ECHO, PARTIES, listings


def chains(folder: Path, links: str, *listed: str) -> list[str]:
    """The chains of AURORA, told by name."""
    return told(small_case(folder, entities=PARTIES, links=links, listings=listings(*listed)), "AURORA")


def test_a_chain_carries_the_narrowest_mode_that_admits_all_its_steps(tmp_path: Path) -> None:
    links = """
        from,to,type
        alpha,ship,OWNS
        bravo,alpha,CONTROLS
        carol,alpha,DIRECTS
        delta,bravo,LINKED_TO
    """
    assert chains(tmp_path, links, "bravo", "carol", "delta") == [
        f"ownership: AURORA < {ALPHA} < {BRAVO}",
        f"control: AURORA < {ALPHA} < {CAROL}",
        f"association: AURORA < {ALPHA} < {BRAVO} < {DELTA}",
    ]


def test_a_mode_finds_its_own_shortest_chain_although_a_wider_mode_has_a_shorter_one(tmp_path: Path) -> None:
    links = """
        from,to,type
        alpha,ship,OWNS
        bravo,alpha,OWNS
        bravo,ship,LINKED_TO
    """
    case = small_case(tmp_path, entities=PARTIES, links=links, listings=listings("bravo"))
    both = [f"ownership: AURORA < {ALPHA} < {BRAVO}", f"association: AURORA < {BRAVO}"]
    assert told(case, "AURORA") == both
    assert told(case, "AURORA", TraceOptions(mode=Mode.OWNERSHIP)) == both[:1]
    assert told(case, "AURORA", TraceOptions(mode=Mode.ASSOCIATION)) == both[1:]


def test_parallel_links_are_evidence_of_one_step_on_each_of_eight_steps(tmp_path: Path) -> None:
    # Four links a step are 65,536 ways through the links, and one chain of parties.
    names = "ship Alder Birch Cedar Damson Elder Fir Gorse Hazel".split()
    parties = ["id,kind,name", "ship,vessel,AURORA", *(f"{each},company,{each} Trading House" for each in names[1:])]
    links = ["from,to,type,role"]
    for held, holder in pairwise(names):
        links += [f"{holder},{held},OWNS,registered_owner", f"{holder},{held},OWNS,owner"]
        links += [f"{holder},{held},MANAGES,ship_manager", f"{holder},{held},OPERATES,operator"]
    case = small_case(
        tmp_path, entities="\n".join(parties), links="\n".join(links), listings=listings("Gorse", "Hazel")
    )
    found = traced(case, "AURORA").chains
    way = " < ".join(["AURORA", *(f"{name} Trading House" for name in names[1:])])
    assert tell_all(found) == [f"ownership: {way.removesuffix(' < Hazel Trading House')}", f"ownership: {way}"]
    assert [[len(step.links) for step in chain.steps] for chain in found] == [[4] * 7, [4] * 8]


def test_a_short_way_that_has_ended_does_not_hide_the_longer_one_that_holds(tmp_path: Path) -> None:
    links = """
        from,to,type,start,end
        delta,ship,OWNS,2015-01-01,2018-01-01
        alpha,ship,OWNS,2018-01-01,
        delta,alpha,OWNS,2017-01-01,
    """
    case = small_case(tmp_path, entities=PARTIES, links=links, listings=listings("delta"))
    assert told(case, "AURORA", on="2019-06-01") == [f"ownership: AURORA < {ALPHA} < {DELTA}"]
    assert told(case, "AURORA", on="2018-01-01") == [f"ownership: AURORA < {ALPHA} < {DELTA}"]
    assert told(case, "AURORA", TraceOptions(to="Delta Harbour"), on="2016-06-01") == [f"ownership: AURORA < {DELTA}"]
    assert told(case, "AURORA", on="any") == [f"ownership: AURORA < {DELTA}"]


def test_linked_to_is_followed_from_the_linked_party_to_its_principal_only(tmp_path: Path) -> None:
    links = """
        from,to,type
        alpha,ship,LINKED_TO
        alpha,bravo,LINKED_TO
        alpha,delta,OWNS
        alpha,carol,MANAGES
    """
    assert chains(tmp_path, links, "alpha", "bravo", "carol", "delta") == [f"association: AURORA < {ALPHA}"]


def test_an_agent_a_nominee_and_a_member_lead_to_whom_they_stand_for(tmp_path: Path) -> None:
    links = """
        from,to,type
        alpha,ship,OWNS
        alpha,bravo,ACTS_FOR
        alpha,carol,NOMINEE_FOR
        alpha,delta,MEMBER_OF
        echo,alpha,ACTS_FOR
    """
    case = small_case(tmp_path, entities=PARTIES, links=links, listings=listings("bravo", "carol", "delta", "echo"))
    answer = traced(case, "AURORA")
    assert tell_all(answer.chains) == [
        f"control: AURORA < {ALPHA} < {BRAVO}",
        f"control: AURORA < {ALPHA} < {CAROL}",
        f"association: AURORA < {ALPHA} < {DELTA}",
    ]
    acts_for = answer.chains[0].steps[1]
    agent, client = (entity.id for entity in answer.chains[0].entities[1:])
    assert (acts_for.from_id, acts_for.to_id) == (client, agent)
    assert (acts_for.links[0].from_id, acts_for.links[0].to_id) == (agent, client)


def test_a_chain_holds_at_most_one_undirected_step_unless_wide(tmp_path: Path) -> None:
    links = """
        from,to,type
        alpha,ship,OWNS
        carol,alpha,FAMILY_OF
        bravo,carol,ASSOCIATE_OF
        delta,carol,OWNS
        echo,bravo,SHARED_ADDRESS
    """
    case = small_case(tmp_path, entities=PARTIES, links=links, listings=listings("bravo", "carol", "delta", "echo"))
    narrow = [f"association: AURORA < {ALPHA} < {CAROL}", f"association: AURORA < {ALPHA} < {CAROL} < {DELTA}"]
    assert told(case, "AURORA") == narrow
    assert sorted(told(case, "AURORA", TraceOptions(wide=True))) == sorted(
        [
            *narrow,
            f"association: AURORA < {ALPHA} < {CAROL} < {BRAVO}",
            f"association: AURORA < {ALPHA} < {CAROL} < {BRAVO} < {ECHO}",
        ]
    )


def test_a_placeholder_owner_is_an_open_end_and_never_walked_through(tmp_path: Path) -> None:
    # The second row's UNKNOWN is another one than the party with the id `nobody`, which Alpha is said to own.
    links = """
        from,to,type
        nobody,ship,OWNS
        UNKNOWN,ship,MANAGES
        alpha,nobody,OWNS
        bravo,ship,OPERATES
    """
    case = small_case(tmp_path, entities=PARTIES, links=links, listings=listings("alpha", "bravo"))
    answer = traced(case, "AURORA")
    assert tell_all(answer.chains) == [f"control: AURORA < {BRAVO}"]
    assert sorted((end.name, end.reason) for end in answer.open_ends) == [
        (BRAVO, "no holder known"),
        ("UNKNOWN", "the source names nobody"),
        ("UNKNOWN", "the source names nobody"),
    ]


def test_who_has_no_holder_is_an_open_end_and_so_is_the_ship_itself(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=PARTIES, links="from,to,type\nalpha,ship,LINKED_TO")
    answer = traced(case, "AURORA")
    assert (answer.chains, [(end.name, end.reason) for end in answer.open_ends]) == (
        (),
        [("AURORA", "no holder known")],
    )


def test_a_circle_of_owners_and_a_party_that_holds_itself_end(tmp_path: Path) -> None:
    links = """
        from,to,type
        alpha,ship,OWNS
        bravo,alpha,OWNS
        alpha,bravo,OWNS
        delta,bravo,OWNS
        delta,delta,OWNS
    """
    assert chains(tmp_path, links, "alpha", "delta") == [
        f"ownership: AURORA < {ALPHA}",
        f"ownership: AURORA < {ALPHA} < {BRAVO} < {DELTA}",
    ]
