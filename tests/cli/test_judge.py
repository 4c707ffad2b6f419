"""A person's judgement from the command line, and what the next build makes of it."""

import csv
from pathlib import Path

import pytest

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
    assert same.out == f"Noted: own:a and own:b are same.\nIt takes effect with: graphkit build --add --case {case}\n"
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
    missing = graphkit("judge", "own:a", "own:b", "--why", "because", "--case", case)
    assert (missing.code, missing.err.startswith("graphkit: Name two records and a judgement")) == (2, True)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    built = tmp_path / "case"
    entities = """
        id,name,kind,imo,flag
        a,AURORA,vessel,9074729,PA
        b,AURORA,vessel,9074729,PA
        c,AURORA II,vessel,9074729,LR
        d,CORONA,vessel,7303803,KP
        e,NORDLICHT,vessel,,KP
    """
    assert graphkit("build", write_tables(tmp_path / "own", entities=entities), "--case", built).code == 0
    return built


def judged(case: Path) -> list[str]:
    with (case / "judgements.csv").open(encoding="utf-8", newline="") as file:
        return [f"{row['left']} {row['right']} {row['judgement']}" for row in csv.DictReader(file)]


def party(case: Path, who: str) -> set[str]:
    return {record_id for record_id, _, _ in answer("explain", who, case=case)["records"]}


def test_a_record_is_taken_out_of_its_entity_whole_and_put_back(case: Path) -> None:
    assert party(case, "own:a") == {"own:a", "own:b", "own:c"}
    out = graphkit("unmerge", "c", "--why", "another hull", "--case", case)
    assert (out.code, out.err) == (0, "")
    assert out.out == (
        "Noted: own:c and own:a are different.\n"
        "Noted: own:c and own:b are different.\n"
        f"It takes effect with: graphkit build --add --case {case}\n"
    )
    assert graphkit("build", "--add", "--case", case).code == 0
    assert (party(case, "own:c"), party(case, "own:a")) == ({"own:c"}, {"own:a", "own:b"})
    alone = graphkit("unmerge", "own:c", "--why", "again", "--case", case)
    assert (alone.code, alone.err) == (
        1,
        "graphkit: own:c is the only record of its entity; there is nothing to take it out of.\n",
    )
    assert graphkit("unmerge", "own:c", "--undo", "--case", case).code == 0
    assert judged(case) == []
    assert graphkit("build", "--add", "--case", case).code == 0
    assert party(case, "own:a") == {"own:a", "own:b", "own:c"}
    assert graphkit("unmerge", "own:c", "--undo", "--case", case).code == 1


def test_a_party_in_place_of_a_record_means_its_records(case: Path) -> None:
    apart = answer("judge", "own:e", "vessel-imo-9074729", "different", "--why", "no", case=case)
    assert [(row["left"], row["right"], row["state"]) for row in apart["judgements"]] == [
        ("own:e", "own:a", "noted"),
        ("own:e", "own:b", "noted"),
        ("own:e", "own:c", "noted"),
    ]
    assert apart["takes_effect"] == f"graphkit build --add --case {case}"
    again = answer("judge", "own:e", "IMO 9074729", "different", "--why", "no", case=case)
    assert {row["state"] for row in again["judgements"]} == {"already"}
    assert len(judged(case)) == 3
    back = answer("judge", "own:e", "vessel-imo-9074729", "--undo", case=case)
    assert {row["state"] for row in back["judgements"]} == {"taken back"}
    assert judged(case) == []
    assert answer("judge", "e", "CORONA", "same", "--why", "one hull", case=case)["judgements"] == [
        {"left": "own:e", "right": "own:d", "judgement": "same", "state": "noted"}
    ]
    unmerge = answer("judge", "own:a", "vessel-imo-9074729", "different", "--why", "no", case=case)
    assert [row["right"] for row in unmerge["judgements"]] == ["own:b", "own:c"]
    one = graphkit("judge", "IMO 9074729", "vessel-imo-9074729", "different", "--why", "no", "--case", case)
    assert (one.code, "are one party; name the record of it that is meant" in one.err) == (2, True)


def test_undo_brings_the_earlier_judgement_back_and_needs_one(case: Path) -> None:
    for word in ("same", "different"):
        assert graphkit("judge", "own:d", "own:e", word, "--why", "x", "--case", case).code == 0
    undone = graphkit("judge", "own:e", "own:d", "--undo", "--case", case)
    assert undone.out.startswith("Taken back: own:d and own:e are different.\n")
    assert judged(case) == ["own:d own:e same"]
    assert graphkit("judge", "own:d", "own:e", "--undo", "--case", case).code == 0
    none = graphkit("judge", "own:d", "own:e", "--undo", "--case", case)
    assert (none.code, none.err) == (1, "graphkit: There is no judgement on own:d and own:e.\n")


def test_a_table_of_judgements_is_taken_row_by_row_and_wrong_rows_are_told_with_their_lines(
    case: Path, tmp_path: Path
) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(
        "left,right,judgement,why\n"
        "own:d,own:e,same,one hull\n"
        "own:a,own:e,same,two hulls\n"
        "own:a,own:zzz,same,who?\n"
        "own:a,own:b,twins,word\n"
        "own:c,own:b,different,\n"
        'own:c,own:b,different,"two lines,\nin one cell"\n'
        "own:a,own:a,same,self\n",
        encoding="utf-8",
    )
    ran = graphkit("judge", "--file", table, "--who", "me", "--case", case, "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    assert judged(case) == ["own:d own:e same", "own:c own:b different"]
    aside = {row["line"]: row["reason"] for row in ran.json["set_aside"]}
    assert sorted(aside) == [3, 4, 5, 6, 9]
    assert aside[3].startswith("They bear two valid ship IMO numbers (7303803 and 9074729) through what was judged")
    assert aside[4].startswith("There is no record 'own:zzz' in the case")
    assert aside[5] == "'twins' is neither same nor different."
    assert aside[6] == "A judgement needs its reason in the column why."
    assert aside[9] == "A record cannot be judged against itself."
    assert graphkit("judge", "--file", table, "--case", case).out.startswith("Noted before: own:d and own:e are same.")
    assert len(judged(case)) == 2
    table.write_text("left,judgement\n", encoding="utf-8")
    wrong = graphkit("judge", "--file", table, "--case", case)
    assert (wrong.code, wrong.err) == (1, "graphkit: mine.csv needs the columns left, right, judgement and why.\n")
    both = graphkit("judge", "own:a", "own:b", "same", "--file", table, "--case", case)
    assert both.code == 2


def test_a_judgement_whose_record_has_changed_is_explained_as_orphaned(case: Path, tmp_path: Path) -> None:
    assert graphkit("judge", "own:d", "own:e", "same", "--why", "one hull", "--who", "Mrs X", "--case", case).code == 0
    (waiting,) = answer("explain", "own:d", case=case)["judgements"]
    assert (waiting["state"], waiting["why"], waiting["who"]) == ("waiting", "one hull", "")
    (internal,) = answer("explain", "own:d", "--internal", case=case)["judgements"]
    assert internal["who"] == "Mrs X"
    changed = "id,name,kind,imo\nd,CORONA,vessel,7303803\ne,NORTHERN LIGHT,vessel,\n"
    built = graphkit("build", write_tables(tmp_path / "own", entities=changed), "--case", case)
    assert "The judgement on own:d and own:e is not applied: own:e has changed since." in built.err
    told = graphkit("explain", "own:d", "--case", case).out
    assert "(not applied: a record is gone or has changed since)" in told
