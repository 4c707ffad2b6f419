"""Bad input: each with one clear sentence, the rest loaded, and never a traceback.

Every build here reads a good table beside the bad file. Exit code 1 when a source that was named could not be read; a
bad row costs itself only, and the report names its file and line.
"""

from pathlib import Path

import pytest

from tests.cli.command import ROOT, Ran, answer, graphkit
from tests.small_cases import write_tables

UN = ROOT / "tests/data/un"
GOOD = "id,name,kind,imo\na,AURORA,vessel,9074729"


def built(folder: Path, *bad: Path) -> tuple[Ran, set[str]]:
    """A build of the good table and what is bad, and the names in the case; the good table's is always among them."""
    good = write_tables(folder / "good", entities=GOOD)
    ran = graphkit("build", good, *bad, "--case", folder / "case")
    names = {each["name"] for each in answer("find", "*", "--limit", "100", case=folder / "case")["entities"]}
    assert "AURORA" in names
    return ran, names


def written(folder: Path, name: str, content: bytes | str) -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.csv", b"", "is empty."),
        ("pipes.csv", b"id|name|kind\nb|BOREALIS|vessel\n", "is of no format that graphkit reads"),
        ("letter.csv", b"Dear Sir or Madam,\nplease find enclosed\n", "is of no format that graphkit reads"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is of no format that graphkit reads"),
        ("half.xml", b"<?xml version='1.0'?><CONSOLIDATED", "is of no format that graphkit reads"),
        ("page.xml", b"<html><body>404 Not Found</body></html>", "is of no format that graphkit reads"),
    ],
)
def test_a_file_that_is_no_source_is_named_and_the_others_are_loaded(
    name: str, content: bytes, sentence: str, tmp_path: Path
) -> None:
    path = written(tmp_path, name, content)
    ran, _ = built(tmp_path, path)
    assert ran.code == 1
    (told,) = ran.err.splitlines()
    assert told.startswith(f"graphkit: {path} {sentence}")


def test_a_missing_file_and_a_folder_without_sources_are_named_each_on_its_line(tmp_path: Path) -> None:
    (tmp_path / "hollow").mkdir()
    written(tmp_path, "hollow/notes.txt", "nothing to see")
    ran, _ = built(tmp_path, tmp_path / "missing.csv", tmp_path / "hollow")
    assert ran.code == 1
    assert sorted(line for line in ran.err.splitlines() if line.startswith("graphkit")) == [
        f"graphkit: {tmp_path / 'missing.csv'} does not exist.",
        f"graphkit: The folder {tmp_path / 'hollow'} holds no file of a format that graphkit reads.",
    ]
    assert "note: notes.txt is of no format that graphkit reads" in ran.err.splitlines()


@pytest.mark.parametrize("name", ["bomb.xml", "external.xml"])
def test_an_xml_that_declares_entities_is_refused(name: str, tmp_path: Path) -> None:
    ran, _ = built(tmp_path, UN / name)
    assert ran.code == 1
    (told,) = ran.err.splitlines()
    assert told.startswith(f"graphkit: {name}, line 2: the file declares a document type or entities")


def test_nothing_readable_at_all_leaves_the_last_build(tmp_path: Path) -> None:
    built(tmp_path)
    ran = graphkit("build", tmp_path / "missing.csv", written(tmp_path, "empty.csv", ""), "--case", tmp_path / "case")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"graphkit: {tmp_path / 'missing.csv'} does not exist. {tmp_path / 'empty.csv'} is empty.\n"
    assert answer("find", "9074729", case=tmp_path / "case")["entities"][0]["name"] == "AURORA"


