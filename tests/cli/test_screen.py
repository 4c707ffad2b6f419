"""`graphkit screen`: a name or a table against the case of 2018."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.command import Ran, graphkit

DAY = ("--as-of", "2018-06-29")
FLEET = """customer,imo,flag,owner,notes
AN SAN 1,,,,
,7303803,KP,,
Hope Sea,,SL,,
HOPE SEA,9074729,,,
AN SAN 1,9074729,PA,,
WAN HENG XI,,,,
NORDIC LIGHT,9074729,NO,KOREA ANSAN SHIPPING CO,bought with IMO 7303803
UNKNOWN,,,,
,,,,
"=HYPERLINK(""http://x"")",,,,
"left open,,,,
HARMLESS TRADING,7303804,,,
"""


def screened(case: Path, *arguments: str | Path) -> Ran:
    return graphkit("screen", *arguments, "--case", case, *DAY)


@pytest.fixture
def fleet(tmp_path: Path) -> Path:
    path = tmp_path / "fleet.csv"
    path.write_text(FLEET, encoding="utf-8")
    return path


def test_a_name_that_was_only_broadcast_is_a_claim_and_no_list_match(sample_case: Path) -> None:
    told = screened(sample_case, "HOPE SEA", "--format", "json").json
    (row,) = told["rows"]
    (hit,) = row["hits"]
    assert (row["row"], row["input"]) == (1, {"name": "HOPE SEA"})
    assert (hit["id"], hit["name"], hit["match"]) == ("vessel-imo-7303803", "AN SAN 1", "claimed_name")
    assert (hit["date"], [source["source"] for source in hit["sources"]]) == ("2018-06-20..2018-06-30", ["wp-2018"])
    assert "no name on a list" in hit["reasons"][0]
    assert "evidence that" in hit["reasons"][0]
    assert hit["verdicts"] == {"eu": "listed", "ofac": "unknown"}  # OFAC's list says no day, and was read later
    assert "KOREA ANSAN SHIPPING COMPANY (ownership" in hit["chains"][0]


def test_json_says_what_was_asked_how_old_the_lists_are_and_accounts_for_every_row(
    sample_case: Path, fleet: Path
) -> None:
    told = screened(sample_case, fleet, "--format", "json").json
    assert (told["screened"], told["as_of"], told["only"]) == ("fleet.csv", "2018-06-29", "exposed")
    assert [each["source"] for each in told["lists"]] == ["sample_data"]
    assert told["columns"] == {
        "customer": "name",
        "imo": "imo",
        "flag": "flag",
        "owner": "party",
        "notes": "numbers in text",
    }
    results = {row["row"]: row["result"] for row in told["rows"]}
    hit, clear, aside = "hit", "clear", "set_aside"
    assert results == {
        2: hit, 3: hit, 4: hit, 5: clear, 6: clear, 7: hit, 8: hit, 9: aside, 11: clear, 12: aside, 13: clear
    }  # fmt: skip
    counts = told["counts"]
    assert (counts["rows"], counts["hit"], counts["clear"], counts["set_aside"]) == (11, 5, 4, 2)
    notes = {row["row"]: row["notes"] for row in told["rows"] if row["notes"]}
    assert notes == {
        9: ["no name and no number that can be used", "'UNKNOWN' stands for a name and is none"],
        12: ['the row cannot be split into cells: a quote does not close: "left open,,,,'],
        13: ["imo '7303804' is no such number, or its check digit is wrong; not used"],
    }


def test_another_ship_s_number_rules_out_a_name_and_says_so(sample_case: Path, fleet: Path) -> None:
    rows = {row["row"]: row for row in screened(sample_case, fleet, "--format", "json").json["rows"]}
    (ruled_out,) = rows[6]["ruled_out"]
    assert rows[6]["hits"] == []
    assert (ruled_out["id"], ruled_out["match"]) == ("vessel-imo-7303803", "name")
    assert ruled_out["contradictions"] == ["IMO number differs: 9074729 / 7303803", "flag differs: PA / KP"]
    assert [each["match"] for each in rows[5]["ruled_out"]] == ["claimed_name"]


def test_a_row_is_hit_by_its_owner_and_by_a_number_in_its_notes(sample_case: Path, fleet: Path) -> None:
    rows = {row["row"]: row for row in screened(sample_case, fleet, "--format", "json").json["rows"]}
    found = [(hit["name"], hit["match"], hit["column"]) for hit in rows[8]["hits"] if hit["score"] >= 0.5]
    assert found == [("KOREA ANSAN SHIPPING COMPANY", "name", "owner"), ("AN SAN 1", "number_in_text", "")]
    assert "may be another party's" in rows[8]["hits"][1]["reasons"][0]


def test_csv_has_a_line_for_each_hit_and_for_each_row_without_and_no_formula(sample_case: Path, fleet: Path) -> None:
    ran = screened(sample_case, fleet, "--format", "csv", "--min-score", "0.5")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert [row["row"] for row in rows] == "2 3 4 5 6 7 8 8 9 11 12 13".split()
    assert {row["input customer"] for row in rows if row["row"] == "11"} == {'\'=HYPERLINK("http://x")'}
    assert ran.err.splitlines()[0] == "fleet.csv: 11 rows: 5 with a hit, 4 clear, 2 set aside"
    assert ran.err.splitlines()[-1].startswith("Lists: sample_data (read ")


def test_json_lines_are_one_row_each(sample_case: Path, fleet: Path) -> None:
    lines = screened(sample_case, fleet, "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["row"] for line in lines] == [
        *range(2, 10),
        *range(11, 14),
    ]  # a line without any text is no row


def test_a_workbook_is_written_whole_or_not_at_all(sample_case: Path, fleet: Path, tmp_path: Path) -> None:
    ran = screened(sample_case, fleet, "-o", tmp_path / "result.xlsx")
    assert (ran.code, ran.out) == (0, "")
    book = load_workbook(tmp_path / "result.xlsx")
    assert book["All rows"].max_row == 12
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fleet.csv", "result.xlsx"]
    lost = screened(sample_case, fleet, "-o", tmp_path / "missing" / "result.xlsx")
    assert (lost.code, len(lost.err.splitlines())) == (2, 1)


@pytest.mark.parametrize(("text", "code"), [("AN SAN 1", 10), ("7303803", 10), ("NORDIC LIGHT", 0)])
def test_a_script_can_stop_at_a_hit(sample_case: Path, text: str, code: int) -> None:
    assert screened(sample_case, text, "--fail-on-hit").code == code


def test_an_exit_code_of_10_needs_the_option(sample_case: Path) -> None:
    assert screened(sample_case, "AN SAN 1").code == 0


def test_only_says_how_far_a_hit_must_be_from_a_listing(sample_case: Path) -> None:
    def ids(text: str, only: str) -> list[str]:
        told = screened(sample_case, text, "--only", only, "--format", "json").json
        return [hit["id"] for row in told["rows"] for hit in row["hits"] if hit["score"] > 0.9]

    assert ids("AN SAN 1", "listed") == ["vessel-imo-7303803"]
    assert ids("HOPE SEA", "listed") == ["vessel-imo-7303803"]  # the ship that claimed the name is listed
    # KAL MA is in the case, and neither listed nor held by a listed party.
    assert (ids("KAL MA", "exposed"), len(ids("KAL MA", "all"))) == ([], 1)


def test_hostile_text_is_answered_in_one_piece(sample_case: Path) -> None:
    for text in ("\u202eAN SAN 1", "x" * 5_000, "'; DROP TABLE--", "<script>", "\x1b[31m"):
        ran = screened(sample_case, text)
        assert ran.code == 0
        assert "\x1b" not in ran.out
        assert "\u202e" not in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("no-such-file.csv",), "There is no file no-such-file.csv"),
        (("AN SAN 1", "--only", "nonsense"), "it is one of listed, exposed, all"),
        (("AN SAN 1", "--kind", "submarine"), "vessel, company, organization or person"),
        (("AN SAN 1", "--column", "name=X"), "--column is for a table"),
        (("  ",), "Say what to screen"),
    ],
)
def test_wrong_use_is_one_sentence(sample_case: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = screened(sample_case, *arguments)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert said in ran.err


def test_a_table_that_names_nobody_says_which_columns_it_has(sample_case: Path, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("alpha,beta\n1,2\n", encoding="utf-8")
    ran = screened(sample_case, tmp_path / "t.csv")
    assert (ran.code, "alpha, beta" in ran.err, "--column name=COLUMN" in ran.err) == (2, True, True)
    named = screened(sample_case, tmp_path / "t.csv", "--column", "name=alpha", "--format", "json")
    assert named.json["counts"]["rows"] == 1
