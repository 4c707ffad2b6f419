"""What a verdict tells beside its result: the figure, the holders, the proof, and what a reader must know."""

from pathlib import Path

from graphkit.analyse.day import as_of
from graphkit.analyse.ownership.verdict import verdicts
from graphkit.model.answers.ownership import ShareRange, Verdict, Verdicts
from graphkit.present.ownership_text import verdict_lines
from tests.ownership_cases import DAY, told

OFAC, EU, UK = range(3)


def asked(folder: Path, party: str, lines: str, day: str = DAY) -> Verdicts:
    return verdicts(told(lines).store(folder), party, as_of(day))


def one(folder: Path, party: str, lines: str, rule: int = OFAC, day: str = DAY) -> Verdict:
    return asked(folder, party, lines, day).verdicts[rule]


def proof(verdict: Verdict) -> list[tuple[int, str, list[str]]]:
    return [(level.round, level.id, sorted(each.id for each in level.holders)) for level in verdict.proof]


def test_the_proof_names_every_company_on_the_way_with_the_round_in_which_it_met_the_test(tmp_path: Path) -> None:
    # P holds more of B than A does, and has no part in the proof.
    found = one(tmp_path, "B", "L 50 A\nL 10 B\nA 40 B\nP 50 B\nL 100 X")
    assert proof(found) == [(2, "B", ["A", "L"]), (1, "A", ["L"])]
    assert [(each.id, each.share_min, each.round, each.listed) for each in found.because] == [
        ("A", 40.0, 2, False),
        ("L", 10.0, 1, True),
    ]
    assert found.held_by_blocked == ShareRange(50.0, 50.0)


def test_a_holder_that_is_blocked_after_the_company_is_no_part_of_its_proof_but_of_the_figure(tmp_path: Path) -> None:
    # A is blocked in the first round; B, which A blocks, holds 20 of A as well.
    found = one(tmp_path, "A", "L 60 A\nA 60 B\nB 20 A")
    assert proof(found) == [(1, "A", ["L"])]
    assert found.held_by_blocked == ShareRange(80.0, 80.0)


def test_the_uk_figure_is_that_of_the_person_who_holds_most(tmp_path: Path) -> None:
    found = one(tmp_path, "A", "L1 30 A\nL2 40 A", UK)
    assert (found.result, found.held_by_blocked) == ("no", ShareRange(40.0, 40.0))


def test_the_uk_proof_is_of_one_person(tmp_path: Path) -> None:
    found = one(tmp_path, "A", "L1 60 A\nL2 40 A", UK)
    assert proof(found) == [(1, "A", ["L1"])]


def test_a_joint_holder_stands_in_the_proof_and_is_marked(tmp_path: Path) -> None:
    found = one(tmp_path, "A", "L 10 A joint=pact\nP 45 A joint=pact", UK)
    assert [(each.id, each.joint, each.listed) for each in found.because] == [("P", True, False), ("L", False, True)]
    assert found.held_by_blocked == ShareRange(55.0, 55.0)


def test_the_figure_of_a_range_has_its_ends(tmp_path: Path) -> None:
    found = one(tmp_path, "A", "L >25..50 A\nP 60 A")
    assert (found.result, found.held_by_blocked) == ("no", ShareRange(25.0, 40.0, min_open=True))


def test_what_rests_on_undated_links_says_so(tmp_path: Path) -> None:
    found = one(tmp_path, "B", "L 60 A\nA 60 B from=2018-01-01")
    assert found.undated == ("l00000",)
    assert "undated_link" not in found.flags  # B's own stakes have dates


def test_stakes_of_over_100_raise_a_flag(tmp_path: Path) -> None:
    assert "sum_over_100" in one(tmp_path, "A", "L 60 A\nP 60 A").flags


