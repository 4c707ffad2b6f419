"""A case that grew by pieces answers as one that was built at once, and sources come, go and are replaced."""

import csv
import random
from pathlib import Path
from typing import Any

import pytest

from graphkit.case.folder import CaseFolder
from graphkit.present.plain import plain
from graphkit.session.opening import open_case
from tests.cli.command import ROOT, SAMPLE, answer, graphkit
from tests.cli.test_build import OFAC, ofac_list
from tests.small_cases import write_tables

UN = ROOT / "tests/data/un"
SEED = 20180629


def scattered(folder: Path, parts: int) -> list[Path]:
    """The rows of the sample tables in a random order, spread at random over folders `part-1`, `part-2` ...

    What the sources are stands in each folder, since each row names its source.
    """
    chance = random.Random(SEED)
    folders = [folder / f"part-{number}" for number in range(1, parts + 1)]
    for part in folders:
        part.mkdir(parents=True)
    for table in sorted(SAMPLE.glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        chance.shuffle(rows)
        for number, part in enumerate(folders):
            mine = rows if table.stem == "sources" else [row for row in rows if chance_of(row, parts) == number]
            with (part / table.name).open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([header, *mine])
    return folders


def chance_of(row: list[str], parts: int) -> int:
    """The part that a row goes to: at random, and the same in every run."""
    return random.Random("\x1f".join(row)).randrange(parts)


def answers(case: Path) -> dict[str, Any]:
    """Every kind of answer as the JSON that the commands print, without what a place in a file has to change."""
    opened = open_case(case)
    found = opened.find("*", limit=10_000)
    told: dict[str, Any] = {"find": found}
    for each in ("7303803", "9003550", "8791667", "KAL MA", "YUK TUNG"):
        told[f"trace {each}"] = opened.trace(each, on="2018-06-29").answer
        told[f"show {each}"] = opened.show(each, on="2018-06-29")
        explained = opened.explain(each, on="2018-06-29")
        # A party that rows merely name is told with the first of these rows, which is another one after a shuffle.
        told[f"explain {each}"] = (explained.merges, explained.doubts, sorted({row[:2] for row in explained.records}))
    told["fleet"] = opened.fleet("Gudzon Shipping Co LLC", on="any")
    told["path"] = opened.path("9003550", "8791667", on="2018-06-29")
    told["coverage"] = opened.coverage("un-poe-2018", on="2018-06-29")
    return {question: without_places(plain(each)) for question, each in told.items()}


def without_places(value: Any) -> Any:
    """The answer without `lists` and without file and line, each source once."""
    if isinstance(value, dict):
        return {key: without_places(each) for key, each in value.items() if key not in {"lists", "file", "line"}}
    if isinstance(value, list):
        kept: list[Any] = []
        for each in map(without_places, value):
            if each not in kept:
                kept.append(each)
        return kept
    return value


@pytest.fixture(scope="module")
def whole(sample_case: Path) -> dict[str, Any]:
    """The answers of the case built at once."""
    return answers(sample_case)


def test_shuffled_rows_give_the_same_ids_and_the_same_answers(whole: dict[str, Any], tmp_path: Path) -> None:
    (shuffled,) = scattered(tmp_path, 1)
    assert graphkit("build", shuffled, "--case", tmp_path / "case").code == 0
    assert answers(tmp_path / "case") == whole


def test_rows_split_over_three_adds_one_of_them_removed_and_added_again_give_the_same(
    whole: dict[str, Any], tmp_path: Path
) -> None:
    case, parts = tmp_path / "case", scattered(tmp_path, 3)
    for part in reversed(parts):
        assert graphkit("build", "--add", part, "--case", case).code == 0
    assert answers(case) == whole
    assert graphkit("build", "--remove", "part-2", "--case", case).code == 0
    assert [each["name"] for each in answer("sources", case=case)["sources"]] == ["part-1", "part-3"]
    assert without_places(plain(open_case(case).find("*", limit=10_000))) != whole["find"]
    assert graphkit("build", "--add", parts[1], "--case", case).code == 0
    assert answers(case) == whole


def test_a_source_that_is_not_there_cannot_be_removed_and_nothing_changes(tmp_path: Path) -> None:
    case = tmp_path / "case"
    write_tables(tmp_path / "mine", entities="id,name\na,AURORA")
    assert graphkit("build", tmp_path / "mine", "--case", case).code == 0
    ran = graphkit("build", "--remove", "yours", "--case", case)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "graphkit: The case has no source 'yours'; its sources: mine.\n"
    ran = graphkit("build", "--remove", "mine", "--case", case)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "graphkit: No source would be left in the case; name one to put in its place.\n"
    assert [each["name"] for each in answer("sources", case=case)["sources"]] == ["mine"]


def test_a_newer_copy_of_a_list_takes_the_place_of_the_older(tmp_path: Path) -> None:
    case = tmp_path / "case"
    newer = OFAC.replace("PATRIOT", "PATRIOT STAR").replace("IMO 5676084", "IMO 5753988")
    assert graphkit("build", ofac_list(tmp_path / "july"), UN / "small.xml", "--case", case).code == 0
    assert graphkit("build", "--add", ofac_list(tmp_path / "august", newer), "--case", case).code == 0
    assert [each["name"] for each in answer("sources", case=case)["sources"]] == ["ofac-sdn", "un-sc"]
    assert answer("show", "9003550", case=case)["entity"]["name"] == "PATRIOT STAR"
    assert graphkit("trace", "PATRIOT", "--case", case).code == 0  # all its words are in the new name
    old_id = graphkit("trace", "company-imo-5753988", "--case", case)
    assert old_id.out.startswith("KOREA ANSAN SHIPPING COMPANY")


def test_a_newer_copy_that_cannot_be_read_leaves_the_older_also_in_later_builds(tmp_path: Path) -> None:
    case = tmp_path / "case"
    assert graphkit("build", UN / "small.xml", "--case", case).code == 0
    before = answer("sources", case=case)["sources"]
    broken = graphkit("build", "--add", UN / "bomb.xml", "--case", case)
    assert broken.code == 1
    assert broken.err.startswith("graphkit: bomb.xml, line 2: ")
    assert answer("sources", case=case)["sources"] == before
    more = write_tables(tmp_path / "mine", entities="id,name\na,AURORA")
    later = graphkit("build", "--add", more, "--case", case)
    assert (later.code, later.err) == (0, "")
    assert answer("sources", case=case)["sources"][1:] == before


def test_two_folders_of_one_name_are_two_sources_and_one_folder_read_twice_is_one(tmp_path: Path) -> None:
    case = tmp_path / "case"
    for place, name in (("here", "AURORA"), ("there", "BOREALIS"), ("here", "AURORA")):
        folder = write_tables(tmp_path / place / "mine", entities=f"id,name\n{name},{name}")
        assert graphkit("build", "--add", folder, "--case", case).code == 0
    assert [each["name"] for each in answer("sources", case=case)["sources"]] == ["mine", "mine-2"]
    assert {each["name"] for each in answer("find", "*", case=case)["entities"]} == {"AURORA", "BOREALIS"}


def test_a_case_inside_the_folder_that_it_is_built_from_is_no_source(tmp_path: Path) -> None:
    write_tables(tmp_path / "desk", entities="id,name\na,AURORA")
    for _ in range(2):
        ran = graphkit("build", ".", folder=tmp_path / "desk")
        assert ran.code == 0
        (source,) = answer("sources", case=tmp_path / "desk" / "case")["sources"]
        assert (source["name"], source["files"]) == ("desk", ["entities.csv"])
    assert ran.err == "note: case is a case of graphkit and not a source\n"


def test_a_second_writer_is_told_and_stops_while_readers_go_on(tmp_path: Path) -> None:
    case = tmp_path / "case"
    source = write_tables(tmp_path / "mine", entities="id,name\na,AURORA")
    assert graphkit("build", source, "--case", case).code == 0
    with CaseFolder(case).writing():
        second = graphkit("build", source, "--case", case)
        asked = graphkit("trace", "AURORA", "--case", case)
    assert (second.code, second.out) == (1, "")
    assert second.err == f"graphkit: Another process is writing the case {case}; wait for it to end and repeat.\n"
    assert asked.code == 0
    assert graphkit("build", source, "--case", case).code == 0
