"""Where answers go and in what form, and what every command does when it is used wrongly or cannot answer."""

import csv
import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import SAMPLE, command, environment, graphkit

QUESTIONS = (
    ("find", "an san"),
    ("show", "7303803"),
    ("trace", "7303803"),
    ("fleet", "gudzon"),
    ("timeline", "8791667"),
    ("path", "9003550", "8791667"),
    ("coverage", "un-poe-2018"),
    ("explain", "8791667"),
    ("sources",),
)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_an_answer_goes_to_standard_output_and_ends_with_the_age_of_its_lists(
    question: tuple[str, ...], sample_case: Path
) -> None:
    ran = graphkit(*question, "--case", sample_case)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-1].startswith("Lists: sample_data (read 20")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_csv_and_json_lines_hold_the_same_rows_and_the_age_of_the_lists_is_said_beside_them(
    question: tuple[str, ...], sample_case: Path
) -> None:
    as_csv, as_lines = (graphkit(*question, "--case", sample_case, "--format", form) for form in ("csv", "jsonl"))
    rows = list(csv.DictReader(as_csv.out.splitlines()))
    dicts = [json.loads(line) for line in as_lines.out.splitlines()]
    assert (as_csv.code, as_lines.code, len(rows)) == (0, 0, len(dicts))
    assert rows
    assert [list(row) for row in rows] == [list(each) for each in dicts]
    assert [row["sources"] for row in rows if "sources" in row] == [
        each["sources"] or "" for each in dicts if "sources" in each
    ]
    assert as_csv.err == as_lines.err
    assert as_csv.err.startswith("Lists: sample_data (read 20")


def test_an_answer_can_be_written_to_a_file_instead(sample_case: Path, tmp_path: Path) -> None:
    shown = graphkit("fleet", "gudzon", "--case", sample_case)
    written = graphkit("fleet", "gudzon", "--case", sample_case, "--output", tmp_path / "fleet.txt")
    assert (written.code, written.out, written.err) == (0, "", "")
    assert (tmp_path / "fleet.txt").read_text(encoding="utf-8") == shown.out
    nowhere = graphkit("fleet", "gudzon", "--case", sample_case, "--output", tmp_path / "no" / "fleet.txt")
    assert (nowhere.code, nowhere.out) == (2, "")
    assert nowhere.err == f"graphkit: {tmp_path / 'no' / 'fleet.txt'} cannot be written (No such file or directory).\n"


def test_the_case_may_be_named_by_the_environment_or_be_the_folder_case(sample_case: Path) -> None:
    by_option = graphkit("fleet", "gudzon", "--case", sample_case)
    assert graphkit("fleet", "gudzon", GRAPHKIT_CASE=str(sample_case)) == by_option
    assert graphkit("fleet", "gudzon", folder=sample_case.parent) == by_option


def test_an_ambiguous_name_lists_the_candidates_and_picks_none(sample_case: Path) -> None:
    ran = graphkit("trace", "hao fan", "--case", sample_case)
    assert (ran.code, ran.out) == (1, "")
    assert sorted(ran.err.splitlines()) == [
        "  HAO FAN 2  (vessel, imo 8747604)  vessel-imo-8747604",
        "  HAO FAN 6  (vessel, imo 8628597)  vessel-imo-8628597",
        "graphkit: 2 entities answer to 'hao fan'; name one of them by its id.",
    ]


@pytest.mark.parametrize("option", [("--format", "json"), ("--format=json",)])
def test_an_ambiguous_name_gives_its_candidates_as_json_where_json_is_asked_for(
    option: tuple[str, ...], sample_case: Path
) -> None:
    ran = graphkit("trace", "hao fan", "--case", sample_case, *option)
    assert (ran.code, ran.err) == (1, "graphkit: 2 entities answer to 'hao fan'; name one of them by its id.\n")
    assert sorted((each["id"], each["kind"], each["name"]) for each in ran.json["candidates"]) == [
        ("vessel-imo-8628597", "vessel", "HAO FAN 6"),
        ("vessel-imo-8747604", "vessel", "HAO FAN 2"),
    ]