def test_each_oddity_is_flagged(tmp_path: Path) -> None:
    def flags(name: str, lines: str, day: str = DAY) -> set[str]:
        return set(one(tmp_path / name, "A", lines, day=day).flags)

    dated = "from=2018-01-01"
    assert flags("clean", f"L 20 A {dated}") == set()
    assert flags("undated", "L 20 A") == {"undated_link"}
    assert flags("contradictory", f"L 20 A {dated}\nL 30 A {dated}") == {"contradictory_statements"}
    assert flags("unknown", f"P ? A {dated}") == {"share_unknown"}
    assert flags("possibly", f"P 20 A certainty=likely {dated}") == {"holds_possibly"}
    assert flags("nobody", f"UNKNOWN1 20 A {dated}") == {"holder_unknown"}
    assert flags("own", f"A 20 A {dated}") == {"treasury_shares"}
    assert flags("past", f"L 20 A {dated} to=2019-01-01") == {"no_holder_known", "holders_of_other_days"}
    assert flags("none", "A 20 B") == {"no_holder_known"}


def test_shares_of_its_own_are_told_in_a_second_figure(tmp_path: Path) -> None:
    # 30 of the 60 that others hold: half.
    found = asked(tmp_path, "A", "L 30 A\nA 40 A").verdicts
    assert [each.without_treasury for each in found] == [ShareRange(50.0, 50.0)] * 3
    assert ["met_without_treasury_shares" in each.flags for each in found] == [True, True, False]
    assert [each.result for each in found] == ["no", "no", "no"]


def test_what_nobody_is_said_to_hold_is_told(tmp_path: Path) -> None:
    found = one(tmp_path, "A", "L 20..30 A\nP 40 A")
    assert found.unaccounted == ShareRange(30.0, 40.0)


def test_a_listed_party_is_listed_and_needs_no_proof(tmp_path: Path) -> None:
    found = one(tmp_path, "L2", "L1 60 L2\nlisted L2 OFAC")
    assert (found.listed, found.result, found.because, found.proof) == (True, "yes", (), ())


def test_a_listing_that_proves_nothing_on_the_day_is_flagged(tmp_path: Path) -> None:
    lines = "listed L OFAC from=?\nlisted ACO OFAC from=?\nL 60 A\nL 10 ACO"
    person = one(tmp_path / "person", "L", lines, day="2019-01-01")
    company = one(tmp_path / "company", "ACO", lines, day="2019-01-01")
    assert (person.result, person.listed, person.flags) == ("possible", False, ("listing_not_proven_on_that_day",))
    assert company.result == "possible"
    assert "listing_not_proven_on_that_day" in company.flags
    assert "control_to_be_reviewed" not in company.flags  # it is in question itself, nobody controls it


def test_control_that_ofac_and_the_eu_do_not_count_is_to_be_reviewed(tmp_path: Path) -> None:
    found = asked(tmp_path, "A", "L board A").verdicts
    assert ["control_to_be_reviewed" in each.flags for each in found] == [True, True, False]


def test_control_by_a_board_stands_in_the_uk_proof_with_the_way_to_the_listed_party(tmp_path: Path) -> None:
    answer = asked(tmp_path, "B", "L 60 H\nH board A\nA 60 B")
    found = answer.verdicts[UK]
    assert proof(found) == [(3, "B", ["A"]), (2, "A", []), (1, "H", ["L"])]
    assert [(link.from_id, link.to_id, link.role) for link in found.proof[1].control] == [("H", "A", "appoints_board")]
    assert found.undated == ("l00000", "l00001", "l00002")
    assert "    control by H: CONTROLS: appoints board, undated, stated" in verdict_lines(answer)


def test_only_the_control_that_counted_stands_in_the_proof(tmp_path: Path) -> None:
    # P is not listed, L's company controls another one, and what A blocks controls it later.
    lines = "L board A\nP board A\nL 60 H\nH board X\nA 60 B\nB board A"
    found = one(tmp_path, "A", lines, UK)
    assert [(link.from_id, link.to_id) for link in found.proof[0].control] == [("L", "A")]


