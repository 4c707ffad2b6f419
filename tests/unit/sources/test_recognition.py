"""Which source a file is: by what it holds, unless a format is forced."""

import shutil
from pathlib import Path

import pytest

from graphkit.errors import SourceError
from graphkit.sources.recognition import SOURCES, format_named, gather
from tests.unit.sources.gathering import DATA, ENTITIES, LINKS, OFAC_PARTS, UNKNOWN, found, ofac_list, problems, write
from tests.unit.sources.ofac_files import row


def test_a_file_is_what_it_holds_and_not_what_it_is_called(tmp_path: Path) -> None:
    for path, name in ((DATA / "un" / "small.xml", "list.txt"), (DATA / "eu" / "ships.csv", "sdn.csv")):
        shutil.copy(path, tmp_path / name)
    write(tmp_path / "un_consolidated.xml", ENTITIES)
    assert found(tmp_path / "list.txt") == {"un-sc": ("un-sc", {"main": "list.txt"})}
    (eu,) = found(tmp_path / "sdn.csv").values()
    assert eu == ("eu-oj", {"main": "sdn.csv"})
    assert found(tmp_path / "un_consolidated.xml") == {
        "un_consolidated": ("tables", {"entities": "un_consolidated.xml"})
    }


def test_the_files_of_ofacs_list_are_told_apart_by_their_rows(tmp_path: Path) -> None:
    renamed = {"sdn": "a.dat", "alt": "b.dat", "add": "c.dat", "comments": "d.dat"}
    for part, name in renamed.items():
        shutil.copy(DATA / "ofac" / OFAC_PARTS[part], tmp_path / name)
    assert found(*(tmp_path / name for name in renamed.values())) == {"ofac-sdn": ("ofac-sdn", renamed)}
    assert found(tmp_path) == {"ofac-sdn": ("ofac-sdn", renamed)}


def test_the_main_file_brings_the_others_that_lie_beside_it(tmp_path: Path) -> None:
    ofac_list(tmp_path)
    write(tmp_path / "entities.csv", ENTITIES)
    write(tmp_path / "alt.txt", "not of the same suffix")
    write(tmp_path / "empty.csv", "")
    assert found(tmp_path / "sdn.csv") == {"ofac-sdn": ("ofac-sdn", OFAC_PARTS)}
    assert found(f"ofac-sdn={tmp_path / 'sdn.csv'}") == {"ofac-sdn": ("ofac-sdn", OFAC_PARTS)}


def test_a_part_that_was_named_is_not_looked_for(tmp_path: Path) -> None:
    ofac_list(tmp_path)
    copy = shutil.copy(tmp_path / "alt.csv", tmp_path / "alt (1).csv")
    first, second = tmp_path / "alt (1).csv", tmp_path / "alt.csv"
    assert problems(tmp_path / "sdn.csv") == [
        f"{first} and {second} are both the part alt of the ofac-sdn list; name one, or build them as two cases."
    ]
    assert found(tmp_path / "sdn.csv", copy) == {"ofac-sdn": ("ofac-sdn", {**OFAC_PARTS, "alt": "alt (1).csv"})}


@pytest.mark.parametrize(
    "table",
    [
        "id,name\n1,EXAMPLE STAR\n2,EXAMPLE SUN\n",
        "id,name\n1,EXAMPLE STAR LTD.\n2,EXAMPLE SUN LTD.\n",
    ],
)
def test_a_table_of_numbers_and_names_beside_the_list_is_not_its_comments(tmp_path: Path, table: str) -> None:
    write(tmp_path / "sdn.csv", row(1, "A"))
    write(tmp_path / "ours.csv", table)
    write(tmp_path / "prices.csv", "1,99\n2,98\n3,97\n")
    assert found(tmp_path / "sdn.csv") == {"ofac-sdn": ("ofac-sdn", {"sdn": "sdn.csv"})}
    assert found(tmp_path / "ours.csv") == {"ours": ("tables", {"entities": "ours.csv"})}


def test_two_lists_of_one_kind_are_refused_and_the_rest_is_found(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a" / "sdn.csv", row(1, "A")), write(tmp_path / "b" / "sdn.csv", row(2, "B"))
    gathered = gather([str(first), str(second), str(DATA / "un" / "small.xml")])
    assert [source.name for source in gathered.sources] == ["un-sc"]
    assert gathered.problems == [
        f"{first} and {second} are both the ofac-sdn list; name one, or build them as two cases."
    ]


def test_a_list_with_another_delimiter_is_not_recognised_also_when_forced(tmp_path: Path) -> None:
    path = write(tmp_path / "sdn.csv", (DATA / "ofac" / "sdn.csv").read_text(encoding="ascii").replace(",", ";"))
    assert problems(path) == [UNKNOWN.format(path=path)]
    assert problems(f"ofac-sdn={path}") == [
        f"{path} does not look like ofac-sdn: OFAC list of Specially Designated Nationals and Blocked Persons."
    ]


def test_a_format_can_be_forced_and_a_table_named(tmp_path: Path) -> None:
    path = write(tmp_path / "owners 2018.csv", LINKS)
    assert found(path) == {"owners-2018": ("tables", {"links": "owners 2018.csv"})}
    assert found(f"tables={path}") == {"owners-2018": ("tables", {"links": "owners 2018.csv"})}
    assert found(f"tables:equasis={path}") == {"equasis": ("tables", {"links": "owners 2018.csv"})}
    assert found(f"tables:equasis={tmp_path}") == {"equasis": ("tables", {"links": "owners 2018.csv"})}
    assert problems(f"un-sc={path}") == [f"{path} does not look like un-sc: {format_named('un-sc').TITLE}."]


def test_a_format_or_a_name_that_cannot_be_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "sdn.csv", row(1, "A"))
    assert problems(f"ofac={path}", f"ofac-sdn:mine={path}") == [
        "There is no format 'ofac'; the formats are ofac-sdn, un-sc, eu-oj, pages, tables, mapped.",
        f"An official list keeps its own name; write ofac-sdn={path}, without 'mine'.",
    ]
    with pytest.raises(SourceError):
        format_named("")


def test_a_path_that_holds_an_equals_sign_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "year=2018.csv", ENTITIES)
    monkeypatch.chdir(tmp_path)
    assert found("year=2018.csv") == {"year-2018": ("tables", {"entities": "year=2018.csv"})}


def test_the_formats_have_names_of_their_own() -> None:
    assert [source_format.NAME for source_format in SOURCES] == [
        "ofac-sdn",
        "un-sc",
        "eu-oj",
        "pages",
        "tables",
        "mapped",
    ]
    assert all(source_format.TITLE and source_format.KIND for source_format in SOURCES)
