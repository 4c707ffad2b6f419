"""`verdict` and `owners` as a user runs them, on shares that are wrong, open, contradictory and in a ring."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Ran, answer, graphkit
from tests.cli.test_json import missing
from tests.ownership_cases import told
from tests.small_cases import write_tables

VERDICTS = {"entity", "as_of", "verdicts"}
VERDICT = {"rule", "result", "listed", "held_by_blocked", "because", "property_interest", "flags", "review"}
BECAUSE = {"id", "share_min", "share_max", "round"}
OWNERS = {"entity", "as_of", "owners"}
OWNER = {
    *("id", "kind", "name", "direct", "effective_share", "controls", "beneficial_owner", "basis", "chains"),
}
SHARE = {"min", "max"}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a bit of everything, built by the command."""
    folder = tmp_path_factory.mktemp("ownership")
    write_tables(
        folder / "own",
        entities="""id,kind,name
            lee,person,LEE SONG IL
            kim,person,KIM CHOL SU
            minus,company,MINUS SHIPPING
            over,company,OVER SHIPPING
            words,company,WORDS SHIPPING
            comma,company,COMMA SHIPPING
            bound,company,BOUND SHIPPING
            zero,company,ZERO SHIPPING
            hair,company,HAIR SHIPPING
            two,company,TWO VOICES SHIPPING
            east,company,EAST RING SHIPPING
            west,company,WEST RING SHIPPING
            half,company,HALF SHIPPING
            sub,company,SUB SHIPPING
            ship,vessel,MORNING STAR""",
        links="""from,to,type,share,role
            lee,minus,OWNS,-5,
            lee,over,OWNS,101,
            lee,words,OWNS,fifty,
            lee,comma,OWNS,"50,5 %",
            lee,bound,OWNS,> 25%,
            lee,zero,OWNS,0,
            lee,hair,OWNS,100.0000001,
            lee,two,OWNS,40,
            lee,two,OWNS,60,
            lee,east,OWNS,40,
            lee,west,OWNS,40,
            east,west,OWNS,60,
            west,east,OWNS,60,
            lee,half,OWNS,50,
            kim,half,OWNS,50,
            half,sub,OWNS,50,
            half,ship,OWNS,1,registered_owner""",
        listings="""entity,authority,measure,listed
            lee,OFAC,asset_freeze,2015-01-01
            lee,EU,asset_freeze,2015-01-01
            lee,UK,asset_freeze,2015-01-01""",
    )
    assert graphkit("build", folder / "own", "--case", folder / "case").code == 0
    return folder / "case"


def results(case: Path, who: str, *more: str) -> str:
    found = answer("verdict", who, "--as-of", "2025-01-01", *more, case=case)
    return " ".join(each["result"] for each in found["verdicts"])


def refused(case: Path, *words: str) -> Ran:
    ran = graphkit(*words, "--case", case)
    assert ran.out == ""
    assert ran.code in {1, 2}
    return ran


def rows(case: Path, *words: str) -> list[dict[str, Any]]:
    ran = graphkit(*words, "--case", case, "--format", "csv")
    assert ran.code == 0
    return list(csv.DictReader(io.StringIO(ran.out)))


@pytest.mark.parametrize("company", ["MINUS", "OVER", "WORDS", "HAIR"])
def test_a_share_that_cannot_be_one_is_unknown_and_never_a_clearance(case: Path, company: str) -> None:
    found = answer("verdict", f"{company} SHIPPING", case=case)["verdicts"]
    assert [each["result"] for each in found] == ["possible"] * 3
    assert all("share_unknown" in each["flags"] for each in found)


def test_the_build_says_which_shares_it_could_not_read(tmp_path: Path) -> None:
    write_tables(
        tmp_path / "own",
        entities="id,kind,name\nlee,person,LEE SONG IL\nalpha,company,ALPHA SHIPPING",
        links="from,to,type,share\nlee,alpha,OWNS,-5\nlee,alpha,OWNS,100.0000001",
    )
    ran = graphkit("build", tmp_path / "own", "--case", tmp_path / "case")
    assert ran.code == 0
    assert "links.csv, line 2: -5" in ran.out + ran.err
    assert "links.csv, line 3: 100.0000001" in ran.out + ran.err


def test_shares_are_read_with_commas_signs_and_bounds(case: Path) -> None:
    assert results(case, "COMMA SHIPPING") == "yes yes yes"
    assert results(case, "BOUND SHIPPING") == "possible possible possible"
    assert results(case, "ZERO SHIPPING") == "no no no"


def test_contradictory_statements_leave_the_answer_open(case: Path) -> None:
    found = answer("verdict", "TWO VOICES SHIPPING", "--rule", "ofac", case=case)["verdicts"][0]
    assert (found["result"], "contradictory_statements" in found["flags"]) == ("possible", True)
    assert (found["held_by_blocked"]["min"], found["held_by_blocked"]["max"]) == (40.0, 60.0)


def test_a_ring_is_to_be_reviewed(case: Path) -> None:
    found = answer("verdict", "EAST RING SHIPPING", case=case)["verdicts"]
    assert [(each["result"], each["review"]) for each in found] == [("no", True)] * 3