@pytest.mark.parametrize(
    ("table", "lines_told", "kept"),
    [
        # A quote that never closes costs its own line.
        (
            'id,name,kind\nb,"BOREALIS,vessel\nc,CORONA,vessel\n',
            ["bad: 1 set aside: the row cannot be split into cells: a quote does not close", "    bad.csv, line 2: "],
            {"AURORA", "CORONA"},
        ),
        # The file breaks off in the middle of a row.
        (
            "id,name,kind\nb,BOREALIS,vessel\nc,COR",
            ["bad: 1 set aside: the row has fewer cells than the header", "    bad.csv, line 3: c,COR"],
            {"AURORA", "BOREALIS"},
        ),
        # Old programs end a file with Ctrl-Z.
        ("id,name,kind\nb,BOREALIS,vessel\n\x1a", [], {"AURORA", "BOREALIS"}),
        # The check digit does not fit: a note, and the ship without its number.
        (
            "id,name,kind,imo\nb,BOREALIS,vessel,9074720\n",
            ["bad: 1 noted: ", "    bad.csv, line 2: 9074720"],
            {"AURORA", "BOREALIS"},
        ),
        # Nobody's number, which never joins two ships.
        (
            "id,name,kind,imo\nb,BOREALIS,vessel,0000000\nc,CORONA,vessel,0000000\n",
            ["    bad.csv, line 2: 0000000", "    bad.csv, line 3: 0000000"],
            {"AURORA", "BOREALIS", "CORONA"},
        ),
        # Semicolons are one of the three delimiters that are read.
        ("id;name;kind\nb;BOREALIS;vessel\n", [], {"AURORA", "BOREALIS"}),
    ],
)
def test_a_bad_row_costs_itself_only_and_is_named_with_its_line(
    table: str, lines_told: list[str], kept: set[str], tmp_path: Path
) -> None:
    ran, names = built(tmp_path, written(tmp_path, "bad.csv", table))
    assert (ran.code, ran.err, names) == (0, "", kept)
    printed = ran.out.splitlines()
    assert [told for told in lines_told if not any(line.startswith(told) for line in printed)] == []


def test_a_number_with_a_wrong_check_digit_is_kept_as_a_note_and_finds_nothing(tmp_path: Path) -> None:
    built(tmp_path, written(tmp_path, "bad.csv", "id,name,kind,imo\nb,BOREALIS,vessel,9074720\n"))
    case = tmp_path / "case"
    assert answer("find", "9074720", case=case)["entities"] == []
    facts = answer("show", "BOREALIS", case=case)["facts"]
    assert [(fact["property"], fact["value"], fact["valid"]) for fact in facts] == [("imo", "9074720", "bad_checksum")]
    assert "imo: 9074720 [bad checksum, not used]" in graphkit("show", "BOREALIS", "--case", case).out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_the_encodings_that_spreadsheets_write(encoding: str, tmp_path: Path) -> None:
    content = "id,name,kind\nm,MÜNCHEN EXPRESS,vessel\n".encode(encoding)
    ran, names = built(tmp_path, written(tmp_path, "bad.csv", content))
    assert (ran.code, ran.err, names) == (0, "", {"AURORA", "MÜNCHEN EXPRESS"})


def test_a_link_to_nobody_is_kept_with_a_party_of_that_name_and_named_in_the_report(tmp_path: Path) -> None:
    links = written(tmp_path, "links.csv", "from,to,type\nSOMEBODY UNHEARD OF,a,OWNS\n")
    ran, _ = built(tmp_path, links)
    assert ran.code == 0
    (told,) = [line for line in ran.out.splitlines() if line.startswith("  SOMEBODY UNHEARD OF  (links line 2")]
    assert told.endswith(": no party of that name or number")
    chains = answer("trace", "AURORA", "--to", "SOMEBODY UNHEARD OF", case=tmp_path / "case")["chains"]
    assert [chain["mode"] for chain in chains] == ["ownership"]


def test_a_truncated_list_is_read_as_far_as_it_goes_and_says_so(tmp_path: Path) -> None:
    ran, _ = built(tmp_path, UN / "truncated.xml")
    assert ran.code == 0
    assert any("truncated.xml, line " in line for line in ran.out.splitlines())
    sources = {each["name"]: each for each in answer("sources", case=tmp_path / "case")["sources"]}
    assert sources["un-sc"]["rows"] == sources["un-sc"]["kept"] + sources["un-sc"]["set_aside"]
    assert sources["un-sc"]["set_aside"] == 1


def test_signs_that_could_fool_a_terminal_are_shown_as_codes_in_every_report(tmp_path: Path) -> None:
    table = 'id,name,kind,imo\nb,"EVIL \x1b[2J\u202eSHIP",vessel,12\x1b[31m\n'
    ran, _ = built(tmp_path, written(tmp_path, "bad\x1b[31m.csv", table), tmp_path / "gone\x1b[31m.csv")
    for shown in (ran.out, ran.err, graphkit("find", "EVIL*", "--case", tmp_path / "case").out):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    assert "EVIL \\u001b[2J\\u202eSHIP" in graphkit("find", "EVIL*", "--case", tmp_path / "case").out
