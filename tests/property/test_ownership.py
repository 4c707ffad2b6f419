"""The ownership rules against slow and obvious versions: fractions, sets, and every way in which ranges may turn out.

*Possible* is exact for one company, which is tested. In a graph one range can decide about two companies at once; there
the answer may be wider than any one way, never narrower, which is tested too.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.analyse.ownership.blocked import Blocked, in_rings
from graphkit.analyse.ownership.effective import shares_of
from graphkit.analyse.ownership.passage import owners_shares
from graphkit.analyse.ownership.register import Register
from graphkit.analyse.ownership.rules import Rule, rule_on
from graphkit.graph.adjacency import Bools
from tests.ownership_cases import AUTHORITIES, DAY, Told, number_of, told

LISTED = ("L1", "L2")
COMPANIES = ("A", "B", "C", "D")
Stakes = dict[tuple[str, str], Fraction]
Ranges = dict[tuple[str, str], tuple[int, int]]
SOME = settings(max_examples=70)
MANY = settings(max_examples=150)


def lines(stakes: Mapping[tuple[str, str], object]) -> str:
    return "\n".join(f"{holder} {share} {held}" for (holder, held), share in stakes.items())


def answers(found: Told, authority: str, *, day: str = DAY) -> dict[str, str]:
    """Company to yes, no or possible."""
    made = found.register(day)
    blocked = Blocked(made, rule_on(authority, number_of(day)))
    return {
        party: "yes" if blocked.rounds[number] >= 0 else "possible" if blocked.possible_rounds[number] >= 0 else "no"
        for party, number in made.number.items()
    }


# --- the slow versions ---


def slowly_blocked(stakes: Stakes, rule: Rule) -> set[str]:
    """Who is blocked, asked again and again until nothing changes; each listed person alone where the rule says so."""
    groups = [set(LISTED)] if rule.together else [{each} for each in LISTED]
    return set().union(*(_slowly_reached(stakes, rule, group) for group in groups))


def _slowly_reached(stakes: Stakes, rule: Rule, start: set[str]) -> set[str]:
    reached = set(start)
    while True:
        held = {
            company: sum(
                (share for (holder, of), share in stakes.items() if of == company and holder in reached), Fraction(0)
            )
            for company in COMPANIES
        }
        met = {c for c, share in held.items() if share > 50 or (share == 50 and rule.inclusive)}
        if met <= reached:
            return reached
        reached |= met


def worlds(ranges: Ranges) -> Iterator[Stakes]:
    """Every way in which whole tens of the ranges come to no more than 100 in each company."""
    choices = [[Fraction(share) for share in range(low, high + 1, 10)] for low, high in ranges.values()]
    for chosen in itertools.product(*choices):
        world = dict(zip(ranges, chosen, strict=True))
        if all(sum(share for (_, of), share in world.items() if of == company) <= 100 for company in COMPANIES):
            yield world


def solved(stakes: Stakes, owners: set[str], parties: tuple[str, ...]) -> dict[str, Fraction]:
    """The share of the owners in each party by elimination, the links into owners cut."""
    inner = [each for each in parties if each not in owners]
    rows = []
    for company in inner:
        row = [Fraction(int(company == other)) - stakes.get((other, company), Fraction(0)) / 100 for other in inner]
        rows.append([*row, sum((stakes.get((owner, company), Fraction(0)) / 100 for owner in owners), Fraction(0))])
    size = len(inner)
    for at in range(size):
        pivot = next(row for row in range(at, size) if rows[row][at])
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(size):
            if other != at and rows[other][at]:
                rows[other] = [a - rows[other][at] * b for a, b in zip(rows[other], rows[at], strict=True)]
    return {company: rows[place][-1] for place, company in enumerate(inner)} | dict.fromkeys(owners, Fraction(1))


# --- what is drawn ---


@st.composite
def exact_stakes(draw: st.DrawFn, *, most: int = 140) -> Stakes:
    """Exact stakes, cycles and holdings of oneself included; the stakes in a company come to no more than `most`."""
    stakes: Stakes = {}
    for company in COMPANIES:
        left = most
        for holder in draw(st.permutations([*LISTED, *COMPANIES]))[: draw(st.integers(0, 4))]:
            share = draw(st.sampled_from([10, 20, 25, 30, 40, 49, 50, 51, 60, 90]).filter(lambda each: each <= 100))
            if share <= left:
                stakes[holder, company] = Fraction(share)
                left -= share
    return stakes


@st.composite
def ranges_in(draw: st.DrawFn, companies: tuple[str, ...], holders: tuple[str, ...], *, stakes: int) -> Ranges:
    """A few ranges in whole tens, of which at least one way is possible."""
    found: Ranges = {}
    for company in companies:
        left = 100
        for holder in draw(st.permutations([each for each in holders if each != company]))[
            : draw(st.integers(0, stakes))
        ]:
            low = draw(st.integers(0, left // 10)) * 10
            found[holder, company] = (low, draw(st.integers(low // 10, 10)) * 10)
            left -= low
    return found


def as_text(ranges: Ranges) -> str:
    return lines({pair: f"{low}..{high}" for pair, (low, high) in ranges.items()})


def present(found: Told) -> set[str]:
    return {row["entity_id"] for row in found.entities}


# --- the tests ---


@pytest.mark.parametrize("authority", AUTHORITIES)
@MANY
@given(stakes=exact_stakes())
def test_the_least_fixed_point_is_that_of_the_slow_version(authority: str, stakes: Stakes) -> None:
    found = told(lines(stakes))
    expected = slowly_blocked(stakes, rule_on(authority, number_of(DAY)))
    blocked = {party for party, answer in answers(found, authority).items() if answer == "yes"}
    assert blocked == expected & present(found)


@SOME
@given(stakes=exact_stakes(), inclusive=st.booleans(), together=st.booleans())
def test_an_exact_register_leaves_nothing_possible(stakes: Stakes, inclusive: bool, together: bool) -> None:
    rule = replace(rule_on("OFAC", None), inclusive=inclusive, together=together)
    blocked = Blocked(told(lines(stakes)).register(), rule)
    assert ((blocked.rounds >= 0) == (blocked.possible_rounds >= 0)).all()


@pytest.mark.parametrize("authority", AUTHORITIES)
@MANY
@given(ranges=ranges_in(("A",), (*LISTED, "P1", "P2"), stakes=4))
def test_of_one_company_the_three_answers_are_exact(authority: str, ranges: Ranges) -> None:
    rule = rule_on(authority, number_of(DAY))
    results = {"A" in slowly_blocked(world, rule) for world in worlds(ranges)}
    expected = "possible" if len(results) > 1 else "yes" if results == {True} else "no"
    assert answers(told(as_text(ranges)), authority).get("A", "no") == expected


@pytest.mark.parametrize("authority", AUTHORITIES)
@settings(max_examples=60)
@given(ranges=ranges_in(("A", "B", "C"), (*LISTED, "A", "B", "C"), stakes=2))
def test_in_a_graph_no_way_is_missed(authority: str, ranges: Ranges) -> None:
    rule = rule_on(authority, number_of(DAY))
    found = answers(told(as_text(ranges)), authority)
    ways = [slowly_blocked(world, rule) for world in itertools.islice(worlds(ranges), 400)]
    for company in {"A", "B", "C"} & set(found):
        results = {company in way for way in ways}
        if found[company] != "possible":
            assert results == {found[company] == "yes"}


@SOME
@given(stakes=exact_stakes(), seed=st.randoms(use_true_random=False))
def test_the_order_of_rows_is_nothing(stakes: Stakes, seed: Random) -> None:
    found = told(lines(stakes))
    shuffled = list(found.links)
    seed.shuffle(shuffled)
    other = replace(found, links=shuffled)
    for authority in AUTHORITIES:
        assert answers(found, authority) == answers(other, authority)


@SOME
@given(ranges=ranges_in(COMPANIES, (*LISTED, *COMPANIES), stakes=3), party=st.sampled_from(COMPANIES))
def test_one_more_listing_never_clears_anybody(ranges: Ranges, party: str) -> None:
    order = ("no", "possible", "yes")
    before = told(as_text(ranges))
    after = told(f"{as_text(ranges)}\nlisted {party} OFAC,EU,UK")
    for authority in AUTHORITIES:
        then = answers(after, authority)
        for company, answer in answers(before, authority).items():
            assert order.index(then[company]) >= order.index(answer)


@SOME
@given(ranges=ranges_in(COMPANIES, (*LISTED, *COMPANIES), stakes=3), data=st.data())
def test_knowing_less_never_decides(ranges: Ranges, data: st.DataObject) -> None:
    # One stake is only alleged: a yes that rested on it is possible, a no that rested on it as well.
    found = told(as_text(ranges))
    if not found.links:
        return
    which = data.draw(st.integers(0, len(found.links) - 1))
    links = [row | {"certainty": "alleged"} if at == which else row for at, row in enumerate(found.links)]
    for authority in AUTHORITIES:
        before, after = answers(found, authority), answers(replace(found, links=links), authority)
        assert all(after[party] in {before[party], "possible"} for party in before)


@SOME
@given(stakes=exact_stakes(), data=st.data())
def test_ended_links_and_links_yet_to_come_are_as_if_never_stated(stakes: Stakes, data: st.DataObject) -> None:
    other = data.draw(exact_stakes())
    gone = "\n".join(
        f"{holder} {share} {held} {data.draw(st.sampled_from(['to=2024-01-01', 'from=2026-01-01']))}"
        for (holder, held), share in other.items()
    )
    for authority in AUTHORITIES:
        plain, more = answers(told(lines(stakes)), authority), answers(told(f"{lines(stakes)}\n{gone}"), authority)
        assert all(more[party] == answer for party, answer in plain.items())


@SOME
@given(stakes=exact_stakes())
def test_the_same_statement_of_a_second_source_changes_nothing(stakes: Stakes) -> None:
    for authority in AUTHORITIES:
        assert answers(told(lines(stakes)), authority) == answers(told(f"{lines(stakes)}\n{lines(stakes)}"), authority)


@SOME
@given(stakes=exact_stakes(), day=st.sampled_from(["1970-01-01", "2016-01-01", DAY, "any"]))
def test_undated_links_hold_on_every_day(stakes: Stakes, day: str) -> None:
    everywhere = f"listed L1 OFAC from=1970-01-01\nlisted L2 OFAC from=1970-01-01\n{lines(stakes)}"
    assert answers(told(everywhere), "OFAC", day=day) == answers(told(everywhere), "OFAC")


@SOME
@given(stakes=exact_stakes(most=99))
def test_the_effective_share_of_a_set_is_the_solution_in_fractions(stakes: Stakes) -> None:
    found = told(f"{lines(stakes)}\nlisted L1 OFAC\nlisted L2 OFAC")
    made = found.register()
    owners = {"L1", "L2", "D"} & set(made.ids)
    numbers = np.array(sorted(made.number[each] for each in owners))
    expected = solved(stakes, owners, tuple(made.ids))
    shares = shares_of(made.stakes, numbers)
    for share in (shares.least, shares.most):
        assert {each: share[made.number[each]] for each in made.ids} == pytest.approx(
            {each: float(value) for each, value in expected.items()}, abs=1e-9
        )


@SOME
@given(stakes=exact_stakes(most=99), target=st.sampled_from(COMPANIES))
def test_the_owners_of_one_company_are_those_of_the_solution(stakes: Stakes, target: str) -> None:
    made = told(f"{lines(stakes)}\nlisted {target} NONE\nlisted L1 OFAC\nlisted L2 OFAC").register()
    if target not in made.number:
        return
    owners = np.array([number for party, number in made.number.items() if party != target])
    least, most = owners_shares(made.stakes, made.number[target], owners, _rings(made))
    for place, owner in enumerate(owners):
        name = made.ids[owner]
        expected = float(solved(stakes, {name}, tuple(made.ids))[target])
        assert (least[place], most[place]) == pytest.approx((expected, expected), abs=1e-9)


def _rings(made: Register) -> Bools:
    ring = np.zeros(len(made.ids), dtype=bool)
    ring[in_rings(made, np.arange(len(made.ids)))] = True
    return ring


@SOME
@given(ranges=ranges_in(COMPANIES, (*LISTED, *COMPANIES), stakes=3))
def test_the_least_share_is_never_over_the_most(ranges: Ranges) -> None:
    made = told(f"{as_text(ranges)}\nlisted L1 OFAC\nlisted L2 OFAC").register()
    for owner in range(len(made.ids)):
        shares = shares_of(made.stakes, np.array([owner]))
        assert (shares.least <= shares.most + 1e-12).all()
        assert shares.least.min() >= 0
        assert shares.most.max() <= 1


@settings(max_examples=60)
@given(ranges=ranges_in(("A", "B"), ("L1", "P", "A"), stakes=2))
def test_the_ends_of_an_effective_share_are_those_of_all_ways(ranges: Ranges) -> None:
    made = told(f"{as_text(ranges)}\nlisted L1 OFAC\nlisted B NONE").register()
    shares = shares_of(made.stakes, np.array([made.number["L1"]]))
    found = [solved(world, {"L1"}, tuple(made.ids))["B"] for world in worlds(ranges)]
    place = made.number["B"]
    assert (shares.least[place], shares.most[place]) == pytest.approx((float(min(found)), float(max(found))), abs=1e-9)


def test_a_chain_of_two_thousand_companies_is_followed_to_its_end() -> None:
    chain = "\n".join(f"C{number:04} 60 C{number + 1:04}" for number in range(2_000))
    blocked = Blocked(told(f"L 60 C0000\n{chain}").register(), rule_on("OFAC", None))
    assert blocked.rounds.tolist() == [*range(1, 2_002), 0]  # the C come before the L


def test_a_ring_of_two_thousand_companies_is_walked_once() -> None:
    ring = "\n".join(f"C{number:04} 60 C{(number + 1) % 2_000:04}" for number in range(2_000))
    blocked = Blocked(told(f"L 50 C0000\n{ring}").register(), rule_on("OFAC", None))
    assert blocked.rounds.max() == 2_000
