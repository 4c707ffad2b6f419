"""A person's judgement from the command line, and what the next build makes of it."""

import csv
from pathlib import Path

from tests.cli.command import ROOT, answer, graphkit
from tests.small_cases import write_tables

EU_SHIPS = ROOT / "tests" / "data" / "eu" / "ships.csv"
ENTITIES = """
    id,name,kind,imo
    a,AURORA,vessel,9074729
    b,NORDLICHT,vessel,
    c,CORONA,vessel,7303803
"""


def test_a_judgement_takes_effect_with_the_next_build_and_can_be_turned_round(tmp_path: Path) -> None:
    case = tmp_path / "case"
    assert graphkit("build", write_tables(tmp_path / "own", entities=ENTITIES), "--case", case).code == 0
    assert answer("show", "NORDLICHT", case=case)["entity"]["identifiers"] == {}
    same = graphkit("judge", "own:a", "own:b", "same", "--why", "seen repainted", "--who", "me", "--case", case)
    assert (same.code, same.err) == (0, "")
    assert same.out == (f"Noted: own:a and own:b are same. It takes effect with: graphkit build --add --case {case}\n")
    assert graphkit("build", "--add", "--case", case).code == 0
    assert answer("show", "NORDLICHT", case=case)["entity"]["identifiers"] == {"imo": "9074729"}
    (merge,) = answer("explain", "NORDLICHT", case=case)["merges"]
    assert (merge["decided_by"], merge["left"], merge["right"]) == ("judgement", "own:a", "own:b")
    assert graphkit("judge", "own:a", "own:b", "different", "--why", "it was not", "--case", case).code == 0
    assert graphkit("build", "--add", "--case", case).code == 0
    assert answer("show", "NORDLICHT", case=case)["entity"]["identifiers"] == {}
    with (case / "judgements.csv").open(encoding="utf-8", newline="") as file:
        kept = [(row["left"], row["right"], row["judgement"], row["why"], row["who"]) for row in csv.DictReader(file)]
    assert kept == [
        ("own:a", "own:b", "same", "seen repainted", "me"),
        ("own:a", "own:b", "different", "it was not", ""),
    ]


def test_a_row_inserted_on_top_of_an_eu_file_moves_no_judgement_and_changes_no_id(tmp_path: Path) -> None:
    # Two rows of one ship, one per measure; a person says for once that they are two ships.
    case, annex = tmp_path / "case", tmp_path / "annex.csv"
    header, *rows = EU_SHIPS.read_text(encoding="utf-8").splitlines(keepends=True)
    annex.write_text("".join([header, *rows]), encoding="utf-8")
    assert graphkit("build", annex, "--case", case).code == 0
    records = ("eu-oj:32017R1509/XIV.A/imo-7303803", "eu-oj:32017R1509/XIV.B/imo-7303803")
    assert graphkit("judge", *records, "different", "--why", "to see it move", "--case", case).code == 0
    assert graphkit("build", "--add", "--case", case).code == 0
    before = {record: answer("show", record, case=case)["entity"]["id"] for record in records}
    assert before[records[0]] != before[records[1]]

    inserted = "32017R1509,1,EU-PRK,XIV.A,Asset freeze,30.3.2018,,Vessel,CHON MYONG 1,,8712362,,,\n"
    annex.write_text("".join([header, inserted, *rows]), encoding="utf-8")
    rebuilt = graphkit("build", "--add", annex, "--case", case)
    assert (rebuilt.code, "not applied" in rebuilt.err) == (0, False)
    assert {record: answer("show", record, case=case)["entity"]["id"] for record in records} == before
    assert answer("show", "8712362", case=case)["entity"]["name"] == "CHON MYONG 1"


def test_no_judgement_makes_one_ship_of_two_hulls_or_names_what_is_not_there(tmp_path: Path) -> None:
    case = tmp_path / "case"
    assert graphkit("build", write_tables(tmp_path / "own", entities=ENTITIES), "--case", case).code == 0
    for words, told in (
        (("own:a", "own:c", "same"), "They bear two valid ship IMO numbers (7303803 and 9074729)"),
        (("own:a", "own:zzz", "same"), "There is no record 'own:zzz' in the case"),
        (("own:a", "own:a", "same"), "A record cannot be judged against itself."),
        (("own:a", "own:b", "twins"), "'twins' is neither same nor different."),
    ):
        ran = graphkit("judge", *words, "--why", "because", "--case", case)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(f"graphkit: {told}")
    assert not (case / "judgements.csv").exists()
    assert graphkit("judge", "own:a", "own:b", "same", "--case", case).code == 2  # without a reason
