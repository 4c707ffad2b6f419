"""Pages copied by hand and foreign tables, from the file to the answer."""

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.cli.command import answer, graphkit

PAGES = Path(__file__).parents[1] / "data" / "pages"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    assert graphkit("build", PAGES, "--case", folder / "case").code == 0
    return folder / "case"


def links(case: Path) -> list[dict[str, object]]:
    build = (case / "current").read_text(encoding="utf-8").strip()
    rows = pq.read_table(case / "builds" / build / "links.parquet").to_pylist()
    return sorted(rows, key=lambda row: str(sorted(row.items(), key=str)))


def test_a_fleet_is_told_by_role_and_on_a_day(case: Path) -> None:
    on_the_day = answer("fleet", "6990022", "--as-of", "2018-06-29", case=case)
    assert sorted((vessel["imo"], vessel["basis"], vessel["holds"]) for vessel in on_the_day["vessels"]) == [
        ("9990014", "ism_manager; ship_manager", "possible"),
        ("9990038", "ism_manager", "certain"),
    ]
    former = answer("fleet", "6990053", "--as-of", "2012-01-01", case=case)
    assert [(vessel["imo"], vessel["basis"], vessel["holds"]) for vessel in former["vessels"]] == [
        ("9990014", "registered_owner", "possible")
    ]


def test_a_ship_is_shown_with_its_names_over_time_and_no_empty_one(case: Path) -> None:
    names = answer("show", "9990014", case=case)["names"]
    assert sorted((name["name"], name["kind"]) for name in names) == [
        ("EXAMPLE ASTER", "primary"),
        ("EXAMPLE ROSE", "former"),
        ("EXAMPLE TULIP", "former"),
    ]


def test_a_build_tells_which_files_a_mapping_read_and_adding_gives_what_building_at_once_gives(tmp_path: Path) -> None:
    shutil.copytree(PAGES / "foreign", tmp_path / "foreign")
    built = graphkit("build", tmp_path / "foreign", "--case", tmp_path / "case")
    assert (built.code, built.err) == (0, "note: anteile.csv is read by mapping.toml\n")
    assert (
        graphkit("build", tmp_path / "foreign", PAGES / "ships" / "fleet.csv", "--case", tmp_path / "at-once").code == 0
    )
    shutil.rmtree(tmp_path / "foreign")  # the mapping lies in the case
    added = graphkit("build", PAGES / "ships" / "fleet.csv", "--add", "--case", tmp_path / "case")
    assert added.code == 0
    assert links(tmp_path / "case") == links(tmp_path / "at-once")
    shown = answer("sources", case=tmp_path / "case")
    assert sorted((source["name"], source["format"]) for source in shown["sources"]) == [
        ("fleet", "pages"),
        ("foreign-mapped", "mapped"),
    ]


def test_a_proposal_is_written_and_read_by_the_next_build(tmp_path: Path) -> None:
    shutil.copy(PAGES / "foreign" / "anteile.csv", tmp_path)
    proposed = graphkit("map", tmp_path / "anteile.csv", "-o", tmp_path / "by-hand.toml")
    assert (proposed.code, proposed.out, proposed.err) == (0, "", "")
    built = graphkit("build", "anteile.csv", "--mapping", "by-hand.toml", "--case", "case", folder=tmp_path)
    assert (built.code, built.err) == (0, "note: anteile.csv is read by by-hand.toml\n")
    told = graphkit("map", tmp_path / "anteile.csv", "--format", "json").json
    assert (told["part"], [column["to"] for column in told["columns"]]) == (
        "company_register",
        ["company", "registration_number", "holder", "share", "since"],
    )
    assert told["left"] == [{"column": "Notar", "to": "", "why": "not known", "sample": "Dr. Beispiel"}]


def test_what_is_wrong_is_one_sentence_and_no_build(tmp_path: Path) -> None:
    shutil.copy(PAGES / "foreign" / "anteile.csv", tmp_path)
    (tmp_path / "mapping.toml").write_text('[[table]]\npart = "owners"\n', encoding="utf-8")
    built = graphkit("build", "anteile.csv", "--case", "case", folder=tmp_path)
    assert built.code == 1
    assert "mapping.toml, table 1: there is no table 'owners'" in built.err
    missing = graphkit("map", tmp_path / "none.csv")
    assert (missing.code, missing.err) == (1, f"graphkit: {tmp_path / 'none.csv'} does not exist.\n")
    folder = graphkit("map", tmp_path)
    assert (folder.code, folder.err.count("\n")) == (1, 1)


def test_json_of_a_page_that_needs_no_mapping_says_so_beside_it() -> None:
    ran = graphkit("map", PAGES / "ships" / "fleet.csv", "--format", "json")
    assert json.loads(ran.out)["part"] == "ships"
    assert ran.err == "note: fleet.csv is also read without a mapping (pages, ships)\n"
