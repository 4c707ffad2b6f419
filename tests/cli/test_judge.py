"""A person's judgement from the command line, and what the next build makes of it."""

import csv
from pathlib import Path

from tests.cli.command import answer, graphkit
from tests.small_cases import write_tables

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
