"""`graphkit compare`: two names in a moment, or a table of pairs."""

import csv
import io
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import command, environment, graphkit

KINDS = "vessel, company, organization, person"
PAIRS = "left,right,kind,note\nWAN HENG 11,WANHENG NO. 11,vessel,x\nWAN HENG 11,WAN HENG 12,vessel,=1+1\n"


def test_two_names_are_answered_with_the_sum_of_the_evidence() -> None:
    ran = graphkit("compare", "WAN HENG 11", "WANHENG NO. 11", "--kind", "vessel")
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[0] == "WAN HENG 11  /  WANHENG NO. 11  (vessel)"
    assert lines[1].endswith(": merge (evidence adds up)")
    assert lines[-1].endswith("bits together; 0 is even odds")


def test_json_holds_what_the_contract_says() -> None:
    told = graphkit("compare", "WAN HENG 11", "WAN HENG 12", "--kind", "vessel", "--format", "json").json
    assert (told["screen"], told["merge"], told["reason"]) == (True, False, "another number in the name")
    assert {(piece["name"], piece["state"]) for piece in told["evidence"]} == {
        ("name", "agrees"),
        ("numeral", "contradicts"),
    }


def test_two_names_are_compared_without_loading_tables() -> None:
    # A cold start of pandas and scipy takes longer than the whole answer.
    words = command("compare", "WAN HENG 11", "WANHENG NO. 11", "--kind", "vessel")
    done = subprocess.run(
        [words[0], "-X", "importtime", *words[1:]],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "numpy" in loaded
    assert not loaded & {"pandas", "scipy", "pyarrow"}


def test_a_file_of_pairs_comes_back_with_the_answer_behind_its_columns(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text(PAIRS, encoding="utf-8")
    ran = graphkit("compare", "--file", tmp_path / "pairs.csv", "-o", tmp_path / "out.csv")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"))))
    assert list(rows[0]) == ["left", "right", "kind", "note", "similarity", "match_weight", "screen", "merge", "reason"]
    assert [(row["note"], row["screen"], row["merge"]) for row in rows] == [
        ("x", "true", "true"),
        ("'=1+1", "true", "false"),
    ]


def test_pairs_can_be_had_as_json_lines_and_as_a_table(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text(PAIRS.replace(",", "\t"), encoding="utf-8")
    lines = graphkit("compare", "--file", tmp_path / "pairs.tsv", "--format", "jsonl").out.splitlines()
    assert len(lines) == 2
    shown = graphkit("compare", "--file", tmp_path / "pairs.tsv", "--format", "table").out.splitlines()
    assert shown[0].split()[:3] == ["left", "right", "kind"]


def test_pairs_without_a_row_are_a_header(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("left,right\n", encoding="utf-8")
    ran = graphkit("compare", "--file", tmp_path / "pairs.csv")
    assert (ran.code, list(csv.reader(io.StringIO(ran.out)))) == (
        0,
        [["left", "right", "similarity", "match_weight", "screen", "merge", "reason"]],
    )


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ((), 2, "Name two names, or a table of pairs with --file."),
        (("KOTI",), 2, "Two names are compared; only one was given."),
        (("KOTI", "DOVE", "--file", "p.csv"), 2, "Name two names, or a table of pairs with --file."),
        (("A", "B", "--kind", "ship"), 2, f"There is no kind 'ship' to compare; it is one of {KINDS}."),
        (("--file", "none.csv"), 1, "none.csv cannot be opened: No such file or directory."),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_one_sentence(
    arguments: tuple[str, ...], code: int, told: str, tmp_path: Path
) -> None:
    ran = graphkit("compare", *arguments, folder=tmp_path)
    assert (ran.code, ran.out, ran.err) == (code, "", f"graphkit: {told}\n")
