"""diff, watch, note and recheck from the command line: what they print, and their exit codes for a scheduler."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.changing_case import DAY, LISTINGS, ChangingCase
from tests.cli.command import Ran, graphkit

VERDICT = 'verdict "Example Shipping Ltd" --rule ofac'


@pytest.fixture
def case(tmp_path: Path) -> ChangingCase:
    made = ChangingCase(tmp_path)
    made.build()
    return made


def run(case: ChangingCase, *arguments: str | Path) -> Ran:
    return graphkit(*arguments, "--case", case.path)


def test_a_finding_goes_through_its_life_with_the_exit_codes_of_a_scheduler(case: ChangingCase) -> None:
    empty = run(case, "recheck")
    assert (empty.code, empty.out.splitlines()[0][:36]) == (0, "No finding is noted in this case; gr")
    noted = run(case, "note", "Shipping is Ivor's", "--question", VERDICT, "--as-of", DAY, "--who", "Mrs X")
    assert (noted.code, noted.err) == (0, "")
    assert noted.out.startswith(
        f"Noted: Shipping is Ivor's\n  {VERDICT}  (as of {DAY}, build b0001)\n  entity=company-"
    )
    holds = run(case, "recheck")
    assert (holds.code, holds.out.splitlines()[0]) == (0, "1 finding asked again of build b0001: 1 holds")
    assert "Mrs X" not in holds.out
    assert "Mrs X" in run(case, "recheck", "--internal").out

    case.build_with({"links": ("holding,shipping,OWNS,60", "holding,shipping,OWNS,55")})
    weaker = run(case, "recheck")
    assert (weaker.code, weaker.out.splitlines()[2]) == (0, "WEAKER: Shipping is Ivor's")
    assert run(case, "recheck", "--fail-on-weaker").code == 10

    case.build_with({"listings": ("ivor,OFAC,X-1,2022-03-01,\n", "")})
    gone = run(case, "recheck", "--format", "json")
    (finding,) = gone.json["findings"]
    assert (gone.code, gone.err, finding["state"], finding["build"]) == (10, "", "gone", "b0001")
    assert finding["changes"][0] == "OFAC: yes then, no now"
    table = run(case, "recheck", "--format", "csv")
    (row,) = csv.DictReader(StringIO(table.out))
    assert (table.code, row["state"], row["rechecked"]) == (10, "gone", "b0003")


def test_no_build_writes_the_findings_and_wrong_rows_do_not_stop_the_others(case: ChangingCase) -> None:
    assert run(case, "note", "x", "--question", VERDICT, "--as-of", DAY).code == 0
    findings = case.path / "findings.csv"
    with findings.open("a", encoding="utf-8") as file:
        file.write("\u202e\x1b[31m,screen x,,,,,\nc,owners Nobody,2024-01-01,,,,\nc,owners ivor,,b0001,,,\nbroken\n")
        file.write("c,owners ivor,,b0001,nonsense,,\nc,owners ivor,someday,b0001,,,\n")
    before = findings.read_bytes()
    case.build()
    assert findings.read_bytes() == before
    ran = run(case, "recheck", "--format", "jsonl")
    assert [(row["line"], row["state"]) for row in map(json.loads, ran.out.splitlines())] == [
        (2, "holds"),
        (5, "holds"),
    ]
    assert ran.code == 1
    told = [line.split(":")[0] for line in ran.err.splitlines() if line.startswith("line")]
    assert told == [f"line {number}, not asked" for number in (3, 4, 6, 7, 8)]
    table = run(case, "recheck").out
    assert "\x1b" not in table
    assert "No evidence was noted, and the case keeps no build '' to take it from" in table


def test_note_says_what_cannot_be_asked_and_writes_nothing(case: ChangingCase) -> None:
    wrong = run(case, "note", "x", "--question", "screen ivor")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("graphkit: The question 'screen ivor' does not begin with verdict, trace, owners or")
    assert run(case, "note", "x", "--question", "owners Nobody").code == 1
    assert run(case, "note", "x").code == 2
    assert not (case.path / "findings.csv").exists()


def test_diff_tells_each_change_and_its_exit_code_when_asked(case: ChangingCase) -> None:
    alone = run(case, "diff")
    assert (alone.code, "has one build only, b0001: nothing to compare it with" in alone.err) == (1, True)
    case.build_with({"links": ("holding,shipping,OWNS,60", "holding,shipping,OWNS,49")})
    ran = run(case, "diff", "b0001", "b0002", "--only", "owners,sources")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "b0001 (verdicts as of 2024-01-01) to b0002 (verdicts as of 2024-01-02)"
    assert "  owner changed: OWNS shareholder Example Holding Ltd [" in ran.out
    assert "]: 60 %, 2017-01-15 to ?, stated -> 49 %, 2017-01-15 to ?, stated\n" in ran.out
    assert "  source newer: own: read 2024-01-01, 12 rows -> read 2024-01-02, 12 rows\n" in ran.out
    assert run(case, "diff", "--fail-on-change").code == 10
    assert run(case, "diff", "b0002", "current", "--fail-on-change").code == 0
    assert run(case, "diff", "b0002", "current").out.splitlines()[2] == "Nothing changed."
    answer = run(case, "diff", "--format", "json", "--entity", "9074729").json
    assert [(each["matter"], each["name"]) for each in answer["changes"]] == [("verdicts", "EXAMPLE STAR")]
    assert (answer["old"]["build"], answer["new"]["build"], answer["truncated"]) == ("b0001", "b0002", False)
    rows = list(csv.DictReader(StringIO(run(case, "diff", "--format", "csv", "--only", "owners").out)))
    assert [(row["change"], row["before"][:4], row["after"][:4]) for row in rows] == [("changed", "60 %", "49 %")]
    assert run(case, "diff", "--only", "colours").code == 2
    assert run(case, "diff", "b0009").code == 1


def test_watch_is_for_a_scheduler(case: ChangingCase, tmp_path: Path) -> None:
    listed = tmp_path / "fleet.txt"
    listed.write_text("EXAMPLE STAR\n\u202eNOBODY\n", encoding="utf-8")
    case.build()
    quiet = run(case, "watch", listed)
    assert (quiet.code, quiet.err) == (0, "")
    assert quiet.out.splitlines()[0].endswith("no changes of 1 watched and those above them")
    assert quiet.out.splitlines()[1].startswith("line 2, not watched: Nothing in the case answers to '\\u202eNOBODY'")
    case.build(listings=LISTINGS + "    ivor,UK,Z-1,2023-12-01,\n")
    ran = run(case, "watch", listed, "--only", "listings")
    assert ran.code == 10
    assert ran.out.splitlines()[1].startswith("Ivor Example [person-")
    assert ran.out.splitlines()[1].endswith(
        "]: listing new: UK Z-1 asset_freeze: since 2023-12-01  (above EXAMPLE STAR [vessel-imo-9074729])"
    )
    assert (
        run(case, "watch", listed, "--since", "b0001", "--only", "listings").out.splitlines()[1]
        == ran.out.splitlines()[1]
    )
    rows = run(case, "watch", listed, "--format", "csv")
    assert (rows.code, rows.out.splitlines()[0].split(",")[-1]) == (10, "concerns")
    assert "line 2, not watched" in rows.err
    assert run(case, "watch", tmp_path / "no.txt").code == 1
