"""How far and how wide a trace goes, what it goes to, and how it says that there is more."""

from pathlib import Path

import pytest

from graphkit.analyse.upward import TraceOptions
from graphkit.errors import Ambiguous, NotFound, WrongUse
from tests.small_cases import small_case, tell_all, told, traced
from tests.unit.analyse.parties import ALPHA, BRAVO, CAROL, DELTA, ECHO, PARTIES, listings


def test_a_listed_party_is_gone_through_unless_the_trace_stops_at_the_first(tmp_path: Path) -> None:
    links = """
        from,to,type
        alpha,ship,OWNS
        bravo,alpha,OWNS
    """
    case = small_case(tmp_path, entities=PARTIES, links=links, listings=listings("alpha", "bravo"))
    both = [f"ownership: AURORA < {ALPHA}", f"ownership: AURORA < {ALPHA} < {BRAVO}"]
    assert told(case, "AURORA") == both
    assert told(case, "AURORA", TraceOptions(stop_at_first=True)) == both[:1]


def test_the_shortest_chains_are_all_told_up_to_the_number_asked_for(tmp_path: Path) -> None:
    links = """
        from,to,type
        alpha,ship,OWNS
        bravo,ship,OWNS
        delta,ship,OWNS
        carol,alpha,OWNS
        carol,bravo,OWNS
        carol,delta,OWNS
    """
    case = small_case(tmp_path, entities=PARTIES, links=links, listings=listings("carol"))
    every = {f"ownership: AURORA < {each} < {CAROL}" for each in (ALPHA, BRAVO, DELTA)}
    answer = traced(case, "AURORA")
    assert (set(tell_all(answer.chains)), answer.truncated) == (every, False)
    answer = traced(case, "AURORA", TraceOptions(chains=3))
    assert (set(tell_all(answer.chains)), answer.truncated) == (every, False)
    answer = traced(case, "AURORA", TraceOptions(chains=2))
    assert (len(answer.chains), set(tell_all(answer.chains)) < every, answer.truncated) == (2, True, True)


def test_a_chain_longer_than_the_bound_is_not_told_and_the_answer_says_that_it_was_cut(tmp_path: Path) -> None:
    links = """
        from,to,type
        alpha,ship,OWNS
        bravo,alpha,OWNS
        delta,bravo,OWNS
    """
    case = small_case(tmp_path, entities=PARTIES, links=links, listings=listings("delta"))
    whole, cut = traced(case, "AURORA", TraceOptions(max_hops=3)), traced(case, "AURORA", TraceOptions(max_hops=2))
    assert (tell_all(whole.chains), whole.truncated) == ([f"ownership: AURORA < {ALPHA} < {BRAVO} < {DELTA}"], False)
    assert (tell_all(cut.chains), cut.truncated) == ([], True)
    # What lies beyond the bound is not an end: its holder is known.
    assert cut.open_ends == ()


def test_ten_thousand_holders_of_one_company_are_one_chain_each(tmp_path: Path) -> None:
    count = 10_000
    parties = [PARTIES.strip(), *(f"h{number},person,Holder {number}," for number in range(count))]
    links = ["from,to,type", "alpha,ship,OWNS", *(f"h{number},alpha,OWNS" for number in range(count))]
    listed = listings(*(f"h{number}" for number in range(0, count, 2)))
    case = small_case(tmp_path, entities="\n".join(parties), links="\n".join(links), listings=listed)
    answer = traced(case, "AURORA", TraceOptions(limit=count))
    assert len(answer.chains) == answer.reached == count // 2
    last = traced(case, "AURORA", TraceOptions(limit=40, page=(count // 2 - 1) // 40 + 1))
    assert last.chains == answer.chains[-len(last.chains) :]
    assert (last.reached, last.truncated) == (count // 2, False)
    assert {len(chain.steps) for chain in answer.chains} == {2}


def test_a_trace_to_one_party_tells_the_chains_to_it_whether_it_is_listed_or_not(tmp_path: Path) -> None:
    links = """
        from,to,type
        alpha,ship,OWNS
        bravo,alpha,OWNS
    """
    case = small_case(tmp_path, entities=PARTIES, links=links, listings=listings("bravo", "ship"))
    assert told(case, "AURORA", TraceOptions(to=ALPHA)) == [f"ownership: AURORA < {ALPHA}"]
    assert told(case, "AURORA", TraceOptions(to=ECHO)) == []
    assert told(case, "AURORA", TraceOptions(to="AURORA")) == ["ownership: AURORA"]


def test_a_goal_that_is_nothing_or_several_things_is_told(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=PARTIES)
    with pytest.raises(NotFound, match="--to 'Zulu' is neither 'sanctioned', an authority"):
        traced(case, "AURORA", TraceOptions(to="Zulu"))
    with pytest.raises(Ambiguous, match="4 entities answer to 'Ltd'"):
        traced(case, "AURORA", TraceOptions(to="Ltd"))


DETOUR = """
    from,to,type,share,certainty
    alpha,ship,OWNS,20,alleged
    bravo,ship,OWNS,80,
    alpha,bravo,OWNS,90,
    delta,ship,OWNS,,alleged
    alpha,delta,OWNS,10,confirmed
"""


def test_the_best_chains_by_certainty_may_be_longer_than_the_shortest(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=PARTIES, links=DETOUR, listings=listings("alpha"))
    assert told(case, "AURORA") == [f"ownership: AURORA < {ALPHA}"]
    # .95 * .95, then .5 at one step, then .5 * 1.0 at two.
    assert told(case, "AURORA", TraceOptions(rank="certainty")) == [
        f"ownership: AURORA < {BRAVO} < {ALPHA}",
        f"ownership: AURORA < {ALPHA}",
        f"ownership: AURORA < {DELTA} < {ALPHA}",
    ]
    best = traced(case, "AURORA", TraceOptions(rank="certainty", chains=1))
    assert (tell_all(best.chains), best.truncated) == ([f"ownership: AURORA < {BRAVO} < {ALPHA}"], True)


def test_the_best_chains_by_share_multiply_what_may_be_held(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=PARTIES, links=DETOUR, listings=listings("alpha"))
    # 72 %, 20 %, and of an unknown share at most 10 %.
    assert told(case, "AURORA", TraceOptions(rank="share")) == [
        f"ownership: AURORA < {BRAVO} < {ALPHA}",
        f"ownership: AURORA < {ALPHA}",
        f"ownership: AURORA < {DELTA} < {ALPHA}",
    ]


def test_a_way_that_is_longer_than_asked_for_is_no_best_way(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=PARTIES, links=DETOUR, listings=listings("alpha"))
    assert told(case, "AURORA", TraceOptions(rank="share", max_hops=1)) == [f"ownership: AURORA < {ALPHA}"]


def test_a_rank_that_is_none_is_wrong_use(tmp_path: Path) -> None:
    case = small_case(tmp_path, entities=PARTIES, links=DETOUR, listings=listings("alpha"))
    with pytest.raises(WrongUse, match="There is no rank 'beauty'; chains are ranked by length, certainty, share."):
        traced(case, "AURORA", TraceOptions(rank="beauty"))
