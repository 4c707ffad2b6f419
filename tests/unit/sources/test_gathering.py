"""Files, folders, links and things that are none of them: each is read once, or has its sentence."""

import os
from pathlib import Path

import pytest

from graphkit.sources.recognition import gather
from tests.unit.sources.gathering import DATA, ENTITIES, LINKS, OFAC_PARTS, UNKNOWN, found, ofac_list, problems, write
from tests.unit.sources.ofac_files import row


def test_a_file_named_twice_or_reached_by_a_link_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "case" / "sdn.csv", row(1, "A"))
    (tmp_path / "case" / "latest.csv").symlink_to(path)
    table = write(tmp_path / "tables" / "entities.csv", ENTITIES)
    monkeypatch.chdir(tmp_path)
    assert found(path, "case/sdn.csv", "case/../case", table, "tables/entities.csv") == {
        "ofac-sdn": ("ofac-sdn", {"sdn": "sdn.csv"}),
        "entities": ("tables", {"entities": "entities.csv"}),
    }


def test_a_folder_is_one_source_of_tables_and_what_is_none_of_them_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "My Case"
    for name, text in {
        "entities.csv": ENTITIES,
        "more/owners.csv": LINKS,
        "links.csv": LINKS,
        "links_2.csv": LINKS,
        "README.md": "# A case\n",
        "empty.csv": "",
        ".hidden.csv": ENTITIES,
        ".git/config": "[core]\n",
    }.items():
        write(folder / name, text)
    gathered = gather([str(folder)])
    assert [(source.name, source.format, source.labels) for source in gathered.sources] == [
        ("more", "tables", {"links": "owners.csv"}),
        ("my-case", "tables", {"entities": "entities.csv", "links": "links.csv", "links-2": "links_2.csv"}),
    ]
    assert sorted(gathered.passed_over) == ["README.md is of no format that graphkit reads", "empty.csv is empty"]
    assert gathered.problems == []


def test_links_and_other_things_that_are_no_files_are_told(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "case", write(tmp_path / "elsewhere" / "links.csv", LINKS)
    write(folder / "entities.csv", ENTITIES)
    (folder / "gone.csv").symlink_to(tmp_path / "nothing")
    (folder / "linked").symlink_to(elsewhere.parent)
    (folder / "round").symlink_to(folder)
    os.mkfifo(folder / "pipe.csv")
    gathered = gather([str(folder)])
    assert [(source.name, source.labels) for source in gathered.sources] == [("case", {"entities": "entities.csv"})]
    assert gathered.problems == []
    assert sorted(gathered.passed_over) == [
        f"{folder}/gone.csv is a link that leads nowhere",
        f"{folder}/linked is a link to a folder, which is not followed; name the folder itself to read it",
        f"{folder}/pipe.csv is no file",
        f"{folder}/round is a link to a folder, which is not followed; name the folder itself to read it",
    ]
    assert problems(folder / "gone.csv", folder / "pipe.csv") == [
        f"{folder}/gone.csv is a link that leads nowhere.",
        f"{folder}/pipe.csv is no file.",
    ]


def test_each_thing_that_is_no_source_has_its_sentence_and_the_rest_is_found(tmp_path: Path) -> None:
    empty, prose = write(tmp_path / "empty.csv", ""), write(tmp_path / "note.txt", "nothing to see\n")
    missing, folder, long = tmp_path / "missing.csv", tmp_path / "bare", "x" * 300
    folder.mkdir()
    gathered = gather([str(each) for each in (empty, prose, missing, folder, long, "", DATA / "un" / "small.xml")])
    assert [source.name for source in gathered.sources] == ["un-sc"]
    assert gathered.problems == [
        f"{empty} is empty.",
        UNKNOWN.format(path=prose),
        f"{missing} does not exist.",
        f"The folder {folder} holds no file of a format that graphkit reads.",
        f"{long} cannot be opened: File name too long.",
        "An empty name is neither a file nor a folder.",
    ]


def test_the_order_of_the_arguments_changes_nothing(tmp_path: Path) -> None:
    ofac_list(tmp_path / "ofac")
    write(tmp_path / "own" / "entities.csv", ENTITIES)
    arguments = [tmp_path / "ofac" / name for name in OFAC_PARTS.values()] + [
        tmp_path / "own",
        DATA / "un" / "small.xml",
    ]
    assert list(found(*arguments).items()) == list(found(*reversed(arguments)).items())
