"""Findings of an invented group, noted and asked again after its tables changed; each state worked out by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.analyse.rechecking.account import Account, Ground, Listing, read_account
from graphkit.analyse.rechecking.question import read_question
from graphkit.errors import NotFound, WrongUse
from graphkit.model.answers.changes import Rechecked
from graphkit.session.findings import note, recheck
from graphkit.session.judging import Signature, judge
from tests.changing_case import DAY, ENTITIES, LINKS, ChangingCase

VERDICT = 'verdict "Example Shipping Ltd" --rule ofac'
TRACE = "trace 9074729 --to OFAC --mode ownership"
OWNERS = 'owners "Example Shipping Ltd"'
AT = "2024-01-01T12:00:00+00:00"


@pytest.fixture
def case(tmp_path: Path) -> ChangingCase:
    made = ChangingCase(tmp_path)
    made.build()
    return made


def noted(case: ChangingCase, question: str, *, on: str = DAY) -> str:
    return note(case.path, f"as {question.split()[0]} says", question, on=on, at=AT).evidence


def again(case: ChangingCase) -> Rechecked:
    (found,) = recheck(case.path).findings
    return found


def ids(case: ChangingCase) -> dict[str, str]:
    from graphkit.session.opening import open_case

    rows = open_case(case.path).store.table("entities").to_pylist()
    return {row["name"]: row["entity_id"] for row in rows}


def test_the_evidence_of_a_verdict_names_holders_links_listings_and_sources(case: ChangingCase) -> None:
    evidence = read_account(noted(case, VERDICT))
    party = ids(case)
    (ground,) = evidence.grounds
    assert evidence.entity == party["Example Shipping Ltd"]
    assert (ground.about, ground.answer, ground.share) == ("ofac", "yes", (60.0, 60.0))
    assert ground.chain == (party["Example Holding Ltd"], party["Ivor Example"])
    assert (ground.certainty, ground.sources, len(ground.links)) == ("stated", 1, 2)
    assert ground.listings == (Listing("OFAC", "X-1", "asset_freeze", "2022-03-01"),)


def test_a_finding_holds_when_nothing_changed_and_when_more_is_found(case: ChangingCase) -> None:
    noted(case, VERDICT)
    case.build()
    assert (again(case).state, again(case).changes, again(case).falls) == ("holds", (), False)
    case.build_with({"links": ("holding,shipping,OWNS,60", "holding,shipping,OWNS,75")})
    found = again(case)
    assert (found.state, found.changes[0]) == ("holds", "OFAC: 60 % then, 75 % now")
    assert found.changes[1].startswith("OFAC: no longer stated as then: link-")


def test_a_smaller_stake_that_still_meets_the_test_is_weaker_and_one_below_it_is_gone(case: ChangingCase) -> None:
    noted(case, VERDICT)
    case.build_with({"links": ("holding,shipping,OWNS,60", "holding,shipping,OWNS,55")})
    assert (again(case).state, again(case).changes[0]) == ("weaker", "OFAC: 60 % then, 55 % now")
    case.build_with({"links": ("holding,shipping,OWNS,55", "holding,shipping,OWNS,49")})
    found = again(case)
    assert (found.state, found.falls) == ("gone", True)
    assert found.changes[:2] == ("OFAC: yes then, no now", "OFAC: 60 % then, 49 % now")


def test_a_source_that_is_less_sure_makes_yes_possible(case: ChangingCase) -> None:
    noted(case, VERDICT)
    case.build(
        links=LINKS.replace("role\n", "role,certainty\n")
        .replace("shareholder\n", "shareholder,alleged\n")
        .replace("registered_owner\n", "registered_owner,\n")
    )
    found = again(case)
    assert found.state == "new counter-evidence"  # the answer is only weaker, but a flag is new
    assert "OFAC: yes then, possible now" in found.changes
    assert "OFAC: stated then, alleged now" in found.changes
    assert "OFAC: new flag holds_possibly" in found.changes


def test_a_listing_removed_makes_a_trace_and_a_verdict_go(case: ChangingCase) -> None:
    noted(case, VERDICT)
    noted(case, TRACE)
    case.build_with({"listings": ("ivor,OFAC,X-1,2022-03-01,\n", "")})
    by_verdict, by_trace = recheck(case.path).findings
    assert (by_verdict.state, by_verdict.changes[0]) == ("gone", "OFAC: yes then, no now")
    assert "OFAC: OFAC X-1 asset_freeze is no longer among its listings" in by_verdict.changes
    ivor = ids(case)["Ivor Example"]
    assert (by_trace.state, by_trace.changes) == ("gone", (f"Ivor Example [{ivor}]: no longer reached",))


def test_a_delisting_after_the_day_is_counter_evidence_although_the_answer_of_that_day_stands(
    case: ChangingCase,
) -> None:
    noted(case, TRACE)
    case.build_with({"listings": ("X-1,2022-03-01,", "X-1,2022-03-01,2025-06-01")})
    found = again(case)
    assert found.state == "new counter-evidence"
    assert found.changes == (
        f"Ivor Example [{ids(case)['Ivor Example']}]: OFAC X-1 asset_freeze was delisted: 2025-06-01",
    )
    # On the day itself, asked for with `on`, he is no longer listed.
    (later,) = recheck(case.path, on="2025-07-01").findings
    assert (later.state, later.as_of) == ("gone", "2025-07-01")


def test_fewer_sources_and_a_longer_chain_are_weaker(tmp_path: Path) -> None:
    case = ChangingCase(tmp_path)
    register = tmp_path / "register"
    register.mkdir()
    (register / "links.csv").write_text(
        "from,to,type,share,start,role,source\n"
        "Ivor Example,Example Holding Ltd,OWNS,60,2016-05-01,shareholder,reg-2\n"
        "Example Holding Ltd,Example Shipping Ltd,OWNS,60,2017-01-15,shareholder,reg-2\n"
        "Example Shipping Ltd,9074729,OWNS,100,2018-03-01,registered_owner,reg-2\n",
        encoding="utf-8",
    )
    case.build(register)
    assert "sources=2" in noted(case, TRACE)
    case.build()
    found = again(case)
    ivor = ids(case)["Ivor Example"]
    assert (found.state, found.changes) == (
        "weaker",
        (f"Ivor Example [{ivor}]: independent sources of the weakest step: 2 then, 1 now",),
    )
    case.build(
        entities=ENTITIES + "    between,Between Ltd,company,,\n",
        links=LINKS.replace("shipping,star,", "between,star,")
        + "    shipping,between,OWNS,100,2018-01-01,shareholder\n",
    )
    longer = again(case)
    assert longer.state == "weaker"
    assert any(" then, " in each and ids(case)["Between Ltd"] in each for each in longer.changes)


def test_an_owner_that_met_the_test_and_is_gone_makes_the_finding_go(case: ChangingCase) -> None:
    noted(case, OWNERS)
    case.build_with({"links": ("ivor,holding,OWNS,60", "mara,holding,OWNS,60")})
    found, party = again(case), ids(case)
    assert found.state == "gone"
    assert f"Ivor Example [{party['Ivor Example']}]: no longer an owner" in found.changes
    assert f"Mara Example [{party['Mara Example']}]: a new owner, 36 %" in found.changes


def test_an_owner_below_the_threshold_is_compared_by_its_share(case: ChangingCase) -> None:
    case.build(links=LINKS + "    mara,holding,OWNS,10,2016-05-01,shareholder\n")
    noted(case, 'owners "Example Holding Ltd"')
    mara = f"Mara Example [{ids(case)['Mara Example']}]"
    for share, state, told in ((5, "weaker", "10 % then, 5 % now"), (30, "holds", "no then, yes now")):
        case.build(links=LINKS + f"    mara,holding,OWNS,{share},2016-05-01,shareholder\n")
        assert (again(case).state, again(case).changes[0]) == (state, f"{mara}: {told}")


def test_an_entity_that_was_merged_is_followed_to_its_new_id(tmp_path: Path) -> None:
    case = ChangingCase(tmp_path)
    case.build(
        entities=ENTITIES + "    night,NORDLICHT,vessel,,PA\n",
        links=LINKS.replace("shipping,star", "shipping,night"),
    )
    note(case.path, "it is Ivor's", "trace NORDLICHT --to OFAC", on=DAY, at=AT)
    before = ids(case)["NORDLICHT"]
    judge(case.path, "own:night", "own:star", "same", Signature("one hull", "me", "2024-01-02T00:00:00+00:00"))
    case.build()
    found = again(case)
    assert (found.state, found.changes) == ("holds", (f"{before} is now vessel-imo-9074729",))


def test_a_judgement_that_two_records_are_different_speaks_against_a_finding_about_them_as_one(tmp_path: Path) -> None:
    case = ChangingCase(tmp_path)
    case.build(entities=ENTITIES + "    star2,EXAMPLE STAR,vessel,9074729,PA\n")
    noted(case, TRACE)
    judge(case.path, "own:star", "own:star2", "different", Signature("two hulls", "me", "2024-01-02T00:00:00+00:00"))
    judge(case.path, "own:moon", "own:star2", "different", Signature("of course", "me", "2024-01-02T00:00:00+00:00"))
    found = again(case)
    assert (found.state, found.changes) == (
        "new counter-evidence",
        ("own:star and own:star2 have been judged different (two hulls)",),
    )


def test_an_entity_that_is_no_longer_there_is_told_with_who_answers_to_its_name_now(case: ChangingCase) -> None:
    noted(case, 'owners "Mara Example"')
    noted(case, "fleet ivor")
    old = ids(case)["Mara Example"]
    case.build_with({"entities": ("mara,Mara Example,person,,\n", "")})
    owners_of, fleet_of = recheck(case.path).findings
    assert (owners_of.state, owners_of.now) == ("gone", "")
    assert owners_of.changes == (f"{old} is no longer there; nothing answers to 'Mara Example'",)
    assert fleet_of.state == "holds"


def test_the_party_that_a_trace_was_to_lead_to_is_gone(case: ChangingCase) -> None:
    noted(case, "trace 9074729 --to 'Example Holding Ltd'")
    case.build_with({"entities": ("holding,Example Holding Ltd,company,,\n", "holding,Other Ltd,company,,\n")})
    found = again(case)
    assert (found.state, found.now) == ("gone", "")
    assert "Nothing in the case answers to 'Example Holding Ltd'" in found.changes[0]


def test_what_was_noted_with_internal_statements_is_not_asked_without_them(tmp_path: Path) -> None:
    case = ChangingCase(tmp_path)
    public = LINKS.replace("role\n", "role,visibility\n").replace("shareholder\n", "shareholder,\n")
    case.build(links=public.replace("owner\n", "owner,internal\n"))
    evidence = note(case.path, "it is", TRACE, on=DAY, at=AT, internal=True).evidence
    assert evidence.startswith("entity=vessel-imo-9074729 internal; ")
    (wrong,) = recheck(case.path).wrong
    assert (wrong.line, wrong.reason) == (2, "It rests on internal statements; ask it again with --internal.")
    (found,) = recheck(case.path, internal=True).findings
    assert (found.state, found.evidence) == ("holds", evidence)


def test_a_clearance_falls_when_the_test_is_met_now(case: ChangingCase) -> None:
    case.build_with({"links": ("holding,shipping,OWNS,60", "holding,shipping,OWNS,40")})
    noted(case, VERDICT)
    case.build_with({"links": ("holding,shipping,OWNS,40", "holding,shipping,OWNS,49")})
    assert (again(case).state, again(case).changes) == ("weaker", ("OFAC: 40 % then, 49 % now",))
    case.build_with({"links": ("holding,shipping,OWNS,49", "holding,shipping,OWNS,50")})
    assert (again(case).state, again(case).changes[0]) == ("new counter-evidence", "OFAC: no then, yes now")


@pytest.mark.parametrize("question", ["fleet sanctioned", "fleet OFAC"])
def test_the_ships_of_all_listed_parties_are_asked_again_as_one_fleet(case: ChangingCase, question: str) -> None:
    noted(case, question)
    case.build()
    assert (again(case).state, again(case).changes) == ("holds", ())


def test_nothing_is_noted_of_a_question_that_cannot_be_asked(case: ChangingCase) -> None:
    for question, reason in (
        ("screen ivor", "does not begin with verdict, trace, owners or fleet"),
        ('verdict "Ivor', "has a quotation mark without its other half"),
        ("verdict ivor --rule mars", "There is no rule"),
        ("trace ivor --depth 3", "unrecognized arguments: --depth 3"),
        ("trace", "the following arguments are required: who"),
        ("owners ivor --threshold a", "argument --threshold: invalid float value"),
        (f"verdict ivor --as-of {DAY}x", "--as-of"),
    ):
        with pytest.raises(WrongUse) as error:
            note(case.path, "x", question)
        assert reason in str(error.value), question
    with pytest.raises(NotFound):
        note(case.path, "x", "owners Nobody")
    with pytest.raises(WrongUse, match="asks as of 2020-01-01, and beside it stands 2021-01-01"):
        note(case.path, "x", "owners ivor --as-of 2020-01-01", on="2021-01-01")
    with pytest.raises(WrongUse, match="Say in words what is claimed"):
        note(case.path, " \n\u200b", "owners ivor")
    assert not (case.path / "findings.csv").exists()


def test_a_question_is_read_as_the_command_line_reads_it() -> None:
    question = read_question("graphkit trace 'EXAMPLE STAR' --to OFAC --max-hops 3 --wide --as-of 2024-01-01")
    assert (question.verb, question.who, question.as_of) == ("trace", "EXAMPLE STAR", "2024-01-01")
    assert (question.options.max_hops, question.options.wide, question.options.mode) == (3, True, None)


WORDS = st.text(max_size=12)
LISTED = st.builds(Listing, WORDS.filter(bool), WORDS, WORDS, WORDS, WORDS)
IDS = st.lists(WORDS.filter(bool), max_size=3).map(tuple)
GROUNDS = st.builds(
    Ground,
    about=WORDS.filter(bool),
    answer=st.sampled_from(["yes", "no", "possible"]),
    chain=IDS,
    share=st.none() | st.tuples(st.integers(0, 100).map(float), st.integers(0, 100).map(float)),
    certainty=st.sampled_from(["", "stated"]),
    sources=st.none() | st.integers(0, 9),
    links=IDS,
    listings=st.lists(LISTED, max_size=2).map(tuple),
    flags=IDS,
)


@given(st.builds(Account, WORDS.filter(bool), st.lists(GROUNDS, max_size=3).map(tuple), st.booleans()))
def test_evidence_is_read_back_as_it_was_written(account: Account) -> None:
    assert read_account(str(account)) == account