def test_nothing_found_is_an_answer_and_nobody_meant_is_none(sample_case: Path) -> None:
    found = graphkit("find", "atlantis", "--case", sample_case, "--format", "json")
    assert (found.code, found.json["entities"]) == (0, [])
    asked = graphkit("trace", "atlantis", "--case", sample_case)
    assert (asked.code, asked.out, asked.err) == (1, "", "graphkit: Nothing in the case answers to 'atlantis'.\n")
    near = graphkit("trace", "KORIA ANSAN SHIPPING COMPANY", "--case", sample_case)
    assert (near.code, near.out) == (1, "")
    assert "Close names: KOREA ANSAN SHIPPING COMPANY" in near.err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("unheard-of",),
        ("trace",),
        ("trace", ""),
        ("trace", "7303803", "--no-such-option"),
        ("trace", "7303803", "--mode", "friendship"),
        ("trace", "7303803", "--measure", "shame"),
        ("trace", "7303803", "--as-of", "2018"),
        ("trace", "7303803", "--max-hops", "13"),
        ("trace", "7303803", "--chains", "0"),
        ("trace", "7303803", "--format", "yaml"),
        ("find", ""),
        ("find", "an san", "--kind", "ship"),
        ("find", "an san", "--flag", "Atlantis"),
        ("build",),
        ("build", "--add"),
        ("build", str(SAMPLE), "--published", "yesterday"),
        ("build", "--remove", "nothing"),
        ("diagram", "7303803"),
        ("diagram", "7303803", "-o", "picture.bmp"),
    ],
    ids=" ".join,
)
def test_what_is_used_wrongly_ends_with_2_and_a_sentence(
    words: tuple[str, ...], sample_case: Path, tmp_path: Path
) -> None:
    options = ("--case", tmp_path / "new" if words[:1] == ("build",) else sample_case) if words[1:] else ()
    ran = graphkit(*words, *options, folder=tmp_path)
    assert ran.code == 2
    assert ran.err.strip()
    assert not (tmp_path / "picture.bmp").exists()


def test_a_case_that_is_not_there_is_told_with_the_next_step(tmp_path: Path) -> None:
    for question in QUESTIONS:
        ran = graphkit(*question, "--case", tmp_path / "none")
        assert (ran.code, ran.out) == (1, "")
        place = tmp_path / "none"
        assert (
            ran.err
            == f"graphkit: There is no case in {place}; make one with: graphkit build SOURCE... --case {place}\n"
        )


def test_a_damaged_case_is_told_in_one_sentence_and_can_be_built_again(tmp_path: Path) -> None:
    case = tmp_path / "case"
    assert graphkit("build", SAMPLE, "--case", case).code == 0
    table = next(case.glob("builds/*/links.parquet"))
    table.write_bytes(table.read_bytes()[:100])
    ran = graphkit("trace", "7303803", "--case", case)
    assert (ran.code, ran.err) == (
        1,
        f"graphkit: links.parquet of the case {case} cannot be read; build the case again.\n",
    )
    next(case.glob("builds/*/manifest.json")).write_text("{", encoding="utf-8")
    ran = graphkit("trace", "7303803", "--case", case)
    assert (ran.code, ran.err) == (
        1,
        f"graphkit: manifest.json of the case {case} cannot be read; build the case again.\n",
    )
    (case / "current").write_text("b9999\n", encoding="utf-8")
    assert graphkit("trace", "7303803", "--case", case).code == 1
    assert graphkit("build", SAMPLE, "--case", case).code == 0
    assert graphkit("trace", "7303803", "--case", case).code == 0


def test_a_reader_that_stops_reading_is_no_error(sample_case: Path, tmp_path: Path) -> None:
    for words in (("find", "*", "--limit", "1000", "--format", "json"), ("sources",), ("build", str(SAMPLE))):
        case = tmp_path / "case" if words[0] == "build" else sample_case
        process = subprocess.Popen(
            command(*words, "--case", case), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        )
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate(timeout=300)
        assert (process.returncode, b"Traceback" in err, b"rror" in err) == (0, False, False)


def on_a_terminal(*words: str | Path, **changes: str) -> bytes:
    """What a command shows on a terminal, standard output and standard error together."""
    terminal, end = pty.openpty()
    process = subprocess.Popen(
        command(*words), stdout=end, stderr=end, stdin=end, env=environment(TERM="xterm-256color", **changes)
    )
    os.close(end)
    shown = b""
    try:
        while block := os.read(terminal, 65_536):
            shown += block
    except OSError:  # the other end is closed: the command has ended
        pass
    os.close(terminal)
    assert process.wait(timeout=300) == 0
    return shown


def test_no_color_means_no_escape_even_on_a_terminal(sample_case: Path, tmp_path: Path) -> None:
    plain = on_a_terminal("build", SAMPLE, "--case", tmp_path / "plain", NO_COLOR="1")
    assert b"\x1b" not in plain
    assert b" entities, " in plain
    assert b"\x1b" in on_a_terminal("build", SAMPLE, "--case", tmp_path / "moving")  # the line of progress
    assert b"\x1b" not in on_a_terminal("trace", "7303803", "--case", sample_case)


def test_a_name_in_a_broken_encoding_is_no_fault_of_the_program(sample_case: Path) -> None:
    half = os.fsdecode(b"an\xff san")
    found = graphkit("find", half, "--case", sample_case, "--format", "json")
    assert (found.code, found.json["entities"][0]["name"]) == (0, "AN SAN 1")
    assert graphkit("trace", half, "--case", sample_case).out.startswith("AN SAN 1  (vessel, ")