def test_the_day_decides_which_rule_of_the_eu_applies(case: Path) -> None:
    assert results(case, "HALF SHIPPING") == "yes yes no"
    assert results(case, "SUB SHIPPING") == "yes yes no"
    before = answer("verdict", "HALF SHIPPING", "--rule", "EU", "--as-of", "2024-07-02", case=case)
    assert [(each["rule"], each["result"]) for each in before["verdicts"]] == [("eu", "no")]


def test_a_ship_has_an_interest_and_no_verdict(case: Path) -> None:
    found = answer("verdict", "MORNING STAR", case=case)["verdicts"]
    assert [each["result"] for each in found] == ["not_applicable"] * 3
    assert [len(each["property_interest"]) for each in found] == [1, 1, 0]


def test_verdict_has_the_keys_of_the_contract(case: Path) -> None:
    found = answer("verdict", "SUB SHIPPING", case=case)
    assert missing([found], VERDICTS) == set()
    assert missing(found["verdicts"], VERDICT) == set()
    assert missing(found["verdicts"][0]["because"], BECAUSE) == set()
    assert missing([found["verdicts"][0]["held_by_blocked"]], SHARE) == set()


def test_owners_has_the_keys_of_the_contract(case: Path) -> None:
    found = answer("owners", "SUB SHIPPING", case=case)
    assert missing([found], OWNERS) == set()
    assert missing(found["owners"], OWNER) == set()
    assert missing([each["effective_share"] for each in found["owners"]], SHARE) == set()
    assert [(each["name"], each["beneficial_owner"], each["effective_share"]["min"]) for each in found["owners"]] == [
        ("HALF SHIPPING", "no", 50.0),
        *sorted([("KIM CHOL SU", "yes", 25.0), ("LEE SONG IL", "yes", 25.0)], key=lambda row: row[0] != first(found)),
    ]


def first(found: Any) -> str:
    """Which of two equal owners comes first hangs on their ids."""
    name: str = found["owners"][1]["name"]
    return name


def test_any_day_ignores_dates(case: Path) -> None:
    assert answer("verdict", "HALF SHIPPING", "--as-of", "any", case=case)["as_of"] == "any"
    assert answer("owners", "HALF SHIPPING", "--as-of", "any", case=case)["as_of"] == "any"


def test_tables_have_one_row_for_each_authority_and_for_each_owner(case: Path) -> None:
    verdict = rows(case, "verdict", "HALF SHIPPING", "--as-of", "2025-01-01")
    assert [(row["rule"], row["result"], row["held_by_blocked_min"]) for row in verdict] == [
        ("ofac", "yes", "50.0"),
        ("eu", "yes", "50.0"),
        ("uk", "no", "50.0"),
    ]
    owners = rows(case, "owners", "HALF SHIPPING")
    assert sorted((row["name"], row["direct_min"], row["basis"]) for row in owners) == [
        ("KIM CHOL SU", "50.0", "share"),
        ("LEE SONG IL", "50.0", "share"),
    ]


def test_each_form_is_answered_for_people_and_for_scripts(case: Path) -> None:
    for command in ("verdict", "owners"):
        for form in ("table", "jsonl"):
            ran = graphkit(command, "EAST RING SHIPPING", "--case", case, "--format", form)
            assert (ran.code, ran.out != "") == (0, True)


def test_more_than_a_quarter_without_control_is_an_option(case: Path) -> None:
    found = answer("owners", "SUB SHIPPING", "--more-than", "--no-control", case=case)["owners"]
    assert {each["beneficial_owner"] for each in found} == {"no"}


def test_wrong_use_is_one_sentence_that_says_what_there_is(case: Path) -> None:
    rule = refused(case, "verdict", "HALF SHIPPING", "--rule", "un")
    threshold = refused(case, "owners", "HALF SHIPPING", "--threshold", "101")
    nobody = refused(case, "verdict", "NO SUCH COMPANY")
    year = refused(case, "verdict", "HALF SHIPPING", "--as-of", "2024")
    assert (rule.code, threshold.code, nobody.code, year.code) == (2, 2, 1, 2)
    assert "ofac, eu, uk" in rule.err
    assert "not between 0 and 100 percent" in threshold.err
    assert [len(each.err.strip().splitlines()) for each in (rule, threshold, year)] == [1, 1, 1]


def test_of_very_many_holders_the_largest_are_told_and_all_are_counted(tmp_path: Path) -> None:
    lines = [f"L{number:05} 0.02 A" for number in range(3_000)]
    told("\n".join(["listed LX OFAC", *lines, "P 40 A"])).store(tmp_path / "case")
    found = answer("verdict", "A", case=tmp_path / "case")
    ofac = found["verdicts"][0]
    assert (ofac["result"], ofac["held_by_blocked"]["min"]) == ("yes", 60.0)
    assert "holders_left_out" in ofac["flags"]
    assert (len(ofac["because"]), len(found["holders"]), found["holders"][0]["id"]) == (1_000, 1_000, "P")
    owners = answer("owners", "A", "--limit", "2", case=tmp_path / "case")
    assert (owners["holders"], owners["truncated"], owners["owners"][0]["id"]) == (3_001, True, "P")