def test_votes_that_are_added_up_stand_in_the_uk_proof(tmp_path: Path) -> None:
    found = one(tmp_path, "A", "L 60 S\nL votes:30 A\nS votes:30 A", UK)
    assert sorted(link.from_id for link in found.proof[0].control) == ["L", "S"]


def test_a_ship_is_property_and_any_share_of_a_blocked_party_is_an_interest(tmp_path: Path) -> None:
    found = asked(tmp_path, "MV", "L 1 MV\nP 99 MV").verdicts
    assert [(each.result, each.property_interest) for each in found] == [("not_applicable", ("L",))] * 3
    assert [each.held_by_blocked for each in found] == [None] * 3


def test_a_company_that_is_held_49_is_not_blocked_and_has_no_interest_that_counts(tmp_path: Path) -> None:
    found = asked(tmp_path, "MV", "L 49 H\nH 100 MV").verdicts
    assert [(each.property_interest, each.possible_property_interest) for each in found] == [((), ())] * 3


def test_a_share_of_nothing_is_no_interest_in_a_ship(tmp_path: Path) -> None:
    assert one(tmp_path, "MV", "L 0 MV\nP 100 MV").property_interest == ()


def test_the_proof_of_an_interest_leads_to_the_listed_party_for_every_holder(tmp_path: Path) -> None:
    # L alone holds over half of the ship; B's interest has its own way.
    found = one(tmp_path, "MV", "L 60 MV\nL 60 B\nB 30 MV")
    assert found.property_interest == ("B", "L")
    assert [each.id for each in found.because] == ["L", "B"]
    assert proof(found) == [(1, "B", ["L"])]


def test_an_unknown_share_of_a_ship_is_an_interest_and_a_rumour_is_a_possible_one(tmp_path: Path) -> None:
    sure = one(tmp_path / "sure", "MV", "L ? MV\nL 60 MV certainty=alleged")
    rumour = one(tmp_path / "rumour", "MV", "L 60 MV certainty=alleged")
    maybe = one(tmp_path / "maybe", "MV", "L 40..60 H\nH 10 MV")
    assert (sure.property_interest, sure.possible_property_interest) == (("L",), ())
    assert (rumour.property_interest, rumour.possible_property_interest) == ((), ("L",))
    assert (maybe.property_interest, maybe.possible_property_interest) == ((), ("H",))


def test_managers_and_operators_have_no_interest_in_a_ship(tmp_path: Path) -> None:
    assert one(tmp_path, "MV", "L manages MV\nL operates MV\nP 100 MV").property_interest == ()


def test_a_listed_ship_is_listed(tmp_path: Path) -> None:
    found = one(tmp_path, "MV", "listed MV OFAC\nP 100 MV")
    assert (found.result, found.listed) == ("yes", True)


def test_the_statements_that_do_not_count_are_told_with_the_reason(tmp_path: Path) -> None:
    lines = """
    L 60 A from=2015-01-01 to=2016-01-01
    L ? A from=2017-01-01
    L 50 A from=2018-01-01
    L 20 A from=2022-01-01
    L 10 A from=2022-01-01 certainty=alleged
    """
    (holder,) = asked(tmp_path, "A", lines).holders
    assert [(each.counts, each.link.id) for each in holder.statements] == [
        ("yes", "l00003"),
        ("not_then", "l00000"),
        ("no_share", "l00001"),
        ("replaced", "l00002"),
        ("less_sure", "l00004"),
    ]
    assert (holder.share_min, holder.share_max) == (20.0, 20.0)


def test_ten_thousand_holders_are_added_up_exactly(tmp_path: Path) -> None:
    # 10,000 times 0.005 is exactly half, one fewer is not. None of them is anything to the UK.
    lines = [f"L{number} 0.005 A" for number in range(10_000)]
    listed = told("\n".join(["listed LX OFAC", *lines]))
    fewer = told("\n".join(["listed LX OFAC", *lines[1:]]))
    assert (listed.answers("A"), fewer.answers("A")) == ("yes yes no", "no no no")
