"""`graphkit resolve`: which rows of a table are one, without a case."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.command import graphkit

FLEET = """No,Name,flag,vessel_imo,note
7,WAN HENG 11,CN,,x
8,WANHENG NO. 11,CN,,x
9,WAN HENG 12,CN,,x
10,=KOTI,PA,7303803,x
11,"JANUS, 2",,IMO 7303803,x
"""


@pytest.fixture
def fleet(tmp_path: Path) -> Path:
    path = tmp_path / "fleet.csv"
    path.write_text(FLEET, encoding="utf-8")
    return path


ENTITIES = [("7", "e1"), ("8", "e1"), ("9", "e3"), ("10", "e4"), ("11", "e4")]


def test_every_row_has_an_entity_and_the_sum_is_told_beside(fleet: Path, tmp_path: Path) -> None:
    ran = graphkit("resolve", fleet, "-o", tmp_path / "out.csv", "--pairs", tmp_path / "pairs.csv")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[-1].startswith("5 rows are 3 entities; ")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        assert [(row["id"], row["entity_id"]) for row in csv.DictReader(file)] == ENTITIES
    with (tmp_path / "pairs.csv").open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    assert list(pairs[0]) == ["left", "right", "match_weight", "verdict", "reason"]
    assert {(row["left"], row["right"]) for row in pairs if row["verdict"] == "merge"} == {("7", "8"), ("10", "11")}


def test_what_was_compared_can_be_judged_against_the_truth(fleet: Path, tmp_path: Path) -> None:
    candidates, truth = tmp_path / "candidates.csv", tmp_path / "truth.csv"
    ran = graphkit("resolve", fleet, "-o", tmp_path / "out.csv", "--candidates", candidates)
    with candidates.open(encoding="utf-8", newline="") as file:
        compared = {(row["left"], row["right"]) for row in csv.DictReader(file)}
    assert {("7", "8"), ("10", "11")} <= compared
    assert ran.err.splitlines()[-1].endswith(f"; {len(compared)} pairs were compared.")
    # 9 shares nothing that a key is made of with 10 and 11: of 7-8, 9-10, 9-11 and 10-11 two were looked at.
    truth.write_text("id,entity_id\n7,a\n8,a\n9,b\n10,b\n11,b\n", encoding="utf-8")
    told = graphkit("evaluate", candidates, "--truth", truth, "--blocking", "--format", "json").json
    assert told["candidates"]["recall"] == 0.5


def test_the_answer_goes_to_standard_output_in_the_form_asked_for(fleet: Path) -> None:
    read = csv.DictReader(io.StringIO(graphkit("resolve", fleet).out))
    assert [(row["id"], row["entity_id"]) for row in read] == ENTITIES
    told = graphkit("resolve", fleet, "--format", "json").json
    assert [(row["id"], row["entity_id"]) for row in told] == ENTITIES
    shown = graphkit("resolve", fleet, "--format", "table").out.splitlines()
    assert [line.split() for line in shown[:3]] == [["id", "entity_id"], ["--", "---------"], ["7", "e1"]]


def test_the_rules_of_a_build_never_join_by_a_name_alone(fleet: Path) -> None:
    told = graphkit("resolve", fleet, "--rules", "build", "--format", "json").json
    assert [row["entity_id"] for row in told] == ["e1", "e2", "e3", "e4", "e4"]


def test_weights_of_ones_own_decide(fleet: Path, tmp_path: Path) -> None:
    from importlib import resources

    shipped = resources.files("graphkit.resolve").joinpath("weights.toml").read_text(encoding="utf-8")
    own = tmp_path / "own.toml"
    own.write_text(shipped.replace("join_at = 0.5", "join_at = 29.0"), encoding="utf-8")
    told = graphkit("resolve", fleet, "--weights", own, "--format", "json").json
    assert [row["entity_id"] for row in told] == ["e1", "e2", "e3", "e4", "e4"]


def test_a_table_without_a_row_has_no_entities(tmp_path: Path) -> None:
    (tmp_path / "none.csv").write_text("id,name\n", encoding="utf-8")
    ran = graphkit("resolve", tmp_path / "none.csv")
    assert (ran.code, ran.out) == (0, "id,entity_id\n")


def test_an_id_and_a_name_from_a_hostile_table_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('id,name\n=1+1,"<b>KOTI</b>"\n\x1b[31m2,\u202eKOTI\n', encoding="utf-8")
    rows = list(csv.reader(io.StringIO(graphkit("resolve", tmp_path / "t.csv").out)))
    assert [row[0].startswith("=") for row in rows] == [False, False, False]
    assert "\x1b" not in graphkit("resolve", tmp_path / "t.csv", "--format", "table").out


@pytest.mark.parametrize(
    ("text", "arguments", "code", "told"),
    [
        (None, (), 1, "t.csv cannot be opened: No such file or directory."),
        ("", (), 1, "t.csv has no header, or a column twice in it."),
        ("id,id\n1,2\n", (), 1, "t.csv has no header, or a column twice in it."),
        ("colour\nred\n", (), 2, "The table has none of the columns kind, name, "),
        ("id,name\n1,A\n", ("--kind", "ship"), 2, "There is no kind 'ship' to compare; it is one of "),
        ("id,name\n1,A\n", ("--rules", "eager"), 2, "There are no rules 'eager'; they are build, sure, likely."),
        ("id,name\n1,A\n", ("--weights", "none.toml"), 2, "none.toml is no table of weights "),
        ("id,name\n1,A\n", ("-o", "none/out.csv"), 2, "none/out.csv cannot be written "),
    ],
)
def test_what_cannot_be_resolved_is_one_sentence(
    text: str | None, arguments: tuple[str, ...], code: int, told: str, tmp_path: Path
) -> None:
    if text is not None:
        (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    ran = graphkit("resolve", "t.csv", *arguments, folder=tmp_path)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (code, "", 1)
    assert ran.err.startswith(f"graphkit: {told}")
